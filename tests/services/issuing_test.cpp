// SPDX-License-Identifier: GPL-3.0-or-later
// One paper, one way to issue: numbers, days, signer and the kept content are the same for every kind; the register shows them all.
#include "services/sample_school.h"

#include "domain/decision.h"
#include "domain/honour.h"
#include "domain/letter.h"
#include "domain/meeting.h"
#include "domain/paper_head.h"
#include "domain/plan.h"
#include "domain/submission.h"
#include "services/award/award_papers.h"
#include "services/award/decision_service.h"
#include "services/core/internal.h"
#include "services/papers/paper_issuer.h"
#include "services/prepare/plan_service.h"
#include "storage/repo/paper_repo.h"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

domain::DecisionId draft(SampleSchool& school)
{
    domain::Decision decision;
    decision.year = school.year(2022);
    decision.title = "Về việc thử";
    decision.articles = "Điều khoản";
    decision.bases = {{std::nullopt, "Căn cứ Luật Thi đua, khen thưởng"}};
    decision.recipients = {{"Như Điều 2", {}}, {"Lưu: VT", {}}};
    return DecisionService(school.file()).draftDecision(decision).value().value;
}

}

TEST_CASE("lines of bases and recipients are joined and split in one place, without loss")
{
    const std::vector<domain::PaperRecipient> recipients{{"Phòng GD&ĐT", "để b/c"}, {"Như Điều 3", {}}, {"Lưu: VT", {}}};
    const auto text = domain::joinedLines(recipients);
    CHECK(text == "Phòng GD&ĐT (để b/c)\nNhư Điều 3\nLưu: VT");
    std::vector<domain::PaperRecipient> again;
    domain::splitLines(text, again);
    CHECK(again == recipients);
    std::vector<domain::PaperBasis> bases;
    domain::splitLines("  Căn cứ  A\r\n\n Căn cứ B (bản thứ hai)\n", bases);
    CHECK(bases == std::vector<domain::PaperBasis>{{std::nullopt, "Căn cứ A"}, {std::nullopt, "Căn cứ B (bản thứ hai)"}});
    CHECK(domain::joinedLines(std::vector<domain::PaperBasis>()).empty());
}

TEST_CASE("whatever its kind, an issued paper has number, day, signer and its kept content")
{
    SampleSchool school(Date(2022, 9, 23));
    auto& reader = school.file().data().reader();
    int seen = 0;
    const auto check = [&](const char* paper, std::int64_t row, const domain::PaperHead& head) {
        INFO(paper << " " << row);
        CHECK(head.number.number);
        CHECK(head.number.issuedOn);
        CHECK_FALSE(head.number.symbol.empty());
        CHECK_FALSE(head.signerName.empty());
        CHECK(storage::repo::keptPaper(reader, paper, row));
        ++seen;
    };
    for (const auto& row : reader.all<domain::Plan>())
        if (row.data.state != domain::PlanState::Draft)
            check("plan", row.id.value(), row.data);
    for (const auto& row : reader.all<domain::Decision>())
        if (row.data.state != domain::DecisionState::Draft && domain::isOwn(row.data.kind))
            check("decision", row.id.value(), row.data);
    for (const auto& row : reader.all<domain::Submission>())
        if (row.data.state != domain::SubmissionState::Draft)
            check("submission", row.id.value(), row.data);
    for (const auto& row : reader.all<domain::Meeting>())
        if (row.data.state != domain::MeetingState::Draft) {
            check("minutes", row.id.value(), row.data);
            CHECK(row.data.number.issuedOn == row.data.heldOn);
        }
    for (const auto& row : reader.all<domain::Letter>())
        if (row.data.state != domain::LetterState::Draft)
            check("letter", row.id.value(), row.data);
    CHECK(seen >= 8);
    std::size_t listed = 0;
    for (const int year : {2020, 2021, 2022})
        listed += PaperIssuer(school.file()).outgoing(year).value().rows.size();
    CHECK(listed == static_cast<std::size_t>(seen));
}

TEST_CASE("issuing asks for the day, and refuses nothing that is only doubtful")
{
    SampleSchool school(Date(2022, 9, 23));
    DecisionService service(school.file());
    const auto id = draft(school);
    const auto refused = service.issueDecision(id, {500, {}, {}});
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().issues.size() == 1);
    CHECK(refused.error().issues.front().field == "issuedOn");
    CHECK(refused.error().issues.front().key == "paper.date-missing");

    PaperIssuer issuer(school.file());
    const auto symbol = issuer.symbol(PaperKind::Decision).value();
    CHECK(symbol == "QĐ-THMĐ");
    const auto next = issuer.nextNumber(symbol, Date(2022, 9, 23)).value();
    const auto doubts = [&](const IssuePaper& paper) { return issuer.warnings(PaperKind::Decision, id.value(), paper).value(); };
    CHECK(doubts({next, {}, Date(2022, 9, 23)}).empty());
    CHECK(anySays(doubts({next, "A", Date(2022, 9, 23)}), "số kèm chữ"));
    CHECK(anySays(doubts({next, {}, Date(2022, 10, 1)}), "chưa tới"));
    CHECK(anySays(doubts({next, {}, Date(2022, 1, 1)}), "ngày sớm hơn"));
    CHECK(service.issueDecision(id, {next, "A", Date(2022, 10, 1)}));
}

