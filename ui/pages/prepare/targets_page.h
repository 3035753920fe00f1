// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_service.h"
#include "ui/pages/prepare/list_page.h"

namespace thidua::ui::prepare {

class ReachedForm;
class TargetForm;

/// Chỉ tiêu: given, registered, reached; what has been reached is entered here.
class TargetsPage final : public ListPage {
    Q_OBJECT
public:
    TargetsPage(PageInfo info, Shell& shell, SchoolContext& context);
    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    void add() override;
    void print() override;

protected:
    void showRecord() override;
    FormBinderBase* form() const override;
    bool saveForm() override;
    void dropForm() override;

private:
    using Row = services::TargetRow;
    void registerActions();
    void buildTable();
    void addGroupings();
    void connectTable();
    void readRows();
    void showNotes();
    void showSummary();
    void updateReasons();
    const Row* current() const;
    std::vector<services::Stored<domain::Plan>> drafts() const;
    void addFacts(const Row& row);
    void addReached(const Row& row);
    void record();
    void edit();
    void openForm(const Row* row);
    void askRemove(std::int64_t id);
    QString whyNotEdit(const Row* row) const;
    RecordModel<Row> m_model;
    std::vector<services::Stored<domain::Plan>> m_plans;
    QWidget* m_notes;
    TargetForm* m_form = nullptr;
    ReachedForm* m_reached = nullptr;
};

}
