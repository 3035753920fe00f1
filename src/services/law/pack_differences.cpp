// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/pack_differences.h"

#include "rules/model.h"
#include "rules/pack_file.h"
#include "rules/wording.h"
#include "services/law/regulation_words.h"
#include "text/messages.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

namespace thidua::services {
namespace {

using nlohmann::json;
using Entries = std::map<std::string, const json*>;

/// Told entry by entry, in this order; what is not listed here is only counted.
constexpr std::array<std::string_view, 5> kNamed = {"regimes", "honours", "requirements", "rules", "params"};

Entries entriesOf(const json& pack, const std::string& section)
{
    Entries entries;
    const auto found = pack.find(section);
    if (found == pack.end())
        return entries;
    if (!found->is_array()) {
        entries.emplace(section, &*found);
        return entries;
    }
    for (const auto& entry : *found)
        entries.emplace(rules::packKey(section, entry), &entry);
    return entries;
}

std::string viOf(const json& entry, const char* key)
{
    const auto found = entry.find(key);
    return found != entry.end() && found->is_object() ? found->value("vi", std::string()) : std::string();
}

std::string sectionName(const std::string& section)
{
    const auto key = "pack.section." + section;
    return text::message(text::hasMessage(key) ? key : "pack.section.other");
}

std::string entryName(const rules::Model& model, const std::string& section, const std::string& key, const json& entry)
{
    std::string name = key;
    if (section == "requirements")
        name = rules::honourText(model, entry.value("honour", std::string())).vi;
    else if (const auto vi = viOf(entry, section == "rules" ? "label" : "name"); !vi.empty())
        name = vi;
    else if (section == "regimes")
        if (const auto from = Date::fromIso(entry.value("from", std::string())))
            name = from->vn();
    return sectionName(section) + " “" + name + "”";
}

class Comparison {
public:
    Comparison(const rules::Model& before, const rules::Model& after)
        : m_before(before), m_after(after), m_packBefore(before.pack()), m_packAfter(after.pack())
    {
    }

    std::vector<std::string> lines()
    {
        std::set<std::string> others;
        for (const auto* pack : {&m_packBefore, &m_packAfter})
            for (const auto& section : pack->items())
                others.insert(section.key());
        for (const auto section : kNamed) {
            name(std::string(section));
            others.erase(std::string(section));
        }
        for (const char* key : {"topic", "version"})
            others.erase(key);
        for (const auto& section : others)
            count(section);
        return std::move(m_lines);
    }

private:
    void name(const std::string& section)
    {
        const auto before = entriesOf(m_packBefore, section);
        const auto after = entriesOf(m_packAfter, section);
        for (const auto& [key, entry] : after) {
            const auto old = before.find(key);
            if (old == before.end())
                say("pack.change-added", entryName(m_after, section, key, *entry));
            else if (*old->second != *entry && !(section == "params" && values(key)))
                say("pack.change-edited", entryName(m_after, section, key, *entry));
        }
        for (const auto& [key, entry] : before)
            if (!after.contains(key))
                say("pack.change-removed", entryName(m_before, section, key, *entry));
    }

    /// The days on which a parameter says something else; false when only its frame differs.
    bool values(const std::string& id)
    {
        const auto& now = m_before.params.at(id);
        const auto& then = m_after.params.at(id);
        bool any = false;
        for (const auto& value : then.layers.front()) {
            const auto* old = now.on(value.span.from);
            if (old != nullptr && old->value == value.value)
                continue;
            const auto name = then.name.empty() ? id : then.name.vi;
            m_lines.push_back(text::message("pack.change-value", {name, value.span.from.vn(), valueWords(m_after, then.unit, value.value),
                                                                   old == nullptr ? text::message("regulation.none") : valueWords(m_before, now.unit, old->value)}));
            any = true;
        }
        return any;
    }

    void count(const std::string& section)
    {
        const auto before = entriesOf(m_packBefore, section);
        const auto after = entriesOf(m_packAfter, section);
        auto differing = std::ranges::count_if(after, [&](const auto& item) {
            const auto old = before.find(item.first);
            return old == before.end() || *old->second != *item.second;
        });
        differing += std::ranges::count_if(before, [&](const auto& item) { return !after.contains(item.first); });
        if (differing > 0)
            m_lines.push_back(text::message("pack.change-entries", {sectionName(section), std::to_string(differing)}));
    }

    void say(const char* key, const std::string& what) { m_lines.push_back(text::message(key, {what})); }

    const rules::Model& m_before;
    const rules::Model& m_after;
    const json m_packBefore, m_packAfter;
    std::vector<std::string> m_lines;
};

}

std::vector<std::string> packDifferences(const rules::Catalogue& before, const rules::Catalogue& after)
{
    auto lines = Comparison(before.model(), after.model()).lines();
    // Versions of one requirement, or of one label, say the same sentence.
    std::vector<std::string> once;
    for (auto& line : lines)
        if (std::ranges::find(once, line) == once.end())
            once.push_back(std::move(line));
    return once;
}

}
