// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/preference.h"

#include "rules/wording.h"

#include <algorithm>

namespace thidua::rules {
namespace {

enum class Applies { No, Yes, Unknown };

Applies known(const std::optional<bool>& fact)
{
    return !fact ? Applies::Unknown : *fact ? Applies::Yes : Applies::No;
}

Applies applies(Preference::By by, const std::optional<Ratio>& share, const Candidate& candidate)
{
    switch (by) {
    case Preference::By::WomenFirst: return candidate.collective ? Applies::No : known(candidate.woman);
    case Preference::By::DirectWorkersFirst: return candidate.collective ? Applies::No : known(candidate.directWorker);
    case Preference::By::DifficultAreaFirst: return known(candidate.difficultArea);
    case Preference::By::WomenCollective:
        if (!candidate.collective)
            return Applies::No;
        return share && candidate.womenShare ? known(*candidate.womenShare >= *share) : Applies::Unknown;
    }
    return Applies::Unknown;
}

Text joined(const std::vector<PreferenceReason>& reasons)
{
    Text all;
    for (const auto& reason : reasons)
        all = {all.vi + (all.empty() ? "" : "; ") + reason.label.vi + " (" + reason.citation.brief + ")",
               all.en + (all.empty() ? "" : "; ") + reason.label.en + " (" + reason.citation.brief + ")"};
    return all;
}

Text explained(const Model& model, const PreferenceLine& line)
{
    Text text = line.reasons.empty() ? model.notice("not-preferred").explanation
                                     : filled(model.notice("preferred").explanation, {{"items", joined(line.reasons)}});
    if (!line.open.empty()) {
        const Text more = filled(model.notice("preference-unknown").explanation, {{"items", joined(line.open)}});
        text = line.reasons.empty() ? more : Text{text.vi + " " + more.vi, text.en + " " + more.en};
    }
    return text;
}

PreferenceLine lineOf(const Model& model, Date date, const Candidate& candidate)
{
    PreferenceLine line;
    line.id = candidate.id;
    for (const auto& preference : model.preferences) {
        const auto* value = inForce(preference.values, date);
        const auto answer = value == nullptr ? Applies::No : applies(preference.by, value->share, candidate);
        if (answer == Applies::Unknown)
            line.open.push_back({preference.id, preference.label, value->cite, value->certain});
        else if (answer == Applies::Yes)
            line.reasons.push_back({preference.id, preference.label, value->cite, value->certain});
    }
    line.explanation = explained(model, line);
    return line;
}

}

std::vector<PreferenceLine> preferenceOrder(const Catalogue& catalogue, Date date, const std::vector<Candidate>& candidates)
{
    std::vector<PreferenceLine> lines;
    for (const auto& candidate : candidates)
        lines.push_back(lineOf(catalogue.model(), date, candidate));
    std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.reasons.size() > b.reasons.size(); });
    for (std::size_t i = 1; i < lines.size(); ++i)
        lines[i].place = lines[i].reasons.size() == lines[i - 1].reasons.size() ? lines[i - 1].place : static_cast<int>(i) + 1;
    return lines;
}

}
