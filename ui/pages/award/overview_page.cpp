// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/overview_page.h"

#include "domain/page_ids.h"
#include "services/core/backup_service.h"
#include "services/review/council_service.h"
#include "ui/pages/award/award_parts.h"
#include "ui/pages/award/overview_cards.h"
#include "ui/pages/school_job.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/flow_layout.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QGridLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <array>

namespace thidua::ui {
namespace {

constexpr int kNarrowOverview = 1000; ///< content width below which the right column stands under the left one

constexpr int kLeftShare = 64;  ///< of the width, in per cent

QString weekday(Date date)
{
    const std::array names{OverviewPage::tr("Chủ Nhật"), OverviewPage::tr("Thứ Hai"), OverviewPage::tr("Thứ Ba"), OverviewPage::tr("Thứ Tư"),
                           OverviewPage::tr("Thứ Năm"), OverviewPage::tr("Thứ Sáu"), OverviewPage::tr("Thứ Bảy")};
    return names[std::chrono::weekday{date.days()}.c_encoding()];
}

QString countWord(std::size_t count)
{
    const std::array words{OverviewPage::tr("Một"), OverviewPage::tr("Hai"), OverviewPage::tr("Ba"), OverviewPage::tr("Bốn"),
                           OverviewPage::tr("Năm"), OverviewPage::tr("Sáu"), OverviewPage::tr("Bảy"), OverviewPage::tr("Tám"),
                           OverviewPage::tr("Chín"), OverviewPage::tr("Mười")};
    return count >= 1 && count <= words.size() ? words[count - 1] : QString::number(count);
}

/// Where in the school year today is.
QString placeInYear(Date today, const domain::SchoolYearRow& year)
{
    if (today < year.firstDay)
        return OverviewPage::tr("năm học bắt đầu ngày %1").arg(dateText(year.firstDay));
    if (today > year.lastDay)
        return OverviewPage::tr("năm học kết thúc ngày %1").arg(dateText(year.lastDay));
    return OverviewPage::tr("tuần %1").arg(services::schoolWeek({year.firstDay, year.lastDay}, today));
}

}

OverviewPage::OverviewPage(PageInfo info, Shell& shell, SchoolContext& context, std::function<void()> backupNow, QWidget* parent)
    : SchoolPage(std::move(info), shell, context, parent), m_backupNow(std::move(backupNow))
{
    addActions();
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto* inner = new QWidget(m_scroll);
    inner->setAutoFillBackground(false);
    m_grid = new QGridLayout(inner);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(Theme::px(12));
    m_scroll->setWidget(inner);
    content()->addWidget(m_scroll, 1);
    buildCards();
}

void OverviewPage::addActions()
{
    auto& actions = shell().actions;
    const QString page = info().id;
    auto* add = actions.add({QStringLiteral("overview.register"), tr("Thêm đăng ký"), QStringLiteral("plus"), {}, page, {}, [this] { this->add(); }});
    auto* print = actions.add({QStringLiteral("overview.print"), tr("In bảng đăng ký…"), QStringLiteral("print"), {}, page, tr("danh sách"),
                               [this] { this->print(); }});
    auto* backup = actions.add({QStringLiteral("overview.backup"), tr("Sao lưu ngay"), QStringLiteral("backup"), {}, page, tr("bản sao USB"),
                                [this] { this->backup(); }});
    setActions({add, print}, {backup});
}

void OverviewPage::buildCards()
{
    QWidget* inner = m_scroll->widget();
    const auto column = [inner] {
        auto* widget = new QWidget(inner);
        auto* box = new QVBoxLayout(widget);
        box->setContentsMargins(0, 0, 0, 0);
        box->setSpacing(Theme::px(12));
        return widget;
    };
    m_left = column();
    m_right = column();
    m_tasks = new TaskCard(m_left);
    m_safety = new SafetyCard(m_left);
    static_cast<QVBoxLayout*>(m_left->layout())->addWidget(m_tasks, 1);
    m_left->layout()->addWidget(m_safety);
    m_targets = new TargetCard(m_right);
    m_quotas = new QuotaCard(m_right);
    static_cast<QVBoxLayout*>(m_right->layout())->addWidget(m_targets, 1);
    m_right->layout()->addWidget(m_quotas);
    m_calendar = new Card(tr("Lịch năm học"), QStringLiteral("calendar"), tr("Bấm vào mốc để mở việc của mốc đó"), inner);
    m_calendar->setObjectName(QStringLiteral("calendarCard"));
    m_calendar->body()->setContentsMargins(Theme::px(12), Theme::px(6), Theme::px(12), Theme::px(6));
    m_soon = new QWidget(m_calendar);
    m_soon->setObjectName(QStringLiteral("soon"));
    m_soonRow = new FlowLayout(m_soon);
    m_soonRow->setContentsMargins(0, 0, 0, 0);
    m_calendar->body()->addWidget(m_soon);
    auto* whole = compact(makeButton(tr("Mở lịch"), QStringLiteral("calendar"), ButtonKind::Quiet, m_calendar));
    whole->setObjectName(QStringLiteral("openCalendar"));
    connect(whole, &QPushButton::clicked, this, [this] { shell().showPage(pages::kCalendar); });
    m_calendar->addToHead(whole);
    m_strip = new TimelineStrip(m_calendar);
    m_strip->setObjectName(QStringLiteral("yearStrip"));
    m_calendar->body()->addWidget(m_strip);
    connect(m_tasks, &TaskCard::opened, this, [this](const QString& page, const TaskAim& aim) {
        if (aim.record)
            shell().openRecord(aim.record->kind, aim.record->id);
        else if (aim.who.empty())
            shell().showPage(page);
        else
            shell().showOnly(page, aim.who);
        if (QAction* action = aim.command.isEmpty() ? nullptr : shell().actions.find(aim.command))
            action->trigger();
    });
    connect(m_strip, &TimelineStrip::itemOpened, this, &OverviewPage::openMark);
    connect(m_targets, &TargetCard::opened, this, [this] { shell().showPage(pages::kTargets); });
    connect(m_safety, &SafetyCard::backupClicked, this, &OverviewPage::backup);
    connect(&shell().status, &StatusLine::backupChanged, this, [this] { showSafety(); });
    m_scroll->installEventFilter(this); // messages above it take from its height
    arrange();
}

void OverviewPage::arrange()
{
    const bool narrow = m_scroll->width() < Theme::px(kNarrowOverview);
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    for (QWidget* part : {m_left, m_right, static_cast<QWidget*>(m_calendar)})
        m_grid->removeWidget(part);
    m_grid->addWidget(m_left, 0, 0);
    m_grid->addWidget(m_right, narrow ? 1 : 0, narrow ? 0 : 1);
    m_grid->addWidget(m_calendar, narrow ? 2 : 1, 0, 1, narrow ? 1 : 2);
    m_grid->setColumnStretch(0, narrow ? 1 : kLeftShare);
    m_grid->setColumnStretch(1, narrow ? 0 : 100 - kLeftShare);
    m_grid->setRowStretch(0, narrow ? 0 : 1);
    m_tasks->scroll()->setWhole(narrow);
    m_targets->scroll()->setWhole(narrow);
}

/// Beside each other the cards share the window's height and scroll by themselves; one under the other the page scrolls.
void OverviewPage::fit()
{
    QWidget* inner = m_scroll->widget();
    inner->setMinimumHeight(0);
    inner->setMaximumHeight(QWIDGETSIZE_MAX);
    // A box layout lets wrapped texts shrink; these two cards may not.
    const bool narrow = m_narrow != false;
    const int room = m_scroll->width() - (narrow ? 0 : m_grid->horizontalSpacing()) - Theme::px(12); // a scroll bar may come
    m_safety->setMinimumHeight(std::max(0, m_safety->heightForWidth(narrow ? room : room * kLeftShare / 100)));
    m_quotas->setMinimumHeight(std::max(0, m_quotas->heightForWidth(narrow ? room : room * (100 - kLeftShare) / 100)));
    if (narrow)
        return;
    const bool alone = m_right->isHidden();
    m_grid->addWidget(m_left, 0, 0, 1, alone ? 2 : 1); // adding again moves it
    m_grid->setColumnStretch(1, alone ? 0 : 100 - kLeftShare);
    for (QLayout* part : {m_left->layout(), m_right->layout(), static_cast<QLayout*>(m_grid)})
        part->invalidate();
    const int needed = std::max(m_grid->minimumSize().height(), m_grid->minimumHeightForWidth(room));
    inner->setFixedHeight(std::max(m_scroll->height(), needed));
}

void OverviewPage::resizeEvent(QResizeEvent* event)
{
    SchoolPage::resizeEvent(event);
    arrange();
    fit();
}

bool OverviewPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll && event->type() == QEvent::Resize) {
        arrange();
        fit();
    }
    return SchoolPage::eventFilter(watched, event);
}

