// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of the level above, filled with what the school has: what columns are, whose words stand in them, what stays empty and why.
#include "services/sample_school.h"

#include "services/award/decision_service.h"
#include "services/follow/registration_service.h"
#include "services/people/sheet_headings.h"
#include "services/receiver/receiver_service.h"
#include "services/review/nomination_service.h"
#include "sheets/book.h"
#include "support/sheet_files.h"
#include "text/messages.h"

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

std::string formFixture(const std::string& name)
{
    std::ifstream file(std::string(THIDUA_SOURCE) + "/tests/fixtures/receiver/" + name, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string readFile(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class Receiver : public SampleSchool {
public:
    Receiver() : SampleSchool(Date(2022, 9, 23)) {}

    static ReceiverRequest request(const std::string& bytes, ReceiverList what, int year = 2021, const std::string& name = "mau.xlsx")
    {
        return {bytes, name, {}, what, SchoolYear(year)};
    }
    ReceiverReport preview(const ReceiverRequest& request)
    {
        const auto before = dump();
        auto report = ReceiverService(file()).preview(request);
        CHECK(dump() == before);
        if (!report)
            FAIL(text::sentence(report.error()));
        CHECK(report->problem.find('%') == std::string::npos);
        for (const auto& gap : report->gaps)
            CHECK_FALSE(gap.why.empty());
        return std::move(*report);
    }
    std::string refusal(const ReceiverRequest& request)
    {
        const auto report = ReceiverService(file()).preview(request);
        REQUIRE_FALSE(report);
        CHECK(text::hasMessage(report.error().key));
        CHECK(text::sentence(report.error()).find('%') == std::string::npos);
        return report.error().key;
    }
    sheets::Book fill(const ReceiverRequest& request)
    {
        const auto form = scratch() / "mau.xlsx", target = scratch() / "da-dien.xlsx";
        std::ofstream(form, std::ios::binary) << request.bytes;
        const auto report = ReceiverService(file()).fill(request, form, target);
        if (!report)
            FAIL(text::sentence(report.error()));
        CHECK(readFile(form) == request.bytes);
        auto book = sheets::readBook(readFile(target), "da-dien.xlsx", report->look.sheet);
        REQUIRE(book);
        return std::move(*book);
    }
};

const sheets::Cell* cellAt(const sheets::Book& book, std::size_t row, std::uint32_t column)
{
    const auto& rows = book.sheets.front().rows;
    const auto found = std::ranges::find(rows, row, &sheets::Row::number);
    return found == rows.end() ? nullptr : found->at(column);
}

const ReceiverWord* wordOf(const ReceiverReport& report, std::size_t column, const std::string& value)
{
    for (const auto& words : report.words)
        if (words.column == column)
            for (const auto& one : words.words)
                if (one.value == value)
                    return &one;
    return nullptr;
}

}

TEST_CASE_METHOD(Receiver, "the headings of a province's form are understood, its lists of words are ours")
{
    using enum SheetColumn;
    const auto report = preview(request(formFixture("mau-tdkt.xlsx"), ReceiverList::Awards));
    CHECK(report.look.sheet == "Mau TDKT");
    CHECK(report.look.sheets == std::vector<std::string>{"Mau TDKT", "Hướng dẫn"});
    CHECK(report.look.firstRow == 8);
    const std::vector<SheetColumn> wanted{Count, Salutation, FullName, Post, SchoolName, HonourGround, Honour, SubjectKind, Fixed};
    REQUIRE(report.mapping.columns.size() >= wanted.size());
    CHECK(std::vector(report.mapping.columns.begin(), report.mapping.columns.begin() + static_cast<std::ptrdiff_t>(wanted.size())) == wanted);
    CHECK(report.mapping.subjects == ReceiverSubjects::All);
    CHECK(report.mapping.eachHonour);
    CHECK(report.problem.empty());
    const auto awards = DecisionService(file()).awards(year(2021)).value();
    REQUIRE(report.lines.size() >= awards.size());
    CHECK(report.added == report.lines.size() - 1);
    REQUIRE(wordOf(report, 6, "lao-dong-tien-tien") != nullptr);
    CHECK(wordOf(report, 6, "lao-dong-tien-tien")->word == "Lao động tiên tiến");
    CHECK(wordOf(report, 5, "annual_merit")->word == "Khen thưởng theo công trạng");
    REQUIRE(wordOf(report, 7, "deputy_principal") != nullptr);
    CHECK(wordOf(report, 7, "deputy_principal")->word == "Cá nhân là lãnh đạo");
    CHECK(wordOf(report, 7, "teacher")->word == "Cá nhân không phải lãnh đạo");
}

TEST_CASE_METHOD(Receiver, "a form is filled under another name, and reads again")
{
    auto asked = request(formFixture("mau-tdkt.xlsx"), ReceiverList::Nominations);
    const auto report = preview(asked);
    asked.mapping = report.mapping;
    asked.mapping->fixed[8] = "Giáo dục và Đào tạo";
    const auto book = fill(asked);
    const auto last = report.lines.back().row;
    CHECK(report.lines.front().row == 8);
    CHECK(last == 7 + report.lines.size());
    CHECK(cellAt(book, last, 0)->text == std::to_string(report.lines.size()));
    CHECK(cellAt(book, last, 2)->text == report.lines.back().name);
    CHECK(cellAt(book, last, 8)->text == "Giáo dục và Đào tạo");
    CHECK(cellAt(book, last + 1, 0)->text == "Tổng cộng");
    // Collectives first; they have neither form of address nor post, and that is no gap.
    CHECK(cellAt(book, 8, 3) == nullptr);
    CHECK(std::ranges::none_of(report.gaps, [](const auto& gap) { return gap.row == 8 && gap.column == 3; }));
    // The form itself is never written over.
    const auto form = scratch() / "mau.xlsx";
    CHECK(ReceiverService(file()).fill(asked, form, form).error().key == "receiver.same-file");
}

TEST_CASE_METHOD(Receiver, "parts for collectives and for people, a column for each honour")
{
    using enum SheetColumn;
    const auto asked = request(formFixture("dang-ky.xlsx"), ReceiverList::Registrations);
    const auto report = preview(asked);
    CHECK(std::vector(report.mapping.columns.begin(), report.mapping.columns.begin() + 7) == std::vector<SheetColumn>{Count, FullName, PostSchool, Tick, Tick, Tick, InitiativeTitle});
    CHECK_FALSE(report.mapping.eachHonour);
    CHECK(report.problem.empty());
    // The school registered for what the form has no column for: told, not lost.
    CHECK(anySays(report.notes, "Mẫu không có cột nào để ghi “Tập thể lao động tiên tiến”"));
    const auto board = RegistrationService(file()).board(year(2021)).value();
    const auto people = std::ranges::count_if(board.rows, [](const auto& row) { return row.subject.person && row.id && !row.leftOn && !row.honours.empty(); });
    const auto collectives = std::ranges::count_if(board.rows, [](const auto& row) { return row.subject.collective && row.id && !row.honours.empty(); });
    CHECK(report.lines.size() == static_cast<std::size_t>(people + collectives));
    const auto book = fill(asked);
    const auto parts = 6 + static_cast<std::size_t>(std::max<std::ptrdiff_t>(collectives, 1));
    CHECK(cellAt(book, parts, 1)->text == "CÁ NHÂN");
    CHECK(cellAt(book, parts + 1, 0)->text == "1"); // each part counts anew
    const auto foot = parts + 1 + static_cast<std::size_t>(std::max<std::ptrdiff_t>(people, 3));
    REQUIRE(cellAt(book, foot, 1) != nullptr);
    CHECK(cellAt(book, foot, 1)->text == "Tổng cộng");
    for (const auto& row : book.sheets.front().rows)
        for (const auto& cell : row.cells)
            CHECK(cell.text.find("Nguyễn Văn A") == std::string::npos); // examples are gone
}

TEST_CASE_METHOD(Receiver, "an award goes out with the number and the day of its decision, and who made it")
{
    const auto asked = request(xlsx(Grid{{"STT", "Họ và tên", "Danh hiệu", "Số quyết định", "Ngày quyết định"}}), ReceiverList::Awards);
    const auto report = preview(asked);
    CHECK(report.mapping.columns[3] == SheetColumn::DecisionNumber);
    CHECK(std::ranges::none_of(report.gaps, [](const ReceiverGap& gap) { return gap.column == 3; }));
    const auto book = fill(asked);
    const auto* number = cellAt(book, report.lines.front().row, 3);
    REQUIRE(number != nullptr);
    CHECK(number->text.find("/QĐ-") != std::string::npos);
}

TEST_CASE_METHOD(Receiver, "codes come from the form's own list; one that it lacks is asked for, and remembered")
{
    using enum SheetColumn;
    auto asked = request(formFixture("canhan.xlsx"), ReceiverList::Awards);
    auto report = preview(asked);
    CHECK(report.mapping.subjects == ReceiverSubjects::People);
    CHECK(report.mapping.columns[8] == SubjectKind);
    CHECK(report.mapping.columns[9] == Reward);
    CHECK(report.mapping.columns[10] == Title);
    REQUIRE(wordOf(report, 10, "lao-dong-tien-tien") != nullptr);
    CHECK(wordOf(report, 10, "lao-dong-tien-tien")->word == "LDTT");
    CHECK(wordOf(report, 8, "teacher")->word == "GV");
    CHECK(report.added == (report.lines.size() > 30 ? report.lines.size() - 30 : 0));
    std::string missing;
    for (const auto& words : report.words)
        for (const auto& one : words.words)
            if (one.word.empty()) {
                asked.mapping = report.mapping;
                missing = one.label;
            }
    CHECK(report.problem.empty() == missing.empty());
    asked.mapping = report.mapping;
    for (auto& [column, own] : asked.mapping->words)
        for (auto& [value, word] : own)
            word = word.empty() ? "K" : word;
    report = preview(asked);
    CHECK(report.problem.empty());
    const auto book = fill(asked);
    CHECK(cellAt(book, 2, 3) != nullptr);
    // A word taken away is asked for again, by name.
    asked.mapping->words[10]["lao-dong-tien-tien"].clear();
    report = preview(asked);
    CHECK(report.problem.find("Lao động tiên tiến") != std::string::npos);
    const auto refused = ReceiverService(file()).fill(asked, scratch() / "mau.xlsx", scratch() / "khac.xlsx");
    REQUIRE_FALSE(refused);
    CHECK(text::sentence(refused.error()) == report.problem);
    CHECK_FALSE(std::filesystem::exists(scratch() / "khac.xlsx"));
    // An honour that is left out needs no word.
    asked.mapping->leftOut.insert("lao-dong-tien-tien");
    const auto fewer = preview(asked);
    CHECK(fewer.lines.size() < report.lines.size());
    CHECK(std::ranges::any_of(fewer.honours, [](const auto& one) { return one.code == "lao-dong-tien-tien"; }));
}

TEST_CASE_METHOD(Receiver, "what is no form, or cannot be filled, is told in one sentence")
{
    using enum SheetColumn;
    CHECK(refusal(request(xlsx(Grid{{"Không có gì"}, {"ở đây"}}), ReceiverList::Awards)) == "receiver.no-headings");
    CHECK(refusal(request(ods(Grid{{"STT", "Họ và tên", "Chức vụ"}}), ReceiverList::Awards, 2021, "a.ods")) == "form.only-xlsx");
    CHECK(refusal(request("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(600, 'x'), ReceiverList::Awards, 2021, "a.xls")) == "sheet.old-excel");
    CHECK(refusal(request(formFixture("mau-tdkt.xlsx"), ReceiverList::Awards, 1999)) == "year.none");
    auto parts = xlsxParts(MadeBook{{{"S", Grid{{"STT", "Họ và tên", "Chức vụ"}}}}});
    for (auto& [name, bytes] : parts)
        if (name.starts_with("xl/worksheets/"))
            bytes.insert(bytes.find("</sheetData>") + 12, "<sheetProtection sheet=\"1\"/>");
    CHECK(refusal(request(zipped(parts), ReceiverList::Awards)) == "receiver.locked");
    auto asked = request(xlsx(Grid{{"STT", "Họ và tên", "Chức vụ"}}), ReceiverList::Awards);
    asked.mapping = ReceiverMapping{{Count, FullName, FullName}};
    CHECK(preview(asked).problem.find("cùng được chọn là") != std::string::npos);
    asked.mapping = ReceiverMapping{{Count, Post, SchoolName}};
    CHECK(preview(asked).problem == text::message("receiver.no-name-column"));
    asked.mapping = ReceiverMapping{{Count, FullName, Tick}};
    CHECK(preview(asked).problem.find("Chức vụ") != std::string::npos);
    asked.mapping.reset();
    asked.what = ReceiverList::Nominations;
    asked.year = SchoolYear(2022);
    CHECK_FALSE(preview(asked).problem.empty());
}

TEST_CASE_METHOD(Receiver, "“Ngày sinh” over “Nam” and “Nữ” asks for births, not for ticks")
{
    using enum SheetColumn;
    const auto asked = request(xlsx(Grid{{"STT", "Họ và tên", "Ngày sinh", "", "Danh hiệu"}, {"", "", "Nam", "Nữ", ""}}), ReceiverList::Awards);
    const auto report = preview(asked);
    CHECK(std::vector(report.mapping.columns.begin(), report.mapping.columns.begin() + 5) == std::vector<SheetColumn>{Count, FullName, MaleBirth, FemaleBirth, Honour});
    const auto book = fill(asked);
    bool any = false;
    for (const auto& line : report.lines) {
        const auto* male = cellAt(book, line.row, 2);
        const auto* female = cellAt(book, line.row, 3);
        CHECK((male == nullptr || female == nullptr));
        for (const auto* cell : {male, female})
            if (cell != nullptr) {
                any = true;
                CHECK(cell->text.size() >= 4);
            }
    }
    CHECK(any);
    // Ticks stay ticks, under their own heading or under none.
    const auto ticks = preview(request(xlsx(Grid{{"STT", "Họ và tên", "Giới tính", "", "Ngày sinh"}, {"", "", "Nam", "Nữ", ""}}), ReceiverList::Awards));
    CHECK(std::vector(ticks.mapping.columns.begin() + 2, ticks.mapping.columns.begin() + 5) == std::vector<SheetColumn>{Male, Female, Birth});
    const auto beside = preview(request(xlsx(Grid{{"STT", "Họ và tên", "Ngày sinh", "Nữ", "Chức vụ"}}), ReceiverList::Awards));
    CHECK(std::vector(beside.mapping.columns.begin() + 2, beside.mapping.columns.begin() + 4) == std::vector<SheetColumn>{Birth, Female});
}

TEST_CASE_METHOD(Receiver, "the bonus is filled by the rule of the decision's day, and of two titles of a year the higher one alone is paid")
{
    const auto asked = request(xlsx(Grid{{"STT", "Họ và tên", "Danh hiệu", "Tiền thưởng"}}), ReceiverList::Awards);
    const auto report = preview(asked);
    CHECK(report.mapping.columns[3] == SheetColumn::Bonus);
    std::size_t paid = 0;
    for (const auto& line : report.lines)
        if (const auto cell = line.cells.find(3); cell != line.cells.end()) {
            ++paid;
            CHECK(std::stoll(cell->second) % 1'000 == 0);
        }
    CHECK(paid > 0);
    for (const auto& gap : report.gaps)
        if (gap.column == 3)
            CHECK(gap.why.find("thưởng") != std::string::npos);
    const auto book = fill(asked);
    CHECK(cellAt(book, report.lines.back().row, 2) != nullptr);
    // Before there is a decision it is told by which day it is reckoned.
    CHECK(anySays(preview(request(asked.bytes, ReceiverList::Nominations)).notes, "vì chưa có quyết định"));
    CHECK_FALSE(anySays(report.notes, "vì chưa có quyết định"));
}

TEST_CASE_METHOD(Receiver, "dots over the table that ask for the year and the school are filled, others stay")
{
    const auto asked = request(xlsx(Grid{{"Đơn vị: ………………", "", "Số: ……/BC"}, {"DANH SÁCH ĐỀ NGHỊ NĂM HỌC 20… – 20…"}, {"(Năm học: ......../........)"}, {"STT", "Họ và tên", "Danh hiệu"}}), ReceiverList::Awards);
    const auto report = preview(asked);
    CHECK(anySays(report.notes, "2021–2022"));
    const auto book = fill(asked);
    CHECK(cellAt(book, 1, 0)->text.find("Đơn vị: Trường") == 0);
    CHECK(cellAt(book, 1, 2)->text == "Số: ……/BC");
    CHECK(cellAt(book, 2, 0)->text == "DANH SÁCH ĐỀ NGHỊ NĂM HỌC 2021–2022");
    CHECK(cellAt(book, 3, 0)->text == "(Năm học: 2021–2022)");
}

TEST_CASE_METHOD(Receiver, "a form whose parts are not packed, as some programs write it, is filled as well, and its bytes stay")
{
    const auto asked = request(formFixture("khong-nen.xlsx"), ReceiverList::Awards);
    const auto bytes = asked.bytes;
    const auto report = preview(asked);
    const auto book = fill(asked);
    CHECK(asked.bytes == bytes);
    CHECK(cellAt(book, 2, 0)->text == "DANH SÁCH KHEN THƯỞNG NĂM HỌC 2021–2022");
    CHECK(cellAt(book, report.lines.back().row, 1)->text == report.lines.back().name);
}

TEST_CASE("a mapping is kept as text and read again; a form knows its own")
{
    using enum SheetColumn;
    ReceiverMapping mapping{{Count, FullName, Honour, Fixed}};
    mapping.fixed[3] = "Giáo dục";
    mapping.words[2]["lao-dong-tien-tien"] = "02";
    mapping.leftOut = {"giay-khen-xa"};
    mapping.subjects = ReceiverSubjects::People;
    mapping.eachHonour = false;
    CHECK(receiverMappingFrom(receiverMappingText(mapping), "a.json").value() == mapping);
    for (const auto* wrong : {"", "[]", "columns = lạ", "columns count", "subjects = all", "columns = count\nfixed 7 = a", "columns = count\nsubjects = ai", "columns = count\nword A = x", "columns = count\neach-honour = có", "columns = count\nkhác = x"})
        CHECK(receiverMappingFrom(wrong, "a.json").error().key == "receiver.no-mapping");
    ReceiverForms forms;
    forms.remember("stt|ho va ten", mapping);
    forms.remember("", mapping);
    const ReceiverForms again(forms.text());
    CHECK(again.of("stt|ho va ten") == mapping);
    CHECK_FALSE(again.of("khac"));
    CHECK_FALSE(again.of(""));
    CHECK_FALSE(ReceiverForms("form = stt|ho va ten\nkhông").of("stt|ho va ten"));
    CHECK(forms.forget("stt|ho va ten"));
    CHECK_FALSE(forms.forget("stt|ho va ten"));
}
