// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/submissions_page.h"

#include "domain/meeting.h"
#include "domain/page_ids.h"
#include "domain/school.h"
#include "services/core/reads.h"
#include "services/core/school_service.h"
#include "ui/pages/award/award_parts.h"
#include "ui/pages/award/outcome_form.h"
#include "ui/pages/award/package_export.h"
#include "ui/pages/award/submission_view.h"
#include "ui/pages/kit/basis_notes.h"
#include "ui/pages/kit/correct_paper.h"
#include "ui/pages/kit/issue_dialog.h"
#include "ui/pages/kit/paper_gap_fields.h"
#include "ui/pages/kit/proof_dialog.h"
#include "ui/pages/receiver/receiver_wizard.h"

namespace thidua::ui {

namespace reads = services::reads;
using domain::EntityKind;
using domain::Op;
using domain::SubmissionEvent;
using services::SubmissionService;

namespace {

bool isDraftSubmission(const services::SubmissionDetail& row)
{
    return domain::may(row.submission.state, SubmissionEvent::Issue);
}

Cell outcomeCell(const services::SubmissionDetail& row)
{
    if (isDraftSubmission(row))
        return Cell::secondary(SubmissionsPage::tr("chưa trình"));
    return row.waiting > 0 ? Cell::mark(Tone::Warn, SubmissionsPage::tr("%1 chờ").arg(row.waiting), QStringLiteral("clock"))
                           : Cell::mark(Tone::Ok, SubmissionsPage::tr("đủ"));
}

QString sentFrom(const services::SubmissionDetail& row)
{
    return SubmissionsPage::tr("Kính gửi: %1").arg(AwardParts::lines(row.submission.addressees).join(QStringLiteral("; ")));
}

}

SubmissionsPage::SubmissionsPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "submissions",
                  .listName = tr("Tờ trình"),
                  .panelWidth = 400,
                  .opens = EntityKind::Submission,
                  .reads = reads::submissions() | reads::legalTexts() | reads::nominations() | reads::meetings() | reads::school() | reads::years(),
                  .chooseFirst = tr("Chọn một tờ trình trong bảng trước."),
                  .nothingChosen = tr("Chọn một tờ trình để xem danh sách và kết quả của cấp trên."),
                  .nothingHere = tr("Chưa có tờ trình nào."),
                  .sortBy = "date",
                  .order = Qt::DescendingOrder,
                  .twoLines = true,
                  .enterVerb = "print"},
                 [](const Row& row) { return row.id.value(); })
{
    declareColumns();
    declareVerbs();
    declareSteps();
    build();
    setEmpty("send", tr("Nơi soạn tờ trình gửi cấp trên"),
             tr("Những gì Hội đồng đã thông qua mà trường không tự tặng được thì trình cấp trên. "
                "Tờ trình lấy danh sách, số phiếu và thành tích từ phiên họp đã chốt."),
             "add", "openCouncil");
}

void SubmissionsPage::declareColumns()
{
    const auto linesOf = [](const Row& row) { return static_cast<std::int64_t>(row.lines.size()); };
    setColumns({
        column("number", tr("Số, ký hiệu"), [](const Row& r) {
            const std::string number = r.submission.number.text();
            return number.empty() ? Cell::secondary(tr("chưa có số")) : Cell::bold(toQ(number));
        }, 112).summed([](const Rows& rows) { return tr("Cộng: %1 tờ trình").arg(rows.size()); }),
        column("date", tr("Ngày"), [](const Row& r) { return Cell::plain(dateText(r.submission.number.issuedOn)); }, 92)
            .sorted([](const Row& r) { return SortKey(r.submission.number.issuedOn ? r.submission.number.issuedOn->iso() : "9999"); }),
        column("title", tr("Trích yếu"), [](const Row& r) { return Cell::twoLines(toQ(r.submission.title), sentFrom(r)); }, 150).stretched(),
        column("lines", tr("Số dòng"), [linesOf](const Row& r) { return Cell::plain(wholeText(linesOf(r))); }, 74).right()
            .sorted([linesOf](const Row& r) { return SortKey(static_cast<int>(linesOf(r))); })
            .summed([linesOf](const Rows& rows) {
                std::int64_t all = 0;
                for (const Row* row : rows)
                    all += linesOf(*row);
                return wholeText(all);
            }),
        column("outcome", tr("Kết quả"), outcomeCell, 88),
        column("state", tr("Tình trạng"), [](const Row& r) {
            const auto state = r.submission.state;
            return Cell::mark(SubmissionView::stateTone(state), SubmissionView::stateName(state), SubmissionView::stateIcon(state));
        }, 130),
    });
}

