// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"

namespace thidua::storage {

/// Something in a file that must not be. `key` and `args` name its sentence in src/text.
struct FileProblem {
    std::string key;
    std::vector<std::string> args;
};

/// SQLite's integrity, foreign keys, the invariants of docs/data-model.md and the chain of the change record.
std::vector<FileProblem> checkFile(Reader& reader);
/// The keys of all problems that it looks for.
std::vector<std::string> checkedProblems();

/// Packs that do not stand under the hash of their text: damaged, or made of a text and layers, which only the rules can put together.
struct DoubtedPack {
    std::string id;
    std::string hash;
};
std::vector<DoubtedPack> packsOfOtherHash(Reader& reader);

/// How many rows of each kind, for `info`.
struct FileCounts {
    std::vector<std::pair<std::string, std::int64_t>> byKind;
};
FileCounts countRows(Reader& reader);

}
