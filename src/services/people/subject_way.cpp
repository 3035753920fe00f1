// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/subject_way.h"

#include "domain/collective.h"
#include "domain/decision.h"
#include "domain/honour.h"
#include "domain/initiative.h"
#include "domain/letter.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/registration.h"
#include "domain/submission.h"
#include "domain/year_record.h"
#include "services/core/internal.h"
#include "services/follow/activity_words.h"
#include "services/law/honours.h"
#include "services/law/verdict_text.h"
#include "services/people/class_of.h"
#include "services/people/people_lookup.h"
#include "services/prepare/plan_service.h"
#include "storage/repo/fact_repo.h"
#include "storage/repo/year_numbers.h"
#include "text/messages.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace thidua::services {

using namespace domain;

namespace {

/// “24/32”, “98 %”, “4 tập thể”.
std::string figure(const Target& target, const std::optional<int>& value)
{
    if (target.kind == TargetKind::YesNo)
        return text::message(value.value_or(0) > 0 ? "way.target-yes" : "way.target-no");
    if (!value)
        return {};
    const auto number = std::to_string(*value);
    if (target.kind == TargetKind::Share && target.denominator)
        return number + "/" + std::to_string(*target.denominator);
    return target.unit.empty() ? number : number + " " + target.unit;
}

WayLine lineOf(const TargetRow& row)
{
    WayLine line;
    line.honourName = text::message("way.target", {row.target.text});
    if (row.registered)
        line.registered = figure(row.target, row.registered);
    // Of what is fulfilled or not, “asked: yes, reached: yes” says nothing more.
    if (row.target.kind == TargetKind::YesNo) {
        line.result = text::message(!row.reached ? "way.target-unknown" : row.met ? "way.target-fulfilled" : "way.target-failed");
    } else {
        const auto asked = figure(row.target, row.target.value);
        line.result = !row.reached ? text::message("way.target-open", {asked})
                                   : text::message(row.met ? "way.target-met" : "way.target-missed", {asked, figure(row.target, row.reached)});
    }
    return line;
}

using TargetsByYear = std::map<SchoolYearId, std::vector<WayLine>>;

/// What the school's issued plans asked of each year, and what has come of it.
Result<TargetsByYear> targetsOf(SchoolFile& file, const SubjectRef& subject)
{
    TargetsByYear targets;
    TD_TRY(const auto years, readFrom(file, [&](Reader& reader) -> Result<std::vector<repo::YearNumber>> {
               const auto collective = subject.collective ? reader.find<Collective>(*subject.collective) : std::nullopt;
               return collective && collective->data.type == CollectiveType::School ? repo::yearNumbers(reader) : std::vector<repo::YearNumber>{};
           }));
    for (const auto& year : years) {
        TD_TRY(const auto rows, PlanService(file).targets(year.id));
        for (const auto& row : rows)
            if (row.planState != PlanState::Draft)
                targets[year.id].push_back(lineOf(row));
    }
    return targets;
}

using ActivitiesByYear = std::map<int, std::vector<std::string>>;

/// What the subject did each year.
Result<ActivitiesByYear> doneBy(SchoolFile& file, const SubjectRef& subject)
{
    TD_TRY(const auto rows, ActivityService(file).of(subject));
    std::map<int, std::vector<ActivityRow>> byYear;
    for (const auto& row : rows)
        byYear[row.year.startYear()].push_back(row);
    ActivitiesByYear activities;
    for (const auto& [year, ofYear] : byYear)
        if (auto lines = summaryOf(ofYear); !lines.empty())
            activities.emplace(year, std::move(lines));
    return activities;
}

class WayReader {
public:
    WayReader(Reader& reader, const rules::Catalogue& catalogue, const SubjectRef& subject, TargetsByYear targets, ActivitiesByYear activities)
        : m_reader(reader), m_catalogue(catalogue), m_subject(subject), m_targets(std::move(targets)), m_activities(std::move(activities))
    {
        for (auto& record : repo::honoursOf(reader, subject))
            m_honours[record.data.year.startYear()].push_back(std::move(record));
    }

