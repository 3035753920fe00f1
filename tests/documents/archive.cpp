// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive.h"

#include "base/text_util.h"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <zip.h>

namespace thidua::tests {
namespace {

struct Closer {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Closer>;

Archive opened(const std::filesystem::path& path)
{
    int error = 0;
    Archive archive(zip_open(path.string().c_str(), ZIP_RDONLY, &error));
    if (!archive)
        throw std::runtime_error("not a zip archive: " + path.string());
    return archive;
}

void collect(pugi::xml_node node, const char* name, std::vector<pugi::xml_node>& found)
{
    for (auto child : node.children()) {
        if (std::string_view(child.name()) == name)
            found.push_back(child);
        collect(child, name, found);
    }
}

}

TemporaryFolder::TemporaryFolder() : m_path(std::filesystem::temp_directory_path() / ("thidua-" + newUid()))
{
    std::filesystem::create_directories(m_path);
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string readFile(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot read " + path.string());
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

std::string unzipped(const std::filesystem::path& path, const char* name)
{
    const auto archive = opened(path);
    zip_stat_t stat;
    if (zip_stat(archive.get(), name, 0, &stat) != 0)
        throw std::runtime_error(std::string("not in the archive: ") + name);
    std::string bytes(static_cast<std::size_t>(stat.size), '\0');
    auto* file = zip_fopen(archive.get(), name, 0);
    const auto read = zip_fread(file, bytes.data(), stat.size);
    zip_fclose(file);
    if (read != static_cast<zip_int64_t>(stat.size))
        throw std::runtime_error(std::string("cut short: ") + name);
    return bytes;
}

std::vector<std::string> namesIn(const std::filesystem::path& path)
{
    const auto archive = opened(path);
    std::vector<std::string> names;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i)
        names.emplace_back(zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), 0));
    return names;
}

std::unique_ptr<pugi::xml_document> xmlIn(const std::filesystem::path& path, const char* name)
{
    auto xml = std::make_unique<pugi::xml_document>();
    const auto result = xml->load_string(unzipped(path, name).c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!result)
        throw std::runtime_error(std::string(name) + ": " + result.description());
    return xml;
}

std::vector<pugi::xml_node> all(pugi::xml_node node, const char* name)
{
    std::vector<pugi::xml_node> found;
    collect(node, name, found);
    return found;
}

std::string textOf(pugi::xml_node node, const char* name)
{
    std::string text;
    for (const auto found : all(node, name))
        text += found.text().get();
    return text;
}

std::string wordText(pugi::xml_node node)
{
    std::string text;
    struct Walker : pugi::xml_tree_walker {
        std::string* text = nullptr;
        bool for_each(pugi::xml_node& at) override
        {
            const std::string_view name = at.name();
            *text += name == "w:t" ? at.text().get() : name == "w:noBreakHyphen" ? "-" : "";
            return true;
        }
    } walker;
    walker.text = &text;
    node.traverse(walker);
    constexpr std::string_view kBond = "\u200D"; // behind a dash; nobody sees it
    for (auto found = text.find(kBond); found != std::string::npos; found = text.find(kBond))
        text.erase(found, kBond.size());
    return text;
}

}
