// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ratio.h"
#include "documents/builders/lists.h"
#include "documents/builders/registration_list.h"
#include "documents/compose.h"
#include "services/award/decision_service.h"
#include "services/law/honours.h"
#include "services/law/list_order.h"
#include "domain/registration.h"
#include "services/papers/paper_views.h"
#include "services/people/people_lookup.h"
#include "services/review/nomination_service.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

/// How often each honour stands in the lines: "Lao động tiên tiến: 24 cá nhân".
std::vector<std::string> totals(const documents::Template& words, const std::vector<RegistrationListLine>& lines, std::string RegistrationListLine::*column)
{
    struct Count {
        std::string honour;
        bool collective;
        int count;
    };
    std::vector<Count> counts;
    for (const auto& line : lines)
        for (const auto& part : split(line.*column, ';')) {
            const auto name = normalised(part);
            const bool collective = !line.subject.person;
            const auto found = std::ranges::find_if(counts, [&](const auto& one) { return one.honour == name && one.collective == collective; });
            if (found == counts.end())
                counts.push_back({name, collective, 1});
            else
                ++found->count;
        }
    std::vector<std::string> texts;
    for (const auto& one : counts)
        texts.push_back(words.text("honour-total", {{"honour", one.honour}, {"count", std::int64_t{one.count}}, {"collectives", std::int64_t{one.collective}}}));
    return texts;
}

/// "Chủ tịch UBND huyện …": narrow columns of lists use the usual abbreviation; titles and running text never do.
std::string abbreviated(const documents::Template& words, std::string issuer)
{
    const auto whole = words.text("long-agency");
    if (const auto at = issuer.find(whole); at != std::string::npos)
        issuer.replace(at, whole.size(), words.text("short-agency"));
    return issuer;
}

/// What the council decided, where it turned the nominee down; else what the rules say.
std::string resultOf(const documents::Template& words, const NominationRow& row)
{
    if (row.nomination.state != NominationState::NotPassed)
        return text::label("verdict", rules::toCode(row.verdict.verdict));
    const auto slash = row.votes.find('/');
    if (slash == std::string::npos)
        return words.text("not-passed");
    const int inFavour = std::stoi(row.votes.substr(0, slash)), members = std::stoi(row.votes.substr(slash + 1));
    return words.text("not-passed", {{"votes", twoFigures(inFavour) + "/" + twoFigures(members)}, {"share", percentOnPaper(percentText({inFavour, members}, 2))}});
}

std::string onLines(const std::string& names)
{
    std::vector<std::string> parts;
    for (const auto& part : split(names, ';'))
        parts.push_back(normalised(part));
    return join(parts, "\n");
}

}

Result<documents::Document> registrationListPaper(const PaperSource& source, const std::vector<RegistrationListLine>& lines, std::optional<Date> date)
{
    const auto& words = documents::shippedTemplate("registration-list");
    documents::RegistrationListView view{source.issuer(), source.year.year, date, {}, {}, {}, {}, {}, source.compiler(), source.signer()};
    bool late = false;
    const PeopleLookup people(source.reader, source.yearId);
    for (const auto& line : lines) {
        documents::RegistrationRow row{line.salutation, words.text("line.name", {{"name", people.view(line.subject).namedOnPaper(line.name)}, {"late", std::int64_t{line.late}}}), line.post, onLines(line.titles), onLines(line.forms)};
        late = late || line.late;
        (line.subject.person ? view.persons : view.collectives).push_back(std::move(row));
    }
    view.emulationTotals = totals(words, lines, &RegistrationListLine::titles);
    view.rewardTotals = totals(words, lines, &RegistrationListLine::forms);
    view.note = words.text("note", {{"late", std::int64_t{late}}});
    return documents::registrationList(view, words);
}

Result<documents::Document> handedInListPaper(const PaperSource& source, RegistrationListId id)
{
    TD_TRY(const auto list, need<RegistrationList>(source.reader, id));
    std::vector<RegistrationListLine> lines;
    for (const auto& line : repo::lines(source.reader, id))
        lines.push_back(line.data);
    return registrationListPaper(source, lines, list.data.handedInOn);
}

