// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/table_header.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace thidua::ui {
namespace {

constexpr int kBand = 24;
constexpr int kTitle = 28;
constexpr int kExtraLine = 16;
constexpr int kFilters = 30;

}

TableHeader::TableHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setFocusPolicy(Qt::NoFocus);
    setMinimumSectionSize(Theme::px(28));
    setAccessibleName(tr("Tên cột"));
    connect(this, &QHeaderView::sectionResized, this, [this] { placeFilters(); });
    connect(this, &QHeaderView::sectionMoved, this, [this] { placeFilters(); });
    connect(this, &QHeaderView::geometriesChanged, this, [this] { placeFilters(); });
}

void TableHeader::setBands(const QHash<int, QString>& bands)
{
    m_bands = bands;
    updateGeometry();
}

void TableHeader::setFilters(const QHash<int, QString>& names)
{
    qDeleteAll(m_filters);
    m_filters.clear();
    QList<int> sections = names.keys();
    std::sort(sections.begin(), sections.end());
    QWidget* before = nullptr;
    for (const int section : sections) {
        auto* field = new QLineEdit(viewport());
        field->setProperty("small", true);
        field->setFont(Theme::font(TypeRole::Small));
        field->setAccessibleName(tr("Lọc cột %1").arg(names.value(section)));
        field->setObjectName(QStringLiteral("filter%1").arg(section));
        if (!before)
            field->setPlaceholderText(tr("Lọc…"));
        field->installEventFilter(this);
        connect(field, &QLineEdit::textChanged, this, &TableHeader::filterChanged);
        if (before)
            setTabOrder(before, field);
        before = field;
        m_filters.insert(section, field);
    }
    placeFilters();
    updateGeometry();
}

void TableHeader::setFilterText(int section, const QString& text)
{
    if (auto* field = m_filters.value(section))
        field->setText(text);
}

QHash<int, QString> TableHeader::filterTexts() const
{
    QHash<int, QString> texts;
    for (auto it = m_filters.begin(); it != m_filters.end(); ++it)
        if (!it.value()->text().trimmed().isEmpty())
            texts.insert(it.key(), it.value()->text());
    return texts;
}

void TableHeader::focusFirstFilter()
{
    for (int visual = 0; visual < count(); ++visual) {
        const int section = logicalIndex(visual);
        if (auto* field = m_filters.value(section); field && !isSectionHidden(section)) {
            field->setFocus(Qt::ShortcutFocusReason);
            field->selectAll();
            return;
        }
    }
}

void TableHeader::setSortMark(int section, Qt::SortOrder order)
{
    m_sortSection = section;
    m_sortOrder = order;
    viewport()->update();
}

void TableHeader::setTickState(int section, Qt::CheckState state)
{
    m_tickSection = section;
    m_tickState = state;
    viewport()->update();
}

int TableHeader::titleTop() const
{
    return m_bands.isEmpty() ? 0 : Theme::px(kBand);
}

int TableHeader::titleHeight() const
{
    int lines = 1;
    for (int section = 0; section < count(); ++section)
        if (!isSectionHidden(section) && model())
            lines = std::max(lines, static_cast<int>(model()->headerData(section, Qt::Horizontal).toString().count(QLatin1Char('\n'))) + 1);
    return Theme::px(kTitle + (lines - 1) * kExtraLine);
}

QSize TableHeader::sizeHint() const
{
    const QSize base = QHeaderView::sizeHint();
    return {base.width(), titleTop() + titleHeight() + (m_filters.isEmpty() ? 0 : Theme::px(kFilters)) + 1};
}

void TableHeader::placeFilters()
{
    const int y = titleTop() + titleHeight();
    const int gap = Theme::px(4);
    for (auto it = m_filters.begin(); it != m_filters.end(); ++it) {
        const int section = it.key();
        const bool hidden = section >= count() || isSectionHidden(section);
        it.value()->setVisible(!hidden);
        if (!hidden)
            it.value()->setGeometry(sectionViewportPosition(section) + gap, y, sectionSize(section) - 2 * gap, Theme::px(24));
    }
}

void TableHeader::updateGeometries()
{
    QHeaderView::updateGeometries();
    placeFilters();
}

