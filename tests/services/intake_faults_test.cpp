// SPDX-License-Identifier: GPL-3.0-or-later
// What a school that brought a thousand pupils and sixty of the staff in from its spreadsheets ran into.
#include "services/intake_bench.h"

#include "services/core/school_service.h"
#include "services/follow/initiative_service.h"
#include "services/follow/year_record_service.h"
#include "services/intake/honour_gaps.h"
#include "services/intake/rejected_rows.h"
#include "services/law/stated_fact_service.h"
#include "services/people/class_name.h"
#include "services/people/pupil_service.h"
#include "sheets/package.h"

#include <fstream>
#include <tuple>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using enum SheetColumn;

namespace {

/// A teacher and a pupil of one name.
struct Namesakes : Intake {
    Namesakes()
    {
        CHECK(import(request(ListKind::Staff, "Họ và tên,Ngày sinh,Chức vụ,Tổ\nTrần Khánh Hoa,3/4/1985,Giáo viên,Tổ Hai\n")).created == 1);
        CHECK(import(request(ListKind::Pupils, "Họ và tên,Ngày sinh,Lớp\nTrần Khánh Hoa,5/6/2015,2A\nLê Em,7/8/2015,2A\n")).created == 2);
    }
    ImportLine honour(const std::string& list) { return lineAt(preview(request(ListKind::Honours, list)), 2); }
};

const std::string kHead = "Họ và tên,Danh hiệu,Năm học";

std::size_t warningsOf(const ImportReport& report, const std::string& key)
{
    return static_cast<std::size_t>(std::ranges::count(report.warnings, key, &ImportIssue::key));
}

}

TEST_CASE_METHOD(Namesakes, "an honour says who of one name is meant: to whom it may go, who was here then, what else the row says")
{
    // Of the staff alone, of pupils alone.
    CHECK(honour(kHead + "\nTrần Khánh Hoa,LĐTT,2021-2022\n").fate == ImportFate::Created); // refused as unfit for a pupil
    CHECK(honour(kHead + "\nTrần Khánh Hoa,Học sinh Xuất sắc,2021-2022\n").fate == ImportFate::Created);
    // The pupil was not born, or not at school yet.
    for (const auto* past : {"2012-2013", "2016-2017", "2018-2019"}) {
        INFO(past);
        CHECK(honour(kHead + "\nTrần Khánh Hoa,Giấy khen của Hiệu trưởng," + past + "\n").fate == ImportFate::Created);
    }
    // Both may have it: asked, with everybody.
    auto list = request(ListKind::Honours, kHead + "\nTrần Khánh Hoa,Giấy khen của Hiệu trưởng,2021-2022\n");
    const auto asked = lineAt(preview(list), 2);
    CHECK(asked.asked);
    REQUIRE(asked.candidates.size() == 2);
    CHECK(asked.candidates[0].text == "Trần Khánh Hoa, sinh 03/04/1985, Giáo viên, Tổ Hai");
    CHECK(asked.candidates[1].text == "Trần Khánh Hoa, sinh 05/06/2015, lớp 2A");
    list.answers[2] = {SheetAnswer::Kind::Update, asked.candidates[1].id};
    CHECK(preview(list).created == 1);
    list.answers[2] = {SheetAnswer::Kind::New, std::nullopt};
    CHECK_FALSE(lineAt(preview(list), 2).asked);
    CHECK(whyNot(preview(list), 2) == "import.other-unknown");
    // Class, team, post and birth tell as well.
    for (const auto& [more, cell] : {std::pair{"Lớp", "2A"}, std::pair{"Tổ", "Tổ Hai"}, std::pair{"Chức vụ", "Giáo viên"}, std::pair{"Ngày sinh", "3/4/1985"}}) {
        INFO(more);
        CHECK(honour(kHead + "," + more + "\nTrần Khánh Hoa,Giấy khen của Hiệu trưởng,2021-2022," + cell + "\n").fate == ImportFate::Created);
    }
    // Nobody else is meant by a child who was not at school yet.
    auto early = request(ListKind::Honours, kHead + "\nLê Em,Giấy khen của Hiệu trưởng,2016-2017\n");
    CHECK(whyNot(preview(early), 2) == "import.not-here-yet");
    CHECK(whyNot(preview(request(ListKind::Honours, kHead + "\nLê Em,LĐTT,2021-2022\n")), 2) == "import.honour-unfit");
}

