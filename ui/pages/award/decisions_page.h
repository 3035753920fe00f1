// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/decision_service.h"
#include "services/papers/document_service.h"
#include "services/papers/paper_gaps.h"
#include "ui/pages/school_page.h"

class QStackedWidget;

namespace thidua::ui {

class DecisionForm;
class RegisterView;

/// Quyết định of a school year, the school's own and those from above recorded here, and the register of outgoing papers.
class DecisionsPage : public SchoolPage {
    Q_OBJECT
public:
    DecisionsPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent = nullptr);

    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    void refresh(const domain::ChangeSet& changes) override;
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    bool mayLeave() override;
    void add() override;
    void find() override;
    void print() override;
    void togglePanel() override { m_split->togglePanel(); }
    void escape() override;
    QList<QWidget*> focusStops() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

private:
    using Detail = services::DecisionDetail;
    struct Edited {
        std::optional<domain::DecisionId> id; ///< none while it is new
        domain::RowVersion version = 0;
    };
    void build();
    void buildTable();
    void setColumns();
    void addActions();
    void read();
    void readRegister();
    void showSegments();
    void showSegment(const QString& key);
    void showSummary();
    void enable();
    void showPanel();
    void showNoRecord();
    void showForm(const Edited& edited, const domain::Decision& decision);
    void saveDraft();
    void saved(domain::DecisionId id);
    bool cancelEdit();
    void edit(std::int64_t id);
    void remove(std::int64_t id);
    void issue(std::int64_t id);
    void fill(std::int64_t id, const services::PaperGap& gap);
    void correct();
    void confer();
    const Detail* current() const;
    /// A decision that takes a paper back prints and is corrected as what it is.
    static std::pair<services::PaperKind, std::int64_t> paperOf(const Detail& detail);
    bool isRegister() const;

    RecordModel<Detail> m_model;
    SegmentBar* m_segments;
    QStackedWidget* m_stack;
    RecordTable* m_table;
    SidePanel* m_panel;
    SplitArea* m_split;
    RegisterView* m_register;
    DecisionForm* m_form = nullptr;
    Edited m_edited;
    std::optional<domain::SchoolYearId> m_year;
    int m_registerCount = 0;
    int m_gapCount = 0;
};

}
