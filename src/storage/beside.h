// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <vector>

/// Names of school files, and what SQLite may have left beside one after a crash.
namespace thidua::storage {

/// Refuses what SQLite would not take for a file on the disk: nothing, “:memory:”, “file:…”. Io "file.bad-name".
Result<void> usableName(const std::filesystem::path& file);
/// Refuses a folder, a pipe, a device: what stands there must be a file to read.
Result<void> regularFile(const std::filesystem::path& file);

/// Where a file really lies, through links: that is where SQLite puts what stands beside it.
std::filesystem::path placeOf(const std::filesystem::path& file);
/// `<file>-journal`, `-wal` and `-shm`, as far as they are there.
std::vector<std::filesystem::path> journalsOf(const std::filesystem::path& file);
/// Whether what the file holds is to be read with what stands beside it: a write broke off, or another program left it in WAL mode.
bool needsRecovery(const std::filesystem::path& file);
/// Whether another program has left the file in WAL mode: opened as it is, SQLite makes files beside it.
bool isInWalMode(const std::filesystem::path& file);
/// For a new file of this name: refused beside a journal of another, which SQLite would play into it. WrongState "file.journal-beside".
Result<void> nothingBeside(const std::filesystem::path& file);
/// `error`, or the sentence that does no harm when a broken write can't be taken back because file or folder can't be written.
Error withJournal(Error error, const std::filesystem::path& file);

/// Why a stream or a copy did not reach the disk of `target`: that is full, by what the system said or by what room it has, or cannot be
/// written.
tl::unexpected<Error> notWritten(const std::filesystem::path& target, std::error_code said);

/// `<stem><word><stamp>.thidua` beside `file`, with a number when that is taken.
std::filesystem::path freeName(const std::filesystem::path& file, const std::string& suffix);

}
