// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates, scoring sheets and their summary, the ledger of initiatives.
#include "documents/builders/initiative_papers.h"
#include "documents/compose.h"
#include "domain/decision.h"
#include "domain/initiative.h"
#include "domain/meeting.h"
#include "services/follow/initiative_ledger.h"
#include "services/follow/score_rows.h"
#include "services/papers/issued_paper.h"
#include "services/papers/paper_views.h"
#include "services/people/people_lookup.h"
#include "services/review/council_rows.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

std::string gradeText(const std::optional<InitiativeGrade>& grade)
{
    return grade ? text::label("initiative-grade", toCode(*grade)) : std::string();
}

/// Those that the school scores by.
std::vector<ScoreCriterion> criteriaOf(const rules::InitiativeScoring& rule)
{
    std::vector<ScoreCriterion> all;
    for (const auto& one : scoreCriteria())
        if (rule.byPoints && rule.*one.most > 0)
            all.push_back(one);
    return all;
}

documents::ScoreSheetView sheetView(const ScoreBoard& board, const ScoredInitiative& row, const ScoreSheet* sheet)
{
    documents::ScoreSheetView view{row.title, row.authors, row.field, {}, {}, {}, {}, {}};
    const auto* mark = sheet != nullptr && sheet->mark ? &*sheet->mark : nullptr;
    if (sheet != nullptr)
        view.scorer = sheet->name;
    for (const auto& one : criteriaOf(board.rule))
        view.criteria.push_back({text::label("initiative-criterion", one.code), std::to_string(board.rule.*one.most), mark != nullptr ? pointsText(mark->*one.points) : std::string()});
    if (mark == nullptr)
        return view;
    if (board.rule.byPoints)
        view.total = pointsText(mark->total());
    view.grade = gradeText(scoreOf(board.rule, {*mark}).grade);
    view.remark = mark->remark;
    return view;
}

std::vector<std::string> meansOf(const ScoreBoard& board, const ScoredInitiative& row)
{
    std::vector<InitiativeMark> marks;
    for (const auto& sheet : row.sheets)
        if (sheet.mark)
            marks.push_back(*sheet.mark);
    std::vector<std::string> means;
    if (board.rule.byPoints) {
        for (const auto& one : criteriaOf(board.rule)) {
            long long sum = 0;
            for (const auto& mark : marks)
                sum += mark.*one.points;
            const auto count = static_cast<long long>(marks.size());
            means.push_back(marks.empty() ? std::string() : meanText(static_cast<int>((20 * sum + count) / (2 * count))));
        }
        return means;
    }
    for (const auto grade : {InitiativeGrade::A, InitiativeGrade::B, InitiativeGrade::C})
        means.push_back(marks.empty() ? std::string() : std::to_string(std::ranges::count(marks, std::optional(grade), &InitiativeMark::grade)));
    return means;
}

std::vector<std::string> columnsOf(const ScoreBoard& board)
{
    std::vector<std::string> columns;
    for (const auto& one : criteriaOf(board.rule))
        columns.push_back(text::message("score.column", {text::label("initiative-criterion", one.code), std::to_string(board.rule.*one.most)}));
    if (!board.rule.byPoints)
        for (const auto grade : {InitiativeGrade::A, InitiativeGrade::B, InitiativeGrade::C})
            columns.push_back(gradeText(grade));
    return columns;
}

/// One author's certificate of one initiative that the decision recognises.
documents::CertificateView certificateOf(const PaperSource& source, const PeopleLookup& people, const Stored<Initiative>& initiative, const std::vector<Stored<InitiativeAuthor>>& authors,
                                         const InitiativeAuthor& author)
{
    const auto view = people.view(SubjectRef::of(author.person));
    documents::CertificateView one{view.salutation, view.namedOnPaper(view.name), PeopleLookup::postAndUnit(view), initiative.data.title, initiative.data.field,
                                   initiative.data.description, author.share, {}, {}};
    std::vector<std::string> others;
    for (const auto& other : authors)
        if (other.data.person != author.person) {
            const auto name = people.view(SubjectRef::of(other.data.person));
            others.push_back(text::message("score.author-share", {name.namedOnPaper(name.name), std::to_string(other.data.share)}));
        }
    one.others = join(others, ", ");
    if (const auto score = keptScore(source.reader, source.file.rules(), initiative.id))
        one.grade = gradeText(score->grade);
    return one;
}

}

