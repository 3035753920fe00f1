// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date.h"
#include "rules/fact_schema.h"
#include "rules/pack_tables.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace thidua::rules {
namespace {

using nlohmann::json;

// Far above any real figure and far below what could overflow when multiplied.
constexpr long long kMostSalary = 1'000'000'000;
constexpr std::int64_t kMostCoefficient = 1'000'000;
constexpr int kMostCopies = 100;

/// Sentences that the engine says whatever the pack's rules: without one of them it would be at a loss for words.
constexpr std::array kNotices = {
    "honour-known",  "honour-in-force",    "honour-fits-subject", "honour-fits-ground",       "rules-available",        "rules-confirmed",      "vote-not-asked",
    "vote-not-yet",  "school-vote",        "secret-by-rule",      "secret-by-practice",       "uncertain",              "conflict",             "quota-rounding",
    "passed",        "bonus-rounded",      "bonus-no-rate",       "bonus-salary-of-decision", "bonus-salary-unchecked", "bonus-rate-unchecked", "bonus-paid",
    "bonus-higher-title", "bonus-higher-form", "bonus-achievement-unknown", "preferred", "not-preferred", "preference-unknown"};

class TableChecker {
public:
    explicit TableChecker(const json& pack) : m_pack(pack)
    {
        for (const auto& honour : list("honours"))
            m_honours.insert(honour.value("id", std::string()));
    }

    std::vector<PackProblem> problems()
    {
        each("authorities", [this](const json& entry, const std::string& place) { checkAuthority(entry, place); });
        each("dossiers", [this](const json& entry, const std::string& place) { checkDossier(entry, place); });
        each("bonuses", [this](const json& entry, const std::string& place) { checkBonus(entry, place); });
        each("deadlines", [this](const json& entry, const std::string& place) { checkHonours(entry, place); });
        each("requirements", [this](const json& entry, const std::string& place) { checkRequirement(entry, place); });
        each("base_salary", [this](const json& entry, const std::string& place) {
            const auto value = entry.value("value", json());
            if (!value.is_number_integer() || value <= 0 || value > kMostSalary)
                report("rules.bad-value", place, value.dump());
        });
        each("references", [this](const json& entry, const std::string& place) {
            if (entry.contains("of"))
                checkCodes(entry["of"], "positions", "position", place + ".of");
        });
        each("renewals", [this](const json& entry, const std::string& place) {
            if (!Date::fromIso(entry.value("on", std::string())))
                report("rules.bad-date", place + ".on", entry.value("on", std::string()));
        });
        each("preferences", [this](const json& entry, const std::string& place) {
            if (!preferenceOf(entry.value("by", std::string())))
                report("rules.bad-value", place + ".by", entry.value("by", std::string()));
            for (const auto& value : entry.value("values", json::array()))
                if (value.contains("share") && !ratioFromText(value["share"].get<std::string>()))
                    report("rules.bad-value", place + ".values", value["share"].dump());
        });
        each("council_seats", [this](const json& entry, const std::string& place) {
            // As domain/council.h and domain/position.h code them; the rules know no other module.
            const auto one = [&](const char* key, std::initializer_list<std::string_view> codes) {
                if (const auto code = entry.value(key, std::string()); !code.empty() && std::find(codes.begin(), codes.end(), code) == codes.end())
                    report("rules.bad-value", place + "." + key, code);
            };
            one("role", {"chair", "vice_chair", "secretary", "member"});
            one("position", {"principal", "deputy_principal", "team_leader", "teacher", "employee"});
        });
        each("sources", [this](const json& entry, const std::string& place) {
            if (const auto paper = entry.find("paper"); paper != entry.end() && !Date::fromIso(paper->value("on", std::string())))
                report("rules.bad-date", place + ".paper.on", paper->value("on", std::string()));
        });
        each("bonus_priority", [this](const json& entry, const std::string& place) {
            if (!bonusPriorityOf(entry.value("by", std::string())))
                report("rules.bad-value", place + ".by", entry.value("by", std::string()));
        });
        for (const char* section : {"facts", "subject"})
            each(section, [this](const json& entry, const std::string& place) { checkFact(entry, place); });
        checkNotices();
        return std::move(m_problems);
    }

private:
    /// Of a known type; the codes of its set are declared.
    void checkFact(const json& entry, const std::string& place)
    {
        const auto type = factTypeOf(entry.value("type", std::string()));
        if (!type)
            report("rules.bad-value", place + ".type", entry.value("type", std::string()));
        const auto set = entry.value("set", std::string());
        const auto& sets = list("sets");
        const bool known = std::any_of(sets.begin(), sets.end(), [&set](const json& one) { return one.value("id", std::string()) == set; });
        if (type == FactType::Code && !known)
            report("rules.bad-value", place + ".set", set);
        if (const auto count = entry.find("count"); count != entry.end()) {
            checkHonour(count->value("honour", std::string()), place + ".count");
            if (type != FactType::Integer)
                report("rules.bad-value", place + ".type", entry.value("type", std::string()));
        }
        if (const auto stated = entry.find("stated"); stated != entry.end())
            checkStated(*stated, type, place + ".stated");
        for (const auto& field : entry.value("fields", json::array()))
            checkFact(field, place + ".fields[" + field.value("id", std::string()) + "]");
    }

    /// Of whom and how long; only a number grows, only a list has items of past years.
    void checkStated(const json& stated, std::optional<FactType> type, const std::string& place)
    {
        const auto holds = stated.value("holds", std::string());
        if (!isHolds(holds) || (holds == "grows" && type != FactType::Integer) || (holds == "past_year") != (type == FactType::List))
            report("rules.bad-value", place + ".holds", holds);
        for (const auto& kind : stated.value("of", json::array()))
            if (!subjectKindOf(kind.get<std::string>()))
                report("rules.bad-value", place + ".of", kind.dump());
        checkCodes(stated, "types", "collective_type", place);
        checkCodes(stated, "positions", "position", place);
    }

