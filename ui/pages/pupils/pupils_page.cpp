// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pupils/pupils_page.h"

#include "services/core/reads.h"
#include "services/people/people_service.h"
#include "ui/pages/intake/import_wizard.h"
#include "ui/pages/kit/namesake_words.h"
#include "ui/pages/kit/way_paper.h"
#include "ui/pages/pupils/commend_dialog.h"
#include "ui/pages/pupils/erase_dialog.h"
#include "ui/pages/records/merge_dialog.h"

namespace thidua::ui {

namespace reads = services::reads;
using domain::EntityKind;
using domain::Op;
using services::PupilDraft;
using services::PupilService;

namespace {

constexpr const char* kAllClasses = "all";

struct MoveDraft {
    std::optional<domain::SchoolClassId> to;
    friend bool operator==(const MoveDraft&, const MoveDraft&) = default;
};

QString genderOf(const services::PupilRow& row)
{
    return row.data.gender ? toQ(text::label("gender", domain::toCode(*row.data.gender))) : QString();
}

QString birthOf(const domain::Person& person)
{
    return person.birth ? toQ(person.birth->vn()) : QString();
}

/// One pupil and their class of the year; warns of namesakes while the name is typed.
RecordForm<PupilDraft>* makeForm(std::vector<Namesake> everyone, const std::vector<ChoiceField::Choice>& classes, std::optional<domain::PersonId> self, Date today)
{
    auto* form = new RecordForm<PupilDraft>;
    form->text("fullName", PupilsPage::tr("Họ và tên"), [](auto& d) -> auto& { return d.person.fullName; }, Wide).required();
    auto* warning = makeNote({}, QStringLiteral("question"), Ink::Warn, TypeRole::Small, Ink::Warn, form);
    warning->setObjectName(QStringLiteral("namesakeWarning"));
    auto* words = warning->findChildren<Label*>().last();
    warning->hide();
    form->add(warning, Wide);
    form->partialDate("birth", PupilsPage::tr("Ngày sinh"), [](auto& d) -> auto& { return d.person.birth; }).placeholder(PupilsPage::tr("ngày hoặc năm"));
    form->choice("gender", PupilsPage::tr("Giới tính"), [](auto& d) -> auto& { return d.person.gender; }, Half, PupilsPage::tr("Chưa ghi"));
    form->text("code", PupilsPage::tr("Mã học sinh"), [](auto& d) -> auto& { return d.person.code; });
    form->choiceOf("schoolClass", PupilsPage::tr("Lớp"), &PupilDraft::schoolClass, classes);
    form->date("leftOn", PupilsPage::tr("Ngày chuyển đi, thôi học"), [](auto& d) -> auto& { return d.person.leftOn; }, Wide)
        .hint(PupilsPage::tr("Để trống khi em còn học tại trường."));
    form->lines("note", PupilsPage::tr("Ghi chú"), [](auto& d) -> auto& { return d.person.note; }, 2);
    form->binder().setValidate([today](const PupilDraft& draft) { return services::validate(draft, today); });
    QObject::connect(&form->binder(), &FormBinderBase::changed, form, [form, warning, words, self, everyone = std::move(everyone)] {
        const PupilDraft typed = form->draft();
        const QString said = namesakeWords(everyone, self, typed.person.fullName, typed.person.birth);
        warning->setVisible(!said.isEmpty());
        words->setText(said);
    });
    return form;
}

}

PupilsPage::PupilsPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "pupilsTable",
                  .listName = tr("Danh sách học sinh của năm học"),
                  .panelWidth = 320,
                  .opens = EntityKind::Enrolment,
                  .reads = reads::pupils() | reads::honours() | reads::years() | reads::school(),
                  .chooseFirst = tr("Xin chọn một học sinh trước."),
                  .nothingChosen = tr("Chọn một học sinh để xem lớp các năm và khen thưởng đã nhận."),
                  .sortBy = "name",
                  .tickable = true,
                  .paperTitle = tr("Danh sách học sinh")},
                 [](const Row& row) { return row.id.value(); })
{
    declareColumns();
    declareVerbs();
    build();
    addClassFilter();
    setEmpty("pupil", tr("Năm học này chưa có học sinh nào"),
             tr("Nơi ghi học sinh theo lớp của năm học: chỉ họ tên, ngày sinh, giới tính, mã và lớp, đủ để khen thưởng. "
                "Mở năm học mới từ năm trước thì các em lên lớp theo."), "import", "add");
}

