// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history/history_page.h"

#include "domain/school_year.h"
#include "rules/overview.h"
#include "services/core/reads.h"
#include "services/core/school_service.h"
#include "ui/pages/history/honour_form.h"
#include "ui/pages/history/past_honours_dialog.h"
#include "ui/pages/intake/import_wizard.h"
#include "ui/pages/kit/screen_columns.h"
#include "ui/pages/kit/way_paper.h"

#include <QApplication>
#include <QClipboard>

#include <set>

namespace thidua::ui {

namespace reads = services::reads;
using domain::EntityKind;
using domain::HonourRecord;
using domain::Op;
using services::PeopleService;

HistoryPage::HistoryPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "historyTable",
                  .listName = tr("Khen thưởng đã nhận của cá nhân và tập thể"),
                  .opens = EntityKind::HonourRecord,
                  .reads = reads::honours() | reads::pupils() | reads::staff() | reads::decisions() | reads::outgoing() | reads::years(),
                  .chooseFirst = tr("Xin chọn một lượt khen thưởng trước."),
                  .nothingChosen = tr("Chọn một lượt khen thưởng để xem quyết định."),
                  .sortBy = "year",
                  .order = Qt::DescendingOrder,
                  .paperTitle = tr("Quá trình khen thưởng")},
                 [](const Row& row) { return row.id.value(); })
{
    declareColumns();
    declareVerbs();
    build();
    table()->setProperty(kScreenColumns, QStringList{QStringLiteral("source")});
    addSubjectFilter();
    connect(table(), &RecordTable::pasted, this, [this] { enterPast(QApplication::clipboard()->text()); });
    setEmpty("history", tr("Chưa ghi khen thưởng nào"),
             tr("Nơi ghi mọi danh hiệu, hình thức khen thưởng mà cá nhân và tập thể đã nhận, kể cả trước khi dùng chương trình. "
                "Điều kiện “hai năm liền”, “ba lần liên tục” được tính từ đây; kết quả do chương trình ghi tự vào đây."), "past", "add",
             tr("Danh sách kèm các quyết định cũ: trong Excel chọn cả tiêu đề, bấm <b>Ctrl+C</b>, rồi bấm <b>Ctrl+V</b> ở đây."));
}

void HistoryPage::declareColumns()
{
    const auto subject = [](const Row& r) { return SortKey((r.record.subject.collective ? "0" : "1") + r.sortKey); };
    setColumns({
        column("name", tr("Cá nhân, tập thể"), [](const Row& r) { return Cell::plain(toQ(r.name)); }, 182).sorted(subject)
            .summed([](const Rows& rows) { return tr("Cộng: %1 lượt").arg(std::ranges::count_if(rows, [](const Row* row) { return !row->record.revokedOn; })); }),
        column("honour", tr("Danh hiệu, hình thức"), [](const Row& r) {
            return r.record.revokedOn ? Cell::secondary(tr("Đã thu hồi: %1").arg(toQ(r.honourName))) : Cell::plain(toQ(r.honourName));
        }, 168).stretched(),
        column("year", tr("Năm học"), [](const Row& r) { return Cell::plain(toQ(r.record.year.screen())); }, 86)
            .sorted([](const Row& r) { return SortKey(r.record.year.startYear()); }),
        column("number", tr("Số quyết định"), [](const Row& r) {
            if (r.record.revokedOn)
                return Cell::secondary(toQ(r.record.decisionNumber));
            return r.record.decisionNumber.empty() ? Cell::toned(Tone::Warn, tr("chưa có số")) : Cell::plain(toQ(r.record.decisionNumber));
        }, 114),
        column("date", tr("Ngày"), [](const Row& r) { return Cell::plain(dateText(r.record.decidedOn)); }, 86)
            .sorted([](const Row& r) { return SortKey(r.record.decidedOn ? r.record.decidedOn->iso() : std::string()); }),
        column("source", tr("Nguồn"), [](const Row& r) {
            return r.record.decision ? Cell::mark(Tone::Ok, tr("Chương trình"), QStringLiteral("lock")) : Cell::secondary(tr("Nhập tay"));
        }, 118),
        column("issuer", tr("Người quyết định"), [](const Row& r) { return Cell::plain(toQ(r.record.issuer)); }, 200).hide(),
        column("ground", tr("Loại hình"), [](const Row& r) { return Cell::plain(toQ(text::label("ground", domain::toCode(r.record.ground)))); }, 110).hide(),
    });
    const auto heading = [](const QString& label, const Rows& rows) { return tr("%1 – %2 lượt").arg(label).arg(rows.size()); };
    addGrouping({"subject", tr("Gom theo người, tập thể"), [](const Row& r) { return toQ(r.name); }, subject, heading});
    addGrouping({"year", tr("Gom theo năm học"), [](const Row& r) { return tr("Năm học %1").arg(toQ(r.record.year.screen())); },
                 [](const Row& r) { return SortKey(-r.record.year.startYear()); }, heading});
}

