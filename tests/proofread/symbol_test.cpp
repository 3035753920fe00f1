// SPDX-License-Identifier: GPL-3.0-or-later
#include "proofread/citation.h"
#include "proofread_support.h"

using namespace thidua;
using namespace thidua::test;

TEST_CASE("a sign is read in every form, written in the right one, and read again to the same")
{
    const std::vector<std::pair<const char*, const char*>> forms = {
        {"34-CT/TW", "34-CT/TW"}, {"124-KH/TU", "124-KH/TU"}, {"02/KH-HĐTĐKT", "02/KH-HĐTĐKT"}, {"313/PGDĐT-TH", "313/PGDĐT-TH"},
        {"1533 /SGDĐT-CMTH", "1533/SGDĐT-CMTH"}, {"29-NQ/TW", "29-NQ/TW"}, {"29/NQ/TW", "29-NQ/TW"}, {"29/NQ-TW", "29-NQ/TW"}, {"382/PGDĐT-TTr", "382/PGDĐT-TTr"},
        {"09A/KH-THMĐ", "09A/KH-THMĐ"}, {"139/KH-PGDĐT", "139/KH-PGDĐT"}, {"139-KH/PGDĐT", "139/KH-PGDĐT"}, {"1374/KH-BGDĐT", "1374/KH-BGDĐT"},
        {"34/KH-GD&ĐT", "34/KH-GD&ĐT"}, {"05-CT/TW", "05-CT/TW"}, {"91/2017/NĐ-CP", "91/2017/NĐ-CP"}, {"21/2020/TT-BGDĐT", "21/2020/TT-BGDĐT"},
        {"09/2020/QĐ-UBND", "09/2020/QĐ-UBND"}, {"06/2022/QH15", "06/2022/QH15"}, {"91/2017/ND-CP", "91/2017/NĐ-CP"}, {"22/QD-UBND", "22/QĐ-UBND"},
        {"22/QĐ/UBND", "22/QĐ-UBND"}, {"12-KH/ĐTN", "12-KH/ĐTN"}};
    for (const auto& [written, right] : forms) {
        INFO(written);
        const auto symbol = Symbol::parse(written);
        REQUIRE(symbol);
        CHECK(symbol->text() == right);
        const auto again = Symbol::parse(symbol->text());
        REQUIRE(again);
        CHECK(again->text() == right);
        CHECK(again->parts == symbol->parts);
    }
}

TEST_CASE("what is no sign is none")
{
    for (const char* text : {"24/32 đ/c", "6/26 GV", "2021-2022", "20/11", "3-5 em", "1/2", "lớp 5/A"}) {
        INFO(text);
        CHECK_FALSE(Symbol::parse(text));
    }
}
