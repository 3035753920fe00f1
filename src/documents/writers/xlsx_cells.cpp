// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/xlsx_cells.h"

#include "base/text_util.h"
#include "base/xml_text.h"
#include "documents/writers/package.h"

#include <algorithm>

namespace thidua::documents {
namespace {

constexpr std::size_t kShownStart = 40;
constexpr std::ptrdiff_t kMostLetters = 32'767;  // of one cell
constexpr std::int64_t kCreated = 946684800;  // 2000-01-01: two exports of the same paper are the same bytes

}

void setProperties(lxw_workbook* book, const std::string& titleText, const std::string& authorText)
{
    lxw_doc_properties properties{};
    std::string title = xmlText(titleText);
    std::string author = xmlText(authorText);
    properties.title = title.data();
    properties.author = author.data();
    properties.created = static_cast<decltype(properties.created)>(kCreated);
    workbook_set_properties(book, &properties);
}

bool isWholeBook(std::string_view bytes, std::size_t sheets)
{
    const auto files = unzipped(bytes);
    if (!files)
        return false;
    std::size_t found = 0;
    for (const auto& [name, content] : *files) {
        if (isXmlPart(name) && !isSoundXml(content))
            return false;
        found += name.starts_with("xl/worksheets/sheet") ? 1 : 0;
    }
    return found == sheets;
}

Result<std::vector<PackageFile>> firstNumberHidden(std::string_view bytes)
{
    TD_TRY(auto files, unzipped(bytes));
    const std::string tag = "<headerFooter>";
    for (auto& [name, part] : files)
        if (name.starts_with("xl/worksheets/"))
            if (const auto at = part.find(tag); at != std::string::npos)
                part.replace(at, tag.size(), "<headerFooter differentFirst=\"1\">");
    return files;
}

void CellWriter::look(const std::string& text)
{
    const auto letters = std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    if (letters <= kMostLetters || !m_tooLong.empty())
        return;
    std::size_t end = std::min(kShownStart, text.size());
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end; // no letter is cut in two
    m_tooLong = text.substr(0, end);
}

void CellWriter::text(lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format)
{
    look(text);
    worksheet_write_string(m_sheet, row, column, cellLetters(text).c_str(), format);
}

void CellWriter::merged(
    lxw_row_t row, lxw_col_t column, lxw_row_t lastRow, lxw_col_t lastColumn, const std::string& text, lxw_format* format)
{
    look(text);
    worksheet_merge_range(m_sheet, row, column, lastRow, lastColumn, cellLetters(text).c_str(), format);
}

}
