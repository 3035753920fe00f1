// SPDX-License-Identifier: GPL-3.0-or-later
// What a person states where no record tells it: verdicts follow, it lasts as the rules say, and what was decided keeps it.
#include "services/sample_school.h"

#include "domain/nomination.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "domain/stated_fact.h"
#include "rules/model.h"
#include "services/core/internal.h"
#include "services/follow/year_record_service.h"
#include "services/law/fact_builder.h"
#include "services/law/stated_fact_service.h"
#include "services/law/verdicts.h"
#include "services/people/people_service.h"
#include "services/review/nomination_service.h"
#include "storage/data_file.h"
#include "text/messages.h"

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using domain::StatedFact;
using rules::VerdictKind;

namespace {

constexpr const char* kBadge = "ky-niem-chuong-giao-duc";

class Stating : public SampleSchool {
public:
    Stating() : SampleSchool(Date(2023, 5, 25)), service(file()) {}

    StatedFact fact(const std::string& id, const std::string& value, int startYear = 2022)
    {
        StatedFact made;
        made.subject = person("Võ Thị Kim Ánh");
        made.fact = id;
        made.value = value;
        made.year = SchoolYear(startYear);
        made.statedOn = clock().today();
        made.source = "Hồ sơ viên chức";
        return made;
    }
    StatedFact forHonour(StatedFact made, const std::string& honour)
    {
        made.honour = honour;
        made.ground = domain::Ground::AnnualMerit;
        return made;
    }
    rules::FactSet facts(const domain::SubjectRef& subject, int startYear, const std::string& honour, Date on)
    {
        auto& reader = file().data().reader();
        return FactBuilder(reader, year(startYear), file().rules()).makeCase(subject, honour, on, rules::Stage::Nomination).facts;
    }
    nlohmann::json value(const char* id, const std::string& honour = kBadge, Date on = Date(2023, 5, 25), int startYear = 2022)
    {
        const auto all = facts(person("Võ Thị Kim Ánh"), startYear, honour, on);
        return all.has(id) ? *all.find(id) : nlohmann::json();
    }
    NominationRow nominated(domain::NominationId id)
    {
        const auto board = NominationService(file()).board(year(2022)).value();
        for (const auto& finding : std::ranges::find(board.rows, id, &NominationRow::id)->verdict.findings)
            UNSCOPED_INFO(finding.id << " " << static_cast<int>(finding.outcome) << " " << finding.explanation.vi);
        return *std::ranges::find(board.rows, id, &NominationRow::id);
    }
    /// Everything that the badge asks for but the years in the sector.
    domain::NominationId badge()
    {
        YearRecordService records(file());
        auto row = records.row(year(2022), person("Võ Thị Kim Ánh")).value();
        row.facts.record.noDisciplineConfirmedOn = clock().today();
        row.facts.record.underInvestigation = domain::Known::No;
        REQUIRE(records.record(year(2022), person("Võ Thị Kim Ánh"), row.facts));
        return NominationService(file()).add(year(2022), person("Võ Thị Kim Ánh"), kBadge, clock().today()).value().value;
    }
    void setState(domain::NominationId id, domain::NominationState state)
    {
        REQUIRE(file().data().write({domain::Op::OverrideVerdict, "Lan", clock().nowUtc(), {}, std::nullopt}, [&](storage::Tx& tx) -> Result<void> {
            auto row = tx.find<domain::Nomination>(id)->data;
            row.state = state;
            tx.update(id, row);
            return {};
        }));
    }

    StatedFactService service;
};

}

