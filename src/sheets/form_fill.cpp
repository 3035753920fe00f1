// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date.h"
#include "base/xml_text.h"
#include "sheets/cell_values.h"
#include "sheets/form_shift.h"

#include <algorithm>

namespace thidua::sheets {
namespace {

constexpr int kEpoch = 25'569;        ///< Excel's number for 1970-01-01
constexpr int kLater = 1'462;         ///< days that its other calendar begins later
constexpr int kFirstSafeDay = 61;     ///< before 1900-03-01 Excel counts a day that never was

/// Which styles of cells show days.
std::vector<bool> dayLooks(const EditedPackage& package, const std::string& workbook)
{
    std::vector<bool> days;
    for (const auto& [kind, name] : relatedOf(package, workbook)) {
        if (kind != "styles")
            continue;
        const auto bytes = package.read(name);
        pugi::xml_document xml;
        if (!xml.load_buffer(bytes.data(), bytes.size()))
            throw Refused{"sheet.damaged"};
        std::map<int, bool> own;
        for (const auto& format : childrenOf(childOf(xml.document_element(), "numFmts"), "numFmt"))
            own[format.attribute("numFmtId").as_int()] = lookOf(format.attribute("formatCode").value()).date;
        for (const auto& look : childrenOf(childOf(xml.document_element(), "cellXfs"), "xf")) {
            const int id = look.attribute("numFmtId").as_int();
            const auto found = own.find(id);
            days.push_back(found == own.end() ? builtInLook(id).date : found->second);
        }
    }
    return days;
}

bool countsFrom1904(const EditedPackage& package, const std::string& workbook)
{
    const auto bytes = package.read(workbook);
    pugi::xml_document xml;
    return xml.load_buffer(bytes.data(), bytes.size()) && childOf(xml.document_element(), "workbookPr").attribute("date1904").as_bool();
}

/// The rows of a sheet, by number.
class SheetRows {
public:
    SheetRows(EditedPart& sheet, std::vector<bool> days, bool from1904) : m_days(std::move(days)), m_from1904(from1904)
    {
        const std::string_view whole = sheet.root().name();
        m_prefix = whole.substr(0, whole.size() - localOf(whole).size());
        m_data = childOf(sheet.root(), "sheetData");
        m_columns = childOf(sheet.root(), "cols");
        if (!m_data)
            throw Refused{"sheet.damaged"};
        number();
        spreadSharedFormulas(m_data);
    }

    void move(const RowShift& shift)
    {
        for (auto& [row, node] : m_rows)
            if (row > shift.after)
                renumber(node, shift.of(row));
        index();
    }

    /// Copies of a row's look, and of its formulas as they would be further below.
    void insertCopies(std::uint32_t sample, std::uint32_t first, std::uint32_t count)
    {
        const auto found = m_rows.find(sample);
        auto before = m_rows.lower_bound(first);
        pugi::xml_node at = before == m_rows.begin() ? pugi::xml_node() : std::prev(before)->second;
        for (std::uint32_t i = 0; i < count; ++i) {
            pugi::xml_node made;
            if (found == m_rows.end())
                made = at ? m_data.insert_child_after(named("row").c_str(), at) : m_data.prepend_child(named("row").c_str());
            else
                made = at ? m_data.insert_copy_after(found->second, at) : m_data.prepend_copy(found->second);
            if (found == m_rows.end())
                made.append_attribute("r");
            renumber(made, first + i);
            for (const auto& cell : childrenOf(made, "c"))
                if (auto computed = childOf(cell, "f"))
                    copyFormula(computed, static_cast<std::int64_t>(first) + i - sample);
            at = made;
        }
        index();
    }

    /// Texts and numbers go, looks and formulas stay.
    void clear(std::uint32_t row, std::uint32_t firstColumn, std::uint32_t lastColumn)
    {
        const auto found = m_rows.find(row);
        if (found == m_rows.end())
            return;
        for (const auto& cell : childrenOf(found->second, "c"))
            if (const auto place = placeOf(cell.attribute("r").value()); place.column >= firstColumn && place.column <= lastColumn && !childOf(cell, "f"))
                empty(cell);
    }

