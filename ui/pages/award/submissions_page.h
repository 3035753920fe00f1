// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/submission_service.h"
#include "services/papers/paper_gaps.h"
#include "ui/pages/kit/list_page_of.h"

namespace thidua::ui {

/// Tờ trình to the level above: made from a closed meeting, worded, issued, answered.
class SubmissionsPage final : public ListPageOf<services::SubmissionDetail> {
    Q_OBJECT
public:
    SubmissionsPage(PageInfo info, Shell& shell, SchoolContext& context);

protected:
    std::vector<services::SubmissionDetail> readRows() override;
    QString summary() const override;
    void afterRead() override;
    void show(const services::SubmissionDetail& row) override;

private:
    using Row = services::SubmissionDetail;
    void declareColumns();
    void declareVerbs();
    void declareSteps();
    void draft();
    void openForm(const Row& row, const services::PaperGap* gap = nullptr);
    void openOutcome(const Row& row);
    void remove(const Row& row);
    void issue(const Row& row);
    void fill(domain::SubmissionId id, const services::PaperGap& gap);
    std::vector<std::pair<domain::MeetingId, QString>> m_meetings; ///< closed ones whose results can go up, newest first, with their names
    std::string m_issuer;                                      ///< who usually decides
};

}