    void checkCodes(const json& entry, const char* key, const char* set, const std::string& place)
    {
        for (const auto& code : entry.value(key, json::array())) {
            const auto& sets = list("sets");
            const bool known = std::any_of(sets.begin(), sets.end(), [&](const json& one) {
                const auto& values = one.value("values", json::array());
                return one.value("id", std::string()) == set
                       && std::any_of(values.begin(), values.end(), [&code](const json& value) { return value.value("code", json()) == code; });
            });
            if (!known)
                report("rules.bad-value", place + "." + key, code.dump());
        }
    }

    void checkNotices()
    {
        std::set<std::string> known;
        for (const auto& notice : list("notices"))
            known.insert(notice.value("id", std::string()));
        for (const char* id : kNotices)
            if (!known.contains(id))
                report("rules.notice-missing", "notices", id);
    }

    const json& list(const char* section) const
    {
        static const json none = json::array();
        const auto found = m_pack.find(section);
        return found == m_pack.end() || !found->is_array() ? none : *found;
    }

    template <class Check>
    void each(const char* section, Check check)
    {
        int index = 0;
        for (const auto& entry : list(section))
            check(entry, std::string(section) + "[" + std::to_string(index++) + "]");
    }

    void report(const char* key, const std::string& place, const std::string& what = {}) { m_problems.push_back({key, {place, what}}); }

    void checkHonour(const std::string& code, const std::string& place)
    {
        if (!m_honours.contains(code))
            report("rules.unknown-honour", place + ": " + code);
    }

    void checkHonours(const json& entry, const std::string& place)
    {
        for (const auto& code : entry.value("honours", std::vector<std::string>()))
            checkHonour(code, place);
    }

    /// Two entries that both answer for `what` on one day leave the choice to chance.
    void claim(const std::string& what, const json& entry, const std::string& place)
    {
        for (const auto& value : entry.value("values", json::array())) {
            const auto from = value.value("from", std::string());
            const auto to = value.value("to", std::string("9999-12-31"));
            for (const auto& [otherFrom, otherTo] : m_claims[what])
                if (from <= otherTo && otherFrom <= to)
                    report("rules.two-answers", place, what);
            m_claims[what].emplace_back(from, to);
        }
    }

    /// For one honour, kind of subject, ground and day there is one requirement.
    void checkRequirement(const json& entry, const std::string& place)
    {
        std::vector<std::string> kinds = {entry.value("kind", std::string())};
        if (kinds.front().empty())
            kinds = {"staff", "pupil", "collective"};
        auto grounds = entry.value("grounds", std::vector<std::string>());
        if (grounds.empty())
            grounds = {"annual_merit", "exceptional", "movement", "long_service"};
        const json dated = {{"values", json::array({entry})}};
        for (const auto& kind : kinds)
            for (const auto& ground : grounds)
                claim(entry.value("honour", std::string()) + " " + kind + " " + ground, dated, place);
    }

    void checkAuthority(const json& entry, const std::string& place)
    {
        checkHonours(entry, place);
        for (const auto& code : entry.value("honours", std::vector<std::string>()))
            claim("authority " + code, entry, place);
        if (!entry.contains("by_principal"))
            report("rules.missing-key", place, "by_principal");
        for (const auto& value : entry.value("values", json::array()))
            if (!value.contains("who"))
                report("rules.missing-key", place + ".values", "who");
    }

    void checkDossier(const json& entry, const std::string& place)
    {
        checkHonours(entry, place);
        for (const auto& code : entry.value("honours", std::vector<std::string>()))
            for (const auto& item : entry.value("items", json::array()))
                claim("dossier " + code + " " + item.value("id", std::string()), entry, place);
        for (const auto& item : entry.value("items", json::array()))
            if (item.contains("paper") && (!item["paper"].is_string() || !dossierProofOf(item["paper"].get<std::string>())))
                report("rules.bad-value", place + ".items", item["paper"].dump());
        for (const auto& value : entry.value("values", json::array())) {
            const auto copies = value.value("copies", json());
            if (!value.contains("copies"))
                report("rules.missing-key", place + ".values", "copies");
            else if (!copies.is_null() && (!copies.is_number_integer() || copies < 1 || copies > kMostCopies))
                report("rules.bad-value", place + ".values", copies.dump());
        }
    }

    void checkBonus(const json& entry, const std::string& place)
    {
        const auto honour = entry.value("honour", std::string());
        const auto recipient = entry.value("recipient", std::string());
        checkHonour(honour, place);
        if (recipient != "individual" && recipient != "collective")
            report("rules.bad-value", place + ".recipient", recipient);
        claim("bonus " + honour + " " + recipient, entry, place);
        for (const auto& value : entry.value("values", json::array())) {
            const auto ratio = ratioFromText(value.value("coefficient", std::string()));
            if (!ratio || ratio->numerator > kMostCoefficient || ratio->denominator > kMostCoefficient)
                report("rules.bad-value", place + ".values", value.value("coefficient", json()).dump());
        }
    }

    const json& m_pack;
    std::set<std::string> m_honours;
    std::map<std::string, std::vector<std::pair<std::string, std::string>>> m_claims;
    std::vector<PackProblem> m_problems;
};

}

std::vector<PackProblem> tableProblems(const json& pack)
{
    return TableChecker(pack).problems();
}

}
