// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged spreadsheets: each is read within its bounds or refused in a sentence; tests/attack/sheets tries as many as one likes.
#include "fuzz/mutator.h"
#include "sheets/book.h"
#include "support/catch.h"
#include "support/sheet_files.h"
#include "text/messages.h"

#include <iostream>

using namespace thidua;
using namespace thidua::test;

namespace {

MadeBook school()
{
    return {{{"Lớp 2A",
              {{"TRƯỜNG TIỂU HỌC"}, {"STT", "Họ và tên", "Nữ", "Ngày sinh", "Mã", "Lỗi"}, {"n|1", "Lê Thị Ánh", "x", "d|42000", "z|7", "e|#REF!"}, {"n|2", "r|Trần|Đức", "", "n|2015", "i|HS002", "b|1"}},
              false,
              {"A1:A2", "B3:B4"}},
             {"Ẩn", {{"x"}}, true}},
            false};
}

const std::vector<std::string>& hurting()
{
    static const std::vector<std::string> all = {
        "<row r=\"1048577\">", "<row r=\"0\">", "<c r=\"ZZZZ1\"/>", "<c r=\"A0\"><v>1</v></c>", "<c t=\"s\"><v>99999999999999999999</v></c>", "<v>", "</v>", "<c>", "</c>", "<row>", "</sheetData>",
        "<mergeCell ref=\"A1:A1048576\"/>", "<mergeCell ref=\"A9:A1\"/>", "<mergeCell ref=\":\"/>", "&#0;", "&#x10FFFF;", "&amp;", "&b;", "<!DOCTYPE a>", "<![CDATA[", "]]>", "<!--", "<?x", "xmlns=\"\"",
        "t=\"s\"", "t=\"d\"", "s=\"4294967295\"", "_x0000_", "_xFFFF_", "_x00", "1e999", "-1e308", "nan", "table:number-columns-repeated=\"4294967295\"", "table:number-rows-repeated=\"4294967295\"",
        "table:number-rows-spanned=\"99999999\"", "<text:s text:c=\"4000000000\"/>", "<table:table table:name=\"x\">", "</table:table>", "<table:table-cell>", "office:value-type=\"date\"", "\"", "\"\"", ";", "\t", "\r",
        "sep=\n", std::string("\xff\xfe", 2), std::string(3, '\0'), std::string(70'000, 'a')};
    return all;
}

/// Read or refused; nothing else. Returns whether it was read.
bool answered(const std::string& bytes, const std::string& name)
{
    sheets::Limits limits;
    limits.inflatedBytes = 4U << 20U;
    limits.textBytes = 4U << 20U;
    limits.cells = 100'000;
    const auto read = sheets::readBook(bytes, name, {}, limits);
    if (!read) {
        REQUIRE(read.error().key.starts_with("sheet."));
        REQUIRE(text::hasMessage(read.error().key));
        return false;
    }
    std::size_t cells = 0;
    for (const auto& sheet : read->sheets) {
        std::uint32_t before = 0;
        for (const auto& row : sheet.rows) {
            REQUIRE(row.number > before);
            before = row.number;
            cells += row.cells.size();
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                REQUIRE_FALSE(row.cells[i].text.empty());
                REQUIRE((i == 0 || row.cells[i - 1].column < row.cells[i].column));
                REQUIRE(row.cells[i].column < sheet.width);
            }
        }
    }
    REQUIRE(cells <= limits.cells);
    return true;
}

void insertHurting(Mutator& mutator, std::string& text)
{
    const auto& piece = mutator.oneOf(hurting());
    const auto at = mutator.below(text.size() + 1);
    text.replace(at, mutator.below(2) == 0 ? 0 : std::min<std::size_t>(mutator.below(20), text.size() - at), piece);
}

/// One part of a package damaged, or the bytes of the whole.
std::string damagedPackage(Mutator& mutator, Parts parts)
{
    if (mutator.below(4) == 0)
        return mutator.damaged(zipped(parts));
    auto& part = parts[mutator.below(parts.size())].second;
    if (mutator.below(2) == 0)
        part = mutator.damaged(part);
    for (auto left = mutator.below(3); left > 0; --left)
        insertHurting(mutator, part);
    return zipped(parts);
}

}

TEST_CASE("mutated spreadsheets are read or refused")
{
    const auto wanted = tries(6'000);
    Mutator mutator(fuzzSeed());
    const auto asXlsx = xlsxParts(school()), asOds = odsParts(school());
    const std::string asCsv = "\xef\xbb\xbfSTT;Họ và tên;Ngày sinh\r\n1;\"Lê \"\"Thị\"\" Ánh\";05/09/2015\r\n2;Trần Đức;2015\r\n";
    std::size_t read = 0;
    for (std::size_t i = 0; i < wanted; ++i) {
        INFO("mutation " << i << " of seed " << fuzzSeed());
        switch (i % 3) {
        case 0: read += answered(damagedPackage(mutator, asXlsx), "a.xlsx") ? 1 : 0; break;
        case 1: read += answered(damagedPackage(mutator, asOds), "a.ods") ? 1 : 0; break;
        default: {
            auto text = mutator.damaged(asCsv);
            insertHurting(mutator, text);
            read += answered(text, "a.csv") ? 1 : 0;
        }
        }
    }
    std::cout << wanted << " mutated spreadsheets: " << read << " read, " << wanted - read << " refused\n";
    CHECK(read > wanted / 10);
    CHECK(read < wanted);
}
