// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_lines.h"
#include "base/text_util.h"
#include "base/vietnamese.h"
#include "services/core/school_file.h"
#include "storage/data_file.h"
#include "storage/platform.h"
#include "storage/repo/plan_repo.h"
#include "storage/repo/review_repo.h"
#include "storage/repo/school_repo.h"
#include "storage/repo/year_repo.h"
#include "storage/sqlite_errors.h"

/// The shape of every service call. For services' .cpp files alone.
namespace thidua::services {

using storage::Reader;
using storage::Tx;
namespace repo = storage::repo;

/// Reads with `body(Reader&) -> Result<T>`; what SQLite throws becomes an Error.
template <class Body>
auto readFrom(SchoolFile& file, Body&& body) -> decltype(body(std::declval<Reader&>()))
{
    using Answer = decltype(body(std::declval<Reader&>()));
    std::optional<Answer> outcome;
    auto done = storage::guardedReading(storage::platform::utf8(file.path()), [&]() -> Result<void> {
        outcome.emplace(body(file.data().reader()));
        return {};
    });
    if (!done)
        return tl::unexpected<Error>(std::move(done.error()));
    return std::move(*outcome);
}

/// Brings the verdicts up to the facts that a write has touched; writeTo's alone.
Result<void> followFacts(SchoolFile& file, Tx& tx);

/// One operation: `body(Tx&) -> Result<T>` in one transaction with its change record. Verdicts follow the facts it touched by themselves,
/// and the door keeps it out of closed years (storage/tx.h): no service has to think of either.
template <class T, class Body>
Written<T> writeTo(SchoolFile& file, domain::Op op, Body&& body, const std::string& reason = {})
{
    std::optional<T> value;
    auto changes = file.data().write({op, file.session().userName, file.clock().nowUtc(), reason, std::nullopt}, [&](Tx& tx) -> Result<void> {
        auto outcome = body(tx);
        if (!outcome)
            return tl::unexpected<Error>(std::move(outcome.error()));
        value.emplace(std::move(*outcome));
        return followFacts(file, tx);
    });
    if (!changes)
        return tl::unexpected<Error>(std::move(changes.error()));
    file.follow(*changes);
    return OpResult<T>{std::move(*value), std::move(*changes)};
}

/// The row, or NotFound.
template <class T>
Result<Stored<T>> need(Reader& reader, domain::IdOf<T> id)
{
    auto row = reader.find<T>(id);
    if (!row)
        return fail(ErrorCode::NotFound, "row.not-found");
    return std::move(*row);
}

/// The year, when entries may still be made in it. The transaction refuses to change a closed year anyhow; this is for those who need the
/// year's row, or an early answer.
Result<Stored<domain::SchoolYearRow>> needOpenYear(Reader& reader, domain::SchoolYearId id);

/// `text` as it will be kept: NFC, single spaces. The mapping of its column does that for every text; this is for what is compared or put
/// together before.
inline void tidy(std::string& text) { text = normalised(text); }
/// The same for several lines.
inline std::string tidyLines(const std::string& text) { return normalisedLines(text); }

/// Adds an issue when a required text is empty.
void require(std::vector<FieldIssue>& issues, const std::string& value, const char* field, const char* key);

Result<Stored<domain::School>> needSchool(Reader& reader);

/// Whether a new school file may be made under this name.
Result<void> mayBeFounded(const std::filesystem::path& path);

}
