// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hour.h"

#include "base/text_util.h"
#include "base/vietnamese.h"

#include <array>
#include <cctype>

namespace thidua {
namespace {

/// Figures, words and signs one by one; spaces are left out.
class Tokens {
public:
    explicit Tokens(std::string_view text) : m_text(fold(normalised(text))) {}

    std::optional<int> number()
    {
        skipSpace();
        const auto from = m_at;
        while (m_at < m_text.size() && std::isdigit(static_cast<unsigned char>(m_text[m_at])))
            ++m_at;
        if (m_at == from || m_at - from > 2)
            return std::nullopt;
        return std::stoi(m_text.substr(from, m_at - from));
    }
    /// Takes one of the words or signs, the longest first.
    template <std::size_t N>
    bool take(const std::array<std::string_view, N>& words)
    {
        skipSpace();
        for (const auto word : words)
            if (std::string_view(m_text).substr(m_at).starts_with(word)) {
                m_at += word.size();
                return true;
            }
        return false;
    }
    bool atEnd()
    {
        skipSpace();
        return m_at == m_text.size();
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at] == ' ')
            ++m_at;
    }
    std::string m_text;
    std::size_t m_at = 0;
};

constexpr std::array<std::string_view, 6> kHourMarks{"gio", "g", "h", ":", ".", "-"};
constexpr std::array<std::string_view, 5> kMinuteMarks{"phut", "ph", "p", "'", "m"};
constexpr std::array<std::string_view, 1> kHalf{"ruoi"};
constexpr std::array<std::string_view, 2> kAfternoon{"chieu", "toi"};
constexpr std::array<std::string_view, 2> kMorning{"sang", "trua"};

/// What stands behind the mark of the hour: nothing, "rưỡi" or minutes.
std::optional<int> minutesOf(Tokens& tokens)
{
    if (tokens.take(kHalf))
        return 30;
    const auto minutes = tokens.number();
    if (minutes)
        tokens.take(kMinuteMarks);
    return minutes;
}

}

std::string Hour::text() const
{
    return twoFigures(hour) + ":" + twoFigures(minute);
}

std::string Hour::words() const
{
    return twoFigures(hour) + " giờ " + twoFigures(minute);
}

std::optional<Hour> readHour(std::string_view text)
{
    Tokens tokens(text);
    const auto hour = tokens.number();
    if (!hour || (!tokens.take(kHourMarks) && !tokens.atEnd()))
        return std::nullopt;
    Hour read{*hour, minutesOf(tokens).value_or(0)};
    if (tokens.take(kAfternoon))
        read.hour += read.hour < 12 ? 12 : 0;
    else
        tokens.take(kMorning);
    if (!tokens.atEnd() || read.hour > 23 || read.minute > 59)
        return std::nullopt;
    return read;
}

}
