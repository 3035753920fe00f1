// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "domain/paper_head.h"
#include "services/core/school_file.h"

#include <string>
#include <string_view>
#include <vector>

/// What an inspector would ask about a paper: told beside it, never printed on it, and nothing that stops it.
namespace thidua::services {

/// A basis that is not, or no longer, in force on the paper's day, with what stands in its place.
struct BasisNote {
    std::size_t line = 0;
    std::string text;
};
std::vector<BasisNote> basisNotes(SchoolFile& file, const std::vector<std::string>& lines, Date on);

/// Of the bases that the program has put there: which rest on a text that nobody has checked, and which text it could not put there (`line` is
/// then one past the last).
std::vector<BasisNote> basisDoubtNotes(SchoolFile& file, const std::vector<std::string>& lines, Date on);

/// The words of a draft's bases by the law of a day: what the program wrote by itself follows the law, what a person wrote stays.
/// `paper`: as the rules name it ("submit", a decision's kind).
std::vector<domain::PaperBasis> basesFollowed(SchoolFile& file, std::string_view paper, const std::vector<domain::PaperBasis>& bases, Date on);

/// The same for the lines of a form.
std::string basesFollowed(SchoolFile& file, std::string_view paper, const std::string& lines, Date on);

/// All that can be asked about a paper with its words and its day.
std::vector<std::string> paperNotes(SchoolFile& file, const documents::Document& document, Date on);
/// The same by the day that stands on it, of a draft by today. Lists and minutes speak of the past: of a list only who signs it is asked.
std::vector<std::string> paperNotes(SchoolFile& file, const documents::Document& document);

/// Bodies that no more exist on that day and are named as if they did: above the school, addressed, receiving, in the words.
std::vector<std::string> bodiesGone(const documents::Document& document, Date on);

}
