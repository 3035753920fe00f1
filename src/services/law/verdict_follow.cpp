// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/verdict_follow.h"

#include "domain/initiative.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/registration.h"
#include "domain/school_year.h"
#include "services/law/effective_rules.h"
#include "services/law/facts/fact_group.h"
#include "services/law/verdicts.h"
#include "storage/repo/merge_repo.h"
#include "storage/repo/review_repo.h"
#include "storage/repo/school_repo.h"
#include "storage/repo/year_repo.h"

#include <algorithm>
#include <map>
#include <set>

namespace thidua::services {

using namespace domain;
using storage::RecordedRow;
using storage::Tx;
namespace repo = storage::repo;

namespace {

enum class Reach {
    ItsYear,  ///< read for the school year that the row belongs to
    EveryYear ///< history, or the school: read for every year
};

enum class Whose {
    Subject,      ///< of the person or collective that the row is about
    Registrant,   ///< the same, but the first registration of a year, and the last one withdrawn, tell of everybody
    Authors,      ///< of an initiative
    Counted,      ///< those that a meeting has counted votes of
    WithMeeting,  ///< read only once the meeting is closed, which is a change of the meeting
    Everybody
};

/// How far a change of a kind that facts are read from reaches. With `columns`, an update of others is not read. A kind that the fact
/// groups read and for which nothing is said here reaches everybody in every open year.
struct FactSource {
    EntityKind kind;
    Reach reach;
    Whose whose;
    std::vector<std::string_view> columns{};
};

const std::vector<FactSource>& factSources()
{
    static const std::vector<FactSource> kSources{
        {EntityKind::School, Reach::EveryYear, Whose::Everybody, {"difficult_area"}},
        {EntityKind::SchoolYearRow, Reach::ItsYear, Whose::Everybody, {"state"}}, // taken up again after closing
        {EntityKind::Person, Reach::EveryYear, Whose::Subject, {"employed_from", "left_on", "merged_into"}},
        {EntityKind::StaffAssignment, Reach::ItsYear, Whose::Subject, {"person_id", "school_year_id", "position", "team_id"}},
        {EntityKind::Collective, Reach::EveryYear, Whose::Subject, {"type"}},
        {EntityKind::Registration, Reach::ItsYear, Whose::Registrant, {"school_year_id", "person_id", "collective_id", "state"}},
        {EntityKind::RegistrationHonour, Reach::ItsYear, Whose::Subject},
        {EntityKind::Initiative, Reach::EveryYear, Whose::Authors, {"school_year_id", "type", "state", "recognised_at", "scope", "used_for"}},
        {EntityKind::InitiativeAuthor, Reach::EveryYear, Whose::Subject, {"initiative_id", "person_id", "used_for", "used_by"}},
        {EntityKind::YearRecord, Reach::EveryYear, Whose::Subject},
        {EntityKind::DisciplineCase, Reach::EveryYear, Whose::Subject},
        {EntityKind::Absence, Reach::EveryYear, Whose::Subject},
        {EntityKind::HonourRecord, Reach::EveryYear, Whose::Subject},
        {EntityKind::StatedFact, Reach::EveryYear, Whose::Subject},
        {EntityKind::Nomination, Reach::ItsYear, Whose::Subject,
         {"school_year_id", "person_id", "collective_id", "honour", "ground", "applicable_on", "state"}},
        {EntityKind::Meeting, Reach::ItsYear, Whose::Counted, {"state"}},
        {EntityKind::Attendance, Reach::ItsYear, Whose::WithMeeting},
        {EntityKind::Tally, Reach::ItsYear, Whose::WithMeeting},
    };
    return kSources;
}

struct Touched {
    bool everybody = false;
    std::set<SubjectRef> subjects;
    bool any() const { return everybody || !subjects.empty(); }
};

/// What of the verdicts has to be looked at again, by year; history bears on every year.
struct Collected {
    Tx& tx;
    repo::Merged merged;                        ///< what is closed may still be another record's
    std::map<SchoolYearId, Touched> years{};
    Touched everyYear{};
    std::map<SchoolYearId, bool> firstOfYear{}; ///< at most one registration: asked once, however many rows were written

    Touched& of(const FactSource& source, const storage::RowPlace& place)
    {
        return source.reach == Reach::EveryYear || !place.year ? everyYear : years[*place.year];
    }

