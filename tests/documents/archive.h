// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace thidua::tests {

/// A folder of its own that goes away with the test.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(const char* name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

std::string readFile(const std::filesystem::path& path);
/// The bytes of one file of a zip archive; throws when it is not there.
std::string unzipped(const std::filesystem::path& archive, const char* name);
std::vector<std::string> namesIn(const std::filesystem::path& archive);
/// Parsed XML of one file of the archive; throws when it is not well formed.
std::unique_ptr<pugi::xml_document> xmlIn(const std::filesystem::path& archive, const char* name);
/// All text of the elements `name` below `node`, in document order.
std::string textOf(pugi::xml_node node, const char* name);
/// The words of a Word file, hyphens at which no line may end among them.
std::string wordText(pugi::xml_node node);
std::vector<pugi::xml_node> all(pugi::xml_node node, const char* name);

}
