// SPDX-License-Identifier: GPL-3.0-or-later
// What a formula points at, and how that moves when rows come between.
#include "sheets/references.h"
#include "support/catch.h"

using namespace thidua::sheets;

namespace {

std::string moved(const std::string& formula, const RowShift& shift, const std::string& sheet = "DS")
{
    return withReferences(formula, [&sheet](const auto& named) { return !named || *named == sheet; }, [&shift](Reference& reference) { shift.apply(reference); });
}

std::string copied(const std::string& formula, int rows, int columns = 0)
{
    return withReferences(formula, [](const auto&) { return true; }, [&](Reference& reference) { translate(reference, rows, columns); });
}

}

TEST_CASE("rows below an insertion move, ranges that hold it grow")
{
    const RowShift within{9, 5, false};
    CHECK(moved("SUM(C9:C12)", within) == "SUM(C9:C17)");
    CHECK(moved("SUM(C2:C8)+C10", within) == "SUM(C2:C8)+C15");
    CHECK(moved("$A$10&B$9", within) == "$A$15&B$9");
    CHECK(moved("SUM(9:12)", within) == "SUM(9:17)");
    CHECK(moved("SUM(A:C)", within) == "SUM(A:C)");
    const RowShift growing{8, 3, true};
    CHECK(moved("COUNTA(C8:C8)", growing) == "COUNTA(C8:C11)");
    CHECK(moved("COUNTA(C1:C8)", growing) == "COUNTA(C1:C11)");
    CHECK(moved("C8+C9", growing) == "C8+C12");
    CHECK(moved("COUNTA(C8:C8)", RowShift{8, 3, false}) == "COUNTA(C8:C8)");
    Reference cell = *referenceOf("G8");
    growing.applyToRange(cell);
    CHECK(referenceText(cell) == "G8:G11");
    CHECK(withRanges("G8 H20 nonsense", [&](Reference& one) { growing.applyToRange(one); }) == "G8:G11 H23 nonsense");
}

TEST_CASE("what is no reference of the sheet stays")
{
    const RowShift shift{1, 10, false};
    for (const auto* same : {"\"A5\"&\"B\"\"C7\"", "LOG10(2)", "'[Sổ.xlsx]DS'!A5", "[1]DS!A5", "Bang[Cột]", "Bang[[#This Row],[A5]]", "#REF!+1", "Khác!A5", "'Khác nữa'!A5:B9", "TongSo", "1.5E5", "A0", "ABCD5", "x.A5y",
                             "Năm2024", "TRUE", "", "'mở"}) {
        INFO(same);
        CHECK(moved(same, shift) == same);
    }
    CHECK(moved("DS!A5+A6", shift) == "DS!A15+A16");
    CHECK(moved("'DS'!$A$5:$B$9", shift) == "'DS'!$A$15:$B$19");
    CHECK(moved("Khác!A5+A5", shift) == "Khác!A5+A15");
    CHECK(moved("IF(A5>0,\"A5\",Khác!A5)", shift) == "IF(A15>0,\"A5\",Khác!A5)");
    CHECK(moved("'It''s'!A5", shift, "It's") == "'It''s'!A15");
    CHECK(moved("SUM(A5:INDEX(A:A,9))", shift) == "SUM(A15:INDEX(A:A,9))");
}

TEST_CASE("a formula copied further looks at what stands there")
{
    CHECK(copied("VLOOKUP(G8,HTKT!$A$2:$B$20,2,0)", 3) == "VLOOKUP(G11,HTKT!$A$2:$B$20,2,0)");
    CHECK(copied("SUM($B$8:B8)", 2) == "SUM($B$8:B10)");
    CHECK(copied("A1+$B2", 0, 2) == "C1+$B2");
    CHECK(copied("A1", -5) == "A1");
    CHECK(columnLetters(0) == "A");
    CHECK(columnLetters(701) == "ZZ");
    CHECK(columnLetters(16'383) == "XFD");
    CHECK(placeOf("XFD1048576").row == 1'048'576);
    CHECK(placeOf("XFE1").row == 0);
    CHECK(placeOf("A1048577").row == 0);
    CHECK(placeOf("A0").row == 0);
    CHECK(placeOf("A").row == 0);
    CHECK(placeText(12, 27) == "AB12");
}
