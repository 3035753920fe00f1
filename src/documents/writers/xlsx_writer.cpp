// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/xlsx_writer.h"

#include "base/path_text.h"
#include "base/text_util.h"
#include "base/xml_text.h"
#include "documents/compose.h"
#include "documents/line_fit.h"
#include "documents/measures.h"
#include "documents/output_file.h"
#include "documents/writers/xlsx_cells.h"
#include "documents/writers/xlsx_rules.h"
#include "documents/writers/sheet_pages.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <map>
#include <tuple>
#include <xlsxwriter.h>

namespace thidua::documents {
namespace {

constexpr double kInchMm = 25.4;

// The default font is set to 12 pt Times New Roman, whose figures are 8 pixels wide; the library counts with the 7 of its own default.
constexpr double kPixelMm = kInchMm / 96, kFigurePixels = 8, kLibraryPixels = 7, kLibraryPadding = 5;
constexpr double kFontPt = 12, kTitlePt = 14, kLinePoints = 15.6, kTitleLinePoints = 18, kCellPoints = 3, kRuleRowPoints = 6, kWhiteRowPoints = 12;
constexpr double kWidthShare = 0.985;         // of the text width: columns are whole pixels, and none may fall on a page of its own
constexpr double kHeightShare = 0.97;         // of a page: programs do not set lines alike
constexpr double kCellMm = 1.6, kCellShare = 0.97;

/// How many lines the text takes in a cell of this width.
int linesIn(const std::string& text, double mm, bool bold)
{
    return std::max(1, static_cast<int>(brokenLines(text, (mm - kCellMm) * kCellShare, kFontPt, bold).size()));
}

ColumnPixels pixelsOf(double mm)
{
    const double pixels = std::floor(mm * kWidthShare / kPixelMm);
    return {static_cast<int>(pixels), static_cast<int>(std::round(pixels * kLibraryPixels / kFigurePixels))};
}

std::vector<ColumnPixels> pixelsOf(const Table& table)
{
    std::vector<ColumnPixels> all;
    for (const auto& column : table.columns)
        all.push_back(pixelsOf(column.mm));
    return all;
}

constexpr double kCountryMm = 91, kHeadMostMm = 90; // what “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” takes; a longer name is broken on paper, too
constexpr std::size_t kPenLines = 6;  // from the office to the name: 30 mm
enum class Look { Plain, Title, Line, Head, Cell, Written, Number, Decimal, Day };

lxw_row_t rowIndex(int row)
{
    return static_cast<lxw_row_t>(row);
}

lxw_col_t columnIndex(int column)
{
    return static_cast<lxw_col_t>(column);
}

class Sheet {
public:
    Sheet(lxw_workbook* book, const std::string& name, const Part& part, const Table& table, std::map<std::tuple<Look, bool, bool, Align>, lxw_format*>& formats)
        : m_book(book), m_sheet(workbook_add_worksheet(book, name.c_str())), m_cells(m_sheet), m_rules(m_sheet, pixelsOf(table)), m_part(part), m_table(table), m_formats(formats)
    {
    }

    void write()
    {
        setUp();
        for (const auto& block : m_part.blocks)
            if (const auto* head = std::get_if<OfficialHead>(&block))
                m_headMm = std::max(widest(headLines(head->superior, kHeadMostMm, false), kFontPt, false), widest(headLines(head->agency, kHeadMostMm, true), kFontPt, true));
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
        breakPages();
    }

    const std::string& tooLong() const { return m_cells.tooLong(); }

private:
    int lastColumn() const { return static_cast<int>(m_table.columns.size()) - 1; }

    /// Head and signatures stand left and right over whole columns, as near to their places on paper as the columns let them.
    struct Sides {
        int leftEnd;
        int rightBegin;
    };
    Sides sides() const
    {
        const auto centres = measures::centres(m_part.page);
        const auto nearer = [](double mid, double wanted, double best) { return std::abs(mid - wanted) < std::abs(best - wanted); };
        const double left = centres.left - m_part.page.left;
        const double right = centres.right - m_part.page.left;
        const double whole = widthOf(0, lastColumn() + 1);
        Sides sides{1, lastColumn()};
        double bestLeft = 1e6, bestRight = 1e6;
        const auto holds = [&](int end) { return (widthOf(0, end) - kCellMm) * kCellShare >= m_headMm && whole - widthOf(0, end) >= kCountryMm; };
        bool anyHolds = false;
        for (int end = 1; end <= lastColumn(); ++end)
            anyHolds = anyHolds || holds(end);
        for (int end = 1; end <= lastColumn(); ++end) {
            if (const double mid = widthOf(0, end) / 2; (!anyHolds || holds(end)) && nearer(mid, left, bestLeft)) {
                bestLeft = mid;
                sides.leftEnd = end;
            }
        }
        for (int begin = sides.leftEnd; begin <= lastColumn(); ++begin) {
            const double wide = widthOf(begin, lastColumn() + 1);
            if (const double mid = whole - wide / 2; (wide >= kCountryMm || begin == sides.leftEnd) && nearer(mid, right, bestRight)) {
                bestRight = mid;
                sides.rightBegin = begin;
            }
        }
        return sides;
    }

