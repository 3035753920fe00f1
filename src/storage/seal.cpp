// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/seal.h"

#include "base/text_util.h"
#include "storage/content_hash.h"
#include "storage/platform.h"
#include "storage/reader.h"
#include "storage/sealed_bytes.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <array>
#include <charconv>
#include <fstream>
#include <sqlite3.h>

namespace thidua::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSize = 512;
constexpr std::string_view kFirstLine = "THIDUA-SEAL-2";
constexpr std::string_view kEarlierLine = "THIDUA-SEAL-1"; ///< without the time in the name

/// A seal as it is written: of an earlier version without the time in the name.
struct SealWritten {
    Seal seal;
    std::optional<std::string> named;
};

std::string textOf(const SealWritten& written)
{
    const auto& seal = written.seal;
    std::string text = std::string(written.named ? kFirstLine : kEarlierLine) + "\noperations " + std::to_string(seal.head.operations) + "\nhead " + seal.head.hash
                     + "\nat " + seal.head.at + "\nrows " + seal.rows + "\nbytes " + seal.bytes + "\n";
    if (written.named)
        text += "named " + *written.named + "\n";
    text.resize(kSize - 1, ' ');
    return text + "\n";
}

/// Nothing unless the text is exactly what textOf makes of what it says.
std::optional<SealWritten> sealFrom(const std::string& text)
{
    const auto lines = split(text, '\n');
    constexpr std::array<std::string_view, 6> kWords{"operations ", "head ", "at ", "rows ", "bytes ", "named "};
    if (lines.empty() || (lines[0] != kFirstLine && lines[0] != kEarlierLine))
        return std::nullopt;
    const std::size_t count = lines[0] == kFirstLine ? kWords.size() : kWords.size() - 1;
    if (lines.size() <= count)
        return std::nullopt;
    std::array<std::string, kWords.size()> values;
    for (std::size_t i = 0; i < count; ++i) {
        if (!lines[i + 1].starts_with(kWords[i]))
            return std::nullopt;
        values[i] = lines[i + 1].substr(kWords[i].size());
    }
    SealWritten written{{{0, values[1], values[2]}, values[3], values[4]}, count == kWords.size() ? std::optional(values[5]) : std::nullopt};
    std::from_chars(values[0].data(), values[0].data() + values[0].size(), written.seal.head.operations);
    if (textOf(written) != text)
        return std::nullopt;
    return written;
}

/// What stands behind the pages; nothing when it cannot be read.
std::optional<std::string> behindPages(const RawFile& file, std::uintmax_t pages)
{
    std::string text(kSize, '\0');
    return file.read(text.data(), text.size(), pages) ? std::optional(std::move(text)) : std::nullopt;
}

/// Of the database itself by its own handle, of any other file by one of ours.
RawFile bytesOf(const fs::path& file, SQLite::Database& database)
{
    std::error_code error;
    const char* own = sqlite3_db_filename(database.getHandle(), "main");
    return own != nullptr && *own != '\0' && fs::equivalent(file, platform::pathFrom(own), error) ? RawFile::of(database) : RawFile::of(file);
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
    return readSeal(RawFile::of(file), file);
}

Result<SealReading> readSeal(const RawFile& file, const fs::path& name)
{
    std::array<char, 100> header{};
    if (!file.size || !file.read(header.data(), header.size(), 0))
        return fail(ErrorCode::Io, "file.io", {platform::utf8(name)});
    SealReading reading;
    reading.pages = bytesOfPages(header);
    if (*file.size == reading.pages)
        return reading;
    reading.state = SealReading::State::Damaged;
    if (*file.size != reading.pages + kSize)
        return reading;
    const auto text = behindPages(file, reading.pages);
    if (!text)
        return fail(ErrorCode::Io, "file.io", {platform::utf8(name)});
    if (auto written = sealFrom(*text)) {
        reading.state = SealReading::State::Whole;
        reading.seal = std::move(written->seal);
    }
    return reading;
}

std::optional<std::string> nameTime(const RawFile& file, const SealReading& reading)
{
    const auto text = reading.state == SealReading::State::Whole ? behindPages(file, reading.pages) : std::nullopt;
    const auto written = text ? sealFrom(*text) : std::nullopt;
    return written ? written->named : std::nullopt;
}

std::string timeInName(const fs::path& file)
{
    constexpr std::string_view kShape = "0000-00-00_000000";
    const auto name = platform::utf8(file.filename());
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = 0; at + kShape.size() <= name.size(); ++at) {
        const auto part = std::string_view(name).substr(at, kShape.size());
        bool fits = (at == 0 || !isDigit(name[at - 1])) && (at + kShape.size() == name.size() || !isDigit(name[at + kShape.size()]));
        for (std::size_t i = 0; fits && i < kShape.size(); ++i)
            fits = kShape[i] == '0' ? isDigit(part[i]) : part[i] == kShape[i];
        if (fits)
            return std::string(part);
    }
    return {};
}

/// A file in the making has the name in its own that it will have.
Result<void> addSeal(const fs::path& file, const RecordHead& head, const std::string& rows)
{
    const auto pages = RawFile::of(file);
    if (!pages.size)
        return fail(ErrorCode::Io, "file.io", {platform::utf8(file)});
    TD_TRY(const auto bytes, bytesHash(pages, *pages.size, file));
    std::ofstream stream(file, std::ios::binary | std::ios::app);
    stream << textOf({{head, rows, bytes}, timeInName(file)});
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
    const auto bytes = bytesHash(bytesOf(file, database), reading.pages, file);
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
