// SPDX-License-Identifier: GPL-3.0-or-later
// Mutated cases and packs: each is used or refused in a sentence, and no damage makes anybody eligible.
#include "mutator.h"
#include "rules/rules_support.h"
#include "support/catch.h"

#include "rules/bonus.h"
#include "rules/model.h"
#include "rules/outside_case.h"
#include "rules/pack_file.h"
#include "rules/quota.h"
#include "rules/vote.h"
#include "text/messages.h"

#include <fstream>
#include <set>
#include <sstream>

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using thidua::test::fuzzSeed;
using thidua::test::Mutator;
using thidua::test::tries;
using nlohmann::json;

namespace thidua::test {

json* Mutator::anyPlace(json& value)
{
    std::vector<json*> places;
    std::vector<json*> open{&value};
    while (!open.empty()) {
        json* at = open.back();
        open.pop_back();
        places.push_back(at);
        if (at->is_structured())
            for (auto& child : *at)
                open.push_back(&child);
    }
    return places[below(places.size())];
}

void Mutator::write(const json& value, const json* doubled, std::string& out)
{
    if (!value.is_object()) {
        if (!value.is_array()) {
            out += value.dump();
            return;
        }
        out += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            out += i == 0 ? "" : ",";
            write(value[i], doubled, out);
        }
        out += ']';
        return;
    }
    const auto twice = &value == doubled ? below(value.size()) : value.size();
    std::size_t index = 0;
    out += '{';
    for (const auto& [key, child] : value.items()) {
        out += (index == 0 ? "" : ",") + json(key).dump() + ":";
        write(child, doubled, out);
        if (index++ == twice)
            out += "," + json(key).dump() + ":" + (below(2) == 0 ? child.dump() : oneOf(std::vector<std::string>{"[]", "true", "\"good\"", "12", "{}", "null"}));
    }
    out += '}';
}

std::string Mutator::withKeyTwice(const json& value)
{
    std::vector<const json*> objects;
    std::vector<const json*> open{&value};
    while (!open.empty()) {
        const json* at = open.back();
        open.pop_back();
        if (at->is_object() && !at->empty())
            objects.push_back(at);
        if (at->is_structured())
            for (const auto& child : *at)
                open.push_back(&child);
    }
    std::string out;
    write(value, objects.empty() ? nullptr : objects[below(objects.size())], out);
    return out;
}

json Mutator::reshaped(json value)
{
    json* at = anyPlace(value);
    json* other = anyPlace(value);
    switch (below(7)) {
    case 0: *at = json::array({*at}); break;
    case 1: *at = nullptr; break;
    case 2: {
        json copy = *other;
        *at = std::move(copy);
        break;
    }
    case 3:
        if (at->is_object() && !at->empty())
            at->erase(std::next(at->begin(), static_cast<std::ptrdiff_t>(below(at->size()))));
        else if (at->is_array() && !at->empty())
            at->erase(below(at->size()));
        break;
    case 4:
        if (at->is_object())
            (*at)[oneOf(std::vector<std::string>{"evaluation", "votes", "honour", "x", "", "từ khóa", "discipline "})] = *other;
        break;
    case 5:
        if (at->is_number_integer())
            *at = at->get<std::int64_t>() + static_cast<std::int64_t>(below(5)) - 2;
        break;
    default:
        if (at->is_array() && !at->empty())
            at->push_back(at->front());
        break;
    }
    return value;
}

}

