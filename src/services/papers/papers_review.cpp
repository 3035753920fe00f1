// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/ballots.h"
#include "documents/builders/minutes.h"
#include "domain/decision.h"
#include "domain/nomination.h"
#include "services/follow/quota_board.h"
#include "services/papers/paper_views.h"
#include "services/people/people_lookup.h"
#include "services/review/council_service.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

/// "bà Trần Thị Minh Nguyệt, Hiệu trưởng (Chủ tịch Hội đồng)"
std::string memberPhrase(const documents::Template& words, const MemberRow& row)
{
    return words.text("member", {{"salutation", row.salutation}, {"name", row.name}, {"post", row.member.title},
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
    if (time.size() != 5)
        return std::nullopt;
    return documents::MomentView{std::stoi(time.substr(0, 2)), std::stoi(time.substr(3)), date};
}

const MemberRow* withRole(const MeetingDetail& detail, CouncilRole role, bool present)
{
    for (const auto& row : detail.attendance)
        if (row.member.member.role == role && row.present == present)
            return &row.member;
    return nullptr;
}

/// “dòng Chiến sĩ thi đua cơ sở của ông Lê Văn Thắng”: a person may stand on several lines.
std::string linePhrase(const documents::Template& words, const PeopleLookup& people, Reader& reader, const TallyRow& row)
{
    const auto nomination = reader.find<Nomination>(row.nomination);
    const auto salutation = nomination ? people.view(nomination->data.subject).salutation : std::string();
    return words.text("ballot-line", {{"honour", row.honourName}, {"salutation", salutation}, {"name", row.name}});
}

std::vector<documents::BallotCountView> countsOf(const documents::Template& words, const PeopleLookup& people, Reader& reader, const MeetingDetail& detail)
{
    struct Group {
        documents::BallotCountView count;
        bool own;
    };
    std::vector<Group> groups;
    for (const auto& row : detail.tallies) {
        if (!row.tally)
            continue;
        const documents::BallotCountView count{{}, row.tally->issued, row.tally->collected, row.tally->valid, row.tally->invalid};
        const bool known = std::ranges::any_of(groups, [&](const Group& group) {
            return group.count.issued == count.issued && group.count.collected == count.collected && group.count.valid == count.valid
                && group.count.invalid == count.invalid && group.own == row.ownLine;
        });
        if (!known)
            groups.push_back({count, row.ownLine});
    }
    std::vector<documents::BallotCountView> counts, remaining;
    for (auto& group : groups) {
        std::vector<std::string> names;
        if (groups.size() > 1) {
            for (const auto& row : detail.tallies)
                if (row.tally && row.ownLine == group.own && row.tally->issued == group.count.issued && row.tally->collected == group.count.collected
                    && row.tally->valid == group.count.valid && row.tally->invalid == group.count.invalid)
                    names.push_back(linePhrase(words, people, reader, row));
            group.count.subject = words.text(names.size() <= 4 ? "ballot-few" : "ballot-many",
                                             {{"names", names}, {"count", documents::figure(names.size())}, {"own", std::int64_t{group.own}}});
        }
        const bool rest = names.size() > 4 && !group.own;
        (rest ? remaining : counts).push_back(group.count);
    }
    // What remains is said after the lines that it remains from.
    counts.insert(counts.end(), remaining.begin(), remaining.end());
    return counts;
}

std::optional<documents::VoteView> voteOf(const documents::Template& words, const PeopleLookup& people, Reader& reader, const MeetingDetail& detail)
{
    documents::VoteView vote;
    vote.members = detail.members;
    vote.present = detail.present;
    vote.counts = countsOf(words, people, reader, detail);
    for (const auto& row : detail.tallies) {
        if (!row.tally)
            continue;
        vote.threshold = words.text("threshold", {{"needed", std::int64_t{row.needed}}});
        if (vote.groups.empty() || vote.groups.back().title != row.honourName)
            vote.groups.push_back({row.honourName, {}});
        vote.groups.back().rows.push_back({row.name, row.post, row.tally->inFavour, row.tally->valid - row.tally->inFavour, row.passes});
    }
    return vote.groups.empty() ? std::nullopt : std::optional(std::move(vote));
}

bool isCollective(Reader& reader, const TallyRow& row)
{
    const auto nomination = reader.find<Nomination>(row.nomination);
    return nomination && nomination->data.subject.collective;
}

std::vector<std::string> conclusionsOf(const documents::Template& words, Reader& reader, const MeetingDetail& detail)
{
    auto conclusions = linesOf(detail.meeting.conclusions);
    struct Passed {
        std::string honour;
        bool collective;
        int count;
    };
    std::vector<Passed> passed;
    for (const auto& row : detail.tallies)
        if (row.tally && row.passes) {
            const auto found = std::ranges::find(passed, row.honourName, &Passed::honour);
            if (found == passed.end())
                passed.push_back({row.honourName, isCollective(reader, row), 1});
            else
                ++found->count;
        }
    // What the secretary wrote of every honour that passed is not said again.
    const auto written = [&conclusions](const Passed& one) {
        return std::ranges::any_of(conclusions, [&one](const auto& text) { return text.find(one.honour) != std::string::npos; });
    };
    if (!std::ranges::all_of(passed, written)) {
        std::vector<documents::Fields> rows;
        for (const auto& one : passed)
            rows.push_back({{"honour", one.honour}, {"count", std::int64_t{one.count}}, {"collectives", std::int64_t{one.collective}}});
        conclusions.push_back(words.text("proposed", {{"passed", std::move(rows)}}));
    }
    return conclusions;
}

void addPeople(documents::MinutesView& view, const documents::Template& words, const MeetingDetail& detail, const std::string& decision)
{
    view.councilFounded = words.text("founded", {{"council", detail.council.council.name}, {"members", std::int64_t{detail.members}}, {"decision", decision},
                                                 {"missing", documents::kMissing}});
    for (const auto& row : detail.attendance) {
        if (row.present)
            view.presentMembers.push_back(memberPhrase(words, row.member));
        else
            view.absentMembers.push_back(words.text("absent", {{"member", memberPhrase(words, row.member)}, {"reason", row.reason}}));
    }
    if (const auto* chair = presiding(detail)) {
        view.chair = capitalised(memberPhrase(words, *chair));
        view.paper.signer = {{}, chair->name};
    }
    if (const auto* secretary = withRole(detail, CouncilRole::Secretary, true)) {
        view.secretary = capitalised(memberPhrase(words, *secretary));
        view.secretarySigner = {{}, secretary->name};
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
    addPeople(view, words, detail, decision ? decision->data.number.text() + " " + decision->data.number.issuedOn->words() : std::string());
    if (const auto agenda = itemsOf(words, detail.meeting.agenda); !agenda.empty())
        view.sections.push_back({words.text("agenda"), agenda});
    if (const auto discussion = linesOf(detail.meeting.discussion); !discussion.empty())
        view.sections.push_back({words.text("discussion"), discussion});
    view.vote = voteOf(words, PeopleLookup(source.reader, source.yearId), source.reader, detail);
    view.conclusions = conclusionsOf(words, source.reader, detail);
    view.closed = momentOf(detail.meeting.ends, detail.meeting.heldOn);
    return documents::minutes(view, words);
}

namespace {

/// How many the rules let through, as the ballot says it; nothing where there is no sure limit.
std::string limitOf(const documents::Template& words, const std::vector<QuotaLine>& quotas, const MeetingDetail& detail, const std::string& honourName)
{
    const auto row = std::ranges::find(detail.tallies, honourName, &TallyRow::honourName);
    const auto quota = std::ranges::find_if(quotas, [&](const auto& one) { return row != detail.tallies.end() && one.honour == row->honour && one.id != "managers"; });
    if (quota == quotas.end() || !quota->certain)
        return {};
    return words.text("limit", {{"count", std::int64_t{quota->allowed}}, {"quota.basis", quota->basis}, {"citation", quota->citation}});
}

}

Result<documents::Document> ballotsPaper(const PaperSource& source, MeetingId id)
{
    TD_TRY(const auto detail, CouncilService(source.file).meeting(id));
    if (detail.tallies.empty())
        return fail(ErrorCode::NotFound, "paper.no-ballots");
    const auto& words = documents::shippedTemplate("ballots");
    const auto quotas = nominationQuotas(source.reader, source.file.rules(), source.yearId);
    documents::Document all;
    std::vector<std::string> honours;
    for (const auto& row : detail.tallies)
        if (std::ranges::find(honours, row.honourName) == honours.end())
            honours.push_back(row.honourName);
    for (const auto& honour : honours) {
        documents::BallotsView view;
        view.issuer = source.councilIssuer(detail.council.council.kind);
        view.date = detail.meeting.heldOn;
        view.subject = words.text("subject", {{"honour", honour}, {"year", source.year.year.paper()}});
        view.limit = limitOf(words, quotas, detail, honour);
        view.copies = std::max(1, detail.present);
        for (const auto& row : detail.tallies)
            if (row.honourName == honour) {
                view.candidates.push_back({row.name, row.post});
                if (isCollective(source.reader, row))
                    view.subjects = documents::BallotsView::Subjects::Collectives;
            }
        auto ballots = documents::ballots(view, words);
        if (all.parts.empty()) {
            all = std::move(ballots);
        } else {
            std::ranges::move(ballots.parts, std::back_inserter(all.parts));
            std::ranges::move(ballots.gaps, std::back_inserter(all.gaps));
        }
    }
    all.title = words.text("file", {{"subject", detail.meeting.title}});
    return all;
}

}
