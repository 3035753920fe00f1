// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/first_letter.h"
#include "base/hour.h"
#include "documents/builders/minutes.h"
#include "domain/ballot_round.h"
#include "domain/decision.h"
#include "domain/kept_verdict.h"
#include "rules/council_seats.h"
#include "services/follow/score_rows.h"
#include "services/papers/paper_views.h"
#include "services/people/people_lookup.h"
#include "services/review/council_service.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

/// "bà Trần Thị Minh Nguyệt, Hiệu trưởng (Chủ tịch Hội đồng)"
std::string memberPhrase(const documents::Template& words, const PeopleLookup& people, const MemberRow& row)
{
    return words.text("member", {{"salutation", row.salutation}, {"name", people.view(SubjectRef::of(row.member.person)).namedOnPaper(row.plainName)}, {"post", row.member.title},
                                 {"role", text::label("council-role", toCode(row.member.role))}});
}

/// Lines as the items of a list: "- …;" and "- … ." at the end.
std::vector<std::string> itemsOf(const documents::Template& words, const std::string& text)
{
    auto items = linesOf(text);
    for (std::size_t i = 0; i < items.size(); ++i) {
        while (!items[i].empty() && (items[i].back() == '.' || items[i].back() == ';'))
            items[i].pop_back();
        items[i] = words.text("item", {{"text", items[i]}, {"last", std::int64_t{i + 1 == items.size()}}});
    }
    return items;
}

std::optional<documents::MomentView> momentOf(const std::string& time, Date date)
{
    const auto hour = readHour(time);
    return hour ? std::optional(documents::MomentView{hour->hour, hour->minute, date}) : std::nullopt;
}

/// “dòng Chiến sĩ thi đua cơ sở của ông Lê Văn Thắng”: a person may stand on several lines.
std::string linePhrase(const documents::Template& words, const TallyRow& row)
{
    if (row.line.initiative)
        return words.text("ballot-initiative", {{"title", row.name}});
    return words.text("ballot-line", {{"honour", row.honourName}, {"salutation", row.salutation}, {"name", row.nameOnPaper}});
}

using Lines = std::vector<const TallyRow*>;

/// The lines of each paper: those of one honour stand on one.
std::vector<Lines> papersOf(const MeetingDetail& detail)
{
    std::vector<Lines> papers;
    for (const auto& row : detail.tallies) {
        if (!row.tally)
            continue;
        if (papers.empty() || papers.back().front()->honourName != row.honourName)
            papers.emplace_back();
        papers.back().push_back(&row);
    }
    return papers;
}

/// What of a line is told in one sentence with others like it.
auto figuresOf(const TallyRow& row)
{
    return std::tuple(row.tally->issued, row.tally->collected, row.tally->valid, row.tally->invalid, row.ownLine);
}

/// How many papers went out and came back. Who does not vote on a line still has the paper with the others.
documents::BallotCountView sheetsOf(const MeetingDetail& detail, const Lines& lines)
{
    documents::BallotCountView sheets;
    bool toAll = true, back = true;
    std::map<CouncilMemberId, std::size_t> recused;
    for (const auto* row : lines) {
        sheets.issued = std::max(sheets.issued, row->tally->issued);
        sheets.collected = std::max(sheets.collected, row->tally->collected);
        toAll = toAll && row->tally->issued == row->voters.most();
        back = back && row->tally->collected == row->tally->issued;
        for (const auto& one : detail.recusals)
            if (one.line == row->line)
                ++recused[one.member];
    }
    if (!toAll)
        return sheets;
    const auto none = std::ranges::count_if(recused, [&lines](const auto& one) { return one.second == lines.size(); });
    sheets.issued = lines.front()->voters.present + lines.front()->voters.byLetter - static_cast<int>(none);
    if (back)
        sheets.collected = sheets.issued;
    return sheets;
}

documents::BallotCountView countOf(const TallyRow& row, std::string subject, documents::BallotCountView::Of of)
{
    return {std::move(subject), row.tally->issued, row.tally->collected, row.tally->valid, row.tally->invalid, of};
}