void OverviewPage::load()
{
    showClosedBar();
    shell().actions.setReason(QStringLiteral("overview.register"), closedReason());
    showSafety();
    delete m_judging;
    const auto row = yearRow();
    if (!row) {
        showNothing();
        return;
    }
    shell().runner.read([&] { return services::OverviewService(file()).overview(row->id, services::OverviewService::Tasks::OfRowsAlone); },
                        [&](const services::Overview& overview) { show(overview); });
}

void OverviewPage::startJudging()
{
    m_judging = startSchoolJob(
        this, shell(), file(), {},
        [year = m_shown->year.id](services::SchoolFile& copy, Progress& progress) { return services::OverviewService(copy).judgedTasks(year, &progress); },
        [this](const std::vector<services::OverviewTask>& more) {
            m_shown->tasks = services::inOrder(std::move(m_shown->tasks), more);
            showTasks();
        });
}

void OverviewPage::showTasks()
{
    m_tasks->setTasks(m_shown->tasks);
    showSummary(*m_shown);
    fitLater();
}

/// The texts are new: their heights are known once they are laid out, and what was scrolled to before they were is no place.
void OverviewPage::fitLater()
{
    fit();
    QTimer::singleShot(0, this, [this] {
        fit();
        auto* list = m_tasks->scroll();
        list->verticalScrollBar()->setValue(0);
        if (auto* at = QApplication::focusWidget(); at != nullptr && list->widget()->isAncestorOf(at))
            list->ensureWidgetVisible(at);
    });
}