TEST_CASE_METHOD(Intake, "a code that lost its zeros is the same code, another code of the same name and birth is asked about")
{
    const std::string head = "Mã HS,Họ và tên,Ngày sinh,Lớp\n";
    REQUIRE(import(request(ListKind::Pupils, head + "0012,Lê Bé,1/2/2015,2A\n0345,Trần Bé,3/4/2015,2A\n")).created == 2);
    const auto shortened = import(request(ListKind::Pupils, head + "12,Lê Bé,1/2/2015,2A\n345,Trần Bé,3/4/2015,2B\n"));
    CHECK(shortened.created == 0);
    CHECK(shortened.unchanged == 1);
    CHECK(shortened.updated == 1);
    const auto pupils = PupilService(file()).pupils(SchoolService(file()).years()->front().id);
    REQUIRE(pupils);
    CHECK(std::ranges::count(*pupils, "0012", [](const PupilRow& row) { return row.data.code; }) == 1); // the fuller one stays
    auto other = request(ListKind::Pupils, head + "9912,Lê Bé,1/2/2015,2A\n");
    const auto asked = lineAt(preview(other), 2);
    CHECK(asked.asked);
    CHECK(whyNot(preview(other), 2) == "import.code-differs");
    REQUIRE(asked.candidates.size() == 1);
    other.answers[2] = {SheetAnswer::Kind::Update, asked.candidates[0].id};
    CHECK(preview(other).updated == 1);
    other.answers[2] = {SheetAnswer::Kind::New, std::nullopt};
    CHECK(preview(other).created == 1);
    // The staff likewise, and whoever a list of honours is about.
    const std::string staff = "Mã,Họ và tên,Ngày sinh,Chức vụ\n";
    REQUIRE(import(request(ListKind::Staff, staff + "007,Mai Thị Mã,3/4/1985,Giáo viên\n")).created == 1);
    CHECK(import(request(ListKind::Staff, staff + "7,Mai Thị Mã,,Giáo viên\n")).unchanged == 1);
    CHECK(lineAt(preview(request(ListKind::Honours, "Mã,Họ và tên,Danh hiệu,Năm học\n7,Mai Thị Mã,LĐTT,2021-2022\n")), 2).fate == ImportFate::Created);
}

TEST_CASE_METHOD(Namesakes, "somebody of another birth date is told and offered, never “not in the file”")
{
    auto list = request(ListKind::Registrations, "Họ và tên,Ngày sinh,Danh hiệu đăng ký\nTrần Khánh Hoa,30/4/1985,LĐTT\n");
    const auto asked = lineAt(preview(list), 2);
    CHECK(whyNot(preview(list), 2) == "import.birth-differs");
    CHECK(asked.asked);
    REQUIRE(asked.candidates.size() == 1);
    const auto report = preview(list);
    CHECK(report.rejected.front().args == std::vector<std::string>{"Trần Khánh Hoa", "03/04/1985", "30/04/1985"});
    list.answers[2] = {SheetAnswer::Kind::Update, asked.candidates[0].id};
    CHECK(preview(list).created == 1);
}

namespace {

struct Ratings : Intake {
    std::ptrdiff_t statedFromList(const domain::SubjectRef& who)
    {
        const auto stated = StatedFactService(file()).of(who).value();
        return std::ranges::count_if(stated, [](const auto& row) { return row.data.fact == "evaluations" && row.data.source.find("a.csv") != std::string::npos; });
    }
};

}

