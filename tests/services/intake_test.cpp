// SPDX-License-Identifier: GPL-3.0-or-later
// Lists from spreadsheets as a person looks at them first: what columns are, what is corrected and answered, what is rejected and read again.
#include "services/intake_bench.h"

#include "base/progress.h"
#include "domain/school.h"
#include "services/core/found_school.h"
#include "services/intake/decision_list.h"
#include "services/intake/honour_gaps.h"
#include "services/intake/import_columns.h"
#include "services/intake/joined_sheets.h"
#include "services/intake/rejected_rows.h"
#include "services/people/pupil_service.h"
#include "support/sheet_files.h"

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using enum SheetColumn;

TEST_CASE_METHOD(Intake, "a book is looked at before it is read: sheet, headings, examples, what each column is taken for")
{
    const auto seen = look(request(ListKind::Pupils, "TRƯỜNG TIỂU HỌC\n\nSTT,Mã HS,Họ và tên,Ngày sinh,Lớp,Ghi chú\n1,001,Lê Bé,1/2/2015,2A,\n2,002,Trần Bé,,2A,con TB\n"));
    CHECK(seen.isList);
    CHECK(seen.people == 2);
    CHECK(kindsOf(seen) == std::vector{Unused, Code, FullName, Birth, Class, Unused});
    CHECK(seen.columns[5].example == "con TB");
    CHECK_FALSE(seen.form.empty());
    const auto strange = look(request(ListKind::Pupils, "Ai đó,Bao giờ\nLê Bé,1/2/2015\n"));
    CHECK_FALSE(strange.isList);
    CHECK(strange.columns.size() == 2);
    CHECK(strange.form.empty());
    CHECK(ImportService(file()).look(request(ListKind::Pupils, "x\n")).has_value());
    CHECK(ImportService(file()).look({ListKind::Pupils, {{"Trống"}, {{"Trống", false, {}, 0}}}, "trong.xlsx"}).error().key == "import.empty");
}

TEST_CASE_METHOD(Intake, "what the columns of a form were said to be is remembered for its next list")
{
    const std::string head = "STT,Họ và tên,Sinh hoạt từ,Nơi làm\n";
    auto first = request(ListKind::Staff, head + "1,Lê Văn Nhớ,1/2/1990,Tổ Nhớ\n");
    const auto seen = look(first);
    CHECK(kindsOf(seen) == std::vector{Unused, FullName, Unused, Unused});
    first.columns = {Unused, FullName, Birth, Team};
    ImportForms forms;
    forms.remember(ListKind::Staff, seen.form, first.columns);
    const ImportForms kept(forms.text()); // as it comes back from the settings
    const auto next = request(ListKind::Staff, head + "7,Mai Thị Nhớ,3/4/1991,Tổ Nhớ\n8,Hồ Nhớ,,\n");
    CHECK(kept.columnsOf(ListKind::Staff, look(next).form) == first.columns);
    CHECK(kept.columnsOf(ListKind::Pupils, seen.form).empty());
    CHECK(kept.columnsOf(ListKind::Staff, look(request(ListKind::Staff, "STT,Họ và tên,Khác\n1,A B,c\n")).form).empty());
    forms.remember(ListKind::Staff, seen.form, {Unused, FullName, Employed, Unused});
    CHECK(forms.columnsOf(ListKind::Staff, seen.form)[2] == Employed);
    forms.remember(ListKind::Staff, {}, {FullName});
    CHECK(forms.columnsOf(ListKind::Staff, {}).empty());
    CHECK(ImportForms("vớ vẩn\n\t\t\nstaff\tx\tfull-name,không có").columnsOf(ListKind::Staff, "x") == std::vector{FullName, Unused});

    const auto report = import(first);
    CHECK(report.created == 1);
    const auto again = import(first);
    CHECK(again.unchanged == 1);
    first.corrected[{2, 3}] = "Tổ Khác";
    const auto moved = lineAt(preview(first), 2);
    REQUIRE(moved.changes.size() == 1);
    CHECK(moved.changes[0].before == "Tổ Nhớ");
    CHECK(moved.changes[0].after == "Tổ Khác");
    first.corrected[{2, 2}] = "5/6/1992"; // another birth: another person
    CHECK(preview(first).created == 1);
}

