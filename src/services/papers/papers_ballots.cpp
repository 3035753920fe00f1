// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/ballots.h"
#include "services/follow/quota_board.h"
#include "services/papers/paper_views.h"
#include "services/review/council_service.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

/// How many the rules let through, as the ballot says it; nothing where there is no sure limit.
std::string limitOf(const documents::Template& words, const std::vector<QuotaLine>& quotas, const MeetingDetail& detail, const std::string& honourName)
{
    const auto row = std::ranges::find(detail.tallies, honourName, &TallyRow::honourName);
    const auto quota = std::ranges::find_if(quotas, [&](const auto& one) { return row != detail.tallies.end() && one.honour == row->honour && one.id != "managers"; });
    if (quota == quotas.end() || !quota->certain)
        return {};
    return words.text("limit", {{"count", std::int64_t{quota->allowed}}, {"quota.basis", quota->basis}, {"citation", quota->citation}});
}

}

Result<documents::Document> ballotsPaper(const PaperSource& source, MeetingId id)
{
    TD_TRY(const auto detail, CouncilService(source.file).meeting(id));
    if (detail.tallies.empty())
        return fail(ErrorCode::NotFound, "paper.no-ballots");
    const auto& words = documents::shippedTemplate("ballots");
    const auto quotas = nominationQuotas(source.reader, source.file.rules(), source.yearId);
    documents::Document all;
    std::vector<std::string> honours;
    for (const auto& row : detail.tallies)
        if (std::ranges::find(honours, row.honourName) == honours.end())
            honours.push_back(row.honourName);
    for (const auto& honour : honours) {
        documents::BallotsView view;
        view.issuer = source.councilIssuer(detail.council.council.kind);
        view.date = detail.meeting.heldOn;
        view.subject = words.text("subject", {{"honour", honour}, {"year", source.year.year.paper()}});
        view.limit = limitOf(words, quotas, detail, honour);
        view.copies = std::max(1, detail.present);
        for (const auto& row : detail.tallies)
            if (row.honourName == honour) {
                view.candidates.push_back({row.nameOnPaper, row.post});
                if (row.collective)
                    view.subjects = documents::BallotsView::Subjects::Collectives;
            }
        auto ballots = documents::ballots(view, words);
        if (all.parts.empty()) {
            all = std::move(ballots);
        } else {
            std::ranges::move(ballots.parts, std::back_inserter(all.parts));
            std::ranges::move(ballots.gaps, std::back_inserter(all.gaps));
        }
    }
    all.title = words.text("file", {{"subject", detail.meeting.title}});
    return all;
}

}
