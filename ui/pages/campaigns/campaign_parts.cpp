// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/campaigns/campaign_parts.h"

#include "ui/pages/campaigns/campaign_view.h"
#include "ui/pages/kit/parts.h"
#include "ui/pages/prepare/prepare_words.h"
#include "ui/pages/targets/target_words.h"

namespace thidua::ui::prepare {

namespace {
constexpr std::size_t kRoomForReports = 2;
constexpr std::size_t kParticipantsShown = 40;
}

void addCampaignReports(SidePanel& panel, const services::CampaignRow& row, Date today)
{
    if (row.reports.empty())
        return;
    panel.addToBody(makeRule());
    panel.addToBody(makeSectionHead(Words::tr("Báo cáo phải gửi"), QString::number(row.reports.size())));
    for (const auto& one : row.reports) {
        const auto& report = one.data;
        const QString name = report.sentTo.empty() ? toQ(report.name) : Words::tr("%1 gửi %2").arg(toQ(report.name), toQ(report.sentTo));
        const bool late = !report.sentOn && report.dueOn && *report.dueOn < today;
        const QString state = report.sentOn  ? Words::tr("đã gửi %1").arg(dateText(report.sentOn))
                              : late         ? Words::tr("quá hạn %1, chưa gửi").arg(dateText(report.dueOn))
                              : report.dueOn ? Words::tr("hạn %1").arg(dateText(report.dueOn))
                                             : Words::tr("chưa ghi hạn");
        const Ink ink = late ? Ink::Warn : report.sentOn ? Ink::Ok : Ink::Info;
        panel.addToBody(makeNote(QStringLiteral("%1: %2").arg(name, state), report.sentOn ? QStringLiteral("check") : QStringLiteral("clock"), ink, TypeRole::Text,
                                 late ? Ink::Warn : Ink::Text));
    }
}

void addCampaignTargets(SidePanel& panel, Shell& shell, const std::vector<services::TargetRow>& targets)
{
    if (targets.empty())
        return;
    panel.addToBody(makeRule());
    panel.addToBody(makeSectionHead(Words::tr("Chỉ tiêu của phong trào"), QString::number(targets.size())));
    auto* list = new DetailList(DetailList::Form::Stacked);
    for (const auto& row : targets)
        list->add(Words::tr("Giao %1: %2").arg(givenText(row.target), standingText(row)), linkTo(QString::number(row.id.value()), toQ(row.target.text)));
    QObject::connect(list, &DetailList::linkActivated, list, [&shell](const QString& link) { shell.openRecord(domain::EntityKind::Target, link.toLongLong()); });
    panel.addToBody(list);
}

void addCampaignActivities(SidePanel& panel, Shell& shell, const services::Participation& participation)
{
    panel.addToBody(makeRule());
    panel.addToBody(makeSectionHead(Words::tr("Ai đã tham gia"), participation.who.empty() ? QString() : QString::number(participation.people + participation.collectives)));
    if (participation.who.empty()) {
        panel.addToBody(makeWrapped(Words::tr("Chưa có hoạt động nào ghi cho phong trào này."), TypeRole::Text, Ink::Text2));
        return;
    }
    if (const QString sum = participationText(participation); !sum.isEmpty())
        panel.addToBody(makeWrapped(sum, TypeRole::Text, Ink::Text));
    if (participation.waiting > 0)
        panel.addToBody(makeNote(Words::tr("%1 mục chờ xác nhận, chưa tính.").arg(participation.waiting), QStringLiteral("clock"), Ink::Warn));
    auto* list = new DetailList(DetailList::Form::Beside);
    for (std::size_t at = 0; at < std::min(participation.who.size(), kParticipantsShown); ++at) {
        const auto& one = participation.who[at];
        const QString link = (one.subject.person ? QStringLiteral("p%1").arg(one.subject.person->value()) : QStringLiteral("c%1").arg(one.subject.collective->value()));
        list->add(one.entries > 0 ? Words::tr("%1 mục").arg(one.entries) : Words::tr("chờ"), linkTo(link, toQ(one.name)));
    }
    QObject::connect(list, &DetailList::linkActivated, list, [&shell](const QString& link) {
        shell.openRecord(link.startsWith(QLatin1Char('p')) ? domain::EntityKind::Person : domain::EntityKind::Collective, link.mid(1).toLongLong());
    });
    panel.addToBody(list);
    if (participation.who.size() > kParticipantsShown)
        panel.addToBody(makeWrapped(Words::tr("và %1 nữa").arg(participation.who.size() - kParticipantsShown), TypeRole::Small, Ink::Text2));
}

ReportsForm::ReportsForm(const services::CampaignRow& row, QWidget* parent) : RecordForm(2, parent)
{
    ReportsDraft draft;
    for (const auto& one : row.reports)
        draft.reports.push_back(one.data);
    const auto count = draft.reports.size() + kRoomForReports;
    draft.reports.resize(count);
    for (std::size_t at = 0; at < count; ++at) {
        addSection(tr("Báo cáo %1").arg(at + 1));
        const auto named = [at](const char* name) { return QByteArray(name) + QByteArray::number(static_cast<int>(at)); };
        text(named("reportName").constData(), tr("Tên báo cáo"), [at](auto& d) -> auto& { return d.reports.at(at).name; }, Wide).placeholder(tr("Báo cáo sơ kết"));
        text(named("reportTo").constData(), tr("Gửi ai"), [at](auto& d) -> auto& { return d.reports.at(at).sentTo; }, Wide);
        date(named("reportDue").constData(), tr("Hạn gửi"), [at](auto& d) -> auto& { return d.reports.at(at).dueOn; });
        date(named("reportSent").constData(), tr("Đã gửi ngày"), [at](auto& d) -> auto& { return d.reports.at(at).sentOn; });
    }
    addText(tr("Xóa tên thì báo cáo ấy bỏ đi."));
    load(draft);
}

}
