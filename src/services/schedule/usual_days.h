// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/observance.h"
#include "services/core/school_file.h"

/// What resources/calendar says: the days that every school observes, and how the law writes the day of a deadline.
namespace thidua::services {

const std::vector<domain::Observance>& usualObservances();

/// Those that the file has not; one that stands there under another name on the same day counts as the same where it is of the same year.
Result<std::vector<domain::Observance>> missingObservances(SchoolFile& file);
/// Adds all of them, as one operation.
Written<int> addUsualObservances(SchoolFile& file);

/// The day and month by which something is to be handed in, as a sentence of the law says it; nothing where it names none.
struct DayOfYear {
    int day = 1;
    int month = 1;
};
std::optional<DayOfYear> deadlineIn(const std::string& sentence);

}
