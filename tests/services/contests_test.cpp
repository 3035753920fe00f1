// SPDX-License-Identifier: GPL-3.0-or-later
// Contests from the call to the activities that their results become; and everything that is refused.
#include "services/sample_school.h"

#include "documents/document.h"
#include "domain/activity.h"
#include "domain/collective.h"
#include "domain/pupil.h"
#include "services/attachments/attachment_service.h"
#include "services/core/search.h"
#include "services/follow/activity_service.h"
#include "services/follow/contest_service.h"
#include "services/papers/document_service.h"
#include "services/people/merge_service.h"
#include "services/people/people_service.h"
#include "services/people/pupil_service.h"
#include "services/prepare/campaign_service.h"
#include "text/messages.h"

#include <algorithm>
#include <fstream>
#include <set>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using domain::ContestEntryId;
using domain::ContestId;
using domain::SubjectRef;

namespace {

const Date kFrom(2022, 9, 5), kCloses(2022, 9, 16), kJudged(2022, 9, 20);

class Contests : public SampleSchool {
public:
    Contests() : SampleSchool(Date(2022, 9, 23)) {}

    ContestService service() { return ContestService(file()); }
    ActivityService activities() { return ActivityService(file()); }
    domain::PersonId who(const std::string& name) { return *person(name).person; }

    SubjectRef collective(const std::string& name)
    {
        const auto all = PeopleService(file()).collectives().value();
        return SubjectRef::of(std::ranges::find(all, name, [](const auto& row) { return row.data.name; })->id);
    }

    domain::ActivityKindId kind(const std::string& code)
    {
        const auto all = activities().kinds().value();
        return std::ranges::find(all, code, [](const auto& row) { return row.data.code; })->id;
    }

    ContestDraft call()
    {
        ContestDraft draft;
        draft.contest.year = year(2022);
        draft.contest.kind = kind("do-dung-day-hoc");
        draft.contest.name = "Hội thi đồ dùng dạy học";
        draft.contest.from = kFrom;
        draft.contest.closesOn = kCloses;
        draft.contest.judgedOn = kJudged;
        draft.prizes = {{std::nullopt, "Giải Nhất", 1}, {std::nullopt, "Giải Nhì", 1}, {std::nullopt, "Giải Ba", 2}};
        draft.judges = {who("Lê Văn Thắng"), who("Bùi Quang Huy")};
        return draft;
    }
    ContestId made() { return service().add(call()).value().value; }

    ContestEntryDraft entry(ContestId contest, const std::string& title, const std::vector<SubjectRef>& authors)
    {
        ContestEntryDraft draft;
        draft.entry.contest = contest;
        draft.entry.title = title;
        draft.entry.receivedOn = kCloses;
        draft.authors = authors;
        return draft;
    }
    ContestEntryId enter(ContestId contest, const std::string& title, const std::vector<SubjectRef>& authors)
    {
        return service().addEntry(entry(contest, title, authors)).value().value;
    }
    /// Both judges give the entry that mark.
    void mark(ContestId id, ContestEntryId entry, int mark)
    {
        std::vector<MarkEntry> marks;
        const auto row = service().contest(id).value();
        for (const auto& judge : row.judges)
            marks.push_back({entry, judge.id, mark});
        REQUIRE(service().recordMarks(id, marks));
    }
    void giveProposed(ContestId id)
    {
        std::map<ContestEntryId, std::optional<domain::ContestPrizeId>> prizes;
        const auto proposal = service().contest(id).value().proposal();
        for (const auto& one : proposal.entries)
            prizes.emplace(one.entry, one.prize);
        REQUIRE(service().givePrizes(id, prizes));
    }
    /// Three entries, marked 9, 8, 7, with their prizes.
    ContestId judged()
    {
        const auto id = made();
        mark(id, enter(id, "Bàn tính gỗ", {person("A Khôi")}), 900);
        mark(id, enter(id, "Đồng hồ số", {SubjectRef::of(who("Y Hiền")), person("Mai Thị Lan Anh")}), 800);
        mark(id, enter(id, "Bảng cài", {collective("Tổ 1")}), 700);
        giveProposed(id);
        return id;
    }
    std::vector<ActivityRow> written()
    {
        auto rows = activities().activities(year(2022)).value();
        std::erase_if(rows, [](const auto& row) { return !row.contest; });
        std::ranges::sort(rows, {}, &ActivityRow::name);
        return rows;
    }
    template <class Call>
    void refused(Call call, const std::string& key, const std::string& field)
    {
        INFO(key);
        const auto before = dump();
        const auto answer = call();
        REQUIRE_FALSE(answer);
        CHECK(answer.error().key == key);
        if (!field.empty()) {
            REQUIRE_FALSE(answer.error().issues.empty());
            CHECK(answer.error().issues.front().field == field);
        }
        const auto said = text::sentence(answer.error());
        CHECK(said.size() > 15);
        CHECK(said.find('%') == std::string::npos);
        CHECK(dump() == before);
    }
    void callRefused(const std::function<void(ContestDraft&)>& change, const std::string& key, const std::string& field)
    {
        auto draft = call();
        change(draft);
        refused([&] { return service().add(draft); }, key, field);
    }
};

}

