// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/overview_service.h"
#include "services/core/school_service.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/foresight/foresight_service.h"
#include "services/foresight/foresight_supply.h"
#include "services/people/people_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "support/catch.h"
#include "support/sample_until.h"
#include "support/scratch.h"
#include "support/table_dump.h"
#include "services/sample_school.h"
#include "domain/council.h"
#include "domain/nomination.h"
#include "domain/school_year.h"
#include "services/core/search.h"
#include "services/people/people_lookup.h"
#include "storage/data_file.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

const Date kForesightDay(2022, 5, 21); ///< the year's results are in, the council has not met yet

/// The sample school as it stood on a day.
class SchoolOn {
public:
    explicit SchoolOn(Date day) : m_clock(day)
    {
        std::filesystem::copy_file(sampleUntil(day), m_scratch / "a.thidua");
        m_file = SchoolFile::open(m_scratch / "a.thidua", SchoolFile::Mode::ReadWrite, m_clock, {"Lan"}).value();
    }
    SchoolFile& file() { return *m_file; }
    domain::SchoolYearId year(int startYear = 2021) { return SchoolService(*m_file).yearOf(SchoolYear(startYear)).value().id; }
    domain::SubjectRef person(const std::string& name, int startYear = 2021)
    {
        const auto staff = PeopleService(*m_file).staff(year(startYear)).value();
        const auto found = std::ranges::find_if(staff, [&name](const auto& row) { return row.person.fullName == name; });
        REQUIRE(found != staff.end());
        return domain::SubjectRef::of(found->id);
    }
    ForesightBoard board(int startYear = 2021) { return ForesightService(*m_file).board(year(startYear)).value(); }
    Prospect prospect(const std::string& name, const std::string& honour, int startYear = 2021, std::optional<int> of = std::nullopt)
    {
        const auto all = ForesightService(*m_file).prospects(year(startYear), person(name, startYear)).value();
        const auto found = std::ranges::find_if(all, [&](const auto& one) {
            return one.honour == honour && one.year == SchoolYear(of.value_or(startYear));
        });
        REQUIRE(found != all.end());
        return *found;
    }
    /// Registers late for one honour more.
    void alsoRegister(const std::string& name, const std::string& honour)
    {
        RegistrationService service(*m_file);
        const auto rows = service.board(year()).value().rows;
        const auto row = std::ranges::find(rows, person(name), &RegistrationRow::subject);
        RegistrationDraft draft{row->subject, row->honours, {}, {}, "bổ sung"};
        draft.honours.push_back(honour);
        REQUIRE(row->id);
        REQUIRE(service.editRegistration(*row->id, draft, row->version));
    }
    void cell(const std::string& name, YearColumn column, const std::string& text)
    {
        REQUIRE(YearRecordService(*m_file).recordCells(year(), {{person(name), column, text}}));
    }

private:
    Scratch m_scratch;
    FixedClock m_clock;
    std::unique_ptr<SchoolFile> m_file;
};

const CollectiveForecast& forecast(const ForesightBoard& board, const std::string& collective, const std::string& honour)
{
    const auto found = std::ranges::find_if(board.collectives, [&](const auto& one) { return one.name == collective && one.honour == honour; });
    REQUIRE(found != board.collectives.end());
    return *found;
}

bool misses(const CollectiveForecast& one, const std::string& finding)
{
    return std::ranges::any_of(one.otherwise, [&finding](const auto& missing) { return missing.finding == finding; });
}

}

