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
    return source.paper(decision.number, "QĐ-" + source.school.documentSymbol, decision.signerName, decision.signerTitle, decision.recipients);
}

std::vector<std::string> basisOf(const Decision& decision)
{
    auto basis = linesOf(decision.bases);
    if (!decision.proposer.empty())
        basis.push_back("Theo đề nghị của " + decision.proposer);
    return basis;
}

documents::Document councilPaper(const PaperSource& source, const Decision& decision, const std::vector<Stored<DecisionLine>>& lines)
{
    documents::CouncilDecisionView view{decisionFrame(source, decision), "Hiệu trưởng " + source.school.name, {}, source.year.year, basisOf(decision), {}, {},
                                        "Tổ Văn phòng, các tổ chuyên môn và các ông (bà) có tên tại Điều 1"};
    if (const auto council = decision.council ? source.reader.find<Council>(*decision.council) : std::nullopt)
        view.council = council->data.name;
    for (const auto& line : lines)
        view.members.push_back({line.data.name, line.data.post, line.data.text});
    return documents::councilDecision(view);
}

documents::Document initiativesPaper(const PaperSource& source, const Decision& decision, const std::vector<Stored<DecisionLine>>& lines)
{
    documents::InitiativeDecisionView view{decisionFrame(source, decision), "Hiệu trưởng " + source.school.name, source.year.year, basisOf(decision), {},
                                           "Các tổ chuyên môn, tổ văn phòng và các tác giả có tên trong danh sách"};
    for (const auto& line : lines)
        view.initiatives.push_back({line.data.name, line.data.post, line.data.text, "Phạm vi cơ sở"});
    return documents::initiativeDecision(view);
}

/// How many stand for each honour: "24 Lao động tiên tiến".
std::vector<std::pair<std::string, int>> countsByHonour(const rules::Catalogue& catalogue, const std::vector<Stored<SubmissionLine>>& lines)
{
    std::vector<std::pair<std::string, int>> counts;
    for (const auto& line : lines) {
        const auto name = honourName(catalogue, line.data.honour).value_or(line.data.honour);
        const auto found = std::ranges::find(counts, name, &std::pair<std::string, int>::first);
        if (found == counts.end())
            counts.emplace_back(name, 1);
        else
            ++found->second;
    }
    return counts;
}

std::pair<int, int> votesFrom(const std::string& text)
{
    const auto slash = text.find('/');
    return slash == std::string::npos ? std::pair{0, 0} : std::pair{std::stoi(text.substr(0, slash)), std::stoi(text.substr(slash + 1))};
}

documents::SubmissionAppendix appendixOf(const PaperSource& source, const std::vector<Stored<SubmissionLine>>& lines)
{
    documents::SubmissionAppendix appendix;
    appendix.title = {"Danh sách tập thể, cá nhân đề nghị công nhận", "danh hiệu thi đua năm học " + source.year.year.paper()};
    for (const auto& line : lines) {
        const auto name = honourName(source.file.rules(), line.data.honour).value_or(line.data.honour);
        if (appendix.groups.empty() || appendix.groups.back().title != name)
            appendix.groups.push_back({name, {}});
        const auto [yes, members] = votesFrom(line.data.votes);
        appendix.groups.back().rows.push_back({line.data.name, line.data.post, yes, members, line.data.achievement});
    }
    std::vector<std::string> parts;
    for (const auto& [honour, count] : countsByHonour(source.file.rules(), lines))
        parts.push_back(twoFigures(count) + " " + honour);
    appendix.total = join(parts, "; ");
    return appendix;
}

/// "Ngày 27 tháng 5 năm 2022, Hội đồng … đã họp xét và bỏ phiếu kín …": what every submission tells of the meeting.
std::string opening(const PaperSource& source, const Submission& submission)
{
    const auto meeting = submission.meeting ? source.reader.find<Meeting>(*submission.meeting) : std::nullopt;
    if (!meeting)
        return source.school.name + " kính trình danh sách đề nghị công nhận danh hiệu thi đua năm học " + source.year.year.paper() + ".";
    int members = 0, present = 0;
    for (const auto& row : repo::attendance(source.reader, meeting->id)) {
        ++members;
        present += row.data.present ? 1 : 0;
    }
    return capitalised(meeting->data.heldOn.words()) + ", Hội đồng Thi đua - Khen thưởng " + source.school.name + " đã họp xét và bỏ phiếu kín, có mặt "
         + twoFigures(present) + "/" + twoFigures(members) + " thành viên; các tập thể, cá nhân đề nghị đều có biên bản kiểm phiếu kèm theo.";
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
    documents::DecisionView view{decisionFrame(source, decision.data), {decision.data.title}, "Hiệu trưởng " + source.school.name, basisOf(decision.data), {}, {}};
    for (const auto& article : linesOf(decision.data.articles))
        view.articles.push_back({article, {}, {}});
    return documents::decision(view);
}

Result<documents::Document> submissionPaper(const PaperSource& source, SubmissionId id)
{
    TD_TRY(const auto submission, need<Submission>(source.reader, id));
    const auto& data = submission.data;
    const auto lines = repo::lines(source.reader, id);
    documents::SubmissionView view;
    view.paper = source.paper(data.number, "TTr-" + source.school.documentSymbol, data.signerName, data.signerTitle, data.recipients);
    view.subject = {data.title};
    view.addressees = linesOf(data.addressees);
    view.basis = linesOf(data.bases);
    view.opening = linesOf(data.body);
    if (view.opening.empty())
        view.opening = {opening(source, data)};
    documents::RequestView request{"Đề nghị " + source.school.conferringHead + " quyết định công nhận:", {}, "Có danh sách kèm theo"};
    for (const auto& [honour, count] : countsByHonour(source.file.rules(), lines))
        request.items.push_back("Danh hiệu “" + honour + "”: " + twoFigures(count) + ".");
    view.requests = {std::move(request)};
    view.closing = source.school.name + " kính trình " + join(linesOf(data.addressees), ", ") + " xem xét, quyết định";
    view.appendices = {appendixOf(source, lines)};
    return documents::submission(view);
}

}