    /// A year that has not begun `today` and holds nothing but a post is left out.
    std::vector<WayYear> read(Date today)
    {
        std::map<int, WayYear> years;
        for (const auto& number : repo::yearNumbers(m_reader)) {
            m_lines.clear();
            m_over = number.closed;
            auto facts = factsOf(number.id);
            registered(number.id);
            nominated(number.id);
            awarded(number.startYear);
            auto lines = ordered();
            std::ranges::move(m_targets[number.id], std::back_inserter(lines));
            auto& done = m_activities[number.startYear];
            praised(number.id, done);
            const bool begun = number.startYear <= SchoolYear::of(today).startYear();
            if ((begun && !facts.empty()) || !lines.empty() || !done.empty())
                years.emplace(number.startYear, WayYear{SchoolYear(number.startYear), std::move(facts), std::move(done), std::move(lines)});
        }
        for (const auto& [start, records] : m_honours) // received before the file has school years
            if (!records.empty() && !years.contains(start)) {
                m_lines.clear();
                awarded(start);
                years.emplace(start, WayYear{SchoolYear(start), {}, {}, ordered()});
            }
        std::vector<WayYear> found;
        for (auto& [start, year] : years)
            found.push_back(std::move(year));
        std::ranges::reverse(found);
        return found;
    }

private:
    WayLine& line(const std::string& honour)
    {
        const auto found = std::ranges::find(m_lines, honour, &WayLine::honour);
        if (found != m_lines.end())
            return *found;
        WayLine made;
        made.honour = honour;
        made.honourName = honourName(m_catalogue, honour).value_or(honour);
        return m_lines.emplace_back(std::move(made));
    }

    std::vector<WayLine> ordered()
    {
        std::ranges::stable_sort(m_lines, {}, [this](const WayLine& one) { return honourOrder(m_catalogue, one.honour); });
        return m_lines;
    }

    std::string factsOf(SchoolYearId year)
    {
        std::vector<std::string> facts;
        const auto view = PeopleLookup(m_reader, year).view(m_subject);
        if (m_subject.person && view.assigned)
            facts.push_back(PeopleLookup::postAndUnit(view));
        if (m_subject.person)
            facts.push_back(classOf(m_reader, year, *m_subject.person));
        if (const auto record = repo::yearRecord(m_reader, year, m_subject); record && record->data.evaluation)
            facts.push_back(text::message("way.grade", {text::label("evaluation", toCode(*record->data.evaluation))}));
        if (m_subject.person)
            for (const auto& one : repo::initiativesOf(m_reader, *m_subject.person))
                if (one.data.year == year)
                    facts.push_back(text::message(one.data.state == InitiativeState::Recognised ? "way.initiative-recognised" : "way.initiative", {one.data.title}));
        std::erase(facts, std::string());
        return join(facts, "; ");
    }

    /// Letters of commendation, beside what was done.
    void praised(SchoolYearId year, std::vector<std::string>& into)
    {
        for (const auto& row : repo::lettersOf(m_reader, m_subject))
            if (row.data.year == year)
                into.push_back(text::message(row.data.state == LetterState::Revoked ? "way.letter-revoked" : "way.letter",
                                             {row.data.number.text(), row.data.number.issuedOn->vn(), row.data.title}));
    }

    void registered(SchoolYearId year)
    {
        for (const auto& row : repo::registrations(m_reader, year))
            if (row.data.subject == m_subject)
                for (const auto& honour : repo::honours(m_reader, row.id))
                    line(honour.data.honour).registered = row.data.registeredOn.vn() + (row.data.late ? " " + text::message("way.late") : std::string());
        for (const auto& row : repo::withdrawnRegistrations(m_reader, year))
            if (row.data.subject == m_subject)
                for (const auto& honour : repo::honours(m_reader, row.id))
                    if (auto& made = line(honour.data.honour); made.registered.empty()) {
                        made.registered = row.data.registeredOn.vn();
                        made.result = text::message("way.registration-withdrawn", {row.data.withdrawnReason.empty() ? std::string("–") : row.data.withdrawnReason});
                    }
        for (auto& one : m_lines)
            if (one.result.empty())
                one.result = text::message(m_over ? "way.not-nominated" : "way.registered");
    }

