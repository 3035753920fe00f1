// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/plans/plan_part.h"

namespace thidua::ui::prepare {

/// A part whose rows are records of their own, each written at once: the list at the left, the form of the chosen one at the right. While the
/// plan is not saved nothing can stand in it; what a copy brings along is shown, and written with the plan.
class PlanRowsPart : public PlanPart {
    Q_OBJECT
public:
    void load(const services::PlanDraft& draft) override;
    void take(services::PlanDraft&) const override {}
    void setReadOnly(bool readOnly) override;
    void add() override;
    /// None: the plan is not saved yet.
    void setPlan(std::optional<services::Stored<domain::Plan>> plan);
    void readRows();
    /// Asks when a row was typed and not written; false keeps it open.
    bool leaveForm();
    bool saveForm();
signals:
    /// The plan has to be saved before it can have rows.
    void saveWanted();

protected:
    struct Words {
        QString name;     ///< “task”: the names of its parts are planTasks, planTaskSave, tasksSavePlan, taskText …
        QString list;     ///< what the list is
        QString add;
        QString empty;    ///< while there is nothing
        QString choose;   ///< while nothing is chosen
        QString savePlan;
        QString save;
        QString shown;    ///< heads of the form
        QString edit;
        QString fresh;
    };
    struct Rows {
        QVector<OrderedItem> items;          ///< of the plan, then those brought along
        std::vector<std::int64_t> ids;       ///< of the former
    };
    PlanRowsPart(PlanEnv env, Words words, QWidget* parent);
    /// By the subclass's constructor.
    void setForm(QWidget* form, FormBinderBase& binder);
    PlanEnv env() const { return m_env; }
    QVBoxLayout* left() const { return m_left; }
    const std::optional<services::Stored<domain::Plan>>& plan() const { return m_plan; }

    /// Reads the rows of plan(), if any.
    virtual Rows rows() = 0;
    virtual void dropCarried() = 0;
    /// Why there is no form: the plan is not saved.
    virtual QString unsavedWords() const = 0;
    virtual void startEdit(std::size_t row) = 0;
    virtual void startNew() = 0;
    /// Writes the form: the id of its row; none when it was refused.
    virtual std::optional<std::int64_t> write() = 0;
    virtual Question removal(std::size_t row) const = 0;
    virtual void remove(std::size_t row) = 0;

private:
    void buildUnsaved();
    void showRow(int row);
    void mark(int row);
    void askRemove(int row);
    PlanEnv m_env;
    Words m_words;
    QVBoxLayout* m_left;
    OrderedList* m_list;
    QStackedWidget* m_stack;
    QWidget* m_none;
    QWidget* m_unsaved;
    Label* m_unsavedWords;
    QWidget* m_host = nullptr;
    Label* m_formTitle = nullptr;
    FormBinderBase* m_binder = nullptr;
    QWidget* m_buttons = nullptr;
    std::optional<services::Stored<domain::Plan>> m_plan;
    std::vector<std::int64_t> m_ids;
    int m_edited = -1; ///< the row whose form is open
    bool m_readOnly = false;
    bool m_asking = false;
};

}
