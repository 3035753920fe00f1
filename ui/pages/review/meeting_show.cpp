// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/meeting_show.h"

#include "ui/pages/review/nominee_view.h"
#include "ui/pages/review/review_words.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace thidua::ui {

MeetingShow::MeetingShow(services::SchoolFile& file, services::MeetingDetail detail, QWidget* parent)
    : QWidget(parent, Qt::Window), m_file(file), m_detail(std::move(detail))
{
    setObjectName(QStringLiteral("meeting-show"));
    setWindowTitle(tr("Trình chiếu phiên họp"));
    setWindowModality(Qt::ApplicationModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(48), Theme::px(20), Theme::px(48), Theme::px(16));
    column->setSpacing(Theme::px(12));
    auto* title = new Label(tr("%1, họp ngày %2").arg(toQ(m_detail.council.council.name), dateText(m_detail.meeting.heldOn)), TypeRole::BallotText, Ink::Text2, this);
    title->setElided(true);
    m_place = new Label({}, TypeRole::BallotText, Ink::Text, this);
    m_place->setObjectName(QStringLiteral("show-place"));
    column->addWidget(review::makeRow({{title, 1}, {m_place, 0}}, this));
    auto* card = new Card({}, {}, {}, this);
    card->body()->setContentsMargins(0, 0, 0, 0);
    m_nominee = new NomineeView(NomineeView::Size::Wall, card);
    card->body()->addWidget(makeScrolling(m_nominee, card), 1);
    m_votes = new QWidget(card);
    auto* votes = new QHBoxLayout(m_votes);
    votes->setContentsMargins(Theme::px(24), Theme::px(12), Theme::px(24), Theme::px(16));
    votes->setSpacing(Theme::px(16));
    m_result = new Chip(Tone::Ok, {}, {}, m_votes);
    m_votesText = makeWrapped({}, TypeRole::BallotName, Ink::Text, m_votes);
    m_votesText->setObjectName(QStringLiteral("show-votes"));
    votes->addWidget(m_result);
    votes->addWidget(m_votesText, 1);
    card->body()->addWidget(makeRule(card));
    card->body()->addWidget(m_votes);
    column->addWidget(card, 1);
    m_back = makeButton(tr("Trước"), QStringLiteral("arrow-left"), ButtonKind::Normal, this);
    m_next = makeButton(tr("Tiếp"), QStringLiteral("arrow-right"), ButtonKind::Normal, this);
    auto* leave = makeButton(tr("Thôi trình chiếu"), QStringLiteral("close"), ButtonKind::Normal, this);
    leave->setObjectName(QStringLiteral("show-leave"));
    for (auto* button : {m_back, m_next, leave})
        button->setFocusPolicy(Qt::NoFocus); // the keys turn the pages
    auto* keys = new Label(tr("<b>→</b> tiếp &nbsp;&nbsp; <b>←</b> trước &nbsp;&nbsp; <b>Esc</b> thôi"), TypeRole::Text, Ink::Text2, this);
    column->addWidget(review::makeRow({{keys, 1}, {m_back, 0}, {m_next, 0}, {leave, 0}}, this));
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_at - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goTo(m_at + 1); });
    connect(leave, &QPushButton::clicked, this, &QWidget::close);
    goTo(0);
}

void MeetingShow::goTo(int line)
{
    const int all = static_cast<int>(m_detail.tallies.size());
    if (line < 0 || line >= all)
        return;
    m_at = line;
    const auto& row = m_detail.tallies[static_cast<std::size_t>(line)];
    m_place->setText(tr("%1 / %2").arg(line + 1).arg(all));
    m_back->setEnabled(line > 0);
    m_next->setEnabled(line + 1 < all);
    if (auto sheet = services::nomineeSheet(m_file, row))
        m_nominee->show(*sheet);
    showVotes(row);
}

void MeetingShow::showVotes(const services::TallyRow& row)
{
    m_result->setVisible(row.tally.has_value());
    if (!row.tally) {
        m_votesText->setText(row.earlier ? tr("Bỏ phiếu vòng 2; vòng 1 được %1/%2 phiếu đồng ý").arg(row.earlier->inFavour).arg(m_detail.members)
                                         : tr("Chưa kiểm phiếu; cần từ %1/%2 phiếu đồng ý").arg(row.needed).arg(m_detail.members));
        return;
    }
    m_result->set(row.passes ? Tone::Ok : Tone::Bad, row.passes ? tr("Đạt") : tr("Không đạt"));
    QString words = tr("%1 đồng ý, cần từ %2").arg(toQ(row.ratioText)).arg(row.needed);
    if (row.tally->against)
        words += tr("; không đồng ý %1").arg(*row.tally->against);
    if (row.tally->other.value_or(0) > 0)
        words += tr("; ý kiến khác %1").arg(*row.tally->other);
    m_votesText->setText(words);
}

void MeetingShow::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_PageDown:
    case Qt::Key_Space: return goTo(m_at + 1);
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp:
    case Qt::Key_Backspace: return goTo(m_at - 1);
    case Qt::Key_Home: return goTo(0);
    case Qt::Key_End: return goTo(static_cast<int>(m_detail.tallies.size()) - 1);
    case Qt::Key_Escape: close(); return;
    default: QWidget::keyPressEvent(event);
    }
}

}
