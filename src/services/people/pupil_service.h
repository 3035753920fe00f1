// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "domain/people.h"
#include "domain/pupil.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// A class of the year with how many are in it by the day of its list.
struct ClassRow {
    domain::SchoolClassId id;
    domain::RowVersion version;
    domain::SchoolClass data;
    int pupils = 0;
    int girls = 0;
    int left = 0;                                  ///< who were in it and have left
};

/// One line of the pupils of a year.
struct PupilRow {
    domain::EnrolmentId id;
    domain::RowVersion version;                    ///< of the person
    domain::PersonId person;
    domain::Person data;
    std::optional<domain::SchoolClassId> schoolClass;
    std::string className;                         ///< empty: not in a class yet
    int classOrder = -1;                           ///< by grade and name; -1 without one
    std::string sortKey;                           ///< by given name
    bool left = false;                             ///< has left by the day of the list: shown with the day, not counted
    std::string apart{};                           ///< what tells homonyms apart

    std::string named() const;
};

struct PupilDraft {
    domain::Person person;
    std::optional<domain::SchoolClassId> schoolClass;
    std::optional<domain::PersonId> known{};       ///< somebody of the file who is a pupil again
};

/// Somebody who is or was a pupil here, to be chosen from a list.
struct PupilChoice {
    domain::PersonId id{0};
    std::string name;
    std::string unit;                              ///< “lớp 2C, năm học 2021–2022”
};

/// In which class a pupil was in a school year.
struct PupilYear {
    domain::EnrolmentId enrolment{0};
    SchoolYear year{0};
    std::string className;
};

/// Fields are "fullName", "birth", "leftOn".
std::vector<FieldIssue> validate(const PupilDraft& draft, Date today);

/// Classes of a school year and who is a pupil in it (domain.md §2). Of pupils only what awards need is kept.
class PupilService {
public:
    explicit PupilService(SchoolFile& file) : m_file(file) {}

    /// By grade and name.
    Result<std::vector<ClassRow>> classes(domain::SchoolYearId year);
    /// The same without counting who is in them: for lists to choose from.
    Result<std::vector<Stored<domain::SchoolClass>>> classRows(domain::SchoolYearId year);
    /// The grade is taken from the name where none is given; the teacher serves at the school in that year.
    Written<domain::SchoolClassId> addClass(const domain::SchoolClass& schoolClass);
    Written<Done> editClass(domain::SchoolClassId id, const domain::SchoolClass& schoolClass, domain::RowVersion version);
    /// Only an empty one.
    Written<Done> removeClass(domain::SchoolClassId id);

    /// By given name.
    Result<std::vector<PupilRow>> pupils(domain::SchoolYearId year);
    /// Of all years, by given name.
    Result<std::vector<PupilChoice>> everybody();
    /// All years of one, newest first.
    Result<std::vector<PupilYear>> yearsOf(domain::PersonId person);
    /// The school year of a pupil's line; none when there is none such.
    Result<std::optional<SchoolYear>> yearOf(domain::EnrolmentId id);
    /// Pupils of other years who may be the one in `draft`: the same name as written and nothing that speaks against it.
    Result<std::vector<Stored<domain::Person>>> maybeKnown(domain::SchoolYearId year, const PupilDraft& draft);
    /// Those in the year's list already who may be the one in `draft`, by the same signs.
    Result<std::vector<PupilRow>> maybeHere(domain::SchoolYearId year, const PupilDraft& draft);
    Written<domain::EnrolmentId> addPupil(domain::SchoolYearId year, const PupilDraft& draft);
    Written<Done> editPupil(domain::EnrolmentId id, const PupilDraft& draft, domain::RowVersion version);
    /// Takes a pupil out of the year's list; out of the file when this is the only one and nothing refers to them.
    Written<Done> removePupil(domain::EnrolmentId id);
    /// Into a class of the year, or out of any.
    Written<int> movePupils(const std::vector<domain::EnrolmentId>& pupils, std::optional<domain::SchoolClassId> schoolClass);

private:
    SchoolFile& m_file;
};

}