TEST_CASE_METHOD(Stating, "a verdict follows what is stated, changed, taken back and undone")
{
    const auto id = badge();
    CHECK(nominated(id).verdict.verdict == VerdictKind::Undetermined);
    const auto before = dump();
    const auto stated = service.state(fact("sector_years", "20"));
    REQUIRE(stated);
    CHECK(nominated(id).verdict.verdict == VerdictKind::Eligible);
    REQUIRE(service.edit(stated->value, 1, fact("sector_years", "14")));
    CHECK(nominated(id).verdict.verdict == VerdictKind::Ineligible);
    REQUIRE(service.remove(stated->value));
    CHECK(nominated(id).verdict.verdict == VerdictKind::Undetermined);
    for (int i = 0; i < 3; ++i)
        REQUIRE(file().undo());
    CHECK(nominated(id).verdict.verdict == VerdictKind::Undetermined);
    CHECK(service.of(person("Võ Thị Kim Ánh")).value().empty());
    REQUIRE(file().redo());
    CHECK(nominated(id).verdict.verdict == VerdictKind::Eligible);
    REQUIRE(file().undo());
    CHECK(dump() == before);
}

TEST_CASE_METHOD(Stating, "years grow by one each full year from the day they were stated on, and say nothing of the days before")
{
    REQUIRE(service.state(fact("sector_years", "19")));
    CHECK(value("sector_years", kBadge, Date(2023, 5, 24)).is_null());
    CHECK(value("sector_years", kBadge, Date(2023, 5, 25)) == 19);
    CHECK(value("sector_years", kBadge, Date(2024, 5, 24)) == 19);
    CHECK(value("sector_years", kBadge, Date(2024, 5, 25)) == 20);
    CHECK(value("sector_years", kBadge, Date(2023, 5, 25), 2021).is_null());
}

TEST_CASE_METHOD(Stating, "what lasts holds in later years until it is stated anew, what is of a year only there")
{
    SchoolService years(file());
    REQUIRE(years.openYear(SchoolService::proposedYear(SchoolYear(2023))));
    clock().set(Date(2024, 5, 25));
    REQUIRE(service.state(fact("difficult_area", "true")));
    CHECK(value("difficult_area", kBadge, Date(2024, 5, 25), 2023) == true);
    REQUIRE(service.state(fact("difficult_area", "false", 2023)));
    CHECK(value("difficult_area", kBadge, Date(2024, 5, 25), 2023) == false);
    CHECK(value("difficult_area") == true);
    REQUIRE(service.state(forHonour(fact("other_standards_met", "true"), "bang-khen-tinh")));
    CHECK(value("other_standards_met", "bang-khen-tinh") == true);
    CHECK(value("other_standards_met", "bang-khen-tinh", Date(2024, 5, 25), 2023).is_null());
}

TEST_CASE_METHOD(Stating, "what is stated for one honour on one ground says nothing of another")
{
    REQUIRE(service.state(forHonour(fact("other_standards_met", "true"), "bang-khen-tinh")));
    CHECK(value("other_standards_met", "bang-khen-tinh") == true);
    CHECK(value("other_standards_met", "bang-khen-thu-tuong").is_null());
    auto& reader = file().data().reader();
    const auto made = FactBuilder(reader, year(2022), file().rules())
                          .makeCase(person("Võ Thị Kim Ánh"), "bang-khen-tinh", clock().today(), rules::Stage::Nomination, domain::Ground::Exceptional);
    CHECK_FALSE(made.facts.has("other_standards_met"));
}

TEST_CASE_METHOD(Stating, "a case has only the stated facts that its conditions look at")
{
    REQUIRE(service.state(fact("sector_years", "20")));
    CHECK(value("sector_years") == 20);
    CHECK(value("sector_years", "lao-dong-tien-tien").is_null());
}

TEST_CASE_METHOD(Stating, "years of teaching grow only while the post is one that teaches")
{
    REQUIRE(service.state(fact("teaching_years", "15")));
    CHECK(value("teaching_years", "nha-giao-uu-tu") == 15);
    const auto rows = PeopleService(file()).staff(year(2022)).value();
    const auto row = *std::ranges::find_if(rows, [&](const auto& one) { return one.id == *person("Võ Thị Kim Ánh").person; });
    StaffDraft draft;
    draft.person = row.person;
    draft.position = domain::Position::Employee;
    draft.title = "Nhân viên Thư viện";
    draft.team = row.team;
    REQUIRE(PeopleService(file()).editStaff(year(2022), row.id, draft, row.version));
    CHECK(value("teaching_years", "nha-giao-uu-tu").is_null());
}