TEST_CASE_METHOD(Intake, "a column named twice, no name, nobody below it: one sentence, nothing written")
{
    auto list = request(ListKind::Pupils, "Họ và tên,Ngày sinh,Lớp\nLê Bé,1/2/2015,2A\n");
    list.columns = {FullName, Birth, Birth};
    CHECK(refusal(list) == "import.mapped-twice");
    list.columns = {Unused, Birth, Class};
    CHECK(refusal(list) == "import.no-name-column");
    list.columns = {FullName, Unused, Class};
    CHECK(import(list).created == 1);
}

TEST_CASE_METHOD(Intake, "cells are corrected before writing, and what is previewed is what is saved")
{
    auto list = request(ListKind::Pupils, "Mã HS,Họ và tên,Ngày sinh,Lớp\n007,Lê Sửa,31/02/2015,2A\n008,Trần Đúng,5/6/2015,2A\n009,,1/1/2015,2A\n");
    auto report = preview(list);
    CHECK(report.created == 1);
    REQUIRE(report.rejected.size() == 2);
    CHECK(report.rejected[0].place == 2U);
    list.corrected[{2, 2}] = "28/02/2015";
    list.answers[4] = {SheetAnswer::Kind::Skip, std::nullopt};
    report = preview(list);
    CHECK(report.created == 2);
    CHECK(report.rejected.empty());
    CHECK(report.skipped == 1);
    CHECK(lineAt(report, 4).fate == ImportFate::Skipped);
    const auto saved = import(list);
    REQUIRE(saved.lines.size() == report.lines.size());
    for (std::size_t i = 0; i < saved.lines.size(); ++i) {
        CHECK(saved.lines[i].fate == report.lines[i].fate);
        CHECK(saved.lines[i].name == report.lines[i].name);
    }
    CHECK(import(list).unchanged == 2);
}

TEST_CASE_METHOD(Intake, "rejected rows go out with their reason, are mended there and come in again")
{
    auto list = request(ListKind::Pupils, "LỚP 2A\nMã HS,Họ và tên,Ngày sinh\n0071,Lê Hỏng,31/02/2015\n0072,Trần Lành,5/6/2015\n");
    const auto report = import(list);
    CHECK(report.created == 1);
    REQUIRE(report.rejected.size() == 1);
    const auto path = scratch() / "loai.xlsx";
    REQUIRE(saveRejected(file(), list, report, path));
    auto again = request(ListKind::Pupils, "x\n");
    again.book = sheets::readBookFile(path).value();
    const auto seen = look(again);
    CHECK(kindsOf(seen) == std::vector{Code, FullName, Birth, Class, Unused});
    CHECK(seen.columns[0].example == "0071");
    CHECK(seen.columns[3].example == "2A"); // the class stood in the title alone
    CHECK(seen.columns[4].heading == "Vì sao bị loại");
    CHECK(seen.columns[4].example.find("Ngày sinh") != std::string::npos);
    CHECK(seen.columns[4].example.starts_with("Dòng 3"));
    const auto stillWrong = preview(again);
    REQUIRE(stillWrong.rejected.size() == 1);
    again.corrected[{stillWrong.rejected[0].row, 2}] = "28/2/2015";
    CHECK(import(again).created == 1);
    CHECK(import(again).unchanged == 1);
}

TEST_CASE_METHOD(Intake, "rows rejected under columns that a person named have headings that are known again")
{
    auto list = request(ListKind::Honours, "Ai,Được gì,Khi nào\nHoàng Thị Bích Liên,Giải Nobel,2015-2016\n");
    list.columns = {FullName, Honour, Year};
    const auto report = import(list);
    REQUIRE_FALSE(report.rejected.empty());
    REQUIRE(saveRejected(file(), list, report, scratch() / "l.xlsx"));
    auto again = list;
    again.columns.clear();
    again.book = sheets::readBookFile(scratch() / "l.xlsx").value();
    CHECK(kindsOf(look(again)) == std::vector{FullName, Honour, Year, Unused});
}

