// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/old_encodings.h"

#include <set>
#include <string>
#include <vector>

namespace thidua::services {

/// The cells of a sheet as they are kept: NFC, single spaces, right letters; and those that an old font wrote (VNI, TCVN3).
struct SheetText {
    std::vector<std::vector<std::string>> lines{};
    std::set<std::pair<std::size_t, std::size_t>> old{}; ///< line and column
    std::optional<OldEncoding> encoding{};               ///< of the first of them
    std::string example{}, meant{};
};
/// Old texts are found before tidying: TCVN3 uses characters that tidying takes away. A text that is right in both readings is taken for an
/// old one only in a column that has several of them and none that is surely Unicode. A day split into “Ngày”, “Tháng”, “Năm” is joined.
SheetText tidySheet(const std::vector<std::vector<std::string>>& raw, bool convertOld);

}
