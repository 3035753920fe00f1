// SPDX-License-Identifier: GPL-3.0-or-later
// What the papers of a lived year say, and that they say it in one order.
#include "documents/writers/html_writer.h"
#include "domain/campaign.h"
#include "domain/decision.h"
#include "domain/meeting.h"
#include "sample_school.h"
#include "services/core/internal.h"
#include "services/papers/document_service.h"

#include <algorithm>
#include <set>

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
                        // In the minutes a collective's name takes the column of the posts as well.
                        const bool whole = row.cells.at(1).columnSpan > 1;
                        const auto name = documents::cellText(row.cells.at(1).value);
                        rows.emplace_back(group, name.substr(0, name.find('\n')) + ", " + (whole ? documents::kDash : documents::cellText(row.cells.at(2).value)));
                    }
            }
    return rows;
}

documents::Document paper(test::SampleSchool& school, PaperKind kind)
{
    return DocumentService(school.file()).build(kind, std::nullopt, school.year(2021)).value();
}

/// The paper of the meeting whose title holds these words.
documents::Document ofMeeting(test::SampleSchool& school, PaperKind kind, std::string_view title)
{
    const auto meetings = school.file().data().reader().all<domain::Meeting>();
    const auto found = std::ranges::find_if(meetings, [&](const auto& row) { return row.data.title.find(title) != std::string::npos && row.data.state == domain::MeetingState::Closed; });
    REQUIRE(found != meetings.end());
    return DocumentService(school.file()).build(kind, found->id.value(), found->data.year).value();
}

std::vector<documents::Ballot> ballotsOf(const documents::Document& document)
{
    std::vector<documents::Ballot> ballots;
    for (const auto& part : document.parts)
        for (const auto& block : part.blocks)
            if (const auto* ballot = std::get_if<documents::Ballot>(&block))
                ballots.push_back(*ballot);
    return ballots;
}

std::string said(const documents::Document& document)
{
    auto text = documents::writeHtml(document);
    const std::string_view hard = "\u00A0";
    for (auto at = text.find(hard); at != std::string::npos; at = text.find(hard))
        text.replace(at, hard.size(), " ");
    return text;
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

    // Each sheet keeps the order, honour after honour; members of the council stand on sheets of their own behind the others.
    std::size_t balloted = 0;
    for (const auto& ballot : ballotsOf(paper(school, PaperKind::Ballots))) {
        auto from = nominated.begin();
        for (const auto& candidate : ballot.candidates) {
            from = std::find_if(from, nominated.end(), [&](const auto& row) { return says(ballot.subject, row.first) && row.second.starts_with(candidate.name); });
            INFO(ballot.subject << ": " << candidate.name);
            REQUIRE(from != nominated.end());
            ++balloted;
        }
    }
    CHECK(balloted == nominated.size());
}

TEST_CASE("a nominee whom the council did not pass is never said to be eligible")
{
    test::SampleSchool school(Date(2022, 9, 23));
    const auto text = said(paper(school, PaperKind::NominationList));
    CHECK(says(text, "Không đạt – 06/09 phiếu (66,67%)"));
    CHECK(says(text, "Tổng cộng: 01 lượt tập thể, 28 lượt cá nhân (trong đó không đạt: 01 lượt)"));
}

TEST_CASE("the minutes name the line of an exception, and conclude once")
{
    test::SampleSchool school(Date(2022, 9, 23));
    const auto text = said(paper(school, PaperKind::Minutes));
    CHECK(says(text, "Đối với dòng của ông Lê Văn Thắng: số phiếu được tính: 07; hợp lệ: 06; không hợp lệ: 01"));
    const std::string_view proposes = "thống nhất đề nghị", counts = "tính trên tổng số";
    CHECK(text.find(proposes) == text.rfind(proposes));
    CHECK(text.find(counts) == text.rfind(counts));
}