TEST_CASE_METHOD(Intake, "a likely homonym is asked, and answered by who it is, a new person or nobody")
{
    CHECK(import(request(ListKind::Pupils, "Họ và tên,Ngày sinh,Lớp\nLê Trùng,1/2/2015,2A\nLê Trùng,3/4/2015,2B\n")).created == 2);
    auto list = request(ListKind::Pupils, "Họ và tên,Lớp\nLê Trùng,2C\n");
    const auto asked = lineAt(preview(list), 2);
    CHECK(asked.asked);
    CHECK(asked.fate == ImportFate::Rejected);
    REQUIRE(asked.candidates.size() == 2);
    CHECK(asked.candidates[0].text.find("Lê Trùng, sinh") == 0);
    list.answers[2] = {SheetAnswer::Kind::New, std::nullopt};
    CHECK(preview(list).created == 1);
    list.answers[2] = {SheetAnswer::Kind::Update, asked.candidates[1].id};
    const auto moved = lineAt(preview(list), 2);
    CHECK(moved.fate == ImportFate::Updated);
    REQUIRE(moved.changes.size() == 1);
    CHECK(moved.changes[0].after == "2C");

    // Of honours the person must be there; who is meant is asked all the same.
    auto honours = request(ListKind::Honours, "Họ và tên,Danh hiệu,Năm học\nLê Trùng,Học sinh Xuất sắc,2020-2021\n");
    const auto who = lineAt(preview(honours), 2);
    CHECK(who.asked);
    REQUIRE(who.candidates.size() == 2);
    honours.answers[2] = {SheetAnswer::Kind::Update, who.candidates[0].id};
    CHECK(preview(honours).created == 1);

    auto staff = request(ListKind::Staff, "Họ và tên,Chức vụ\nLê Đôi,Giáo viên\n");
    CHECK(import(staff).created == 1);
    auto twice = request(ListKind::Staff, "Họ và tên,Ngày sinh,Chức vụ\nLê Đôi,1/2/1990,Giáo viên\nLê Đôi,,Kế toán\n");
    const auto second = lineAt(preview(twice), 3);
    CHECK(second.asked);
    twice.answers[3] = {SheetAnswer::Kind::New, std::nullopt};
    CHECK(preview(twice).created == 1);
    twice.answers[3] = {SheetAnswer::Kind::Skip, std::nullopt};
    CHECK(lineAt(preview(twice), 3).fate == ImportFate::Skipped);
    CHECK(preview(twice).rejected.empty());
}

TEST_CASE_METHOD(Intake, "a cell as long as a page rejects its row alone, and an age that no pupil has is told")
{
    const std::string longName = "Lê " + std::string(1200, 'a');
    ImportRequest request{ListKind::Pupils,
                          sheets::readBook("Họ và tên,Ngày sinh,Lớp\nLê Thị An,5/6/2014,2A\n" + longName + ",5/6/2014,2A\nTrần Già,5/6/1974,2A\nBùi Non,5/6/2020,2A\n", "a.csv").value(),
                          "a.csv", SchoolYear(2022)};
    const auto report = import(request);
    CHECK(report.created == 3);
    REQUIRE(report.rejected.size() == 1);
    CHECK(report.rejected.front().row == 3);
    CHECK(report.rejected.front().key == "text.too-long");
    std::vector<std::size_t> doubted;
    for (const auto& warning : report.warnings)
        if (warning.key == "import.age")
            doubted.push_back(warning.row);
    CHECK(doubted == std::vector<std::size_t>{4, 5});
}

TEST_CASE_METHOD(Intake, "a stopped import writes nothing")
{
    Progress progress;
    auto list = request(ListKind::Pupils, "Họ và tên,Lớp\nLê Dừng,2A\nLê Lại,2A\n");
    list.progress = &progress;
    progress.stop();
    CHECK(refusal(list) == "work.stopped");
}

