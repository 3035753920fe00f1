// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/collectives/collectives_page.h"
#include "services/core/reads.h"
#include "services/follow/activity_service.h"
#include "ui/pages/kit/activity_list.h"
#include "ui/pages/kit/way_paper.h"

namespace thidua::ui {

namespace reads = services::reads;
using domain::Collective;
using domain::EntityKind;
using domain::Op;
using services::PeopleService;

namespace {

QString typeOf(const CollectiveRow& row)
{
    return toQ(text::label("collective-type", domain::toCode(row.stored.data.type)));
}

bool isTeam(const CollectiveRow& row)
{
    return row.stored.data.type == domain::CollectiveType::Team || row.stored.data.type == domain::CollectiveType::Office;
}

}

CollectivesPage::CollectivesPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "collectivesTable",
                  .listName = tr("Danh sách tập thể"),
                  .opens = EntityKind::Collective,
                  .reads = reads::staff() | reads::activities() | reads::collectives() | reads::honours() | reads::statedFacts() | reads::school() | reads::years(),
                  .chooseFirst = tr("Xin chọn một tập thể trước."),
                  .nothingChosen = tr("Chọn một tập thể để xem người và khen thưởng của tập thể đó."),
                  .sortBy = "order",
                  .paperTitle = tr("Danh sách tập thể")},
                 [](const CollectiveRow& row) { return row.stored.id.value(); })
{
    declareColumns();
    declareVerbs();
    build();
    setEmpty("people", tr("Chưa có tập thể nào"),
             tr("Nơi ghi nhà trường, các tổ chuyên môn, tổ văn phòng, lớp và đoàn thể: tập thể đăng ký và được xét danh hiệu như cá nhân."), "add");
}

void CollectivesPage::declareColumns()
{
    using Row = CollectiveRow;
    setColumns({
        column("order", tr("Thứ tự"), [](const Row& r) { return Cell::secondary(QString::number(r.stored.data.sortOrder)); }, 64).right()
            .sorted([](const Row& r) { return SortKey(r.stored.data.sortOrder); }),
        column("name", tr("Tên tập thể"), [](const Row& r) {
            const QString name = toQ(r.stored.data.name);
            return r.stored.data.active ? Cell::plain(name) : Cell::secondary(name);
        }, 220).stretched().summed([](const Rows& rows) { return tr("Cộng: %1 tập thể").arg(rows.size()); }),
        column("short", tr("Tên viết tắt"), [](const Row& r) { return Cell::secondary(toQ(r.stored.data.shortName)); }, 110).hide(),
        column("type", tr("Loại"), [](const Row& r) { return Cell::plain(typeOf(r)); }, 122),
        column("people", tr("Số người"), [](const Row& r) { return countOrDash(r.people.size()); }, 78).right()
            .sorted([](const Row& r) { return SortKey(static_cast<int>(r.people.size())); })
            .summed([](const Rows& rows) {
                qsizetype people = 0;
                for (const auto* row : rows)
                    if (row->stored.data.type != domain::CollectiveType::School) // everybody once more
                        people += row->people.size();
                return QString::number(people);
            }),
        column("honours", tr("Khen thưởng"), [](const Row& r) { return countOrDash(static_cast<std::int64_t>(r.honours.size())); }, 96).right()
            .sorted([](const Row& r) { return SortKey(static_cast<int>(r.honours.size())); }),
        column("state", tr("Tình trạng"), [](const Row& r) {
            return r.stored.data.active ? Cell::mark(Tone::Ok, tr("Đang hoạt động")) : Cell::mark(Tone::Mute, tr("Đã thôi"));
        }, 132),
    });
    addGrouping({"type", tr("Gom theo loại"), typeOf, [](const Row& r) { return SortKey(static_cast<int>(r.stored.data.type)); },
                 [](const QString& label, const Rows& rows) { return tr("%1 – %2 tập thể").arg(label).arg(rows.size()); }});
}

void CollectivesPage::declareVerbs()
{
    addVerb({.id = "add", .text = tr("Thêm tập thể"), .icon = "plus", .places = InHead, .operation = Op::AddCollective, .anyYear = true,
             .run = [this] { openForm(nullptr); }});
    addVerb({.id = "print", .text = tr("In danh sách"), .icon = "print", .places = InHead, .run = [this] { printList(); }});
    addRowVerb({.id = "edit", .text = tr("Sửa"), .icon = "edit", .places = InMore | OnRow | InFoot, .operation = Op::EditCollective, .anyYear = true},
               [this](const CollectiveRow& row) { openForm(&row); });
    addRowVerb({.id = "state", .text = tr("Ghi dữ kiện…"), .icon = "plus", .places = InMore | OnRow, .operation = Op::StateFact, .keepsForm = true},
               [this](const CollectiveRow& row) { StatedFactsView::state(shell(), file(), statedOf(row), this); });
    addRowVerb({.id = "way", .text = tr("In quá trình thi đua, khen thưởng"), .icon = "print", .places = InMore | OnRow},
               [this](const CollectiveRow& row) { previewWay(context(), shell(), domain::SubjectRef::of(row.stored.id), toQ(row.stored.data.name)); });
    addRowVerb({.id = "remove", .text = tr("Xóa…"), .icon = "trash", .places = InMore | OnRow | InFootEnd, .operation = Op::RemoveCollective, .anyYear = true},
               [this](const CollectiveRow& row) { remove(row); });
}