/// The lines of one paper that did not come out alike: those with the same figures in one sentence, what remains last.
void addLines(const documents::Template& words, const Lines& lines, std::vector<documents::BallotCountView>& counts)
{
    std::vector<Lines> groups;
    for (const auto* row : lines) {
        const auto same = std::ranges::find_if(groups, [row](const Lines& group) { return figuresOf(*group.front()) == figuresOf(*row); });
        if (same == groups.end())
            groups.push_back({row});
        else
            same->push_back(row);
    }
    const auto rest = [](const Lines& group) { return group.size() > 4 && !group.front()->ownLine; };
    std::ranges::stable_partition(groups, [&rest](const Lines& group) { return !rest(group); });
    for (const auto& group : groups) {
        std::vector<std::string> names;
        for (const auto* row : group)
            names.push_back(words.text("ballot-name", {{"initiatives", std::int64_t{row->line.initiative.has_value()}}, {"title", row->name},
                                                       {"salutation", row->salutation}, {"name", row->nameOnPaper}}));
        auto subject = words.text(names.size() <= 4 ? "ballot-few" : "ballot-many",
                                  {{"names", names}, {"count", documents::figure(names.size())}, {"own", std::int64_t{group.front()->ownLine}}});
        counts.push_back(countOf(*group.front(), std::move(subject), documents::BallotCountView::Of::Line));
    }
}

std::vector<documents::BallotCountView> countsOf(const documents::Template& words, const MeetingDetail& detail)
{
    using Of = documents::BallotCountView::Of;
    std::vector<documents::BallotCountView> counts;
    const auto papers = papersOf(detail);
    for (const auto& lines : papers) {
        const auto& first = *lines.front();
        const bool many = lines.size() > 1;
        const auto subject = papers.size() == 1 && !many ? std::string()
            : words.text("sheet", {{"honour", first.honourName}, {"initiatives", std::int64_t{first.line.initiative.has_value()}},
                                   {"collectives", std::int64_t{first.collective}}, {"lines", many ? documents::figure(lines.size()) : 0}});
        const bool alike = std::ranges::all_of(lines, [&first](const auto* row) { return figuresOf(*row) == figuresOf(first); });
        if (!many || (alike && first.voters.recused.empty())) {
            counts.push_back(countOf(first, subject, Of::Whole));
            continue;
        }
        auto sheets = sheetsOf(detail, lines);
        sheets.subject = subject;
        sheets.of = Of::Sheet;
        counts.push_back(std::move(sheets));
        addLines(words, lines, counts);
    }
    return counts;
}

/// “phát ra 08 phiếu, thu về 08 phiếu” of an honour whose paper carries several lines.
std::string sheetsText(const documents::Template& words, const MeetingDetail& detail, const std::string& honourName)
{
    for (const auto& lines : papersOf(detail))
        if (lines.front()->honourName == honourName && lines.size() > 1) {
            const auto sheets = sheetsOf(detail, lines);
            return words.text("sheets", {{"issued", std::int64_t{sheets.issued}}, {"collected", std::int64_t{sheets.collected}}});
        }
    return {};
}

std::string thresholdOf(const documents::Template& words, const rules::Catalogue& catalogue, const TallyRow& row, int members)
{
    return words.text(row.byArticle ? "threshold" : "threshold-school",
                      {{"needed", std::int64_t{row.needed}}, {"members", std::int64_t{members}}, {"threshold", percentOnPaper(row.shareText)},
                       {"citation", rules::citedInFull(catalogue, row.article)}});
}

/// How the votes were held, beside one round on paper: at the machine and by whom, again, and what was given up.
void addRounds(const documents::Template& words, const MeetingDetail& detail, std::vector<std::string>& lines)
{
    const bool two = detail.round > 1;
    for (const auto& round : detail.rounds) {
        if (round.round.state == RoundState::Void)
            lines.push_back(words.text("round-void", {{"round", std::int64_t{round.round.round}}, {"reason", round.round.reason}}));
        else if (round.round.state == RoundState::Closed)
            lines.push_back(words.text("at-machine", {{"round", std::int64_t{two ? round.round.round : 0}}, {"names", round.voters},
                                                      {"count", static_cast<std::int64_t>(round.voters.size())}}));
    }
    for (const auto& row : detail.tallies)
        if (row.earlier)
            lines.push_back(words.text("first-round", {{"ballot", linePhrase(words, row)}, {"issued", std::int64_t{row.earlier->inFavour}},
                                                       {"members", std::int64_t{detail.members}}}));
    std::vector<std::string> other;
    for (const auto& row : detail.tallies)
        if (row.tally && row.tally->other.value_or(0) > 0)
            other.push_back(words.text("other-line", {{"ballot", linePhrase(words, row)}, {"other", std::int64_t{*row.tally->other}}}));
    if (!other.empty())
        lines.push_back(words.text("others", {{"names", other}}));
}

