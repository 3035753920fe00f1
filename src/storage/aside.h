// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/platform.h"

namespace thidua::storage {

/// A file in the making beside the place that it is meant for, under a name of its own: whatever breaks off, nothing half-made ever stands
/// under the final name. It goes with its journals when it is not placed; what a killed program leaves, sweepAside takes away.
class Aside {
public:
    explicit Aside(std::filesystem::path target);
    ~Aside();
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;

    /// Where to make it; nothing is there yet.
    const std::filesystem::path& path() const { return m_path; }
    /// `error` with the name that is meant instead of that of the file in the making.
    Error named(Error error) const;
    /// Flushes what was made and gives it its final name, where nothing may stand: Io "file.exists".
    Result<void> place();
    /// Likewise in the place of what stands there.
    Result<void> replace();

private:
    Result<void> move(Result<void> (*how)(const std::filesystem::path&, const std::filesystem::path&));
    std::filesystem::path m_target;
    std::filesystem::path m_path;
    platform::Claim m_claim;
};

/// Removes from a folder what backups, restores and new files of killed programs have left there, of school files and of `target` whatever
/// its ending; those of living programs stay.
void sweepAside(const std::filesystem::path& folder, const std::filesystem::path& target = {});

}
