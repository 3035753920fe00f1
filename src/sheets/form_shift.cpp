// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/form_shift.h"

#include "base/text_util.h"
#include "sheets/package.h"

#include <algorithm>
#include <charconv>

namespace thidua::sheets {
namespace {

using Change = std::function<void(Reference&)>;

void changeRanges(pugi::xml_attribute attribute, const Change& change)
{
    if (attribute)
        attribute.set_value(withRanges(attribute.value(), change).c_str());
}

/// What a formula gave; its kind goes with it.
void forgetValue(pugi::xml_node cell)
{
    if (const auto value = childOf(cell, "v"))
        cell.remove_child(value);
    cell.remove_attribute("t");
}

/// What stands in elements of that local name (`<x:Row>8</x:Row>`), changed wherever it stands. These parts need be no sound XML.
template <class Fn>
std::string withElements(std::string text, std::string_view local, Fn change)
{
    const auto end = std::string(local) + ">";
    for (auto at = text.find(end); at != std::string::npos; at = text.find(end, at)) {
        const auto open = text.rfind('<', at);
        at += end.size();
        const bool opens = open != std::string::npos && text[open + 1] != '/' && localOf(std::string_view(text).substr(open + 1, at - open - 2)) == local;
        const auto close = text.find('<', at);
        if (!opens || close == std::string::npos)
            continue;
        const auto changed = change(text.substr(at, close - at));
        text.replace(at, close - at, changed);
        at += changed.size();
    }
    return text;
}

/// Rows are counted from 0 there.
std::string movedRow(const std::string& text, const RowShift& shift)
{
    std::uint32_t row = 0;
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos || std::from_chars(text.data() + begin, text.data() + text.size(), row).ec != std::errc{} || row > 1'048'576)
        return text;
    return text.substr(0, begin) + std::to_string(shift.of(row + 1) - 1);
}

}

std::string translatedFormula(std::string_view formula, std::int64_t rows, std::int64_t columns)
{
    return withReferences(formula, [](const auto&) { return true; }, [&](Reference& reference) { translate(reference, rows, columns); });
}

void spreadSharedFormulas(const pugi::xml_node& sheetData)
{
    struct Shared {
        CellPlace place;
        std::string formula;
    };
    std::map<std::string, Shared> shared;
    for (const auto& row : childrenOf(sheetData, "row"))
        for (const auto& cell : childrenOf(row, "c")) {
            auto computed = childOf(cell, "f");
            if (!computed || std::string_view(computed.attribute("t").value()) != "shared")
                continue;
            const auto place = placeOf(cell.attribute("r").value());
            const std::string id = computed.attribute("si").value(), own = computed.text().get();
            if (!own.empty())
                shared.insert_or_assign(id, Shared{place, own});
            else if (const auto found = shared.find(id); found != shared.end())
                computed.text().set(translatedFormula(found->second.formula, static_cast<std::int64_t>(place.row) - found->second.place.row,
                                                      static_cast<std::int64_t>(place.column) - found->second.place.column).c_str());
            for (const char* attribute : {"t", "si", "ref"})
                computed.remove_attribute(attribute);
        }
}

FormShifter::FormShifter(EditedPackage& package, const BookMap& map, EditedPart& sheet, std::string name)
    : m_package(package), m_map(map), m_sheet(sheet), m_name(std::move(name))
{
}

EditedPart& FormShifter::part(const std::string& name)
{
    auto& kept = m_parts[name];
    if (!kept)
        kept = std::make_unique<EditedPart>(m_package, name);
    return *kept;
}

bool FormShifter::concerns(const std::optional<std::string>& sheet, bool own) const
{
    return sheet ? isNamed(*sheet, m_name) : own;
}

std::string FormShifter::formula(std::string_view text, bool own, const RowShift& shift) const
{
    return withReferences(text, [this, own](const auto& sheet) { return concerns(sheet, own); }, [&shift](Reference& reference) { shift.apply(reference); });
}

void FormShifter::shiftText(pugi::xml_node node, bool own, const RowShift& shift) const
{
    if (node && node.text())
        node.text().set(formula(node.text().get(), own, shift).c_str());
}

void FormShifter::shift(const RowShift& shift, std::uint32_t firstRow, std::uint32_t lastRow)
{
    shiftOwn(shift, firstRow, lastRow);
    shiftNames(shift);
    shiftOthers(shift);
    shiftRelated(shift);
    m_sheet.touch();
}

