// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/repo/merge_repo.h"

#include <string>
#include <vector>

namespace thidua::services {

/// How lists may still know somebody: by what a record says that was taken into theirs.
class FormerRecords {
public:
    explicit FormerRecords(storage::Reader& reader);
    /// Where a list says what such a record says, what the person's own record says takes its place; so a list finds whom it means and
    /// does not bring the former record back. `nameTaken`: somebody is called so now.
    void renew(std::string& name, std::optional<PartialDate>& birth, std::string& code, bool nameTaken) const;

private:
    std::vector<storage::repo::FormerName> m_names;
};

}
