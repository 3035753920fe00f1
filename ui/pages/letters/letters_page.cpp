// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/letters/letters_page.h"

#include "domain/page_ids.h"
#include "services/core/reads.h"
#include "services/people/people_service.h"
#include "services/people/pupil_service.h"
#include "ui/pages/award/award_parts.h"
#include "ui/pages/kit/correct_paper.h"
#include "ui/pages/kit/issue_dialog.h"
#include "ui/pages/kit/paper_gap_fields.h"

namespace thidua::ui {

namespace reads = services::reads;
using domain::EntityKind;
using domain::Letter;
using domain::LetterEvent;
using domain::LetterState;
using domain::Op;
using domain::SubjectRef;
using services::LetterService;
using services::PaperKind;

namespace {

Tone toneOf(LetterState state)
{
    return state == LetterState::Issued ? Tone::Ok : state == LetterState::Revoked ? Tone::Bad : Tone::Warn;
}

QString nameOf(LetterState state)
{
    return toQ(text::label("letter-state", domain::toCode(state)));
}

/// “Thư khen số 01/TK-THMĐ”, or what a draft is about.
QString headOf(const services::LetterRow& row)
{
    return row.letter.number.number ? LettersPage::tr("Thư khen số %1").arg(toQ(row.letter.number.text())) : LettersPage::tr("Dự thảo thư khen");
}

std::int64_t keyOf(const SubjectRef& subject)
{
    return subject.person ? subject.person->value() : subject.collective ? -subject.collective->value() : 0;
}

SubjectRef subjectOf(std::int64_t key)
{
    return key > 0 ? SubjectRef::of(domain::PersonId(key)) : key < 0 ? SubjectRef::of(domain::CollectiveId(-key)) : SubjectRef{};
}

}

LettersPage::LettersPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "letters",
                  .listName = tr("Thư khen"),
                  .panelWidth = 380,
                  .opens = EntityKind::Letter,
                  .reads = reads::letters() | reads::outgoing() | reads::pupils() | reads::staff() | reads::years(),
                  .chooseFirst = tr("Chọn một thư khen trong bảng trước."),
                  .nothingChosen = tr("Chọn một thư khen để xem nội dung."),
                  .nothingHere = tr("Chưa có thư khen nào."),
                  .sortBy = "date",
                  .order = Qt::DescendingOrder,
                  .twoLines = true,
                  .enterVerb = "print"},
                 [](const Row& row) { return row.id.value(); })
{
    declareColumns();
    declareVerbs();
    build();
    setEmpty("star", tr("Nơi viết thư khen của Hiệu trưởng"),
             tr("Thư khen gửi học sinh, cán bộ, tập thể hoặc người ngoài trường; có số, vào sổ văn bản đi và vào quá trình của người được khen. "
                "Thư khen không qua Hội đồng và không tính vào tiêu chuẩn xét danh hiệu."),
             "add", {});
}

void LettersPage::declareColumns()
{
    setColumns({
        column("number", tr("Số, ký hiệu"), [](const Row& r) { return r.letter.number.number ? Cell::bold(toQ(r.letter.number.text())) : Cell::secondary(tr("chưa có số")); }, 116)
            .summed([](const Rows& rows) { return tr("Cộng: %1 thư").arg(rows.size()); }),
        column("date", tr("Ngày"), [](const Row& r) { return Cell::plain(dateText(r.letter.number.issuedOn)); }, 92)
            .sorted([](const Row& r) { return SortKey(r.letter.number.issuedOn ? r.letter.number.issuedOn->iso() : "9999"); }),
        column("name", tr("Người, tập thể được khen"), [](const Row& r) { return Cell::twoLines(toQ(r.named), toQ(r.letter.post)); }, 180),
        column("title", tr("Về việc"), [](const Row& r) { return Cell::plain(toQ(r.letter.title)); }, 180).stretched(),
        column("state", tr("Tình trạng"), [](const Row& r) {
            return Cell::mark(toneOf(r.letter.state), nameOf(r.letter.state), r.letter.state == LetterState::Draft ? QStringLiteral("edit") : QString());
        }, 118),
    });
}

