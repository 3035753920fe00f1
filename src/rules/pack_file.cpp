// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/pack_file.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "rules/case.h"
#include "rules/json_object_reader.h"
#include "rules/model.h"
#include "rules/sha256.h"

#include <algorithm>
#include <set>

namespace thidua::rules {
namespace {

using nlohmann::json;

constexpr const char* kFormat = "thidua-rules";
constexpr int kVersion = 1;

std::string textIn(const json& entry, const char* key)
{
    const auto found = entry.find(key);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Texts of a list in one order, so that the order they are written in does not matter.
std::string sortedTexts(const json& entry, const char* key, const char* field = nullptr)
{
    std::vector<std::string> all;
    if (const auto found = entry.find(key); found != entry.end() && found->is_array())
        for (const auto& one : *found) {
            if (one.is_string())
                all.push_back(one.get<std::string>());
            else if (field != nullptr && one.is_object())
                all.push_back(textIn(one, field));
        }
    std::sort(all.begin(), all.end());
    return join(all, ",");
}

/// Who, what for: words that must be there.
Result<std::string> statement(const ObjectReader& reader, const char* key)
{
    const json* value = reader.find(key);
    const auto words = value != nullptr && value->is_string() ? normalised(value->get<std::string>()) : std::string();
    if (words.empty())
        return fail(ErrorCode::InputFormat, std::string("pack.no-") + key, {key});
    return words;
}

/// The first words of the file: that it is one, and of a version this program reads.
Result<bool> checkFrame(const ObjectReader& reader)
{
    if (reader.find("format") == nullptr || *reader.find("format") != kFormat)
        return fail(ErrorCode::InputFormat, "pack.wrong-format", {kFormat});
    TD_TRY(const int version, reader.integer("format_version", 1, 1'000'000));
    if (version > kVersion)
        return fail(ErrorCode::InputFormat, "pack.too-new", {"format_version", std::to_string(version), std::to_string(kVersion)});
    return true;
}

}

std::string packKey(std::string_view section, const json& entry)
{
    if (!entry.is_object())
        return {};
    if (section == "requirements")
        return textIn(entry, "honour") + "|" + textIn(entry, "kind") + "|" + sortedTexts(entry, "grounds") + "|" + textIn(entry, "from");
    if (section == "votes")
        return textIn(entry, "param") + "|" + textIn(entry, "kind");
    if (section == "authorities")
        return sortedTexts(entry, "honours");
    if (section == "dossiers")
        return sortedTexts(entry, "honours") + "|" + sortedTexts(entry, "items", "id");
    if (section == "bonuses")
        return textIn(entry, "honour") + "|" + textIn(entry, "recipient");
    if (section == "base_salary")
        return textIn(entry, "from");
    return textIn(entry, "id");
}

std::string packChecksum(const json& rules)
{
    return sha256Hex(rules.dump());
}

Result<PackFile> readPackFile(std::string_view text)
{
    TD_TRY(const json parsed, jsonFromText(text));
    if (!parsed.is_object() || !parsed.contains("format"))
        return fail(ErrorCode::InputFormat, "pack.wrong-format", {kFormat});
    TD_TRY(const ObjectReader reader, ObjectReader::of(parsed, "", {"format", "format_version", "title", "author", "reason", "made_on", "extends", "sha256", "rules"}));
    TD_CHECK(checkFrame(reader));
    PackFile file;
    TD_TRY(file.title, statement(reader, "title"));
    TD_TRY(file.author, statement(reader, "author"));
    TD_TRY(file.reason, statement(reader, "reason"));
    TD_TRY(file.madeOn, reader.date("made_on"));
    if (reader.find("extends") != nullptr) {
        TD_TRY(const std::string base, reader.text("extends"));
        if (base != "shipped")
            return fail(ErrorCode::InputFormat, "case.bad-code", {"extends", shortened(base), "shipped"});
        file.extendsShipped = true;
    }
    TD_TRY(const json* rules, reader.required("rules"));
    if (!rules->is_object())
        return fail(ErrorCode::InputFormat, "case.not-object", {"rules"});
    file.rules = *rules;
    file.sha256 = packChecksum(file.rules);
    TD_TRY(const std::string stated, reader.text("sha256"));
    if (stated != file.sha256)
        return fail(ErrorCode::InputFormat, "pack.changed", {"sha256", shortened(stated), file.sha256});
    return file;
}

std::string writePackFile(const PackFile& file)
{
    // Written by hand at the top so that a person opening the file reads who and why first.
    nlohmann::ordered_json out;
    out["format"] = kFormat;
    out["format_version"] = kVersion;
    out["title"] = file.title;
    out["author"] = file.author;
    out["reason"] = file.reason;
    out["made_on"] = file.madeOn.iso();
    if (file.extendsShipped)
        out["extends"] = "shipped";
    out["sha256"] = packChecksum(file.rules);
    out["rules"] = nlohmann::ordered_json::parse(file.rules.dump());
    return out.dump(2) + "\n";
}

json appliedPack(const json& base, const PackFile& file)
{
    if (!file.extendsShipped)
        return file.rules;
    json pack = base;
    for (const auto& section : file.rules.items()) {
        auto& entries = pack[section.key()];
        if (!entries.is_array() || !section.value().is_array()) {
            entries = section.value();
            continue;
        }
        for (const auto& entry : section.value()) {
            const auto key = packKey(section.key(), entry);
            const auto same = std::find_if(entries.begin(), entries.end(),
                                           [&](const json& other) { return !key.empty() && packKey(section.key(), other) == key; });
            if (same == entries.end())
                entries.push_back(entry);
            else
                *same = entry;
        }
    }
    return pack;
}

std::vector<PackProblem> packFileProblems(const json& base, const PackFile& file)
{
    std::vector<PackProblem> problems;
    for (const auto& section : file.rules.items()) {
        std::set<std::string> seen;
        if (section.value().is_array())
            for (const auto& entry : section.value())
                if (const auto key = packKey(section.key(), entry); !key.empty() && !seen.insert(key).second)
                    problems.push_back({"rules.id-twice", {section.key(), key}});
    }
    const auto more = checkPack(appliedPack(base, file));
    problems.insert(problems.end(), more.begin(), more.end());
    return problems;
}

Result<Catalogue> applied(const json& base, const PackFile& file)
{
    const auto problems = packFileProblems(base, file);
    if (!problems.empty())
        return fail(ErrorCode::InputFormat, problems.front().key, problems.front().args);
    return Catalogue::fromPack(appliedPack(base, file));
}

Result<PackReport> inspectPack(const Catalogue& shipped, std::string_view text)
{
    TD_TRY(const json parsed, jsonFromText(text));
    if (!parsed.is_object())
        return fail(ErrorCode::InputFormat, "rules.not-a-pack", {""});
    PackReport report;
    PackFile file{{}, {}, {}, kFirstRuleDay, false, parsed, {}};
    if (parsed.contains("format")) {
        const auto read = readPackFile(text);
        if (!read && read.error().key == "pack.wrong-format")
            return tl::unexpected<Error>(read.error());
        // Whoever is writing the pack learns of its rules too, not of its frame alone.
        if (!read)
            report.problems.push_back({read.error().key, read.error().args});
        file.extendsShipped = textIn(parsed, "extends") == "shipped";
        file.rules = parsed.value("rules", json());
    }
    if (!file.rules.is_object())
        return report;
    const json& base = shipped.model().pack();
    const auto more = packFileProblems(base, file);
    report.problems.insert(report.problems.end(), more.begin(), more.end());
    if (!report.problems.empty())
        return report;
    const auto catalogue = applied(base, file);
    if (!catalogue)
        report.problems.push_back({catalogue.error().key, {"pack", catalogue.error().detail}});
    else {
        report.rules = catalogue->model().rules.size();
        report.hash = catalogue->hash();
    }
    return report;
}

}
