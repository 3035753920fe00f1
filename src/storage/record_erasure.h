// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"

#include <string>
#include <vector>

namespace thidua::storage {

/// What stands in the place of a name that goes, as the columns of a person keep it.
struct Nameless {
    std::string name, sort, fold;
};

/// Somebody's records: their own, and those that were taken into it.
struct ErasedPerson {
    std::vector<domain::PersonId> records;
    bool nameToo = false; ///< else birth and the like alone
};

/// Takes what tells of people out of their rows and out of all that the change record keeps of them, as if it had never been known, and
/// hashes the record anew (Luật Bảo vệ dữ liệu cá nhân: what is to be erased is not kept in a log either). To be called in a write before its own changes, whose images then hold nothing of it; whatever was done before cannot be undone
/// after it.
void eraseFromRecord(Reader& reader, const std::vector<ErasedPerson>& people, const Nameless& nameless);

}
