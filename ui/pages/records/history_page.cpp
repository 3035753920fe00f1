// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/history_page.h"

#include "domain/school_year.h"
#include "rules/overview.h"
#include "services/core/reads.h"
#include "services/core/school_service.h"
#include "text/messages.h"
#include "ui/pages/records/honour_form.h"
#include "ui/pages/records/list_paper.h"

#include <QAction>
#include <QBoxLayout>

#include <set>

namespace thidua::ui {

using domain::HonourRecord;
using services::PeopleService;

HistoryPage::HistoryPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent)
    : RecordsListPage(std::move(info), shell, context, parent), m_model([](const Row& row) { return row.id.value(); }, this)
{
    setTitle(tr("Quá trình khen thưởng"));
    setColumns();
    addGroupings();
    addActions(tr("Thêm khen thưởng cũ"), tr("In danh sách"));
    auto* list = new RecordTable(&m_model, QStringLiteral("historyTable"), tr("Khen thưởng đã nhận của cá nhân và tập thể"), this);
    list->setFilterRow(true);
    list->setSumRow(true);
    list->setEmptyState(new EmptyState(QStringLiteral("history"), tr("Chưa ghi khen thưởng nào"),
                                       tr("Nơi ghi mọi danh hiệu, hình thức khen thưởng mà cá nhân và tập thể đã nhận, kể cả trước khi dùng chương trình. "
                                          "Điều kiện “hai năm liền”, “ba lần liên tục” được tính từ đây; kết quả do chương trình ghi tự vào đây."),
                                       action(QStringLiteral("add"))));
    list->setRowActions({action(QStringLiteral("edit")), action(QStringLiteral("remove"))});
    m_subject = new SearchField(tr("Chỉ của một người, tập thể…"), this);
    m_subject->setObjectName(QStringLiteral("historySubject"));
    m_subject->setAccessibleName(tr("Chỉ xem của một người hoặc tập thể"));
    m_subject->setClearButtonEnabled(true);
    m_subject->setFixedWidth(Theme::px(230));
    m_subject->onChanged = [this] { applySubject(); };
    list->addToToolbarRight(m_subject);
    setList(list, 340, domain::EntityKind::HonourRecord);
    list->sortBy(QStringLiteral("year"), Qt::DescendingOrder);
    setActions({action(QStringLiteral("add")), action(QStringLiteral("print"))}, {action(QStringLiteral("edit")), action(QStringLiteral("remove"))});
}

void HistoryPage::setColumns()
{
    std::vector<Column<Row>> columns;
    columns.push_back({QStringLiteral("name"), tr("Cá nhân, tập thể"), [](const Row& r) { return Cell::plain(toQ(r.name)); }, 182});
    columns.back().sortKey = [](const Row& r) { return SortKey((r.record.subject.collective ? "0" : "1") + r.sortKey); };
    columns.back().sum = [](const std::vector<const Row*>& rows) { return tr("Cộng: %1 lượt").arg(rows.size()); };
    columns.push_back({QStringLiteral("honour"), tr("Danh hiệu, hình thức"), [](const Row& r) { return Cell::plain(toQ(r.honourName)); }, 168});
    columns.back().stretch = true;
    columns.push_back({QStringLiteral("year"), tr("Năm học"), [](const Row& r) { return Cell::plain(toQ(r.record.year.screen())); }, 86});
    columns.back().sortKey = [](const Row& r) { return SortKey(r.record.year.startYear()); };
    columns.push_back({QStringLiteral("number"), tr("Số quyết định"), [](const Row& r) {
        return r.record.decisionNumber.empty() ? Cell::toned(Tone::Warn, tr("chưa có số")) : Cell::plain(toQ(r.record.decisionNumber));
    }, 114});
    columns.push_back({QStringLiteral("date"), tr("Ngày"), [](const Row& r) { return Cell::plain(dateText(r.record.decidedOn)); }, 86});
    columns.back().sortKey = [](const Row& r) { return r.record.decidedOn ? SortKey(static_cast<double>(r.record.decidedOn->days().time_since_epoch().count())) : SortKey(-1e9); };
    columns.push_back({QStringLiteral("source"), tr("Nguồn"), [](const Row& r) {
        return r.record.decision ? Cell::mark(Tone::Ok, tr("Chương trình"), QStringLiteral("lock")) : Cell::secondary(tr("Nhập tay"));
    }, 118});
    columns.push_back({QStringLiteral("issuer"), tr("Người quyết định"), [](const Row& r) { return Cell::plain(toQ(r.record.issuer)); }, 200});
    columns.back().hidden = true;
    columns.push_back({QStringLiteral("ground"), tr("Loại hình"), [](const Row& r) { return Cell::plain(toQ(text::label("ground", domain::toCode(r.record.ground)))); }, 110});
    columns.back().hidden = true;
    m_model.setColumns(std::move(columns));
}

