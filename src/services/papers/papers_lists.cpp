// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/first_letter.h"
#include "base/ratio.h"
#include "documents/builders/achievement_report.h"
#include "base/text_util.h"
#include "documents/builders/contest_papers.h"
#include "documents/builders/lists.h"
#include "documents/builders/registration_list.h"
#include "documents/compose.h"
#include "services/award/decision_service.h"
#include "services/follow/contest_rows.h"
#include "services/law/honours.h"
#include "services/law/list_order.h"
#include "domain/dossier.h"
#include "domain/nomination.h"
#include "domain/paper_lines.h"
#include "domain/registration.h"
#include "services/papers/paper_registry.h"
#include "services/papers/paper_views.h"
#include "services/people/people_lookup.h"
#include "services/review/dossier_service.h"
#include "services/review/nomination_service.h"
#include "services/review/report_service.h"
#include "storage/repo/dossier_repo.h"
#include "storage/repo/year_numbers.h"
#include "text/messages.h"

#include <algorithm>
#include <limits>

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
    if (row.nomination.state == NominationState::ForCorrection)
        return text::label("nomination-state", toCode(row.nomination.state));
    if (row.nomination.state != NominationState::NotPassed && row.nomination.state != NominationState::Lowered)
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
                                      !row.nomination.subject.person, row.nomination.state == NominationState::NotPassed || row.nomination.state == NominationState::Lowered};
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

// The call of a contest and the list of its results.

namespace {

Result<ContestRow> readContest(const PaperSource& source, ContestId id)
{
    TD_TRY(const auto contest, need<Contest>(source.reader, id));
    return contestRow(source.reader, PeopleLookup(source.reader, contest.data.year), contest);
}

/// By the mark, the best first; equals in the order of their codes.
std::vector<const ContestEntryRow*> byMark(const ContestRow& row)
{
    std::vector<const ContestEntryRow*> entries;
    for (const auto& entry : row.entries)
        entries.push_back(&entry);
    std::ranges::stable_sort(entries, {}, [](const auto* entry) { return entry->standing.rank == 0 ? std::numeric_limits<int>::max() : entry->standing.rank; });
    return entries;
}

documents::ContestLine lineOf(const ContestEntryRow& entry, const PeopleLookup& people)
{
    documents::ContestLine line;
    std::vector<std::string> names, units;
    for (const auto& author : entry.authors) {
        const auto view = people.view(author.subject);
        names.push_back(view.namedOnPaper(view.name));
        if (const auto unit = author.subject.person ? PeopleLookup::postAndUnit(view) : std::string(); !unit.empty() && std::ranges::find(units, unit) == units.end())
            units.push_back(unit);
    }
    line.name = join(names, "\n");
    line.unit = join(units, "\n");
    line.title = entry.entry.title;
    line.mark = entry.standing.mean ? markText(*entry.standing.mean) : std::string();
    return line;
}

}

Result<documents::Document> contestCallPaper(const PaperSource& source, ContestId id)
{
    TD_TRY(const auto row, readContest(source, id));
    const auto& contest = row.contest;
    documents::ContestCallView view;
    view.paper.issuer = source.issuer();
    view.paper.signer = source.signer();
    view.paper.date = contest.from;
    view.paper.recipients = documents::shippedTemplate("contest-call").lines("recipients");
    view.name = contest.name;
    view.year = source.year.year;
    view.theme = contest.theme;
    view.campaign = row.campaignName;
    view.participants = linesOf(contest.participants);
    view.rules = linesOf(contest.rules);
    view.from = contest.from;
    view.closesOn = contest.closesOn;
    view.judgedOn = contest.judgedOn;
    view.maxMark = markText(contest.maxMark);
    view.step = markText(contest.step);
    view.judges = static_cast<int>(row.judges.size());
    for (const auto& prize : row.prizes)
        view.prizes.push_back({prize.data.name, prize.data.quantity});
    return documents::contestCall(view);
}

Result<documents::Document> contestResultsPaper(const PaperSource& source, ContestId id)
{
    TD_TRY(const auto row, readContest(source, id));
    if (row.prizesGiven() == 0)
        return fail(ErrorCode::NotFound, "contest.no-prizes", {row.contest.name});
    documents::ContestResultsView view{source.issuer(), lowerFirst(row.contest.name), source.year.year, row.contest.confirmedOn, {}, source.compiler(), source.signer()};
    const PeopleLookup people(source.reader, row.contest.year);
    const auto entries = byMark(row);
    const auto group = [&](const std::string& name, const std::optional<ContestPrizeId>& prize) {
        documents::ContestGroup made{name, {}};
        for (const auto* entry : entries)
            if (entry->entry.prize == prize)
                made.lines.push_back(lineOf(*entry, people));
        if (!made.lines.empty())
            view.groups.push_back(std::move(made));
    };
    for (const auto& prize : row.prizes)
        group(prize.data.name, prize.id);
    group({}, std::nullopt);
    return documents::contestResults(view);
}

std::vector<std::string> opinionLines(const PaperSource& source, const documents::Template& words, const std::vector<NominationId>& of)
{
    std::vector<std::string> lines;
    for (const auto& sum : opinionSums(source.reader, source.yearId, of))
        lines.push_back(words.text("opinion-line", {{"body", text::label("opinion-body", toCode(sum.body))}, {"for", std::int64_t{sum.inFavour}}, {"remarks", std::int64_t{sum.remarks}},
                                                    {"against", std::int64_t{sum.against}}, {"names", sum.others}}));
    return lines;
}

/// As it was written; before that as the file offers it.
Result<documents::Document> achievementReportPaper(const PaperSource& source, NominationId id)
{
    TD_TRY(const auto nomination, need<Nomination>(source.reader, id));
    TD_TRY(const auto report, ReportService(source.file).report(id));
    const auto& data = nomination.data;
    const auto& rules = source.file.rules();
    documents::AchievementReportView view{source.issuer(), report.writtenOn, honourName(rules, data.honour).value_or(data.honour), data.name, data.subject.collective.has_value(),
                                          !isTitle(rules, data.honour), storage::repo::yearNumber(source.reader, data.year).value_or(source.year.year), linesOf(report.about), linesOf(report.achievements), linesOf(report.honours),
                                          source.signer()};
    return documents::achievementReport(view);
}

void listReports(PaperLister& list)
{
    for (const auto& report : repo::reportsOfYear(list.reader, list.year->id))
        if (const auto nomination = list.reader.find<Nomination>(report.data.nomination); nomination && nomination->data.state != NominationState::Withdrawn)
            list.add(PaperKind::AchievementReport, nomination->id.value(), list.year->data.year,
                     nomination->data.name + ", " + honourName(list.rules, nomination->data.honour).value_or(nomination->data.honour));
}

}
