// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/correction.h"
#include "storage/tx.h"

/// What issued papers said.
namespace thidua::storage::repo {

/// One paper by its kind's code and the row that it was issued from.
struct PaperPlace {
    std::string paper;
    std::int64_t row = 0;
    std::optional<domain::SchoolYearId> year;
};

/// A number that the school has given, whatever the kind of paper.
struct IssuedNumber {
    std::string paper;
    std::int64_t row = 0;
    domain::DocumentNumber number;
    std::string title;
};
/// Those of a calendar year.
std::vector<IssuedNumber> issuedNumbers(Reader& reader, int calendarYear);

/// The calendar years that have one.
std::vector<int> yearsOfNumbers(Reader& reader);

/// The kept text, or nothing when there is none. Throws BadColumn when it does not fit its hash.
std::optional<std::string> keptPaper(Reader& reader, const std::string& paper, std::int64_t row);
/// Keeps the text of a paper that has none yet, as part of an operation.
void keepPaper(Tx& tx, const std::string& paper, std::int64_t row, const std::string& text);
/// The same outside the change record, for the upgrade of older files alone: it tells nothing new.
void keepPaperUnrecorded(Reader& reader, const std::string& paper, std::int64_t row, const std::string& text);
/// The papers about that one, oldest first.
std::vector<domain::Stored<domain::Correction>> corrections(Reader& reader, const std::string& paper, std::int64_t row);
std::vector<domain::Stored<domain::Correction>> allCorrections(Reader& reader);
/// The papers of the same kind that take, or are to take, that one's place.
std::vector<domain::Stored<domain::Plan>> replacing(Reader& reader, domain::PlanId row);
std::vector<domain::Stored<domain::Campaign>> replacing(Reader& reader, domain::CampaignId row);
std::vector<domain::Stored<domain::Decision>> replacing(Reader& reader, domain::DecisionId row);
std::vector<domain::Stored<domain::Submission>> replacing(Reader& reader, domain::SubmissionId row);
/// The number of the issued paper of the same kind that takes that one's place.
std::optional<domain::DocumentNumber> replacedBy(Reader& reader, const std::string& paper, std::int64_t row);
/// Everything issued whose content is not kept.
std::vector<PaperPlace> papersWithoutContent(Reader& reader);

}
