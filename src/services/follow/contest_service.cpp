// SPDX-License-Identifier: GPL-3.0-or-later
// The call of a contest: days, prizes, judges.
#include "services/follow/contest_service.h"

#include "base/embedded_file.h"
#include "base/name_keys.h"
#include "domain/activity.h"
#include "services/core/internal.h"
#include "services/core/steps.h"
#include "services/follow/contest_rows.h"
#include "services/people/sheet_headings.h"
#include "storage/repo/activity_repo.h"
#include "storage/repo/contest_repo.h"
#include "storage/repo/employment_repo.h"
#include "storage/repo/year_numbers.h"

#include <algorithm>
#include <set>

namespace thidua {
std::span<const EmbeddedFile> embeddedContestPrizes();
}

namespace thidua::services {

using namespace domain;

namespace {

constexpr int kOpenForDays = 30;   ///< what a new call proposes; both are changed as one likes
constexpr int kJudgedAfterDays = 7;
constexpr int kMostPrizes = 999;

std::vector<PrizeDraft> usualPrizes()
{
    std::vector<PrizeDraft> prizes;
    for (const auto& line : readWordLines(embeddedContestPrizes().front().bytes))
        prizes.push_back({std::nullopt, line.words.at(0), std::stoi(line.words.at(1))});
    return prizes;
}

ContestDraft tidied(ContestDraft draft)
{
    tidy(draft.contest.name);
    for (auto& prize : draft.prizes)
        tidy(prize.name);
    std::erase_if(draft.prizes, [](const auto& prize) { return prize.name.empty() && !prize.quantity; });
    return draft;
}

/// What the file says against a call, beside what validate() sees.
class CallCheck {
public:
    CallCheck(Reader& reader, const ContestDraft& draft, std::optional<ContestId> self) : m_reader(reader), m_draft(draft), m_self(self), m_issues(validate(draft)) {}

    Result<void> run()
    {
        const auto& contest = m_draft.contest;
        const auto kind = m_reader.find<ActivityKind>(contest.kind);
        if (kind && !kind->data.hasResult)
            m_issues.push_back({"kind", "contest.kind-without-result", {kind->data.name}});
        if (kind && kind->data.hasHelped)
            m_issues.push_back({"kind", "contest.kind-helps", {kind->data.name}});
        for (const auto& other : repo::contests(m_reader, contest.year))
            if (other.id != m_self && nameKey(other.data.name) == nameKey(contest.name))
                m_issues.push_back({"name", "contest.exists", {contest.name}});
        days();
        judges();
        if (m_self)
            entries(*m_self);
        if (!m_issues.empty())
            return fail(std::move(m_issues));
        return {};
    }

private:
    void days()
    {
        const auto days = repo::daysOf(m_reader, m_draft.contest.year);
        const auto year = repo::yearNumber(m_reader, m_draft.contest.year);
        if (!days || !year)
            return;
        const std::pair<const char*, Date> all[] = {{"from", m_draft.contest.from}, {"closesOn", m_draft.contest.closesOn}, {"judgedOn", m_draft.contest.judgedOn}};
        for (const auto& [field, day] : all)
            if (day < days->first || day > days->second)
                m_issues.push_back({field, "contest.outside-year", {day.vn(), year->screen(), days->first.vn(), days->second.vn()}});
    }

    void judges()
    {
        const PeopleLookup people(m_reader, m_draft.contest.year);
        for (const auto& person : m_draft.judges) {
            const auto view = people.view(SubjectRef::of(person));
            if (view.leftOn && *view.leftOn <= m_draft.contest.judgedOn)
                m_issues.push_back({"judges", "contest.judge-left", {view.named(), view.leftOn->vn(), m_draft.contest.judgedOn.vn()}});
        }
        if (!m_self)
            return;
        std::set<ContestJudgeId> marked;
        for (const auto& mark : repo::marksOf(m_reader, *m_self))
            marked.insert(mark.data.judge);
        for (const auto& judge : repo::judgesOf(m_reader, *m_self))
            if (marked.contains(judge.id) && std::ranges::find(m_draft.judges, judge.data.person) == m_draft.judges.end())
                m_issues.push_back({"judges", "contest.judge-marked", {people.view(SubjectRef::of(judge.data.person)).named()}});
    }

