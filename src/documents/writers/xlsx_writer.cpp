// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/xlsx_writer.h"

#include "base/text_util.h"
#include "documents/compose.h"
#include "documents/output_file.h"
#include "documents/writers/package.h"
#include "documents/writers/xlsx_cells.h"
#include "documents/writers/xml_text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <tuple>
#include <xlsxwriter.h>

namespace thidua::documents {
namespace {

constexpr double kCharacterMm = 1.95; // width of a column unit at the sheet's default font
constexpr std::int64_t kCreated = 946684800; // 2000-01-01: two exports of the same paper are the same bytes
constexpr double kInchMm = 25.4;

constexpr double kLetterMm = 1.85, kLinePoints = 16.0, kTitleScale = 14.0 / 12,
                 kCapitalScale = 1.45; // mean letter and line of 12 pt: sheets do not fit rows by themselves

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

constexpr std::size_t kPenLines = 6; // from the office to the name

enum class Look { Plain, Title, Line, Head, Cell, Number, Decimal, Day };

lxw_row_t rowIndex(int row) { return static_cast<lxw_row_t>(row); }

lxw_col_t columnIndex(int column) { return static_cast<lxw_col_t>(column); }

class Sheet {
public:
    Sheet(lxw_workbook* book, const std::string& name, const Part& part, const Table& table,
        std::map<std::tuple<Look, bool, bool, Align>, lxw_format*>& formats)
        : m_book(book)
        , m_sheet(workbook_add_worksheet(book, name.c_str()))
        , m_cells(m_sheet)
        , m_part(part)
        , m_table(table)
        , m_formats(formats)
    {
    }

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

    const std::string& tooLong() const { return m_cells.tooLong(); }

private:
    int lastColumn() const { return static_cast<int>(m_table.columns.size()) - 1; }
    int middle() const { return std::max(1, static_cast<int>(m_table.columns.size()) / 2); }

    lxw_format* format(Look look, bool bold, bool italic, Align align)
    {
        auto& found = m_formats[{ look, bold, italic, align }];
        if (found)
            return found;
        found = workbook_add_format(m_book);
        format_set_font_name(found, "Times New Roman");
        format_set_font_size(found, look == Look::Title ? 14 : 12);
        format_set_align(found, LXW_ALIGN_VERTICAL_CENTER);
        format_set_align(found, align == Align::Left ? LXW_ALIGN_LEFT : align == Align::Centre ? LXW_ALIGN_CENTER : LXW_ALIGN_RIGHT);
        if (bold)
            format_set_bold(found);
        if (italic)
            format_set_italic(found);
        if (look != Look::Plain)
            format_set_text_wrap(found);
        if (look == Look::Head || look == Look::Cell || look == Look::Number || look == Look::Decimal || look == Look::Day)
            format_set_border(found, LXW_BORDER_THIN);
        if (look == Look::Day)
            format_set_num_format(found, "dd/mm/yyyy");
        if (look == Look::Decimal)
            format_set_num_format(found, "0.00");
        return found;
    }

    void setUp()
    {
        for (int i = 0; i <= lastColumn(); ++i)
            worksheet_set_column(
                m_sheet, columnIndex(i), columnIndex(i), m_table.columns[static_cast<std::size_t>(i)].mm / kCharacterMm, nullptr);
        const auto& page = m_part.page;
        worksheet_set_paper(m_sheet, 9); // A4
        if (page.orientation == Orientation::Landscape)
            worksheet_set_landscape(m_sheet);
        else
            worksheet_set_portrait(m_sheet);
        worksheet_set_margins(m_sheet, page.left / kInchMm, page.right / kInchMm, page.top / kInchMm, page.bottom / kInchMm);
        worksheet_fit_to_pages(m_sheet, 1, 0);
        if (m_part.numbered)
            worksheet_set_footer(m_sheet, "&C&P");
    }

    void line(const std::string& text, int first, int last, Look look, bool bold, bool italic, Align align = Align::Centre)
    {
        auto* style = format(look, bold, italic, align);
        if (last > first)
            m_cells.merged(rowIndex(m_row), columnIndex(first), rowIndex(m_row), columnIndex(last), text, style);
        else
            m_cells.text(rowIndex(m_row), columnIndex(first), text, style);
    }

    void wide(const std::string& text, Look look, bool bold, bool italic, Align align = Align::Centre)
    {
        line(text, 0, lastColumn(), look, bold, italic, align);
        // Merged cells do not grow by themselves; a title is set larger than the letters that linesIn counts with.
        const double size = look == Look::Title ? kTitleScale : 1;
        worksheet_set_row(m_sheet, rowIndex(m_row), (kLinePoints * linesIn(text, widthOf(0, lastColumn() + 1) / size) + 3) * size, nullptr);
        ++m_row;
    }

