// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of submissions writes: drafts from a meeting, wording, issuing, the answer from above.
#include "ui/pages/award/award_parts.h"
#include "ui/pages/award/outcome_form.h"
#include "ui/pages/award/submission_form.h"
#include "ui/pages/award/submission_view.h"
#include "ui/pages/award/submissions_page.h"
#include "ui/pages/kit/correct_paper.h"
#include "ui/pages/kit/issue_dialog.h"
#include "ui/pages/kit/paper_gap_fields.h"

namespace thidua::ui {

using domain::SubmissionState;

void SubmissionsPage::add()
{
    if (isClosed() || m_meetings.empty() || !cancelEdit())
        return;
    QStringList verbs;
    for (const auto& meeting : m_meetings)
        verbs << tr("%1 (%2)").arg(toQ(meeting.data.title), toQ(meeting.data.heldOn.vn()));
    verbs << tr("Thôi");
    const int chosen = shell().prompter.choose(
        tr("Soạn tờ trình từ phiên họp"),
        tr("Tờ trình lấy những gì phiên họp đã thông qua mà trường không tự tặng được. Lấy từ phiên họp nào?"), verbs);
    if (chosen < 0 || chosen >= static_cast<int>(m_meetings.size()))
        return;
    const auto meeting = m_meetings[static_cast<std::size_t>(chosen)].id;
    shell().runner.run([&] { return services::SubmissionService(file()).draftSubmission(meeting); },
                       [&](domain::SubmissionId id) { done(id.value()); });
}

void SubmissionsPage::edit(std::int64_t id)
{
    const auto* row = m_model.find(id);
    if (!row || isClosed() || row->submission.state != SubmissionState::Draft || !cancelEdit())
        return;
    m_edited = row->id;
    m_version = row->version;
    m_panel->clearBody();
    m_panel->clearFoot();
    m_panel->clearChip();
    m_panel->setTitle(tr("Sửa lời văn tờ trình"), tr("%1 dòng đề nghị giữ nguyên như phiên họp đã thông qua").arg(row->lines.size()));
    m_form = new SubmissionForm(row->submission);
    m_panel->addToBody(m_form);
    auto* save = saving(makeButton(tr("Ghi dự thảo"), QStringLiteral("save"), ButtonKind::Primary));
    save->setObjectName(QStringLiteral("saveDraft"));
    connect(save, &QPushButton::clicked, this, &SubmissionsPage::saveDraft);
    auto* cancel = makeButton(tr("Thôi sửa"));
    cancel->setObjectName(QStringLiteral("cancelDraft"));
    connect(cancel, &QPushButton::clicked, this, [this] { cancelEdit(); });
    m_panel->addToFoot(save);
    m_panel->addToFoot(cancel);
    m_split->setPanelVisible(true);
    enable(); // the button that was pressed may be off now
    m_form->focusFirst();
}

void SubmissionsPage::saveDraft()
{
    auto& binder = m_form->binder();
    if (!binder.reveal())
        return;
    const auto id = *m_edited;
    shell().runner.run([&] { return services::SubmissionService(file()).editSubmission(id, binder.draft(), m_version); },
                       [&](services::Done) { done(id.value()); }, &binder);
}

void SubmissionsPage::startOutcome(std::int64_t id)
{
    const auto* row = m_model.find(id);
    if (!row || isClosed() || row->submission.state == SubmissionState::Draft || row->waiting == 0 || !cancelEdit())
        return;
    m_edited = row->id;
    m_panel->clearBody();
    m_panel->clearFoot();
    m_panel->clearChip();
    m_panel->setTitle(tr("Ghi kết quả của cấp trên"), tr("%1 – %2 dòng chờ").arg(SubmissionView::headOf(*row)).arg(row->waiting));
    m_outcome = new OutcomeForm(*row, m_issuer);
    m_panel->addToBody(m_outcome);
    auto* save = saving(makeButton(tr("Ghi kết quả 0 dòng"), QStringLiteral("save"), ButtonKind::Primary));
    save->setObjectName(QStringLiteral("saveOutcome"));
    save->setEnabled(false);
    save->setToolTip(tr("Chọn kết quả của ít nhất một dòng."));
    connect(m_outcome, &OutcomeForm::answeredChanged, save, [save](int count) {
        save->setText(tr("Ghi kết quả %1 dòng").arg(count));
        save->setAccessibleName(save->text());
        save->setEnabled(count > 0);
        save->setToolTip(count > 0 ? QString() : tr("Chọn kết quả của ít nhất một dòng."));
    });
    connect(save, &QPushButton::clicked, this, &SubmissionsPage::saveOutcome);
    auto* cancel = makeButton(tr("Thôi"));
    cancel->setObjectName(QStringLiteral("cancelOutcome"));
    connect(cancel, &QPushButton::clicked, this, [this] { cancelEdit(); });
    m_panel->addToFoot(save);
    m_panel->addToFoot(cancel);
    m_split->setPanelVisible(true);
    enable(); // the button that was pressed may be off now
    m_outcome->focusFirst();
}

void SubmissionsPage::saveOutcome()
{
    if (!m_outcome->reveal())
        return;
    const auto id = m_edited->value();
    shell().runner.run([&] { return services::SubmissionService(file()).recordOutcome(m_outcome->outcome()); },
                       [&](std::optional<domain::DecisionId>) { done(id); }, &m_outcome->binder());
}

void SubmissionsPage::done(std::int64_t id)
{
    m_form = nullptr; // clearBody() deletes them
    m_outcome = nullptr;
    m_edited.reset();
    m_table->setCurrentId(id);
    showPanel();
    enable();
    m_table->view()->setFocus();
}

bool SubmissionsPage::cancelEdit()
{
    if (!isEditing())
        return true;
    const bool dirty = m_form ? m_form->binder().isDirty() : m_outcome->isDirty();
    if (!AwardParts::mayDrop(shell().prompter, dirty, m_form ? tr("tờ trình đang soạn") : tr("kết quả đang ghi")))
        return false;
    const auto id = m_edited ? m_edited->value() : 0;
    done(m_table->currentId().value_or(id));
    return true;
}

void SubmissionsPage::remove(std::int64_t id)
{
    const auto* row = m_model.find(id);
    if (!row || isClosed() || row->submission.state != SubmissionState::Draft || !cancelEdit())
        return;
    const Question question{tr("Xóa dự thảo tờ trình"),
                            tr("Xóa dự thảo “%1” với %2 dòng đề nghị? Biên bản phiên họp giữ nguyên, nên soạn lại được.")
                                .arg(toQ(row->submission.title))
                                .arg(row->lines.size()),
                            tr("Xóa dự thảo"), tr("Giữ lại"), true};
    if (shell().prompter.confirm(question))
        shell().runner.run([&] { return services::SubmissionService(file()).removeSubmission(domain::SubmissionId(id)); });
}

void SubmissionsPage::fill(std::int64_t id, const services::PaperGap& gap)
{
    if (fillInSettings(shell(), window(), gap))
        return;
    edit(id);
    if (m_form)
        showGap(shell(), m_form->binder(), gap, {{"basis", "bases"}, {"subject", "title"}, {"text", "body"}, {"opening", "body"}});
}

void SubmissionsPage::correct()
{
    if (const auto* row = current(); row && !isEditing())
        PaperCorrector(context(), shell(), this).start(services::PaperKind::Submission, row->id.value(), SubmissionView::headOf(*row));
}

void SubmissionsPage::issue(std::int64_t id)
{
    const auto* row = m_model.find(id);
    if (!row || isEditing() || isClosed() || row->submission.state != SubmissionState::Draft)
        return;
    IssueDialog dialog(file(), shell().runner,
                       {tr("Ban hành tờ trình"), tr("%1 – %2 dòng đề nghị").arg(toQ(row->submission.title)).arg(row->lines.size()),
                        tr("Ban hành rồi thì số, ngày, lời văn và danh sách không sửa được nữa; kết quả của cấp trên ghi vào từng dòng."),
                        services::PaperKind::Submission, id,
                        [this, id](const services::IssuePaper& paper) {
                            return changesOf(services::SubmissionService(file()).issueSubmission(domain::SubmissionId(id), paper));
                        },
                        [this, id](const services::PaperGap& gap) { fill(id, gap); }, [this] { print(); }},
                       this);
    dialog.exec();
}

}
