// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/list_marks.h"
#include "base/text_util.h"
#include "base/vietnamese.h"
#include "support/catch.h"

#include <set>

using namespace thidua;

TEST_CASE("Lists join and split", "[base][text]")
{
    CHECK(join({"a", "b", "c"}, ", ") == "a, b, c");
    CHECK(join({}, ", ").empty());
    CHECK(split("a,,b", ',') == std::vector<std::string>{"a", "", "b"});
    CHECK(split("", ',').empty());
    CHECK(split("a,", ',') == std::vector<std::string>{"a", ""});
}

TEST_CASE("Numbers of documents have two figures at least", "[base][text]")
{
    CHECK(twoFigures(7) == "07");
    CHECK(twoFigures(0) == "00");
    CHECK(twoFigures(10) == "10");
    CHECK(twoFigures(139) == "139");
    CHECK(twoFigures(-3) == "-3");
}

TEST_CASE("Thousands stand apart by dots", "[base][text]")
{
    CHECK(withThousands(0) == "0");
    CHECK(withThousands(999) == "999");
    CHECK(withThousands(1000) == "1.000");
    CHECK(withThousands(2340000) == "2.340.000");
    CHECK(withThousands(-500) == "-500");
    CHECK(withThousands(-12500) == "-12.500");
}

TEST_CASE("Identities are random UUIDs of version 4", "[base][text]")
{
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const auto uid = newUid();
        CHECK(uid.size() == 36);
        CHECK(uid[14] == '4');
        CHECK(std::string("89ab").find(uid[19]) != std::string::npos);
        CHECK(seen.insert(uid).second);
    }
}

TEST_CASE("a Roman number is read as it is written")
{
    for (std::size_t number = 1; number < 200; ++number)
        CHECK(romanValue(lower(roman(number))) == static_cast<int>(number));
    CHECK(romanValue("iiii") == 4);
    for (const char* text : {"", "a", "iv.", "XV"}) {
        INFO(text);
        CHECK_FALSE(romanValue(text));
    }
}
