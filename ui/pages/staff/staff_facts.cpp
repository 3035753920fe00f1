// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/staff/staff_facts.h"

#include "services/people/person_way.h"
#include "text/messages.h"
#include "ui/text/qt_text.h"

#include <QCoreApplication>

namespace thidua::ui {
namespace {

struct StaffFactsWords {
    Q_DECLARE_TR_FUNCTIONS(StaffFacts)
};

enum StepAt { Registered, Nominated, Voted, Decided };

std::vector<ChainView::Step> emptyWay()
{
    return {{StaffFactsWords::tr("Đăng ký"), {}, Tone::None}, {StaffFactsWords::tr("Đề nghị"), {}, Tone::None}, {StaffFactsWords::tr("Bỏ phiếu"), {}, Tone::None},
            {StaffFactsWords::tr("Quyết định"), {}, Tone::None}};
}

QString labelOf(const char* group, std::string_view code)
{
    return toQ(text::label(group, code));
}

void fillVerdict(ChainView::Step& step, rules::VerdictKind verdict)
{
    step.tone = verdict == rules::VerdictKind::Eligible ? Tone::Ok : verdict == rules::VerdictKind::Ineligible ? Tone::Bad : Tone::Warn;
    const char* code = step.tone == Tone::Ok ? "eligible" : step.tone == Tone::Bad ? "ineligible" : "undetermined";
    step.value = labelOf("verdict", code);
}

void fillState(std::vector<ChainView::Step>& steps, domain::NominationState state, const std::string& counted)
{
    using enum domain::NominationState;
    const QString votes = counted.empty() ? QString() : StaffFactsWords::tr("%1 phiếu").arg(toQ(counted));
    const QString word = labelOf("nomination-state", domain::toCode(state));
    if (state == Proposed)
        return;
    if (state == Withdrawn) {
        steps[Nominated] = {steps[Nominated].name, word, Tone::Mute};
        return;
    }
    if (state == NotPassed) {
        steps[Voted] = {steps[Voted].name, votes.isEmpty() ? word : StaffFactsWords::tr("%1, không đủ").arg(votes), Tone::Bad};
        return;
    }
    steps[Voted] = {steps[Voted].name, votes.isEmpty() ? StaffFactsWords::tr("thông qua") : votes, Tone::Ok};
    auto& last = steps[Decided];
    if (state == Passed)
        return;
    if (state == Submitted)
        last = {last.name, StaffFactsWords::tr("đã trình, chờ kết quả"), Tone::Warn, QStringLiteral("clock")};
    else
        last = {last.name, word, state == Conferred ? Tone::Ok : state == Refused ? Tone::Bad : Tone::Warn};
}

}

StaffFacts::StaffFacts(services::SchoolFile& file, domain::SchoolYearId year) : m_file(file), m_year(year) {}

std::vector<services::HonourHistoryRow> StaffFacts::honoursOf(domain::PersonId person) const
{
    return services::PeopleService(m_file).honours(domain::SubjectRef::of(person)).value_or(std::vector<services::HonourHistoryRow>{});
}

std::vector<services::ActivityRow> StaffFacts::activitiesOf(domain::PersonId person) const
{
    return services::ActivityService(m_file).of(domain::SubjectRef::of(person)).value_or(std::vector<services::ActivityRow>{});
}

std::vector<StaffFacts::Way> StaffFacts::waysOf(domain::PersonId person) const
{
    std::vector<Way> ways;
    for (const auto& one : services::waysOf(m_file, m_year, person).value_or(std::vector<services::PersonWay>{})) {
        auto& way = ways.emplace_back(Way{toQ(one.honourName), emptyWay()});
        auto& registered = way.steps[Registered];
        if (one.registeredOn) {
            registered.value = dateText(*one.registeredOn);
            registered.tone = Tone::Ok;
        }
        if (!one.nomination)
            continue;
        if (!one.registeredOn)
            registered = {registered.name, StaffFactsWords::tr("không đăng ký"), Tone::Mute};
        fillVerdict(way.steps[Nominated], one.verdict);
        fillState(way.steps, *one.nomination, one.votes);
    }
    return ways;
}

std::vector<services::OccupationLine> StaffFacts::occupationOf(const services::StaffRow& row, Date on) const
{
    return row.assigned ? services::occupationsOf(m_file, on, row.position, row.title, row.person.contract) : std::vector<services::OccupationLine>{};
}

QString postOf(const services::StaffRow& row)
{
    if (!row.assigned)
        return {};
    return row.title.empty() ? labelOf("position", domain::toCode(row.position)) : toQ(row.title);
}

QString serviceText(Date from, Date today)
{
    const int months = fullMonthsBetween(from, today);
    if (today < from)
        return {};
    if (months < 12)
        return StaffFactsWords::tr("%1 tháng").arg(months);
    return months % 12 == 0 ? StaffFactsWords::tr("%1 năm").arg(months / 12) : StaffFactsWords::tr("%1 năm %2 tháng").arg(months / 12).arg(months % 12);
}

}
