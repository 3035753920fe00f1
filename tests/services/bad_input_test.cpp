// SPDX-License-Identifier: GPL-3.0-or-later
// Bad input gets one clear sentence, and the data stay as they were; what is kept is tidy, whoever types it.
#include "services/sample_school.h"

#include "domain/school_year.h"
#include "services/award/decision_service.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/people/people_service.h"
#include "services/prepare/plan_service.h"
#include "services/review/council_service.h"
#include "text/messages.h"

#include <algorithm>

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
    CHECK(domain::validateTally(tally, 8, 9).front().key == "tally.more-than-members");
    tally = {};
    tally.issued = 8;
    tally.collected = 8;
    tally.valid = 7;
    tally.inFavour = 7;
    const auto issues = domain::validateTally(tally, 8, 9);
    REQUIRE(issues.size() == 1);
    CHECK(text::sentence(issues.front()) == "Thu về 8, nhưng hợp lệ 7 + không hợp lệ 0 = 7; xin đếm lại.");
    tally.invalid = 1;
    CHECK(domain::validateTally(tally, 8, 9).empty());
    tally.inFavour = 8;
    CHECK(domain::validateTally(tally, 8, 9).front().key == "tally.favour-more");
    tally.issued = 9;
    CHECK(domain::validateTally(tally, 8, 9).front().key == "tally.more-than-present");
}

TEST_CASE_METHOD(BadInput, "a closed year is read-only until it is reopened with a reason")
{
    const auto y = year(2021);
    CHECK(refused([&] { return YearRecordService(file()).recordCells(y, {{person("A Khôi", 2021), YearColumn::Evaluation, "tốt"}}); }).key == "year.closed");
    CHECK(refused([&] { return SchoolService(file()).reopenYear(y, "  "); }).key == "year.reason-missing");
    REQUIRE(SchoolService(file()).reopenYear(y, "sửa ngày nghỉ của một người"));
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
    RegistrationService service(file());
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
