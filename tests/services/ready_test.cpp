// SPDX-License-Identifier: GPL-3.0-or-later
// What stands ready before anybody has written anything: the council by the charter, the texts that the rules cite, a plan to start from.
#include "documents/document.h"
#include "domain/council.h"
#include "domain/legal_text.h"
#include "domain/people.h"
#include "domain/school_year.h"
#include "services/papers/document_service.h"
#include "services/papers/founding_draft.h"
#include "services/papers/paper_issuer.h"
#include "services/prepare/library.h"
#include "services/review/council_service.h"
#include "services/sample_school.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using domain::CouncilKind;
using domain::CouncilRole;

namespace {

std::string wholeText(const documents::Document& document)
{
    std::string text;
    for (const auto& part : document.parts)
        for (const auto& block : part.blocks) {
            if (const auto* paragraph = std::get_if<documents::Paragraph>(&block))
                text += documents::plainText(paragraph->runs) + "\n";
            if (const auto* basis = std::get_if<documents::Basis>(&block))
                for (const auto& line : basis->lines)
                    text += line + "\n";
            if (const auto* table = std::get_if<documents::Table>(&block))
                for (const auto& row : table->rows)
                    for (const auto& cell : row.cells)
                        text += documents::cellText(cell.value) + "\n";
        }
    return text;
}

bool offers(const CouncilDraft& draft, const std::string& title)
{
    return std::ranges::any_of(draft.open, [&title](const auto& seat) { return seat.title == title; });
}

}

TEST_CASE("the council proposed has all whom the charter of the day names, from posts and last year's council")
{
    SampleSchool school(Date(2022, 9, 15));
    const auto draft = CouncilService(school.file()).proposedCouncil(school.year(2022), CouncilKind::Emulation).value();
    const auto member = [&](const char* name) {
        const auto found = std::ranges::find(draft.members, *school.person(name).person, &domain::CouncilMember::person);
        REQUIRE(found != draft.members.end());
        return *found;
    };
    CHECK(member("Trần Thị Minh Nguyệt").role == CouncilRole::Chair);
    CHECK(member("Lê Văn Thắng").role == CouncilRole::ViceChair);
    CHECK(member("Lê Văn Thắng").duty.find("cấp ủy") != std::string::npos); // as last year's decision has it
    CHECK(member("Lê Thị Thùy Dung").role == CouncilRole::Secretary);
    CHECK(member("Mai Thị Lan Anh").duty.find("Công đoàn") != std::string::npos);
    CHECK(member("Nguyễn Đức Toàn").duty.find("đội viên") != std::string::npos);
    for (const char* leader : {"Nguyễn Thị Thu Hà", "Bùi Quang Huy", "Phan Văn Bình", "Dương Thị Tuyết Nhung"})
        CHECK(member(leader).role == CouncilRole::Member);
    // Nobody sits twice, and seats without anybody are offered by their names.
    std::set<domain::PersonId> people;
    for (const auto& one : draft.members)
        CHECK(people.insert(one.person).second);
    for (const auto& seat : draft.open)
        CHECK_FALSE(seat.title.empty());
}

TEST_CASE("the duties of the charter are those of the council of emulation alone")
{
    SampleSchool school(Date(2022, 9, 23));
    const auto of = [&](domain::CouncilKind kind) { return CouncilService(school.file()).proposedCouncil(school.year(2022), kind).value().members; };
    CHECK(std::ranges::any_of(of(domain::CouncilKind::Emulation), [](const auto& member) { return !member.duty.empty(); }));
    const auto initiative = of(domain::CouncilKind::Initiative);
    CHECK_FALSE(initiative.empty());
    CHECK(std::ranges::all_of(initiative, [](const auto& member) { return member.duty.empty(); }));
}

TEST_CASE("a new school's council has a place for everybody whom the charter names")
{
    SampleSchool school(Date(2026, 9, 15));
    // Without last year's council nobody is known to be of the Party committee or the trade union.
    const auto year = school.year(2021);
    const auto of2020 = CouncilService(school.file()).proposedCouncil(year, CouncilKind::Emulation).value();
    CHECK(offers(of2020, "Đại diện cấp ủy"));
    CHECK_FALSE(offers(of2020, "Chủ tịch Công đoàn")); // the charter of 2026 names it no more
    CHECK((offers(of2020, "Đại diện tổ chức chính trị - xã hội trong trường")
           || std::ranges::any_of(of2020.members, [](const auto& one) { return one.duty.find("tổ chức") != std::string::npos; })));
    school.clock().set(Date(2021, 9, 15));
    CHECK(offers(CouncilService(school.file()).proposedCouncil(year, CouncilKind::Emulation).value(), "Chủ tịch Công đoàn"));
}

TEST_CASE("last year's council is a start, and the decision can be read before it is issued or saved")
{
    SampleSchool school(Date(2022, 9, 15));
    CouncilService service(school.file());
    const auto draft = service.lastYearsCouncil(school.year(2022), CouncilKind::Emulation).value();
    CHECK(draft.members.size() == 9);
    CHECK(draft.council.year == school.year(2022));
    CHECK_FALSE(service.lastYearsCouncil(school.year(2021), CouncilKind::Emulation));
    const auto before = school.dump();
    const auto paper = foundingDraft(school.file(), draft, usualBases(school.file(), "establish_council"));
    REQUIRE(paper);
    const auto text = wholeText(*paper);
    CHECK(text.find("Trần Thị Minh Nguyệt") != std::string::npos);
    CHECK(text.find("91/2017/NĐ-CP") != std::string::npos);
    CHECK(text.find("28/2020/TT-BGDĐT") != std::string::npos);
    CHECK(school.dump() == before);
}