void SubmissionsPage::declareVerbs()
{
    addVerb({.id = "add", .text = tr("Soạn tờ trình từ phiên họp…"), .icon = "plus", .places = InHead, .operation = Op::DraftSubmission,
             .words = tr("tờ trình mới dự thảo đề nghị cấp trên"),
             .whyNot = [this] { return m_meetings.empty() ? tr("Chưa có phiên họp nào đã chốt mà còn điều phải trình lên trên.") : QString(); },
             .run = [this] { draft(); }});
    addRowVerb({.id = "issue", .text = tr("Ban hành tờ trình…"), .icon = "stamp", .places = InHead | OnRow | InFoot, .operation = Op::IssueSubmission,
                .words = tr("số ngày ký gửi")},
               [this](const Row& row) { issue(row); },
               [](const Row& row) { return refusalOf(row.submission.state, SubmissionEvent::Issue, row.submission.number.text()); });
    addRowVerb({.id = "outcome", .text = tr("Ghi kết quả…"), .icon = "decision", .places = InHead | OnRow | InFoot, .operation = Op::RecordOutcome,
                .words = tr("quyết định cấp trên được tặng không tặng trả lại")},
               [this](const Row& row) { openOutcome(row); },
               [](const Row& row) {
                   const QString refused = isDraftSubmission(row) ? tr("Ban hành tờ trình trước, rồi mới có kết quả.") : QString();
                   return refused.isEmpty() && row.waiting == 0 ? tr("Mọi dòng của tờ trình này đã có kết quả.") : refused;
               });
    addRowVerb({.id = "print", .text = tr("Xem bản in"), .icon = "print", .places = InHead | OnRow | InFoot, .words = tr("in PDF Word")},
               [this](const Row& row) { previewPaper(services::PaperKind::Submission, row.id.value(), AwardParts::fileName(SubmissionView::headOf(row))); });
}

void SubmissionsPage::declareSteps()
{
    addRowVerb({.id = "edit", .text = tr("Sửa lời văn"), .icon = "edit", .places = InMore | OnRow | InFoot, .operation = Op::EditSubmission},
               [this](const Row& row) { openForm(row); },
               [](const Row& row) { return refusalOf(row.submission.state, SubmissionEvent::Edit, row.submission.number.text()); });
    addRowVerb({.id = "package", .text = tr("Xuất gói hồ sơ…"), .icon = "folder", .places = InMore | OnRow | InFoot, .words = tr("gửi hồ sơ lên cấp trên zip nén thư mục")},
               [this](const Row& row) { exportPackage(this, shell(), file(), row.id, tr("Hồ sơ %1").arg(toQ(row.submission.number.text()))); },
               [](const Row& row) { return isDraftSubmission(row) ? tr("Ban hành tờ trình trước, rồi mới có hồ sơ để gửi.") : QString(); });
    addVerb({.id = "fillForm", .text = tr("Điền mẫu của cấp trên…"), .icon = "excel", .places = InMore,
             .words = tr("điền biểu mẫu excel danh sách kèm tờ trình"),
             .run = [this] { runReceiver(shell(), file(), schoolYear(), services::ReceiverList::Nominations, window()); }});
    addRowVerb({.id = "correct", .text = tr("Sửa văn bản đã ban hành…"), .icon = "stamp", .places = InMore | OnRow | InFoot, .operation = Op::CorrectPaper,
                .anyYear = true, .words = tr("đính chính thu hồi thay thế tờ trình")},
               [this](const Row& row) { PaperCorrector(context(), shell(), this).start(services::PaperKind::Submission, row.id.value(), SubmissionView::headOf(row)); },
               [](const Row& row) { return isDraftSubmission(row) ? tr("Tờ trình chưa ban hành thì sửa ngay dự thảo.") : QString(); });
    addRowVerb({.id = "proofread", .text = tr("Soát lỗi…"), .icon = "inspect", .places = InMore | OnRow, .words = tr("rà lỗi chính tả tờ trình")},
               [this](const Row& row) {
                   proofreadDraft(context(), shell(), window(), toQ(row.submission.title), {services::PaperKind::Submission, row.id.value(), *year()}, !isClosed() && isDraftSubmission(row),
                                  [this, id = row.id](const services::PaperGap& gap) { fill(id, gap); });
               });
    addRowVerb({.id = "openMeeting", .text = tr("Mở phiên họp"), .icon = "council", .places = InMore | InFoot},
               [this](const Row& row) { shell().openRecord(EntityKind::Meeting, row.submission.meeting->value()); },
               [](const Row& row) { return row.submission.meeting ? QString() : tr("Tờ trình này không lập từ phiên họp nào."); });
    addVerb({.id = "openCouncil", .text = tr("Mở trang Hội đồng"), .icon = "council", .run = [this] { shell().showPage(pages::kCouncil); }});
    addRowVerb({.id = "remove", .text = tr("Xóa dự thảo…"), .icon = "trash", .places = InMore | OnRow | InFootEnd, .operation = Op::RemoveSubmission,
                .brief = tr("Xóa…")},
               [this](const Row& row) { remove(row); },
               [](const Row& row) { return refusalOf(row.submission.state, SubmissionEvent::Remove, row.submission.number.text()); });
}

