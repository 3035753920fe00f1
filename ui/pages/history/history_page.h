// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/award_papers.h"
#include "services/people/people_service.h"
#include "ui/pages/history/honour_form.h"
#include "ui/pages/kit/list_page_of.h"

namespace thidua::ui {

/// Quá trình khen thưởng: every honour ever received, of people and collectives. Those given through the program are read-only.
class HistoryPage final : public ListPageOf<services::HonourHistoryRow> {
    Q_OBJECT
public:
    HistoryPage(PageInfo info, Shell& shell, SchoolContext& context);
    /// Only the honours of one person or collective; none for all.
    void showOnly(const std::optional<domain::SubjectRef>& subject);
    void showOnly(const std::vector<domain::SubjectRef>& who) override;

protected:
    std::vector<services::HonourHistoryRow> readRows() override;
    QString summary() const override;
    void show(const services::HonourHistoryRow& row) override;
    void reveal(std::int64_t) override { m_subject->clear(); }

private:
    using Row = services::HonourHistoryRow;
    void declareColumns();
    void declareVerbs();
    void addSubjectFilter();
    void applySubject();
    QString paperSubject() const;
    /// “Nguyễn Thị Hoa (1991)”: the birth year tells people of one name apart.
    void tellHomonyms(std::vector<Row>& rows) const;
    /// What is ours opens as it was issued, whatever its year; a decision from above in the list of decisions.
    void openPaper(const services::AwardPaper& paper);
    /// The grid of past honours, with a list that was copied.
    void enterPast(const QString& block);
    void openForm(const Row* row);
    std::vector<PastHonour> honourChoices(const Row* row);
    SearchField* m_subject;
};

}
