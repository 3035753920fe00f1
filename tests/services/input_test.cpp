// SPDX-License-Identifier: GPL-3.0-or-later
// Input: what is bad gets one clear sentence, and the data stay as they were; what is kept is tidy, whoever types it.
#include "services/sample_school.h"

#include "domain/school_year.h"
#include "services/award/decision_service.h"
#include "services/follow/initiative_service.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/people/people_service.h"
#include "services/prepare/plan_service.h"
#include "services/review/council_service.h"
#include "text/messages.h"

#include "domain/collective.h"
#include "domain/school.h"
#include "services/core/school_summary.h"
#include "services/people/post_words.h"

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

const std::string kTyped = "  Toa\xCC\x81n \t học ";
const std::string kKept = "To\xC3\xA1n học";

class BadInput : public SampleSchool {
public:
    BadInput() : SampleSchool(Date(2022, 9, 23)) {}

    template <class Operation>
    Error refused(Operation operation)
    {
        const auto before = dump();
        auto result = operation();
        REQUIRE_FALSE(result);
        CHECK(dump() == before);
        const auto sentence = text::sentence(result.error());
        INFO(sentence);
        CHECK(text::hasMessage(result.error().key));
        CHECK(sentence.find('%') == std::string::npos);
        return result.error();
    }
};

}

TEST_CASE_METHOD(BadInput, "a person without a name")
{
    CHECK(refused([&] { return PeopleService(file()).addStaff(year(2022), {}); }).key == "person.name-missing");
}

TEST_CASE("a date of 31/02 or 31/09 says how many days the month has")
{
    const auto february = Date::parse("31/02/2015");
    REQUIRE_FALSE(february);
    CHECK(text::sentence(february.error()) == "Ngày “31/02/2015” không có thật: tháng 2 chỉ có 28 ngày. Xin sửa lại.");
    CHECK(Date::parse("31/9/21").error().args.back() == "30");
    CHECK(Date::parse("4/10/21").value() == Date(2021, 10, 4));
}

TEST_CASE_METHOD(BadInput, "a pasted block with a bad row is refused whole, with row and field")
{
    const auto error = refused([&] {
        return PeopleService(file()).pasteStaff(year(2022), "Nguyễn Văn Một\tNam\t1/1/1990\nNguyễn Văn Hai\tNam\t31/02/1990\n");
    });
    REQUIRE_FALSE(error.issues.empty());
    CHECK(error.issues.front().field == "1.birth");
}

TEST_CASE_METHOD(BadInput, "registering twice names the registration that is there")
{
    const auto error = refused([&] {
        return RegistrationService(file()).registerSubject(year(2022), {person("Bùi Quang Huy"), {"lao-dong-tien-tien"}, {}, {}, {}});
    });
    CHECK(error.key == "registration.twice");
    CHECK(error.args.front() == "Bùi Quang Huy");
}

TEST_CASE_METHOD(BadInput, "a late registration without a reason is asked for it, with one it is taken and marked")
{
    clock().set(Date(2022, 10, 20));
    RegistrationService service(file());
    const auto board = service.board(year(2022)).value();
    const auto free = std::find_if(board.rows.begin(), board.rows.end(), [](const auto& row) { return !row.id && row.subject.person; });
    RegistrationDraft draft{free->subject, {"lao-dong-tien-tien"}, {}, {}, {}};
    CHECK(refused([&] { return service.registerSubject(year(2022), draft); }).key == "registration.late-reason");
    draft.lateReason = "đi công tác";
    REQUIRE(service.registerSubject(year(2022), draft));
    const auto after = service.board(year(2022)).value();
    const auto row = std::find_if(after.rows.begin(), after.rows.end(), [&](const auto& r) { return r.subject == draft.subject; });
    CHECK(row->registration.late);
    CHECK(row->registration.lateReason == "đi công tác");
}

