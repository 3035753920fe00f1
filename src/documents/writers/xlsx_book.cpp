// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/xlsx_book.h"

#include "base/code_points.h"
#include "documents/writers/xml_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace thidua::documents::xlsx {
namespace {

constexpr const char* kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* kMain = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr double kInchMm = 25.4;
constexpr double kDigitPixels = 7, kPaddingPixels = 5;  // of the default font, by which widths of columns are counted
constexpr double kWidthParts = 256.0;                     // of a figure, to which they are rounded
constexpr int kFirstNumberFormat = 164;                  // lower numbers are Excel's own

/// What looks like one of Excel's own escapes (_x000D_) is escaped itself, so that these letters are shown.
std::string escapedLook(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto ahead = std::string_view(text).substr(i, 7);
        const bool escape = ahead.size() == 7 && ahead.starts_with("_x") && ahead.back() == '_'
            && std::all_of(ahead.begin() + 2, ahead.end() - 1, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
        out += escape ? "_x005F_" : std::string(1, text[i]);
    }
    return out;
}

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : xmlText(text)) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
        }
    }
    return out;
}

std::string decimal(double number)
{
    std::array<char, 32> figures;
    const auto end = std::to_chars(figures.data(), figures.data() + figures.size(), number).ptr;
    return {figures.data(), end};
}

std::string attribute(const char* name, const std::string& value)
{
    return std::string(" ") + name + "=\"" + value + "\"";
}

std::string columnName(int column)
{
    std::string name;
    for (int rest = column; rest >= 0; rest = rest / 26 - 1)
        name.insert(name.begin(), static_cast<char>('A' + rest % 26));
    return name;
}

std::string address(int row, int column)
{
    return columnName(column) + std::to_string(row + 1);
}

/// The width in the file of a column that shows so many figures.
double fileWidth(double characters)
{
    const double pixels = std::floor(characters * kDigitPixels + 0.5) + kPaddingPixels;
    return std::floor(pixels / kDigitPixels * kWidthParts) / kWidthParts;
}

std::string fontXml(const Look& look, const char* name)
{
    return std::string(look.bold ? "<b/>" : "") + (look.italic ? "<i/>" : "") + "<sz val=\"" + decimal(look.points) + "\"/><" + name
        + " val=\"Times New Roman\"/><family val=\"1\"/>";
}

std::string textXml(const std::string& text)
{
    return "<t xml:space=\"preserve\">" + escaped(escapedLook(text)) + "</t>";
}

std::size_t utf16Length(const std::string& text)
{
    std::size_t length = 0;
    for (const char32_t point : codePoints(text))
        length += point > 0xFFFF ? 2 : 1;
    return length;
}

const char* alignName(Align align)
{
    return align == Align::Left ? "left" : align == Align::Centre ? "center" : "right";
}

}

void Sheet::setPage(const PageSetup& page, bool numbered)
{
    m_page = page;
    m_numbered = numbered;
}

void Sheet::setColumn(int column, double characters)
{
    m_columns[column] = characters;
}

void Sheet::text(int row, int column, const std::string& text, const Look& look)
{
    auto& cell = m_rows[row].cells[column];
    cell = {m_book.style(look), {}, !text.empty()};
    if (cell.shared)
        cell.value = std::to_string(m_book.shared({{text, nullptr}}));
}

void Sheet::text(int row, int column, const std::pair<std::string, Look>& first, const std::pair<std::string, Look>& second, const Look& look)
{
    const auto string = m_book.shared({{first.first, &first.second}, {second.first, &second.second}});
    m_rows[row].cells[column] = {m_book.style(look), std::to_string(string), true};
}

void Sheet::number(int row, int column, const std::string& figures, const Look& look)
{
    m_rows[row].cells[column] = {m_book.style(look), figures, false};
}

void Sheet::day(int row, int column, Date date, const Look& look)
{
    static const Date kZero(1899, 12, 30);
    number(row, column, std::to_string(daysBetween(kZero, date)), look);
}

void Sheet::merge(int row, int column, int lastRow, int lastColumn, const std::string& text, const Look& look)
{
    for (int r = row; r <= lastRow; ++r)
        for (int c = column; c <= lastColumn; ++c)
            this->text(r, c, r == row && c == column ? text : std::string(), look);
    m_merged.push_back(address(row, column) + ":" + address(lastRow, lastColumn));
}

