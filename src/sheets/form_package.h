// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/form_book.h"
#include "sheets/sheet_maker.h"

#include <memory>
#include <pugixml.hpp>

namespace thidua::sheets {

/// A package that can be changed part by part. Parts that nobody changes are copied as they lie there, packed; they are never unpacked.
class EditedPackage {
public:
    explicit EditedPackage(std::string_view bytes);
    ~EditedPackage();
    EditedPackage(const EditedPackage&) = delete;
    EditedPackage& operator=(const EditedPackage&) = delete;

    std::vector<std::string> names() const;
    bool has(const std::string& part) const;
    /// Throws Refused for what is not there, damaged or bigger than a form is.
    std::string read(const std::string& part) const;
    void replace(const std::string& part, std::string bytes);
    void remove(const std::string& part);
    /// Everything with its changes.
    std::string packed();

private:
    struct Archive;
    std::unique_ptr<Archive> m_archive;
};

/// A part as a tree that is written back as it was, but for what is changed in it.
class EditedPart {
public:
    EditedPart(EditedPackage& package, std::string name);
    pugi::xml_node root() const { return m_xml.document_element(); }
    const std::string& name() const { return m_name; }
    void touch() { m_touched = true; }
    /// Into the package, when something was changed.
    void keep();

private:
    EditedPackage& m_package;
    std::string m_name;
    pugi::xml_document m_xml;
    bool m_touched = false;
};

/// “x:row” is “row”.
std::string_view localOf(std::string_view name);
bool isNode(const pugi::xml_node& node, std::string_view local);
/// The first child of that local name; none is an empty node.
pugi::xml_node childOf(const pugi::xml_node& node, std::string_view local);
std::vector<pugi::xml_node> childrenOf(const pugi::xml_node& node, std::string_view local);
/// All below a node of that local name.
std::vector<pugi::xml_node> allBelow(const pugi::xml_node& node, std::string_view local);
pugi::xml_attribute attributeOf(const pugi::xml_node& node, std::string_view local);

/// Where the sheets of a book stand.
struct BookMap {
    struct Entry {
        std::string name, part;
    };
    std::vector<Entry> sheets;
    std::string part;                              ///< of the workbook
    const Entry& named(const std::string& sheet) const;
};
BookMap mapOf(const EditedPackage& package);
/// The parts that a part names, by the last word of their kind: “drawing”, “table”, “comments”, “vmlDrawing”, “chart”.
std::vector<std::pair<std::string, std::string>> relatedOf(const EditedPackage& package, const std::string& part);

}
