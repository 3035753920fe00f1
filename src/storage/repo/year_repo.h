// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"

/// What happens in a school year: registrations, initiatives, year records.
namespace thidua::storage::repo {

using namespace domain;

/// Active ones, in the order of arrival.
std::vector<Stored<Registration>> registrations(Reader& reader, SchoolYearId year);
/// Of active ones.
std::int64_t registrationCount(Reader& reader, SchoolYearId year);
/// Those taken back, the newest last.
std::vector<Stored<Registration>> withdrawnRegistrations(Reader& reader, SchoolYearId year);
/// Codes of the honours that this school has ever registered for or received.
std::vector<std::string> honoursEverUsed(Reader& reader);
std::optional<Stored<Registration>> activeRegistration(Reader& reader, SchoolYearId year, const SubjectRef& subject);
int nextRegistrationNumber(Reader& reader, SchoolYearId year);
std::vector<Stored<RegistrationHonour>> honours(Reader& reader, RegistrationId registration);
std::vector<Stored<RegistrationHonour>> registeredHonours(Reader& reader, SchoolYearId year);
std::vector<Stored<RegistrationList>> registrationLists(Reader& reader, SchoolYearId year);
std::vector<Stored<RegistrationListLine>> lines(Reader& reader, RegistrationListId list);

std::vector<Stored<Initiative>> initiatives(Reader& reader, SchoolYearId year);
std::vector<Stored<InitiativeAuthor>> authors(Reader& reader, InitiativeId initiative);
/// Of everything that a person wrote, in the order of entry.
/// In the order in which they were sent.
std::vector<Stored<InitiativeReferral>> referrals(Reader& reader, InitiativeId initiative);
std::vector<Stored<InitiativeAuthor>> authorsOf(Reader& reader, PersonId person);
std::vector<Stored<InitiativeAuthor>> authorsOfYear(Reader& reader, SchoolYearId year);
/// Of all years, for the chain of recognitions.
std::vector<Stored<Initiative>> initiativesOf(Reader& reader, PersonId person);

std::vector<Stored<YearRecord>> yearRecords(Reader& reader, SchoolYearId year);
std::optional<Stored<YearRecord>> yearRecord(Reader& reader, SchoolYearId year, const SubjectRef& subject);
std::vector<Stored<DisciplineCase>> discipline(Reader& reader, YearRecordId record);
std::vector<Stored<Absence>> absences(Reader& reader, YearRecordId record);
std::vector<Stored<DisciplineCase>> disciplineOfYear(Reader& reader, SchoolYearId year);
std::vector<Stored<Absence>> absencesOfYear(Reader& reader, SchoolYearId year);

}