    lxw_format* format(Look look, bool bold, bool italic, Align align)
    {
        auto& found = m_formats[{look, bold, italic, align}];
        if (found)
            return found;
        found = workbook_add_format(m_book);
        format_set_font_name(found, "Times New Roman");
        format_set_font_size(found, look == Look::Title ? kTitlePt : kFontPt);
        format_set_align(found, LXW_ALIGN_VERTICAL_CENTER);
        format_set_align(found, align == Align::Left ? LXW_ALIGN_LEFT : align == Align::Centre ? LXW_ALIGN_CENTER : LXW_ALIGN_RIGHT);
        if (bold)
            format_set_bold(found);
        if (italic)
            format_set_italic(found);
        if (look != Look::Plain)
            format_set_text_wrap(found);
        if (look == Look::Head || look == Look::Cell || look == Look::Written || look == Look::Number || look == Look::Decimal || look == Look::Day)
            format_set_border(found, LXW_BORDER_THIN);
        if (look == Look::Day)
            format_set_num_format(found, "dd/mm/yyyy");
        if (look == Look::Written)
            format_set_num_format_index(found, 49); // “@” in the list that every Excel has
        if (look == Look::Decimal)
            format_set_num_format(found, "0.00");
        return found;
    }

    void setUp()
    {
        for (int i = 0; i <= lastColumn(); ++i)
            worksheet_set_column(m_sheet, columnIndex(i), columnIndex(i), (pixelsOf(m_table.columns[static_cast<std::size_t>(i)].mm).counted - kLibraryPadding) / kLibraryPixels,
                                 m_table.columns[static_cast<std::size_t>(i)].asText ? format(Look::Written, false, false, Align::Left) : nullptr);
        const auto& page = m_part.page;
        worksheet_set_paper(m_sheet, 9);  // A4
        if (page.orientation == Orientation::Landscape)
            worksheet_set_landscape(m_sheet);
        else
            worksheet_set_portrait(m_sheet);
        worksheet_set_margins(m_sheet, page.left / kInchMm, page.right / kInchMm, page.top / kInchMm, page.bottom / kInchMm);
        if (m_part.numbered)
            worksheet_set_header(m_sheet, "&C&P");
    }

    void line(const std::string& text, int first, int last, Look look, bool bold, bool italic, Align align = Align::Centre)
    {
        auto* style = format(look, bold, italic, align);
        if (last > first)
            m_cells.merged(rowIndex(m_row), columnIndex(first), rowIndex(m_row), columnIndex(last), text, style);
        else
            m_cells.text(rowIndex(m_row), columnIndex(first), text, style);
    }

    void wide(const std::string& text, bool italic, bool keep, Align align = Align::Centre)
    {
        const double mm = (widthOf(0, lastColumn() + 1) - kCellMm) * kCellShare; // where paper ends a line, not at a number's hyphen
        line(align == Align::Centre ? join(balancedLines(text, mm, kFontPt, false), "\n") : text, 0, lastColumn(), Look::Line, false, italic, align);
        setHeight(kLinePoints * linesIn(text, widthOf(0, lastColumn() + 1), false) + kCellPoints, keep);
    }

    /// A centred title, broken where paper breaks it. Returns its longest line.
    double title(const std::vector<std::string>& texts, double mm)
    {
        const auto lines = balancedLines(texts, mm, kTitlePt, true);
        line(join(lines, "\n"), 0, lastColumn(), Look::Title, true, false);
        setHeight(kTitleLinePoints * static_cast<double>(std::max<std::size_t>(1, lines.size())) + kCellPoints, true);
        return widest(lines, kTitlePt, true);
    }

