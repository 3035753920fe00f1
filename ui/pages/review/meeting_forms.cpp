// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/meeting_forms.h"

#include "ui/pages/review/review_words.h"

#include <QBoxLayout>

namespace thidua::ui {

using domain::Meeting;

MeetingBasics::MeetingBasics(int columns, Roles roles, QWidget* parent) : QWidget(parent), m_form(this)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* fields = new FormLayout(columns, this);
    m_title = new LineField({}, fields);
    m_title->setObjectName(QStringLiteral("meeting-title"));
    m_date = new DateField(fields);
    m_date->setObjectName(QStringLiteral("meeting-date"));
    m_starts = new HourField(tr("8h, 14 giờ 30"), fields);
    m_starts->setObjectName(QStringLiteral("meeting-starts"));
    m_place = new LineField(tr("Phòng họp nhà trường"), fields);
    m_place->setObjectName(QStringLiteral("meeting-place"));
    m_agenda = new TextField(5, tr("Mỗi dòng một nội dung"), fields);
    m_agenda->setObjectName(QStringLiteral("meeting-agenda"));
    auto* title = fields->add(tr("Tên phiên họp"), m_title, columns)->required();
    m_dateLine = fields->add(tr("Ngày họp"), m_date)->required();
    m_startsLine = fields->add(tr("Bắt đầu lúc"), m_starts);
    m_placeLine = fields->add(tr("Địa điểm"), m_place, columns > 2 ? 1 : columns);
    if (roles == Roles::Shown) {
        m_chair = new SearchField(tr("Chủ tịch; vắng thì Phó Chủ tịch"), fields);
        m_chair->setObjectName(QStringLiteral("meeting-chair"));
        m_secretary = new SearchField(tr("Thư ký Hội đồng"), fields);
        m_secretary->setObjectName(QStringLiteral("meeting-secretary"));
        m_chairLine = fields->add(tr("Chủ trì"), m_chair);
        m_secretaryLine = fields->add(tr("Thư ký cuộc họp"), m_secretary);
        m_form.bind("chair", m_chairLine, m_chair, &Meeting::chair);
        m_form.bind("secretary", m_secretaryLine, m_secretary, &Meeting::secretary);
    }
    auto* agenda = fields->add(tr("Nội dung họp"), m_agenda, columns);
    column->addWidget(fields);
    m_form.bind("title", title, m_title, &Meeting::title);
    m_form.bind("heldOn", m_dateLine, m_date, &Meeting::heldOn);
    m_form.bind("starts", m_startsLine, m_starts, &Meeting::starts);
    m_form.bind("place", m_placeLine, m_place, &Meeting::place);
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
    meeting.chair = draft.chair;
    meeting.secretary = draft.secretary;
}

void MeetingBasics::offerRoles(const services::MeetingDetail& detail)
{
    std::vector<SearchField::Option> present;
    for (const auto& row : detail.attendance)
        if (row.present || row.member.id == detail.meeting.chair || row.member.id == detail.meeting.secretary)
            present.push_back({row.member.id.value(), toQ(row.member.name), review::labelOf(row.member.member.role)});
    m_chair->setOptions(present);
    m_secretary->setOptions(std::move(present));
}

bool MeetingBasics::goTo(const std::string& field, const QString& sentence)
{
    const std::vector<std::tuple<std::string, FormField*, QWidget*>> fields{
        {"heldOn", m_dateLine, m_date}, {"starts", m_startsLine, m_starts}, {"place", m_placeLine, m_place}, {"chair", m_chairLine, m_chair}, {"secretary", m_secretaryLine, m_secretary}};
    for (const auto& [name, line, widget] : fields)
        if (name == field && line != nullptr) {
            line->setError(sentence);
            widget->setFocus();
            return true;
        }
    return false;
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
