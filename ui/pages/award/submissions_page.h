// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/meeting.h"
#include "services/award/submission_service.h"
#include "services/papers/paper_gaps.h"
#include "ui/pages/school_page.h"

namespace thidua::ui {

class OutcomeForm;
class SubmissionForm;

/// Tờ trình to the level above: made from a closed meeting, worded, issued, answered.
class SubmissionsPage : public SchoolPage {
    Q_OBJECT
public:
    SubmissionsPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent = nullptr);

    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    void refresh(const domain::ChangeSet& changes) override;
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    bool mayLeave() override { return cancelEdit(); }
    void add() override;
    void find() override { m_table->focusFilter(); }
    void print() override;
    void togglePanel() override { m_split->togglePanel(); }
    void escape() override;
    QList<QWidget*> focusStops() const override { return {m_table->view(), m_panel}; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

private:
    using Detail = services::SubmissionDetail;
    void build();
    void setColumns();
    void addActions();
    void read();
    void showSummary();
    void enable();
    void showPanel();
    void addFoot(const Detail& detail);
    void edit(std::int64_t id);
    void saveDraft();
    void startOutcome(std::int64_t id);
    void saveOutcome();
    void done(std::int64_t id);
    bool cancelEdit();
    void remove(std::int64_t id);
    void issue(std::int64_t id);
    void fill(std::int64_t id, const services::PaperGap& gap);
    void correct();
    bool isEditing() const { return m_form || m_outcome; }
    const Detail* current() const;

    RecordModel<Detail> m_model;
    RecordTable* m_table;
    SidePanel* m_panel;
    SplitArea* m_split;
    SubmissionForm* m_form = nullptr;
    OutcomeForm* m_outcome = nullptr;
    std::optional<domain::SubmissionId> m_edited;
    domain::RowVersion m_version = 0;
    std::optional<domain::SchoolYearId> m_year;
    std::vector<services::Stored<domain::Meeting>> m_meetings; ///< closed ones, newest first
    std::string m_issuer;
};

}
