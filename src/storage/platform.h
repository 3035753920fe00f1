// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// The only file that speaks to an operating system beyond std::filesystem.
namespace thidua::storage::platform {

/// Makes a finished file survive a power cut: its bytes, and its name in the folder.
Result<void> flushToDisk(const std::filesystem::path& file);
/// Renames, replacing `to`; the two are in one folder, whose entry is flushed.
Result<void> moveInto(const std::filesystem::path& from, const std::filesystem::path& to);
/// Likewise where nothing stands yet: Io "file.exists" otherwise, as far as the disk can tell in one step.
Result<void> moveNew(const std::filesystem::path& from, const std::filesystem::path& to);
/// For tests of failing disks: asked before every move; true refuses it. An empty one heals.
void setMoveFault(std::function<bool(const std::filesystem::path& from, const std::filesystem::path& to)> fault);
bool isWritable(const std::filesystem::path& file);
/// Where the program keeps what is not part of a school file (the register of backups). Created when missing.
std::filesystem::path appDataFolder();
/// A name beside `target` for writing it: `.<name>.<random>.tmp`.
std::filesystem::path temporaryBeside(const std::filesystem::path& target);

/// Which file a name stands for at this moment.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t number = 0;
    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};
/// None when nothing can be found there.
std::optional<FileIdentity> identityOf(const std::filesystem::path& file);

/// A small file that says, for as long as its program lives, that something beside it is still being made.
class Claim {
public:
    explicit Claim(std::filesystem::path file);
    ~Claim();
    Claim(const Claim&) = delete;
    Claim& operator=(const Claim&) = delete;
    /// Whether a living program holds it; in doubt, yes.
    static bool isHeld(const std::filesystem::path& file);

private:
    std::filesystem::path m_file;
#ifdef _WIN32
    void* m_handle = nullptr;
#else
    int m_handle = -1;
#endif
};

/// What a program without a window does first. A reader that has gone and a limit on the size of files are answers of a write, not the
/// end of the program; a standard stream that came closed is opened on nothing, so that no file of ours takes its place and lines for people
/// never land in it.
void prepareStreams();
/// What main was given, as UTF-8 on every system.
std::vector<std::string> arguments(int argc, const char* const* argv);

/// UTF-8 text to path and back, on Windows too.
std::filesystem::path pathFrom(const std::string& utf8);
std::string utf8(const std::filesystem::path& path);

}
