// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/cell_values.h"
#include "sheets/package.h"

#include <set>

namespace thidua::sheets {
namespace {

constexpr std::size_t kMostContent = 32'767;
constexpr std::uint32_t kMostRepeats = 16'384;

/// What stands in a cell and is not its text: notes, pictures.
bool isAside(std::string_view name)
{
    return name == "annotation" || name == "frame" || name == "custom-shape" || name == "shapes" || name == "tracked-changes" || name == "forms" || name == "g";
}

class Content : public XmlPart {
public:
    Content(Book& book, const std::string& wanted, Budget& budget) : m_book(book), m_wanted(wanted), m_budget(budget) {}

    void start(std::string_view name, const Attributes& attributes) override
    {
        if (m_aside > 0 || isAside(name) || (m_inCell && name == "table")) {
            ++m_aside;
            return;
        }
        if (name == "style") {
            m_style = attributes.text("name");
        } else if (name == "table-properties") {
            if (attributes.text("display") == "false")
                m_hiddenStyles.insert(m_style);
        } else if (name == "table") {
            startTable(attributes);
        } else if (m_maker && name == "table-row") {
            m_rows = std::max(1U, attributes.number("number-rows-repeated", 1));
            m_column = 0;
            m_rowCells.clear();
            m_rowText = 0;
        } else if (m_maker && (name == "table-cell" || name == "covered-table-cell")) {
            startCell(attributes);
        } else if (m_inCell) {
            startText(name, attributes);
        }
    }

    void text(std::string_view piece) override
    {
        if (m_inParagraph && m_aside == 0)
            append(piece);
    }

    void end(std::string_view name) override
    {
        if (m_aside > 0) {
            --m_aside;
            return;
        }
        if (name == "p") {
            m_inParagraph = false;
        } else if (m_maker && (name == "table-cell" || name == "covered-table-cell")) {
            endCell();
        } else if (m_maker && name == "table-row") {
            endRow();
        } else if (name == "table" && m_maker) {
            m_book.sheets.push_back(m_maker->take());
            m_maker.reset();
        }
    }

private:
    struct Held {
        std::uint32_t column, repeats;
        CellKind kind;
        std::string text;
    };

    void startTable(const Attributes& attributes)
    {
        const auto name = attributes.text("name");
        const bool hidden = m_hiddenStyles.contains(attributes.text("style-name"));
        m_book.names.push_back(name);
        m_row = 1;
        m_maker.reset();
        if (m_wanted.empty() ? !hidden : isNamed(name, m_wanted))
            m_maker.emplace(name, hidden, m_budget);
    }

    void startCell(const Attributes& attributes)
    {
        m_inCell = true;
        m_text.clear();
        m_paragraphs = 0;
        m_repeats = std::max(1U, attributes.number("number-columns-repeated", 1));
        m_type = attributes.text("value-type");
        m_value = attributes.text(m_type == "date" ? "date-value" : m_type == "boolean" ? "boolean-value" : "value");
        m_isError = attributes.get("formula").has_value();
        const auto down = attributes.number("number-rows-spanned", 1);
        if (down > 1 && attributes.number("number-columns-spanned", 1) <= 1)
            m_maker->merge(m_row, m_row + std::min(down, kMostRepeats) - 1, m_column);
    }

    void startText(std::string_view name, const Attributes& attributes)
    {
        if (name == "p") {
            if (m_paragraphs++ > 0)
                append("\n");
            m_inParagraph = true;
        } else if (name == "s") {
            append(std::string(std::min(attributes.number("c", 1), 100U), ' '));
        } else if (name == "tab") {
            append("\t");
        } else if (name == "line-break") {
            append("\n");
        }
    }

    void append(std::string_view piece)
    {
        if (m_text.size() < kMostContent * 4)
            m_text += piece;
    }

    void endCell()
    {
        m_inCell = false;
        auto kind = CellKind::Text;
        if (m_type == "float" || m_type == "percentage" || m_type == "currency") {
            kind = CellKind::Number;
            // What is shown keeps the zeros before a code; a number with its own signs is what is kept.
            const bool figures = !m_text.empty() && m_text.front() == '0' && m_text.find_first_not_of("0123456789") == std::string::npos;
            if (!figures)
                m_text = numberText(m_value, 0);
        } else if (m_type == "date") {
            if (auto day = dayOfIso(m_value); !day.empty()) {
                kind = CellKind::Date;
                m_text = std::move(day);
            }
        } else if (m_type == "boolean") {
            kind = CellKind::Truth;
            m_text = m_value == "true" ? "TRUE" : "FALSE";
        } else if (m_isError && (m_text.starts_with("#") || m_text.starts_with("Err:"))) {
            kind = CellKind::Error;
        }
        if (m_text.find_first_not_of(" \t\n\r") != std::string::npos) {
            if (m_column + m_repeats > m_budget.limits.columns)
                throw Refused{"sheet.too-wide", {std::to_string(m_budget.limits.columns)}};
            m_rowText += m_text.size();
            if (m_rowText > m_budget.limits.textBytes)
                throw Refused{"sheet.too-big"};
            m_rowCells.push_back({m_column, m_repeats, kind, std::move(m_text)});
        }
        m_column = std::min(m_column + std::min(m_repeats, kMostRepeats * 4), kMostRepeats * 4);
    }

    void endRow()
    {
        if (!m_rowCells.empty()) {
            if (m_rows > kMostRepeats)
                throw Refused{"sheet.too-big"};
            for (std::uint32_t i = 0; i < m_rows; ++i)
                for (const auto& cell : m_rowCells)
                    for (std::uint32_t j = 0; j < cell.repeats; ++j)
                        m_maker->add(m_row + i, cell.column + j, cell.kind, cell.text);
        }
        m_row += std::min(m_rows, 2'000'000U);
        if (m_row > 4'000'000)
            throw Refused{"sheet.damaged"};
    }

    Book& m_book;
    const std::string& m_wanted;
    Budget& m_budget;
    std::optional<SheetMaker> m_maker;
    std::set<std::string> m_hiddenStyles;
    std::string m_style, m_type, m_value, m_text;
    std::vector<Held> m_rowCells;
    std::uint64_t m_rowText = 0;
    std::uint32_t m_row = 1, m_rows = 1, m_column = 0, m_repeats = 1;
    int m_aside = 0, m_paragraphs = 0;
    bool m_inCell = false, m_inParagraph = false, m_isError = false;
};

struct Manifest : XmlPart {
    bool encrypted = false;
    void start(std::string_view name, const Attributes&) override { encrypted = encrypted || name == "encryption-data"; }
    void end(std::string_view) override {}
};

}

Book readOds(const Package& package, const std::string& sheet, Budget& budget)
{
    Manifest manifest;
    if (package.has("META-INF/manifest.xml"))
        package.read("META-INF/manifest.xml", manifest);
    if (manifest.encrypted)
        throw Refused{"sheet.encrypted"};
    Book book;
    Content content(book, sheet, budget);
    package.read("content.xml", content);
    return book;
}

}