TEST_CASE("marks are read and written as people write them")
{
    CHECK(markText(825) == "8,25");
    CHECK(markText(850) == "8,5");
    CHECK(markText(900) == "9");
    CHECK(markText(1005) == "10,05");
    CHECK(markText(Ratio{2500, 3}) == "8,33");
    CHECK(markText(Ratio{2575, 3}) == "8,58");
    CHECK(markFrom("8,25") == 825);
    CHECK(markFrom(" 8.5 ") == 850);
    CHECK(markFrom("9") == 900);
    for (const char* wrong : {"", "tám", "8,255", "-1", "8,", ",5", "1234567", "8,5,5"})
        CHECK_FALSE(markFrom(wrong));
}

TEST_CASE("prizes are proposed by rank, equals share a rank, and who is more than the prizes left is left to be chosen")
{
    const auto entries = [](std::initializer_list<int> means) {
        std::vector<Ranked> all;
        for (const int mean : means)
            all.push_back({ContestEntryId(static_cast<int>(all.size()) + 1), mean > 0 ? std::optional(Ratio{mean, 1}) : std::nullopt, 0});
        return all;
    };
    const std::vector<PrizeRoom> prizes{{domain::ContestPrizeId(1), 1}, {domain::ContestPrizeId(2), 1}, {domain::ContestPrizeId(3), 2}};
    const auto given = [](const PrizeProposal& proposal) {
        std::vector<std::pair<int, int>> all;
        for (const auto& one : proposal.entries)
            all.emplace_back(static_cast<int>(one.entry.value()), one.prize ? static_cast<int>(one.prize->value()) : 0);
        return all;
    };
    using Given = std::vector<std::pair<int, int>>;
    CHECK(given(proposePrizes(entries({700, 900, 800, 600, 500}), prizes)) == Given{{2, 1}, {3, 2}, {1, 3}, {4, 3}, {5, 0}});
    CHECK(given(proposePrizes(entries({700, 900, 0, 600}), prizes)) == Given{{2, 1}, {1, 2}, {4, 3}}); // who is not marked is not in it
    const auto thirds = proposePrizes(entries({900, 800, 700, 700}), prizes);
    CHECK(given(thirds) == Given{{1, 1}, {2, 2}, {3, 3}, {4, 3}});
    CHECK(thirds.tied.empty());
    const auto firsts = proposePrizes(entries({900, 900, 700}), prizes);
    CHECK(given(firsts) == Given{{1, 0}, {2, 0}, {3, 0}});
    CHECK(firsts.tied == std::vector{ContestEntryId(1), ContestEntryId(2)});
    const auto last = proposePrizes(entries({900, 800, 700, 600, 600}), prizes);
    CHECK(given(last) == Given{{1, 1}, {2, 2}, {3, 3}, {4, 0}, {5, 0}});
    CHECK(last.tied.size() == 2);
    const auto over = proposePrizes(entries({900, 800, 700, 600, 500, 500}), prizes);
    CHECK(over.tied.empty()); // nothing is left to be shared
    auto ranked = entries({700, 900, 900, 0, 600});
    rank(ranked);
    CHECK(ranked[0].rank == 3);
    CHECK(ranked[1].rank == 1);
    CHECK(ranked[2].rank == 1);
    CHECK(ranked[3].rank == 0);
    CHECK(ranked[4].rank == 4);
}

