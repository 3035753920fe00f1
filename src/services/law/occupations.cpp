// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/occupations.h"

#include "base/vietnamese.h"
#include "rules/catalogue.h"
#include "rules/model.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

bool isAmong(const std::vector<std::string>& codes, std::string_view code)
{
    return codes.empty() || std::ranges::find(codes, code) != codes.end();
}

/// A title says what somebody does where the post alone is “nhân viên”.
bool says(const std::vector<std::string>& words, const std::string& title)
{
    const auto folded = fold(title);
    return words.empty() || std::ranges::any_of(words, [&folded](const auto& word) { return folded.find(fold(word)) != std::string::npos; });
}

bool isAbout(const rules::Reference::Whom& whom, Position position, const std::string& title, std::optional<Contract> contract)
{
    return isAmong(whom.positions, toCode(position)) && says(whom.words, title) && (whom.contracts.empty() || (contract && isAmong(whom.contracts, toCode(*contract))));
}

}

std::vector<OccupationLine> occupationsOf(SchoolFile& file, Date on, Position position, const std::string& title, std::optional<Contract> contract)
{
    std::vector<OccupationLine> lines;
    for (const auto& reference : file.rules().model().references) {
        if (!reference.of || !isAbout(*reference.of, position, title, contract))
            continue;
        if (const auto* value = rules::inForce(reference.values, on))
            lines.push_back({reference.name.vi, value->what.vi, value->cite.brief, value->certain, value->uncertain ? value->uncertain->vi : std::string()});
    }
    return lines;
}

}
