// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/campaign_sheet.h"

namespace thidua::documents {
namespace {

struct Missing {
    std::vector<Gap> gaps;
    std::vector<std::string> need(const std::vector<std::string>& values, std::string field, std::string label)
    {
        if (!values.empty())
            return values;
        gaps.push_back({std::move(field), std::move(label)});
        return {kMissing};
    }
};

std::string periodText(const CampaignPeriodView& period)
{
    std::string text = period.name.empty() ? std::string("Thời gian") : period.name;
    text += ": ";
    if (period.from && period.to)
        text += "từ " + period.from->words() + " đến " + period.to->words();
    else if (period.from)
        text += "từ " + period.from->words();
    else if (period.to)
        text += "đến " + period.to->words();
    else
        text += kMissing;
    return text + (period.note.empty() ? "." : "; " + period.note + ".");
}

std::vector<std::string> periodTexts(const CampaignSheetView& view, Missing& missing)
{
    std::vector<std::string> texts;
    for (const auto& period : view.periods) {
        if (!period.from && !period.to)
            missing.gaps.push_back({"periods.from", "Thời gian của " + (period.name.empty() ? std::string("đợt thi đua") : period.name)});
        texts.push_back(periodText(period));
    }
    return missing.need(texts, "periods", "Thời gian, đợt thi đua");
}

std::vector<PlanSection> sections(const CampaignSheetView& view, Missing& missing)
{
    PlanSection aims{"Mục đích, yêu cầu", {{"Mục đích", missing.need(view.purposes, "purposes", "Mục đích"), {}, {}}}};
    if (!view.requirements.empty())
        aims.headings.push_back({"Yêu cầu", view.requirements, {}, {}});
    PlanSection content{"Nội dung thi đua", {}};
    content.headings.push_back({"Đối tượng thi đua", missing.need(view.participants, "participants", "Đối tượng thi đua"), {}, {}});
    content.headings.push_back({"Nội dung thi đua", missing.need(view.contents, "contents", "Nội dung thi đua"), {}, {}});
    if (!view.criteria.empty())
        content.headings.push_back({"Tiêu chí xét", view.criteria, {}, {}});
    if (!view.targets.empty())
        content.headings.push_back({"Chỉ tiêu cụ thể", {}, {}, view.targets});
    content.headings.push_back({"Thời gian thực hiện", periodTexts(view, missing), {}, {}});
    PlanSection rewards{"Hình thức khen thưởng", {{{}, view.rewards, {}, {}}}};
    PlanSection organisation{"Tổ chức thực hiện", {{{}, {}, missing.need(view.organisation, "organisation", "Tổ chức thực hiện"), {}}}};
    std::vector<PlanSection> all{aims, content};
    if (!view.rewards.empty())
        all.push_back(rewards);
    all.push_back(organisation);
    return all;
}

}

Document campaignSheet(const CampaignSheetView& view)
{
    Missing missing;
    if (view.name.empty())
        missing.gaps.push_back({"name", "Tên phong trào thi đua"});
    if (view.paper.issuer.name.empty())
        missing.gaps.push_back({"paper.issuer.name", "Tên trường"});
    const std::string name = view.name.empty() ? kMissing : view.name;
    const std::string school = view.paper.issuer.name.empty() ? kMissing : view.paper.issuer.name;
    const auto movement = "phong trào thi đua “" + name + "” " + yearPhrase(view.year);
    PlanView paper{view.paper, {"Phát động phong trào thi đua “" + name + "”", yearPhrase(view.year)}, view.basis, {}, {}, {}};
    paper.opening = school + " xây dựng Kế hoạch phát động " + movement + " như sau:";
    paper.sections = sections(view, missing);
    paper.closing = "Trên đây là Kế hoạch phát động " + movement + ", yêu cầu các tổ, bộ phận và cá nhân nghiêm túc triển khai thực hiện";
    auto document = plan(paper);
    document.gaps.insert(document.gaps.end(), missing.gaps.begin(), missing.gaps.end());
    return document;
}

}