TEST_CASE("a person one initiative short is near, and told what and by when")
{
    SchoolOn school(kForesightDay);
    const std::string name = "Lê Thị Ngọc Diệp";
    CHECK(school.prospect(name, "lao-dong-tien-tien").chance == Chance::Reached);
    const auto two = school.prospect(name, "chien-si-thi-dua-co-so");
    CHECK(two.chance == Chance::Possible);
    CHECK(two.missing.size() == 2); // to register and the initiative
    school.alsoRegister(name, "chien-si-thi-dua-co-so");
    const auto near = school.prospect(name, "chien-si-thi-dua-co-so");
    CHECK(near.chance == Chance::Near);
    CHECK(near.registered);
    REQUIRE(near.missing.size() == 1);
    CHECK(near.missing.front().finding == "initiative");
    CHECK(near.missing.front().text == "một sáng kiến cấp cơ sở");
    CHECK(near.missing.front().by == Date(2022, 5, 31));
    CHECK(near.missing.front().citation.find("khoản 3 Điều 9 NĐ 91/2017") != std::string::npos);
    CHECK_FALSE(near.missing.front().remedy.empty());
}

TEST_CASE("what nothing can change any more is lost: a discipline case, an evaluation that stands, too few months")
{
    SchoolOn school(kForesightDay);
    const std::string name = "Lê Thị Ngọc Diệp";
    school.cell(name, YearColumn::Discipline, "khiển trách");
    const auto lost = school.prospect(name, "lao-dong-tien-tien");
    CHECK(lost.chance == Chance::Lost);
    // The reprimand bars by itself; that it also denies the good evaluation is told beside it.
    REQUIRE(lost.missing.size() == 2);
    CHECK(lost.missing.back().finding == "discipline-beside-grade");
    CHECK(lost.missing.front().finding == "no-discipline");
    CHECK(lost.missing.front().certainlyLost);
    CHECK_FALSE(lost.missing.front().by);
    CHECK(school.prospect("A Khôi", "lao-dong-tien-tien").chance == Chance::Lost);
    const auto recruited = school.prospect("Y Hiền", "lao-dong-tien-tien");
    CHECK(recruited.chance == Chance::Lost);
    CHECK(recruited.missing.front().finding == "recruited");
    CHECK(recruited.missing.front().earliest == SchoolYear(2022));
    // The year after, only what that year brings is open.
    const auto next = school.prospect("Y Hiền", "lao-dong-tien-tien", 2021, 2022);
    CHECK(next.chance == Chance::Possible);
    CHECK(next.missing.front().by == Date(2022, 10, 4));
}

TEST_CASE("an inquiry may end before the review, so it is missing and not lost")
{
    SchoolOn school(kForesightDay);
    const std::string name = "Lê Thị Ngọc Diệp";
    school.cell(name, YearColumn::Investigation, "có");
    const auto near = school.prospect(name, "lao-dong-tien-tien");
    CHECK(near.chance == Chance::Near);
    CHECK(near.missing.front().finding == "not-under-investigation");
}

TEST_CASE("a chain tells how many are missing and the earliest year")
{
    SchoolOn school(Date(2021, 11, 1));
    const std::string name = "Đỗ Thị Quỳnh Như"; // Chiến sĩ thi đua cơ sở once, in 2020–2021
    const auto chain = school.prospect(name, "chien-si-thi-dua-tinh");
    CHECK(chain.chance == Chance::Lost);
    const auto missing = std::ranges::find(chain.missing, std::string("three-grassroots-titles"), &Missing::finding);
    REQUIRE(missing != chain.missing.end());
    CHECK((missing->earliest == SchoolYear(2022)));
    CHECK(missing->times == 2);
    CHECK(missing->text == "còn thiếu 2 lần CSTĐCS, sớm nhất năm học 2022–2023");
}

TEST_CASE("the review is the council's next meeting of the second term, else the one held, else the end of May")
{
    SchoolOn school(kForesightDay);
    CHECK(school.board().reviewBy == Date(2022, 5, 31));
    CHECK_FALSE(school.board().reviewed);
    CouncilService councils(school.file());
    domain::Meeting meeting;
    meeting.year = school.year();
    meeting.title = "Họp xét";
    meeting.heldOn = Date(2022, 5, 26);
    meeting.starts = "14:00";
    const auto all = councils.councils(school.year()).value();
    meeting.council = std::ranges::find(all, domain::CouncilKind::Emulation, [](const auto& row) { return row.council.kind; })->id;
    REQUIRE(councils.createMeeting(meeting));
    CHECK(school.board().reviewBy == Date(2022, 5, 26));

    SchoolOn after(Date(2022, 6, 20));
    CHECK(after.board().reviewBy == Date(2022, 5, 27));
    CHECK(after.board().reviewed);
    CHECK(after.board().near == 0);
}