void HistoryPage::addGroupings()
{
    const auto heading = [](const QString& label, const std::vector<const Row*>& rows) { return tr("%1 – %2 lượt").arg(label).arg(rows.size()); };
    Grouping<Row> subjects{QStringLiteral("subject"), tr("Gom theo người, tập thể"), [](const Row& r) { return toQ(r.name); }};
    subjects.order = [](const Row& r) { return SortKey((r.record.subject.collective ? "0" : "1") + r.sortKey); };
    subjects.heading = heading;
    m_model.addGrouping(std::move(subjects));
    Grouping<Row> years{QStringLiteral("year"), tr("Gom theo năm học"), [](const Row& r) { return tr("Năm học %1").arg(toQ(r.record.year.screen())); }};
    years.order = [](const Row& r) { return SortKey(-r.record.year.startYear()); };
    years.heading = heading;
    m_model.addGrouping(std::move(years));
}

void HistoryPage::load()
{
    std::vector<Row> rows;
    shell().runner.read([&] { return PeopleService(file()).honours(); }, [&](auto read) { rows = std::move(read); });
    const auto year = yearRow();
    m_subject->setOptions(subjectOptions(file(), year ? std::optional(year->id) : std::nullopt));
    tellHomonyms(rows);
    m_model.setRows(std::move(rows));
    setSummary(summary());
    rowsRead();
}

void HistoryPage::tellHomonyms(std::vector<Row>& rows) const
{
    std::map<std::int64_t, QString> named; // by person, for names that several people have
    if (const auto people = PeopleService(file()).staff(domain::SchoolYearId(0), true))
        for (const auto& person : *people)
            if (person.homonym && person.person.birth)
                named[person.id.value()] = QStringLiteral("%1 (%2)").arg(toQ(person.person.fullName)).arg(person.person.birth->year);
    for (auto& row : rows)
        if (row.record.subject.person)
            if (const auto found = named.find(row.record.subject.person->value()); found != named.end())
                row.name = fromQ(found->second);
}

bool HistoryPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::honours() | reads::staff() | reads::decisions());
}

void HistoryPage::showOnly(const std::optional<domain::SubjectRef>& subject)
{
    m_subject->setValue(subject ? numberOf(*subject) : std::nullopt);
}

void HistoryPage::applySubject()
{
    const auto number = m_subject->value();
    if (!number) {
        table()->setExtraFilter(nullptr);
        return;
    }
    const auto subject = subjectOf(number);
    table()->setExtraFilter([this, subject](int row) { return m_model.rows()[static_cast<std::size_t>(row)].record.subject == subject; });
}

QString HistoryPage::summary() const
{
    std::set<domain::SubjectRef> people, collectives;
    int own = 0, open = 0;
    for (const auto& row : m_model.rows()) {
        (row.record.subject.person ? people : collectives).insert(row.record.subject);
        own += row.record.decision ? 1 : 0;
        open += row.record.decisionNumber.empty() ? 1 : 0;
    }
    if (m_model.rows().empty())
        return tr("Chưa ghi khen thưởng nào của cá nhân và tập thể trong trường.");
    QString line = tr("<b>%1 lượt khen thưởng</b> của %2 người và %3 tập thể, %4 lượt do chương trình ghi")
                       .arg(m_model.rows().size()).arg(people.size()).arg(collectives.size()).arg(own);
    if (open)
        line += tr("; <b>%1 lượt chưa có số quyết định</b>").arg(open);
    return line + QLatin1Char('.');
}

