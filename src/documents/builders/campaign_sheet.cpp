// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/campaign_sheet.h"

namespace thidua::documents {
namespace {

struct Missing {
    const Template& words;
    std::vector<std::string> need(const std::vector<std::string>& values, const std::string& field)
    {
        if (!values.empty())
            return values;
        gaps.push_back({field, words.label(field)});
        return {kMissing};
    }
    std::string needOne(const std::string& value, const std::string& field)
    {
        return value.empty() ? need({}, field).front() : value;
    }
    std::vector<Gap> gaps{};
};

std::string periodText(const CampaignPeriodView& period, const Template& words)
{
    const auto day = [](const std::optional<Date>& date) { return date ? date->words() : std::string(); };
    return words.text("period", {{"period", period.name}, {"from", day(period.from)}, {"to", day(period.to)}, {"missing", kMissing}, {"note", period.note}});
}

std::vector<std::string> periodTexts(const CampaignSheetView& view, Missing& missing)
{
    std::vector<std::string> texts;
    for (const auto& period : view.periods) {
        if (!period.from && !period.to)
            missing.gaps.push_back({"periods.from", missing.words.text("period-gap", {{"period", period.name}})});
        texts.push_back(periodText(period, missing.words));
    }
    return missing.need(texts, "periods");
}

std::vector<PlanSection> sections(const CampaignSheetView& view, Missing& missing)
{
    const auto word = [&missing](const char* text) { return missing.words.text(text); };
    PlanSection aims{word("aims"), {{word("aims.purposes"), missing.need(view.purposes, "purposes"), {}, {}}}};
    if (!view.requirements.empty())
        aims.headings.push_back({word("aims.requirements"), view.requirements, {}, {}});
    PlanSection content{word("content"), {}};
    content.headings.push_back({word("content.participants"), missing.need(view.participants, "participants"), {}, {}});
    content.headings.push_back({word("content.contents"), missing.need(view.contents, "contents"), {}, {}});
    if (!view.criteria.empty())
        content.headings.push_back({word("content.criteria"), view.criteria, {}, {}});
    if (!view.targets.empty())
        content.headings.push_back({word("content.targets"), {}, {}, view.targets});
    content.headings.push_back({word("content.periods"), periodTexts(view, missing), {}, {}});
    PlanSection rewards{word("rewards"), {{{}, view.rewards, {}, {}}}};
    PlanSection organisation{word("organisation"), {{{}, {}, missing.need(view.organisation, "organisation"), {}}}};
    std::vector<PlanSection> all{aims, content};
    if (!view.rewards.empty())
        all.push_back(rewards);
    all.push_back(organisation);
    return all;
}

}

Document campaignSheet(const CampaignSheetView& view, const Template& words)
{
    Missing missing{words};
    const auto name = missing.needOne(view.name, "name");
    const auto school = missing.needOne(view.paper.issuer.name, "paper.issuer.name");
    const Fields fields{{"name", name}, {"school", school}, {"year", view.year.paper()}};
    PlanView paper{view.paper, words.lines("subject", fields), view.basis, {}, {}, {}};
    paper.opening = words.text("opening", fields);
    paper.sections = sections(view, missing);
    paper.closing = words.text("closing", fields);
    auto document = plan(paper, words);
    document.gaps.insert(document.gaps.end(), missing.gaps.begin(), missing.gaps.end());
    return document;
}

}
