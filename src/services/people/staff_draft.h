// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/people.h"

#include <vector>

namespace thidua::services {

/// A person as the staff form edits them: the person and their post in one school year.
struct StaffDraft {
    domain::Person person;
    domain::Position position = domain::Position::Teacher;
    std::string title;                             ///< post as printed; empty: the position's name
    std::optional<domain::CollectiveId> team;
    friend bool operator==(const StaffDraft&, const StaffDraft&) = default;
};

/// With `today`: also that a birth is not too near.
std::vector<FieldIssue> validate(const StaffDraft& draft, std::optional<Date> today = std::nullopt);

}