TEST_CASE_METHOD(Contests, "a new call has the prizes of the last one, days within the year, and is found")
{
    const auto draft = service().proposed(year(2022)).value();
    REQUIRE(draft.prizes.size() == 4); // of the sample's contest
    CHECK(draft.prizes.front().name == "Giải Nhất");
    CHECK(draft.contest.from == Date(2022, 9, 23));
    CHECK(draft.contest.closesOn > draft.contest.from);
    const auto id = made();
    const auto hits = search(file(), year(2022), "hoi thi do dung", 5).value();
    REQUIRE_FALSE(hits.empty());
    CHECK(hits.front().kind == "contest");
    CHECK(hits.front().id == id.value());
    REQUIRE(file().undo());
    CHECK(service().contests(year(2022)).value().empty());
}

TEST_CASE_METHOD(Contests, "a call that contradicts itself or the file is refused with the reason")
{
    using D = ContestDraft;
    callRefused([](D& d) { d.contest.name = " "; }, "contest.name-missing", "name");
    callRefused([](D& d) { d.contest.kind = domain::ActivityKindId(0); }, "contest.kind-missing", "kind");
    callRefused([this](D& d) { d.contest.kind = kind("phu-dao"); }, "contest.kind-without-result", "kind");
    callRefused([](D& d) { d.contest.closesOn = Date(2022, 9, 4); d.contest.from = Date(2022, 9, 5); }, "contest.closes-early", "closesOn");
    callRefused([](D& d) { d.contest.judgedOn = Date(2022, 9, 15); }, "contest.judged-early", "judgedOn");
    callRefused([](D& d) { d.contest.from = Date(2022, 8, 1); }, "contest.outside-year", "from");
    callRefused([](D& d) { d.contest.judgedOn = Date(2023, 7, 1); }, "contest.outside-year", "judgedOn");
    callRefused([](D& d) { d.contest.maxMark = 0; }, "contest.max-absurd", "maxMark");
    callRefused([](D& d) { d.contest.step = 0; }, "contest.step-absurd", "step");
    callRefused([](D& d) { d.contest.step = 2000; }, "contest.step-absurd", "step");
    callRefused([](D& d) { d.prizes.push_back({std::nullopt, "", 2}); }, "contest.prize-nameless", "prizes");
    callRefused([](D& d) { d.prizes.push_back({std::nullopt, "Giải Tư", 0}); }, "contest.prize-count", "prizes");
    callRefused([](D& d) { d.prizes.push_back({std::nullopt, "giải  nhất", 1}); }, "contest.prize-twice", "prizes");
    made();
    callRefused([](D&) {}, "contest.exists", "name");
}

