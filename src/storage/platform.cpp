// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/platform.h"

#include "base/path_text.h"
#include "base/text_util.h"
#include "storage/lock_trial.h"
#include "storage/quiet_errors.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>

#ifdef _WIN32
#define NOMINMAX
#include <windows.h>
#include <shellapi.h>
#include <fcntl.h>
#include <io.h>
#else
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace thidua::storage::platform {
namespace {

tl::unexpected<Error> ioError(const std::filesystem::path& path, std::string detail)
{
    return fail(ErrorCode::Io, "file.io", {utf8(path)}, std::move(detail));
}

/// Empty but in tests.
std::function<bool(const std::filesystem::path&, const std::filesystem::path&)>& moveFault()
{
    static std::function<bool(const std::filesystem::path&, const std::filesystem::path&)> fault;
    return fault;
}

bool refused(const std::filesystem::path& from, const std::filesystem::path& to)
{
    return moveFault() && moveFault()(from, to);
}

tl::unexpected<Error> taken(const std::filesystem::path& path)
{
    return fail(ErrorCode::Io, "file.exists", {utf8(path)});
}

#ifndef _WIN32
bool syncPath(const std::filesystem::path& path, int flags)
{
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    const int problem = errno;
    ::close(descriptor);
    errno = problem;
    return done;
}
#endif

/// A folder that cannot be synchronised (some network shares, Windows) still holds the flushed file.
void flushFolderOf([[maybe_unused]] const std::filesystem::path& file)
{
#ifndef _WIN32
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    static_cast<void>(syncPath(folder, O_RDONLY | O_DIRECTORY));
#endif
}

}

std::filesystem::path pathFrom(const std::string& text)
{
    return thidua::pathFrom(text);
}

std::string utf8(const std::filesystem::path& path)
{
    return pathText(path);
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
    const bool done = syncPath(file, O_RDONLY);
    if (!done && (errno == ENOSPC || errno == EDQUOT))
        return fail(ErrorCode::DiskFull, "file.disk-full", {utf8(file)});
#endif
    if (!done)
        return ioError(file, "flush failed");
    flushFolderOf(file);
    return {};
}

void setMoveFault(std::function<bool(const std::filesystem::path& from, const std::filesystem::path& to)> fault)
{
    moveFault() = std::move(fault);
}

Result<void> moveInto(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (refused(from, to))
        return ioError(to, "refused by a test");
    std::error_code error;
    std::filesystem::rename(from, to, error);
    if (error)
        return ioError(to, error.message());
    flushFolderOf(to);
    return {};
}

Result<void> moveNew(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (refused(from, to))
        return ioError(to, "refused by a test");
#ifdef _WIN32
    if (MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_WRITE_THROUGH) != 0)
        return {};
    const DWORD problem = GetLastError();
    if (problem == ERROR_ALREADY_EXISTS || problem == ERROR_FILE_EXISTS)
        return taken(to);
    return ioError(to, "cannot be moved: " + std::to_string(problem));
#else
#ifdef RENAME_NOREPLACE
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        flushFolderOf(to);
        return {};
    }
    if (errno == EEXIST)
        return taken(to);
#endif
    // Disks that do not know how to look and move in one step.
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(to, error)))
        return taken(to);
    return moveInto(from, to);
#endif
}