    void set(std::uint32_t row, std::uint32_t column, const Cell* content)
    {
        auto cell = cellOf(row, column, content != nullptr);
        if (!cell)
            return;
        empty(cell);
        if (content == nullptr || content->text.empty())
            return;
        if (const auto number = numberOf(cell, *content); !number.empty()) {
            cell.append_child(named("v").c_str()).text().set(number.c_str());
            return;
        }
        cell.append_attribute("t").set_value("inlineStr");
        auto text = cell.append_child(named("is").c_str()).append_child(named("t").c_str());
        if (content->text.front() == ' ' || content->text.back() == ' ' || content->text.find('\n') != std::string::npos)
            text.append_attribute("xml:space").set_value("preserve");
        text.text().set(cellLetters(content->text).c_str());
    }

    std::uint32_t last() const { return m_rows.empty() ? 0 : m_rows.rbegin()->first; }

private:
    std::string named(const char* local) const { return m_prefix + local; }

    /// A file may leave the places of rows and cells to be counted.
    void number()
    {
        std::uint32_t row = 0;
        for (auto node : childrenOf(m_data, "row")) {
            row = node.attribute("r").as_uint(row + 1);
            if (row == 0 || row > 1'048'576)
                throw Refused{"sheet.damaged"};
            if (!node.attribute("r"))
                node.prepend_attribute("r").set_value(row);
            std::uint32_t column = 0;
            for (auto cell : childrenOf(node, "c")) {
                if (const auto place = placeOf(cell.attribute("r").value()); place.row != 0)
                    column = place.column;
                if (!cell.attribute("r"))
                    cell.prepend_attribute("r");
                cell.attribute("r").set_value(placeText(row, column++).c_str());
            }
        }
        index();
    }

    void index()
    {
        m_rows.clear();
        for (const auto& node : childrenOf(m_data, "row"))
            m_rows.emplace(node.attribute("r").as_uint(), node);
    }

    static void renumber(pugi::xml_node node, std::uint32_t row)
    {
        node.attribute("r").set_value(row);
        for (const auto& cell : childrenOf(node, "c"))
            cell.attribute("r").set_value(placeText(row, placeOf(cell.attribute("r").value()).column).c_str());
    }

    static void empty(pugi::xml_node cell)
    {
        cell.remove_attribute("t");
        cell.remove_attribute("cm");
        cell.remove_attribute("vm");
        while (const auto child = cell.first_child())
            cell.remove_child(child);
    }

    static void copyFormula(pugi::xml_node computed, std::int64_t rows)
    {
        computed.text().set(translatedFormula(computed.text().get(), rows, 0).c_str());
        if (auto cells = computed.attribute("ref"))
            cells.set_value(withRanges(cells.value(), [rows](Reference& reference) { translate(reference, rows, 0); }).c_str());
    }

    pugi::xml_node rowOf(std::uint32_t row)
    {
        if (const auto found = m_rows.find(row); found != m_rows.end())
            return found->second;
        const auto behind = m_rows.lower_bound(row);
        auto made = behind == m_rows.begin() ? m_data.prepend_child(named("row").c_str()) : m_data.insert_child_after(named("row").c_str(), std::prev(behind)->second);
        made.append_attribute("r").set_value(row);
        m_rows.emplace(row, made);
        return made;
    }

    pugi::xml_node cellOf(std::uint32_t row, std::uint32_t column, bool make)
    {
        if (!make && !m_rows.contains(row))
            return {};
        auto node = rowOf(row);
        pugi::xml_node before;
        for (const auto& cell : childrenOf(node, "c")) {
            const auto at = placeOf(cell.attribute("r").value()).column;
            if (at == column)
                return cell;
            if (at > column)
                break;
            before = cell;
        }
        if (!make)
            return {};
        auto made = before ? node.insert_child_after(named("c").c_str(), before) : node.prepend_child(named("c").c_str());
        made.append_attribute("r").set_value(placeText(row, column).c_str());
        if (const auto style = styleOf(node, column); style != 0)
            made.append_attribute("s").set_value(style);
        return made;
    }