TEST_CASE("what a paper still lacks is told before it is issued")
{
    SampleSchool school(Date(2022, 9, 23));
    PaperIssuer issuer(school.file());
    domain::Decision bare;
    bare.year = school.year(2022);
    bare.title = "Về việc thử";
    bare.articles = "Điều khoản";
    const auto id = DecisionService(school.file()).draftDecision(bare).value().value;
    const auto gaps = issuer.gaps(PaperKind::Decision, id.value()).value();
    const auto names = [&gaps](const char* field) { return std::ranges::any_of(gaps, [field](const auto& gap) { return gap.field == field; }); };
    CHECK_FALSE(names("basis")); // the texts of the day stand there by themselves
    CHECK(names("recipients"));
    const auto refused = DecisionService(school.file()).issueDecision(id, {500, {}, Date(2022, 9, 23)});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().issues.front().key == "paper.gap");
    CHECK(issuer.gaps(PaperKind::Decision, draft(school).value()).value().empty());
}

TEST_CASE("a submission dated before its meeting, and a basis of a later day, are told before issuing")
{
    SampleSchool school(Date(2022, 9, 23));
    auto& reader = school.file().data().reader();
    PaperIssuer issuer(school.file());
    const auto submission = reader.all<domain::Submission>().front();
    CHECK(anySays(issuer.warnings(PaperKind::Submission, submission.id.value(), {500, {}, Date(2022, 1, 3)}).value(), "trước phiên họp"));
    const auto based = reader.all<domain::PlanBasis>("WHERE legal_text_id IS NOT NULL").front();
    CHECK(anySays(issuer.warnings(PaperKind::Plan, based.data.plan.value(), {500, {}, Date(1999, 1, 1)}).value(), "sau ngày của văn bản"));
}

TEST_CASE("a number that an older file gave twice is marked in the register on both papers")
{
    SampleSchool school(Date(2022, 9, 23));
    PaperIssuer issuer(school.file());
    const auto sound = issuer.outgoing(2022).value();
    for (const auto& row : sound.rows)
        CHECK_FALSE(row.doubled);
    auto& database = school.file().data().database();
    const auto plan = storage::repo::issuedNumbers(school.file().data().reader(), 2021).front();
    database.exec("DROP TRIGGER decision_number_insert");
    SQLite::Statement twice(database, "INSERT INTO decision (kind, school_year_id, title, issuer, number, suffix, symbol, issued_on) VALUES ('other', ?, 'Về việc thử', '', ?, ?, ?, ?)");
    twice.bind(1, school.year(2021).value());
    twice.bind(2, *plan.number.number);
    twice.bind(3, plan.number.suffix);
    twice.bind(4, plan.number.symbol);
    twice.bind(5, plan.number.issuedOn->iso());
    twice.exec();
    std::vector<std::string> doubled;
    const auto found = issuer.outgoing(2021).value();
    for (const auto& row : found.rows)
        if (row.doubled)
            doubled.push_back(row.number);
    CHECK(doubled == std::vector<std::string>{plan.number.text(), plan.number.text()});
}

TEST_CASE("the history of an award shows the decision, the submission and the minutes that say so")
{
    SampleSchool school(Date(2022, 9, 23));
    auto& reader = school.file().data().reader();
    int checked = 0;
    for (const auto& award : reader.all<domain::HonourRecord>()) {
        const auto papers = papersOf(school.file(), award.id).value();
        if (!award.data.decision) {
            CHECK(papers.empty());
            continue;
        }
        REQUIRE_FALSE(papers.empty());
        CHECK(papers.front().number.find(award.data.decisionNumber) != std::string::npos);
        CHECK(papers.front().kind == PaperKind::Decision);
        if (papers.size() == 3) {
            CHECK(papers[1].number.find("/TTr-") != std::string::npos);
            CHECK(papers[2].number.find("/BB-") != std::string::npos);
            for (const auto& paper : {papers[1], papers[2]})
                CHECK(DocumentService(school.file()).build(paper.kind, paper.row, school.year(2021)));
            ++checked;
        }
    }
    CHECK(checked > 0);
}