    /// What has been received, marked and given stands by the call as it is then.
    void entries(ContestId id)
    {
        const auto& contest = m_draft.contest;
        std::map<ContestEntryId, std::string> codes;
        std::map<ContestPrizeId, int> given;
        for (const auto& entry : repo::entriesOf(m_reader, id)) {
            codes[entry.id] = entry.data.code;
            if (entry.data.receivedOn > contest.closesOn)
                m_issues.push_back({"closesOn", "contest.closes-before-entry", {entry.data.code, entry.data.receivedOn.vn()}});
            if (entry.data.receivedOn < contest.from)
                m_issues.push_back({"from", "contest.begins-after-entry", {entry.data.code, entry.data.receivedOn.vn()}});
            if (entry.data.prize)
                ++given[*entry.data.prize];
        }
        for (const auto& mark : repo::marksOf(m_reader, id))
            if (auto issue = markIssue(contest, mark.data.mark, codes[mark.data.entry])) {
                issue->field = mark.data.mark > contest.maxMark ? "maxMark" : "step";
                m_issues.push_back(std::move(*issue));
                break;
            }
        for (const auto& prize : repo::prizesOf(m_reader, id)) {
            const auto kept = std::ranges::find(m_draft.prizes, std::optional(prize.id), &PrizeDraft::id);
            const int room = kept == m_draft.prizes.end() ? 0 : kept->quantity.value_or(0);
            if (given[prize.id] > room)
                m_issues.push_back({"prizes", "contest.prize-given", {prize.data.name, std::to_string(given[prize.id])}});
        }
    }

    Reader& m_reader;
    const ContestDraft& m_draft;
    std::optional<ContestId> m_self;
    std::vector<FieldIssue> m_issues;
};

void writePrizes(Tx& tx, ContestId id, const std::vector<PrizeDraft>& prizes)
{
    std::set<ContestPrizeId> kept;
    int seq = 0;
    for (const auto& prize : prizes) {
        const ContestPrize row{id, ++seq, prize.name, prize.quantity.value_or(1)};
        if (prize.id) {
            tx.update(*prize.id, row);
            kept.insert(*prize.id);
        } else {
            kept.insert(tx.insert(row));
        }
    }
    for (const auto& row : repo::prizesOf(tx, id))
        if (!kept.contains(row.id))
            tx.remove<ContestPrize>(row.id);
}

void writeJudges(Tx& tx, ContestId id, const std::vector<PersonId>& judges)
{
    std::set<PersonId> there;
    for (const auto& row : repo::judgesOf(tx, id))
        if (std::ranges::find(judges, row.data.person) == judges.end())
            tx.remove<ContestJudge>(row.id);
        else
            there.insert(row.data.person);
    for (const auto& person : judges)
        if (there.insert(person).second)
            tx.insert(ContestJudge{id, person});
}

}

std::vector<FieldIssue> validate(const ContestDraft& draft)
{
    const auto& contest = draft.contest;
    std::vector<FieldIssue> issues;
    require(issues, contest.name, "name", "contest.name-missing");
    if (contest.kind == ActivityKindId(0))
        issues.push_back({"kind", "contest.kind-missing", {}});
    if (contest.closesOn < contest.from)
        issues.push_back({"closesOn", "contest.closes-early", {contest.closesOn.vn(), contest.from.vn()}});
    if (contest.judgedOn < contest.closesOn)
        issues.push_back({"judgedOn", "contest.judged-early", {contest.judgedOn.vn(), contest.closesOn.vn()}});
    if (contest.maxMark < 1)
        issues.push_back({"maxMark", "contest.max-absurd", {}});
    if (contest.step < 1 || contest.step > contest.maxMark)
        issues.push_back({"step", "contest.step-absurd", {markText(contest.maxMark)}});
    std::set<std::string> names;
    for (const auto& prize : draft.prizes) {
        if (prize.name.empty() && prize.quantity)
            issues.push_back({"prizes", "contest.prize-nameless", {}});
        else if (!prize.name.empty() && (prize.quantity.value_or(0) < 1 || prize.quantity.value_or(0) > kMostPrizes))
            issues.push_back({"prizes", "contest.prize-count", {prize.name}});
        else if (!prize.name.empty() && !names.insert(nameKey(prize.name)).second)
            issues.push_back({"prizes", "contest.prize-twice", {prize.name}});
    }
    return issues;
}

std::optional<FieldIssue> markIssue(const Contest& contest, int mark, const std::string& code)
{
    if (mark < 0 || mark > contest.maxMark)
        return FieldIssue{"marks", "contest.mark-above", {markText(mark), code, markText(contest.maxMark)}};
    if (contest.step > 0 && mark % contest.step != 0)
        return FieldIssue{"marks", "contest.mark-between", {markText(mark), code, markText(contest.step)}};
    return std::nullopt;
}

Result<std::vector<ContestRow>> ContestService::contests(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<ContestRow>> {
        std::vector<ContestRow> rows;
        const auto all = repo::contests(reader, year);
        if (all.empty())
            return rows;
        const PeopleLookup people(reader, year);
        for (const auto& contest : all)
            rows.push_back(contestRow(reader, people, contest));
        return rows;
    });
}

