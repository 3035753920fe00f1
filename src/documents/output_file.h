// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string_view>

namespace thidua::documents {

/// A file written beside its target and renamed over it at the end, so that a failure never leaves half a paper or
/// spoils the one that was there. Removed when it is not committed.
class TemporaryBeside {
public:
    /// Fails when the folder is missing or may not be written to.
    static Result<TemporaryBeside> create(const std::filesystem::path& target);
    TemporaryBeside(TemporaryBeside&& other) noexcept;
    TemporaryBeside& operator=(TemporaryBeside&&) = delete;
    ~TemporaryBeside();

    const std::filesystem::path& path() const { return m_path; }
    Result<void> write(std::string_view bytes);
    Result<void> commit();

private:
    TemporaryBeside(std::filesystem::path target, std::filesystem::path path);
    std::filesystem::path m_target;
    std::filesystem::path m_path;
};

/// Replaces `target` by `bytes` in one step.
Result<void> replaceFile(const std::filesystem::path& target, std::string_view bytes);

/// The failure of writing `target`, by the number the system gave (`errno`): DiskFull, ReadOnly or Io.
tl::unexpected<Error> outputFailure(const std::filesystem::path& target, int systemError);

}
