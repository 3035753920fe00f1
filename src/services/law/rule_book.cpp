// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/rule_book.h"

#include "domain/submission.h"
#include "rules/overview.h"
#include "rules/quota.h"
#include "services/law/rule_book_lines.h"
#include "services/review/nomination_service.h"

#include <algorithm>

namespace thidua::services {
namespace {

using namespace rules;
using rulebook::Place;
using rulebook::say;

RuleBookHead headOf(const Place& place)
{
    RuleBookHead head;
    head.on = place.on;
    head.hash = place.catalogue.hash();
    const auto* regime = place.model.regimeOn(place.on);
    if (regime == nullptr)
        return head;
    head.ruleSet = regime->ref.id;
    head.title = say("head", {regime->ref.from.vn()});
    head.laws = regime->law.brief;
    head.lawsFull = regime->law.full;
    head.provisional = regime->ref.provisional;
    head.confirmed = !head.provisional;
    if (head.provisional)
        head.note = place.model.notice("rules-confirmed").explanation.vi;
    return head;
}

std::string groupOf(const HonourInfo& honour)
{
    const auto& kinds = honour.recipientKinds;
    if (kinds == std::vector<std::string>{"pupil"})
        return "pupils";
    if (!honour.title)
        return "forms";
    return std::find(kinds.begin(), kinds.end(), "staff") != kinds.end() ? "staff-titles" : "collective-titles";
}

RuleBookGroup groupNamed(const std::string& id)
{
    return {id, say("group-" + id), {}};
}

/// Every honour of any time stands in the tree, so that a date can be asked for that does not know it.
std::vector<RuleBookGroup> honourGroups(const Place& place)
{
    std::vector<RuleBookGroup> groups;
    for (const char* id : {"staff-titles", "collective-titles", "forms", "pupils"})
        groups.push_back(groupNamed(id));
    for (const auto& honour : honoursOn(place.catalogue, place.on)) {
        const auto id = groupOf(honour);
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const RuleBookGroup& one) { return one.id == id; });
        group->entries.push_back({honour.code, honour.name.vi, true, rulebook::modelledOn(place, honour.code), rulebook::honourLines(place, honour.code)});
    }
    return groups;
}

/// One line for each honour that has one in this matter.
template <class Make>
RuleBookEntry theme(const Place& place, const std::string& id, Make&& make)
{
    RuleBookEntry entry{"theme:" + id, say("theme-" + id), false, true, {}};
    for (const auto& honour : honoursOn(place.catalogue, place.on))
        for (RuleBookLine& line : make(honour.code)) {
            line.id = honour.code + "/" + line.id;
            line.caption = honour.name.vi;
            line.section.clear();
            entry.lines.push_back(std::move(line));
        }
    return entry;
}

std::vector<RuleBookLine> listOf(std::optional<RuleBookLine> line)
{
    return line ? std::vector<RuleBookLine>{std::move(*line)} : std::vector<RuleBookLine>{};
}

/// Values that a lower layer may set.
RuleBookEntry openValues(const Place& place)
{
    RuleBookEntry entry{"theme:open", say("theme-open"), false, true, {}};
    for (const auto& [name, param] : place.model.params)
        if (const auto* value = param.on(place.on); value != nullptr && !param.name.empty())
            if (value->local || value->layering.value_or(param.layering) != Layering::Fixed)
                if (auto line = rulebook::paramLine(place, param))
                    entry.lines.push_back(std::move(*line));
    return entry;
}

RuleBookEntry plain(const std::string& id, std::vector<RuleBookLine> lines)
{
    return {"theme:" + id, say("theme-" + id), false, true, std::move(lines)};
}

std::vector<RuleBookGroup> themeGroups(const Place& place)
{
    auto council = groupNamed("council");
    council.entries.push_back(theme(place, "votes", [&](const std::string& honour) { return listOf(rulebook::voteLine(place, honour, false)); }));
    council.entries.push_back(plain("preferences", rulebook::preferenceLines(place)));
    council.entries.push_back(plain("evaluation", listOf(rulebook::evaluationLine(place))));
    auto papers = groupNamed("papers");
    papers.entries.push_back(theme(place, "authorities", [&](const std::string& honour) { return listOf(rulebook::authorityLine(place, honour)); }));
    papers.entries.push_back(theme(place, "dossiers", [&](const std::string& honour) { return listOf(rulebook::dossierLine(place, honour)); }));
    papers.entries.push_back(theme(place, "deadlines", [&](const std::string& honour) { return rulebook::deadlineLines(place, honour); }));
    auto money = groupNamed("money");
    money.entries.push_back(theme(place, "bonuses", [&](const std::string& honour) { return rulebook::bonusLines(place, honour); }));
    money.entries.push_back(plain("salary", listOf(rulebook::salaryLine(place))));
    money.entries.push_back(plain("bonus-rules", rulebook::bonusRuleLines(place)));
    auto renewals = groupNamed("renewals");
    renewals.entries.push_back(plain("renewals", rulebook::renewalLines(place)));
    renewals.entries.back().ofDay = false;
    auto school = groupNamed("school");
    school.entries.push_back(openValues(place));
    return {council, papers, money, school, renewals};
}

}

const RuleBookEntry* RuleBook::entry(const std::string& id) const
{
    for (const auto& group : groups)
        for (const auto& one : group.entries)
            if (one.id == id)
                return &one;
    return nullptr;
}

Result<RuleBookHead> RuleBookService::head(Date on)
{
    const Catalogue& catalogue = m_file.rules();
    if (!catalogue.regimeOn(on))
        return fail(ErrorCode::InputFormat, "rulebook.before-first", {on.vn(), kFirstRuleDay.vn()});
    return headOf({catalogue, catalogue.model(), on});
}

Result<RuleBook> RuleBookService::book(Date on)
{
    TD_TRY(RuleBookHead top, head(on));
    const Catalogue& catalogue = m_file.rules();
    const Place place{catalogue, catalogue.model(), on};
    RuleBook book{std::move(top), honourGroups(place), measuredHonour(catalogue).first};
    for (auto& group : themeGroups(place)) {
        std::erase_if(group.entries, [](const RuleBookEntry& entry) { return entry.lines.empty(); });
        book.groups.push_back(std::move(group));
    }
    for (auto& group : book.groups)
        for (auto& entry : group.entries)
            for (auto& line : entry.lines)
                rulebook::tellReading(place, line.cell);
    return book;
}

Result<std::map<std::string, RuleBookUse>> RuleBookService::uses(domain::SchoolYearId year)
{
    TD_TRY(const NominationBoard board, NominationService(m_file).board(year));
    std::map<std::string, RuleBookUse> uses;
    for (const auto& row : board.rows) {
        if (row.nomination.state == domain::NominationState::Withdrawn)
            continue;
        auto& use = uses[row.nomination.honour];
        ++use.nominations;
        for (const auto& finding : row.verdict.findings) {
            auto& count = use.findings[finding.id];
            ++count.all;
            count.failed += finding.outcome == rules::Outcome::Fail ? 1 : 0;
            count.unknown += finding.outcome == rules::Outcome::Unknown ? 1 : 0;
        }
    }
    return uses;
}

}
