// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.h"

#include "documents/builders/paper.h"
#include "documents/writers/csv_writer.h"

using namespace thidua;
using namespace thidua::documents;

TEST_CASE("a table as CSV opens in Excel as it stands: marks, separators, quotes, days, groups", "[documents][csv]")
{
    Table table;
    table.columns.resize(3);
    table.header = {headerRow({"Họ và tên", "Ngày sinh", "Ghi chú"})};
    table.rows.push_back(groupRow("Tổ 1; 2 người", 3));
    table.rows.push_back(Row{{{std::string("Đặng Thị Hà")}, {Date::fromIso("1990-04-02").value()}, {std::string("nói \"tốt\"\nrồi nghỉ")}}});
    table.rows.push_back(Row{{{std::string("Y Hiền")}, {std::string()}, {std::int64_t{7}}}});
    CHECK(csvText(table)
        == "\xEF\xBB\xBFHọ và tên;Ngày sinh;Ghi chú\r\n\"Tổ 1; 2 người\"\r\nĐặng Thị Hà;02/04/1990;\"nói \"\"tốt\"\"\nrồi nghỉ\"\r\nY Hiền;;7\r\n");
}

TEST_CASE("what Excel would reckon stays text in CSV, a number keeps its sign", "[documents][csv]")
{
    const auto written = [](const std::string& text) {
        Table table;
        table.columns.resize(1);
        table.rows.push_back(Row{{{text}}});
        const auto all = csvText(table);
        return all.substr(3, all.size() - 5);
    };
    for (const char* text : {"=1+1", "+84 905", "@SUM(A1)", "-tổ phó", "=HYPERLINK(\"x\")"})
        CHECK(written(text).find('\'') <= 1);
    CHECK(written("=1+1") == "'=1+1");
    CHECK(written("-5") == "-5");
    CHECK(written("+0,5") == "+0,5");
    CHECK(written("Tổ 1-2") == "Tổ 1-2");
}
