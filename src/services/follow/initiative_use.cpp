// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/initiative_use.h"

#include "domain/nomination.h"
#include "domain/school_year.h"
#include "rules/evaluator.h"
#include "services/core/internal.h"
#include "services/law/initiative_validity.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace thidua::services {

using namespace domain;
using nlohmann::json;

namespace {

struct UsableInitiative {
    Stored<InitiativeAuthor> author;
    Initiative item;
    json fact;
};

/// Recognised and unused, those to be spared first: of another year, then with the wider scope.
std::vector<UsableInitiative> candidates(Reader& reader, const rules::Catalogue& catalogue, PersonId person, SchoolYearId year, Date on)
{
    std::map<SchoolYearId, SchoolYear> years;
    for (const auto& row : repo::years(reader))
        years.emplace(row.id, row.data.year);
    std::vector<UsableInitiative> found;
    for (const auto& author : repo::authorsOf(reader, person)) {
        const auto item = reader.find<Initiative>(author.data.initiative);
        if (!item || !item->data.recognisedAt || !author.data.usedFor.empty() || !item->data.usedFor.empty()
            || !stillServes(catalogue, item->data.validUntil, item->data.decidedOn, on))
            continue;
        found.push_back({author, item->data,
                         {{"type", std::string(toCode(item->data.type))},
                          {"school_year", years.at(item->data.year).text()},
                          {"recognised_at", std::string(toCode(*item->data.recognisedAt))},
                          {"scope", std::string(toCode(item->data.scope.value_or(*item->data.recognisedAt)))}}});
    }
    std::ranges::stable_sort(found, [year](const UsableInitiative& a, const UsableInitiative& b) {
        const auto key = [year](const UsableInitiative& c) { return std::tuple(c.item.year == year, -static_cast<int>(c.item.scope.value_or(*c.item.recognisedAt))); };
        return key(a) < key(b);
    });
    return found;
}

/// Whether every condition that looks at initiatives holds with these alone.
bool holds(const rules::Catalogue& catalogue, rules::Case made, const std::vector<UsableInitiative>& with)
{
    json list = json::array();
    for (const auto& candidate : with)
        list.push_back(candidate.fact);
    made.facts.set("initiatives", std::move(list));
    const auto verdict = rules::evaluate(catalogue, made);
    return std::ranges::all_of(verdict.findings, [](const auto& finding) {
        return std::ranges::find(finding.facts, "initiatives") == finding.facts.end() || finding.outcome == rules::Outcome::Pass
            || finding.outcome == rules::Outcome::NotApplicable;
    });
}

}

void useInitiatives(Tx& tx, const rules::Catalogue& catalogue, const FactBuilder& facts, const Stored<Nomination>& nomination)
{
    const auto& row = nomination.data;
    if (!row.subject.person)
        return;
    const auto made = facts.makeCase(row.subject, row.honour, row.applicableOn, rules::Stage::Nomination, row.ground);
    auto needed = candidates(tx, catalogue, *row.subject.person, row.year, row.applicableOn);
    if (!holds(catalogue, made, needed))
        return; // Conferred against the conditions, or for another reason: nothing says which one served.
    for (std::size_t i = 0; i < needed.size();) {
        auto fewer = needed;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (holds(catalogue, made, fewer))
            needed = std::move(fewer);
        else
            ++i;
    }
    for (auto& candidate : needed) {
        candidate.author.data.usedFor = row.honour;
        candidate.author.data.usedBy = nomination.id;
        tx.update(candidate.author.id, candidate.author.data);
    }
}

}
