// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/step_bar.h"

#include "ui/widgets/flow_layout.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace thidua::ui {
namespace {

class StepButton final : public QAbstractButton {
public:
    StepButton(int number, QWidget* parent) : QAbstractButton(parent), m_number(number)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }
    void set(const StepBar::Step& step, bool current)
    {
        setText(step.title);
        setEnabled(step.enabled);
        setChecked(current);
        m_done = step.done;
        setAccessibleName(step.done ? StepBar::tr("Bước %1: %2, đã xong").arg(m_number).arg(step.title)
                                    : StepBar::tr("Bước %1: %2").arg(m_number).arg(step.title));
        update();
    }
    QSize sizeHint() const override { return {Theme::px(110), Theme::px(36)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = Theme::tokens();
        QPainter painter(this);
        painter.fillRect(rect(), isChecked() ? t.sel : underMouse() && isEnabled() ? t.hover : t.surf);
        if (isChecked())
            painter.fillRect(QRect(0, height() - Theme::px(3), width(), Theme::px(3)), t.accent);
        painter.fillRect(QRect(width() - 1, 0, 1, height()), t.line);
        const QFont font = Theme::font(isChecked() ? TypeRole::Strong : TypeRole::Text);
        const int side = Theme::px(20);
        const int words = QFontMetrics(font).horizontalAdvance(text());
        const int x = std::max(Theme::px(8), (width() - side - Theme::px(6) - words) / 2);
        paintNumber(painter, QRect(x, (height() - side) / 2, side, side));
        painter.setFont(font);
        painter.setPen(m_done || isChecked() ? t.text : t.text3);
        const QRect rest(x + side + Theme::px(6), 0, width() - x - side - Theme::px(10), height());
        painter.drawText(rest, Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, rest.width()));
        if (hasFocus())
            paintFrame(painter, rect().adjusted(1, 1, -1, -1), Qt::transparent, t.accent, 2, 3);
    }

private:
    void paintNumber(QPainter& painter, const QRect& circle) const
    {
        const Tokens& t = Theme::tokens();
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF line = QRectF(circle).adjusted(0.75, 0.75, -0.75, -0.75);
        painter.setPen(QPen(isChecked() ? t.accent : m_done ? t.ok.text : t.text3, 1.5));
        painter.setBrush(isChecked() ? t.accent : m_done ? t.ok.ground : QColor(Qt::transparent));
        painter.drawEllipse(line);
        if (m_done && !isChecked()) {
            const int side = Theme::px(14);
            painter.drawPixmap(circle.x() + (circle.width() - side) / 2, circle.y() + (circle.height() - side) / 2,
                               iconPixmap(QStringLiteral("check"), t.ok.text, side, painter.device()->devicePixelRatioF()));
        } else {
            painter.setFont(Theme::font(TypeRole::Badge));
            painter.setPen(isChecked() ? t.onAccent : t.text2);
            painter.drawText(circle, Qt::AlignCenter, QString::number(m_number));
        }
        painter.restore();
    }
    int m_number;
    bool m_done = false;
};

