// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/story.h"

#include "domain/initiative.h"
#include "domain/submission.h"
#include "services/award/correction_service.h"
#include "services/award/decision_service.h"
#include "services/award/letter_service.h"
#include "services/award/submission_service.h"
#include "services/core/internal.h"
#include "services/follow/initiative_referrals.h"
#include "services/follow/initiative_scores.h"
#include "services/follow/initiative_service.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "services/review/posting_service.h"
#include "storage/change_log.h"

#include <algorithm>

namespace thidua::test {

using namespace services;
using namespace domain;

namespace {

const std::vector<std::string> kHonours{"lao-dong-tien-tien", "chien-si-thi-dua-co-so", "giay-khen-hieu-truong", "bang-khen-tinh"};

}

Story::Story(unsigned seed) : SampleSchool(Date(2022, 10, 3)), m_random(seed), m_year(year(2022))
{
}

const std::vector<Story::Verb>& Story::verbs()
{
    static const std::vector<Verb> all{
        {"days pass", 4, &Story::passTime}, {"register", 6, &Story::enrolSomebody}, {"withdraw a registration", 1, &Story::withdrawRegistration},
        {"record a year", 4, &Story::recordYear}, {"nominate all", 3, &Story::nominateAll}, {"nominate one", 5, &Story::nominateOne},
        {"withdraw a nomination", 2, &Story::withdrawNomination}, {"override a verdict", 4, &Story::overrideVerdict}, {"add an initiative", 6, &Story::addInitiative},
        {"turn an initiative", 3, &Story::turnInitiative}, {"recognise here", 6, &Story::recogniseHere}, {"recognise above", 3, &Story::recogniseAbove},
        {"pass above", 2, &Story::refer}, {"found a council", 6, &Story::foundCouncil}, {"make a meeting", 6, &Story::createMeeting},
        {"prepare a meeting", 8, &Story::prepareMeeting}, {"attend", 4, &Story::attend}, {"mark", 6, &Story::mark}, {"count", 12, &Story::count},
        {"close a meeting", 14, &Story::closeMeeting}, {"remove a meeting", 1, &Story::removeMeeting}, {"post results", 5, &Story::postResults},
        {"object", 3, &Story::object}, {"change a line", 5, &Story::changeLine}, {"conclude", 3, &Story::conclude}, {"draft a conferral", 6, &Story::draftConferral},
        {"issue a decision", 10, &Story::issueDecision}, {"remove a decision", 1, &Story::removeDecision}, {"draft a submission", 6, &Story::draftSubmission},
        {"issue a submission", 8, &Story::issueSubmission}, {"record an outcome", 8, &Story::recordOutcome}, {"send a letter", 4, &Story::sendLetter},
        {"take back", 5, &Story::takeBack}, {"replace", 3, &Story::replace}, {"undo", 8, &Story::undo}, {"redo", 3, &Story::redo}};
    return all;
}

Story::Step Story::step()
{
    int sum = 0;
    for (const auto& verb : verbs())
        sum += verb.weight;
    int at = below(sum);
    for (const auto& verb : verbs()) {
        at -= verb.weight;
        if (at >= 0)
            continue;
        const auto before = entries();
        auto outcome = (this->*verb.go)();
        Step step{verb.name, outcome ? std::nullopt : std::optional(outcome.error()), std::nullopt};
        if (entries() > before)
            step.op = storage::recentChanges(file().data().reader(), 1).front().op;
        return step;
    }
    return {};
}

std::int64_t Story::entries()
{
    return file().data().reader().number("SELECT count(*) FROM change_op");
}

Story::Outcome Story::nothing()
{
    return fail(ErrorCode::NotFound, "row.not-found");
}

/// Mostly today, else some days before or after.
Date Story::someDay()
{
    return below(3) > 0 ? clock().today() : clock().today().plusDays(below(25) - 15);
}

std::optional<std::int64_t> Story::pick(const std::string& table, const std::string& where)
{
    std::vector<std::int64_t> ids;
    file().data().reader().each("SELECT id FROM " + table + " t WHERE " + where + " ORDER BY id", {},
                                [&ids](const storage::Values& row) { ids.push_back(std::get<std::int64_t>(row[0])); });
    if (ids.empty())
        return std::nullopt;
    return ids[static_cast<std::size_t>(below(static_cast<int>(ids.size())))];
}

SubjectRef Story::somebody()
{
    return SubjectRef::of(PersonId(*pick("person", "id IN (SELECT person_id FROM staff_assignment WHERE school_year_id = " + std::to_string(m_year.value()) + ") AND left_on IS NULL")));
}

CouncilId Story::councilOf(const char* kind)
{
    return CouncilId(pick("council", "school_year_id = " + std::to_string(m_year.value()) + " AND state = 'established' AND kind = '" + kind + "'").value_or(0));
}

Story::Outcome Story::passTime()
{
    clock().set(clock().today().plusDays(1 + below(4)));
    return ChangeSet{};
}

Story::Outcome Story::enrolSomebody()
{
    RegistrationDraft draft{somebody(), {kHonours[static_cast<std::size_t>(below(4))]}, {}, {}, chance(2) ? "bổ sung" : ""};
    if (chance(2))
        draft.honours.push_back(kHonours[static_cast<std::size_t>(below(4))]);
    if (chance(2))
        draft.initiativeTitle = "Giải pháp " + std::to_string(below(1000));
    return changes(RegistrationService(file()).registerSubject(m_year, draft));
}

Story::Outcome Story::withdrawRegistration()
{
    const auto id = pick("registration", "school_year_id = " + std::to_string(m_year.value()));
    return id ? changes(RegistrationService(file()).withdraw(RegistrationId(*id), "đổi ý")) : nothing();
}

Story::Outcome Story::recordYear()
{
    YearFacts facts;
    facts.record.evaluation = static_cast<Evaluation>(below(4));
    facts.record.noDisciplineConfirmedOn = clock().today();
    facts.record.monthsWorked = 9;
    return changes(YearRecordService(file()).record(m_year, somebody(), facts));
}

Story::Outcome Story::nominateAll()
{
    return changes(NominationService(file()).nominate(m_year, clock().today()));
}

Story::Outcome Story::nominateOne()
{
    return changes(NominationService(file()).add(m_year, somebody(), kHonours[static_cast<std::size_t>(below(4))], clock().today()));
}

Story::Outcome Story::withdrawNomination()
{
    const auto id = pick("nomination", "school_year_id = " + std::to_string(m_year.value()));
    return id ? changes(NominationService(file()).withdraw(NominationId(*id), "Xin rút")) : nothing();
}

Story::Outcome Story::overrideVerdict()
{
    const auto id = pick("nomination", "school_year_id = " + std::to_string(m_year.value()) + " AND override_reason = ''");
    return id ? changes(NominationService(file()).overrideVerdict(NominationId(*id), "Hội đồng xét đặc cách")) : nothing();
}

Story::Outcome Story::addInitiative()
{
    Initiative item;
    item.year = m_year;
    item.title = "Sáng kiến " + std::to_string(below(1000));
    std::vector<InitiativeAuthor> authors{{InitiativeId(0), *somebody().person, 100, {}, {}}};
    if (chance(3)) {
        authors.front().share = 60;
        authors.push_back({InitiativeId(0), *somebody().person, chance(3) ? 30 : 40, {}, {}});
    }
    return changes(InitiativeService(file()).addInitiative(item, authors));
}

Story::Outcome Story::turnInitiative()
{
    const auto id = pick("initiative", "school_year_id = " + std::to_string(m_year.value()));
    if (!id)
        return nothing();
    InitiativeService service(file());
    switch (below(3)) {
    case 0: return changes(service.rejectInitiative(InitiativeId(*id)));
    case 1: return changes(service.reconsiderInitiative(InitiativeId(*id)));
    default: return changes(service.removeInitiative(InitiativeId(*id)));
    }
}

Story::Outcome Story::recogniseHere()
{
    std::vector<InitiativeId> ids;
    for (int i = below(3); i >= 0; --i)
        if (const auto id = pick("initiative", "school_year_id = " + std::to_string(m_year.value()) + (chance(4) ? "" : " AND state = 'registered'")))
            if (std::ranges::find(ids, InitiativeId(*id)) == ids.end())
                ids.emplace_back(*id);
    DecisionService service(file());
    return chance(3) ? changes(service.draftRecognition(m_year, ids, "Hội đồng sáng kiến"))
                     : changes(service.issueRecognition(m_year, ids, {50 + below(40), "", someDay()}, "Hội đồng sáng kiến"));
}

Story::Outcome Story::recogniseAbove()
{
    const auto id = pick("initiative", "school_year_id = " + std::to_string(m_year.value()));
    if (!id)
        return nothing();
    RecogniseOutside command;
    command.initiatives = {InitiativeId(*id)};
    command.level = command.scope = static_cast<RecognitionLevel>(1 + below(3));
    command.issuer = "Phòng GD&ĐT";
    command.number = chance(5) ? "" : std::to_string(below(100)) + "/QĐ-PGDĐT";
    command.decidedOn = someDay();
    return changes(InitiativeService(file()).recogniseOutside(command));
}

Story::Outcome Story::refer()
{
    const auto id = pick("initiative", "school_year_id = " + std::to_string(m_year.value()));
    return id ? changes(InitiativeReferrals(file()).refer({{InitiativeId(*id)}, static_cast<RecognitionLevel>(below(4)), "Cấp trên", someDay()})) : nothing();
}

Story::Outcome Story::foundCouncil()
{
    const auto kind = chance(2) ? CouncilKind::Emulation : CouncilKind::Initiative;
    CouncilService service(file());
    if (const auto draft = pick("council", "school_year_id = " + std::to_string(m_year.value()) + " AND state = 'draft'"))
        return changes(service.establish(CouncilId(*draft), {50 + below(40), "", someDay()}, {{std::nullopt, "Căn cứ Điều lệ trường tiểu học"}}));
    CouncilDraft draft;
    draft.council.kind = kind;
    draft.council.year = m_year;
    draft.council.name = "Hội đồng " + std::string(toCode(kind));
    draft.members = {{CouncilId(0), 0, *person("Trần Thị Minh Nguyệt").person, CouncilRole::Chair, {}, {}}, {CouncilId(0), 0, *person("Lê Văn Thắng").person, CouncilRole::ViceChair, {}, {}},
                     {CouncilId(0), 0, *person("Lê Thị Thùy Dung").person, CouncilRole::Secretary, {}, {}}, {CouncilId(0), 0, *person("Phan Văn Bình").person, CouncilRole::Member, {}, {}},
                     {CouncilId(0), 0, *somebody().person, CouncilRole::Member, {}, {}}};
    return changes(service.draftCouncil(draft));
}

Story::Outcome Story::createMeeting()
{
    Meeting meeting;
    meeting.council = councilOf(chance(2) ? "emulation" : "initiative");
    meeting.title = "Họp xét";
    meeting.heldOn = someDay();
    return changes(CouncilService(file()).createMeeting(meeting));
}

Story::Outcome Story::prepareMeeting()
{
    const auto id = pick("meeting", "school_year_id = " + std::to_string(m_year.value()) + " AND state = 'draft'");
    if (!id)
        return nothing();
    CouncilService service(file());
    const auto detail = service.meeting(MeetingId(*id));
    if (!detail)
        return tl::unexpected<Error>(detail.error());
    auto meeting = detail->meeting;
    meeting.starts = "08:00";
    meeting.ends = chance(6) ? "07:00" : "10:00";
    meeting.place = "Phòng họp";
    if (detail->tellers.empty() && chance(2))
        return changes(service.nameTellers(detail->id, {detail->attendance[1].member.member.person, detail->attendance[3].member.member.person}));
    return changes(service.editMeeting(detail->id, meeting, detail->version));
}

Story::Outcome Story::attend()
{
    const auto id = pick("meeting", "school_year_id = " + std::to_string(m_year.value()));
    if (!id)
        return nothing();
    CouncilService service(file());
    const auto detail = service.meeting(MeetingId(*id));
    if (!detail || detail->attendance.empty())
        return nothing();
    const auto& row = detail->attendance[static_cast<std::size_t>(below(static_cast<int>(detail->attendance.size())))];
    const bool present = below(4) > 0;
    return changes(service.recordAttendance(detail->id, {{detail->id, row.member.id, present, present ? "" : "ốm", chance(2), "Nhất trí"}}));
}

Story::Outcome Story::mark()
{
    const auto id = pick("meeting", "school_year_id = " + std::to_string(m_year.value()) + (chance(5) ? "" : " AND state = 'draft'"));
    if (!id)
        return nothing();
    InitiativeScores service(file());
    const auto board = service.board(MeetingId(*id));
    if (!board || board->rows.empty())
        return nothing();
    const auto& row = board->rows[static_cast<std::size_t>(below(static_cast<int>(board->rows.size())))];
    std::vector<InitiativeMark> marks;
    for (const auto& sheet : row.sheets)
        if (chance(2)) {
            InitiativeMark mark;
            mark.member = sheet.member;
            mark.novelty = below(chance(4) ? 400 : 300);
            mark.benefit = below(300);
            marks.push_back(mark);
        }
    return changes(service.record(board->meeting, row.id, marks));
}

Story::Outcome Story::count()
{
    const auto id = pick("meeting", "school_year_id = " + std::to_string(m_year.value()) + " AND state = 'draft'");
    if (!id)
        return nothing();
    CouncilService service(file());
    const auto detail = service.meeting(MeetingId(*id));
    if (!detail)
        return tl::unexpected<Error>(detail.error());
    std::vector<Tally> tallies;
    for (const auto& row : detail->tallies) {
        Tally tally;
        tally.line = row.line;
        tally.issued = row.voters.most() + (chance(60) ? 1 : 0);
        tally.collected = std::max(0, tally.issued - (chance(9) ? 1 : 0));
        tally.invalid = chance(9) ? 1 : 0;
        tally.valid = std::max(0, tally.collected - tally.invalid) + (chance(60) ? 1 : 0);
        tally.inFavour = chance(4) ? below(tally.valid + 1) : tally.valid;
        tallies.push_back(tally);
    }
    return changes(service.recordTallies(detail->id, tallies));
}

Story::Outcome Story::closeMeeting()
{
    const auto id = pick("meeting", "school_year_id = " + std::to_string(m_year.value()) + " AND state = 'draft'");
    if (!id)
        return nothing();
    CouncilService service(file());
    const auto detail = service.meeting(MeetingId(*id));
    // What the conditions do not allow is decided against them with a reason, or the meeting stays open.
    for (const auto& row : detail ? detail->tallies : std::vector<TallyRow>())
        if (row.passes && row.line.nomination && row.verdict != "eligible" && row.overrideReason.empty())
            if (!NominationService(file()).overrideVerdict(*row.line.nomination, "Hội đồng xét đặc cách"))
                break;
    return changes(service.closeMeeting(MeetingId(*id), {"Thống nhất", chance(3) ? "" : "Vượt vì thành tích nổi bật", "10:00"}));
}

Story::Outcome Story::removeMeeting()
{
    const auto id = pick("meeting", "school_year_id = " + std::to_string(m_year.value()));
    return id ? changes(CouncilService(file()).removeMeeting(MeetingId(*id))) : nothing();
}

Story::Outcome Story::postResults()
{
    const auto id = pick("meeting", "school_year_id = " + std::to_string(m_year.value()) + " AND NOT EXISTS (SELECT 1 FROM posting p WHERE p.meeting_id = t.id)");
    if (!id)
        return nothing();
    Posting posting;
    posting.postedOn = someDay();
    posting.until = posting.postedOn.plusDays(below(5));
    posting.place = "Bảng tin";
    return changes(PostingService(file()).post(MeetingId(*id), posting));
}

namespace {

const TallyRow* someLine(const MeetingDetail& detail, int at)
{
    return detail.tallies.empty() ? nullptr : &detail.tallies[static_cast<std::size_t>(at) % detail.tallies.size()];
}

}

Story::Outcome Story::object()
{
    const auto id = pick("posting", "meeting_id IN (SELECT id FROM meeting WHERE school_year_id = " + std::to_string(m_year.value()) + ")");
    if (!id)
        return nothing();
    const auto meeting = file().data().reader().find<Posting>(PostingId(*id))->data.meeting;
    const auto detail = CouncilService(file()).meeting(meeting);
    const auto* line = detail ? someLine(*detail, below(1000)) : nullptr;
    return changes(PostingService(file()).recordObjection(PostingId(*id), {PostingId(*id), someDay(), "Một giáo viên", line ? line->line : BallotLine{}, "Xin xem lại", {}, {}}));
}

Story::Outcome Story::changeLine()
{
    const auto id = pick("posting", "meeting_id IN (SELECT id FROM meeting WHERE school_year_id = " + std::to_string(m_year.value()) + ")");
    if (!id)
        return nothing();
    const auto meeting = file().data().reader().find<Posting>(PostingId(*id))->data.meeting;
    const auto detail = CouncilService(file()).meeting(meeting);
    const auto* line = detail ? someLine(*detail, below(1000)) : nullptr;
    if (line == nullptr)
        return nothing();
    ListChange change{PostingId(*id), std::nullopt, line->line, static_cast<ListOutcome>(below(3)), someDay(), chance(6) ? "" : "Ý kiến đúng"};
    if (const auto objection = pick("objection", "posting_id = " + std::to_string(*id)); objection && chance(2))
        change.objection = ObjectionId(*objection);
    return changes(PostingService(file()).changeLine(PostingId(*id), change));
}

Story::Outcome Story::conclude()
{
    const auto id = pick("posting");
    return id ? changes(PostingService(file()).conclude(PostingId(*id), {clock().today(), chance(2), chance(2) ? "" : "Rút một tên"})) : nothing();
}

Story::Outcome Story::draftConferral()
{
    const auto id = pick("meeting", "school_year_id = " + std::to_string(m_year.value()));
    return id ? changes(DecisionService(file()).draftConferral(MeetingId(*id))) : nothing();
}

Story::Outcome Story::issueDecision()
{
    const auto id = pick("decision", "school_year_id = " + std::to_string(m_year.value()) + (chance(6) ? "" : " AND state = 'draft'"));
    return id ? changes(DecisionService(file()).issueDecision(DecisionId(*id), {50 + below(40), "", chance(9) ? std::optional<Date>() : someDay()})) : nothing();
}

Story::Outcome Story::removeDecision()
{
    const auto id = pick("decision", "school_year_id = " + std::to_string(m_year.value()));
    return id ? changes(DecisionService(file()).removeDecision(DecisionId(*id))) : nothing();
}

Story::Outcome Story::draftSubmission()
{
    const auto id = pick("meeting", "school_year_id = " + std::to_string(m_year.value()));
    return id ? changes(SubmissionService(file()).draftSubmission(MeetingId(*id))) : nothing();
}

Story::Outcome Story::issueSubmission()
{
    const auto id = pick("submission", "school_year_id = " + std::to_string(m_year.value()));
    return id ? changes(SubmissionService(file()).issueSubmission(SubmissionId(*id), {50 + below(40), "", someDay()})) : nothing();
}

Story::Outcome Story::recordOutcome()
{
    const auto id = pick("submission", "school_year_id = " + std::to_string(m_year.value()));
    if (!id)
        return nothing();
    SubmissionService service(file());
    const auto detail = service.submission(SubmissionId(*id));
    if (!detail)
        return tl::unexpected<Error>(detail.error());
    RecordOutcome command;
    command.submission = detail->id;
    command.decisionNumber = chance(6) ? "" : std::to_string(1000 + below(100)) + "/QĐ-UBND";
    command.decidedOn = someDay();
    command.issuer = "Chủ tịch Ủy ban nhân dân huyện";
    for (const auto& line : detail->lines)
        if (chance(2))
            command.lines.push_back({line.id, static_cast<domain::Outcome>(1 + below(3)), "theo thông báo"});
    return changes(service.recordOutcome(command));
}

Story::Outcome Story::sendLetter()
{
    LetterService service(file());
    if (const auto id = pick("letter", "school_year_id = " + std::to_string(m_year.value())); id && chance(2))
        return changes(service.issue(LetterId(*id), {1 + below(12), "", someDay()}));
    auto letter = service.proposed(m_year, chance(3) ? SubjectRef{} : somebody());
    if (!letter)
        return tl::unexpected<Error>(letter.error());
    letter->title = "Việc tốt";
    letter->body = chance(5) ? "" : "Cảm ơn.";
    return changes(service.draft(*letter));
}

Story::Outcome Story::takeBack()
{
    static const std::vector<std::pair<const char*, PaperKind>> kPapers{{"decision", PaperKind::Decision}, {"submission", PaperKind::Submission}, {"letter", PaperKind::Letter}};
    const auto& [table, kind] = kPapers[static_cast<std::size_t>(below(3))];
    const auto id = pick(table, "school_year_id = " + std::to_string(m_year.value()));
    if (!id)
        return nothing();
    CorrectionService service(file());
    const auto what = chance(3) ? CorrectionKind::Correct : CorrectionKind::Revoke;
    auto draft = service.proposed(what, kind, *id);
    if (!draft)
        return tl::unexpected<Error>(draft.error());
    draft->content = "Ghi nhầm";
    return changes(service.issue(*draft, {50 + below(40), "", clock().today()}));
}

Story::Outcome Story::replace()
{
    const bool decision = chance(2);
    const auto id = pick(decision ? "decision" : "submission", "school_year_id = " + std::to_string(m_year.value()));
    return id ? changes(CorrectionService(file()).draftReplacement(decision ? PaperKind::Decision : PaperKind::Submission, *id)) : nothing();
}

Story::Outcome Story::undo()
{
    return changes(file().undo());
}

Story::Outcome Story::redo()
{
    return changes(file().redo());
}

}