std::vector<services::SubmissionDetail> SubmissionsPage::readRows()
{
    m_meetings.clear();
    if (const auto school = services::SchoolService(file()).school())
        m_issuer = school->data.conferringHead;
    if (!year())
        return {};
    for (const auto& meeting : readOr([&] { return SubmissionService(file()).meetingsToSubmit(*year()); }))
        m_meetings.emplace_back(meeting.id, tr("%1 (%2)").arg(toQ(meeting.data.title), toQ(meeting.data.heldOn.vn())));
    return readOr([&] { return SubmissionService(file()).submissions(*year()); });
}

void SubmissionsPage::afterRead()
{
    shell().setBadge(info().id, countOf(isDraftSubmission), Tone::Warn);
}

QString SubmissionsPage::summary() const
{
    if (rows().empty())
        return m_meetings.empty() ? tr("Chưa có phiên họp nào đã chốt mà thông qua điều phải trình lên trên.")
                                  : tr("Chưa có tờ trình nào; <b>%1 phiên họp đã chốt</b> có thể trình.").arg(m_meetings.size());
    int waiting = 0;
    std::ptrdiff_t conferred = 0;
    for (const auto& row : rows()) {
        waiting += isDraftSubmission(row) ? 0 : row.waiting;
        conferred += std::ranges::count(row.lines, domain::Outcome::Conferred, [](const auto& line) { return line.line.outcome; });
    }
    QStringList parts{tr("%1 tờ trình").arg(rows().size())};
    if (const int drafts = countOf(isDraftSubmission); drafts > 0)
        parts << tr("<b>%1 dự thảo chờ ban hành</b>").arg(drafts);
    if (waiting > 0)
        parts << tr("<b>%1 dòng chờ kết quả</b>").arg(waiting);
    parts << tr("%1 dòng được tặng").arg(conferred);
    return parts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

void SubmissionsPage::show(const Row& row)
{
    const auto state = row.submission.state;
    panel()->setTitle(SubmissionView::headOf(row), AwardParts::shown(row.submission.title));
    panel()->setChip(SubmissionView::stateTone(state), SubmissionView::stateName(state), SubmissionView::stateIcon(state));
    if (auto* notes = makePaperNotes(context(), shell(), services::PaperKind::Submission, row.id.value(), panel()))
        panel()->addToBody(notes);
    if (!isClosed() || row.submission.number.issuedOn)
        if (auto* notes = makeBasisNotes(file(), domain::linesOf(row.submission.bases), row.submission.number.issuedOn, panel()))
            panel()->addToBody(notes);
    panel()->addToBody(new SubmissionView(row));
}

void SubmissionsPage::draft()
{
    QStringList verbs;
    for (const auto& [meeting, name] : m_meetings)
        verbs << name;
    verbs << tr("Thôi");
    const int chosen = shell().prompter.choose(
        tr("Soạn tờ trình từ phiên họp"),
        tr("Tờ trình lấy những gì phiên họp đã thông qua mà trường không tự tặng được. Lấy từ phiên họp nào?"), verbs);
    if (chosen < 0 || chosen >= static_cast<int>(m_meetings.size()))
        return;
    const auto meeting = m_meetings[static_cast<std::size_t>(chosen)].first;
    shell().runner.run([&] { return SubmissionService(file()).draftSubmission(meeting); },
                       [&](domain::SubmissionId id) { openRecord(EntityKind::Submission, id.value()); });
}

void SubmissionsPage::openForm(const Row& row, const services::PaperGap* gap)
{
    using domain::Submission;
    auto* form = new RecordForm<Submission>(1);
    const auto title = form->lines("title", tr("Trích yếu"), &Submission::title, 2).required().placeholder(tr("Về việc …"));
    form->lines("addressees", tr("Kính gửi"), &Submission::addressees, 3).required().hint(tr("Mỗi nơi một dòng."));
    form->lines("bases", tr("Căn cứ"), &Submission::bases, 6).hint(tr("Mỗi căn cứ một dòng; dấu cuối dòng do chương trình in."));
    form->lines("body", tr("Nội dung trình"), &Submission::body, 8)
        .hint(tr("Mỗi đoạn một dòng; để trống thì chương trình viết đoạn mở đầu từ phiên họp. Danh sách đề nghị in kèm."));
    form->lines("enclosures", tr("Hồ sơ kèm theo"), &Submission::enclosures, 5)
        .hint(tr("Mỗi thứ một dòng; chương trình đề xuất theo quy định của từng danh hiệu."));
    form->lines("recipients", tr("Nơi nhận"), &Submission::recipients, 4).hint(tr("Mỗi nơi một dòng; dòng cuối: Lưu: VT."));
    form->binder().setValidate([](const Submission& s) { return services::validate(s); });
    form->load(row.submission);
    ListPage::openForm({.title = tr("Sửa lời văn tờ trình"),
                        .subtitle = tr("%1 dòng đề nghị giữ nguyên như phiên họp đã thông qua").arg(row.lines.size()),
                        .body = form,
                        .binder = &form->binder(),
                        .saveText = tr("Ghi dự thảo"),
                        .save = [this, form, id = row.id, version = row.version] {
                            return writtenBy(shell().runner, form->binder(), id.value(), [&] { return SubmissionService(file()).editSubmission(id, form->draft(), version); });
                        },
                        .id = row.id.value(),
                        .name = "draft",
                        .first = title.field,
                        .enterSaves = false});
    if (gap)
        showGap(shell(), form->binder(), *gap, {{"basis", "bases"}, {"subject", "title"}, {"text", "body"}, {"opening", "body"}});
}

void SubmissionsPage::openOutcome(const Row& row)
{
    auto* form = new OutcomeForm(row, m_issuer);
    ListPage::openForm({.title = tr("Ghi kết quả của cấp trên"),
                        .subtitle = tr("%1 – %2 dòng chờ").arg(SubmissionView::headOf(row)).arg(row.waiting),
                        .body = form,
                        .binder = &form->binder(),
                        .saveText = tr("Ghi kết quả"),
                        .save = [this, form, id = row.id.value()] {
                            return writtenBy(shell().runner, form->binder(), id, [&] { return SubmissionService(file()).recordOutcome(form->outcome()); });
                        },
                        .id = row.id.value(),
                        .name = "outcome",
                        .first = form->firstField(),
                        .enterSaves = false});
    auto* save = panel()->findChild<QPushButton*>(QStringLiteral("outcomeSave"));
    const auto follow = [form, save] {
        const int count = form->answered();
        save->setText(tr("Ghi kết quả %1 dòng").arg(count));
        save->setAccessibleName(save->text());
        save->setEnabled(count > 0);
        save->setToolTip(count > 0 ? tr("Ctrl+S") : tr("Chọn kết quả của ít nhất một dòng."));
    };
    follow();
    connect(&form->binder(), &FormBinderBase::changed, save, follow);
}

void SubmissionsPage::remove(const Row& row)
{
    const Question question{tr("Xóa dự thảo tờ trình"),
                            tr("Xóa dự thảo “%1” với %2 dòng đề nghị? Biên bản phiên họp giữ nguyên, nên soạn lại được.").arg(toQ(row.submission.title)).arg(row.lines.size()),
                            tr("Xóa dự thảo"), tr("Giữ lại"), true};
    if (shell().prompter.confirm(question))
        shell().runner.run([&, id = row.id] { return SubmissionService(file()).removeSubmission(id); });
}

void SubmissionsPage::fill(domain::SubmissionId id, const services::PaperGap& gap)
{
    if (fillInSettings(shell(), window(), gap))
        return;
    if (const Row* row = find(id.value()))
        openForm(*row, &gap);
}

void SubmissionsPage::issue(const Row& row)
{
    IssueDialog dialog(file(), shell().runner,
                       {tr("Ban hành tờ trình"), tr("%1 – %2 dòng đề nghị").arg(toQ(row.submission.title)).arg(row.lines.size()),
                        tr("Ban hành rồi thì số, ngày, lời văn và danh sách không sửa được nữa; kết quả của cấp trên ghi vào từng dòng."),
                        services::PaperKind::Submission, row.id.value(),
                        [this, id = row.id](const services::IssuePaper& paper) { return changesOf(SubmissionService(file()).issueSubmission(id, paper)); },
                        [this, id = row.id](const services::PaperGap& gap) { fill(id, gap); }, [this] { print(); }},
                       this);
    dialog.exec();
}

}
