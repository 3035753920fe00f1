// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/seal.h"

#include "base/text_util.h"
#include "storage/content_hash.h"
#include "storage/platform.h"
#include "storage/reader.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <array>
#include <charconv>
#include <fstream>

namespace thidua::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSize = 512;
constexpr std::string_view kFirstLine = "THIDUA-SEAL-1";

std::string textOf(const Seal& seal)
{
    std::string text = std::string(kFirstLine) + "\noperations " + std::to_string(seal.head.operations) + "\nhead " + seal.head.hash + "\nat " + seal.head.at
                     + "\nrows " + seal.rows + "\nbytes " + seal.bytes + "\n";
    text.resize(kSize - 1, ' ');
    return text + "\n";
}

/// Nothing unless the text is exactly what textOf makes of what it says.
std::optional<Seal> sealFrom(const std::string& text)
{
    const auto lines = split(text, '\n');
    if (lines.size() < 6 || lines[0] != kFirstLine)
        return std::nullopt;
    constexpr std::array<std::string_view, 5> kWords{"operations ", "head ", "at ", "rows ", "bytes "};
    std::array<std::string, 5> values;
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (!lines[i + 1].starts_with(kWords[i]))
            return std::nullopt;
        values[i] = lines[i + 1].substr(kWords[i].size());
    }
    Seal seal{{0, values[1], values[2]}, values[3], values[4]};
    std::from_chars(values[0].data(), values[0].data() + values[0].size(), seal.head.operations);
    if (textOf(seal) != text)
        return std::nullopt;
    return seal;
}

std::uint64_t bigEndian(const std::array<char, 100>& header, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = at; i < at + size; ++i)
        value = (value << 8) | static_cast<unsigned char>(header[i]);
    return value;
}

/// By the file's own header; 0 when it says nothing useful.
std::uintmax_t bytesOfPages(const std::array<char, 100>& header)
{
    const auto page = bigEndian(header, 16, 2);
    return (page == 1 ? 65'536 : page) * bigEndian(header, 28, 4);
}

}

RecordHead recordHead(Reader& reader)
{
    RecordHead head;
    reader.each("SELECT id, hash, at FROM change_op ORDER BY id DESC LIMIT 1", {}, [&head](const Values& row) {
        const auto* number = std::get_if<std::int64_t>(&row[0]);
        const auto* hash = std::get_if<std::string>(&row[1]);
        const auto* at = std::get_if<std::string>(&row[2]);
        if (number != nullptr && hash != nullptr && at != nullptr)
            head = {*number, *hash, *at};
    });
    return head;
}

Result<SealReading> readSeal(const fs::path& file)
{
    std::error_code error;
    const auto size = fs::file_size(file, error);
    std::ifstream stream(file, std::ios::binary);
    std::array<char, 100> header{};
    if (error || !stream.read(header.data(), header.size()))
        return fail(ErrorCode::Io, "file.io", {platform::utf8(file)});
    SealReading reading;
    reading.pages = bytesOfPages(header);
    if (size == reading.pages)
        return reading;
    reading.state = SealReading::State::Damaged;
    if (size != reading.pages + kSize)
        return reading;
    std::string text(kSize, '\0');
    stream.seekg(static_cast<std::streamoff>(reading.pages));
    if (!stream.read(text.data(), static_cast<std::streamsize>(text.size())))
        return fail(ErrorCode::Io, "file.io", {platform::utf8(file)});
    if (auto seal = sealFrom(text)) {
        reading.state = SealReading::State::Whole;
        reading.seal = std::move(*seal);
    }
    return reading;
}

Result<void> addSeal(const fs::path& file, const RecordHead& head, const std::string& rows)
{
    std::error_code error;
    const auto size = fs::file_size(file, error);
    if (error)
        return fail(ErrorCode::Io, "file.io", {platform::utf8(file)}, error.message());
    TD_TRY(const auto bytes, bytesHash(file, size));
    std::ofstream stream(file, std::ios::binary | std::ios::app);
    stream << textOf({head, rows, bytes});
    if (!stream.flush())
        return fail(ErrorCode::Io, "file.cannot-write", {platform::utf8(file)});
    return {};
}

Result<void> dropSeal(const fs::path& file, const SealReading& reading)
{
    std::error_code error;
    if (reading.state != SealReading::State::Whole || fs::file_size(file, error) != reading.pages + kSize)
        return {};
    fs::resize_file(file, reading.pages, error);
    if (error)
        return fail(ErrorCode::Io, "file.cannot-write", {platform::utf8(file)}, error.message());
    return {};
}

std::optional<Error> sealProblem(const fs::path& file, SQLite::Database& database, const SealReading& reading)
{
    const auto problem = [&file](const char* key, const std::string& detail) {
        return Error{ErrorCode::FileCorrupt, key, {platform::utf8(file)}, {}, detail};
    };
    if (reading.state == SealReading::State::None)
        return std::nullopt;
    if (reading.state == SealReading::State::Damaged)
        return problem("backup.seal-damaged", "what stands behind the last page is no seal");
    const auto bytes = bytesHash(file, reading.pages);
    if (!bytes)
        return bytes.error();
    if (contentHash(database) != reading.seal.rows)
        return problem("backup.rows-differ", "rows");
    Reader reader(database);
    if (recordHead(reader) != reading.seal.head)
        return problem("backup.rows-differ", "head");
    if (*bytes != reading.seal.bytes)
        return problem("backup.bytes-differ", "bytes");
    return std::nullopt;
}

}
