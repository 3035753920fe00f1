// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/collectives_page.h"

#include "domain/school_year.h"
#include "services/core/reads.h"
#include "services/core/school_service.h"
#include "ui/pages/records/field_bind.h"
#include "ui/pages/records/list_paper.h"

#include <QAction>
#include <QBoxLayout>

namespace thidua::ui {

using domain::Collective;
using services::PeopleService;
using Rows = std::vector<const CollectiveRow*>;

namespace {

QString typeOf(const CollectiveRow& row)
{
    return toQ(text::label("collective-type", domain::toCode(row.stored.data.type)));
}

}

CollectivesPage::CollectivesPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent)
    : RecordsListPage(std::move(info), shell, context, parent), m_model([](const CollectiveRow& row) { return row.stored.id.value(); }, this)
{
    setTitle(tr("Tập thể"));
    setColumns();
    addActions(tr("Thêm tập thể"), tr("In danh sách"));
    auto* list = new RecordTable(&m_model, QStringLiteral("collectivesTable"), tr("Danh sách tập thể"), this);
    list->setFilterRow(true);
    list->setSumRow(true);
    list->setEmptyState(new EmptyState(QStringLiteral("people"), tr("Chưa có tập thể nào"),
                                       tr("Nơi ghi nhà trường, các tổ chuyên môn, tổ văn phòng, lớp và đoàn thể: tập thể đăng ký và được xét danh hiệu như cá nhân."),
                                       action(QStringLiteral("add"))));
    list->setRowActions({action(QStringLiteral("edit")), action(QStringLiteral("remove"))});
    setList(list, 340, domain::EntityKind::Collective);
    list->sortBy(QStringLiteral("order"));
    setActions({action(QStringLiteral("add")), action(QStringLiteral("print"))}, {action(QStringLiteral("edit")), action(QStringLiteral("remove"))});
}

void CollectivesPage::setColumns()
{
    std::vector<Column<CollectiveRow>> columns;
    columns.push_back({QStringLiteral("order"), tr("Thứ tự"), [](const CollectiveRow& r) { return Cell::secondary(QString::number(r.stored.data.sortOrder)); }, 64, Align::Right});
    columns.back().sortKey = [](const CollectiveRow& r) { return SortKey(r.stored.data.sortOrder); };
    columns.push_back({QStringLiteral("name"), tr("Tên tập thể"), [](const CollectiveRow& r) {
        const QString name = toQ(r.stored.data.name);
        return r.stored.data.active ? Cell::plain(name) : Cell::secondary(name);
    }, 220});
    columns.back().stretch = true;
    columns.back().sum = [](const Rows& rows) { return tr("Cộng: %1 tập thể").arg(rows.size()); };
    columns.push_back({QStringLiteral("short"), tr("Tên viết tắt"), [](const CollectiveRow& r) { return Cell::secondary(toQ(r.stored.data.shortName)); }, 110});
    columns.back().hidden = true;
    columns.push_back({QStringLiteral("type"), tr("Loại"), [](const CollectiveRow& r) { return Cell::plain(typeOf(r)); }, 122});
    columns.push_back({QStringLiteral("people"), tr("Số người"), [](const CollectiveRow& r) {
        return r.people > 0 ? Cell::plain(QString::number(r.people)) : Cell::secondary(QStringLiteral("–"));
    }, 78, Align::Right});
    columns.back().sortKey = [](const CollectiveRow& r) { return SortKey(r.people); };
    columns.back().sum = [](const Rows& rows) {
        int people = 0;
        for (const auto* row : rows)
            people += row->people;
        return QString::number(people);
    };
    columns.push_back({QStringLiteral("honours"), tr("Khen thưởng"), [](const CollectiveRow& r) {
        return r.honours.empty() ? Cell::secondary(QStringLiteral("–")) : Cell::plain(QString::number(r.honours.size()));
    }, 96, Align::Right});
    columns.push_back({QStringLiteral("state"), tr("Tình trạng"), [](const CollectiveRow& r) {
        return r.stored.data.active ? Cell::mark(Tone::Ok, tr("Đang hoạt động")) : Cell::mark(Tone::Mute, tr("Đã thôi"));
    }, 132});
    m_model.setColumns(std::move(columns));
    Grouping<CollectiveRow> types{QStringLiteral("type"), tr("Gom theo loại"), typeOf};
    types.order = [](const CollectiveRow& r) { return SortKey(static_cast<int>(r.stored.data.type)); };
    types.heading = [](const QString& label, const Rows& rows) { return tr("%1 – %2 tập thể").arg(label).arg(rows.size()); };
    m_model.addGrouping(std::move(types));
}

