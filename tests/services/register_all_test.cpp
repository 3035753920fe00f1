// SPDX-License-Identifier: GPL-3.0-or-later
// One step registers a whole team.
#include "domain/school_year.h"
#include "services/core/school_service.h"
#include "services/follow/registration_service.h"
#include "support/catch.h"
#include "support/sample_until.h"
#include "support/scratch.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

struct September {
    explicit September(Date day = Date(2021, 9, 20)) : clock(day)
    {
        std::filesystem::copy_file(sampleUntil(Date(2021, 9, 20)), scratch / "a.thidua");
        file = SchoolFile::open(scratch / "a.thidua", SchoolFile::Mode::ReadWrite, clock, {"Lan"}).value();
        year = SchoolService(*file).yearOf(SchoolYear(2021)).value().id;
    }
    std::vector<RegistrationRow> rows() { return RegistrationService(*file).board(year).value().rows; }
    std::vector<domain::SubjectRef> people()
    {
        std::vector<domain::SubjectRef> all;
        for (const auto& row : rows())
            if (row.subject.person)
                all.push_back(row.subject);
        return all;
    }
    std::size_t registered()
    {
        const auto all = rows();
        return static_cast<std::size_t>(std::ranges::count_if(all, [](const auto& row) { return row.id.has_value(); }));
    }

    Scratch scratch;
    FixedClock clock;
    std::unique_ptr<SchoolFile> file;
    domain::SchoolYearId year{0};
};

const std::vector<std::string> kAdvanced{"lao-dong-tien-tien"};

}

TEST_CASE("many people are registered for an honour in one step, and one undo takes it back")
{
    September school;
    RegistrationService service(*school.file);
    const auto everybody = school.people();
    const auto made = service.registerAll(school.year, everybody, kAdvanced);
    REQUIRE(made);
    CHECK(made->value == static_cast<int>(everybody.size()));
    CHECK(school.registered() == everybody.size());
    std::vector<int> numbers;
    for (const auto& row : school.rows())
        if (row.id)
            numbers.push_back(row.registration.number);
    std::ranges::sort(numbers);
    CHECK(std::ranges::adjacent_find(numbers) == numbers.end());
    REQUIRE(school.file->undo());
    CHECK(school.registered() == 0);
}

TEST_CASE("who has registered already gets what is lacking, and nothing is written twice")
{
    September school;
    RegistrationService service(*school.file);
    const auto everybody = school.people();
    REQUIRE(service.registerAll(school.year, {everybody.front()}, kAdvanced));
    CHECK(service.registerAll(school.year, everybody, kAdvanced).value().value == static_cast<int>(everybody.size()) - 1);
    const auto again = service.registerAll(school.year, everybody, kAdvanced);
    REQUIRE_FALSE(again);
    CHECK(again.error().issues.front().key == "registration.nothing-new");
}

TEST_CASE("an honour that does not fit one of them refuses all and names whom")
{
    September school;
    RegistrationService service(*school.file);
    auto some = school.people();
    for (const auto& row : school.rows())
        if (row.subject.collective)
            some.push_back(row.subject);
    const auto refused = service.registerAll(school.year, some, kAdvanced);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().issues.front().key == "registration.honour-unfit-for");
    CHECK(refused.error().issues.front().args.size() == 2);
    CHECK(school.registered() == 0);
}

TEST_CASE("after the deadline many need one reason")
{
    September school(Date(2021, 10, 20));
    RegistrationService service(*school.file);
    const auto refused = service.registerAll(school.year, school.people(), kAdvanced);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().issues.front().key == "registration.late-reason");
    REQUIRE(service.registerAll(school.year, school.people(), kAdvanced, "họp tổ muộn"));
    for (const auto& row : school.rows())
        if (row.id)
            CHECK(row.registration.lateReason == "họp tổ muộn");
}
