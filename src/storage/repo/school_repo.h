// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "storage/reader.h"

/// The school, its years and its people. All calls throw as Reader does.
namespace thidua::storage::repo {

using namespace domain;

std::optional<Stored<School>> school(Reader& reader);
/// Whether there is one, readable or not.
bool hasSchool(Reader& reader);
/// Newest first.
std::vector<Stored<SchoolYearRow>> years(Reader& reader);
std::optional<Stored<SchoolYearRow>> yearOf(Reader& reader, SchoolYear year);
// Who was taken into another record is in no list; what still points at them is given as the other one's, in lists of everybody as if it
// were its own, and of one person as it stands (merge_repo.h).
/// By given name, in Vietnamese order; without those who are pupils alone (pupil_repo.h).
std::vector<Stored<Person>> people(Reader& reader);
std::vector<Stored<StaffAssignment>> assignments(Reader& reader, SchoolYearId year);
std::optional<Stored<StaffAssignment>> assignment(Reader& reader, PersonId person, SchoolYearId year);
std::vector<Stored<StaffAssignment>> assignmentsOf(Reader& reader, PersonId person);
std::vector<Stored<Collective>> collectives(Reader& reader);
/// Newest year first.
std::vector<Stored<HonourRecord>> honours(Reader& reader);
std::vector<Stored<HonourRecord>> honoursOf(Reader& reader, const SubjectRef& subject);

}
