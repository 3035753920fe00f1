// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/people_service.h"
#include "ui/pages/records/list_page.h"

namespace thidua::ui {

/// One collective with what this year's staff list and the honour history say of it.
struct CollectiveRow {
    services::Stored<domain::Collective> stored;
    int people = 0;                                   ///< with a post in it this year
    std::vector<services::HonourHistoryRow> honours;  ///< newest first
};

/// Tập thể: the school, its teams, classes and associations.
class CollectivesPage : public RecordsListPage {
    Q_OBJECT
public:
    CollectivesPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;

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
    void setColumns();
    void addMembers(const CollectiveRow& row, QWidget* body);
    QString summary() const;
    RecordModel<CollectiveRow> m_model;
    std::map<domain::CollectiveId, QStringList> m_members;
    FormBinder<domain::Collective>* m_binder = nullptr;
};

}