void HistoryPage::declareVerbs()
{
    const auto own = [](const Row& row) {
        return row.record.decision ? tr("Lượt này do chương trình ghi theo quyết định %1: chỉ xem.").arg(toQ(row.record.decisionNumber)) : QString();
    };
    addVerb({.id = "add", .text = tr("Thêm khen thưởng cũ"), .icon = "plus", .places = InHead, .operation = Op::AddHonourRecord, .anyYear = true,
             .run = [this] { openForm(nullptr); }});
    addVerb({.id = "past", .text = tr("Dán danh sách các năm…"), .icon = "paste", .places = InHead, .operation = Op::ImportHonours, .anyYear = true,
             .words = tr("nhập bù khen thưởng cũ mười năm quyết định cũ bảng"), .run = [this] { enterPast({}); }});
    addVerb({.id = "import", .text = tr("Nhập từ tệp…"), .icon = "import", .places = InHead, .operation = Op::ImportHonours, .anyYear = true,
             .words = tr("nhập khen thưởng cũ quyết định cũ từ tệp excel"),
             .run = [this] { runImport(shell(), file(), schoolYear(), services::ListKind::Honours, window()); }});
    addVerb({.id = "print", .text = tr("In danh sách"), .icon = "print", .places = InHead, .run = [this] { printList(paperSubject()); }});
    addRowVerb({.id = "edit", .text = tr("Sửa"), .icon = "edit", .places = InMore | OnRow | InFoot, .operation = Op::EditHonourRecord, .anyYear = true},
               [this](const Row& row) { openForm(&row); }, own);
    addRowVerb({.id = "remove", .text = tr("Xóa…"), .icon = "trash", .places = InMore | OnRow | InFootEnd, .operation = Op::RemoveHonourRecord, .anyYear = true},
               [this](const Row& row) {
                   const QString what = tr("%1 năm học %2 của %3").arg(toQ(row.honourName), toQ(row.record.year.screen()), toQ(row.name));
                   if (shell().prompter.confirm({tr("Xóa một lượt khen thưởng"), tr("Xóa %1 khỏi quá trình khen thưởng? Xóa xong hoàn tác được.").arg(what),
                                                 tr("Xóa lượt này"), tr("Giữ lại"), true}))
                       shell().runner.run([&, id = row.id] { return PeopleService(file()).removeHonour(id); });
               }, own);
    addRowVerb({.id = "way", .text = tr("In cả quá trình của người, tập thể này"), .icon = "print", .places = InMore | OnRow},
               [this](const Row& row) { previewWay(context(), shell(), row.record.subject, toQ(row.name)); });
    addRowVerb({.id = "openDecision", .text = tr("Mở quyết định"), .icon = "decision", .places = InFoot},
               [this](const Row& row) { shell().openRecord(EntityKind::Decision, row.record.decision->value()); },
               [](const Row& row) { return row.record.decision ? QString() : tr("Lượt này không ghi theo quyết định trong sổ."); });
}

void HistoryPage::addSubjectFilter()
{
    m_subject = new SearchField(tr("Chỉ của một người, tập thể…"), this);
    m_subject->setObjectName(QStringLiteral("historySubject"));
    m_subject->setAccessibleName(tr("Chỉ xem của một người hoặc tập thể"));
    m_subject->setClearButtonEnabled(true);
    m_subject->setFixedWidth(Theme::px(230));
    m_subject->onChanged = [this] { applySubject(); };
    table()->addToToolbarRight(m_subject);
}