void PupilsPage::declareColumns()
{
    setColumns({
        column("name", tr("Họ và tên"), [](const Row& r) { return (r.left ? Cell::secondary(toQ(r.named())) : Cell::plain(toQ(r.named()))).as(toQ(r.data.fullName)); }, 190).stretched()
            .sorted([](const Row& r) { return SortKey(r.sortKey); })
            .summed([](const Rows& rows) { return tr("Cộng: %1 học sinh").arg(std::ranges::count_if(rows, [](const Row* r) { return !r->left; })); }),
        column("birth", tr("Ngày sinh"), [](const Row& r) { return orDash(birthOf(r.data)); }, 96)
            .sorted([](const Row& r) { return SortKey(r.data.birth ? (r.data.birth->date ? r.data.birth->date->iso() : std::to_string(r.data.birth->year)) : std::string()); }),
        column("gender", tr("Giới tính"), [](const Row& r) { return orDash(genderOf(r)); }, 80)
            .summed([](const Rows& rows) {
                return tr("%1 nữ").arg(std::ranges::count_if(rows, [](const Row* r) { return !r->left && r->data.gender == domain::Gender::Female; }));
            }),
        column("class", tr("Lớp"), [](const Row& r) { return r.className.empty() ? Cell::toned(Tone::Warn, tr("chưa xếp")) : Cell::plain(toQ(r.className)); }, 90)
            .sorted([](const Row& r) { return SortKey(r.classOrder); }),
        column("code", tr("Mã học sinh"), [](const Row& r) { return orDash(toQ(r.data.code)); }, 120),
        column("left", tr("Chuyển đi"), [](const Row& r) { return orDash(dateText(r.data.leftOn)); }, 96)
            .sorted([](const Row& r) { return SortKey(r.data.leftOn ? r.data.leftOn->iso() : std::string()); }),
    });
    addGrouping({"class", tr("Gom theo lớp"), [](const Row& r) { return r.className.empty() ? tr("Chưa xếp lớp") : tr("Lớp %1").arg(toQ(r.className)); },
                 [](const Row& r) { return SortKey(r.classOrder); },
                 [](const QString& label, const Rows& rows) {
                     return tr("%1 – %2 học sinh").arg(label).arg(std::ranges::count_if(rows, [](const Row* r) { return !r->left; }));
                 }});
}

void PupilsPage::declareVerbs()
{
    addVerb({.id = "add", .text = tr("Thêm học sinh"), .icon = "plus", .places = InHead, .operation = Op::AddPupil, .run = [this] { openForm(nullptr); }});
    addVerb({.id = "import", .text = tr("Nhập từ tệp…"), .icon = "import", .places = InHead, .operation = Op::ImportPupils,
             .words = tr("nhập danh sách học sinh lớp từ tệp excel"), .run = [this] { runImport(shell(), file(), schoolYear(), services::ListKind::Pupils, window()); }});
    addRowsVerb({.id = "move", .text = tr("Xếp, chuyển lớp…"), .icon = "arrow-right", .places = InHead | OnRow, .operation = Op::MovePupils},
                [this](const Rows& rows) { openMove(rows); });
    addRowsVerb({.id = "commend", .text = tr("Tặng giấy khen…"), .icon = "certificate", .places = InMore | OnRow, .operation = Op::DraftDecision,
                 .words = tr("khen thưởng học sinh quyết định của hiệu trưởng")},
                [this](const Rows& rows) { openCommend(rows); });
    addVerb({.id = "print", .text = tr("In danh sách"), .icon = "print", .places = InHead, .run = [this] {
                 const auto in = m_class->value();
                 printList(in == kAllClasses ? QString() : tr("%1 – năm học %2").arg(in == kNoChoice ? m_class->currentText() : tr("Lớp %1").arg(m_class->currentText()),
                                                                                      toQ(schoolYear().paper())));
             }});
    addRowVerb({.id = "edit", .text = tr("Sửa"), .icon = "edit", .places = InMore | OnRow | InFoot, .operation = Op::EditPupil},
               [this](const Row& row) { openForm(&row); });
    addRowVerb({.id = "way", .text = tr("In quá trình thi đua, khen thưởng"), .icon = "print", .places = InMore | OnRow},
               [this](const Row& row) { previewWay(context(), shell(), domain::SubjectRef::of(row.person), toQ(row.named())); });
    addRowsVerb({.id = "merge", .text = tr("Gộp hồ sơ…"), .icon = "people", .places = InMore | OnRow, .operation = Op::MergePeople, .anyYear = true,
                 .words = tr("một em ghi hai lần hai hồ sơ trùng")},
                [this](const Rows& rows) { mergeRecords(shell(), file(), rows[0]->person, rows.size() > 1 ? std::optional(rows[1]->person) : std::nullopt, window()); },
                [](const Rows& rows) { return rows.size() > 2 ? tr("Xin chỉ đánh dấu hai em.") : QString(); });
    addVerb({.id = "erase", .text = tr("Xóa dữ liệu học sinh đã ra trường…"), .icon = "trash", .places = InMore, .operation = Op::ErasePupils, .anyYear = true,
             .words = tr("xóa dữ liệu cá nhân trẻ em hết thời hạn lưu trữ"), .run = [this] { eraseFormerPupils(shell(), file(), window()); }});
    addRowVerb({.id = "remove", .text = tr("Xóa…"), .icon = "trash", .places = InMore | OnRow | InFootEnd, .operation = Op::RemovePupil},
               [this](const Row& row) { remove(row); });
}

