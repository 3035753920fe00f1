// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "domain/entities.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// A former pupil whose personal data can go.
struct FormerPupil {
    domain::PersonId id{0};
    std::string name;
    std::string className;    ///< the last one that is known; may be empty
    SchoolYear lastYear{0};   ///< in which they were a pupil
    bool namedInAwards = false; ///< then name, class and years stay, as the evidence of what was awarded
};

/// Whether somebody's data were erased: nothing more is asked of them.
bool isErased(const domain::Person& person);

/// Pupils' personal data after the keeping time (Luật Bảo vệ dữ liệu cá nhân: kept no longer than the purpose asks). Whoever received
/// nothing goes out of the file whole; of whoever did, the awards, the name and the classes stay, and all else goes. It goes out of the
/// change record too, so nothing done before can be undone afterwards. Backups made before still hold it.
class PupilErasure {
public:
    explicit PupilErasure(SchoolFile& file) : m_file(file) {}

    /// Those school years that can be a last one, newest first: some former pupil's, and before the newest of the file.
    Result<std::vector<SchoolYear>> lastYears();
    /// Who left with this school year or before, by name; not those who serve at the school now or later, nor those of whom nothing is left
    /// to go.
    Result<std::vector<FormerPupil>> formerPupils(SchoolYear last);
    /// `reason` stands in the change record. How many it was.
    Written<int> erase(SchoolYear last, const std::string& reason);

private:
    SchoolFile& m_file;
};

}