TEST_CASE_METHOD(Ratings, "ratings go to the school years that their rows name, never into another")
{
    const std::string list = "Họ và tên,Xếp loại,Năm học\nBùi Quang Huy,HTTNV,2018-2019\nBùi Quang Huy,HTXSNV,2019 - 2020\nBùi Quang Huy,HTTNV,2022-2023\n"
                             "Bùi Quang Huy,HTTNV,\nBùi Quang Huy,HTTNV,năm kia\nBùi Quang Huy,HTTNV,2031-2032\n";
    const auto who = person("Bùi Quang Huy");
    const auto rating = [&] { return YearRecordService(file()).row(year(2022), who).value().facts.record.evaluation; };
    const auto before = dump();
    const auto report = import(request(ListKind::Evaluations, list));
    CHECK(report.created + report.updated == 3);
    CHECK(whyNot(report, 5) == "import.year-missing");
    CHECK(whyNot(report, 6) == "import.year-unclear");
    CHECK(whyNot(report, 7) == "import.year-not-open");
    CHECK(warningsOf(report, "import.rated-before") == 2);
    CHECK(warningsOf(report, "import.rated-in-year") == 1);
    CHECK(rating() == domain::Evaluation::Good);
    CHECK(statedFromList(who) == 2);
    CHECK(preview(request(ListKind::Evaluations, list)).unchanged == 3);
    const auto changed = preview(request(ListKind::Evaluations, "Họ và tên,Xếp loại,Năm học\nBùi Quang Huy,HTNV,2018-2019\n"));
    CHECK(lineAt(changed, 2).fate == ImportFate::Updated);
    REQUIRE(file().undo());
    CHECK(dump() == before);
    // A closed year says so at the row, others go in.
    std::ignore = SchoolService(file()).closeYear(year(2021)); // it may be closed already
    const auto closed = preview(request(ListKind::Evaluations, "Họ và tên,Xếp loại,Năm học\nBùi Quang Huy,HTTNV,2021-2022\nHoàng Thị Bích Liên,HTTNV,2022-2023\n"));
    CHECK(whyNot(closed, 2) == "import.year-closed");
    CHECK(closed.created + closed.updated == 1);
}

TEST_CASE_METHOD(Ratings, "ratings may stand below their school years")
{
    const auto list = request(ListKind::Evaluations, "TT,Họ và tên,2018-2019,Năm học 2022-2023\n1,Bùi Quang Huy,Hoàn thành tốt nhiệm vụ,HTXSNV\n2,Hoàng Thị Bích Liên,,-\n3,Đỗ Thị Quỳnh Như,Ngoan,\n");
    CHECK(kindsOf(look(list)) == std::vector{Unused, FullName, Tick, Tick});
    const auto report = import(list);
    CHECK(lineAt(report, 2).fate == ImportFate::Created);
    CHECK(lineAt(report, 3).fate == ImportFate::Unchanged);
    CHECK(lineAt(report, 4).fate == ImportFate::Rejected);
    CHECK(YearRecordService(file()).row(year(2022), person("Bùi Quang Huy")).value().facts.record.evaluation == domain::Evaluation::Excellent);
    CHECK(statedFromList(person("Bùi Quang Huy")) == 1);
    CHECK(preview(list).unchanged == 2);
}

TEST_CASE_METHOD(Ratings, "a row that is refused writes none of its years, and months of a year from before are told to be left out")
{
    const auto before = dump();
    const auto report = import(request(ListKind::Evaluations, "Họ và tên,2018-2019,Năm học 2022-2023\nBùi Quang Huy,HTTNV,abc\nHoàng Thị Bích Liên,HTTNV,\n"));
    CHECK(lineAt(report, 2).fate == ImportFate::Rejected);
    CHECK(report.created == 1);
    CHECK(statedFromList(person("Bùi Quang Huy")) == 0);
    CHECK(statedFromList(person("Hoàng Thị Bích Liên")) == 1);
    REQUIRE(file().undo());
    CHECK(dump() == before);
    const auto months = preview(request(ListKind::Evaluations, "Họ và tên,Xếp loại,Số tháng,Năm học\nBùi Quang Huy,HTTNV,9,2018-2019\n"));
    CHECK(lineAt(months, 2).fate == ImportFate::Created);
    CHECK(warningsOf(months, "import.months-before") == 1);
}