TEST_CASE_METHOD(BadInput, "honours that do not fit the subject or have no rules are refused by name")
{
    RegistrationService service(file());
    CHECK(refused([&] { return service.registerSubject(year(2022), {school(), {"lao-dong-tien-tien"}, {}, {}, {}}); }).key == "registration.honour-unfit");
    CHECK(refused([&] { return service.registerSubject(year(2022), {school(), {"khong-co"}, {}, {}, {}}); }).key == "registration.honour-unfit");
    CHECK(refused([&] { return service.registerSubject(year(2022), {school(), {}, {}, {}, {}}); }).key == "registration.honour-missing");
}

TEST_CASE("a vote of 12 among 9 members, and every other count that does not add up")
{
    domain::Tally tally;
    tally.issued = tally.collected = tally.valid = tally.inFavour = 12;
    CHECK(domain::validateTally(tally, {9, 8}).front().key == "tally.more-than-members");
    tally = {};
    tally.issued = 8;
    tally.collected = 8;
    tally.valid = 7;
    tally.inFavour = 7;
    const auto issues = domain::validateTally(tally, {9, 8});
    REQUIRE(issues.size() == 1);
    CHECK(text::sentence(issues.front()) == "Thu về 8, nhưng hợp lệ 7 + không hợp lệ 0 = 7; xin đếm lại.");
    tally.invalid = 1;
    CHECK(domain::validateTally(tally, {9, 8}).empty());
    tally.inFavour = 8;
    CHECK(domain::validateTally(tally, {9, 8}).front().key == "tally.favour-more");
    tally.issued = 9;
    CHECK(domain::validateTally(tally, {9, 8}).front().key == "tally.more-than-present");
}

TEST_CASE("who does not vote on a line takes a ballot from it, and a ballot in writing adds one")
{
    domain::Tally tally;
    tally.issued = tally.collected = tally.valid = tally.inFavour = 6;
    const domain::Voters voters{7, 6, 0, {"Lê Văn Thắng"}};
    CHECK(voters.most() == 5);
    const auto issues = domain::validateTally(tally, voters);
    REQUIRE(issues.size() == 1);
    CHECK(issues.front().field == "issued");
    CHECK(text::sentence(issues.front()) == "Dòng này nhiều nhất 5 phiếu vì Lê Văn Thắng không bỏ phiếu; đang ghi 6 phiếu phát ra.");
    CHECK(domain::validateTally(tally, {7, 6, 1, {"Lê Văn Thắng"}}).empty());
    tally.issued = 8;
    CHECK(domain::validateTally(tally, {9, 6, 1, {}}).front().key == "tally.more-than-ballots");
}

TEST_CASE_METHOD(BadInput, "a closed year is read-only until it is reopened with a reason")
{
    const auto y = year(2021);
    CHECK(refused([&] { return YearRecordService(file()).recordCells(y, {{person("A Khôi", 2021), YearColumn::Evaluation, "tốt"}}); }).key == "year.closed");
    CHECK(refused([&] { return SchoolService(file()).reopenYear(y, "  ", SchoolService(file()).headName().value()); }).key == "year.reason-missing");
    REQUIRE(SchoolService(file()).reopenYear(y, "sửa ngày nghỉ của một người", SchoolService(file()).headName().value()));
    CHECK(YearRecordService(file()).recordCells(y, {{person("A Khôi", 2021), YearColumn::Evaluation, "tốt"}}));
}

TEST_CASE_METHOD(BadInput, "cells of the year's grid that mean nothing are refused by position")
{
    const auto error = refused([&] {
        return YearRecordService(file()).recordCells(year(2022), {{person("A Khôi"), YearColumn::Months, "9"}, {person("Y Hiền"), YearColumn::Months, "13"}});
    });
    REQUIRE(error.issues.size() == 1);
    CHECK(error.issues.front().field == "1");
    CHECK(error.issues.front().key == "year-cell.months");
}