TEST_CASE_METHOD(Contests, "an entry is refused after closing, twice, by who had left, and without title or author")
{
    const auto id = made();
    const auto tried = [&](const std::function<void(ContestEntryDraft&)>& change, const std::string& key, const std::string& field) {
        auto draft = entry(id, "Bàn tính gỗ", {person("A Khôi")});
        change(draft);
        refused([&] { return service().addEntry(draft); }, key, field);
    };
    using D = ContestEntryDraft;
    tried([](D& d) { d.entry.receivedOn = kCloses.plusDays(1); }, "contest.entry-late", "receivedOn");
    tried([](D& d) { d.entry.receivedOn = kFrom.plusDays(-1); }, "contest.entry-early", "receivedOn");
    tried([](D& d) { d.entry.title.clear(); }, "contest.title-missing", "title");
    tried([](D& d) { d.authors.clear(); }, "contest.author-missing", "authors");
    tried([](D& d) { d.authors = {SubjectRef::of(domain::PersonId(9999))}; }, "contest.author-missing", "authors");
    tried([](D& d) { d.entry.story = true; }, "contest.story-without-prize", "story");
    const auto first = enter(id, "Bàn tính gỗ", {person("A Khôi")});
    CHECK(service().contest(id).value().entries.front().entry.code == "01");
    tried([](D& d) { d.entry.title = "bàn tính  GỖ"; }, "contest.entry-twice", "title");
    tried([](D& d) { d.entry.title = "Khác"; d.entry.code = "01"; }, "contest.code-taken", "code");
    auto other = entry(id, "Bàn tính gỗ", {person("Y Hiền")}); // the same title of somebody else is another work
    REQUIRE(service().addEntry(other));
    CHECK(service().contest(id).value().entries.back().entry.code == "02");
    // Whoever left before the day on which it came.
    auto staff = PeopleService(file()).staff(year(2022)).value();
    const auto mai = std::ranges::find(staff, who("Mai Thị Lan Anh"), &StaffRow::id);
    StaffDraft leaves{mai->person, mai->position, mai->title, std::nullopt};
    leaves.person.leftOn = Date(2022, 9, 10);
    REQUIRE(PeopleService(file()).editStaff(year(2022), mai->id, leaves, mai->version));
    tried([this](D& d) { d.authors = {SubjectRef::of(who("Mai Thị Lan Anh"))}; }, "contest.author-left", "authors");
    auto call = this->call();
    call.contest.name = "Khác";
    call.judges = {who("Mai Thị Lan Anh")};
    refused([&] { return service().add(call); }, "contest.judge-left", "judges");
    // The call follows what has come.
    auto late = this->call();
    late.contest.closesOn = kCloses.plusDays(-1);
    const auto row = service().contest(id).value();
    refused([&] { return service().edit(id, late, row.version); }, "contest.closes-before-entry", "closesOn");
    REQUIRE(service().removeEntry(first));
    REQUIRE(file().undo());
    CHECK(service().contest(id).value().entries.size() == 2);
}

TEST_CASE_METHOD(Contests, "a mark above the maximum, between the steps, or of one's own entry is refused with nothing of the rest saved")
{
    const auto id = made();
    const auto entry = enter(id, "Bàn tính gỗ", {person("A Khôi")});
    const auto own = enter(id, "Đồng hồ số", {person("Bùi Quang Huy")});
    const auto row = service().contest(id).value();
    const auto& thang = row.judges[0];
    const auto& huy = row.judges[1];
    REQUIRE(huy.name == "Bùi Quang Huy");
    const auto field = "marks." + std::to_string(entry.value()) + "." + std::to_string(thang.id.value());
    refused([&] { return service().recordMarks(id, {{entry, huy.id, 800}, {entry, thang.id, 1025}}); }, "contest.mark-above", field);
    refused([&] { return service().recordMarks(id, {{entry, thang.id, 810}}); }, "contest.mark-between", field);
    refused([&] { return service().recordMarks(id, {{own, huy.id, 1000}}); }, "contest.own-entry", "marks." + std::to_string(own.value()) + "." + std::to_string(huy.id.value()));
    REQUIRE(service().recordMarks(id, {{entry, thang.id, 825}, {entry, huy.id, 800}, {own, thang.id, 900}}));
    const auto marked = service().contest(id).value();
    CHECK(marked.missingMarks() == 0); // nobody marks his own
    CHECK(markText(*marked.entries[0].standing.mean) == "8,13");
    CHECK(marked.entries[0].standing.rank == 2);
    CHECK(marked.entries[1].standing.rank == 1);
    // Who has marked stays a judge, what was marked stays within the call, and no author is made of a judge who marked it.
    auto draft = call();
    draft.judges = {thang.person};
    refused([&] { return service().edit(id, draft, marked.version); }, "contest.judge-marked", "judges");
    draft = call();
    draft.contest.maxMark = 500;
    refused([&] { return service().edit(id, draft, marked.version); }, "contest.mark-above", "maxMark");
    draft = call();
    draft.contest.step = 50;
    refused([&] { return service().edit(id, draft, marked.version); }, "contest.mark-between", "step");
    auto joined = this->entry(id, "Bàn tính gỗ", {person("A Khôi"), person("Bùi Quang Huy")});
    joined.entry.code = "01";
    refused([&] { return service().editEntry(entry, joined, 1); }, "contest.own-entry", "authors");
    REQUIRE(service().recordMarks(id, {{entry, thang.id, std::nullopt}}));
    CHECK(service().contest(id).value().missingMarks() == 1);
    REQUIRE(file().undo());
    CHECK(service().contest(id).value().missingMarks() == 0);
}

