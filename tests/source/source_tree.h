// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace thidua::test {

struct SourceFile {
    std::string path; ///< below the repository's root, with slashes
    std::string text;
    std::vector<std::string> lines;
};

/// All C++ files below these folders of the repository.
inline std::vector<SourceFile> sources(const std::vector<std::string>& folders)
{
    namespace fs = std::filesystem;
    const fs::path root = THIDUA_SOURCE;
    std::vector<SourceFile> files;
    for (const auto& folder : folders)
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto extension = entry.path().extension();
            if (!entry.is_regular_file() || (extension != ".cpp" && extension != ".h"))
                continue;
            std::ifstream stream(entry.path(), std::ios::binary);
            std::ostringstream bytes;
            bytes << stream.rdbuf();
            SourceFile file{fs::relative(entry.path(), root).generic_string(), bytes.str(), {}};
            std::istringstream lines(file.text);
            for (std::string line; std::getline(lines, line);)
                file.lines.push_back(line);
            files.push_back(std::move(file));
        }
    return files;
}

}
