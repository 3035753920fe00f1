// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/year_record_service.h"

namespace thidua::storage {
class Reader;
class Tx;
}

namespace thidua::services {

/// What is recorded of somebody for a year; nothing yet is empty facts.
YearFacts yearFactsOf(storage::Reader& reader, domain::SchoolYearId year, const domain::SubjectRef& subject);
/// Puts a cell's text into the facts, or says why it cannot be taken.
std::optional<FieldIssue> putYearCell(YearFacts& facts, const YearCell& cell, Date today);
/// The rating that the words over a column of ticks name: “HTXSNV”, “Hoàn thành tốt nhiệm vụ”; nothing for other words.
std::optional<domain::Evaluation> ratingNamed(const std::string& heading);
/// Within an operation.
void saveYearFacts(storage::Tx& tx, domain::SchoolYearId year, const domain::SubjectRef& subject, YearFacts facts);

}
