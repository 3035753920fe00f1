// SPDX-License-Identifier: GPL-3.0-or-later
// Reading side of registrations: who has registered what, what is still needed, the sums against targets and quotas.
#include "domain/collective.h"
#include "domain/decision.h"
#include "domain/nomination.h"
#include "domain/plan.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "domain/submission.h"
#include "domain/target.h"
#include "rules/evaluator.h"
#include "rules/model.h"
#include "rules/overview.h"
#include "services/core/internal.h"
#include "services/follow/quota_board.h"
#include "services/follow/registration_service.h"
#include "services/law/fact_builder.h"
#include "services/law/honours.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"
#include "services/prepare/metrics.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

/// What only the end of the school year brings is no gap at registration.
bool comesLater(const rules::Catalogue& catalogue, const rules::Finding& finding)
{
    return std::ranges::any_of(finding.facts, [&catalogue](const auto& fact) {
        const auto* spec = catalogue.model().facts.find(fact);
        return spec != nullptr && spec->atYearEnd;
    });
}

bool asksForInitiative(const rules::Finding& finding)
{
    if (std::ranges::find(finding.facts, "initiatives") != finding.facts.end())
        return true;
    return std::ranges::any_of(finding.branches, asksForInitiative);
}

struct BoardMaker {
    Reader& reader;
    const rules::Catalogue& catalogue;
    SchoolYearId year;
    Date today;
    PeopleLookup lookup{reader, year};
    FactBuilder facts{reader, year, catalogue, FactBuilder::Purpose::AllFacts};
    std::map<SubjectRef, Stored<Registration>> registrations{};
    std::map<SubjectRef, Registration> withdrawn{};
    std::map<RegistrationId, std::vector<std::string>> honours{};
    std::map<PersonId, Stored<Initiative>> initiatives{};
    std::set<std::string> withoutRules{};

    void read()
    {
        for (auto& row : repo::registrations(reader, year))
            registrations.emplace(row.data.subject, row);
        for (auto& row : repo::withdrawnRegistrations(reader, year))
            withdrawn.insert_or_assign(row.data.subject, row.data);
        for (const auto& row : repo::registeredHonours(reader, year))
            honours[row.data.registration].push_back(row.data.honour);
        for (auto& [id, list] : honours)
            std::ranges::sort(list, {}, [this](const auto& code) { return honourOrder(catalogue, code); });
        std::map<InitiativeId, Stored<Initiative>> byId;
        for (auto& row : repo::initiatives(reader, year))
            byId.emplace(row.id, row);
        for (const auto& row : repo::authorsOfYear(reader, year))
            initiatives.emplace(row.data.person, byId.at(row.data.initiative));
    }

    void addNotes(RegistrationRow& row, const std::string& honour)
    {
        const auto verdict = rules::evaluate(catalogue, facts.makeCase(row.subject, honour, today, rules::Stage::Nomination));
        for (const auto& finding : verdict.findings) {
            if (finding.outcome == rules::Outcome::NotApplicable)
                continue;
            // No rules for this day: said beside the registration, but nothing that the person could still hand in.
            if (finding.id == "rules-available" || finding.id == "rules-confirmed")
                withoutRules.insert(finding.explanation.vi);
            const bool failed = finding.outcome == rules::Outcome::Fail;
            const bool wanting = finding.outcome == rules::Outcome::Unknown && !comesLater(catalogue, finding);
            if (asksForInitiative(finding)) {
                row.initiativeWanted = true;
                if (row.initiative && finding.outcome == rules::Outcome::Unknown)
                    continue; // Named already; it waits for recognition in spring.
            }
            const bool repeated = std::ranges::any_of(row.notes, [&finding](const auto& note) { return note.text == finding.explanation.vi; });
            if (repeated || (!failed && !wanting && finding.outcome != rules::Outcome::Pass))
                continue;
            row.notes.push_back({failed, finding.outcome == rules::Outcome::Pass,
                                 finding.explanation.vi.empty() ? finding.label.vi : finding.explanation.vi, finding.citation.brief, finding.remedy.vi});
        }
    }

    RegistrationStatus statusOf(const RegistrationRow& row) const
    {
        if (!row.id)
            return RegistrationStatus::None;
        if (std::ranges::any_of(row.notes, &RegistrationNote::blocking))
            return RegistrationStatus::Impossible;
        const bool wanting = std::ranges::any_of(row.notes, [this](const auto& note) { return !note.met && !withoutRules.contains(note.text); });
        return wanting || (row.initiativeWanted && !row.initiative) ? RegistrationStatus::Wanting : RegistrationStatus::Complete;
    }

