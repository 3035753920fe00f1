// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/vote_table.h"
#include "documents/compose.h"

#include <algorithm>

namespace thidua::documents {
namespace {

constexpr std::size_t kSignersInRow = 3;

/// A member does not vote on a line of his own: on the sheet that carries several lines, that one counts fewer ballots.
bool countsFewer(const VoteGroup& group)
{
    const auto [least, most] = std::ranges::minmax(group.rows, {}, &VoteRow::issued);
    return !group.sheets.empty() && least.issued < most.issued;
}

/// The head first; more than three stand in rows.
void addSigners(const CountMinutesView& view, Composer& composer)
{
    auto signers = view.signers;
    if (signers.empty())
        signers.resize(1);
    for (std::size_t first = 0; first < signers.size(); first += kSignersInRow) {
        Signature signature;
        for (std::size_t i = first; i < std::min(signers.size(), first + kSignersInRow); ++i) {
            signers[i].office = composer.words().lines(i == 0 ? "head-office" : "member-office");
            signature.signers.push_back(composer.signer(signers[i], "signer"));
        }
        composer.add(std::move(signature));
    }
}

}

Document countMinutes(const CountMinutesView& view, const Template& words)
{
    Composer composer(words, words.text("file", {{"subject", view.subject}}), view.issuer);
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{words.text("type"), {composer.need(view.subject, "subject")}, {}});
    const auto tellers = composer.need(view.vote.tellers, "tellers");
    composer.paragraph(words.text("opening", {{"date", view.date ? view.date->words() : composer.need(std::string(), "date")},
                                              {"venue", composer.need(view.venue, "venue")}, {"council", composer.need(view.council, "council")},
                                              {"count", figure(view.vote.tellers.size())}}));
    for (std::size_t i = 0; i < tellers.size(); ++i)
        composer.paragraph(words.text("teller-line", {{"teller", tellers[i]}, {"last", std::int64_t{i + 1 == tellers.size()}}}));
    composer.paragraph(words.text("counted"));
    composer.paragraph(words.text("voters"), Level::Heading);
    addVoters(view.vote, composer);
    addThresholds(view.vote, composer);
    composer.paragraph(words.text("result"), Level::Heading);
    composer.add(countTable(view.vote, composer));
    if (std::ranges::any_of(view.vote.groups, countsFewer))
        composer.add(Note{words.text("fewer")});
    std::size_t lines = 0, passed = 0;
    for (const auto& group : view.vote.groups) {
        lines += group.rows.size();
        passed += static_cast<std::size_t>(std::ranges::count(group.rows, true, &VoteRow::passed));
    }
    composer.paragraph(words.text("summary", {{"lines", figure(lines)}, {"passed", figure(passed)}, {"failed", figure(lines - passed)}}));
    composer.paragraph(words.text("closing"));
    addSigners(view, composer);
    return composer.finish();
}

}
