// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rules/rule_row.h"

#include "ui/pages/rules/plain_label.h"
#include "ui/theme/style.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

namespace thidua::ui::rules_page {

using services::RuleBookCell;
using services::RuleChange;

ChangeSign signOf(RuleChange change)
{
    switch (change) {
    case RuleChange::Changed: return {QStringLiteral("edit"), RuleRow::tr("đã đổi"), Ink::Accent};
    case RuleChange::Unchecked: return {QStringLiteral("question"), RuleRow::tr("chưa đối chiếu"), Ink::Warn};
    case RuleChange::Added: return {QStringLiteral("plus"), RuleRow::tr("mới"), Ink::Accent};
    case RuleChange::Dropped: return {QStringLiteral("close"), RuleRow::tr("bỏ"), Ink::Accent};
    case RuleChange::Same: break;
    }
    return {QStringLiteral("minus"), RuleRow::tr("giữ nguyên"), Ink::Text2};
}

QString spanWords(const RuleBookCell& cell)
{
    if (!cell.from || cell.absent)
        return {};
    return cell.to ? RuleRow::tr("từ %1 đến %2").arg(dateText(cell.from), dateText(cell.to)) : RuleRow::tr("từ %1").arg(dateText(cell.from));
}

QString clauseHtml(const services::RuleBookPart& part)
{
    QString html;
    std::size_t at = 0;
    const auto piece = [&](std::size_t to) { return toQ(std::string_view(part.text).substr(at, to - at)).toHtmlEscaped(); };
    for (const auto& [from, to] : part.strong) {
        html += piece(from);
        at = from;
        html += QStringLiteral("<b>%1</b>").arg(piece(to));
        at = to;
    }
    return QStringLiteral("<span>%1</span>").arg(html + piece(part.text.size()));
}

RuleRow::RuleRow(const services::RuleBookPair& pair, bool twoDays, QWidget* parent) : QFrame(parent), m_pair(pair), m_two(twoDays)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(plainText());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 1);
    row->setSpacing(0);
    row->addWidget(makeCaption());
    m_first = makeCell(m_pair.first);
    row->addWidget(m_first, 1);
    if (m_two && m_pair.second) {
        m_second = makeCell(*m_pair.second);
        row->addWidget(m_second, 1);
    }
}

QWidget* RuleRow::makeCaption()
{
    auto* box = new QWidget(this);
    box->setFixedWidth(Theme::px(kCaptionWidth));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(Theme::px(12), Theme::px(9), Theme::px(8), Theme::px(9));
    column->setSpacing(Theme::px(1));
    column->addWidget(makePlain(toQ(m_pair.caption), TypeRole::Strong, Ink::Text, box));
    if (m_two) {
        const ChangeSign sign = signOf(m_pair.change);
        auto* line = new QHBoxLayout;
        line->setSpacing(Theme::px(4));
        line->addWidget(makeLineIcon(sign.icon, sign.ink, box));
        line->addWidget(new Label(sign.word, TypeRole::Small, sign.ink, box), 1);
        column->addLayout(line);
    }
    m_use = makeWrapped({}, TypeRole::Small, Ink::Text2, box);
    m_use->setTextFormat(Qt::RichText);
    m_use->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_use->setAccessibleName(tr("Những đề nghị dựa vào điều này"));
    m_use->hide();
    connect(m_use, &QLabel::linkActivated, this, &RuleRow::usesClicked);
    column->addWidget(m_use);
    column->addStretch();
    return box;
}

QWidget* RuleRow::makeCell(const RuleBookCell& cell)
{
    auto* box = new QWidget(this);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    box->setSizePolicy(policy);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(Theme::px(12), Theme::px(8), Theme::px(12), Theme::px(9));
    column->setSpacing(Theme::px(2));
    const Ink note = cell.certain ? Ink::Accent : Ink::Warn;
    const QString span = m_two ? QString() : spanWords(cell);
    for (const auto& part : cell.parts) {
        auto* clause = makeWrapped(clauseHtml(part), TypeRole::Law, cell.absent && cell.certain ? Ink::Text2 : Ink::Text, box);
        clause->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(clause);
        if (part.citation.empty())
            continue;
        QString words = unbroken(toQ(part.citation)).toHtmlEscaped();
        if (!span.isEmpty() && &part == &cell.parts.back())
            words += QStringLiteral(" <span style=\"color:%1\">· %2</span>").arg(Theme::tokens().text2.name(), QString(span).replace(QLatin1Char(' '), QChar::Nbsp));
        auto* article = makeWrapped(QStringLiteral("<span>%1</span>").arg(words), TypeRole::Small, cell.absent ? note : Ink::Accent, box);
        article->setToolTip(toQ(part.citationFull));
        auto* line = new QHBoxLayout;
        line->addWidget(article, 1);
        if (&part == &cell.parts.back())
            addMark(line, cell, box);
        column->addLayout(line);
    }
    for (const auto& layer : cell.layers) {
        const QString article = layer.citation.empty() ? QString() : QStringLiteral(" (%1)").arg(unbroken(toQ(layer.citation)));
        column->addWidget(makePlain(QStringLiteral("%1: %2%3").arg(toQ(layer.who), toQ(layer.value), article), TypeRole::Small, Ink::Text2, box));
    }
    addReading(column, cell, box);
    column->addStretch();
    return box;
}

