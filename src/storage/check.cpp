// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/check.h"

#include "base/vietnamese.h"
#include "domain/all_entities.h"
#include "storage/change_log.h"
#include "storage/check_part.h"
#include "storage/hash.h"
#include "storage/message_word.h"
#include "storage/packed_text.h"
#include "storage/repo/dossier_repo.h"
#include "storage/repo/judgement_repo.h"
#include "storage/repo/paper_repo.h"
#include "storage/row_check.h"
#include "storage/schema_check.h"
#include "storage/table_map.h"
#include "storage/upgraded_row.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace thidua::storage {
namespace {

/// A statement that finds no row in a sound file; each row it finds is a problem with the row's columns as arguments.
struct Invariant {
    std::string_view key;
    std::string_view sql;
};

constexpr Invariant kInvariants[] = {
    {"check.no-school", "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM school)"},
    {"check.head-missing", "SELECT s.name FROM school s WHERE s.head_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = s.head_id)"},
    {"check.issued-without-number",
     "SELECT title FROM plan WHERE state <> 'draft' AND (number IS NULL OR issued_on IS NULL) "
     "UNION ALL SELECT title FROM decision WHERE state <> 'draft' AND kind NOT IN ('external_award', 'external_initiatives') "
     "AND (number IS NULL OR issued_on IS NULL) "
     "UNION ALL SELECT title FROM letter WHERE state <> 'draft' AND (number IS NULL OR issued_on IS NULL) "
     "UNION ALL SELECT title FROM submission WHERE state <> 'draft' AND (number IS NULL OR issued_on IS NULL) "
     "UNION ALL SELECT name FROM campaign WHERE number IS NOT NULL AND (issued_on IS NULL OR state = 'draft')"},
    {"check.number-twice",
     "SELECT number || suffix || '/' || symbol, year FROM issued_number GROUP BY symbol, year, number, suffix HAVING count(*) > 1"},
    {"check.conferred-without-decision",
     "SELECT n.name FROM nomination n WHERE n.state = 'conferred' AND NOT EXISTS (SELECT 1 FROM decision_line l WHERE l.nomination_id = n.id)"},
    {"check.award-without-history",
     "SELECT l.name FROM decision_line l JOIN decision d ON d.id = l.decision_id WHERE l.honour <> '' AND d.state = 'issued' "
     "AND NOT EXISTS (SELECT 1 FROM honour_record h WHERE h.decision_id = d.id AND h.honour = l.honour "
     "AND coalesce((SELECT merged_into FROM person WHERE id = h.person_id), h.person_id) "
     "IS coalesce((SELECT merged_into FROM person WHERE id = l.person_id), l.person_id) AND h.collective_id IS l.collective_id)"},
    {"check.merged-twice", "SELECT p.full_name FROM person p JOIN person into_one ON into_one.id = p.merged_into WHERE into_one.merged_into IS NOT NULL"},
    {"check.council-without-decision", "SELECT name FROM council WHERE state = 'established' AND decision_id IS NULL"},
    {"check.tally-more-than-members",
     "SELECT coalesce(n.name, i.title) FROM tally t LEFT JOIN nomination n ON n.id = t.nomination_id "
     "LEFT JOIN initiative i ON i.id = t.initiative_id JOIN meeting m ON m.id = t.meeting_id "
     "WHERE t.issued > (SELECT count(*) FROM council_member c WHERE c.council_id = m.council_id)"},
    {"check.tally-undecided",
     "SELECT coalesce(n.name, i.title) FROM tally t LEFT JOIN nomination n ON n.id = t.nomination_id "
     "LEFT JOIN initiative i ON i.id = t.initiative_id JOIN meeting m ON m.id = t.meeting_id "
     "WHERE m.state = 'closed' AND t.passed IS NULL"},
    {"check.tally-kinds",
     "SELECT coalesce(n.name, i.title) FROM tally t LEFT JOIN nomination n ON n.id = t.nomination_id "
     "LEFT JOIN initiative i ON i.id = t.initiative_id WHERE t.against IS NOT NULL AND t.in_favour + t.against + coalesce(t.other, 0) <> t.valid"},
    {"check.round-voters",
     "SELECT m.title FROM ballot_round r JOIN meeting m ON m.id = r.meeting_id WHERE r.state = 'closed' AND EXISTS (SELECT 1 FROM tally t "
     "WHERE t.ballot_round_id = r.id AND t.collected > (SELECT count(*) FROM ballot_voter v WHERE v.ballot_round_id = r.id))"},
    {"check.round-open",
     "SELECT m.title FROM ballot_round r JOIN meeting m ON m.id = r.meeting_id WHERE m.state = 'closed' AND r.state = 'open'"},
    {"check.attachment-content",
     "SELECT a.name FROM attachment a JOIN attachment_content c ON c.id = a.content_id WHERE a.hash <> c.hash OR a.size <> length(c.content)"},
    {"check.lowered-from",
     "SELECT n.name FROM nomination n JOIN nomination o ON o.id = n.lowered_from_id WHERE o.honour = n.honour OR o.school_year_id <> n.school_year_id "
     "UNION ALL SELECT name FROM nomination o WHERE state = 'lowered' AND NOT EXISTS (SELECT 1 FROM nomination n WHERE n.lowered_from_id = o.id)"},
    {"check.verdict-without-pack",
     "SELECT n.name FROM nomination n JOIN judgement j ON j.id = n.judgement_id "
     "WHERE NOT EXISTS (SELECT 1 FROM rule_pack r WHERE r.hash = j.pack_hash)"},
    // The newest conversion hashed everything before it anew, what earlier ones had left included.
    {"check.chain",
     "SELECT operations FROM record_conversion WHERE id = (SELECT max(id) FROM record_conversion) "
     "AND NOT EXISTS (SELECT 1 FROM change_op WHERE hash = new_head)"},
    // Entries and their rows are numbered one after the other and none ever goes; the chain hashes what they say, not their numbers.
    {"check.chain", "SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM change_op) WHERE id <> place ORDER BY id LIMIT 1"},
    {"check.chain",
     "SELECT op_id FROM (SELECT op_id, id, seq, row_number() OVER (ORDER BY op_id, seq) AS place, "
     "row_number() OVER (PARTITION BY op_id ORDER BY seq) AS step FROM change_row) WHERE id <> place OR seq <> step - 1 ORDER BY op_id LIMIT 1"},
    // What SQLite names by itself it finds by these names, in letters of either case; the sentences of the schema leave it out.
    {"check.integrity",
     "SELECT name FROM sqlite_schema WHERE (type = 'index' AND sql IS NULL AND name NOT GLOB 'sqlite_autoindex_' || tbl_name || '_[0-9]*') "
     "OR (type = 'table' AND tbl_name <> name)"},
    {"check.registration-empty",
     "SELECT r.number FROM registration r WHERE r.state = 'active' "
     "AND NOT EXISTS (SELECT 1 FROM registration_honour h WHERE h.registration_id = r.id)"},
    {"check.initiative-shares",
     "SELECT i.title FROM initiative i WHERE (SELECT sum(a.share) FROM initiative_author a WHERE a.initiative_id = i.id) > 100"},
    {"check.year-dates", "SELECT start_year FROM school_year WHERE NOT (first_day < term2_start AND term2_start < last_day)"},
};

/// For sentences: UTF-8, whatever the file holds.
std::string asText(const Value& value)
{
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return std::to_string(*integer);
    const auto* text = std::get_if<std::string>(&value);
    return text ? normalised(*text) : std::string();
}

std::string storedText(const Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : std::string();
}

void checkNames(Reader& reader, std::vector<FileProblem>& problems)
{
    reader.each("SELECT full_name, name_sort, name_fold FROM person", {}, [&problems](const Values& row) {
        const auto name = storedText(row[0]);
        const auto parsed = PersonName::parse(name);
        // Written by a program that did not put look-alike letters right yet: sound, with the keys of its time.
        if (isNfc(name) && normalised(name) != name)
            return;
        if (!isNfc(name) || !parsed || domain::storedSortKey(*parsed) != storedText(row[1]) || fold(name) != storedText(row[2]))
            problems.push_back({"check.name-keys", {normalised(name)}});
    });
}

/// Codes are guarded by the program's code tables alone, so every row is read once.
template <class T>
void checkRows(Reader& reader, std::string_view table, std::vector<FileProblem>& problems)
{
    if constexpr (std::is_same_v<T, domain::AttachmentContent>)
        return; // never held whole: checkAttachments
    try {
        reader.all<T>();
    } catch (const BadColumn& exception) {
        problems.push_back({"check.unreadable", {messageWord("entity." + std::string(table)), normalised(exception.what())}});
    }
}

void checkJudgements(Reader& reader, std::vector<FileProblem>& problems)
{
    std::vector<domain::JudgementId> ids;
    reader.each("SELECT id FROM judgement ORDER BY id", {}, [&ids](const Values& row) { ids.emplace_back(integerOf(row[0])); });
    const auto whole = [&reader](domain::JudgementId id) {
        try {
            return repo::isWhole(reader, id);
        } catch (const std::exception&) {
            return false; // A base that was altered: what rests on it is lost too.
        }
    };
    for (const auto id : ids)
        if (!whole(id))
            problems.push_back({"check.judgement-altered", {std::to_string(id.value())}});
}

void checkPapers(Reader& reader, std::vector<FileProblem>& problems)
{
    reader.each("SELECT paper, row_id FROM paper_content ORDER BY id", {}, [&](const Values& row) {
        try {
            repo::keptPaper(reader, storedText(row[0]), integerOf(row[1]));
        } catch (const std::exception&) {
            problems.push_back({"check.paper-altered", {asText(row[0]), asText(row[1])}});
        }
    });
}

void checkAttachments(Reader& reader, std::vector<FileProblem>& problems)
{
    for (const auto id : repo::contentsOfOtherHash(reader)) {
        std::string name;
        reader.each("SELECT name FROM attachment WHERE content_id = ? LIMIT 1", {id.value()}, [&name](const Values& row) { name = asText(row[0]); });
        problems.push_back({"check.attachment-altered", {name, std::to_string(id.value())}});
    }
}

void checkPages(Reader& reader, std::vector<FileProblem>& problems)
{
    reader.each("PRAGMA integrity_check", {}, [&problems](const Values& row) {
        throwMachinesFault(asText(row[0]));
        if (asText(row[0]) != "ok")
            problems.push_back({"check.integrity", {asText(row[0])}});
    });
    reader.each("SELECT \"table\", rowid FROM pragma_foreign_key_check", {}, [&problems](const Values& row) {
        problems.push_back({"check.foreign-key", {messageWord("entity." + asText(row[0])), asText(row[1])}});
    });
}

/// A number is never given twice, so each table knows the highest that it ever gave: no lower than what it holds.
void checkNumbers(Reader& reader, std::vector<FileProblem>& problems)
{
    std::vector<std::string> tables;
    reader.each("SELECT replace(name, '\"', '\"\"') FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%' ORDER BY name", {},
                [&tables](const Values& row) { tables.push_back(storedText(row[0])); });
    for (const auto& table : tables) {
        SQLite::Statement numbers(reader.database(), "SELECT coalesce(max(rowid), 0), coalesce((SELECT max(seq) FROM sqlite_sequence WHERE name = ?), 0) FROM \"" + table + '"');
        numbers.bind(1, table);
        if (!numbers.executeStep())
            continue;
        if (const auto held = numbers.getColumn(0).getInt64(), given = numbers.getColumn(1).getInt64(); held > given)
            problems.push_back({"check.numbers-lost", {messageWord("entity." + table), std::to_string(held), std::to_string(given)}});
    }
}

void checkInvariant(Reader& reader, const Invariant& invariant, std::vector<FileProblem>& problems)
{
    reader.each(invariant.sql, {}, [&](const Values& row) {
        std::vector<std::string> args;
        for (const auto& value : row)
            args.push_back(asText(value));
        problems.push_back({std::string(invariant.key), std::move(args)});
    });
}

void checkRecord(Reader& reader, std::vector<FileProblem>& problems)
{
    if (const auto broken = firstBrokenEntry(reader))
        problems.push_back({"check.chain", {std::to_string(*broken)}});
    if (const auto broken = firstBrokenUpgradedRow(reader))
        problems.push_back({"check.upgraded-rows", {std::to_string(*broken)}});
}

}

