// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/form_package.h"

#include "sheets/package.h"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <sstream>
#include <zip.h>

namespace thidua::sheets {
namespace {

constexpr zip_uint64_t kMostOfPart = 24ULL << 20U; ///< unpacked: a form is a sheet that somebody looks at
constexpr int kDeepestPart = 60;

/// Everything as it stands: spaces, remarks, the declaration.
constexpr unsigned kAsItIs = pugi::parse_full | pugi::parse_ws_pcdata;

/// “xl/worksheets/sheet1.xml” and “../drawings/drawing1.xml”.
std::string targetFrom(const std::string& part, std::string target)
{
    if (target.starts_with('/'))
        return target.substr(1);
    auto folder = part.substr(0, part.rfind('/') == std::string::npos ? 0 : part.rfind('/'));
    while (target.starts_with("../")) {
        target.erase(0, 3);
        folder.resize(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/'));
    }
    return folder.empty() ? target : folder + "/" + target;
}

std::string relationsOf(const std::string& part)
{
    const auto slash = part.rfind('/');
    const auto folder = slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
    return folder + "_rels/" + part.substr(slash == std::string::npos ? 0 : slash + 1) + ".rels";
}

void collect(const pugi::xml_node& node, std::string_view local, std::vector<pugi::xml_node>& found, int depth)
{
    if (depth > kDeepestPart)
        throw Refused{"sheet.damaged"};
    for (const auto& child : node.children()) {
        if (isNode(child, local))
            found.push_back(child);
        collect(child, local, found, depth + 1);
    }
}

}

struct EditedPackage::Archive {
    zip_source_t* source = nullptr;
    zip_t* zip = nullptr;
    std::map<std::string, std::string> changed{}; ///< libzip reads from them when it packs, and does not show them before
    ~Archive()
    {
        if (zip != nullptr)
            zip_discard(zip);
        if (source != nullptr)
            zip_source_free(source);
    }
};

EditedPackage::EditedPackage(std::string_view bytes) : m_archive(new Archive)
{
    zip_error_t error;
    zip_error_init(&error);
    // Where the first parts of a package stay as they are, libzip goes on in the bytes that it has, and frees them in the end: they must be its own.
    auto* own = static_cast<char*>(std::malloc(std::max<std::size_t>(bytes.size(), 1)));
    if (own == nullptr)
        throw std::bad_alloc();
    std::ranges::copy(bytes, own);
    m_archive->source = zip_source_buffer_create(own, bytes.size(), 1, &error);
    if (m_archive->source == nullptr)
        std::free(own);
    else
        m_archive->zip = zip_open_from_source(m_archive->source, 0, &error);
    zip_error_fini(&error);
    if (m_archive->zip == nullptr)
        throw Refused{"sheet.damaged"};
    zip_source_keep(m_archive->source); // closing the archive gives up one hold, we keep the other
}

EditedPackage::~EditedPackage() = default;

std::vector<std::string> EditedPackage::names() const
{
    std::vector<std::string> names;
    for (zip_int64_t i = 0; i < zip_get_num_entries(m_archive->zip, 0); ++i)
        if (const char* name = zip_get_name(m_archive->zip, static_cast<zip_uint64_t>(i), 0))
            names.emplace_back(name);
    return names;
}

bool EditedPackage::has(const std::string& part) const
{
    return zip_name_locate(m_archive->zip, part.c_str(), 0) >= 0;
}

std::string EditedPackage::read(const std::string& part) const
{
    if (const auto found = m_archive->changed.find(part); found != m_archive->changed.end())
        return found->second;
    const auto at = zip_name_locate(m_archive->zip, part.c_str(), 0);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (at < 0 || zip_stat_index(m_archive->zip, static_cast<zip_uint64_t>(at), 0, &stat) < 0)
        throw Refused{"sheet.damaged"};
    if (stat.size > kMostOfPart)
        throw Refused{"sheet.too-big"};
    auto* file = zip_fopen_index(m_archive->zip, static_cast<zip_uint64_t>(at), 0);
    if (file == nullptr)
        throw Refused{"sheet.damaged"};
    std::string bytes(static_cast<std::size_t>(stat.size) + 1, '\0');
    const auto got = zip_fread(file, bytes.data(), bytes.size());
    zip_fclose(file);
    if (got < 0 || static_cast<zip_uint64_t>(got) != stat.size) // what an entry says of its size is held against what is in it
        throw Refused{"sheet.damaged"};
    bytes.pop_back();
    return bytes;
}

void EditedPackage::replace(const std::string& part, std::string bytes)
{
    m_archive->changed.insert_or_assign(part, std::move(bytes));
}

void EditedPackage::remove(const std::string& part)
{
    if (const auto at = zip_name_locate(m_archive->zip, part.c_str(), 0); at >= 0)
        zip_delete(m_archive->zip, static_cast<zip_uint64_t>(at));
}

std::string EditedPackage::packed()
{
    for (const auto& [part, bytes] : m_archive->changed) {
        const auto at = zip_name_locate(m_archive->zip, part.c_str(), 0);
        auto* source = zip_source_buffer(m_archive->zip, bytes.data(), bytes.size(), 0);
        if (at < 0 || source == nullptr || zip_file_replace(m_archive->zip, static_cast<zip_uint64_t>(at), source, 0) < 0) {
            zip_source_free(source);
            throw Refused{"sheet.damaged"};
        }
    }
    if (zip_close(m_archive->zip) < 0)
        throw Refused{"sheet.damaged"};
    m_archive->zip = nullptr;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(m_archive->source, &stat) < 0 || zip_source_open(m_archive->source) < 0)
        throw Refused{"sheet.damaged"};
    std::string bytes(static_cast<std::size_t>(stat.size), '\0');
    const auto got = zip_source_read(m_archive->source, bytes.data(), stat.size);
    zip_source_close(m_archive->source);
    if (got < 0 || static_cast<zip_uint64_t>(got) != stat.size)
        throw Refused{"sheet.damaged"};
    return bytes;
}

EditedPart::EditedPart(EditedPackage& package, std::string name) : m_package(package), m_name(std::move(name))
{
    const auto bytes = package.read(m_name);
    if (!m_xml.load_buffer(bytes.data(), bytes.size(), kAsItIs, pugi::encoding_utf8) || !m_xml.document_element())
        throw Refused{"sheet.damaged"};
}

void EditedPart::keep()
{
    if (!m_touched)
        return;
    std::ostringstream out;
    m_xml.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    m_package.replace(m_name, std::move(out).str());
    m_touched = false;
}

std::string_view localOf(std::string_view name)
{
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool isNode(const pugi::xml_node& node, std::string_view local)
{
    return node.type() == pugi::node_element && localOf(node.name()) == local;
}

pugi::xml_node childOf(const pugi::xml_node& node, std::string_view local)
{
    return node.find_child([local](const pugi::xml_node& child) { return isNode(child, local); });
}

std::vector<pugi::xml_node> childrenOf(const pugi::xml_node& node, std::string_view local)
{
    std::vector<pugi::xml_node> found;
    for (const auto& child : node.children())
        if (isNode(child, local))
            found.push_back(child);
    return found;
}

std::vector<pugi::xml_node> allBelow(const pugi::xml_node& node, std::string_view local)
{
    std::vector<pugi::xml_node> found;
    collect(node, local, found, 0);
    return found;
}

pugi::xml_attribute attributeOf(const pugi::xml_node& node, std::string_view local)
{
    return node.find_attribute([local](const pugi::xml_attribute& attribute) { return localOf(attribute.name()) == local; });
}

const BookMap::Entry& BookMap::named(const std::string& sheet) const
{
    for (const auto& entry : sheets)
        if (isNamed(entry.name, sheet))
            return entry;
    throw Refused{"sheet.no-such-sheet", {sheet, sheets.empty() ? std::string() : sheets.front().name}};
}

BookMap mapOf(const EditedPackage& package)
{
    BookMap map;
    map.part = "xl/workbook.xml";
    const auto bytes = package.read(map.part);
    pugi::xml_document xml;
    if (!xml.load_buffer(bytes.data(), bytes.size()))
        throw Refused{"sheet.damaged"};
    std::map<std::string, std::string> parts;
    const auto relations = package.read(relationsOf(map.part));
    pugi::xml_document related;
    if (!related.load_buffer(relations.data(), relations.size()))
        throw Refused{"sheet.damaged"};
    for (const auto& relation : related.document_element().children())
        parts.emplace(relation.attribute("Id").value(), targetFrom(map.part, relation.attribute("Target").value()));
    for (const auto& sheet : childrenOf(childOf(xml.document_element(), "sheets"), "sheet")) {
        std::string id; // “r:id”, not “sheetId”
        for (const auto& attribute : sheet.attributes())
            if (const std::string_view name = attribute.name(); name.ends_with(":id"))
                id = attribute.value();
        if (const auto found = parts.find(id); found != parts.end() && package.has(found->second))
            map.sheets.push_back({sheet.attribute("name").value(), found->second});
    }
    return map;
}

std::vector<std::pair<std::string, std::string>> relatedOf(const EditedPackage& package, const std::string& part)
{
    std::vector<std::pair<std::string, std::string>> found;
    const auto relations = relationsOf(part);
    if (!package.has(relations))
        return found;
    const auto bytes = package.read(relations);
    pugi::xml_document xml;
    if (!xml.load_buffer(bytes.data(), bytes.size()))
        throw Refused{"sheet.damaged"};
    for (const auto& relation : xml.document_element().children()) {
        const std::string type = relation.attribute("Type").value();
        auto target = targetFrom(part, relation.attribute("Target").value());
        if (std::string_view(relation.attribute("TargetMode").value()) != "External" && package.has(target))
            found.emplace_back(type.substr(type.rfind('/') + 1), std::move(target));
    }
    return found;
}

std::vector<std::pair<std::string, std::uint32_t>> partsOf(std::string_view bytes)
{
    std::vector<std::pair<std::string, std::uint32_t>> parts;
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (zip == nullptr) {
        zip_source_free(source);
        return parts;
    }
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat) == 0 && stat.name != nullptr)
            parts.emplace_back(stat.name, stat.crc);
    }
    zip_discard(zip);
    return parts;
}

}
