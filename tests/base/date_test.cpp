// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date.h"
#include "support/catch.h"

using namespace thidua;

TEST_CASE("Dates as people type them", "[base][date]")
{
    struct Row {
        const char* typed;
        const char* iso;
    };
    const auto row = GENERATE(values<Row>({{"4/10/2021", "2021-10-04"}, {"04/10/2021", "2021-10-04"}, {"04-10-2021", "2021-10-04"}, {"4.10.21", "2021-10-04"},
                                           {" 4/10/2021 ", "2021-10-04"}, {"15/6/61", "1961-06-15"}, {"15/6/60", "2060-06-15"}, {"29/02/2020", "2020-02-29"},
                                           {"2021-10-04", "2021-10-04"}, {"31/12/1999", "1999-12-31"}}));
    INFO(row.typed);
    const auto date = Date::parse(row.typed);
    REQUIRE(date);
    CHECK(date->iso() == row.iso);
}

TEST_CASE("Days that do not exist are refused", "[base][date]")
{
    const auto* typed = GENERATE("31/02/2015", "29/02/2021", "31/04/2022", "0/1/2022", "32/1/2022", "1/0/2022", "1/13/2022", "", "abc", "4/10", "4/10/202",
                                 "4/10/20211", "-4/10/2021", "2021-02-30", "2021-1-1", "1/1/1700", "1/1/2300", "1/1/2a22");
    INFO(typed);
    const auto date = Date::parse(typed);
    REQUIRE_FALSE(date);
    CHECK(date.error().code == ErrorCode::Validation);
    CHECK(date.error().key.starts_with("date."));
    if (std::string(typed) == "31/02/2015")
        CHECK(date.error().key == "date.no-such-day");
}

TEST_CASE("ISO is the only form of files", "[base][date]")
{
    CHECK(Date::fromIso("2021-10-04"));
    for (const char* text : {"04/10/2021", "2021-10-4", "2021/10/04", "2021-10-04 ", "2021-10-04T00:00", "20211004"}) {
        INFO(text);
        CHECK_FALSE(Date::fromIso(text));
    }
    CHECK_THROWS_AS(Date(2021, 2, 29), std::invalid_argument);
}

TEST_CASE("Dates print as screens and papers want them", "[base][date]")
{
    const Date date(2022, 5, 4);
    CHECK(date.iso() == "2022-05-04");
    CHECK(date.vn() == "04/05/2022");
    CHECK(date.words() == "ngày 04 tháng 5 năm 2022");
    CHECK(Date(2022, 2, 15).words() == "ngày 15 tháng 02 năm 2022");
    CHECK(Date(2022, 12, 9).words() == "ngày 09 tháng 12 năm 2022");
}

TEST_CASE("Full months are counted to the day", "[base][date]")
{
    struct Row {
        Date from, to;
        int months;
    };
    const auto row = GENERATE(values<Row>({{Date(2021, 7, 25), Date(2022, 5, 25), 10}, {Date(2021, 7, 26), Date(2022, 5, 25), 9},
                                           {Date(2021, 11, 1), Date(2022, 5, 25), 6}, {Date(2021, 8, 31), Date(2021, 9, 30), 1},
                                           {Date(2021, 8, 31), Date(2022, 2, 28), 6}, {Date(2022, 5, 25), Date(2022, 5, 25), 0},
                                           {Date(2022, 5, 26), Date(2022, 5, 25), 0}, {Date(2020, 2, 29), Date(2021, 2, 28), 12}}));
    CHECK(fullMonthsBetween(row.from, row.to) == row.months);
}

TEST_CASE("Days and months are added over ends of months and years", "[base][date]")
{
    CHECK(Date(2021, 12, 31).plusDays(1) == Date(2022, 1, 1));
    CHECK(Date(2020, 2, 28).plusDays(1) == Date(2020, 2, 29));
    CHECK(Date(2021, 10, 31).plusMonths(1) == Date(2021, 11, 30));
    CHECK(Date(2021, 3, 15).plusMonths(-3) == Date(2020, 12, 15));
    CHECK(daysBetween(Date(2021, 10, 4), Date(2021, 9, 29)) == -5);
    CHECK(DateRange{Date(2021, 9, 1), Date(2022, 9, 1)}.contains(Date(2022, 8, 31)));
    CHECK_FALSE(DateRange{Date(2021, 9, 1), Date(2022, 9, 1)}.contains(Date(2022, 9, 1)));
    CHECK(DateRange{Date(2021, 9, 1), std::nullopt}.contains(Date(2099, 1, 1)));
}

TEST_CASE("A day is made of its figures, found within a span, and knows its Monday", "[base][date]")
{
    CHECK(Date::of(2022, 11, 20) == Date(2022, 11, 20));
    CHECK_FALSE(Date::of(2021, 2, 29));
    CHECK_FALSE(Date::of(2021, 13, 1));
    CHECK_FALSE(Date::of(2021, 4, 0));
    CHECK_FALSE(Date::of(2021, 4, -1));
    CHECK(dayWithin(20, 11, Date(2021, 9, 1), Date(2022, 8, 31)) == Date(2021, 11, 20));
    CHECK(dayWithin(19, 5, Date(2021, 9, 1), Date(2022, 8, 31)) == Date(2022, 5, 19));
    CHECK(dayWithin(1, 9, Date(2021, 9, 1), Date(2022, 8, 31)) == Date(2021, 9, 1));
    CHECK(dayWithin(31, 8, Date(2021, 9, 1), Date(2022, 8, 31)) == Date(2022, 8, 31));
    CHECK_FALSE(dayWithin(29, 2, Date(2021, 9, 1), Date(2022, 8, 31)));
    CHECK_FALSE(dayWithin(15, 6, Date(2021, 9, 6), Date(2022, 5, 31)));
    CHECK(Date(2021, 9, 5).monday() == Date(2021, 8, 30)); // a Sunday
    CHECK(Date(2021, 9, 6).monday() == Date(2021, 9, 6));
    CHECK(Date(2022, 1, 1).monday() == Date(2021, 12, 27));
}

TEST_CASE("A birth date may be a year alone", "[base][date]")
{
    const auto year = PartialDate::parse("1986");
    REQUIRE(year);
    CHECK(year->text() == "1986");
    CHECK(year->vn() == "1986");
    CHECK_FALSE(year->date);
    const auto full = PartialDate::parse("12/5/1986");
    REQUIRE(full);
    CHECK(full->text() == "1986-05-12");
    CHECK(full->vn() == "12/05/1986");
    CHECK_FALSE(PartialDate::parse("31/02/1986"));
    CHECK_FALSE(PartialDate::parse("1700"));
}
