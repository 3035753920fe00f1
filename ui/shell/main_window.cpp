// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shell/focus_keeper.h"
#include "ui/shell/guide_window.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScreen>
#include <QShortcut>
#include <QTimer>
#include <QStackedWidget>

namespace thidua::ui {
namespace {

constexpr int kNarrowWindow = 1100;

bool isTextField(const QWidget* widget)
{
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget);
}

}

MainWindow::MainWindow(Prompter& prompter, QSettings& settings, QWidget* parent)
    : QMainWindow(parent), m_settings(settings), m_actions(new ActionRegistry(this)), m_bus(new ChangeBus(this)), m_top(new TopBar(this)),
      m_nav(new Navigation(this)), m_stack(new QStackedWidget(this)), m_status(new StatusLine(this)),
      m_runner(new OperationRunner(*m_bus, *m_status, this)), m_palette(new CommandPalette(m_top->search(), *m_actions, this)),
      m_shell{prompter, *m_runner, *m_actions, *m_bus, *m_status, [this](const QString& id) { showPage(id); },
              [this](const QString& id, const std::vector<domain::SubjectRef>& who) {
                  if (showPage(id))
                      currentPage()->showOnly(who);
              },
              [this](domain::EntityKind kind, std::int64_t id) { return openRecord(kind, id); },
              [this](const QString& id, int count, Tone tone) { m_nav->setBadge(id, count, tone); }}
{
    setWindowTitle(tr("Thi Đua"));
    build();
    addKeys();
    addGuide();
    m_actions->setOpener([this](const QString& page) { return !slot(page) || showPage(page); });
    connect(m_actions, &ActionRegistry::refused, this, [this](const QString& reason) { m_status->say(reason, Tone::Warn); });
    m_palette->setContext([this] { return m_nav->current(); });
    m_palette->setPrepare([this] { buildNext(); });
    m_runner->setErrorSink([this](const Message& message) { showMessage(message); });
    connect(m_nav, &Navigation::chosen, this, &MainWindow::showPage);
    connect(m_bus, &ChangeBus::changed, this, &MainWindow::onChange);
    connect(m_status, &StatusLine::undoClicked, this, [this] {
        if (m_undo)
            m_undo();
    });
    m_keeper = new FocusKeeper(*this, [this] { return static_cast<QWidget*>(currentPage()); }, [this] { focusPage(); });
    connect(m_runner, &OperationRunner::starting, m_keeper, &FocusKeeper::hold);
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
}

void MainWindow::build()
{
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_nav);
    middle->addWidget(m_stack, 1);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    setCentralWidget(whole);
    // Never more than the screen has, with its task bar and the window's own frame: what is below it would be out of reach.
    constexpr QSize kSmallScreen(1364, 690); // 1366×768 without both: large text must fit there, too
    const QSize room = (screen() ? screen()->availableSize() - QSize(2, 38) : kSmallScreen).boundedTo(kSmallScreen);
    setMinimumSize(QSize(Theme::px(960), Theme::px(600)).boundedTo(room));
    resize(QSize(Theme::px(1366), Theme::px(768)).boundedTo(screen() ? screen()->availableSize() - QSize(2, 38) : kSmallScreen));
}

void MainWindow::addKey(const QKeySequence& keys, std::function<void()> run)
{
    auto* shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, this, [run = std::move(run)] { run(); });
}

void MainWindow::addGuide()
{
    auto* guide = m_actions->add({QStringLiteral("window.guide"), tr("Hướng dẫn sử dụng"), QStringLiteral("book"), QKeySequence(Qt::Key_F1), {},
                                  tr("trợ giúp cách dùng"), [this] { showGuide(this); }});
    addAction(guide);
}

/// At the page one is on. A dialog gets a guide of its own: what it keeps the person from is the rest of the window.
void MainWindow::showGuide(QWidget* over)
{
    auto* guide = over->findChild<GuideWindow*>(QString(), Qt::FindDirectChildrenOnly);
    if (!guide)
        guide = new GuideWindow(over);
    guide->show();
    guide->showPage(m_nav->current());
    // Once more when it has its size: before, the text is laid out for another width.
    QTimer::singleShot(0, guide, [guide, page = m_nav->current()] { guide->showPage(page); });
    guide->raise();
    guide->activateWindow();
}

