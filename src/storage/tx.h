// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"
#include "storage/row_place.h"

#include <string>
#include <vector>

namespace thidua::storage {

/// Thrown inside a transaction when a row is gone or has changed since it was read; DataFile turns it into ErrorCode::StaleRow.
struct StaleRow : std::exception {
    const char* what() const noexcept override { return "stale row"; }
};

/// One row as it was and as it became, as JSON; empty text means that it did not exist. Of an update only what differs, with id and
/// row_version.
struct RecordedRow {
    domain::EntityKind kind;
    std::int64_t id;
    std::string before;
    std::string after;
    std::vector<std::string> columns{}; ///< that changed; none when the row is new, removed or brought back
    std::vector<RowPlace> places{};     ///< where it belonged before, and belongs now
};

/// An open write transaction. Every change of a row goes through it, so that the change record cannot miss one, and none reaches a
/// closed school year but of the kinds that the operation may change there: all else throws YearClosed.
class Tx : public Reader {
public:
    explicit Tx(SQLite::Database& database, domain::EntityKinds allowedInClosedYear = {}) : Reader(database), m_allowed(allowedInClosedYear) {}

    template <class T>
    domain::IdOf<T> insert(const T& row);
    /// Writes only when something differs. With `expected`, throws StaleRow when the row has another version by now.
    template <class T>
    void update(domain::IdOf<T> id, const T& row, std::optional<domain::RowVersion> expected = std::nullopt);
    template <class T>
    void remove(domain::IdOf<T> id);
    /// Lets one column of a row point at somebody else, whatever kind the row is of; for merging (repo/merge_repo.h).
    void pointAt(domain::EntityKind kind, std::int64_t id, const std::string& column, domain::PersonId person);

    /// The names that this operation's sentence speaks of ("Đăng ký của %1").
    void setLabel(std::vector<std::string> args);
    const std::vector<std::string>& label() const { return m_labelArgs; }
    const std::vector<RecordedRow>& recorded() const { return m_recorded; }

    /// Brings a row to what `image` says (empty: removes it); for undo alone. Throws StaleRow unless it now is as `expected` says.
    void restore(domain::EntityKind kind, std::int64_t id, const std::string& expected, const std::string& image);

private:
    std::string image(domain::EntityKind kind, std::int64_t id);
    void enter(domain::EntityKind kind, std::int64_t id, std::vector<RowPlace>& places);
    std::int64_t insertRow(domain::EntityKind kind, const std::vector<std::string>& columns, const Values& values);
    void updateRow(domain::EntityKind kind, std::int64_t id, const std::vector<std::string>& columns, const Values& values,
                   std::optional<domain::RowVersion> expected);
    void removeRow(domain::EntityKind kind, std::int64_t id);

    domain::EntityKinds m_allowed;
    std::vector<std::string> m_labelArgs;
    std::vector<RecordedRow> m_recorded;
};

}