TEST_CASE_METHOD(Namesakes, "an old list names the classes of its own year: those of today tell nobody apart")
{
    CHECK(import(request(ListKind::Pupils, "Họ và tên,Ngày sinh,Lớp\nTrần Khánh Hoa,1/2/2013,4A\n")).created == 1);
    // In 2021–2022, which the file has no classes of, either of the two pupils may have been in 2A.
    const auto asked = honour(kHead + ",Lớp\nTrần Khánh Hoa,Giấy khen của Hiệu trưởng,2021-2022,2A\n");
    CHECK(asked.asked);
    CHECK(asked.candidates.size() == 2);
    CHECK_FALSE(honour(kHead + ",Lớp\nTrần Khánh Hoa,Giấy khen của Hiệu trưởng,2022-2023,2A\n").asked);
}

TEST_CASE_METHOD(Intake, "one person with two initiatives in one list is refused at the second row, and neither replaces the other")
{
    const auto list = request(ListKind::Registrations, "Họ và tên,Danh hiệu đăng ký,Tên sáng kiến\nA Khôi,CSTĐCS,Dạy toán bằng thẻ\nA Khôi,CSTĐCS,Góc đọc sách\n");
    const auto report = preview(list);
    CHECK(lineAt(report, 2).fate != ImportFate::Rejected);
    CHECK(whyNot(report, 3) == "import.repeats-otherwise");
}

TEST_CASE_METHOD(Intake, "the names of initiatives come in with the registrations, and a row of another year does not")
{
    const std::string title = "Một số biện pháp rèn chữ viết cho học sinh lớp 2";
    const std::string head = "Tên sáng kiến,Lĩnh vực,CSTĐCS,LĐTT,Họ và tên\n";
    const auto list = request(ListKind::Registrations, head + title + ",Tiếng Việt,x,x,Bùi Quang Huy\nx,,,x,Hoàng Thị Bích Liên\n");
    CHECK(kindsOf(look(list)) == std::vector{InitiativeTitle, InitiativeField, Tick, Tick, FullName});
    const auto own = [&] {
        std::vector<std::string> titles;
        const auto all = InitiativeService(file()).initiatives(year(2022)).value();
        for (const auto& row : all)
            for (const auto& author : row.authorNames)
                if (author == "Bùi Quang Huy" || author == "Hoàng Thị Bích Liên")
                    titles.push_back(row.initiative.title + "|" + row.initiative.field);
        return titles;
    };
    const auto before = own();
    import(list);
    auto wanted = before;
    wanted.push_back(title + "|Tiếng Việt");
    CHECK(std::ranges::is_permutation(own(), wanted));
    CHECK(preview(list).unchanged == 2);
    const auto renamed = preview(request(ListKind::Registrations, head + title + " và lớp 3,,x,x,Bùi Quang Huy\n"));
    CHECK(lineAt(renamed, 2).fate == ImportFate::Updated);
    CHECK(lineAt(renamed, 2).changes.back().before == title);
    CHECK(whyNot(preview(request(ListKind::Registrations, "Họ và tên,Danh hiệu,Năm học\nĐỗ Thị Quỳnh Như,LĐTT,2020-2021\n")), 2) == "import.year-other");
}

TEST_CASE_METHOD(Intake, "a total is nobody, in whichever column it stands; somebody called Tống Công is")
{
    for (const auto* total : {"Tổng cộng", "Cộng", "TỔNG SỐ", "Cộng:", "Tổng số: 2"}) {
        INFO(total);
        CHECK(preview(request(ListKind::Registrations, "LĐTT,Họ và tên,STT\nx,Bùi Quang Huy,1\n,,\n49," + std::string(total) + ",\n")).rows == 1);
        CHECK(preview(request(ListKind::Pupils, "Nữ,Họ và tên,Lớp\nx,Lê Thị Nga,2A\n\n1," + std::string(total) + ",35\n")).rows == 1);
        CHECK(preview(request(ListKind::Staff, "Nữ,Họ và tên,Chức vụ\nx,Lê Thị Nga,Giáo viên\n\n1," + std::string(total) + ",35\n")).rows == 1);
        CHECK(preview(request(ListKind::Honours, "Danh hiệu,Họ và tên,Năm học\nLĐTT,Bùi Quang Huy,2010-2011\n\n12," + std::string(total) + ",\n")).rows == 1);
    }
    CHECK(preview(request(ListKind::Pupils, "Nữ,Họ và tên,Lớp\nx,Tống Công Số,2A\n")).rows == 1);
    CHECK(preview(request(ListKind::Pupils, "Mã HS,Họ và tên,Lớp\n001,Tống Công Số,2A\n002,Tổng Thị Cộng,2A\n")).created == 2);
}

