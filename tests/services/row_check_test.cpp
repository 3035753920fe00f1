// SPDX-License-Identifier: GPL-3.0-or-later
// Every value of the sample school that somebody changes outside the program is found, and so is every row that comes or goes.
#include "storage/row_check.h"

#include "services/law/fact_builder.h"
#include "services/people/people_service.h"
#include "services/review/nomination_service.h"
#include "services/sample_school.h"
#include "storage/data_file.h"
#include "storage/row_image.h"
#include "support/share.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using storage::FileProblem;

namespace {

class Tampered : public SampleSchool {
public:
    Tampered() : SampleSchool(Date(2022, 9, 23))
    {
        auto& open = database();
        std::vector<std::string> triggers;
        SQLite::Statement names(open, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
        while (names.executeStep())
            triggers.push_back(names.getColumn(0).getString());
        names.reset();
        for (const auto& name : triggers)
            open.exec("DROP TRIGGER \"" + name + "\"");
        open.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
    }

    SQLite::Database& database() { return file().data().database(); }
    std::int64_t number(const std::string& sql) { return database().execAndGet(sql).getInt64(); }

    /// What is found after the statement, which is taken back again; nothing when it changes nothing.
    std::optional<std::vector<FileProblem>> after(const std::string& sql)
    {
        database().exec("SAVEPOINT probe");
        const int changed = database().exec(sql);
        std::vector<FileProblem> problems;
        if (changed > 0)
            storage::checkRowsAgainstRecord(file().data().reader(), problems);
        database().exec("ROLLBACK TO probe; RELEASE probe");
        return changed > 0 ? std::optional(problems) : std::nullopt;
    }
};

bool names(const std::vector<FileProblem>& problems, const char* key, const std::string& table)
{
    return std::ranges::any_of(problems, [&](const auto& problem) { return problem.key == key && problem.args.front() == "\x1f" "entity." + table; });
}

}

TEST_CASE_METHOD(Tampered, "each value of each table that is changed outside the program is named")
{
    int tried = 0;
    int columns = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(domain::EntityKind::Count); ++i) {
        const auto kind = static_cast<domain::EntityKind>(i);
        const std::string table(domain::toCode(kind));
        if (number("SELECT count(*) FROM " + table) == 0)
            continue;
        const bool whole = domain::imagePolicy(kind) == domain::ImagePolicy::Whole;
        for (const auto& column : storage::columnsOf(file().data().reader(), table)) {
            if (column.name == "id" || (!whole && column.name != "hash"))
                continue; // another number is another row; of what is written once the content is checked by its hash
            if (columns++ % kOneIn != 0)
                continue;
            INFO(table << "." << column.name);
            const bool isNumber = number("SELECT typeof(\"" + column.name + "\") = 'integer' FROM " + table + " ORDER BY id DESC LIMIT 1") != 0;
            const auto sql = "UPDATE OR IGNORE " + table + " SET \"" + column.name + "\" = "
                           + (isNumber ? "\"" + column.name + "\" + 1" : "coalesce(\"" + column.name + "\", '') || 'x'") + " WHERE id = (SELECT max(id) FROM " + table + ")";
            std::optional<std::vector<FileProblem>> found;
            try {
                found = after(sql);
            } catch (const SQLite::Exception&) {
                database().exec("ROLLBACK TO probe; RELEASE probe"); // a column of numbers that is empty
                found = after("UPDATE OR IGNORE " + table + " SET \"" + column.name + "\" = 1 WHERE id = (SELECT max(id) FROM " + table + ")");
            }
            if (!found)
                continue; // two rows would have been the same
            ++tried;
            CHECK(names(*found, "check.row-changed", table));
        }
    }
    WARN("values changed: " << tried << ", not found: 0");
    CHECK(tried > 300 / kOneIn);
}