TEST_CASE("what is registered is enough in number for both collective titles, and what else they ask for is told")
{
    SchoolOn school(kForesightDay);
    const auto board = school.board();
    const auto& advanced = forecast(board, "Trường Tiểu học Măng Đen", "tap-the-lao-dong-tien-tien");
    CHECK(advanced.members == 32);
    CHECK(advanced.registered == 24);
    CHECK(advanced.needed == 17);
    CHECK(advanced.enough);
    const auto& excellent = forecast(board, "Trường Tiểu học Măng Đen", "tap-the-lao-dong-xuat-sac");
    CHECK(excellent.registered == 24);
    CHECK(excellent.needed == 23);
    CHECK(excellent.enough);
    CHECK(misses(excellent, "excellent-collective-evaluation"));
    CHECK(misses(excellent, "all-members-completed"));
    CHECK_FALSE(misses(excellent, "has-grassroots-fighter"));
    const auto& office = forecast(board, "Tổ Văn phòng", "tap-the-lao-dong-tien-tien");
    CHECK(office.registered == 2);
    CHECK(office.members == 4);
    CHECK(office.needed == 3);
    CHECK_FALSE(office.enough);
}

TEST_CASE("the limits of the law with a few more people")
{
    SchoolOn school(kForesightDay);
    ForesightService service(school.file());
    const auto fighters = [&](const WhatIf& what) {
        const auto lines = service.whatIf(school.year(), what).value();
        const auto found = std::ranges::find_if(lines, [](const auto& line) { return line.title.find("CSTĐCS") != std::string::npos; });
        REQUIRE(found != lines.end());
        return *found;
    };
    CHECK(school.board().base.count == 24);
    CHECK(school.board().limited.count == 4);
    CHECK(fighters({}).count == 4);
    CHECK(fighters({}).allowed == 3);
    CHECK_FALSE(fighters({}).within);
    CHECK(fighters({2, 0}).allowed == 3);
    CHECK(fighters({3, 0}).allowed == 4); // 15 % of 27
    CHECK(fighters({3, 0}).within);
    CHECK(fighters({3, 1}).count == 5);
    CHECK_FALSE(fighters({3, 1}).within);
}

TEST_CASE("last year's list by the law of 2024: an excellent evaluation stands in for the initiative")
{
    SchoolOn school(kForesightDay);
    const std::string name = "Lê Thị Ngọc Diệp";
    school.alsoRegister(name, "chien-si-thi-dua-co-so");
    school.cell(name, YearColumn::Evaluation, "xuất sắc");
    REQUIRE(NominationService(school.file()).nominate(school.year(), Date(2022, 5, 24)));
    const auto made = ForesightService(school.file()).rehearse(school.year(), Date(2024, 1, 1)).value();
    CHECK(made.ruleSetBefore == "vn-2017-10");
    CHECK(made.ruleSetAfter == "vn-2024-01");
    CHECK(made.judgedOn == Date(2024, 5, 24));
    CHECK(made.nominations == made.same + static_cast<int>(made.changed.size()));
    const auto change = std::ranges::find_if(made.changed, [&](const auto& one) { return one.name == name && one.honour == "chien-si-thi-dua-co-so"; });
    REQUIRE(change != made.changed.end());
    CHECK(change->before == rules::VerdictKind::Undetermined);
    CHECK(change->after == rules::VerdictKind::Eligible);
    REQUIRE_FALSE(change->why.empty());
    CHECK(change->why.front().citation.full.find("2022") != std::string::npos);
    CHECK(change->why.front().after == rules::Outcome::Pass);
    // By its own law nothing changes.
    const auto same = ForesightService(school.file()).rehearse(school.year(), Date(2022, 5, 24)).value();
    CHECK(same.changed.empty());
    CHECK(same.same == same.nominations);
    CHECK(same.judgedOn == Date(2022, 5, 24));
}

