// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/row_place.h"

#include <array>

namespace thidua::storage {
namespace {

using domain::EntityKind;

enum class YearBy { Nothing, Column, StartYear, Itself };
enum class SubjectBy { Nothing, Person, PersonOrCollective, ItselfPerson, ItselfCollective };

struct Parent {
    const char* column;
    EntityKind kind;
};

/// How a kind declares where its rows belong.
struct PlaceRule {
    YearBy year = YearBy::Nothing;
    SubjectBy subject = SubjectBy::Nothing;
    std::vector<Parent> parents{};
};

/// A switch without default: a new kind must say where it belongs, or it does not compile.
PlaceRule ruleOf(EntityKind kind)
{
    using enum EntityKind;
    constexpr auto kYear = YearBy::Column;
    constexpr auto kEither = SubjectBy::PersonOrCollective;
    switch (kind) {
    case SchoolYearRow: return {YearBy::Itself};
    case HonourRecord:
    case StatedFact: return {YearBy::StartYear, kEither};
    case Person: return {YearBy::Nothing, SubjectBy::ItselfPerson};
    case Collective: return {YearBy::Nothing, SubjectBy::ItselfCollective};
    case StaffAssignment:
    case Enrolment: return {kYear, SubjectBy::Person};
    case Registration:
    case YearRecord:
    case Activity:
    case Letter:
    case Nomination: return {kYear, kEither};
    case Plan: // a plan for several years has none of its own
    case Campaign:
    case RegistrationList:
    case Initiative:
    case Council:
    case Meeting:
    case Decision:
    case Submission:
    case SchoolClass:
    case NamedGroup:
    case Contest:
    case Correction: return {kYear};
    case PlanSection:
    case PlanBasis:
    case PlanRecipient:
    case PlanReceipt:
    case PlanDifficulty:
    case Target: return {{}, {}, {{"plan_id", Plan}}};
    case PlanTask: return {{}, kEither, {{"plan_id", Plan}}};
    case CampaignItem:
    case CampaignReport:
    case CampaignObservance: return {{}, {}, {{"campaign_id", Campaign}}};
    case ContestPrize:
    case ContestEntry:
    case ContestMark:
    case ContestResult: return {{}, {}, {{"contest_id", Contest}}};
    case ContestJudge: return {{}, SubjectBy::Person, {{"contest_id", Contest}}};
    case ContestAuthor: return {{}, kEither, {{"contest_id", Contest}}};
    case NamedGroupMember: return {{}, SubjectBy::Person, {{"group_id", NamedGroup}}};
    case RegistrationHonour: return {{}, {}, {{"registration_id", Registration}}};
    case RegistrationListLine: return {{}, kEither, {{"list_id", RegistrationList}}};
    case InitiativeAuthor: return {{}, SubjectBy::Person, {{"initiative_id", Initiative}}};
    case DisciplineCase:
    case Absence: return {{}, {}, {{"year_record_id", YearRecord}}};
    case CouncilMember: return {{}, SubjectBy::Person, {{"council_id", Council}}};
    case Attendance: return {{}, {}, {{"meeting_id", Meeting}}};
    case Tally: return {{}, {}, {{"meeting_id", Meeting}, {"nomination_id", Nomination}}};
    case EarlierTally: return {{}, {}, {{"meeting_id", Meeting}, {"nomination_id", Nomination}}};
    case Teller:
    case Recusal:
    case BallotRound:
    case InitiativeMark:
    case Posting: return {{}, {}, {{"meeting_id", Meeting}}};
    case BallotVoter: return {{}, {}, {{"ballot_round_id", BallotRound}}};
    case Attachment: return {{}, {}, {{"nomination_id", Nomination}, {"initiative_id", Initiative}, {"activity_id", Activity}}}; // a legal text has no year
    case DossierReceipt:
    case Opinion:
    case AchievementReport: return {{}, {}, {{"nomination_id", Nomination}}};
    case Objection: return {{}, {}, {{"posting_id", Posting}}};
    case ListChange: return {{}, {}, {{"posting_id", Posting}, {"nomination_id", Nomination}}};
    case InitiativeReferral: return {{}, {}, {{"initiative_id", Initiative}}};
    case CouncilCharge:
    case CouncilNote: return {{}, SubjectBy::Person, {{"council_id", Council}}};
    case DecisionLine: return {{}, kEither, {{"decision_id", Decision}}};
    case SubmissionLine: return {{}, kEither, {{"submission_id", Submission}}};
    case School:
    case LegalText:
    case Observance:
    case ActivityKind:
    case Judgement:
    case AttachmentContent: // goes with its attachment
    case PaperContent: // goes with the row that was issued, which the same operation writes
    case RulePack:
    case Regulation:
    case RulePackUse:
    case Count: break;
    }
    return {};
}

std::string subjectColumns(SubjectBy by, const std::string& alias)
{
    switch (by) {
    case SubjectBy::Person: return alias + ".person_id, NULL";
    case SubjectBy::PersonOrCollective: return alias + ".person_id, " + alias + ".collective_id";
    case SubjectBy::ItselfPerson: return alias + ".id, NULL";
    case SubjectBy::ItselfCollective: return "NULL, " + alias + ".id";
    case SubjectBy::Nothing: break;
    }
    return {};
}

std::string yearJoin(YearBy by, const std::string& alias)
{
    switch (by) {
    case YearBy::Column: return "y.id = " + alias + ".school_year_id";
    case YearBy::StartYear: return "y.start_year = " + alias + ".start_year";
    case YearBy::Itself: return "y.id = " + alias + ".id";
    case YearBy::Nothing: break;
    }
    return "0";
}

std::string query(EntityKind kind, const Parent* parent)
{
    const auto own = ruleOf(kind);
    const auto above = parent == nullptr ? PlaceRule{} : ruleOf(parent->kind);
    std::string subject = subjectColumns(own.subject, "t");
    if (subject.empty())
        subject = subjectColumns(above.subject, "p");
    std::string from = " FROM " + std::string(domain::toCode(kind)) + " t";
    if (parent != nullptr)
        from += " JOIN " + std::string(domain::toCode(parent->kind)) + " p ON p.id = t." + parent->column;
    const auto year = parent == nullptr ? yearJoin(own.year, "t") : yearJoin(above.year, "p");
    return "SELECT y.id, y.start_year, y.state, " + (subject.empty() ? "NULL, NULL" : subject) + from + " LEFT JOIN school_year y ON " + year
         + " WHERE t.id = ?";
}

using Queries = std::array<std::vector<std::string>, static_cast<std::size_t>(EntityKind::Count)>;

const Queries& queries()
{
    static const Queries all = [] {
        Queries made;
        for (std::size_t i = 0; i < made.size(); ++i) {
            const auto kind = static_cast<EntityKind>(i);
            const auto rule = ruleOf(kind);
            for (const auto& parent : rule.parents)
                made[i].push_back(query(kind, &parent));
            if (rule.parents.empty() && (rule.year != YearBy::Nothing || rule.subject != SubjectBy::Nothing))
                made[i].push_back(query(kind, nullptr));
        }
        return made;
    }();
    return all;
}

RowPlace placeFrom(const Values& row)
{
    RowPlace place;
    if (const auto* year = std::get_if<std::int64_t>(&row[0])) {
        place.year = domain::SchoolYearId(*year);
        place.startYear = static_cast<int>(std::get<std::int64_t>(row[1]));
        place.closed = std::get<std::string>(row[2]) == "closed";
    }
    if (const auto* person = std::get_if<std::int64_t>(&row[3]))
        place.subject = domain::SubjectRef::of(domain::PersonId(*person));
    else if (const auto* collective = std::get_if<std::int64_t>(&row[4]))
        place.subject = domain::SubjectRef::of(domain::CollectiveId(*collective));
    return place;
}

}

std::vector<RowPlace> placesOf(Reader& reader, EntityKind kind, std::int64_t id)
{
    std::vector<RowPlace> places;
    for (const auto& sql : queries().at(static_cast<std::size_t>(kind)))
        reader.each(sql, {id}, [&places](const Values& row) { places.push_back(placeFrom(row)); });
    return places;
}

bool belongsToYear(EntityKind kind)
{
    const auto rule = ruleOf(kind);
    return rule.year != YearBy::Nothing || !rule.parents.empty();
}

}