void MainWindow::addKeys()
{
    const auto page = [this](void (Page::*what)()) {
        return [this, what] {
            if (auto* current = currentPage())
                (current->*what)();
        };
    };
    addKey(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_palette->start(); });
    addKey(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { showPage(m_nav->neighbour(1)); });
    addKey(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { showPage(m_nav->neighbour(-1)); });
    addKey(QKeySequence::New, page(&Page::add));
    addKey(QKeySequence::Save, page(&Page::save));
    addKey(QKeySequence::Find, page(&Page::find));
    addKey(QKeySequence::Print, page(&Page::print));
    addKey(QKeySequence(Qt::Key_F4), page(&Page::togglePanel));
    addKey(QKeySequence(Qt::Key_F6), [this] { cycleFocus(1); });
    addKey(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { cycleFocus(-1); });
    addKey(QKeySequence::Undo, [this] { undoOrRedo(true); });
    addKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { undoOrRedo(false); });
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    auto* dialog = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F1 && qobject_cast<QWidget*>(watched)
        ? qobject_cast<QDialog*>(static_cast<QWidget*>(watched)->window())
        : nullptr;
    if (dialog && !qobject_cast<GuideWindow*>(dialog)) {
        showGuide(dialog);
        return true;
    }
    if (FocusKeeper::isPress(*event) && qobject_cast<QWidget*>(watched) && static_cast<QWidget*>(watched)->window() == this)
        m_keeper->hold(); // what is pressed may go with what it does
    // A text field with something to undo keeps Ctrl+Z for itself, and Ctrl+Shift+Z likewise.
    if (event->type() == QEvent::ShortcutOverride && isTextField(qobject_cast<QWidget*>(watched))) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Z && key->modifiers().testFlag(Qt::ControlModifier)) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    // No shortcut: fields, lists and editors have a first use for Esc, and only what they leave comes here.
    auto* current = currentPage();
    if (event->key() == Qt::Key_Escape && current)
        current->escape();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::undoOrRedo(bool undo)
{
    const auto& run = undo ? m_undo : m_redo;
    if (run)
        run();
}

void MainWindow::setUndo(std::function<void()> undo, std::function<void()> redo)
{
    m_undo = std::move(undo);
    m_redo = std::move(redo);
}

void MainWindow::addPage(const PageInfo& info, MakePage make, const std::vector<domain::EntityKind>& opens)
{
    m_slots.push_back({info, std::move(make), opens, nullptr, false});
    m_nav->addPage(info);
    m_actions->add({QStringLiteral("go.") + info.id, tr("Mở trang %1").arg(info.title), info.icon, {}, {}, {}, [this, id = info.id] { showPage(id); }});
}

MainWindow::Slot* MainWindow::slot(const QString& id)
{
    for (Slot& slot : m_slots)
        if (slot.info.id == id)
            return &slot;
    return nullptr;
}

/// Pages bring their commands: while somebody searches, those not visited yet are built, one at a time between the keys.
void MainWindow::buildNext()
{
    const auto next = std::ranges::find(m_slots, nullptr, &Slot::page);
    if (m_building)
        return;
    m_palette->setGathering(next != m_slots.end());
    if (next == m_slots.end())
        return m_palette->again();
    m_building = true;
    QTimer::singleShot(0, this, [this, id = next->info.id] {
        m_building = false;
        if (Slot* one = slot(id); one && !one->page) {
            buildPage(*one);
            m_palette->again();
        }
        buildNext();
    });
}

bool MainWindow::showPage(const QString& id)
{
    Slot* next = slot(id);
    Page* before = currentPage();
    if (!next || (before && before == next->page))
        return next != nullptr;
    if (before && !before->mayLeave())
        return false;
    if (!next->page)
        buildPage(*next);
    else if (next->stale)
        next->page->load();
    next->stale = false;
    m_stack->setCurrentWidget(next->page);
    m_nav->setCurrent(id);
    focusPage();
    return true;
}

