// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the page of nominations, when, and how it is asked.
#include "ui/pages/review/nominations_page.h"

#include "domain/page_ids.h"
#include "services/papers/document_service.h"
#include "ui/pages/kit/verb.h"
#include "ui/pages/receiver/receiver_wizard.h"
#include "ui/pages/review/nomination_dialogs.h"
#include "ui/pages/review/nomination_panel.h"
#include "ui/pages/review/review_words.h"

namespace thidua::ui {

using services::NominationRow;
using services::NominationService;

void NominationsPage::registerActions()
{
    auto& actions = shell().actions;
    const QString page = info().id;
    actions.add({.id = "nominations.council", .text = tr("Đưa ra Hội đồng…"), .icon = "council", .context = page,
                 .words = tr("lập phiên họp bỏ phiếu"), .run = [this] { bringToCouncil(); }});
    actions.add({.id = "nominations.add", .text = tr("Thêm đề nghị"), .icon = "plus", .context = page, .run = [this] { startAdding(); }});
    actions.add({.id = "nominations.gather", .text = tr("Lập đề nghị từ đăng ký…"), .icon = "register", .context = page,
                 .run = [this] { startGathering(); }});
    actions.add({.id = "nominations.print", .text = tr("In danh sách…"), .icon = "print", .context = page, .run = [this] { print(); }});
    actions.add({.id = "nominations.fillForm", .text = tr("Điền mẫu của cấp trên…"), .icon = "excel", .context = page, .words = tr("điền biểu mẫu excel danh sách đề nghị khen thưởng"),
                 .run = [this] { runReceiver(shell(), file(), schoolYear(), services::ReceiverList::Nominations, window()); }});
    actions.add({.id = "nominations.refresh", .text = tr("Xét lại tất cả"), .icon = "refresh", .context = page,
                 .words = tr("xét lại điều kiện"), .run = [this] { reviewAgain(); }});
    actions.add({.id = "nominations.override", .text = tr("Xét khác kết luận…"), .icon = "edit", .context = page, .run = [this] {
                     m_split->setPanelVisible(true);
                     m_panel->startOverride();
                 }});
    actions.add({.id = "nominations.edit", .text = tr("Sửa loại hình, ngày áp dụng…"), .icon = "edit", .context = page, .words = tr("sửa đề nghị"),
                 .run = [this] { withRow([this](const NominationRow& row) { openChangeDialog(shell(), file(), row, window()); }); }});
    actions.add({.id = "nominations.opinion", .text = tr("Ghi ý kiến cho các dòng chọn…"), .icon = "people", .context = page,
                 .words = tr("ý kiến tổ chuyên môn công đoàn cấp ủy chi bộ"), .run = [this] { recordOpinion(); }});
    actions.add({.id = "nominations.report", .text = tr("Báo cáo thành tích…"), .icon = "report", .context = page, .words = tr("soạn in báo cáo thành tích"),
                 .run = [this] { openReport(); }});
    actions.add({.id = "nominations.sendBack", .text = tr("Trả lại để sửa…"), .icon = "undo", .context = page,
                 .run = [this] { withRow([this](const NominationRow& row) { openSendBackDialog(shell(), file(), row, window()); }); }});
    actions.add({.id = "nominations.sendAgain", .text = tr("Gửi lại"), .icon = "send", .context = page,
                 .run = [this] { withRow([this](const NominationRow& row) { shell().runner.run([&, id = row.id] { return NominationService(file()).sendAgain(id); }); }); }});
    actions.add({.id = "nominations.withdrawn", .text = tr("Đề nghị đã rút…"), .icon = "history", .context = page, .words = tr("xem lý do rút"),
                 .run = [this] { showWithdrawn(); }});
    actions.add({.id = "nominations.withdraw", .text = tr("Rút đề nghị…"), .icon = "undo", .context = page,
                 .run = [this] { withdraw(m_table->selectedIds()); }});
}

QString NominationsPage::whyNot() const
{
    if (!m_year)
        return tr("Xin mở năm học trước.");
    return closedReason();
}

void NominationsPage::updateActions()
{
    auto& actions = shell().actions;
    const QString closed = whyNot();
    const auto pick = [&closed](bool possible, const QString& reason) { return !closed.isEmpty() ? closed : possible ? QString() : reason; };
    const bool some = !m_board.rows.empty();
    actions.setReason("nominations.add", closed);
    actions.setReason("nominations.gather", pick(m_board.registeredWithoutNomination > 0,
                                                   some ? tr("Mọi đăng ký đều đã có đề nghị.") : tr("Năm học này chưa có đăng ký nào.")));
    actions.setReason("nominations.council", pick(some, tr("Chưa có đề nghị nào để đưa ra Hội đồng.")));
    actions.setReason("nominations.refresh", pick(some, tr("Chưa có đề nghị nào để xét.")));
    actions.setReason("nominations.fillForm", some ? QString() : tr("Chưa có đề nghị nào để điền."));
    actions.setReason("nominations.print", some ? QString() : tr("Chưa có đề nghị nào để in."));
    const auto* row = m_table->currentId() ? m_model.find(*m_table->currentId()) : nullptr;
    const auto asked = [&](const char* verb, domain::NominationEvent event) {
        actions.setReason(verb, pick(row != nullptr, tr("Chọn một đề nghị trước.")));
        if (row && closed.isEmpty())
            actions.setReason(verb, refusalOf(row->nomination.state, event, row->nomination.name));
    };
    asked("nominations.withdraw", domain::NominationEvent::Withdraw);
    asked("nominations.override", domain::NominationEvent::Override);
    asked("nominations.edit", domain::NominationEvent::Edit);
    asked("nominations.opinion", domain::NominationEvent::Compose);
    asked("nominations.sendBack", domain::NominationEvent::SendBack);
    asked("nominations.sendAgain", domain::NominationEvent::SendAgain);
    actions.setReason("nominations.report", row ? QString() : tr("Chọn một đề nghị trước."));
    actions.setReason("nominations.withdrawn", m_board.withdrawn.empty() ? tr("Năm học này chưa có đề nghị nào bị rút.") : QString());
    auto* council = actions.find("nominations.council");
    auto* fromRegistrations = actions.find("nominations.gather");
    auto* single = actions.find("nominations.add");
    auto* list = actions.find("nominations.print");
    auto* again = actions.find("nominations.refresh");
    auto* away = actions.find("nominations.withdraw");
    auto* form = actions.find("nominations.fillForm");
    QList<QAction*> more{again};
    if (m_board.registeredWithoutNomination == 0)
        more << fromRegistrations;
    for (const char* verb : {"edit", "opinion", "report", "sendBack", "sendAgain"})
        more << actions.find(QStringLiteral("nominations.") + QLatin1String(verb));
    more << form << actions.find("nominations.withdrawn") << away;
    if (m_board.registeredWithoutNomination > 0)
        setActions({fromRegistrations, council, single, list}, more);
    else
        setActions({council, single, list}, more);
}

void NominationsPage::bringToCouncil()
{
    shell().showPage(pages::kCouncil);
    if (auto* action = shell().actions.find(QStringLiteral("council.emulation-meeting")))
        action->trigger();
}

/// The chosen row, copied: what runs makes the list anew.
void NominationsPage::withRow(const std::function<void(const NominationRow&)>& run)
{
    if (const auto* row = m_table->currentId() ? m_model.find(*m_table->currentId()) : nullptr)
        run(NominationRow(*row));
}

void NominationsPage::withdraw(const QVector<std::int64_t>& ids)
{
    std::vector<domain::NominationId> open;
    QString title;
    for (const auto id : ids)
        if (const auto* row = m_model.find(id); row && domain::may(row->nomination.state, domain::NominationEvent::Withdraw)) {
            open.push_back(row->id);
            title = tr("Rút đề nghị %1 của %2?").arg(toQ(row->honourShort), toQ(row->name));
        }
    if (open.empty() || !whyNot().isEmpty())
        return;
    openWithdrawDialog(shell(), file(), open, open.size() == 1 ? title : tr("Rút %1 đề nghị đang chọn?").arg(open.size()), window());
}

/// Of all chosen rows at once: a team's meeting speaks of all its people.
void NominationsPage::recordOpinion()
{
    std::vector<domain::NominationId> about;
    QString name;
    for (const auto id : m_table->selectedIds())
        if (const auto* row = m_model.find(id); row && domain::may(row->nomination.state, domain::NominationEvent::Compose)) {
            about.push_back(row->id);
            name = toQ(row->name);
        }
    if (!about.empty())
        openOpinionDialog(shell(), file(), about, domain::OpinionBody::Team, about.size() == 1 ? name : tr("%1 đề nghị đang chọn").arg(about.size()), window());
}

void NominationsPage::openReport()
{
    withRow([this](const NominationRow& row) {
        QString closed = whyNot();
        if (closed.isEmpty())
            closed = refusalOf(row.nomination.state, domain::NominationEvent::Compose, row.nomination.name);
        openReportDialog(shell(), file(), row, closed, [this, id = row.id, name = toQ(row.name)] { previewReport(id, name); }, window());
    });
}

void NominationsPage::previewReport(domain::NominationId id, const QString& name)
{
    using services::PaperKind;
    shell().runner.read([&] { return services::DocumentService(file()).build(PaperKind::AchievementReport, id.value(), m_year->id); },
                        [&](documents::Document document) { context().preview(document, tr("Báo cáo thành tích %1").arg(name), services::formatsOf(PaperKind::AchievementReport)); });
}

void NominationsPage::showWithdrawn()
{
    QStringList lines;
    for (const auto& row : m_board.withdrawn)
        lines << tr("%1 – %2: rút ngày %3; lý do: %4").arg(toQ(row.name), toQ(row.honourName), dateText(row.nomination.stateOn),
                                                          row.nomination.stateReason.empty() ? tr("không ghi") : toQ(row.nomination.stateReason));
    shell().prompter.inform(tr("%1 đề nghị đã rút").arg(lines.size()), lines.join(QLatin1Char('\n')));
}

}
