// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/beside.h"

#include "storage/platform.h"

#include <array>
#include <fstream>

namespace thidua::storage {
namespace {

namespace fs = std::filesystem;

fs::path named(const fs::path& file, const char* ending)
{
    fs::path name = placeOf(file);
    name += ending;
    return name;
}

bool isThere(const fs::path& file)
{
    std::error_code error;
    return fs::exists(fs::symlink_status(file, error));
}

/// SQLite's own sign of a journal that is still to be played back: its first byte.
bool isHot(const fs::path& journal)
{
    std::error_code error;
    if (!fs::is_regular_file(journal, error))
        return false;
    std::ifstream stream(journal, std::ios::binary);
    return stream.get() > 0;
}

}

Result<void> usableName(const fs::path& file)
{
    const auto text = platform::utf8(file);
    if (text.empty() || text.starts_with(":memory:") || text.starts_with("file:"))
        return fail(ErrorCode::Io, "file.bad-name", {text});
    return {};
}

Result<void> regularFile(const fs::path& file)
{
    TD_CHECK(usableName(file));
    std::error_code error;
    const auto status = fs::status(file, error);
    if (!fs::exists(status))
        return fail(ErrorCode::NotFound, "file.not-found", {platform::utf8(file)});
    if (fs::is_directory(status))
        return fail(ErrorCode::FileCorrupt, "file.is-folder", {platform::utf8(file)});
    if (!fs::is_regular_file(status))
        return fail(ErrorCode::FileCorrupt, "file.not-regular", {platform::utf8(file)});
    return {};
}

fs::path placeOf(const fs::path& file)
{
    std::error_code error;
    if (!fs::is_symlink(file, error))
        return file;
    const auto real = fs::weakly_canonical(file, error);
    return error ? file : real;
}

std::vector<fs::path> journalsOf(const fs::path& file)
{
    std::vector<fs::path> found;
    for (const char* ending : {"-journal", "-wal", "-shm"})
        if (const auto name = named(file, ending); isThere(name))
            found.push_back(name);
    return found;
}

bool isInWalMode(const fs::path& file)
{
    constexpr std::size_t kWriteVersion = 18; // of the header: which way of writing the file was left in
    constexpr char kWal = 2;
    std::ifstream stream(file, std::ios::binary);
    std::array<char, 20> header{};
    stream.read(header.data(), header.size());
    return stream.gcount() == static_cast<std::streamsize>(header.size()) && header[kWriteVersion] == kWal;
}

bool needsRecovery(const fs::path& file)
{
    return isHot(named(file, "-journal")) || isThere(named(file, "-wal")) || isInWalMode(file);
}

Result<void> nothingBeside(const fs::path& file)
{
    const auto found = journalsOf(file);
    if (found.empty())
        return {};
    return fail(ErrorCode::WrongState, "file.journal-beside", {platform::utf8(file), platform::utf8(found.front().filename())});
}

Error withJournal(Error error, const fs::path& file)
{
    if ((error.code != ErrorCode::ReadOnly && error.code != ErrorCode::Io) || error.key == "file.no-room-to-recover" || error.key == "file.no-temporary-folder" || !needsRecovery(file))
        return error;
    const auto found = journalsOf(file);
    if (found.empty())
        return error;
    return {ErrorCode::ReadOnly, "file.journal-read-only", {platform::utf8(file), platform::utf8(found.front().filename())}, {}, error.detail};
}

tl::unexpected<Error> notWritten(const fs::path& target, std::error_code said)
{
    constexpr std::uintmax_t kNoRoom = 64 * 1024;
    std::error_code error;
    const auto room = fs::space(target.has_parent_path() ? target.parent_path() : fs::path("."), error).available;
    if (said == std::errc::no_space_on_device || (!error && room < kNoRoom))
        return fail(ErrorCode::DiskFull, "file.disk-full", {platform::utf8(target)}, said.message());
    return fail(ErrorCode::Io, "file.cannot-write", {platform::utf8(target)}, said.message());
}

fs::path freeName(const fs::path& file, const std::string& suffix)
{
    const auto stem = platform::utf8(file.stem()) + suffix;
    for (int i = 1;; ++i) {
        auto name = file.parent_path() / platform::pathFrom(stem + (i == 1 ? std::string() : "_" + std::to_string(i)));
        name += file.extension();
        if (!isThere(name) && journalsOf(name).empty())
            return name;
    }
}

}