TEST_CASE_METHOD(Stating, "an evaluation of a year before the file's is an item of the past, and the year's own record goes before it")
{
    const std::string honour = "bang-khen-tinh";
    REQUIRE(service.state(fact("evaluations", "\"excellent\"", 2019)));
    const auto past = value("evaluations", honour);
    REQUIRE(past.is_array());
    CHECK(std::ranges::any_of(past, [](const auto& one) { return one["school_year"] == "2019-2020" && one.value("grade", "") == "excellent"; }));
    const auto issues = service.validate(fact("evaluations", "\"good\"", 2021)).value();
    REQUIRE(issues.size() == 1);
    CHECK(issues.front().key == "stated.on-record");
    CHECK(text::sentence(issues.front()).find("2021") != std::string::npos);
}

TEST_CASE_METHOD(Stating, "the school's area is what is stated of the person, where something is stated")
{
    auto row = SchoolService(file()).school().value();
    row.data.difficultArea = true;
    REQUIRE(SchoolService(file()).editSchool(row.data, row.version));
    CHECK(value("difficult_area") == true);
    REQUIRE(service.state(fact("difficult_area", "false")));
    CHECK(value("difficult_area") == false);
}

TEST_CASE_METHOD(Stating, "a collective's bloc and its investigation reach its verdict")
{
    StatedFact leads = fact("leads_bloc", "true");
    leads.subject = school();
    REQUIRE(service.state(leads));
    YearRecordService records(file());
    auto row = records.row(year(2022), school()).value();
    row.facts.record.underInvestigation = domain::Known::Yes;
    REQUIRE(records.record(year(2022), school(), row.facts));
    const auto all = facts(school(), 2022, "co-thi-dua-tinh", clock().today());
    CHECK(*all.find("leads_bloc") == true);
    CHECK(*all.find("under_investigation") == true);
}

TEST_CASE_METHOD(Stating, "what cannot be stated is refused with the field and a sentence")
{
    const auto refused = [&](const StatedFact& draft, const char* field, const char* key) {
        const auto issues = service.validate(draft).value();
        INFO(key);
        REQUIRE(issues.size() == 1);
        CHECK(issues.front().field == field);
        CHECK(issues.front().key == key);
        CHECK(text::hasMessage(key));
        const auto before = dump();
        const auto written = service.state(draft);
        REQUIRE_FALSE(written);
        CHECK(dump() == before);
    };
    refused(fact("evaluation", "\"good\""), "fact", "stated.fact-missing"); // the year's record tells it
    refused(fact("leads_bloc", "true"), "fact", "stated.fact-missing");     // a collective's
    refused(fact("sector_years", "\"twenty\""), "value", "stated.value-range");
    refused(fact("sector_years", "81"), "value", "stated.value-range");
    refused(fact("sector_years", ""), "value", "stated.value-missing");
    refused(fact("difficult_area", "1"), "value", "stated.value-missing");
    refused(fact("other_standards_met", "true"), "honour", "stated.honour-missing");
    refused(forHonour(fact("sector_years", "18"), kBadge), "honour", "stated.honour-unwanted");
    auto draft = fact("sector_years", "18");
    draft.source = "  ";
    refused(draft, "source", "stated.source-missing");
    draft = fact("sector_years", "18");
    draft.statedOn = Date(2023, 5, 26);
    refused(draft, "statedOn", "stated.in-future");
    REQUIRE(service.state(fact("sector_years", "18")));
    refused(fact("sector_years", "19"), "year", "stated.exists");
    refused(fact("evaluations", "\"good\"", 2021), "year", "stated.on-record"); // the year's record tells it
    auto team = fact("members", "12");
    team.subject = school();
    refused(team, "fact", "stated.fact-missing"); // the staff list tells it
}