std::vector<std::string> checkedProblems()
{
    std::vector<std::string> keys = {"check.integrity", "check.foreign-key", "check.name-keys", "check.chain", "check.upgraded-rows", "check.judgement-altered",
                                     "check.paper-altered", "check.attachment-altered", "check.numbers-lost", "check.unreadable", "check.part-unreadable"};
    for (const auto& invariant : kInvariants)
        keys.emplace_back(invariant.key);
    for (const auto& more : {checkedSchemaProblems(), rowProblems()})
        keys.insert(keys.end(), more.begin(), more.end());
    return keys;
}

std::vector<FileProblem> checkFile(Reader& reader)
{
    std::vector<FileProblem> problems;
    const auto part = [&problems](const char* name, const std::function<void()>& body) { guardedPart(messageWord("check-part." + std::string(name)), problems, body); };
    part("pages", [&] { checkPages(reader, problems); });
    part("schema", [&] {
        for (auto& problem : schemaProblems(reader.database()))
            problems.push_back(std::move(problem));
    });
    part("schema", [&] { checkNumbers(reader, problems); });
    for (const auto& invariant : kInvariants)
        part("invariants", [&] { checkInvariant(reader, invariant, problems); });
#define TD_ENTITY(name, table, id, images) guardedPart(messageWord("entity." #table), problems, [&] { checkRows<domain::name>(reader, #table, problems); });
#include "domain/entities.def"
#undef TD_ENTITY
    part("names", [&] { checkNames(reader, problems); });
    part("judgements", [&] { checkJudgements(reader, problems); });
    part("papers", [&] { checkPapers(reader, problems); });
    part("attachments", [&] { checkAttachments(reader, problems); });
    part("record", [&] { checkRecord(reader, problems); });
    checkRowsAgainstRecord(reader, problems);
    return problems;
}

