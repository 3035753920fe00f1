// SPDX-License-Identifier: GPL-3.0-or-later
// What is handed in to a contest, and the judges' marks.
#include "base/name_keys.h"
#include "services/core/internal.h"
#include "services/core/steps.h"
#include "services/follow/contest_rows.h"
#include "storage/repo/contest_repo.h"

#include <algorithm>
#include <set>

namespace thidua::services {

using namespace domain;

namespace {

std::string nextCode(const ContestRow& contest)
{
    const auto taken = [&contest](const std::string& code) {
        return std::ranges::any_of(contest.entries, [&code](const auto& entry) { return entry.entry.code == code; });
    };
    auto number = static_cast<long long>(contest.entries.size());
    std::string code;
    do
        code = twoFigures(++number);
    while (taken(code));
    return code;
}

Result<ContestRow> needContest(Reader& reader, ContestId id)
{
    TD_TRY(const auto contest, need<Contest>(reader, id));
    return contestRow(reader, PeopleLookup(reader, contest.data.year), contest);
}

/// What the file says against an entry, beside what validate() sees.
class EntryCheck {
public:
    EntryCheck(Reader& reader, Date today, const ContestRow& contest, const ContestEntryDraft& draft, std::optional<ContestEntryId> self)
        : m_people(reader, contest.contest.year), m_today(today), m_contest(contest), m_draft(draft), m_self(self), m_issues(validate(draft))
    {
    }

    Result<void> run()
    {
        const auto& entry = m_draft.entry;
        const auto& call = m_contest.contest;
        if (entry.receivedOn > call.closesOn)
            m_issues.push_back({"receivedOn", "contest.entry-late", {entry.receivedOn.vn(), call.closesOn.vn()}});
        else if (entry.receivedOn < call.from)
            m_issues.push_back({"receivedOn", "contest.entry-early", {entry.receivedOn.vn(), call.from.vn()}});
        else if (entry.receivedOn > m_today)
            m_issues.push_back({"receivedOn", "contest.entry-to-come", {entry.receivedOn.vn()}});
        if (entry.story && !entry.prize)
            m_issues.push_back({"story", "contest.story-without-prize", {}});
        for (const auto& author : m_draft.authors)
            whose(author);
        for (const auto& other : m_contest.entries)
            beside(other);
        if (!m_issues.empty())
            return fail(std::move(m_issues));
        return {};
    }

private:
    void whose(const SubjectRef& author)
    {
        const auto view = m_people.view(author);
        if (view.name.empty())
            m_issues.push_back({"authors", "contest.author-missing", {}});
        else if (view.leftOn && *view.leftOn <= m_draft.entry.receivedOn)
            m_issues.push_back({"authors", "contest.author-left", {view.named(), view.leftOn->vn(), m_draft.entry.receivedOn.vn()}});
    }

    void beside(const ContestEntryRow& other)
    {
        if (other.id == m_self) {
            for (const auto& judge : m_contest.judges)
                if (other.marks.contains(judge.id) && std::ranges::find(m_draft.authors, SubjectRef::of(judge.person)) != m_draft.authors.end())
                    m_issues.push_back({"authors", "contest.own-entry", {judge.name, other.entry.code}});
            return;
        }
        if (other.entry.code == m_draft.entry.code)
            m_issues.push_back({"code", "contest.code-taken", {other.entry.code}});
        if (nameKey(other.entry.title) != nameKey(m_draft.entry.title))
            return;
        for (const auto& author : other.authors)
            if (std::ranges::find(m_draft.authors, author.subject) != m_draft.authors.end())
                m_issues.push_back({"title", "contest.entry-twice", {other.entry.title, author.name, other.entry.code}});
    }

