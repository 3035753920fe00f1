// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/cell_values.h"
#include "sheets/package.h"
#include "sheets/references.h"

#include <charconv>
#include <set>

namespace thidua::sheets {
namespace {

constexpr std::size_t kMostText = 32'767; ///< of one cell, in Excel

/// `_x000D_` stands for a character that XML cannot hold.
std::string unescaped(std::string text)
{
    for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
        if (at + 7 > text.size() || text[at + 6] != '_')
            continue;
        unsigned code = 0;
        const auto [end, error] = std::from_chars(text.data() + at + 2, text.data() + at + 6, code, 16);
        if (error == std::errc{} && end == text.data() + at + 6 && code < 0x80)
            text.replace(at, 7, 1, code == 0 ? ' ' : static_cast<char>(code));
    }
    return text;
}

/// Relations of a part: id to target.
struct Relations : XmlPart {
    std::map<std::string, std::string> targets, byType;
    void start(std::string_view name, const Attributes& attributes) override
    {
        if (name != "Relationship")
            return;
        auto target = attributes.text("Target");
        target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
        const auto type = attributes.text("Type");
        targets.emplace(attributes.text("Id"), target);
        byType.emplace(type.substr(type.rfind('/') + 1), std::move(target));
    }
    void end(std::string_view) override {}
};

struct SheetEntry {
    std::string name, relation;
    bool hidden;
};

struct Workbook : XmlPart {
    std::vector<SheetEntry> sheets;
    bool from1904 = false;
    void start(std::string_view name, const Attributes& attributes) override
    {
        if (name == "workbookPr") {
            const auto said = attributes.text("date1904");
            from1904 = said == "1" || said == "true";
        } else if (name == "sheet" && sheets.size() < 1'000) {
            const auto state = attributes.text("state");
            sheets.push_back({attributes.text("name"), std::string(attributes.prefixed("id").value_or(std::string_view())), !state.empty() && state != "visible"});
        }
    }
    void end(std::string_view) override {}
};

/// Which styles of cells are dates.
struct Styles : XmlPart {
    std::map<int, NumberLook> own;
    std::vector<NumberLook> cells;
    bool inCells = false;
    NumberLook of(std::size_t style) const { return style < cells.size() ? cells[style] : NumberLook{}; }
    void start(std::string_view name, const Attributes& attributes) override
    {
        if (name == "numFmt") {
            own.insert_or_assign(static_cast<int>(attributes.number("numFmtId", 0)), lookOf(attributes.text("formatCode")));
        } else if (name == "cellXfs") {
            inCells = true;
        } else if (name == "xf" && inCells && cells.size() < 100'000) {
            const auto id = static_cast<int>(attributes.number("numFmtId", 0));
            const auto found = own.find(id);
            cells.push_back(found == own.end() ? builtInLook(id) : found->second);
        }
    }
    void end(std::string_view name) override { inCells = inCells && name != "cellXfs"; }
};

/// Text that stands in pieces, each in a letter form of its own; readings beside it (rPh) are no text.
class RichText {
public:
    void start(std::string_view name)
    {
        m_aside = m_aside || name == "rPh";
        m_inText = name == "t" && !m_aside;
    }
    void end(std::string_view name)
    {
        m_aside = m_aside && name != "rPh";
        m_inText = m_inText && name != "t";
    }
    void text(std::string_view piece)
    {
        if (m_inText && m_text.size() < kMostText * 4)
            m_text += piece;
    }
    std::string take() { return unescaped(std::exchange(m_text, {})); }

private:
    std::string m_text;
    bool m_inText = false, m_aside = false;
};

struct SharedStrings : XmlPart {
    explicit SharedStrings(Budget& left) : budget(left) {}
    Budget& budget;
    std::vector<std::string> all;
    RichText rich;
    void start(std::string_view name, const Attributes&) override { rich.start(name); }
    void text(std::string_view piece) override { rich.text(piece); }
    void end(std::string_view name) override
    {
        rich.end(name);
        if (name != "si")
            return;
        all.push_back(rich.take());
        budget.shared += all.back().size() + sizeof(std::string);
        if (budget.shared > budget.limits.textBytes)
            throw Refused{"sheet.too-big"};
    }
};

class SheetPart : public XmlPart {
public:
    SheetPart(SheetMaker& maker, const std::vector<std::string>& shared, const Styles& styles, bool from1904)
        : m_maker(maker), m_shared(shared), m_styles(styles), m_from1904(from1904)
    {
    }

