// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/council_law.h"

#include "rules/council_seats.h"
#include "rules/model.h"
#include "rules/paper_bases.h"
#include "rules/vote.h"

#include <algorithm>
#include <array>
#include <map>

namespace thidua::rules {
namespace {

constexpr const char* kYearly = "council_yearly";
constexpr const char* kOddNumber = "council_odd_number";
constexpr const char* kHeadChairs = "council_head_chairs";
constexpr const char* kInitiativeShare = "initiative_vote_share";
constexpr std::array<const char*, 5> kParams = {kYearly, kOddNumber, kHeadChairs, kCouncilQuorum, kInitiativeShare};

/// The article by which the parameter is true that day.
Citation articleOf(const Model& model, const char* param, Date date)
{
    const auto* value = model.param(param, date);
    return value != nullptr && value->value == true ? value->cite : Citation{};
}


std::string shortOf(const nlohmann::json& source)
{
    return source.value("short", std::string());
}

/// “Thông tư số 21/2020/TT-BGDĐT”
std::string numberedName(const nlohmann::json& source)
{
    const auto name = source.at("name").get<std::string>(), number = source.value("number", std::string());
    const auto at = number.empty() ? std::string::npos : name.find(" " + number);
    return at == std::string::npos ? name : name.substr(0, at) + " số " + number;
}

std::optional<Date> dayIn(const nlohmann::json& entry, const char* key)
{
    const auto date = Date::fromIso(entry.value(key, std::string()));
    return date ? std::optional(*date) : std::nullopt;
}

}

int CouncilLaw::presentNeeded(int members) const
{
    return votesNeeded({quorum, false}, members);
}

InitiativeVote initiativeVoteOn(const Catalogue& catalogue, Date date)
{
    InitiativeVote vote{{{1, 1}, false}, {}}; // rules that name no share leave it at everybody
    if (const auto* value = catalogue.model().param(kInitiativeShare, date)) {
        vote.threshold.share = ratioFromText(value->value.get<std::string>()).value_or(vote.threshold.share);
        vote.citation = value->cite;
    }
    return vote;
}

std::span<const char* const> councilParams()
{
    return kParams;
}

CouncilLaw councilLawOn(const Catalogue& catalogue, Date date)
{
    const Model& model = catalogue.model();
    CouncilLaw law{articleOf(model, kYearly, date), articleOf(model, kOddNumber, date), articleOf(model, kHeadChairs, date)};
    if (const auto* value = model.param(kCouncilQuorum, date)) {
        law.quorum = ratioFromText(value->value.get<std::string>()).value_or(law.quorum);
        law.quorumCertain = value->certain;
    }
    return law;
}

std::vector<std::string> paperBasesOn(const Catalogue& catalogue, std::string_view paper, Date date, std::string_view level)
{
    const auto lists = [](const std::vector<std::string>& codes, std::string_view code) { return std::ranges::find(codes, code) != codes.end(); };
    std::vector<std::string> bases;
    for (const auto& basis : catalogue.model().paperBases)
        if (lists(basis.papers, paper) && (basis.levels.empty() || lists(basis.levels, level)))
            if (const auto* value = inForce(basis.values, date))
                bases.push_back(value->what.vi);
    return bases;
}

std::vector<SeatOn> councilSeatsOn(const Catalogue& catalogue, Date date)
{
    const auto& seats = catalogue.model().councilSeats;
    std::optional<Date> first;
    for (const auto& seat : seats)
        for (const auto& value : seat.values)
            first = std::min(first.value_or(value.span.from), value.span.from);
    const Date day = std::max(date, first.value_or(date));
    std::vector<SeatOn> all;
    for (const auto& seat : seats)
        if (const auto* value = inForce(seat.values, day))
            all.push_back({seat.role, seat.position, seat.words, seat.without, seat.all, seat.name.vi, seat.duty.vi, value->cite, value->certain});
    return all;
}

std::vector<CitedText> citedTexts(const Catalogue& catalogue)
{
    const auto& sources = catalogue.model().sources;
    std::map<std::string, std::string> replacedBy;
    for (const auto& source : sources)
        if (source.contains("replaces"))
            replacedBy[source["replaces"].get<std::string>()] = source.value("number", std::string());
    std::vector<CitedText> texts;
    for (const auto& source : sources) {
        const auto paper = source.find("paper");
        if (paper == source.end())
            continue;
        CitedText text{paper->at("kind").get<std::string>(), source.value("number", std::string()), paper->at("issuer").get<std::string>(),
                       paper->at("subject").get<std::string>(), dayIn(*paper, "on"), dayIn(source, "from"), dayIn(source, "to"), {}, true};
        if (const auto next = replacedBy.find(source.at("id").get<std::string>()); next != replacedBy.end())
            text.replacedBy = next->second;
        text.certain = source.value("certain", true) && paper->value("certain", true);
        texts.push_back(std::move(text));
    }
    std::ranges::stable_sort(texts, [](const auto& a, const auto& b) { return a.from > b.from; });
    return texts;
}

std::string citedInFull(const Catalogue& catalogue, std::string_view brief)
{
    // The longest short name that stands there: one may begin another.
    const auto sourceAt = [&catalogue, brief](std::size_t at) {
        const nlohmann::json* found = nullptr;
        for (const auto& source : catalogue.model().sources) {
            const auto shortName = shortOf(source);
            if (!shortName.empty() && brief.substr(at).starts_with(shortName) && (found == nullptr || shortName.size() > shortOf(*found).size()))
                found = &source;
        }
        return found;
    };
    std::string full;
    for (std::size_t at = 0; at < brief.size();) {
        const auto* source = at == 0 || brief[at - 1] == ' ' ? sourceAt(at) : nullptr;
        if (source == nullptr) {
            full += brief[at++];
            continue;
        }
        full += numberedName(*source);
        at += shortOf(*source).size();
    }
    return full;
}

namespace {

using Lines = std::vector<std::string>;

bool holds(const Lines& lines, std::string_view line)
{
    return std::ranges::find(lines, line) != lines.end();
}

bool holds(const std::vector<DatedValue>& values, const std::string& line)
{
    return std::ranges::find(values, line, [](const auto& value) { return value.what.vi; }) != values.end();
}

/// Whether the rules of some day gave exactly these.
bool givenAsAWhole(const Catalogue& catalogue, std::string_view paper, std::string_view level, const std::vector<const PaperBasis*>& entries, const Lines& automatic)
{
    for (const auto* entry : entries)
        for (const auto& value : entry->values) {
            auto day = paperBasesOn(catalogue, paper, value.span.from, level);
            if (std::ranges::is_permutation(day, automatic))
                return true;
        }
    return false;
}

}

std::vector<std::string> basesFollowed(const Catalogue& catalogue, std::string_view paper, std::string_view level, const std::vector<std::string>& lines, Date on)
{
    std::vector<const PaperBasis*> entries;
    for (const auto& basis : catalogue.model().paperBases)
        if (holds(basis.papers, paper) && (basis.levels.empty() || holds(basis.levels, level)))
            entries.push_back(&basis);
    const auto entryOf = [&entries](const std::string& line) {
        const auto found = std::ranges::find_if(entries, [&line](const auto* entry) { return holds(entry->values, line); });
        return found == entries.end() ? nullptr : *found;
    };
    Lines automatic;
    std::ranges::copy_if(lines, std::back_inserter(automatic), [&entryOf](const auto& line) { return entryOf(line) != nullptr; });
    const auto now = paperBasesOn(catalogue, paper, on, level);
    if (automatic.empty() || now.empty())
        return lines;
    const bool whole = givenAsAWhole(catalogue, paper, level, entries, automatic);
    Lines followed;
    bool placed = false;
    for (const auto& line : lines) {
        const auto* entry = entryOf(line);
        if (entry == nullptr) {
            followed.push_back(line);
        } else if (whole) {
            if (!placed)
                followed.insert(followed.end(), now.begin(), now.end());
            placed = true;
        } else {
            const auto* value = inForce(entry->values, on);
            const auto& next = value != nullptr ? value->what.vi : line;
            if (!holds(followed, next))
                followed.push_back(next);
        }
    }
    return followed;
}

namespace {

using Entries = std::vector<const PaperBasis*>;

bool isFor(const PaperBasis& basis, std::string_view level)
{
    return basis.levels.empty() || std::ranges::find(basis.levels, level) != basis.levels.end();
}

/// The entry that gave the line, whatever its day.
const PaperBasis* giverOf(const Entries& entries, const std::string& line)
{
    const auto found = std::ranges::find_if(entries, [&line](const PaperBasis* entry) {
        return std::ranges::any_of(entry->values, [&line](const DatedValue& value) { return value.what.vi == line; });
    });
    return found == entries.end() ? nullptr : *found;
}

bool share(const PaperBasis& one, const PaperBasis& other)
{
    return std::ranges::any_of(one.papers, [&other](const auto& paper) { return std::ranges::find(other.papers, paper) != other.papers.end(); });
}

std::string textIn(const nlohmann::json& source, const char* key)
{
    return source.value(key, std::string());
}

/// What replaced the text of that name and is in force on the day.
const nlohmann::json* successorOf(const Model& model, const std::string& name, Date on)
{
    const auto& sources = model.sources;
    const auto old = std::ranges::find_if(sources, [&name](const auto& source) { return textIn(source, "name") == name; });
    if (old == sources.end())
        return nullptr;
    for (const auto& source : sources) {
        const auto from = Date::fromIso(textIn(source, "from"));
        if (textIn(source, "replaces") == textIn(*old, "id") && from && *from <= on)
            return &source;
    }
    return nullptr;
}

/// The text that should stand in the place of an entry that ended; none where another entry goes on with it.
std::optional<BasisDoubt> missing(const Model& model, const Entries& entries, const PaperBasis& ended, Date on)
{
    const auto last = std::ranges::max_element(ended.values, {}, [](const DatedValue& value) { return value.span.from; });
    if (last == ended.values.end() || !last->span.to || *last->span.to >= on)
        return std::nullopt;
    const auto* next = successorOf(model, last->cite.full, on);
    if (next == nullptr)
        return std::nullopt;
    const auto name = textIn(*next, "name");
    const bool cited = std::ranges::any_of(entries, [&](const PaperBasis* entry) {
        const auto* value = inForce(entry->values, on);
        return value != nullptr && value->cite.full == name;
    });
    return cited ? std::nullopt : std::optional(BasisDoubt{std::nullopt, name, *Date::fromIso(textIn(*next, "from"))});
}

}

std::vector<BasisDoubt> basisDoubts(const Catalogue& catalogue, std::string_view level, const std::vector<std::string>& lines, Date on)
{
    const Model& model = catalogue.model();
    Entries entries;
    for (const auto& basis : model.paperBases)
        if (isFor(basis, level))
            entries.push_back(&basis);
    std::vector<BasisDoubt> doubts;
    Entries givers;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto* giver = giverOf(entries, lines[i]);
        if (giver == nullptr)
            continue;
        givers.push_back(giver);
        const auto value = std::ranges::find(giver->values, lines[i], [](const DatedValue& one) { return one.what.vi; });
        if (!value->certain)
            doubts.push_back({i, value->cite.full, value->span.from});
    }
    for (const auto* entry : entries)
        if (std::ranges::any_of(givers, [&](const PaperBasis* giver) { return share(*giver, *entry); }))
            if (auto doubt = missing(model, entries, *entry, on))
                doubts.push_back(std::move(*doubt));
    return doubts;
}

}
