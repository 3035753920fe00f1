// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/check.h"

#include <functional>

namespace thidua::storage {

/// Runs one part of a check. What stops it (a page, a value or a text that cannot be read) is a problem that names the part, and the
/// parts after it go on. What says nothing of the file ends the whole: a stopped job, a machine out of memory, a disk that is full or
/// cannot be read, a file that another program writes.
void guardedPart(const std::string& name, std::vector<FileProblem>& problems, const std::function<void()>& part);

/// SQLite's integrity check tells of a page that it could not read in words, whatever the reason; a reason of the machine is thrown, as
/// every other reading throws it.
void throwMachinesFault(const std::string& integrityMessage);

}
