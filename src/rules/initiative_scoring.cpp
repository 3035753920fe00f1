// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/initiative_scoring.h"

#include "rules/model.h"

namespace thidua::rules {
namespace {

constexpr const char* kByPoints = "initiative_by_points";
constexpr const char* kNovelty = "initiative_points_novelty";
constexpr const char* kApplicability = "initiative_points_applicability";
constexpr const char* kBenefit = "initiative_points_benefit";
constexpr const char* kReach = "initiative_points_reach";
constexpr const char* kGradeA = "initiative_grade_a";
constexpr const char* kGradeB = "initiative_grade_b";
constexpr const char* kGradeC = "initiative_grade_c";
constexpr const char* kValidYears = "initiative_valid_years";
constexpr std::array<const char*, 9> kScoreParams = {kByPoints, kNovelty, kApplicability, kBenefit, kReach, kGradeA, kGradeB, kGradeC, kValidYears};

std::optional<int> numberOn(const Model& model, const char* param, Date date)
{
    const auto* value = model.param(param, date);
    return value != nullptr && value->value.is_number_integer() ? std::optional(value->value.get<int>()) : std::nullopt;
}

}

InitiativeScoring initiativeScoringOn(const Catalogue& catalogue, Date date)
{
    const Model& model = catalogue.model();
    InitiativeScoring scoring;
    if (const auto* value = model.param(kByPoints, date))
        scoring.byPoints = value->value != false;
    scoring.novelty = numberOn(model, kNovelty, date).value_or(0);
    scoring.applicability = numberOn(model, kApplicability, date).value_or(0);
    scoring.benefit = numberOn(model, kBenefit, date).value_or(0);
    scoring.reach = numberOn(model, kReach, date).value_or(0);
    scoring.aFrom = numberOn(model, kGradeA, date).value_or(0);
    scoring.bFrom = numberOn(model, kGradeB, date).value_or(0);
    scoring.cFrom = numberOn(model, kGradeC, date).value_or(0);
    scoring.validYears = numberOn(model, kValidYears, date);
    return scoring;
}

std::span<const char* const> initiativeParams()
{
    return kScoreParams;
}

}