TEST_CASE_METHOD(Intake, "years without a result between two that have one are told")
{
    CHECK(import(request(ListKind::Staff, "Họ và tên,Chức vụ\nLê Hổng,Giáo viên\n")).created == 1);
    CHECK(import(request(ListKind::Honours, "Họ và tên,Danh hiệu,Năm học\nLê Hổng,LĐTT,2012-2013\nLê Hổng,CSTĐCS,2013-2014\nLê Hổng,LĐTT,2017-2018\nLê Hổng,LĐTT,2018-2019\n")).created == 4);
    const auto gaps = honourGaps(file()).value();
    const auto found = std::ranges::find(gaps, "Lê Hổng", &HonourGap::name);
    REQUIRE(found != gaps.end());
    CHECK(found->from == SchoolYear(2014));
    CHECK(found->to == SchoolYear(2016));
    CHECK(found->before.find("2013–2014") != std::string::npos);
    CHECK(std::ranges::count(gaps, "Lê Hổng", &HonourGap::name) == 1);
}

TEST_CASE_METHOD(Intake, "a decision's list is read with what its title says of all its lines")
{
    const auto title = titleOf({"UỶ BAN NHÂN DÂN HUYỆN", "DANH SÁCH KHEN THƯỞNG NĂM HỌC 2018 - 2019", "(Kèm theo Quyết định số 12/QĐ-THHB ngày 30 tháng 5 năm 2019 của Hiệu trưởng)"});
    CHECK(title[3] == "2018 - 2019");
    CHECK(title[4] == "12/QĐ-THHB");
    CHECK(title[5] == "30/5/2019");
    CHECK(titleOf({"Số lượng: 12 người"})[4].empty());

    const auto book = sheets::readBook("(Kèm theo Quyết định số 45/QĐ-UBND ngày 20/6/2014),,,\nNĂM HỌC 2013-2014,,,\nTT,Họ tên,LĐTT,CSTĐ cơ sở\n1,Bùi Quang Huy,x,\n2,Hoàng Thị Bích Liên,,x\n", "a.csv").value();
    const auto lines = decisionList(file(), book).value();
    REQUIRE(lines.size() == 2);
    CHECK(lines[0][0] == "Bùi Quang Huy");
    CHECK(lines[0][2] == "LĐTT");
    CHECK(lines[0][3] == "2013-2014");
    CHECK(lines[0][4] == "45/QĐ-UBND");
    CHECK(lines[1][5] == "20/6/2014");
    CHECK_FALSE(decisionList(file(), sheets::readBook("Bùi Quang Huy,LĐTT\n", "a.csv").value()));

    const auto byYear = decisionList(file(), sheets::readBook("TT,Họ và tên,2012-2013,2013-2014\n1,Bùi Quang Huy,LĐTT,CSTĐCS\n2,Hoàng Thị Bích Liên,,LĐTT\n", "a.csv").value()).value();
    REQUIRE(byYear.size() == 3);
    CHECK(byYear[1][2] == "CSTĐCS");
    CHECK(byYear[1][3] == "2013-2014");

    auto request = requestOf({lines[0], {}, lines[1], lines[1]});
    const auto report = preview(request);
    CHECK(report.created == 2);
    CHECK(report.unchanged == 1);
    CHECK(lineAt(report, 4).fate == ImportFate::Unchanged); // the third line is blank: rows are the lines
    CHECK(import(request).created == 2);
    CHECK(preview(request).unchanged == 3);
}

TEST_CASE_METHOD(Intake, "rows rejected under “Nữ” alone keep their gender when they are mended and read again")
{
    auto list = request(ListKind::Pupils, "Họ và tên,Nữ,Ngày sinh,Lớp\nLê Thị Ba,x,5/6/2014,2A\nMai Văn Tư,,31/02/2014,2A\nHồ Văn Năm,,30/02/2014,2A\n");
    const auto report = import(list);
    CHECK(report.created == 1);
    REQUIRE(report.rejected.size() == 2);
    REQUIRE(saveRejected(file(), list, report, scratch() / "loai.xlsx"));
    auto again = list;
    again.book = sheets::readBookFile(scratch() / "loai.xlsx").value();
    again.corrected[{preview(again).rejected[0].row, 2}] = "28/2/2014";
    again.corrected[{preview(again).rejected[0].row, 2}] = "27/2/2014";
    CHECK(import(again).created == 2);
    const auto pupils = PupilService(file()).pupils(year(2022)).value();
    for (const auto& row : pupils)
        if (row.data.fullName == "Mai Văn Tư" || row.data.fullName == "Hồ Văn Năm")
            CHECK(row.data.gender == domain::Gender::Male);
}

