// SPDX-License-Identifier: GPL-3.0-or-later
// The library of texts: signs in their right form, force on a day, who took whose place, where each is cited.
#include "domain/legal_text.h"
#include "domain/plan.h"
#include "domain/school_year.h"
#include "services/papers/paper_findings.h"
#include "services/prepare/plan_service.h"
#include "services/prepare/text_library.h"
#include "services/sample_school.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using domain::LegalText;
using domain::TextForce;

namespace {

class Library : public SampleSchool {
public:
    Library() : SampleSchool(Date(2022, 9, 23)) {}

    static LegalText text(const std::string& kind, const std::string& number, std::optional<Date> issued, const std::string& issuer = "Sở Giáo dục và Đào tạo")
    {
        LegalText text;
        text.kind = kind;
        text.number = number;
        text.issuedOn = issued;
        text.issuer = issuer;
        return text;
    }
    domain::LegalTextId add(const LegalText& text)
    {
        const auto added = PlanService(file()).addLegalText(text);
        REQUIRE(added);
        return added->value;
    }
    std::string refusal(const LegalText& text)
    {
        const auto count = PlanService(file()).legalTexts()->size();
        const auto added = PlanService(file()).addLegalText(text);
        REQUIRE_FALSE(added);
        CHECK(PlanService(file()).legalTexts()->size() == count);
        REQUIRE_FALSE(added.error().issues.empty());
        return added.error().issues.front().key;
    }
    LibraryText row(domain::LegalTextId id, Date on = Date(2022, 9, 23))
    {
        const auto library = textLibrary(file(), on);
        REQUIRE(library);
        const auto found = std::ranges::find(*library, id, &LibraryText::id);
        REQUIRE(found != library->end());
        return *found;
    }
};

}

TEST_CASE_METHOD(Library, "a text is kept with its sign in the right form, whatever was typed, and says its line")
{
    const auto id = add(text("Nghị quyết", "so 44/NQ/TW", Date(2022, 5, 1), "Ban Chấp hành Trung ương"));
    const auto kept = row(id);
    CHECK(kept.text.number == "44-NQ/TW");
    CHECK(domain::levelOf(kept.text) == domain::IssuerLevel::Party);
    CHECK(domain::basisLine(kept.text).starts_with("Căn cứ Nghị quyết số 44-NQ/TW ngày 01 tháng 5 năm 2022 của Ban Chấp hành Trung ương"));
    CHECK(domain::basisLine(text("Kế hoạch", "139/KH-PGDĐT", Date(2021, 3, 3))).starts_with("Thực hiện Kế hoạch số 139/KH-PGDĐT"));
    CHECK(domain::basisLine(text("Kế hoạch", "09A/KH-THMĐ", Date(2021, 9, 7), "Trường Tiểu học Măng Đen")).starts_with("Căn cứ Kế hoạch số 09A/KH-THMĐ"));
}

TEST_CASE_METHOD(Library, "a text whose place another one took is over from the day before that one is in force")
{
    auto younger = text("Công văn", "900/SGDĐT-CMTH", Date(2022, 8, 20));
    younger.inForceFrom = Date(2022, 9, 1);
    const auto next = add(younger);
    auto older = text("Công văn", "800/SGDĐT-CMTH", Date(2021, 8, 20));
    older.replacedById = next;
    const auto id = add(older);
    CHECK(row(id, Date(2022, 8, 31)).force == TextForce::InForce);
    CHECK(row(next, Date(2022, 8, 31)).force == TextForce::NotYet);
    CHECK(row(id, Date(2022, 9, 1)).force == TextForce::Over);
    CHECK(row(id).lastDay == Date(2022, 8, 31));
    CHECK(row(id).successor == "Công văn số 900/SGDĐT-CMTH");
    // A draft that rests on it is told so, with what stands in its place.
    const auto notes = basisNotes(file(), {domain::basisLine(row(id).text), domain::basisLine(row(next).text)}, Date(2022, 9, 23));
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().text.find("900/SGDĐT-CMTH") != std::string::npos);
    const auto early = basisNotes(file(), {domain::basisLine(row(next).text)}, Date(2022, 8, 25));
    REQUIRE(early.size() == 1);
    CHECK(early.front().text.find("01/09/2022") != std::string::npos);
}