TEST_CASE_METHOD(Stating, "a decided verdict keeps what it rests on")
{
    const auto id = badge();
    const auto stated = service.state(fact("sector_years", "20")).value().value;
    const auto other = service.state(fact("teaching_years", "15")).value().value;
    CHECK(service.of(person("Võ Thị Kim Ánh")).value().front().restsOn.empty());
    const auto state = GENERATE(domain::NominationState::Passed, domain::NominationState::Submitted, domain::NominationState::Conferred);
    setState(id, state);
    const auto before = dump();
    for (const auto& tried : {service.edit(stated, 1, fact("sector_years", "25")), service.remove(stated)}) {
        REQUIRE_FALSE(tried);
        CHECK(tried.error().code == ErrorCode::WrongState);
        CHECK(tried.error().key == "stated.kept");
        CHECK(text::sentence(tried.error()).find("Kỷ niệm chương") != std::string::npos);
    }
    CHECK(dump() == before);
    REQUIRE(service.remove(other)); // the badge does not look at it
    const auto rows = service.of(person("Võ Thị Kim Ánh")).value();
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().restsOn.find("2022") != std::string::npos);
    CHECK(rows.front().valueWords == "20 năm");
    const auto kept = file().data().reader().find<domain::Nomination>(id)->data;
    const auto again = keptVerdictAgain(file().data().reader(), kept);
    REQUIRE(again);
    CHECK(again->verdict == VerdictKind::Eligible);
}

TEST_CASE_METHOD(Stating, "somebody of whom something is stated is not removed from the file by accident")
{
    StaffDraft draft;
    draft.person.fullName = "Trần Văn Mới";
    const auto id = PeopleService(file()).addStaff(year(2022), draft).value().value;
    auto made = fact("sector_years", "3");
    made.subject = domain::SubjectRef::of(id);
    const auto stated = service.state(made).value().value;
    CHECK_FALSE(PeopleService(file()).removePerson(id));
    REQUIRE(service.remove(stated));
    CHECK(PeopleService(file()).removePerson(id));
}

TEST_CASE_METHOD(Stating, "what is stated is told in words, with where it holds")
{
    REQUIRE(service.state(forHonour(fact("staff_confidence", R"({"members": 40, "present": 36, "for": 34})"), "nha-giao-uu-tu")));
    REQUIRE(service.state(fact("secondment", R"({"side": "sends", "confirmed": true})")));
    REQUIRE(service.state(fact("difficult_area", "true")));
    const auto rows = service.of(person("Võ Thị Kim Ánh")).value();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].valueWords == "có");
    CHECK(rows[0].holdsWords == "từ năm học 2022–2023");
    CHECK(rows[1].valueWords == "Trường là: nơi cử đi; Nơi kia đã có văn bản xác nhận, thống nhất nơi bình xét: có");
    CHECK(rows[1].holdsWords == "riêng năm học 2022–2023");
    CHECK(rows[2].valueWords == "Số người được lấy phiếu: 40; Số người có mặt: 36; Số phiếu tín nhiệm: 34");
    CHECK(rows[2].honourName == "Nhà giáo Ưu tú");
}

