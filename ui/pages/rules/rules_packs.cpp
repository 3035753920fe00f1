// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of the page about whole rule sets: packs, and the confirmation of a provisional one.
#include "ui/pages/rules/packs_view.h"
#include "ui/pages/rules/regulations_view.h"
#include "services/law/rule_pack_service.h"
#include "ui/pages/rules/rules_page.h"
#include "ui/text/path_words.h"

#include <QStackedWidget>

namespace thidua::ui {

using services::RulePackService;

void RulesPage::registerPackActions()
{
    const auto make = [this](const char* verb, const QString& text, const char* icon, const QString& words, std::function<void()> run) {
        shell().actions.add({QStringLiteral("rules.") + QLatin1String(verb), text, QLatin1String(icon), {}, info().id, words, std::move(run)});
    };
    make("take-pack", tr("Nạp bộ quy định…"), "import", tr("nhập tệp quy định mới của xã, sở"), [this] { takePack(); });
    make("export-pack", tr("Xuất bộ quy định…"), "send", tr("gửi bộ quy định cho trường khác"), [this] {
        if (showPacks())
            m_packs->startExport();
    });
    make("renewed", tr("Xem bộ quy định đổi mới làm đổi kết luận nào…"), "refresh", tr("quy định mới của chương trình xét lại"), [this] { showRenewed(); });
    make("drop-pack", tr("Trở lại bộ quy định của chương trình…"), "restore", {}, [this] { dropPack(); });
}

bool RulesPage::showPacks()
{
    if (!m_regulations->leaveForm())
        return false;
    m_stack->setCurrentWidget(m_packs);
    m_footCard->hide();
    return true;
}

void RulesPage::takePack()
{
    const auto path = shell().prompter.openFile(tr("Nạp bộ quy định"), {{tr("Bộ quy định"), {QStringLiteral("json")}}}, QStringLiteral("rule-pack"));
    if (!path)
        return;
    shell().runner.read([&] { return RulePackService(file()).readPack(toPath(*path)); },
                        [this](const services::PackOffer& offer) {
                            if (showPacks())
                                m_packs->showOffer(offer);
                        });
}

void RulesPage::showRenewed()
{
    shell().runner.read([this] { return services::RulesRenewedService(file()).preview(); }, [this](const services::RulesRenewed& renewed) {
        if (showPacks())
            m_packs->showRenewed(renewed);
    });
}

void RulesPage::dropPack()
{
    const auto reason = shell().prompter.askText(tr("Trở lại bộ quy định của chương trình"),
                                                 tr("Lý do (các đề nghị đang xét được xét lại; hoàn tác được)"), {}, tr("Trở lại"));
    if (reason)
        shell().runner.run([&] { return RulePackService(file()).dropPack(fromQ(*reason)); });
}

/// “Bộ quy định đang dùng: … (soạn: …), từ ngày …”, only where it is not the program's own.
QString RulesPage::packWords() const
{
    const auto pack = RulePackService(file()).packInUse();
    if (!pack || !pack->usedFrom)
        return {};
    return QLatin1Char(' ') + tr("Bộ quy định đang dùng: %1 (soạn: %2), từ ngày %3.")
                                  .arg(toQ(pack->title).toHtmlEscaped(), toQ(pack->author).toHtmlEscaped(), dateText(pack->usedFrom));
}

void RulesPage::showProvisional()
{
    const QString key = QStringLiteral("provisional");
    messages().remove(key);
    const auto* day = m_view.first.provisional ? &m_view.first : m_view.second && m_view.second->provisional ? &*m_view.second : nullptr;
    if (day == nullptr)
        return;
    messages().show({Tone::Info, tr("%1 chưa được xác nhận").arg(toQ(day->title)),
                     tr("%1 Kết luận xét theo quy định này để “thiếu thông tin”.").arg(toQ(day->note)),
                     {{tr("Xác nhận quy định mới…"), QStringLiteral("check"), [this, set = day->ruleSet, title = toQ(day->title)] {
                           openRegulations([&] { m_regulations->startConfirmation(set, title, file().clock().today()); });
                       }},
                      {tr("Nạp bộ quy định…"), QStringLiteral("import"), [this] { takePack(); }}},
                     false, key});
}

}