void CollectivesPage::load()
{
    std::vector<CollectiveRow> rows;
    m_members.clear();
    PeopleService service(file());
    if (const auto year = yearRow())
        shell().runner.read([&] { return service.staff(year->id); }, [&](const auto& staff) {
            for (const auto& person : staff)
                if (person.team)
                    m_members[*person.team] << toQ(person.person.fullName);
        });
    shell().runner.read([&] { return service.collectives(); }, [&](auto collectives) {
        for (auto& one : collectives)
            rows.push_back({std::move(one), 0, {}});
    });
    shell().runner.read([&] { return service.honours(); }, [&](const auto& honours) {
        for (auto& row : rows)
            for (const auto& honour : honours)
                if (honour.record.subject.collective == row.stored.id)
                    row.honours.push_back(honour);
    });
    for (auto& row : rows)
        if (const auto found = m_members.find(row.stored.id); found != m_members.end())
            row.people = static_cast<int>(found->second.size());
    m_model.setRows(std::move(rows));
    setSummary(summary());
    rowsRead();
}

bool CollectivesPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::staff() | reads::collectives() | reads::honours() | reads::school());
}

QString CollectivesPage::summary() const
{
    int active = 0, teams = 0, empty = 0;
    for (const auto& row : m_model.rows()) {
        if (!row.stored.data.active)
            continue;
        ++active;
        if (row.stored.data.type == domain::CollectiveType::Team || row.stored.data.type == domain::CollectiveType::Office) {
            ++teams;
            empty += row.people == 0 ? 1 : 0;
        }
    }
    QString line = tr("<b>%1 tập thể</b> đang hoạt động, trong đó %2 tổ").arg(active).arg(teams);
    if (empty)
        line += tr("; <b>%1 tổ chưa có người nào</b> trong năm học %2").arg(empty).arg(toQ(schoolYear().screen()));
    return line + QLatin1Char('.');
}

void CollectivesPage::showRecord(std::int64_t id)
{
    const CollectiveRow* row = m_model.find(id);
    if (!row)
        return;
    panel()->setTitle(toQ(row->stored.data.name), typeOf(*row));
    if (!row->stored.data.active)
        panel()->setChip(Tone::Mute, tr("Đã thôi"), QStringLiteral("-"));
    auto* body = new QWidget(panel());
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    auto* facts = new DetailList(DetailList::Form::Beside, body);
    facts->add(tr("Tên viết tắt"), toQ(row->stored.data.shortName));
    facts->add(tr("Thứ tự"), QString::number(row->stored.data.sortOrder));
    column->addWidget(facts);
    addMembers(*row, body);
    column->addWidget(makeRule(body));
    column->addWidget(makeSectionHead(tr("Khen thưởng đã nhận"), {}, body));
    if (row->honours.empty())
        column->addWidget(makeWrapped(tr("Sổ chưa ghi khen thưởng nào của tập thể này."), TypeRole::Text, Ink::Text2, body));
    auto* honours = new DetailList(DetailList::Form::Beside, body);
    for (const auto& honour : row->honours)
        honours->add(toQ(honour.record.year.screen()), QStringLiteral("<a href=\"%1\">%2</a>").arg(honour.id.value()).arg(toQ(honour.honourName).toHtmlEscaped()));
    connect(honours, &DetailList::linkActivated, this, [this](const QString& link) { shell().openRecord(domain::EntityKind::HonourRecord, link.toLongLong()); });
    column->addWidget(honours);
    panel()->addToBody(body);
    addShowFoot();
}

void CollectivesPage::addMembers(const CollectiveRow& row, QWidget* body)
{
    const auto members = m_members.find(row.stored.id);
    if (members == m_members.end())
        return;
    body->layout()->addWidget(makeRule(body));
    body->layout()->addWidget(makeSectionHead(tr("Người trong năm học %1").arg(toQ(schoolYear().screen())), QString::number(members->second.size()), body));
    body->layout()->addWidget(makeWrapped(members->second.join(QStringLiteral(", ")), TypeRole::Text, Ink::Text, body));
}

