// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/target_list.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace thidua::ui {
namespace {

constexpr int kTargetRow = 25;
constexpr int kBetween = 6; ///< above and below names of several lines

QFont nameFont()
{
    return Theme::font(TypeRole::Small);
}

}

TargetLook TargetLook::of(const services::TargetRow& row)
{
    TargetLook look;
    look.name = toQ(row.target.text);
    const int wanted = row.target.value.value_or(0);
    const auto value = row.reached ? row.reached : row.registered;
    look.state.kind = QuotaState::Kind::Target;
    look.state.label = look.name;
    look.state.value = value.value_or(0);
    look.state.line = wanted;
    look.state.full = row.target.denominator.value_or(0) > wanted ? std::min(*row.target.denominator, wanted * 2) : 0;
    look.state.unknown = !value;
    const QString count = value ? QString::number(*value) : QStringLiteral("?");
    look.counts = QStringLiteral("%1 / %2").arg(count).arg(wanted);
    if (!value)
        look.words = TargetList::tr("chưa ghi");
    else if (!row.reached)
        look.words = TargetList::tr("đăng ký");
    else if (*value >= wanted)
        look.words = TargetList::tr("đạt");
    else
        look.words = TargetList::tr("còn %1").arg(std::max(0, wanted - *value));
    look.tip = value && !row.reached ? TargetList::tr("%1\nMới tính theo đăng ký; kết quả tính khi có quyết định.").arg(look.name) : look.name;
    return look;
}

TargetList::TargetList(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("targetList"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TargetList::set(std::vector<TargetLook> targets)
{
    m_targets = std::move(targets);
    QStringList spoken;
    for (const auto& target : m_targets)
        spoken << QStringLiteral("%1: %2, %3").arg(target.name, target.counts, target.words);
    setAccessibleName(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

int TargetList::rowHeight(const TargetLook& target, int width) const
{
    const int room = columnsAt(0, 0, width).name.width();
    const QRect words = QFontMetrics(nameFont()).boundingRect(QRect(0, 0, std::max(room, 1), 1000), Qt::TextWordWrap, target.name);
    return std::max(Theme::px(kTargetRow), words.height() + Theme::px(kBetween));
}

int TargetList::heightForWidth(int width) const
{
    int height = 0;
    for (const auto& target : m_targets)
        height += rowHeight(target, width);
    return std::max(height, 1);
}

QSize TargetList::sizeHint() const
{
    return {Theme::px(380), heightForWidth(width() > 100 ? width() : Theme::px(380))};
}

QSize TargetList::minimumSizeHint() const
{
    return {Theme::px(260), Theme::px(kTargetRow)};
}

TargetList::Columns TargetList::columnsAt(int y, int height, int width) const
{
    const int gap = Theme::px(7);
    const QRect words(width - Theme::px(72), y, Theme::px(72), height);
    const QRect counts(words.x() - gap - Theme::px(46), y, Theme::px(46), height);
    const QRect bar(counts.x() - gap - Theme::px(56), y + (height - Theme::px(14)) / 2, Theme::px(56), Theme::px(14));
    return {QRect(0, y, bar.x() - Theme::px(10), height), bar, counts, words};
}

void TargetList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = Theme::tokens();
    int y = 0;
    for (const auto& target : m_targets) {
        const int height = rowHeight(target, width());
        const Columns at = columnsAt(y, height, width());
        painter.setFont(nameFont());
        painter.setPen(t.text);
        painter.drawText(at.name, Qt::AlignVCenter | Qt::TextWordWrap, target.name);
        const Tone tone = target.state.tone();
        paintQuotaBar(painter, at.bar, target.state, tone == Tone::Ok ? Tone::Ok : Tone::Warn);
        painter.setFont(Theme::font(TypeRole::Text));
        painter.setPen(t.text);
        painter.drawText(at.counts, Qt::AlignVCenter | Qt::AlignRight, target.counts);
        const int side = Theme::px(14);
        const QColor ink = tone == Tone::Ok ? t.ok.text : t.warn.text;
        painter.drawPixmap(at.words.x(), y + (height - side) / 2, iconPixmap(target.state.icon(), ink, side, devicePixelRatioF()));
        painter.setFont(Theme::font(TypeRole::Small));
        painter.setPen(ink);
        painter.drawText(at.words.adjusted(side + Theme::px(5), 0, 0, 0), Qt::AlignVCenter, target.words);
        y += height;
    }
}

bool TargetList::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    int y = 0;
    for (const auto& target : m_targets) {
        const int height = rowHeight(target, width());
        if (help->pos().y() >= y && help->pos().y() < y + height) {
            QToolTip::showText(help->globalPos(), target.tip, this);
            return true;
        }
        y += height;
    }
    return true;
}

}