void OverviewPage::show(const services::Overview& overview)
{
    m_shown = overview;
    const bool first = isFirstRun(overview);
    if (first)
        showSteps();
    else
        m_tasks->setTasks(overview.tasks);
    m_targets->setTargets(overview.targets);
    m_quotas->setQuotas(overview.quotas);
    m_targets->setVisible(!first || !overview.targets.empty());
    m_quotas->setVisible(!first || !overview.quotas.empty());
    m_right->setVisible(m_targets->isVisibleTo(m_right) || m_quotas->isVisibleTo(m_right));
    m_calendar->setVisible(true);
    showStrip(overview);
    showSoon(overview);
    fit();
    if (!first && overview.more)
        startJudging();
    if (first)
        setSummary(tr("%1, %2 – %3. Ba bước đầu: nhập cán bộ, lập Hội đồng, soạn kế hoạch.")
                       .arg(weekday(overview.today), dateText(overview.today), placeInYear(overview.today, overview.year.data)));
    else
        showSummary(overview);
    fitLater();
}

bool OverviewPage::isFirstRun(const services::Overview& overview)
{
    m_hasStaff = overview.staffed;
    m_hasCouncil = m_hasPlan = false;
    if (const auto councils = services::CouncilService(file()).councils(overview.year.id))
        m_hasCouncil = !councils->empty();
    if (const auto plans = services::PlanService(file()).plans(overview.year.id))
        m_hasPlan = !plans->empty();
    return !m_hasStaff || (!m_hasCouncil && !m_hasPlan);
}

void OverviewPage::showSteps()
{
    m_tasks->setSteps({{tr("Nhập cán bộ, giáo viên, nhân viên"), tr("Dán danh sách từ Excel hoặc thêm từng người; tổ, lớp ở trang Tập thể."),
                        tr("Nhập cán bộ"), QStringLiteral("staff"), m_hasStaff},
                       {tr("Lập Hội đồng thi đua – khen thưởng"), tr("Số thành viên lẻ, Hiệu trưởng là Chủ tịch; Hiệu trưởng ký quyết định thành lập."),
                        tr("Lập Hội đồng"), QStringLiteral("council"), m_hasCouncil},
                       {tr("Soạn kế hoạch thi đua năm học"), tr("Căn cứ, chỉ tiêu, các đợt thi đua và hạn đăng ký của năm học này."),
                        tr("Soạn kế hoạch"), QStringLiteral("plans"), m_hasPlan}});
}

void OverviewPage::showNothing()
{
    m_tasks->setSteps({{tr("Mở năm học"), tr("Ngày đầu, học kỳ II, ngày cuối và hạn đăng ký của năm học."), tr("Mở Thiết lập"),
                        QStringLiteral("settings"), false}});
    m_right->hide();
    m_calendar->hide();
    fit();
    setSummary(tr("Tệp này chưa có năm học %1.").arg(toQ(schoolYear().screen())));
}