FormBinderBase* CollectivesPage::openForm(std::optional<std::int64_t> id)
{
    const CollectiveRow* row = id ? m_model.find(*id) : nullptr;
    panel()->setTitle(row ? toQ(row->stored.data.name) : tr("Thêm tập thể"), row ? tr("Sửa thông tin") : QString());
    auto* form = new FormLayout(2, panel());
    m_binder = new FormBinder<Collective>(form);
    auto* name = new LineField(tr("ví dụ: Tổ 2–3"));
    bindBy(*m_binder, "name", form->add(tr("Tên tập thể"), name, 2)->required(), name, [](auto& d) -> auto& { return d.name; });
    auto* shortName = new LineField;
    bindBy(*m_binder, "shortName", form->add(tr("Tên viết tắt"), shortName), shortName, [](auto& d) -> auto& { return d.shortName; });
    auto* order = new NumberField;
    order->setRange(0, 9999);
    bindBy(*m_binder, "sortOrder", form->add(tr("Thứ tự trong danh sách"), order), order, [](auto& d) -> auto& { return d.sortOrder; });
    auto* type = slim(new ChoiceField(choicesOf<domain::CollectiveType>()));
    bindBy(*m_binder, "type", form->add(tr("Loại"), type, 2)->required(), type, [](auto& d) -> auto& { return d.type; });
    auto* active = new CheckField(tr("Đang hoạt động"));
    auto* activeLine = form->add(QString(), active, 2)->hint(tr("Bỏ dấu khi tập thể đã giải thể, sáp nhập; tên cũ vẫn còn trong hồ sơ các năm."));
    bindBy(*m_binder, "active", activeLine, active, [](auto& d) -> auto& { return d.active; });
    m_binder->setValidate([](const Collective& draft) {
        std::vector<FieldIssue> issues;
        if (draft.name.empty())
            issues.push_back({"name", "collective.name-missing", {}});
        return issues;
    });
    panel()->addToBody(form);
    Collective draft;
    if (row) {
        draft = row->stored.data;
    } else {
        for (const auto& one : m_model.rows())
            draft.sortOrder = std::max(draft.sortOrder, one.stored.data.sortOrder + 1);
    }
    m_binder->load(draft);
    return m_binder;
}

std::optional<std::int64_t> CollectivesPage::saveForm()
{
    const Collective draft = m_binder->draft();
    std::optional<std::int64_t> saved;
    if (const auto id = editedId()) {
        const CollectiveRow* row = m_model.find(*id);
        if (!row)
            return std::nullopt;
        const auto version = row->stored.version;
        shell().runner.run([&] { return PeopleService(file()).editCollective(domain::CollectiveId(*id), draft, version); }, [&](auto) { saved = id; }, m_binder);
    } else {
        shell().runner.run([&] { return PeopleService(file()).addCollective(draft); }, [&](domain::CollectiveId added) { saved = added.value(); }, m_binder);
    }
    return saved;
}

void CollectivesPage::removeRecord(std::int64_t id)
{
    const CollectiveRow* row = m_model.find(id);
    if (!row || !leaveForm())
        return;
    const QString name = toQ(row->stored.data.name);
    if (!shell().prompter.confirm({tr("Xóa tập thể"),
                                   tr("Xóa %1 khỏi sổ? Chỉ xóa được khi chưa có người, đăng ký hay khen thưởng nào gắn với tập thể này; "
                                      "tập thể đã thôi hoạt động thì bỏ dấu “Đang hoạt động”.").arg(name),
                                   tr("Xóa %1").arg(name), tr("Giữ lại"), true}))
        return;
    shell().runner.run([&] { return PeopleService(file()).removeCollective(domain::CollectiveId(id)); });
}

void CollectivesPage::revealRow(std::int64_t)
{
    for (const auto& column : m_model.columns())
        table()->setColumnFilter(column.key, {});
}

QString CollectivesPage::whyNot(std::optional<std::int64_t>) const
{
    return {}; // collectives belong to no year
}

QString CollectivesPage::nothingChosen() const
{
    return tr("Chọn một tập thể để xem người và khen thưởng của tập thể đó.");
}

QString CollectivesPage::saveVerb(bool adding) const
{
    return adding ? tr("Thêm vào sổ") : tr("Ghi vào sổ");
}

documents::Document CollectivesPage::paper() const
{
    const auto school = services::SchoolService(file()).school();
    QHash<QString, double> shares;
    for (const auto& column : m_model.columns())
        shares.insert(column.title.simplified(), column.width);
    return listPaper(school ? school->data : domain::School{}, tr("Danh sách tập thể"), tr("Năm học %1").arg(toQ(schoolYear().paper())),
                     file().clock().today(), table()->shown(), shares);
}

QString CollectivesPage::paperName() const
{
    return tr("Danh sách tập thể %1").arg(toQ(schoolYear().text()));
}

}
