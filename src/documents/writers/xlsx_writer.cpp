// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/xlsx_writer.h"

#include "base/text_util.h"
#include "documents/compose.h"
#include "documents/writers/xlsx_book.h"

#include <algorithm>

namespace thidua::documents {
namespace {

constexpr double kCharacterMm = 1.95;  // width of a column unit at the sheet's default font

constexpr double kLetterMm = 1.85, kLinePoints = 16.0, kTitleScale = 14.0 / 12, kCapitalScale = 1.45;  // mean letter and line of 12 pt: sheets do not fit rows by themselves

/// How many lines the text takes in a cell of this width, roughly.
int linesIn(const std::string& text, double mm)
{
    const auto room = static_cast<std::size_t>(std::max(1.0, (mm - 2) / kLetterMm));
    int lines = 0;
    for (const auto& paragraph : split(text, '\n')) {
        std::size_t used = 0;
        ++lines;
        for (const auto& word : split(paragraph, ' ')) {
            const auto letters = static_cast<std::size_t>(
                std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
            if (used > 0 && used + 1 + letters > room) {
                ++lines;
                used = letters;
            } else {
                used += letters + (used > 0 ? 1 : 0);
            }
        }
    }
    return std::max(1, lines);
}

constexpr std::size_t kPenLines = 6;  // from the office to the name

enum class Look { Plain, Title, Line, Head, Cell, Number, Decimal, Day };

/// With a point, and as many places as it needs: 63.64.
std::string plainDecimal(Decimal number)
{
    const auto cents = number.hundredths < 0 ? -number.hundredths : number.hundredths;
    return (number.hundredths < 0 ? "-" : "") + std::to_string(cents / 100) + "." + twoFigures(cents % 100);
}

class SheetWriter {
public:
    SheetWriter(xlsx::Sheet& sheet, const Part& part, const Table& table) : m_sheet(sheet), m_part(part), m_table(table) {}

    void write()
    {
        setUp();
        bool afterTable = false;
        for (const auto& block : m_part.blocks) {
            if (const auto* table = std::get_if<Table>(&block)) {
                if (table == &m_table)
                    writeTable();
                afterTable = table == &m_table;
            } else if (!afterTable || std::holds_alternative<Note>(block) || std::holds_alternative<Signature>(block)) {
                writeAround(block);
            }
        }
    }

private:
    int lastColumn() const { return static_cast<int>(m_table.columns.size()) - 1; }
    int middle() const { return std::max(1, static_cast<int>(m_table.columns.size()) / 2); }

    static xlsx::Look format(Look look, bool bold, bool italic, Align align)
    {
        xlsx::Look format;
        format.points = look == Look::Title ? 14 : 12;
        format.bold = bold;
        format.italic = italic;
        format.align = align;
        format.wrap = look != Look::Plain;
        format.border = look == Look::Head || look == Look::Cell || look == Look::Number || look == Look::Decimal || look == Look::Day;
        format.number = look == Look::Day ? "dd/mm/yyyy" : look == Look::Decimal ? "0.00" : "";
        return format;
    }

    void setUp()
    {
        for (int i = 0; i <= lastColumn(); ++i)
            m_sheet.setColumn(i, m_table.columns[static_cast<std::size_t>(i)].mm / kCharacterMm);
        m_sheet.setPage(m_part.page, m_part.numbered);
    }

    void line(const std::string& text, int first, int last, Look look, bool bold, bool italic, Align align = Align::Centre)
    {
        const auto style = format(look, bold, italic, align);
        if (last > first)
            m_sheet.merge(m_row, first, m_row, last, text, style);
        else
            m_sheet.text(m_row, first, text, style);
    }

    void wide(const std::string& text, Look look, bool bold, bool italic, Align align = Align::Centre)
    {
        line(text, 0, lastColumn(), look, bold, italic, align);
        // Merged cells do not grow by themselves; a title is set larger than the letters that linesIn counts with.
        const double size = look == Look::Title ? kTitleScale : 1;
        m_sheet.setRow(m_row, (kLinePoints * linesIn(text, widthOf(0, lastColumn() + 1) / size) + 3) * size);
        ++m_row;
    }

    void writeHead(const OfficialHead& head)
    {
        std::vector<std::pair<std::string, bool>> left;
        for (const auto& text : head.superior)
            left.emplace_back(text, false);
        for (const auto& text : head.agency)
            left.emplace_back(text, true);
        std::vector<std::pair<std::string, bool>> right{{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true}, {"Độc lập - Tự do - Hạnh phúc", true}};
        const auto count = std::max(left.size(), right.size());
        left.resize(count);
        right.resize(count);
        if (head.number || head.placeDate) {
            left.emplace_back(head.number ? plainText(*head.number) : std::string(), false);
            right.emplace_back(head.placeDate ? plainText(*head.placeDate) : std::string(), false);
        }
        for (const auto& text : head.about) {
            left.emplace_back(text, false);
            right.emplace_back();
        }
        for (std::size_t i = 0; i < left.size(); ++i, ++m_row) {
            line(left[i].first, 0, middle() - 1, Look::Line, left[i].second, false);
            line(right[i].first, middle(), lastColumn(), Look::Line, right[i].second, i >= count);
            // Bold capitals are wider than the mean letter.
            setHeight(m_row, std::max(linesIn(left[i].first, widthOf(0, middle()) / kCapitalScale),
                                      linesIn(right[i].first, widthOf(middle(), lastColumn() + 1 - middle()) / kCapitalScale)));
        }
        ++m_row;
    }

    /// The whole block is one row: a row is never parted between two pages, so office, room for the pen and name stay together.
    void writeSignature(const Signature& signature)
    {
        ++m_row;
        const auto count = static_cast<int>(signature.signers.size());
        const int columns = lastColumn() + 1;
        std::size_t offices = 1;
        for (const auto& signer : signature.signers)
            offices = std::max(offices, signer.office.size());
        for (int i = 0; i < count; ++i) {
            const auto& signer = signature.signers[static_cast<std::size_t>(i)];
            const int first = count == 1 ? middle() : columns * i / count;
            const int last = count == 1 ? lastColumn() : columns * (i + 1) / count - 1;
            const bool dated = signature.dateLine && i + 1 == count;
            const auto date = (dated ? plainText(*signature.dateLine) : std::string()) + (signature.dateLine ? "\n" : "");
            const auto name = join(signer.office, "\n") + std::string(offices - signer.office.size() + kPenLines, '\n') + signer.name;
            line(dated ? std::string() : date + name, first, last, Look::Line, true, false);
            if (dated)
                writeDated(date, name, first);
        }
        const auto lines = offices + kPenLines + (signature.dateLine ? 1 : 0);
        setHeight(m_row, static_cast<int>(lines) + 1);
        ++m_row;
    }

    /// The date in italics above the office, in one cell.
    void writeDated(const std::string& date, const std::string& name, int column)
    {
        m_sheet.text(m_row, column, {date, format(Look::Plain, false, true, Align::Centre)}, {name, format(Look::Plain, true, false, Align::Centre)},
                     format(Look::Line, true, false, Align::Centre));
    }

    void writeAround(const Block& block)
    {
        std::visit(Overload{[&](const OfficialHead& head) { writeHead(head); },
                            [&](const TitleBlock& title) {
                                wide(title.type, Look::Title, true, false);
                                wide(join(title.subject, " "), Look::Title, true, false);
                                for (const auto& text : title.references)
                                    wide(text, Look::Line, false, true);
                                ++m_row;
                            },
                            [&](const AppendixHead& head) {
                                if (!head.label.empty())
                                    wide(head.label, Look::Title, true, false);
                                wide(join(head.title, " "), Look::Title, true, false);
                                wide(join(head.references, " "), Look::Line, false, true);
                                ++m_row;
                            },
                            [&](const Note& note) {
                                wide("Ghi chú: " + note.text, Look::Line, false, false, Align::Left);
                            },
                            [&](const Signature& signature) { writeSignature(signature); }, [](const auto&) {}},
                   block);
    }

    void writeValue(const Cell& cell, int row, int column, bool bold)
    {
        const auto text = cellText(cell.value);
        const auto align = cell.align.value_or(text == kDash ? Align::Centre : m_table.columns[static_cast<std::size_t>(column)].align);
        const auto look = [&](Look kind) { return format(kind, bold, false, align); };
        std::visit(Overload{[&](const std::string& words) { m_sheet.text(row, column, words, look(Look::Cell)); },
                            [&](std::int64_t number) { m_sheet.number(row, column, std::to_string(number), look(Look::Number)); },
                            [&](Decimal number) { m_sheet.number(row, column, plainDecimal(number), look(Look::Decimal)); },
                            [&](const Date& date) { m_sheet.day(row, column, date, look(Look::Day)); }},
                   cell.value);
    }

    void writeSpan(const Cell& cell, int row, int column, Look look, Align align)
    {
        const int lastRow = row + cell.rowSpan - 1;
        const int last = std::min(column + cell.columnSpan - 1, lastColumn());
        const auto style = format(look, true, false, align);
        if (lastRow > row || last > column)
            m_sheet.merge(row, column, lastRow, last, cellText(cell.value), style);
        else
            m_sheet.text(row, column, cellText(cell.value), style);
    }

    double widthOf(int column, int span) const
    {
        double mm = 0;
        for (int i = column; i < std::min(column + span, lastColumn() + 1); ++i)
            mm += m_table.columns[static_cast<std::size_t>(i)].mm;
        return mm;
    }

    void setHeight(int row, int lines) { m_sheet.setRow(row, kLinePoints * lines + 3); }

    void setHeaderHeights(const std::vector<PlacedCell>& cells, int top)
    {
        std::vector<int> lines(m_table.header.size(), 1);
        for (const auto& cell : cells) {
            const int wanted = linesIn(cellText(cell.cell->value), widthOf(cell.column, cell.cell->columnSpan));
            const int spare = cell.cell->rowSpan - 1;
            auto& last = lines[std::min(static_cast<std::size_t>(cell.row + spare), lines.size() - 1)];
            last = std::max(last, wanted - spare);
        }
        for (std::size_t i = 0; i < lines.size(); ++i)
            setHeight(top + static_cast<int>(i), lines[i]);
    }

    void writeRow(const Row& row)
    {
        int column = 0;
        int lines = 1;
        for (const auto& cell : row.cells) {
            if (column > lastColumn())
                break;
            lines = std::max(lines, linesIn(cellText(cell.value), widthOf(column, cell.columnSpan)));
            if (cell.columnSpan > 1)
                writeSpan(cell, m_row, column, Look::Cell, cell.align.value_or(Align::Left));
            else
                writeValue(cell, m_row, column, cell.bold || row.kind != RowKind::Normal);
            column += cell.columnSpan;
        }
        setHeight(m_row, lines);
        ++m_row;
    }

    void writeTable()
    {
        const int top = m_row;
        setHeaderHeights(placed(m_table.header, lastColumn() + 1), top);
        for (const auto& cell : placed(m_table.header, lastColumn() + 1))
            writeSpan(*cell.cell, top + cell.row, cell.column, Look::Head, Align::Centre);
        m_row += static_cast<int>(m_table.header.size());
        if (m_row > top) {
            m_sheet.freeze(m_row);
            m_sheet.repeat(top, m_row - 1);
        }
        for (const auto& row : m_table.rows)
            writeRow(row);
    }

    xlsx::Sheet& m_sheet;
    const Part& m_part;
    const Table& m_table;
    int m_row = 0;
};

struct Found {
    const Part* part;
    const Table* table;
};

std::vector<Found> tablesOf(const Document& document)
{
    std::vector<Found> found;
    for (const auto& part : document.parts)
        for (const auto& block : part.blocks)
            if (const auto* table = std::get_if<Table>(&block))
                found.push_back({&part, table});
    return found;
}

}

Result<void> writeXlsx(const Document& document, const std::filesystem::path& path)
{
    const auto tables = tablesOf(document);
    if (tables.empty())
        return fail(ErrorCode::Validation, "output.no-table", {document.title});
    xlsx::Book book(document.title, document.author);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::string name = tables.size() == 1 ? "Danh sách" : "Bảng " + std::to_string(i + 1);
        SheetWriter(book.addSheet(name), *tables[i].part, *tables[i].table).write();
    }
    if (!book.tooLong().empty())
        return fail(ErrorCode::Validation, "output.cell-too-long", {document.title, book.tooLong()});
    return writePackage(path, book.files());
}

}
