// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/nomination_state.h"
#include "domain/school_year.h"
#include "rules/overview.h"
#include "services/foresight/foresight_judge.h"
#include "services/law/fact_builder.h"
#include "services/people/people_lookup.h"

#include <map>
#include <set>

namespace thidua::services {

ReviewDay reviewDayOf(storage::Reader& reader, const domain::Stored<domain::SchoolYearRow>& year, Date today);

/// All that looking ahead in one school year draws on, read once.
struct ForesightView {
    ForesightView(storage::Reader& reader, const rules::Catalogue& catalogue, const domain::Stored<domain::SchoolYearRow>& year, Date today);

    const rules::Catalogue& catalogue;
    domain::Stored<domain::SchoolYearRow> year;
    Date today;
    ReviewDay day;
    FactBuilder facts;
    PeopleLookup people;
    std::map<domain::SubjectRef, std::vector<std::string>> registered;
    std::map<domain::SubjectRef, domain::RegistrationId> registrations;
    std::map<domain::SubjectRef, domain::YearRecordId> records;
    std::map<std::pair<domain::SubjectRef, std::string>, domain::NominationState> nominated;
    std::map<domain::CollectiveId, std::set<domain::PersonId>> members;

    /// The honours that such a subject may receive for a year's merit or for long service, with their conditions known that day.
    std::vector<rules::HonourInfo> honoursFor(rules::SubjectKind kind) const;
    /// Good until the next call.
    const rules::Case& caseFor(const domain::SubjectRef& subject, const rules::HonourInfo& honour) const;
    /// `lostNow` as in outlookOf(); grows when this one is lost.
    Prospect prospect(const domain::SubjectRef& subject, const rules::HonourInfo& honour, std::set<std::string>& lostNow,
                      Detail detail) const;

private:
    /// The subject's facts, which are the same for every honour; the last one's are kept.
    rules::Case& baseCase(const domain::SubjectRef& subject) const;
    mutable std::optional<std::pair<domain::SubjectRef, rules::Case>> m_base;

    void readMembers(storage::Reader& reader);
    /// What the council has already settled; none while the rules alone speak.
    std::optional<Outlook> settled(const domain::SubjectRef& subject, const std::string& honour) const;
};

/// What the school year after would be for the case, where that year has not been opened yet.
Prospect nextYears(const ForesightView& view, Prospect prospect, const rules::Case& now, const std::set<std::string>& lostNow,
                   std::set<std::string>& lostThen);

std::vector<CollectiveForecast> forecasts(const ForesightView& view);

}
