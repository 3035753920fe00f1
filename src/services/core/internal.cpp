// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/internal.h"

#include "domain/document_number.h"
#include "domain/people.h"
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

Result<domain::DocumentNumber> takeNumber(Reader& reader, int number, const std::string& suffix, const std::string& symbol, Date issuedOn)
{
    std::vector<FieldIssue> issues;
    if (number <= 0)
        issues.push_back({"number", "paper.number-missing", {}});
    else if (repo::numberUsed(reader, symbol, issuedOn.year(), number, suffix))
        issues.push_back({"number", "paper.number-used", {twoFigures(number) + suffix + "/" + symbol, std::to_string(issuedOn.year())}});
    if (!issues.empty())
        return fail(std::move(issues));
    return domain::DocumentNumber{number, suffix, symbol, issuedOn};
}

Result<Stored<domain::School>> needSchool(Reader& reader)
{
    auto school = repo::school(reader);
    if (!school)
        return fail(ErrorCode::NotFound, "school.none");
    return std::move(*school);
}

Signer schoolSigner(Reader& reader, const domain::School& school)
{
    const auto nameOf = [&reader](const std::optional<domain::PersonId>& id) {
        const auto person = id ? reader.find<domain::Person>(*id) : std::nullopt;
        return person ? person->data.fullName : std::string();
    };
    switch (school.signing) {
    case domain::SigningAuthority::OnBehalf: return {nameOf(school.signer), "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG"};
    case domain::SigningAuthority::ByOrder: return {nameOf(school.signer), "TL. HIỆU TRƯỞNG"};
    case domain::SigningAuthority::ByDelegation: return {nameOf(school.signer), "TUQ. HIỆU TRƯỞNG"};
    case domain::SigningAuthority::Head: break;
    }
    return {nameOf(school.head), "HIỆU TRƯỞNG"};
}

}
