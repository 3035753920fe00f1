// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "services/core/next_year.h"

namespace thidua::services {

/// Field names of its FieldIssues are the members of domain::School and domain::SchoolYearRow.
std::vector<FieldIssue> validate(const domain::School& school);
std::vector<FieldIssue> validate(const domain::SchoolYearRow& year);

/// The school itself and its years (domain.md §1).
class SchoolService {
public:
    explicit SchoolService(SchoolFile& file) : m_file(file) {}

    Result<Stored<domain::School>> school();
    Written<Done> editSchool(const domain::School& school, domain::RowVersion version);

    /// Newest first.
    Result<std::vector<Stored<domain::SchoolYearRow>>> years();
    Result<Stored<domain::SchoolYearRow>> year(domain::SchoolYearId id);
    /// NotFound when the file has no such year.
    Result<Stored<domain::SchoolYearRow>> yearOf(SchoolYear year);
    /// Usual dates for a year that is not there yet: 5 September … 31 May.
    static domain::SchoolYearRow proposedYear(SchoolYear year);
    /// Opens a year and carries the posts of the year before over to it, so that nobody types the staff list again; with `leftOut` also
    /// classes, pupils and regular campaigns, as carriedInto() shows them, but for what is left out.
    Written<domain::SchoolYearId> openYear(const domain::SchoolYearRow& year, const CarryLeftOut* leftOut = nullptr);
    Written<Done> editYear(domain::SchoolYearId id, const domain::SchoolYearRow& year, domain::RowVersion version);
    Written<Done> closeYear(domain::SchoolYearId id);
    /// Asks for a reason and for the head's name, who allows it; both are kept with the year and on record. Fields "reopenReason", "head".
    Written<Done> reopenYear(domain::SchoolYearId id, const std::string& reason, const std::string& head);
    /// Empty while the school has none.
    Result<std::string> headName();

private:
    SchoolFile& m_file;
};

}
