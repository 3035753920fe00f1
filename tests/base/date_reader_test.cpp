// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date_reader.h"
#include "support/catch.h"

using namespace thidua;

namespace {

const Date kToday(2026, 9, 20);

std::string read(const char* text, const DateSense& sense = {})
{
    const auto day = readDay(text, sense);
    return day ? day->day.text() + (day->guessed ? "?" : "") : day.error().key;
}

}

TEST_CASE("a birth of two figures lies in the past", "[base][date]")
{
    const auto sense = birthSense(kToday);
    CHECK(read("5/9/85", sense) == "1985-09-05?");
    CHECK(read("2/3/58", sense) == "1958-03-02?");
    CHECK(read("2/3/05", sense) == "2005-03-02?");
    CHECK(read("21/9/26", sense) == "1926-09-21?"); // tomorrow: not born yet
    CHECK(read("20/9/26", sense) == "2026-09-20?");
    CHECK(read("12/03/68", sense) == "1968-03-12?");
    CHECK(read("2/6/1991", sense) == "1991-06-02");
    CHECK(read("85", sense) == "1985?");
    CHECK(read("1985", sense) == "1985");
}

TEST_CASE("a first day of work of two figures lies after the eighteenth birthday", "[base][date]")
{
    const auto of = [](int year) { return employmentSense(PartialDate{year, std::nullopt}, kToday); };
    CHECK(read("1/9/05", of(1980)) == "2005-09-01?");
    CHECK(read("1/9/90", of(1968)) == "1990-09-01?");
    CHECK(read("1/9/26", of(2003)) == "2026-09-01?");
    CHECK(read("1/9/68", of(1950)) == "1968-09-01?");
    CHECK(read("1/9/85", of(1980)) == "1985-09-01?"); // fits nothing: the past, and the check of the person names it
    CHECK(read("1/9/12", employmentSense(std::nullopt, kToday)) == "2012-09-01?");
    CHECK(read("1/9/89", employmentSense(std::nullopt, kToday)) == "1989-09-01?");
    CHECK(read("2015", of(1990)) == "2015");
}

TEST_CASE("days are read as people and programs write them", "[base][date]")
{
    CHECK(read("ngày 4 tháng 10 năm 2021") == "2021-10-04");
    CHECK(read("4 / 10 / 2021") == "2021-10-04");
    CHECK(read("4 10 2021") == "2021-10-04");
    CHECK(read("04-10-2021") == "2021-10-04");
    CHECK(read("2021-10-04") == "2021-10-04");
    CHECK(read("4.10.21") == "2021-10-04?");
    CHECK(read("năm 1985") == "1985");
    CHECK(read("9/2002") == "2002?"); // of a month the year is kept
    CHECK(read("tháng 9/2002") == "2002?");
    CHECK(read("13/2002") == "date.not-date");
    CHECK(read("4/10") == "date.not-date");
    CHECK(read("３/６/１９９１") == "1991-06-03"); // full-width figures
    CHECK(read("31245") == "date.not-date");
    CHECK(read("85") == "date.not-date");
}

TEST_CASE("a sheet also gives the numbers that Excel keeps days as", "[base][date]")
{
    auto sense = birthSense(kToday);
    sense.fromSheet = true;
    CHECK(read("31245", sense) == "1985-07-17?");
    CHECK(read("02051990", sense) == "1990-05-02?");
    CHECK(read("31021990", sense) == "date.no-such-day");
    CHECK(read("2/5/1990 0:00:00", sense) == "1990-05-02");
    CHECK(read("31/9/1983", sense) == "date.no-such-day");
    CHECK(read("5/13/1990", sense) == "date.impossible");
    CHECK(read("chưa rõ", sense) == "date.not-date");
    CHECK(read("", sense) == "date.not-date");
}
