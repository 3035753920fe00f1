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
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files)
        rules::mergePack(pack, readFile(file));
    return pack;
}

Result<rules::Catalogue> load(const json& pack)
{
    const std::string bytes = pack.dump();
    const EmbeddedFile file{"pack.json", bytes};
    return rules::Catalogue::load(std::span(&file, 1));
}

}
