// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/docx_package.h"

#include <ctime>
#include <memory>
#include <zip.h>

namespace thidua::documents::docx {
namespace {

constexpr std::time_t kEntryTime = 946684800;  // 2000-01-01

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

}
