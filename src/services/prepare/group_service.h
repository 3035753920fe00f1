// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/named_group.h"
#include "services/core/school_file.h"

namespace thidua::storage {
class Reader;
}

namespace thidua::services {

class PeopleLookup;
struct SubjectView;

struct GroupDraft {
    domain::NamedGroup group;
    std::vector<domain::PersonId> picked;  ///< of a group of people picked
    friend bool operator==(const GroupDraft&, const GroupDraft&) = default;
};

struct GroupRow {
    domain::NamedGroupId id;
    domain::RowVersion version;
    domain::NamedGroup group;
    std::vector<domain::PersonId> members; ///< who serves on its day
    std::vector<std::string> names;
    int left = 0;                          ///< picked, and gone by that day
};

std::vector<FieldIssue> validate(const GroupDraft& draft);
/// Who a group counts: those of its kind, or those picked, who serve on its day, in the order of lists. `people`: of the group's year.
std::vector<SubjectView> membersOfGroup(storage::Reader& reader, const PeopleLookup& people, const domain::Stored<domain::NamedGroup>& group);

/// Nhóm có tên: whom the ratios of targets are counted against.
class GroupService {
public:
    explicit GroupService(SchoolFile& file) : m_file(file) {}
    Result<std::vector<GroupRow>> groups(domain::SchoolYearId year);
    Written<domain::NamedGroupId> add(const GroupDraft& draft);
    Written<Done> edit(domain::NamedGroupId id, const GroupDraft& draft, domain::RowVersion version);
    /// Refused while a target is counted against it.
    Written<Done> remove(domain::NamedGroupId id);

private:
    SchoolFile& m_file;
};

}
