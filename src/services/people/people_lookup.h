// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/collective.h"
#include "domain/position.h"
#include "domain/stored.h"
#include "storage/reader.h"

#include <map>
#include <string>

namespace thidua::services {

/// Name, post and unit of a person or collective as they stand in one school year: what lists, nominations and papers copy.
struct SubjectView {
    domain::SubjectRef subject;
    std::string salutation; ///< Ông, Bà; empty for collectives
    std::string name;
    std::string post;       ///< "Giáo viên chủ nhiệm lớp 2C"; empty for collectives
    std::string unit;       ///< team; for collectives the school
    int unitOrder = 0;
    std::string sortKey;
    std::optional<domain::Position> position;
    std::optional<domain::CollectiveType> type;
    bool assigned = true;
};

/// All people with a post in the year and all active collectives, read once.
class PeopleLookup {
public:
    PeopleLookup(storage::Reader& reader, domain::SchoolYearId year);
    /// Also people without a post in that year; an unknown id gives a view with an empty name.
    SubjectView view(const domain::SubjectRef& subject) const;
    /// "chức vụ, đơn vị" in one phrase, without saying the team twice.
    static std::string postAndUnit(const SubjectView& view);
    /// Ordered by unit, then name; collectives are not in it.
    std::vector<SubjectView> staff() const;
    /// Active ones in their order: the school, teams, …
    std::vector<SubjectView> collectives() const;

private:
    std::map<domain::SubjectRef, SubjectView> m_views;
};

}