void TableHeader::showEvent(QShowEvent* event)
{
    QHeaderView::showEvent(event);
    placeFilters();
}

void TableHeader::paintTitle(QPainter& painter, const QRect& rect, int section) const
{
    const Tokens& t = Theme::tokens();
    const auto align = static_cast<Qt::Alignment>(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    QRect words = rect.adjusted(Theme::px(8), 0, -Theme::px(8), 0);
    const bool sorted = section == m_sortSection;
    if (sorted && !align.testFlag(Qt::AlignLeft))
        words.setRight(words.right() - Theme::px(8));
    painter.setFont(Theme::font(TypeRole::SmallStrong));
    painter.setPen(t.text2);
    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    const QString shown = title.contains(QLatin1Char('\n')) ? title : painter.fontMetrics().elidedText(title, Qt::ElideRight, words.width() + Theme::px(6));
    QRect used;
    const bool leftward = align.testFlag(Qt::AlignLeft); // may use the padding at its end
    painter.drawText(words.adjusted(0, 0, leftward && shown == title ? Theme::px(6) : 0, 0), static_cast<int>((align & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter), shown, &used);
    if (sorted) {
        const int side = Theme::px(14);
        const QString name = m_sortOrder == Qt::AscendingOrder ? QStringLiteral("sort-up") : QStringLiteral("sort-down");
        painter.drawPixmap(std::min(used.right() + Theme::px(4), rect.right() - side), rect.center().y() - side / 2,
                           iconPixmap(name, t.text2, side, painter.device()->devicePixelRatioF()));
    }
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    if (!rect.isValid())
        return;
    const Tokens& t = Theme::tokens();
    painter->save();
    painter->fillRect(rect, t.head);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line2);
    const QRect title(rect.x(), rect.y() + titleTop(), rect.width(), titleHeight());
    if (!m_bands.isEmpty())
        painter->fillRect(QRect(rect.right(), title.top(), 1, rect.bottom() - title.top()), t.line);
    if (section == m_tickSection)
        paintTickBox(*painter, QRect(title.x(), title.y(), title.width(), title.height()), m_tickState, true, false);
    else
        paintTitle(*painter, title, section);
    painter->restore();
}

void TableHeader::paintEvent(QPaintEvent* event)
{
    QHeaderView::paintEvent(event);
    const Tokens& t = Theme::tokens();
    QPainter painter(viewport());
    const int end = count() > 0 ? length() - offset() : 0;
    if (end < viewport()->width()) { // beyond the last column
        painter.fillRect(QRect(end, 0, viewport()->width() - end, height()), t.head);
        painter.fillRect(QRect(end, height() - 1, viewport()->width() - end, 1), t.line2);
    }
    if (m_bands.isEmpty())
        return;
    painter.setFont(Theme::font(TypeRole::SmallStrong));
    for (int visual = 0; visual < count(); ++visual) {
        const int first = logicalIndex(visual);
        if (isSectionHidden(first))
            continue;
        const int left = sectionViewportPosition(first);
        int right = left + sectionSize(first);
        const QString band = m_bands.value(first);
        while (!band.isEmpty() && visual + 1 < count() && m_bands.value(logicalIndex(visual + 1)) == band) {
            const int next = logicalIndex(++visual);
            right = sectionViewportPosition(next) + sectionSize(next);
        }
        const QRect rect(left, 0, right - left, titleTop());
        painter.fillRect(rect, t.head);
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
        painter.fillRect(QRect(rect.right(), 0, 1, height()), t.line2);
        painter.setPen(t.text);
        painter.drawText(rect, Qt::AlignCenter, painter.fontMetrics().elidedText(band, Qt::ElideRight, rect.width() - Theme::px(6)));
    }
}

bool TableHeader::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        auto* field = qobject_cast<QLineEdit*>(watched);
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (field && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)) {
            emit leftDown();
            return true;
        }
        if (field && key == Qt::Key_Escape) {
            if (field->text().isEmpty())
                emit leftDown();
            field->clear();
            return true;
        }
    }
    return QHeaderView::eventFilter(watched, event);
}

}
