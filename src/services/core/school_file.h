// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/change_set.h"
#include "domain/stored.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace thidua::rules {
class Catalogue;
}
namespace thidua::storage {
class DataFile;
}

namespace thidua::services {

class VerdictReader;

struct EffectiveRules;
struct SearchIndex;

using domain::Done;
using domain::OpResult;
using domain::Stored;
/// What every writing call of a service returns.
template <class T>
using Written = Result<OpResult<T>>;

/// Who sits at the program. Accounts come later; until then everyone may do everything, and the name goes into the record.
struct Session {
    std::string userName;
};

struct FoundSchool; ///< services/core/school_summary.h
struct FileSummary;

struct UndoNames {
    std::optional<std::string> undo; ///< "ghi đăng ký của Nguyễn Thị Hoa"
    std::optional<std::string> redo;
};

/// The open school file: what all services work on. It owns the connection; the clock and the rules must outlive it.
class SchoolFile {
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Makes the file with its school and, when given, the first school year and the head; all or nothing.
    static Result<std::unique_ptr<SchoolFile>> create(const std::filesystem::path& path, const FoundSchool& command, const Clock& clock,
                                                      Session session);
    /// When the rules are read: at opening, so that trouble with them is told there, or by the first call that asks for them, for what
    /// never does (then rules() throws what it cannot read).
    enum class Rules { AtOnce, WhenAsked };
    /// A busy file's sentence names the newest verified backup.
    static Result<std::unique_ptr<SchoolFile>> open(const std::filesystem::path& path, Mode mode, const Clock& clock, Session session,
                                                    Rules rules = Rules::AtOnce);
    ~SchoolFile();
    SchoolFile(const SchoolFile&) = delete;
    SchoolFile& operator=(const SchoolFile&) = delete;

    const std::filesystem::path& path() const;
    const Clock& clock() const { return m_clock; }
    /// The rules in force for this school: its pack under its layers. The reference stays good; what it holds follows each operation.
    const rules::Catalogue& rules() const;
    /// The same, with the entries that do not fit it.
    const EffectiveRules& effectiveRules() const;
    const Session& session() const { return m_session; }
    /// From now on this name stands in the change record.
    void setUserName(std::string name) { m_session.userName = std::move(name); }
    /// Why a file that was opened for writing can only be looked at, if so: its schema was tampered with.
    const std::optional<Error>& readOnlyReason() const;
    bool changedSinceOpening() const;
    /// Goes on in another file, which holds this school's state: whoever works on this object works on that one from now on. The file it
    /// had stays open beside, untouched, until the object goes.
    Result<void> goOnIn(const std::filesystem::path& path);
    /// Counts up with every write. Of a copy: as it was when the copy was taken, so that a result can tell whether it is of today still.
    int writesSoFar() const;

    UndoNames undoNames();
    Written<Done> undo();
    Written<Done> redo();

    Result<FileSummary> summary();
    /// Vietnamese sentences of what is wrong; empty when the file is sound. checkSchoolFile (file_check.h) says more.
    Result<std::vector<std::string>> check();

    std::unique_ptr<SearchIndex>& searchIndex() { return m_search; } ///< for search() alone
    VerdictReader& verdicts() { return *m_verdicts; } ///< for the services alone
    storage::DataFile& data() { return *m_data; } ///< for the services alone; the window has no storage headers
    /// Brings the rules up to what an operation has written; every write ends with it.
    void follow(const domain::ChangeSet& changes);

private:
    friend class FileSnapshot;
    SchoolFile(std::unique_ptr<storage::DataFile> data, const Clock& clock, Session session);
    Result<void> readRules();
    Written<Done> turnBack(domain::Op op);

    std::unique_ptr<storage::DataFile> m_before; ///< what it was open on before goOnIn(); a copy may still be reading it
    std::unique_ptr<storage::DataFile> m_data;
    std::unique_ptr<EffectiveRules> m_rules; ///< null until they are asked for
    std::unique_ptr<VerdictReader> m_verdicts;
    std::unique_ptr<SearchIndex> m_search;
    std::unique_ptr<const Clock> m_ownClock; ///< of a copy alone
    int m_writesBefore = 0;                  ///< likewise
    const Clock& m_clock;
    Session m_session;
};

}
