// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/sheet_headings.h"
#include "services/receiver/receiver_service.h"
#include "sheets/form_book.h"

/// Where the lines of a form stand. For services' .cpp files alone.
namespace thidua::services {

/// A run of rows that are for lines of one kind.
struct ReceiverPart {
    sheets::FormArea area{};
    std::optional<ReceiverSubjects> subjects{};    ///< of a part that is for people or for collectives
    std::string title{};                            ///< “I. TẬP THỂ”
};

struct ReceiverLayout {
    sheets::FormSheet form;
    ReceiverLook look;
    std::uint32_t firstColumn = 0, lastColumn = 0; ///< of the table
    std::vector<ReceiverPart> parts{};
    std::set<std::pair<std::uint32_t, std::uint32_t>> kept{}; ///< cells outside the table that have a text: they are there afterwards
};

Result<ReceiverLayout> receiverLayout(const ReceiverRequest& request, const IsTick& isTick);

}
