// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace thidua::documents {

/// A file written beside its target and renamed over it at the end, so that a failure never leaves half a paper or
/// spoils the one that was there. Removed when it is not committed.
class TemporaryBeside {
public:
    /// Fails when the folder is missing or may not be written to, and where a device or a school's file stands.
    static Result<TemporaryBeside> create(const std::filesystem::path& target);
    TemporaryBeside(TemporaryBeside&& other) noexcept;
    TemporaryBeside& operator=(TemporaryBeside&&) = delete;
    ~TemporaryBeside();

    const std::filesystem::path& path() const { return m_path; }
    Result<void> write(std::string_view bytes);
    /// What the disk has of it.
    Result<std::string> readAgain() const;
    Result<void> commit();

private:
    TemporaryBeside(std::filesystem::path target, std::filesystem::path path);
    std::filesystem::path m_target;
    std::filesystem::path m_path;
};

/// Whether bytes that came back from the disk are a whole file of their kind.
using WholeCheck = std::function<bool(std::string_view)>;
/// Replaces `target` by `bytes` in one step, after they have been read again from the disk, the same and (for the kind's own reader) whole.
/// Nothing has its name when `progress` was stopped until then.
Result<void> replaceFile(const std::filesystem::path& target, std::string_view bytes, const WholeCheck& whole = {}, const Progress* progress = nullptr);
/// The failure of a file whose writing was stopped; nobody hears of it.
tl::unexpected<Error> stoppedWriting(const std::filesystem::path& target);
/// The failure of a file that could not be read again as it was written.
tl::unexpected<Error> notWhole(const std::filesystem::path& target, std::string detail);

/// The failure of writing `target`, by the number the system gave (`errno`): DiskFull, ReadOnly or Io.
tl::unexpected<Error> outputFailure(const std::filesystem::path& target, int systemError);

}
