// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_lines.h"

#include "base/look_alikes.h"
#include "base/text_util.h"
#include "base/vietnamese.h"

namespace thidua {
namespace {

/// "\r\n" and a lone "\r" are line ends too, and so are the control characters that end a line in Word.
std::string withUnixLineEnds(std::string_view input)
{
    const auto text = withRightLetters(input);
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            out += '\n';
    }
    return out;
}

}

std::string normalisedLines(std::string_view text)
{
    std::vector<std::string> lines;
    for (const auto& line : split(withUnixLineEnds(text), '\n'))
        lines.push_back(normalised(line));
    while (!lines.empty() && lines.back().empty())
        lines.pop_back();
    while (!lines.empty() && lines.front().empty())
        lines.erase(lines.begin());
    return join(lines, "\n");
}

}
