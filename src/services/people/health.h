// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity_kind.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// In the order in which they are shown.
enum class HealthKind { Duplicate, TwoClasses, NoBirth, NoTeacher, NoClass, NoNumber, Totals };

/// One thing in the file that wants mending.
struct HealthLine {
    HealthKind kind;
    std::string who;           ///< the person, class, honour, target or decision
    std::string what;          ///< one sentence: what is wrong and what to do
    domain::EntityKind opens;  ///< where it is mended
    std::int64_t id;
    std::optional<std::pair<domain::PersonId, domain::PersonId>> same{}; ///< two records that may be one person's
};

/// “Chưa ghi ngày sinh”.
std::string titleOf(HealthKind kind);
/// What is missing, doubtful or contradictory: people and classes of the year, honours of all years; by kind, then by name.
Result<std::vector<HealthLine>> healthOf(SchoolFile& file, domain::SchoolYearId year);

}
