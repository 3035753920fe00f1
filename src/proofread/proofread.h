// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proofread/book.h"

#include <string>
#include <vector>

/// Reads a plan, a decision, minutes or a report, also one that was not written here, and lists what contradicts itself, the calendar or
/// the law in force. A pure function: no file, no clock.
namespace thidua::proofread {

/// One fault. The words are messages of src/text: `proof.` + key with args.
struct Finding {
    int line = 0;           ///< counted from 1, as the text's lines stand
    std::string quote;      ///< what stands there
    std::string kind;       ///< a code of the command line's page: impossible-date, anniversary-years, …
    std::string key;
    std::vector<std::string> args;
    std::string suggestion; ///< what may stand instead of `quote`; empty where only the writer can know
    std::size_t from = 0;   ///< where the quote stands in its line, in composed letters
    std::size_t to = 0;
    bool exact = false;     ///< the suggestion takes the quote's place as it is; else it says what is right
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// `lines`: one for each line or paragraph, as readText gives them. `on`: the document's day; without it the day that the document says of
/// itself, else the latest of the texts that it rests on or of the school year it is for.
std::vector<Finding> proofread(const std::vector<std::string>& lines, std::optional<Date> on, const Book& book);

}
