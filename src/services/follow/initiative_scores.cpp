// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/initiative_scores.h"

#include "domain/initiative.h"
#include "services/core/steps.h"
#include "services/follow/score_rows.h"
#include "services/people/people_lookup.h"
#include "services/review/council_rows.h"
#include "text/messages.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace thidua::services {

using namespace domain;

namespace {

constexpr std::array kCriteria{ScoreCriterion{"novelty", &InitiativeMark::novelty, &rules::InitiativeScoring::novelty},
                               ScoreCriterion{"applicability", &InitiativeMark::applicability, &rules::InitiativeScoring::applicability},
                               ScoreCriterion{"benefit", &InitiativeMark::benefit, &rules::InitiativeScoring::benefit},
                               ScoreCriterion{"reach", &InitiativeMark::reach, &rules::InitiativeScoring::reach}};

std::optional<InitiativeGrade> gradeOf(const rules::InitiativeScoring& rule, int hundredths)
{
    if (rule.aFrom + rule.bFrom + rule.cFrom == 0)
        return std::nullopt;
    return hundredths >= 100 * rule.aFrom ? InitiativeGrade::A : hundredths >= 100 * rule.bFrom ? InitiativeGrade::B
         : hundredths >= 100 * rule.cFrom ? InitiativeGrade::C : InitiativeGrade::None;
}

std::vector<InitiativeMark> marksOf(const ScoredInitiative& row)
{
    std::vector<InitiativeMark> marks;
    for (const auto& sheet : row.sheets)
        if (sheet.mark)
            marks.push_back(*sheet.mark);
    return marks;
}

/// What of the authors is told in lists: with their shares where there are several.
void nameAuthors(Reader& reader, const PeopleLookup& people, ScoredInitiative& row)
{
    const auto authors = repo::authors(reader, row.id);
    std::vector<std::string> names, posts;
    for (const auto& author : authors) {
        const auto view = people.view(SubjectRef::of(author.data.person));
        const auto name = view.namedOnPaper(view.name);
        names.push_back(authors.size() > 1 ? text::message("score.author-share", {name, std::to_string(author.data.share)}) : name);
        posts.push_back(PeopleLookup::postAndUnit(view));
    }
    row.authors = join(names, "\n");
    row.posts = join(posts, "\n");
}

std::vector<ScoreSheet> sheetsOf(Reader& reader, const MeetingDetail& detail, InitiativeId initiative, const std::vector<Stored<InitiativeMark>>& marks)
{
    const auto markOf = [&](const std::optional<CouncilMemberId>& member) -> std::optional<InitiativeMark> {
        for (const auto& mark : marks)
            if (mark.data.initiative == initiative && mark.data.member == member)
                return mark.data;
        return std::nullopt;
    };
    std::vector<ScoreSheet> sheets{{std::nullopt, text::message("score.council-sheet"), false, false, markOf(std::nullopt)}};
    const auto authors = repo::authors(reader, initiative);
    for (const auto& member : detail.council.members) {
        const bool author = std::ranges::any_of(authors, [&member](const auto& one) { return one.data.person == member.member.person; });
        const bool absent = std::ranges::any_of(detail.attendance, [&member](const auto& one) { return one.member.id == member.id && !one.present; });
        sheets.push_back({member.id, member.name, author, absent, markOf(member.id)});
    }
    return sheets;
}

std::string sheetName(const ScoredInitiative& row, const InitiativeMark& mark)
{
    const auto sheet = std::ranges::find(row.sheets, mark.member, &ScoreSheet::member);
    return sheet == row.sheets.end() ? std::string() : sheet->name;
}

void checkPoints(const ScoreBoard& board, const ScoredInitiative& row, const InitiativeMark& mark, const std::string& place, std::vector<FieldIssue>& issues)
{
    for (const auto& criterion : kCriteria) {
        const int points = mark.*criterion.points, most = 10 * (board.rule.*criterion.most);
        if (points < 0)
            issues.push_back({place + criterion.code, "score.negative", {text::label("initiative-criterion", criterion.code), sheetName(row, mark)}});
        else if (points > most)
            issues.push_back({place + criterion.code, "score.above",
                              {text::label("initiative-criterion", criterion.code), sheetName(row, mark), pointsText(points), pointsText(most)}});
    }
    if (mark.grade)
        issues.push_back({place + "grade", "score.points-wanted", {sheetName(row, mark)}});
}

std::vector<FieldIssue> issuesOf(const ScoreBoard& board, const ScoredInitiative& row, const std::vector<InitiativeMark>& marks)
{
    std::vector<FieldIssue> issues;
    std::set<std::int64_t> seen;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto& mark = marks[i];
        const auto place = std::to_string(i) + ".";
        const auto sheet = std::ranges::find(row.sheets, mark.member, &ScoreSheet::member);
        if (sheet == row.sheets.end()) {
            issues.push_back({place + "member", "meeting.not-a-member", {}});
            continue;
        }
        if (sheet->author)
            issues.push_back({place + "member", "score.own", {sheet->name, row.title}});
        if (sheet->absent)
            issues.push_back({place + "member", "score.absent", {sheet->name}});
        if (!seen.insert(mark.member ? mark.member->value() : 0).second)
            issues.push_back({place + "member", "score.twice", {sheet->name}});
        if (!mark.member && marks.size() > 1)
            issues.push_back({place + "member", "score.one-or-each", {}});
        if (board.rule.byPoints)
            checkPoints(board, row, mark, place, issues);
        else if (!mark.grade || mark.total() != 0)
            issues.push_back({place + "grade", "score.grade-wanted", {sheet->name}});
    }
    return issues;
}

}

