// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the page of nominations, when, and how it is asked.
#include "ui/pages/review/nominations_page.h"

#include "domain/page_ids.h"
#include "services/papers/document_service.h"
#include "ui/pages/receiver/receiver_wizard.h"
#include "ui/pages/review/nomination_dialogs.h"
#include "ui/pages/review/review_words.h"
#include "ui/pages/school_job.h"

namespace thidua::ui {

using domain::NominationEvent;
using domain::Op;
using services::NominationRow;
using services::NominationService;

namespace {

/// Why a step is off for a nomination in this state.
auto refuses(NominationEvent event)
{
    return [event](const NominationRow& row) { return refusalOf(row.nomination.state, event, row.nomination.name); };
}

/// The same of several: while one of them at least can take the step, it is on.
auto refusesAll(NominationEvent event)
{
    return [event](const std::vector<const NominationRow*>& rows) {
        const bool one = std::ranges::any_of(rows, [event](const NominationRow* row) { return domain::may(row->nomination.state, event); });
        return one ? QString() : refusalOf(rows.front()->nomination.state, event, rows.front()->nomination.name);
    };
}

}

void NominationsPage::declareVerbs()
{
    addVerb({.id = "gather", .text = tr("Lập đề nghị từ đăng ký…"), .icon = "register", .places = InHead, .operation = Op::Nominate,
             .whyNot = [this] {
                 if (m_board.registeredWithoutNomination > 0)
                     return QString();
                 return rows().empty() ? tr("Năm học này chưa có đăng ký nào.") : tr("Mọi đăng ký đều đã có đề nghị.");
             },
             .run = [this] { startGathering(); }});
    addVerb({.id = "council", .text = tr("Đưa ra Hội đồng…"), .icon = "council", .places = InHead, .operation = Op::CreateMeeting,
             .words = tr("lập phiên họp bỏ phiếu"),
             .whyNot = [this] { return rows().empty() ? tr("Chưa có đề nghị nào để đưa ra Hội đồng.") : QString(); },
             .run = [this] { bringToCouncil(); }});
    addVerb({.id = "add", .text = tr("Thêm đề nghị"), .icon = "plus", .places = InHead, .operation = Op::AddNomination, .run = [this] { startAdding(); }});
    addVerb({.id = "print", .text = tr("In danh sách…"), .icon = "print", .places = InHead,
             .whyNot = [this] { return rows().empty() ? tr("Chưa có đề nghị nào để in.") : QString(); },
             .run = [this] { previewPaper(services::PaperKind::NominationList, std::nullopt, tr("Danh sách đề nghị %1").arg(toQ(schoolYear().text()))); }});
    addVerb({.id = "refresh", .text = tr("Xét lại tất cả"), .icon = "refresh", .places = InMore, .operation = Op::RefreshVerdicts, .words = tr("xét lại điều kiện"),
             .whyNot = [this] { return rows().empty() ? tr("Chưa có đề nghị nào để xét.") : QString(); },
             .run = [this] { reviewAgain(); }});
    addRowVerb({.id = "enterFacts", .text = tr("Ghi dữ kiện còn thiếu"), .icon = "edit", .places = 0, .words = tr("bổ sung thông tin điều kiện"), .keepsForm = true},
               [this](const Row&) { focusEntry(); });
}

void NominationsPage::declareSteps()
{
    addRowVerb({.id = "override", .text = tr("Xét khác kết luận…"), .icon = "edit", .places = OnRow | InFoot, .operation = Op::OverrideVerdict, .brief = tr("Xét khác…")},
               [this](const Row& row) { startOverride(row); }, refuses(NominationEvent::Override));
    addRowVerb({.id = "dropOverride", .text = tr("Bỏ ý kiến khác"), .icon = "undo", .places = InMore, .operation = Op::DropOverride},
               [this](const Row& row) { shell().runner.run([this, id = row.id] { return service().overrideVerdict(id, {}); }); },
               [](const Row& row) {
                   const QString none = row.nomination.overrideReason.empty() ? tr("Hội đồng chưa ghi ý kiến khác về đề nghị này.") : QString();
                   return none.isEmpty() ? refuses(NominationEvent::Override)(row) : none;
               });
    addRowVerb({.id = "edit", .text = tr("Sửa loại hình, ngày áp dụng…"), .icon = "edit", .places = InMore, .operation = Op::EditNomination, .words = tr("sửa đề nghị")},
               [this](const Row& row) { openChangeDialog(shell(), file(), row, window()); }, refuses(NominationEvent::Edit));
    addRowsVerb({.id = "opinion", .text = tr("Ghi ý kiến cho các dòng chọn…"), .icon = "people", .places = InMore, .operation = Op::RecordOpinion,
                 .words = tr("ý kiến tổ chuyên môn công đoàn cấp ủy chi bộ")},
                [this](const Rows& rows) { recordOpinion(rows); }, refusesAll(NominationEvent::Compose));
    addRowVerb({.id = "report", .text = tr("Báo cáo thành tích…"), .icon = "report", .places = InMore, .words = tr("soạn in báo cáo thành tích")},
               [this](const Row& row) { openReport(row); });
    addRowVerb({.id = "sendAgain", .text = tr("Gửi lại"), .icon = "send", .places = InMore | InFoot, .operation = Op::SendNominationAgain},
               [this](const Row& row) { shell().runner.run([this, id = row.id] { return service().sendAgain(id); }); }, refuses(NominationEvent::SendAgain));
    addRowVerb({.id = "sendBack", .text = tr("Trả lại để sửa…"), .icon = "undo", .places = InMore | InFoot, .operation = Op::SendBackNomination, .brief = tr("Trả lại…")},
               [this](const Row& row) { openSendBackDialog(shell(), file(), row, window()); }, refuses(NominationEvent::SendBack));
}

void NominationsPage::declareFurther()
{
    addVerb({.id = "fillForm", .text = tr("Điền mẫu của cấp trên…"), .icon = "excel", .places = InMore, .words = tr("điền biểu mẫu excel danh sách đề nghị khen thưởng"),
             .whyNot = [this] { return rows().empty() ? tr("Chưa có đề nghị nào để điền.") : QString(); },
             .run = [this] { runReceiver(shell(), file(), schoolYear(), services::ReceiverList::Nominations, window()); }});
    addVerb({.id = "withdrawn", .text = tr("Đề nghị đã rút…"), .icon = "history", .places = InMore, .words = tr("xem lý do rút"),
             .whyNot = [this] { return m_board.withdrawn.empty() ? tr("Năm học này chưa có đề nghị nào bị rút.") : QString(); },
             .run = [this] { showWithdrawn(); }});
    addRowVerb({.id = "rules", .text = tr("Xem quy định của danh hiệu"), .icon = "law", .places = OnRow, .keys = QKeySequence(Qt::SHIFT | Qt::Key_F1), .keepsForm = true},
               [this](const Row& row) { openRules(row, m_view ? m_view->findingInFocus() : std::string()); });
    addRowsVerb({.id = "withdraw", .text = tr("Rút đề nghị…"), .icon = "undo", .places = InMore | OnRow | InFootEnd, .operation = Op::WithdrawNomination, .brief = tr("Rút…")},
                [this](const Rows& rows) { withdraw(rows); }, refusesAll(NominationEvent::Withdraw));
}

void NominationsPage::bringToCouncil()
{
    shell().showPage(pages::kCouncil);
    if (auto* action = shell().actions.find(QStringLiteral("council.emulation-meeting")))
        action->trigger();
}

void NominationsPage::reviewAgain()
{
    if (m_judging)
        return;
    m_judging = startSchoolJob(
        this, shell(), file(), tr("Đang xét lại các đề nghị"),
        [year = *year()](services::SchoolFile& copy, Progress& progress) { return NominationService(copy).judgeAgain(year, &progress); },
        [this, year = *year()](const NominationService::Rejudged& made) {
            shell().runner.run([&] { return service().keep(year, made); });
        });
}

/// Shift+F1 and a click on an article: the honour's rules on the day by whose law the nomination is judged.
void NominationsPage::openRules(const Row& row, const std::string& finding)
{
    if (context().openRules)
        context().openRules(row.nomination.honour, row.nomination.applicableOn, finding);
}

void NominationsPage::withdraw(const Rows& rows)
{
    std::vector<domain::NominationId> open;
    QString title;
    for (const Row* row : rows)
        if (domain::may(row->nomination.state, NominationEvent::Withdraw)) {
            open.push_back(row->id);
            title = tr("Rút đề nghị %1 của %2?").arg(toQ(row->honourShort), toQ(row->name));
        }
    openWithdrawDialog(shell(), file(), open, open.size() == 1 ? title : tr("Rút %1 đề nghị đang chọn?").arg(open.size()), window());
}

/// Of all chosen rows at once: a team's meeting speaks of all its people.
void NominationsPage::recordOpinion(const Rows& rows)
{
    std::vector<domain::NominationId> about;
    QString name;
    for (const Row* row : rows)
        if (domain::may(row->nomination.state, NominationEvent::Compose)) {
            about.push_back(row->id);
            name = toQ(row->name);
        }
    openOpinionDialog(shell(), file(), about, domain::OpinionBody::Team, about.size() == 1 ? name : tr("%1 đề nghị đang chọn").arg(about.size()), window());
}

void NominationsPage::openReport(const Row& row)
{
    const QString closed = isClosed() ? closedReason() : refuses(NominationEvent::Compose)(row);
    openReportDialog(shell(), file(), row, closed, [this, id = row.id, name = toQ(row.name)] {
        previewPaper(services::PaperKind::AchievementReport, id.value(), tr("Báo cáo thành tích %1").arg(name));
    }, window());
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