/// One quiet sign of how sure the line is; a click unfolds what was read where.
void RuleRow::addMark(QHBoxLayout* line, const RuleBookCell& cell, QWidget* box)
{
    if (cell.reading.empty())
        return;
    const QString word = cell.certain ? tr("đã đối chiếu") : tr("chưa đối chiếu");
    auto* mark = compact(makeIconButton(cell.certain ? QStringLiteral("check") : QStringLiteral("question"), tr("%1: xem đã đọc gì, ở đâu").arg(word), ButtonKind::Quiet, box));
    mark->setObjectName(QStringLiteral("rule-mark"));
    mark->setProperty("certain", cell.certain);
    connect(mark, &QPushButton::clicked, this, &RuleRow::toggleReading);
    line->addWidget(mark, 0, Qt::AlignTop);
}

void RuleRow::addReading(QVBoxLayout* column, const RuleBookCell& cell, QWidget* box)
{
    if (cell.reading.empty())
        return;
    QStringList sentences;
    for (const auto& sentence : cell.reading)
        sentences << toQ(sentence);
    auto* told = makePlain(sentences.join(QLatin1Char('\n')), TypeRole::Small, cell.certain ? Ink::Text2 : Ink::Warn, box);
    told->setObjectName(QStringLiteral("rule-reading"));
    told->setTextInteractionFlags(Qt::TextSelectableByMouse);
    told->hide();
    column->addWidget(told);
    m_readings.push_back(told);
}

void RuleRow::toggleReading()
{
    const bool shown = !m_readings.empty() && m_readings.front()->isHidden();
    for (auto* told : m_readings)
        told->setVisible(shown);
}

void RuleRow::showUse(const services::RuleBookUse::Finding& use)
{
    QStringList words{tr("%1 đề nghị").arg(use.all)};
    if (use.failed > 0)
        words << tr("%1 không đạt").arg(use.failed);
    if (use.unknown > 0)
        words << tr("%1 chưa biết").arg(use.unknown);
    m_use->setText(QStringLiteral("<a href=\"uses\" style=\"text-decoration:none\">%1</a>").arg(words.join(QStringLiteral(", "))));
    m_use->setToolTip(tr("Mở trang Đề nghị"));
    m_use->show();
}

void RuleRow::setFound(bool found)
{
    m_found = found;
    update();
}

QString RuleRow::plainText() const
{
    QStringList lines{toQ(m_pair.caption)};
    if (m_two)
        lines << signOf(m_pair.change).word;
    const auto add = [&](const RuleBookCell& cell) {
        for (const auto& part : cell.parts)
            lines << (part.citation.empty() ? toQ(part.text) : QStringLiteral("%1 (%2)").arg(toQ(part.text), toQ(part.citation)));
        for (const auto& layer : cell.layers)
            lines << QStringLiteral("%1: %2").arg(toQ(layer.who), toQ(layer.value));
        if (!cell.certain)
            lines << tr("chưa đối chiếu");
        for (const auto& sentence : cell.reading)
            lines << toQ(sentence);
    };
    add(m_pair.first);
    if (m_pair.second)
        add(*m_pair.second);
    return lines.join(QLatin1Char('\n'));
}

void RuleRow::paintCell(QPainter& painter, const QWidget* cell, bool second) const
{
    const auto& tokens = Theme::tokens();
    const QRect ground = cell->geometry().adjusted(0, 0, 0, 0);
    const bool differs = m_pair.change == RuleChange::Changed || m_pair.change == RuleChange::Added || m_pair.change == RuleChange::Dropped;
    if (m_two && second && differs)
        painter.fillRect(ground, tokens.info.ground);
    if (second)
        painter.fillRect(QRect(ground.left(), 0, 1, height()), tokens.line);
}

void RuleRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto& tokens = Theme::tokens();
    paintCell(painter, m_first, false);
    if (m_second != nullptr)
        paintCell(painter, m_second, true);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.line);
    if (m_found)
        painter.fillRect(QRect(0, 0, Theme::px(4), height() - 1), tokens.accent);
    if (hasFocus())
        paintFrame(painter, rect().adjusted(0, 0, 0, -1), Qt::transparent, tokens.accent, 2, 3);
}

void RuleRow::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down: return emit moved(1);
    case Qt::Key_Up: return emit moved(-1);
    case Qt::Key_PageDown: return emit moved(5);
    case Qt::Key_PageUp: return emit moved(-5);
    case Qt::Key_Home: return emit moved(-1000);
    case Qt::Key_End: return emit moved(1000);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: return toggleReading();
    default: break;
    }
    if (event->matches(QKeySequence::Copy))
        return QGuiApplication::clipboard()->setText(plainText());
    QFrame::keyPressEvent(event);
}

void RuleRow::focusInEvent(QFocusEvent* event)
{
    QFrame::focusInEvent(event);
    update();
}

void RuleRow::focusOutEvent(QFocusEvent* event)
{
    QFrame::focusOutEvent(event);
    update();
}

}
