// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/school_year.h"
#include "rules/fact_set.h"

#include <optional>
#include <string>

namespace thidua::rules {

enum class SubjectKind { Staff, Pupil, Collective };
/// Whether the council has voted: Nomination does not look at votes.
enum class Stage { Nomination, Decision };

std::string_view toCode(SubjectKind kind);
std::string_view toCode(Stage stage);
/// None for an unknown code or an empty text.
std::optional<SubjectKind> subjectKindOf(std::string_view code);

/// Who is considered. Codes as on the command line's page.
struct Subject {
    SubjectKind kind = SubjectKind::Staff;
    std::optional<std::string> position; ///< staff
    std::optional<Date> employedFrom;    ///< staff
    std::optional<std::string> type;     ///< collective
    std::optional<int> grade;            ///< pupil, 1–9
    friend bool operator==(const Subject&, const Subject&) = default;
};

/// One subject, one honour, one day: all that a verdict depends on besides the catalogue.
struct Case {
    Date on{2017, 10, 1}; ///< picks the rules
    SchoolYear schoolYear{2017};
    std::string honour;
    Stage stage = Stage::Decision;
    std::string ground = "annual_merit";
    Subject subject;
    FactSet facts;
    friend bool operator==(const Case&, const Case&) = default;
};

/// The first day the shipped rules know; earlier cases are refused as input.
inline const Date kFirstRuleDay{2017, 10, 1};

/// Strict: unknown keys at any level, wrong types, days that do not exist, negative counts, votes that exceed the members and the
/// like are ErrorCode::InputFormat, with the JSON place as first argument of the sentence.
Result<Case> caseFromJson(const nlohmann::json& json);

/// What caseFromJson reads back as the same case.
nlohmann::json toJson(const Case& theCase);

/// Text to JSON, refusing what is not JSON with the place of the trouble.
Result<nlohmann::json> jsonFromText(std::string_view text);

}
