// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever types it, and wherever: what is kept is NFC, without stray blanks and line ends.
#include "domain/all_entities.h"
#include "services/sample_school.h"

#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/people/people_service.h"
#include "services/prepare/plan_service.h"
#include "services/review/nomination_service.h"
#include "storage/data_file.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

const std::string kTyped = "  Toa\xCC\x81n \t học ";
const std::string kKept = "To\xC3\xA1n học";

class Typed : public SampleSchool {
public:
    Typed() : SampleSchool(Date(2022, 9, 23)) {}
};

}

TEST_CASE_METHOD(Typed, "the field of an initiative, added, edited and registered")
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

TEST_CASE_METHOD(Typed, "the number of a disciplinary decision, the note of an absence, and the year's notes")
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

TEST_CASE_METHOD(Typed, "broken bytes are kept as a mark and do not stop the record")
{
    StaffDraft draft;
    draft.person.fullName = "Trần \xC3\x28 Văn";
    const auto added = PeopleService(file()).addStaff(year(2022), draft);
    REQUIRE(added);
    CHECK(added->changes.labelArgs.front() == "Trần \xEF\xBF\xBD( Văn");
    REQUIRE(file().undo());
}

TEST_CASE_METHOD(Typed, "what is empty once tidied is missing")
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