void HistoryPage::showRecord(std::int64_t id)
{
    const Row* row = m_model.find(id);
    if (!row)
        return;
    panel()->setTitle(toQ(row->honourName), tr("%1 – năm học %2").arg(toQ(row->name), toQ(row->record.year.screen())));
    if (row->record.decision)
        panel()->setChip(Tone::Mute, tr("Chỉ xem"), QStringLiteral("lock"));
    panel()->addToBody(makeFacts(*row));
    if (!row->record.decision) {
        addShowFoot();
        return;
    }
    auto* open = makeButton(tr("Mở quyết định"), QStringLiteral("decision"), ButtonKind::Normal, panel());
    open->setObjectName(QStringLiteral("historyOpenDecision"));
    const auto decision = row->record.decision->value();
    connect(open, &QPushButton::clicked, this, [this, decision] { shell().openRecord(domain::EntityKind::Decision, decision); });
    panel()->addToFoot(open);
}

QWidget* HistoryPage::makeFacts(const Row& row)
{
    auto* body = new QWidget(panel());
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    auto* list = new DetailList(DetailList::Form::Beside, body);
    const bool collective = row.record.subject.collective.has_value();
    list->add(collective ? tr("Tập thể") : tr("Cá nhân"), QStringLiteral("<a href=\"subject\">%1</a>").arg(toQ(row.name).toHtmlEscaped()));
    list->add(tr("Năm học"), toQ(row.record.year.screen()));
    list->add(tr("Loại hình"), toQ(text::label("ground", domain::toCode(row.record.ground))));
    list->add(tr("Quyết định"), toQ(row.record.decisionNumber));
    list->add(tr("Ngày"), dateText(row.record.decidedOn));
    list->add(tr("Người quyết định"), toQ(row.record.issuer));
    if (!row.record.note.empty())
        list->add(tr("Ghi chú"), toQ(row.record.note).toHtmlEscaped());
    const auto subject = row.record.subject;
    connect(list, &DetailList::linkActivated, this, [this, subject] {
        if (subject.person)
            shell().openRecord(domain::EntityKind::Person, subject.person->value());
        else if (subject.collective)
            shell().openRecord(domain::EntityKind::Collective, subject.collective->value());
    });
    column->addWidget(list);
    auto* only = makeButton(collective ? tr("Chỉ xem của tập thể này") : tr("Chỉ xem của người này"), QStringLiteral("filter"), ButtonKind::Link, body);
    only->setObjectName(QStringLiteral("historyOnly"));
    connect(only, &QPushButton::clicked, this, [this, subject] { showOnly(subject); });
    column->addWidget(only, 0, Qt::AlignLeft);
    if (row.record.decision)
        column->addWidget(makeWrapped(tr("Do chương trình ghi theo quyết định trên, nên chỉ xem. Có sai sót thì sửa bằng quyết định mới."), TypeRole::Small, Ink::Text2, body));
    else if (row.record.decisionNumber.empty())
        column->addWidget(makeWrapped(tr("Chưa có số quyết định: nhà trường xem lại hồ sơ giấy rồi bổ sung."), TypeRole::Small, Ink::Warn, body));
    return body;
}

std::vector<services::HonourChoice> HistoryPage::honourChoices(const Row* row)
{
    // Titles have changed names over time: those of every school year in the file, newest first, and the record's own.
    std::vector<services::HonourChoice> choices;
    const auto take = [&choices](const services::HonourChoice& choice) {
        if (std::none_of(choices.begin(), choices.end(), [&](const auto& known) { return known.code == choice.code; }))
            choices.push_back(choice);
    };
    std::vector<Date> days{file().clock().today()};
    if (const auto years = services::SchoolService(file()).years())
        for (const auto& year : *years)
            days.push_back(year.data.lastDay);
    for (const auto day : days)
        for (const auto& honour : rules::honoursOn(file().rules(), day))
            take({honour.code, honour.name.vi, honour.shortName.vi, true, true});
    for (const auto& known : m_model.rows())
        take({known.record.honour, known.honourName, {}, known.record.subject.person.has_value(), known.record.subject.collective.has_value()});
    if (row)
        take({row->record.honour, row->honourName, {}, true, true});
    return choices;
}

