// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/collective.h"
#include "domain/honour.h"
#include "domain/people.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// A person as the staff form edits them: the person and their post in one school year.
struct StaffDraft {
    domain::Person person;
    domain::Position position = domain::Position::Teacher;
    std::string title;                             ///< post as printed; empty: the position's name
    std::optional<domain::CollectiveId> team;
    friend bool operator==(const StaffDraft&, const StaffDraft&) = default;
};

/// One line of the staff list of a year.
struct StaffRow {
    domain::PersonId id;
    domain::RowVersion version;
    domain::Person person;
    bool assigned = false;                         ///< has a post in this year
    domain::Position position = domain::Position::Teacher;
    std::string title;
    std::optional<domain::CollectiveId> team;
    std::string teamName;
    int teamOrder = 0;
    std::string sortKey;                           ///< by given name
    bool homonym = false;                          ///< another person has the same name
};

/// One line pasted from Excel: cells in the order Họ và tên · Giới tính · Ngày sinh · Chức vụ · Tổ · Ngày vào ngành; later ones may lack.
struct PastedStaff {
    std::vector<StaffDraft> good;
    std::vector<std::string> newTeams;             ///< team names that do not exist yet and would be made
    std::vector<FieldIssue> issues;                ///< fields "3.birth": row (from 0) and member
};

struct HonourHistoryRow {
    domain::HonourRecordId id;
    domain::RowVersion version;
    domain::HonourRecord record;
    std::string name;                              ///< of the person or collective
    std::string honourName;
    std::string sortKey;
};

std::vector<FieldIssue> validate(const StaffDraft& draft);

/// People, posts, collectives and the honours they have received (domain.md §2).
class PeopleService {
public:
    explicit PeopleService(SchoolFile& file) : m_file(file) {}

    /// Everyone with a post in that year, in Vietnamese order by given name; `all` also those without one.
    Result<std::vector<StaffRow>> staff(domain::SchoolYearId year, bool all = false);
    Written<domain::PersonId> addStaff(domain::SchoolYearId year, const StaffDraft& draft);
    Written<Done> editStaff(domain::SchoolYearId year, domain::PersonId id, const StaffDraft& draft, domain::RowVersion version);
    /// Only while nothing refers to them; otherwise WrongState says that they leave instead (leftOn).
    Written<Done> removePerson(domain::PersonId id);
    /// Reads a block as Excel copies it (tabs and line ends); a first line of headings is skipped. Writes nothing.
    Result<PastedStaff> readBlock(domain::SchoolYearId year, const std::string& block);
    /// All rows of the block or none; missing teams are made.
    Written<int> pasteStaff(domain::SchoolYearId year, const std::string& block);

    Result<std::vector<Stored<domain::Collective>>> collectives();
    Written<domain::CollectiveId> addCollective(const domain::Collective& collective);
    Written<Done> editCollective(domain::CollectiveId id, const domain::Collective& collective, domain::RowVersion version);
    Written<Done> removeCollective(domain::CollectiveId id);

    /// Everything received so far, newest year first; of one subject when given.
    Result<std::vector<HonourHistoryRow>> honours(std::optional<domain::SubjectRef> subject = std::nullopt);
    Written<domain::HonourRecordId> addHonour(const domain::HonourRecord& record);
    Written<Done> editHonour(domain::HonourRecordId id, const domain::HonourRecord& record, domain::RowVersion version);
    Written<Done> removeHonour(domain::HonourRecordId id);

private:
    SchoolFile& m_file;
};

}
