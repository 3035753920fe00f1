// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_util.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace thidua::test {

/// A folder of one test's own, gone with it. Also takes the register of backups, so that tests leave no trace at home.
class Scratch {
public:
    Scratch() : m_folder(std::filesystem::temp_directory_path() / ("thidua-test-" + newUid()))
    {
        std::filesystem::create_directories(m_folder);
#ifdef _WIN32
        _putenv_s("THIDUA_DATA", (m_folder / "data").string().c_str());
#else
        ::setenv("THIDUA_DATA", (m_folder / "data").c_str(), 1);
#endif
    }
    ~Scratch()
    {
        std::error_code ignored;
        std::filesystem::permissions(m_folder, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(m_folder, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return m_folder / name; }
    const std::filesystem::path& folder() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};

inline std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

}
