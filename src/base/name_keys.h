// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace thidua {

// When two names are one. The accent-free fold (vietnamese.h) is for searching alone: “Hương” and “Hường” are two people.

/// Equal for names that are one as written, capitals aside.
std::string nameKey(std::string_view name);
/// Equal for names that may be one and are asked about: the same letters and tones, the tone mark on another letter (“Hoà”, “Hòa”).
std::string likeNameKey(std::string_view name);
/// Equal for names of one unit: as nameKey, dashes of any kind and the spaces around them aside (“Tổ 2 - 3”, “Tổ 2–3”).
std::string unitKey(std::string_view name);
/// “ĐÀM VĂN QUÝ” and “đàm văn quý” as “Đàm Văn Quý”; a name in which capitals and small letters stand together stays.
std::string inNameCase(std::string_view name);
/// All letters are capitals, and there are some.
bool isAllCapitals(std::string_view text);

}
