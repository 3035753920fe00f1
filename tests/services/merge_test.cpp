// SPDX-License-Identifier: GPL-3.0-or-later
// Two records of one person become one, and two again: nothing that refers to them is lost, nothing frozen or closed changes.
#include "domain/honour.h"
#include "domain/initiative.h"
#include "domain/nomination.h"
#include "domain/people.h"
#include "domain/pupil.h"
#include "domain/registration.h"
#include "domain/school_year.h"
#include "services/walks.h"

#include "services/core/search.h"
#include "services/follow/initiative_service.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/people/health.h"
#include "services/people/merge_service.h"
#include "services/people/people_service.h"
#include "services/people/pupil_service.h"
#include "services/people/subject_way.h"
#include "services/review/nomination_service.h"
#include "storage/data_file.h"
#include "storage/repo/merge_repo.h"
#include "storage/repo/review_repo.h"
#include "storage/repo/school_repo.h"
#include "storage/repo/year_repo.h"

#include <algorithm>
#include <map>


using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;
namespace repo = thidua::storage::repo;

namespace {

class Merging : public SampleSchool {
public:
    Merging() : SampleSchool(Date(2022, 9, 23)) {}

    storage::Reader& reader() { return file().data().reader(); }
    MergeService service() { return MergeService(file()); }
    PersonId addStaff(const std::string& name, const std::string& birth = {}, const std::string& code = {})
    {
        StaffDraft draft;
        draft.person.fullName = name;
        if (!birth.empty())
            draft.person.birth = PartialDate::parse(birth).value();
        draft.person.code = code;
        return PeopleService(file()).addStaff(year(2022), draft).value().value;
    }
    /// Everything that is asked is answered by one of the two.
    MergeChoices chosen(PersonId kept, PersonId taken, MergeSide side)
    {
        MergeChoices choices;
        const auto view = service().view(kept, taken).value();
        for (const auto& field : view.fields)
            if (field.asked)
                choices.emplace(field.key, side);
        return choices;
    }
    void merge(PersonId kept, PersonId taken, MergeSide side = MergeSide::Kept)
    {
        const auto merged = service().merge(kept, taken, chosen(kept, taken, side));
        if (!merged)
            FAIL(merged.error().key << " " << merged.error().detail);
    }
    std::string row(const storage::repo::PointingRow& of)
    {
        std::string text;
        reader().each("SELECT * FROM " + std::string(toCode(of.kind)) + " WHERE id = ?", {of.id}, [&text](const storage::Values& values) {
            for (const auto& value : values) {
                if (const auto* words = std::get_if<std::string>(&value))
                    text += *words;
                else if (const auto* number = std::get_if<std::int64_t>(&value))
                    text += std::to_string(*number);
                text += "|";
            }
        });
        return text;
    }
    std::string way(PersonId person)
    {
        std::string text;
        const auto years = wayOf(file(), SubjectRef::of(person)).value();
        for (const auto& year : years) {
            text += year.year.text() + ": " + year.facts + "\n";
            for (const auto& line : year.lines)
                text += "  " + line.honour + "|" + line.registered + "|" + line.nominated + "|" + line.voted + "|" + line.decided + "|" + line.result + "\n";
        }
        return text;
    }
    bool isListed(PersonId person)
    {
        const auto staff = PeopleService(file()).staff(year(2022), true).value();
        return std::ranges::find(staff, person, &StaffRow::id) != staff.end();
    }
};

template <class T>
std::string refusalKey(const T& result)
{
    REQUIRE_FALSE(result);
    return result.error().issues.empty() ? result.error().key : result.error().issues.front().key;
}

}

