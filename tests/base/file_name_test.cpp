// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_name.h"
#include "base/vietnamese.h"
#include "support/catch.h"

using namespace thidua;

TEST_CASE("a proposed name is one that every system takes")
{
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"Danh sách khen thưởng 2021–2022.pdf", "Danh sách khen thưởng 2021–2022.pdf"},
        {"Số 21/QĐ-THMĐ.pdf", "Số 21-QĐ-THMĐ.pdf"},
        {"a<b>c:d\"e\\f|g?h*i.docx", "a-b-c-d-e-f-g-h-i.docx"},
        {"CON.pdf", "_CON.pdf"},
        {"nul", "_nul"},
        {"Com1.tar.gz", "_Com1.tar.gz"},
        {"LPT9 .xlsx", "_LPT9.xlsx"},
        {"COM¹.pdf", "_COM¹.pdf"},
        {"CONG.pdf", "CONG.pdf"},
        {"Tổng kết. .pdf", "Tổng kết.pdf"},
        {" Kế hoạch . ", "Kế hoạch"},
        {"hai\ndòng\x01.pdf", "hai-dòng-.pdf"},
        {".pdf", "Tệp.pdf"},
        {"", "Tệp"},
        {"...", "Tệp"},
        {"Trường TH. Hồng Dương", "Trường TH. Hồng Dương"},
    };
    for (const auto& [wished, right] : rows) {
        INFO(wished);
        CHECK(safeFileName(wished) == right);
        CHECK(safeFileName(right) == right);
    }
    std::string longName;
    for (int i = 0; i < 200; ++i)
        longName += "ường ";
    const auto cut = safeFileName(longName + ".docx");
    CHECK(cut.size() <= 200);
    CHECK(cut.ends_with(".docx"));
    CHECK(isNfc(cut));
}