    void rule(double mm, int first, int last) { m_rules.draw(rowIndex(m_row), first, last, static_cast<int>(std::lround(mm * kWidthShare / kPixelMm))); }

    void white(bool keep = false) { setHeight(kWhiteRowPoints, keep); }

    void writeHead(const OfficialHead& head)
    {
        const auto at = sides();
        std::vector<std::pair<std::string, bool>> left;
        const double room = (widthOf(0, at.leftEnd) - kCellMm) * kCellShare;
        for (auto& text : headLines(head.superior, room, false))
            left.emplace_back(std::move(text), false);
        const auto agency = headLines(head.agency, room, true);
        for (const auto& text : agency)
            left.emplace_back(text, true);
        const std::string motto = "Độc lập - Tự do - Hạnh phúc";
        std::vector<std::pair<std::string, bool>> right{{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true}, {motto, true}};
        // A rule stands right below its last line, also where the other side goes on.
        const auto rows = std::max(left.size(), right.size()) + 1;
        for (std::size_t i = 0; i < rows; ++i) {
            if (i < left.size())
                line(left[i].first, 0, at.leftEnd - 1, Look::Line, left[i].second, false);
            else if (i == left.size())
                rule(measures::kAgencyRuleShare * widest(agency, kFontPt, true), 0, at.leftEnd - 1);
            if (i < right.size())
                line(right[i].first, at.rightBegin, lastColumn(), Look::Line, right[i].second, false);
            else if (i == right.size())
                rule(textWidth(motto, kFontPt, true), at.rightBegin, lastColumn());
            setHeight(i + 1 == rows ? kRuleRowPoints : kLinePoints, true);
        }
        if (head.number || head.placeDate) {
            line(head.number ? plainText(*head.number) : std::string(), 0, at.leftEnd - 1, Look::Line, false, false);
            line(head.placeDate ? plainText(*head.placeDate) : std::string(), at.rightBegin, lastColumn(), Look::Line, false, true);
            setHeight(kLinePoints + kCellPoints, true);
        }
        for (const auto& text : head.about) {
            line(text, 0, at.leftEnd - 1, Look::Line, false, false);
            setHeight(kLinePoints, true);
        }
        white(true);
    }

    /// The whole block is one row: a row is never parted between two pages, so office, room for the pen and name stay together.
    void writeSignature(const Signature& signature)
    {
        white(true);
        const auto count = static_cast<int>(signature.signers.size());
        const int columns = lastColumn() + 1;
        const auto at = sides();
        std::size_t offices = 1;
        for (const auto& signer : signature.signers)
            offices = std::max(offices, signer.office.size());
        for (int i = 0; i < count; ++i) {
            const auto& signer = signature.signers[static_cast<std::size_t>(i)];
            const int first = count > 2 ? columns * i / count : i + 1 == count ? at.rightBegin : 0;
            const int last = count > 2 ? columns * (i + 1) / count - 1 : i + 1 == count ? lastColumn() : at.leftEnd - 1;
            const bool dated = signature.dateLine && i + 1 == count;
            const auto date = (dated ? plainText(*signature.dateLine) : std::string()) + (signature.dateLine ? "\n" : "");
            const auto name = join(signer.office, "\n") + std::string(offices - signer.office.size() + kPenLines, '\n') + signer.name;
            line(dated ? std::string() : date + name, first, last, Look::Line, true, false);
            if (dated)
                writeDated(date, name, first);
        }
        const auto lines = offices + kPenLines + (signature.dateLine ? 1 : 0);
        setHeight(kLinePoints * static_cast<double>(lines + 1));
    }

    /// The date in italics above the office, in one cell.
    void writeDated(const std::string& dateText, const std::string& nameText, int column)
    {
        std::string date = cellLetters(dateText), name = cellLetters(nameText);
        lxw_rich_string_tuple italic{format(Look::Plain, false, true, Align::Centre), date.data()};
        lxw_rich_string_tuple bold{format(Look::Plain, true, false, Align::Centre), name.data()};
        std::array<lxw_rich_string_tuple*, 3> parts{&italic, &bold, nullptr};
        worksheet_write_rich_string(m_sheet, rowIndex(m_row), columnIndex(column), parts.data(), format(Look::Line, true, false, Align::Centre));
    }

    static std::vector<std::string> titleTexts(const std::vector<std::string>& texts)
    {
        std::vector<std::string> glued;
        for (const auto& text : texts)
            glued.push_back(gluedTitle(text));
        return glued;
    }

