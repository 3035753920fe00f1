// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

/// The pages of the program by the ids that the window, the search and the tasks of the overview all use.
namespace thidua::pages {

inline constexpr const char* kOverview = "overview";
inline constexpr const char* kLegalTexts = "legal-texts";
inline constexpr const char* kPlans = "plans";
inline constexpr const char* kCampaigns = "campaigns";
inline constexpr const char* kCalendar = "calendar";
inline constexpr const char* kTargets = "targets";
inline constexpr const char* kRegistrations = "registrations";
inline constexpr const char* kYearRecords = "year-records";
inline constexpr const char* kInitiatives = "initiatives";
inline constexpr const char* kActivities = "activities";
inline constexpr const char* kContests = "contests";
inline constexpr const char* kForesight = "foresight";
inline constexpr const char* kNominations = "nominations";
inline constexpr const char* kCouncil = "council";
inline constexpr const char* kDecisions = "decisions";
inline constexpr const char* kSubmissions = "submissions";
inline constexpr const char* kAwards = "awards";
inline constexpr const char* kLetters = "letters";
inline constexpr const char* kStaff = "staff";
inline constexpr const char* kClasses = "classes";
inline constexpr const char* kPupils = "pupils";
inline constexpr const char* kCollectives = "collectives";
inline constexpr const char* kHistory = "history";
inline constexpr const char* kHealth = "health";
inline constexpr const char* kRules = "rules";
inline constexpr const char* kSettings = "settings";

/// In the order of the navigation.
inline constexpr std::array kAll = {kOverview, kLegalTexts, kPlans, kCampaigns, kTargets, kCalendar, kRegistrations, kYearRecords, kActivities, kContests, kInitiatives, kForesight, kNominations,
                                    kCouncil, kDecisions, kSubmissions, kAwards, kLetters, kStaff, kClasses, kPupils, kCollectives, kHistory, kHealth, kRules, kSettings};

}
