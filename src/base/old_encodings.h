// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace thidua {

/// How Vietnamese was written before Unicode: fonts VNI-… and .Vn….
enum class OldEncoding { Vni, Tcvn3 };

/// The text as its old font would have shown it.
std::string fromOldEncoding(std::string_view text, OldEncoding encoding);
/// The encoding by which words that cannot be Vietnamese become ones that are; nothing for text that is right as it stands. `among` is the
/// encoding of the texts around it: then a word may be right in both readings (VNI “Thò”).
std::optional<OldEncoding> oldEncodingOf(std::string_view text, std::optional<OldEncoding> among = std::nullopt);
/// “VNI”, “TCVN3 (ABC)”.
std::string nameOf(OldEncoding encoding);

}