void OverviewPage::showStrip(const services::Overview& overview)
{
    using Item = TimelineStrip::Item;
    std::vector<Item> items;
    const auto key = [](const auto& mark, const char* page) {
        return mark.record ? QStringLiteral("%1/%2").arg(static_cast<int>(mark.record->kind)).arg(mark.record->id) : QString::fromLatin1(page);
    };
    for (const auto& band : overview.bands)
        items.push_back({band.minor ? Item::Kind::Task : Item::Kind::Band, key(band, pages::kRegistrations), toQ(band.text), band.from, band.to,
                         band.minor ? Tone::Mute : Tone::Info});
    for (const auto& mark : overview.marks)
        items.push_back({mark.deadline ? Item::Kind::Deadline : Item::Kind::Observance,
                         key(mark, pages::kRegistrations), toQ(mark.text), mark.on, std::nullopt,
                         mark.deadline ? Tone::Warn : Tone::Mute});
    m_strip->setSpan(overview.year.data.firstDay, overview.year.data.lastDay);
    m_strip->setToday(overview.today);
    m_strip->setItems(std::move(items));
}

/// "kind/id" of a row, else a page.
void OverviewPage::openMark(const QString& key)
{
    const auto at = key.indexOf(QLatin1Char('/'));
    if (at > 0)
        shell().openRecord(static_cast<domain::EntityKind>(key.left(at).toInt()), key.mid(at + 1).toLongLong());
    else
        shell().showPage(key);
}

void OverviewPage::showSoon(const services::Overview& overview)
{
    clearLayout(*m_soonRow);
    const auto& year = overview.year.data;
    m_soon->setVisible(year.state == domain::YearState::Open && overview.today >= year.firstDay.plusDays(-7) && overview.today <= year.lastDay);
    m_soonRow->addWidget(new Label(overview.soon.empty() ? tr("Bảy ngày tới không có hạn, cuộc họp hay mốc nào.") : tr("Bảy ngày tới:"), TypeRole::Strong, Ink::Text, m_soon));
    for (std::size_t i = 0; i < overview.soon.size(); ++i) {
        const auto& entry = overview.soon[i];
        const auto on = entry.to.value_or(entry.on);
        auto* link = makeButton(tr("%1 %2").arg(dateText(on).left(5), toQ(entry.title)), {}, ButtonKind::Link, m_soon);
        link->setObjectName(QStringLiteral("soon%1").arg(i));
        const QString key = entry.record ? QStringLiteral("%1/%2").arg(static_cast<int>(entry.record->kind)).arg(entry.record->id)
                            : entry.page.empty() ? QString::fromLatin1(pages::kRules) : toQ(entry.page);
        connect(link, &QPushButton::clicked, this, [this, key] { openMark(key); });
        m_soonRow->addWidget(link);
    }
}

void OverviewPage::showSummary(const services::Overview& overview)
{
    QString line = tr("%1, %2 – %3. ").arg(weekday(overview.today), dateText(overview.today), placeInYear(overview.today, overview.year.data));
    if (overview.tasks.empty()) {
        setSummary(line + tr("Không có việc nào đang chờ."));
        return;
    }
    const auto& first = overview.tasks.front();
    const QString due = toQ(first.due).toHtmlEscaped();
    line += tr("%1 việc đang chờ; trước hết: <b>%2</b>").arg(countWord(overview.tasks.size()), toQ(first.title).toHtmlEscaped());
    const bool dated = !due.isEmpty() && !due.startsWith(QStringLiteral("không"));
    setSummary(line + (dated ? tr(", %1.").arg(due) : QStringLiteral(".")));
}

void OverviewPage::add()
{
    if (isClosed())
        return;
    shell().showPage(pages::kRegistrations);
    if (QAction* add = shell().actions.find(QStringLiteral("registrations.add")))
        add->trigger();
}

void OverviewPage::print()
{
    if (const auto row = yearRow())
        AwardParts::preview(shell(), context(), services::PaperKind::RegistrationList, std::nullopt, row->id,
                            tr("Bảng đăng ký thi đua %1").arg(toQ(schoolYear().text())));
}

void OverviewPage::showSafety()
{
    m_safety->setAge(services::BackupService::age(file()), services::BackupService::isLookedAt(file()));
}

void OverviewPage::backup()
{
    if (m_backupNow)
        m_backupNow();
    showSafety();
}

QList<QWidget*> OverviewPage::focusStops() const
{
    QList<QWidget*> stops;
    if (auto* first = m_tasks->findChild<QPushButton*>(QStringLiteral("task0")))
        stops << first;
    if (auto* backup = m_safety->findChild<QPushButton*>(QStringLiteral("backupNow")))
        stops << backup;
    if (auto* soon = m_soon->findChild<QPushButton*>(QStringLiteral("soon0")); soon != nullptr && m_soon->isVisible())
        stops << soon;
    if (!m_calendar->isHidden())
        stops << m_strip;
    return stops;
}

}
