// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "domain/submission.h"
#include "services/core/internal.h"

/// What issued decisions and submissions bring about in other rows, and how it is taken back. For services' .cpp files alone.
namespace thidua::services {

/// Initiatives become recognised; awards enter the history, with what each rests on.
Result<void> bringAbout(SchoolFile& file, Tx& tx, const Stored<domain::Decision>& decision);

/// Whether somebody has an award in force of that honour for that year, on that ground.
bool isAwarded(Reader& reader, const domain::SubjectRef& subject, const std::string& honour, SchoolYear year, domain::Ground ground);

/// Who takes it back, and when.
struct TakenBack {
    Date on;
    std::string by;  ///< Quyết định số 45/QĐ-THMĐ
};
/// Refuses, in a sentence, while something rests on it.
Result<void> takeBack(Tx& tx, const Stored<domain::Decision>& decision, const TakenBack& how);
/// The nominations of a submission wait for another one.
Result<void> takeBack(Tx& tx, const Stored<domain::Submission>& submission);
/// Whether it could be taken back now.
Result<void> mayTakeBack(Reader& reader, const Stored<domain::Decision>& decision);
Result<void> mayTakeBack(Reader& reader, const Stored<domain::Submission>& submission);

/// The paper that a new one takes the place of is over, and what it brought about with it; nothing without one. For the new one, which has
/// its number; before its own effects.
Result<void> takePlace(Tx& tx, const Stored<domain::Decision>& fresh);
Result<void> takePlace(Tx& tx, const Stored<domain::Submission>& fresh);

}
