// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/attendance_card.h"

#include "ui/pages/review/review_words.h"

#include <QBoxLayout>
#include <QScrollArea>

#include <algorithm>

namespace thidua::ui {

using services::AttendanceRow;
using services::MeetingDetail;

namespace {

/// A letter's lines as the one line of its field.
std::string oneLine(std::string text)
{
    std::ranges::replace(text, '\n', ' ');
    return text;
}

}

AttendanceCard::AttendanceCard(QWidget* parent) : Card(tr("Điểm danh"), QStringLiteral("people"), {}, parent)
{
    setObjectName(QStringLiteral("meeting-attendance"));
    m_quorum = new Chip(Tone::Mute, {}, {}, this);
    addToHead(m_quorum);
    setProperty("ownEnter", true); // a reason is written as soon as it is left
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setMinimumHeight(Theme::px(170)); // some names are always to be seen: the page scrolls
    body()->addWidget(m_scroll, 1);
    body()->addWidget(makeRule(this));
    m_note = makeWrapped({}, TypeRole::Small, Ink::Text2, this);
    m_note->setContentsMargins(Theme::px(12), Theme::px(8), Theme::px(12), Theme::px(10));
    body()->addWidget(m_note);
}

void AttendanceCard::build(const MeetingDetail& detail)
{
    m_lines.clear();
    auto* inner = new QWidget(m_scroll);
    inner->setProperty("body", "1");
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const auto& row : detail.attendance)
        m_lines.push_back(makeLine(row, column));
    column->addStretch(1);
    m_scroll->setWidget(inner);
    m_scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
}

