// SPDX-License-Identifier: GPL-3.0-or-later
// Classes and pupils of a school year, what a new year takes over, and what wants mending.
#include "services/sample_school.h"

#include "domain/campaign.h"
#include "domain/honour.h"
#include "domain/school_year.h"
#include "services/core/next_year.h"
#include "services/core/school_service.h"
#include "services/core/search.h"
#include "services/people/class_name.h"
#include "services/people/health.h"
#include "services/people/people_service.h"
#include "services/people/pupil_service.h"
#include "services/people/subject_way.h"
#include "services/prepare/plan_service.h"
#include "services/prepare/campaign_service.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

class Pupils : public SampleSchool {
public:
    Pupils() : SampleSchool(Date(2022, 9, 23)) {}

    PupilService service() { return PupilService(file()); }
    domain::SchoolClassId addClass(const std::string& name, std::optional<domain::PersonId> teacher = std::nullopt)
    {
        domain::SchoolClass one;
        one.year = year(2022);
        one.name = name;
        one.teacher = teacher;
        const auto added = service().addClass(one);
        REQUIRE(added);
        return added->value;
    }
    static PupilDraft draft(const std::string& name, const std::string& birth, std::optional<domain::SchoolClassId> in, const std::string& code = {})
    {
        PupilDraft made;
        made.person.fullName = name;
        if (!birth.empty())
            made.person.birth = PartialDate::parse(birth).value();
        made.person.code = code;
        made.schoolClass = in;
        return made;
    }
    domain::EnrolmentId add(const PupilDraft& given)
    {
        const auto added = service().addPupil(year(2022), given);
        REQUIRE(added);
        return added->value;
    }
    PupilRow row(domain::EnrolmentId id)
    {
        const auto rows = service().pupils(year(2022)).value();
        const auto found = std::ranges::find(rows, id, &PupilRow::id);
        REQUIRE(found != rows.end());
        return *found;
    }
    int count(HealthKind kind, int start = 2022)
    {
        const auto lines = healthOf(file(), year(start)).value();
        return static_cast<int>(std::ranges::count(lines, kind, &HealthLine::kind));
    }
};

template <class T>
std::string firstKey(const T& result)
{
    REQUIRE_FALSE(result);
    return result.error().issues.empty() ? result.error().key : result.error().issues.front().key;
}

}

TEST_CASE("a class's name tells its grade and what it is called a year later")
{
    CHECK(className("Lớp 2A") == "2A");
    CHECK(gradeOf("10A2") == 10);
    CHECK_FALSE(gradeOf("Mầm"));
    CHECK(classAYearLater("1A") == "2A");
    CHECK(classAYearLater("9/1") == "10/1");
    CHECK(classAYearLater("Lá 1B") == "Lá 2B");
    CHECK(classAYearLater("Mầm").empty());
}

TEST_CASE_METHOD(Pupils, "classes of a year have names of their own, a grade and a teacher who serves there")
{
    const auto teacher = person("A Khôi").person;
    const auto first = addClass("Lớp 2A", teacher);
    const auto rows = service().classes(year(2022)).value();
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().data.name == "2A");
    CHECK(rows.front().data.grade == 2);
    CHECK(rows.front().data.teacher == teacher);
    domain::SchoolClass again = rows.front().data;
    CHECK(firstKey(service().addClass(again)) == "class.exists");
    again.name = " ";
    CHECK(firstKey(service().addClass(again)) == "class.name-missing");

    // Who has left, or has no post this year, leads no class.
    const auto staff = PeopleService(file()).staff(year(2022)).value();
    const auto leaver = std::ranges::find(staff, "Nguyễn Thị Hoa", [](const auto& one) { return one.person.fullName; });
    REQUIRE(leaver != staff.end());
    StaffDraft leaving{leaver->person, leaver->position, leaver->title, leaver->team};
    leaving.person.leftOn = Date(2022, 9, 20);
    REQUIRE(PeopleService(file()).editStaff(year(2022), leaver->id, leaving, leaver->version));
    again.name = "2B";
    again.teacher = leaver->id;
    CHECK(firstKey(service().addClass(again)) == "class.teacher-not-serving");

    add(draft("Lê Văn Ba", "2015", first));
    CHECK(firstKey(service().removeClass(first)) == "class.in-use");
    REQUIRE(file().undo());
    REQUIRE(service().removeClass(first));
    CHECK(service().classes(year(2022))->empty());
}

