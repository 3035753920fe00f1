// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calendar/calendar_page.h"

#include "domain/page_ids.h"
#include "services/schedule/usual_days.h"
#include "services/core/reads.h"
#include "services/prepare/plan_service.h"
#include "ui/pages/calendar/month_grid.h"
#include "ui/pages/calendar/month_view.h"
#include "ui/pages/prepare/prepare_words.h"
#include "ui/widgets/current_stack.h"
#include "ui/widgets/wrapped_link.h"

#include <QTableView>

namespace thidua::ui::prepare {

namespace reads = services::reads;
using domain::EntityKind;
using domain::Op;
using services::CalendarKind;
using services::PlanService;

namespace {

const QString kListView = QStringLiteral("list");
const QString kMonthView = QStringLiteral("month");

/// The month under which an entry stands; what has begun before the calendar's first day stands before all of them.
QString monthName(const services::CalendarEntry& entry, Date first)
{
    if (entry.inYear && entry.on < first)
        return CalendarPage::tr("Đã bắt đầu từ trước");
    return entry.inYear ? CalendarPage::tr("Tháng %1/%2").arg(entry.on.month(), 2, 10, QLatin1Char('0')).arg(entry.on.year()) : CalendarPage::tr("Của năm khác");
}

/// Of every year: without the year that a hidden field still holds.
domain::Observance tidied(domain::Observance day)
{
    if (day.kind == domain::ObservanceKind::Yearly)
        day.onlyYear.reset();
    return day;
}

bool isObservance(const services::CalendarEntry& entry)
{
    return entry.kind == CalendarKind::Observance;
}

}

CalendarPage::CalendarPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "calendar",
                  .listName = tr("Lịch năm học"),
                  .panelWidth = 340,
                  .opens = EntityKind::Observance,
                  .reads = reads::calendar() | reads::years(),
                  .chooseFirst = tr("Chọn một dòng trong danh sách trước."),
                  .nothingChosen = tr("Chọn một dòng để xem ở đây."),
                  .nothingHere = tr("Dòng được chọn sẽ hiện ở đây."),
                  .sortBy = "on",
                  .grouping = "month",
                  .selectFirst = true,
                  .enterVerb = "open"},
                 [](const Row& row) { return row.id; }),
      m_which(new SegmentBar(this)), m_stack(new CurrentStack(this)), m_month(new MonthView(this))
{
    m_which->setObjectName(QStringLiteral("calendarView"));
    m_which->setSegments({{kMonthView, tr("Theo tháng"), -1, Tone::None, QStringLiteral("calendar")}, {kListView, tr("Danh sách"), -1, Tone::None, QStringLiteral("grid")}});
    content()->addWidget(m_which, 0, Qt::AlignLeft);
    declareColumns();
    declareVerbs();
    build();
    setEmpty("calendar", tr("Nơi xem mọi mốc của năm học"), tr("Ngày lễ, hạn nộp, phiên họp, phong trào: ghi ở đâu cũng hiện ở đây theo ngày."), "add", "usual");
    setViews("calendarKinds", {{"all", tr("Tất cả"), {}},
                               {"observance", tr("Ngày lễ, kỷ niệm"), isObservance},
                               {"deadline", tr("Hạn, việc"), [](const Row& r) { return r.kind == CalendarKind::Deadline || r.kind == CalendarKind::Milestone; }},
                               {"campaign", tr("Phong trào"), [](const Row& r) { return r.kind == CalendarKind::Campaign; }},
                               {"meeting", tr("Họp"), [](const Row& r) { return r.kind == CalendarKind::Meeting; }}});
    m_stack->addWidget(m_month);
    m_stack->addWidget(split());
    content()->addWidget(m_stack, 1);
    connect(m_which, &SegmentBar::chosen, this, [this](const QString& key) { showView(key == kListView); });
    connect(m_month, &MonthView::entryOpened, this, [this](qint64 id) {
        if (const Row* row = ListPageOf::find(id))
            openEntry(*row);
    });
}

