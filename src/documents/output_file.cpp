// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/output_file.h"

#include "base/text_util.h"

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

File openForWriting(const fs::path& path)
{
#ifdef _WIN32
    return File(_wfopen(path.c_str(), L"wb"));
#else
    return File(std::fopen(path.c_str(), "wb"));
#endif
}

std::string shown(const fs::path& path)
{
    const auto text = path.u8string();
    return {text.begin(), text.end()};
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
        return fail(ErrorCode::DiskFull, "output.disk-full", {shown(target)}, detail);
    case EACCES:
    case EPERM:
    case EROFS:
    case EBUSY:
        return fail(ErrorCode::ReadOnly, "output.read-only", {shown(target)}, detail);
    case ENOENT:
    case ENOTDIR:
        return fail(ErrorCode::Io, "output.no-folder", {shown(target.parent_path())}, detail);
    default:
        return fail(ErrorCode::Io, "output.io", {shown(target)}, detail);
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
        return fail(ErrorCode::Io, "output.is-folder", {shown(target)});
    const auto old = fs::status(target, error);
    if (fs::is_regular_file(old) && (old.permissions() & fs::perms::owner_write) == fs::perms::none)
        return outputFailure(target, EACCES);  // renaming over it would succeed all the same
    const auto absolute = fs::absolute(target, error);
    const auto path = absolute.parent_path() / fs::path("." + newUid() + ".tmp");
    errno = 0;
    const auto file = openForWriting(path);
    if (!file)
        return outputFailure(absolute, errno);
    return TemporaryBeside(absolute, path);
}

Result<void> TemporaryBeside::write(std::string_view bytes)
{
    errno = 0;
    auto file = openForWriting(m_path);
    if (!file)
        return outputFailure(m_target, errno);
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
    const int writeError = errno;
    const bool closed = std::fclose(file.release()) == 0;
    if (!written || !closed)
        return outputFailure(m_target, written ? errno : writeError);
    return {};
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

Result<void> replaceFile(const fs::path& target, std::string_view bytes)
{
    TD_TRY(auto temporary, TemporaryBeside::create(target));
    TD_CHECK(temporary.write(bytes));
    return temporary.commit();
}

}