TEST_CASE_METHOD(Library, "what a text cannot be is said where it stands, and nothing is kept")
{
    auto one = text("Công văn", "700/SGDĐT-CMTH", Date(2022, 8, 1));
    one.inForceFrom = Date(2022, 9, 1);
    one.inForceTo = Date(2022, 8, 15);
    CHECK(refusal(one) == "legal-text.ends-before-start");
    one.inForceTo.reset();
    one.inForceFrom = Date(2022, 7, 1);
    CHECK(refusal(one) == "legal-text.starts-early");
    one.inForceFrom.reset();
    one.guidesFrom = 2023;
    one.guidesTo = 2022;
    CHECK(refusal(one) == "legal-text.guides-order");
    one.guidesFrom = one.guidesTo = std::nullopt;
    const auto id = add(one);
    CHECK(refusal(one) == "legal-text.twice");
    // By itself, by an older one, in a circle.
    PlanService plans(file());
    auto self = one;
    self.replacedById = id;
    const auto tried = plans.editLegalText(id, self, 1);
    REQUIRE_FALSE(tried);
    CHECK(tried.error().issues.front().key == "legal-text.replaced-by-itself");
    auto inWords = one;
    inWords.replacedBy = "Công văn số 700 /SGDDT-CMTH";
    CHECK(plans.editLegalText(id, inWords, 1).error().issues.front().key == "legal-text.replaced-by-itself");
    inWords.replacedBy = "Công văn số 700/SGDĐT-CMTH ngày 01/8/2023"; // numbers begin anew each year
    CHECK(plans.editLegalText(id, inWords, 1).has_value());
    REQUIRE(file().undo());
    const auto older = add(text("Công văn", "600/SGDĐT-CMTH", Date(2020, 8, 1)));
    auto byOlder = one;
    byOlder.replacedById = older;
    CHECK(plans.editLegalText(id, byOlder, 1).error().issues.front().key == "legal-text.replaced-by-older");
    const auto first = add(text("Kết luận", "1-KL/TU", std::nullopt)), second = add(text("Kết luận", "2-KL/TU", std::nullopt));
    auto a = text("Kết luận", "1-KL/TU", std::nullopt), b = text("Kết luận", "2-KL/TU", std::nullopt);
    a.replacedById = second;
    REQUIRE(plans.editLegalText(first, a, 1));
    b.replacedById = first;
    CHECK(plans.editLegalText(second, b, 1).error().issues.front().key == "legal-text.replaced-in-circle");
    CHECK(plans.removeLegalText(second).error().key == "legal-text.in-use");
}

TEST_CASE_METHOD(Library, "each text shows what cites it, by link or in words")
{
    const auto library = textLibrary(file(), Date(2022, 9, 23)).value();
    const auto of = [&](const char* number) { return *std::ranges::find(library, number, [](const LibraryText& row) { return row.text.number; }); };
    const auto letter = of("1533/SGDĐT-CMTH");
    REQUIRE_FALSE(letter.uses.empty());
    CHECK(letter.uses.front().kind == domain::EntityKind::Plan);
    CHECK(letter.uses.front().number == "21/KH-THMĐ");
    // Decisions and submissions have their bases in words.
    CHECK(std::ranges::any_of(of("91/2017/NĐ-CP").uses, [](const TextUse& use) { return use.kind == domain::EntityKind::Submission; }));
    CHECK(PlanService(file()).removeLegalText(letter.id).error().key == "legal-text.in-use");
}

TEST_CASE_METHOD(Library, "a plan is not issued on a day before a text that it rests on, and nothing is numbered")
{
    PlanService plans(file());
    const auto id = add(text("Công văn", "950/SGDĐT-CMTH", Date(2022, 9, 20)));
    auto draft = plans.proposedPlan(year(2022)).value();
    for (auto& section : draft.sections)
        if (section.role != domain::SectionRole::Heading)
            section.body = "Nội dung của mục này";
    draft.bases.push_back({id, domain::basisLine(row(id).text)});
    const auto plan = plans.createPlan(draft).value().value;
    const auto issued = plans.issuePlan(plan, {88, "", Date(2022, 9, 10)});
    REQUIRE_FALSE(issued);
    CHECK(issued.error().issues.front().key == "plan.basis-later");
    CHECK(plans.plan(plan)->plan.data.state == domain::PlanState::Draft);
    CHECK(plans.issuePlan(plan, {88, "", Date(2022, 9, 20)}));
}
