// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_support.h"

#include "rules/pack_check.h"

#include <filesystem>
#include <fstream>
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

json shippedPack()
{
    json pack = json::object();
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(RULES_FILES))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files)
        rules::mergePack(pack, readFile(file));
    return pack;
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
    json pack = shippedPack();
    json referable = json::array();
    for (const auto& known : pack["rules"])
        if (known["id"] == "unity")
            referable.push_back(known);
    pack["rules"] = referable;
    pack["groups"] = json::array();
    json others = json::array();
    others.push_back({{"honour", "giay-khen-xa"}, {"from", "2017-10-01"}, {"to", "2023-12-31"}, {"all", json::array({"probe"})}});
    pack["requirements"] = others;
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
    const std::string bytes = pack.dump();
    const EmbeddedFile file{"pack.json", bytes};
    return rules::Catalogue::load(std::span(&file, 1));
}

}