TEST_CASE_METHOD(BadInput, "a council with an even number, two chairs, or without its head is not established")
{
    CouncilService service(file());
    auto draft = service.proposedCouncil(year(2022), domain::CouncilKind::Emulation).value();
    if (draft.members.size() % 2 == 1)
        draft.members.pop_back();
    const auto id = service.draftCouncil(draft).value().value;
    const auto error = refused([&] { return service.establish(id, {91, "", clock().today()}, {{std::nullopt, "Căn cứ"}}); });
    CHECK(std::any_of(error.issues.begin(), error.issues.end(), [](const auto& issue) { return issue.key == "council.odd-number"; }));
}

TEST_CASE_METHOD(BadInput, "a number that is used already, and a plan that is issued")
{
    PlanService plans(file());
    const auto issued = plans.plans(year(2021)).value().front();
    CHECK(refused([&] { return plans.issuePlan(issued.id, {99, "", clock().today()}); }).key == "plan.issued");
    DecisionService decisions(file());
    domain::Decision decision;
    decision.year = year(2022);
    decision.title = "Về việc thử";
    decision.articles = "Một";
    const auto id = decisions.draftDecision(decision).value().value;
    CHECK(refused([&] { return decisions.issueDecision(id, {22, "", Date(2022, 10, 1)}); }).key == "paper.number-used");
    CHECK(refused([&] { return decisions.issueDecision(id, {0, "", Date(2022, 10, 1)}); }).key == "paper.number-missing");
}

TEST_CASE_METHOD(BadInput, "people with a history are not removed but leave")
{
    CHECK(refused([&] { return PeopleService(file()).removePerson(*person("Bùi Quang Huy").person); }).key == "person.in-use");
}

// ---- what is kept is NFC, without stray blanks and line ends, whoever types it and wherever ----

TEST_CASE_METHOD(BadInput, "the field of an initiative, added, edited and registered")
{
    InitiativeService service(file());
    domain::Initiative item;
    item.year = year(2022);
    item.title = kTyped;
    item.field = kTyped;
    const std::vector<domain::InitiativeAuthor> authors{{domain::InitiativeId(0), *person("A Khôi").person, 100, {}, {}}};
    const auto added = service.addInitiative(item, authors);
    REQUIRE(added);
    CHECK(added->changes.labelArgs.front() == kKept);
    auto row = service.initiative(added->value).value();
    CHECK(row.initiative.title == kKept);
    CHECK(row.initiative.field == kKept);
    row.initiative.field = "a" + kTyped;
    REQUIRE(service.editInitiative(row.id, row.initiative, row.authors, row.version));
    CHECK(service.initiative(row.id).value().initiative.field == "a " + kKept);
}

TEST_CASE_METHOD(BadInput, "the number of a disciplinary decision, the note of an absence, and the year's notes")
{
    YearRecordService service(file());
    YearFacts facts;
    facts.discipline.push_back({domain::YearRecordId(0), domain::DisciplineForm::Reprimand, clock().today(), kTyped});
    facts.absences.push_back({domain::YearRecordId(0), 3, domain::AbsenceReason::Sick, std::nullopt, kTyped});
    facts.record.evaluationSource = kTyped;
    facts.record.note = kTyped + "\r\n" + kTyped + "\r\n\r\n";
    REQUIRE(service.record(year(2022), person("A Khôi"), facts));
    const auto kept = service.row(year(2022), person("A Khôi")).value().facts;
    CHECK(kept.discipline.front().decisionNumber == kKept);
    CHECK(kept.absences.front().note == kKept);
    CHECK(kept.record.evaluationSource == kKept);
    CHECK(kept.record.note == kKept + "\n" + kKept);
}

TEST_CASE_METHOD(BadInput, "broken bytes are kept as a mark and do not stop the record")
{
    StaffDraft draft;
    draft.person.fullName = "Trần \xC3\x28 Văn";
    const auto added = PeopleService(file()).addStaff(year(2022), draft);
    REQUIRE(added);
    CHECK(added->changes.labelArgs.front() == "Trần \xEF\xBF\xBD( Văn");
    REQUIRE(file().undo());
}