    void writeAround(const Block& block)
    {
        std::visit(Overload{[&](const OfficialHead& head) { writeHead(head); },
                            [&](const TitleBlock& heading) {
                                const double mm = std::min(measures::titleWidth(m_part.page), widthOf(0, lastColumn() + 1) - kCellMm);
                                title({heading.type}, mm);
                                const double longest = title(titleTexts(heading.subject), mm);
                                for (const auto& text : heading.references)
                                    wide(gluedTitle(text), true, true);
                                if (heading.references.empty()) {
                                    rule(measures::kTitleRuleShare * longest, 0, lastColumn());
                                    setHeight(kRuleRowPoints, true);
                                }
                                white(true);
                            },
                            [&](const AppendixHead& head) {
                                const double mm = measures::kAppendixTitleWidth;
                                if (!head.label.empty())
                                    title({head.label}, mm);
                                title(titleTexts(head.title), mm);
                                wide(gluedTitle(join(head.references, " ")), true, true);
                                white(true);
                            },
                            [&](const Note& note) { wide("Ghi chú: " + note.text, false, true, Align::Left); },
                            [&](const Signature& signature) { writeSignature(signature); }, [](const auto&) {}},
                   block);
    }

    void writeValue(const Cell& cell, int row, int column, bool bold)
    {
        const auto text = cellText(cell.value);
        const auto& of = m_table.columns[static_cast<std::size_t>(column)];
        const auto align = cell.align.value_or(text == kDash ? Align::Centre : of.align);
        const auto r = rowIndex(row);
        const auto c = columnIndex(column);
        std::visit(Overload{[&](const std::string& words) { m_cells.text(r, c, words, format(of.asText ? Look::Written : Look::Cell, bold, false, align)); },
                            [&](std::int64_t number) { worksheet_write_number(m_sheet, r, c, static_cast<double>(number), format(Look::Number, bold, false, align)); },
                            [&](Decimal number) {
                                worksheet_write_number(m_sheet, r, c, static_cast<double>(number.hundredths) / 100.0,
                                                       format(Look::Decimal, bold, false, align));
                            },
                            [&](const Date& date) {
                                lxw_datetime day{date.year(), static_cast<int>(date.month()), static_cast<int>(date.day()), 0, 0, 0};
                                worksheet_write_datetime(m_sheet, r, c, &day, format(Look::Day, bold, false, align));
                            }},
                   cell.value);
    }