void LettersPage::declareVerbs()
{
    addVerb({.id = "add", .text = tr("Soạn thư khen"), .icon = "plus", .places = InHead, .operation = Op::DraftLetter, .words = tr("khen học sinh giáo viên phụ huynh"),
             .run = [this] { openNew(); }});
    addRowVerb({.id = "issue", .text = tr("Ban hành thư khen…"), .icon = "stamp", .places = InHead | OnRow | InFoot, .operation = Op::IssueLetter, .words = tr("số ngày ký")},
               [this](const Row& row) { issue(row); }, [](const Row& row) { return refusalOf(row.letter.state, LetterEvent::Issue, row.letter.number.text()); });
    addRowVerb({.id = "print", .text = tr("Xem bản in"), .icon = "print", .places = InHead | OnRow | InFoot, .words = tr("in PDF Word")},
               [this](const Row& row) { previewPaper(PaperKind::Letter, row.id.value(), AwardParts::fileName(tr("%1 – %2").arg(headOf(row), toQ(row.letter.name)))); });
    addRowVerb({.id = "edit", .text = tr("Sửa dự thảo"), .icon = "edit", .places = InMore | OnRow | InFoot, .operation = Op::EditLetter},
               [this](const Row& row) { openForm(row.letter, &row); }, [](const Row& row) { return refusalOf(row.letter.state, LetterEvent::Edit, row.letter.number.text()); });
    addRowVerb({.id = "correct", .text = tr("Sửa văn bản đã ban hành…"), .icon = "stamp", .places = InMore | OnRow | InFoot, .operation = Op::CorrectPaper, .anyYear = true,
                .words = tr("đính chính thu hồi thư khen")},
               [this](const Row& row) { PaperCorrector(context(), shell(), this).start(PaperKind::Letter, row.id.value(), headOf(row)); },
               [](const Row& row) { return row.letter.state == LetterState::Draft ? tr("Dự thảo thì sửa trực tiếp.") : QString(); });
    addRowVerb({.id = "openSubject", .text = tr("Mở hồ sơ"), .icon = "user", .places = InMore | OnRow},
               [this](const Row& row) {
                   const auto& [person, collective] = row.letter.subject;
                   person ? shell().openRecord(EntityKind::Person, person->value()) : shell().openRecord(EntityKind::Collective, collective->value());
               },
               [](const Row& row) { return keyOf(row.letter.subject) == 0 ? tr("Người ngoài trường không có hồ sơ trong tệp.") : QString(); });
    addRowVerb({.id = "remove", .text = tr("Xóa dự thảo…"), .icon = "trash", .places = InMore | OnRow | InFootEnd, .operation = Op::RemoveLetter, .brief = tr("Xóa…")},
               [this](const Row& row) { remove(row); }, [](const Row& row) { return refusalOf(row.letter.state, LetterEvent::Remove, row.letter.number.text()); });
}

std::vector<services::LetterRow> LettersPage::readRows()
{
    if (!year())
        return {};
    return readOr([&] { return LetterService(file()).letters(*year()); });
}

QString LettersPage::summary() const
{
    if (rows().empty())
        return tr("Chưa có thư khen nào của năm học %1.").arg(toQ(schoolYear().screen()));
    const int drafts = countOf([](const Row& row) { return row.letter.state == LetterState::Draft; });
    QString line = tr("%1 thư khen").arg(rows().size());
    line += drafts > 0 ? tr(", <b>%1 dự thảo chờ ban hành</b>").arg(drafts) : tr("; không còn dự thảo");
    return line + QLatin1Char('.');
}

void LettersPage::show(const Row& row)
{
    panel()->setTitle(toQ(row.named), headOf(row));
    panel()->setChip(toneOf(row.letter.state), nameOf(row.letter.state), row.letter.state == LetterState::Draft ? QStringLiteral("edit") : QString());
    if (auto* notes = makePaperNotes(context(), shell(), PaperKind::Letter, row.id.value(), panel()))
        panel()->addToBody(notes);
    auto* stack = new Stack(12);
    auto* facts = stack->facts();
    facts->add(tr("Về việc"), toQ(row.letter.title).toHtmlEscaped());
    if (!row.letter.post.empty())
        facts->add(tr("Chức vụ, đơn vị"), toQ(row.letter.post).toHtmlEscaped());
    if (row.letter.number.issuedOn) {
        facts->add(tr("Ngày"), dateText(row.letter.number.issuedOn));
        facts->add(tr("Người ký"), toQ(row.letter.signerName).toHtmlEscaped());
    }
    stack->head(tr("Nội dung"));
    for (const auto& line : domain::linesOf(row.letter.body))
        stack->text(toQ(line));
    panel()->addToBody(stack);
}

std::vector<SearchField::Option> LettersPage::subjects()
{
    std::vector<SearchField::Option> options;
    for (const auto& row : readOr([&] { return services::PupilService(file()).pupils(*year()); }))
        options.push_back({row.person.value(), toQ(row.named()), row.className.empty() ? tr("học sinh") : tr("lớp %1").arg(toQ(row.className))});
    for (const auto& row : readOr([&] { return services::PeopleService(file()).staff(*year(), true); }))
        options.push_back({row.id.value(), toQ(row.person.fullName), row.apart.empty() ? toQ(row.title) : toQ(row.apart)});
    for (const auto& row : readOr([&] { return services::PeopleService(file()).collectives(); }))
        options.push_back({-row.id.value(), toQ(row.data.name), tr("tập thể")});
    return options;
}