TEST_CASE_METHOD(BadInput, "what is empty once tidied is missing")
{
    const std::string blank = " \t\xC2\xA0 ";
    StaffDraft draft;
    draft.person.fullName = blank;
    CHECK(PeopleService(file()).addStaff(year(2022), draft).error().key == "person.name-missing");
    domain::LegalText text;
    text.kind = "Công văn";
    text.number = blank;
    CHECK(PlanService(file()).addLegalText(text).error().key == "legal-text.number-missing");
    domain::Collective team;
    team.name = blank;
    CHECK(PeopleService(file()).addCollective(team).error().key == "collective.name-missing");
}

// Staff lists as offices keep them: what each line becomes, and what is asked instead of guessed.

using domain::Position;
using Field = SheetField;

namespace {

StaffSheet fixture(const std::string& name)
{
    std::ifstream in(std::string(THIDUA_SOURCE) + "/tests/fixtures/paste/" + name);
    REQUIRE(in);
    std::ostringstream text;
    text << in.rdbuf();
    return sheetOf(text.str());
}

/// A school just founded: its head alone, without a birth date.
class NewSchool {
public:
    NewSchool()
    {
        FoundSchool founded;
        founded.school.name = "Trường Tiểu học Hòa Bình";
        founded.school.documentSymbol = "THHB";
        founded.school.placeName = "Hòa Bình";
        founded.firstYear = SchoolYear(2026);
        founded.headName = "Trịnh Văn An";
        m_file = SchoolFile::create(m_scratch / "truong.thidua", founded, m_clock, {"Lan"}).value();
    }
    SchoolFile& file() { return *m_file; }
    PeopleService people() { return PeopleService(*m_file); }
    domain::SchoolYearId year() { return SchoolService(*m_file).yearOf(SchoolYear(2026))->id; }
    SheetReading read(const StaffSheet& sheet)
    {
        auto reading = people().readSheet(year(), sheet);
        REQUIRE(reading);
        return *reading;
    }
    int write(StaffSheet sheet)
    {
        sheet.leaveOut = true;
        auto written = people().pasteStaff(year(), sheet);
        if (!written)
            FAIL(text::sentence(written.error()));
        return written->value;
    }
    std::vector<StaffRow> staff() { return *people().staff(year()); }
    StaffRow named(const std::string& name)
    {
        const auto rows = staff();
        const auto found = std::ranges::find(rows, name, [](const auto& row) { return row.person.fullName; });
        REQUIRE(found != rows.end());
        return *found;
    }
    void reopen()
    {
        const auto path = m_file->path();
        m_file.reset();
        m_file = SchoolFile::open(path, SchoolFile::Mode::ReadWrite, m_clock, {"Lan"}).value();
    }

private:
    Scratch m_scratch;
    FixedClock m_clock{Date(2026, 9, 20)};
    std::unique_ptr<SchoolFile> m_file;
};

const SheetLine& lineOf(const SheetReading& reading, const std::string& name)
{
    const auto found = std::ranges::find(reading.people, name, [](const auto& line) { return line.cell(Field::FullName).text; });
    INFO(name);
    REQUIRE(found != reading.people.end());
    return *found;
}

std::string said(const SheetLine& line, Field field)
{
    const auto& cell = line.cell(field);
    return cell.text + (cell.guess ? "?" : "") + (cell.issue ? "!" : "");
}

}

