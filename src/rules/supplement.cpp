// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/catalogue.h"
#include "rules/council_law.h"
#include "rules/initiative_scoring.h"
#include "rules/model.h"
#include "rules/vote.h"

#include <algorithm>

namespace thidua::rules {
namespace {

void supplementFacts(FactSchema& facts, const FactSchema& own)
{
    for (auto& spec : facts.facts()) {
        const auto* known = own.find(spec.id);
        if (known == nullptr)
            continue;
        if (spec.countsHonour.empty())
            spec.countsHonour = known->countsHonour;
        spec.ofYear = spec.ofYear || known->ofYear;
        spec.atYearEnd = spec.atYearEnd || known->atYearEnd;
        if (!spec.stated)
            spec.stated = known->stated;
        spec.byCouncil = spec.byCouncil || known->byCouncil;
    }
}

void supplementQuotas(std::vector<QuotaRule>& quotas, const std::vector<QuotaRule>& own)
{
    for (auto& quota : quotas) {
        const auto known = std::find_if(own.begin(), own.end(), [&quota](const auto& one) { return one.id == quota.id; });
        if (quota.baseHonour.empty() && quota.base == "base" && known != own.end())
            quota.baseHonour = known->baseHonour;
    }
}

void supplementPreferences(std::vector<Preference>& preferences, const std::vector<Preference>& own)
{
    for (auto& preference : preferences) {
        const auto known = std::find_if(own.begin(), own.end(), [&preference](const auto& one) { return one.by == preference.by; });
        for (auto& value : preference.values)
            if (!value.share && known != own.end() && !known->values.empty())
                value.share = known->values.front().share;
    }
}

void supplementHonours(Model& model, const Model& own)
{
    for (auto& honour : model.honours)
        if (const auto* known = own.honour(honour.code); known != nullptr && honour.listTells.empty())
            honour.listTells = known->listTells;
}

/// Those whose facts these rules know.
void supplementConflicts(Model& model, const Model& own)
{
    for (const auto& conflict : own.conflicts)
        if (std::all_of(conflict.facts.begin(), conflict.facts.end(), [&model](const auto& fact) { return model.facts.find(fact) != nullptr; }))
            model.conflicts.push_back(conflict);
}

/// For the kinds of paper of which the pack says nothing.
void supplementPaperBases(Model& model, const Model& own)
{
    const auto told = model.paperBases;
    for (auto basis : own.paperBases) {
        std::erase_if(basis.papers, [&told](const std::string& paper) {
            return std::any_of(told.begin(), told.end(), [&paper](const auto& one) { return std::find(one.papers.begin(), one.papers.end(), paper) != one.papers.end(); });
        });
        if (!basis.papers.empty())
            model.paperBases.push_back(std::move(basis));
    }
}

/// How papers cite a text, and the texts that an earlier pack does not know.
void supplementPapers(nlohmann::json& sources, const nlohmann::json& own)
{
    for (const auto& known : own) {
        if (!known.contains("paper"))
            continue;
        const auto found = std::find_if(sources.begin(), sources.end(), [&known](const auto& source) { return source.at("id") == known.at("id"); });
        if (found == sources.end())
            sources.push_back(known);
        else if (!found->contains("paper"))
            (*found)["paper"] = known["paper"];
    }
}

}

Catalogue Catalogue::supplemented(const Catalogue& own) const
{
    auto model = std::make_shared<Model>(*m_model);
    supplementFacts(model->facts, own.model().facts);
    supplementQuotas(model->quotas, own.model().quotas);
    supplementPreferences(model->preferences, own.model().preferences);
    supplementHonours(*model, own.model());
    std::vector<const char*> params(councilParams().begin(), councilParams().end());
    params.insert(params.end(), initiativeParams().begin(), initiativeParams().end());
    params.push_back(kSchoolVoteShare);
    params.push_back(kSchoolByLetter);
    for (const char* id : params)
        if (const auto known = own.model().params.find(id); known != own.model().params.end())
            model->params.insert(*known);
    for (const auto& [id, notice] : own.model().notices)
        model->notices.emplace(id, notice);
    if (model->conflicts.empty())
        supplementConflicts(*model, own.model());
    if (model->references.empty())
        model->references = own.model().references;
    supplementPaperBases(*model, own.model());
    if (model->councilSeats.empty())
        model->councilSeats = own.model().councilSeats;
    supplementPapers(model->sources, own.model().sources);
    return Catalogue(std::move(model));
}

}
