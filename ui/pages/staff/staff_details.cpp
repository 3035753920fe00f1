// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/staff/staff_details.h"

#include "text/messages.h"
#include "ui/pages/kit/activity_list.h"

#include <QBoxLayout>

namespace thidua::ui {

StaffDetails::StaffDetails(const services::StaffRow& row, const StaffFacts& facts, Date today, Date considered, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    addOwn(row, today);
    addWays(facts.waysOf(row.id));
    addOccupation(facts.occupationOf(row, considered), considered);
    addActivities(facts.activitiesOf(row.id));
    addHonours(facts.honoursOf(row.id));
}

void StaffDetails::addOwn(const services::StaffRow& row, Date today)
{
    const auto& person = row.person;
    auto* list = new DetailList(DetailList::Form::Beside, this);
    list->add(tr("Ngày sinh"), person.birth ? toQ(person.birth->vn()) : QString());
    list->add(tr("Giới tính"), person.gender ? toQ(text::label("gender", domain::toCode(*person.gender))) : QString());
    QString employed = person.employedFrom ? toQ(person.employedFrom->vn()) : QString();
    if (person.employedFrom && person.employedFrom->date)
        if (const QString span = serviceText(*person.employedFrom->date, person.leftOn ? *person.leftOn : today); !span.isEmpty())
            employed += QStringLiteral(" – ") + span;
    list->add(tr("Vào ngành"), employed);
    list->add(tr("Tuyển dụng"), person.contract ? toQ(text::label("contract", domain::toCode(*person.contract))) : QString());
    list->add(tr("Chức danh"), row.assigned ? toQ(text::label("position", domain::toCode(row.position))) : tr("không có chức vụ trong năm học này"));
    list->add(tr("Tổ"), toQ(row.teamName));
    if (!person.code.empty())
        list->add(tr("Mã cán bộ"), toQ(person.code).toHtmlEscaped());
    if (person.leftOn)
        list->add(tr("Chuyển đi"), dateText(person.leftOn));
    if (!person.note.empty())
        list->add(tr("Ghi chú"), toQ(person.note).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    layout()->addWidget(list);
}

void StaffDetails::addWays(const std::vector<StaffFacts::Way>& ways)
{
    layout()->addWidget(makeRule(this));
    layout()->addWidget(makeSectionHead(tr("Thi đua năm học này"), {}, this));
    if (ways.empty())
        layout()->addWidget(makeWrapped(tr("Chưa đăng ký, chưa được đề nghị danh hiệu nào."), TypeRole::Text, Ink::Text2, this));
    for (const auto& way : ways) {
        layout()->addWidget(makeWrapped(way.honour, TypeRole::Strong, Ink::Text, this));
        layout()->addWidget(new ChainView(way.steps, this));
    }
}

void StaffDetails::addOccupation(const std::vector<services::OccupationLine>& lines, Date considered)
{
    if (lines.empty())
        return;
    layout()->addWidget(makeRule(this));
    layout()->addWidget(makeSectionHead(tr("Được xét gì"), tr("theo quy định ngày %1").arg(dateText(considered)), this));
    for (const auto& line : lines) {
        const QString words = toQ(line.what) + QStringLiteral(" (%1)").arg(toQ(line.citation));
        const QString doubt = apartFromDoubt(toQ(line.doubt)).second;
        layout()->addWidget(makeWrapped(toQ(line.name).toHtmlEscaped(), TypeRole::Strong, Ink::Text, this));
        layout()->addWidget(makeCited(words.toHtmlEscaped(), line.certain, doubt.isEmpty() ? toQ(line.doubt) : doubt, TypeRole::Text, Ink::Text, this));
    }
}

void StaffDetails::addActivities(const std::vector<services::ActivityRow>& activities)
{
    auto* view = new ActivityList(activities, this);
    connect(view, &ActivityList::opened, this, &StaffDetails::activityOpened);
    layout()->addWidget(view);
}

void StaffDetails::addHonours(const std::vector<services::HonourHistoryRow>& honours)
{
    layout()->addWidget(makeRule(this));
    layout()->addWidget(makeSectionHead(tr("Khen thưởng đã nhận"), honours.empty() ? QString() : QString::number(honours.size()), this));
    if (honours.empty())
        layout()->addWidget(makeWrapped(tr("Sổ chưa ghi khen thưởng nào của người này."), TypeRole::Text, Ink::Text2, this));
    auto* list = new DetailList(DetailList::Form::Beside, this);
    for (const auto& row : honours) {
        const QString number = row.record.decisionNumber.empty() ? tr("chưa có số quyết định") : toQ(row.record.decisionNumber);
        list->add(toQ(row.record.year.screen()),
                  QStringLiteral("<a href=\"%1\">%2</a><br><span style=\"color:%3\">%4</span>")
                      .arg(row.id.value())
                      .arg(toQ(row.honourName).toHtmlEscaped(), Theme::tokens().text2.name(), number.toHtmlEscaped()));
    }
    connect(list, &DetailList::linkActivated, this, [this](const QString& link) { emit honourOpened(link.toLongLong()); });
    layout()->addWidget(list);
}

}
