// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"

#include <string>

/// Pupils, and the classes of a school year.
namespace thidua::storage::repo {

using namespace domain;

std::vector<Stored<SchoolClass>> classes(Reader& reader, SchoolYearId year);
std::vector<Stored<Enrolment>> enrolments(Reader& reader, SchoolYearId year);
std::vector<Stored<Enrolment>> enrolmentsOf(Reader& reader, PersonId person);
/// Whoever another system knows by this code.
std::vector<Stored<Person>> withCode(Reader& reader, const std::string& code);
/// The pupils of a school year, by given name.
std::vector<Stored<Person>> pupilsOf(Reader& reader, SchoolYearId year);
/// Whoever is or was a pupil here, by given name.
std::vector<Stored<Person>> pupils(Reader& reader);

struct PupilName {
    PersonId person{0};
    std::string name, sort;
};
/// Of the pupils of a school year, by given name.
std::vector<PupilName> pupilNames(Reader& reader, SchoolYearId year);

struct PupilLine {
    PersonId person{0};
    std::string name, fold, sort, code;
    std::string schoolClass; ///< the last one that is known
    int startYear = 0;       ///< of the newest school year in which they are a pupil, or of the one that was asked for
    EnrolmentId enrolment{0}; ///< in that year
};
/// The few columns that lists and the search show of each pupil, as they are in `shown` where they are pupils then.
std::vector<PupilLine> pupilLines(Reader& reader, std::optional<SchoolYearId> shown = {});

}