TEST_CASE_METHOD(Stating, "years that cannot be true are refused at the value, by whatever way they come")
{
    PeopleService people(file());
    const auto who = *person("Võ Thị Kim Ánh").person;
    const auto edit = [&](std::optional<PartialDate> birth, std::optional<PartialDate> employed) {
        const auto rows = people.staff(year(2022)).value();
        const auto row = std::ranges::find(rows, who, &StaffRow::id);
        StaffDraft draft{row->person, row->position, row->title, row->team};
        draft.person.birth = birth;
        draft.person.employedFrom = employed;
        return people.editStaff(year(2022), who, draft, row->version);
    };
    const auto refused = [](const auto& written) { return written ? std::string() : written.error().issues.front().field + " " + written.error().issues.front().key; };
    REQUIRE(edit(PartialDate{1990, std::nullopt}, std::nullopt));
    CHECK(refused(service.state(fact("sector_years", "16"))) == "value stated.years-over-age"); // 33 in that year
    const auto sector = service.state(fact("sector_years", "11"));
    REQUIRE(sector);
    CHECK(refused(service.state(fact("teaching_years", "13"))) == "value stated.teaching-over-sector");
    auto earlier = fact("teaching_years", "10", 2020);
    earlier.statedOn = Date(2021, 5, 25); // two years before: 12 by now, or nearly 13
    CHECK(refused(service.state(earlier)) == "value stated.teaching-over-sector");
    const auto teaching = service.state(fact("teaching_years", "11"));
    REQUIRE(teaching);
    CHECK(refused(service.edit(sector->value, 1, fact("sector_years", "9"))) == "value stated.sector-under-teaching");
    CHECK(refused(edit(PartialDate{1999, std::nullopt}, std::nullopt)) == "birth stated.years-over-age");
    CHECK(refused(edit(PartialDate{2004, std::nullopt}, PartialDate{2021, std::nullopt})) == "employedFrom person.employed-early");
    for (const char* key : {"stated.years-over-age", "stated.teaching-over-sector", "stated.sector-under-teaching"})
        CHECK(text::message(key, {"1", "2", "3", "4"}) != key);
}

TEST_CASE_METHOD(Stating, "days of absence whose reason nobody has said leave open what depends on the reason")
{
    const auto who = person("Võ Thị Kim Ánh");
    YearRecordService records(file());
    REQUIRE(records.recordCells(year(2022), {{who, YearColumn::AbsenceDays, "180"}}));
    const auto unsaid = facts(who, 2022, "lao-dong-tien-tien", Date(2023, 5, 25));
    REQUIRE(unsaid.find("absences") != nullptr);
    CHECK(unsaid.find("absences")->at(0) == nlohmann::json{{"days", 180}});
    REQUIRE(records.recordCells(year(2022), {{who, YearColumn::AbsenceDays, "180 thai sản"}}));
    const auto said = facts(who, 2022, "lao-dong-tien-tien", Date(2023, 5, 25));
    CHECK(said.find("absences")->at(0).at("reason") == "maternity");
}

TEST_CASE_METHOD(Stating, "the past year that a form proposes is the newest that neither a record nor a statement tells")
{
    const auto who = person("Võ Thị Kim Ánh");
    const auto proposed = [&] { return service.untoldYear(who, "evaluations", SchoolYear(2022)).value(); };
    CHECK(proposed() == SchoolYear(2020)); // 2021-2022 is on record
    REQUIRE(service.state(fact("evaluations", "\"good\"", 2020)));
    CHECK(proposed() == SchoolYear(2019));
    REQUIRE(service.state(fact("evaluations", "\"good\"", 2018)));
    CHECK(proposed() == SchoolYear(2019));
}

TEST_CASE_METHOD(Stating, "more years than since joining are asked about, and written all the same")
{
    // Employed since 2015 by the sample's record or later: five years are never in doubt there, forty always are.
    const auto people = PeopleService(file()).staff(year(2022)).value();
    const auto row = std::ranges::find(people, "Võ Thị Kim Ánh", [](const auto& one) { return one.person.fullName; });
    REQUIRE(row->person.employedFrom);
    const int since = 2023 - row->person.employedFrom->year;
    const auto doubt = service.doubts(fact("sector_years", std::to_string(since + 2)));
    REQUIRE(doubt);
    REQUIRE(*doubt);
    CHECK((*doubt)->key == "stated.years-before-joining");
    const auto words = text::sentence(**doubt);
    CHECK(words.find(row->person.employedFrom->vn()) != std::string::npos);
    CHECK(words.find('%') == std::string::npos);
    CHECK_FALSE(service.doubts(fact("sector_years", std::to_string(std::max(0, since - 1)))).value());
    CHECK_FALSE(service.doubts(fact("difficult_area", "true")).value());
    CHECK(service.state(fact("sector_years", std::to_string(since + 2))));
}