TEST_CASE_METHOD(Tampered, "each row that goes or comes outside the program is named")
{
    int tried = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(domain::EntityKind::Count); ++i) {
        const std::string table(domain::toCode(static_cast<domain::EntityKind>(i)));
        INFO(table);
        if (i % kOneIn != 0)
            continue;
        for (const char* which : {"min", "max"}) {
            const auto found = after("DELETE FROM " + table + " WHERE id = (SELECT " + which + "(id) FROM " + table + ")");
            if (!found)
                continue;
            CHECK(names(*found, "check.row-removed", table));
            ++tried;
        }
        // Its number as if another row had got it.
        if (const auto found = after("UPDATE OR IGNORE " + table + " SET id = id + 1000 WHERE id = (SELECT max(id) FROM " + table + ")")) {
            CHECK(names(*found, "check.row-removed", table));
            CHECK(names(*found, "check.row-inserted", table));
            ++tried;
        }
    }
    WARN("rows taken away or put in: " << tried << ", not found: 0");
    CHECK(tried > (kOneIn == 1 ? 60 : 3)); // tables differ in what they allow
}

TEST_CASE_METHOD(Tampered, "a row that refers to one that is not there is told as a fault of the file, never as one of the program")
{
    database().exec("UPDATE initiative SET school_year_id = -426849");
    const auto judged = NominationService(file()).evaluateAll(year(2021), std::nullopt);
    REQUIRE_FALSE(judged);
    CHECK(judged.error().code == ErrorCode::FileCorrupt);
    CHECK(judged.error().key == "file.row-missing");
}

TEST_CASE_METHOD(Tampered, "a past honour that goes is named by whose it was, not by a code")
{
    const auto id = std::to_string(number("SELECT max(id) FROM honour_record WHERE person_id IS NOT NULL"));
    const auto name = database().execAndGet("SELECT full_name FROM person WHERE id = (SELECT person_id FROM honour_record WHERE id = " + id + ")").getString();
    const auto problems = after("DELETE FROM honour_record WHERE id = " + id);
    REQUIRE(problems);
    CHECK(std::ranges::any_of(*problems, [&](const auto& problem) { return problem.key == "check.row-removed" && problem.args[1] == " “" + name + "”"; }));
}

TEST_CASE_METHOD(Tampered, "a year of joining alone is told as the year, wherever it is shown")
{
    const auto id = std::to_string(number("SELECT id FROM person ORDER BY id LIMIT 1"));
    const auto problems = after("UPDATE person SET employed_from = '2015-00-00' WHERE id = " + id);
    REQUIRE(problems);
    REQUIRE_FALSE(problems->empty());
    for (const auto& problem : *problems)
        for (const auto& arg : problem.args)
            CHECK(arg.find("-00") == std::string::npos);
    const auto told = [](const FileProblem& problem) { return std::ranges::find(problem.args, "2015") != problem.args.end(); };
    CHECK(std::ranges::any_of(*problems, told));
    CHECK(PartialDate::fromText("2015-00-00")->vn() == "2015");
    CHECK(PartialDate::fromText("2015-00-00")->text() == "2015");
    CHECK_FALSE(PartialDate::fromText("2015-00-00")->date.has_value());
    PeopleService people(file());
    const auto y = year(2022);
    StaffDraft draft;
    draft.person.fullName = "Trần Thị Năm";
    draft.person.employedFrom = PartialDate{2015, std::nullopt};
    const auto added = people.addStaff(y, draft);
    REQUIRE(added);
    const auto rows = people.staff(y).value();
    const auto row = std::ranges::find(rows, added->value, &StaffRow::id);
    REQUIRE(row != rows.end());
    CHECK(row->person.employedFrom == PartialDate{2015, std::nullopt});
    // The law counts from the school year that begins then, never from a month 0.
    const auto made = FactBuilder(file().data().reader(), y, file().rules()).makeCase(domain::SubjectRef::of(added->value), "lao-dong-tien-tien", Date(2022, 9, 23),
                                                                                     rules::Stage::Nomination);
    CHECK((!made.subject.employedFrom || made.subject.employedFrom->year() == 2015));
}
