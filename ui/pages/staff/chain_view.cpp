// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/staff/chain_view.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace thidua::ui {
namespace {

constexpr int kChainRow = 24, kNode = 16, kNameWidth = 76;

}

ChainView::ChainView(std::vector<Step> steps, QWidget* parent) : QWidget(parent), m_steps(std::move(steps))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QStringList spoken;
    for (const auto& step : m_steps)
        spoken << QStringLiteral("%1: %2").arg(step.name, step.value.isEmpty() ? tr("chưa đến") : step.value);
    setAccessibleName(spoken.join(QStringLiteral("; ")));
    setToolTip(spoken.join(QLatin1Char('\n')));
}

QSize ChainView::sizeHint() const
{
    return {Theme::px(220), Theme::px(kChainRow) * static_cast<int>(m_steps.size())};
}

void ChainView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int row = Theme::px(kChainRow);
    const int x = Theme::px(kNode) / 2;
    for (std::size_t i = 0; i + 1 < m_steps.size(); ++i) {
        const bool walked = m_steps[i + 1].tone != Tone::None;
        QPen pen(walked ? Theme::tokens().ok.bar : Theme::tokens().line2, walked ? 2 : 1, walked ? Qt::SolidLine : Qt::DashLine);
        pen.setCosmetic(true);
        painter.setPen(pen);
        const int y = static_cast<int>(i) * row + row / 2;
        painter.drawLine(x, y + Theme::px(kNode) / 2, x, y + row - Theme::px(kNode) / 2);
    }
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        paintStep(painter, i, static_cast<int>(i) * row);
}

void ChainView::paintStep(QPainter& painter, std::size_t index, int y) const
{
    const Step& step = m_steps[index];
    const Tokens& t = Theme::tokens();
    const int row = Theme::px(kChainRow);
    const int side = Theme::px(kNode);
    const QRect node(0, y + (row - side) / 2, side, side);
    painter.setRenderHint(QPainter::Antialiasing);
    if (step.tone == Tone::None) {
        painter.setPen(QPen(t.line2, 1.5));
        painter.setBrush(t.surf);
        painter.drawEllipse(QRectF(node).adjusted(3, 3, -3, -3));
    } else {
        const ToneColors colors = t.tone(step.tone);
        painter.setPen(QPen(colors.bar, 1.2));
        painter.setBrush(colors.ground);
        painter.drawEllipse(QRectF(node).adjusted(0.5, 0.5, -0.5, -0.5));
        const int sign = Theme::px(10);
        painter.drawPixmap(node.center().x() - sign / 2 + 1, node.center().y() - sign / 2 + 1,
                           iconPixmap(step.icon.isEmpty() ? toneIcon(step.tone) : step.icon, colors.text, sign, devicePixelRatioF()));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRect name(side + Theme::px(8), y, Theme::px(kNameWidth), row);
    painter.setFont(Theme::font(TypeRole::Small));
    painter.setPen(t.text2);
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft, step.name);
    const QRect value(name.right() + Theme::px(4), y, width() - name.right() - Theme::px(4), row);
    painter.setPen(step.tone == Tone::None ? t.text3 : step.tone == Tone::Ok ? t.text : t.tone(step.tone).text);
    const QString words = step.value.isEmpty() ? QStringLiteral("\u2013") : step.value;
    painter.drawText(value, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(words, Qt::ElideRight, value.width()));
}

}
