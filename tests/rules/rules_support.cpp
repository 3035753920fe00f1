// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_support.h"

#include "rules/vote.h"
#include "rules/pack_check.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <stdexcept>

namespace thidua::tests {

using nlohmann::json;

namespace {

json readFile(const std::filesystem::path& path)
{
    std::ifstream in(path);
    return json::parse(in);
}

}

const rules::Catalogue& shipped()
{
    static const auto catalogue = rules::Catalogue::shipped();
    if (!catalogue)
        throw std::runtime_error(catalogue.error().key + " " + (catalogue.error().args.empty() ? "" : catalogue.error().args.front()));
    return *catalogue;
}

rules::Case readCase(const json& value)
{
    const auto made = rules::caseFromJson(value);
    if (!made)
        throw std::runtime_error(made.error().key + " " + (made.error().args.empty() ? "" : made.error().args.front()));
    return *made;
}

std::vector<std::string> idsWith(const rules::Verdict& verdict, rules::Outcome outcome)
{
    std::vector<std::string> ids;
    for (const auto& finding : verdict.findings)
        if (finding.outcome == outcome)
            ids.push_back(finding.id);
    return ids;
}

const rules::Finding* findingOf(const rules::Verdict& verdict, const std::string& id)
{
    for (const auto& finding : verdict.findings)
        if (finding.id == id)
            return &finding;
    return nullptr;
}

const std::vector<json>& caseTable()
{
    static const std::vector<json> all = [] {
        std::vector<json> cases;
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(RULES_CASES))
            if (entry.path().extension() == ".json")
                files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const auto& file : files)
            for (auto entry : readFile(file)) {
                entry["file"] = file.filename().string();
                cases.push_back(std::move(entry));
            }
        return cases;
    }();
    return all;
}

json goodCase(const std::string& honour)
{
    json made = {{"on", "2022-05-25"},
                 {"school_year", "2021-2022"},
                 {"honour", honour},
                 {"subject", {{"kind", "staff"}, {"position", "teacher"}, {"employed_from", "2015-09-01"}}},
                 {"facts",
                  {{"registered", true},
                   {"evaluation", "good"},
                   {"discipline", json::array()},
                   {"under_investigation", false},
                   {"initiatives", json::array({{{"recognised_at", "school"}, {"scope", "school"}, {"school_year", "2021-2022"}}})},
                   {"votes", {{"members", 9}, {"present", 9}, {"for", 8}}}}}};
    return made;
}

const json& shippedPack()
{
    static const json whole = [] {
        json pack = json::object();
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(RULES_FILES))
            if (entry.path().extension() == ".json")
                files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const auto& file : files)
            rules::mergePack(pack, readFile(file));
        return pack;
    }();
    return whole;
}

std::map<std::string, json::json_pointer> shapesOf(const json& pack)
{
    std::map<std::string, json::json_pointer> shapes;
    std::vector<std::string> path;
    const std::function<void(const json&)> walk = [&](const json& value) {
        std::string shape = path.empty() ? std::string() : path.front();
        for (std::size_t i = std::max<std::size_t>(1, path.size() - std::min<std::size_t>(path.size(), 3)); i < path.size(); ++i)
            shape += "/" + (std::isdigit(static_cast<unsigned char>(path[i].front())) != 0 ? "*" : path[i]);
        if (!path.empty() && !shapes.contains(shape)) {
            json::json_pointer at;
            for (const auto& step : path)
                at /= step;
            shapes.emplace(shape, at);
        }
        if (!value.is_structured())
            return;
        for (const auto& item : value.items()) {
            path.push_back(item.key());
            walk(item.value());
            path.pop_back();
        }
    };
    walk(pack);
    return shapes;
}

namespace {

void textsOf(const json& value, std::set<std::string>& out)
{
    if (value.is_string())
        out.insert(value.get<std::string>());
    else if (value.is_structured())
        for (const auto& part : value)
            textsOf(part, out);
}

/// Rules and groups of these ids with all that they refer to.
void close(std::set<std::string>& ids, const json& pack)
{
    for (std::size_t before = 0; before != ids.size();) {
        before = ids.size();
        std::set<std::string> texts;
        for (const char* section : {"rules", "groups"})
            for (const auto& entry : pack[section])
                if (ids.contains(entry["id"].get<std::string>()))
                    textsOf(entry, texts);
        for (const char* section : {"rules", "groups"})
            for (const auto& entry : pack[section])
                if (texts.contains(entry["id"].get<std::string>()))
                    ids.insert(entry["id"].get<std::string>());
    }
}

json onlyOf(const json& list, const std::set<std::string>& ids)
{
    json kept = json::array();
    for (const auto& entry : list)
        if (ids.contains(entry.is_string() ? entry.get<std::string>() : entry["id"].get<std::string>()))
            kept.push_back(entry);
    return kept;
}

}

