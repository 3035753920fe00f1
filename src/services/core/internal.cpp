// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/internal.h"

#include "domain/school.h"
#include "domain/school_year.h"
#include "services/law/verdict_follow.h"

namespace thidua::services {

Result<void> followFacts(SchoolFile& file, Tx& tx)
{
    return followFacts(tx, file.rules(), file.clock());
}

Result<Stored<domain::SchoolYearRow>> needOpenYear(Reader& reader, domain::SchoolYearId id)
{
    TD_TRY(auto year, need<domain::SchoolYearRow>(reader, id));
    if (year.data.state == domain::YearState::Closed)
        return fail(ErrorCode::WrongState, "year.closed", {year.data.year.screen()});
    return year;
}

void require(std::vector<FieldIssue>& issues, const std::string& value, const char* field, const char* key)
{
    if (normalised(value).empty())
        issues.push_back({field, key, {}});
}

Result<Stored<domain::School>> needSchool(Reader& reader)
{
    auto school = repo::school(reader);
    if (!school)
        return fail(ErrorCode::NotFound, "school.none");
    return std::move(*school);
}

}