    void writeHead(const OfficialHead& head)
    {
        std::vector<std::pair<std::string, bool>> left;
        for (const auto& text : head.superior)
            left.emplace_back(text, false);
        for (const auto& text : head.agency)
            left.emplace_back(text, true);
        std::vector<std::pair<std::string, bool>> right{ { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true },
            { "Độc lập - Tự do - Hạnh phúc", true } };
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
            setHeight(m_row,
                std::max(linesIn(left[i].first, widthOf(0, middle()) / kCapitalScale),
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
    void writeDated(const std::string& dateText, const std::string& nameText, int column)
    {
        std::string date = cellLetters(dateText), name = cellLetters(nameText);
        lxw_rich_string_tuple italic{ format(Look::Plain, false, true, Align::Centre), date.data() };
        lxw_rich_string_tuple bold{ format(Look::Plain, true, false, Align::Centre), name.data() };
        std::array<lxw_rich_string_tuple*, 3> parts{ &italic, &bold, nullptr };
        worksheet_write_rich_string(
            m_sheet, rowIndex(m_row), columnIndex(column), parts.data(), format(Look::Line, true, false, Align::Centre));
    }

    void writeAround(const Block& block)
    {
        std::visit(Overload{ [&](const OfficialHead& head) { writeHead(head); },
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
                       [&](const Note& note) { wide("Ghi chú: " + note.text, Look::Line, false, false, Align::Left); },
                       [&](const Signature& signature) { writeSignature(signature); }, [](const auto&) {} },
            block);
    }

    void writeValue(const Cell& cell, int row, int column, bool bold)
    {
        const auto text = cellText(cell.value);
        const auto align = cell.align.value_or(text == kDash ? Align::Centre : m_table.columns[static_cast<std::size_t>(column)].align);
        const auto r = rowIndex(row);
        const auto c = columnIndex(column);
        std::visit(Overload{ [&](const std::string& words) { m_cells.text(r, c, words, format(Look::Cell, bold, false, align)); },
                       [&](std::int64_t number) {
                           worksheet_write_number(m_sheet, r, c, static_cast<double>(number), format(Look::Number, bold, false, align));
                       },
                       [&](Decimal number) {
                           worksheet_write_number(
                               m_sheet, r, c, static_cast<double>(number.hundredths) / 100.0, format(Look::Decimal, bold, false, align));
                       },
                       [&](const Date& date) {
                           lxw_datetime day{ date.year(), static_cast<int>(date.month()), static_cast<int>(date.day()), 0, 0, 0 };
                           worksheet_write_datetime(m_sheet, r, c, &day, format(Look::Day, bold, false, align));
                       } },
            cell.value);
    }

    void writeSpan(const Cell& cell, int row, int column, Look look, Align align)
    {
        const int lastRow = row + cell.rowSpan - 1;
        const int last = std::min(column + cell.columnSpan - 1, lastColumn());
        if (lastRow > row || last > column)
            m_cells.merged(rowIndex(row), columnIndex(column), rowIndex(lastRow), columnIndex(last), cellText(cell.value),
                format(look, true, false, align));
        else
            m_cells.text(rowIndex(row), columnIndex(column), cellText(cell.value), format(look, true, false, align));
    }

    double widthOf(int column, int span) const
    {
        double mm = 0;
        for (int i = column; i < std::min(column + span, lastColumn() + 1); ++i)
            mm += m_table.columns[static_cast<std::size_t>(i)].mm;
        return mm;
    }

    void setHeight(int row, int lines) { worksheet_set_row(m_sheet, rowIndex(row), kLinePoints * lines + 3, nullptr); }

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
            worksheet_freeze_panes(m_sheet, rowIndex(m_row), 0);
            worksheet_repeat_rows(m_sheet, rowIndex(top), rowIndex(m_row - 1));
        }
        for (const auto& row : m_table.rows)
            writeRow(row);
    }

    lxw_workbook* m_book;
    lxw_worksheet* m_sheet;
    CellWriter m_cells;
    const Part& m_part;
    const Table& m_table;
    std::map<std::tuple<Look, bool, bool, Align>, lxw_format*>& m_formats;
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
                found.push_back({ &part, table });
    return found;
}

/// Read again by a reader of its own: every part there, unpacked with its checksum, and sound.
bool isWholeBook(std::string_view bytes, std::size_t sheets)
{
    const auto files = unzipped(bytes);
    if (!files)
        return false;
    std::size_t found = 0;
    for (const auto& [name, content] : *files) {
        if (!isSoundXml(content))
            return false;
        found += name.starts_with("xl/worksheets/sheet") ? 1 : 0;
    }
    return found == sheets;
}

void setProperties(lxw_workbook* book, const Document& document)
{
    lxw_doc_properties properties{};
    std::string title = xmlText(document.title);
    std::string author = xmlText(document.author);
    properties.title = title.data();
    properties.author = author.data();
    properties.created = static_cast<decltype(properties.created)>(kCreated);
    workbook_set_properties(book, &properties);
}

}

Result<void> writeXlsx(const Document& document, const std::filesystem::path& path)
{
    const auto tables = tablesOf(document);
    if (tables.empty())
        return fail(ErrorCode::Validation, "output.no-table", { document.title });
    TD_TRY(auto temporary, TemporaryBeside::create(path));
    // What it keeps aside while it writes lies beside the target: there is room there or the file itself has none.
    std::string folder = std::filesystem::absolute(temporary.path()).parent_path().string();
    lxw_workbook_options settings{};
    settings.tmpdir = folder.data();
    auto* book = workbook_new_opt(temporary.path().string().c_str(), &settings);
    setProperties(book, document);
    std::map<std::tuple<Look, bool, bool, Align>, lxw_format*> formats;
    std::string tooLong;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::string name = tables.size() == 1 ? "Danh sách" : "Bảng " + std::to_string(i + 1);
        Sheet sheet(book, name, *tables[i].part, *tables[i].table, formats);
        sheet.write();
        if (tooLong.empty())
            tooLong = sheet.tooLong();
    }
    errno = 0;
    if (const auto error = workbook_close(book); error != LXW_NO_ERROR) {
        const int system = errno;
        auto failure = outputFailure(path, system != 0 ? system : EIO);
        failure.value().detail += std::string("; ") + lxw_strerror(error);
        return failure;
    }
    if (!tooLong.empty())
        return fail(ErrorCode::Validation, "output.cell-too-long", { document.title, tooLong });
    TD_TRY(const auto bytes, temporary.readAgain());
    if (!isWholeBook(bytes, tables.size()))
        return notWhole(path, "xlsx");
    return temporary.commit();
}

}