std::vector<DoubtedPack> packsOfOtherHash(Reader& reader)
{
    std::vector<DoubtedPack> doubted;
    reader.each("SELECT id, hash, content FROM rule_pack ORDER BY id", {}, [&doubted](const Values& row) {
        try {
            if (sha256(unpackText(std::get<Bytes>(row[2]))) == textOf(row[1]))
                return;
        } catch (const std::exception&) {
            // Then it is no pack of either kind.
        }
        doubted.push_back({asText(row[0]), storedText(row[1])});
    });
    return doubted;
}

FileCounts countRows(Reader& reader)
{
    struct Count {
        const char* key;
        std::string_view sql;
    };
    static constexpr Count kCounts[] = {
        {"staff", "SELECT count(DISTINCT coalesce(p.merged_into, p.id)) FROM staff_assignment a JOIN person p ON p.id = a.person_id"},
        {"pupils", "SELECT count(DISTINCT coalesce(p.merged_into, p.id)) FROM enrolment e JOIN person p ON p.id = e.person_id"},
        {"classes", "SELECT count(*) FROM school_class"},
        {"collectives", "SELECT count(*) FROM collective"},
        {"legal_texts", "SELECT count(*) FROM legal_text"},
        {"observances", "SELECT count(*) FROM observance"},
        {"plans", "SELECT count(*) FROM plan"},
        {"targets", "SELECT count(*) FROM target"},
        {"campaigns", "SELECT count(*) FROM campaign"},
        {"registrations", "SELECT count(*) FROM registration WHERE state = 'active'"},
        {"initiatives", "SELECT count(*) FROM initiative"},
        {"nominations", "SELECT count(*) FROM nomination WHERE state <> 'withdrawn'"},
        {"councils", "SELECT count(*) FROM council"},
        {"meetings", "SELECT count(*) FROM meeting"},
        {"decisions", "SELECT count(*) FROM decision"},
        {"submissions", "SELECT count(*) FROM submission"},
        {"awards", "SELECT count(*) FROM decision_line l JOIN decision d ON d.id = l.decision_id WHERE l.honour <> '' AND d.state = 'issued'"},
        {"honours", "SELECT count(*) FROM honour_record"},
        {"operations", "SELECT count(*) FROM change_op"},
    };
    FileCounts counts;
    for (const auto& count : kCounts)
        counts.byKind.emplace_back(count.key, reader.number(count.sql));
    return counts;
}

}