TEST_CASE_METHOD(Pupils, "a pupil is added, put right, moved, leaves with a day, and is removed while nothing refers to them")
{
    const auto a = addClass("3A");
    const auto b = addClass("3B");
    const auto id = add(draft("Trần Thị Đào", "12/3/2014", a, "0012"));
    add(draft("Lê Anh", "2014", a));
    auto rows = service().pupils(year(2022)).value();
    REQUIRE(rows.size() == 2);
    CHECK(rows.front().data.fullName == "Lê Anh"); // by given name
    CHECK(rows.back().className == "3A");
    CHECK(service().classes(year(2022))->front().pupils == 2);

    CHECK(firstKey(service().addPupil(year(2022), draft("Ai Đó", "", a, "0012"))) == "pupil.code-taken");
    CHECK(firstKey(service().addPupil(year(2022), draft("", "", a))) == "person.name-missing");
    CHECK(firstKey(service().addPupil(year(2022), draft("Ai Đó", "1/1/2030", a))) == "pupil.birth-future");

    const auto before = dump();
    REQUIRE(service().movePupils({rows[0].id, rows[1].id}, b)->value == 2);
    CHECK(row(id).className == "3B");
    REQUIRE(file().undo());
    CHECK(dump() == before);

    auto leaving = draft("Trần Thị Đào", "12/3/2014", a, "0012");
    leaving.person.leftOn = Date(2022, 9, 20);
    REQUIRE(service().editPupil(id, leaving, row(id).version));
    CHECK(row(id).left);
    CHECK(service().classes(year(2022))->front().pupils == 1);
    CHECK(service().classes(year(2022))->front().left == 1);

    domain::HonourRecord honour;
    honour.subject = domain::SubjectRef::of(row(id).person);
    honour.honour = "lao-dong-tien-tien";
    honour.year = SchoolYear(2021);
    REQUIRE(PeopleService(file()).addHonour(honour));
    CHECK(firstKey(service().removePupil(id)) == "pupil.in-use");
    REQUIRE(file().undo());
    REQUIRE(service().removePupil(id));
    CHECK(service().pupils(year(2022))->size() == 1);
    REQUIRE(file().undo());
    CHECK(row(id).data.code == "0012");
}

TEST_CASE_METHOD(Pupils, "a pupil of another year is known again and stays one person")
{
    const auto in = addClass("1A");
    const auto id = add(draft("Lê Văn Ba", "5/6/2016", in));
    const auto person = row(id).person;
    const auto next = SchoolService::proposedYear(SchoolYear(2023));
    const auto opened = SchoolService(file()).openYear(next);
    REQUIRE(opened);
    const auto y = opened->value;
    auto again = draft("Lê Văn Ba", "5/6/2016", std::nullopt);
    const auto known = service().maybeKnown(y, again).value();
    REQUIRE(known.size() == 1);
    CHECK(known.front().id == person);
    CHECK(service().maybeKnown(y, draft("Lê Văn Ba", "5/7/2016", std::nullopt))->empty()); // somebody else
    CHECK(service().maybeKnown(y, draft("Lê Vân Ba", "5/6/2016", std::nullopt))->empty()); // another name
    again.known = person;
    REQUIRE(service().addPupil(y, again));
    CHECK(firstKey(service().addPupil(y, again)) == "pupil.enrolled");
    const auto years = service().yearsOf(person).value();
    REQUIRE(years.size() == 2);
    CHECK(years.front().year == SchoolYear(2023));
    CHECK(years.back().className == "1A");
    const auto hits = search(file(), y, "le van ba", 5, true).value();
    REQUIRE_FALSE(hits.empty());
    CHECK(hits.front().kind == "pupil");
    CHECK(hits.front().page == "pupils");
}