FormBinderBase* HistoryPage::openForm(std::optional<std::int64_t> id)
{
    const Row* row = id ? m_model.find(*id) : nullptr;
    const auto year = yearRow();
    const Date today = file().clock().today();
    m_honourForm = new HonourForm(subjectOptions(file(), year ? std::optional(year->id) : std::nullopt), honourChoices(row), today, panel());
    panel()->setTitle(row ? toQ(row->honourName) : tr("Thêm khen thưởng cũ"), row ? toQ(row->name) : tr("Đã nhận trước khi dùng chương trình, hoặc ở trường khác"));
    panel()->addToBody(m_honourForm);
    HonourRecord draft;
    draft.year = schoolYear().previous();
    if (row)
        draft = row->record;
    else if (const auto number = m_subject->value())
        draft.subject = subjectOf(number);
    m_honourForm->binder().load(draft);
    return &m_honourForm->binder();
}

std::optional<std::int64_t> HistoryPage::saveForm()
{
    const HonourRecord draft = m_honourForm->binder().draft();
    std::optional<std::int64_t> saved;
    if (const auto id = editedId()) {
        const Row* row = m_model.find(*id);
        if (!row)
            return std::nullopt;
        const auto version = row->version;
        shell().runner.run([&] { return PeopleService(file()).editHonour(domain::HonourRecordId(*id), draft, version); }, [&](auto) { saved = id; },
                           &m_honourForm->binder());
    } else {
        shell().runner.run([&] { return PeopleService(file()).addHonour(draft); }, [&](domain::HonourRecordId added) { saved = added.value(); },
                           &m_honourForm->binder());
    }
    return saved;
}

void HistoryPage::removeRecord(std::int64_t id)
{
    const Row* row = m_model.find(id);
    if (!row || !leaveForm())
        return;
    const QString what = tr("%1 năm học %2 của %3").arg(toQ(row->honourName), toQ(row->record.year.screen()), toQ(row->name));
    if (!shell().prompter.confirm({tr("Xóa một lượt khen thưởng"), tr("Xóa %1 khỏi quá trình khen thưởng? Xóa xong hoàn tác được.").arg(what),
                                   tr("Xóa lượt này"), tr("Giữ lại"), true}))
        return;
    shell().runner.run([&] { return PeopleService(file()).removeHonour(domain::HonourRecordId(id)); });
}

void HistoryPage::revealRow(std::int64_t)
{
    m_subject->clear();
    for (const auto& column : m_model.columns())
        table()->setColumnFilter(column.key, {});
}

QString HistoryPage::whyNot(std::optional<std::int64_t> id) const
{
    const Row* row = id ? m_model.find(*id) : nullptr;
    return row && row->record.decision ? tr("Lượt này do chương trình ghi theo quyết định %1: chỉ xem.").arg(toQ(row->record.decisionNumber)) : QString();
}

QString HistoryPage::nothingChosen() const
{
    return tr("Chọn một lượt khen thưởng để xem quyết định.");
}

QString HistoryPage::saveVerb(bool adding) const
{
    return adding ? tr("Thêm vào sổ") : tr("Ghi vào sổ");
}

documents::Document HistoryPage::paper() const
{
    const auto school = services::SchoolService(file()).school();
    QHash<QString, double> shares;
    for (const auto& column : m_model.columns())
        shares.insert(column.title.simplified(), column.width);
    const QString name = m_subject->value() && m_subject->value() != 0 ? m_subject->text() : tr("Cá nhân và tập thể trong trường");
    return listPaper(school ? school->data : domain::School{}, tr("Quá trình khen thưởng"), name, file().clock().today(), table()->shown(), shares);
}

QString HistoryPage::paperName() const
{
    return tr("Quá trình khen thưởng");
}

}