const json& smallPack()
{
    static const json small = [] {
        const json& whole = shippedPack();
        const std::set<std::string> many = {"rules", "groups", "requirements", "conflicts", "dossiers", "deadlines", "paper_bases", "authorities", "bonuses",
                                            "bonus_priority", "preferences", "references", "renewals", "council_seats"};
        json pack = json::object();
        std::set<std::string> seen;
        for (const auto& section : whole.items()) {
            if (!many.contains(section.key())) {
                pack[section.key()] = section.value();
                continue;
            }
            pack[section.key()] = json::array();
            for (const auto& entry : section.value()) {
                bool brings = false;
                for (const auto& [shape, at] : shapesOf({{section.key(), json::array({entry})}}))
                    brings = seen.insert(shape).second || brings;
                if (brings)
                    pack[section.key()].push_back(entry);
            }
        }
        std::set<std::string> ids;
        for (const char* section : {"rules", "groups"})
            for (const auto& entry : pack[section])
                ids.insert(entry["id"].get<std::string>());
        for (const auto& requirement : pack["requirements"])
            ids.insert(requirement["all"][0].get<std::string>());
        close(ids, whole);
        for (const char* section : {"rules", "groups"})
            pack[section] = onlyOf(whole[section], ids);
        for (auto& requirement : pack["requirements"])
            requirement["all"] = onlyOf(requirement["all"], ids);
        for (auto& conflict : pack["conflicts"])
            if (conflict.contains("findings"))
                conflict["findings"] = onlyOf(conflict["findings"], ids);
        return pack;
    }();
    return small;
}

json ruleOf(json test)
{
    return {{"id", "probe"},
            {"label", words("Phép thử")},
            {"versions", json::array({{{"from", "2017-10-01"}, {"to", "2023-12-31"}, {"cite", json::array({{{"src", "N91-2017"}, {"at", "Điều 1"}}})}, {"quote", "…"}}})},
            {"test", std::move(test)},
            {"explanation", wording()},
            {"remedy", {{"fail", words("sửa")}, {"unknown", words("bổ sung")}}}};
}

json words(const char* text)
{
    return {{"vi", text}, {"en", text}};
}

json wording()
{
    return {{"pass", words("{actual} đạt")}, {"fail", words("không đạt")}, {"unknown", words("chưa biết")}};
}

json probePack(const json& rule)
{
    // Only what a probe may refer to: a grammar test reads a small pack, again and again.
    static const json empty = [] {
        json pack = json::object();
        const std::set<std::string> aside = {"groups", "requirements", "conflicts", "dossiers", "deadlines", "paper_bases", "authorities", "bonuses",
                                             "bonus_priority", "preferences", "references", "renewals", "council_seats", "quotas", "evaluation_regimes"};
        for (const auto& section : shippedPack().items())
            pack[section.key()] = aside.contains(section.key()) ? json::array() : section.key() == "rules" ? onlyOf(section.value(), {"unity"}) : section.value();
        pack["requirements"].push_back({{"honour", "giay-khen-xa"}, {"from", "2017-10-01"}, {"to", "2023-12-31"}, {"all", json::array({"probe"})}});
        return pack;
    }();
    json pack = empty;
    pack["rules"].push_back(rule);
    return pack;
}

rules::Finding probed(const json& rule, const json& facts)
{
    const auto catalogue = load(probePack(rule));
    if (!catalogue)
        throw std::runtime_error(catalogue.error().key + " " + catalogue.error().args.front() + catalogue.error().detail);
    json made = goodCase("giay-khen-xa");
    made["facts"] = facts;
    const rules::Verdict verdict = evaluate(*catalogue, readCase(made));
    if (verdict.findings.size() != 1)
        throw std::runtime_error("the probe is not alone");
    return verdict.findings.front();
}

rules::Outcome outcomeOf(const json& test, const json& facts)
{
    return probed(ruleOf(test), facts).outcome;
}

Result<rules::Catalogue> load(const json& pack)
{
    return rules::Catalogue::fromPack(pack);
}

rules::VerdictKind kindOf(const json& made)
{
    return rules::outcomesOf(shipped(), readCase(made)).verdict;
}

int rankOf(rules::VerdictKind kind)
{
    return kind == rules::VerdictKind::Ineligible ? 0 : kind == rules::VerdictKind::Undetermined ? 1 : 2;
}

bool onlyItsOwnNo(const json& made, const std::string& fact)
{
    const rules::Case theCase = readCase(made);
    for (const auto& finding : rules::evaluate(shipped(), theCase).findings)
        if ((finding.conflict || finding.id == "council-no") && std::ranges::find(finding.facts, fact) != finding.facts.end())
            return true;
    return fact == "votes" && !rules::voteRuleOn(shipped(), theCase.honour, theCase.on).byLaw;
}

json& byId(json& list, const std::string& id)
{
    for (auto& entry : list)
        if (entry.value("id", std::string()) == id)
            return entry;
    throw std::runtime_error("no " + id);
}

}
