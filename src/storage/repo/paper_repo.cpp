// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/paper_repo.h"

#include "domain/campaign.h"
#include "domain/decision.h"
#include "domain/paper_content.h"
#include "domain/plan.h"
#include "domain/submission.h"
#include "storage/hash.h"
#include "storage/packed_text.h"
#include "storage/table_map.h"

#include <set>

namespace thidua::storage::repo {
namespace {

constexpr std::string_view kIssuedRow = "SELECT paper, id, number, suffix, symbol, issued_on, title FROM issued_number WHERE year = ?";
constexpr std::string_view kKept = "SELECT hash, document FROM paper_content WHERE paper = ? AND row_id = ?";
constexpr std::string_view kKeep = "INSERT INTO paper_content (hash, paper, row_id, document) VALUES (?, ?, ?, ?)";
constexpr std::string_view kReplacing = "WHERE replaces_id = ? ORDER BY id";
constexpr std::string_view kWithout =
    "SELECT i.paper, i.id, i.school_year_id FROM ("
    "SELECT 'plan' AS paper, id, school_year_id FROM plan WHERE state <> 'draft' "
    "UNION ALL SELECT 'campaign', id, school_year_id FROM campaign WHERE number IS NOT NULL "
    "UNION ALL SELECT 'correction', id, school_year_id FROM correction "
    "UNION ALL SELECT 'decision', id, school_year_id FROM decision WHERE state <> 'draft' AND kind NOT IN ('external_award', 'external_initiatives') "
    "UNION ALL SELECT 'submission', id, school_year_id FROM submission WHERE state <> 'draft' "
    "UNION ALL SELECT 'letter', id, school_year_id FROM letter WHERE state <> 'draft' "
    "UNION ALL SELECT 'minutes', id, school_year_id FROM meeting WHERE state <> 'draft' "
    "UNION ALL SELECT 'count-minutes', id, school_year_id FROM meeting m WHERE state <> 'draft' AND EXISTS (SELECT 1 FROM teller t WHERE t.meeting_id = m.id) "
    "UNION ALL SELECT 'registration-list', id, school_year_id FROM registration_list) i "
    "WHERE NOT EXISTS (SELECT 1 FROM paper_content c WHERE c.paper = i.paper AND c.row_id = i.id)";

std::string hashOf(const std::string& paper, std::int64_t row, const std::string& text)
{
    return sha256(paper + "\n" + std::to_string(row) + "\n" + text);
}

}

std::vector<IssuedNumber> issuedNumbers(Reader& reader, int calendarYear)
{
    std::vector<IssuedNumber> numbers;
    reader.each(kIssuedRow, {std::to_string(calendarYear)}, [&numbers](const Values& found) {
        Date day(2000, 1, 1);
        fromValue(found[5], day);
        numbers.push_back({textOf(found[0]), integerOf(found[1]), {static_cast<int>(integerOf(found[2])), textOf(found[3]), textOf(found[4]), day}, textOf(found[6])});
    });
    return numbers;
}

std::vector<int> yearsOfNumbers(Reader& reader)
{
    std::vector<int> years;
    reader.each("SELECT DISTINCT CAST(year AS INTEGER) FROM issued_number ORDER BY 1", {}, [&years](const Values& found) { years.push_back(static_cast<int>(integerOf(found[0]))); });
    return years;
}

std::optional<std::string> keptPaper(Reader& reader, const std::string& paper, std::int64_t row)
{
    std::optional<std::string> text;
    reader.each(kKept, {paper, row}, [&](const Values& found) {
        text = unpackText(std::get<Bytes>(found[1]));
        if (hashOf(paper, row, *text) != std::get<std::string>(found[0]))
            throw BadColumn("a kept paper does not fit its hash");
    });
    return text;
}

void keepPaper(Tx& tx, const std::string& paper, std::int64_t row, const std::string& text)
{
    tx.insert(domain::PaperContent{hashOf(paper, row, text), paper, domain::RowId(row), packText(text)});
}

void keepPaperUnrecorded(Reader& reader, const std::string& paper, std::int64_t row, const std::string& text)
{
    reader.execute(kKeep, {hashOf(paper, row, text), paper, row, packText(text)});
}

std::vector<domain::Stored<domain::Correction>> corrections(Reader& reader, const std::string& paper, std::int64_t row)
{
    return reader.all<domain::Correction>("WHERE paper = ? AND row_id = ? ORDER BY issued_on, id", {paper, row});
}

std::vector<domain::Stored<domain::Correction>> allCorrections(Reader& reader)
{
    return reader.all<domain::Correction>("ORDER BY id");
}

std::vector<domain::Stored<domain::Plan>> replacing(Reader& reader, domain::PlanId row)
{
    return reader.all<domain::Plan>(kReplacing, {row.value()});
}

std::vector<domain::Stored<domain::Campaign>> replacing(Reader& reader, domain::CampaignId row)
{
    return reader.all<domain::Campaign>(kReplacing, {row.value()});
}

std::vector<domain::Stored<domain::Decision>> replacing(Reader& reader, domain::DecisionId row)
{
    return reader.all<domain::Decision>(kReplacing, {row.value()});
}

std::vector<domain::Stored<domain::Submission>> replacing(Reader& reader, domain::SubmissionId row)
{
    return reader.all<domain::Submission>(kReplacing, {row.value()});
}

std::optional<domain::DocumentNumber> replacedBy(Reader& reader, const std::string& paper, std::int64_t row)
{
    static const std::set<std::string> kReplaced{"plan", "campaign", "decision", "submission"};
    std::optional<domain::DocumentNumber> number;
    if (!kReplaced.contains(paper))
        return number;
    reader.each("SELECT number, suffix, symbol FROM " + paper + " WHERE replaces_id = ? AND number IS NOT NULL", {row}, [&number](const Values& found) {
        number = domain::DocumentNumber{static_cast<int>(integerOf(found[0])), textOf(found[1]), textOf(found[2]), std::nullopt};
    });
    return number;
}

std::vector<PaperPlace> papersWithoutContent(Reader& reader)
{
    std::vector<PaperPlace> places;
    reader.each(kWithout, {}, [&places](const Values& found) {
        const auto* year = std::get_if<std::int64_t>(&found[2]);
        places.push_back({std::get<std::string>(found[0]), std::get<std::int64_t>(found[1]), year ? std::optional(domain::SchoolYearId(*year)) : std::nullopt});
    });
    return places;
}

}