TEST_CASE_METHOD(Contests, "there are no more prizes than the call has, and a given one stays in it")
{
    const auto id = judged();
    const auto row = service().contest(id).value();
    const auto& first = row.prizes.front();
    CHECK(row.entries[0].prizeName == "Giải Nhất");
    CHECK(row.entries[2].prizeName == "Giải Ba");
    refused([&] { return service().givePrizes(id, {{row.entries[1].id, first.id}}); }, "contest.prize-too-many", "prizes");
    const auto unmarked = enter(id, "Chưa chấm", {person("Y Thảo")});
    refused([&] { return service().givePrizes(id, {{unmarked, row.prizes[2].id}}); }, "contest.prize-unmarked", "prizes");
    refused([&] { return service().givePrizes(id, {{unmarked, domain::ContestPrizeId(999)}}); }, "row.not-found", "");
    auto draft = call();
    draft.prizes = {{row.prizes[1].id, "Giải Nhì", 1}, {row.prizes[2].id, "Giải Ba", 2}};
    refused([&] { return service().edit(id, draft, row.version); }, "contest.prize-given", "prizes");
    draft.prizes.insert(draft.prizes.begin(), {first.id, "Giải A", 1}); // renamed, it stays given
    REQUIRE(service().edit(id, draft, row.version));
    CHECK(service().contest(id).value().entries[0].prizeName == "Giải A");
    // A story is told of what won; without the prize it is none.
    auto told = entry(id, "Bàn tính gỗ", {person("A Khôi")});
    told.entry.code = "01";
    told.entry.story = true;
    REQUIRE(service().editEntry(row.entries[0].id, told, service().contest(id).value().entries[0].version));
    CHECK(service().contest(id).value().entries[0].entry.story);
    REQUIRE(service().givePrizes(id, {{row.entries[0].id, std::nullopt}}));
    CHECK_FALSE(service().contest(id).value().entries[0].entry.story);
}

TEST_CASE_METHOD(Contests, "results become one activity for each who took part, in one step that is undone, and a second time brings them up to date")
{
    const auto id = judged();
    const auto before = dump();
    REQUIRE(service().confirm(id));
    auto rows = written();
    REQUIRE(rows.size() == 4); // two of them made one work
    CHECK(rows[0].name == "A Khôi");
    CHECK(rows[0].activity.result == "Giải Nhất");
    CHECK(rows[0].activity.what == "Bàn tính gỗ");
    CHECK(rows[0].activity.on == kJudged);
    CHECK(rows[0].activity.level == domain::RecognitionLevel::School);
    CHECK(rows[0].confirmed());
    CHECK(rows[0].contest == id);
    CHECK(rows[1].activity.result == "Giải Nhì");
    CHECK(service().contest(id).value().contest.confirmedOn == clock().today());
    REQUIRE(file().undo());
    CHECK(dump() == before);
    REQUIRE(file().redo());
    refused([&] { return service().confirm(id); }, "contest.up-to-date", "");

    // What a person adds beside stays; what the contest says is the contest's.
    auto own = rows[0].activity;
    own.evidence = "Giấy chứng nhận số 3";
    REQUIRE(activities().edit(rows[0].id, own, rows[0].version));
    own.result = "Giải Đặc biệt";
    refused([&] { return activities().edit(rows[0].id, own, rows[0].version + 1); }, "activity.of-contest", "");
    refused([&] { return activities().remove({rows[1].id}); }, "activity.of-contest", "");
    refused([&] { return service().remove(id); }, "contest.confirmed", "");

    // Changed: the first goes down, one entry is taken out, another comes.
    auto row = service().contest(id).value();
    CHECK_FALSE(row.stale);
    mark(id, row.entries[0].id, 750);
    REQUIRE(service().removeEntry(row.entries[2].id));
    const auto more = service().addEntry(entry(id, "Quạt giấy", {person("A Khôi")})).value().value;
    mark(id, more, 600);
    REQUIRE(service().givePrizes(id, {{row.entries[0].id, row.prizes[1].id}, {row.entries[1].id, row.prizes[0].id}}));
    CHECK(service().contest(id).value().stale);
    REQUIRE(service().confirm(id));
    rows = written();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].activity.result == "Giải Nhì");
    CHECK(rows[0].activity.what == "Bàn tính gỗ; Quạt giấy");
    CHECK(rows[0].activity.count == 2);
    CHECK(rows[0].activity.evidence == "Giấy chứng nhận số 3");
    CHECK(rows[1].activity.result == "Giải Nhất");
    CHECK_FALSE(service().contest(id).value().stale);

    REQUIRE(service().takeBack(id));
    CHECK(written().empty());
    refused([&] { return service().takeBack(id); }, "contest.not-confirmed", "");
    REQUIRE(file().undo());
    CHECK(written().size() == 3);
    CHECK(file().check().value().empty());
}

