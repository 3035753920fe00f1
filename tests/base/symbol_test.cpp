// SPDX-License-Identifier: GPL-3.0-or-later
// Signs of documents: read in all their forms, written in the right one.
#include "base/symbol.h"
#include "base/code_points.h"
#include "base/vietnamese.h"
#include "support/catch.h"

#include <fstream>

using namespace thidua;

TEST_CASE("what a field says becomes the right sign, and what is none stays")
{
    CHECK(rightSymbol("so 29-NQ/TW") == "29-NQ/TW");
    CHECK(rightSymbol("số 29/NQ/TW") == "29-NQ/TW");
    CHECK(rightSymbol(" 1533 /SGDĐT-CMTH ") == "1533/SGDĐT-CMTH");
    CHECK(rightSymbol("139-KH/PGDDT") == "139/KH-PGDĐT");
    CHECK(rightSymbol("02/KH-HĐTĐKT") == "02/KH-HĐTĐKT");
    CHECK(rightSymbol("1622 /SGDĐT- CMTH") == "1622/SGDĐT-CMTH");
    CHECK(rightSymbol("so 05 / NQ / ĐU") == "05-NQ/ĐU");
    CHECK(rightSymbol("12/KH – THHD") == "12/KH-THHD");
    CHECK(rightSymbol("Nghị quyết Đại hội chi bộ") == "Nghị quyết Đại hội chi bộ");
    CHECK(rightSymbol("30/2020/NĐ-CP, Phụ lục I") == "30/2020/NĐ-CP, Phụ lục I");
}

TEST_CASE("a sign names the kind of its text, a letter's names none")
{
    CHECK(kindOfSign("so 05/NQ/ĐU") == "Nghị quyết");
    CHECK(kindOfSign("05-CT/TW") == "Chỉ thị");
    CHECK(kindOfSign("91/2017/NĐ-CP") == "Nghị định");
    CHECK(kindOfSign("28/2020/TT-BGDDT") == "Thông tư");
    CHECK(kindOfSign("139/KH-PGDĐT") == "Kế hoạch");
    CHECK(kindOfSign("1622 /SGDĐT- CMTH").empty());
    CHECK(kindOfSign("Nghị quyết Đại hội chi bộ").empty());
}

TEST_CASE("whose text it is stands in its sign and in the issuer's name")
{
    CHECK(bodyLevel("34-CT/TW", "Bộ Chính trị") == "party");
    CHECK(bodyLevel("124-KH/TU", "Thành ủy Hà Nội") == "party");
    CHECK(bodyLevel("05-NQ/CB", "Chi bộ Trường Tiểu học Măng Đen") == "school");
    CHECK(bodyLevel("02/KH-HĐTĐKT", "") == "council");
    CHECK(bodyLevel("1374/KH-BGDĐT", "Bộ Giáo dục và Đào tạo") == "sector");
    CHECK(bodyLevel("34/KH-GD&ĐT", "Phòng Giáo dục và Đào tạo huyện Thanh Oai") == "sector");
    CHECK(bodyLevel("91/2017/NĐ-CP", "Chính phủ") == "state");
    CHECK(bodyLevel("09A/KH-THMĐ", "Trường Tiểu học Măng Đen") == "school");
    CHECK(bodyLevel("12-KH/ĐTN", "Huyện đoàn Kon Plông") == "party");
    CHECK(bodyLevel("15", "Hội Chữ thập đỏ") == "other");
}

TEST_CASE("every sign that the two schools' plans cite is read, written rightly and read again to the same")
{
    const std::map<std::string, std::vector<std::string>> wanted = {
        {"hong-duong", {"139/KH-PGDĐT", "34-CT/TW", "124-KH/TU", "02/KH-HĐTĐKT", "1374/KH-BGDĐT", "34/KH-GD&ĐT", "29-NQ/TW", "05-CT/TW", "91/2017/NĐ-CP", "21/2020/TT-BGDĐT",
                         "09/2020/QĐ-UBND"}},
        {"mang-den", {"1533/SGDĐT-CMTH", "313/PGDĐT-TH", "382/PGDĐT-TTr", "09A/KH-THMĐ", "29-NQ/TW"}}};
    for (const auto& [school, signs] : wanted) {
        std::ifstream stream(std::string(THIDUA_SOURCE) + "/tests/fixtures/proofread/" + school + ".txt");
        REQUIRE(stream);
        std::vector<std::string> found;
        for (std::string line; std::getline(stream, line);) {
            const auto points = codePoints(nfc(line));
            const auto plain = plainReading(points);
            for (auto match = std::sregex_iterator(plain.begin(), plain.end(), Symbol::pattern()); match != std::sregex_iterator(); ++match) {
                const auto written = utf8Of(std::u32string_view(points).substr(static_cast<std::size_t>(match->position(2)), static_cast<std::size_t>(match->length(2))));
                const auto symbol = Symbol::parse(written);
                if (!symbol)
                    continue;
                INFO(written);
                const auto again = Symbol::parse(symbol->text());
                REQUIRE(again);
                CHECK(again->text() == symbol->text());
                CHECK(again->parts == symbol->parts);
                CHECK(again->party == symbol->party);
                CHECK(rightSymbol(written) == symbol->text());
                found.push_back(symbol->text());
            }
        }
        for (const auto& sign : signs) {
            INFO(school << " " << sign);
            CHECK(std::find(found.begin(), found.end(), sign) != found.end());
        }
    }
}
