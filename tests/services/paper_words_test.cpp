// SPDX-License-Identifier: GPL-3.0-or-later
// What the papers of a lived year say, and that they say it in one order.
#include "documents/writers/html_writer.h"
#include "sample_school.h"
#include "services/papers/document_service.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::services;

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>; ///< honour, name

/// The rows of the paper's tables below their group headings.
Rows rowsOf(const documents::Document& document)
{
    Rows rows;
    for (const auto& part : document.parts)
        for (const auto& block : part.blocks)
            if (const auto* table = std::get_if<documents::Table>(&block)) {
                std::string group;
                for (const auto& row : table->rows)
                    if (row.kind == documents::RowKind::Group) {
                        group = documents::cellText(row.cells.front().value);
                        group.erase(0, group.find(". ") + 2);
                    } else if (row.kind == documents::RowKind::Normal) {
                        // The minutes have the honour on a line of its own under the name.
                        const auto name = documents::cellText(row.cells.at(1).value);
                        rows.emplace_back(group, name.substr(0, name.find('\n')) + ", " + documents::cellText(row.cells.at(2).value));
                    }
            }
    return rows;
}

documents::Document paper(test::SampleSchool& school, PaperKind kind)
{
    return DocumentService(school.file()).build(kind, std::nullopt, school.year(2021)).value();
}

std::string said(const documents::Document& document)
{
    return documents::writeHtml(document);
}

bool says(const std::string& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

}

TEST_CASE("nomination list, ballots, minutes, submission and award list stand in one order, collectives first")
{
    test::SampleSchool school(Date(2022, 9, 23));
    const auto nominated = rowsOf(paper(school, PaperKind::NominationList));
    REQUIRE(nominated.size() == 29);
    CHECK(nominated.front().first == "Tập thể lao động tiên tiến");
    CHECK(rowsOf(paper(school, PaperKind::Minutes)) == nominated);
    // What did not pass falls away; what remains keeps its order.
    auto passed = nominated;
    std::erase_if(passed, [](const auto& row) { return row.first == "Chiến sĩ thi đua cơ sở" && row.second.starts_with("Lê Văn Thắng"); });
    CHECK(rowsOf(paper(school, PaperKind::Submission)) == passed);
    CHECK(rowsOf(paper(school, PaperKind::AwardList)) == passed);

    Rows balloted;
    const auto sheets = paper(school, PaperKind::Ballots);
    for (const auto& part : sheets.parts)
        for (const auto& block : part.blocks)
            if (const auto* ballot = std::get_if<documents::Ballot>(&block))
                for (const auto& candidate : ballot->candidates)
                    balloted.emplace_back(std::string(), candidate.name);
    REQUIRE(balloted.size() == nominated.size());
    for (std::size_t i = 0; i < balloted.size(); ++i)
        CHECK(nominated[i].second.starts_with(balloted[i].second));
}

TEST_CASE("a nominee whom the council did not pass is never said to be eligible")
{
    test::SampleSchool school(Date(2022, 9, 23));
    const auto text = said(paper(school, PaperKind::NominationList));
    CHECK(says(text, "Không đạt – 6/9 phiếu (66,67 %)"));
    CHECK(says(text, "Tổng cộng lượt đề nghị: 01 tập thể, 28 cá nhân (trong đó không đạt: 01)"));
}

TEST_CASE("the minutes name the line of an exception, and conclude once")
{
    test::SampleSchool school(Date(2022, 9, 23));
    const auto text = said(paper(school, PaperKind::Minutes));
    CHECK(says(text, "Đối với dòng Chiến sĩ thi đua cơ sở của ông Lê Văn Thắng: số phiếu phát ra: 07"));
    const std::string_view proposes = "thống nhất đề nghị", counts = "tính trên tổng số";
    CHECK(text.find(proposes) == text.rfind(proposes));
    CHECK(text.find(counts) == text.rfind(counts));
}

TEST_CASE("a ballot says how many the rules let through")
{
    test::SampleSchool school(Date(2022, 9, 23));
    bool found = false;
    const auto sheets = paper(school, PaperKind::Ballots);
    for (const auto& part : sheets.parts)
        for (const auto& block : part.blocks)
            if (const auto* ballot = std::get_if<documents::Ballot>(&block); ballot && says(ballot->subject, "Chiến sĩ thi đua cơ sở"))
                found = says(ballot->notes.front(), "không quá 03 người");
    CHECK(found);
}

TEST_CASE("decisions name who proposed them and the list that holds the names; totals say what they count; days are written as on paper")
{
    test::SampleSchool school(Date(2022, 9, 23));
    const auto decision = said(paper(school, PaperKind::Decision));
    CHECK(says(decision, "Theo đề nghị của"));
    CHECK_FALSE(says(decision, "có tên tại Điều 1"));
    const auto submission = said(paper(school, PaperKind::Submission));
    CHECK(says(submission, "“Chiến sĩ thi đua cơ sở”: 03 cá nhân;"));
    CHECK_FALSE(says(submission, "1. Đề nghị"));
    const auto awards = said(paper(school, PaperKind::AwardList));
    CHECK(says(awards, "ngày 27/6/2022"));
    CHECK_FALSE(says(awards, "27/06/2022"));
    const auto registered = said(DocumentService(school.file()).build(PaperKind::RegistrationList, std::nullopt, school.year(2022)).value());
    CHECK_FALSE(says(registered, "00 tập thể"));
    CHECK_FALSE(says(registered, "[…]"));
}