    /// Of a cell that the file does not have: that of its row, else of its column.
    unsigned styleOf(const pugi::xml_node& row, std::uint32_t column) const
    {
        if (row.attribute("customFormat").as_bool())
            return row.attribute("s").as_uint();
        for (const auto& one : childrenOf(m_columns, "col"))
            if (column + 1 >= one.attribute("min").as_uint() && column + 1 <= one.attribute("max").as_uint())
                return one.attribute("style").as_uint();
        return 0;
    }

    std::string numberOf(const pugi::xml_node& cell, const Cell& content) const
    {
        if (content.kind == CellKind::Number)
            return content.text;
        const auto style = cell.attribute("s").as_uint();
        if (content.kind != CellKind::Date || style >= m_days.size() || !m_days[style])
            return {};
        const auto day = Date::parse(content.text);
        if (!day)
            return {};
        const auto count = kEpoch + static_cast<int>(day->days().time_since_epoch().count());
        return count < kFirstSafeDay ? std::string() : std::to_string(m_from1904 ? count - kLater : count);
    }

    pugi::xml_node m_data, m_columns;
    std::string m_prefix;
    std::map<std::uint32_t, pugi::xml_node> m_rows;
    std::vector<bool> m_days;
    bool m_from1904;
};

/// Makes room for the lines of a table where the form has too few rows.
void makeRoom(SheetRows& rows, FormShifter& shifter, const FormArea& area)
{
    const auto count = static_cast<std::uint32_t>(area.lines.size());
    if (count <= area.rows)
        return;
    const auto by = count - area.rows;
    if (area.first + count > 1'048'000 || rows.last() + by > 1'048'000)
        throw Refused{"sheet.too-big"};
    // Within the table, where it has several rows: its last one keeps the line below it, and all ranges grow by themselves.
    const auto after = area.rows >= 2 ? area.first + area.rows - 2 : area.first + area.rows - 1;
    const RowShift shift{after, by, area.rows > 0};
    shifter.shift(shift, area.first, area.first + std::max(area.rows, 1U) - 1);
    rows.move(shift);
    const auto sample = area.rows > 0 ? after : shift.of(area.sample);
    rows.insertCopies(sample, after + 1, by);
    shifter.copyMerged(sample, after + 1, by);
}

void writeLines(SheetRows& rows, const FormFill& fill, const FormArea& area)
{
    const auto count = std::max(area.rows, static_cast<std::uint32_t>(area.lines.size()));
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto row = area.first + i;
        if (area.cleared)
            rows.clear(row, fill.firstColumn, fill.lastColumn);
        const auto* line = i < area.lines.size() ? &area.lines[i] : nullptr;
        for (const auto column : fill.columns) {
            const Cell* content = nullptr;
            if (line != nullptr)
                if (const auto found = std::ranges::find(*line, column, &Cell::column); found != line->end())
                    content = &*found;
            rows.set(row, column, content);
        }
    }
}

}

Result<std::string> filledForm(std::string_view bytes, const std::string& name, const FormFill& fill)
{
    return refusing<std::string>(name, [&]() -> Result<std::string> {
        EditedPackage package(bytes);
        const auto map = mapOf(package);
        const auto& entry = map.named(fill.sheet);
        EditedPart sheet(package, entry.part);
        SheetRows rows(sheet, dayLooks(package, map.part), countsFrom1904(package, map.part));
        FormShifter shifter(package, map, sheet, entry.name);
        for (auto area = fill.areas.rbegin(); area != fill.areas.rend(); ++area) {
            makeRoom(rows, shifter, *area);
            writeLines(rows, fill, *area);
        }
        for (const auto& [row, cell] : fill.titles)
            rows.set(row, cell.column, &cell);
        shifter.forgetComputed();
        sheet.touch();
        sheet.keep();
        shifter.keep();
        return package.packed();
    });
}

}
