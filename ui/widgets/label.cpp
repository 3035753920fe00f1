// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include "ui/theme/style.h"

#include <QEvent>
#include <QPainter>

namespace thidua::ui {
namespace {

/// Draws its icon at paint time, so that theme and pixel ratio never go stale.
class IconLabel final : public QLabel {
public:
    IconLabel(const QIcon& icon, int px, int tall, QWidget* parent) : QLabel(parent), m_icon(icon), m_px(px), m_tall(tall)
    {
        setFixedSize(Theme::px(px), Theme::px(tall));
    }
    void setIcon(const QIcon& icon)
    {
        m_icon = icon;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_icon.paint(&painter, rect());
    }
    void changeEvent(QEvent* event) override
    {
        if (event->type() == QEvent::StyleChange)
            setFixedSize(Theme::px(m_px), Theme::px(m_tall));
        QLabel::changeEvent(event);
    }

private:
    QIcon m_icon;
    int m_px, m_tall;
};

}

Label::Label(const QString& text, TypeRole role, Ink ink, QWidget* parent) : QLabel(text, parent), m_role(role), m_ink(ink)
{
    restyle();
}

void Label::setInk(Ink ink)
{
    m_ink = ink;
    restyle();
}

void Label::setRole(TypeRole role)
{
    m_role = role;
    restyle();
}

void Label::setElided(bool on)
{
    m_elided = on;
    updateGeometry();
}

QSize Label::minimumSizeHint() const
{
    const QSize size = QLabel::minimumSizeHint();
    return m_elided ? QSize(std::min(size.width(), Theme::px(24)), size.height()) : size;
}

int Label::heightForWidth(int width) const
{
    if (text().isEmpty())
        return QLabel::heightForWidth(width);
    if (auto now = shape(); now != m_shape) {
        m_shape = std::move(now);
        m_heights.clear();
    }
    auto found = m_heights.find(width);
    if (found == m_heights.end())
        found = m_heights.insert(width, QLabel::heightForWidth(width));
    return *found;
}

void Label::paintEvent(QPaintEvent* event)
{
    const bool cut = m_elided && fontMetrics().horizontalAdvance(text()) > contentsRect().width();
    if (m_elided)
        setToolTip(cut ? text() : QString());
    if (!cut)
        QLabel::paintEvent(event);
    QPainter painter(this);
    if (hasFocus() && textInteractionFlags().testFlag(Qt::LinksAccessibleByKeyboard))
        paintFrame(painter, rect(), Qt::transparent, Theme::tokens().accent, 2, 3);
    if (!cut)
        return;
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(contentsRect(), static_cast<int>(alignment()), fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
}

void Label::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        m_heights.clear();
    if (event->type() == QEvent::StyleChange && !m_busy)
        restyle();
}

void Label::restyle()
{
    m_busy = true;
    setFont(Theme::font(m_role));
    QPalette p = palette();
    p.setColor(QPalette::WindowText, Theme::tokens().ink(m_ink));
    p.setColor(QPalette::Link, Theme::tokens().accent);
    setPalette(p);
    // Rich text caches its link colours: lay it out anew.
    if (textFormat() == Qt::RichText || Qt::mightBeRichText(text())) {
        const QString words = text();
        setText(QString());
        setText(words);
    }
    m_busy = false;
}

Label* makeWrapped(const QString& text, TypeRole role, Ink ink, QWidget* parent)
{
    auto* label = new Label(text, role, ink, parent);
    label->setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

QFrame* makeRule(QWidget* parent)
{
    auto* rule = new QFrame(parent);
    rule->setProperty("rule", "1");
    rule->setFixedHeight(1);
    return rule;
}

QLabel* makeIconLabel(const QString& name, Ink ink, int px, QWidget* parent)
{
    return new IconLabel(icon(name, ink), px, px, parent);
}

void setIcon(QLabel& label, const QString& name, Ink ink)
{
    static_cast<IconLabel&>(label).setIcon(icon(name, ink));
}

QLabel* makeLineIcon(const QString& name, Ink ink, QWidget* parent)
{
    return new IconLabel(icon(name, ink), 14, 18, parent);
}

}
