// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/ballots.h"

#include <algorithm>

namespace thidua::documents {

Document ballots(const BallotsView& view, const Template& words)
{
    const Fields whom{{"persons", std::int64_t{view.subjects == BallotsView::Subjects::Persons}},
                      {"initiatives", std::int64_t{view.subjects == BallotsView::Subjects::Initiatives}}, {"aside", std::int64_t{view.notToAll}}};
    Composer composer(words, words.text("file", {{"subject", view.subject}}), view.issuer);
    Ballot ballot;
    ballot.head = composer.head(view.issuer);
    ballot.head.placeDate = composer.dateLine(view.issuer, view.date);
    ballot.title = words.text("type", whom);
    ballot.subject = composer.need(view.subject, "subject");
    ballot.instruction = words.text("instruction", whom);
    ballot.nameHeader = words.text("name-header", whom);
    const bool posts = std::ranges::any_of(view.candidates, [](const auto& one) { return !one.position.empty(); });
    ballot.positionHeader = posts ? words.text("position-header", whom) : std::string();
    ballot.candidates = view.candidates;
    if (ballot.candidates.empty())
        ballot.candidates.push_back({composer.need(std::string(), "candidates"), {}});
    ballot.notes = words.lines("notes", whom);
    ballot.copies = std::max(1, view.copies);
    composer.add(std::move(ballot));
    auto document = composer.finish();
    document.parts.back().numbered = false;
    return document;
}

}
