// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/school_year.h"
#include "domain/nomination_state.h"
#include "services/follow/quota_lines.h"
#include "services/law/regulation_service.h"

namespace thidua::services {

/// Something that is missing for an honour, with the last day it can still be supplied where there is one.
struct Missing {
    std::string finding;           ///< id
    std::string label;             ///< of the condition
    std::string text;              ///< “một sáng kiến cấp cơ sở”
    std::string remedy;
    std::string citation;          ///< short
    std::string law, quote;        ///< the citation in full and the clause in short
    std::string explanation;       ///< what the facts say now
    std::optional<Date> by;
    bool certainlyLost = false;    ///< nothing before the review can change it (discipline, an evaluation that stands)
    std::optional<SchoolYear> earliest; ///< of what takes years: the first school year in which it can be met
    int times = 0;                 ///< …and how many more times `honourShort` of the year must be received until then
    rules::Outcome outcome = rules::Outcome::Unknown;
};

/// Reached: nothing is missing. Near: one thing is, and it can still be supplied. Possible: several can. Unknown: nobody has told a fact
/// that the year cannot bring about. Lost: nothing before the review can change it.
enum class Chance { Reached, Near, Possible, Unknown, Lost };

/// What a person or collective can reach for one honour in one school year.
struct Prospect {
    domain::SubjectRef subject;
    std::string name, post, unit;
    std::string honour, honourShort, honourName;
    SchoolYear year{2021};
    int honourOrder = 0;
    std::string sortKey;
    Chance chance = Chance::Unknown;
    bool registered = false;
    std::optional<domain::NominationState> nomination; ///< once it has been put forward
    std::optional<domain::RegistrationId> registration; ///< of the subject in this year, whatever was registered
    std::optional<domain::YearRecordId> record;
    std::vector<Missing> missing;  ///< empty when reached
};

/// What a collective's registrations would give if all were reached.
struct CollectiveForecast {
    domain::SubjectRef collective;
    std::string name;
    std::string honour, honourShort, honourName;
    int members = 0;
    int registered = 0;            ///< members who registered for the honour that the rule counts, or a higher one
    int needed = 0;                ///< how many the rule asks for
    bool enough = false;
    std::vector<Missing> otherwise; ///< what else the honour asks for and is not there yet
    std::vector<std::string> met;   ///< what else it asks for and is there, or would be by the registrations
    std::string condition;         ///< “Trên 50 % cá nhân đạt Lao động tiên tiến”
    std::string citation;
    bool certain = true;
};

struct WhatIf {
    int moreBase = 0;              ///< so many more reach the honour that another is measured by
    int moreLimited = 0;           ///< so many more are nominated for that other
};

/// How many stand for an honour.
struct HonourCount {
    std::string name, shortName;
    int count = 0;
};

struct ForesightBoard {
    Date today{2000, 1, 1};
    Date reviewBy{2000, 1, 1};     ///< the day the year's review is expected: what is missing must be there before it
    bool reviewed = false;         ///< the council has voted: nothing of this year can change any more
    std::vector<Prospect> people;  ///< near misses first, then by name and honour
    int judged = 0, staff = 0;     ///< how many people stand in `people`, and how many there are
    std::vector<CollectiveForecast> collectives;
    std::vector<QuotaLine> quotas; ///< by what is nominated or, before that, registered
    HonourCount base, limited;     ///< the honour that another is measured by, and that other: 15 % of the one for the other
    int near = 0;                  ///< people one finding away
};

/// Who is one thing away from an honour, while it can still be supplied.
struct NearMisses {
    int people = 0;
    std::vector<std::string> names;   ///< of people
    std::vector<std::string> honours; ///< short names
    Date reviewBy{2000, 1, 1};
};

/// Last year's (or any year's) nominations judged by the rules of their own day and of another, side by side: the same facts, votes
/// included where the council has voted, and the honours received until then.
struct Rehearsal {
    Date on{2000, 1, 1};           ///< as asked
    Date reviewedOn{2000, 1, 1};   ///< the list's own day
    Date judgedOn{2000, 1, 1};     ///< the day of the year of the old review, moved by whole years to where the law of `on` is in force
    std::string ruleSetBefore, ruleSetAfter;
    int nominations = 0;
    int same = 0;
    std::vector<VerdictChange> changed;
    std::vector<QuotaLine> quotasBefore, quotasAfter;
};

/// Looks ahead and aside; never writes.
class ForesightService {
public:
    explicit ForesightService(SchoolFile& file) : m_file(file) {}

    static constexpr int kEverybody = 1'000'000;
    /// `most`: so many people, the first by name, for showing something at once. What was judged until `progress` was stopped.
    Result<ForesightBoard> board(domain::SchoolYearId year, int most = kEverybody, Progress* progress = nullptr);
    /// Nobody when the review is over, without judging anybody.
    Result<NearMisses> nearMisses(domain::SchoolYearId year, Progress* progress = nullptr);
    /// Whether the year's review is still to come.
    Result<bool> mayStillChange(domain::SchoolYearId year);
    /// Of one person: every honour within reach this year and the next.
    Result<std::vector<Prospect>> prospects(domain::SchoolYearId year, const domain::SubjectRef& subject);
    Result<std::vector<QuotaLine>> whatIf(domain::SchoolYearId year, const WhatIf& what);
    /// All nominations of that year by the rules of `on`, side by side with how they were judged.
    Result<Rehearsal> rehearse(domain::SchoolYearId year, Date on);
    /// The spans of the law that a rehearsal can be held by, oldest first.
    std::vector<rules::RuleSetRef> ruleSets() const;

private:
    SchoolFile& m_file;
};

}