TEST_CASE_METHOD(Merging, "whatever refers to a record is the other one's afterwards, what is frozen or closed stays, and undo brings every byte back")
{
    const auto staff = PeopleService(file()).staff(year(2022)).value();
    REQUIRE(staff.size() > 4);
    int stayed = 0, moved = 0;
    for (std::size_t i = 0; i < staff.size(); i += 3) { // the head of the school is the first
        const auto taken = staff[i].id;
        INFO(staff[i].person.fullName);
        const auto kept = addStaff(staff[i].person.fullName + " Trùng");
        const auto before = dump();
        const auto factsBefore = factsOf(*this, SubjectRef::of(taken));
        const auto wayBefore = way(taken);
        std::map<std::string, std::string> frozen;
        const auto pointing = repo::rowsPointingAt(reader(), taken);
        REQUIRE_FALSE(pointing.empty());
        for (const auto& one : pointing)
            if (one.stays())
                frozen[std::string(toCode(one.kind)) + std::to_string(one.id)] = row(one);

        merge(kept, taken, MergeSide::Taken);
        const auto after = dump();
        CHECK(factsOf(*this, SubjectRef::of(kept)) == factsBefore);
        CHECK(way(kept) == wayBefore);
        for (const auto& one : pointing)
            if (one.stays()) {
                ++stayed;
                CHECK(frozen[std::string(toCode(one.kind)) + std::to_string(one.id)] == row(one));
            }
        for (const auto& one : repo::rowsPointingAt(reader(), taken)) {
            INFO(toCode(one.kind) << " " << one.id);
            CHECK(one.stays());
        }
        moved += static_cast<int>(std::ranges::count_if(pointing, [](const auto& one) { return !one.stays(); }));
        CHECK_FALSE(isListed(taken));
        CHECK(isListed(kept));
        CHECK(reader().find<Person>(taken)->data.mergedInto == kept);
        CHECK(file().check().value() == std::vector<std::string>());

        REQUIRE(file().undo());
        CHECK(dump() == before);
        REQUIRE(file().redo());
        CHECK(dump() == after);
        REQUIRE(file().undo());
    }
    CHECK(stayed > 0);
    CHECK(moved > 0);
}

TEST_CASE_METHOD(Merging, "no column of any table that holds people is forgotten")
{
    // As the tables themselves are written, beside what SQLite says of their keys.
    std::int64_t written = 0;
    reader().each("SELECT sql FROM sqlite_schema WHERE type = 'table'", {}, [&written](const storage::Values& values) {
        const auto sql = std::get<std::string>(values[0]);
        for (auto at = sql.find("REFERENCES person"); at != std::string::npos; at = sql.find("REFERENCES person", at + 1))
            ++written;
    });
    const auto columns = repo::personColumns(reader());
    CHECK(static_cast<std::int64_t>(columns.size()) == written);
    // Each of them is asked for both records, whether this school has such rows or not.
    for (const auto& one : columns) {
        INFO(toCode(one.kind) << "." << one.column);
        CHECK(reader().number("SELECT count(*) FROM pragma_table_info(?) WHERE name = ?", {std::string(toCode(one.kind)), one.column}) == 1);
    }
    // What names a person in another way than by such a column would be missed.
    reader().each("SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' "
                  "AND (c.name LIKE '%person%' OR c.name LIKE '%head_id' OR c.name LIKE '%signer_id' OR c.name LIKE '%teacher%')",
                  {}, [&columns](const storage::Values& values) {
                      const auto name = std::get<std::string>(values[0]);
                      INFO(name);
                      CHECK(std::ranges::any_of(columns, [&name](const auto& one) { return std::string(toCode(one.kind)) + "." + one.column == name; }));
                  });
}

TEST_CASE_METHOD(Merging, "where both say something, what is empty is filled and what contradicts itself has to be chosen")
{
    const auto kept = addStaff("Lê Thị Hoa", "1985");
    const auto taken = addStaff("Lê Thị Hoà", "12/3/1985", "CB07");
    YearFacts facts;
    facts.record.evaluation = Evaluation::Good;
    facts.record.evaluatedOn = Date(2022, 9, 20);
    facts.record.noDisciplineConfirmedOn = Date(2022, 9, 20);
    REQUIRE(YearRecordService(file()).record(year(2022), SubjectRef::of(kept), facts));
    facts = {};
    facts.record.evaluation = Evaluation::Excellent;
    facts.record.evaluatedOn = Date(2022, 9, 21);
    facts.record.monthsWorked = 9;
    REQUIRE(YearRecordService(file()).record(year(2022), SubjectRef::of(taken), facts));
    const auto before = dump();

    const auto view = service().view(kept, taken).value();
    const auto field = [&view](const std::string& key) {
        const auto found = std::ranges::find(view.fields, key, &MergeField::key);
        REQUIRE(found != view.fields.end());
        return *found;
    };
    const auto record = "year_record." + std::to_string(year(2022).value()) + ".";
    CHECK(field("person.birth").result == "12/03/1985");
    CHECK_FALSE(field("person.birth").asked);
    CHECK(field("person.code").result == "CB07");
    CHECK(field("person.full_name").asked);
    CHECK(field(record + "evaluation").asked);
    CHECK(field(record + "months_worked").result == "9");
    CHECK_FALSE(view.isChosen());
    CHECK(dump() == before);
    CHECK(refusalKey(service().merge(kept, taken)) == "merge.choose");
    CHECK(dump() == before);

    REQUIRE(service().merge(kept, taken, {{"person.full_name", MergeSide::Kept}, {record + "evaluation", MergeSide::Taken}}));
    const auto row = reader().find<Person>(kept)->data;
    CHECK(row.fullName == "Lê Thị Hoa");
    CHECK(row.code == "CB07");
    CHECK(row.birth->vn() == "12/03/1985");
    const auto joined = repo::yearRecord(reader(), year(2022), SubjectRef::of(kept));
    CHECK(joined->data.evaluation == Evaluation::Excellent);
    CHECK(joined->data.monthsWorked == 9);
    CHECK(joined->data.noDisciplineConfirmedOn == Date(2022, 9, 20));
    CHECK_FALSE(reader().find<Person>(taken)->data.mergedInto == std::nullopt);
    REQUIRE(file().undo());
    CHECK(dump() == before);
}

