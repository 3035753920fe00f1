// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/staff/staff_facts.h"

#include "services/follow/registration_service.h"
#include "services/review/nomination_service.h"
#include "text/messages.h"
#include "ui/text/qt_text.h"

#include <QCoreApplication>

namespace thidua::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StaffFacts)
};

enum StepAt { Registered, Nominated, Voted, Decided };

std::vector<ChainView::Step> emptyWay()
{
    return {{Words::tr("Đăng ký"), {}, Tone::None}, {Words::tr("Đề nghị"), {}, Tone::None}, {Words::tr("Bỏ phiếu"), {}, Tone::None},
            {Words::tr("Quyết định"), {}, Tone::None}};
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

void fillState(std::vector<ChainView::Step>& steps, const services::NominationRow& row)
{
    using enum domain::NominationState;
    const auto state = row.nomination.state;
    const QString votes = row.votes.empty() ? QString() : Words::tr("%1 phiếu").arg(toQ(row.votes));
    const QString word = labelOf("nomination-state", domain::toCode(state));
    if (state == Proposed)
        return;
    if (state == Withdrawn) {
        steps[Nominated] = {steps[Nominated].name, word, Tone::Mute};
        return;
    }
    if (state == NotPassed) {
        steps[Voted] = {steps[Voted].name, votes.isEmpty() ? word : Words::tr("%1, không đủ").arg(votes), Tone::Bad};
        return;
    }
    steps[Voted] = {steps[Voted].name, votes.isEmpty() ? Words::tr("thông qua") : votes, Tone::Ok};
    auto& last = steps[Decided];
    if (state == Passed)
        return;
    if (state == Submitted)
        last = {last.name, Words::tr("đã trình, chờ kết quả"), Tone::Warn, QStringLiteral("clock")};
    else
        last = {last.name, word, state == Conferred ? Tone::Ok : state == Refused ? Tone::Bad : Tone::Warn};
}

}

StaffFacts::StaffFacts(services::SchoolFile& file, domain::SchoolYearId year)
{
    if (auto honours = services::PeopleService(file).honours())
        for (auto& row : *honours)
            if (row.record.subject.person)
                m_honours[*row.record.subject.person].push_back(std::move(row));
    addRegistrations(file, year);
    addNominations(file, year);
}

void StaffFacts::addRegistrations(services::SchoolFile& file, domain::SchoolYearId year)
{
    services::RegistrationService service(file);
    const auto board = service.board(year);
    if (!board)
        return;
    for (const auto& row : board->rows) {
        if (!row.subject.person || !row.id)
            continue;
        const auto choices = service.choices(row.registration.registeredOn);
        for (const auto& honour : row.honours) {
            QString name = toQ(honour);
            for (const auto& choice : choices)
                if (choice.code == honour)
                    name = toQ(choice.name);
            auto& step = way(*row.subject.person, honour, name).steps[Registered];
            const bool withdrawn = row.registration.state == domain::RegistrationState::Withdrawn;
            step.value = withdrawn ? Words::tr("đã rút %1").arg(dateText(row.registration.withdrawnOn)) : dateText(row.registration.registeredOn);
            step.tone = withdrawn ? Tone::Mute : Tone::Ok;
        }
    }
}

void StaffFacts::addNominations(services::SchoolFile& file, domain::SchoolYearId year)
{
    const auto board = services::NominationService(file).board(year);
    if (!board)
        return;
    for (const auto& row : board->rows) {
        if (!row.nomination.subject.person)
            continue;
        auto& steps = way(*row.nomination.subject.person, row.nomination.honour, toQ(row.honourName)).steps;
        if (steps[Registered].tone == Tone::None)
            steps[Registered] = {steps[Registered].name, Words::tr("không đăng ký"), Tone::Mute};
        fillVerdict(steps[Nominated], row.verdict.verdict);
        fillState(steps, row);
    }
}

StaffFacts::Way& StaffFacts::way(domain::PersonId person, const std::string& honour, const QString& name)
{
    auto& ways = m_ways[person];
    for (auto& [code, found] : ways)
        if (code == honour)
            return found;
    ways.push_back({honour, {name, emptyWay()}});
    return ways.back().second;
}

std::vector<services::HonourHistoryRow> StaffFacts::honoursOf(domain::PersonId person) const
{
    const auto found = m_honours.find(person);
    return found == m_honours.end() ? std::vector<services::HonourHistoryRow>{} : found->second;
}

std::vector<StaffFacts::Way> StaffFacts::waysOf(domain::PersonId person) const
{
    std::vector<Way> ways;
    if (const auto found = m_ways.find(person); found != m_ways.end())
        for (const auto& [code, one] : found->second)
            ways.push_back(one);
    return ways;
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
        return Words::tr("%1 tháng").arg(months);
    return months % 12 == 0 ? Words::tr("%1 năm").arg(months / 12) : Words::tr("%1 năm %2 tháng").arg(months / 12).arg(months % 12);
}

}