std::span<const ScoreCriterion> scoreCriteria()
{
    return kCriteria;
}

std::string pointsText(int tenths)
{
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? std::string() : "," + std::to_string(tenths % 10));
}

std::string meanText(int hundredths)
{
    return std::to_string(hundredths / 100) + "," + twoFigures(hundredths % 100);
}

std::optional<int> readPoints(std::string_view given)
{
    const auto text = normalised(std::string(given));
    const auto mark = text.find_first_of(",.");
    const auto whole = text.substr(0, mark), part = mark == std::string::npos ? std::string() : text.substr(mark + 1);
    const auto digits = [](const std::string& one) { return std::ranges::all_of(one, [](unsigned char sign) { return sign >= '0' && sign <= '9'; }); };
    if (whole.empty() || whole.size() > 4 || part.size() > 1 || !digits(whole) || !digits(part) || (mark != std::string::npos && part.empty()))
        return std::nullopt;
    return 10 * std::stoi(whole) + (part.empty() ? 0 : std::stoi(part));
}

InitiativeScore scoreOf(const rules::InitiativeScoring& rule, const std::vector<InitiativeMark>& marks)
{
    InitiativeScore score;
    score.sheets = static_cast<int>(marks.size());
    if (marks.empty())
        return score;
    if (rule.byPoints) {
        long long sum = 0;
        for (const auto& mark : marks)
            sum += mark.total();
        const auto count = static_cast<long long>(marks.size());
        score.mean = static_cast<int>((20 * sum + count) / (2 * count));
        score.grade = gradeOf(rule, *score.mean);
        return score;
    }
    std::array<int, 4> given{};
    for (const auto& mark : marks)
        if (mark.grade)
            ++given.at(static_cast<std::size_t>(*mark.grade));
    std::size_t most = 0;
    for (std::size_t i = 0; i < given.size(); ++i)
        if (given.at(i) > 0 && given.at(i) >= given.at(most))
            most = i;
    if (given.at(most) > 0)
        score.grade = static_cast<InitiativeGrade>(most);
    return score;
}

