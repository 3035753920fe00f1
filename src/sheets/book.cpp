// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/book.h"

#include "base/path_text.h"
#include "base/vietnamese.h"
#include "sheets/package.h"

#include <fstream>

namespace thidua::sheets {
namespace {

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kOle = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

std::string endingOf(const std::string& name)
{
    const auto dot = name.rfind('.');
    return dot == std::string::npos || name.find('/', dot) != std::string::npos ? std::string() : lower(name.substr(dot));
}

bool hasUtf16(std::string_view bytes, std::string_view word)
{
    std::string wide;
    for (const char c : word) {
        wide += c;
        wide += '\0';
    }
    return bytes.find(wide) != std::string_view::npos;
}

/// The old container is that of .xls, and that in which a locked .xlsx is wrapped.
[[noreturn]] void refuseOle(std::string_view bytes)
{
    throw Refused{hasUtf16(bytes, "EncryptedPackage") ? "sheet.encrypted" : "sheet.old-excel"};
}

void needEnding(const std::string& ending, const std::string& right)
{
    if (ending != right && !(right == ".xlsx" && ending == ".xlsm"))
        throw Refused{"sheet.renamed", {right}};
}

Book readPackage(std::string_view bytes, const std::string& ending, const std::string& sheet, Budget& budget)
{
    const Package package(bytes, budget);
    if (package.has("xl/workbook.xml")) {
        needEnding(ending, ".xlsx");
        return readXlsx(package, sheet, budget);
    }
    if (package.head("mimetype", 60).find("opendocument.spreadsheet") != std::string::npos && package.has("content.xml")) {
        needEnding(ending, ".ods");
        return readOds(package, sheet, budget);
    }
    throw Refused{"sheet.no-spreadsheet"};
}

Book readAny(std::string_view bytes, const std::string& ending, const std::string& sheet, Budget& budget)
{
    if (bytes.empty())
        throw Refused{"sheet.empty"};
    if (bytes.size() > budget.limits.fileBytes)
        throw Refused{"sheet.too-big"};
    if (bytes.starts_with(kOle))
        refuseOle(bytes);
    Book book;
    if (bytes.starts_with(kZip) || bytes.starts_with("PK\x05\x06")) {
        book = readPackage(bytes, ending, sheet, budget);
    } else if (ending == ".csv" || ending == ".txt" || ending == ".tsv") {
        if (bytes.starts_with("%PDF") || bytes.starts_with("\x89PNG") || bytes.starts_with("{\\rtf"))
            throw Refused{"sheet.not-text"};
        book = readCsv(bytes, budget);
    } else {
        throw Refused{"sheet.no-spreadsheet"};
    }
    needSheet(book, sheet.empty() || book.names.front().empty() ? std::string() : sheet);
    return book;
}

}

Result<Book> readBook(std::string_view bytes, const std::string& name, const std::string& sheet, const Limits& limits)
{
    Budget budget{limits};
    return refusing<Book>(name, [&]() -> Result<Book> { return readAny(bytes, endingOf(name), sheet, budget); });
}

Result<std::string> bytesOfBook(const std::filesystem::path& path, const Limits& limits)
{
    const auto name = pathText(path);
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        return fail(ErrorCode::NotFound, "sheet.not-found", {name});
    if (!std::filesystem::is_regular_file(status))
        return fail(ErrorCode::InputFormat, "sheet.not-file", {name});
    const auto size = std::filesystem::file_size(path, error);
    if (!error && size > limits.fileBytes)
        return fail(ErrorCode::InputFormat, "sheet.too-big", {name});
    std::ifstream stream(path, std::ios::binary);
    std::string bytes(error ? 0 : static_cast<std::size_t>(size), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream)
        return fail(ErrorCode::Io, "sheet.cannot-read", {name});
    return bytes;
}

Result<Book> readBookFile(const std::filesystem::path& path, const std::string& sheet)
{
    TD_TRY(const auto bytes, bytesOfBook(path));
    return readBook(bytes, pathText(path.filename()), sheet);
}

}
