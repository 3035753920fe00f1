// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_service.h"
#include "ui/kit.h"
#include "ui/pages/plans/ordered_list.h"

#include <QStackedWidget>

namespace thidua::ui::prepare {

/// What the parts of the plan editor work on.
struct PlanEnv {
    services::SchoolFile& file;
    Shell& shell;
};

/// One tab of the plan editor. It holds its part of the draft until take().
class PlanPart : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual void load(const services::PlanDraft& draft) = 0;
    virtual void take(services::PlanDraft& draft) const = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    /// The tab's words, with the number of its lines.
    virtual QString words() const = 0;
    /// Ctrl+N.
    virtual void add() {}
    /// Where errors of saving are shown; null when it has no form.
    virtual FormBinderBase* form() { return nullptr; }
signals:
    void edited();
};

/// A part made of lines in order: the list at the left, the chosen line's form at the right.
class OrderedPart : public PlanPart {
    Q_OBJECT
public:
    OrderedPart(const QString& name, const QString& accessibleName, const QString& addText, const QString& empty, PlanEnv env,
                QWidget* parent = nullptr);
    void setReadOnly(bool readOnly) override;
    void add() override;
    OrderedList* list() const { return m_list; }

protected:
    virtual int count() const = 0;
    virtual OrderedItem itemAt(int row) const = 0;
    /// Puts a new line after `row` and returns where it stands.
    virtual int insertAfter(int row) = 0;
    virtual void removeAt(int row) = 0;
    virtual void swap(int first, int second) = 0;
    /// Fills the form at the right for this line.
    virtual void showLine(int row) = 0;
    /// The place in the form to type first.
    virtual QWidget* firstField() const = 0;
    /// Asked before a line with content goes; an empty title removes without asking.
    virtual Question questionFor(int row) const = 0;

    PlanEnv env() const { return m_env; }
    QVBoxLayout* left() const { return m_left; }
    /// The form of a line; set by the subclass's constructor.
    void setForm(QWidget* form);
    /// A further form for the right side; showForm() brings it up.
    void keepForm(QWidget* form) { m_stack->addWidget(form); }
    void showForm(QWidget* form);
    QWidget* lineForm() const { return m_form; }
    /// After the lines were changed otherwise.
    void reload(int row);
    void lineEdited();

private:
    void onRemove(int row);
    PlanEnv m_env;
    OrderedList* m_list;
    QVBoxLayout* m_left;
    QStackedWidget* m_stack;
    QWidget* m_none;
    QWidget* m_form = nullptr;
};

}