/// What the initiatives were given before the vote, in one sentence; none where nobody scored them.
std::vector<std::string> scoresOf(const documents::Template& words, const PaperSource& source, const MeetingDetail& detail)
{
    if (detail.council.council.kind != CouncilKind::Initiative)
        return {};
    const auto board = scoreBoard(source.reader, source.file.rules(), detail.id);
    std::vector<std::string> given;
    for (const auto& row : board ? board->rows : std::vector<ScoredInitiative>())
        if (row.score.sheets > 0)
            given.push_back(words.text("score", {{"title", row.title}, {"count", row.score.mean ? meanText(*row.score.mean) : std::string()},
                                                 {"text", row.score.grade ? lowerFirst(text::label("initiative-grade", toCode(*row.score.grade))) : std::string()}}));
    if (given.empty())
        return {};
    return {words.text("scores", {{"names", given}})};
}

/// Who voted in writing, and who did not vote on which line.
std::vector<std::string> votersOf(const documents::Template& words, const rules::Catalogue& catalogue, const PeopleLookup& people, const MeetingDetail& detail,
                                  const std::vector<std::string>& scores)
{
    std::vector<std::string> lines, letters, own, others;
    const auto phrase = [&](CouncilMemberId id) {
        const auto member = std::ranges::find(detail.council.members, id, &MemberRow::id);
        const auto view = people.view(SubjectRef::of(member->member.person));
        return (view.salutation.empty() ? std::string() : lower(view.salutation) + " ") + view.namedOnPaper(view.name);
    };
    std::string article;
    for (const auto& row : detail.tallies)
        article = article.empty() && row.tally ? row.byLetter : article;
    for (const auto& row : detail.attendance)
        if (row.byLetter && !article.empty())
            letters.push_back(phrase(row.member.id));
    for (const auto& recusal : detail.recusals) {
        const auto row = std::ranges::find(detail.tallies, recusal.line, &TallyRow::line);
        if (row == detail.tallies.end() || !row->tally)
            continue;
        const auto name = phrase(recusal.member);
        if (!recusal.own)
            others.push_back(words.text("recused-other", {{"member", name}, {"ballot", linePhrase(words, *row)}, {"reason", recusal.reason}}));
        else if (std::ranges::find(own, name) == own.end())
            own.push_back(name);
    }
    addRounds(words, detail, lines);
    lines.insert(lines.end(), scores.begin(), scores.end());
    if (!letters.empty())
        lines.push_back(words.text("by-letter", {{"names", letters}, {"citation", rules::citedInFull(catalogue, article)}}));
    if (!own.empty())
        lines.push_back(words.text("recused-own", {{"names", own}}));
    lines.insert(lines.end(), others.begin(), others.end());
    return lines;
}

std::vector<std::string> tellersOf(const documents::Template& words, const PeopleLookup& people, const MeetingDetail& detail)
{
    std::vector<std::string> phrases;
    for (const auto& teller : detail.tellers) {
        const auto view = people.view(SubjectRef::of(teller.person));
        phrases.push_back(words.text("teller", {{"salutation", teller.salutation}, {"name", view.namedOnPaper(view.name)}, {"post", teller.title},
                                                {"last", std::int64_t{phrases.empty()}}}));
    }
    return phrases;
}

