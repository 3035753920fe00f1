// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>

namespace thidua::ui {

class NavItem final : public QAbstractButton {
public:
    NavItem(const PageInfo& info, QWidget* parent) : QAbstractButton(parent), m_icon(info.icon)
    {
        setText(info.title);
        setAccessibleName(info.title);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void setBadge(int count, Tone tone)
    {
        m_badge = count;
        m_tone = tone;
        setAccessibleDescription(count > 0 ? Navigation::tr("%1 việc cần làm").arg(count) : QString());
        update();
    }
    void setCollapsed(bool collapsed)
    {
        m_collapsed = collapsed;
        setToolTip(collapsed ? text() : QString());
        update();
    }
    QSize sizeHint() const override { return {Theme::px(48), height()}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = Theme::tokens();
        QPainter painter(this);
        const bool on = isChecked();
        painter.fillRect(rect(), on ? t.sel : underMouse() ? t.hover : t.nav);
        if (on)
            painter.fillRect(QRect(0, 0, Theme::px(3), height()), t.accent);
        const int side = Theme::px(16);
        painter.drawPixmap(Theme::px(16), (height() - side) / 2, iconPixmap(m_icon, on ? t.accent : t.text2, side, devicePixelRatioF()));
        if (!m_collapsed) {
            painter.setFont(Theme::font(on ? TypeRole::Strong : TypeRole::Text));
            painter.setPen(t.text);
            const QRect words(Theme::px(42), 0, width() - Theme::px(42 + (m_badge > 0 ? 38 : 8)), height());
            painter.drawText(words, Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
        }
        if (m_badge > 0)
            paintBadge(painter);
        if (hasFocus())
            paintFrame(painter, rect().adjusted(1, 1, -1, -1), Qt::transparent, t.accent, 2, 3);
    }

private:
    void paintBadge(QPainter& painter) const
    {
        const ToneColors colors = Theme::tokens().tone(m_tone);
        painter.setFont(Theme::font(TypeRole::Badge));
        const QString number = QString::number(m_badge);
        const int width = std::max(Theme::px(m_collapsed ? 15 : 20), painter.fontMetrics().horizontalAdvance(number) + Theme::px(m_collapsed ? 6 : 12));
        const int tall = Theme::px(m_collapsed ? 14 : 17);
        const QRect badge = m_collapsed ? QRect(this->width() - width - Theme::px(3), Theme::px(1), width, tall)
                                        : QRect(this->width() - width - Theme::px(9), (height() - tall) / 2, width, tall);
        paintFrame(painter, badge, colors.ground, Qt::transparent, 0, 3);
        painter.setPen(colors.text);
        painter.drawText(badge, Qt::AlignCenter, number);
    }
    QString m_icon;
    int m_badge = 0;
    Tone m_tone = Tone::Warn;
    bool m_collapsed = false;
};

Navigation::Navigation(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Các trang"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 1, 0);
    // Scrolls where the text is large and the screen low.
    auto* inner = new QWidget;
    m_layout = new QVBoxLayout(inner);
    m_layout->setContentsMargins(0, Theme::px(8), 0, Theme::px(8));
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
    outer->addWidget(makeScrolling(inner, this));
    measure();
}

void Navigation::addPage(const PageInfo& info)
{
    if (info.group != m_lastGroup) {
        if (info.group.isEmpty()) {
            auto* gap = new QWidget(this);
            gap->setProperty("gap", true);
            m_captions.push_back(gap);
            m_layout->insertWidget(m_layout->count() - 1, gap);
        } else {
            auto* caption = new Label(info.group, TypeRole::SmallStrong, Ink::Text2, this);
            caption->setContentsMargins(Theme::px(16), 0, 0, 0);
            caption->setAccessibleName(info.group);
            m_captions.push_back(caption);
            m_layout->insertWidget(m_layout->count() - 1, caption);
        }
    }
    m_lastGroup = info.group;
    auto* item = new NavItem(info, this);
    item->setObjectName(QStringLiteral("nav.") + info.id);
    item->installEventFilter(this);
    connect(item, &QAbstractButton::clicked, this, [this, id = info.id] {
        setCurrent(m_current); // the window decides whether the page may be left
        emit chosen(id);
    });
    m_layout->insertWidget(m_layout->count() - 1, item);
    m_entries.push_back({info, item});
    measure();
}

void Navigation::setCurrent(const QString& id)
{
    m_current = id;
    for (const auto& entry : m_entries) {
        entry.item->setChecked(entry.info.id == id);
        // One stop for Tab; the arrows walk.
        entry.item->setFocusPolicy(entry.info.id == id ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void Navigation::setBadge(const QString& id, int count, Tone tone)
{
    for (const auto& entry : m_entries)
        if (entry.info.id == id)
            entry.item->setBadge(count, tone);
}

void Navigation::clearBadges()
{
    for (const auto& entry : m_entries)
        entry.item->setBadge(0, Tone::None);
}

void Navigation::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    measure();
}

void Navigation::measure()
{
    setFixedWidth(Theme::px(m_collapsed ? 48 : 208));
    const bool low = window() && window()->height() < Theme::px(740);
    int tall = Theme::px(low ? 24 : 26), caption = Theme::px(m_collapsed ? 5 : low ? 18 : 24);
    if (!m_entries.empty()) {
        // Lines move closer together before the column has to scroll, which hides the last of them or covers icons with its bar.
        const int others = 2 * Theme::px(8) + static_cast<int>(m_captions.size()) * caption;
        tall = std::clamp((height() - others) / static_cast<int>(m_entries.size()), Theme::px(m_collapsed ? 16 : 21), tall);
    }
    for (const auto& entry : m_entries) {
        entry.item->setFixedHeight(tall);
        entry.item->setCollapsed(m_collapsed);
    }
    for (QWidget* head : m_captions) {
        head->setFixedHeight(head->property("gap").toBool() && !m_collapsed ? Theme::px(8) : caption);
        if (auto* label = qobject_cast<Label*>(head))
            label->setText(m_collapsed ? QString() : label->accessibleName());
    }
}

QString Navigation::neighbour(int step) const
{
    const int count = static_cast<int>(m_entries.size());
    for (int i = 0; i < count; ++i)
        if (m_entries[static_cast<std::size_t>(i)].info.id == m_current)
            return m_entries[static_cast<std::size_t>((i + step + count) % count)].info.id;
    return {};
}

void Navigation::focusCurrent()
{
    for (const auto& entry : m_entries)
        if (entry.info.id == m_current)
            entry.item->setFocus(Qt::TabFocusReason);
}

bool Navigation::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].item != watched)
            continue;
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_entries[i].item->click();
            return true;
        }
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        const auto next = static_cast<std::size_t>(static_cast<int>(i) + step);
        if (step != 0 && next < m_entries.size())
            m_entries[next].item->setFocus(Qt::TabFocusReason);
        return step != 0;
    }
    return QFrame::eventFilter(watched, event);
}

void Navigation::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    measure();
}

void Navigation::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        measure();
}

}
