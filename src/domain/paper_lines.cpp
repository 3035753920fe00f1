// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_util.h"
#include "base/vietnamese.h"
#include "domain/paper_head.h"

namespace thidua::domain {

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    for (const auto& line : split(std::string(text), '\n'))
        if (auto tidy = normalised(line); !tidy.empty())
            lines.push_back(std::move(tidy));
    return lines;
}

std::string joinLines(const std::vector<std::string>& lines)
{
    return join(lines, "\n");
}

void fromLine(const std::string& line, PaperBasis& basis)
{
    basis = {std::nullopt, line};
}

void fromLine(const std::string& line, PaperRecipient& recipient)
{
    const auto open = line.rfind(" (");
    if (open == std::string::npos || open == 0 || !line.ends_with(')'))
        recipient = {line, {}};
    else
        recipient = {line.substr(0, open), line.substr(open + 2, line.size() - open - 3)};
}

}
