// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/platform.h"

#include "base/text_util.h"

#include <cstdlib>

#ifdef _WIN32
#define NOMINMAX
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace thidua::storage::platform {
namespace {

tl::unexpected<Error> ioError(const std::filesystem::path& path, std::string detail)
{
    return fail(ErrorCode::Io, "file.io", {utf8(path)}, std::move(detail));
}

#ifndef _WIN32
bool syncPath(const std::filesystem::path& path, int flags)
{
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}
#endif

}

std::filesystem::path pathFrom(const std::string& text)
{
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

std::string utf8(const std::filesystem::path& path)
{
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

Result<void> flushToDisk(const std::filesystem::path& file)
{
#ifdef _WIN32
    const HANDLE handle = CreateFileW(file.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return ioError(file, "cannot open for flushing");
    const bool done = FlushFileBuffers(handle) != 0;
    CloseHandle(handle);
#else
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    // A folder that cannot be synchronised (some network shares) still holds the flushed file.
    const bool done = syncPath(file, O_RDONLY);
    static_cast<void>(syncPath(folder, O_RDONLY | O_DIRECTORY));
#endif
    if (!done)
        return ioError(file, "flush failed");
    return {};
}

Result<void> moveInto(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code error;
    std::filesystem::rename(from, to, error);
    if (error)
        return ioError(to, error.message());
    return {};
}

bool isWritable(const std::filesystem::path& file)
{
#ifdef _WIN32
    const DWORD attributes = GetFileAttributesW(file.c_str());
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_READONLY) == 0;
#else
    return ::access(file.c_str(), W_OK) == 0;
#endif
}

std::filesystem::path appDataFolder()
{
    std::filesystem::path folder;
    if (const char* chosen = std::getenv("THIDUA_DATA"))
        folder = pathFrom(chosen);
#ifdef _WIN32
    else if (const char* local = std::getenv("LOCALAPPDATA"))
        folder = pathFrom(local) / "ThiDua";
#else
    else if (const char* data = std::getenv("XDG_DATA_HOME"))
        folder = pathFrom(data) / "thidua";
    else if (const char* home = std::getenv("HOME"))
        folder = pathFrom(home) / ".local" / "share" / "thidua";
#endif
    else
        folder = std::filesystem::temp_directory_path() / "thidua";
    std::error_code ignored; // A folder that cannot be made shows when the first file is written there.
    std::filesystem::create_directories(folder, ignored);
    return folder;
}

std::filesystem::path temporaryBeside(const std::filesystem::path& target)
{
    auto name = pathFrom(".");
    name += target.filename();
    name += "." + newUid().substr(0, 8) + ".tmp";
    return target.parent_path() / name;
}

}
