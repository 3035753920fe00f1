// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_errors.h"

#include "base/vietnamese.h"
#include "storage/row_image.h"
#include "storage/table_map.h"
#include "storage/tx.h"
#include "storage/undo_impossible.h"

#include <SQLiteCpp/Exception.h>
#include <filesystem>
#include <stdexcept>
#include <spdlog/spdlog.h>
#include <sqlite3.h>

namespace thidua::storage {
namespace {

/// SQLite has no code of its own for a file whose header or schema is not what it was: the program's own SQL fits every schema it opens.
bool saysOtherSchema(const std::string& words)
{
    return words.find("unsupported file format") != std::string::npos || words.find("no such column") != std::string::npos
           || words.find("no such table") != std::string::npos || words.find("has no column named") != std::string::npos
           || words.find("foreign key mismatch") != std::string::npos;
}

Error fromSqlite(const SQLite::Exception& exception, const std::string& file)
{
    const std::string detail = exception.what();
    const auto make = [&](ErrorCode code, const char* key) { return Error{code, key, {file}, {}, detail}; };
    switch (exception.getErrorCode() & 0xFF) { // some calls report the extended code
    case SQLITE_FULL: return make(ErrorCode::DiskFull, "file.disk-full");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return make(ErrorCode::ReadOnly, "file.read-only");
    case SQLITE_CANTOPEN: return make(ErrorCode::ReadOnly, "file.cannot-open");
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return make(ErrorCode::FileBusy, "file.busy");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return make(ErrorCode::FileCorrupt, "file.corrupt");
    case SQLITE_IOERR:
    case SQLITE_PROTOCOL: return make(ErrorCode::Io, "file.io");
    case SQLITE_CONSTRAINT: break;
    case SQLITE_ERROR: return saysOtherSchema(detail) ? make(ErrorCode::FileCorrupt, "file.corrupt") : make(ErrorCode::Internal, "error.internal");
    default: return make(ErrorCode::Internal, "error.internal");
    }
    switch (exception.getExtendedErrorCode()) {
    case SQLITE_CONSTRAINT_TRIGGER:
        return std::string_view(exception.what()) == "number-used" ? make(ErrorCode::Validation, "row.duplicate")
                                                                   : make(ErrorCode::WrongState, "row.frozen");
    case SQLITE_CONSTRAINT_FOREIGNKEY: return make(ErrorCode::WrongState, "row.in-use");
    case SQLITE_CONSTRAINT_UNIQUE: return make(ErrorCode::Validation, "row.duplicate");
    default: return make(ErrorCode::Validation, "row.not-allowed");
    }
}

}

namespace {

/// A code that the file holds, for a sentence: one line of a few letters, whatever somebody put there.
std::string shownCode(const std::string& code)
{
    constexpr std::size_t kMost = 60;
    std::string shown;
    for (const char c : normalised(code.substr(0, kMost)))
        shown += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return code.size() > kMost ? shown + "…" : shown;
}

tl::unexpected<Error> internal(const std::string& detail)
{
    spdlog::error("unexpected: {}", detail);
    return fail(ErrorCode::Internal, "error.internal", {}, detail);
}

}

Result<void> guarded(const std::string& file, const std::function<Result<void>()>& body)
{
    try {
        return body();
    } catch (const SQLite::Exception& exception) {
        return tl::unexpected<Error>(fromSqlite(exception, file));
    } catch (const StaleRow&) {
        return fail(ErrorCode::StaleRow, "row.stale");
    } catch (const YearClosed& exception) {
        return fail(ErrorCode::WrongState, "year.closed", {SchoolYear(exception.startYear).screen()});
    } catch (const TextTooLong& exception) {
        return fail(ErrorCode::Validation, "text.too-long", {exception.start, std::to_string(exception.most)});
    } catch (const UndoImpossible& exception) {
        return fail(ErrorCode::WrongState, exception.key, exception.args, exception.what());
    } catch (const UnknownCode& exception) {
        return fail(ErrorCode::FileCorrupt, "row.unknown-code", {shownCode(exception.code)}, exception.what());
    } catch (const BadColumn& exception) {
        return fail(ErrorCode::FileCorrupt, "file.corrupt", {file}, exception.what());
    } catch (const std::out_of_range& exception) {
        // A row says that there is another one, of its year, its person: nobody looks for what the file promises by itself.
        spdlog::error("a row that is not there: {}", exception.what());
        return fail(ErrorCode::FileCorrupt, "file.row-missing", {file}, exception.what());
    } catch (const std::filesystem::filesystem_error& exception) {
        return fail(exception.code() == std::errc::no_space_on_device ? ErrorCode::DiskFull : ErrorCode::Io,
                    exception.code() == std::errc::no_space_on_device ? "file.disk-full" : "file.io", {file}, exception.what());
    } catch (const std::exception& exception) {
        return internal(exception.what());
    } catch (...) {
        return internal("something that is no std::exception was thrown");
    }
}

Result<void> guardedReading(const std::string& file, const std::function<Result<void>()>& body)
{
    return guarded(file, [&]() -> Result<void> {
        try {
            return body();
        } catch (const std::exception& exception) {
            if (!isAboutJson(exception) && dynamic_cast<const std::bad_variant_access*>(&exception) == nullptr)
                throw;
            return fail(ErrorCode::FileCorrupt, "file.text-damaged", {file}, exception.what());
        }
    });
}

}
