// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/school_year.h"
#include "support/catch.h"

using namespace thidua;

TEST_CASE("School years read in the forms people write", "[base][school-year]")
{
    for (const char* text : {"2021-2022", "2021 - 2022", "2021–2022", " 2021-2022 "}) {
        INFO(text);
        const auto year = SchoolYear::parse(text);
        REQUIRE(year);
        CHECK(year->startYear() == 2021);
    }
    for (const char* text : {"2021-2023", "2022-2021", "2021", "21-22", "", "năm học 2021-2022", "2021-2022-2023"}) {
        INFO(text);
        CHECK_FALSE(SchoolYear::parse(text));
    }
}

TEST_CASE("School years print and follow one another", "[base][school-year]")
{
    const SchoolYear year(2021);
    CHECK(year.text() == "2021-2022");
    CHECK(year.paper() == "2021 - 2022");
    CHECK(year.screen() == "2021–2022");
    CHECK(year.next() == SchoolYear(2022));
    CHECK(year.previous() == SchoolYear(2020));
    CHECK(year < year.next());
}

TEST_CASE("A day belongs to the school year that began in September", "[base][school-year]")
{
    CHECK(SchoolYear::of(Date(2021, 9, 1)) == SchoolYear(2021));
    CHECK(SchoolYear::of(Date(2022, 8, 31)) == SchoolYear(2021));
    CHECK(SchoolYear::of(Date(2021, 8, 31)) == SchoolYear(2020));
    CHECK(SchoolYear::of(Date(2022, 1, 1)) == SchoolYear(2021));
}
