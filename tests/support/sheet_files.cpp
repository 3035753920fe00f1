// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sheet_files.h"

#include <map>
#include <stdexcept>
#include <zip.h>

namespace thidua::test {
namespace {

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text)
        out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
    return out;
}

/// Kind and what it says: “n|5” is n and 5; plain text has no kind.
std::pair<char, std::string> partsOf(const std::string& cell)
{
    return cell.size() > 1 && cell[1] == '|' ? std::pair(cell[0], cell.substr(2)) : std::pair('t', cell);
}

std::string letters(std::size_t column)
{
    std::string name;
    for (auto left = column + 1; left > 0; left = (left - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (left - 1) % 26));
    return name;
}

struct Shared {
    std::vector<std::string> items;
    std::map<std::string, std::size_t> places;
    std::size_t of(const std::string& xml)
    {
        const auto [found, fresh] = places.emplace(xml, items.size());
        if (fresh)
            items.push_back(xml);
        return found->second;
    }
};

std::string xlsxCell(const std::string& place, const std::string& cell, Shared& shared)
{
    const auto [kind, said] = partsOf(cell);
    const auto open = "<c r=\"" + place + "\"";
    const auto value = "<v>" + escaped(said) + "</v></c>";
    const auto text = [](const std::string& words) { return "<t xml:space=\"preserve\">" + escaped(words) + "</t>"; };
    switch (kind) {
    case 'n': return open + ">" + value;
    case 'd': return open + " s=\"1\">" + value;
    case 'z': return open + " s=\"2\">" + value;
    case 'e': return open + " t=\"e\"><f>A1</f>" + value;
    case 'b': return open + " t=\"b\">" + value;
    case 'i': return open + " t=\"inlineStr\"><is>" + text(said) + "</is></c>";
    case 'r': {
        const auto bar = said.find('|');
        return open + " t=\"s\"><v>" + std::to_string(shared.of("<r><rPr><b/></rPr>" + text(said.substr(0, bar)) + "</r><r>" + text(said.substr(bar + 1)) + "</r><rPh sb=\"0\" eb=\"1\"><t>đọc</t></rPh>"))
             + "</v></c>";
    }
    default: return open + " t=\"s\"><v>" + std::to_string(shared.of(text(said))) + "</v></c>";
    }
}

constexpr const char* kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* kMain = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
constexpr const char* kDoc = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string xlsxSheet(const MadeSheet& sheet, Shared& shared)
{
    std::string xml = std::string(kXml) + "<worksheet " + kMain + "><sheetData>";
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        xml += "<row r=\"" + std::to_string(row + 1) + "\">";
        for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
            if (const auto& cell = sheet.rows[row][column]; !cell.empty())
                xml += xlsxCell(letters(column) + std::to_string(row + 1), cell, shared);
        xml += "</row>";
    }
    xml += sheet.rowsAfter + "</sheetData>";
    if (!sheet.merges.empty()) {
        xml += "<mergeCells>";
        for (const auto& merge : sheet.merges)
            xml += "<mergeCell ref=\"" + merge + "\"/>";
        xml += "</mergeCells>";
    }
    return xml + "</worksheet>";
}

std::string odsCell(const std::string& cell)
{
    const auto [kind, said] = partsOf(cell);
    const auto p = "<text:p>" + escaped(said) + "</text:p></table:table-cell>";
    switch (kind) {
    case 'n':
    case 'z': return "<table:table-cell office:value-type=\"float\" office:value=\"" + said + "\"><text:p>" + std::string(kind == 'z' ? "0000" : "") + said + "</text:p></table:table-cell>";
    case 'd': return "<table:table-cell office:value-type=\"date\" office:date-value=\"" + said + "\"><text:p>x</text:p></table:table-cell>";
    case 'e': return "<table:table-cell table:formula=\"of:=[.A1]\" office:value-type=\"string\">" + p;
    case 'b': return "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"" + std::string(said == "1" ? "true" : "false") + "\"><text:p>x</text:p></table:table-cell>";
    case 'r': return "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>" + escaped(said.substr(0, said.find('|')))
                   + "<text:s text:c=\"2\"/><text:span>" + escaped(said.substr(said.find('|') + 1)) + "</text:span></text:p></table:table-cell>";
    default: return cell.empty() ? "<table:table-cell/>" : "<table:table-cell office:value-type=\"string\">" + p;
    }
}

}