TEST_CASE_METHOD(NewSchool, "a list with its columns elsewhere, capitals, ticks and short years")
{
    using enum SheetColumn;
    const auto sheet = fixture("stt-first.tsv");
    const auto reading = read(sheet);
    CHECK(reading.columns == std::vector<SheetColumn>{Unused, FullName, Birth, Female, Post, Team, Employed});
    CHECK(reading.headings.at(1) == "Họ và tên");
    REQUIRE(reading.people.size() == 3);
    CHECK(reading.newTeams == std::vector<std::string>{"Tổ 1", "Tổ 2 - 3"});
    const auto& first = lineOf(reading, "Đàm Thị Xuyến");
    CHECK(said(first, Field::Gender) == "Nữ");
    CHECK(said(first, Field::Birth) == "02/05/1990");
    CHECK(said(first, Field::Position) == "Giáo viên");
    CHECK(said(first, Field::Employed) == "2015");
    const auto& second = reading.people[1];
    CHECK(said(second, Field::FullName) == "Đàm Văn Quý?");
    CHECK(second.cell(Field::FullName).stood == "ĐÀM VĂN QUÝ");
    CHECK(said(second, Field::Gender) == "Nam?");
    CHECK(said(second, Field::Position) == "Tổ trưởng chuyên môn?");
    CHECK(second.draft->position == Position::TeamLeader);
    const auto& third = reading.people[2];
    CHECK(said(third, Field::FullName) == "Lò Thị Pâng");
    CHECK(said(third, Field::Birth) == "05/09/1985?");
    CHECK(said(third, Field::Post) == "Giáo viên kiêm Tổng phụ trách Đội?");
    CHECK(third.draft->position == Position::Teacher);
    CHECK(said(third, Field::Team) == "Tổ 2 - 3?"); // one team, however the dash is written

    CHECK(write(sheet) == 3);
    reopen();
    CHECK(named("Đàm Thị Xuyến").person.employedFrom->text() == "2015"); // a year alone is kept as a year
    CHECK(named("Lò Thị Pâng").person.employedFrom->text() == "2009-09-01");
    CHECK(named("Lò Thị Pâng").team == named("Đàm Văn Quý").team);
    CHECK(named("Đàm Văn Quý").person.gender == domain::Gender::Male);
    REQUIRE(file().undo());
    CHECK(staff().size() == 1);
}

TEST_CASE_METHOD(NewSchool, "headings and sums are no people, posts are read as written, the principal is no second person")
{
    const auto sheet = fixture("posts.tsv");
    const auto reading = read(sheet);
    REQUIRE(reading.people.size() == 5);
    CHECK(reading.otherLines == 3);
    const auto& head = lineOf(reading, "Trịnh Văn An");
    CHECK(head.fate == SheetFate::Update);
    CHECK(head.draft->position == Position::Principal);
    CHECK(said(head, Field::Post) == "Hiệu trưởng?");
    CHECK(said(head, Field::Birth) == "12/03/1968?");
    CHECK(said(head, Field::Employed) == "01/09/1990");
    CHECK(std::ranges::any_of(head.changes, [](const auto& change) { return change.field == Field::Birth && change.before.empty() && change.after == "12/03/1968"; }));
    CHECK(lineOf(reading, "Đỗ Thị Bé").draft->position == Position::DeputyPrincipal);
    CHECK(lineOf(reading, "Hồ Thị Cúc").draft->position == Position::DeputyPrincipal);
    CHECK(said(lineOf(reading, "Hồ Thị Cúc"), Field::Post) == "Phó Hiệu trưởng?");
    const auto& teacher = lineOf(reading, "Lý Thị Mỹ");
    CHECK(teacher.draft->position == Position::Teacher);
    CHECK(said(teacher, Field::Birth) == "1985");
    CHECK(teacher.draft->title == "Giáo viên, phụ trách thiết bị");
    const auto& both = lineOf(reading, "Trần Tú");
    CHECK(said(both, Field::Birth) == "17/07/1985?");
    CHECK(both.draft->position == Position::Teacher);
    CHECK(said(both, Field::Post) == "Giáo viên kiêm thư viện?");

    CHECK(write(sheet) == 5);
    CHECK(staff().size() == 5);
    CHECK(named("Trịnh Văn An").person.birth->text() == "1968-03-12");
    const auto again = read(sheet);
    CHECK(std::ranges::all_of(again.people, [](const auto& line) { return line.fate == SheetFate::Same; }));
}

