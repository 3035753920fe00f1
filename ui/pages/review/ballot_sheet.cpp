// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/ballot_sheet.h"

#include "ui/pages/review/choice_button.h"
#include "ui/pages/review/review_words.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>

#include <array>

namespace thidua::ui {

using services::Choice;

namespace {

constexpr std::array kChoices{Choice::InFavour, Choice::Against, Choice::Other};

}

QString BallotSheet::wordOf(Choice choice)
{
    switch (choice) {
    case Choice::InFavour: return tr("Đồng ý");
    case Choice::Against: return tr("Không đồng ý");
    case Choice::Other: break;
    }
    return tr("Ý kiến khác");
}

/// One line, framed while the keyboard is at it.
struct BallotSheet::Line : QWidget {
    explicit Line(QWidget* parent) : QWidget(parent) {}
    std::array<ChoiceButton*, kChoices.size()> buttons{};
    bool current = false;

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (!current)
            return;
        const Tokens& t = Theme::tokens();
        QPainter painter(this);
        painter.fillRect(rect(), t.hover);
        painter.setPen(QPen(t.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
};

BallotSheet::BallotSheet(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("ballot-sheet"));
    setAccessibleName(tr("Lá phiếu"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_hint = makeWrapped({}, TypeRole::BallotText, Ink::Text, this);
    m_hint->setContentsMargins(Theme::px(24), Theme::px(12), Theme::px(24), Theme::px(12));
    column->addWidget(m_hint);
    column->addWidget(makeRule(this));
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll, 1);
}

void BallotSheet::start(const services::MeetingDetail& detail, const std::set<domain::BallotLine>& lines)
{
    clear();
    auto* inner = new QWidget(m_scroll);
    inner->setProperty("body", "1");
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    std::string honour;
    for (const auto& row : detail.tallies) {
        if (!lines.contains(row.line))
            continue;
        if (row.honourName != honour) {
            honour = row.honourName;
            auto* heading = new Label(toQ(honour), TypeRole::Strong, Ink::Text2, inner);
            heading->setContentsMargins(Theme::px(24), Theme::px(10), Theme::px(24), Theme::px(6));
            column->addWidget(heading);
            column->addWidget(makeRule(inner));
        }
        addLine(row, column);
    }
    column->addStretch(1);
    m_scroll->setWidget(inner);
    m_scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    m_hint->setText(tr("Chọn cho từng dòng; dòng để trống tính là phiếu không hợp lệ. Đồng ý được với mọi dòng."));
    showChoices();
    goTo(0);
}

void BallotSheet::addLine(const services::TallyRow& row, QVBoxLayout* column)
{
    const auto index = m_lines.size();
    auto* line = new Line(m_scroll);
    line->setMinimumHeight(Theme::px(68));
    auto* across = new QHBoxLayout(line);
    across->setContentsMargins(Theme::px(24), Theme::px(8), Theme::px(16), Theme::px(8));
    across->setSpacing(Theme::px(12));
    auto* number = new Label(QString::number(index + 1), TypeRole::BallotName, Ink::Text2, line);
    number->setFixedWidth(Theme::px(32));
    across->addWidget(number);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(Theme::px(2));
    texts->addWidget(makeWrapped(toQ(row.name).toHtmlEscaped(), TypeRole::BallotName, Ink::Text, line));
    if (!row.post.empty())
        texts->addWidget(makeWrapped(toQ(row.post).toHtmlEscaped(), TypeRole::Text, Ink::Text2, line));
    across->addLayout(texts, 1);
    for (std::size_t i = 0; i < kChoices.size(); ++i) {
        const QString words = wordOf(kChoices[i]);
        auto* button = new ChoiceButton(words, QString::number(i + 1), line);
        review::named(button, QStringLiteral("choice-%1-%2").arg(index + 1).arg(i + 1), tr("%1: %2").arg(toQ(row.name), words));
        connect(button, &QAbstractButton::clicked, this, [this, index, i] {
            setFocus();
            goTo(static_cast<int>(index));
            choose(index, kChoices[i]);
        });
        across->addWidget(button);
        line->buttons[i] = button;
    }
    column->addWidget(line);
    column->addWidget(makeRule(m_scroll));
    m_lines.push_back(row);
    m_rows.push_back(line);
}

void BallotSheet::clear()
{
    m_choices.clear();
    m_lines.clear();
    m_rows.clear();
    m_at = 0;
    delete m_scroll->takeWidget();
}

void BallotSheet::goTo(int line)
{
    if (m_rows.empty())
        return;
    m_at = std::clamp(line, 0, static_cast<int>(m_rows.size()) - 1);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->current = static_cast<int>(i) == m_at;
        m_rows[i]->update();
    }
    m_scroll->ensureWidgetVisible(m_rows[static_cast<std::size_t>(m_at)], 0, Theme::px(70));
    emit lineChanged(m_at);
}

void BallotSheet::choose(std::size_t line, std::optional<Choice> choice)
{
    if (line >= m_lines.size())
        return;
    if (choice)
        m_choices[m_lines[line].line] = *choice;
    else
        m_choices.erase(m_lines[line].line);
    showChoices();
    emit chosen();
}

void BallotSheet::leaveBlank()
{
    m_choices.clear();
    showChoices();
    emit chosen();
}

void BallotSheet::showChoices()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto found = m_choices.find(m_lines[i].line);
        for (std::size_t k = 0; k < kChoices.size(); ++k)
            m_rows[i]->buttons[k]->setChecked(found != m_choices.end() && found->second == kChoices[k]);
    }
}

void BallotSheet::keyPressEvent(QKeyEvent* event)
{
    const auto at = static_cast<std::size_t>(m_at);
    switch (event->key()) {
    case Qt::Key_Up: return goTo(m_at - 1);
    case Qt::Key_Down: return goTo(m_at + 1);
    case Qt::Key_Home: return goTo(0);
    case Qt::Key_End: return goTo(static_cast<int>(m_rows.size()) - 1);
    case Qt::Key_1:
    case Qt::Key_2:
    case Qt::Key_3:
        choose(at, kChoices[static_cast<std::size_t>(event->key() - Qt::Key_1)]);
        return goTo(m_at + 1);
    case Qt::Key_0:
    case Qt::Key_Delete: return choose(at, std::nullopt);
    case Qt::Key_Return:
    case Qt::Key_Enter: return emit reviewWanted();
    default: QWidget::keyPressEvent(event);
    }
}

}
