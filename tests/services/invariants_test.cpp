// SPDX-License-Identifier: GPL-3.0-or-later
// Random stories of a school year against what must hold at every commit (docs/architecture.md, “The write path”): no award without a
// decision, no decision without what it rests on, no two numbers alike, no vote that does not add up, no frozen row that changes; what is
// refused leaves nothing, what is undone leaves the file as it was.
//   THIDUA_STORIES=200 services_tests "random stories*"   so many stories
//   THIDUA_STORY=17 services_tests "random stories*"      that one alone, each step printed
#include "services/story.h"

#include "domain/decision.h"
#include "domain/honour.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/school_year.h"
#include "domain/submission.h"
#include "rules/overview.h"
#include "services/core/internal.h"
#include "services/review/council_service.h"
#include "storage/freeze.h"
#include "storage/repo/paper_repo.h"
#include "support/share.h"
#include "text/messages.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <cstdio>
#include <cstdlib>
#include <map>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;

namespace {

struct Law {
    const char* what;
    const char* sql; ///< a row for each breach, its first column in words
};

constexpr Law kLaws[] = {
    {"an award rests on a decision in force",
     "SELECT n.name FROM nomination n WHERE n.state = 'conferred' AND NOT EXISTS (SELECT 1 FROM decision_line l JOIN decision d ON d.id = l.decision_id "
     "WHERE l.nomination_id = n.id AND d.state = 'issued')"},
    {"an honour in the history that the program gave has its decision, or is taken back",
     "SELECT h.honour FROM honour_record h JOIN decision d ON d.id = h.decision_id WHERE h.revoked_on IS NULL AND d.state <> 'issued'"},
    {"an initiative is recognised by a decision in force",
     "SELECT i.title FROM initiative i WHERE i.state = 'recognised' AND NOT EXISTS (SELECT 1 FROM decision_line l JOIN decision d ON d.id = l.decision_id "
     "WHERE l.initiative_id = i.id AND d.state = 'issued')"},
    {"the school recognises what its council passed, and not before",
     "SELECT i.title FROM decision_line l JOIN decision d ON d.id = l.decision_id JOIN initiative i ON i.id = l.initiative_id "
     "WHERE d.kind = 'recognise_initiatives' AND d.state = 'issued' AND EXISTS (SELECT 1 FROM council c JOIN decision f ON f.id = c.decision_id WHERE c.kind = 'initiative' "
     "AND c.state = 'established' AND c.school_year_id = d.school_year_id AND f.id < d.id) "
     "AND NOT EXISTS (SELECT 1 FROM tally t JOIN meeting m ON m.id = t.meeting_id WHERE t.initiative_id = i.id AND t.passed = 1 AND m.state = 'closed' AND m.held_on <= d.issued_on)"},
    {"what the head confers was passed in the meeting that the decision names",
     "SELECT l.name FROM decision_line l JOIN decision d ON d.id = l.decision_id WHERE d.kind = 'confer' AND d.state = 'issued' AND NOT EXISTS (SELECT 1 FROM tally t "
     "JOIN meeting m ON m.id = t.meeting_id WHERE t.nomination_id = l.nomination_id AND t.passed = 1 AND m.id = d.meeting_id AND m.state = 'closed' AND m.held_on <= d.issued_on)"},
    {"what was submitted was passed by a council",
     "SELECT n.name FROM nomination n WHERE n.state = 'submitted' AND NOT EXISTS (SELECT 1 FROM tally t WHERE t.nomination_id = n.id AND t.passed = 1)"},
    {"a decision from above answers a submission and has its number",
     "SELECT title FROM decision WHERE kind = 'external_award' AND state = 'issued' AND (submission_id IS NULL OR outside_number = '' OR issued_on IS NULL)"},
    {"a council that is established has a decision in force",
     "SELECT c.name FROM council c WHERE c.state = 'established' AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.id = c.decision_id AND d.state = 'issued')"},
    {"no two numbers are alike", "SELECT number || suffix || '/' || symbol FROM issued_number GROUP BY symbol, year, number, suffix HAVING count(*) > 1"},
    {"ballots add up",
     "SELECT coalesce(nomination_id, initiative_id) FROM tally t WHERE collected > issued OR valid + invalid <> collected OR in_favour > valid "
     "OR (against IS NOT NULL AND in_favour + against + coalesce(other, 0) <> valid) "
     "OR issued > (SELECT count(*) FROM attendance a WHERE a.meeting_id = t.meeting_id)"},
    {"a closed meeting has decided each line", "SELECT m.title FROM tally t JOIN meeting m ON m.id = t.meeting_id WHERE m.state = 'closed' AND t.passed IS NULL"},
    {"nobody marks an own initiative",
     "SELECT i.title FROM initiative_mark k JOIN council_member c ON c.id = k.member_id JOIN initiative_author a ON a.initiative_id = k.initiative_id AND a.person_id = c.person_id "
     "JOIN initiative i ON i.id = k.initiative_id JOIN meeting m ON m.id = k.meeting_id WHERE m.state = 'draft'"},
    {"shares make a hundred", "SELECT i.title FROM initiative i WHERE (SELECT sum(share) FROM initiative_author a WHERE a.initiative_id = i.id) <> 100"},
    {"each nomination has a subject and a year", "SELECT name FROM nomination WHERE (person_id IS NULL) = (collective_id IS NULL) OR school_year_id IS NULL"},
    {"a verdict is kept with the rules it was made from",
     "SELECT n.name FROM nomination n JOIN judgement j ON j.id = n.judgement_id WHERE NOT EXISTS (SELECT 1 FROM rule_pack p WHERE p.hash = j.pack_hash)"},
};

/// The frozen rows of all tables but the change record, whose chain the check looks at: each as text, without what may go on changing.
using Frozen = std::map<std::string, std::map<std::int64_t, std::string>>;

std::string columnsOf(Story& story, const storage::FreezeRule& rule)
{
    std::string columns;
    story.file().data().reader().each("SELECT name FROM pragma_table_info(?)", {std::string(rule.table)}, [&](const storage::Values& row) {
        const auto name = std::get<std::string>(row[0]);
        const bool free = name == "row_version" || name == "state" || std::ranges::find(rule.free, std::string_view(name)) != rule.free.end();
        if (!free)
            columns += (columns.empty() ? "quote(" : " || '|' || quote(") + name + ")";
    });
    return columns;
}

Frozen frozenRows(Story& story)
{
    Frozen all;
    for (const auto& rule : storage::freezeRules()) {
        const std::string table(rule.table);
        if (rule.kind == storage::FreezeRule::Kind::Never || table.starts_with("change_") || table == "rule_pack" || table == "judgement")
            continue;
        story.file().data().reader().each("SELECT id, " + columnsOf(story, rule) + " FROM " + table + " t WHERE " + storage::frozenCondition(table, "t"), {},
                                          [&](const storage::Values& row) { all[table].emplace(std::get<std::int64_t>(row[0]), std::get<std::string>(row[1])); });
    }
    return all;
}

void checkFrozen(const Frozen& before, const Frozen& after, bool turnedBack)
{
    for (const auto& [table, rows] : before)
        for (const auto& [id, text] : rows) {
            INFO(table << " " << id);
            const auto found = after.find(table);
            const auto row = found == after.end() ? std::map<std::int64_t, std::string>::const_iterator() : found->second.find(id);
            const bool there = found != after.end() && row != found->second.end();
            // A correction that nothing rests on, and what an answer from above conferred, may be turned back.
            const bool mayGo = turnedBack && (table == "correction" || table == "nomination" || table == "paper_content");
            CHECK((there || mayGo));
            if (there)
                CHECK(row->second == text);
        }
}

void checkLaws(Story& story)
{
    auto& reader = story.file().data().reader();
    for (const auto& law : kLaws) {
        std::string broken;
        reader.each(law.sql, {}, [&broken](const storage::Values& row) {
            broken = std::holds_alternative<std::string>(row[0]) ? std::get<std::string>(row[0]) : std::to_string(std::get<std::int64_t>(row[0]));
        });
        INFO(law.what << ": " << broken);
        CHECK(broken.empty());
    }
    CHECK(storage::repo::papersWithoutContent(reader).empty());
}

/// By the rules: the head confers only what is the school's to give, and a line passes with as many votes as they ask for.
void checkByRules(Story& story)
{
    auto& reader = story.file().data().reader();
    for (const auto& decision : storage::repo::decisions(reader, story.theYear()))
        if (decision.data.kind == DecisionKind::Confer && decision.data.state == DecisionState::Issued)
            for (const auto& line : storage::repo::lines(reader, decision.id))
                CHECK(rules::conferredBySchool(story.file().rules(), line.data.honour, *decision.data.number.issuedOn));
    for (const auto& meeting : storage::repo::meetings(reader, story.theYear())) {
        if (meeting.data.state != MeetingState::Closed)
            continue;
        const auto detail = CouncilService(story.file()).meeting(meeting.id).value();
        for (const auto& row : detail.tallies)
            if (row.tally)
                CHECK((row.tally->passed != true || row.tally->inFavour >= row.needed));
    }
}

void tell(unsigned seed, int steps, bool aloud)
{
    INFO("THIDUA_STORY=" << seed);
    Story story(seed);
    auto frozen = frozenRows(story);
    std::map<std::string, int> done;
    for (int i = 0; i < steps; ++i) {
        const bool turns = story.chance(6);
        const auto before = turns ? story.dump() : std::string();
        const auto entries = story.entries();
        const auto step = story.step();
        INFO("step " << i << ": " << step.name << (step.error ? " – " + text::sentence(*step.error) : std::string()));
        if (aloud)
            std::printf("%3d %s%s\n", i, step.name.c_str(), step.error ? (": " + text::sentence(*step.error)).c_str() : "");
        if (step.error)
            CHECK(step.error->code != ErrorCode::Internal);
        else
            ++done[step.name];
        const bool single = !step.error && story.entries() == entries + 1 && step.op && isUndoable(*step.op) && *step.op != Op::Undo && *step.op != Op::Redo;
        if (turns && single) {
            const auto after = story.dump();
            const auto undone = story.file().undo();
            INFO((undone ? std::string() : text::sentence(undone.error())));
            REQUIRE(undone);
            CHECK(story.dump() == before);
            REQUIRE(story.file().redo());
            CHECK(story.dump() == after);
        }
        if (turns && step.error && story.entries() == entries)
            CHECK(story.dump() == before);
        checkLaws(story);
        auto now = frozenRows(story);
        checkFrozen(frozen, now, step.op == Op::Undo || step.op == Op::Redo);
        frozen = std::move(now);
    }
    checkByRules(story);
    CHECK(story.file().check().value().empty());
    if (aloud)
        for (const auto& [name, times] : done)
            std::printf("%4d × %s\n", times, name.c_str());
}

int wanted(const char* name, int usual)
{
    const char* given = std::getenv(name);
    return given != nullptr ? std::atoi(given) : usual;
}

}

TEST_CASE("random stories keep what must hold at every commit")
{
    constexpr int kSteps = 120;
    if (const int one = wanted("THIDUA_STORY", 0); one > 0) {
        tell(static_cast<unsigned>(one), kSteps, true);
        return;
    }
    const int stories = wanted("THIDUA_STORIES", kOneIn > 1 ? 1 : 4);
    for (int seed = 1; seed <= stories; ++seed)
        tell(static_cast<unsigned>(seed), kSteps, false);
}