TEST_CASE_METHOD(NewSchool, "names that differ by a mark are two people; the same name with another tone place is asked about")
{
    auto sheet = fixture("one-mark-apart.tsv");
    auto reading = read(sheet);
    REQUIRE(reading.people.size() == 4);
    CHECK(reading.people[0].fate == SheetFate::New);
    CHECK(reading.people[1].fate == SheetFate::New);
    CHECK(reading.people[2].fate == SheetFate::New);
    REQUIRE(reading.people[3].fate == SheetFate::Ask);
    CHECK(text::sentence(*reading.people[3].question) == "Lê Hòa và Lê Hoà (dòng 3) chỉ khác chỗ đặt dấu thanh. Là một người hay hai người?");
    CHECK_FALSE(people().pasteStaff(year(), sheet)); // nothing is dropped in silence
    sheet.answers[3] = {SheetAnswer::Kind::New, std::nullopt};
    CHECK(write(sheet) == 4);
    CHECK(staff().size() == 5);

    // Once more: those in the file are found by the name as written.
    auto one = sheetOf("Lê Hòa\tNam\t\tGiáo viên\tTổ 1\nPhạm Thị Hương\tNữ\t05/05/1995\tGiáo viên\tTổ 2\n");
    reading = read(one);
    CHECK(reading.people[0].fate == SheetFate::Same);
    CHECK(reading.people[0].person == named("Lê Hòa").id);
    CHECK(reading.people[1].fate == SheetFate::Update);
    CHECK(reading.people[1].person == named("Phạm Thị Hương").id);
    one.answers[1] = {SheetAnswer::Kind::New, std::nullopt}; // it may be said that this is somebody else
    CHECK(read(one).people[1].fate == SheetFate::New);
}

TEST_CASE_METHOD(NewSchool, "look-alike letters are put right, VNI is offered converted and never taken as it is")
{
    auto sheet = fixture("letters.tsv");
    auto reading = read(sheet);
    REQUIRE(reading.people.size() == 2);
    CHECK(reading.people[0].cell(Field::FullName).text == "Trần Thị Đào");
    CHECK(reading.people[0].fate == SheetFate::New);
    CHECK(reading.people[1].fate == SheetFate::Wrong);
    CHECK(reading.people[1].cell(Field::FullName).issue->key == "staff.old-letters");
    CHECK(reading.oldEncoding == OldEncoding::Vni);
    CHECK(reading.oldExampleMeant == "Trần Thị Hồng");
    CHECK_FALSE(people().pasteStaff(year(), sheet));
    sheet.convertOld = true;
    reading = read(sheet);
    CHECK(said(reading.people[1], Field::FullName) == "Trần Thị Hồng?");
    CHECK(write(sheet) == 2);
    CHECK(named("Trần Thị Đào").person.birth->text() == "1980-07-01");
}

TEST_CASE_METHOD(NewSchool, "one bad date takes the cell, not the person, and the message stands at the cell that is wrong")
{
    auto sheet = sheetOf("Họ tên\tNgày sinh\tVào ngành\nBùi Huy\t31/09/1983\t1/9/05\nLê Anh\t5/9/2085\t1/9/2009\nVũ Mai\t5/9/1990\t1/9/1995\n");
    const auto reading = read(sheet);
    CHECK(reading.people[0].cell(Field::Birth).issue->key == "date.no-such-day");
    CHECK_FALSE(reading.people[0].cell(Field::Employed).issue);
    CHECK(reading.people[1].cell(Field::Birth).issue->key == "person.birth-late");
    CHECK_FALSE(reading.people[1].cell(Field::Employed).issue);
    CHECK_FALSE(reading.people[2].cell(Field::Birth).issue);
    CHECK(reading.people[2].cell(Field::Employed).issue->key == "person.employed-early");
    CHECK(write(sheet) == 3);
    CHECK_FALSE(named("Bùi Huy").person.birth);
    CHECK(named("Bùi Huy").person.employedFrom->text() == "2005-09-01");

    // Corrected in the preview, nothing is left out.
    sheet.corrected[{1, Field::Birth}] = "30/9/83";
    CHECK(said(read(sheet).people[0], Field::Birth) == "30/09/1983");
    CHECK(read(sheet).people[0].fate == SheetFate::Update);
}