Result<documents::Document> certificatesPaper(const PaperSource& source, DecisionId id)
{
    TD_TRY(const auto decision, need<Decision>(source.reader, id));
    if (decision.data.kind != DecisionKind::RecogniseInitiatives || !decision.data.number.number)
        return fail(ErrorCode::WrongState, "paper.no-certificates", {decision.data.title});
    if (decision.data.state != DecisionState::Issued)
        return fail(ErrorCode::WrongState, "correction.not-in-force", {decision.data.number.text()});
    const auto& words = documents::shippedTemplate("initiative-certificate");
    documents::CertificatesView view{source.paper(PaperKind::Decision, decision.data), source.headOfSchool(),
                                     referenceTo(documents::shippedTemplate("decision").text("kind"), decision.data.number), source.year.year, {}};
    const PeopleLookup people(source.reader, source.yearId);
    for (const auto& line : repo::lines(source.reader, id)) {
        const auto initiative = line.data.initiative ? source.reader.find<Initiative>(*line.data.initiative) : std::nullopt;
        if (!initiative)
            continue;
        const auto authors = repo::authors(source.reader, initiative->id);
        for (const auto& author : authors)
            view.certificates.push_back(certificateOf(source, people, *initiative, authors, author.data));
    }
    return documents::certificates(view, words);
}

Result<documents::Document> scoreSheetsPaper(const PaperSource& source, MeetingId id)
{
    TD_TRY(const auto board, scoreBoard(source.reader, source.file.rules(), id));
    documents::ScoreSheetsView view{source.councilIssuer(CouncilKind::Initiative), source.year.year, board.title, std::to_string(board.rule.most()), {}};
    for (const auto& row : board.rows) {
        const bool any = row.score.sheets > 0;
        for (const auto& sheet : row.sheets)
            if (sheet.mark)
                view.sheets.push_back(sheetView(board, row, &sheet));
        if (!any && !board.closed)
            view.sheets.push_back(sheetView(board, row, nullptr));
    }
    if (view.sheets.empty())
        return fail(ErrorCode::NotFound, "paper.no-sheets", {board.title});
    return documents::scoreSheets(view);
}

Result<documents::Document> scoreSummaryPaper(const PaperSource& source, MeetingId id)
{
    TD_TRY(const auto board, scoreBoard(source.reader, source.file.rules(), id));
    TD_TRY(const auto detail, meetingDetail(source.reader, source.file.rules(), id));
    if (std::ranges::none_of(board.rows, [](const auto& row) { return row.score.sheets > 0; }))
        return fail(ErrorCode::NotFound, "paper.no-sheets", {board.title});
    const auto& words = documents::shippedTemplate("score-summary");
    documents::ScoreSummaryView view{source.councilIssuer(CouncilKind::Initiative), source.year.year, board.title, board.heldOn, columnsOf(board), {}, {}, {}};
    for (const auto& row : board.rows)
        view.rows.push_back({row.title, row.authors, row.posts, meansOf(board, row), row.score.sheets, row.score.mean ? meanText(*row.score.mean) : std::string(),
                             gradeText(row.score.grade), row.votes, !row.passes ? std::string() : words.text(*row.passes ? "passed" : "not-passed")});
    if (const auto* secretary = keepingMinutes(detail))
        view.secretary.name = secretary->plainName;
    if (const auto* chair = presiding(detail))
        view.chair.name = chair->plainName;
    return documents::scoreSummary(view, words);
}

Result<documents::Document> initiativeLedgerPaper(const PaperSource& source)
{
    TD_TRY(const auto lines, InitiativeLedger(source.file).lines());
    if (lines.empty())
        return fail(ErrorCode::NotFound, "paper.no-initiatives");
    const auto& words = documents::shippedTemplate("initiative-ledger");
    documents::InitiativeLedgerView view{source.issuer(), {}, source.compiler(), source.signer(), source.file.clock().today()};
    for (const auto& line : lines) {
        const auto& known = line.recognition;
        view.rows.push_back({line.author, line.title, line.year.paper(),
                             !known.recognisedAt ? text::label("initiative-state", toCode(known.state))
                                                 : words.text("recognition", {{"level", text::label("recognition-level", toCode(*known.recognisedAt))}, {"number", known.decisionNumber},
                                                                              {"day", known.decidedOn ? documents::shortDate(*known.decidedOn) : std::string()}}),
                             known.scope ? text::label("recognition-level", toCode(*known.scope)) : std::string(),
                             line.usedForName.empty() ? std::string()
                                                      : words.text("used", {{"title", line.usedForName}, {"used-in", line.usedIn ? line.usedIn->paper() : std::string()}}),
                             line.validUntil ? documents::shortDate(*line.validUntil) : std::string()});
    }
    return documents::initiativeLedger(view, words);
}

}