std::string Sheet::xml(bool first) const
{
    std::string xml = std::string(kDeclaration) + "<worksheet " + kMain + "><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView"
        + (first ? " tabSelected=\"1\"" : "") + " workbookViewId=\"0\">";
    if (m_frozen > 0)
        xml += "<pane" + attribute("ySplit", std::to_string(m_frozen)) + attribute("topLeftCell", address(m_frozen, 0))
            + " activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>";
    xml += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>";
    for (const auto& [column, characters] : m_columns)
        xml += "<col" + attribute("min", std::to_string(column + 1)) + attribute("max", std::to_string(column + 1))
            + attribute("width", decimal(fileWidth(characters))) + " customWidth=\"1\"/>";
    xml += "</cols><sheetData>";
    for (const auto& [number, row] : m_rows) {
        xml += "<row" + attribute("r", std::to_string(number + 1));
        xml += row.points > 0 ? attribute("ht", decimal(row.points)) + " customHeight=\"1\">" : std::string(">");
        for (const auto& [column, cell] : row.cells) {
            xml += "<c" + attribute("r", address(number, column)) + attribute("s", std::to_string(cell.style)) + (cell.shared ? " t=\"s\"" : "");
            xml += cell.value.empty() ? std::string("/>") : "><v>" + cell.value + "</v></c>";
        }
        xml += "</row>";
    }
    xml += "</sheetData>";
    if (!m_merged.empty()) {
        xml += "<mergeCells" + attribute("count", std::to_string(m_merged.size())) + ">";
        for (const auto& range : m_merged)
            xml += "<mergeCell" + attribute("ref", range) + "/>";
        xml += "</mergeCells>";
    }
    xml += "<pageMargins" + attribute("left", decimal(m_page.left / kInchMm)) + attribute("right", decimal(m_page.right / kInchMm))
        + attribute("top", decimal(m_page.top / kInchMm)) + attribute("bottom", decimal(m_page.bottom / kInchMm)) + " header=\"0.3\" footer=\"0.3\"/>"
        + "<pageSetup paperSize=\"9\" fitToHeight=\"0\"" + attribute("orientation", m_page.orientation == Orientation::Landscape ? "landscape" : "portrait")
        + "/>";
    if (m_numbered)
        xml += "<headerFooter><oddFooter>&amp;C&amp;P</oddFooter></headerFooter>";
    return xml + "</worksheet>";
}

std::size_t Book::style(const Look& look)
{
    const auto [found, isNew] = m_styleNumbers.try_emplace(look.key(), m_styles.size() + 1);
    if (isNew)
        m_styles.push_back(look);
    return found->second;
}

std::size_t Book::shared(const std::vector<std::pair<std::string, const Look*>>& parts)
{
    std::string xml = "<si>";
    std::size_t length = 0;
    for (const auto& [text, look] : parts) {
        length += utf16Length(text);
        xml += look ? "<r><rPr>" + fontXml(*look, "rFont") + "</rPr>" + textXml(text) + "</r>" : textXml(text);
    }
    if (length > kMostLetters && m_tooLong.empty())
        m_tooLong = utf8Of(codePoints(parts.front().first).substr(0, 40)) + "…";
    const auto [found, isNew] = m_stringNumbers.try_emplace(xml + "</si>", m_strings.size());
    if (isNew)
        m_strings.push_back(&found->first);
    return found->second;
}

std::string Book::stringsXml() const
{
    std::string xml = std::string(kDeclaration) + "<sst " + kMain + attribute("uniqueCount", std::to_string(m_strings.size())) + ">";
    for (const auto* string : m_strings)
        xml += *string;
    return xml + "</sst>";
}

/// One font for each style: their number is small, and nobody counts them.
std::string Book::stylesXml() const
{
    std::string formats, fonts, cells;
    std::map<std::string_view, int> numbers;
    for (std::size_t i = 0; i < m_styles.size(); ++i) {
        const auto& look = m_styles[i];
        int format = 0;
        if (*look.number != '\0') {
            const auto [found, isNew] = numbers.try_emplace(look.number, kFirstNumberFormat + static_cast<int>(numbers.size()));
            format = found->second;
            if (isNew)
                formats += "<numFmt" + attribute("numFmtId", std::to_string(format)) + attribute("formatCode", escaped(look.number)) + "/>";
        }
        fonts += "<font>" + fontXml(look, "name") + "</font>";
        cells += "<xf" + attribute("numFmtId", std::to_string(format)) + attribute("fontId", std::to_string(i + 1)) + " fillId=\"0\""
            + attribute("borderId", look.border ? "1" : "0") + " xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\"" + (look.border ? " applyBorder=\"1\"" : "")
            + (format != 0 ? " applyNumberFormat=\"1\"" : "") + "><alignment" + attribute("horizontal", alignName(look.align)) + " vertical=\"center\""
            + (look.wrap ? " wrapText=\"1\"" : "") + "/></xf>";
    }
    const auto thin = [](const char* side) { return std::string("<") + side + " style=\"thin\"><color auto=\"1\"/></" + side + ">"; };
    std::string xml = std::string(kDeclaration) + "<styleSheet " + kMain + ">";
    if (!formats.empty())
        xml += "<numFmts" + attribute("count", std::to_string(numbers.size())) + ">" + formats + "</numFmts>";
    const auto count = attribute("count", std::to_string(m_styles.size() + 1));
    xml += "<fonts" + count + "><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>" + fonts + "</fonts>";
    xml += "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>";
    xml += "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>" + thin("left") + thin("right") + thin("top")
        + thin("bottom") + "<diagonal/></border></borders>";
    xml += "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>";
    xml += "<cellXfs" + count + "><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>" + cells + "</cellXfs>";
    return xml + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
}