std::vector<services::HonourHistoryRow> HistoryPage::readRows()
{
    auto rows = readOr([&] { return PeopleService(file()).honours(); });
    auto subjects = subjectOptions(file(), year());
    std::ranges::move(pupilOptions(file()), std::back_inserter(subjects));
    m_subject->setOptions(std::move(subjects));
    tellHomonyms(rows);
    return rows;
}

void HistoryPage::tellHomonyms(std::vector<Row>& rows) const
{
    std::map<std::int64_t, std::string> named; // by person, for names that several people have
    if (const auto people = PeopleService(file()).staff(domain::SchoolYearId(0), true))
        for (const auto& person : *people)
            if (!person.apart.empty())
                named[person.id.value()] = person.named();
    for (auto& row : rows)
        if (row.record.subject.person)
            if (const auto found = named.find(row.record.subject.person->value()); found != named.end())
                row.name = found->second;
}

void HistoryPage::showOnly(const std::optional<domain::SubjectRef>& subject)
{
    m_subject->setValue(subject ? numberOf(*subject) : std::nullopt);
}

void HistoryPage::showOnly(const std::vector<domain::SubjectRef>& who)
{
    if (!who.empty())
        showOnly(std::optional(who.front()));
}

void HistoryPage::applySubject()
{
    const auto number = m_subject->value();
    if (!number)
        return table()->setExtraFilter(nullptr);
    table()->setExtraFilter([this, subject = subjectOf(number)](int row) { return rows()[static_cast<std::size_t>(row)].record.subject == subject; });
}

QString HistoryPage::paperSubject() const
{
    return m_subject->value() && m_subject->value() != 0 ? m_subject->text() : tr("Cá nhân và tập thể trong trường");
}

QString HistoryPage::summary() const
{
    if (rows().empty())
        return tr("Chưa ghi khen thưởng nào của cá nhân và tập thể trong trường.");
    std::set<domain::SubjectRef> people, collectives;
    for (const auto& row : rows())
        if (!row.record.revokedOn)
            (row.record.subject.person ? people : collectives).insert(row.record.subject);
    const int revoked = countOf([](const Row& row) { return row.record.revokedOn.has_value(); });
    const int own = countOf([](const Row& row) { return row.record.decision && !row.record.revokedOn; });
    const int open = countOf([](const Row& row) { return row.record.decisionNumber.empty(); });
    QString line = tr("<b>%1 lượt khen thưởng</b> của %2 người và %3 tập thể, %4 lượt do chương trình ghi")
                       .arg(static_cast<int>(rows().size()) - revoked).arg(people.size()).arg(collectives.size()).arg(own);
    if (open)
        line += tr("; <b>%1 lượt chưa có số quyết định</b>").arg(open);
    if (revoked)
        line += tr("; %1 lượt đã thu hồi không tính").arg(revoked);
    return line + QLatin1Char('.');
}

void HistoryPage::show(const Row& row)
{
    panel()->setTitle(toQ(row.honourName), tr("%1 – năm học %2").arg(toQ(row.name), toQ(row.record.year.screen())));
    if (row.record.decision)
        panel()->setChip(Tone::Mute, tr("Chỉ xem"), QStringLiteral("lock"));
    auto* body = new Stack;
    auto* list = body->facts();
    const auto subject = row.record.subject;
    list->add(subject.collective ? tr("Tập thể") : tr("Cá nhân"), QStringLiteral("<a href=\"subject\">%1</a>").arg(toQ(row.name).toHtmlEscaped()));
    list->add(tr("Năm học"), toQ(row.record.year.screen()));
    list->add(tr("Loại hình"), toQ(text::label("ground", domain::toCode(row.record.ground))));
    const auto papers = row.record.decision ? readOr([&] { return services::papersOf(file(), row.id); }) : std::vector<services::AwardPaper>();
    if (papers.empty()) {
        list->add(tr("Quyết định"), toQ(row.record.decisionNumber));
        list->add(tr("Ngày"), dateText(row.record.decidedOn));
    }
    for (std::size_t i = 0; i < papers.size(); ++i)
        list->add(toQ(text::label("paper-kind", services::toCode(papers[i].kind))), linkTo(QString::number(i), toQ(papers[i].number)));
    list->add(tr("Người quyết định"), toQ(row.record.issuer));
    if (row.record.revokedOn)
        list->add(tr("Đã thu hồi"), tr("ngày %1, %2").arg(dateText(row.record.revokedOn), toQ(row.record.revokedBy)));
    if (!row.record.note.empty())
        list->add(tr("Ghi chú"), toQ(row.record.note).toHtmlEscaped());
    connect(list, &DetailList::linkActivated, this, [this, subject, papers](const QString& link) {
        bool number = false;
        if (const auto at = link.toUInt(&number); number)
            openPaper(papers[at]);
        else if (subject.person)
            shell().openRecord(EntityKind::Person, subject.person->value());
        else if (subject.collective)
            shell().openRecord(EntityKind::Collective, subject.collective->value());
    });
    auto* only = makeButton(subject.collective ? tr("Chỉ xem của tập thể này") : tr("Chỉ xem của người này"), QStringLiteral("filter"), ButtonKind::Link, body);
    only->setObjectName(QStringLiteral("historyOnly"));
    connect(only, &QPushButton::clicked, this, [this, subject] { showOnly(subject); });
    body->add(only, Qt::AlignLeft);
    if (row.record.decision)
        body->text(tr("Do chương trình ghi theo quyết định trên, nên chỉ xem. Có sai sót thì sửa bằng quyết định mới."), TypeRole::Small, Ink::Text2);
    else if (row.record.decisionNumber.empty())
        body->text(tr("Chưa có số quyết định: nhà trường xem lại hồ sơ giấy rồi bổ sung."), TypeRole::Small, Ink::Warn);
    panel()->addToBody(body);
}

