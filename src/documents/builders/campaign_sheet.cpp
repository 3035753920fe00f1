// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/campaign_sheet.h"

#include "base/first_letter.h"
#include "base/vietnamese.h"

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
    PlanSection aims{word(view.requirements.empty() ? "aims.purposes" : "aims"), {{word("aims.purposes"), missing.need(view.purposes, "purposes"), {}, {}}}};
    if (!view.requirements.empty())
        aims.headings.push_back({word("aims.requirements"), view.requirements, {}, {}});
    PlanSection content{word("content"), {}};
    if (!view.theme.empty())
        content.headings.push_back({word("content.theme"), {withoutStop(view.theme)}, {}, {}});
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

namespace {

constexpr std::string_view kOpen = "\xE2\x80\x9C", kClose = "\xE2\x80\x9D";  // “ ”

std::string withoutQuotes(std::string text)
{
    for (const std::string_view mark : {kOpen, kClose, std::string_view("\"")})
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.erase(at, mark.size());
    return text;
}

/// `name` without the kind at its start; nothing when it does not begin with it as a word of its own.
std::optional<std::string> afterKind(const std::string& name, const std::string& kind)
{
    if (name.size() <= kind.size() || name[kind.size()] != ' ' || lower(name.substr(0, kind.size())) != lower(kind))
        return std::nullopt;
    return normalised(name.substr(kind.size()));
}

/// A name that quotes words of its own (nhà trường “Tâm huyết, chuyên nghiệp”): their marks stay, and no other pair is put around them.
bool quotesInside(const std::string& name)
{
    const auto at = name.find(kOpen);
    return at != std::string::npos && at > 0;
}

/// “Xây dựng đội ngũ …” goes on in small letters; “Hà Nội …” keeps its capital.
std::string goingOn(const std::string& name)
{
    const auto second = name.find(' ');
    const auto begins = second == std::string::npos ? std::string() : name.substr(second + 1);
    return begins.empty() || lowerFirst(begins) != begins ? name : lowerFirst(name);
}

struct CampaignTitle {
    std::string kind;   ///< “phong trào thi đua”, “cuộc vận động”
    std::string whole;  ///< the kind once, then the name with one pair of quotation marks at most
};

/// A name that says its kind itself keeps its words; any other stands in quotation marks behind the usual kind.
CampaignTitle titleOf(const std::string& given, const Template& words)
{
    const auto name = normalised(given);
    const auto begins = words.lines("name.begins"), kinds = words.lines("name.kinds");
    for (std::size_t i = 0; i < begins.size(); ++i)
        if (const auto rest = afterKind(name, begins[i]))
            return {kinds.at(i), words.text("name.words", {{"kind", kinds.at(i)}, {"title", *rest}})};
    const auto kind = words.text("name.kind");
    if (quotesInside(name))
        return {kind, words.text("name.words", {{"kind", kind}, {"title", goingOn(name)}})};
    return {kind, words.text("name.title", {{"kind", kind}, {"title", withoutQuotes(name)}})};
}

bool saysItsTime(const std::string& name, const Template& words)
{
    const auto small = lower(name);
    for (const auto& mark : words.lines("name.times"))
        if (small.find(mark) != std::string::npos)
            return true;
    return false;
}

}

Document campaignSheet(const CampaignSheetView& view, const Template& words)
{
    Missing missing{words};
    const auto name = missing.needOne(view.name, "name");
    const auto title = titleOf(name, words);
    const auto school = missing.needOne(view.paper.issuer.name, "paper.issuer.name");
    const Fields fields{{"name", title.whole}, {"kind", title.kind}, {"school", school}, {"time", saysItsTime(name, words) ? std::string() : view.time}, {"above", view.launchedBy}};
    PlanView paper{view.paper, words.lines("subject", fields), view.basis, {}, {}, {}, true};
    paper.opening = words.text("opening", fields);
    paper.sections = sections(view, missing);
    paper.closing = words.text("closing", fields);
    auto document = plan(paper, words);
    document.gaps.insert(document.gaps.end(), missing.gaps.begin(), missing.gaps.end());
    return document;
}

}
