// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/aside.h"

#include "storage/beside.h"

#include <algorithm>

namespace thidua::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kClaim = "-claim";

fs::path claimOf(const fs::path& temporary)
{
    auto name = temporary;
    name += kClaim;
    return name;
}

void takeAway(const fs::path& file)
{
    std::error_code ignored;
    for (const auto& journal : journalsOf(file)) // SQLite leaves one when the disk fails in the middle
        fs::remove(journal, ignored);
    fs::remove(file, ignored);
}

/// `.<name>.thidua.<8 figures>.tmp` of a name with “.tmp” or “.tmp-journal” …: the part up to “.tmp”; empty for any other name.
std::string temporaryName(const std::string& name, const std::string& target)
{
    constexpr std::string_view kEnding = ".tmp";
    constexpr std::size_t kRandom = 9; // with its dot
    const auto at = name.rfind(kEnding);
    if (!name.starts_with('.') || at == std::string::npos || at <= kRandom)
        return {};
    const std::string_view rest = std::string_view(name).substr(at + kEnding.size());
    if (!rest.empty() && rest != kClaim && rest != "-journal" && rest != "-wal" && rest != "-shm")
        return {};
    const std::string_view random = std::string_view(name).substr(at - kRandom, kRandom);
    const bool ours = random.front() == '.' && random.substr(1).find_first_not_of("0123456789abcdef") == std::string_view::npos;
    const bool kind = name.substr(0, at - kRandom).find(".thidua") != std::string::npos || name.starts_with(".backups.json.")
                      || (!target.empty() && name.substr(0, at - kRandom) == "." + target);
    return ours && kind ? name.substr(0, at + kEnding.size()) : std::string();
}

}

Aside::Aside(fs::path target) : m_target(std::move(target)), m_path(platform::temporaryBeside(m_target)), m_claim(claimOf(m_path)) {}

Aside::~Aside()
{
    takeAway(m_path);
}

Error Aside::named(Error error) const
{
    std::ranges::replace(error.args, platform::utf8(m_path), platform::utf8(m_target));
    return error;
}

Result<void> Aside::move(Result<void> (*how)(const fs::path&, const fs::path&))
{
    if (auto flushed = platform::flushToDisk(m_path); !flushed)
        return tl::unexpected<Error>(named(std::move(flushed.error())));
    return how(m_path, m_target);
}

Result<void> Aside::place()
{
    return move(&platform::moveNew);
}

Result<void> Aside::replace()
{
    return move(&platform::moveInto);
}

void sweepAside(const fs::path& folder, const fs::path& target)
{
    std::error_code error;
    std::vector<fs::path> left;
    for (fs::directory_iterator entry(folder.empty() ? fs::path(".") : folder, error), end; !error && entry != end; entry.increment(error)) {
        const auto name = temporaryName(platform::utf8(entry->path().filename()), platform::utf8(target.filename()));
        if (!name.empty())
            left.push_back(entry->path().parent_path() / platform::pathFrom(name));
    }
    std::ranges::sort(left);
    left.erase(std::ranges::unique(left).begin(), left.end());
    for (const auto& temporary : left) {
        if (platform::Claim::isHeld(claimOf(temporary)))
            continue;
        takeAway(temporary);
        fs::remove(claimOf(temporary), error);
    }
}

}