void FormShifter::shiftOwn(const RowShift& shift, std::uint32_t firstRow, std::uint32_t lastRow)
{
    const Change range = [&shift](Reference& reference) { shift.applyToRange(reference); };
    const Change place = [&shift](Reference& reference) { RowShift{shift.after, shift.by, false}.apply(reference); };
    const auto root = m_sheet.root();
    for (const auto& row : childrenOf(childOf(root, "sheetData"), "row")) {
        const auto number = row.attribute("r").as_uint();
        const bool line = number >= firstRow && number <= lastRow;
        const RowShift here{shift.after, shift.by, shift.grow && !line};
        for (const auto& cell : childrenOf(row, "c"))
            if (const auto computed = childOf(cell, "f")) {
                shiftText(computed, true, here);
                changeRanges(computed.attribute("ref"), place);
            }
    }
    changeRanges(childOf(root, "dimension").attribute("ref"), place);
    for (const auto& view : childrenOf(childOf(root, "sheetViews"), "sheetView")) {
        changeRanges(view.attribute("topLeftCell"), place);
        changeRanges(childOf(view, "pane").attribute("topLeftCell"), place);
        for (const auto& selection : childrenOf(view, "selection")) {
            changeRanges(selection.attribute("activeCell"), place);
            changeRanges(selection.attribute("sqref"), place);
        }
    }
    for (const auto& merged : childrenOf(childOf(root, "mergeCells"), "mergeCell"))
        changeRanges(merged.attribute("ref"), place);
    for (const auto& link : childrenOf(childOf(root, "hyperlinks"), "hyperlink")) {
        changeRanges(link.attribute("ref"), place);
        if (auto target = link.attribute("location"))
            target.set_value(formula(target.value(), true, shift).c_str());
    }
    for (const auto& pageBreak : childrenOf(childOf(root, "rowBreaks"), "brk"))
        if (const auto row = pageBreak.attribute("id").as_uint(); row >= shift.after)
            pageBreak.attribute("id").set_value(row + shift.by);
    for (const char* kind : {"conditionalFormatting", "dataValidation", "protectedRange", "ignoredError"})
        for (const auto& node : allBelow(root, kind))
            changeRanges(node.attribute("sqref"), range);
    for (const char* kind : {"autoFilter", "sortState"})
        for (const auto& node : allBelow(root, kind))
            changeRanges(node.attribute("ref"), range);
    for (const auto& ranges : allBelow(root, "sqref")) // of newer kinds, in extLst
        ranges.text().set(withRanges(ranges.text().get(), range).c_str());
    for (const char* kind : {"formula", "formula1", "formula2"})
        for (const auto& node : allBelow(root, kind))
            if (!childOf(node, "f"))
                shiftText(node, true, shift);
    for (const auto& computed : allBelow(childOf(root, "extLst"), "f"))
        shiftText(computed, true, shift);
}

void FormShifter::shiftNames(const RowShift& shift)
{
    auto& workbook = part(m_map.part);
    for (auto name : childrenOf(childOf(workbook.root(), "definedNames"), "definedName")) {
        const std::string before = name.child_value();
        if (const auto after = formula(before, false, shift); after != before) {
            name.text().set(after.c_str());
            workbook.touch();
        }
    }
}

const std::vector<EditedPart*>& FormShifter::speaking()
{
    if (m_speaking)
        return *m_speaking;
    m_speaking.emplace();
    std::string escaped;
    for (const char c : m_name)
        escaped += c == '&' ? "&amp;" : c == '\'' ? "''" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    for (const auto& name : m_package.names()) {
        const bool sheet = name != m_sheet.name() && std::ranges::any_of(m_map.sheets, [&name](const auto& entry) { return entry.part == name; });
        const bool chart = name.starts_with("xl/charts/") && name.ends_with(".xml");
        if (!sheet && !chart)
            continue;
        // Letters may be written by their numbers.
        if (const auto bytes = m_package.read(name); bytes.find(escaped) != std::string::npos || bytes.find("&#") != std::string::npos) {
            m_speaking->push_back(&part(name));
            spreadSharedFormulas(childOf(m_speaking->back()->root(), "sheetData"));
        }
    }
    return *m_speaking;
}

void FormShifter::shiftOthers(const RowShift& shift)
{
    for (auto* other : speaking())
        for (const char* kind : {"f", "formula", "formula1", "formula2"})
            for (auto& node : allBelow(other->root(), kind)) {
                const std::string before = node.child_value();
                const auto after = formula(before, false, shift);
                if (before.empty() || after == before)
                    continue;
                node.text().set(after.c_str());
                other->touch();
            }
}

void FormShifter::shiftRelated(const RowShift& shift)
{
    const Change range = [&shift](Reference& reference) { shift.applyToRange(reference); };
    const Change place = [&shift](Reference& reference) { RowShift{shift.after, shift.by, false}.apply(reference); };
    for (const auto& [kind, name] : relatedOf(m_package, m_sheet.name())) {
        if (kind == "vmlDrawing") {
            shiftRemarkBoxes(name, shift);
        } else if (kind == "drawing") {
            shiftDrawing(part(name), shift);
        } else if (kind == "table") {
            auto& table = part(name);
            changeRanges(table.root().attribute("ref"), range);
            for (const auto& filter : allBelow(table.root(), "autoFilter"))
                changeRanges(filter.attribute("ref"), range);
            table.touch();
        } else if (kind == "comments" || kind == "threadedComment") {
            auto& remarks = part(name);
            for (const char* one : {"comment", "threadedComment"})
                for (const auto& remark : allBelow(remarks.root(), one))
                    changeRanges(remark.attribute("ref"), place);
            remarks.touch();
        }
    }
}