std::vector<CollectiveRow> CollectivesPage::readRows()
{
    PeopleService service(file());
    std::map<domain::CollectiveId, QStringList> members;
    QStringList everybody;
    if (year())
        for (const auto& person : readOr([&] { return service.staff(*year()); }))
            if (!person.left) {
                everybody << toQ(person.named());
                if (person.team)
                    members[*person.team] << toQ(person.named());
            }
    const auto honours = readOr([&] { return service.honours(); });
    std::vector<CollectiveRow> rows;
    for (auto& one : readOr([&] { return service.collectives(); })) {
        CollectiveRow row{std::move(one), {}, {}};
        row.people = row.stored.data.type == domain::CollectiveType::School ? everybody : members[row.stored.id];
        for (const auto& honour : honours)
            if (honour.record.subject.collective == row.stored.id)
                row.honours.push_back(honour);
        rows.push_back(std::move(row));
    }
    return rows;
}

QString CollectivesPage::summary() const
{
    const int active = countOf([](const CollectiveRow& row) { return row.stored.data.active; });
    const int teams = countOf([](const CollectiveRow& row) { return row.stored.data.active && isTeam(row); });
    const int empty = countOf([](const CollectiveRow& row) { return row.stored.data.active && isTeam(row) && row.people.isEmpty(); });
    QString line = tr("<b>%1 tập thể</b> đang hoạt động, trong đó %2 tổ").arg(active).arg(teams);
    if (empty)
        line += tr("; <b>%1 tổ chưa có người nào</b> trong năm học %2").arg(empty).arg(toQ(schoolYear().screen()));
    return line + QLatin1Char('.');
}

void CollectivesPage::show(const CollectiveRow& row)
{
    panel()->setTitle(toQ(row.stored.data.name), typeOf(row));
    if (!row.stored.data.active)
        panel()->setChip(Tone::Mute, tr("Đã thôi"), QStringLiteral("-"));
    auto* body = new Stack;
    auto* facts = body->facts();
    facts->add(tr("Tên viết tắt"), toQ(row.stored.data.shortName));
    facts->add(tr("Thứ tự"), QString::number(row.stored.data.sortOrder));
    if (!row.people.isEmpty()) {
        body->section(tr("Người trong năm học %1").arg(toQ(schoolYear().screen())), QString::number(row.people.size()));
        body->text(row.people.join(QStringLiteral(", ")));
    }
    body->section(tr("Khen thưởng đã nhận"));
    if (row.honours.empty())
        body->text(tr("Sổ chưa ghi khen thưởng nào của tập thể này."), TypeRole::Text, Ink::Text2);
    auto* honours = body->facts();
    for (const auto& honour : row.honours)
        honours->add(toQ(honour.record.year.screen()), linkTo(QString::number(honour.id.value()), toQ(honour.honourName)));
    connect(honours, &DetailList::linkActivated, this, [this](const QString& link) { shell().openRecord(EntityKind::HonourRecord, link.toLongLong()); });
    panel()->addToBody(body);
    auto* activities = new ActivityList(readOr([&] { return services::ActivityService(file()).of(domain::SubjectRef::of(row.stored.id)); }), panel());
    connect(activities, &ActivityList::opened, this, [this](qint64 id) { shell().openRecord(EntityKind::Activity, id); });
    panel()->addToBody(activities);
    panel()->addToBody(new StatedFactsView(shell(), file(), statedOf(row), panel()));
}

StatedFactsView::Whose CollectivesPage::statedOf(const CollectiveRow& row) const
{
    return {domain::SubjectRef::of(row.stored.id), toQ(row.stored.data.name), schoolYear(), year() && !isClosed()};
}

void CollectivesPage::openForm(const CollectiveRow* row)
{
    auto* form = new RecordForm<Collective>;
    form->text("name", tr("Tên tập thể"), &Collective::name, Wide).required().placeholder(tr("ví dụ: Tổ 2–3"));
    form->text("shortName", tr("Tên viết tắt"), &Collective::shortName);
    form->number("sortOrder", tr("Thứ tự trong danh sách"), &Collective::sortOrder).range(0, 9999)
        .hint(tr("Để số 0: tổ có số đứng sau tổ số nhỏ hơn (Tổ 3 sau Tổ 2), tập thể khác đứng cuối danh sách."));
    form->choice("type", tr("Loại"), &Collective::type, Wide).required();
    form->check("active", tr("Đang hoạt động"), &Collective::active)
        .hint(tr("Bỏ dấu khi tập thể đã giải thể, sáp nhập; tên cũ vẫn còn trong hồ sơ các năm."));
    form->binder().setValidate([](const Collective& draft) {
        return draft.name.empty() ? std::vector<FieldIssue>{{"name", "collective.name-missing", {}}} : std::vector<FieldIssue>{};
    });
    Collective draft;
    if (row)
        draft = row->stored.data;
    form->load(draft);
    openRowForm(form, row ? &row->stored : nullptr,
                {.title = row ? toQ(draft.name) : tr("Thêm tập thể"), .subtitle = row ? tr("Sửa thông tin") : QString()},
                [this](const Collective& given) { return PeopleService(file()).addCollective(given); },
                [this](domain::CollectiveId id, const Collective& given, domain::RowVersion version) {
                    return PeopleService(file()).editCollective(id, given, version);
                });
}

void CollectivesPage::remove(const CollectiveRow& row)
{
    const QString name = toQ(row.stored.data.name);
    if (shell().prompter.confirm({tr("Xóa tập thể"),
                                  tr("Xóa %1 khỏi sổ? Chỉ xóa được khi chưa có người, đăng ký hay khen thưởng nào gắn với tập thể này; "
                                     "tập thể đã thôi hoạt động thì bỏ dấu “Đang hoạt động”.").arg(name),
                                  tr("Xóa %1").arg(name), tr("Giữ lại"), true}))
        shell().runner.run([&, id = row.stored.id] { return PeopleService(file()).removeCollective(id); });
}

}
