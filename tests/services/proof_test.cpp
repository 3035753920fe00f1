// SPDX-License-Identifier: GPL-3.0-or-later
// What the school writes here is read through before it goes out: right papers give nothing, a wrong word is put right where it was typed.
#include "services/sample_school.h"

#include "domain/plan.h"
#include "domain/school_year.h"
#include "services/core/sample_service.h"
#include "services/papers/document_service.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/plan_service.h"
#include "services/proof/proofreader.h"

#include <algorithm>
#include <set>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

std::string said(const std::vector<ProofFinding>& findings, const ProofText& text)
{
    std::string words;
    for (const auto& finding : findings)
        words += "“" + finding.quote + "” " + finding.message + " → " + finding.suggestion + "   [" + text.lines[finding.line] + "]\n";
    return words;
}

/// The draft of a plan of the sample's second year, with words to be found.
struct Draft {
    SampleSchool school{Date(2022, 9, 20)};
    domain::SchoolYearId year = school.year(2022);
    domain::PlanId id{0};
    Proofreader reader{school.file().rules(), "."};

    explicit Draft(const std::string& body, const std::string& basis = "Căn cứ Nghị quyết số 29/NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương")
    {
        PlanService plans(school.file());
        auto draft = plans.proposedPlan(year).value();
        draft.plan.title = "Công tác Thi đua - Khen thưởng năm học 2022 - 2023";
        draft.bases = {{std::nullopt, basis}};
        draft.sections = {{domain::PlanId(0), 0, domain::SectionRole::Content, "I.", "Mục đích", body}};
        const auto made = plans.createPlan(draft);
        REQUIRE(made);
        id = made->value;
    }
    ProofText text() { return proofTextOf(school.file(), PaperKind::Plan, id.value(), year).value(); }
    /// The first finding of that quote, with its line.
    std::pair<ProofFinding, std::string> find(const std::string& quote)
    {
        const auto now = text();
        const auto findings = reader.read(now).value();
        const auto found = std::ranges::find(findings, quote, &ProofFinding::quote);
        INFO(said(findings, now));
        REQUIRE(found != findings.end());
        return {*found, now.lines[found->line]};
    }
    std::string body() { return PlanService(school.file()).plan(id)->sections.front().body; }
};

}

TEST_CASE("no paper of a sample gives a false alarm")
{
    // What the plan of Măng Đen and its lists really say wrong, as the school wrote it.
    const std::set<std::string> real{"đã đạt được trong năm học 2021 - 2022", "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh", "Bộ luật Lao động năm 2012", "04/10/2021",
                                     "Chiến sĩ thi đua cơ sở: 03", "Chiến sĩ thi đua cơ sở: 04"};
    for (const char* sample : {"mang-den", "hong-duong"}) {
        const Scratch scratch;
        const FixedClock clock(Date(2022, 9, 23));
        auto file = createSample(scratch / "a.thidua", sample, clock).value();
        Proofreader reader(file->rules(), ".");
        const auto first = SchoolService(*file).years().value().front().id;
        std::string all;
        const auto printables = DocumentService(*file).printables().value();
        for (const auto& printable : printables) {
            const auto year = printable.year ? SchoolService(*file).yearOf(*printable.year).value().id : first;
            // Lists without a number are no row of their own.
            const auto text = printable.id ? proofTextOf(*file, printable.kind, *printable.id, year)
                                           : Result<ProofText>(ProofText{documents::textLines(DocumentService(*file).build(printable.kind, std::nullopt, year).value()), std::nullopt});
            REQUIRE(text);
            CHECK(text->lines.size() > 5);
            auto findings = reader.read(*text).value();
            std::erase_if(findings, [&](const auto& finding) { return real.contains(finding.quote) && std::string_view(sample) == "mang-den"; });
            all += said(findings, *text);
        }
        INFO(sample);
        CHECK(all == "");
    }
}

TEST_CASE("a suggestion is written into the words it is about, as one operation that can be undone")
{
    Draft draft("Nhà trường tô chức hội thi ngày 20/11.\nKỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1980 - 19/5/2025).");
    const auto [finding, line] = draft.find("tô chức");
    const auto place = proofPlace(draft.school.file(), PaperKind::Plan, draft.id.value(), line, finding);
    REQUIRE(place);
    CHECK(place->field == "sections.0");
    CHECK(place->writable);
    const auto before = draft.school.dump();
    REQUIRE(acceptProof(draft.school.file(), PaperKind::Plan, draft.id.value(), line, finding));
    CHECK(draft.body().starts_with("Nhà trường tổ chức hội thi ngày 20/11.\nKỷ niệm 135 năm"));
    REQUIRE(draft.school.file().undo());
    CHECK(draft.body().starts_with("Nhà trường tô chức"));
    CHECK(draft.school.dump() == before);

    const auto [years, yearsLine] = draft.find("135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1980 - 19/5/2025)");
    REQUIRE(acceptProof(draft.school.file(), PaperKind::Plan, draft.id.value(), yearsLine, years));
    CHECK(draft.body().ends_with("Kỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/05/1890 - 19/05/2025)."));
    // A second time there is nothing to be put right any more.
    const auto again = acceptProof(draft.school.file(), PaperKind::Plan, draft.id.value(), yearsLine, years);
    REQUIRE_FALSE(again);
    CHECK(again.error().key == "proof.moved");
}