TEST_CASE_METHOD(Merging, "two registrations become one, shares of one work are added, and a draft's second nomination is withdrawn")
{
    const auto kept = addStaff("Lê Thị Hoa");
    const auto taken = addStaff("Lê Thị Hoa", "1985");
    RegistrationService registrations(file());
    RegistrationDraft draft;
    draft.subject = SubjectRef::of(kept);
    draft.honours = {"lao-dong-tien-tien"};
    draft.lateReason = "mới về trường";
    REQUIRE(registrations.registerSubject(year(2022), draft));
    draft.subject = SubjectRef::of(taken);
    draft.honours = {"lao-dong-tien-tien", "chien-si-thi-dua-co-so"};
    draft.initiativeTitle = "Dạy phép chia bằng trò chơi";
    REQUIRE(registrations.registerSubject(year(2022), draft));
    Initiative work;
    work.year = year(2022);
    work.title = "Sổ tay từ vựng";
    work.registeredOn = Date(2022, 9, 20);
    const auto initiative = InitiativeService(file()).addInitiative(work, {{InitiativeId(0), kept, 60}, {InitiativeId(0), taken, 40}}).value().value;
    NominationService nominations(file());
    REQUIRE(nominations.add(year(2022), SubjectRef::of(kept), "lao-dong-tien-tien", Date(2022, 9, 23)));
    REQUIRE(nominations.add(year(2022), SubjectRef::of(taken), "lao-dong-tien-tien", Date(2022, 9, 23)));
    const auto before = dump();
    merge(kept, taken);
    const auto active = repo::registrations(reader(), year(2022));
    CHECK(std::ranges::count_if(active, [kept](const auto& one) { return one.data.subject == SubjectRef::of(kept); }) == 1);
    const auto own = repo::activeRegistration(reader(), year(2022), SubjectRef::of(kept));
    CHECK(repo::honours(reader(), own->id).size() == 2);
    const auto authors = repo::authors(reader(), initiative);
    REQUIRE(authors.size() == 1);
    CHECK(authors.front().data.person == kept);
    CHECK(authors.front().data.share == 100);
    CHECK(repo::initiativesOf(reader(), kept).size() == 2);
    const auto open = repo::nominations(reader(), year(2022));
    CHECK(std::ranges::count_if(open, [kept](const auto& one) { return one.data.subject == SubjectRef::of(kept); }) == 1);
    CHECK(file().check().value() == std::vector<std::string>());
    REQUIRE(file().undo());
    CHECK(dump() == before);
}