TEST_CASE_METHOD(Contests, "a pupil enters a contest, has the prize in the register and stands with the class on the list of results")
{
    domain::SchoolClass one;
    one.year = year(2022);
    one.name = "4A";
    PupilDraft draft;
    draft.person.fullName = "Lê Bé Ngoan";
    draft.schoolClass = PupilService(file()).addClass(one).value().value;
    REQUIRE(PupilService(file()).addPupil(year(2022), draft));
    const auto pupil = SubjectRef::of(PupilService(file()).pupils(year(2022)).value().front().person);
    const auto id = made();
    mark(id, enter(id, "Tranh quê em", {pupil}), 900);
    giveProposed(id);
    REQUIRE(service().confirm(id));
    REQUIRE(written().size() == 1);
    CHECK(written().front().name == "Lê Bé Ngoan");
    const auto results = documents::textLines(DocumentService(file()).build(PaperKind::ContestResults, id.value(), year(2022)).value());
    CHECK(std::ranges::any_of(results, [](const auto& line) { return line.find("Học sinh lớp 4A") != std::string::npos; }));
}

TEST_CASE_METHOD(Contests, "one author in two contests of a day has both, who left after handing in keeps the prize, and files go with what is taken back")
{
    const auto first = judged();
    REQUIRE(service().confirm(first));
    auto draft = call();
    draft.contest.name = "Hội thi bàn tính";
    const auto second = service().add(draft).value().value;
    mark(second, enter(second, "Bàn tính lớn", {person("A Khôi")}), 900);
    giveProposed(second);
    REQUIRE(service().confirm(second));
    CHECK(written().size() == 5);

    REQUIRE(service().takeBack(second));
    auto row = PeopleService(file()).staff(year(2022)).value();
    const auto author = std::ranges::find(row, who("A Khôi"), &StaffRow::id);
    StaffDraft leaves{author->person, author->position, author->title, author->team};
    leaves.person.leftOn = kJudged.plusDays(-1);
    REQUIRE(PeopleService(file()).editStaff(year(2022), author->id, leaves, author->version));
    REQUIRE(service().confirm(second));
    const auto activity = written().front();
    std::ofstream(scratch() / "a.pdf", std::ios::binary) << "%PDF-1.4 a";
    REQUIRE(AttachmentService(file()).add(domain::AttachmentOwner::of(activity.id), {}, {scratch() / "a.pdf"}));
    REQUIRE(service().takeBack(*activity.contest));
    CHECK(file().check().value().empty());
}

TEST_CASE_METHOD(Contests, "a kind that asks who was helped takes no contest's results, now or later")
{
    auto draft = call();
    const auto kinds = activities().kinds().value();
    const auto helping = std::ranges::find_if(kinds, [](const auto& row) { return row.data.hasHelped; });
    REQUIRE(helping != kinds.end());
    auto changed = helping->data;
    changed.hasResult = true;
    REQUIRE(activities().editKind(helping->id, changed, helping->version));
    callRefused([&](ContestDraft& one) { one.contest.kind = helping->id; }, "contest.kind-helps", "kind");
    made();
    const auto used = std::ranges::find(kinds, draft.contest.kind, [](const auto& row) { return row.id; });
    auto without = used->data;
    without.hasResult = false;
    refused([&] { return activities().editKind(used->id, without, used->version); }, "activity.kind-of-contest-asks", "hasResult");
}

