// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classes/classes_page.h"

#include "services/core/reads.h"
#include "ui/pages/kit/list_paper.h"

namespace thidua::ui {

namespace reads = services::reads;
using domain::EntityKind;
using domain::Op;
using domain::SchoolClass;
using services::PeopleService;
using services::PupilService;

namespace {

constexpr int kGrades = 12;

std::string nameOf(const ClassLine& row)
{
    return row.stored.data.name;
}

}

ClassesPage::ClassesPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "classesTable",
                  .listName = tr("Danh sách lớp của năm học"),
                  .opens = EntityKind::SchoolClass,
                  .reads = reads::pupils() | reads::staff() | reads::years() | reads::school(),
                  .chooseFirst = tr("Xin chọn một lớp trước."),
                  .nothingChosen = tr("Chọn một lớp để xem giáo viên chủ nhiệm và học sinh của lớp."),
                  .sortBy = "name",
                  .paperTitle = tr("Danh sách các lớp")},
                 [](const ClassLine& row) { return row.stored.id.value(); })
{
    declareColumns();
    declareVerbs();
    build();
    setEmpty("book", tr("Năm học này chưa có lớp nào"),
             tr("Nơi ghi các lớp của năm học, giáo viên chủ nhiệm và sĩ số. Lớp cũng tự có khi nhập danh sách học sinh có cột Lớp, "
                "hoặc khi mở năm học mới từ năm trước."), "add");
}

void ClassesPage::declareColumns()
{
    using Row = ClassLine;
    const auto order = [](const Row& r) { return SortKey(r.stored.data.grade.value_or(0) * 1000); };
    setColumns({
        column("name", tr("Lớp"), [](const Row& r) { return Cell::bold(toQ(nameOf(r))); }, 90)
            .sorted([](const Row& r) { return SortKey(QStringLiteral("%1%2").arg(r.stored.data.grade.value_or(0), 2, 10, QLatin1Char('0')).arg(toQ(nameOf(r))).toStdString()); })
            .summed([](const Rows& rows) { return tr("Cộng: %1 lớp").arg(rows.size()); }),
        column("grade", tr("Khối"), [](const Row& r) { return r.stored.data.grade ? Cell::plain(QString::number(*r.stored.data.grade)) : orDash({}); }, 64).right().sorted(order),
        column("teacher", tr("Giáo viên chủ nhiệm"), [](const Row& r) {
            if (r.teacher.isEmpty())
                return Cell::toned(Tone::Warn, tr("chưa có"));
            return r.teacherLeft ? Cell::toned(Tone::Warn, tr("%1 (đã chuyển đi)").arg(r.teacher)) : Cell::plain(r.teacher);
        }, 220).stretched(),
        column("pupils", tr("Sĩ số"), [](const Row& r) { return countOrDash(r.stored.pupils); }, 78).right()
            .sorted([](const Row& r) { return SortKey(r.stored.pupils); })
            .summed([](const Rows& rows) {
                int all = 0;
                for (const auto* row : rows)
                    all += row->stored.pupils;
                return QString::number(all);
            }),
        column("girls", tr("Nữ"), [](const Row& r) { return countOrDash(r.stored.girls); }, 70).right()
            .sorted([](const Row& r) { return SortKey(r.stored.girls); })
            .summed([](const Rows& rows) {
                int all = 0;
                for (const auto* row : rows)
                    all += row->stored.girls;
                return QString::number(all);
            }),
        column("left", tr("Đã chuyển đi"), [](const Row& r) { return countOrDash(r.stored.left); }, 104).right().sorted([](const Row& r) { return SortKey(r.stored.left); }),
    });
    addGrouping({"grade", tr("Gom theo khối"), [](const Row& r) { return r.stored.data.grade ? tr("Khối %1").arg(*r.stored.data.grade) : tr("Chưa rõ khối"); }, order,
                 [](const QString& label, const Rows& rows) { return tr("%1 – %2 lớp").arg(label).arg(rows.size()); }});
}