TEST_CASE_METHOD(Merging, "what cannot be one is refused with what to do first")
{
    const auto one = addStaff("Lê Thị Hoa");
    const auto other = addStaff("Lê Thị Hoa");
    CHECK(refusalKey(service().merge(one, one)) == "merge.same");
    CHECK(refusalKey(service().merge(one, PersonId(99999))) == "row.not-found");
    PupilDraft pupil;
    pupil.person.fullName = "Lê Thị Hoa";
    const auto enrolled = PupilService(file()).addPupil(year(2022), pupil).value().value;
    const auto child = PupilService(file()).pupils(year(2022)).value().front();
    REQUIRE(child.id == enrolled);
    CHECK(refusalKey(service().merge(one, child.person)) == "merge.staff-and-pupil");

    YearFacts none;
    none.record.noDisciplineConfirmedOn = Date(2022, 9, 20);
    REQUIRE(YearRecordService(file()).record(year(2022), SubjectRef::of(one), none));
    YearFacts some;
    some.discipline.push_back({YearRecordId(0), DisciplineForm::Reprimand, Date(2022, 9, 10), "5/QĐ"});
    REQUIRE(YearRecordService(file()).record(year(2022), SubjectRef::of(other), some));
    CHECK(refusalKey(service().merge(one, other)) == "merge.discipline-denied");
    REQUIRE(YearRecordService(file()).record(year(2022), SubjectRef::of(one), YearFacts{}));
    merge(one, other);
    CHECK(repo::discipline(reader(), repo::yearRecord(reader(), year(2022), SubjectRef::of(one))->id).size() == 1);
    const auto third = addStaff("Lê Thị Hoa");
    CHECK(refusalKey(service().merge(third, other)) == "merge.already");
    CHECK(refusalKey(service().merge(other, third)) == "merge.already");
    // Merged on, everything is the last one's at once.
    merge(third, one);
    CHECK(reader().find<Person>(other)->data.mergedInto == third);
    CHECK(file().check().value() == std::vector<std::string>());
}

TEST_CASE_METHOD(Merging, "a list that knows the record taken in finds the person and brings nobody back")
{
    const auto kept = addStaff("Lê Thị Hoa", "12/3/1985", "CB01");
    const auto taken = addStaff("Lê Thị Hòa", "12/3/1986", "CB07");
    merge(kept, taken);
    const auto people = repo::people(reader()).size();
    const auto read = [&](const std::string& lines) { return PeopleService(file()).readSheet(year(2022), sheetOf(lines)).value().people.front(); };
    const auto byName = read("Họ và tên\tNgày sinh\tChức vụ\nLê Thị Hòa\t12/3/1986\tGiáo viên\n");
    CHECK(byName.person == kept);
    const auto byCode = read("Mã cán bộ\tHọ và tên\tNgày sinh\tChức vụ\nCB07\tLê Thị Hòa\t12/3/1986\tGiáo viên\n");
    CHECK(byCode.person == kept);
    CHECK(byCode.changes.empty());
    CHECK(repo::people(reader()).size() == people);
    // The search and the picker know one.
    const auto hits = search(file(), year(2022), "le thi hoa", 20).value();
    CHECK(std::ranges::count_if(hits, [](const auto& hit) { return hit.kind == "staff"; }) == 1);
    const auto former = search(file(), year(2022), "CB07", 20).value();
    CHECK(std::ranges::any_of(former, [kept](const auto& hit) { return hit.id == kept.value(); }));
    const auto candidates = service().candidates(kept).value();
    CHECK(std::ranges::find(candidates, taken, &MergeCandidate::id) == candidates.end());
}

TEST_CASE_METHOD(Merging, "pupils who stand twice are found by the health page and merged, and a closed year still knows their class")
{
    PupilService pupils(file());
    const auto addClass = [&](const std::string& name) {
        SchoolClass one;
        one.year = year(2022);
        one.name = name;
        return pupils.addClass(one).value().value;
    };
    const auto first = addClass("2A"), second = addClass("2B");
    const auto addPupil = [&](SchoolClassId in) {
        PupilDraft draft;
        draft.person.fullName = "Lê Văn Ba";
        draft.person.birth = PartialDate::parse("5/6/2014").value();
        draft.schoolClass = in;
        return pupils.addPupil(year(2022), draft);
    };
    REQUIRE(addPupil(first));
    REQUIRE(addPupil(second));
    const auto lines = healthOf(file(), year(2022)).value();
    const auto twice = std::ranges::find(lines, HealthKind::TwoClasses, &HealthLine::kind);
    REQUIRE(twice != lines.end());
    REQUIRE(twice->same);
    const auto before = dump();
    const auto [kept, taken] = *twice->same;
    CHECK_FALSE(service().view(kept, taken).value().isChosen()); // the class
    merge(kept, taken);
    const auto now = healthOf(file(), year(2022)).value();
    CHECK(std::ranges::find(now, HealthKind::TwoClasses, &HealthLine::kind) == now.end());
    CHECK(pupils.pupils(year(2022))->size() == 1);
    REQUIRE(file().undo());
    CHECK(dump() == before);
    CHECK(pupils.pupils(year(2022))->size() == 2);
}
