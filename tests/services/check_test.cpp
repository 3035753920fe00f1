// SPDX-License-Identifier: GPL-3.0-or-later
// Every problem that the check of a file looks for is found in a file that has it, and none in a sound one.
#include "domain/school.h"
#include "domain/school_year.h"
#include "services/core/backup_service.h"
#include "services/core/file_check.h"
#include "services/sample_school.h"

#include "storage/check.h"
#include "storage/data_file.h"
#include "storage/migrator.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <set>

using namespace thidua;
using namespace thidua::test;
namespace fs = std::filesystem;

namespace {

struct Damage {
    const char* key;
    const char* sql;
};

constexpr Damage kDamages[] = {
    {"check.no-school", "DELETE FROM school"},
    {"check.head-missing", "UPDATE school SET head_id = 999999"},
    {"check.issued-without-number", "UPDATE plan SET number = NULL WHERE state <> 'draft'"},
    {"check.issued-without-number", "UPDATE decision SET issued_on = NULL WHERE kind = 'establish_council'"},
    {"check.issued-without-number", "UPDATE submission SET number = NULL"},
    {"check.conferred-without-decision", "UPDATE decision_line SET nomination_id = NULL"},
    {"check.award-without-history", "DELETE FROM honour_record WHERE decision_id IS NOT NULL"},
    {"check.council-without-decision", "UPDATE council SET decision_id = NULL"},
    {"check.tally-more-than-members", "UPDATE tally SET issued = 99"},
    {"check.tally-undecided", "UPDATE tally SET passed = NULL"},
    {"check.tally-kinds", "UPDATE tally SET against = against + 1 WHERE id = (SELECT min(id) FROM tally WHERE against IS NOT NULL)"},
    {"check.round-open", "INSERT INTO ballot_round (meeting_id, round, state) SELECT min(id), 1, 'open' FROM meeting WHERE state = 'closed'"},
    {"check.round-voters", "INSERT INTO ballot_round (meeting_id, round, state) SELECT meeting_id, 1, 'closed' FROM tally LIMIT 1; "
                           "UPDATE tally SET ballot_round_id = (SELECT max(id) FROM ballot_round)"},
    {"check.verdict-without-pack", "UPDATE judgement SET pack_hash = 'x'"},
    {"check.judgement-altered", "UPDATE judgement SET facts = (SELECT facts FROM judgement ORDER BY id DESC LIMIT 1) WHERE id = (SELECT min(id) FROM judgement)"},
    {"check.judgement-altered", "UPDATE judgement SET verdict = x'00' WHERE id = (SELECT min(id) FROM judgement)"},
    {"check.row-changed", "UPDATE tally SET in_favour = in_favour - 1 WHERE id = (SELECT min(id) FROM tally)"},
    {"check.row-changed", "UPDATE year_record SET evaluation = 'good' WHERE evaluation = 'excellent'"},
    {"check.row-changed", "UPDATE decision_line SET honour = 'lao-dong-tien-tien' WHERE honour = 'chien-si-thi-dua-co-so'"},
    {"check.row-removed", "DELETE FROM tally WHERE id = (SELECT min(id) FROM tally)"},
    {"check.row-inserted", "INSERT INTO legal_text (kind, number, issuer, issued_on, subject) VALUES ('law', '1/QH', 'Quốc hội', '2020-01-01', 'x')"},
    {"check.rows-more", "UPDATE staff_assignment SET title = 'x', row_version = row_version + 1"},
    {"check.image-unreadable", "UPDATE change_row SET after_json = '{' WHERE entity = 'person' AND row_id = (SELECT min(id) FROM person)"},
    {"check.numbers-beyond-record", "UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'person'"},
    {"check.part-unreadable", "ALTER TABLE tally RENAME COLUMN in_favour TO for_it"},
    {"check.schema-missing", "DROP INDEX person_sort"},
    {"check.schema-foreign", "CREATE VIEW all_people AS SELECT * FROM person"},
    {"check.schema-foreign", "CREATE TRIGGER good AFTER UPDATE ON person BEGIN UPDATE year_record SET evaluation = 'excellent'; END"},
    {"check.schema-altered", "ALTER TABLE tally ADD COLUMN bonus INTEGER"},
    {"check.migration-altered", "UPDATE schema_migration SET sha256 = 'x' WHERE version = 2"},
    {"check.upgraded-rows", "INSERT INTO upgraded_row (version, operations, entity, row_id, image, hash) VALUES (6, 1, 'person', 1, '{}', 'x')"},
    {"check.unreadable", "UPDATE person SET contract = 'freelance' WHERE id = (SELECT min(id) FROM person)"},
    {"check.unreadable", "UPDATE rule_pack SET content = x'00'"},
    {"check.registration-empty", "DELETE FROM registration_honour"},
    {"check.initiative-shares", "UPDATE initiative_author SET share = 101"},
    {"check.merged-twice", "UPDATE person SET merged_into = (SELECT min(p.id) FROM person p WHERE p.id > person.id) WHERE id IN (SELECT id FROM person ORDER BY id LIMIT 2)"},
    {"check.year-dates", "UPDATE school_year SET last_day = first_day"},
    {"check.integrity", "UPDATE school SET name = ''"},
    {"check.integrity", "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET name = 'sqlite_autoindex_regiStration_2' WHERE name = 'sqlite_autoindex_registration_2'"},
    {"check.foreign-key", "UPDATE nomination SET school_year_id = 999999"},
    {"check.name-keys", "UPDATE person SET name_fold = 'x' WHERE id = (SELECT min(id) FROM person)"},
    {"check.name-keys", "UPDATE person SET name_sort = 'x' WHERE id = (SELECT min(id) FROM person)"},
    {"check.number-twice", "UPDATE submission SET (symbol, number, suffix, issued_on) = (SELECT symbol, number, suffix, issued_on FROM decision "
                           "WHERE number IS NOT NULL LIMIT 1) WHERE id = (SELECT min(id) FROM submission)"},
    {"check.paper-altered", "UPDATE paper_content SET hash = hash || 'x' WHERE id = (SELECT min(id) FROM paper_content)"},
    {"check.attachment-altered", "INSERT INTO attachment_content (hash, content) VALUES ('x', x'00')"},
    {"check.attachment-content", "INSERT INTO attachment_content (id, hash, content) VALUES (1, 'x', x'00'); INSERT INTO attachment (nomination_id, name, size, hash, media_type, added_on, content_id) "
                                 "SELECT min(id), 'a.pdf', 2, 'x', 'application/pdf', '2022-05-01', 1 FROM nomination"},
    {"check.lowered-from", "UPDATE nomination SET lowered_from_id = id WHERE id = (SELECT min(id) FROM nomination)"},
    {"check.numbers-lost", "UPDATE sqlite_sequence SET name = 'pap%r_content' WHERE name = 'paper_content'"},
    {"check.numbers-lost", "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'person'"},
    {"check.chain", "UPDATE change_op SET reason = 'x' WHERE id = (SELECT min(id) FROM change_op)"},
};

/// What guards the file from being damaged so.
void openGuards(SQLite::Database& database)
{
    std::vector<std::string> triggers;
    SQLite::Statement names(database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
    while (names.executeStep())
        triggers.push_back(names.getColumn(0).getString());
    names.reset();
    for (const auto& name : triggers)
        database.exec("DROP TRIGGER \"" + name + "\"");
    database.exec("PRAGMA foreign_keys = OFF");
    database.exec("PRAGMA ignore_check_constraints = ON");
}

std::set<std::string> problemsOf(SampleSchool& school)
{
    std::set<std::string> keys;
    for (const auto& problem : storage::checkFile(school.file().data().reader()))
        keys.insert(problem.key);
    return keys;
}

}

TEST_CASE("each problem is found in a file that has it, and none in a sound one")
{
    const Date day(2022, 9, 23);
    SampleSchool sound(day);
    CHECK(problemsOf(sound).empty());
    CHECK(sound.file().check().value().empty());
    std::set<std::string> seen;
    for (const auto& damage : kDamages) {
        INFO(damage.key << ": " << damage.sql);
        SampleSchool school(day);
        auto& database = school.file().data().database();
        openGuards(database);
        const auto before = database.getTotalChanges() + database.execAndGet("PRAGMA schema_version").getInt();
        database.exec(damage.sql);
        CHECK(database.getTotalChanges() + database.execAndGet("PRAGMA schema_version").getInt() > before);
        database.exec("PRAGMA ignore_check_constraints = OFF");
        CHECK(problemsOf(school).contains(damage.key));
        seen.insert(damage.key);
    }
    const auto looked = storage::checkedProblems();
    CHECK(seen == std::set<std::string>(looked.begin(), looked.end()));
}

TEST_CASE("what a check finds in a file is found by verifying a backup that was damaged so, with its seal and without it")
{
    SampleSchool school(Date(2022, 9, 23));
    const auto sound = school.scratch() / "ban-sao.thidua", copy = school.scratch() / "hong.thidua";
    REQUIRE(services::BackupService::backupTo(school.file(), sound));
    for (const auto& damage : kDamages)
        for (const bool stripped : {false, true}) {
            INFO(damage.key << ": " << damage.sql << (stripped ? ", without the seal" : ""));
            fs::copy_file(sound, copy, fs::copy_options::overwrite_existing);
            {
                SQLite::Database database(copy.string(), SQLite::OPEN_READWRITE);
                openGuards(database);
                database.exec(damage.sql);
            }
            const auto size = fs::file_size(copy);
            if (stripped && size % storage::kPageBytes == 512)
                fs::resize_file(copy, size - 512);
            const auto verified = services::BackupService::verify(copy);
            if (!verified) {
                CHECK(verified.error().code == ErrorCode::FileCorrupt);
                continue;
            }
            const auto file = services::SchoolFile::open(copy, services::SchoolFile::Mode::ReadOnly, school.clock(), {}, services::SchoolFile::Rules::WhenAsked);
            REQUIRE(file);
            const auto checked = services::checkSchoolFile(**file);
            REQUIRE(checked);
            CHECK_FALSE(verified->problems.empty());
            for (const auto& problem : checked->problems)
                CHECK(std::ranges::count(verified->problems, problem) > 0);
        }
}

TEST_CASE("a council of an even number is a problem from the day on which the law asks for an odd one")
{
    SampleSchool school(Date(2022, 9, 23));
    auto& database = school.file().data().database();
    openGuards(database);
    REQUIRE(database.exec("DELETE FROM council_member WHERE id = (SELECT max(m.id) FROM council_member m JOIN council c ON c.id = m.council_id WHERE c.kind = 'emulation')") == 1);
    const auto even = [&] {
        const auto sentences = school.file().check().value();
        return std::ranges::count_if(sentences, [](const auto& one) { return one.find("số thành viên chẵn") != std::string::npos; });
    };
    CHECK(even() == 1);
    database.exec("UPDATE decision SET issued_on = '2019-09-15' WHERE kind = 'establish_council'");
    CHECK(even() == 0);
}

TEST_CASE("a name with a look-alike letter of an older program is no fault of the file")
{
    SampleSchool school(Date(2022, 9, 23));
    auto& database = school.file().data().database();
    openGuards(database);
    CHECK(database.exec("UPDATE person SET full_name = 'Trần Thị ' || char(0xD0) || 'ào' WHERE id = (SELECT min(id) FROM person)") > 0);
    CHECK_FALSE(problemsOf(school).contains("check.name-keys"));
}