void PupilsPage::addClassFilter()
{
    m_class = new ChoiceField({{kAllClasses, tr("Tất cả các lớp")}}, this);
    m_class->setObjectName(QStringLiteral("pupilsClass"));
    m_class->setAccessibleName(tr("Chỉ xem học sinh của một lớp"));
    m_class->setValue(kAllClasses);
    m_class->setFixedWidth(Theme::px(150));
    m_class->onChanged = [this] { applyClass(); };
    table()->addToToolbarRight(m_class);
}

void PupilsPage::applyClass()
{
    const auto in = m_class->value();
    if (in.empty() || in == kAllClasses)
        return table()->setExtraFilter(nullptr);
    table()->setExtraFilter([this, in](int row) {
        const auto& schoolClass = rows()[static_cast<std::size_t>(row)].schoolClass;
        return schoolClass ? std::to_string(schoolClass->value()) == in : in == kNoChoice;
    });
}

std::vector<ChoiceField::Choice> PupilsPage::classChoices(const QString& none)
{
    std::vector<ChoiceField::Choice> choices{{kNoChoice, none}};
    if (year())
        for (const auto& row : readOr([&] { return PupilService(file()).classRows(*year()); }))
            choices.push_back({std::to_string(row.id.value()), toQ(row.data.name)});
    return choices;
}

std::vector<services::PupilRow> PupilsPage::readRows()
{
    auto choices = classChoices(tr("Chưa xếp lớp"));
    choices.insert(choices.begin(), {kAllClasses, tr("Tất cả các lớp")});
    const auto before = m_class->value();
    const bool kept = std::ranges::any_of(choices, [&before](const auto& choice) { return choice.code == before; });
    m_class->setChoices(choices);
    m_class->setValue(kept ? before : kAllClasses);
    return year() ? readOr([&] { return PupilService(file()).pupils(*year()); }) : std::vector<Row>{};
}

QString PupilsPage::summary() const
{
    const int present = countOf([](const Row& row) { return !row.left; });
    if (rows().empty())
        return tr("Chưa có học sinh nào trong năm học %1.").arg(toQ(schoolYear().screen()));
    const int girls = countOf([](const Row& row) { return !row.left && row.data.gender == domain::Gender::Female; });
    const int without = countOf([](const Row& row) { return !row.left && row.className.empty(); });
    const int unborn = countOf([](const Row& row) { return !row.left && !row.data.birth && !services::isErased(row.data); });
    QString line = tr("<b>%1 học sinh</b>, %2 nữ").arg(present).arg(girls);
    QStringList wanting;
    if (without)
        wanting << tr("<b>%1 em chưa xếp lớp</b>").arg(without);
    if (unborn)
        wanting << tr("<b>%1 em chưa ghi ngày sinh</b>").arg(unborn);
    return wanting.isEmpty() ? line + QLatin1Char('.') : line + QStringLiteral("; ") + wanting.join(QStringLiteral(", ")) + QLatin1Char('.');
}