void ClassesPage::declareVerbs()
{
    addVerb({.id = "add", .text = tr("Thêm lớp"), .icon = "plus", .places = InHead, .operation = Op::AddClass, .run = [this] { openForm(nullptr); }});
    addRowVerb({.id = "printPupils", .text = tr("In danh sách lớp"), .icon = "print", .places = InHead | OnRow}, [this](const ClassLine& row) { printPupils(row); },
               [](const ClassLine& row) { return row.stored.pupils + row.stored.left > 0 ? QString() : tr("Lớp %1 chưa có học sinh nào để in.").arg(toQ(nameOf(row))); });
    addVerb({.id = "print", .text = tr("In danh sách các lớp"), .icon = "print", .places = InMore, .run = [this] { printList(); }});
    addRowVerb({.id = "edit", .text = tr("Sửa"), .icon = "edit", .places = InMore | OnRow | InFoot, .operation = Op::EditClass},
               [this](const ClassLine& row) { openForm(&row); });
    addRowVerb({.id = "remove", .text = tr("Xóa…"), .icon = "trash", .places = InMore | OnRow | InFootEnd, .operation = Op::RemoveClass},
               [this](const ClassLine& row) { remove(row); });
}

std::vector<ClassLine> ClassesPage::readRows()
{
    std::vector<ClassLine> lines;
    if (!year())
        return lines;
    std::map<domain::PersonId, std::pair<QString, bool>> staff;
    for (const auto& person : readOr([&] { return PeopleService(file()).staff(*year(), true); }))
        staff.emplace(person.id, std::pair(toQ(person.named()), person.left));
    for (auto& row : readOr([&] { return PupilService(file()).classes(*year()); })) {
        ClassLine line{std::move(row), {}, false};
        if (const auto& teacher = line.stored.data.teacher; teacher && staff.contains(*teacher))
            std::tie(line.teacher, line.teacherLeft) = staff.at(*teacher);
        lines.push_back(std::move(line));
    }
    return lines;
}

QString ClassesPage::summary() const
{
    if (rows().empty())
        return tr("Chưa có lớp nào trong năm học %1.").arg(toQ(schoolYear().screen()));
    int pupils = 0;
    for (const auto& row : rows())
        pupils += row.stored.pupils;
    QString line = tr("<b>%1 lớp, %2 học sinh</b>").arg(rows().size()).arg(pupils);
    if (const int count = countOf([](const ClassLine& row) { return row.teacher.isEmpty() || row.teacherLeft; }))
        line += tr("; <b>%1 lớp chưa có giáo viên chủ nhiệm</b>").arg(count);
    return line + QLatin1Char('.');
}

std::vector<services::PupilRow> ClassesPage::pupilsOf(domain::SchoolClassId id)
{
    auto pupils = readOr([&] { return PupilService(file()).pupils(*year()); });
    std::erase_if(pupils, [id](const auto& pupil) { return pupil.schoolClass != id; });
    return pupils;
}

void ClassesPage::show(const ClassLine& row)
{
    panel()->setTitle(tr("Lớp %1").arg(toQ(nameOf(row))), row.stored.data.grade ? tr("Khối %1").arg(*row.stored.data.grade) : QString());
    auto* body = new Stack;
    auto* facts = body->facts();
    facts->add(tr("Chủ nhiệm"), row.teacher.isEmpty() ? tr("chưa có") : linkTo(QStringLiteral("teacher"), row.teacher));
    facts->add(tr("Sĩ số"), tr("%1 học sinh, %2 nữ").arg(row.stored.pupils).arg(row.stored.girls));
    if (row.stored.left)
        facts->add(tr("Đã chuyển đi"), QString::number(row.stored.left));
    const auto open = [this, teacher = row.stored.data.teacher](const QString& link) {
        if (link == QLatin1String("teacher"))
            shell().openRecord(EntityKind::Person, teacher->value());
        else
            shell().openRecord(EntityKind::Enrolment, link.toLongLong());
    };
    connect(facts, &DetailList::linkActivated, this, open);
    body->section(tr("Học sinh"), QString::number(row.stored.pupils));
    auto* list = body->facts();
    int number = 0;
    for (const auto& pupil : pupilsOf(row.stored.id))
        list->add(pupil.left ? QStringLiteral("–") : QString::number(++number),
                  linkTo(QString::number(pupil.id.value()), toQ(pupil.named())) + (pupil.left ? tr(" – đã chuyển đi") : QString()));
    if (number == 0)
        body->text(tr("Lớp chưa có học sinh nào; thêm ở trang Học sinh."), TypeRole::Text, Ink::Text2);
    connect(list, &DetailList::linkActivated, this, open);
    panel()->addToBody(body);
}

