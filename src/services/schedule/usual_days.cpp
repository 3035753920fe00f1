// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/schedule/usual_days.h"

#include "base/embedded_file.h"
#include "services/core/internal.h"
#include "text/messages.h"

#include <algorithm>
#include <regex>
#include <span>

namespace thidua {

/// resources/calendar/*.txt, made by thidua_embed.
std::span<const EmbeddedFile> embeddedCalendar();

}

namespace thidua::services {

using namespace domain;

namespace {

/// The lines of one of these files, each at its bars.
std::vector<std::vector<std::string>> calendarLines(std::string_view name)
{
    std::vector<std::vector<std::string>> lines;
    for (const auto& file : embeddedCalendar())
        if (file.path.ends_with(name))
            for (const auto& line : split(file.bytes, '\n'))
                if (!line.empty() && !line.starts_with('#'))
                    lines.push_back(split(line, '|'));
    return lines;
}

std::string deadlineWords(std::string_view what)
{
    for (const auto& line : calendarLines("deadlines.txt"))
        if (line.size() > 1 && line[0] == what) {
            const std::vector<std::string> rest(line.begin() + 1, line.end());
            return join(rest, "|"); // an expression may have bars of its own
        }
    return {};
}

}

const std::vector<Observance>& usualObservances()
{
    static const auto all = [] {
        std::vector<Observance> made;
        for (const auto& line : calendarLines("observances.txt")) {
            const auto day = split(line.at(1), '/');
            Observance one;
            one.scope = fromCode<ObservanceScope>(line.at(0)).value();
            one.day = std::stoi(day.at(0));
            one.month = std::stoi(day.at(1));
            if (!line.at(2).empty())
                one.baseYear = std::stoi(line.at(2));
            one.name = line.at(3);
            made.push_back(std::move(one));
        }
        return made;
    }();
    return all;
}

Result<std::vector<Observance>> missingObservances(SchoolFile& file)
{
    return readFrom(file, [](Reader& reader) -> Result<std::vector<Observance>> {
        auto missing = usualObservances();
        for (const auto& row : repo::observances(reader))
            std::erase_if(missing, [&row](const Observance& one) {
                return one.day == row.data.day && one.month == row.data.month && row.data.kind == ObservanceKind::Yearly
                       && (fold(one.name) == fold(row.data.name) || !one.baseYear || !row.data.baseYear || one.baseYear == row.data.baseYear);
            });
        return missing;
    });
}

Written<int> addUsualObservances(SchoolFile& file)
{
    TD_TRY(const auto missing, missingObservances(file));
    return writeTo<int>(file, Op::AddObservance, [&](Tx& tx) -> Result<int> {
        if (missing.empty())
            return fail(ErrorCode::WrongState, "observance.none-missing");
        tx.setLabel({text::message("observance.several", {std::to_string(missing.size())})});
        for (const auto& one : missing)
            tx.insert(one);
        return static_cast<int>(missing.size());
    });
}

std::optional<DayOfYear> deadlineIn(const std::string& sentence)
{
    static const std::regex kDay(deadlineWords("day"));
    static const std::string kSector = deadlineWords("sector");
    const auto of = lower(sentence);
    const auto sector = of.find(kSector);
    std::smatch match;
    const auto from = of.begin() + static_cast<std::ptrdiff_t>(sector == std::string::npos ? 0 : sector);
    if (!std::regex_search(from, of.end(), match, kDay))
        return std::nullopt;
    const DayOfYear found{std::stoi(match[1].str()), std::stoi(match[2].str())};
    return Date::of(2024, found.month, found.day) ? std::optional(found) : std::nullopt;
}

}
