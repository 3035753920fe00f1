// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about a paper: bases that follow the law of its day, texts and bodies that are no more, a signer who has left, and what targets
// and the register say.
#include "services/sample_school.h"

#include "documents/writers/html_writer.h"
#include "domain/decision.h"
#include "domain/initiative.h"
#include "domain/legal_text.h"
#include "domain/people.h"
#include "domain/plan.h"
#include "domain/school.h"
#include "domain/submission.h"
#include "domain/target.h"
#include "rules/council_law.h"
#include "services/award/correction_service.h"
#include "services/award/decision_service.h"
#include "services/core/internal.h"
#include "services/follow/initiative_service.h"
#include "services/follow/registration_service.h"
#include "services/papers/paper_findings.h"
#include "services/papers/paper_issuer.h"
#include "services/people/people_service.h"
#include "services/prepare/metrics.h"
#include "services/prepare/plan_service.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

const Date kFindingsDay(2022, 9, 23);

bool says(const documents::Document& document, std::string_view words)
{
    return documents::writeHtml(document).find(words) != std::string::npos;
}

domain::Decision decision(SampleSchool& school)
{
    domain::Decision row;
    row.year = school.year(2022);
    row.title = "Về việc khen thưởng";
    row.articles = "Khen thưởng\nQuyết định có hiệu lực từ ngày ký";
    row.bases = usualBases(school.file(), "confer");
    row.bases.push_back({std::nullopt, "Căn cứ Quy chế của trường"});
    row.recipients = {{"Như Điều 2", {}}, {"Lưu: VT", {}}};
    return row;
}

bool rests(const std::vector<domain::PaperBasis>& bases, std::string_view words)
{
    return std::ranges::any_of(bases, [words](const auto& basis) { return basis.wording.find(words) != std::string::npos; });
}

}

TEST_CASE("the bases that a draft began with follow the law of the day, on the preview and when it is issued; what a person wrote stays")
{
    SampleSchool school(kFindingsDay);
    DecisionService decisions(school.file());
    const auto id = decisions.draftDecision(decision(school)).value().value;
    CHECK(rests(decisions.decision(id).value().decision.bases, "91/2017/NĐ-CP"));
    school.clock().set(Date(2025, 9, 10));
    const auto later = decisions.decision(id).value().decision;
    CHECK(rests(later.bases, "152/2025/NĐ-CP"));
    CHECK_FALSE(rests(later.bases, "91/2017/NĐ-CP"));
    CHECK(later.bases.back().wording == "Căn cứ Quy chế của trường");
    CHECK(says(DocumentService(school.file()).build(PaperKind::Decision, id.value(), school.year(2022)).value(), "152/2025/NĐ-CP"));
    // Issued on a day of its own: told before, and so it stands.
    const auto doubts = PaperIssuer(school.file()).warnings(PaperKind::Decision, id.value(), {60, {}, Date(2024, 3, 1)}).value();
    CHECK(anySays(doubts, "98/2023/NĐ-CP"));
    CHECK(anySays(doubts, "được đổi theo ngày 01/03/2024"));
    REQUIRE(decisions.issueDecision(id, {60, {}, Date(2024, 3, 1)}));
    const auto issued = decisions.decision(id).value().decision;
    CHECK(rests(issued.bases, "98/2023/NĐ-CP"));
    CHECK_FALSE(rests(issued.bases, "152/2025/NĐ-CP"));
    CHECK(issued.bases.back().wording == "Căn cứ Quy chế của trường");
}

TEST_CASE("a basis that a person took out stays out; the others follow one by one")
{
    SampleSchool school(kFindingsDay);
    auto row = decision(school);
    std::erase_if(row.bases, [](const auto& basis) { return basis.wording.find("21/2020/TT-BGDĐT") != std::string::npos; });
    const auto followed = basesFollowed(school.file(), "confer", row.bases, Date(2025, 9, 10));
    CHECK(followed.size() == row.bases.size());
    CHECK(rests(followed, "152/2025/NĐ-CP"));
    CHECK_FALSE(rests(followed, "29/2023/TT-BGDĐT"));
    CHECK(basesFollowed(school.file(), "confer", row.bases, Date(1999, 1, 1)) == row.bases);
}

