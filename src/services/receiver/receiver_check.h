// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/receiver/receiver_layout.h"

namespace thidua::services {

/// Whether a filled form, read by the reader that reads everybody's spreadsheets, says what was to be written, and all else that the form
/// said where that belongs now; with all its parts. For ReceiverService alone.
bool receiverFormHolds(const ReceiverRequest& request, const ReceiverLayout& layout, const sheets::FormFill& fill, std::string_view bytes);

}
