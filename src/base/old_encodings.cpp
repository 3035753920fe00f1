// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/old_encodings.h"

#include "base/code_points.h"
#include "base/syllable.h"
#include "base/vietnamese.h"

#include <algorithm>
#include <array>
#include <vector>

namespace thidua {
namespace {

// TCVN3: one byte for each letter, seen as the character of the same number. Capitals with tones are small letters of a font that shows
// capitals only (.VnTimeH).
struct Coded {
    char32_t code, letter;
};
constexpr std::array kTcvn3 = {
    Coded{0xA1, U'Ă'}, Coded{0xA2, U'Â'}, Coded{0xA3, U'Ê'}, Coded{0xA4, U'Ô'}, Coded{0xA5, U'Ơ'}, Coded{0xA6, U'Ư'}, Coded{0xA7, U'Đ'}, Coded{0xA8, U'ă'},
    Coded{0xA9, U'â'}, Coded{0xAA, U'ê'}, Coded{0xAB, U'ô'}, Coded{0xAC, U'ơ'}, Coded{0xAD, U'ư'}, Coded{0xAE, U'đ'}, Coded{0xB5, U'à'}, Coded{0xB6, U'ả'},
    Coded{0xB7, U'ã'}, Coded{0xB8, U'á'}, Coded{0xB9, U'ạ'}, Coded{0xBB, U'ằ'}, Coded{0xBC, U'ẳ'}, Coded{0xBD, U'ẵ'}, Coded{0xBE, U'ắ'}, Coded{0xC6, U'ặ'},
    Coded{0xC7, U'ầ'}, Coded{0xC8, U'ẩ'}, Coded{0xC9, U'ẫ'}, Coded{0xCA, U'ấ'}, Coded{0xCB, U'ậ'}, Coded{0xCC, U'è'}, Coded{0xCE, U'ẻ'}, Coded{0xCF, U'ẽ'},
    Coded{0xD0, U'é'}, Coded{0xD1, U'ẹ'}, Coded{0xD2, U'ề'}, Coded{0xD3, U'ể'}, Coded{0xD4, U'ễ'}, Coded{0xD5, U'ế'}, Coded{0xD6, U'ệ'}, Coded{0xD7, U'ì'},
    Coded{0xD8, U'ỉ'}, Coded{0xDC, U'ĩ'}, Coded{0xDD, U'í'}, Coded{0xDE, U'ị'}, Coded{0xDF, U'ò'}, Coded{0xE1, U'ỏ'}, Coded{0xE2, U'õ'}, Coded{0xE3, U'ó'},
    Coded{0xE4, U'ọ'}, Coded{0xE5, U'ồ'}, Coded{0xE6, U'ổ'}, Coded{0xE7, U'ỗ'}, Coded{0xE8, U'ố'}, Coded{0xE9, U'ộ'}, Coded{0xEA, U'ờ'}, Coded{0xEB, U'ở'},
    Coded{0xEC, U'ỡ'}, Coded{0xED, U'ớ'}, Coded{0xEE, U'ợ'}, Coded{0xEF, U'ù'}, Coded{0xF1, U'ủ'}, Coded{0xF2, U'ũ'}, Coded{0xF3, U'ú'}, Coded{0xF4, U'ụ'},
    Coded{0xF5, U'ừ'}, Coded{0xF6, U'ử'}, Coded{0xF7, U'ữ'}, Coded{0xF8, U'ứ'}, Coded{0xF9, U'ự'}, Coded{0xFA, U'ỳ'}, Coded{0xFB, U'ỷ'}, Coded{0xFC, U'ỹ'},
    Coded{0xFD, U'ý'}, Coded{0xFE, U'ỵ'}};

// VNI: a plain vowel and behind it one character for its marks; some letters are one character of their own.
constexpr char32_t kOldGrave = 0x300, kOldAcute = 0x301, kOldTilde = 0x303, kOldHook = 0x309, kOldDot = 0x323, kOldCircumflex = 0x302, kOldBreve = 0x306;
struct Marks {
    char32_t code;
    char32_t first, second; ///< second: 0 for none
};
constexpr std::array kTones = {Marks{U'ø', kOldGrave, 0}, Marks{U'ù', kOldAcute, 0}, Marks{U'û', kOldHook, 0}, Marks{U'õ', kOldTilde, 0}, Marks{U'ï', kOldDot, 0}};
constexpr std::array kCircumflexed = {Marks{U'â', kOldCircumflex, 0},      Marks{U'à', kOldCircumflex, kOldGrave}, Marks{U'á', kOldCircumflex, kOldAcute},
                                      Marks{U'å', kOldCircumflex, kOldHook},  Marks{U'ã', kOldCircumflex, kOldTilde}, Marks{U'ä', kOldCircumflex, kOldDot}};
constexpr std::array kBreved = {Marks{U'ê', kOldBreve, 0},     Marks{U'è', kOldBreve, kOldGrave}, Marks{U'é', kOldBreve, kOldAcute},
                                Marks{U'ú', kOldBreve, kOldHook}, Marks{U'ü', kOldBreve, kOldTilde}, Marks{U'ë', kOldBreve, kOldDot}};
constexpr std::array kOwnLetters = {Coded{U'æ', U'ỉ'}, Coded{U'ó', U'ĩ'}, Coded{U'ò', U'ị'}, Coded{U'ô', U'ơ'}, Coded{U'ö', U'ư'}, Coded{U'ñ', U'đ'}, Coded{U'î', U'ỵ'}};

template <class Table>
auto find(const Table& table, char32_t code) -> decltype(table.data())
{
    const auto found = std::ranges::find(table, code, &Table::value_type::code);
    return found == table.end() ? nullptr : &*found;
}

char32_t lowerPoint(char32_t point)
{
    return (point >= U'A' && point <= U'Z') || (point >= 0xC0 && point <= 0xDE && point != 0xD7) ? point + 0x20 : point;
}

/// The marks that a character behind `base` stands for.
const Marks* marksBehind(char32_t base, char32_t code)
{
    const bool any = std::u32string_view(U"aeouyôö").find(base) != std::u32string_view::npos;
    const Marks* found = any ? find(kTones, code) : nullptr;
    if (found == nullptr && (base == U'a' || base == U'e' || base == U'o'))
        found = find(kCircumflexed, code);
    if (found == nullptr && base == U'a')
        found = find(kBreved, code);
    return found;
}

std::u32string fromVni(const std::u32string& text)
{
    std::u32string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t small = lowerPoint(text[i]);
        const auto* own = find(kOwnLetters, small);
        if (own == nullptr)
            out += text[i];
        else if (small == text[i])
            out += own->letter;
        else
            out += codePoints(upper(utf8Of(std::u32string(1, own->letter))));
        const auto* marks = i + 1 < text.size() ? marksBehind(small, lowerPoint(text[i + 1])) : nullptr;
        if (marks == nullptr)
            continue;
        out += marks->first;
        if (marks->second != 0)
            out += marks->second;
        ++i;
    }
    return out;
}

std::u32string fromTcvn3(std::u32string text)
{
    for (char32_t& point : text)
        if (const auto* known = find(kTcvn3, point))
            point = known->letter;
    return text;
}

std::vector<std::u32string> wordsOf(const std::u32string& text)
{
    std::vector<std::u32string> words(1);
    for (const char32_t point : text) {
        const bool letter = point > 0x7F || (point | 0x20) - U'a' < 26;
        if (letter && point != 0xA0)
            words.back() += point;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

/// How many words become Vietnamese ones; nothing when one becomes something else.
std::optional<int> wordsGained(const std::vector<std::u32string>& words, OldEncoding encoding, bool bothReadings)
{
    int gained = 0, changed = 0;
    for (const auto& word : words) {
        const auto before = utf8Of(word);
        const auto after = fromOldEncoding(before, encoding);
        if (after == before)
            continue;
        ++changed;
        if (!isVietnameseSyllable(after))
            return std::nullopt;
        gained += isVietnameseSyllable(before) ? 0 : 1;
    }
    return gained > 0 || (bothReadings && changed > 0) ? std::optional(gained) : std::nullopt;
}

/// Both encodings use characters up to U+00FF alone; a Vietnamese letter beyond them says that the text is Unicode.
bool mayBeOld(const std::u32string& text)
{
    const bool any = std::ranges::any_of(text, [](char32_t point) { return point > 0xA0 && point <= 0xFF; });
    return any && std::ranges::none_of(text, [](char32_t point) { return point > 0xFF && (point < 0x2000 || point > 0x206F); });
}

}

std::string fromOldEncoding(std::string_view text, OldEncoding encoding)
{
    auto points = codePoints(text);
    return nfc(utf8Of(encoding == OldEncoding::Vni ? fromVni(points) : fromTcvn3(std::move(points))));
}

std::optional<OldEncoding> oldEncodingOf(std::string_view text, std::optional<OldEncoding> among)
{
    const auto points = codePoints(text);
    if (!mayBeOld(points))
        return std::nullopt;
    const auto words = wordsOf(points);
    std::optional<OldEncoding> best;
    int most = -1;
    for (const auto encoding : {OldEncoding::Vni, OldEncoding::Tcvn3}) {
        const auto gained = wordsGained(words, encoding, among == encoding);
        if (gained && *gained > most) {
            best = encoding;
            most = *gained;
        }
    }
    return best;
}

std::string nameOf(OldEncoding encoding)
{
    return encoding == OldEncoding::Vni ? "VNI" : "TCVN3 (ABC)";
}

}