TEST_CASE("drafts say what the library says of a text, where nobody put it in other words")
{
    SampleSchool school(kFindingsDay);
    PlanService plans(school.file());
    const auto texts = plans.legalTexts().value();
    const auto text = *std::ranges::find_if(texts, [](const auto& one) { return one.data.number == "21/2020/TT-BGDĐT"; });
    const auto wording = "Căn cứ " + domain::basisWording(text.data);
    auto draft = plans.proposedPlan(school.year(2022)).value();
    draft.bases = {{text.id, wording}, {text.id, "Căn cứ Thông tư 21, như hiệu trưởng viết"}};
    const auto id = plans.createPlan(draft).value().value;
    auto edited = text.data;
    edited.subject = "hướng dẫn công tác thi đua, khen thưởng ngành Giáo dục, bản đã đối chiếu";
    REQUIRE(plans.editLegalText(text.id, edited, text.version));
    const auto after = plans.plan(id).value().bases;
    CHECK(after[0].wording == "Căn cứ " + domain::basisWording(edited));
    CHECK(after[1].wording == "Căn cứ Thông tư 21, như hiệu trưởng viết");
    REQUIRE(school.file().undo());
    CHECK(plans.plan(id).value().bases[0].wording == wording);
}

TEST_CASE("a basis out of force is named with what replaced it, a plan that another took the place of as well")
{
    SampleSchool school(kFindingsDay);
    auto& file = school.file();
    const auto on = [&](const std::string& line, Date day) { return basisNotes(file, {"Căn cứ Kế hoạch khác", line}, day); };
    const std::string circular = "Căn cứ Thông tư số 29/2023/TT-BGDĐT ngày 29 tháng 12 năm 2023 của Bộ trưởng Bộ Giáo dục và Đào tạo";
    CHECK(on(circular, Date(2025, 9, 1)).empty());
    const auto later = on(circular, Date(2026, 5, 1));
    REQUIRE(later.size() == 1);
    CHECK(later.front().line == 1);
    CHECK(later.front().text.find("07/2026/TT-BGDĐT") != std::string::npos);
    REQUIRE(on(circular, Date(2022, 9, 1)).size() == 1);

    // The plan of the year is replaced by another.
    REQUIRE(SchoolService(file).reopenYear(school.year(2021), "thay kế hoạch", SchoolService(file).headName().value()));
    const auto plan = file.data().reader().all<domain::Plan>("WHERE state = 'issued' AND number IS NOT NULL", {}).front();
    const std::string line = "Căn cứ Kế hoạch số " + plan.data.number.text() + " của trường";
    CHECK(on(line, kFindingsDay).empty());
    const auto draft = CorrectionService(file).draftReplacement(PaperKind::Plan, plan.id.value()).value().value;
    REQUIRE(PlanService(file).issuePlan(domain::PlanId(draft), {90, {}, kFindingsDay}));
    const auto replaced = on(line, kFindingsDay);
    REQUIRE(replaced.size() == 1);
    CHECK(replaced.front().text.find("90/KH-THMĐ") != std::string::npos);
}

TEST_CASE("a basis that nobody has checked is told, and so is the one that the program could not put there")
{
    SampleSchool school(kFindingsDay);
    auto& file = school.file();
    const auto notes = [&](const char* paper, Date day) {
        std::vector<std::string> lines;
        for (const auto& line : rules::paperBasesOn(file.rules(), paper, day, "primary"))
            lines.push_back(line + ";");
        return basisDoubtNotes(file, lines, day);
    };
    for (const char* paper : {"establish_council", "confer", "submit", "plan", "recognise_initiatives"}) {
        INFO(paper);
        CHECK(notes(paper, Date(2026, 4, 1)).empty());
        const auto unchecked = notes(paper, Date(2026, 5, 1));
        REQUIRE(unchecked.size() == 1);
        CHECK(unchecked.front().text.find("07/2026/TT-BGDĐT") != std::string::npos);
        const auto missing = notes(paper, Date(2026, 11, 30));
        REQUIRE(missing.size() == 1);
        CHECK(missing.front().text.find("67/2026/TT-BGDĐT") != std::string::npos);
        CHECK(missing.front().text.find("01/10/2026") != std::string::npos);
    }
    // Who has put it there is told nothing more; what a person wrote alone is not doubted.
    auto own = rules::paperBasesOn(file.rules(), "confer", Date(2026, 11, 30), "primary");
    own.push_back("Căn cứ Thông tư số 67/2026/TT-BGDĐT của Bộ trưởng Bộ Giáo dục và Đào tạo");
    CHECK(basisDoubtNotes(file, own, Date(2026, 11, 30)).empty());
    CHECK(basisDoubtNotes(file, {"Căn cứ Kế hoạch năm học"}, Date(2026, 11, 30)).empty());
}

