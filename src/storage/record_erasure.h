// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"

#include <map>
#include <string>

namespace thidua::storage {

/// What stands in the place of a name that goes, as the columns of a person keep it.
struct Nameless {
    std::string name, sort, fold;
};

/// Takes what tells of people out of their rows and out of all that the change record keeps of them, as if it had never been known, and
/// hashes the record anew (Luật Bảo vệ dữ liệu cá nhân: what is to be erased is not kept in a log either). `nameToo` says whose name goes as
/// well. To be called in a write before its own changes, whose images then hold nothing of it; whatever was done before cannot be undone
/// after it.
void eraseFromRecord(Reader& reader, const std::map<domain::PersonId, bool>& nameToo, const Nameless& nameless);

}