std::string Book::workbookXml() const
{
    std::string sheets, names;
    for (std::size_t i = 0; i < m_sheets.size(); ++i) {
        const auto number = std::to_string(i + 1);
        sheets += "<sheet" + attribute("name", escaped(m_sheets[i].name())) + attribute("sheetId", number) + attribute("r:id", "rId" + number) + "/>";
        if (const auto& rows = m_sheets[i].repeated())
            names += "<definedName name=\"_xlnm.Print_Titles\"" + attribute("localSheetId", std::to_string(i)) + ">'" + escaped(m_sheets[i].name()) + "'!$"
                + std::to_string(rows->first + 1) + ":$" + std::to_string(rows->second + 1) + "</definedName>";
    }
    return std::string(kDeclaration) + "<workbook " + kMain + attribute("xmlns:r", kOffice) + "><bookViews><workbookView/></bookViews><sheets>" + sheets
        + "</sheets>" + (names.empty() ? std::string() : "<definedNames>" + names + "</definedNames>") + "</workbook>";
}

std::vector<PackageFile> Book::files() const
{
    const std::string head = kDeclaration;
    const std::string sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    const std::string packages = "http://schemas.openxmlformats.org/package/2006/";
    std::string types, relations;
    const auto add = [&](const std::string& part, const std::string& type) {
        types += "<Override" + attribute("PartName", part) + attribute("ContentType", type) + "/>";
    };
    const auto relate = [&](std::size_t number, const std::string& type, const std::string& target) {
        relations += "<Relationship" + attribute("Id", "rId" + std::to_string(number)) + attribute("Type", type) + attribute("Target", target) + "/>";
    };
    const auto closed = [&] { return head + "<Relationships xmlns=\"" + packages + "relationships\">" + std::exchange(relations, {}) + "</Relationships>"; };
    const std::string office = std::string(kOffice) + "/";

    std::vector<PackageFile> files;
    for (std::size_t i = 0; i < m_sheets.size(); ++i) {
        const auto name = "worksheets/sheet" + std::to_string(i + 1) + ".xml";
        files.emplace_back("xl/" + name, m_sheets[i].xml(i == 0));
        add("/xl/" + name, sheetType + "worksheet+xml");
        relate(i + 1, office + "worksheet", name);
    }
    relate(m_sheets.size() + 1, office + "styles", "styles.xml");
    relate(m_sheets.size() + 2, office + "sharedStrings", "sharedStrings.xml");
    const auto ofWorkbook = closed();
    relate(1, office + "officeDocument", "xl/workbook.xml");
    relate(2, packages + "relationships/metadata/core-properties", "docProps/core.xml");
    add("/xl/workbook.xml", sheetType + "sheet.main+xml");
    add("/xl/styles.xml", sheetType + "styles+xml");
    add("/xl/sharedStrings.xml", sheetType + "sharedStrings+xml");
    add("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    files.emplace_back("xl/workbook.xml", workbookXml());
    files.emplace_back("xl/_rels/workbook.xml.rels", ofWorkbook);
    files.emplace_back("xl/styles.xml", stylesXml());
    files.emplace_back("xl/sharedStrings.xml", stringsXml());
    files.emplace_back("docProps/core.xml", head + "<cp:coreProperties xmlns:cp=\"" + packages
                           + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + escaped(m_title)
                           + "</dc:title><dc:creator>" + escaped(m_author) + "</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>");
    files.emplace_back("_rels/.rels", closed());
    files.insert(files.begin(), {"[Content_Types].xml", head + "<Types xmlns=\"" + packages
                                     + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                       "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + types + "</Types>"});
    return files;
}

}