TEST_CASE_METHOD(NewSchool, "columns can be said, with and without a heading row")
{
    using enum SheetColumn;
    const std::string plain = "1\tTổ 1\tGV\t01/09/2015\t02/05/1990\tnam\tLê Văn Ba\n2\tTổ 1\tKế toán\t01/09/2010\t1985\tnữ\tMai Thị Tư\n";
    CHECK(read(sheetOf(plain)).columns == std::vector<SheetColumn>{Unused, Team, Post, Employed, Birth, Gender, FullName});
    const auto split = read(sheetOf("TT\tHọ đệm\tTên\tNgày tháng năm sinh\n1\tLê Văn\tBa\t02/05/1990\n"));
    CHECK(split.columns == std::vector<SheetColumn>{Unused, Family, Given, Birth});
    CHECK(split.people.at(0).draft->person.fullName == "Lê Văn Ba");
    auto sheet = sheetOf("Cột 1\tCột 2\nLê Văn Ba\t2/5/90\nMai Thị Tư\t3/6/91\n");
    sheet.columns = {FullName, Employed};
    const auto said_ = read(sheet);
    CHECK(said_.people.back().draft->person.employedFrom->text() == "1991-06-03");
    CHECK(read(sheetOf("Lê Văn Ba\nMai Thị Tư\n")).people.size() == 2);
    CHECK(read(sheetOf("DANH SÁCH CÁN BỘ\nNăm học 2026-2027\nSTT\tHọ và tên\tNữ\n1\tLê Văn Ba\t\n2\tMai Thị Tư\tX\n\tCộng: 2\t\n\tHIỆU TRƯỞNG\t\n\tTrịnh Văn An\t\n")).people.size() == 2);
}

TEST_CASE_METHOD(NewSchool, "sections give the team where no column does, namesakes are asked about, who left is asked about")
{
    auto sheet = sheetOf("STT\tHọ và tên\tNgày sinh\nI\tTỔ 1\t\n1\tLê Văn Ba\t02/05/1990\nII\tTỔ VĂN PHÒNG\t\n2\tMai Thị Tư\t1985\n3\tLê Văn Ba\t1991\n4\tLê Văn Ba\t\n");
    const auto reading = read(sheet);
    REQUIRE(reading.people.size() == 4);
    CHECK(said(reading.people[0], Field::Team) == "Tổ 1?");
    CHECK(said(reading.people[1], Field::Team) == "Tổ văn phòng?");
    CHECK(reading.people[2].fate == SheetFate::New);
    CHECK(reading.people[3].fate == SheetFate::Ask);
    CHECK(reading.people[3].question->key == "staff.ask-twice");
    CHECK(write(sheet) == 3);
    const auto which = read(sheetOf("Họ tên\tChức vụ\nLê Văn Ba\tTổ trưởng\n"));
    CHECK(which.people[0].fate == SheetFate::Ask);
    CHECK(which.people[0].candidates.size() == 2);

    auto row = named("Mai Thị Tư");
    StaffDraft draft{row.person, row.position, row.title, row.team};
    draft.person.leftOn = Date(2026, 9, 10);
    REQUIRE(people().editStaff(year(), row.id, draft, row.version));
    auto back = sheetOf("Họ tên\tChức vụ\nMai Thị Tư\tKế toán\n");
    CHECK(read(back).people[0].question->key == "staff.ask-left");
    back.answers[1] = {SheetAnswer::Kind::Update, row.id};
    CHECK(write(back) == 1);
    CHECK_FALSE(named("Mai Thị Tư").person.leftOn);
    CHECK(named("Mai Thị Tư").position == Position::Employee);
}

TEST_CASE_METHOD(NewSchool, "a list of two hundred is read and written at once")
{
    std::string block = "STT\tHọ và tên\tNgày sinh\tChức vụ\tTổ\n";
    for (int i = 0; i < 200; ++i)
        block += std::to_string(i + 1) + "\tNguyễn Thị Hoa " + std::string(1, static_cast<char>('A' + i % 26)) + std::string(1, static_cast<char>('a' + i / 26)) + "\t02/05/1990\tGV\tTổ " + std::to_string(i % 5 + 1) + "\n";
    CHECK(write(sheetOf(block)) == 200);
    CHECK(staff().size() == 201);
}