TEST_CASE("the texts that the rules cite stand ready until the school's library has them")
{
    SampleSchool school(Date(2022, 9, 15));
    const auto ready = readyTexts(school.file()).value();
    const auto find = [&ready](const char* number) { return std::ranges::find_if(ready, [number](const auto& one) { return one.text.number == number; }); };
    const auto charter = find("22/2021/TT-BGDĐT");
    REQUIRE(charter != ready.end());
    CHECK(charter->text.issuer == "Bộ Giáo dục và Đào tạo");
    CHECK(domain::basisWording(find("152/2025/NĐ-CP")->text).starts_with("Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định"));
    CHECK(domain::basisWording(find("06/2022/QH15")->text) == "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022");
    REQUIRE(PlanService(school.file()).addLegalText(charter->text));
    const auto after = readyTexts(school.file()).value();
    CHECK(std::ranges::none_of(after, [](const auto& one) { return one.text.number == "22/2021/TT-BGDĐT"; }));
    CHECK(citesExpired(school.file(), "Căn cứ Nghị định số 56/2015/NĐ-CP ngày 09 tháng 6 năm 2015 của Chính phủ"));
    CHECK_FALSE(citesExpired(school.file(), "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ"));
}

TEST_CASE("a plan starts from usual words, bases and targets, and is written with its targets in one step")
{
    SampleSchool school(Date(2022, 9, 15));
    PlanService plans(school.file());
    const auto draft = plans.proposedPlan(school.year(2022)).value();
    CHECK(std::ranges::any_of(draft.bases, [](const auto& basis) { return basis.wording.find("21/2020/TT-BGDĐT") != std::string::npos; }));
    for (const auto& section : draft.sections)
        if (section.role != domain::SectionRole::Heading && section.role != domain::SectionRole::Targets) {
            CHECK_FALSE(section.body.empty());
            CHECK(section.body.find('{') == std::string::npos);
        }
    const auto usual = usualTargets(school.file(), school.year(2022));
    CHECK(usual.size() >= 5);
    CHECK(std::ranges::any_of(usual, [](const auto& target) { return target.unit == "%"; }));
    const auto before = school.dump();
    const auto written = createPlanWith(school.file(), draft, usual);
    REQUIRE(written);
    CHECK(plans.plan(written->value)->targets.size() == usual.size());
    REQUIRE(school.file().undo());
    CHECK(school.dump() == before);

    // Last year's come along with nothing reached.
    const auto last = plans.plans(school.year(2021)).value().front();
    const auto detail = plans.plan(last.id).value();
    const auto carried = carriedTargets(detail);
    REQUIRE(carried.size() == detail.targets.size());
    for (const auto& target : carried)
        CHECK_FALSE(target.actual);

    domain::Target percentage;
    percentage.text = "Duy trì sĩ số";
    percentage.unit = "%";
    percentage.value = 101;
    CHECK_FALSE(validate(percentage).empty());
}

TEST_CASE("the plan's theme is printed once, and a plan dated after its own deadline is questioned")
{
    SampleSchool school(Date(2022, 10, 20));
    PlanService plans(school.file());
    auto draft = plans.proposedPlan(school.year(2022)).value();
    draft.plan.theme = "Đoàn kết, sáng tạo, vượt khó";
    for (auto& section : draft.sections)
        if (section.role == domain::SectionRole::Timetable)
            section.body += "\nCác tổ nộp bảng đăng ký chậm nhất ngày 04/10/2022.";
    for (auto& section : draft.sections)
        if (section.role == domain::SectionRole::Targets)
            section.body = "Lao động tiên tiến: 24 người.";
    const auto id = plans.createPlan(draft)->value;
    const auto text = wholeText(DocumentService(school.file()).build(PaperKind::Plan, id.value(), school.year(2022)).value());
    const auto at = text.find("Đoàn kết, sáng tạo, vượt khó");
    REQUIRE(at != std::string::npos);
    CHECK(text.find("Đoàn kết, sáng tạo, vượt khó", at + 1) == std::string::npos);
    CHECK(text.find("I. MỤC ĐÍCH") > at);

    PaperIssuer issuer(school.file());
    const auto asked = [&](Date on) {
        const auto doubts = issuer.warnings(PaperKind::Plan, id.value(), {40, "", on}).value();
        return std::ranges::any_of(doubts, [](const auto& doubt) { return doubt.find("04/10/2022") != std::string::npos; });
    };
    CHECK(asked(Date(2022, 10, 20)));
    CHECK_FALSE(asked(Date(2022, 9, 20)));
    const auto gaps = issuer.gaps(PaperKind::Plan, id.value()).value();
    for (const auto& gap : gaps)
        UNSCOPED_INFO(gap.field << ": " << gap.label);
    REQUIRE(plans.issuePlan(id, {40, "", Date(2022, 10, 20)})); // a question, not a refusal
}
