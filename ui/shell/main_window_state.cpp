// SPDX-License-Identifier: GPL-3.0-or-later
// What a window keeps for the next one: place, page, columns, and what is typed; and whether it may go.
#include "ui/shell/main_window.h"

#include "ui/text/qt_text.h"

#include <QCloseEvent>
#include <QJsonDocument>
#include <QScreen>
#include <QStackedWidget>

namespace thidua::ui {
namespace {

const QString kFiltersOf = QStringLiteral("pages/filtersOfYear"); ///< the school year that saved filters belong to

}

void MainWindow::buildPage(Slot& slot)
{
    slot.page = slot.make(m_shell);
    slot.page->setSchoolYear(m_year, m_closed);
    slot.page->setReadOnly(m_readOnly);
    m_stack->addWidget(slot.page);
    slot.page->load();
    slot.stale = false;
    const QByteArray saved = m_settings.value(QStringLiteral("pages/") + slot.info.id).toByteArray();
    if (saved.isEmpty())
        return;
    slot.page->restoreState(QJsonDocument::fromJson(saved).object());
    if (m_settings.value(kFiltersOf).toString() != toQ(m_year.text()))
        slot.page->clearFilters();
}

void MainWindow::restore()
{
    restoreGeometry(m_settings.value(QStringLiteral("window/geometry")).toByteArray());
    if (screen() && !isMaximized())
        resize(size().boundedTo(screen()->availableSize() - QSize(2, 38)));
    const QString last = m_settings.value(QStringLiteral("window/page")).toString();
    if (!showPage(last) && !m_slots.empty())
        showPage(m_slots.front().info.id);
}

void MainWindow::savePageState(const Slot& slot)
{
    if (slot.page)
        m_settings.setValue(QStringLiteral("pages/") + slot.info.id, QJsonDocument(slot.page->saveState()).toJson(QJsonDocument::Compact));
}

void MainWindow::keep()
{
    for (const Slot& slot : m_slots)
        savePageState(slot);
    m_settings.setValue(kFiltersOf, toQ(m_year.text()));
    m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_settings.setValue(QStringLiteral("window/page"), m_nav->current());
}

QHash<QString, QJsonObject> MainWindow::entries() const
{
    QHash<QString, QJsonObject> all;
    for (const Slot& slot : m_slots)
        if (slot.page)
            if (const auto entries = slot.page->entries(); !entries.isEmpty())
                all.insert(slot.info.id, entries);
    return all;
}

void MainWindow::restoreEntries(const QHash<QString, QJsonObject>& entries)
{
    for (Slot& slot : m_slots) {
        if (!entries.contains(slot.info.id))
            continue;
        if (!slot.page)
            buildPage(slot);
        slot.page->restoreEntries(entries.value(slot.info.id));
    }
}

const Page* MainWindow::pageWithOtherEntries() const
{
    for (const Slot& slot : m_slots)
        if (slot.page && slot.page->hasOtherEntries())
            return slot.page;
    return nullptr;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    auto* current = currentPage();
    if ((current && !current->mayLeave()) || (m_mayClose && !m_mayClose())) {
        event->ignore();
        return;
    }
    keep();
    event->accept();
}

}