TEST_CASE("a list that has been decided is not stopped by what it brought itself")
{
    SchoolOn school(Date(2022, 9, 23));
    const auto made = ForesightService(school.file()).rehearse(school.year(), Date(2022, 5, 24)).value();
    CHECK(made.nominations == 29);
    CHECK(made.same == 29);
    CHECK(ForesightService(school.file()).rehearse(school.year(), Date(2017, 9, 30)).error().issues.front().field == "on");
}

TEST_CASE("looking ahead writes nothing")
{
    SchoolOn school(kForesightDay);
    const auto before = dumpTables(school.file().data().reader(), true);
    ForesightService service(school.file());
    REQUIRE(service.board(school.year()));
    REQUIRE(service.prospects(school.year(), school.person("Nguyễn Thị Thu Hà")));
    REQUIRE(service.whatIf(school.year(), {3, 2}));
    REQUIRE(service.rehearse(school.year(), Date(2024, 1, 1)));
    CHECK(dumpTables(school.file().data().reader(), true) == before);
}

TEST_CASE("the overview tells of near misses while there is time")
{
    SchoolOn school(kForesightDay);
    const auto whole = OverviewService(school.file()).overview(school.year()).value();
    const auto rows = OverviewService(school.file()).overview(school.year(), OverviewService::Tasks::OfRowsAlone).value();
    CHECK(rows.more);
    CHECK_FALSE(whole.more);
    const auto tasks = OverviewService(school.file()).judgedTasks(school.year()).value();
    const auto task = std::ranges::find(tasks, std::string("foresight"), &OverviewTask::page);
    REQUIRE(task != tasks.end());
    const auto titles = [](const std::vector<OverviewTask>& list) {
        std::vector<std::string> all;
        for (const auto& one : list)
            all.push_back(one.title);
        return all;
    };
    CHECK(titles(whole.tasks) == titles(inOrder(rows.tasks, tasks)));
    CHECK(rows.tasks.size() < whole.tasks.size());
    CHECK(task->title.starts_with(std::to_string(school.board().near) + " người chỉ còn thiếu một điều để đạt "));
    CHECK(task->due == "trước 31/05");
    SchoolOn after(Date(2022, 6, 20));
    CHECK_FALSE(OverviewService(after.file()).overview(after.year(), OverviewService::Tasks::OfRowsAlone).value().more);
    const auto later = OverviewService(after.file()).judgedTasks(after.year()).value();
    CHECK(std::ranges::none_of(later, [](const auto& one) { return one.page == "foresight"; }));
    Progress stopped;
    stopped.stop();
    CHECK(OverviewService(school.file()).judgedTasks(school.year(), &stopped).value().empty());
}