TEST_CASE("a paper after 01/7/2025 that names a body of the district level says so beside it; one before, and a basis of those days, do not")
{
    SampleSchool school(kFindingsDay);
    DecisionService decisions(school.file());
    const auto id = decisions.draftDecision(decision(school)).value().value;
    const auto notes = [&] { return paperNotes(school.file(), DocumentService(school.file()).build(PaperKind::Decision, id.value(), school.year(2022)).value()); };
    CHECK_FALSE(anySays(notes(), "cấp huyện"));
    school.clock().set(Date(2025, 9, 10));
    CHECK(anySays(notes(), "“Phòng GD&ĐT”"));
    CHECK(anySays(notes(), "129/2025/NĐ-CP"));
    CHECK(anySays(PaperIssuer(school.file()).warnings(PaperKind::Decision, id.value(), {60, {}, Date(2025, 9, 10)}).value(), "cấp huyện"));
    const auto schoolRow = SchoolService(school.file()).school().value();
    auto renamed = schoolRow.data;
    renamed.superiorAgency = "Ủy ban nhân dân xã Măng Đen";
    REQUIRE(SchoolService(school.file()).editSchool(renamed, schoolRow.version));
    CHECK_FALSE(anySays(notes(), "cấp huyện"));
    auto old = decisions.decision(id).value();
    old.decision.bases.push_back({std::nullopt, "Căn cứ Công văn số 313/PGDĐT-TH ngày 14 tháng 9 năm 2021 của Phòng Giáo dục và Đào tạo huyện Kon Plông"});
    REQUIRE(decisions.editDecision(id, old.decision, old.version));
    CHECK_FALSE(anySays(notes(), "cấp huyện"));
}

TEST_CASE("a signer who has left the school by the paper's day is asked about")
{
    SampleSchool school(kFindingsDay);
    DecisionService decisions(school.file());
    const auto id = decisions.draftDecision(decision(school)).value().value;
    const auto asked = [&](Date day) { return anySays(PaperIssuer(school.file()).warnings(PaperKind::Decision, id.value(), {60, {}, day}).value(), "thôi công tác"); };
    CHECK_FALSE(asked(kFindingsDay));
    const auto head = *SchoolService(school.file()).school().value().data.head;
    auto person = *school.file().data().reader().find<domain::Person>(head);
    person.data.leftOn = Date(2022, 9, 20);
    REQUIRE(writeTo<Done>(school.file(), domain::Op::EditPerson, [&](Tx& tx) -> Result<Done> {
        tx.update(person.id, person.data);
        return Done{};
    }));
    CHECK(asked(kFindingsDay));
    CHECK_FALSE(asked(Date(2022, 9, 19)));
}

TEST_CASE("a recognition without a council of initiatives lacks who proposed it")
{
    SampleSchool school(kFindingsDay);
    DecisionService decisions(school.file());
    const auto initiatives = InitiativeService(school.file()).initiatives(school.year(2022)).value();
    REQUIRE_FALSE(initiatives.empty());
    CHECK(decisions.proposerOf(school.year(2022)).value().empty());
    CHECK(decisions.proposerOf(school.year(2021)).value().find("Hội đồng sáng kiến") == 0);
    const auto refused = decisions.issueRecognition(school.year(2022), {initiatives.front().id}, {60, {}, kFindingsDay});
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().issues.size() == 1);
    CHECK(refused.error().issues.front().field == "proposer");
    CHECK(decisions.issueRecognition(school.year(2022), {initiatives.front().id}, {60, {}, kFindingsDay}, "Tổ 4–5"));
}