void CalendarPage::declareColumns()
{
    setColumns({
        column("on", tr("Ngày"), [](const Row& r) { return Cell::plain(dateText(r.on)); }, 96).sorted([](const Row& r) { return SortKey(r.on.iso()); }),
        column("weekday", tr("Thứ"), [](const Row& r) { return Cell::secondary(toQ(services::weekdayName(r.on))); }, 78)
            .sorted([](const Row& r) { return SortKey(r.on.iso()); }),
        column("week", tr("Tuần"), [](const Row& r) { return countOrDash(r.week); }, 58).right().sorted([](const Row& r) { return SortKey(r.week); }),
        column("kind", tr("Loại"), [](const Row& r) { return Cell::mark(isObservance(r) ? Tone::None : toneOf(r.kind), toQ(services::nameOf(r.kind)), iconOf(r.kind)); }, 158)
            .sorted([](const Row& r) { return SortKey(static_cast<int>(r.kind)); }),
        column("title", tr("Nội dung"), [](const Row& r) {
            Cell cell = Cell::plain(toQ(r.title));
            cell.tip = cell.text;
            return cell;
        }, 260).stretched().summed([](const Rows& rows) { return tr("%1 mốc").arg(rows.size()); }),
        column("note", tr("Ghi chú"), [](const Row& r) {
            Cell cell = orDash(r.to ? tr("đến %1; %2").arg(dateText(*r.to), toQ(r.note)) : toQ(r.note));
            cell.tip = cell.text;
            return cell;
        }, 170),
    });
    addGrouping({"month", tr("Tháng"), [this](const Row& r) { return monthName(r, m_firstDay); }, [](const Row& r) { return SortKey((r.inYear ? "0" : "1") + (r.inYear ? r.on.iso().substr(0, 7) : std::string())); }});
}

void CalendarPage::declareVerbs()
{
    addVerb({.id = "add", .text = tr("Thêm ngày lễ, kỷ niệm"), .icon = "plus", .places = InHead, .operation = Op::AddObservance, .anyYear = true,
             .words = tr("thêm ngày kỷ niệm"), .run = [this] { openForm(nullptr); }});
    addVerb({.id = "print", .text = tr("Xem bản in"), .icon = "print", .places = InHead, .words = tr("in lịch năm học"),
             .whyNot = [this] { return year() ? QString() : tr("Chưa mở năm học nào."); },
             .run = [this] { previewPaper(services::PaperKind::Calendar, std::nullopt, tr("Lịch thi đua năm học %1").arg(toQ(schoolYear().text()))); }});
    addVerb({.id = "view", .text = tr("Đổi theo tháng / danh sách"), .icon = "calendar", .places = InMore, .keys = QKeySequence(QStringLiteral("Ctrl+L")),
             .words = tr("lịch tháng danh sách"), .run = [this] { showView(!isList()); }});
    addVerb({.id = "usual", .text = tr("Thêm các ngày lễ thường có…"), .icon = "star", .places = InMore, .operation = Op::AddObservance, .anyYear = true,
             .words = tr("ngày lễ lớn kỷ niệm của cả nước của ngành"), .run = [this] { addUsual(); }});
    addRowVerb({.id = "open", .text = tr("Mở"), .icon = "arrow-right", .places = OnRow | InFoot}, [this](const Row& row) { openEntry(row); },
               [](const Row& row) { return isObservance(row) ? tr("Ngày lễ sửa ngay ở đây.") : QString(); });
    const auto others = [](const Row& row) { return isObservance(row) ? QString() : tr("Dòng này lấy từ trang khác: mở trang ấy để sửa."); };
    addRowVerb({.id = "edit", .text = tr("Sửa ngày lễ, kỷ niệm"), .icon = "edit", .places = InMore | OnRow | InFoot, .operation = Op::EditObservance, .anyYear = true, .brief = tr("Sửa")},
               [this](const Row& row) { openForm(&row); }, others);
    addRowVerb({.id = "remove", .text = tr("Xóa ngày lễ, kỷ niệm…"), .icon = "trash", .places = InMore | OnRow | InFootEnd, .operation = Op::RemoveObservance, .anyYear = true, .brief = tr("Xóa…")},
               [this](const Row& row) { remove(row); }, [others](const Row& row) {
                   if (const auto why = others(row); !why.isEmpty())
                       return why;
                   return row.campaigns.empty() ? QString() : tr("Phong trào “%1” gắn với ngày này: bỏ chọn ở phong trào trước.").arg(toQ(row.campaigns.front().second));
               });
}