Result<documents::Document> nominationListPaper(const PaperSource& source)
{
    TD_TRY(const auto board, NominationService(source.file).board(source.yearId));
    if (board.rows.empty())
        return fail(ErrorCode::NotFound, "paper.no-nominations", {source.year.year.screen()});
    const auto& words = documents::shippedTemplate("nomination-list");
    documents::NominationListView view{source.issuer(), source.year.year, std::nullopt, {}, {}, source.compiler(), source.signer()};
    auto rows = board.rows;
    std::ranges::sort(rows, {}, [&source](const auto& row) {
        return listPlace(source.reader, source.file.rules(), row.nomination.subject, row.nomination.honour, row.nomination.name);
    });
    const PeopleLookup people(source.reader, source.yearId);
    for (const auto& row : rows) {
        if (view.groups.empty() || view.groups.back().title != row.honourName)
            view.groups.push_back({row.honourName, {}});
        documents::NominationRow line{people.view(row.nomination.subject).namedOnPaper(row.nomination.name), row.nomination.post, row.honourName, resultOf(words, row), {},
                                      !row.nomination.subject.person, row.nomination.state == NominationState::NotPassed};
        for (const auto& finding : row.verdict.findings)
            if (finding.outcome == rules::Outcome::Fail || finding.outcome == rules::Outcome::Unknown)
                line.missing.push_back(words.text("finding", {{"finding", finding.label.vi}, {"citation", finding.citation.brief}}));
        if (!row.nomination.overrideReason.empty())
            line.missing.push_back(words.text("override", {{"reason", row.nomination.overrideReason}}));
        view.groups.back().rows.push_back(std::move(line));
    }
    for (const auto& quota : board.quotas)
        if (!quota.within)
            view.note += words.text("quota", {{"quota", quota.title}, {"count", std::int64_t{quota.count}}, {"allowed", std::int64_t{quota.allowed}},
                                              {"quota.basis", quota.basis}, {"citation", quota.citation}});
    return documents::nominationList(view, words);
}

Result<documents::Document> awardListPaper(const PaperSource& source)
{
    TD_TRY(const auto awards, DecisionService(source.file).awards(source.yearId));
    if (awards.empty())
        return fail(ErrorCode::NotFound, "paper.no-awards", {source.year.year.screen()});
    const auto& words = documents::shippedTemplate("award-list");
    documents::StaffAwardListView view{source.issuer(), source.year.year, std::nullopt, {}, {}, {}, source.compiler(), source.signer()};
    const PeopleLookup people(source.reader, source.yearId);
    for (const auto& award : awards) {
        auto& groups = award.subject.person ? view.persons : view.collectives;
        if (groups.empty() || groups.back().title != award.honourName)
            groups.push_back({award.honourName, {}});
        groups.back().rows.push_back({people.view(award.subject).namedOnPaper(award.name), award.post, award.honourName,
                                      words.text("decision", {{"number", award.decisionNumber}, {"date", award.decidedOn ? documents::shortDate(*award.decidedOn) : std::string()},
                                                              {"issuer", abbreviated(words, award.issuer)}}),
                                      {}});
        const auto known = std::ranges::find(view.references, award.decisionNumber, [](const auto& reference) { return reference.number.number + "/" + reference.number.symbol; });
        if (known == view.references.end()) {
            const auto slash = award.decisionNumber.find('/');
            view.references.push_back({words.text("decision-kind"), {award.decisionNumber.substr(0, slash), slash == std::string::npos ? std::string() : award.decisionNumber.substr(slash + 1)},
                                       award.decidedOn, award.issuer});
        }
    }
    return documents::staffAwardList(view, words);
}

bool anybodyNominated(Reader& reader, SchoolYearId year)
{
    return !repo::nominations(reader, year).empty();
}

}