TEST_CASE("a case moved by whole years keeps its months, and the years ahead start with nothing told")
{
    const auto catalogue = rules::Catalogue::shipped().value();
    rules::Case now;
    now.on = Date(2022, 5, 24);
    now.schoolYear = SchoolYear(2021);
    now.honour = "lao-dong-tien-tien";
    now.subject.employedFrom = Date(2021, 8, 1);
    now.facts = rules::FactSet(nlohmann::json::parse(R"({
        "registered": true, "evaluation": "good", "discipline": [{"form": "reprimand", "decided_on": "2021-12-10"}],
        "honours": [{"honour": "lao-dong-tien-tien", "school_year": "2020-2021", "decided_on": "2021-07-01"}],
        "initiatives": [{"type": "initiative", "school_year": "2021-2022"}], "sector_years": 9})"));
    const auto moved = movedByYears(catalogue, now, 2);
    CHECK(moved.on == Date(2024, 5, 24));
    CHECK((moved.schoolYear == SchoolYear(2023)));
    CHECK(fullMonthsBetween(*moved.subject.employedFrom, moved.on) == fullMonthsBetween(*now.subject.employedFrom, now.on));
    CHECK(moved.facts.json()["discipline"][0]["decided_on"] == "2023-12-10");
    CHECK(moved.facts.json()["honours"][0]["school_year"] == "2022-2023");
    CHECK(moved.facts.json()["initiatives"][0]["school_year"] == "2023-2024");
    CHECK(movedByYears(catalogue, moved, -2) == now);

    const auto next = rolledForward(catalogue, now);
    CHECK((next.schoolYear == SchoolYear(2022)));
    CHECK_FALSE(next.facts.has("registered"));
    CHECK_FALSE(next.facts.has("evaluation"));
    CHECK(next.facts.json()["evaluations"] == nlohmann::json::parse(R"([{"school_year": "2021-2022", "grade": "good"}])"));
    CHECK(next.facts.json()["sector_years"] == 10);
    CHECK(next.facts.json()["honours"] == now.facts.json()["honours"]);
    CHECK(next.facts.has("discipline")); // what is on record stays on record
}

// Whoever has left on a date counts no more from that date on, in every list, count and reminder; a year looked ahead on included.

namespace {

struct Leaving : SampleSchool {
    Leaving() : SampleSchool(Date(2022, 10, 3)) {}
    void leaves(const std::string& name, Date on)
    {
        const auto id = *person(name).person;
        const auto rows = PeopleService(file()).staff(year(2022)).value();
        for (const auto& row : rows)
            if (row.id == id) {
                StaffDraft draft{row.person, row.position, row.title, row.team};
                draft.person.leftOn = on;
                auto done = PeopleService(file()).editStaff(year(2022), id, draft, row.version);
                REQUIRE(done);
            }
    }
};

int quotaBase(const RegistrationBoard& board)
{
    return board.quotas.empty() ? -1 : std::stoi(board.quotas.front().basis.substr(board.quotas.front().basis.rfind(' ') + 1));
}

}

TEST_CASE_METHOD(Leaving, "who has left leaves registrations, quota base, targets and reminders on that day, not before")
{
    const std::string name = "Bùi Quang Huy"; // has registered
    const auto before = RegistrationService(file()).board(year(2022)).value();
    leaves(name, Date(2023, 1, 15));
    clock().set(Date(2023, 1, 14));
    CHECK(RegistrationService(file()).board(year(2022))->people == before.people);
    CHECK(RegistrationService(file()).board(year(2022))->registered == before.registered);
    clock().set(Date(2023, 1, 15));
    const auto after = RegistrationService(file()).board(year(2022)).value();
    CHECK(after.people == before.people - 1);
    CHECK(after.registered == before.registered - 1);
    REQUIRE(quotaBase(before) > 0);
    CHECK(quotaBase(after) == quotaBase(before) - 1);
    const auto row = std::ranges::find(after.rows, person(name), &RegistrationRow::subject);
    REQUIRE(row != after.rows.end()); // shown, with the day
    CHECK(row->leftOn == Date(2023, 1, 15));
    CHECK(row->post == "đã chuyển đi 15/01/2023");
    const auto targets = [&](const RegistrationBoard& board) {
        int sum = 0;
        for (const auto& target : board.targets)
            sum += target.count;
        return sum;
    };
    if (!before.targets.empty())
        CHECK(targets(after) < targets(before));
}