void LettersPage::openNew()
{
    openForm(LetterService(file()).proposed(*year(), SubjectRef{}).value_or(Letter{}), nullptr);
}

void LettersPage::openForm(const Letter& letter, const Row* row, const services::PaperGap* gap)
{
    auto* form = new RecordForm<Letter>(1);
    auto* subject = new SearchField(tr("Gõ tên học sinh, cán bộ, tập thể; để trống: người ngoài trường"));
    subject->setOptions(subjects());
    const auto first = form->custom("subject", tr("Khen ai trong trường"), subject,
                                    std::function<void(const Letter&)>([subject](const Letter& d) { subject->setValue(keyOf(d.subject) == 0 ? std::nullopt : std::optional(keyOf(d.subject))); }),
                                    std::function<void(Letter&)>([subject](Letter& d) { d.subject = subjectOf(subject->value().value_or(0)); })).named("subject");
    const auto name = form->text("name", tr("Tên ghi trên thư"), &Letter::name).required().placeholder(tr("Em Lê Bé; Bà Y Hoa; Gia đình ông A Tuấn"));
    const auto post = form->text("post", tr("Lớp, chức vụ, đơn vị"), &Letter::post).placeholder(tr("lớp 2A; phụ huynh học sinh lớp 2A"));
    form->lines("title", tr("Khen về việc"), &Letter::title, 2).required().placeholder(tr("Nhặt được của rơi, trả lại người mất"));
    form->lines("body", tr("Nội dung thư"), &Letter::body, 7).hint(tr("Mỗi dòng in thành một đoạn; cần có trước khi ban hành."));
    form->lines("recipients", tr("Nơi nhận"), &Letter::recipients, 3).hint(tr("Mỗi nơi một dòng; dòng cuối: Lưu: VT."));
    form->binder().setValidate([](const Letter& d) { return services::validate(d); });
    form->load(letter);
    // Who is chosen fills name and post, as they stand this year.
    auto before = std::move(subject->onChanged);
    subject->onChanged = [this, subject, name = name.field, post = post.field, before = std::move(before)] {
        if (before)
            before();
        if (const auto key = subject->value())
            if (const auto known = LetterService(file()).proposed(*year(), subjectOf(*key))) {
                name->setValue(known->name);
                post->setValue(known->post);
            }
    };
    openRowForm(form, row, {.title = row ? tr("Sửa dự thảo thư khen") : tr("Soạn thư khen"), .subtitle = tr("Năm học %1").arg(toQ(schoolYear().screen())),
                            .saveText = tr("Ghi dự thảo"), .name = "letter", .first = first.field, .enterSaves = false},
                [this, year = letter.year](Letter draft) {
                    draft.year = year;
                    return LetterService(file()).draft(draft);
                },
                [this](domain::LetterId id, const Letter& draft, domain::RowVersion version) { return LetterService(file()).edit(id, draft, version); });
    if (gap)
        showGap(shell(), form->binder(), *gap, {{"about", "title"}, {"text", "body"}, {"subject", "title"}});
}

void LettersPage::fill(domain::LetterId id, const services::PaperGap& gap)
{
    if (fillInSettings(shell(), window(), gap))
        return;
    if (const Row* row = find(id.value()))
        openForm(row->letter, row, &gap);
}

void LettersPage::issue(const Row& row)
{
    IssueDialog dialog(file(), shell().runner,
                       {tr("Ban hành thư khen"), tr("Thư khen %1: %2").arg(toQ(row.letter.name), toQ(row.letter.title)),
                        tr("Ban hành rồi thì số, ngày và lời văn không sửa được nữa; muốn đổi thì đính chính hoặc thu hồi."), PaperKind::Letter, row.id.value(),
                        [this, id = row.id](const services::IssuePaper& paper) { return changesOf(LetterService(file()).issue(id, paper)); },
                        [this, id = row.id](const services::PaperGap& gap) { fill(id, gap); }, [this] { print(); }},
                       this);
    dialog.exec();
}

void LettersPage::remove(const Row& row)
{
    if (shell().prompter.confirm({tr("Xóa dự thảo thư khen gửi %1?").arg(toQ(row.letter.name)), tr("Thư đã ban hành giữ nguyên."), tr("Xóa dự thảo"), tr("Giữ lại"), true}))
        shell().runner.run([&, id = row.id] { return LetterService(file()).remove(id); });
}

}
