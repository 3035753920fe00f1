// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace thidua {

/// Unicode NFC with trimmed ends and single spaces inside: what every typed or pasted line becomes at the border.
/// Bytes that are not UTF-8 are replaced by U+FFFD.
std::string normalised(std::string_view text);
/// NFC only: line breaks and spaces stay (texts of several paragraphs).
std::string nfc(std::string_view text);
bool isNfc(std::string_view text);

/// For searching: lower case, no marks, đ as d ("Nguyễn Thị Đào" → "nguyen thi dao").
std::string fold(std::string_view text);
/// True when every word of `needle` occurs in `haystackFold` (already folded).
bool foldedContains(std::string_view haystackFold, std::string_view needle);

/// For sorting by bytes: syllable by syllable, letters in Vietnamese order (a ă â b c d đ e ê …), then tones
/// (ngang, huyền, hỏi, ngã, sắc, nặng). Stored beside names, so that the file needs no collation of its own.
std::string sortKey(std::string_view text);

std::string upper(std::string_view text);
std::string lower(std::string_view text);
/// First letter in upper case, the rest as it is.
std::string capitalised(std::string_view text);

/// A Vietnamese full name: family first, given last, whatever lies between.
struct PersonName {
    std::string family;
    std::string middle;
    std::string given;
    /// Splits by spaces; one word alone is a given name. Empty when there is no letter in it.
    static std::optional<PersonName> parse(std::string_view text);
    std::string full() const;
    /// Given name, then middle, then family name: the order of every list.
    std::string sortKey() const;
    friend bool operator==(const PersonName&, const PersonName&) = default;
};

}
