// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "rules/finding.h"
#include "services/quota_lines.h"
#include "services/regulation_service.h"

namespace thidua::services {

/// Something that is missing for an honour, with the last day it can still be supplied where there is one.
struct Missing {
    std::string finding;           ///< id
    std::string text;              ///< “một sáng kiến cấp cơ sở”
    std::string remedy;
    std::string citation;
    std::optional<Date> by;
    bool certainlyLost = false;    ///< nothing before the review can change it (discipline, an evaluation that stands)
};

/// What a person or collective can reach for one honour in one school year.
struct Prospect {
    domain::SubjectRef subject;
    std::string name, post, unit;
    std::string honour, honourShort, honourName;
    SchoolYear year{2021};
    enum class Chance { Reached, Near, Possible, Unknown, Lost } chance = Chance::Unknown;
    bool registered = false;
    std::vector<Missing> missing;  ///< empty when reached
    rules::Verdict verdict;
};

/// What a collective's registrations would give if all were reached.
struct CollectiveForecast {
    domain::SubjectRef collective;
    std::string name;
    std::string honour, honourShort;
    int members = 0;
    int registered = 0;            ///< members who registered Lao động tiên tiến or higher
    int needed = 0;                ///< how many the rule asks for
    bool enough = false;
    std::vector<Missing> otherwise; ///< what else the honour asks for
    std::string citation;
};

struct WhatIf {
    int moreAdvanced = 0;          ///< so many more reach Lao động tiên tiến
    int moreFighters = 0;          ///< so many more are nominated for Chiến sĩ thi đua cơ sở
};

struct ForesightBoard {
    Date reviewBy{2000, 1, 1};     ///< the day the year's review is expected: what is missing must be there before it
    std::vector<Prospect> people;
    std::vector<CollectiveForecast> collectives;
    std::vector<QuotaLine> quotas; ///< by what is registered
    int near = 0;                  ///< people one finding away
};

/// Last year's (or any year's) nominations judged by the rules of another day, side by side.
struct Rehearsal {
    Date on{2000, 1, 1};
    std::string ruleSetBefore, ruleSetAfter;
    int same = 0;
    std::vector<VerdictChange> changed;
    std::vector<QuotaLine> quotasBefore, quotasAfter;
};

/// Looks ahead and aside; never writes.
class ForesightService {
public:
    explicit ForesightService(SchoolFile& file) : m_file(file) {}

    Result<ForesightBoard> board(domain::SchoolYearId year);
    /// Of one person: every honour within reach this year and the next.
    Result<std::vector<Prospect>> prospects(domain::SchoolYearId year, const domain::SubjectRef& subject);
    Result<std::vector<QuotaLine>> whatIf(domain::SchoolYearId year, const WhatIf& what);
    Result<Rehearsal> rehearse(domain::SchoolYearId year, Date on);

private:
    SchoolFile& m_file;
};

}
