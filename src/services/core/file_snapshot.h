// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/school_file.h"

namespace thidua::storage {
class Snapshot;
}

namespace thidua::services {

/// All that an open file holds, copied into memory under the same rules, name and day: what a long computation works on, on one thread of
/// its own, while the window goes on with the file. Services take the copy as any file; what they write to it stays there.
class FileSnapshot {
public:
    /// `file` must outlive the steps.
    explicit FileSnapshot(SchoolFile& file);
    ~FileSnapshot();
    FileSnapshot(const FileSnapshot&) = delete;
    FileSnapshot& operator=(const FileSnapshot&) = delete;

    /// On the file's own thread: copies for some milliseconds; true once the copy is whole.
    Result<bool> step();
    /// The copy, once it is whole. Not tied to the file any more.
    std::unique_ptr<SchoolFile> take();
    /// Everything in one call, for callers without a window.
    static Result<std::unique_ptr<SchoolFile>> of(SchoolFile& file);

private:
    SchoolFile& m_file;
    std::unique_ptr<storage::Snapshot> m_pages;
};

}
