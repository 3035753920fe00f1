// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/platform.h"

#include <memory>

namespace thidua::storage {

/// A school file to be read as SQLite would show it after a crash, with nothing written to it or beside it: the file itself, or, when a
/// journal or WAL stands beside it, a copy of both in the folder for temporary files, brought to order there.
class Recovered {
public:
    /// Refuses what is no school file, and one that another program is writing.
    static Result<Recovered> of(const std::filesystem::path& file);
    Recovered(Recovered&&) noexcept;
    Recovered& operator=(Recovered&&) noexcept;
    ~Recovered();

    /// What to open.
    const std::filesystem::path& path() const { return m_path; }
    bool isCopy() const { return m_folder != nullptr; }

private:
    struct Folder;
    explicit Recovered(std::filesystem::path file);
    Result<void> copyFrom(const std::filesystem::path& file);

    std::filesystem::path m_path;
    std::unique_ptr<Folder> m_folder; ///< of the copy; goes with it
};

}