TEST_CASE("a sign in a basis, a recipient and a section are put right where they were typed")
{
    Draft draft("Nội dung.");
    PlanService plans(draft.school.file());
    auto detail = plans.plan(draft.id).value();
    PlanDraft given{detail.plan.data, detail.bases, detail.sections, {{"Phòng ở Giáo dục và Đào tạo huyện Kon Plông", "để báo cáo"}}};
    given.sections[0].heading = "Mục đích kế hoạch kế hoạch";
    given.sections[0].body = "Tiếp tục cũng cố nề nếp.";
    REQUIRE(plans.editPlan(draft.id, given, detail.plan.version));
    const std::vector<std::pair<std::string, std::string>> expected = {
        {"29/NQ/TW", "basis.0"}, {"Phòng ở Giáo dục", "recipients.0"}, {"cũng cố", "sections.0"}};
    for (const auto& [quote, field] : expected) {
        const auto [finding, line] = draft.find(quote);
        const auto place = proofPlace(draft.school.file(), PaperKind::Plan, draft.id.value(), line, finding).value();
        INFO(quote);
        CHECK(place.field == field);
        CHECK(place.writable);
        CHECK(acceptProof(draft.school.file(), PaperKind::Plan, draft.id.value(), line, finding));
    }
    // A heading prints in capitals: it is led to, and not written in them.
    const auto [twice, heading] = draft.find("KẾ HOẠCH KẾ HOẠCH");
    const auto place = proofPlace(draft.school.file(), PaperKind::Plan, draft.id.value(), heading, twice).value();
    CHECK(place.field == "sections.0");
    CHECK_FALSE(place.writable);
    CHECK(draft.reader.read(draft.text())->size() == 1);
    CHECK(plans.plan(draft.id)->bases.front().wording == "Căn cứ Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương");
}

TEST_CASE("where only the writer can know, the place is told and nothing is written")
{
    Draft draft("Lao động tiên tiến 24/32 đồng chí (đạt 70%).");
    const auto [finding, line] = draft.find("24/32");
    const auto place = proofPlace(draft.school.file(), PaperKind::Plan, draft.id.value(), line, finding).value();
    CHECK(place.field == "sections.0");
    CHECK_FALSE(place.writable);
    CHECK_FALSE(acceptProof(draft.school.file(), PaperKind::Plan, draft.id.value(), line, finding));
}

TEST_CASE("an issued paper is read and not written")
{
    SampleSchool school(Date(2022, 9, 20));
    const auto plan = PlanService(school.file()).plans(school.year(2021)).value().front();
    const auto text = proofTextOf(school.file(), PaperKind::Plan, plan.id.value(), school.year(2021)).value();
    const auto line = std::ranges::find_if(text.lines, [](const auto& one) { return one.find("Măng Đen") != std::string::npos && one.find("xây dựng") != std::string::npos; });
    REQUIRE(line != text.lines.end());
    ProofFinding finding;
    finding.quote = "Măng";
    finding.suggestion = "Mang";
    finding.exact = true;
    const auto place = proofPlace(school.file(), PaperKind::Plan, plan.id.value(), *line, finding);
    REQUIRE(place);
    CHECK_FALSE(place->writable);
    CHECK_FALSE(acceptProof(school.file(), PaperKind::Plan, plan.id.value(), *line, finding));
}

TEST_CASE("a campaign's own words are put right by its own operation")
{
    SampleSchool school(Date(2022, 9, 20));
    CampaignService campaigns(school.file());
    CampaignDraft draft;
    draft.campaign.year = school.year(2022);
    draft.campaign.name = "Thi đua chào mừng Ngày Nhà giáo Việt Nam";
    draft.campaign.theme = "Lập thành tich chào mừng 20/11";
    draft.campaign.kind = domain::CampaignKind::Round;
    draft.campaign.from = Date(2022, 10, 1);
    draft.campaign.to = Date(2022, 11, 20);
    draft.items = {"Nâng cao chất lượng gỉang dạy"};
    const auto id = campaigns.createCampaign(draft).value().value;
    Proofreader reader(school.file().rules(), ".");
    const auto text = proofTextOf(school.file(), PaperKind::Campaign, id.value(), school.year(2022)).value();
    const auto findings = reader.read(text).value();
    INFO(said(findings, text));
    int mended = 0;
    for (const auto& finding : findings)
        if (finding.exact)
            mended += acceptProof(school.file(), PaperKind::Campaign, id.value(), text.lines[finding.line], finding) ? 1 : 0;
    CHECK(mended >= 2);
    const auto now = campaigns.campaign(id).value();
    CHECK(now.campaign.theme == "Lập thành tích chào mừng 20/11");
    CHECK(now.items == std::vector<std::string>{"Nâng cao chất lượng giảng dạy"});
}

TEST_CASE("a file from elsewhere is read as it stands, and what is no text is refused")
{
    const auto text = proofTextOf("KẾ HOẠCH\nNhà trường tô chức hội thi.");
    REQUIRE(text);
    SampleSchool school(Date(2022, 9, 20));
    const auto findings = Proofreader(school.file().rules(), ".").read(*text).value();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].line == 1);
    CHECK(findings[0].kind == "Chính tả, tên gọi");
    CHECK(proofTextOf("%PDF-1.4").error().key == "proof.pdf");
}