AttendanceCard::Line AttendanceCard::makeLine(const AttendanceRow& row, QVBoxLayout* column)
{
    auto* box = new QWidget(m_scroll);
    auto* across = new QHBoxLayout(box);
    across->setContentsMargins(Theme::px(8), Theme::px(5), Theme::px(8), Theme::px(4));
    across->setSpacing(Theme::px(8));
    auto* present = new QCheckBox(box);
    const QString name = toQ(row.member.name);
    review::named(present, QStringLiteral("present-%1").arg(row.member.id.value()), tr("%1 có mặt").arg(name));
    across->addWidget(present, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(Theme::px(1));
    texts->addWidget(makeWrapped(name, TypeRole::Text, Ink::Text, box));
    auto* second = new Label({}, TypeRole::Small, Ink::Text2, box);
    texts->addWidget(second);
    auto* reason = new LineField(tr("lý do vắng"), box);
    review::named(reason, QStringLiteral("reason-%1").arg(row.member.id.value()), tr("Lý do vắng của %1").arg(name));
    reason->setProperty("small", true);
    texts->addWidget(reason);
    auto* byLetter = new TickBox(tr("gửi phiếu bằng văn bản"), box);
    review::named(byLetter, QStringLiteral("letter-%1").arg(row.member.id.value()), tr("%1 gửi phiếu bằng văn bản").arg(name));
    texts->addWidget(byLetter);
    auto* opinion = new LineField(tr("ý kiến bằng văn bản"), box);
    review::named(opinion, QStringLiteral("opinion-%1").arg(row.member.id.value()), tr("Ý kiến bằng văn bản của %1").arg(name));
    opinion->setProperty("small", true);
    texts->addWidget(opinion);
    connect(opinion, &QLineEdit::editingFinished, this, [this, opinion, id = row.member.id] {
        for (const auto& line : m_lines)
            if (line.member == id && !m_showing && line.savedOpinion != opinion->value())
                emit edited();
    });
    connect(byLetter, &QAbstractButton::toggled, this, [this] {
        if (!m_showing)
            emit edited();
    });
    across->addLayout(texts, 1);
    auto* chip = new Chip(Tone::Mute, {}, {}, box);
    across->addWidget(chip, 0, Qt::AlignTop);
    column->addWidget(box);
    column->addWidget(makeRule(m_scroll));
    connect(present, &QCheckBox::toggled, this, [this, reason](bool on) {
        if (m_showing)
            return;
        emit edited();
        if (!on)
            reason->setFocus();
    });
    connect(reason, &QLineEdit::editingFinished, this, [this, reason, id = row.member.id] {
        for (const auto& line : m_lines)
            if (line.member == id && !m_showing && line.saved != reason->value())
                emit edited();
    });
    return {row.member.id, present, second, reason, byLetter, opinion, chip, row.reason, oneLine(row.opinion)};
}

void AttendanceCard::showLine(Line& line, const AttendanceRow& row, bool readOnly)
{
    line.present->setChecked(row.present);
    line.present->setEnabled(!readOnly);
    const auto& member = row.member.member;
    const QString role = review::labelOf(member.role);
    const QString whole = member.title.empty() || toQ(member.title) == role ? role : tr("%1 – %2").arg(role, toQ(member.title));
    line.second->setText(QFontMetrics(Theme::font(TypeRole::Small)).elidedText(whole, Qt::ElideRight, Theme::px(164)));
    line.second->setToolTip(whole);
    line.second->setAccessibleName(whole);
    line.reason->setVisible(!row.present);
    line.reason->setReadOnly(readOnly);
    line.byLetter->setVisible(!row.present && (row.byLetter || !m_byLetter.isEmpty()));
    line.byLetter->setChecked(row.byLetter);
    line.byLetter->setEnabled(!readOnly);
    line.byLetter->setToolTip(m_byLetter);
    const bool typing = line.reason->hasFocus() && line.reason->value() != line.saved;
    if (!typing && line.reason->value() != row.reason)
        line.reason->setValue(row.reason);
    line.saved = row.reason;
    line.opinion->setVisible(!row.present);
    line.opinion->setReadOnly(readOnly);
    const auto opinion = oneLine(row.opinion);
    if (!(line.opinion->hasFocus() && line.opinion->value() != line.savedOpinion) && line.opinion->value() != opinion)
        line.opinion->setValue(opinion);
    line.opinion->setToolTip(toQ(opinion));
    line.savedOpinion = opinion;
    line.chip->set(row.present ? Tone::None : Tone::Warn, row.voted ? tr("đã bỏ") : row.present ? tr("có mặt") : row.byLetter ? tr("gửi phiếu") : tr("vắng"), row.present ? QStringLiteral("check") : QStringLiteral("minus"));
}

void AttendanceCard::show(const MeetingDetail& detail, bool readOnly)
{
    m_showing = true;
    const bool same = m_meeting == detail.id && m_lines.size() == detail.attendance.size()
                      && std::ranges::equal(m_lines, detail.attendance, {}, [](const Line& l) { return l.member; },
                                            [](const AttendanceRow& r) { return r.member.id; });
    if (!same)
        build(detail);
    m_meeting = detail.id;
    m_byLetter.clear();
    for (const auto& row : detail.tallies)
        if (m_byLetter.isEmpty())
            m_byLetter = toQ(row.byLetter);
    QStringList own;
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        showLine(m_lines[i], detail.attendance[i], readOnly);
    for (const auto& row : detail.tallies)
        if (row.ownLine && !own.contains(toQ(row.name)))
            own << toQ(row.name);
    const bool enough = detail.present >= detail.quorum;
    m_quorum->set(enough ? Tone::Ok : Tone::Bad, enough ? tr("%1 / %2 – đủ").arg(detail.present).arg(detail.members)
                                                        : tr("%1 / %2 – chưa đủ").arg(detail.present).arg(detail.members));
    QString note = tr("Họp được khi có từ %1 thành viên (%2).").arg(detail.quorum).arg(toQ(detail.quorumShare));
    if (!own.isEmpty())
        note += QLatin1Char('\n') + tr("Không ai bỏ phiếu dòng của mình: %1 thành viên có tên trong danh sách.").arg(own.size());
    m_note->setText(note);
    m_showing = false;
}

std::vector<domain::Attendance> AttendanceCard::attendance() const
{
    std::vector<domain::Attendance> rows;
    for (const auto& line : m_lines) {
        domain::Attendance row;
        row.meeting = *m_meeting;
        row.member = line.member;
        row.present = line.present->isChecked();
        row.reason = row.present ? std::string() : line.reason->value();
        row.byLetter = !row.present && line.byLetter->isChecked();
        row.opinion = row.present ? std::string() : line.opinion->value();
        rows.push_back(row);
    }
    return rows;
}

void AttendanceCard::focusFirst()
{
    if (!m_lines.empty())
        m_lines.front().present->setFocus();
}

}