TEST_CASE("papers are counted once for each honour, whose title stands once above its rows")
{
    test::SampleSchool school(Date(2022, 9, 23));
    for (const auto kind : {PaperKind::Minutes, PaperKind::CountMinutes}) {
        const auto text = said(paper(school, kind));
        // One paper carries four names: who does not vote on their own line still has it.
        CHECK(says(text, kind == PaperKind::Minutes ? "- Phiếu bầu “Chiến sĩ thi đua cơ sở” (mỗi phiếu ghi 04 người): số phiếu phát ra: 08; thu về: 08."
                                                    : "II. Chiến sĩ thi đua cơ sở (phát ra 08 phiếu, thu về 08 phiếu)"));
        CHECK_FALSE(says(text, "Hoàng Thị Bích Liên<br>"));
    }
    const auto minutes = said(paper(school, PaperKind::Minutes));
    CHECK(says(minutes, "- Phiếu bầu “Tập thể lao động tiên tiến”: số phiếu phát ra: 08; thu về: 08; hợp lệ: 08; không hợp lệ: 00."));
    CHECK_FALSE(says(minutes, "<td>–</td>")); // a collective has no post: its name takes that column
}

TEST_CASE("ballots on collectives have no column of posts")
{
    test::SampleSchool school(Date(2022, 9, 23));
    const auto ballots = ballotsOf(paper(school, PaperKind::Ballots));
    REQUIRE(ballots.size() > 3);
    CHECK(ballots.front().nameHeader == "Tên tập thể");
    CHECK(ballots.front().positionHeader.empty());
    CHECK_FALSE(ballots.back().positionHeader.empty());
    const auto text = said(paper(school, PaperKind::Ballots));
    CHECK(says(text, "<th>Tên tập thể</th><th>Đồng ý</th>"));
}

TEST_CASE("the decision that founds the initiative council rests on the charter of initiatives and works by it")
{
    test::SampleSchool school(Date(2022, 9, 23));
    for (const auto& row : school.file().data().reader().all<domain::Decision>()) {
        if (row.data.kind != domain::DecisionKind::EstablishCouncil)
            continue;
        const auto text = said(DocumentService(school.file()).build(PaperKind::Decision, row.id.value(), row.data.year).value());
        const bool initiatives = says(row.data.title, "sáng kiến");
        CHECK(says(text, "13/2012/NĐ-CP") == initiatives);
        CHECK(says(text, "theo Điều lệ Sáng kiến") == initiatives);
        CHECK(says(text, "theo quy định của pháp luật về thi đua, khen thưởng") != initiatives);
    }
}

TEST_CASE("a ballot sets no limit, for that is drawn after the vote, and none is handed to a member who stands on it")
{
    test::SampleSchool school(Date(2022, 9, 23));
    const auto text = said(paper(school, PaperKind::Ballots));
    CHECK_FALSE(says(text, "không quá"));
    CHECK(says(text, "PHIẾU BẦU"));
    // A line left blank on a common sheet would tell whose sheet it is: what a member does not vote on stands on a sheet for the others.
    std::set<std::string> named;
    int aside = 0;
    for (const auto& ballot : ballotsOf(paper(school, PaperKind::Ballots))) {
        INFO(ballot.subject);
        const bool notToAll = std::ranges::any_of(ballot.notes, [](const auto& note) { return says(note, "không phát cho thành viên có tên trong phiếu"); });
        CHECK(notToAll == (ballot.copies < 8));
        CHECK((ballot.candidates.size() == 1 || !notToAll));
        aside += notToAll;
        for (const auto& one : ballot.candidates)
            CHECK(named.insert(ballot.subject + "/" + one.name).second);
    }
    CHECK(named.size() == 29);
    CHECK(aside > 5);
}

TEST_CASE("the ballot of an initiative council is about initiatives and their authors")
{
    test::SampleSchool school(Date(2022, 9, 23));
    const auto document = ofMeeting(school, PaperKind::Ballots, "sáng kiến");
    const auto ballots = ballotsOf(document);
    const auto& ballot = ballots.front();
    CHECK(ballot.title == "PHIẾU BIỂU QUYẾT");
    CHECK(ballot.subject == "Xét công nhận sáng kiến năm học 2021 - 2022");
    CHECK(ballot.nameHeader == "Tên sáng kiến");
    CHECK(ballot.positionHeader == "Tác giả");
    CHECK(says(ballot.instruction, "đối với từng sáng kiến"));
    const auto text = said(document);
    CHECK(says(text, "<th>Tác giả</th>"));
    CHECK(says(text, "không phát cho thành viên là tác giả của sáng kiến"));
    for (const auto* wrong : {"ghi thêm tên", "danh hiệu", "Họ và tên", "PHIẾU BẦU", "từng người"}) {
        INFO(wrong);
        CHECK_FALSE(says(text, wrong));
    }
}