/// Where the keyboard is when a page comes forward.
void MainWindow::focusPage()
{
    const auto* page = currentPage();
    for (QWidget* stop : page ? page->focusStops() : QList<QWidget*>())
        if (stop->isVisibleTo(page))
            return stop->setFocus(Qt::OtherFocusReason);
    m_nav->focusCurrent();
}

Page* MainWindow::currentPage() const
{
    return qobject_cast<Page*>(m_stack->currentWidget());
}

Page* MainWindow::builtPage(const QString& id) const
{
    for (const Slot& slot : m_slots)
        if (slot.info.id == id)
            return slot.page;
    return nullptr;
}

bool MainWindow::openRecord(domain::EntityKind kind, std::int64_t id)
{
    for (Slot& slot : m_slots)
        if (std::find(slot.opens.begin(), slot.opens.end(), kind) != slot.opens.end())
            return showPage(slot.info.id) && slot.page->openRecord(kind, id);
    return false;
}

void MainWindow::setReadOnly(const QString& reason, const QStringList& writing)
{
    m_readOnly = reason;
    m_actions->setLooking(reason, writing);
    for (const Slot& slot : m_slots)
        if (slot.page)
            slot.page->setReadOnly(reason);
}

void MainWindow::setSchoolYear(SchoolYear year, bool closed)
{
    const bool other = !(m_year == year);
    if (other)
        m_nav->clearBadges(); // each page says its own again once it has read the year
    m_year = year;
    m_closed = closed;
    for (const Slot& slot : m_slots)
        if (slot.page) {
            slot.page->setSchoolYear(year, closed);
            if (other)
                slot.page->clearFilters();
        }
    reloadAll();
}

void MainWindow::reloadAll()
{
    for (Slot& slot : m_slots) {
        if (slot.page && slot.page == currentPage())
            slot.page->load();
        else
            slot.stale = slot.page != nullptr;
    }
}

void MainWindow::onChange(const domain::ChangeSet& changes)
{
    for (Slot& slot : m_slots) {
        if (!slot.page || !slot.page->affects(changes))
            continue;
        if (slot.page == currentPage())
            slot.page->refresh(changes);
        else
            slot.stale = true;
    }
    if (auto* current = currentPage()) // what stood in the way is done
        current->messages().remove(QStringLiteral("operation"));
}

void MainWindow::showMessage(const Message& message)
{
    if (auto* current = currentPage())
        current->messages().show(message);
}

void MainWindow::cycleFocus(int step)
{
    auto* page = currentPage();
    if (!page)
        return;
    QList<QWidget*> stops{m_nav};
    for (QWidget* stop : page->focusStops())
        if (stop->isVisible())
            stops << stop;
    if (!page->messages().isEmpty())
        stops << &page->messages();
    const QWidget* now = QApplication::focusWidget();
    int at = step > 0 ? -1 : 0;
    for (int i = 0; i < stops.size(); ++i)
        if (now && (stops[i] == now || stops[i]->isAncestorOf(now)))
            at = i;
    QWidget* next = stops[(at + step + static_cast<int>(stops.size())) % static_cast<int>(stops.size())];
    if (next == m_nav)
        m_nav->focusCurrent();
    else if (next == &page->messages())
        page->messages().focusNewest();
    else
        focusInto(*next);
}

/// The stop itself, or the first of its parts that takes the keyboard.
void MainWindow::focusInto(QWidget& stop)
{
    if (stop.focusPolicy() != Qt::NoFocus || stop.focusProxy())
        return stop.setFocus(Qt::TabFocusReason);
    for (QWidget* child : stop.findChildren<QWidget*>())
        if (child->focusPolicy() & Qt::TabFocus && child->isVisible() && child->isEnabled()) {
            child->setFocus(Qt::TabFocusReason);
            return;
        }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_nav->setCollapsed(width() < Theme::px(kNarrowWindow));
}

}