    void start(std::string_view name, const Attributes& attributes) override
    {
        if (name == "row") {
            m_row = attributes.number("r", m_row + 1);
            m_column = 0;
        } else if (name == "c") {
            startCell(attributes);
        } else if (name == "v") {
            m_inValue = true;
        } else if (name == "is") {
            m_inline = true;
        } else if (name == "mergeCell") {
            merge(attributes.text("ref"));
        }
        if (m_inline)
            m_rich.start(name);
    }

    void text(std::string_view piece) override
    {
        if (m_inValue && m_value.size() < kMostText * 4)
            m_value += piece;
        else if (m_inline)
            m_rich.text(piece);
    }

    void end(std::string_view name) override
    {
        if (m_inline)
            m_rich.end(name);
        if (name == "v") {
            m_inValue = false;
        } else if (name == "is") {
            m_inline = false;
            m_value = m_rich.take();
            m_type = "str";
        } else if (name == "c") {
            endCell();
        }
    }

private:
    void startCell(const Attributes& attributes)
    {
        if (const auto said = attributes.get("r")) {
            const auto place = placeOf(*said);
            if (place.row == 0)
                throw Refused{"sheet.damaged"};
            m_row = place.row;
            m_column = place.column;
        }
        m_type = attributes.text("t");
        m_style = attributes.number("s", 0);
        m_value.clear();
    }

    void endCell()
    {
        if (!m_value.empty())
            addCell();
        ++m_column;
    }

    void addCell()
    {
        if (m_type == "s") {
            std::size_t index = 0;
            const auto [end, error] = std::from_chars(m_value.data(), m_value.data() + m_value.size(), index);
            if (error != std::errc{} || end != m_value.data() + m_value.size() || index >= m_shared.size())
                throw Refused{"sheet.damaged"};
            return m_maker.add(m_row, m_column, CellKind::Text, m_shared[index]);
        }
        if (m_type == "str")
            return m_maker.add(m_row, m_column, CellKind::Text, unescaped(m_value));
        if (m_type == "e")
            return m_maker.add(m_row, m_column, CellKind::Error, m_value);
        if (m_type == "b")
            return m_maker.add(m_row, m_column, CellKind::Truth, m_value == "0" || m_value == "false" ? "FALSE" : "TRUE");
        const auto look = m_styles.of(m_style);
        if (auto day = m_type == "d" ? dayOfIso(m_value) : look.date ? dayText(m_value, m_from1904) : std::string(); !day.empty())
            return m_maker.add(m_row, m_column, CellKind::Date, std::move(day));
        m_maker.add(m_row, m_column, CellKind::Number, numberText(m_value, look.zeros));
    }

    void merge(const std::string& reference)
    {
        const auto colon = reference.find(':');
        if (colon == std::string::npos)
            return;
        const auto first = placeOf(std::string_view(reference).substr(0, colon)), last = placeOf(std::string_view(reference).substr(colon + 1));
        if (first.row != 0 && first.column == last.column)
            m_maker.merge(first.row, last.row, first.column);
    }

    SheetMaker& m_maker;
    const std::vector<std::string>& m_shared;
    const Styles& m_styles;
    bool m_from1904;
    std::uint32_t m_row = 0, m_column = 0, m_style = 0;
    std::string m_type, m_value;
    RichText m_rich;
    bool m_inValue = false, m_inline = false;
};

}

Book readXlsx(const Package& package, const std::string& sheet, Budget& budget)
{
    Relations relations;
    package.read("xl/_rels/workbook.xml.rels", relations);
    Workbook workbook;
    package.read("xl/workbook.xml", workbook);
    Styles styles;
    if (const auto part = relations.byType.find("styles"); part != relations.byType.end() && package.has(part->second))
        package.read(part->second, styles);
    SharedStrings shared(budget);
    if (const auto part = relations.byType.find("sharedStrings"); part != relations.byType.end() && package.has(part->second))
        package.read(part->second, shared);
    Book book;
    for (const auto& entry : workbook.sheets) {
        book.names.push_back(entry.name);
        const auto part = relations.targets.find(entry.relation);
        // A sheet of charts has no cells.
        const bool cells = part != relations.targets.end() && part->second.find("chartsheet") == std::string::npos;
        if (!cells || (sheet.empty() ? entry.hidden : !isNamed(entry.name, sheet)))
            continue;
        SheetMaker maker(entry.name, entry.hidden, budget);
        SheetPart reader(maker, shared.all, styles, workbook.from1904);
        package.read(part->second, reader);
        book.sheets.push_back(maker.take());
    }
    return book;
}

}