TEST_CASE_METHOD(Intake, "headings that nobody knows are no person, and which row they are can be said")
{
    const std::string people = "1,Lê Thị Ba,2/5/1990,Tổ Một,Giáo viên\n2,Mai Văn Tư,3/6/1991,Tổ Một,Kế toán\n";
    auto known = request(ListKind::Staff, "TT,Giáo viên,NS,Bộ phận,Nhiệm vụ\n" + people);
    CHECK(kindsOf(look(known)) == std::vector{Unused, FullName, Birth, Team, Post});
    CHECK(import(known).created == 2);
    auto strange = request(ListKind::Staff, "TT,Quý danh,NS,Chỗ làm,Nhiệm vụ\n" + people);
    auto seen = look(strange);
    CHECK_FALSE(seen.isList); // its columns have to be looked at
    CHECK(seen.heading == 1);
    CHECK(seen.people == 2);
    CHECK(seen.columns[1].kind == FullName); // by what stands in it
    CHECK(seen.firstRows.front() == std::pair<std::size_t, std::string>{1, "TT, Quý danh, NS, Chỗ làm, Nhiệm vụ"});
    strange.columns = {Unused, FullName, Birth, Team, Post};
    CHECK(preview(strange).rows == 2);
    // Said by a person: another row, or none.
    auto second = request(ListKind::Pupils, "Danh sách các cháu,,\nAi,Bao giờ,Ở đâu\nLê An,1/2/2015,2A\nLê Bé,2/2/2015,2A\n");
    second.heading = 2;
    second.columns = {FullName, Birth, Class};
    CHECK(look(second).heading == 2);
    CHECK(look(second).people == 2);
    CHECK(preview(second).created == 2);
    auto none = request(ListKind::Pupils, "Lê An,1/2/2015,2A\nLê Bé,2/2/2015,2A\n");
    none.heading = 0;
    none.columns = {FullName, Birth, Class};
    CHECK(look(none).heading == 0);
    CHECK(preview(none).created == 2);
    auto staff = request(ListKind::Staff, "Họ và tên,Chức vụ\nLê Thị Sáu,Giáo viên\nLê Thị Bảy,Giáo viên\n");
    staff.heading = 2;
    staff.columns = {FullName, Post};
    CHECK(preview(staff).rows == 1);
    staff.heading = 0;
    CHECK(preview(staff).rows == 2); // what is known as headings is nobody all the same
}