std::optional<FileIdentity> identityOf(const std::filesystem::path& file)
{
#ifdef _WIN32
    const HANDLE handle = CreateFileW(file.c_str(), 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                                      FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return std::nullopt;
    BY_HANDLE_FILE_INFORMATION known{};
    const bool found = GetFileInformationByHandle(handle, &known) != 0;
    CloseHandle(handle);
    if (!found)
        return std::nullopt;
    return FileIdentity{known.dwVolumeSerialNumber, (static_cast<std::uint64_t>(known.nFileIndexHigh) << 32U) | known.nFileIndexLow};
#else
    struct stat known {};
    if (::stat(file.c_str(), &known) != 0)
        return std::nullopt;
    return FileIdentity{static_cast<std::uint64_t>(known.st_dev), static_cast<std::uint64_t>(known.st_ino)};
#endif
}

bool letsInASecondHandle([[maybe_unused]] const std::filesystem::path& file)
{
#ifdef F_OFD_SETLK
    // Locks of a process do not bind itself; those of an open file do, and go the same way through the system to the share. The byte is
    // one that SQLite never uses.
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000000 + 4096;
    lock.l_len = 1;
    const int one = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    const int other = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    const bool both = one >= 0 && other >= 0 && ::fcntl(one, F_OFD_SETLK, &lock) == 0 && ::fcntl(other, F_OFD_SETLK, &lock) == 0;
    for (const int handle : {one, other})
        if (handle >= 0)
            ::close(handle);
    return both;
#else
    return false; // where handles of one process bind each other, SQLite's own second handle tells (data_file.cpp)
#endif
}

#ifdef _WIN32

Claim::Claim(std::filesystem::path file) : m_file(std::move(file))
{
    m_handle = CreateFileW(m_file.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_ATTRIBUTE_HIDDEN | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
}

Claim::~Claim()
{
    if (m_handle != INVALID_HANDLE_VALUE)
        CloseHandle(m_handle);
}

bool Claim::isHeld(const std::filesystem::path& file)
{
    const HANDLE handle = CreateFileW(file.c_str(), GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return GetLastError() != ERROR_FILE_NOT_FOUND && GetLastError() != ERROR_PATH_NOT_FOUND;
    CloseHandle(handle);
    return false;
}

#else

Claim::Claim(std::filesystem::path file) : m_file(std::move(file))
{
    // Another program that cleans up may take the name away between making and locking it.
    for (int tries = 0; tries < 5; ++tries) {
        m_handle = ::open(m_file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
        if (m_handle < 0)
            return;
        ::flock(m_handle, LOCK_EX);
        struct stat mine {};
        const auto named = identityOf(m_file);
        if (::fstat(m_handle, &mine) == 0 && named && named->number == static_cast<std::uint64_t>(mine.st_ino))
            return;
        ::close(m_handle);
        m_handle = -1;
    }
}

Claim::~Claim()
{
    if (m_handle < 0)
        return;
    ::unlink(m_file.c_str());
    ::close(m_handle);
}

bool Claim::isHeld(const std::filesystem::path& file)
{
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return errno != ENOENT;
    const bool held = ::flock(handle, LOCK_EX | LOCK_NB) != 0;
    ::close(handle);
    return held;
}

#endif

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
#ifdef _WIN32
    // Wide: the names of people (C:\\Users\\Hoàng) stand in them, which the machine's code page may lack.
    if (const wchar_t* chosen = _wgetenv(L"THIDUA_DATA"))
        folder = chosen;
    else if (const wchar_t* local = _wgetenv(L"LOCALAPPDATA"))
        folder = std::filesystem::path(local) / "ThiDua";
#else
    if (const char* chosen = std::getenv("THIDUA_DATA"))
        folder = pathFrom(chosen);
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

void prepareStreams()
{
#ifdef _WIN32
    SetConsoleOutputCP(CP_UTF8);
#else
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    // The lowest free number is given out first; what is read from is opened for writing and the other way round, so that every use fails.
    for (int stream = 0; stream <= 2; ++stream)
        if (::fcntl(stream, F_GETFD) == -1)
            static_cast<void>(::open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY));
#endif
}

std::vector<std::string> arguments([[maybe_unused]] int argc, [[maybe_unused]] const char* const* argv)
{
#ifdef _WIN32
    // What main gets there is in the code page of the machine, which lacks most Vietnamese letters.
    int count = 0;
    wchar_t** wide = CommandLineToArgvW(GetCommandLineW(), &count);
    std::vector<std::string> all;
    for (int i = 0; wide != nullptr && i < count; ++i)
        all.push_back(utf8(std::filesystem::path(wide[i])));
    LocalFree(wide);
    return all;
#else
    return {argv, argv + argc};
#endif
}

int silenceErrors()
{
    std::fflush(stderr);
#ifdef _WIN32
    const int kept = _dup(2);
    const int nothing = _wopen(L"NUL", _O_WRONLY);
    if (kept >= 0 && nothing >= 0)
        _dup2(nothing, 2);
    if (nothing >= 0)
        _close(nothing);
#else
    const int kept = ::dup(2);
    const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (kept >= 0 && nothing >= 0)
        ::dup2(nothing, 2);
    if (nothing >= 0)
        ::close(nothing);
#endif
    return kept;
}

void restoreErrors(int kept)
{
    if (kept < 0)
        return;
    std::fflush(stderr);
#ifdef _WIN32
    _dup2(kept, 2);
    _close(kept);
#else
    ::dup2(kept, 2);
    ::close(kept);
#endif
}

}
