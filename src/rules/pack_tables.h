// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/pack_check.h"
#include "rules/rule_tables.h"

#include <functional>

namespace thidua::rules {

/// Reads the `cite` of an entry.
using CiteReader = std::function<Citation(const nlohmann::json&)>;

/// The tables of a checked pack: authorities, dossiers, bonuses, base_salary, bonus_priority, deadlines, evaluation_regimes, preferences,
/// paper_bases, council_seats.
void parseTables(const nlohmann::json& pack, const CiteReader& cite, LawTables& out);

/// What is wrong with them, beside dates and citations (pack_check.h): unknown honours, two answers for one day, values of the wrong kind.
std::vector<PackProblem> tableProblems(const nlohmann::json& pack);

std::optional<DossierProof> dossierProofOf(std::string_view code);
std::optional<Preference::By> preferenceOf(std::string_view code);
std::optional<BonusPriority::By> bonusPriorityOf(std::string_view code);

}