TEST_CASE_METHOD(Contests, "results are not confirmed before their day, with marks missing, without prizes or entries")
{
    const auto id = made();
    refused([&] { return service().confirm(id); }, "contest.no-entries", "");
    const auto entry = enter(id, "Bàn tính gỗ", {person("A Khôi")});
    refused([&] { return service().confirm(id); }, "contest.marks-missing", "");
    mark(id, entry, 800);
    refused([&] { return service().confirm(id); }, "contest.no-prizes", "");
    giveProposed(id);
    auto draft = call();
    const auto prized = service().contest(id).value();
    for (const auto& prize : prized.prizes)
        std::ranges::find(draft.prizes, prize.data.name, &PrizeDraft::name)->id = prize.id;
    draft.contest.judgedOn = Date(2022, 9, 30);
    REQUIRE(service().edit(id, draft, service().contest(id).value().version));
    refused([&] { return service().confirm(id); }, "contest.not-judged-yet", "");
    REQUIRE(file().undo());
    // What stands in the register already, entered by hand, is said and not doubled.
    domain::Activity byHand;
    byHand.kind = kind("do-dung-day-hoc");
    byHand.year = year(2022);
    byHand.subject = person("A Khôi");
    byHand.on = kJudged;
    REQUIRE(activities().addAll({byHand}));
    refused([&] { return service().confirm(id); }, "activity.twice", "subjects");
}

TEST_CASE_METHOD(Contests, "what a contest rests on is not removed under it")
{
    auto draft = call();
    CampaignDraft campaign;
    campaign.campaign.name = "Thử";
    campaign.campaign.year = year(2022);
    campaign.campaign.from = kFrom;
    campaign.campaign.to = Date(2022, 12, 31);
    draft.contest.campaign = CampaignService(file()).createCampaign(campaign).value().value;
    REQUIRE(service().add(draft));
    refused([&] { return CampaignService(file()).removeCampaign(*draft.contest.campaign); }, "campaign.has-contests", "");
    refused([&] { return activities().removeKind(draft.contest.kind); }, "activity.kind-of-contest", "");
}

TEST_CASE_METHOD(Contests, "two records of one person in a contest become one, and a judge of the other's entry is refused")
{
    PeopleService people(file());
    StaffDraft again;
    again.person.fullName = "A Khôi";
    const auto second = people.addStaff(year(2022), again).value().value;
    const auto first = who("A Khôi");
    MergeService merging(file());
    SECTION("entries of both, confirmed")
    {
        const auto id = made();
        mark(id, enter(id, "Một", {SubjectRef::of(first)}), 900);
        mark(id, enter(id, "Hai", {SubjectRef::of(second)}), 800);
        mark(id, enter(id, "Ba", {SubjectRef::of(first), SubjectRef::of(second)}), 700);
        giveProposed(id);
        REQUIRE(service().confirm(id));
        CHECK(written().size() == 2);
        const auto view = merging.view(first, second).value();
        CHECK_FALSE(view.refused);
        MergeChoices choices;
        for (const auto& field : view.fields)
            choices[field.key] = MergeSide::Kept;
        const auto merged = merging.merge(first, second, choices);
        REQUIRE(merged);
        CHECK(file().check().value().empty());
        CHECK(written().size() == 1);
        CHECK(service().contest(id).value().entries[2].authors.size() == 1);
        CHECK(service().contest(id).value().stale);
        REQUIRE(service().confirm(id));
        REQUIRE(written().size() == 1);
        CHECK(written()[0].activity.count == 3);
    }
    SECTION("one judged what the other made")
    {
        auto draft = call();
        draft.judges = {first};
        const auto id = service().add(draft).value().value;
        mark(id, enter(id, "Hai", {SubjectRef::of(second)}), 800);
        CHECK(merging.view(first, second).value().refused->key == "merge.judged-own");
        CHECK(merging.view(second, first).value().refused->key == "merge.judged-own");
    }
    SECTION("both are judges")
    {
        auto draft = call();
        draft.judges = {first, second};
        REQUIRE(service().add(draft));
        CHECK(merging.view(first, second).value().refused->key == "merge.judge-twice");
    }
}

