// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/workflow.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/plan_service.h"
#include "ui/pages/prepare/list_page.h"

namespace thidua::ui::prepare {

class CampaignForm;

/// Phong trào: what is launched, reviewed and closed in the year.
class CampaignsPage final : public ListPage {
    Q_OBJECT
public:
    CampaignsPage(PageInfo info, Shell& shell, SchoolContext& context);
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
    using Row = services::CampaignRow;
    struct Note {
        std::string text;
    };
    void registerActions();
    void buildTable();
    void connectTable();
    void readRows();
    void showSummary();
    void updateReasons();
    const Row* current() const;
    QString planTitle(const Row& row) const;
    void edit();
    void openForm(const Row* row);
    void openNote(domain::CampaignVerb event);
    void addFormFoot(const QString& verb, const QString& icon);
    void launch();
    bool saveNote();
    void askRemove(std::int64_t id);
    QString whyNot(domain::CampaignVerb event) const;
    RecordModel<Row> m_model;
    std::vector<services::Stored<domain::Plan>> m_plans;
    CampaignForm* m_form = nullptr;
    FormBinder<Note>* m_note = nullptr;
    domain::CampaignVerb m_noteEvent = domain::CampaignVerb::Review;
    std::int64_t m_noteFor = 0;
};

}
