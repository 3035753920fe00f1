// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/csv_writer.h"

#include <algorithm>

namespace thidua::documents {
namespace {

constexpr char kSeparator = ';';

/// Excel reckons what begins so, wherever it comes from; a number may begin with its sign.
bool looksReckoned(const std::string& text)
{
    static const std::string kSigns = "=+-@\t\r";
    if (text.empty() || kSigns.find(text.front()) == std::string::npos)
        return false;
    return text.size() == 1 || text.find_first_not_of("0123456789,.", 1) != std::string::npos;
}

std::string csvCell(const CellValue& value)
{
    auto text = cellText(value);
    if (std::holds_alternative<std::string>(value) && looksReckoned(text))
        text.insert(0, 1, '\'');
    if (text.find_first_of(std::string("\"\r\n") + kSeparator) == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char letter : text)
        quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + "\"";
}

}

std::string csvText(const Table& table)
{
    std::string out = "\xEF\xBB\xBF";
    const auto write = [&out](const std::vector<Row>& rows) {
        for (const auto& row : rows) {
            std::string line;
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                line += (i == 0 ? std::string() : std::string(1, kSeparator)) + csvCell(row.cells[i].value);
            out += line + "\r\n";
        }
    };
    write(table.header);
    write(table.rows);
    return out;
}

}
