// SPDX-License-Identifier: GPL-3.0-or-later
// The panel of the page of campaigns: reading, the form, the notes of review and close.
#include "services/papers/document_service.h"
#include "ui/pages/prepare/campaign_form.h"
#include "ui/pages/prepare/campaign_view.h"
#include "ui/pages/prepare/campaigns_page.h"
#include "ui/pages/prepare/prepare_words.h"

#include <QTableView>

namespace thidua::ui::prepare {

using domain::CampaignVerb;
using domain::CampaignState;

void CampaignsPage::showRecord()
{
    panel()->clearFoot();
    const auto* row = current();
    if (!row) {
        panel()->showNothing(m_model.rowCount() == 0 ? tr("Phong trào được chọn sẽ hiện ở đây.") : tr("Chọn một phong trào để xem ở đây."));
        updateReasons();
        return;
    }
    fillCampaignPanel(*panel(), *row, planTitle(*row), schoolYear());
    updateReasons();
    auto& actions = shell().actions;
    if (row->campaign.state != CampaignState::Closed && !isClosed())
        panel()->addToFoot(makeButton(actions.find(QStringLiteral("campaigns.edit")), ButtonKind::Normal, panel()));
    panel()->addToFoot(makeButton(actions.find(QStringLiteral("campaigns.print")), ButtonKind::Normal, panel()));
    if (row->campaign.state == CampaignState::Draft && !isClosed()) {
        auto* remove = makeButton(tr("Xóa…"), {}, ButtonKind::Danger);
        remove->setObjectName(QStringLiteral("campaignRemove"));
        connect(remove, &QPushButton::clicked, this, [this, id = row->id.value()] { askRemove(id); });
        panel()->addToFoot(remove, true);
    }
}

FormBinderBase* CampaignsPage::form() const
{
    return m_form ? static_cast<FormBinderBase*>(m_form->binder()) : m_note;
}

void CampaignsPage::dropForm()
{
    m_form = nullptr;
    m_note = nullptr;
    showRecord();
}

void CampaignsPage::add()
{
    if (shell().actions.find(QStringLiteral("campaigns.add"))->isEnabled() && leaveForm())
        openForm(nullptr);
}

void CampaignsPage::edit()
{
    if (shell().actions.find(QStringLiteral("campaigns.edit"))->isEnabled() && leaveForm())
        openForm(current());
}

void CampaignsPage::openForm(const Row* row)
{
    const auto year = yearRow();
    if (!year)
        return;
    split()->setPanelVisible(true);
    panel()->clearFoot();
    panel()->clearBody();
    panel()->clearChip();
    panel()->setTitle(row ? tr("Sửa phong trào") : tr("Phong trào mới"), row ? toQ(row->campaign.name) : tr("năm học %1").arg(toQ(schoolYear().screen())));
    m_form = new CampaignForm(file(), shell());
    m_form->setPlans(m_plans);
    panel()->addToBody(m_form);
    if (row)
        m_form->startEdit(*row, *year);
    else
        m_form->startNew(*year);
    addFormFoot(tr("Ghi phong trào"), QStringLiteral("check"));
    focusLater(m_form->firstField());
}

void CampaignsPage::addFormFoot(const QString& verb, const QString& icon)
{
    auto* save = makeButton(verb, icon, ButtonKind::Primary);
    save->setObjectName(QStringLiteral("campaignSave"));
    connect(save, &QPushButton::clicked, this, [this] { saveForm(); });
    auto* cancel = makeButton(tr("Hủy"));
    cancel->setObjectName(QStringLiteral("campaignCancel"));
    connect(cancel, &QPushButton::clicked, this, [this] { escape(); });
    panel()->addToFoot(save);
    panel()->addToFoot(cancel);
}

bool CampaignsPage::saveForm()
{
    if (m_note)
        return saveNote();
    if (!m_form)
        return true;
    const auto id = m_form->save();
    if (!id)
        return false;
    m_form = nullptr;
    table()->setCurrentId(*id);
    showRecord();
    table()->view()->setFocus(Qt::OtherFocusReason);
    return true;
}

void CampaignsPage::launch()
{
    const auto* row = current();
    if (!row || !leaveForm())
        return;
    const auto id = row->id;
    shell().runner.run([&] { return services::CampaignService(file()).launch(id); });
}

void CampaignsPage::openNote(CampaignVerb event)
{
    const auto* row = current();
    if (!row || !leaveForm())
        return;
    const bool review = event == CampaignVerb::Review;
    m_noteEvent = event;
    m_noteFor = row->id.value();
    split()->setPanelVisible(true);
    panel()->clearFoot();
    panel()->clearBody();
    panel()->clearChip();
    panel()->setTitle(review ? tr("Sơ kết phong trào") : tr("Tổng kết phong trào"), toQ(row->campaign.name));
    auto* host = new QWidget;
    auto* column = new QVBoxLayout(host);
    column->setContentsMargins(0, 0, 0, 0);
    auto* fields = new FormLayout(1, host);
    auto* text = new TextField(8);
    auto* line = fields->add(review ? tr("Nhận xét, kết quả sơ kết") : tr("Nhận xét, kết quả tổng kết"), text)
                     ->hint(tr("Ghi kèm ngày %1.").arg(dateText(file().clock().today())));
    column->addWidget(fields);
    if (!review)
        column->addWidget(makeWrapped(tr("Sau khi tổng kết, phong trào chỉ xem và in."), TypeRole::Small, Ink::Text2, host));
    m_note = new FormBinder<Note>(host);
    m_note->bind("note", line, text, &Note::text);
    m_note->load({});
    text->setObjectName(QStringLiteral("campaignNote"));
    panel()->addToBody(host);
    addFormFoot(review ? tr("Ghi sơ kết") : tr("Tổng kết phong trào"), QStringLiteral("check"));
    focusLater(text);
}

bool CampaignsPage::saveNote()
{
    const std::string note = m_note->draft().text;
    const domain::CampaignId id(m_noteFor);
    services::CampaignService campaigns(file());
    const bool review = m_noteEvent == CampaignVerb::Review;
    const bool done = shell().runner.run([&] { return review ? campaigns.review(id, note) : campaigns.close(id, note); }, [](services::Done) {}, m_note);
    if (!done)
        return false;
    m_note = nullptr;
    showRecord();
    table()->view()->setFocus(Qt::OtherFocusReason);
    return true;
}

void CampaignsPage::askRemove(std::int64_t id)
{
    const auto* row = m_model.find(id);
    if (!row || row->campaign.state != CampaignState::Draft || isClosed() || !leaveForm())
        return;
    if (!shell().prompter.confirm({tr("Xóa phong trào?"), tr("Xóa phong trào “%1” chưa phát động? Ngày kỷ niệm vẫn ở trong thư viện.").arg(toQ(row->campaign.name)),
                                   tr("Xóa phong trào"), tr("Giữ lại"), true}))
        return;
    const auto campaign = domain::CampaignId(id);
    shell().runner.run([&] { return services::CampaignService(file()).removeCampaign(campaign); });
}

void CampaignsPage::print()
{
    const auto* row = current();
    const auto year = yearRow();
    if (!row || !year)
        return;
    const auto kind = services::PaperKind::Campaign;
    const QString name = tr("Phong trào %1").arg(toQ(row->campaign.name)).remove(QRegularExpression(QStringLiteral("[\\\\/:*?\"<>|]")));
    shell().runner.read([&] { return services::DocumentService(file()).build(kind, row->id.value(), year->id); },
                        [&](const documents::Document& document) { preview(document, name, services::formatsOf(kind)); });
}

}
