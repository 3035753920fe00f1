// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/freeze.h"

#include "base/text_util.h"
#include "storage/hash.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

namespace thidua::storage {
namespace {

using Kind = FreezeRule::Kind;

constexpr std::string_view kIssued = "row.state <> 'draft'";
// A decision from outside is a record of ours, which may be put right; the school's own is a paper.
constexpr std::string_view kOwnIssued = "row.state <> 'draft' AND row.kind NOT IN ('external_award', 'external_initiatives')";
// An answer that is taken back gives the line back first; only then may the nomination wait again.
constexpr std::string_view kAnswerTakenBack =
    "NOT EXISTS (SELECT 1 FROM submission_line l WHERE l.nomination_id = OLD.id AND l.outcome = 'conferred')";

// A number that was given to a campaign's own paper freezes what the paper says; how the campaign goes on stays open.
constexpr std::string_view kNumbered = "row.number IS NOT NULL";
// A paper about another one can be taken back until a third one speaks of it.
constexpr std::string_view kNothingRestsOnIt = "NOT EXISTS (SELECT 1 FROM correction c WHERE c.paper = 'correction' AND c.row_id = OLD.id)";

FreezeRule child(std::string_view table, std::string_view parent, std::string_view column, std::vector<std::string_view> free = {})
{
    return {table, Kind::Parent, {}, parent, column, std::move(free)};
}

FreezeRule never(std::string_view table)
{
    return {table, Kind::Never};
}

bool exists(SQLite::Database& database, std::string_view table)
{
    SQLite::Statement found(database, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    found.bind(1, std::string(table));
    return found.executeStep();
}

const FreezeRule* ruleOf(std::string_view table)
{
    const auto found = std::ranges::find(freezeRules(), table, &FreezeRule::table);
    return found == freezeRules().end() ? nullptr : &*found;
}

std::string replaced(std::string_view text, const std::string& row)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const bool own = text.compare(at, 4, "row.") == 0;
        out += own ? row + "." : std::string(1, text[at]);
        at += own ? 4 : 1;
    }
    return out;
}

/// SQL that holds when an update leaves alone what it must.
std::string harmless(SQLite::Database& database, const FreezeRule& rule)
{
    std::vector<std::string> parts;
    SQLite::Statement columns(database, "SELECT name FROM pragma_table_info(?)");
    columns.bind(1, std::string(rule.table));
    while (columns.executeStep()) {
        const std::string column = columns.getColumn(0).getString();
        if (column == "row_version" || std::ranges::find(rule.free, std::string_view(column)) != rule.free.end())
            continue;
        std::string same = "NEW." + column + " IS OLD." + column;
        if (column == "state")
            for (const auto& [from, to] : rule.moves)
                same += " OR (OLD.state = '" + std::string(from) + "' AND NEW.state = '" + std::string(to) + "'"
                      + (rule.moveWhen.empty() ? "" : " AND " + std::string(rule.moveWhen)) + ")";
        parts.push_back("(" + same + ")");
    }
    return join(parts, " AND ");
}

std::string trigger(const FreezeRule& rule, const char* event, const std::string& when)
{
    const std::string table(rule.table);
    return "CREATE TRIGGER freeze_" + table + "_" + event + " BEFORE " + event + " ON " + table + " WHEN " + when
         + " BEGIN SELECT RAISE(ABORT, 'frozen'); END";
}

std::vector<std::string> triggersOf(SQLite::Database& database, const FreezeRule& rule)
{
    if (rule.kind == Kind::Never)
        return {};
    const auto before = frozenCondition(rule.table, "OLD");
    const auto after = frozenCondition(rule.table, "NEW");
    std::vector<std::string> made{trigger(rule, "DELETE", rule.goesWhen.empty() ? before : before + " AND NOT (" + std::string(rule.goesWhen) + ")")};
    // A child can neither be changed under a frozen parent nor be moved below one.
    const auto touched = rule.kind == Kind::Parent ? "(" + before + " OR " + after + ")" : before;
    made.push_back(trigger(rule, "UPDATE", touched + " AND NOT (" + harmless(database, rule) + ")"));
    if (rule.kind == Kind::Parent)
        made.push_back(trigger(rule, "INSERT", after));
    return made;
}

std::vector<std::string> allTriggers(SQLite::Database& database)
{
    std::vector<std::string> made;
    for (const auto& rule : freezeRules())
        if (exists(database, rule.table) && (rule.parent.empty() || exists(database, rule.parent)))
            for (auto& sql : triggersOf(database, rule))
                made.push_back(std::move(sql));
    return made;
}

std::string joined(const std::vector<std::string_view>& parts)
{
    return join(std::vector<std::string>(parts.begin(), parts.end()), ",");
}

/// Its name carries the hash of the declarations, so that one look at the schema tells whether the triggers are up to date. (The
/// columns change with a migration alone, and every migration makes the triggers anew.)
std::string markName()
{
    std::string bytes = "1";
    for (const auto& rule : freezeRules()) {
        bytes += "\n" + std::string(rule.table) + std::to_string(static_cast<int>(rule.kind)) + frozenCondition(rule.table, "OLD") + joined(rule.free)
               + std::string(rule.moveWhen) + std::string(rule.goesWhen);
        for (const auto& [from, to] : rule.moves)
            bytes += std::string(from) + ">" + std::string(to);
    }
    return "freeze_mark_" + sha256(bytes).substr(0, 16);
}

/// Those of the first three versions' migrations, which name each of them: they go when this program makes its own.
bool writtenByHand(const std::string& name)
{
    return name.ends_with("_frozen") || name.ends_with("_kept") || name.ends_with("_none_added");
}

void drop(SQLite::Database& database, bool (*wanted)(const std::string&))
{
    std::vector<std::string> names;
    SQLite::Statement triggers(database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
    while (triggers.executeStep())
        if (const std::string name = triggers.getColumn(0).getString(); wanted(name))
            names.push_back(name);
    triggers.reset();
    for (const auto& name : names)
        database.exec("DROP TRIGGER " + name);
}

}

const std::vector<FreezeRule>& freezeRules()
{
    static const std::vector<FreezeRule> rules = {
        {"change_op", Kind::AppendOnly}, {"change_row", Kind::AppendOnly}, {"record_conversion", Kind::AppendOnly}, {"upgraded_row", Kind::AppendOnly}, {"judgement", Kind::AppendOnly}, {"paper_content", Kind::AppendOnly}, {"attachment_content", Kind::AppendOnly},
        {"rule_pack", Kind::AppendOnly}, {"file_meta", Kind::AppendOnly, {}, {}, {}, {"app_version"}},
        never("schema_migration"), never("school"), never("school_year"), never("person"), never("collective"), never("staff_assignment"), never("school_class"), never("enrolment"),
        never("legal_text"), never("observance"),
        {"campaign", Kind::Own, kNumbered, {}, {}, {"state", "launched_on", "reviewed_on", "closed_on", "review_note", "close_note", "answers_id", "received_id"}},
        child("campaign_item", "campaign", "campaign_id"), child("campaign_observance", "campaign", "campaign_id"),
        never("campaign_report"), never("activity_kind"), never("activity"), never("named_group"), never("named_group_member"),
        never("contest"), never("contest_prize"), never("contest_judge"), never("contest_entry"), never("contest_author"), never("contest_mark"), never("contest_result"),
        {"plan", Kind::Own, kIssued, {}, {}, {}, {{"issued", "replaced"}, {"issued", "revoked"}, {"revoked", "issued"}}},
        child("plan_section", "plan", "plan_id"), child("plan_basis", "plan", "plan_id"), child("plan_recipient", "plan", "plan_id"),
        // What a target asks is part of the issued plan; what has been reached, and how it is counted, goes on being recorded.
        child("target", "plan", "plan_id", {"source", "metric", "actual", "actual_on", "note", "group_id", "campaign_id", "legal_text_id", "source_value"}),
        // What a task asks is part of the issued plan; how far it is, who received the plan and what is asked about it goes on.
        child("plan_task", "plan", "plan_id", {"state", "done_on", "note"}), never("plan_receipt"), never("plan_difficulty"),
        never("registration"), never("registration_honour"),
        {"registration_list", Kind::Always}, child("registration_list_line", "registration_list", "list_id"),
        never("initiative"), never("initiative_author"), never("year_record"), never("discipline_case"), never("absence"),
        never("rule_pack_use"), never("regulation"), never("honour_record"), never("stated_fact"),
        {"nomination", Kind::Own, "row.state = 'conferred'", {}, {}, {}, {{"conferred", "submitted"}, {"conferred", "revoked"}}, kAnswerTakenBack},
        child("attachment", "nomination", "nomination_id"), child("dossier_receipt", "nomination", "nomination_id"),
        child("opinion", "nomination", "nomination_id"), child("achievement_report", "nomination", "nomination_id"),
        {"council", Kind::Own, kIssued, {}, {}, {}, {{"established", "revoked"}, {"revoked", "established"}}}, child("council_member", "council", "council_id"),
        {"meeting", Kind::Own, kIssued}, child("attendance", "meeting", "meeting_id"), child("tally", "meeting", "meeting_id"),
        child("teller", "meeting", "meeting_id"), child("recusal", "meeting", "meeting_id"),
        child("ballot_round", "meeting", "meeting_id"), child("ballot_voter", "ballot_round", "ballot_round_id"), child("earlier_tally", "meeting", "meeting_id"),
        never("posting"), never("objection"), never("list_change"),
        child("initiative_mark", "meeting", "meeting_id"), never("initiative_referral"), never("council_charge"), never("council_note"),
        {"letter", Kind::Own, kIssued, {}, {}, {}, {{"issued", "revoked"}, {"revoked", "issued"}}},
        {"decision", Kind::Own, kOwnIssued, {}, {}, {}, {{"issued", "revoked"}, {"revoked", "issued"}, {"issued", "replaced"}}}, child("decision_line", "decision", "decision_id"),
        {"submission", Kind::Own, kIssued, {}, {}, {}, {{"issued", "answered"}, {"answered", "issued"}, {"issued", "revoked"}, {"revoked", "issued"}, {"issued", "replaced"}}},
        child("submission_line", "submission", "submission_id", {"outcome", "outcome_reason", "decision_id"}),
        {"correction", Kind::Own, "row.number IS NOT NULL", {}, {}, {}, {}, {}, kNothingRestsOnIt},
    };
    return rules;
}

std::string frozenCondition(std::string_view table, const std::string& row)
{
    const auto* rule = ruleOf(table);
    if (rule == nullptr || rule->kind == Kind::Never)
        return "0";
    if (rule->kind == Kind::AppendOnly)
        return "1";
    // A list gets its lines in the operation that hands it in; with that operation's record it is closed.
    if (rule->kind == Kind::Always)
        return "EXISTS (SELECT 1 FROM change_row c WHERE c.entity = '" + std::string(table) + "' AND c.row_id = " + row + ".id)";
    if (rule->kind == Kind::Own)
        return "(" + replaced(rule->frozenWhen, row) + ")";
    const std::string alias = "p_" + std::string(rule->parent);
    return "EXISTS (SELECT 1 FROM " + std::string(rule->parent) + " " + alias + " WHERE " + alias + ".id = " + row + "." + std::string(rule->column)
         + " AND " + frozenCondition(rule->parent, alias) + ")";
}

bool goesWhenFrozen(const std::string& trigger)
{
    return trigger.starts_with("freeze_") || writtenByHand(trigger);
}

void thaw(SQLite::Database& database)
{
    drop(database, [](const std::string& name) { return name.starts_with("freeze_"); });
}

void freeze(SQLite::Database& database)
{
    thaw(database);
    drop(database, writtenByHand);
    const auto triggers = allTriggers(database);
    for (const auto& sql : triggers)
        database.exec(sql);
    if (exists(database, "file_meta"))
        database.exec("CREATE TRIGGER " + markName() + " BEFORE INSERT ON file_meta WHEN (SELECT count(*) FROM file_meta) > 0 "
                  "BEGIN SELECT RAISE(ABORT, 'frozen'); END");
}

bool isFrozenAsDeclared(SQLite::Database& database)
{
    SQLite::Statement found(database, "SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND name = ?");
    found.bind(1, markName());
    return found.executeStep();
}

}
