// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ratio.h"
#include "support/catch.h"

using namespace thidua;

TEST_CASE("Ratios compare exactly", "[base][ratio]")
{
    CHECK(Ratio{7, 10} == Ratio{70, 100});
    CHECK(Ratio{7, 9} > Ratio{7, 10});
    CHECK(Ratio{6, 9} < Ratio{7, 10});
    CHECK(Ratio{1, 3} < Ratio{3334, 10000});
    CHECK(Ratio{0, 5} == Ratio{0, 1});
    CHECK(Ratio{16, 32} <= Ratio{1, 2});
}

TEST_CASE("Percentages print as minutes do", "[base][ratio]")
{
    CHECK(percentText({7, 9}, 2) == "77,78 %");
    CHECK(percentText({-7, 9}, 2) == "-77,78 %"); // no count, but what a changed file may say
    CHECK(percentText({7, 10}, 0) == "70 %");
    CHECK(percentText({2, 3}, 0) == "67 %");
    CHECK(percentText({1, 200}, 0) == "1 %");
    CHECK(percentText({1, 16}, 2) == "6,25 %");
    CHECK(percentText({1, 1}, 2) == "100,00 %");
    CHECK(percentText({1, 1000}, 2) == "0,10 %");
}
