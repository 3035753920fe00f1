// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged forms: each is refused in a sentence, or filled so that the reader of all spreadsheets reads it again.
#include "fuzz/mutator.h"
#include "sheets/form_book.h"
#include "support/catch.h"
#include "support/sheet_files.h"
#include "text/messages.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <zip.h>

using namespace thidua;
using namespace thidua::test;

namespace {

Parts unpackedForm(const std::string& name)
{
    std::ifstream file(std::string(THIDUA_SOURCE) + "/tests/fixtures/receiver/" + name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    zip_error_t error;
    auto* zip = zip_open_from_source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error), ZIP_RDONLY, &error);
    REQUIRE(zip != nullptr);
    Parts parts;
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
        zip_stat_t stat;
        REQUIRE(zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat) == 0);
        auto& part = parts.emplace_back(stat.name, std::string(stat.size, '\0')).second;
        auto* entry = zip_fopen_index(zip, static_cast<zip_uint64_t>(i), 0);
        zip_fread(entry, part.data(), part.size());
        zip_fclose(entry);
    }
    zip_discard(zip);
    return parts;
}

const std::vector<std::string>& hurtingForms()
{
    static const std::vector<std::string> all = {
        "<row r=\"1048576\">", "<row r=\"0\"/>", "<row/>", "<c/>", "<c r=\"\"/>", "<c r=\"XFD1048576\"/>", "<f t=\"shared\" si=\"0\"/>", "<f t=\"shared\" ref=\"A1:A9\" si=\"0\">A1</f>", "<f>((((</f>", "<f>'",
        "<f>[[[[", "<f>\"", "ref=\"A1048576:B1048576\"", "sqref=\"A1 A2 A3:\"", "sqref=\"1:1048576\"", "<mergeCell ref=\"A8:I8\"/>", "<mergeCell ref=\":\"/>", "</sheetData>", "<sheetData>", "<sheetData/>",
        "<definedName name=\"LinhVuc\">LinhVuc</definedName>", "<formula1>'", "<formula1>A1:A1048576</formula1>", "r:id=\"rId1\"", "Target=\"../../../x\"", "Target=\"\"", "<xdr:row>99999999999</xdr:row>", "<x:Row>",
        "<x:Anchor>,,,", "<!DOCTYPE a>", "<![CDATA[", "&#0;", "&b;", "<a><a><a>", "s=\"4294967295\"", "min=\"1\" max=\"4294967295\"", "hidden=\"1\"", "<brk id=\"4294967295\"/>"};
    return all;
}

std::vector<std::vector<sheets::Cell>> linesOf(std::size_t count, const sheets::Cell& cell)
{
    return std::vector<std::vector<sheets::Cell>>(count, std::vector<sheets::Cell>{cell});
}

/// Filled or refused; nothing else. Returns whether it was filled.
bool answeredForm(const std::string& bytes, const std::string& sheet, const sheets::FormFill& fill)
{
    const auto refused = [](const Error& error) {
        INFO(error.key);
        REQUIRE((error.key.starts_with("sheet.") || error.key.starts_with("form.")));
        REQUIRE(text::hasMessage(error.key));
        return false;
    };
    const auto form = sheets::readForm(bytes, "a.xlsx", sheet);
    if (!form)
        return refused(form.error());
    const auto made = sheets::filledForm(bytes, "a.xlsx", fill);
    if (!made)
        return refused(made.error());
    const auto read = sheets::readBook(*made, "a.xlsx", sheet);
    INFO((read ? std::string() : read.error().key));
    REQUIRE(read);
    return true;
}

}

TEST_CASE("mutated forms are filled or refused")
{
    const auto wanted = tries(3'000);
    Mutator mutator(fuzzSeed());
    const std::vector<std::pair<Parts, sheets::FormFill>> forms = {
        {unpackedForm("mau-tdkt.xlsx"), {"Mau TDKT", {0, 1, 2}, 0, 8, {{8, 1, 8, false, linesOf(5, {2, sheets::CellKind::Text, "Lê Anh"})}}}},
        {unpackedForm("dang-ky.xlsx"), {"Đăng ký", {1}, 0, 7, {{6, 1, 6, true, linesOf(2, {1, sheets::CellKind::Text, "Tổ 1"})}, {8, 3, 8, true, linesOf(6, {1, sheets::CellKind::Date, "12/05/1986"})}}}}};
    std::size_t filled = 0;
    for (std::size_t i = 0; i < wanted; ++i) {
        INFO("mutation " << i << " of seed " << fuzzSeed());
        auto [parts, fill] = forms[i % forms.size()];
        if (mutator.below(6) == 0) {
            filled += answeredForm(mutator.damaged(zipped(parts)), fill.sheet, fill) ? 1 : 0;
            continue;
        }
        // Most often where the form's own rows stand.
        auto& part = mutator.below(2) == 0 ? parts[3].second : parts[mutator.below(parts.size())].second;
        if (mutator.below(3) == 0)
            part = mutator.damaged(part);
        else
            part.insert(mutator.below(part.size() + 1), mutator.oneOf(hurtingForms()));
        filled += answeredForm(zipped(parts), fill.sheet, fill) ? 1 : 0;
    }
    std::cout << wanted << " mutated forms: " << filled << " filled, " << wanted - filled << " refused\n";
    CHECK(filled > wanted / 20);
    CHECK(filled < wanted);
}
