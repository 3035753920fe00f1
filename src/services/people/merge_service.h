// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ids.h"
#include "services/core/school_file.h"

#include <map>

namespace thidua::services {

/// Whose word is kept where two records say something else.
enum class MergeSide { Kept, Taken };
/// By the field's key.
using MergeChoices = std::map<std::string, MergeSide>;

/// One thing that two records say of the person, or of a year of theirs.
struct MergeField {
    std::string key;           ///< “person.birth”, “year_record.2025.evaluation”
    std::string place;         ///< “Năm học 2025-2026”; empty: of the person
    std::string label;
    std::string kept, taken;   ///< what each says; empty where it says nothing
    std::string result;        ///< what is kept; empty while it is not chosen
    bool asked = false;        ///< they contradict each other: somebody has to choose
};

/// Rows of one kind that point at the record that is taken in.
struct MergeCount {
    std::string what;
    int moved = 0;
    int stays = 0;             ///< frozen, or of a closed year: they stay as they are and are counted as the person's
};

/// What merging would do; nothing is written.
struct MergeView {
    domain::PersonId kept{0}, taken{0};
    std::string keptName, takenName;
    std::vector<MergeField> fields;
    std::vector<MergeCount> counts;
    std::optional<Error> refused;              ///< why not, and what to do first
    bool isChosen() const;                     ///< nothing is left to choose
};

/// Somebody whose record may be merged with another one's.
struct MergeCandidate {
    domain::PersonId id{0};
    std::string name;          ///< with what tells them apart: birth, code, team or class
    bool likely = false;       ///< the same name and nothing that speaks against it
};

/// A person is one record for life (domain.md §2): two records of one become one. What can still change points at the kept one from then
/// on, what is frozen or closed stays untouched, and the record taken in stays behind it, in no list any more (decision 078).
class MergeService {
public:
    explicit MergeService(SchoolFile& file) : m_file(file) {}

    /// Everybody but the one, likely ones first, then by given name.
    Result<std::vector<MergeCandidate>> candidates(domain::PersonId person);
    Result<MergeView> view(domain::PersonId kept, domain::PersonId taken, const MergeChoices& choices = {});
    /// As view() shows it. Fields that are asked must be chosen.
    Written<domain::PersonId> merge(domain::PersonId kept, domain::PersonId taken, const MergeChoices& choices = {});

private:
    SchoolFile& m_file;
};

}