TEST_CASE_METHOD(Intake, "a workbook with a sheet for each class is one list: the class by the sheet, each row told with its sheet, one step")
{
    const Grid head{{"TRƯỜNG TIỂU HỌC"}, {"STT", "Họ và tên", "Ngày sinh"}};
    const auto sheet = [&head](Grid rows) {
        rows.insert(rows.begin(), head.begin(), head.end());
        return rows;
    };
    MadeBook made{{{"1A", sheet({{"1", "Lê Thị An", "5/6/2016"}, {"2", "Mai Bình", "7/8/2016"}, {"", "Cộng: 2 học sinh"}})},
                   {"Ghi chú", {{"Danh sách do văn thư lập"}}},
                   // The columns stand elsewhere, one is more, and the title was left behind when the sheet was copied.
                   {"Lớp 1B", {{"DANH SÁCH HỌC SINH LỚP 1A"}, {"STT", "Ngày sinh", "Họ và tên", "Giới tính"}, {"1", "9/10/2016", "Hồ Cúc", "Nữ"}, {"2", "31/02/2016", "Ngô Dần", "Nam"}}},
                   {"2A", sheet({{"1", "Lê Thị An", "5/6/2015"}})}}};
    auto list = request(ListKind::Pupils, "x\n");
    list.book = sheets::readBook(xlsx(made), "lop.xlsx").value();
    list.file = "lop.xlsx";
    ImportService service(file());
    REQUIRE(service.join(list));
    CHECK(list.joined == std::vector<std::string>{"1A", "Lớp 1B", "2A"});
    const auto look = this->look(list);
    CHECK(look.isList);
    CHECK(look.people == 5);
    CHECK(look.lists.size() == 3);
    CHECK(kindsOf(look) == std::vector{Unused, FullName, Birth, Class, SheetColumn::Gender});
    const auto before = PupilService(file()).pupils(year(2022)).value().size();
    const auto report = import(list);
    CHECK(report.created == 4);
    REQUIRE(report.rejected.size() == 1);
    CHECK(rowPlace(report.joined, report.rejected[0].row).sheet == "Lớp 1B");
    CHECK(rowPlace(report.joined, report.rejected[0].row).row == 4);
    CHECK(rowWords(report.joined, report.rejected[0].row) == "4 (trang Lớp 1B)");
    CHECK(std::ranges::any_of(report.warnings, [](const auto& one) { return one.key == "import.other-title" && one.args[2] == "1B"; }));
    std::map<std::string, std::string> classes;
    const auto pupils = PupilService(file()).pupils(year(2022)).value();
    for (const auto& row : pupils)
        classes[row.data.fullName + (row.data.birth ? row.data.birth->vn() : "")] = row.className;
    CHECK(classes["Lê Thị An05/06/2016"] == "1A");
    CHECK(classes["Hồ Cúc09/10/2016"] == "1B");
    CHECK(classes["Lê Thị An05/06/2015"] == "2A");
    REQUIRE(saveRejected(file(), list, report, scratch() / "loai.xlsx"));
    CHECK(text::message("import.at-row", {rowWords(report.joined, report.rejected[0].row)}) == "Dòng 4 (trang Lớp 1B)");
    CHECK(import(list).created == 0);
    REQUIRE(file().undo());
    CHECK(PupilService(file()).pupils(year(2022)).value().size() == before);
    // One sheet by its name, as ever; and any of them together.
    list.sheet = "2A";
    CHECK(preview(list).created == 1);
    CHECK(preview(list).joined.empty());
    REQUIRE(service.join(list, {"1A", "2A"}));
    CHECK(preview(list).created == 3);
}