Result<ContestRow> ContestService::contest(ContestId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<ContestRow> {
        TD_TRY(const auto contest, need<Contest>(reader, id));
        return contestRow(reader, PeopleLookup(reader, contest.data.year), contest);
    });
}

Result<ContestDraft> ContestService::proposed(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<ContestDraft> {
        const auto days = repo::daysOf(reader, year);
        if (!days)
            return fail(ErrorCode::NotFound, "row.not-found");
        const auto within = [&days](Date day) { return std::clamp(day, days->first, std::max(days->first, days->second)); };
        ContestDraft draft;
        draft.contest.year = year;
        draft.contest.from = within(m_file.clock().today());
        draft.contest.closesOn = within(draft.contest.from.plusDays(kOpenForDays));
        draft.contest.judgedOn = within(draft.contest.closesOn.plusDays(kJudgedAfterDays));
        if (const auto last = repo::lastContestWithPrizes(reader)) {
            const auto before = reader.find<Contest>(*last);
            draft.contest.kind = before->data.kind;
            draft.contest.maxMark = before->data.maxMark;
            draft.contest.step = before->data.step;
            draft.contest.participants = before->data.participants;
            for (const auto& prize : repo::prizesOf(reader, *last))
                draft.prizes.push_back({std::nullopt, prize.data.name, prize.data.quantity});
        } else {
            draft.prizes = usualPrizes();
        }
        return draft;
    });
}

Written<ContestId> ContestService::add(const ContestDraft& given)
{
    return writeTo<ContestId>(m_file, Op::AddContest, [&](Tx& tx) -> Result<ContestId> {
        auto draft = tidied(given);
        draft.contest.state = ContestState::Open;
        draft.contest.confirmedOn.reset();
        TD_CHECK(CallCheck(tx, draft, std::nullopt).run());
        tx.setLabel({draft.contest.name});
        const auto id = tx.insert(draft.contest);
        for (auto& prize : draft.prizes)
            prize.id.reset();
        writePrizes(tx, id, draft.prizes);
        writeJudges(tx, id, draft.judges);
        return id;
    });
}

Written<Done> ContestService::edit(ContestId id, const ContestDraft& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditContest, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<Contest>(tx, id));
        auto draft = tidied(given);
        draft.contest.year = before.data.year;
        draft.contest.state = before.data.state;
        draft.contest.confirmedOn = before.data.confirmedOn;
        TD_CHECK(CallCheck(tx, draft, id).run());
        tx.setLabel({draft.contest.name});
        tx.update(id, draft.contest, version);
        writePrizes(tx, id, draft.prizes);
        writeJudges(tx, id, draft.judges);
        return Done{};
    });
}

Written<Done> ContestService::remove(ContestId id)
{
    return writeTo<Done>(m_file, Op::RemoveContest, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto contest, need<Contest>(tx, id));
        TD_CHECK(checkStep(contest.data.state, ContestEvent::Remove, contest.data.name));
        tx.setLabel({contest.data.name});
        for (const auto& row : repo::marksOf(tx, id))
            tx.remove<ContestMark>(row.id);
        for (const auto& row : repo::authorsOf(tx, id))
            tx.remove<ContestAuthor>(row.id);
        for (const auto& row : repo::entriesOf(tx, id))
            tx.remove<ContestEntry>(row.id);
        writeJudges(tx, id, {});
        writePrizes(tx, id, {});
        tx.remove<Contest>(id);
        return Done{};
    });
}

}
