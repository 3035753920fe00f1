// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/package.h"

#include "base/xml_text.h"
#include "documents/output_file.h"

#include <algorithm>
#include <ctime>
#include <memory>
#include <pugixml.hpp>
#include <zip.h>

namespace thidua::documents {
namespace {

constexpr std::time_t kEntryTime = 946684800;  // 2000-01-01
constexpr zip_uint64_t kMostBytes = 1ULL << 31;  // what an entry says of its size is not believed beyond this

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;

struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

tl::unexpected<Error> trouble(zip_error_t* error)
{
    return fail(ErrorCode::Internal, "error.internal", {}, std::string("zip: ") + zip_error_strerror(error));
}

Result<void> add(zip_t* archive, const PackageFile& file)
{
    auto* source = zip_source_buffer(archive, file.second.data(), file.second.size(), 0);
    if (!source)
        return trouble(zip_get_error(archive));
    const auto index = zip_file_add(archive, file.first.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return trouble(zip_get_error(archive));
    }
    zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), kEntryTime, 0);
    return {};
}

Result<std::string> bytesOf(zip_source_t* source)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) < 0 || zip_source_open(source) < 0)
        return trouble(zip_source_error(source));
    std::string bytes(static_cast<std::size_t>(stat.size), '\0');
    const auto read = zip_source_read(source, bytes.data(), stat.size);
    zip_source_close(source);
    if (read < 0 || static_cast<zip_uint64_t>(read) != stat.size)
        return trouble(zip_source_error(source));
    return bytes;
}

/// The reading that finds the end is the one in which libzip compares the checksum.
Result<PackageFile> entryOf(zip_t* archive, zip_uint64_t index)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive, index, ZIP_FL_ENC_GUESS, &stat) < 0 || stat.name == nullptr || stat.size >= kMostBytes)
        return trouble(zip_get_error(archive));
    const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen_index(archive, index, 0));
    if (!entry)
        return trouble(zip_get_error(archive));
    PackageFile file{stat.name, std::string(static_cast<std::size_t>(stat.size), '\0')};
    const auto read = zip_fread(entry.get(), file.second.data(), stat.size);
    char beyond = 0;
    if (read < 0 || static_cast<zip_uint64_t>(read) != stat.size || zip_fread(entry.get(), &beyond, 1) != 0)
        return trouble(zip_file_get_error(entry.get()));
    return file;
}

bool readsAgain(std::string_view bytes, const std::vector<PackageFile>& files)
{
    const auto read = unzipped(bytes);
    return read && *read == files;
}

}

Result<std::string> zipped(const std::vector<PackageFile>& files)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* raw = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (!raw)
        return trouble(&error);
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> source(raw, &zip_source_free);
    auto* archive = zip_open_from_source(raw, ZIP_TRUNCATE, &error);
    if (!archive)
        return trouble(&error);
    zip_source_keep(raw);  // closing the archive gives up one hold, we keep the other
    for (const auto& file : files) {
        if (auto added = add(archive, file); !added) {
            zip_discard(archive);
            return tl::unexpected<Error>(added.error());
        }
    }
    if (zip_close(archive) < 0) {
        auto failure = trouble(zip_get_error(archive));
        zip_discard(archive);
        return failure;
    }
    return bytesOf(raw);
}

Result<std::vector<PackageFile>> unzipped(std::string_view bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (!source)
        return trouble(&error);
    const Archive archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (!archive) {
        zip_source_free(source);
        return trouble(&error);
    }
    std::vector<PackageFile> files;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
        TD_TRY(auto file, entryOf(archive.get(), static_cast<zip_uint64_t>(i)));
        files.push_back(std::move(file));
    }
    return files;
}

bool isXmlPart(std::string_view name)
{
    return name.ends_with(".xml") || name.ends_with(".rels");
}

bool isSoundXml(std::string_view bytes)
{
    if (hasNonXml(bytes))
        return false;
    pugi::xml_document xml;
    return static_cast<bool>(xml.load_buffer(bytes.data(), bytes.size(), pugi::parse_full, pugi::encoding_utf8));
}

Result<void> writePackage(const std::filesystem::path& target, const std::vector<PackageFile>& files, const Progress* progress)
{
    for (const auto& file : files)
        if (isXmlPart(file.first) && !isSoundXml(file.second))
            return notWhole(target, file.first);
    TD_TRY(const auto bytes, zipped(files));
    return replaceFile(target, bytes, [&](std::string_view read) { return readsAgain(read, files); }, progress);
}

}