    void writeSpan(const Cell& cell, int row, int column, Look look, Align align)
    {
        const int lastRow = row + cell.rowSpan - 1;
        const int last = std::min(column + cell.columnSpan - 1, lastColumn());
        if (lastRow > row || last > column)
            m_cells.merged(rowIndex(row), columnIndex(column), rowIndex(lastRow), columnIndex(last), cellText(cell.value), format(look, true, false, align));
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

    /// Ends the row.
    void setHeight(double points, bool keepWithNext = false)
    {
        worksheet_set_row(m_sheet, rowIndex(m_row), points, nullptr);
        m_rows.push_back({points, keepWithNext});
        ++m_row;
    }

    void setHeaderHeights(const std::vector<PlacedCell>& cells)
    {
        std::vector<int> lines(m_table.header.size(), 1);
        for (const auto& cell : cells) {
            const int wanted = linesIn(cellText(cell.cell->value), widthOf(cell.column, cell.cell->columnSpan), true);
            const int spare = cell.cell->rowSpan - 1;
            auto& last = lines[std::min(static_cast<std::size_t>(cell.row + spare), lines.size() - 1)];
            last = std::max(last, wanted - spare);
        }
        for (const int count : lines)
            setHeight(kLinePoints * count + kCellPoints, true);
    }

    void writeRow(const Row& row)
    {
        int column = 0;
        int lines = 1;
        for (const auto& cell : row.cells) {
            if (column > lastColumn())
                break;
            lines = std::max(lines, linesIn(cellText(cell.value), widthOf(column, cell.columnSpan), cell.bold || row.kind != RowKind::Normal));
            if (cell.columnSpan > 1)
                writeSpan(cell, m_row, column, Look::Cell, cell.align.value_or(Align::Left));
            else
                writeValue(cell, m_row, column, cell.bold || row.kind != RowKind::Normal);
            column += cell.columnSpan;
        }
        setHeight(kLinePoints * lines + kCellPoints, row.kind == RowKind::Group);
    }

    /// A total goes with the two rows before it, the last rows with what is signed below them.
    void keepLastRows()
    {
        constexpr std::size_t kWithTotal = 2, kWithSignature = 3;
        const std::size_t total = !m_table.rows.empty() && m_table.rows.back().kind == RowKind::Total ? 1 : 0;
        const bool isSigned = std::ranges::any_of(m_part.blocks, [](const Block& block) { return std::holds_alternative<Signature>(block); });
        const std::size_t wanted = isSigned ? kWithSignature + total : total * (kWithTotal + 1);
        for (std::size_t i = m_rows.size() - std::min(wanted, m_table.rows.size()); i + (isSigned ? 0 : 1) < m_rows.size(); ++i)
            m_rows[i].keepWithNext = true;
    }

    void breakPages()
    {
        const auto& page = m_part.page;
        const double points = (page.height() - page.top - page.bottom) / measures::kPointMm * kHeightShare;
        std::vector<lxw_row_t> breaks;
        for (const auto row : sheetBreaks(m_rows, {points, m_repeatedFrom, m_repeated}))
            breaks.push_back(static_cast<lxw_row_t>(row));
        breaks.push_back(0); // the end of the list
        worksheet_set_h_pagebreaks(m_sheet, breaks.data());
    }

    void writeTable()
    {
        const int top = m_row;
        m_repeatedFrom = m_rows.size();
        const auto cells = placed(m_table.header, lastColumn() + 1);
        for (const auto& cell : cells)
            writeSpan(*cell.cell, top + cell.row, cell.column, Look::Head, Align::Centre);
        setHeaderHeights(cells);
        m_repeated = m_rows.size() - m_repeatedFrom;
        if (m_row > top) {
            worksheet_freeze_panes(m_sheet, rowIndex(m_row), 0);
            worksheet_repeat_rows(m_sheet, rowIndex(top), rowIndex(m_row - 1));
        }
        for (const auto& row : m_table.rows)
            writeRow(row);
        keepLastRows();
    }

    lxw_workbook* m_book;
    lxw_worksheet* m_sheet;
    CellWriter m_cells;
    RuleDrawer m_rules;
    const Part& m_part;
    const Table& m_table;
    std::map<std::tuple<Look, bool, bool, Align>, lxw_format*>& m_formats;
    double m_headMm = 0; ///< what the names in the head take where paper gives them room
    int m_row = 0;
    std::vector<SheetRow> m_rows; ///< those written, as they stand on paper
    std::size_t m_repeatedFrom = 0;
    std::size_t m_repeated = 0;
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

Result<void> writeXlsx(const Document& document, const std::filesystem::path& path, const Progress* progress)
{
    const auto tables = tablesOf(document);
    if (tables.empty())
        return fail(ErrorCode::Validation, "output.no-table", {document.title});
    TD_TRY(auto temporary, TemporaryBeside::create(path));
    // What it keeps aside while it writes lies beside the target: there is room there or the file itself has none.
    std::string folder = pathText(std::filesystem::absolute(temporary.path()).parent_path());
    lxw_workbook_options settings{};
    settings.tmpdir = folder.data();
    auto* book = workbook_new_opt(pathText(temporary.path()).c_str(), &settings);
    setProperties(book, document.title, document.author);
    auto* usual = STAILQ_FIRST(book->formats); // what column widths are counted in
    format_set_font_name(usual, "Times New Roman");
    format_set_font_size(usual, kFontPt);
    std::map<std::tuple<Look, bool, bool, Align>, lxw_format*> formats;
    std::string tooLong;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::string name = tables.size() == 1 ? "Danh sách" : "Bảng " + std::to_string(i + 1);
        Sheet sheet(book, name, *tables[i].part, *tables[i].table, formats);
        sheet.write();
        tooLong = tooLong.empty() ? sheet.tooLong() : tooLong;
    }
    errno = 0;
    if (const auto error = workbook_close(book); error != LXW_NO_ERROR) {
        const int system = errno;
        auto failure = outputFailure(path, system != 0 ? system : EIO);
        failure.value().detail += std::string("; ") + lxw_strerror(error);
        return failure;
    }
    if (!tooLong.empty())
        return fail(ErrorCode::Validation, "output.cell-too-long", {document.title, tooLong});
    TD_TRY(const auto bytes, temporary.readAgain());
    if (!isWholeBook(bytes, tables.size()))
        return notWhole(path, "xlsx");
    TD_TRY(const auto files, firstNumberHidden(bytes));
    return writePackage(path, files, progress);
}

}