TEST_CASE_METHOD(Intake, "a rejected code is typed as text, and one that lost its zeros is pointed out")
{
    auto list = request(ListKind::Pupils, "Mã HS,Họ và tên,Ngày sinh,Lớp\n12/03/2026,Lê Mã,5/6/2015,2A\n07701821,Lê Lành,5/6/2015,2A\n07701822,Lê Vỡ,31/2/2015,2A\n");
    const auto report = import(list);
    CHECK(report.rejected.size() == 2);
    const auto path = scratch() / "loai.xlsx";
    REQUIRE(saveRejected(file(), list, report, path));
    std::ifstream stream(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    const sheets::Limits limits;
    sheets::Budget budget{limits};
    const sheets::Package package(bytes, budget);
    CHECK(package.head("xl/styles.xml", 20'000).find("numFmtId=\"49\"") != std::string::npos);
    const auto sheet = package.head("xl/worksheets/sheet1.xml", 4'000);
    CHECK(sheet.find("<col min=\"1\" max=\"1\"") != std::string::npos);
    CHECK(sheet.substr(sheet.find("<col min=\"1\"")).find("style=") < sheet.substr(sheet.find("<col min=\"1\"")).find("/>"));

    auto again = list;
    again.book = sheets::readBook("Mã HS,Họ và tên,Ngày sinh,Lớp\n7701818,Lê Mã,5/6/2015,2A\n07701822,Lê Vỡ,28/2/2015,2A\n", "a.csv").value();
    const auto read = preview(again);
    REQUIRE(warningsOf(read, "import.code-short") == 1);
    CHECK(std::ranges::find(read.warnings, "import.code-short", &ImportIssue::key)->row == 2);
    CHECK(warningsOf(preview(request(ListKind::Staff, "Mã cán bộ,Họ và tên,Chức vụ\n0012,Lê Một,GV\n0013,Lê Hai,GV\n14,Lê Ba,GV\n")), "import.code-short") == 1);
}

TEST_CASE_METHOD(Intake, "the preview shows what will be written, and tells guesses apart from what holds for the whole list")
{
    const auto staff = preview(request(ListKind::Staff, "Họ đệm,Tên,Ngày sinh,Chức vụ,Tổ\nĐINH VĂN,THẮNG,31118,Giáo viên,Tổ Mới\nLê Thị,Ba,1/2/1990,Giáo viên,Tổ Mới\nMai Thị,Tư,1/2/1991,Giáo viên,Tổ Mới Nữa\n"));
    const auto& first = lineAt(staff, 2);
    CHECK(first.saved.at(0) == "Đinh Văn");
    CHECK(first.saved.at(1) == "Thắng");
    CHECK(first.saved.at(2) == "12/03/1985");
    CHECK(lineAt(staff, 3).saved.empty());
    CHECK(warningsOf(staff, "import.name-cased") == 1);
    CHECK(warningsOf(staff, "import.new-teams") == 1);
    const auto teams = std::ranges::find(staff.warnings, "import.new-teams", &ImportIssue::key);
    CHECK(teams->row == 0);
    CHECK(teams->args == std::vector<std::string>{"2", "Tổ Mới, Tổ Mới Nữa"});
    CHECK(std::ranges::none_of(staff.warnings, [](const auto& issue) { return issue.row == 3; }));
    const auto pupils = preview(request(ListKind::Pupils, "Họ và tên,Ngày sinh,Lớp\nLÊ THỊ HOA,41977,lớp 5e\nTraàn Thò Hoàng,1/2/2015,5E\n"));
    CHECK(lineAt(pupils, 2).saved.at(0) == "Lê Thị Hoa");
    CHECK(lineAt(pupils, 2).saved.at(1) == "04/12/2014");
    CHECK(lineAt(pupils, 3).saved.at(0) == lineAt(pupils, 3).name);
    CHECK(warningsOf(pupils, "import.name-cased") == 1);
}

TEST_CASE_METHOD(Intake, "classes are named by figure and capital, a birth to come has no age, and a year that the school lacks is told once")
{
    CHECK(className("lớp 5e") == "5E");
    CHECK(className("LỚP 5E") == "5E");
    CHECK(className("Lớp: 9a2") == "9A2");
    CHECK(className("5 tuổi a") == "5 tuổi a");
    CHECK(className("Mầm") == "Mầm");
    const auto born = preview(request(ListKind::Pupils, "Họ và tên,Ngày sinh,Lớp\nLê Mai Sau,15/1/2023,2A\n"));
    CHECK(whyNot(born, 2) == "import.birth-future");
    CHECK(warningsOf(born, "import.age") == 0);

    std::string staff = "Họ và tên,Chức vụ\n", honours = kHead + "\n";
    for (const auto* name : {"Lê Hổng Một", "Lê Hổng Hai", "Lê Hổng Ba"}) {
        staff += std::string(name) + ",Giáo viên\n";
        for (const auto* past : {"2008-2009", "2010-2011"})
            honours += std::string(name) + ",LĐTT," + past + "\n";
    }
    honours += "Lê Hổng Ba,LĐTT,2005-2006\n";
    CHECK(import(request(ListKind::Staff, staff)).created == 3);
    CHECK(import(request(ListKind::Honours, honours)).created == 7);
    const auto gaps = honourGaps(file()).value();
    CHECK(std::ranges::count_if(gaps, [](const auto& gap) { return gap.name.empty() && gap.from == SchoolYear(2009) && gap.to == SchoolYear(2009); }) == 1);
    CHECK(std::ranges::none_of(gaps, [](const auto& gap) { return gap.name == "Lê Hổng Một"; }));
    CHECK(std::ranges::count(gaps, "Lê Hổng Ba", &HonourGap::name) == 1); // 2006 to 2007 is theirs alone
}