Result<ScoreBoard> scoreBoard(Reader& reader, const rules::Catalogue& catalogue, MeetingId id)
{
    TD_TRY(const auto detail, meetingDetail(reader, catalogue, id));
    if (detail.council.council.kind != CouncilKind::Initiative)
        return fail(ErrorCode::WrongState, "score.other-council", {detail.council.council.name});
    ScoreBoard board{id, detail.meeting.title, detail.meeting.heldOn, detail.meeting.state == MeetingState::Closed,
                     rules::initiativeScoringOn(catalogue, detail.meeting.heldOn), {}};
    const auto marks = repo::marks(reader, id);
    const PeopleLookup people(reader, detail.meeting.year);
    for (const auto& line : detail.tallies) {
        if (!line.line.initiative)
            continue;
        ScoredInitiative row;
        row.id = *line.line.initiative;
        row.title = line.name;
        if (const auto initiative = reader.find<Initiative>(row.id))
            row.field = initiative->data.field;
        nameAuthors(reader, people, row);
        row.sheets = sheetsOf(reader, detail, row.id, marks);
        row.score = scoreOf(board.rule, marksOf(row));
        if (line.tally) {
            row.votes = twoFigures(line.tally->inFavour) + "/" + twoFigures(detail.members);
            row.passes = line.passes;
        }
        board.rows.push_back(std::move(row));
    }
    return board;
}

std::optional<InitiativeScore> keptScore(Reader& reader, const rules::Catalogue& catalogue, InitiativeId initiative)
{
    std::map<MeetingId, std::vector<InitiativeMark>> byMeeting;
    for (const auto& mark : repo::marksOf(reader, initiative))
        byMeeting[mark.data.meeting].push_back(mark.data);
    std::optional<std::pair<Date, InitiativeScore>> newest;
    for (const auto& [id, marks] : byMeeting) {
        const auto meeting = reader.find<Meeting>(id);
        if (meeting && meeting->data.state == MeetingState::Closed && (!newest || meeting->data.heldOn > newest->first))
            newest = std::pair(meeting->data.heldOn, scoreOf(rules::initiativeScoringOn(catalogue, meeting->data.heldOn), marks));
    }
    return newest ? std::optional(newest->second) : std::nullopt;
}

Result<ScoreBoard> InitiativeScores::board(MeetingId meeting)
{
    return readFrom(m_file, [&](Reader& reader) { return scoreBoard(reader, m_file.rules(), meeting); });
}

Written<Done> InitiativeScores::record(MeetingId id, InitiativeId initiative, const std::vector<InitiativeMark>& marks)
{
    return writeTo<Done>(m_file, Op::RecordMarks, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto meeting, need<Meeting>(tx, id));
        TD_CHECK(checkStep(meeting.data.state, MeetingEvent::Edit, meeting.data.heldOn.vn()));
        TD_TRY(const auto board, scoreBoard(tx, m_file.rules(), id));
        const auto row = std::ranges::find(board.rows, initiative, &ScoredInitiative::id);
        if (row == board.rows.end())
            return fail(ErrorCode::WrongState, "tally.not-in-meeting", {meeting.data.heldOn.vn()});
        if (auto issues = issuesOf(board, *row, marks); !issues.empty())
            return fail(std::move(issues));
        for (const auto& before : repo::marks(tx, id)) {
            if (before.data.initiative != initiative)
                continue;
            if (std::ranges::find(marks, before.data.member, &InitiativeMark::member) == marks.end())
                tx.remove<InitiativeMark>(before.id);
        }
        for (auto mark : marks) {
            mark.meeting = id;
            mark.initiative = initiative;
            const auto there = repo::marks(tx, id);
            const auto same = std::ranges::find_if(there, [&](const auto& one) { return one.data.initiative == initiative && one.data.member == mark.member; });
            if (same == there.end())
                tx.insert(mark);
            else
                tx.update(same->id, mark);
        }
        tx.setLabel({row->title});
        return Done{};
    });
}

}
