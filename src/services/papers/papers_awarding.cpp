// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/decision.h"
#include "documents/builders/submission.h"
#include "domain/council_charge.h"
#include "domain/decision.h"
#include "domain/meeting.h"
#include "domain/submission.h"
#include "rules/council_seats.h"
#include "rules/overview.h"
#include "services/follow/quota_board.h"
#include "services/follow/score_rows.h"
#include "services/law/honours.h"
#include "services/papers/issued_paper.h"
#include "services/papers/paper_drafting.h"
#include "services/papers/paper_findings.h"
#include "services/papers/paper_views.h"
#include "services/people/people_lookup.h"
#include "services/review/council_following.h"
#include "services/review/council_founding.h"
#include "text/messages.h"

#include <algorithm>
#include <map>

namespace thidua::services {

using namespace domain;

namespace {

documents::PaperView decisionFrame(const PaperSource& source, const Decision& decision)
{
    auto view = source.paper(PaperKind::Decision, decision);
    view.recipients = linesOf(decision.recipients);
    return view;
}

/// `usual`: who proposes by custom stands there when the decision does not say it.
std::vector<std::string> basisOf(const Decision& decision, const documents::Template& words, const std::string& school, bool usual = true)
{
    auto basis = linesOf(decision.bases);
    const auto begins = words.text("proposed.begins");
    if (std::ranges::any_of(basis, [&begins](const auto& line) { return line.starts_with(begins); }))
        return basis;
    auto proposer = decision.proposer;
    if (usual && proposer.empty() && words.has("proposer.usual"))
        proposer = words.text("proposer.usual", {{"school", school}});
    if (!proposer.empty())
        basis.push_back(words.text("proposed", {{"proposer", proposer}}));
    return basis;
}

/// “Quyết định số 22/QĐ-THMĐ ngày …”, when this one takes its place.
std::string replacedBy(const PaperSource& source, const Decision& decision)
{
    const auto old = decision.replaces ? source.reader.find<Decision>(*decision.replaces) : std::nullopt;
    if (!old || !old->data.number.issuedOn)
        return {};
    return referenceTo(documents::shippedTemplate("decision").text("kind"), old->data.number);
}

/// What each member follows, in the order of the list; `title` says post and unit.
std::vector<documents::ChargeView> chargesOf(const PaperSource& source, const std::optional<CouncilId>& council, const std::map<PersonId, std::string>& titles)
{
    std::vector<documents::ChargeView> views;
    if (!council)
        return views;
    const PeopleLookup people(source.reader, source.yearId);
    std::optional<PersonId> last;
    for (const auto& row : repo::charges(source.reader, *council)) {
        const auto what = chargeWords(source.reader, row.data.collective, row.data.campaign);
        if (last == row.data.person) {
            views.back().charge += "; " + what;
            continue;
        }
        last = row.data.person;
        const auto view = people.view(SubjectRef::of(row.data.person));
        const auto title = titles.find(row.data.person);
        views.push_back({view.namedOnPaper(view.name), title == titles.end() ? PeopleLookup::postAndUnit(view) : title->second, what});
    }
    return views;
}

documents::Document councilPaper(const PaperSource& source, const Decision& decision, const Council& council, const std::vector<DecisionLine>& lines,
                                 const std::optional<CouncilId>& id)
{
    const auto& words = documents::shippedTemplate("decision-council");
    documents::CouncilDecisionView view{decisionFrame(source, decision), source.headOfSchool(), {}, source.year.year, basisOf(decision, words, source.school.name), {}, {},
                                        words.text("executors")};
    view.council = council.name;
    if (const auto before = councilBefore(source.reader, council, id))
        if (const auto old = before->data.decision ? source.reader.find<Decision>(*before->data.decision) : std::nullopt; old && old->data.number.issuedOn)
            view.replaces = referenceTo(words.text("kind"), old->data.number);
    view.initiatives = council.kind == CouncilKind::Initiative;
    const PeopleLookup people(source.reader, source.yearId);
    for (const auto& line : lines)
        view.members.push_back({people.view(line.subject).namedOnPaper(line.name), line.post, line.text});
    std::map<PersonId, std::string> titles;
    for (const auto& line : lines)
        if (line.subject.person)
            titles.emplace(*line.subject.person, line.post);
    view.charges = chargesOf(source, id, titles);
    view.workingRules = linesOf(council.workingRules);
    return documents::councilDecision(view, words);
}

documents::Document initiativesPaper(const PaperSource& source, const Decision& decision, const std::vector<Stored<DecisionLine>>& lines)
{
    const auto& words = documents::shippedTemplate("decision-initiatives");
    // No council is named that there was not: then somebody has to say who proposed it.
    const bool council = !usualProposer(source.reader, source.school, source.yearId).empty();
    documents::InitiativeDecisionView view{decisionFrame(source, decision), source.headOfSchool(), source.year.year, basisOf(decision, words, source.school.name, council), {},
                                           words.text("executors"), replacedBy(source, decision)};
    const auto begins = words.text("proposed.begins");
    const bool proposed = std::ranges::any_of(view.basis, [&begins](const auto& line) { return line.starts_with(begins); });
    if (!proposed)
        view.basis.push_back(words.text("proposed", {{"proposer", std::string(documents::kMissing)}}));
    for (const auto& line : lines) {
        const auto score = line.data.initiative ? keptScore(source.reader, source.file.rules(), *line.data.initiative) : std::nullopt;
        const auto grade = score && score->grade ? text::label("initiative-grade", toCode(*score->grade)) : std::string();
        view.initiatives.push_back({line.data.name, line.data.post, line.data.text, words.text("scope", {{"grade", grade}})});
    }
    auto document = documents::initiativeDecision(view, words);
    if (!proposed)
        document.gaps.push_back({"proposer", words.label("proposer")});
    return document;
}

std::string nameOf(const rules::Catalogue& catalogue, const std::string& honour)
{
    return honourName(catalogue, honour).value_or(honour);
}

/// The head's own awards: an article for each honour, one list. Pupils, whom no council votes on, are spoken of in words of their own.
documents::Document conferralPaper(const PaperSource& source, const Decision& decision, const std::vector<Stored<DecisionLine>>& lines)
{
    const auto& words = documents::shippedTemplate(decision.ground ? "decision-commend" : "decision-confer");
    documents::ConferralView view{decisionFrame(source, decision), {decision.title}, source.headOfSchool(), source.year.year,
                                  basisOf(decision, words, source.school.name), {}, replacedBy(source, decision), {}};
    const PeopleLookup people(source.reader, source.yearId);
    for (const auto& line : lines) {
        const auto honour = nameOf(source.file.rules(), line.data.honour);
        if (view.groups.empty() || view.groups.back().honour != honour)
            view.groups.push_back({honour, {}});
        view.groups.back().rows.push_back({people.view(line.data.subject).namedOnPaper(line.data.name), line.data.post, line.data.text, !line.data.subject.person});
    }
    return documents::conferral(view, words);
}

/// How many stand for each honour: the fields of one item each.
std::vector<documents::Fields> honourFields(const rules::Catalogue& catalogue, const std::vector<SubmissionLine>& lines)
{
    std::vector<std::pair<std::string, std::vector<const SubmissionLine*>>> counts;
    for (const auto& line : lines) {
        const auto found = std::ranges::find(counts, line.honour, [](const auto& one) { return one.first; });
        if (found == counts.end())
            counts.push_back({line.honour, {&line}});
        else
            found->second.push_back(&line);
    }
    std::vector<documents::Fields> rows;
    for (const auto& [honour, of] : counts)
        rows.push_back({{"honour", nameOf(catalogue, honour)}, {"count", documents::figure(of.size())}, {"collectives", std::int64_t{!of.front()->subject.person}},
                        {"form", std::int64_t{!isTitle(catalogue, honour)}}});
    return rows;
}

documents::Fields kindsOf(const rules::Catalogue& catalogue, const std::vector<SubmissionLine>& lines)
{
    const auto titles = std::ranges::count_if(lines, [&catalogue](const auto& line) { return isTitle(catalogue, line.honour); });
    const auto persons = std::ranges::count_if(lines, [](const auto& line) { return line.subject.person.has_value(); });
    const auto all = static_cast<std::int64_t>(lines.size());
    return {{"titles", std::int64_t{titles}}, {"forms", all - std::int64_t{titles}}, {"persons", std::int64_t{persons}}, {"collectives", all - std::int64_t{persons}}};
}

documents::SubmissionAppendix appendixOf(const PaperSource& source, const documents::Template& words, const std::vector<SubmissionLine>& lines)
{
    documents::SubmissionAppendix appendix;
    auto fields = kindsOf(source.file.rules(), lines);
    appendix.kind = std::ranges::any_of(lines, [&source](const auto& line) { return isTitle(source.file.rules(), line.honour); }) ? documents::AppendixKind::Titles
                                                                                                                                  : documents::AppendixKind::Rewards;
    fields.values["year"] = source.year.year.paper();
    appendix.title = words.lines("appendix-title", fields);
    const PeopleLookup people(source.reader, source.yearId);
    for (const auto& line : lines) {
        const auto name = nameOf(source.file.rules(), line.honour);
        if (appendix.groups.empty() || appendix.groups.back().title != name)
            appendix.groups.push_back({name, {}});
        appendix.groups.back().rows.push_back({people.view(line.subject).namedOnPaper(line.name), line.post, line.inFavour, line.members, line.achievement});
    }
    appendix.total = words.text("totals", {{"honours", honourFields(source.file.rules(), lines)}});
    return appendix;
}

bool beginsWith(const std::vector<std::string>& beginnings, const std::string& text)
{
    return std::ranges::any_of(beginnings, [&text](const auto& begin) { return text.starts_with(begin); });
}

/// A Phòng examines and passes on; it decides nothing.
bool isAdvisory(const documents::Template& words, const std::string& body)
{
    return beginsWith(words.lines("advisory"), body);
}

/// Who decides on an honour beyond the body that the school submits to; empty where that one does.
std::string deciderOf(const PaperSource& source, const documents::Template& words, const std::string& honour, Date on)
{
    const auto info = rules::honourInfo(source.file.rules(), honour, on);
    const auto local = words.lines("local-levels");
    const bool here = !info || std::ranges::find(local, info->level) != local.end();
    if ((here && !isAdvisory(words, source.school.conferringHead)) || !info || !info->authority)
        return {};
    const auto& who = info->authority->who.vi;
    return who.substr(0, who.find(';'));
}

/// What is asked, of each body that decides.
std::vector<documents::RequestView> requestsOf(const PaperSource& source, const documents::Template& words, const std::vector<SubmissionLine>& lines, Date on)
{
    std::vector<std::pair<std::string, std::vector<SubmissionLine>>> groups;
    for (const auto& line : lines) {
        const auto decider = deciderOf(source, words, line.honour, on);
        const auto found = std::ranges::find(groups, decider, [](const auto& one) { return one.first; });
        if (found == groups.end())
            groups.push_back({decider, {line}});
        else
            found->second.push_back(line);
    }
    std::vector<documents::RequestView> requests;
    for (const auto& [decider, of] : groups) {
        auto fields = kindsOf(source.file.rules(), of);
        fields.values["conferring-head"] = source.school.conferringHead.empty() ? std::string(documents::kMissing) : source.school.conferringHead;
        fields.values["decider"] = decider;
        requests.push_back({words.text("request", fields), words.lines("request-items", {{"honours", honourFields(source.file.rules(), of)}}), {}});
    }
    if (!requests.empty())
        requests.back().remark = words.text("request-remark");
    return requests;
}

/// Why the council passed more than the rules allow, as its minutes keep it.
std::string excessReason(Reader& reader, const Submission& submission)
{
    const auto meeting = submission.meeting ? reader.find<Meeting>(*submission.meeting) : std::nullopt;
    if (!meeting)
        return {};
    const auto begin = text::message("meeting.over-quota-note", {std::string()});
    const auto mark = begin.substr(0, begin.find(':') + 1);
    for (const auto& line : linesOf(meeting->data.conclusions))
        if (line.starts_with(mark))
            return normalised(line.substr(mark.size()));
    return {};
}

/// Where more are asked for than the rules allow, the paper says so itself.
std::vector<std::string> excessOf(const PaperSource& source, const documents::Template& words, const Submission& submission, const std::vector<SubmissionLine>& lines)
{
    std::vector<std::string> sentences;
    for (const auto& quota : nominationQuotas(source.reader, source.file.rules(), source.yearId)) {
        const bool asked = std::ranges::any_of(lines, [&quota](const auto& line) { return line.honour == quota.honour; });
        if (!quota.within && asked)
            sentences.push_back(words.text("excess", {{"quota", quota.title}, {"count", std::int64_t{quota.count}}, {"allowed", std::int64_t{quota.allowed}},
                                                      {"quota.basis", quota.basis}, {"citation", rules::citedInFull(source.file.rules(), quota.citation)},
                                                      {"reason", excessReason(source.reader, submission)}}));
    }
    return sentences;
}

std::string closingOf(const PaperSource& source, const documents::Template& words, const Submission& submission, bool further)
{
    std::vector<std::string> deciding, advising;
    for (const auto& body : linesOf(submission.addressees))
        (body != source.school.conferringAgency && isAdvisory(words, body) ? advising : deciding).push_back(body);
    return words.text("closing", {{"school", source.school.name}, {"addressees", deciding}, {"advisors", advising}, {"decider", std::int64_t{further}},
                                  {"conferring-head", source.school.conferringHead}});
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
    TD_TRY(auto decision, need<Decision>(source.reader, id));
    if (decision.data.state == DecisionState::Draft)
        decision.data.bases = basesFollowed(source.file, basesCode(decision.data), decision.data.bases, source.file.clock().today());
    const auto lines = repo::lines(source.reader, id);
    if (!isOwn(decision.data.kind))
        return fail(ErrorCode::WrongState, "paper.outside-decision", {decision.data.outsideNumber});
    if (decision.data.kind == DecisionKind::EstablishCouncil) {
        const auto council = decision.data.council ? source.reader.find<Council>(*decision.data.council) : std::nullopt;
        std::vector<DecisionLine> members;
        for (const auto& line : lines)
            members.push_back(line.data);
        return councilPaper(source, decision.data, council ? council->data : Council{}, members, decision.data.council);
    }
    if (decision.data.kind == DecisionKind::RecogniseInitiatives)
        return initiativesPaper(source, decision.data, lines);
    if (decision.data.kind == DecisionKind::Confer)
        return conferralPaper(source, decision.data, lines);
    const auto& words = documents::shippedTemplate("decision");
    documents::DecisionView view{decisionFrame(source, decision.data), {decision.data.title}, source.headOfSchool(), basisOf(decision.data, words, source.school.name), {}, {}};
    for (const auto& article : linesOf(decision.data.articles))
        view.articles.push_back({article, {}, {}});
    return documents::decision(view, words);
}

Result<documents::Document> councilWorkPaper(const PaperSource& source, CouncilId id)
{
    TD_TRY(const auto council, need<Council>(source.reader, id));
    std::map<PersonId, std::string> titles;
    for (const auto& member : repo::members(source.reader, id))
        titles.emplace(member.data.person, member.data.title);
    documents::CouncilWorkView view{source.issuer(), council.data.name, source.year.year, chargesOf(source, id, titles), linesOf(council.data.workingRules), source.signer(), {}, {}};
    // They go with the decision that founds the council, and have its day.
    if (const auto decision = council.data.decision ? source.reader.find<Decision>(*council.data.decision) : std::nullopt; decision && decision->data.number.issuedOn) {
        view.date = decision->data.number.issuedOn;
        view.foundedBy = referenceTo(documents::shippedTemplate("decision").text("kind"), decision->data.number);
        view.signer = {{}, decision->data.signerName};
        view.signer.office = linesOf(decision->data.signerTitle);
    }
    if (view.charges.empty() && view.workingRules.empty())
        return fail(ErrorCode::NotFound, "paper.no-council-work", {council.data.name});
    return documents::councilWork(view);
}

documents::Document foundingPaper(const PaperSource& source, const Council& council, const std::vector<CouncilMember>& members, const std::vector<PaperBasis>& bases,
                                  const std::optional<CouncilId>& id)
{
    const bool renews = councilBefore(source.reader, council, id).has_value();
    return councilPaper(source, foundingDecision(council, source.school, source.year, bases, renews), council, foundingLines(source.reader, members), id);
}

Result<documents::Document> submissionPaper(const PaperSource& source, SubmissionId id)
{
    TD_TRY(const auto submission, need<Submission>(source.reader, id));
    const auto& data = submission.data;
    std::vector<SubmissionLine> asked;
    for (const auto& line : repo::lines(source.reader, id))
        asked.push_back(line.data);
    const auto& words = documents::shippedTemplate("submission");
    documents::SubmissionView view;
    view.paper = source.paper(PaperKind::Submission, data);
    view.paper.recipients = linesOf(data.recipients);
    view.subject = {data.title};
    view.addressees = linesOf(data.addressees);
    view.basis = linesOf(data.state == SubmissionState::Draft ? basesFollowed(source.file, "submit", data.bases, source.file.clock().today()) : data.bases);
    view.opening = linesOf(data.body);
    if (view.opening.empty())
        view.opening = {opening(source, words, data)};
    if (const auto old = data.replaces ? source.reader.find<Submission>(*data.replaces) : std::nullopt)
        view.opening.push_back(words.text("replaces", {{"old", referenceTo(words.text("kind"), old->data.number)}}));
    const auto on = data.number.issuedOn.value_or(source.file.clock().today());
    view.requests = requestsOf(source, words, asked, on);
    view.remarks = excessOf(source, words, data, asked);
    std::vector<NominationId> nominated;
    for (const auto& line : asked)
        nominated.push_back(line.nomination);
    if (auto opinions = opinionLines(source, words, nominated); !opinions.empty()) {
        view.remarks.push_back(words.text("opinions"));
        std::ranges::move(opinions, std::back_inserter(view.remarks));
    }
    view.enclosures = linesOf(data.enclosures);
    view.closing = closingOf(source, words, data, view.requests.size() > 1 || (!asked.empty() && !deciderOf(source, words, asked.front().honour, on).empty()));
    view.appendices = {appendixOf(source, words, asked)};
    auto document = documents::submission(view, words);
    if (source.school.conferringHead.empty())
        document.gaps.push_back({"conferring-head", words.label("conferring-head")});
    return document;
}

}
