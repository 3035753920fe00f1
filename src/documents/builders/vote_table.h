// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/minutes.h"

/// What the minutes of the meeting and those of the count say alike.
namespace thidua::documents {

/// Who is there and who votes on what, as lines of a list.
void addVoters(const VoteView& vote, Composer& composer);
/// The base of the shares, and what each honour takes.
void addThresholds(const VoteView& vote, Composer& composer);
/// Name, votes and result, under each honour.
Table voteTable(const VoteView& vote, Composer& composer);
/// The same with the ballots issued, collected, valid and not.
Table countTable(const VoteView& vote, Composer& composer);

}