std::optional<documents::VoteView> voteOf(const documents::Template& words, const rules::Catalogue& catalogue, const PeopleLookup& people, const MeetingDetail& detail,
                                          const std::vector<std::string>& scores)
{
    documents::VoteView vote;
    vote.members = detail.members;
    vote.present = detail.present;
    vote.tellers = tellersOf(words, people, detail);
    vote.voters = votersOf(words, catalogue, people, detail, scores);
    vote.counts = countsOf(words, detail);
    for (const auto& row : detail.tallies) {
        if (!row.tally)
            continue;
        if (vote.groups.empty() || vote.groups.back().title != row.honourName)
            vote.groups.push_back({row.honourName, {}, thresholdOf(words, catalogue, row, detail.members), row.line.initiative.has_value(),
                                   sheetsText(words, detail, row.honourName)});
        const auto& tally = *row.tally;
        vote.groups.back().rows.push_back({row.nameOnPaper, row.postOnPaper, tally.issued, tally.collected, tally.valid, tally.invalid, tally.inFavour,
                                           tally.against.value_or(tally.notInFavour()), row.passes});
        if (row.passes && row.verdict != toCode(KeptVerdict::Eligible) && !row.overrideReason.empty())
            vote.otherwise.push_back(words.text("otherwise-line", {{"member", (row.salutation.empty() ? std::string() : lower(row.salutation) + " ") + row.nameOnPaper},
                                                                   {"honour", row.honourName}, {"verdict", text::label("verdict", row.verdict)},
                                                                   {"issued", std::int64_t{tally.inFavour}}, {"members", std::int64_t{detail.members}},
                                                                   {"reason", row.overrideReason}}));
    }
    return vote.groups.empty() ? std::nullopt : std::optional(std::move(vote));
}

/// “Ông Lê Văn Thắng không đạt “Chiến sĩ thi đua cơ sở”; Hội đồng bỏ phiếu …”: each who was put to the vote for a lower title.
void addLowered(const documents::Template& words, const MeetingDetail& detail, std::vector<std::string>& lines)
{
    for (const auto& row : detail.tallies) {
        const auto below = row.loweredTo ? std::ranges::find(detail.tallies, BallotLine::of(*row.loweredTo), &TallyRow::line) : detail.tallies.end();
        if (!row.tally || below == detail.tallies.end() || !below->tally)
            continue;
        lines.push_back(words.text("lowered", {{"member", (row.salutation.empty() ? std::string() : lower(row.salutation) + " ") + row.nameOnPaper}, {"honour", row.honourName},
                                               {"title", below->honourName}, {"issued", std::int64_t{below->tally->inFavour}},
                                               {"members", std::int64_t{detail.members}}, {"passed", std::int64_t{below->passes}}}));
    }
}

/// What team, union and party cell had said of those who were voted on.
std::vector<std::string> opinionsOf(const PaperSource& source, const documents::Template& words, const MeetingDetail& detail)
{
    std::vector<NominationId> voted;
    for (const auto& row : detail.tallies)
        if (row.tally && row.line.nomination)
            voted.push_back(*row.line.nomination);
    return opinionLines(source, words, voted);
}

/// What was written, each once, and what the votes came to where that is not written.
std::vector<std::string> conclusionsOf(const documents::Template& words, const MeetingDetail& detail)
{
    std::vector<std::string> conclusions;
    for (auto& line : linesOf(detail.meeting.conclusions))
        if (std::ranges::find(conclusions, line) == conclusions.end())
            conclusions.push_back(std::move(line));
    struct Passed {
        std::string honour;
        bool collective;
        int count;
    };
    std::vector<Passed> passed;
    std::int64_t initiatives = 0;
    for (const auto& row : detail.tallies) {
        if (!row.tally || !row.passes)
            continue;
        const auto found = std::ranges::find(passed, row.honourName, &Passed::honour);
        if (row.line.initiative)
            ++initiatives;
        else if (found == passed.end())
            passed.push_back({row.honourName, row.collective, 1});
        else
            ++found->count;
    }
    const auto written = [&conclusions](const std::string& part) {
        return std::ranges::any_of(conclusions, [&part](const auto& text) { return text.find(part) != std::string::npos; });
    };
    std::vector<documents::Fields> rows;
    for (const auto& one : passed)
        if (!written("“" + one.honour + "”"))
            rows.push_back({{"honour", one.honour}, {"count", std::int64_t{one.count}}, {"collectives", std::int64_t{one.collective}}});
    addLowered(words, detail, conclusions);
    if (!rows.empty())
        conclusions.push_back(words.text("proposed", {{"passed", std::move(rows)}}));
    if (initiatives > 0 && !written(words.text("initiatives-written")))
        conclusions.push_back(words.text("recognise", {{"count", initiatives}}));
    return conclusions;
}

