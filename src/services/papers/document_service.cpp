// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers/document_service.h"

#include "domain/campaign.h"
#include "domain/decision.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/plan.h"
#include "domain/submission.h"
#include "services/follow/registration_lines.h"
#include "services/papers/paper_views.h"
#include "text/messages.h"

#include <algorithm>
#include <array>

namespace thidua::services {

using namespace domain;

namespace {

struct KindRow {
    PaperKind kind;
    std::string_view code;
    std::vector<std::string> formats;
};

const std::vector<KindRow>& kinds()
{
    static const std::vector<KindRow> rows = {
        {PaperKind::Plan, "plan", {"pdf", "docx", "html"}},
        {PaperKind::Campaign, "campaign", {"pdf", "docx", "html"}},
        {PaperKind::RegistrationList, "registration-list", {"pdf", "docx", "xlsx", "html"}},
        {PaperKind::NominationList, "nomination-list", {"pdf", "docx", "xlsx", "html"}},
        {PaperKind::Ballots, "ballots", {"pdf"}},
        {PaperKind::Minutes, "minutes", {"pdf", "docx", "html"}},
        {PaperKind::Submission, "submission", {"pdf", "docx", "html"}},
        {PaperKind::Decision, "decision", {"pdf", "docx", "html"}},
        {PaperKind::AwardList, "award-list", {"pdf", "docx", "xlsx", "html"}},
    };
    return rows;
}

/// Collects what can be printed of one school year.
struct Finder {
    Reader& reader;
    std::vector<Printable> found{};

    void add(PaperKind kind, std::optional<std::int64_t> id, std::optional<SchoolYear> year, std::string title, std::string state = {})
    {
        found.push_back({kind, id, year, std::move(title), std::move(state)});
    }

    void ofYear(const Stored<SchoolYearRow>& year)
    {
        const auto y = year.data.year;
        if (!repo::registrations(reader, year.id).empty())
            add(PaperKind::RegistrationList, std::nullopt, y, "Danh sách đăng ký thi đua, khen thưởng năm học " + y.paper());
        if (!repo::nominations(reader, year.id).empty())
            add(PaperKind::NominationList, std::nullopt, y, "Danh sách đề nghị xét tặng năm học " + y.paper());
        for (const auto& meeting : repo::meetings(reader, year.id)) {
            const auto state = text::label("meeting-state", toCode(meeting.data.state));
            add(PaperKind::Minutes, meeting.id.value(), y, "Biên bản " + meeting.data.title, state);
            if (!repo::tallies(reader, meeting.id).empty() || (meeting.data.state == MeetingState::Draft && !repo::nominations(reader, year.id).empty()))
                add(PaperKind::Ballots, meeting.id.value(), y, "Phiếu bầu " + meeting.data.title, state);
        }
        for (const auto& row : repo::submissions(reader, year.id))
            add(PaperKind::Submission, row.id.value(), y, "Tờ trình " + row.data.title, text::label("submission-state", toCode(row.data.state)));
        bool awards = false;
        for (const auto& row : repo::decisions(reader, year.id)) {
            if (isOwn(row.data.kind))
                add(PaperKind::Decision, row.id.value(), y, "Quyết định " + row.data.title, text::label("decision-state", toCode(row.data.state)));
            awards = awards || row.data.kind == DecisionKind::ExternalAward;
        }
        if (awards)
            add(PaperKind::AwardList, std::nullopt, y, "Danh sách cán bộ, giáo viên, nhân viên đạt danh hiệu năm học " + y.paper());
    }
};

std::optional<SchoolYear> yearOf(Reader& reader, const std::optional<SchoolYearId>& id)
{
    const auto row = id ? reader.find<SchoolYearRow>(*id) : std::nullopt;
    return row ? std::optional(row->data.year) : std::nullopt;
}

}

std::string_view toCode(PaperKind kind)
{
    return std::ranges::find(kinds(), kind, &KindRow::kind)->code;
}

std::optional<PaperKind> paperKindFromCode(std::string_view code)
{
    const auto found = std::ranges::find(kinds(), code, &KindRow::code);
    return found == kinds().end() ? std::nullopt : std::optional(found->kind);
}

std::vector<std::string> formatsOf(PaperKind kind)
{
    return std::ranges::find(kinds(), kind, &KindRow::kind)->formats;
}

Result<std::vector<Printable>> DocumentService::printables()
{
    return readFrom(m_file, [](Reader& reader) -> Result<std::vector<Printable>> {
        Finder finder{reader};
        for (const auto& plan : repo::plans(reader))
            finder.add(PaperKind::Plan, plan.id.value(), yearOf(reader, plan.data.year), "Kế hoạch " + plan.data.title, text::label("plan-state", toCode(plan.data.state)));
        for (const auto& campaign : repo::campaigns(reader))
            finder.add(PaperKind::Campaign, campaign.id.value(), yearOf(reader, campaign.data.year), "Phong trào " + campaign.data.name,
                       text::label("campaign-state", toCode(campaign.data.state)));
        for (const auto& year : repo::years(reader))
            finder.ofYear(year);
        return std::move(finder.found);
    });
}

Result<documents::Document> DocumentService::build(PaperKind kind, std::optional<std::int64_t> id, SchoolYearId year)
{
    if (!id && kind != PaperKind::RegistrationList && kind != PaperKind::NominationList && kind != PaperKind::AwardList) {
        TD_TRY(const auto all, printables());
        TD_TRY(const auto row, readFrom(m_file, [&](Reader& reader) { return need<SchoolYearRow>(reader, year); }));
        for (const auto& printable : all)
            if (printable.kind == kind && (!printable.year || printable.year == row.data.year) && !id)
                id = printable.id;
        if (!id)
            return fail(ErrorCode::NotFound, "paper.none", {std::string(toCode(kind)), row.data.year.screen()});
    }
    return readFrom(m_file, [&](Reader& reader) -> Result<documents::Document> {
        PaperSource source{m_file, reader, year};
        TD_CHECK(source.read());
        switch (kind) {
        case PaperKind::Plan: return planPaper(source, PlanId(*id));
        case PaperKind::Campaign: return campaignPaper(source, CampaignId(*id));
        case PaperKind::RegistrationList: {
            auto lines = registrationLines(reader, m_file.rules(), year);
            if (repo::registrations(reader, year).empty())
                return fail(ErrorCode::NotFound, "paper.no-registrations", {source.year.year.screen()});
            return registrationListPaper(source, lines, std::nullopt);
        }
        case PaperKind::NominationList: return nominationListPaper(source);
        case PaperKind::Ballots: return ballotsPaper(source, MeetingId(*id));
        case PaperKind::Minutes: return minutesPaper(source, MeetingId(*id));
        case PaperKind::Submission: return submissionPaper(source, SubmissionId(*id));
        case PaperKind::Decision: return decisionPaper(source, DecisionId(*id));
        case PaperKind::AwardList: return awardListPaper(source);
        }
        return fail(ErrorCode::Internal, "error.internal");
    });
}

Result<documents::Document> DocumentService::handedInList(RegistrationListId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<documents::Document> {
        TD_TRY(const auto list, need<RegistrationList>(reader, id));
        PaperSource source{m_file, reader, list.data.year};
        TD_CHECK(source.read());
        std::vector<RegistrationListLine> lines;
        for (const auto& line : repo::lines(reader, id))
            lines.push_back(line.data);
        return registrationListPaper(source, lines, list.data.handedInOn);
    });
}

}