std::string zipped(const Parts& parts)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = target == nullptr ? nullptr : zip_open_from_source(target, ZIP_TRUNCATE, &error);
    if (archive == nullptr)
        throw std::runtime_error("no archive");
    zip_source_keep(target);
    for (const auto& [name, bytes] : parts) {
        const auto place = zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
        if (place >= 0 && name == "mimetype")
            zip_set_file_compression(archive, static_cast<zip_uint64_t>(place), ZIP_CM_STORE, 0);
    }
    if (zip_close(archive) != 0)
        throw std::runtime_error("archive not closed");
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    std::string out(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, out.data(), out.size());
    zip_source_close(target);
    zip_source_free(target);
    return out;
}

Parts xlsxParts(const MadeBook& book)
{
    Shared shared;
    std::string sheets, relations;
    Parts parts;
    for (std::size_t i = 0; i < book.sheets.size(); ++i) {
        const auto number = std::to_string(i + 1);
        sheets += "<sheet name=\"" + escaped(book.sheets[i].name) + "\" sheetId=\"" + number + "\"" + (book.sheets[i].hidden ? " state=\"hidden\"" : "") + " r:id=\"rId" + number + "\"/>";
        relations += "<Relationship Id=\"rId" + number + "\" Type=\"" + kDoc + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
        parts.emplace_back("xl/worksheets/sheet" + number + ".xml", xlsxSheet(book.sheets[i], shared));
    }
    relations += std::string("<Relationship Id=\"rIdS\" Type=\"") + kDoc + "/styles\" Target=\"styles.xml\"/><Relationship Id=\"rIdT\" Type=\"" + kDoc
               + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>";
    std::string strings = std::string(kXml) + "<sst " + kMain + ">";
    for (const auto& item : shared.items)
        strings += "<si>" + item + "</si>";
    parts.emplace_back("xl/sharedStrings.xml", strings + "</sst>");
    parts.emplace_back("xl/styles.xml", std::string(kXml) + "<styleSheet " + kMain + "><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-42A]dd/mm/yyyy;@\"/><numFmt numFmtId=\"165\" formatCode=\"00000\"/></numFmts>"
                       "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>");
    parts.emplace_back("xl/_rels/workbook.xml.rels", std::string(kXml) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations + "</Relationships>");
    parts.emplace_back("xl/workbook.xml", std::string(kXml) + "<workbook " + kMain + " xmlns:r=\"" + kDoc + "\"><workbookPr" + (book.from1904 ? " date1904=\"1\"" : "") + "/><sheets>" + sheets + "</sheets></workbook>");
    parts.emplace_back("[Content_Types].xml", std::string(kXml) + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
    return parts;
}

Parts odsParts(const MadeBook& book)
{
    std::string content = std::string(kXml)
                        + "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                          "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"><office:automatic-styles>"
                          "<style:style style:name=\"ta1\"><style:table-properties table:display=\"true\"/></style:style>"
                          "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>";
    for (const auto& sheet : book.sheets) {
        content += "<table:table table:name=\"" + escaped(sheet.name) + "\" table:style-name=\"" + (sheet.hidden ? "ta2" : "ta1") + "\">";
        for (const auto& row : sheet.rows) {
            content += "<table:table-row>";
            for (const auto& cell : row)
                content += odsCell(cell);
            content += "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>";
        }
        content += sheet.rowsAfter + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>";
    }
    return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
            {"META-INF/manifest.xml", std::string(kXml) + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"},
            {"content.xml", content + "</office:spreadsheet></office:body></office:document-content>"}};
}

}
