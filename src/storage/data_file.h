// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/change_log.h"
#include "storage/migrator.h"
#include "storage/seal.h"

#include <filesystem>
#include <memory>

namespace thidua::storage {

class HeldFile;

enum class OpenMode {
    ReadWrite, ///< takes the file for this program alone
    ReadOnly   ///< looks only, and writes nothing to the file or beside it; refused while another program writes
};

/// The one connection to a school file. While it is open for writing, the operating system's own lock keeps every other program out.
class DataFile {
public:
    /// Makes a new school file; a file that exists already is refused (Io, "file.exists").
    static Result<std::unique_ptr<DataFile>> create(const std::filesystem::path& path, const std::string& nowUtc);
    /// Opens a file. An older one is upgraded: for writing in its place, after a verified copy beside it; for reading in memory alone. A write
    /// that broke off is taken back first, likewise. `vfs` is for tests of failing disks.
    static Result<std::unique_ptr<DataFile>> open(const std::filesystem::path& path, OpenMode mode, const std::string& nowUtc,
                                                  const char* vfs = nullptr);
    /// A copy in memory (snapshot.h) as a file that may be read and written; `path` is what it is a copy of, for error messages.
    static std::unique_ptr<DataFile> inMemory(const std::filesystem::path& path, std::unique_ptr<SQLite::Database> copy);
    ~DataFile();
    DataFile(const DataFile&) = delete;
    DataFile& operator=(const DataFile&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    OpenMode mode() const { return m_mode; }
    /// Why a file that was asked for writing is open for reading alone: something foreign stands in its schema, which would act at the
    /// next write.
    const std::optional<Error>& readOnlyReason() const { return m_readOnlyReason; }
    /// A file that is open for reading stays so for this reason, which every try to write answers with.
    void lookOnly(Error reason) { m_readOnlyReason = std::move(reason); }
    /// A backup that is worked in from now on is none any more: its seal goes at once, and not with the first change.
    Result<void> ceaseToBeBackup();
    std::string uid();
    Reader& reader() { return *m_reader; }
    SQLite::Database& database() { return *m_database; }
    /// The pages as they are in the file: another connection when what is read is a copy that has been upgraded in memory.
    SQLite::Database& stored() { return m_stored ? *m_stored : *m_database; }
    /// The structure that the file itself has; database() has the program's.
    int storedVersion() const { return m_storedVersion; }
    /// Whether the name still stands for the file that this program writes to: Io "file.gone", "file.replaced". Every write asks first.
    Result<void> stillThere();
    /// Counts every committed operation since opening: "has anything changed?" on closing.
    int operationsWritten() const { return m_operations; }

    /// One transaction: begins, runs `body`, writes the change record, commits. Whatever goes wrong or is thrown, the file is as before,
    /// an Error says why, and the next write works.
    /// An operation that changed no row leaves no record and an empty ChangeSet. A nested call is a bug: it throws std::logic_error, which
    /// fails the outer one.
    Result<domain::ChangeSet> write(const WriteContext& context, const std::function<Result<void>(Tx&)>& body);
    /// Runs `body` in a transaction that is always taken back: what would be, with nothing written.
    Result<void> rehearse(const std::function<Result<void>(Tx&)>& body);
    /// Completes an older file after its upgrade with what follows from its rows alone: one transaction outside the change record.
    Result<void> complete(const std::function<Result<void>(Reader&)>& body);

private:
    DataFile(std::filesystem::path path, OpenMode mode);
    Result<void> connect(const std::filesystem::path& place, bool create, const char* vfs);
    static Result<std::unique_ptr<DataFile>> openToRead(const std::filesystem::path& path, const std::string& nowUtc);
    static Result<std::unique_ptr<DataFile>> openToWrite(const std::filesystem::path& path, const std::string& nowUtc, const char* vfs);
    void useCopyInMemory();
    tl::unexpected<Error> readOnlyError() const;
    Result<void> breakSeal();
    void hold(const std::filesystem::path& place);

    std::filesystem::path m_path;
    OpenMode m_mode;
    std::optional<Error> m_readOnlyReason;
    std::unique_ptr<SQLite::Database> m_stored;
    std::unique_ptr<SQLite::Database> m_database;
    std::unique_ptr<Reader> m_reader;
    std::unique_ptr<HeldFile> m_held; ///< of a file open for writing
    SealReading m_seal;               ///< of a backup that is open for writing: it goes with the first change
    int m_storedVersion = 0;
    bool m_writing = false;
    int m_operations = 0;
};

/// Says whether a path holds a school file at all, before SQLite touches it.
Result<void> checkHeader(const std::filesystem::path& path);

}
