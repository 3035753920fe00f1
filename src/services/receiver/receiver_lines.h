// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/internal.h"
#include "services/receiver/receiver_mapping.h"
#include "sheets/book.h"

/// What the school's file says of each line of a receiver's form. For services' .cpp files alone.
namespace thidua::services {

struct ReceiverLine {
    domain::SubjectRef subject;
    bool pupil = false;
    std::string name;
    std::vector<std::string> honours;                          ///< codes, the highest first
    std::map<SheetColumn, std::vector<std::string>> values{};  ///< of columns that have words: codes of ours
    std::map<SheetColumn, sheets::Cell> cells{};               ///< of all others: text, number or day
    std::map<SheetColumn, std::string> why{};                  ///< key of a message: why a cell stays empty, where it is known better
    std::set<SheetColumn> foreign{};                           ///< columns that ask what such a subject cannot have
};

struct ReceiverLines {
    std::vector<ReceiverLine> lines{};             ///< as lists go: collectives first, from the highest honour down, by name
    std::vector<std::pair<std::string, int>> honours{}; ///< codes, of whoever is wanted, those left out among them
    std::size_t turnedDown = 0;                    ///< nominations that the council or the authority has refused: none of them is in it
    std::optional<Date> bonusDay{};                ///< by which bonuses are reckoned that nobody has decided yet
    std::string school{};                          ///< its name
    std::size_t left = 0;                          ///< registrations of who has left since
};

Result<ReceiverLines> receiverLines(SchoolFile& file, Reader& reader, ReceiverList what, SchoolYear year, const ReceiverMapping& mapping);

/// How a value of ours is called where nobody has said otherwise: an honour's name, “Nữ”, “Giáo viên”.
std::string ownWord(const rules::Catalogue& catalogue, SheetColumn column, const std::string& value);
/// All that a column with words may hold, beside honours.
std::vector<std::string> valuesOf(SheetColumn column);

}