namespace {

/// A refusal that a person can read: one line, of bounded length, of a key with words, never a fault of ours. None else.
std::string faultOf(const Error& error)
{
    const auto sentence = text::sentence(error);
    if (error.code != ErrorCode::InputFormat || !text::hasMessage(error.key) || error.key == "error.internal" || error.args.empty())
        return "no input error with its place: " + error.key;
    if (sentence.size() > 2'000 || sentence.find('\n') != std::string::npos || sentence.find('\0') != std::string::npos)
        return "not one sentence: " + sentence.substr(0, 200);
    return {};
}

struct Original {
    json value;
    std::string text;
    Case read;
    VerdictKind verdict;
};

/// Every case of the tables that can be read from outside.
const std::vector<Original>& originals()
{
    static const auto all = [] {
        std::vector<Original> found;
        for (const auto& row : caseTable())
            if (const auto read = outsideCaseFromJson(row.at("case")))
                found.push_back({row["case"], row["case"].dump(), *read, evaluate(shipped(), *read).verdict});
        return found;
    }();
    return all;
}

/// The verdict on a mutated text, or none where it was refused.
struct Tally {
    std::size_t refused = 0, read = 0, eligible = 0;
};

/// What is wrong about the way a mutated text was taken; empty when nothing is.
std::string wrongWith(const Original& original, const std::string& text, bool mustBeRefused, Tally& tally)
{
    const auto value = jsonFromText(text);
    const auto made = value ? outsideCaseFromJson(*value) : Result<Case>(tl::unexpected<Error>(value.error()));
    if (!made) {
        ++tally.refused;
        return faultOf(made.error());
    }
    ++tally.read;
    if (mustBeRefused)
        return "read, though a key stands twice in it";
    const auto verdict = evaluate(shipped(), *made);
    if (toJson(verdict).dump().empty())
        return "no answer";
    if (*made == original.read && verdict.verdict != original.verdict)
        return "another verdict on the same facts";
    if (verdict.verdict == VerdictKind::Eligible && original.verdict != VerdictKind::Eligible) {
        ++tally.eligible;
        if (*made == original.read)
            return "eligible without a fact that makes it so";
        // What was understood, written down plainly, gives the same: nothing that was not read as a fact has a part in it.
        const auto again = outsideCaseFromJson(toJson(*made));
        if (!again || !(*again == *made) || evaluate(shipped(), *again).verdict != VerdictKind::Eligible)
            return "eligible by something that is no fact of the case";
    }
    return {};
}

/// Facts of rules that say themselves what holds while they are unknown (“nothing is on record”): their absence is an answer.
std::set<std::string> answeredByAbsence()
{
    std::set<std::string> names;
    const auto pack = shippedPack();
    for (const auto& rule : pack.at("rules"))
        if (rule.value("applies_unknown", "") == "not_applicable") {
            const auto text = rule.at("applies").dump() + rule.at("test").dump();
            for (const auto& spec : shipped().model().facts.facts())
                if (text.find("\"" + spec.id + "\"") != std::string::npos || text.find("\"" + spec.id + ".") != std::string::npos)
                    names.insert(spec.id);
        }
    return names;
}

/// A case with one fact of another.
json crossed(Mutator& mutator, const json& value, const json& other)
{
    json out = value;
    const auto& facts = other.value("facts", json::object());
    if (facts.empty())
        return out;
    const auto fact = std::next(facts.begin(), static_cast<std::ptrdiff_t>(mutator.below(facts.size())));
    out["facts"][fact.key()] = fact.value();
    return out;
}

std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

template <class Read, class Look>
void fuzzSmall(const json& original, std::uint64_t salt, Read read, Look look)
{
    Mutator mutator(fuzzSeed() + salt);
    const auto text = original.dump();
    const auto count = tries(3'000);
    for (std::size_t i = 0; i < count; ++i) {
        const auto kind = mutator.below(3);
        const auto mutated = kind == 0 ? mutator.damaged(text) : kind == 1 ? mutator.withKeyTwice(original) : mutator.reshaped(original).dump();
        const auto value = jsonFromText(mutated);
        const auto made = value ? read(*value) : decltype(read(json()))(tl::unexpected<Error>(value.error()));
        const auto wrong = !made ? faultOf(made.error()) : kind == 1 ? std::string("read, though a key stands twice in it") : look(*made);
        if (!wrong.empty())
            FAIL(wrong << "\n" << mutated.substr(0, 2'000));
    }
    SUCCEED();
}

}

TEST_CASE("mutated cases are used or refused, and no damage makes anybody eligible", "[fuzz]")
{
    REQUIRE(originals().size() > 500);
    Mutator mutator(fuzzSeed());
    Tally tally;
    const auto count = tries(6'000);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& original = mutator.oneOf(originals());
        const auto kind = mutator.below(5);
        const auto mutated = kind == 0 ? mutator.withKeyTwice(original.value)
            : kind == 1                ? mutator.reshaped(original.value).dump()
            : kind == 2                ? crossed(mutator, original.value, mutator.oneOf(originals()).value).dump()
                                       : mutator.damaged(original.text);
        const auto wrong = wrongWith(original, mutated, kind == 0, tally);
        if (!wrong.empty())
            FAIL(wrong << "\n" << original.text << "\n" << mutated.substr(0, 3'000));
    }
    WARN(count << " mutated cases: " << tally.refused << " refused, " << tally.read << " read, " << tally.eligible << " eligible by a fact changed");
    CHECK(tally.refused > count / 4);
    CHECK(tally.read > 0);
}

TEST_CASE("a fact that is no longer known makes nobody eligible", "[fuzz]")
{
    Mutator mutator(fuzzSeed() + 1);
    const auto& schema = shipped().model().facts;
    const auto count = tries(3'000);
    const auto answered = answeredByAbsence();
    std::size_t looked = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& original = mutator.oneOf(originals());
        if (original.verdict != VerdictKind::Ineligible || !original.value.contains("facts") || original.value["facts"].empty())
            continue;
        const auto& facts = original.value["facts"];
        const auto gone = std::next(facts.begin(), static_cast<std::ptrdiff_t>(mutator.below(facts.size()))).key();
        // Silent when absent: nobody enters a training that was none, and a vote not yet taken is no vote against.
        if (const auto* spec = schema.find(gone); spec == nullptr || spec->absentIsNone || gone == "votes" || answered.contains(gone))
            continue;
        json without = original.value;
        without["facts"].erase(gone);
        const auto made = outsideCaseFromJson(without);
        REQUIRE(made);
        ++looked;
        INFO(gone << " gone from " << original.text);
        CHECK(evaluate(shipped(), *made).verdict != VerdictKind::Eligible);
    }
    CHECK(looked > 0);
}

TEST_CASE("mutated votes, quotas and bonuses are used or refused", "[fuzz]")
{
    const json voted = {{"on", "2024-05-25"}, {"honour", "chien-si-thi-dua-co-so"}, {"members", 9}, {"present", 8}, {"for", 7}};
    fuzzSmall(voted, 2, voteCaseFromJson, [](const VoteCase& made) -> std::string {
        const auto answer = vote(shipped(), made);
        if (answer.passed && (made.inFavour > made.members || made.inFavour < answer.needed))
            return "passed without the votes";
        return toJson(answer).dump().empty() ? "no answer" : "";
    });
    const json limited = {{"on", "2022-05-25"}, {"honour", "chien-si-thi-dua-co-so"}, {"base", 24}, {"nominated", 4}, {"managers", 2}};
    fuzzSmall(limited, 3, quotaCaseFromJson, [](const QuotaCase& made) -> std::string {
        const auto answer = quota(shipped(), made);
        for (const auto& limit : answer.limits)
            if (answer.within && (limit.nominated > limit.allowed || limit.allowed < 0))
                return "within, above a limit";
        return toJson(answer).dump().empty() ? "no answer" : "";
    });
    const json paid = {{"decided_on", "2024-08-01"}, {"honour", "lao-dong-tien-tien"}, {"recipient", "individual"}};
    fuzzSmall(paid, 4, bonusCaseFromJson, [](const BonusCase& made) -> std::string {
        const auto answer = bonus(shipped(), made);
        if (!answer)
            return faultOf(answer.error());
        return answer->amount <= 0 || toJson(*answer).dump().empty() ? "no sum" : "";
    });
}

TEST_CASE("mutated rule packs are inspected to the end or refused", "[fuzz]")
{
    const auto text = bytesOf(RULES_EXAMPLES "/rule-pack-2026-10.json");
    const auto original = json::parse(text);
    Mutator mutator(fuzzSeed() + 5);
    const auto count = tries(150);
    for (std::size_t i = 0; i < count; ++i) {
        const auto kind = mutator.below(4);
        json inside = original;
        if (kind == 3) {
            inside["rules"] = mutator.reshaped(original["rules"]);
            inside["sha256"] = packChecksum(inside["rules"]);
        }
        const auto mutated = kind == 0 ? mutator.damaged(text) : kind == 1 ? mutator.withKeyTwice(original) : kind == 2 ? mutator.reshaped(original).dump() : inside.dump();
        INFO(mutated.substr(0, 3'000));
        const auto report = inspectPack(shipped(), mutated);
        if (!report) {
            CHECK(faultOf(report.error()).empty());
            continue;
        }
        CHECK_FALSE(kind == 1);
        for (const auto& problem : report->problems)
            CHECK(text::hasMessage(problem.key));
        CHECK((report->problems.empty() != report->hash.empty()));
    }
}