std::vector<services::CalendarEntry> CalendarPage::readRows()
{
    std::vector<Row> rows;
    if (year())
        shell().runner.read([&] { return services::schoolCalendar(file(), *year()); }, [&](services::SchoolCalendar calendar) {
            m_month->setCalendar(calendar, file().clock().today());
            m_firstDay = calendar.first;
            m_lastDay = calendar.year.last;
            m_soon = services::dueSoon(calendar, file().clock().today()).size();
            rows = std::move(calendar.entries);
        });
    return rows;
}

QString CalendarPage::summary() const
{
    const auto count = [this](CalendarKind kind) { return countOf([kind](const Row& row) { return row.kind == kind && row.inYear; }); };
    const QString year = toQ(schoolYear().screen());
    const QString line = tr("Năm học %1: %2 ngày lễ, kỷ niệm, %3 phong trào, %4 hạn, %5 phiên họp.")
                             .arg(year).arg(count(CalendarKind::Observance)).arg(count(CalendarKind::Campaign)).arg(count(CalendarKind::Deadline)).arg(count(CalendarKind::Meeting));
    return m_soon > 0 ? line + QLatin1Char(' ') + tr("<b>%1 việc trong bảy ngày tới.</b>").arg(m_soon) : line;
}

void CalendarPage::show(const Row& row)
{
    panel()->setTitle(toQ(row.title), QStringLiteral("%1, %2").arg(toQ(services::weekdayName(row.on)), dateText(row.on)));
    panel()->setChip(toneOf(row.kind), toQ(services::nameOf(row.kind)), iconOf(row.kind));
    auto* facts = new DetailList(DetailList::Form::Beside);
    if (row.to)
        facts->add(tr("Ngày cuối"), dateText(*row.to));
    facts->add(tr("Tuần học"), row.week > 0 ? QString::number(row.week) : tr("ngoài năm học"));
    if (!row.note.empty())
        facts->add(isObservance(row) ? tr("Số năm") : tr("Ghi chú"), toQ(row.note).toHtmlEscaped());
    if (row.observance) {
        const auto& day = row.observance->data;
        facts->add(tr("Của"), labelOf(day.scope));
        facts->add(tr("Nhắc lại"), day.onlyYear ? tr("chỉ năm %1").arg(*day.onlyYear) : labelOf(day.kind));
        if (day.baseYear)
            facts->add(tr("Năm của sự kiện"), QString::number(*day.baseYear));
    }
    panel()->addToBody(facts);
    if (row.observance) {
        panel()->addToBody(makeSectionHead(tr("Phong trào gắn với ngày này")));
        for (const auto& [record, name] : row.campaigns) {
            auto* link = new WrappedLink(toQ(name));
            link->setObjectName(QStringLiteral("calendarCampaign%1").arg(record.id));
            connect(link, &QPushButton::clicked, this, [this, record = record] { shell().openRecord(record.kind, record.id); });
            panel()->addToBody(link);
        }
        if (row.campaigns.empty())
            panel()->addToBody(makeWrapped(tr("Chưa có. Gắn ngày này ở phong trào: trang Phong trào, “Sửa phong trào”."), TypeRole::Text, Ink::Text2));
    }
}

bool CalendarPage::isList() const
{
    return m_stack->currentWidget() != m_month;
}

void CalendarPage::showView(bool list)
{
    if (list == isList() && m_which->currentKey() == (list ? kListView : kMonthView))
        return;
    if (!list && !leaveForm())
        return m_which->setCurrentKey(kListView);
    m_which->setCurrentKey(list ? kListView : kMonthView);
    m_stack->setCurrentWidget(list ? static_cast<QWidget*>(split()) : m_month);
    (list ? static_cast<QWidget*>(table()->view()) : m_month->grid())->setFocus(Qt::OtherFocusReason);
}

void CalendarPage::openEntry(const Row& row)
{
    const auto copy = row;
    if (isObservance(copy)) {
        openRecord(EntityKind::Observance, copy.id);
    } else if (copy.record) {
        shell().openRecord(copy.record->kind, copy.record->id);
    } else if (!copy.honour.empty() && context().openRules) {
        context().openRules(copy.honour, std::min(m_lastDay, file().clock().today()), {});
    } else if (!copy.page.empty()) {
        shell().showPage(toQ(copy.page));
    }
}

