// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/entity_kind.h"
#include "storage/reader.h"

#include <map>
#include <set>
#include <string>
#include <vector>

/// Two records that are one person: which are, and what points at them.
namespace thidua::storage::repo {

using namespace domain;

/// Which records were taken into which. What is frozen or closed goes on pointing at the one taken in; whoever reads it asks here whose it is.
class Merged {
public:
    explicit Merged(Reader& reader);
    bool any() const { return !m_into.empty(); }
    PersonId now(PersonId person) const;
    std::optional<PersonId> now(std::optional<PersonId> person) const;
    SubjectRef now(const SubjectRef& subject) const;

private:
    std::map<PersonId, PersonId> m_into;
};

/// What a list may say of somebody.
struct ListedPerson {
    std::string fullName;
    std::optional<PartialDate> birth;
    std::string code;
};
/// What the record of somebody who was taken into another one says, and what that one says.
struct FormerName {
    PersonId person; ///< who they are now
    ListedPerson former, now;
};
std::vector<FormerName> formerNames(Reader& reader);

/// Rows as those of the one person; `whoOf(row)` is a reference to the person or subject.
template <class Rows, class WhoOf>
void asOnePerson(Reader& reader, Rows& rows, WhoOf whoOf)
{
    const Merged merged(reader);
    if (merged.any())
        for (auto& row : rows)
            whoOf(row) = merged.now(whoOf(row));
}

/// The same where a person has one row at most: their own comes before that of a record taken in.
template <class Rows, class WhoOf>
void asOneRow(Reader& reader, Rows& rows, WhoOf whoOf)
{
    const Merged merged(reader);
    if (!merged.any())
        return;
    using Who = std::decay_t<decltype(whoOf(rows.front()))>;
    std::set<Who> own;
    for (auto& row : rows)
        if (merged.now(whoOf(row)) == whoOf(row))
            own.insert(whoOf(row));
    Rows kept;
    for (auto& row : rows) {
        const auto now = merged.now(whoOf(row));
        if (now != whoOf(row) && !own.insert(now).second)
            continue;
        whoOf(row) = now;
        kept.push_back(std::move(row));
    }
    rows = std::move(kept);
}

/// A column of the file that holds people, as its tables say.
struct PersonColumn {
    EntityKind kind;
    std::string column;
};
std::vector<PersonColumn> personColumns(Reader& reader);

/// A row that points at a person.
struct PointingRow {
    EntityKind kind;
    std::int64_t id;
    std::string column;
    bool frozen = false; ///< issued, handed in or conferred
    bool closed = false; ///< of a closed school year
    bool stays() const { return frozen || closed; }
};
/// Each of them, whatever table it stands in.
std::vector<PointingRow> rowsPointingAt(Reader& reader, PersonId person);

/// Whoever rows of other kinds than these point at.
std::set<PersonId> peoplePointedAt(Reader& reader, const EntityKinds& passedOver);

/// How many rows point at one row by any column of theirs.
std::int64_t pointersAt(Reader& reader, EntityKind kind, std::int64_t id);

}