TEST_CASE_METHOD(Contests, "the sample's contest has its figures, and its papers say them")
{
    const auto all = service().contests(year(2021)).value();
    REQUIRE(all.size() == 1);
    const auto& row = all.front();
    CHECK(row.entries.size() == 8);
    CHECK(row.prizesGiven() == 7);
    CHECK(row.activities.size() == 8);
    CHECK_FALSE(row.stale);
    CHECK_FALSE(row.againstRank());
    CHECK(std::ranges::count_if(row.entries, [](const auto& entry) { return entry.entry.story; }) == 3);
    const auto best = std::ranges::find(row.entries, 1, [](const auto& entry) { return entry.standing.rank; });
    CHECK(best->names() == "Đỗ Thị Quỳnh Như");
    CHECK(markText(*best->standing.mean) == "9,5");
    DocumentService papers(file());
    const auto lines = [&](PaperKind kind, std::int64_t id) {
        const auto document = papers.build(kind, id, year(2021));
        REQUIRE(document);
        CHECK(document->gaps.empty());
        std::string joined;
        for (const auto& line : documents::textLines(*document))
            joined += line + "\n";
        return joined;
    };
    const auto call = lines(PaperKind::ContestCall, row.id.value());
    for (const char* words : {"THỂ LỆ", "Những tấm gương quanh ta", "07 tháng 02 năm 2022", "18 tháng 3 năm 2022", "thang điểm 10, lẻ đến 0,25", "Giải Khuyến khích\t03"})
        CHECK(call.find(words) != std::string::npos);
    const auto results = lines(PaperKind::ContestResults, row.id.value());
    for (const char* words : {"I. Giải Nhất", "Đỗ Thị Quỳnh Như", "9,5", "V. Tham gia, không đạt giải", "08 bài dự thi, 07 giải"})
        CHECK(results.find(words) != std::string::npos);
    // A contest without prizes has no list of results, one that is not reviewed has no report.
    const auto fresh = made();
    CHECK(papers.build(PaperKind::ContestResults, fresh.value(), year(2022)).error().key == "contest.no-prizes");
}

TEST_CASE_METHOD(Contests, "a campaign's pledge has a line for each team and person, and its report counts what was done")
{
    DocumentService papers(file());
    const auto campaigns = CampaignService(file()).campaigns(year(2021)).value();
    const auto regular = std::ranges::find(campaigns, domain::CampaignKind::Regular, [](const auto& row) { return row.campaign.kind; });
    const auto lines = [&](PaperKind kind) {
        const auto document = papers.build(kind, regular->id.value(), year(2021));
        REQUIRE(document);
        std::string joined;
        for (const auto& line : documents::textLines(*document))
            joined += line + "\n";
        return joined;
    };
    const auto pledge = lines(PaperKind::CampaignPledge);
    for (const char* words : {"BẢN GIAO ƯỚC THI ĐUA", "Tổ Văn phòng", "Nguyễn Thị Hoa (sinh năm 1986)", "A Nhân", "Ký tên"})
        CHECK(pledge.find(words) != std::string::npos);
    const auto report = lines(PaperKind::CampaignReport);
    for (const char* words : {"BÁO CÁO", "Tổng kết phong trào thi đua thường xuyên", "Thi viết về gương điển hình, người tốt việc tốt: 08 bài, 07 người, 01 tập thể",
                              "08 bài dự thi; 01 Giải Nhất, 01 Giải Nhì, 02 Giải Ba, 03 Giải Khuyến khích", "24/32 cá nhân"})
        CHECK(report.find(words) != std::string::npos);
    const auto now = CampaignService(file()).campaigns(year(2022)).value();
    CHECK(papers.build(PaperKind::CampaignReport, now.front().id.value(), year(2022)).error().key == "campaign.no-report-yet");
}