TEST_CASE("minutes name texts in full and carry no remarks of the program")
{
    test::SampleSchool school(Date(2022, 9, 23));
    for (const auto kind : {PaperKind::Minutes, PaperKind::CountMinutes}) {
        const auto awards = said(ofMeeting(school, kind, "thi đua, khen thưởng năm học 2021")), initiatives = said(ofMeeting(school, kind, "sáng kiến"));
        CHECK(says(awards, "(70%; khoản 4 Điều 3 Thông tư số 21/2020/TT-BGDĐT)"));
        CHECK(says(awards, "(quá 50% tổng số thành viên Hội đồng)"));
        CHECK_FALSE(says(awards, "không đặt ngưỡng"));
        CHECK(says(initiatives, "(2/3; Điều 8 Nghị định số 13/2012/NĐ-CP)"));
        CHECK(says(initiatives, "Ông A Hùng không bỏ phiếu sáng kiến “Sổ tay đọc sách lớp 4”"));
        for (const auto& text : {awards, initiatives}) {
            CHECK_FALSE(says(text, " TT "));
            CHECK_FALSE(says(text, " NĐ "));
        }
    }
    const auto count = said(ofMeeting(school, PaperKind::CountMinutes, "sáng kiến"));
    CHECK(says(count, "A Hùng, Giáo viên chủ nhiệm 4A (thành viên).</p>"));
    CHECK(says(count, "Tên sáng kiến; tác giả"));
    CHECK(says(count, "Sổ tay đọc sách lớp 4<br>Đỗ Thị Quỳnh Như"));
}

TEST_CASE("a campaign without a plan or day cites the texts of its own first day")
{
    test::SampleSchool school(Date(2026, 11, 30));
    const auto all = school.file().data().reader().all<domain::Campaign>();
    const auto campaign = std::ranges::find_if(all, [](const auto& row) { return row.data.from == Date(2022, 9, 5) && !row.data.number.issuedOn; });
    REQUIRE(campaign != all.end());
    const auto text = said(DocumentService(school.file()).build(PaperKind::Campaign, campaign->id.value(), school.year(2022)).value());
    CHECK(says(text, "Nghị định số 91/2017/NĐ-CP"));
    CHECK_FALSE(says(text, "152/2025"));
}

TEST_CASE("founding decisions of the sample tell duties, and no post twice")
{
    test::SampleSchool school(Date(2022, 9, 23));
    int lines = 0;
    for (const auto& line : school.file().data().reader().all<domain::DecisionLine>()) {
        if (!line.data.text.starts_with("Chủ tịch; ") && !line.data.text.starts_with("Phó Chủ tịch; ") && !line.data.text.starts_with("Ủy viên; ")
            && !line.data.text.starts_with("Thư ký; "))
            continue;
        ++lines;
        INFO(line.data.post << " | " << line.data.text);
        const auto duty = line.data.text.substr(line.data.text.find("; ") + 2);
        CHECK_FALSE(duty.starts_with(line.data.post.substr(0, line.data.post.find(','))));
        CHECK_FALSE(says(duty, "Tổ trưởng"));
        CHECK_FALSE(says(duty, "Giáo viên"));
        CHECK_FALSE(says(duty, "không xét"));
    }
    CHECK(lines == 16);
}

TEST_CASE("a submission encloses what its nominees have, and names the decisions that recognised their initiatives")
{
    test::SampleSchool school(Date(2022, 9, 23));
    const auto text = said(paper(school, PaperKind::Submission));
    CHECK(says(text, "Biên bản kiểm phiếu ngày 27 tháng 5 năm 2022"));
    CHECK(says(text, "Quyết định công nhận sáng kiến"));
    CHECK_FALSE(says(text, "hoặc đề tài"));
    CHECK(says(text, "nhiệm vụ; sáng kiến “Trò chơi vần cho học sinh lớp 2” được công nhận cấp trường (Quyết định số "));
}

TEST_CASE("the registration list says who of all registered")
{
    test::SampleSchool school(Date(2022, 9, 23));
    CHECK(says(said(paper(school, PaperKind::RegistrationList)), "Tổng cộng: 01 tập thể; 32 người, trong đó 24 người đăng ký"));
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