    PeopleLookup m_people;
    Date m_today;
    const ContestRow& m_contest;
    const ContestEntryDraft& m_draft;
    std::optional<ContestEntryId> m_self;
    std::vector<FieldIssue> m_issues;
};

ContestEntryDraft tidied(ContestEntryDraft draft, const ContestRow& contest)
{
    tidy(draft.entry.title);
    tidy(draft.entry.code);
    if (draft.entry.code.empty())
        draft.entry.code = nextCode(contest);
    std::vector<SubjectRef> once;
    for (const auto& author : draft.authors)
        if (std::ranges::find(once, author) == once.end())
            once.push_back(author);
    draft.authors = std::move(once);
    return draft;
}

void writeAuthors(Tx& tx, ContestId contest, ContestEntryId entry, const std::vector<SubjectRef>& authors)
{
    std::set<SubjectRef> there;
    for (const auto& row : repo::authorsOf(tx, contest)) {
        if (row.data.entry != entry)
            continue;
        if (std::ranges::find(authors, row.data.subject) == authors.end())
            tx.remove<ContestAuthor>(row.id);
        else
            there.insert(row.data.subject);
    }
    for (const auto& author : authors)
        if (!there.contains(author))
            tx.insert(ContestAuthor{contest, entry, author});
}

std::string labelOf(const ContestEntry& entry)
{
    return entry.code + " “" + entry.title + "”";
}

/// One mark against the contest: who marks what, and how high.
std::optional<FieldIssue> issueOf(const ContestRow& contest, const MarkEntry& mark)
{
    const auto entry = std::ranges::find(contest.entries, mark.entry, &ContestEntryRow::id);
    const auto judge = std::ranges::find(contest.judges, mark.judge, &ContestJudgeRow::id);
    std::optional<FieldIssue> issue;
    if (entry == contest.entries.end() || judge == contest.judges.end())
        issue = FieldIssue{{}, "row.not-found", {}};
    else if (mark.mark && entry->isOf(judge->person))
        issue = FieldIssue{{}, "contest.own-entry", {judge->name, entry->entry.code}};
    else if (mark.mark)
        issue = markIssue(contest.contest, *mark.mark, entry->entry.code);
    if (issue)
        issue->field = "marks." + std::to_string(mark.entry.value()) + "." + std::to_string(mark.judge.value());
    return issue;
}

}

std::vector<FieldIssue> validate(const ContestEntryDraft& draft)
{
    std::vector<FieldIssue> issues;
    require(issues, draft.entry.title, "title", "contest.title-missing");
    if (draft.authors.empty())
        issues.push_back({"authors", "contest.author-missing", {}});
    return issues;
}

Written<ContestEntryId> ContestService::addEntry(const ContestEntryDraft& given)
{
    return writeTo<ContestEntryId>(m_file, Op::AddContestEntry, [&](Tx& tx) -> Result<ContestEntryId> {
        TD_TRY(const auto contest, needContest(tx, given.entry.contest));
        auto draft = tidied(given, contest);
        draft.entry.prize.reset();
        TD_CHECK(EntryCheck(tx, m_file.clock().today(), contest, draft, std::nullopt).run());
        tx.setLabel({labelOf(draft.entry)});
        const auto id = tx.insert(draft.entry);
        writeAuthors(tx, contest.id, id, draft.authors);
        return id;
    });
}

Written<Done> ContestService::editEntry(ContestEntryId id, const ContestEntryDraft& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditContestEntry, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<ContestEntry>(tx, id));
        TD_TRY(const auto contest, needContest(tx, before.data.contest));
        auto draft = tidied(given, contest);
        draft.entry.contest = before.data.contest;
        draft.entry.prize = before.data.prize;
        TD_CHECK(EntryCheck(tx, m_file.clock().today(), contest, draft, id).run());
        tx.setLabel({labelOf(draft.entry)});
        tx.update(id, draft.entry, version);
        writeAuthors(tx, contest.id, id, draft.authors);
        return Done{};
    });
}

Written<Done> ContestService::removeEntry(ContestEntryId id)
{
    return writeTo<Done>(m_file, Op::RemoveContestEntry, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto entry, need<ContestEntry>(tx, id));
        tx.setLabel({labelOf(entry.data)});
        for (const auto& row : repo::marksOf(tx, entry.data.contest))
            if (row.data.entry == id)
                tx.remove<ContestMark>(row.id);
        writeAuthors(tx, entry.data.contest, id, {});
        tx.remove<ContestEntry>(id);
        return Done{};
    });
}

Written<Done> ContestService::recordMarks(ContestId id, const std::vector<MarkEntry>& marks)
{
    return writeTo<Done>(m_file, Op::RecordContestMarks, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto contest, needContest(tx, id));
        std::vector<FieldIssue> issues;
        for (const auto& mark : marks)
            if (auto issue = issueOf(contest, mark))
                issues.push_back(std::move(*issue));
        if (!issues.empty())
            return fail(std::move(issues));
        std::map<std::pair<ContestEntryId, ContestJudgeId>, RowId> there;
        for (const auto& row : repo::marksOf(tx, id))
            there.emplace(std::pair(row.data.entry, row.data.judge), row.id);
        for (const auto& mark : marks) {
            const auto found = there.find({mark.entry, mark.judge});
            if (found == there.end() && mark.mark)
                there.emplace(std::pair(mark.entry, mark.judge), tx.insert(ContestMark{id, mark.entry, mark.judge, *mark.mark}));
            else if (found != there.end() && mark.mark)
                tx.update(found->second, ContestMark{id, mark.entry, mark.judge, *mark.mark});
            else if (found != there.end()) {
                tx.remove<ContestMark>(found->second);
                there.erase(found);
            }
        }
        tx.setLabel({contest.contest.name});
        return Done{};
    });
}

}