void CalendarPage::openForm(const Row* row)
{
    showView(true);
    using domain::Observance;
    auto* form = new RecordForm<Observance>(2);
    form->text("name", tr("Tên ngày lễ, ngày kỷ niệm"), &Observance::name, Wide).required().named("dayName").placeholder(tr("Ngày Nhà giáo Việt Nam"));
    form->number("day", tr("Ngày"), &Observance::day).required().named("dayDay").range(1, 31);
    form->number("month", tr("Tháng"), &Observance::month).required().named("dayMonth").range(1, 12);
    form->choice("scope", tr("Của"), &Observance::scope).named("dayScope");
    form->number("baseYear", tr("Năm của sự kiện"), &Observance::baseYear).named("dayBaseYear").range(1, 2100).hint(tr("để tính “40 năm”"));
    form->choice("kind", tr("Nhắc lại"), &Observance::kind).named("dayKind");
    auto* only = form->number("onlyYear", tr("Chỉ vào năm"), &Observance::onlyYear).required().named("dayOnlyYear").range(1990, 2100).line;
    form->binder().setValidate([](const Observance& day) { return services::validate(day); });
    const auto follow = [form, only] { only->setVisible(form->draft().kind == domain::ObservanceKind::Once); };
    connect(&form->binder(), &FormBinderBase::changed, only, follow);
    Observance given = row ? row->observance->data : Observance{};
    if (!row && m_month->grid()->current().year() > 2000) { // the day that was looked at
        given.day = static_cast<int>(m_month->grid()->current().day());
        given.month = static_cast<int>(m_month->grid()->current().month());
    }
    form->load(given);
    follow();
    openRowForm(form, row ? &*row->observance : nullptr,
                {.title = row ? tr("Sửa ngày lễ, kỷ niệm") : tr("Ngày lễ, kỷ niệm mới"), .subtitle = row ? toQ(row->title) : QString(), .saveText = tr("Ghi ngày kỷ niệm"), .name = "observance"},
                [this](const Observance& day) { return PlanService(file()).addObservance(tidied(day)); },
                [this](domain::ObservanceId id, const Observance& day, domain::RowVersion version) { return PlanService(file()).editObservance(id, tidied(day), version); });
}

void CalendarPage::addUsual()
{
    const auto missing = services::missingObservances(file());
    if (!missing)
        return shell().runner.fail(missing.error());
    if (missing->empty())
        return shell().status.say(tr("Các ngày lễ, kỷ niệm thường có đã ở trong tệp."), Tone::Info);
    QStringList names;
    for (const auto& day : *missing)
        names << QStringLiteral("%1 %2").arg(dayOf(day), toQ(day.name));
    if (shell().prompter.confirm({tr("Thêm các ngày lễ, kỷ niệm thường có?"), tr("Thêm %1 ngày vào lịch: %2.").arg(names.size()).arg(names.join(QStringLiteral("; "))),
                                  tr("Thêm %1 ngày").arg(names.size()), tr("Thôi")}))
        shell().runner.run([&] { return services::addUsualObservances(file()); });
}

void CalendarPage::remove(const Row& row)
{
    if (shell().prompter.confirm({tr("Xóa ngày lễ, kỷ niệm?"), tr("Xóa “%1” khỏi lịch của mọi năm học?").arg(toQ(row.title)), tr("Xóa ngày này"), tr("Giữ lại"), true}))
        shell().runner.run([&, id = row.observance->id] { return PlanService(file()).removeObservance(id); });
}

bool CalendarPage::openRecord(EntityKind kind, std::int64_t id)
{
    if (kind != EntityKind::Observance)
        return false;
    showView(true);
    return ListPage::openRecord(kind, id);
}

void CalendarPage::find()
{
    showView(true);
    ListPage::find();
}

void CalendarPage::togglePanel()
{
    if (isList())
        ListPage::togglePanel();
}

void CalendarPage::escape()
{
    if (isList())
        ListPage::escape();
    else
        m_month->grid()->setFocus(Qt::OtherFocusReason);
}

QList<QWidget*> CalendarPage::focusStops() const
{
    return isList() ? ListPage::focusStops() : QList<QWidget*>{m_month->grid()};
}

QJsonObject CalendarPage::saveState() const
{
    auto state = ListPage::saveState();
    state.insert(QStringLiteral("list"), isList());
    return state;
}

void CalendarPage::restoreState(const QJsonObject& state)
{
    ListPage::restoreState(state);
    if (state.value(QStringLiteral("list")).toBool()) {
        m_which->setCurrentKey(kListView);
        m_stack->setCurrentWidget(split());
    }
}

}
