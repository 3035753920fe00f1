// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ground.h"
#include "domain/honour.h"
#include "domain/initiative_codes.h"
#include "domain/nomination_state.h"
#include "domain/position.h"
#include "domain/stated_fact.h"
#include "domain/year_record.h"
#include "storage/reader.h"
#include "storage/repo/employment_repo.h"

#include <set>

/// The few columns that verdicts of a whole school draw on: a school of thousands is judged at once.
namespace thidua::storage::repo {

using namespace domain;

struct PostRow {
    PersonId person{0};
    Position position = Position::Teacher;
    std::optional<CollectiveId> team;
};
/// Of the year, by person.
std::vector<PostRow> posts(Reader& reader, SchoolYearId year);

struct RegisteredRow {
    SubjectRef subject;
    std::optional<std::string> honour; ///< none: registered for nothing so far
};
std::vector<RegisteredRow> registeredBySubject(Reader& reader, SchoolYearId year);
struct ConferredRow {
    SubjectRef subject;
    std::string honour;
    Ground ground = Ground::AnnualMerit;
};
std::vector<ConferredRow> conferredOn(Reader& reader, SchoolYearId year);
/// A nomination without its verdict and facts.
struct NominationHead {
    NominationId id{0};
    SubjectRef subject;
    std::string honour;
    Ground ground = Ground::AnnualMerit;
    Date applicableOn{2000, 1, 1};
    NominationState state = NominationState::Proposed;
};
/// All but the withdrawn, by id.
std::vector<NominationHead> nominationHeads(Reader& reader, SchoolYearId year);
bool anyNomination(Reader& reader, SchoolYearId year);

/// All that has been stated of anybody, in the order of entry.
std::vector<Stored<StatedFact>> statedFacts(Reader& reader);
std::vector<Stored<StatedFact>> statedFactsOf(Reader& reader, const SubjectRef& subject);

struct GradeRow {
    SchoolYearId year{0};
    std::optional<Evaluation> grade;
};
/// Of all years in which something is recorded, oldest first.
std::vector<GradeRow> gradesOf(Reader& reader, const SubjectRef& subject);
struct PastDiscipline {
    PersonId person{0};
    DisciplineForm form = DisciplineForm::Reprimand;
    Date decidedOn{2000, 1, 1};
};
/// Everybody's of earlier school years than this one: few rows in any school.
std::vector<PastDiscipline> disciplineBefore(Reader& reader, SchoolYearId year);
struct WorkRow {
    PersonId author{0};
    SchoolYearId year{0};
    InitiativeType type = InitiativeType::Initiative;
    InitiativeState state = InitiativeState::Registered;
    std::optional<RecognitionLevel> recognisedAt;
    std::optional<RecognitionLevel> scope;
    std::string usedFor;                ///< by this author, or as entered for all
    std::optional<NominationId> usedBy;
    std::optional<Date> decidedOn;
    std::optional<Date> validUntil;
};
/// The initiatives a person wrote, with what each has served for them.
std::vector<WorkRow> worksOf(Reader& reader, PersonId person);
/// Everybody's of one school year.
std::vector<WorkRow> worksOfYear(Reader& reader, SchoolYearId year);
bool anyWork(Reader& reader, PersonId person);
/// In the order of entry.
std::vector<HonourRecord> honoursReceived(Reader& reader, const SubjectRef& subject);
/// Everybody's for one school year, with their decision; without those that were revoked.
std::vector<HonourRecord> honoursOfYear(Reader& reader, SchoolYear year);
/// Who has any honour on record.
std::set<SubjectRef> everHonoured(Reader& reader);

}
