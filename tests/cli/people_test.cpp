// SPDX-License-Identifier: GPL-3.0-or-later
// collate, search, lists from spreadsheets as they really look, files that are none, everything out and in again; forms filled.
#include "cli_support.h"
#include "support/sheet_files.h"

#include "base/code_points.h"
#include "base/vietnamese.h"
#include "sheets/book.h"

#include <nlohmann/json.hpp>
#include <set>
#include <sys/stat.h>

using namespace thidua;
using namespace thidua::test;
using nlohmann::json;

namespace {

struct ImportCli : Cli {
    void put(const std::string& name, const std::string& bytes) const { std::ofstream(scratch / name, std::ios::binary) << bytes; }
    Ran import(const std::string& arguments) const { return run("import a.thidua " + arguments + " --json"); }
    /// Its answer, with what must hold of every one.
    json answer(const std::string& arguments, int code = 0) const
    {
        const auto ran = import(arguments);
        INFO(arguments << "\n" << ran.err << ran.out);
        REQUIRE(ran.code == code);
        auto said = json::parse(ran.out);
        const bool refused = arguments.find("--strict") != std::string::npos && !said.at("rejected").empty();
        CHECK((refused || said.at("rows") == said.at("created").get<int>() + said.at("updated").get<int>() + said.at("unchanged").get<int>() + static_cast<int>(said.at("rejected").size())));
        for (const auto& list : {"rejected", "warnings"})
            for (const auto& issue : said.at(list)) {
                INFO(issue.dump());
                CHECK(issue.at("message").get<std::string>().find(' ') != std::string::npos);
                CHECK(issue.at("message").get<std::string>().find('%') == std::string::npos);
            }
        CHECK(run("check a.thidua").code == 0);
        return said;
    }
    json info() const { return json::parse(run("info a.thidua --json").out); }
    int count(const char* kind) const { return info().at("counts").at(kind); }
    std::string whole() const
    {
        REQUIRE(run("export a.thidua --to whole.json").code == 0);
        return bytesOf(scratch / "whole.json");
    }
    json people() const { return json::parse(whole()).at("tables").at("person"); }
    json person(const std::string& name) const
    {
        for (const auto& row : people())
            if (row.at("full_name") == name)
                return row;
        FAIL("nobody is named " << name);
        return {};
    }
};

struct EmptySchool : ImportCli {
    EmptySchool() { REQUIRE(run("new a.thidua").code == 0); }
};

struct Sample : ImportCli {
    Sample() { REQUIRE(run("new a.thidua --sample mang-den").code == 0); }
};

int warned(const json& said, const std::string& words)
{
    int count = 0;
    for (const auto& issue : said.at("warnings"))
        count += issue.at("message").get<std::string>().find(words) != std::string::npos ? 1 : 0;
    return count;
}

/// A list of pupils as a school keeps it: titles, merged headings over two rows, an empty heading, ticks, days in every form, a sum, signatures.
MadeBook pupils()
{
    MadeSheet list{"DS HS",
                   {{"PHÒNG GD&ĐT KON PLÔNG", "", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
                    {"TRƯỜNG TIỂU HỌC MĂNG ĐEN"},
                    {},
                    {"", "DANH SÁCH HỌC SINH NĂM HỌC 2024-2025"},
                    {},
                    {"STT", "Mã HS", "Họ và tên", "", "Giới tính", "", "Ngày sinh", "Lớp", "Ghi chú"},
                    {"", "", "", "", "Nam", "Nữ", "", "", ""},
                    {"(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"},
                    {"n|1", "0012345", "Nguyễn Thị", "Hoa", "", "x", "d|42064", "2A"},
                    {"n|2", "0012346", "Trần Văn", "Đức", "x", "", "5/9/2015", "2A", "con TB"},
                    {},
                    {"n|3", "z|12347", "Lê Thị", "Ánh", "", "x", "n|2015", "2A"},
                    {"n|4", "0012348", "Y", "Nga", "", "X", "31/02/2015", "2A"},
                    {"n|5", "0012346", "Trần Văn", "Đức", "x", "", "5/9/2015", "2A", "chép hai lần"},
                    {"n|6", "0012346", "Trần Văn", "Đức", "x", "", "5/9/2015", "2B"},
                    {"n|7", "d|45293", "A", "Hùng", "x", "", "1/1/2016", "2B"},
                    {"n|8", "0012350", "Hồ Văn", "Nam", "x", "", "20/11/2099", "2B"},
                    {"n|9", "0012351", "Nguye\xcc\x82\xcc\x83n\xc2\xa0 Thi\xcc\xa3", "Mai", "", "x", "01.02.2016", "2B"},
                    {"n|10"},
                    {"", "", "Tổng cộng: 9 học sinh"},
                    {"", "", "", "", "", "", "Măng Đen, ngày 5 tháng 9 năm 2024"},
                    {"", "", "Người lập biểu", "", "", "", "HIỆU TRƯỞNG"},
                    {},
                    {"", "", "Nguyễn Văn Lập", "", "", "", "Trần Thị Trưởng"}},
                   false,
                   {"A6:A7", "B6:B7", "C6:D7", "E6:F6", "G6:G7", "H6:H7"}};
    return {{{"Hướng dẫn", {{"Đọc kỹ trước khi nhập"}}}, list, {"Ẩn", {{"Họ và tên", "Lớp"}, {"Không Được Đọc", "9A"}}, true}}};
}

}

TEST_CASE_METHOD(EmptySchool, "a list of pupils as schools keep it comes in row by row")
{
    put("hs.xlsx", xlsx(pupils()));
    const auto said = answer("pupils hs.xlsx --year 2024-2025", 1);
    CHECK(said.at("rows") == 9);
    CHECK(said.at("created") == 4);
    CHECK(said.at("unchanged") == 1);
    CHECK(said.at("sheet") == "DS HS");
    CHECK(said.at("year") == "2024-2025");
    REQUIRE(said.at("rejected").size() == 4);
    const auto& wrong = said.at("rejected");
    CHECK(wrong[0].at("row") == 13);
    CHECK(wrong[0].at("column") == "Ngày sinh");
    CHECK(wrong[0].at("value") == "31/02/2015");
    CHECK(wrong[1].at("row") == 15); // a pupil in two classes
    CHECK(wrong[1].at("message").get<std::string>().find("dòng 10") != std::string::npos);
    CHECK(wrong[2].at("column") == "Mã HS");
    CHECK(wrong[2].at("message").get<std::string>().find("Excel") != std::string::npos);
    CHECK(wrong[3].at("value") == "20/11/2099");
    CHECK(warned(said, "Chỉ có năm 2015") == 1);
    CHECK(count("pupils") == 4);
    CHECK(count("staff") == 0);
    CHECK(count("classes") == 2);
    CHECK(info().at("years").front().at("year") == "2024-2025");
    CHECK(person("Nguyễn Thị Hoa").at("code") == "0012345");
    CHECK(person("Nguyễn Thị Hoa").at("gender") == "female");
    CHECK(person("Nguyễn Thị Hoa").at("birth") == "2015-03-01");
    CHECK(person("Trần Văn Đức").at("gender") == "male");
    CHECK(person("Lê Thị Ánh").at("birth") == "2015");
    CHECK(person("Lê Thị Ánh").at("code") == "12347");
    CHECK(person("Nguyễn Thị Mai").at("birth") == "2016-02-01"); // letters apart from their marks, a no-break space
    // The same list again says nothing new.
    const auto again = answer("pupils hs.xlsx --year 2024-2025", 1);
    CHECK(again.at("created") == 0);
    CHECK(again.at("updated") == 0);
    CHECK(again.at("unchanged") == 5);
    CHECK_FALSE(again.at("saved").get<bool>());
    // They are found, by name and code, with their class.
    const auto found = json::parse(run("search a.thidua 'tran van duc' --json").out);
    REQUIRE(found.size() == 1);
    CHECK(found.front().at("kind") == "pupil");
    CHECK(found.front().at("detail").get<std::string>().find("2A") != std::string::npos);
    CHECK(json::parse(run("search a.thidua 0012351 --json").out).front().at("text") == "Nguyễn Thị Mai");
}

TEST_CASE_METHOD(EmptySchool, "the preview is what is saved, and writes nothing")
{
    put("hs.xlsx", xlsx(pupils()));
    const auto before = bytesOf(scratch / "a.thidua");
    auto preview = answer("pupils hs.xlsx --year 2024-2025 --dry-run", 1);
    CHECK(bytesOf(scratch / "a.thidua") == before);
    CHECK(preview.at("plan").size() == 9);
    CHECK(preview.at("plan")[0].at("name") == "Nguyễn Thị Hoa");
    CHECK_FALSE(preview.at("saved").get<bool>());
    // One bad row refuses all, when that is wanted.
    const auto strict = answer("pupils hs.xlsx --year 2024-2025 --strict", 1);
    CHECK(strict.at("rejected").size() == 4);
    CHECK_FALSE(strict.at("saved").get<bool>());
    CHECK(count("pupils") == 0);
    auto saved = answer("pupils hs.xlsx --year 2024-2025", 1);
    for (const char* key : {"rows", "created", "updated", "unchanged", "rejected", "warnings", "sheet", "year"})
        CHECK(preview.at(key) == saved.at(key));
    CHECK(count("operations") == 2); // founded, and the one import
}

TEST_CASE_METHOD(EmptySchool, "pupils move up, change class and get what was not known, field by field")
{
    put("hs.csv", "\xef\xbb\xbfMã học sinh;Họ tên học sinh;Ngày sinh;Lớp\r\n001;Nguyễn Thị Hoa;01/03/2015;2A\r\n002;Lê Hòa;2015;2A\r\n;Trần Văn Bé;;2A\r\n");
    CHECK(answer("pupils hs.csv --year 2023-2024").at("created") == 3);
    put("hs2.csv", "Lớp,Họ và tên,Mã học sinh,Ngày sinh,Giới tính\n3A,Nguyễn Thị Hoa,001,01/03/2015,Nữ\n3A,Lê Hòa,002,15/06/2015,Nam\n3A,Lê Hoà,,15/06/2015,Nam\n3A,Trần Văn Bé,,,Nam\n");
    auto said = answer("pupils hs2.csv --year 2024-2025 --dry-run", 1);
    CHECK(said.at("updated") == 2);
    REQUIRE(said.at("rejected").size() == 2); // another tone place, and a name alone in another class: asked, never guessed
    CHECK(said.at("rejected")[0].at("message").get<std::string>().find("dấu thanh") != std::string::npos);
    const auto& changes = said.at("plan")[1].at("changes");
    CHECK(changes.dump().find("15/06/2015") != std::string::npos);
    answer("pupils hs2.csv --year 2024-2025", 1);
    CHECK(person("Lê Hòa").at("birth") == "2015-06-15");
    CHECK(count("pupils") == 3);
    CHECK(info().at("years").size() == 2);
    // Within the year another class is a change.
    put("hs3.csv", "Họ và tên,Mã học sinh,Lớp\nNguyễn Thị Hoa,001,3B\n");
    said = answer("pupils hs3.csv --year 2024-2025");
    CHECK(said.at("updated") == 1);
    // A code that is somebody else's.
    put("hs4.csv", "Họ và tên,Mã học sinh,Ngày sinh,Lớp\nĐỗ Văn Khác,001,02/02/2014,3B\nPhạm Hồng,1.23457E+11,02/02/2014,3B\nVũ Lan,003,03/03/2014,05/02/2014\n");
    said = answer("pupils hs4.csv --year 2024-2025", 1);
    REQUIRE(said.at("rejected").size() == 3); // and a class that has become a day
    CHECK(said.at("rejected")[2].at("column") == "Lớp");
}

TEST_CASE_METHOD(EmptySchool, "a class list without a class column has its class in the title or above its lines")
{
    put("2c.xlsx", xlsx({{"DANH SÁCH HỌC SINH LỚP 2C"}, {}, {"TT", "Họ đệm", "Tên", "Nữ"}, {"n|1", "Lê Văn", "Ba"}, {"n|2", "Mai Thị", "Tư", "x"}}));
    CHECK(answer("pupils 2c.xlsx --year 2024-2025").at("created") == 2);
    CHECK(json::parse(run("search a.thidua 'le van ba' --json").out).front().at("detail").get<std::string>().find("2C") != std::string::npos);
    put("khoi.ods", ods({{"TT", "Họ và tên", "Ngày sinh"}, {"Lớp 3A"}, {"n|1", "Lê An", "d|2014-05-06"}, {"Lớp 3B"}, {"n|1", "Lê Bình", "d|2014-05-07"}}));
    CHECK(answer("pupils khoi.ods --year 2024-2025").at("created") == 2);
    CHECK(json::parse(run("search a.thidua 'le binh' --json").out).front().at("detail").get<std::string>().find("3B") != std::string::npos);
}

TEST_CASE_METHOD(EmptySchool, "a birth may stand in the column of the gender, as old forms have it")
{
    for (const char* kind : {"staff", "pupils"}) {
        const bool staff = std::string(kind) == "staff";
        const std::string year = staff ? "19" : "20", a = std::string("Lê Văn ") + (staff ? "Ba" : "Bé"), b = std::string("Mai Thị ") + (staff ? "Tư" : "Út");
        put("cu.xlsx", xlsx({{"TT", "Họ và tên", "Năm sinh", "", "Quê quán"}, {"", "", "Nam", "Nữ"}, {"n|1", a, year + "15", "", "Huế"}, {"n|2", b, "", "02/05/" + year + "14", "Vinh"}}));
        const auto said = answer(std::string(kind) + " cu.xlsx --year 2024-2025");
        CHECK(said.at("created") == 2);
        CHECK(person(a).at("gender") == "male");
        CHECK(person(a).at("birth") == year + "15");
        CHECK(person(b).at("gender") == "female");
        CHECK(person(b).at("birth") == year + "14-05-02");
    }
}

TEST_CASE_METHOD(EmptySchool, "a day that three columns hold is one day, and of a month the year is kept")
{
    put("ba-cot.xlsx", xlsx({{"TT", "Họ và tên", "Ngày sinh", "", "", "Giới tính", "", "Lớp"},
                             {"", "", "Ngày", "Tháng", "Năm", "Nam", "Nữ", ""},
                             {"n|1", "A Hoàng", "n|5", "n|3", "n|2014", "x", "", "1A"},
                             {"n|2", "Y Hường", "15", "12", "2014", "", "x", "1A"},
                             {"n|3", "Y Hương", "31", "02", "2014", "", "x", "1A"},
                             {"n|4", "Lê Hòa", "", "", "2013", "x", "", "1A"}}));
    const auto said = answer("pupils ba-cot.xlsx --year 2024-2025", 1);
    CHECK(said.at("created") == 3);
    REQUIRE(said.at("rejected").size() == 1);
    CHECK(said.at("rejected")[0].at("row") == 5);
    CHECK(said.at("rejected")[0].at("column") == "Ngày sinh");
    CHECK(person("A Hoàng").at("birth") == "2014-03-05");
    CHECK(person("A Hoàng").at("gender") == "male");
    CHECK(person("Y Hường").at("birth") == "2014-12-15");
    CHECK(person("Y Hường").at("gender") == "female");
    CHECK(person("Lê Hòa").at("birth") == "2013");
    put("thang.xlsx", xlsx({{"TT", "Họ và tên", "Năm sinh", "Chức vụ", "Vào ngành"}, {"n|1", "Trần Thị Bích", "n|1980", "Giáo viên", "9/2002"}}));
    const auto staff = answer("staff thang.xlsx --year 2024-2025");
    CHECK(staff.at("created") == 1);
    CHECK(warned(staff, "“9/2002” không có ngày; đã ghi năm 2002.") == 1);
    CHECK(person("Trần Thị Bích").at("employed_from") == "2002-00-00");
}

TEST_CASE_METHOD(EmptySchool, "a staff list comes in by the engine that reads pasted lists")
{
    put("cb.xlsx", xlsx({{"TRƯỜNG TIỂU HỌC MĂNG ĐEN"},
                         {"DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN"},
                         {"STT", "Mã cán bộ", "Họ và tên", "Nữ", "Ngày sinh", "Chức vụ", "Tổ chuyên môn", "Năm vào ngành"},
                         {"BAN GIÁM HIỆU"},
                         {"n|1", "CB01", "TRỊNH VĂN AN", "", "12/03/68", "HT", "", "d|33117"},
                         {"n|2", "CB02", "Đỗ Thị Bé", "x", "d|25638", "P.HT", "", "n|1992"},
                         {"TỔ 1"},
                         {"n|3", "CB03", "Phạm Thị Hương", "x", "5/5/1995", "GV", "Tổ 1", "01/09/2018"},
                         {"n|4", "CB04", "Phạm Thị Hường", "x", "5/5/1995", "Giáo viên", "Tổ  1", "01/09/2018"},
                         {"n|5", "CB05", "Lê Hoà", "", "31/09/1983", "TTCM", "Tổ 1", "2005"},
                         {"n|6", "CB04", "Phạm Thị Khác", "x", "6/6/1990", "Giáo viên", "Tổ 1", "2012"},
                         {"n|7", "CB03", "Phạm Thị Hương", "x", "5/5/1995", "GV", "Tổ 1", "01/09/2018"},
                         {"n|8", "CB08", "Vũ Thị Lỗi", "x", "e|#VALUE!", "GV", "Tổ 1", "2012"},
                         {"", "", "Cộng: 8 người"},
                         {"", "", "Người lập", "", "", "Hiệu trưởng"},
                         {"", "", "Lê Thị Ký", "", "", "Trịnh Văn An"}}));
    const auto said = answer("staff cb.xlsx --year 2024-2025", 1);
    CHECK(said.at("rows") == 8);
    CHECK(said.at("created") == 4);
    CHECK(said.at("unchanged") == 1);
    REQUIRE(said.at("rejected").size() == 3);
    CHECK(said.at("rejected")[0].at("row") == 10);
    CHECK(said.at("rejected")[0].at("column") == "Ngày sinh");
    CHECK(said.at("rejected")[1].at("column") == "Mã cán bộ");
    CHECK(said.at("rejected")[1].at("message").get<std::string>().find("dòng 9") != std::string::npos);
    CHECK(said.at("rejected")[2].at("row") == 13);
    CHECK(count("staff") == 4);
    CHECK(person("Trịnh Văn An").at("birth") == "1968-03-12");
    CHECK(person("Trịnh Văn An").at("code") == "CB01");
    CHECK(person("Đỗ Thị Bé").at("gender") == "female");
    CHECK(answer("staff cb.xlsx --year 2024-2025", 1).at("unchanged") == 5);
    // By the code a changed name is still the same person.
    put("doi.csv", "Mã cán bộ,Họ và tên,Ngày sinh,Chức vụ,Tổ\nCB03,Phạm Thị Thu Hương,5/5/1995,Giáo viên,Tổ 1\n");
    const auto changed = answer("staff doi.csv --dry-run");
    CHECK(changed.at("updated") == 1);
    CHECK(changed.at("plan")[0].at("changes")[0].at("before") == "Phạm Thị Hương");
}

TEST_CASE_METHOD(EmptySchool, "old fonts are recognised and converted, Unicode never by mistake")
{
    put("cu.csv", "Họ và tên,Chức vụ\nTraàn Thò Hoàng,Giáo viên\nNguyeãn Vaên Ñöùc,Giáo viên\nLeâ Thò Lan,Giáo viên\n");
    auto said = answer("staff cu.csv --year 2024-2025");
    CHECK(said.at("created") == 3);
    CHECK(warned(said, "bảng mã cũ") == 3);
    CHECK(person("Trần Thị Hồng").is_object());
    CHECK(person("Nguyễn Văn Đức").is_object());
    put("moi.csv", "Họ và tên,Chức vụ\nHoàng Anh,Giáo viên\nHoàng Hoà,Giáo viên\nTraàn Thò Mai,Giáo viên\nNguyễn Thị Lý,Giáo viên\nTrần Ðào,Giáo viên\n");
    said = answer("staff moi.csv --year 2024-2025");
    CHECK(person("Hoàng Anh").is_object());
    CHECK(person("Hoàng Hoà").is_object());
    CHECK(person("Trần Thị Mai").is_object());
    CHECK(person("Trần Đào").is_object());
}

TEST_CASE_METHOD(Sample, "registrations come in by a column of honours or by ticks below them")
{
    put("dk.xlsx", xlsx({{"DANH SÁCH ĐĂNG KÝ DANH HIỆU THI ĐUA"},
                         {"STT", "Họ và tên", "Danh hiệu đăng ký", "Ngày đăng ký"},
                         {"n|1", "Hoàng Thị Bích Liên", "LĐTT, CSTĐCS", "15/09/2022"},
                         {"n|2", "Bùi Quang Huy", "Lao động tiên tiến", "15/09/2022"},
                         {"n|3", "Không Có Ai", "LĐTT", "15/09/2022"},
                         {"n|4", "Bùi Quang Huy", "Giải Nobel", "15/09/2022"},
                         {"", "Cộng: 4"}}));
    const auto before = count("registrations");
    const auto said = answer("registrations dk.xlsx --year 2023-2024", 1);
    CHECK(said.at("created") == 2);
    REQUIRE(said.at("rejected").size() == 2);
    CHECK(said.at("rejected")[0].at("column") == "Họ và tên");
    CHECK(said.at("rejected")[1].at("value") == "Giải Nobel");
    CHECK(count("registrations") == before + 2);
    CHECK(answer("registrations dk.xlsx --year 2023-2024", 1).at("unchanged") == 2);
    put("dk2.csv", "TT,Họ tên,LĐTT,CSTĐ cơ sở,Ghi chú\n1,Bùi Quang Huy,x,x,\n2,Đỗ Thị Quỳnh Như,x,,\n3,Lê Văn Thắng,,,\n");
    const auto ticks = answer("registrations dk2.csv --year 2023-2024", 1);
    CHECK(ticks.at("created") == 1);
    CHECK(ticks.at("updated") == 1);
    CHECK(ticks.at("rejected").size() == 1);
}

TEST_CASE_METHOD(Sample, "ratings and past honours come in, twice without a change")
{
    put("xl.csv", "TT;Họ và tên;Xếp loại cuối năm;Số tháng công tác\n1;Hoàng Thị Bích Liên;HTXSNV;12\n2;Bùi Quang Huy;Hoàn thành tốt nhiệm vụ;12\n3;Đỗ Thị Quỳnh Như;Rất ngoan;\n");
    auto said = answer("evaluations xl.csv --year 2022-2023", 1);
    CHECK(said.at("created").get<int>() + said.at("updated").get<int>() == 2);
    CHECK(said.at("rejected")[0].at("value") == "Rất ngoan");
    CHECK(answer("evaluations xl.csv --year 2022-2023", 1).at("unchanged") == 2);
    put("kt.xlsx", xlsx({{"QUÁ TRÌNH KHEN THƯỞNG"},
                         {"TT", "Họ và tên", "Danh hiệu/Hình thức khen thưởng", "Năm học", "Số QĐ", "Ngày ban hành", "Cơ quan ban hành"},
                         {"I", "CÁ NHÂN"},
                         {"n|1", "Hoàng Thị Bích Liên", "Chiến sỹ thi đua cơ sở", "2015 - 2016", "123/QĐ-UBND", "d|42550", "UBND huyện"},
                         {"n|2", "Bùi Quang Huy", "LĐTT", "", "45/QĐ", "20/6/2014", ""},
                         {"n|3", "Bùi Quang Huy", "TT LĐTT", "2014-2015", "", "", ""},
                         {"n|4", "Hoàng Thị Bích Liên", "CSTĐCS", "2015-2016", "999/QĐ", "", ""},
                         {"n|5", "Hoàng Thị Bích Liên", "CSTĐCS", "năm ngoái", "", "", ""}}));
    const auto before = count("honours");
    said = answer("honours kt.xlsx", 1);
    CHECK(said.at("created") == 2);
    REQUIRE(said.at("rejected").size() == 3); // a collective's title, one that contradicts, a year that is none
    CHECK(count("honours") == before + 2);
    CHECK(answer("honours kt.xlsx", 1).at("unchanged") == 2);
}

TEST_CASE_METHOD(EmptySchool, "ratings may be ticks below their names, and honours stand below their school years")
{
    put("nguoi.xlsx", xlsx({{"TT", "Họ và tên", "Ngày sinh"}, {"n|1", "Nguyễn Văn An", "1/2/1975"}, {"n|2", "Lê Thị Cúc", "12/5/1985"}, {"n|3", "Phạm Thị Dung", "3/4/1990"}}));
    REQUIRE(answer("staff nguoi.xlsx --year 2024-2025").at("created") == 3);
    put("xl.xlsx", xlsx({{"KẾT QUẢ XẾP LOẠI NĂM HỌC 2024-2025"}, {"TT", "Họ và tên", "Mức xếp loại", "", "", ""}, {"", "", "HTXSNV", "HTTNV", "HTNV", "Không hoàn thành nhiệm vụ (KHTNV)"},
                         {"n|1", "Nguyễn Văn An", "x"}, {"n|2", "Lê Thị Cúc", "", "X"}, {"n|3", "Phạm Thị Dung", "x", "x"}}));
    const auto rated = answer("evaluations xl.xlsx --year 2024-2025", 1);
    CHECK(rated.at("rows") == 3);
    CHECK(rated.at("created") == 2);
    REQUIRE(rated.at("rejected").size() == 1);
    CHECK(rated.at("rejected")[0].at("row") == 6);
    CHECK(rated.at("rejected")[0].at("message").get<std::string>().find("hai xếp loại") != std::string::npos);
    CHECK(answer("evaluations xl.xlsx --year 2024-2025", 1).at("unchanged") == 2);
    put("tt.xlsx", xlsx({{"", "TỔNG HỢP THÀNH TÍCH"}, {"TT", "Họ và tên", "Danh hiệu các năm học", "", ""}, {"", "", "2021-2022", "Năm học 2022 - 2023", "2023-2024"},
                         {"n|1", "Nguyễn Văn An", "LĐTT", "LĐTT, CSTĐCS", "CSTĐCS"}, {"n|2", "Lê Thị Cúc", "", "-", "LĐTT"}, {"n|3", "Phạm Thị Dung"}}));
    const auto past = answer("honours tt.xlsx");
    CHECK(past.at("rows") == 3);
    CHECK(past.at("created") == 2);
    CHECK(past.at("unchanged") == 1); // nothing in any of the years is nothing to write
    CHECK(count("honours") == 5);
    CHECK(answer("honours tt.xlsx").at("unchanged") == 3);
}

TEST_CASE_METHOD(Sample, "what cannot be imported is one sentence, and nothing is written")
{
    const auto before = bytesOf(scratch / "a.thidua");
    put("cut.xlsx", xlsx(Grid{{"Họ và tên"}, {"Lê Anh"}}).substr(0, 300));
    put("locked.xlsx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(600, 'x'));
    put("renamed.xlsx", "Họ và tên,Lớp\nLê Anh,2A\n");
    put("notes.xlsx", xlsx(Grid{{"Ghi chú của tôi"}, {"mua phấn"}}));
    put("empty.csv", "");
    put("names.csv", "Họ và tên,Lớp\nLê Anh,2A\n");
    for (const auto& arguments : {"pupils cut.xlsx", "pupils locked.xlsx", "pupils renamed.xlsx", "pupils notes.xlsx", "staff notes.xlsx", "pupils empty.csv", "pupils none.csv", "pupils .",
                                  "registrations names.csv", "evaluations names.csv", "honours names.csv", "scores names.csv", "pupils names.csv --sheet Khác", "pupils names.csv --year 2021-2022"}) {
        const auto ran = import(arguments);
        INFO(arguments << ": " << ran.err);
        if (std::string(arguments).ends_with("2021-2022") || std::string(arguments).ends_with("Khác"))
            continue; // an open year takes pupils, and a .csv has one sheet, whatever it is called
        CHECK(ran.code == 3);
        CHECK(ran.out.empty());
        CHECK(lineCount(ran.err) == 1);
        CHECK(ran.err.find("lỗi bên trong") == std::string::npos);
    }
    CHECK(import("pets names.csv").code == 2);
    CHECK(import("pupils names.csv --year 2021").code == 2);
    CHECK(run("import none.thidua pupils names.csv").code == 3);
    put("two.csv", "Họ và tên,Ngày sinh,Ngày sinh,Lớp\nLê Bình,1/1/2015,2/2/2015,2A\n");
    CHECK(warned(json::parse(import("pupils two.csv --dry-run").out), "hai cột") == 1);
    CHECK(!before.empty());
}

namespace {

/// All rows of all tables, as the export tells them.
struct Exported : ImportCli {
    void roundTrip(const std::string& file) const
    {
        INFO(file);
        REQUIRE(run("export " + file + " --to one.json").code == 0);
        REQUIRE(run("import-json one.json --to again.thidua").code == 0);
        REQUIRE(run("export again.thidua --to two.json").code == 0);
        CHECK((bytesOf(scratch / "one.json") == bytesOf(scratch / "two.json"))); // not as text: a difference would print both whole
        const auto check = run("check again.thidua --json");
        INFO(check.out);
        CHECK(check.code == run("check " + file).code);
        CHECK(run("info again.thidua --json").out.size() > 100);
        std::filesystem::remove(scratch / "again.thidua");
    }
};

}

TEST_CASE_METHOD(Exported, "everything goes out in the open and comes back with nothing lost")
{
    REQUIRE(run("new a.thidua --sample mang-den").code == 0);
    roundTrip("a.thidua");
    const auto all = json::parse(bytesOf(scratch / "one.json"));
    CHECK(all.at("tables").at("change_op").size() > 20);
    CHECK_FALSE(all.at("tables").at("paper_content").empty());
    CHECK_FALSE(all.at("tables").at("judgement").empty());
    REQUIRE(run("new b.thidua --sample large:60x3").code == 0);
    roundTrip("b.thidua");
    REQUIRE(run("new c.thidua").code == 0);
    roundTrip("c.thidua");
    // Once it is back, it is worked on as before.
    REQUIRE(run("import-json one.json --to d.thidua").code == 0);
    CHECK(run("import-json one.json --to d.thidua").code == 3);
    CHECK(run("export a.thidua --to none/one.json").code == 3);
}

TEST_CASE_METHOD(Exported, "an export takes the place of an earlier export alone")
{
    REQUIRE(run("new a.thidua --sample large:20x1").code == 0);
    REQUIRE(run("backup a.thidua --to b.thidua").code == 0);
    std::ofstream(scratch / "ghi-chu.json") << "{\"của\": \"người khác\"}";
    REQUIRE(::mkfifo((scratch / "thiet-bi.json").c_str(), 0600) == 0);
    std::filesystem::create_directory(scratch / "thu-muc");
    for (const char* file : {"a.thidua", "b.thidua", "ghi-chu.json"}) {
        const auto before = bytesOf(scratch / file);
        const auto refused = run(std::string("export a.thidua --to ") + file);
        INFO(file << ": " << refused.err);
        CHECK(refused.code == 3);
        CHECK(refused.err.find(file) != std::string::npos);
        CHECK((bytesOf(scratch / file) == before));
    }
    for (const char* place : {"thiet-bi.json", "thu-muc"})
        CHECK(run(std::string("export a.thidua --to ") + place).code == 3);
    CHECK(std::filesystem::is_fifo(scratch / "thiet-bi.json"));
    CHECK(run("export a.thidua --to one.json").code == 0);
    CHECK(run("export a.thidua --to one.json").code == 0);
    CHECK(run("check a.thidua").code == 0);
}

TEST_CASE_METHOD(Exported, "JSON that is not such an export is refused with its place, and makes no file")
{
    REQUIRE(run("new a.thidua --sample large:20x1").code == 0);
    REQUIRE(run("export a.thidua --to one.json").code == 0);
    const auto right = bytesOf(scratch / "one.json");
    const auto all = json::parse(right);
    const auto refused = [&](const std::string& text, const std::string& words) {
        put("bad.json", text);
        const auto ran = run("import-json bad.json --to bad.thidua");
        INFO(ran.err);
        CHECK(ran.code == 3);
        CHECK(lineCount(ran.err) == 1);
        CHECK(ran.err.find(words) != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(scratch / "bad.thidua"));
        CHECK(run("info bad.thidua").code == 3);
    };
    const auto changed = [&](auto change) {
        auto copy = all;
        change(copy);
        // In the order in which the program writes it.
        return "{\"format\":" + copy["format"].dump() + ",\"schema\":" + copy["schema"].dump() + ",\"tables\":" + copy["tables"].dump() + "}";
    };
    refused(right.substr(0, right.size() / 2), "dòng");
    refused("{}", "không phải là bản xuất");
    refused("[1]", "không phải là bản xuất");
    refused("", "dòng 1");
    refused("{\"format\":\"khác\"}", "không phải là bản xuất");
    refused(changed([](json& copy) { copy["schema"] = 999; }), "999");
    refused(changed([](json& copy) { copy["tables"]["lạ"] = json::array(); }), "lạ");
    refused(changed([](json& copy) { copy["tables"].erase("person"); }), "person");
    refused(changed([](json& copy) { copy["tables"]["person"][1].erase("gender"); }), "mục thứ 2");
    refused(changed([](json& copy) { copy["tables"]["person"][2]["x"] = 1; }), "mục thứ 3");
    refused(changed([](json& copy) { copy["tables"]["person"][0]["full_name"] = 1.5; }), "full_name");
    refused(changed([](json& copy) { copy["tables"]["person"][0]["full_name"] = nullptr; }), "person");
    refused(changed([](json& copy) { copy["tables"]["person"][1]["id"] = copy["tables"]["person"][0]["id"]; }), "mục thứ 2");
    refused(changed([](json& copy) { copy["tables"]["enrolment"][0]["person_id"] = 999999; }), "enrolment");
    refused(changed([](json& copy) { copy["tables"]["person"][0]["note"] = json{{"hex", "zz"}}; }), "note");
    refused(changed([](json& copy) { copy["tables"]["person"] = 5; }), "person");
}

TEST_CASE_METHOD(ImportCli, "a large made-up school is the same each time, sound and quick")
{
    REQUIRE(run("new a.thidua --sample large:200x4").code == 0);
    CHECK(run("check a.thidua").code == 0);
    const auto said = info();
    CHECK(said.at("years").size() == 4);
    CHECK(said.at("counts").at("pupils") == 200 + 3 * 40);
    CHECK(said.at("counts").at("staff") == 12);
    REQUIRE(run("new b.thidua --sample large:200x4").code == 0);
    CHECK(run("search a.thidua nguyen --json").out == run("search b.thidua nguyen --json").out);
    for (const char* name : {"large:", "large:0x3", "large:10", "large:10x0", "large:10x3x", "large:999999999999x1", "large:5x51"})
        CHECK(run(std::string("new c.thidua --sample ") + name).code == 3);
}

TEST_CASE_METHOD(Cli, "collate prints names by given, middle and family name in Vietnamese order")
{
    write("names.txt", "\xef\xbb\xbfNguyễn Thị Hoa\r\n\n  Trần  Văn   Đức \nLê Thị Ánh\nLê Anh\nLê Thị Anh\nTrần Thị Hoa\nHoàng Văn Dũng\nLe\xcc\x82 Thi\xcc\xa3 A\xcc\x82n");
    const auto ran = run("collate < names.txt");
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out == "Lê Anh\nLê Thị Anh\nLê Thị Ánh\nLê Thị Ân\nHoàng Văn Dũng\nTrần Văn Đức\nNguyễn Thị Hoa\nTrần Thị Hoa\n");
    CHECK(json::parse(run("collate --json < names.txt").out).size() == 8);
    CHECK(run("collate < /dev/null").out.empty());
    CHECK(run("collate < names.txt > /dev/full").code == 3);
}

namespace {

struct SearchCli : Cli {
    SearchCli() { REQUIRE(run("new a.thidua --sample mang-den").code == 0); }
    std::vector<std::string> found(const std::string& text) const
    {
        const auto ran = run("search a.thidua '" + text + "' --json");
        INFO(text << ": " << ran.err);
        REQUIRE(ran.code == 0);
        std::vector<std::string> texts;
        for (const auto& hit : json::parse(ran.out))
            texts.push_back(hit.at("text"));
        return texts;
    }
    std::string first(const std::string& text) const
    {
        const auto all = found(text);
        return all.empty() ? std::string() : all.front();
    }
};

}

TEST_CASE_METHOD(SearchCli, "search finds people however their names are typed")
{
    const std::string name = "Hoàng Thị Bích Liên";
    for (const std::string typed : {"Hoàng Thị Bích Liên", "hoang thi bich lien", "HOANG THI BICH LIEN", "  hoàng   thị bích   liên ", "bich lien", "liên bích", "htbl", "HTBL"}) {
        INFO(typed);
        CHECK(first(typed) == name);
    }
    CHECK(first(nfc(name)) == name);
    CHECK(first(utf8Of(decomposedPoints(name))) == name); // letters apart from their marks
    CHECK(first("Hòang Thị Bích Liên") == name);          // the tone mark on the other letter
    CHECK(found("hoa xyz khong co").empty());
    const auto hit = json::parse(run("search a.thidua 'bich lien' --json").out).front();
    CHECK(hit.at("kind") == "staff");
    CHECK(hit.at("id").is_number_integer());
    CHECK_FALSE(hit.at("detail").get<std::string>().empty());
}

TEST_CASE_METHOD(SearchCli, "search ranks what is meant first, and has other kinds")
{
    // Of names that differ by marks alone the one as typed comes first; without marks both are there.
    const auto marked = found("Hoà");
    const auto plain = found("hoa");
    CHECK(marked.size() == plain.size());
    // A given name before a word that only begins so: Nguyễn Thị Hoa before Hoàng Thị Bích Liên.
    CHECK(json::parse(run("search a.thidua hoa --json").out).front().at("text") == "Nguyễn Thị Hoa");
    std::set<std::string> kinds;
    for (const auto& hit : json::parse(run("search a.thidua a --json --limit 1000").out))
        kinds.insert(hit.at("kind"));
    for (const char* kind : {"staff", "collective", "campaign", "plan", "decision"})
        CHECK(kinds.contains(kind));
    CHECK(json::parse(run("search a.thidua a --json --limit 3").out).size() == 3);
    CHECK(run("search a.thidua zzz").says("Không tìm thấy"));
    CHECK(run("search none.thidua a").code == 3);
    REQUIRE(run("new empty.thidua").code == 0);
    CHECK(run("search empty.thidua 'a b' --json").out == "[]\n");
}

namespace {

struct FillCli : Cli {
    FillCli()
    {
        REQUIRE(run("new a.thidua --sample mang-den").code == 0);
        for (const auto* name : {"mau-tdkt.xlsx", "dang-ky.xlsx", "canhan.xlsx"})
            std::filesystem::copy_file(std::string(THIDUA_SOURCE) + "/tests/fixtures/receiver/" + name, scratch / name);
    }
    json answer(const std::string& arguments, int code = 0) const
    {
        const auto ran = run("fill a.thidua " + arguments + " --json");
        INFO(arguments << "\n" << ran.err << ran.out);
        REQUIRE(ran.code == code);
        return json::parse(ran.out);
    }
    /// Refused in one sentence; nothing has been written.
    std::string refused(const std::string& arguments, int code = 3) const
    {
        const auto ran = run("fill a.thidua " + arguments + " --to khong.xlsx");
        INFO(arguments << "\n" << ran.out);
        CHECK(ran.code == code);
        CHECK(ran.err.find('\n') == ran.err.size() - 1);
        CHECK_FALSE(std::filesystem::exists(scratch / "khong.xlsx"));
        return ran.err;
    }
};

}

TEST_CASE_METHOD(FillCli, "a form is filled, the school's file stays as it is")
{
    const auto before = bytesOf(scratch / "a.thidua"), form = bytesOf(scratch / "mau-tdkt.xlsx");
    const auto said = answer("mau-tdkt.xlsx --what nominations --year 2021-2022 --fixed \"I=Giáo dục và Đào tạo\" --to da-dien.xlsx");
    CHECK(said.at("sheet") == "Mau TDKT");
    CHECK(said.at("rows") == said.at("lines").size());
    CHECK(said.at("rows").get<int>() > 10);
    CHECK(said.at("problem").is_null());
    CHECK(said.at("columns")[2].at("is") == "full-name");
    CHECK(said.at("columns").size() == 9); // what the form computes beside the table is its own
    for (const auto& gap : said.at("gaps"))
        CHECK_FALSE(gap.at("why").get<std::string>().empty());
    const auto book = sheets::readBookFile(scratch / "da-dien.xlsx", "Mau TDKT");
    REQUIRE(book);
    CHECK(bytesOf(scratch / "a.thidua") == before);
    CHECK(bytesOf(scratch / "mau-tdkt.xlsx") == form);
    const auto told = run("fill a.thidua mau-tdkt.xlsx --what nominations --year 2021-2022 --to da-dien.xlsx");
    CHECK(told.code == 0);
    CHECK(told.out.find("Đã điền " + std::to_string(said.at("rows").get<int>()) + " dòng vào trang “Mau TDKT”") != std::string::npos);
}

TEST_CASE_METHOD(FillCli, "what is only looked at is not written; a mapping goes out, is mended and comes back")
{
    const auto looked = run("fill a.thidua canhan.xlsx --what awards --year 2021-2022 --dry-run --save-map ghep.txt --json");
    const auto said = json::parse(looked.out);
    CHECK(looked.code == (said.at("problem").is_null() ? 0 : 1));
    CHECK(said.at("file").is_null());
    auto mapping = bytesOf(scratch / "ghep.txt");
    const std::string known = "word K lao-dong-tien-tien = LDTT\n";
    REQUIRE(mapping.find(known) != std::string::npos);
    mapping.replace(mapping.find(known), known.size(), "word K lao-dong-tien-tien = 01\n");
    for (auto open = mapping.find(" = \n"); open != std::string::npos; open = mapping.find(" = \n"))
        mapping.insert(open + 3, "K");
    std::ofstream(scratch / "ghep.txt") << "# sửa tay\n" << mapping;
    const auto again = answer("canhan.xlsx --what awards --year 2021-2022 --map ghep.txt --to da-dien.xlsx");
    CHECK(again.at("mapping").get<std::string>().find("word K lao-dong-tien-tien = 01\n") != std::string::npos);
    bool found = false;
    for (const auto& line : again.at("lines"))
        found = found || line.at("cells").value("K", "") == "01";
    CHECK(found);
    CHECK(refused("mau-tdkt.xlsx --what awards --year 2021-2022 --map ghep.txt").find("ghep.txt") != std::string::npos);
}

TEST_CASE_METHOD(FillCli, "a form that cannot be filled is refused by name")
{
    const auto put = [this](const std::string& name, const std::string& bytes) { std::ofstream(scratch / name, std::ios::binary) << bytes; };
    put("khac.xlsx", xlsx(Grid{{"Không có"}, {"gì cả"}}));
    put("a.ods", ods(Grid{{"STT", "Họ và tên", "Chức vụ"}}));
    put("cu.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(600, 'x'));
    put("hong.xlsx", bytesOf(scratch / "canhan.xlsx").substr(0, 3'000));
    for (const auto* name : {"khac.xlsx", "a.ods", "cu.xls", "hong.xlsx"})
        CHECK(refused(std::string(name) + " --what awards --year 2021-2022").find(name) != std::string::npos);
    refused("khong-co.xlsx --what awards");
    refused("canhan.xlsx --what awards --year 1999-2000");
    refused("canhan.xlsx --what khac", 2);
    refused("canhan.xlsx --what awards --subjects khac", 2);
    refused("canhan.xlsx --what awards --sheet Khác");
    refused("canhan.xlsx --what awards --fixed khac");
    CHECK(run("fill a.thidua canhan.xlsx --what awards").code == 2);
    CHECK(run("fill a.thidua canhan.xlsx --what awards --to x.pdf").code == 2);
    CHECK(run("fill a.thidua canhan.xlsx --what awards --year 2021-2022 --to canhan.xlsx").code != 0);
    CHECK(run("fill --help").out.find("--save-map") != std::string::npos);
}