    RegistrationRow rowOf(const SubjectView& view)
    {
        RegistrationRow row;
        row.subject = view.subject;
        row.name = view.named();
        row.post = view.post;
        row.team = view.unit;
        row.teamOrder = view.unitOrder;
        row.sortKey = view.sortKey;
        row.position = view.position;
        if (view.subject.person)
            if (const auto found = initiatives.find(*view.subject.person); found != initiatives.end())
                row.initiative = found->second;
        const auto registration = registrations.find(view.subject);
        if (registration == registrations.end()) {
            if (const auto found = withdrawn.find(view.subject); found != withdrawn.end())
                row.withdrawn = found->second;
            return row;
        }
        row.id = registration->second.id;
        row.version = registration->second.version;
        row.registration = registration->second.data;
        row.honours = honours[*row.id];
        for (const auto& honour : row.honours)
            addNotes(row, honour);
        row.status = statusOf(row);
        return row;
    }

    /// Who registered and has left: shown with the day, judged no more.
    RegistrationRow leftRow(const SubjectView& view)
    {
        const auto& registration = registrations.at(view.subject);
        RegistrationRow row;
        row.subject = view.subject;
        row.name = view.named();
        row.post = leftText(*view.leftOn);
        row.team = view.unit;
        row.teamOrder = view.unitOrder;
        row.sortKey = view.sortKey;
        row.position = view.position;
        row.id = registration.id;
        row.version = registration.version;
        row.registration = registration.data;
        row.honours = honours[registration.id];
        row.status = RegistrationStatus::Complete;
        row.leftOn = view.leftOn;
        return row;
    }
};

std::vector<TargetLine> targetLines(Reader& reader, const rules::Catalogue& catalogue, SchoolYearId year, Date today, int people)
{
    const Metrics metrics(reader, year, today);
    std::vector<TargetLine> lines;
    for (const auto& plan : repo::plans(reader)) {
        if (plan.data.year != year || plan.data.state == PlanState::Replaced || plan.data.state == PlanState::Revoked)
            continue;
        for (const auto& target : repo::targets(reader, plan.id)) {
            const auto registered = metrics.registered(target.data);
            if (!registered || target.data.kind == TargetKind::YesNo || !target.data.value)
                continue;
            const auto code = target.data.metric.substr(target.data.metric.find(':') + 1);
            const auto name = honourName(catalogue, code).value_or(target.data.text);
            lines.push_back({name + " – chỉ tiêu", *registered, *target.data.value,
                             target.data.denominator ? std::to_string(people) + " người" : std::string()});
        }
    }
    std::ranges::stable_sort(lines, {}, [](const auto& line) { return -line.wanted; });
    return lines;
}

}

Result<RegistrationBoard> RegistrationService::board(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<RegistrationBoard> {
        TD_TRY(const auto yearRow, need<SchoolYearRow>(reader, year));
        RegistrationBoard board;
        board.deadline = yearRow.data.registrationDeadline;
        // A year that is over is judged by its last day, not by the law of today.
        const Date on = std::min(m_file.clock().today(), yearRow.data.lastDay);
        BoardMaker maker{reader, m_file.rules(), year, on};
        maker.read();
        for (const auto& view : maker.lookup.collectives())
            if (view.type == CollectiveType::School || view.type == CollectiveType::Team || view.type == CollectiveType::Office)
                board.rows.push_back(maker.rowOf(view));
        for (const auto& view : maker.lookup.staff(on)) {
            board.rows.push_back(maker.rowOf(view));
            const auto& row = board.rows.back();
            ++board.people;
            board.registered += row.id ? 1 : 0;
            board.wanting += row.status == RegistrationStatus::Wanting ? 1 : 0;
        }
        for (const auto& view : maker.lookup.left(on))
            if (maker.registrations.contains(view.subject))
                board.rows.push_back(maker.leftRow(view));
        board.targets = targetLines(reader, m_file.rules(), year, on, board.people);
        board.quotas = registrationQuotas(reader, m_file.rules(), year, on);
        return board;
    });
}

std::vector<HonourChoice> RegistrationService::choices(Date on) const
{
    std::vector<HonourChoice> choices;
    const auto used = readFrom(m_file, [](Reader& reader) -> Result<std::vector<std::string>> { return repo::honoursEverUsed(reader); });
    for (const auto& info : rules::honoursOn(m_file.rules(), on)) {
        if (!info.everModelled && !info.outside)
            continue;
        HonourChoice choice{info.code, info.name.vi, info.shortName.vi, false, false, isTitle(m_file.rules(), info.code)};
        choice.usual = choice.usual || (used && std::ranges::find(*used, info.code) != used->end());
        choice.forPeople = std::ranges::find(info.recipientKinds, "staff") != info.recipientKinds.end();
        choice.forCollectives = std::ranges::find(info.recipientKinds, "collective") != info.recipientKinds.end();
        if (choice.forPeople || choice.forCollectives)
            choices.push_back(std::move(choice));
    }
    return choices;
}

Result<std::vector<HandedInList>> RegistrationService::handedIn(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<HandedInList>> {
        std::vector<HandedInList> lists;
        for (const auto& list : repo::registrationLists(reader, year)) {
            HandedInList made{list.id, list.data, {}};
            for (const auto& line : repo::lines(reader, list.id))
                made.lines.push_back(line.data);
            lists.push_back(std::move(made));
        }
        return lists;
    });
}

}