void ClassesPage::openForm(const ClassLine* row)
{
    auto* form = new RecordForm<SchoolClass>;
    form->text("name", tr("Tên lớp"), &SchoolClass::name).required().placeholder(tr("ví dụ: 2A"));
    std::vector<ChoiceField::Choice> grades{{kNoChoice, tr("Theo tên lớp")}};
    for (int grade = 1; grade <= kGrades; ++grade)
        grades.push_back({std::to_string(grade), QString::number(grade)});
    auto* grade = slim(new ChoiceField(grades));
    form->custom("grade", tr("Khối"), grade, [grade](const SchoolClass& d) { grade->setValue(d.grade ? std::to_string(*d.grade) : std::string(kNoChoice)); },
                 [grade](SchoolClass& d) { d.grade = grade->value() == kNoChoice || grade->isBlank() ? std::nullopt : std::optional(std::stoi(grade->value())); });
    auto* teacher = new SearchField(tr("Gõ tên giáo viên"));
    std::vector<SearchField::Option> options;
    const auto current = row ? row->stored.data.teacher : std::nullopt;
    for (const auto& person : readOr([&] { return PeopleService(file()).staff(*year(), true); }))
        if ((person.assigned && !person.left) || person.id == current)
            options.push_back({person.id.value(), toQ(person.named()), toQ(person.title.empty() ? person.teamName : person.title)});
    teacher->setOptions(std::move(options));
    form->add("teacher", tr("Giáo viên chủ nhiệm"), teacher, &SchoolClass::teacher, Wide).hint(tr("Người đang công tác tại trường trong năm học; để trống khi chưa phân công."));
    form->binder().setValidate([](const SchoolClass& draft) {
        return draft.name.empty() ? std::vector<FieldIssue>{{"name", "class.name-missing", {}}} : std::vector<FieldIssue>{};
    });
    SchoolClass draft;
    draft.year = *year();
    form->load(row ? row->stored.data : draft);
    openRowForm(form, row ? &row->stored : nullptr,
                {.title = row ? tr("Lớp %1").arg(toQ(nameOf(*row))) : tr("Thêm lớp"),
                 .subtitle = row ? tr("Sửa thông tin") : tr("Năm học %1").arg(toQ(schoolYear().screen()))},
                [this](const SchoolClass& given) { return PupilService(file()).addClass(given); },
                [this](domain::SchoolClassId id, const SchoolClass& given, domain::RowVersion version) {
                    return PupilService(file()).editClass(id, given, version);
                });
}

void ClassesPage::remove(const ClassLine& row)
{
    const QString name = toQ(nameOf(row));
    if (shell().prompter.confirm({tr("Xóa lớp"), tr("Xóa lớp %1 của năm học %2? Chỉ xóa được khi lớp không còn học sinh nào.").arg(name, toQ(schoolYear().screen())),
                                  tr("Xóa lớp %1").arg(name), tr("Giữ lại"), true}))
        shell().runner.run([&, id = row.stored.id] { return PupilService(file()).removeClass(id); });
}

void ClassesPage::printPupils(const ClassLine& row)
{
    const QString name = tr("Danh sách học sinh lớp %1").arg(toQ(nameOf(row)));
    ShownTable shown{{tr("Họ và tên"), tr("Ngày sinh"), tr("Giới tính"), tr("Mã học sinh"), tr("Ghi chú")},
                     {Align::Left, Align::Left, Align::Left, Align::Left, Align::Left}, {}};
    for (const auto& pupil : pupilsOf(row.stored.id))
        shown.rows.push_back({false, {toQ(pupil.data.fullName), pupil.data.birth ? toQ(pupil.data.birth->vn()) : QString(),
                                      pupil.data.gender ? toQ(text::label("gender", domain::toCode(*pupil.data.gender))) : QString(), toQ(pupil.data.code),
                                      pupil.left && pupil.data.leftOn ? tr("chuyển đi %1").arg(dateText(pupil.data.leftOn)) : QString()}});
    QString subject = tr("Năm học %1").arg(toQ(schoolYear().paper()));
    if (!row.teacher.isEmpty())
        subject += tr(" – Giáo viên chủ nhiệm: %1").arg(row.teacher);
    context().preview(listPaper(file(), name, subject, file().clock().today(), shown, {{shown.headers[0], 3.0}, {shown.headers[4], 1.6}}),
                      QStringLiteral("%1 %2").arg(name, toQ(schoolYear().text())), {"pdf", "docx", "xlsx"});
}

}