TEST_CASE_METHOD(Pupils, "a new year takes over posts, classes a grade up, pupils and regular campaigns, as shown and as ticked, in one step")
{
    const auto first = addClass("1A", person("A Khôi").person);
    const auto second = addClass("1B");
    const auto last = addClass("5A");
    const auto up = add(draft("Lê Một", "2016", first));
    const auto stays = add(draft("Lê Hai", "2016", first));
    add(draft("Lê Ba", "2016", second));
    add(draft("Lê Năm", "2012", last));
    const auto repeats = add(draft("Lê Ở Lại", "2012", last));
    add(draft("Lê Chưa", "2016", std::nullopt));
    auto leaver = draft("Lê Đi", "2016", first);
    leaver.person.leftOn = Date(2023, 1, 10);
    add(leaver);
    CampaignDraft regular;
    regular.campaign.year = year(2022);
    regular.campaign.name = "Thi đua dạy tốt, học tốt thử";
    regular.campaign.from = Date(2022, 9, 5);
    regular.campaign.to = Date(2023, 5, 31);
    regular.items = {"Dạy tốt", "Học tốt"};
    REQUIRE(CampaignService(file()).createCampaign(regular));

    const auto next = SchoolService::proposedYear(SchoolYear(2023));
    const auto lines = carriedInto(file(), next.year, next.firstDay).value();
    const auto line = [&lines](CarryKind kind, const std::string& name) {
        const auto found = std::ranges::find_if(lines, [&](const auto& one) { return one.kind == kind && one.name == name; });
        INFO(name);
        REQUIRE(found != lines.end());
        return *found;
    };
    CHECK(line(CarryKind::Class, "Lớp 1A").to == "Lớp 2A");
    CHECK(std::ranges::none_of(lines, [](const auto& one) { return one.kind == CarryKind::Class && one.name == "Lớp 5A"; }));
    CHECK(line(CarryKind::Pupil, "Lê Một").to == "Lớp 2A");
    CHECK(line(CarryKind::Pupil, "Lê Năm").to == "học hết cấp, ra trường");
    CHECK(line(CarryKind::Pupil, "Lê Chưa").to == "chưa xếp lớp");
    CHECK(std::ranges::none_of(lines, [](const auto& one) { return one.name == "Lê Đi"; }));
    CHECK(line(CarryKind::Campaign, "Thi đua dạy tốt, học tốt thử").to == "05/09/2023 – 31/05/2024");
    const auto post = std::ranges::find(lines, CarryKind::Post, &CarryLine::kind);
    REQUIRE(post != lines.end());

    const auto before = dump();
    const CarryLeftOut leftOut{{CarryKind::Post, post->id},
                               {CarryKind::Class, second.value()},
                               {CarryKind::Pupil, stays.value()},
                               {CarryKind::Pupil, repeats.value()}};
    const auto opened = SchoolService(file()).openYear(next, &leftOut);
    REQUIRE(opened);
    const auto y = opened->value;
    const auto classes = service().classes(y).value();
    REQUIRE(classes.size() == 1);
    CHECK(classes.front().data.name == "2A");
    CHECK(classes.front().data.grade == 2);
    CHECK_FALSE(classes.front().data.teacher);
    std::map<std::string, std::string> now;
    const auto pupils = service().pupils(y).value();
    for (const auto& one : pupils)
        now.emplace(one.data.fullName, one.className);
    CHECK(now == std::map<std::string, std::string>{{"Lê Một", "2A"}, {"Lê Hai", ""}, {"Lê Ba", ""}, {"Lê Ở Lại", ""}, {"Lê Chưa", ""}});
    const auto posts = PeopleService(file()).staff(y).value();
    CHECK(posts.size() + 1 == static_cast<std::size_t>(std::ranges::count(lines, CarryKind::Post, &CarryLine::kind)));
    const auto campaigns = CampaignService(file()).campaigns(y).value();
    const auto copy = std::ranges::find(campaigns, "Thi đua dạy tốt, học tốt thử", [](const auto& one) { return one.campaign.name; });
    REQUIRE(copy != campaigns.end());
    CHECK(copy->campaign.state == domain::CampaignState::Draft);
    CHECK(copy->items == regular.items);
    CHECK(row(up).className == "1A"); // the year before stays as it was
    REQUIRE(file().undo());
    CHECK(dump() == before);
}

TEST_CASE_METHOD(Pupils, "a closed year is reopened by the head alone, with a reason")
{
    SchoolService schools(file());
    const auto head = schools.headName().value();
    REQUIRE_FALSE(head.empty());
    CHECK(firstKey(schools.reopenYear(year(2021), "ghi thiếu", "Ai Khác")) == "year.head-other");
    CHECK(firstKey(schools.reopenYear(year(2021), "ghi thiếu", "")) == "year.head-other");
    REQUIRE(schools.reopenYear(year(2021), "ghi thiếu", head));
    CHECK(schools.yearOf(SchoolYear(2021))->data.reopenReason == "ghi thiếu (Hiệu trưởng " + head + " cho phép)");
}

