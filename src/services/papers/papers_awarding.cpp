// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/decision.h"
#include "documents/builders/submission.h"
#include "domain/decision.h"
#include "domain/meeting.h"
#include "domain/submission.h"
#include "services/law/honours.h"
#include "services/papers/paper_views.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

documents::PaperView decisionFrame(const PaperSource& source, const Decision& decision)
{
    auto view = source.paper(PaperKind::Decision, decision);
    view.recipients = linesOf(decision.recipients);
    return view;
}

std::vector<std::string> basisOf(const Decision& decision, const documents::Template& words, const std::string& school)
{
    auto basis = linesOf(decision.bases);
    const auto begins = words.text("proposed.begins");
    if (std::ranges::any_of(basis, [&begins](const auto& line) { return line.starts_with(begins); }))
        return basis;
    auto proposer = decision.proposer;
    if (proposer.empty() && words.has("proposer.usual"))
        proposer = words.text("proposer.usual", {{"school", school}});
    if (!proposer.empty())
        basis.push_back(words.text("proposed", {{"proposer", proposer}}));
    return basis;
}

documents::Document councilPaper(const PaperSource& source, const Decision& decision, const std::vector<Stored<DecisionLine>>& lines)
{
    const auto& words = documents::shippedTemplate("decision-council");
    documents::CouncilDecisionView view{decisionFrame(source, decision), source.headOfSchool(), {}, source.year.year, basisOf(decision, words, source.school.name), {}, {},
                                        words.text("executors")};
    if (const auto council = decision.council ? source.reader.find<Council>(*decision.council) : std::nullopt)
        view.council = council->data.name;
    for (const auto& line : lines)
        view.members.push_back({line.data.name, line.data.post, line.data.text});
    return documents::councilDecision(view, words);
}

documents::Document initiativesPaper(const PaperSource& source, const Decision& decision, const std::vector<Stored<DecisionLine>>& lines)
{
    const auto& words = documents::shippedTemplate("decision-initiatives");
    documents::InitiativeDecisionView view{decisionFrame(source, decision), source.headOfSchool(), source.year.year, basisOf(decision, words, source.school.name), {},
                                           words.text("executors")};
    for (const auto& line : lines)
        view.initiatives.push_back({line.data.name, line.data.post, line.data.text, words.text("scope")});
    return documents::initiativeDecision(view, words);
}

/// How many stand for each honour.
struct HonourCount {
    std::string honour;
    bool collective;
    int count;
};
std::vector<HonourCount> countsByHonour(const rules::Catalogue& catalogue, const std::vector<Stored<SubmissionLine>>& lines)
{
    std::vector<HonourCount> counts;
    for (const auto& line : lines) {
        const auto name = honourName(catalogue, line.data.honour).value_or(line.data.honour);
        const auto found = std::ranges::find(counts, name, &HonourCount::honour);
        if (found == counts.end())
            counts.push_back({name, !line.data.subject.person, 1});
        else
            ++found->count;
    }
    return counts;
}

std::vector<documents::Fields> honourFields(const rules::Catalogue& catalogue, const std::vector<Stored<SubmissionLine>>& lines)
{
    std::vector<documents::Fields> rows;
    for (const auto& one : countsByHonour(catalogue, lines))
        rows.push_back({{"honour", one.honour}, {"count", std::int64_t{one.count}}, {"collectives", std::int64_t{one.collective}}});
    return rows;
}

documents::SubmissionAppendix appendixOf(const PaperSource& source, const documents::Template& words, const std::vector<Stored<SubmissionLine>>& lines)
{
    documents::SubmissionAppendix appendix;
    appendix.title = words.lines("appendix-title", {{"year", source.year.year.paper()}});
    for (const auto& line : lines) {
        const auto name = honourName(source.file.rules(), line.data.honour).value_or(line.data.honour);
        if (appendix.groups.empty() || appendix.groups.back().title != name)
            appendix.groups.push_back({name, {}});
        appendix.groups.back().rows.push_back({line.data.name, line.data.post, line.data.inFavour, line.data.members, line.data.achievement});
    }
    appendix.total = words.text("totals", {{"honours", honourFields(source.file.rules(), lines)}});
    return appendix;
}

/// "Ngày 27 tháng 5 năm 2022, Hội đồng … đã họp xét và bỏ phiếu kín …": what every submission tells of the meeting.
std::string opening(const PaperSource& source, const documents::Template& words, const Submission& submission)
{
    const auto meeting = submission.meeting ? source.reader.find<Meeting>(*submission.meeting) : std::nullopt;
    if (!meeting)
        return words.text("opening-plain", {{"school", source.school.name}, {"year", source.year.year.paper()}});
    int members = 0, present = 0;
    for (const auto& row : repo::attendance(source.reader, meeting->id)) {
        ++members;
        present += row.data.present ? 1 : 0;
    }
    return words.text("opening", {{"day", meeting->data.heldOn.words()}, {"school", source.school.name}, {"present", std::int64_t{present}},
                                  {"members", std::int64_t{members}}});
}

}

Result<documents::Document> decisionPaper(const PaperSource& source, DecisionId id)
{
    TD_TRY(const auto decision, need<Decision>(source.reader, id));
    const auto lines = repo::lines(source.reader, id);
    if (!isOwn(decision.data.kind))
        return fail(ErrorCode::WrongState, "paper.outside-decision", {decision.data.outsideNumber});
    if (decision.data.kind == DecisionKind::EstablishCouncil)
        return councilPaper(source, decision.data, lines);
    if (decision.data.kind == DecisionKind::RecogniseInitiatives)
        return initiativesPaper(source, decision.data, lines);
    const auto& words = documents::shippedTemplate("decision");
    documents::DecisionView view{decisionFrame(source, decision.data), {decision.data.title}, source.headOfSchool(), basisOf(decision.data, words, source.school.name), {}, {}};
    for (const auto& article : linesOf(decision.data.articles))
        view.articles.push_back({article, {}, {}});
    return documents::decision(view, words);
}

Result<documents::Document> submissionPaper(const PaperSource& source, SubmissionId id)
{
    TD_TRY(const auto submission, need<Submission>(source.reader, id));
    const auto& data = submission.data;
    const auto lines = repo::lines(source.reader, id);
    const auto& words = documents::shippedTemplate("submission");
    documents::SubmissionView view;
    view.paper = source.paper(PaperKind::Submission, data);
    view.paper.recipients = linesOf(data.recipients);
    view.subject = {data.title};
    view.addressees = linesOf(data.addressees);
    view.basis = linesOf(data.bases);
    view.opening = linesOf(data.body);
    if (view.opening.empty())
        view.opening = {opening(source, words, data)};
    view.requests = {{words.text("request", {{"conferring-head", source.school.conferringHead}}),
                      words.lines("request-items", {{"honours", honourFields(source.file.rules(), lines)}}), words.text("request-remark")}};
    view.closing = words.text("closing", {{"school", source.school.name}, {"addressees", linesOf(data.addressees)}, {"conferring-head", source.school.conferringHead}});
    view.appendices = {appendixOf(source, words, lines)};
    return documents::submission(view, words);
}

}
