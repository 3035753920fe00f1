// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/people_service.h"
#include "ui/pages/records/list_page.h"

namespace thidua::ui {

class StaffFacts;
class StaffForm;

/// Cán bộ – giáo viên: the people of a school year, their posts and teams, and what they have received.
class StaffPage : public RecordsListPage {
    Q_OBJECT
public:
    StaffPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    ~StaffPage() override;
    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    /// Shows what a block from Excel would bring, then writes it.
    void paste(const QString& block);

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
    using Row = services::StaffRow;
    void setColumns();
    void addGroupings();
    void addOwnActions();
    EmptyState* makeEmpty();
    QString summary() const;
    const StaffFacts& facts();
    RecordModel<Row> m_model;
    CheckField* m_all;
    std::unique_ptr<StaffFacts> m_facts;
    StaffForm* m_staffForm = nullptr;
};

/// “26 giáo viên, 3 cán bộ quản lý, 3 nhân viên”: those with a post, by kind.
QString staffSum(const std::vector<const services::StaffRow*>& rows);

}
