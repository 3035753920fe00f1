// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of decisions writes: drafts, issuing, removing.
#include "domain/meeting.h"
#include "services/review/council_service.h"
#include "ui/pages/award/decision_view.h"
#include "ui/pages/award/decisions_page.h"
#include "ui/pages/kit/issue_dialog.h"
#include "ui/pages/kit/paper_gap_fields.h"

namespace thidua::ui {

using domain::EntityKind;
using services::DecisionService;

void DecisionsPage::openNew()
{
    domain::Decision decision;
    decision.kind = domain::DecisionKind::Other;
    decision.year = *year();
    decision.bases = services::usualBases(file(), "confer");
    decision.recipients = {{fromQText(tr("Như Điều 2")), {}}, {fromQText(tr("Lưu: VT")), {}}};
    openForm(decision, nullptr);
}

void DecisionsPage::openForm(const domain::Decision& decision, const Row* row, const services::PaperGap* gap)
{
    using domain::Decision;
    chooseView({});
    auto* form = new RecordForm<Decision>(1);
    const auto title = form->lines("title", tr("Trích yếu"), &Decision::title, 2).required().placeholder(tr("Về việc …"));
    form->lines("bases", tr("Căn cứ"), &Decision::bases, 6).hint(tr("Mỗi căn cứ một dòng, bắt đầu bằng “Căn cứ”; dấu cuối dòng do chương trình in."));
    form->text("proposer", tr("Theo đề nghị của"), &Decision::proposer).placeholder(tr("Tổ trưởng Tổ Văn phòng")).hint(tr("In thành dòng căn cứ cuối: “Theo đề nghị của …”."));
    if (decision.kind == domain::DecisionKind::Other)
        form->lines("articles", tr("Các điều"), &Decision::articles, 8).hint(tr("Mỗi điều một dòng, không cần ghi “Điều 1.”."));
    else
        form->addText(tr("Các điều và danh sách kèm theo do chương trình lập từ những gì quyết định này công nhận."));
    form->lines("recipients", tr("Nơi nhận"), &Decision::recipients, 4).hint(tr("Mỗi nơi một dòng; dòng cuối: Lưu: VT."));
    form->binder().setValidate([](const Decision& d) { return services::validate(d); });
    form->load(decision);
    openRowForm(form, row, {.title = row ? tr("Sửa dự thảo quyết định") : tr("Soạn quyết định"),
                            .subtitle = DecisionView::kindName(decision.kind),
                            .saveText = tr("Ghi dự thảo"),
                            .name = "draft",
                            .first = title.field,
                            .enterSaves = false},
                [this](const Decision& draft) { return DecisionService(file()).draftDecision(draft); },
                [this](domain::DecisionId id, const Decision& draft, domain::RowVersion version) { return DecisionService(file()).editDecision(id, draft, version); });
    if (gap)
        showGap(shell(), form->binder(), *gap, {{"basis", "bases"}, {"subject", "title"}, {"text", "articles"}});
}

void DecisionsPage::remove(const Row& row)
{
    const Question question{tr("Xóa dự thảo quyết định"),
                            tr("Xóa dự thảo “%1”? Các quyết định đã ban hành giữ nguyên.").arg(toQ(row.decision.title)), tr("Xóa dự thảo"),
                            tr("Giữ lại"), true};
    if (shell().prompter.confirm(question))
        shell().runner.run([&, id = row.id] { return DecisionService(file()).removeDecision(id); });
}

/// Of the meetings that passed something the head of the school gives, the one that is chosen.
void DecisionsPage::confer()
{
    DecisionService service(file());
    std::vector<services::ConferralChoice> choices;
    QStringList verbs;
    const auto meetings = services::CouncilService(file()).meetings(*year());
    for (const auto& meeting : meetings ? *meetings : std::vector<services::Stored<domain::Meeting>>()) {
        const auto choice = meeting.data.state == domain::MeetingState::Closed ? service.conferral(meeting.id) : Result<services::ConferralChoice>(services::ConferralChoice());
        if (!choice || choice->count() == 0)
            continue;
        choices.push_back(*choice);
        verbs << tr("%1 (%2): %3 tập thể, cá nhân").arg(toQ(meeting.data.title), toQ(meeting.data.heldOn.vn())).arg(choice->count());
    }
    if (choices.empty()) {
        shell().prompter.inform(tr("Soạn quyết định khen thưởng"),
                                tr("Chưa có phiên họp nào đã chốt mà thông qua giấy khen hay hình thức khác do Hiệu trưởng tặng, hoặc tất cả đã có quyết định. "
                                   "Ghi đăng ký, lập đề nghị “Giấy khen của Hiệu trưởng”, đưa vào phiên họp rồi chốt phiên họp trước."));
        return;
    }
    verbs << tr("Thôi");
    const int chosen = shell().prompter.choose(tr("Soạn quyết định khen thưởng"),
                                               tr("Quyết định của Hiệu trưởng lấy những người, tập thể mà phiên họp đã thông qua. Lấy từ phiên họp nào?"), verbs);
    if (chosen < 0 || chosen >= static_cast<int>(choices.size()))
        return;
    shell().runner.run([&] { return service.draftConferral(choices[static_cast<std::size_t>(chosen)].meeting); },
                       [&](domain::DecisionId id) { openRecord(EntityKind::Decision, id.value()); });
}

void DecisionsPage::fill(domain::DecisionId id, const services::PaperGap& gap)
{
    if (fillInSettings(shell(), window(), gap))
        return;
    if (const Row* row = find(id.value()))
        openForm(row->decision, row, &gap);
}

void DecisionsPage::issue(const Row& row)
{
    IssueDialog dialog(file(), shell().runner,
                       {tr("Ban hành quyết định"), toQ(row.decision.title),
                        tr("Ban hành rồi thì số, ngày và lời văn không sửa được nữa; muốn đổi thì đính chính, thu hồi hoặc thay thế bằng văn bản khác."),
                        services::PaperKind::Decision, row.id.value(),
                        [this, id = row.id](const services::IssuePaper& paper) { return changesOf(DecisionService(file()).issueDecision(id, paper)); },
                        [this, id = row.id](const services::PaperGap& gap) { fill(id, gap); }, [this] { print(); }},
                       this);
    dialog.exec();
}

}