TEST_CASE("posts are read as lists write them")
{
    struct Row {
        const char* post;
        Position position;
        const char* title;
    };
    const auto row = GENERATE(values<Row>({{"HT", Position::Principal, "Hiệu trưởng"},
                                           {"P.HT", Position::DeputyPrincipal, "Phó Hiệu trưởng"},
                                           {"PHT", Position::DeputyPrincipal, "Phó Hiệu trưởng"},
                                           {"Hiệu phó", Position::DeputyPrincipal, "Phó Hiệu trưởng"},
                                           {"Phó hiệu trưởng", Position::DeputyPrincipal, "Phó hiệu trưởng"},
                                           {"TTCM", Position::TeamLeader, "Tổ trưởng chuyên môn"},
                                           {"Giáo viên, Tổ trưởng Tổ 1", Position::TeamLeader, "Giáo viên, Tổ trưởng Tổ 1"},
                                           {"GV kiêm TV", Position::Teacher, "Giáo viên kiêm thư viện"},
                                           {"GVCN lớp 2C", Position::Teacher, "Giáo viên chủ nhiệm lớp 2C"},
                                           {"Giáo viên, phụ trách thiết bị", Position::Teacher, "Giáo viên, phụ trách thiết bị"},
                                           {"TPCM", Position::Teacher, "Tổ phó chuyên môn"},
                                           {"NV Y tế", Position::Employee, "Nhân viên Y tế"},
                                           {"Kế toán", Position::Employee, "Kế toán"},
                                           {"Kế toán, TT tổ văn phòng", Position::Employee, "Kế toán, Tổ trưởng tổ văn phòng"},
                                           {"TTVP", Position::Employee, "Tổ trưởng văn phòng"},
                                           {"Bảo vệ", Position::Employee, "Bảo vệ"},
                                           {"VĂN THƯ", Position::Employee, "Văn thư"}}));
    INFO(row.post);
    CHECK(readPost(row.post).position == row.position);
    CHECK(readPost(row.post).title == row.title);
    CHECK_FALSE(readPost("Giáo viên").positionGuessed);
    CHECK(readPost("Ban Mai").positionGuessed);
}

TEST_CASE_METHOD(NewSchool, "teams and people are told apart by a mark everywhere")
{
    const auto add = [&](const char* name) { return people().addCollective({{}, name, {}, domain::CollectiveType::Team, 0, true}); };
    REQUIRE(add("Tổ Hóa"));
    CHECK(add("Tổ Họa"));
    CHECK_FALSE(add("tổ hóa"));
    CHECK(add("Tổ 2-3"));
    CHECK_FALSE(add("Tổ 2 – 3"));
    const auto reading = read(sheetOf("Họ tên\tTổ\nLê Văn Ba\tTổ Hoa\n"));
    CHECK(reading.newTeams == std::vector<std::string>{"Tổ Hoa"});
}

TEST_CASE_METHOD(NewSchool, "a numbered team stands behind the one before it, whenever it is added")
{
    const auto add = [&](const char* name) { REQUIRE(people().addCollective({{}, name, {}, domain::CollectiveType::Team, 0, true})); };
    for (const auto* name : {"Tổ 2", "Tổ Văn phòng", "Tổ 3", "Công đoàn"})
        add(name);
    const auto block = "Họ tên\tTổ\nLê Văn Ba\tTổ 4\nLê Văn Tư\tTổ 1\n";
    write(sheetOf(block));
    std::vector<std::string> shown;
    const auto rows = people().collectives().value();
    for (const auto& row : rows)
        shown.push_back(row.data.name);
    CHECK(shown == std::vector<std::string>{"Trường Tiểu học Hòa Bình", "Tổ 2", "Tổ 3", "Tổ 4", "Tổ Văn phòng", "Công đoàn", "Tổ 1"});
}