void addPeople(documents::MinutesView& view, const documents::Template& words, const PeopleLookup& people, const MeetingDetail& detail, const std::string& decision)
{
    view.councilFounded = words.text("founded", {{"council", detail.council.council.name}, {"members", std::int64_t{detail.members}}, {"decision", decision},
                                                 {"missing", documents::kMissing}});
    for (const auto& row : detail.attendance) {
        if (row.present)
            view.presentMembers.push_back(memberPhrase(words, people, row.member));
        else
            view.absentMembers.push_back(words.text("absent", {{"member", memberPhrase(words, people, row.member)}, {"reason", row.reason}}));
    }
    if (const auto* chair = presiding(detail)) {
        view.chair = capitalised(memberPhrase(words, people, *chair));
        view.paper.signer = {{}, chair->plainName};
    }
    if (const auto* secretary = keepingMinutes(detail)) {
        view.secretary = capitalised(memberPhrase(words, people, *secretary));
        view.secretarySigner = {{}, secretary->plainName};
    }
}

}

Result<documents::Document> minutesPaper(const PaperSource& source, MeetingId id)
{
    TD_TRY(const auto detail, CouncilService(source.file).meeting(id));
    const auto& words = documents::shippedTemplate("minutes");
    documents::MinutesView view;
    view.paper.issuer = source.councilIssuer(detail.council.council.kind);
    const auto& number = detail.meeting.number;
    view.paper.number = {number.number ? twoFigures(*number.number) + number.suffix : std::string(),
                         number.symbol.empty() ? minutesSymbol(detail.council.council.kind) : number.symbol};
    view.paper.date = detail.meeting.heldOn;
    view.paper.recipients = words.lines("recipients");
    view.subject = detail.meeting.title;
    view.opened = momentOf(detail.meeting.starts, detail.meeting.heldOn);
    view.venue = detail.meeting.place;
    const auto decision = detail.council.council.decision ? source.reader.find<Decision>(*detail.council.council.decision) : std::nullopt;
    const PeopleLookup people(source.reader, source.yearId);
    addPeople(view, words, people, detail, decision ? decision->data.number.text() + " " + decision->data.number.issuedOn->words() : std::string());
    if (const auto agenda = itemsOf(words, detail.meeting.agenda); !agenda.empty())
        view.sections.push_back({words.text("agenda"), agenda});
    auto discussion = linesOf(detail.meeting.discussion);
    // What the absent wrote is read out with what the others said.
    for (const auto& row : detail.attendance)
        if (!row.present && !row.opinion.empty())
            discussion.push_back(words.text("written-opinion", {{"member", memberPhrase(words, people, row.member)}, {"text", join(linesOf(row.opinion), " ")}}));
    if (!discussion.empty())
        view.sections.push_back({words.text("discussion"), discussion});
    if (const auto opinions = opinionsOf(source, words, detail); !opinions.empty())
        view.sections.push_back({words.text("opinions"), opinions});
    view.vote = voteOf(words, source.file.rules(), people, detail, scoresOf(words, source, detail));
    view.conclusions = conclusionsOf(words, detail);
    view.closed = momentOf(detail.meeting.ends, detail.meeting.heldOn);
    return documents::minutes(view, words);
}

Result<documents::Document> countMinutesPaper(const PaperSource& source, MeetingId id)
{
    TD_TRY(const auto detail, CouncilService(source.file).meeting(id));
    // Sentences on the votes are those of the minutes: the two papers cannot differ.
    const auto& words = documents::shippedTemplate("minutes");
    const PeopleLookup people(source.reader, source.yearId);
    auto vote = voteOf(words, source.file.rules(), people, detail, scoresOf(words, source, detail));
    if (!vote)
        return fail(ErrorCode::NotFound, "paper.not-counted");
    documents::CountMinutesView view;
    view.issuer = source.councilIssuer(detail.council.council.kind);
    view.subject = detail.meeting.title;
    view.date = detail.meeting.heldOn;
    view.venue = detail.meeting.place;
    view.council = detail.council.council.name;
    view.vote = std::move(*vote);
    for (const auto& teller : detail.tellers)
        view.signers.push_back({{}, people.view(SubjectRef::of(teller.person)).name});
    return documents::countMinutes(view, documents::shippedTemplate("count-minutes"));
}

}
