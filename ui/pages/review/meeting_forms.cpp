// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/meeting_forms.h"

#include <QBoxLayout>

namespace thidua::ui {

using domain::Meeting;

MeetingBasics::MeetingBasics(int columns, QWidget* parent) : QWidget(parent), m_form(this)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* fields = new FormLayout(columns, this);
    m_title = new LineField({}, fields);
    m_title->setObjectName(QStringLiteral("meeting-title"));
    m_date = new DateField(fields);
    m_date->setObjectName(QStringLiteral("meeting-date"));
    m_starts = new LineField(tr("14:00"), fields);
    m_starts->setObjectName(QStringLiteral("meeting-starts"));
    m_place = new LineField(tr("Phòng họp nhà trường"), fields);
    m_place->setObjectName(QStringLiteral("meeting-place"));
    m_agenda = new TextField(5, tr("Mỗi dòng một nội dung"), fields);
    m_agenda->setObjectName(QStringLiteral("meeting-agenda"));
    auto* title = fields->add(tr("Tên phiên họp"), m_title, columns)->required();
    auto* date = fields->add(tr("Ngày họp"), m_date)->required();
    auto* starts = fields->add(tr("Bắt đầu lúc"), m_starts);
    auto* place = fields->add(tr("Địa điểm"), m_place, columns > 2 ? 1 : columns);
    auto* agenda = fields->add(tr("Nội dung họp"), m_agenda, columns);
    column->addWidget(fields);
    m_form.bind("title", title, m_title, &Meeting::title);
    m_form.bind("heldOn", date, m_date, &Meeting::heldOn);
    m_form.bind("starts", starts, m_starts, &Meeting::starts);
    m_form.bind("place", place, m_place, &Meeting::place);
    m_form.bind("agenda", agenda, m_agenda, &Meeting::agenda);
    m_form.setValidate([](const Meeting& meeting) { return services::validate(meeting); });
}

void MeetingBasics::takeInto(Meeting& meeting) const
{
    const Meeting draft = m_form.draft();
    meeting.title = draft.title;
    meeting.heldOn = draft.heldOn;
    meeting.starts = draft.starts;
    meeting.place = draft.place;
    meeting.agenda = draft.agenda;
}

void MeetingBasics::focusFirst()
{
    m_date->setFocus();
}

MeetingDiscussion::MeetingDiscussion(QWidget* parent) : QWidget(parent), m_form(this)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    column->addWidget(new Label(tr("Nội dung họp"), TypeRole::SmallStrong, Ink::Text2, this));
    m_agenda = makeWrapped({}, TypeRole::Text, Ink::Text, this);
    m_agenda->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_agenda);
    auto* fields = new FormLayout(1, this);
    m_text = new TextField(12, tr("Ý kiến của từng thành viên, điều đã thống nhất; in vào biên bản"), fields);
    m_text->setObjectName(QStringLiteral("meeting-discussion"));
    auto* line = fields->add(tr("Ý kiến thảo luận"), m_text);
    column->addWidget(fields);
    column->addStretch(1);
    m_form.bind("discussion", line, m_text, &Meeting::discussion);
}

void MeetingDiscussion::load(const Meeting& meeting)
{
    QStringList lines;
    for (const QString& line : toQ(meeting.agenda).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        lines << tr("%1. %2").arg(lines.size() + 1).arg(line.trimmed());
    m_agenda->setText(lines.isEmpty() ? tr("Chưa ghi nội dung họp.") : lines.join(QLatin1Char('\n')));
    m_form.load(meeting);
}

void MeetingDiscussion::takeInto(Meeting& meeting) const
{
    meeting.discussion = m_form.draft().discussion;
}

void MeetingDiscussion::focusFirst()
{
    m_text->setFocus();
}

}
