// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/code_points.h"
#include "base/syllable.h"
#include "base/vietnamese.h"
#include "sheets/package.h"

#include <algorithm>
#include <array>

namespace thidua::sheets {
namespace {

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";

bool isUtf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const std::size_t count = lead < 0x80 ? 1 : (lead >> 5U) == 6 ? 2 : (lead >> 4U) == 14 ? 3 : (lead >> 3U) == 30 ? 4 : 0;
        if (count == 0 || at + count > bytes.size())
            return false;
        for (std::size_t i = 1; i < count; ++i)
            if ((static_cast<unsigned char>(bytes[at + i]) & 0xC0U) != 0x80U)
                return false;
        at += count;
    }
    return true;
}

/// 0x80–0x9F of Windows-1252; the rest is the character of the same number.
constexpr std::array<char32_t, 32> kWestern = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,  0x17D, 0x8F,
                                               0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};

char32_t western(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xA0 ? kWestern[byte - 0x80U] : byte;
}

/// Windows-1258, in which Excel of a Vietnamese Windows saves CSV: letters, and tones behind them.
char32_t vietnamese(unsigned char byte)
{
    switch (byte) {
    case 0xC3: return 0x102;
    case 0xE3: return 0x103;
    case 0xCC: return 0x300;
    case 0xD2: return 0x309;
    case 0xDE: return 0x303;
    case 0xEC: return 0x301;
    case 0xF2: return 0x323;
    case 0xD0: return 0x110;
    case 0xF0: return 0x111;
    case 0xD5: return 0x1A0;
    case 0xF5: return 0x1A1;
    case 0xDD: return 0x1AF;
    case 0xFD: return 0x1B0;
    case 0xFE: return 0x20AB;
    default: return western(byte);
    }
}

std::string decoded(std::string_view bytes, char32_t (*letter)(unsigned char))
{
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char byte : bytes)
        appendPoint(out, letter(static_cast<unsigned char>(byte)));
    return nfc(out);
}

/// Whether nearly all words with marks are Vietnamese ones.
bool readsVietnamese(const std::string& text)
{
    int marked = 0, right = 0;
    std::string word;
    const auto close = [&] {
        if (std::ranges::any_of(word, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
            ++marked;
            right += isVietnameseSyllable(word) ? 1 : 0;
        }
        word.clear();
    };
    for (const char c : text) {
        if (marked > 2'000)
            break;
        const bool letter = static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter && word.size() < 40)
            word += c;
        else
            close();
    }
    close();
    return marked > 0 && right * 10 >= marked * 8;
}

/// The text, whatever it is written in. Letters of VNI and TCVN3 fonts stay as they look: who reads the cells knows those.
std::string textOf(std::string_view bytes)
{
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
        return utf8OfUtf16(bytes.substr(2), bytes.front() == '\xfe');
    if (bytes.starts_with(kUtf8Mark))
        bytes.remove_prefix(kUtf8Mark.size());
    if (bytes.find('\0') != std::string_view::npos) {
        // UTF-16 without its mark has a zero beside each plain letter.
        const auto zeros = static_cast<std::size_t>(std::ranges::count(bytes, '\0'));
        if (zeros * 4 < bytes.size() || zeros * 4 > bytes.size() * 3)
            throw Refused{"sheet.not-text"};
        return utf8OfUtf16(bytes, bytes.front() == '\0');
    }
    if (isUtf8(bytes))
        return std::string(bytes);
    auto read = decoded(bytes, vietnamese);
    return readsVietnamese(read) ? read : decoded(bytes, western);
}

/// The separator that the first lines have most of, outside quotes, in as many of them as can be.
char separatorOf(std::string_view text)
{
    char best = ',';
    std::size_t most = 0;
    for (const char candidate : {';', '\t', ','}) {
        std::size_t lines = 0, inLine = 0, total = 0, with = 0;
        bool quoted = false;
        for (const char c : text) {
            if (c == '"')
                quoted = !quoted;
            else if (c == candidate && !quoted)
                ++inLine;
            if (c == '\n' && !quoted) {
                with += inLine > 0 ? 1 : 0;
                total += inLine;
                inLine = 0;
                if (++lines == 50)
                    break;
            }
        }
        with += inLine > 0 ? 1 : 0;
        total += inLine;
        if (const auto score = with * 1'000 + total; total > 0 && score > most) {
            best = candidate;
            most = score;
        }
    }
    return best;
}

class CsvText {
public:
    CsvText(std::string_view text, char separator, Budget& budget) : m_text(text), m_separator(separator), m_maker({}, false, budget) {}

    Sheet read()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"' && m_field.find_first_not_of(' ') == std::string::npos)
                readQuoted();
            else if (c == m_separator)
                endField();
            else if (c == '\n' || c == '\r')
                endLine();
            else
                m_field += c;
            ++m_at;
        }
        endField();
        return m_maker.take();
    }

private:
    /// Ends at the closing quote; two of them are one.
    void readQuoted()
    {
        m_field.clear();
        const auto line = m_line;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '"')
                ++m_at;
            else if (c == '"')
                return;
            m_field += c;
        }
        throw Refused{"sheet.open-quote", {std::to_string(line)}};
    }
    void endField()
    {
        m_maker.add(m_line, m_column++, CellKind::Text, std::exchange(m_field, {}));
    }
    void endLine()
    {
        endField();
        if (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n')
            ++m_at;
        ++m_line;
        m_column = 0;
    }

    std::string_view m_text;
    char m_separator;
    SheetMaker m_maker;
    std::string m_field;
    std::size_t m_at = 0;
    std::uint32_t m_line = 1, m_column = 0;
};

}

Book readCsv(std::string_view bytes, Budget& budget)
{
    const auto text = textOf(bytes);
    std::string_view body = text;
    char separator = separatorOf(body);
    std::uint32_t skipped = 0;
    // Excel's own first line, which names the separator.
    if (body.starts_with("sep=") && body.size() > 5 && (body[5] == '\n' || body[5] == '\r')) {
        separator = body[4];
        body.remove_prefix(std::min(body.find('\n'), body.size() - 1) + 1);
        skipped = 1;
    }
    Book book;
    book.names.emplace_back();
    book.sheets.push_back(CsvText(body, separator, budget).read());
    for (auto& row : book.sheets.back().rows)
        row.number += skipped;
    return book;
}

}