void PupilsPage::show(const Row& row)
{
    panel()->setTitle(toQ(row.named()), row.className.empty() ? tr("Chưa xếp lớp") : tr("Lớp %1").arg(toQ(row.className)));
    if (row.data.leftOn)
        panel()->setChip(Tone::Mute, (row.left ? tr("Đã chuyển đi %1") : tr("Sẽ chuyển đi %1")).arg(dateText(row.data.leftOn)), QStringLiteral("-"));
    auto* body = new Stack;
    auto* facts = body->facts();
    facts->add(tr("Ngày sinh"), birthOf(row.data));
    facts->add(tr("Giới tính"), genderOf(row));
    facts->add(tr("Mã học sinh"), toQ(row.data.code));
    if (!row.data.note.empty())
        facts->add(tr("Ghi chú"), toQ(row.data.note).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    body->section(tr("Lớp các năm học"));
    auto* years = body->facts();
    for (const auto& one : readOr([&] { return PupilService(file()).yearsOf(row.person); }))
        years->add(toQ(one.year.screen()), one.className.empty() ? tr("chưa xếp lớp") : tr("Lớp %1").arg(toQ(one.className).toHtmlEscaped()));
    body->section(tr("Khen thưởng đã nhận"));
    const auto honours = readOr([&] { return services::PeopleService(file()).honours(domain::SubjectRef::of(row.person)); });
    if (honours.empty())
        body->text(tr("Sổ chưa ghi khen thưởng nào của em này."), TypeRole::Text, Ink::Text2);
    auto* list = body->facts();
    for (const auto& honour : honours)
        list->add(toQ(honour.record.year.screen()), linkTo(QString::number(honour.id.value()), toQ(honour.honourName)));
    connect(list, &DetailList::linkActivated, this, [this](const QString& link) { shell().openRecord(EntityKind::HonourRecord, link.toLongLong()); });
    panel()->addToBody(body);
}

bool PupilsPage::openRecord(EntityKind kind, std::int64_t id)
{
    if (kind == EntityKind::Enrolment && !find(id))
        if (const auto other = readOr([&] { return PupilService(file()).yearOf(domain::EnrolmentId(id)); }))
            context().yearsChanged(*other);
    return ListPage::openRecord(kind, id);
}

void PupilsPage::reveal(std::int64_t)
{
    m_class->setValue(kAllClasses);
}

PupilsPage::Meant PupilsPage::askHere(const PupilDraft& draft, std::optional<std::int64_t>& here)
{
    const auto found = readOr([&] { return PupilService(file()).maybeHere(*year(), draft); });
    if (found.empty())
        return Meant::Nobody;
    QStringList verbs;
    for (const auto& one : found) {
        QStringList facts;
        if (one.data.birth)
            facts << tr("sinh %1").arg(birthOf(one.data));
        facts << (one.className.empty() ? tr("chưa xếp lớp") : tr("lớp %1").arg(toQ(one.className)));
        verbs << tr("Là em này, mở ra xem (%1)").arg(facts.join(QStringLiteral(", ")));
    }
    verbs << tr("Là em khác, thêm mới") << tr("Xem lại");
    const auto answer = static_cast<std::size_t>(shell().prompter.choose(
        tr("Em này đã có trong danh sách?"), tr("Năm học này đã có %1, ngày sinh không nói là hai em khác nhau. Xin cho biết có phải một em không.").arg(toQ(draft.person.fullName)), verbs,
        Prompter::Usual::Safe));
    if (answer < found.size())
        here = found[answer].id.value();
    return answer == found.size() ? Meant::Nobody : here ? Meant::Somebody : Meant::LookAgain;
}

PupilsPage::Meant PupilsPage::askKnown(PupilDraft& draft)
{
    const auto known = readOr([&] { return PupilService(file()).maybeKnown(*year(), draft); });
    if (known.empty())
        return Meant::Nobody;
    QStringList verbs;
    for (const auto& one : known) {
        QStringList facts;
        if (one.data.birth)
            facts << tr("sinh %1").arg(birthOf(one.data));
        if (const auto years = readOr([&] { return PupilService(file()).yearsOf(one.id); }); !years.empty())
            facts << tr("%1 năm học %2").arg(years.front().className.empty() ? tr("chưa xếp lớp") : tr("lớp %1").arg(toQ(years.front().className)),
                                             toQ(years.front().year.screen()));
        verbs << tr("Là %1 (%2)").arg(toQ(one.data.fullName), facts.join(QStringLiteral(", ")));
    }
    verbs << tr("Là em khác, thêm mới") << tr("Xem lại");
    const auto answer = static_cast<std::size_t>(
        shell().prompter.choose(tr("Em này đã có trong sổ?"),
                                tr("Sổ đã có %1 trong danh sách của năm học khác. Là một em thì mọi khen thưởng vẫn ở một chỗ.").arg(toQ(draft.person.fullName)), verbs,
                                Prompter::Usual::Safe));
    if (answer < known.size())
        draft.known = known[answer].id;
    return answer == known.size() ? Meant::Nobody : draft.known ? Meant::Somebody : Meant::LookAgain;
}

/// Adds the one in the form, once it is clear who that is. Who is in the list already is shown instead.
std::optional<std::int64_t> PupilsPage::addOrShow(RecordForm<PupilDraft>& form)
{
    auto given = form.draft();
    std::optional<std::int64_t> here;
    if (const auto meant = askHere(given, here); meant != Meant::Nobody) {
        if (here)
            form.binder().markSaved();
        return here;
    }
    if (askKnown(given) == Meant::LookAgain)
        return std::nullopt;
    return writtenBy(shell().runner, form.binder(), {}, [&] { return PupilService(file()).addPupil(*year(), given); });
}

void PupilsPage::openForm(const Row* row)
{
    std::vector<Namesake> everyone;
    for (const auto& one : rows())
        everyone.push_back({one.person, one.data.fullName, one.data.birth, one.className.empty() ? std::string() : fromQ(tr("lớp %1").arg(toQ(one.className)))});
    auto* form = makeForm(std::move(everyone), classChoices(tr("Chưa xếp lớp")), row ? std::optional(row->person) : std::nullopt, file().clock().today());
    PupilDraft draft;
    if (row)
        draft = {row->data, row->schoolClass};
    else if (const auto in = m_class->value(); in != kAllClasses && in != kNoChoice && !in.empty())
        draft.schoolClass = domain::SchoolClassId(std::stoll(in));
    form->load(draft);
    if (row)
        return openRowForm(form, row, {.title = toQ(row->named()), .subtitle = tr("Sửa thông tin")},
                           [this](const PupilDraft& given) { return PupilService(file()).addPupil(*year(), given); },
                           [this](domain::EnrolmentId id, const PupilDraft& given, domain::RowVersion version) {
                               return PupilService(file()).editPupil(id, given, version);
                           });
    ListPage::openForm({.title = tr("Thêm học sinh"), .subtitle = tr("Năm học %1").arg(toQ(schoolYear().screen())), .body = form, .binder = &form->binder(),
                        .saveText = tr("Thêm vào sổ"), .save = [this, form] { return addOrShow(*form); }});
}

void PupilsPage::openMove(const Rows& rows)
{
    std::vector<domain::EnrolmentId> ids;
    QStringList names;
    for (const auto* row : rows) {
        ids.push_back(row->id);
        names << toQ(row->named());
    }
    auto* form = new RecordForm<MoveDraft>(1);
    form->choiceOf("schoolClass", tr("Vào lớp"), &MoveDraft::to, classChoices(tr("Chưa xếp lớp")), Wide);
    form->FormLayout::add(makeWrapped(names.join(QStringLiteral(", ")).toHtmlEscaped(), TypeRole::Text, Ink::Text2, form), Wide);
    form->load(MoveDraft{rows.front()->schoolClass});
    ListPage::openForm({.title = tr("Xếp, chuyển lớp"), .subtitle = tr("%1 học sinh").arg(ids.size()), .body = form, .binder = &form->binder(),
                        .saveText = tr("Chuyển lớp"), .save = [this, form, ids] {
                            const auto to = form->draft().to;
                            return writtenBy(shell().runner, form->binder(), ids.front().value(), [&] { return PupilService(file()).movePupils(ids, to); });
                        }, .id = ids.front().value(), .name = QStringLiteral("move")});
}

void PupilsPage::openCommend(const Rows& rows)
{
    std::vector<domain::PersonId> pupils;
    QStringList names;
    for (const auto* row : rows) {
        pupils.push_back(row->person);
        names << (row->className.empty() ? toQ(row->named()) : tr("%1 (lớp %2)").arg(toQ(row->named()), toQ(row->className)));
    }
    (new CommendDialog(shell(), context(), *year(), std::move(pupils), names, window()))->open();
}

void PupilsPage::remove(const Row& row)
{
    const QString name = toQ(row.named());
    if (shell().prompter.confirm({tr("Xóa học sinh khỏi danh sách"),
                                  tr("Xóa %1 khỏi danh sách năm học %2? Em chuyển trường, thôi học thì ghi ngày chuyển đi, đừng xóa.").arg(name, toQ(schoolYear().screen())),
                                  tr("Xóa %1").arg(name), tr("Giữ lại"), true}))
        shell().runner.run([&, id = row.id] { return PupilService(file()).removePupil(id); });
}

}