void FormShifter::shiftDrawing(EditedPart& drawing, const RowShift& shift) const
{
    for (const char* corner : {"from", "to"})
        for (const auto& node : allBelow(drawing.root(), corner))
            if (auto row = childOf(node, "row"))
                row.text().set(movedRow(row.text().get(), shift).c_str());
    drawing.touch();
}

void FormShifter::shiftRemarkBoxes(const std::string& name, const RowShift& shift)
{
    auto text = withElements(m_package.read(name), "Row", [&shift](const std::string& row) { return movedRow(row, shift); });
    text = withElements(std::move(text), "Anchor", [&shift](const std::string& places) {
        auto parts = split(places, ',');
        for (const std::size_t row : {std::size_t{2}, std::size_t{6}})
            if (row < parts.size())
                parts[row] = movedRow(parts[row], shift);
        return join(parts, ",");
    });
    m_package.replace(name, std::move(text));
}

void FormShifter::copyMerged(std::uint32_t sample, std::uint32_t first, std::uint32_t count)
{
    auto merges = childOf(m_sheet.root(), "mergeCells");
    std::vector<pugi::xml_node> copied;
    for (const auto& merged : childrenOf(merges, "mergeCell")) {
        const auto reference = referenceOf(merged.attribute("ref").value());
        if (reference && reference->last && reference->first.row && reference->last->row && reference->first.row->at == sample && reference->last->row->at == sample)
            copied.push_back(merged);
    }
    for (const auto& one : copied)
        for (std::uint32_t i = 0; i < count; ++i) {
            auto reference = *referenceOf(one.attribute("ref").value());
            translate(reference, static_cast<std::int64_t>(first) + i - sample, 0);
            merges.append_copy(one).attribute("ref").set_value(referenceText(reference).c_str());
        }
    if (auto number = merges.attribute("count"); number && !copied.empty())
        number.set_value(static_cast<unsigned>(childrenOf(merges, "mergeCell").size()));
}

void FormShifter::forgetComputed()
{
    bool any = false;
    for (const auto& row : childrenOf(childOf(m_sheet.root(), "sheetData"), "row"))
        for (const auto& cell : childrenOf(row, "c"))
            if (childOf(cell, "f")) {
                any = true;
                forgetValue(cell);
            }
    for (auto* other : speaking())
        for (const auto& cell : allBelow(childOf(other->root(), "sheetData"), "c"))
            if (const auto computed = childOf(cell, "f"); computed && std::string_view(computed.child_value()).find('!') != std::string_view::npos) {
                any = true;
                forgetValue(cell);
                other->touch();
            }
    dropOrderOfComputing();
    if (!any)
        return;
    auto& workbook = part(m_map.part);
    auto root = workbook.root();
    auto how = childOf(root, "calcPr");
    if (!how) {
        pugi::xml_node before;
        for (const char* kind : {"sheets", "functionGroups", "externalReferences", "definedNames"})
            if (const auto found = childOf(root, kind))
                before = found;
        const std::string_view whole = root.name();
        const auto prefix = std::string(whole.substr(0, whole.size() - localOf(whole).size()));
        how = root.insert_child_after((prefix + "calcPr").c_str(), before);
    }
    if (auto whenOpened = how.attribute("fullCalcOnLoad"))
        whenOpened.set_value("1");
    else
        how.append_attribute("fullCalcOnLoad").set_value("1");
    workbook.touch();
}

/// The list of cells in the order in which they are computed is made anew by whoever opens the book; one that does not fit is damage.
void FormShifter::dropOrderOfComputing()
{
    for (const auto& [kind, name] : relatedOf(m_package, m_map.part)) {
        if (kind != "calcChain")
            continue;
        auto& types = part("[Content_Types].xml");
        for (const auto& type : childrenOf(types.root(), "Override"))
            if (std::string_view(type.attribute("PartName").value()) == "/" + name) {
                types.root().remove_child(type);
                types.touch();
            }
        auto& relations = part("xl/_rels/workbook.xml.rels");
        for (const auto& relation : childrenOf(relations.root(), "Relationship"))
            if (std::string_view(relation.attribute("Type").value()).ends_with("/calcChain")) {
                relations.root().remove_child(relation);
                relations.touch();
            }
        m_package.remove(name);
    }
}

void FormShifter::keep()
{
    for (auto& [name, kept] : m_parts)
        kept->keep();
}

}