    void nominated(SchoolYearId year)
    {
        for (const auto& row : repo::withdrawnNominations(m_reader, year))
            if (row.data.subject == m_subject && !row.data.stateReason.empty()) {
                auto& one = line(row.data.honour);
                one.result = text::message("way.withdrawn", {row.data.stateReason});
            }
        auto rows = repo::nominations(m_reader, year);
        std::erase_if(rows, [this](const auto& row) { return row.data.subject != m_subject; });
        if (rows.empty())
            return;
        const auto tallies = repo::talliesOfYear(m_reader, year);
        for (const auto& row : rows) {
            auto& one = line(row.data.honour);
            if (one.registered.empty())
                one.registered = text::message("way.not-registered");
            const auto kind = keptVerdictKind(row.data).value_or(rules::VerdictKind::Undetermined);
            one.nominated = text::label("verdict", kind == rules::VerdictKind::Eligible ? "eligible" : kind == rules::VerdictKind::Ineligible ? "ineligible" : "undetermined");
            one.won = row.data.state == NominationState::Conferred;
            one.result = text::label("nomination-state", toCode(row.data.state));
            if (row.data.state == NominationState::ForCorrection)
                one.result = text::message("way.sent-back", {row.data.stateReason});
            if (const auto from = row.data.loweredFrom ? m_reader.find<Nomination>(*row.data.loweredFrom) : std::nullopt)
                one.result += "; " + text::message("way.lowered-from", {honourName(m_catalogue, from->data.honour).value_or(from->data.honour)});
            for (const auto& tally : tallies)
                if (tally.data.line.nomination == row.id)
                    one.voted = text::message("way.votes", {twoFigures(tally.data.inFavour), twoFigures(static_cast<long long>(repo::attendance(m_reader, tally.data.meeting).size()))});
            if (!row.data.overrideReason.empty())
                one.result += " – " + text::message("way.override", {row.data.overrideReason});
            answered(year, row.id, one);
        }
    }

    /// What the level above answered, with its reason.
    void answered(SchoolYearId year, NominationId nomination, WayLine& one)
    {
        for (const auto& submission : repo::submissions(m_reader, year))
            for (const auto& asked : repo::lines(m_reader, submission.id))
                if (asked.data.nomination == nomination && !asked.data.outcomeReason.empty())
                    one.result += ": " + asked.data.outcomeReason;
    }

    void awarded(int startYear)
    {
        for (const auto& record : m_honours[startYear]) {
            auto& one = line(record.data.honour);
            one.decided = record.data.decisionNumber;
            if (record.data.decidedOn)
                one.decided += (one.decided.empty() ? "" : ", ") + record.data.decidedOn->vn();
            one.won = !record.data.revokedOn;
            if (record.data.revokedOn)
                one.result = text::message("way.revoked", {record.data.revokedOn->vn(), record.data.revokedBy});
            else
                one.result = text::message(record.data.decisionNumber.empty() ? "way.won-without-number" : record.data.decision ? "way.won" : "way.won-before");
        }
    }

    Reader& m_reader;
    const rules::Catalogue& m_catalogue;
    SubjectRef m_subject;
    TargetsByYear m_targets;
    ActivitiesByYear m_activities;
    std::map<int, std::vector<Stored<HonourRecord>>> m_honours;
    std::vector<WayLine> m_lines;
    bool m_over = false;       ///< the year that is read is closed
};

}

Result<std::vector<WayYear>> wayOf(SchoolFile& file, const SubjectRef& subject)
{
    TD_TRY(auto targets, targetsOf(file, subject));
    TD_TRY(auto activities, doneBy(file, subject));
    return readFrom(file, [&](Reader& reader) -> Result<std::vector<WayYear>> {
        return WayReader(reader, file.rules(), subject, std::move(targets), std::move(activities)).read(file.clock().today());
    });
}

}
