// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/registration_service.h"
#include "services/people/people_service.h"
#include "ui/pages/records/list_page.h"

namespace thidua::ui {

class HonourForm;

/// Quá trình khen thưởng: every honour ever received, of people and collectives. Those given through the program are read-only.
class HistoryPage : public RecordsListPage {
    Q_OBJECT
public:
    HistoryPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    /// Only the honours of one person or collective; none for all.
    void showOnly(const std::optional<domain::SubjectRef>& subject);

protected:
    void showRecord(std::int64_t id) override;
    FormBinderBase* openForm(std::optional<std::int64_t> id) override;
    std::optional<std::int64_t> saveForm() override;
    void removeRecord(std::int64_t id) override;
    void revealRow(std::int64_t id) override;
    QString whyNot(std::optional<std::int64_t> id) const override;
    QString nothingChosen() const override;
    QString saveVerb(bool adding) const override;
    documents::Document paper() const override;
    QString paperName() const override;

private:
    using Row = services::HonourHistoryRow;
    void setColumns();
    void addGroupings();
    void applySubject();
    /// “Nguyễn Thị Hoa (1991)”: the birth year tells people of one name apart.
    void tellHomonyms(std::vector<Row>& rows) const;
    QWidget* makeFacts(const Row& row);
    std::vector<services::HonourChoice> honourChoices(const Row* row);
    QString summary() const;
    RecordModel<Row> m_model;
    SearchField* m_subject;
    HonourForm* m_honourForm = nullptr;
};

}
