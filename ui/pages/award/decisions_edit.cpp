// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of decisions writes: drafts, issuing, removing.
#include "ui/pages/award/award_parts.h"
#include "ui/pages/award/decision_form.h"
#include "ui/pages/award/decision_view.h"
#include "ui/pages/award/decisions_page.h"
#include "domain/meeting.h"
#include "services/review/council_service.h"
#include "ui/pages/kit/correct_paper.h"
#include "ui/pages/kit/issue_dialog.h"
#include "ui/pages/kit/paper_gap_fields.h"

#include <QStackedWidget>

namespace thidua::ui {

using domain::DecisionState;

void DecisionsPage::add()
{
    if (isClosed() || !m_year || !cancelEdit())
        return;
    domain::Decision decision;
    decision.kind = domain::DecisionKind::Other;
    decision.year = *m_year;
    decision.bases = services::usualBases(file(), "confer");
    decision.recipients = {{fromQText(tr("Như Điều 2")), {}}, {fromQText(tr("Lưu: VT")), {}}};
    m_segments->setCurrentKey(QStringLiteral("all"));
    showSegment(QStringLiteral("all"));
    showForm({}, decision);
}

void DecisionsPage::edit(std::int64_t id)
{
    const auto* row = m_model.find(id);
    if (!row || isClosed() || row->decision.state != DecisionState::Draft || !cancelEdit())
        return;
    showForm({row->id, row->version}, row->decision);
}

void DecisionsPage::showForm(const Edited& edited, const domain::Decision& decision)
{
    m_edited = edited;
    m_panel->clearBody();
    m_panel->clearFoot();
    m_panel->clearChip();
    m_panel->setTitle(edited.id ? tr("Sửa dự thảo quyết định") : tr("Soạn quyết định"),
                      DecisionView::kindName(decision.kind));
    m_form = new DecisionForm(decision);
    m_panel->addToBody(m_form);
    auto* save = saving(makeButton(tr("Ghi dự thảo"), QStringLiteral("save"), ButtonKind::Primary));
    save->setObjectName(QStringLiteral("saveDraft"));
    connect(save, &QPushButton::clicked, this, &DecisionsPage::saveDraft);
    auto* cancel = makeButton(tr("Thôi sửa"));
    cancel->setObjectName(QStringLiteral("cancelDraft"));
    connect(cancel, &QPushButton::clicked, this, [this] { cancelEdit(); });
    m_panel->addToFoot(save);
    m_panel->addToFoot(cancel);
    m_split->setPanelVisible(true);
    enable(); // the button that was pressed may be off now
    m_form->focusFirst();
}

void DecisionsPage::saveDraft()
{
    auto& binder = m_form->binder();
    if (!binder.reveal())
        return;
    services::DecisionService service(file());
    if (m_edited.id) {
        const auto id = *m_edited.id;
        shell().runner.run([&] { return service.editDecision(id, binder.draft(), m_edited.version); }, [&](services::Done) { saved(id); },
                           &binder);
    } else {
        shell().runner.run([&] { return service.draftDecision(binder.draft()); }, [&](domain::DecisionId id) { saved(id); }, &binder);
    }
}

void DecisionsPage::saved(domain::DecisionId id)
{
    m_form = nullptr; // clearBody() deletes it
    m_table->setCurrentId(id.value());
    showPanel();
    enable();
    m_table->view()->setFocus();
}

bool DecisionsPage::cancelEdit()
{
    if (!m_form)
        return true;
    if (!AwardParts::mayDrop(shell().prompter, m_form->binder().isDirty(), tr("quyết định đang soạn")))
        return false;
    m_form = nullptr;
    showPanel();
    enable();
    m_table->view()->setFocus();
    return true;
}

bool DecisionsPage::mayLeave()
{
    return cancelEdit();
}

void DecisionsPage::remove(std::int64_t id)
{
    const auto* row = m_model.find(id);
    if (!row || isClosed() || row->decision.state != DecisionState::Draft || !cancelEdit())
        return;
    const Question question{tr("Xóa dự thảo quyết định"),
                            tr("Xóa dự thảo “%1”? Các quyết định đã ban hành giữ nguyên.").arg(toQ(row->decision.title)), tr("Xóa dự thảo"),
                            tr("Giữ lại"), true};
    if (shell().prompter.confirm(question))
        shell().runner.run([&] { return services::DecisionService(file()).removeDecision(domain::DecisionId(id)); });
}

void DecisionsPage::correct()
{
    if (const auto* row = current(); row && !m_form)
        PaperCorrector(context(), shell(), this).start(paperOf(*row).first, paperOf(*row).second, DecisionView::headOf(*row));
}

/// Of the meetings that passed something the head of the school gives, the one that is chosen.
void DecisionsPage::confer()
{
    if (isClosed() || !m_year || !cancelEdit())
        return;
    services::DecisionService service(file());
    std::vector<services::ConferralChoice> choices;
    QStringList verbs;
    const auto meetings = services::CouncilService(file()).meetings(*m_year);
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
    m_segments->setCurrentKey(QStringLiteral("all"));
    showSegment(QStringLiteral("all"));
    shell().runner.run([&] { return service.draftConferral(choices[static_cast<std::size_t>(chosen)].meeting); },
                       [&](domain::DecisionId id) { saved(id); });
}

void DecisionsPage::fill(std::int64_t id, const services::PaperGap& gap)
{
    if (fillInSettings(shell(), window(), gap))
        return;
    edit(id);
    if (m_form)
        showGap(shell(), m_form->binder(), gap, {{"basis", "bases"}, {"subject", "title"}, {"text", "articles"}});
}

void DecisionsPage::issue(std::int64_t id)
{
    const auto* row = m_model.find(id);
    if (!row || m_form || isClosed() || row->decision.state != DecisionState::Draft)
        return;
    IssueDialog dialog(file(), shell().runner,
                       {tr("Ban hành quyết định"), toQ(row->decision.title),
                        tr("Ban hành rồi thì số, ngày và lời văn không sửa được nữa; muốn đổi thì đính chính, thu hồi hoặc thay thế bằng văn bản khác."),
                        services::PaperKind::Decision, id,
                        [this, id](const services::IssuePaper& paper) {
                            return changesOf(services::DecisionService(file()).issueDecision(domain::DecisionId(id), paper));
                        },
                        [this, id](const services::PaperGap& gap) { fill(id, gap); }, [this] { print(); }},
                       this);
    dialog.exec();
}

}
