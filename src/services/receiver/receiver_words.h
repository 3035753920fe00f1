// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/intake/honour_words.h"
#include "services/receiver/receiver_layout.h"
#include "services/receiver/receiver_lines.h"

/// The receiver's words for values of ours. For services' .cpp files alone.
namespace thidua::services {

/// Each column that has words, with the values that the lines have: as the mapping says, else as the form's own lists say, else in our words.
std::vector<ReceiverWords> receiverWords(const ReceiverRequest& request, const ReceiverLayout& layout, const ReceiverMapping& mapping, const ReceiverLines& lines,
                                         const rules::Catalogue& catalogue);

}