    void add(const FactSource& source, const RecordedRow& row)
    {
        if (source.whose == Whose::Authors)
            for (const auto& author : repo::authors(tx, InitiativeId(row.id)))
                everyYear.subjects.insert(SubjectRef::of(merged.now(author.data.person)));
        if (source.whose == Whose::Everybody && row.places.empty())
            everyYear.everybody = true;
        for (const auto& place : row.places)
            addPlace(source, row, place);
    }

    bool isFirstOf(SchoolYearId year)
    {
        const auto [found, fresh] = firstOfYear.emplace(year, false);
        if (fresh)
            found->second = repo::registrationCount(tx, year) <= 1;
        return found->second;
    }

    void addPlace(const FactSource& source, const RecordedRow& row, const storage::RowPlace& place)
    {
        auto& touched = of(source, place);
        if (source.whose == Whose::Everybody || (source.whose == Whose::Registrant && place.year && isFirstOf(*place.year)))
            touched.everybody = true;
        if (place.subject && source.whose != Whose::WithMeeting)
            touched.subjects.insert(merged.now(*place.subject));
        if (source.whose == Whose::Counted)
            for (const auto& tally : repo::tallies(tx, MeetingId(row.id)))
                if (const auto nomination = tally.data.line.nomination ? tx.find<Nomination>(*tally.data.line.nomination) : std::nullopt)
                    touched.subjects.insert(merged.now(nomination->data.subject));
    }
};

const FactSource* sourceOf(EntityKind kind)
{
    static const std::vector<FactSource> kAnything = [] {
        std::vector<FactSource> all;
        for (std::size_t i = 0; i < static_cast<std::size_t>(EntityKind::Count); ++i)
            all.push_back({static_cast<EntityKind>(i), Reach::EveryYear, Whose::Everybody});
        return all;
    }();
    if (const auto found = std::ranges::find(factSources(), kind, &FactSource::kind); found != factSources().end())
        return &*found;
    return kindsOfFacts().test(static_cast<std::size_t>(kind)) ? &kAnything[static_cast<std::size_t>(kind)] : nullptr;
}

bool isRead(const FactSource& source, const RecordedRow& row)
{
    return source.columns.empty() || row.columns.empty() || std::ranges::any_of(row.columns, [&source](const auto& column) {
               return std::ranges::find(source.columns, column) != source.columns.end();
           });
}

Collected collect(Tx& tx)
{
    Collected all{tx, repo::Merged(tx)};
    // By index: what is looked up here never records, but the rows stay the transaction's own.
    for (std::size_t i = 0; i < tx.recorded().size(); ++i)
        if (const auto* source = sourceOf(tx.recorded()[i].kind); source != nullptr && isRead(*source, tx.recorded()[i]))
            all.add(*source, tx.recorded()[i]);
    return all;
}

bool touchesRules(const Tx& tx)
{
    const auto kinds = kindsReadByRules();
    return std::ranges::any_of(tx.recorded(), [&kinds](const auto& row) { return kinds.test(static_cast<std::size_t>(row.kind)); });
}

Result<void> refresh(Tx& tx, const rules::Catalogue& rules, const Clock& clock, const Collected& all)
{
    for (const auto& year : repo::years(tx)) {
        if (year.data.state == YearState::Closed)
            continue;
        auto touched = all.everyYear;
        if (const auto found = all.years.find(year.id); found != all.years.end()) {
            touched.everybody = touched.everybody || found->second.everybody;
            touched.subjects.insert(found->second.subjects.begin(), found->second.subjects.end());
        }
        if (touched.any())
            TD_CHECK(refreshOpenVerdicts(tx, rules, year.id, clock, touched.everybody ? std::set<SubjectRef>{} : touched.subjects));
    }
    return {};
}

}

EntityKinds kindsReadByFacts()
{
    auto kinds = kindsOfFacts();
    for (const auto& source : factSources())
        kinds.set(static_cast<std::size_t>(source.kind));
    return kinds;
}

EntityKinds kindsReadByRules()
{
    return kindsOf({EntityKind::Regulation, EntityKind::RulePackUse});
}

Result<void> followFacts(Tx& tx, const rules::Catalogue& rules, const Clock& clock)
{
    if (touchesRules(tx)) {
        TD_TRY(const auto now, effectiveRules(tx));
        TD_CHECK(refreshOpenYears(tx, now.catalogue, clock));
        return {};
    }
    const auto all = collect(tx);
    if (!all.everyYear.any() && std::ranges::none_of(all.years, [](const auto& year) { return year.second.any(); }))
        return {};
    return refresh(tx, rules, clock, all);
}

}