TEST_CASE_METHOD(Pupils, "the health of the file names what is missing, twice there or contradictory, and where it is mended")
{
    CHECK(count(HealthKind::Totals, 2021) == 0); // what the program gave is whole
    const int births = count(HealthKind::NoBirth);
    const int twice = count(HealthKind::Duplicate);
    const int numbers = count(HealthKind::NoNumber);
    const auto a = addClass("2A");
    const auto b = addClass("2B", person("A Khôi").person);
    CHECK(count(HealthKind::NoTeacher) == 1);
    add(draft("Lê Bé", "1/2/2015", a));
    const auto second = add(draft("Lê Bé", "1/2/2015", b));
    CHECK(count(HealthKind::TwoClasses) == 1);
    add(draft("Trần Thiếu", "", std::nullopt));
    CHECK(count(HealthKind::NoBirth) == births + 1);
    CHECK(count(HealthKind::NoClass) == 1);
    add(draft("Trần Thiếu", "2015", a));
    CHECK(count(HealthKind::Duplicate) == twice + 1);
    add(draft("Ngô Mã", "2015", a, "1"));
    add(draft("Ngô Mã", "2015", a, "2"));
    CHECK(count(HealthKind::Duplicate) == twice + 1); // codes tell two people apart
    domain::HonourRecord honour;
    honour.subject = person("A Khôi");
    honour.honour = "lao-dong-tien-tien";
    honour.year = SchoolYear(2015);
    REQUIRE(PeopleService(file()).addHonour(honour));
    CHECK(count(HealthKind::NoNumber) == numbers + 1);
    const auto lines = healthOf(file(), year(2022)).value();
    const auto line = std::ranges::find(lines, HealthKind::TwoClasses, &HealthLine::kind);
    CHECK(line->opens == domain::EntityKind::Enrolment);
    CHECK(line->id == second.value());
    CHECK(line->what.find("lớp 2A") != std::string::npos);
    // The day of leaving mends as well: who has left is asked for nothing.
    auto gone = draft("Lê Bé", "1/2/2015", b);
    gone.person.birth.reset();
    gone.person.leftOn = Date(2022, 9, 10);
    REQUIRE(service().editPupil(second, gone, row(second).version));
    CHECK(count(HealthKind::NoBirth) == births + 1);
}

TEST_CASE_METHOD(Pupils, "the sheet of a person or collective has a row for each honour and year, and says where it stopped")
{
    const auto staff = PeopleService(file()).staff(year(2021)).value();
    std::set<std::string> results;
    int won = 0;
    for (const auto& row : staff) {
        const auto subject = domain::SubjectRef::of(row.id);
        const auto years = wayOf(file(), subject).value();
        const auto honours = PeopleService(file()).honours(subject).value();
        std::set<std::pair<int, std::string>> kept, shown;
        for (const auto& one : honours)
            kept.emplace(one.record.year.startYear(), one.record.honour);
        for (const auto& one : years)
            for (const auto& line : one.lines) {
                INFO(row.person.fullName << " " << one.year.text() << " " << line.honour);
                CHECK_FALSE(line.result.empty());
                results.insert(line.result);
                if (line.won)
                    shown.emplace(one.year.startYear(), line.honour);
                won += line.won ? 1 : 0;
            }
        CHECK(shown == kept); // every honour of the record, and none besides
        CHECK(std::ranges::is_sorted(years, std::greater<>{}, [](const auto& one) { return one.year.startYear(); }));
    }
    CHECK(won > 0);
    CHECK(results.size() > 1); // some reached it, others stopped on the way
    const auto ofSchool = wayOf(file(), school()).value();
    const auto lived = std::ranges::find(ofSchool, SchoolYear(2021), &WayYear::year);
    REQUIRE(lived != ofSchool.end());
    std::vector<std::string> targets; // of the year's issued plan, with what has come of each
    for (const auto& line : lived->lines)
        if (line.honour.empty()) {
            CHECK_FALSE(line.won);
            targets.push_back(line.honourName + "|" + line.registered + "|" + line.result);
        }
    CHECK(targets.size() == PlanService(file()).targets(year(2021)).value().size());
    CHECK(anySays(targets, "đạt"));
    const auto ofPerson = wayOf(file(), person("A Khôi")).value();
    for (const auto& one : ofPerson)
        for (const auto& line : one.lines)
            CHECK_FALSE(line.honour.empty()); // targets are the school's
    // A year that was opened before it begins is no part of anybody's way.
    domain::SchoolYearRow next;
    next.year = SchoolYear(2023);
    next.firstDay = Date(2023, 9, 5);
    next.term2Start = Date(2024, 1, 15);
    next.lastDay = Date(2024, 5, 31);
    REQUIRE(SchoolService(file()).openYear(next));
    CHECK(wayOf(file(), person("A Khôi")).value().front().year.startYear() == ofPerson.front().year.startYear());
}
