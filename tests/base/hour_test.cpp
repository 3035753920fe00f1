// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hour.h"
#include "support/catch.h"

using namespace thidua;

namespace {

std::string hourText(const char* text)
{
    const auto hour = readHour(text);
    return hour ? hour->text() : std::string("none");
}

}

TEST_CASE("hours are read as people write them", "[base][hour]")
{
    CHECK(hourText("8h") == "08:00");
    CHECK(hourText("8") == "08:00");
    CHECK(hourText("08:00") == "08:00");
    CHECK(hourText("8:5") == "08:05");
    CHECK(hourText("8 giờ 30") == "08:30");
    CHECK(hourText("8 Giờ 30 phút") == "08:30");
    CHECK(hourText("14g00") == "14:00");
    CHECK(hourText("14h30'") == "14:30");
    CHECK(hourText("7h rưỡi") == "07:30");
    CHECK(hourText("8.30") == "08:30");
    CHECK(hourText("2 giờ chiều") == "14:00");
    CHECK(hourText("2h30 chiều") == "14:30");
    CHECK(hourText("8h sáng") == "08:00");
    CHECK(hourText("７h３０") == "07:30"); // full-width figures
    CHECK(readHour("8h")->words() == "08 giờ 00");
}

TEST_CASE("what is no hour is none", "[base][hour]")
{
    for (const char* text : {"", "giờ", "25h", "8h75", "800", "8h30h", "sáng", "8 giờ kém", "-8", "8h30 hôm nay"})
        CHECK(hourText(text) == "none");
}