TEST_CASE_METHOD(Intake, "a sheet of the whole school beside those of its classes is the list; sheets without a class are not put together")
{
    const Grid one{{"Họ và tên", "Ngày sinh"}, {"Lê An", "5/6/2016"}}, two{{"Họ và tên", "Ngày sinh"}, {"Lê Bé", "5/6/2016"}};
    auto list = request(ListKind::Pupils, "x\n");
    list.book = sheets::readBook(xlsx(MadeBook{{{"Toàn trường", {{"Họ và tên", "Lớp"}, {"Lê An", "1A"}, {"Lê Bé", "1B"}}}, {"1A", one}, {"1B", two}}}), "a.xlsx").value();
    ImportService service(file());
    CHECK_FALSE(service.join(list));
    CHECK(preview(list).sheet == "Toàn trường");
    list.book = sheets::readBook(xlsx(MadeBook{{{"Trang1", one}, {"Trang2", two}}}), "a.xlsx").value();
    CHECK_FALSE(service.join(list));
    CHECK(look(list).lists.size() == 2);
    list.kind = ListKind::Staff;
    CHECK_FALSE(service.join(list));
    // A grade on each sheet, the classes in a column.
    list.kind = ListKind::Pupils;
    list.book = sheets::readBook(xlsx(MadeBook{{{"Khối 1", {{"Họ và tên", "Lớp"}, {"Lê An", "1A"}}}, {"Khối 2", {{"Lớp", "Họ và tên"}, {"2C", "Lê Bé"}}}}}), "a.xlsx").value();
    REQUIRE(service.join(list));
    CHECK(preview(list).created == 2);
}

// A school's own files (tests/fixtures/import): sixty of the staff, a thousand pupils, ratings, registrations, ten years of honours.
TEST_CASE("a school comes in from five awkward spreadsheets, with nothing typed")
{
    const FixedClock clock(Date(2026, 9, 20));
    const Scratch scratch;
    FoundSchool founded;
    founded.school.name = "Trường Tiểu học Hòa Bình";
    founded.school.documentSymbol = "THHB";
    founded.school.placeName = "Hòa Bình";
    founded.firstYear = SchoolYear(2026);
    const auto file = SchoolFile::create(scratch / "truong.thidua", founded, clock, {"Lan"}).value();
    struct Wanted {
        const char* name;
        ListKind kind;
        std::size_t rows, rejected;
    };
    for (const auto& [name, kind, rows, rejected] : {Wanted{"can-bo.xlsx", ListKind::Staff, 60, 0}, Wanted{"hoc-sinh.xlsx", ListKind::Pupils, 1000, 3},
                                                     Wanted{"xep-loai.csv", ListKind::Evaluations, 60, 1}, Wanted{"dang-ky.ods", ListKind::Registrations, 60, 1},
                                                     Wanted{"khen-thuong.xlsx", ListKind::Honours, 421, 3}}) {
        INFO(name);
        ImportRequest request{kind, sheets::readBookFile(std::string(THIDUA_SOURCE) + "/tests/fixtures/import/" + name).value(), name,
                              kind == ListKind::Honours ? std::nullopt : std::optional(SchoolYear(2026))};
        ImportService service(*file);
        CHECK(service.look(request)->isList);
        if (kind == ListKind::Staff) { // what is wrong is mended in the preview: a day that is none, a formula that failed
            const auto wrong = ImportService(*FileSnapshot::of(*file).value()).import(request)->value.rejected;
            REQUIRE(wrong.size() == 2);
            request.corrected[{wrong[0].row, wrong[0].place.value()}] = "24/04/1970";
            request.corrected[{wrong[1].row, wrong[1].place.value()}] = "Giáo viên";
        }
        const auto done = service.import(request);
        REQUIRE(done);
        std::string why;
        for (const auto& issue : done->value.rejected)
            why += std::to_string(issue.row) + " " + issue.column + " “" + issue.value + "” " + text::message(issue.key, issue.args) + "\n";
        INFO(why);
        CHECK(done->value.rows == rows);
        CHECK(done->value.rejected.size() == rejected);
        CHECK(service.import(request)->value.created == 0);
    }
}