void HistoryPage::openPaper(const services::AwardPaper& paper)
{
    if (paper.ours)
        previewPaper(paper.kind, paper.row, toQ(text::label("paper-kind", services::toCode(paper.kind)) + " " + paper.number).replace(QLatin1Char('/'), QLatin1Char('-')));
    else
        shell().openRecord(EntityKind::Decision, paper.row);
}

namespace {

bool isFor(const rules::HonourInfo& honour, std::string_view kind)
{
    return std::ranges::find(honour.recipientKinds, kind) != honour.recipientKinds.end();
}

}

std::vector<PastHonour> HistoryPage::honourChoices(const Row* row)
{
    // Titles have changed names over time: those of every school year in the file, newest first, and the record's own.
    std::vector<PastHonour> choices;
    const auto take = [&choices](const PastHonour& choice) {
        if (std::none_of(choices.begin(), choices.end(), [&](const auto& known) { return known.code == choice.code; }))
            choices.push_back(choice);
    };
    std::vector<Date> days{file().clock().today()};
    if (const auto years = services::SchoolService(file()).years())
        for (const auto& year : *years)
            days.push_back(year.data.lastDay);
    for (const auto day : days)
        for (const auto& honour : rules::honoursOn(file().rules(), day))
            take({honour.code, honour.name.vi, isFor(honour, "staff"), isFor(honour, "pupil"), isFor(honour, "collective")});
    for (const auto& known : rows())
        take({known.record.honour, known.honourName, known.record.subject.person.has_value(), known.record.subject.person.has_value(), known.record.subject.collective.has_value()});
    if (row)
        take({row->record.honour, row->honourName, true, true, true});
    return choices;
}

void HistoryPage::enterPast(const QString& block)
{
    PastHonoursDialog dialog(shell(), file(), window());
    if (!block.isEmpty())
        dialog.takeBlock(block);
    dialog.exec();
}

void HistoryPage::openForm(const Row* row)
{
    auto* form = new HonourForm(subjectOptions(file(), year()), pupilOptions(file()), honourChoices(row), file().clock().today());
    HonourRecord draft;
    draft.year = schoolYear().previous();
    if (row)
        draft = row->record;
    else if (const auto number = m_subject->value())
        draft.subject = subjectOf(number);
    form->load(draft);
    openRowForm(form, row, {.title = row ? toQ(row->honourName) : tr("Thêm khen thưởng cũ"),
                            .subtitle = row ? toQ(row->name) : tr("Đã nhận trước khi dùng chương trình, hoặc ở trường khác")},
                [this](const HonourRecord& given) { return PeopleService(file()).addHonour(given); },
                [this](domain::HonourRecordId id, const HonourRecord& given, domain::RowVersion version) {
                    return PeopleService(file()).editHonour(id, given, version);
                });
}

}
