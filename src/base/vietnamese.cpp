// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/vietnamese.h"

#include "base/code_points.h"
#include "base/look_alikes.h"
#include "base/plain_letters.h"

#include <array>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>
#include <utility>
#include <vector>

namespace thidua {
namespace {

std::string mapped(std::string_view text, utf8proc_option_t options)
{
    const std::string valid = utf8Of(codePoints(text));
    utf8proc_uint8_t* out = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(valid.data()),
                                     static_cast<utf8proc_ssize_t>(valid.size()), &out, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
    return length < 0 ? valid : std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(length));
}

char32_t lowerOf(char32_t point) { return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(point))); }
char32_t upperOf(char32_t point) { return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(point))); }

bool isSpace(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

template <class Change>
std::string changedPoints(std::string_view text, Change change)
{
    std::string out;
    for (const auto point : codePoints(text))
        appendPoint(out, change(point));
    return out;
}

/// Of a text as it is kept, in lower case.
std::u32string lowerPoints(std::string_view text)
{
    const auto kept = normalised(text);
    return isPlain(kept) ? plainLowerPoints(kept) : decomposedPoints(lower(kept));
}

// Combining marks of Vietnamese letters and tones.
constexpr char32_t kBreve = 0x306, kCircumflex = 0x302, kHorn = 0x31B;
constexpr char32_t kGrave = 0x300, kHook = 0x309, kTilde = 0x303, kAcute = 0x301, kDot = 0x323;

char toneRank(char32_t mark)
{
    switch (mark) {
    case kGrave: return '2';
    case kHook: return '3';
    case kTilde: return '4';
    case kAcute: return '5';
    case kDot: return '6';
    default: return 0;
    }
}

/// a ă â, e ê, o ô ơ, u ư: the place of a marked letter behind its plain one.
char letterRank(char letter, char32_t mark)
{
    const bool third = (letter == 'a' && mark == kCircumflex) || (letter == 'o' && mark == kHorn);
    return third ? '2' : '1';
}

/// One syllable's letters, each followed by its letter mark, then its tones: "đặng" → "d1a1n0g0" and tone "6".
struct SyllableKey {
    std::string letters;
    char tone = '1';
    void close(std::string& key)
    {
        if (!letters.empty())
            key += letters + '!' + tone + ' ';
        letters.clear();
        tone = '1';
    }
};

}

std::u32string codePoints(std::string_view text)
{
    constexpr char32_t kReplacement = 0xFFFD;
    std::u32string points;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    std::size_t at = 0;
    while (at < text.size()) {
        utf8proc_int32_t point = 0;
        const auto used = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
        points += used > 0 ? static_cast<char32_t>(point) : kReplacement;
        at += used > 0 ? static_cast<std::size_t>(used) : 1;
    }
    return points;
}

void appendPoint(std::string& text, char32_t point)
{
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

std::string utf8Of(std::u32string_view points)
{
    std::string text;
    for (const char32_t point : points)
        appendPoint(text, point);
    return text;
}

std::string utf8OfUtf16(std::string_view bytes, bool bigEndian)
{
    std::string out;
    out.reserve(bytes.size());
    const auto unit = [&](std::size_t at) {
        const auto low = static_cast<unsigned char>(bytes[at + (bigEndian ? 1 : 0)]), high = static_cast<unsigned char>(bytes[at + (bigEndian ? 0 : 1)]);
        return static_cast<char32_t>(high << 8 | low);
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t point = unit(at);
        if (point >= 0xD800 && point < 0xDC00 && at + 3 < bytes.size()) {
            const auto second = unit(at + 2);
            if (second >= 0xDC00 && second < 0xE000) {
                point = 0x10000 + ((point - 0xD800) << 10U) + (second - 0xDC00);
                at += 2;
            }
        }
        appendPoint(out, point >= 0xD800 && point < 0xE000 ? 0xFFFD : point);
    }
    return out;
}

std::u32string decomposedPoints(std::string_view text)
{
    return codePoints(mapped(text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE)));
}

std::string nfc(std::string_view text)
{
    return isPlain(text) ? std::string(text) : mapped(text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
}

bool isNfc(std::string_view text)
{
    return isPlain(text) || nfc(text) == text;
}

std::string normalised(std::string_view text)
{
    // Spaces are single bytes that no other character has in it.
    const std::string whole = isPlain(text) ? std::string(text) : nfc(withRightLetters(text));
    std::string out;
    out.reserve(whole.size());
    bool pendingSpace = false;
    for (const char byte : whole) {
        if (isSpace(byte)) {
            pendingSpace = !out.empty();
            continue;
        }
        if (pendingSpace)
            out += ' ';
        pendingSpace = false;
        out += byte;
    }
    return out;
}

std::string lower(std::string_view text)
{
    return changedPoints(text, lowerOf);
}

std::string upper(std::string_view text)
{
    return changedPoints(text, upperOf);
}

std::string capitalised(std::string_view text)
{
    bool first = true;
    return changedPoints(text, [&first](auto point) { return std::exchange(first, false) ? upperOf(point) : point; });
}

std::string fold(std::string_view text)
{
    std::string out;
    for (auto point : lowerPoints(text)) {
        if (point >= 0x300 && point <= 0x36F)
            continue;
        appendPoint(out, point == 0x111 ? U'd' : point);
    }
    return out;
}

bool foldedContains(std::string_view haystackFold, std::string_view needle)
{
    const std::string folded = fold(needle);
    std::size_t from = 0;
    while (from < folded.size()) {
        const auto space = std::min(folded.find(' ', from), folded.size());
        if (haystackFold.find(std::string_view(folded).substr(from, space - from)) == std::string_view::npos)
            return false;
        from = space + 1;
    }
    return true;
}

std::string sortKey(std::string_view text)
{
    std::string key;
    SyllableKey syllable;
    for (const auto point : lowerPoints(text)) {
        if (point == ' ') {
            syllable.close(key);
        } else if (const char tone = toneRank(point)) {
            syllable.tone = tone;
        } else if ((point == kBreve || point == kCircumflex || point == kHorn) && syllable.letters.size() >= 2) {
            syllable.letters.back() = letterRank(syllable.letters[syllable.letters.size() - 2], point);
        } else if (point == 0x111) {
            syllable.letters += "d1";
        } else {
            appendPoint(syllable.letters, point);
            syllable.letters += '0';
        }
    }
    syllable.close(key);
    return key;
}

std::optional<PersonName> PersonName::parse(std::string_view input)
{
    const std::string text = normalised(input);
    if (text.empty())
        return std::nullopt;
    const auto last = text.rfind(' ');
    if (last == std::string::npos)
        return PersonName{{}, {}, text};
    const auto first = text.find(' ');
    PersonName name{text.substr(0, first), {}, text.substr(last + 1)};
    if (first != last)
        name.middle = text.substr(first + 1, last - first - 1);
    return name;
}

std::string PersonName::full() const
{
    return normalised(family + " " + middle + " " + given);
}

std::string PersonName::sortKey() const
{
    // Less than whatever a name goes on with: “Lê Anh” before “Lê Thị Anh”, “Lan” before “Lan Thị”.
    return thidua::sortKey(given) + "\x01" + thidua::sortKey(middle) + "\x01" + thidua::sortKey(family);
}

}
