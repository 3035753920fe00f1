// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proofread/citation.h"
#include "proofread/line.h"
#include "proofread/proofread.h"

namespace thidua::proofread {

/// What the whole document says of itself.
struct Document {
    std::vector<Line> lines;
    std::string title;                      ///< folded kind of paper: ke hoach, quyet dinh, bao cao …; empty where none stands
    std::optional<Date> on;                 ///< given, or the day that the document writes of itself
    std::optional<Date> notBefore;          ///< `on`, or what it cannot be older than: its latest basis, its school year
    std::optional<int> schoolYear;          ///< first calendar year of the school year in its title
    std::vector<Citation> citations;
};
Document documentOf(const std::vector<std::string>& lines, std::optional<Date> on, const Book& book);

using Findings = std::vector<Finding>;

/// Whether a suggestion can be written instead of the words that it is about.
enum class Fit { Exact, Hint };
/// Adds a fault of `where` in `line`.
void add(Findings& findings, const Line& line, Span where, std::string kind, std::string key, std::vector<std::string> args = {}, std::string suggestion = {},
         Fit fit = Fit::Exact);

void checkDays(const Document& document, const Book& book, Findings& findings);
void checkAnniversaries(const Document& document, const Book& book, Findings& findings);
void checkCountedEvents(const Document& document, const Book& book, Findings& findings);
void checkBases(const Document& document, const Book& book, Findings& findings);
void checkDeadlines(const Document& document, Findings& findings);
void checkSymbols(const Document& document, const Book& book, Findings& findings);
void checkQuota(const Document& document, const Book& book, Findings& findings);
void checkRatios(const Document& document, const Book& book, Findings& findings);
void checkSums(const Document& document, const Book& book, Findings& findings);
void checkSchoolYears(const Document& document, Findings& findings);
void checkNumbering(const Document& document, Findings& findings);
void checkMovements(const Document& document, const Book& book, Findings& findings);
void checkWords(const Document& document, const Book& book, Findings& findings);

}