TEST_CASE("what takes a decision back is a decision in the year's list, with its kind in the register, and the register prints the numbers that are missing")
{
    SampleSchool school(kFindingsDay);
    auto& file = school.file();
    const auto id = DecisionService(file).draftDecision(decision(school)).value().value;
    REQUIRE(DecisionService(file).issueDecision(id, {60, {}, kFindingsDay}));
    CorrectionService corrections(file);
    CHECK(corrections.revocations(school.year(2022)).value().empty());
    auto letter = corrections.proposed(domain::CorrectionKind::Correct, PaperKind::Decision, id.value()).value();
    letter.content = "Tại Điều 1, “khen” sửa lại là “khen thưởng”";
    REQUIRE(corrections.issue(letter, {1, {}, kFindingsDay}));
    auto revocation = corrections.proposed(domain::CorrectionKind::Revoke, PaperKind::Decision, id.value()).value();
    revocation.content = "ban hành chưa đúng đối tượng";
    REQUIRE(corrections.issue(revocation, {62, {}, kFindingsDay}));
    const auto listed = corrections.revocations(school.year(2022)).value();
    REQUIRE(listed.size() == 1);
    CHECK(listed.front().numberText == "62/QĐ-THMĐ");
    CHECK(listed.front().decision.title.find("thu hồi Quyết định số 60/QĐ-THMĐ") != std::string::npos);

    std::vector<std::string> kinds;
    const auto outgoing = PaperIssuer(file).outgoing(2022).value();
    for (const auto& row : outgoing.rows)
        if (row.paper == PaperKind::Correction)
            kinds.push_back(row.kind);
    CHECK(kinds == std::vector<std::string>{"Công văn đính chính", "Quyết định thu hồi"});
    const auto notes = corrections.notes(PaperKind::Decision, id.value()).value();
    REQUIRE(notes.size() == 2);
    CHECK(notes[0].text.find("Công văn số 01/THMĐ") != std::string::npos);
    CHECK(notes[1].text.find("Quyết định số 62/QĐ-THMĐ") != std::string::npos);

    const auto book = DocumentService(file).build(PaperKind::Register, 2022, school.year(2022)).value();
    CHECK(says(book, "SỔ ĐĂNG KÝ"));
    CHECK(says(book, "61/QĐ-THMĐ"));
    CHECK(says(book, "Chưa ghi vào sổ"));
    CHECK(says(book, "Trần Thị Minh Nguyệt"));
    CHECK(book.gaps.empty());
}

TEST_CASE("a target counts what it promises: awards, registrations, and of a yes or no about the school its own alone")
{
    SampleSchool school(kFindingsDay);
    const auto year = school.year(2021);
    const auto reached = [&](const std::string& metric, domain::TargetKind kind, domain::TargetGroup group) {
        domain::Target target;
        target.metric = metric;
        target.kind = kind;
        target.group = group;
        return readFrom(school.file(), [&](Reader& reader) -> Result<std::optional<int>> { return Metrics(reader, year, kFindingsDay).reached(target); }).value();
    };
    using enum domain::TargetKind;
    using enum domain::TargetGroup;
    CHECK(reached("honour:chien-si-thi-dua-co-so", Count, Individual) == 3);
    CHECK(reached("registrations:chien-si-thi-dua-co-so", Count, Individual) == 4);
    CHECK(reached("honour:tap-the-lao-dong-tien-tien", YesNo, Collective) == 1);
    // A team that registers for a title is none of the school's yes.
    const auto next = school.year(2022);
    const auto registered = [&](domain::TargetKind kind) {
        domain::Target target;
        target.metric = "honour:tap-the-lao-dong-tien-tien";
        target.kind = kind;
        return readFrom(school.file(), [&](Reader& reader) -> Result<std::optional<int>> { return Metrics(reader, next, kFindingsDay).registered(target); }).value().value();
    };
    const int all = registered(Count), own = registered(YesNo);
    const auto collectives = PeopleService(school.file()).collectives().value();
    const auto team = std::ranges::find_if(collectives, [](const auto& row) { return row.data.name == "Tổ 4–5"; });
    REQUIRE(team != collectives.end());
    REQUIRE(RegistrationService(school.file()).registerSubject(next, {domain::SubjectRef::of(team->id), {"tap-the-lao-dong-tien-tien"}, {}, {}, {}}));
    CHECK(registered(Count) == all + 1);
    CHECK(registered(YesNo) == own);
}

TEST_CASE("a draft plan of a school year that is over rests on the law of its last day, not on today's")
{
    SampleSchool school(Date(2026, 11, 30));
    auto& file = school.file();
    for (const auto& plan : file.data().reader().all<domain::Plan>("WHERE state = 'draft'", {})) {
        REQUIRE(plan.data.year);
        const auto html = documents::writeHtml(DocumentService(file).build(PaperKind::Plan, plan.id.value(), *plan.data.year).value());
        CHECK(html.find("152/2025") == std::string::npos);
        CHECK(html.find("91/2017") != std::string::npos);
        const auto bases = PlanService(file).plan(plan.id).value().bases;
        CHECK(std::ranges::none_of(bases, [](const auto& basis) { return basis.wording.find("152/2025") != std::string::npos; }));
    }
}