class SegmentButton final : public QAbstractButton {
public:
    explicit SegmentButton(QWidget* parent) : QAbstractButton(parent)
    {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    void set(const SegmentBar::Segment& s, bool first, bool last)
    {
        m_icon = s.icon.isEmpty() ? toneIcon(s.tone) : s.icon;
        m_tone = s.tone;
        m_first = first;
        m_last = last;
        setText(s.count < 0 ? s.text : QStringLiteral("%1 %2").arg(s.text).arg(s.count));
        setAccessibleName(text());
        updateGeometry();
        update();
    }
    QSize sizeHint() const override
    {
        const int sign = m_icon.isEmpty() ? 0 : Theme::px(14 + 5);
        return {QFontMetrics(Theme::font(TypeRole::Strong)).horizontalAdvance(text()) + sign + 2 * Theme::px(12), Theme::px(30)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = Theme::tokens();
        QPainter painter(this);
        const QRect box = rect().adjusted(m_first ? 0 : -1, 0, 0, 0);
        paintFrame(painter, box, isChecked() ? t.sel : underMouse() ? t.hover : t.surf, isChecked() ? t.accent : t.line2, 1, m_first || m_last ? 3 : 0);
        if (hasFocus())
            paintFrame(painter, rect(), Qt::transparent, t.accent, 2, 3);
        painter.setFont(Theme::font(isChecked() ? TypeRole::Strong : TypeRole::Text));
        const int sign = m_icon.isEmpty() ? 0 : Theme::px(14 + 5);
        int x = (width() - sign - painter.fontMetrics().horizontalAdvance(text())) / 2;
        if (sign > 0)
            painter.drawPixmap(x, (height() - Theme::px(14)) / 2,
                               iconPixmap(m_icon, t.tone(m_tone).text, Theme::px(14), painter.device()->devicePixelRatioF()));
        painter.setPen(t.text);
        painter.drawText(QRect(x + sign, 0, width(), height()), Qt::AlignVCenter, text());
    }

private:
    QString m_icon;
    Tone m_tone = Tone::None;
    bool m_first = false, m_last = false;
};

}

StepBar::StepBar(QWidget* parent) : QFrame(parent)
{
    setProperty("card", "1");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StepBar::setSteps(const std::vector<Step>& steps)
{
    while (m_buttons.size() > steps.size()) {
        delete m_buttons.back();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < steps.size()) {
        const int index = static_cast<int>(m_buttons.size());
        auto* button = new StepButton(index + 1, this);
        connect(button, &QAbstractButton::clicked, this, [this, index] {
            setCurrent(m_current); // the page decides whether the step may be opened
            emit stepChosen(index);
        });
        layout()->addWidget(button);
        m_buttons.push_back(button);
    }
    for (std::size_t i = 0; i < steps.size(); ++i)
        static_cast<StepButton*>(m_buttons[i])->set(steps[i], static_cast<int>(i) == m_current);
}

void StepBar::setCurrent(int index)
{
    m_current = index;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(static_cast<int>(i) == index);
}

SegmentBar::SegmentBar(QWidget* parent) : QWidget(parent)
{
    auto* row = new FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    QSizePolicy policy(QSizePolicy::Maximum, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SegmentBar::setSegments(const std::vector<Segment>& segments)
{
    while (m_buttons.size() > segments.size()) {
        delete m_buttons.back();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < segments.size()) {
        const std::size_t index = m_buttons.size();
        auto* button = new SegmentButton(this);
        button->installEventFilter(this);
        connect(button, &QAbstractButton::clicked, this, [this, index] {
            setCurrentKey(m_keys[index]);
            emit chosen(m_current);
        });
        layout()->addWidget(button);
        m_buttons.push_back(button);
    }
    m_keys.clear();
    for (std::size_t i = 0; i < segments.size(); ++i) {
        m_keys.push_back(segments[i].key);
        static_cast<SegmentButton*>(m_buttons[i])->set(segments[i], i == 0, i + 1 == segments.size());
    }
    if (std::find(m_keys.begin(), m_keys.end(), m_current) == m_keys.end() && !m_keys.empty())
        m_current = m_keys.front();
    setCurrentKey(m_current);
}

void SegmentBar::setCurrentKey(const QString& key)
{
    m_current = key;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setChecked(m_keys[i] == key);
        if (m_keys[i] == key)
            m_buttons[i]->raise(); // its frame lies over the neighbours'
    }
}

bool SegmentBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    if (step == 0)
        return false;
    const auto at = std::find(m_buttons.begin(), m_buttons.end(), watched) - m_buttons.begin() + step;
    if (at >= 0 && at < static_cast<std::ptrdiff_t>(m_buttons.size()))
        m_buttons[static_cast<std::size_t>(at)]->setFocus(Qt::TabFocusReason);
    return true;
}

}
