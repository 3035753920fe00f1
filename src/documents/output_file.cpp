// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/output_file.h"

#include "base/path_text.h"
#include "base/text_util.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

namespace thidua::documents {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

enum class For { Writing, Reading };

File open(const fs::path& path, For purpose)
{
#ifdef _WIN32
    return File(_wfopen(path.c_str(), purpose == For::Writing ? L"wb" : L"rb"));
#else
    return File(std::fopen(path.c_str(), purpose == For::Writing ? "wb" : "rb"));
#endif
}

/// Whether a school's file, or another program's data, stands there: no paper takes their place.
bool holdsData(const fs::path& file)
{
    constexpr std::string_view kDatabase("SQLite format 3\0", 16);
    std::array<char, kDatabase.size()> head{};
    const auto there = open(file, For::Reading);
    return there && std::fread(head.data(), 1, head.size(), there.get()) == head.size() && std::string_view(head.data(), head.size()) == kDatabase;
}

}

tl::unexpected<Error> outputFailure(const fs::path& target, int systemError)
{
    const std::string detail = std::strerror(systemError);
    switch (systemError) {
    case ENOSPC:
#ifdef EDQUOT
    case EDQUOT:
#endif
        return fail(ErrorCode::DiskFull, "output.disk-full", {pathText(target)}, detail);
    case EACCES:
    case EPERM:
    case EROFS:
    case EBUSY:
        return fail(ErrorCode::ReadOnly, "output.read-only", {pathText(target)}, detail);
    case ENOENT:
    case ENOTDIR:
        return fail(ErrorCode::Io, "output.no-folder", {pathText(target.parent_path())}, detail);
    default:
        return fail(ErrorCode::Io, "output.io", {pathText(target)}, detail);
    }
}

TemporaryBeside::TemporaryBeside(fs::path target, fs::path path) : m_target(std::move(target)), m_path(std::move(path)) {}

TemporaryBeside::TemporaryBeside(TemporaryBeside&& other) noexcept
    : m_target(std::move(other.m_target)), m_path(std::exchange(other.m_path, {}))
{
}

TemporaryBeside::~TemporaryBeside()
{
    std::error_code ignored;
    if (!m_path.empty())
        fs::remove(m_path, ignored);
}

Result<TemporaryBeside> TemporaryBeside::create(const fs::path& target)
{
    std::error_code error;
    if (fs::is_directory(target, error))
        return fail(ErrorCode::Io, "output.is-folder", {pathText(target)});
    const auto old = fs::status(target, error);
    if (fs::exists(old) && !fs::is_regular_file(old))
        return fail(ErrorCode::Io, "output.not-regular", {pathText(target)}); // renaming would put a file in the place of a device
    if (fs::is_regular_file(old) && holdsData(target))
        return fail(ErrorCode::Validation, "output.is-data", {pathText(target)});
    if (fs::is_regular_file(old) && (old.permissions() & fs::perms::owner_write) == fs::perms::none)
        return outputFailure(target, EACCES);  // renaming over it would succeed all the same
    const auto absolute = fs::absolute(target, error);
    const auto path = absolute.parent_path() / fs::path("." + newUid() + ".tmp");
    errno = 0;
    const auto file = open(path, For::Writing);
    if (!file)
        return outputFailure(absolute, errno);
    return TemporaryBeside(absolute, path);
}

Result<void> TemporaryBeside::write(std::string_view bytes)
{
    errno = 0;
    auto file = open(m_path, For::Writing);
    if (!file)
        return outputFailure(m_target, errno);
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
    const int writeError = errno;
    const bool closed = std::fclose(file.release()) == 0;
    if (!written || !closed)
        return outputFailure(m_target, written ? errno : writeError);
    return {};
}

Result<std::string> TemporaryBeside::readAgain() const
{
    errno = 0;
    const auto file = open(m_path, For::Reading);
    std::string bytes;
    std::array<char, 65536> part;
    while (file) {
        const auto count = std::fread(part.data(), 1, part.size(), file.get());
        bytes.append(part.data(), count);
        if (count < part.size())
            break;
    }
    if (!file || std::ferror(file.get()) != 0)
        return outputFailure(m_target, errno == 0 ? EIO : errno);
    return bytes;
}

Result<void> TemporaryBeside::commit()
{
    std::error_code error;
    fs::rename(m_path, m_target, error);
    if (error)
        return outputFailure(m_target, error.value());
    m_path.clear();
    return {};
}

tl::unexpected<Error> notWhole(const fs::path& target, std::string detail)
{
    return fail(ErrorCode::Io, "output.not-whole", {pathText(target)}, std::move(detail));
}

tl::unexpected<Error> stoppedWriting(const fs::path& target)
{
    return fail(ErrorCode::Io, "output.not-whole", {pathText(target)}, "stopped");
}

Result<void> replaceFile(const fs::path& target, std::string_view bytes, const WholeCheck& whole, const Progress* progress)
{
    TD_TRY(auto temporary, TemporaryBeside::create(target));
    TD_CHECK(temporary.write(bytes));
    TD_TRY(const auto read, temporary.readAgain());
    if (read != bytes || (whole && !whole(read)))
        return notWhole(target, "read again: " + std::to_string(read.size()) + " of " + std::to_string(bytes.size()) + " bytes");
    if (progress != nullptr && progress->stopped())
        return stoppedWriting(target);
    return temporary.commit();
}

}