TEST_CASE_METHOD(Leaving, "who has left cannot register, is proposed for no council, asked for no results and nominated no more")
{
    const std::string name = "Bùi Quang Huy";
    leaves(name, Date(2022, 10, 10));
    clock().set(Date(2022, 10, 10));
    const auto names = [](const auto& rows) {
        std::vector<std::string> all;
        for (const auto& row : rows)
            all.push_back(row.name);
        return all;
    };
    const auto has = [&name](const std::vector<std::string>& all) { return std::ranges::find(all, name) != all.end(); };
    CHECK_FALSE(has(names(YearRecordService(file()).rows(year(2022)).value())));
    const auto council = CouncilService(file()).proposedCouncil(year(2022), domain::CouncilKind::Emulation).value();
    CHECK(std::ranges::none_of(council.members, [&](const auto& member) { return member.person == *person(name).person; }));
    const auto reading = RegistrationService(file()).registerSubject(year(2022), {person(name), {"lao-dong-tien-tien"}, {}, {}, "muộn"});
    REQUIRE_FALSE(reading);
    CHECK(std::ranges::any_of(reading.error().issues, [](const auto& issue) { return issue.key == "registration.left"; }));
    NominationService nominations(file());
    REQUIRE(nominations.nominate(year(2022), Date(2023, 5, 25)));
    const auto board = nominations.board(year(2022)).value();
    CHECK(std::ranges::none_of(board.rows, [&](const auto& row) { return row.nomination.subject == person(name); }));
    CHECK(board.registeredWithoutNomination == 0);
    const auto foresight = ForesightService(file()).board(year(2022), 1000);
    REQUIRE(foresight);
    CHECK(std::ranges::none_of(foresight->people, [&](const auto& prospect) { return prospect.subject == person(name); }));
    const auto hits = search(file(), year(2022), "bui quang huy", 5).value();
    REQUIRE_FALSE(hits.empty());
    CHECK(hits.front().detail.find("đã chuyển đi 10/10/2022") != std::string::npos);
    const auto rows = PeopleService(file()).staff(year(2022)).value();
    for (const auto& row : rows)
        if (row.person.fullName == name)
            CHECK(row.left);
}

TEST_CASE_METHOD(Leaving, "a team's members are those who serve on the day it is judged by")
{
    const std::string name = "Bùi Quang Huy";
    const auto members = [&](Date on) {
        const PeopleLookup lookup(file().data().reader(), year(2022));
        return lookup.staff(on).size();
    };
    const auto all = members(Date(2023, 5, 25));
    leaves(name, Date(2023, 3, 1));
    CHECK(members(Date(2023, 2, 28)) == all);
    CHECK(members(Date(2023, 5, 25)) == all - 1);
    // A year is asked by its own days: before it begins and after it ends nobody comes or goes.
    leaves(name, Date(2024, 3, 1));
    CHECK(members(Date(2025, 1, 1)) == all);
}

TEST_CASE_METHOD(Leaving, "who leaves by the first day of the next year is not carried into it")
{
    leaves("Bùi Quang Huy", Date(2023, 9, 5));
    auto next = SchoolService::proposedYear(SchoolYear(2023));
    next.firstDay = Date(2023, 9, 5);
    auto opened = SchoolService(file()).openYear(next);
    REQUIRE(opened);
    const auto rows = PeopleService(file()).staff(opened->value).value();
    for (const auto& row : rows)
        CHECK(row.person.fullName != "Bùi Quang Huy");
}

TEST_CASE_METHOD(Leaving, "who was nominated and leaves is shown with the day")
{
    const std::string name = "Bùi Quang Huy";
    NominationService nominations(file());
    REQUIRE(nominations.nominate(year(2022), Date(2023, 5, 20)));
    leaves(name, Date(2023, 5, 25));
    const auto leftOn = [&] {
        const auto board = nominations.board(year(2022)).value();
        const auto row = std::ranges::find(board.rows, person(name), [](const auto& one) { return one.nomination.subject; });
        REQUIRE(row != board.rows.end());
        return row->leftOn;
    };
    clock().set(Date(2023, 5, 24));
    CHECK_FALSE(leftOn());
    clock().set(Date(2023, 5, 25));
    CHECK(leftOn() == Date(2023, 5, 25));
}
