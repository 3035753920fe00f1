// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace thidua::services {

class SchoolFile;

/// What a check has found, and what it rests on. Sentences are Vietnamese.
struct CheckReport {
    std::vector<std::string> problems; ///< of what is wrong; empty when the file is sound
    std::vector<std::string> notes;    ///< of what could be proven and what could not
    std::int64_t operations = 0;       ///< number of the newest entry of the change record …
    std::string head;                  ///< … its hash …
    std::string at;                    ///< … and its time, UTC
    int anchors = 0;                   ///< ends of the record that are known outside the file
    std::int64_t provenUpTo = 0;       ///< the newest entry that one of them vouches for
    bool sealed = false;               ///< a backup that carries the hash of its content, and fits it
};

/// The whole file: its pages, its schema, every row against the change record, the record against the anchors outside, the invariants,
/// the rules; of a backup also its seal. What cannot be read is a problem among the others. `progress`, which must outlive the file, stops it.
Result<CheckReport> checkSchoolFile(SchoolFile& file, Progress* progress = nullptr);

}
