// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/regulation_draft.h"

#include "services/core/internal.h"
#include "services/law/regulation_words.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace thidua::services {

using namespace domain;
using nlohmann::json;

namespace {

/// A draft stands among the kept entries under an id that no row has.
constexpr RowId kDraftId{0};

bool overlap(const Regulation& a, const Regulation& b)
{
    return (!a.to || b.from <= *a.to) && (!b.to || a.from <= *b.to);
}

/// Whether two conditions of one kind say something different of the same case: same honour, same form of discipline …
bool sameCase(const json& a, const json& b)
{
    if (!a.is_object() || !b.is_object())
        return true;
    for (const auto& [key, value] : a.items())
        if (key != "honours" && !value.is_number() && b.contains(key) && b[key] != value)
            return false;
    const auto honours = a.value("honours", json::array());
    const auto others = b.value("honours", json::array());
    return std::ranges::any_of(honours, [&](const json& honour) { return std::find(others.begin(), others.end(), honour) != others.end(); });
}

bool clashes(const Regulation& a, const Regulation& b)
{
    if (a.kind != b.kind || a.target != b.target)
        return false;
    if (a.kind == RegulationKind::Confirmation)
        return true;
    if (a.layer != b.layer || !overlap(a, b))
        return false;
    return a.kind == RegulationKind::Value || sameCase(json::parse(a.value, nullptr, false), json::parse(b.value, nullptr, false));
}

std::vector<FieldIssue> ownIssues(const Regulation& entry)
{
    std::vector<FieldIssue> issues;
    require(issues, entry.target, "target", "regulation.target-missing");
    require(issues, entry.cite, "cite", "regulation.cite-missing");
    require(issues, entry.reason, "reason", "regulation.reason-missing");
    if (entry.to && *entry.to < entry.from)
        issues.push_back({"to", "regulation.ends-before-start", {entry.to->vn(), entry.from.vn()}});
    if (entry.from < rules::kFirstRuleDay && entry.kind != RegulationKind::Confirmation)
        issues.push_back({"from", "regulation.before-first-rules", {entry.from.vn(), rules::kFirstRuleDay.vn()}});
    if (entry.kind != RegulationKind::Confirmation && json::parse(entry.value, nullptr, false).is_discarded())
        issues.push_back({"value", "regulation.value-missing", {}});
    if (entry.kind == RegulationKind::Condition) {
        const json value = json::parse(entry.value, nullptr, false);
        if (!value.is_object() || value.value("honours", json::array()).empty())
            issues.push_back({"value", "regulation.honours-missing", {}});
    }
    return issues;
}

Stored<Regulation> asRow(const RegulationDraft& draft)
{
    // The engine asks for a source; the form's own field says that it is missing.
    Stored<Regulation> row{draft.replaces.value_or(kDraftId), 1, draft.data};
    if (row.data.cite.empty())
        row.data.cite = "…";
    return row;
}

}

RegulationRows withDraft(storage::Reader& reader, const std::optional<Regulation>& draft, std::optional<RowId> replaces)
{
    auto rows = repo::regulations(reader);
    std::erase_if(rows, [&](const auto& row) { return row.id == replaces; });
    if (draft)
        rows.push_back(asRow({tidied(*draft), replaces}));
    return rows;
}

Regulation tidied(Regulation entry)
{
    for (auto* text : {&entry.target, &entry.cite, &entry.reason})
        tidy(*text);
    if (entry.kind == RegulationKind::Confirmation) {
        entry.value = "null";
        entry.to.reset();
        return entry;
    }
    if (const json value = json::parse(entry.value, nullptr, false); !value.is_discarded())
        entry.value = value.dump();
    return entry;
}

Result<std::vector<FieldIssue>> issuesOf(storage::Reader& reader, const RegulationDraft& draft)
{
    auto issues = ownIssues(draft.data);
    if (std::ranges::any_of(issues, [](const auto& issue) { return issue.field == "value" || issue.field == "to" || issue.field == "target"; }))
        return issues;
    const auto before = withDraft(reader, std::nullopt, draft.replaces);
    for (const auto& row : before)
        if (clashes(row.data, draft.data))
            issues.push_back({draft.data.kind == RegulationKind::Confirmation ? "target" : "from", "regulation.overlap",
                              {row.data.cite, row.data.from.vn()}});
    if (!issues.empty() && issues.back().key == "regulation.overlap")
        return issues;
    TD_TRY(const auto without, effectiveRules(reader, before));
    TD_TRY(const auto with, effectiveRules(reader, withDraft(reader, draft.data, draft.replaces)));
    const auto row = asRow(draft);
    if (const auto* refused = with.problemOf(row.id))
        issues.push_back({draft.data.kind == RegulationKind::Confirmation ? "target" : "value", refused->key, refused->args});
    for (const auto& other : before)
        if (with.problemOf(other.id) != nullptr && without.problemOf(other.id) == nullptr)
            issues.push_back({"value", "regulation.breaks-other", {other.data.cite, valueWords(with.catalogue.model(), other.data)}});
    return issues;
}

}
