// SPDX-License-Identifier: GPL-3.0-or-later
// Activities: entered once, found in the target, the campaign and the page of the person; and everything that is refused.
#include "services/sample_school.h"

#include "domain/campaign.h"
#include "domain/named_group.h"
#include "domain/plan.h"
#include "domain/target.h"
#include "services/core/search.h"
#include "services/follow/activity_block.h"
#include "services/follow/activity_words.h"
#include "services/people/merge_service.h"
#include "services/people/people_service.h"
#include "services/people/subject_way.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/group_service.h"
#include "services/prepare/plan_service.h"
#include "text/messages.h"

#include <algorithm>
#include <set>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

const Date kThen(2022, 9, 15);

class Acts : public SampleSchool {
public:
    Acts() : SampleSchool(Date(2022, 9, 23)) {}

    ActivityService activities() { return ActivityService(file()); }

    domain::ActivityKindId kind(const std::string& code)
    {
        const auto all = activities().kinds().value();
        for (const auto& row : all)
            if (row.data.code == code)
                return row.id;
        FAIL("no kind " << code);
        return domain::ActivityKindId(0);
    }

    domain::Activity entry(const std::string& code, const std::string& name = "A Khôi")
    {
        domain::Activity one;
        one.kind = kind(code);
        one.year = year(2022);
        one.subject = person(name);
        one.on = kThen;
        one.confirmedOn = clock().today();
        return one;
    }

    /// Refused with this sentence, and nothing is in the file.
    void refused(const domain::Activity& activity, const std::string& key, const std::string& field)
    {
        const auto before = dump();
        const auto tried = activities().addAll({activity});
        REQUIRE_FALSE(tried);
        INFO(text::sentence(tried.error()));
        CHECK(tried.error().key == key);
        CHECK(tried.error().issues.front().field == field);
        CHECK(dump() == before);
    }

    domain::PlanId draftPlan()
    {
        const auto all = PlanService(file()).plans(year(2022)).value();
        for (const auto& plan : all)
            if (plan.data.state == domain::PlanState::Draft)
                return plan.id;
        FAIL("no draft plan");
        return domain::PlanId(0);
    }

    TargetRow target(domain::TargetId id)
    {
        const auto all = PlanService(file()).targets(year(2022)).value();
        for (const auto& row : all)
            if (row.id == id)
                return row;
        FAIL("no such target");
        return {domain::TargetId(0), 0, {}, {}, {}, {}, {}};
    }

    domain::CampaignId campaign() { return CampaignService(file()).campaigns(year(2022)).value().front().id; }

    std::vector<std::string> wayOf2022(const domain::SubjectRef& subject)
    {
        const auto years = wayOf(file(), subject).value();
        for (const auto& one : years)
            if (one.year == SchoolYear(2022))
                return one.activities;
        return {};
    }
};

}

TEST_CASE_METHOD(Acts, "an activity entered once is in its target, its campaign, the search and the page of whoever did it, and its undo takes it out of all, for every kind")
{
    PlanService plans(file());
    const auto kinds = activities().kinds().value();
    CHECK(kinds.size() >= 16);
    for (const auto& kind : kinds)
        for (const bool whole : {false, true}) {
            INFO(kind.data.name << (whole ? ", tập thể" : ""));
            domain::Target wanted;
            wanted.plan = draftPlan();
            wanted.text = "Thử " + kind.data.code;
            wanted.value = 1;
            wanted.metric = "activity:" + kind.data.code;
            const auto persons = plans.addTarget(wanted).value().value;
            wanted.metric = "activity-sum:" + kind.data.code;
            const auto sums = plans.addTarget(wanted).value().value;
            auto one = entry(kind.data.code);
            if (whole)
                one.subject = school();
            one.count = 3;
            one.campaign = campaign();
            if (kind.data.hasAmount)
                one.amount = 7'500'000;
            if (kind.data.hasLevel)
                one.level = domain::RecognitionLevel::District;
            if (kind.data.hasResult)
                one.result = "Giải Nhì";
            if (kind.data.hasHelped)
                one.helped = *person("Y Hiền").person;
            CHECK_FALSE(target(persons).reached);
            const auto id = activities().addAll({one}).value().value;
            CHECK(target(persons).reached == 1);
            CHECK(target(sums).reached == (kind.data.hasAmount ? 7 : 3));
            CHECK(target(persons).met);
            const auto opened = plans.entriesOf(persons, year(2022)).value();
            REQUIRE(opened.size() == 1);
            CHECK(opened.front().kind == domain::EntityKind::Activity);
            CHECK(opened.front().id == id.value());
            const auto took = activities().participation(campaign()).value();
            CHECK(took.people == (whole ? 0 : 1));
            CHECK(took.collectives == (whole ? 1 : 0));
            CHECK(took.entries == 1);
            CHECK(took.who.front().count == 3);
            const auto way = wayOf2022(one.subject);
            REQUIRE(way.size() == 1);
            CHECK(way.front().starts_with(kind.data.name + ": 3"));
            CHECK((kind.data.hasResult == (way.front().find("Giải Nhì") != std::string::npos)));
            CHECK((kind.data.hasHelped == (way.front().find("Y Hiền") != std::string::npos)));
            CHECK(activities().of(one.subject).value().front().id == id);
            CHECK_FALSE(search(file(), year(2022), kind.data.name, 50, true).value().empty());
            REQUIRE(file().undo());
            CHECK_FALSE(target(persons).reached);
            CHECK_FALSE(target(sums).reached);
            CHECK(plans.entriesOf(persons, year(2022)).value().empty());
            CHECK(activities().participation(campaign()).value().who.empty());
            CHECK(wayOf2022(one.subject).empty());
            REQUIRE(file().redo());
            CHECK(target(persons).reached == 1);
            REQUIRE(activities().remove({id}));
            CHECK_FALSE(target(persons).reached);
            CHECK(wayOf2022(one.subject).empty());
        }
}

TEST_CASE_METHOD(Acts, "what waits to be confirmed is in no figure, and confirming it puts it into all")
{
    domain::Target wanted;
    wanted.plan = draftPlan();
    wanted.text = "Dự giờ";
    wanted.value = 1;
    wanted.metric = "activity:du-gio";
    const auto targetId = PlanService(file()).addTarget(wanted).value().value;
    auto one = entry("du-gio");
    one.confirmedOn.reset();
    one.campaign = campaign();
    const auto id = activities().addAll({one}).value().value;
    CHECK_FALSE(target(targetId).reached);
    CHECK(target(targetId).waiting == 1);
    CHECK(wayOf2022(one.subject).empty());
    CHECK(activities().participation(campaign()).value().waiting == 1);
    CHECK(activities().participation(campaign()).value().people == 0);
    REQUIRE(activities().confirm({id}));
    CHECK(target(targetId).reached == 1);
    CHECK(target(targetId).waiting == 0);
    CHECK(activities().participation(campaign()).value().people == 1);
    CHECK(activities().confirm({id}).error().key == "activity.confirmed-already");
}

TEST_CASE_METHOD(Acts, "one entry for many people is one step, and one who cannot have it refuses all")
{
    ActivityDraft draft{entry("phu-dao"), {}};
    draft.activity.count = 2;
    const auto staff = PeopleService(file()).staff(year(2022)).value();
    for (const auto& row : staff)
        draft.subjects.push_back(domain::SubjectRef::of(row.id));
    REQUIRE(activities().add(draft));
    CHECK(activities().activities(year(2022)).value().size() == staff.size());
    CHECK(file().undoNames().undo->find(std::to_string(staff.size())) != std::string::npos);
    REQUIRE(file().undo());
    CHECK(activities().activities(year(2022)).value().empty());
    auto gone = staff.back();
    StaffDraft leaving{gone.person, gone.position, gone.title, gone.team};
    leaving.person.leftOn = kThen;
    REQUIRE(PeopleService(file()).editStaff(year(2022), gone.id, leaving, gone.version));
    const auto tried = activities().add(draft);
    REQUIRE_FALSE(tried);
    CHECK(tried.error().key == "activity.had-left");
    CHECK(tried.error().args.front().find(gone.person.fullName) != std::string::npos);
    CHECK(activities().activities(year(2022)).value().empty());
    draft.activity.on = Date(2022, 9, 14); // the day before
    CHECK(activities().add(draft));
    draft.subjects.clear();
    CHECK(activities().add(draft).error().key == "activity.subject-missing");
}

TEST_CASE_METHOD(Acts, "what cannot be is refused where it stands, and nothing is kept")
{
    auto one = entry("du-gio");
    one.on = Date(2022, 8, 31);
    refused(one, "activity.outside-year", "on");
    one.on = Date(2022, 9, 24);
    refused(one, "activity.to-come", "on");
    one.on = kThen;
    for (const int count : {0, -3}) {
        one.count = count;
        refused(one, "activity.count-negative", "count");
    }
    one.count = kMostOfOneEntry + 1;
    refused(one, "activity.count-absurd", "count");
    one.count = 1;
    one.kind = domain::ActivityKindId(0);
    refused(one, "activity.kind-missing", "kind");
    auto helps = entry("giup-do-dong-nghiep");
    refused(helps, "activity.helped-missing", "helped");
    helps.helped = helps.subject.person;
    refused(helps, "activity.helps-self", "helped");
    auto money = entry("xa-hoi-hoa");
    for (const std::int64_t amount : {std::int64_t{0}, std::int64_t{-5}, kMostMoney + 1}) {
        money.amount = amount;
        refused(money, "activity.amount-absurd", "amount");
    }
    auto twice = entry("du-gio");
    const auto first = activities().addAll({twice}).value().value;
    refused(twice, "activity.twice", "subjects");
    twice.campaign = campaign();
    const auto second = activities().addAll({twice});
    REQUIRE(second); // another campaign
    twice.campaign.reset();
    const auto changed = activities().edit(second->value, twice, 1);
    REQUIRE_FALSE(changed);
    CHECK(changed.error().key == "activity.twice");
    twice.count = 4;
    CHECK(activities().edit(first, twice, 1)); // itself
    CHECK(activities().addAll({entry("thao-giang"), entry("thao-giang")}).error().key == "activity.twice");
    auto other = entry("thao-giang");
    other.year = year(2021); // closed
    other.on = Date(2022, 3, 1);
    CHECK(activities().addAll({other}).error().key == "year.closed");
}

TEST_CASE_METHOD(Acts, "what a kind does not ask for is not kept, and kinds that are used stay")
{
    auto one = entry("du-gio");
    one.amount = 5;
    one.level = domain::RecognitionLevel::Nation;
    one.helped = *person("Y Hiền").person;
    const auto id = activities().addAll({one}).value().value;
    const auto kept = activities().activities(year(2022)).value().front();
    CHECK(kept.id == id);
    CHECK_FALSE(kept.activity.amount);
    CHECK_FALSE(kept.activity.level);
    CHECK_FALSE(kept.activity.helped);
    CHECK(activities().removeKind(kind("du-gio")).error().key == "activity.kind-used");
    domain::ActivityKind fresh;
    fresh.name = "Dự giờ";
    CHECK(activities().addKind(fresh).error().key == "activity.kind-exists");
    fresh.name = "";
    CHECK(activities().addKind(fresh).error().key == "activity.kind-name-missing");
    fresh.name = "Thi viết chữ đẹp";
    const auto made = activities().addKind(fresh).value().value;
    CHECK(kind("thi-viet-chu-dep") == made);
    domain::Target counted;
    counted.plan = draftPlan();
    counted.text = "Chữ đẹp";
    counted.value = 1;
    counted.metric = "activity:thi-viet-chu-dep";
    REQUIRE(PlanService(file()).addTarget(counted));
    CHECK(activities().removeKind(made).error().key == "activity.kind-counted");
    CHECK(activities().takeUsualKinds().error().key == "activity.kinds-there");
}

TEST_CASE_METHOD(Acts, "a ratio is counted against its named group, and what does not fit is told")
{
    GroupService groups(file());
    PlanService plans(file());
    GroupDraft teachers{{year(2022), "giáo viên", Date(2022, 9, 6), domain::GroupBasis::Teachers}, {}};
    const auto all = groups.add(teachers).value().value;
    CHECK(groups.add(teachers).error().key == "group.exists");
    GroupDraft few{{year(2022), "dạy bằng máy tính", Date(2022, 9, 6), domain::GroupBasis::Picked}, {}};
    CHECK(groups.add(few).error().key == "group.nobody");
    few.picked = {*person("A Khôi").person, *person("Y Hiền").person};
    few.group.countedOn = Date(2023, 7, 1);
    CHECK(groups.add(few).error().key == "group.outside-year");
    few.group.countedOn = Date(2022, 9, 6);
    const auto picked = groups.add(few).value().value;
    const auto rows = groups.groups(year(2022)).value();
    const auto size = static_cast<int>(std::ranges::find(rows, all, &GroupRow::id)->members.size());
    CHECK(size > 20);
    domain::Target share;
    share.plan = draftPlan();
    share.text = "Thao giảng";
    share.kind = domain::TargetKind::Share;
    share.value = 1;
    share.metric = "activity:thao-giang";
    CHECK(plans.addTarget(share).error().key == "target.denominator-missing");
    share.denominator = 0;
    CHECK(plans.addTarget(share).error().key == "target.denominator-zero");
    share.denominator.reset();
    share.counted = picked;
    const auto id = plans.addTarget(share).value().value;
    CHECK(target(id).target.denominator == 2);
    CHECK(target(id).target.denominatorText == "dạy bằng máy tính");
    REQUIRE(activities().addAll({entry("thao-giang"), entry("thao-giang", "Bùi Quang Huy")}));
    CHECK(target(id).reached == 1);
    CHECK(target(id).outside == 1);
    CHECK(groups.remove(picked).error().key == "group.used");
    // The group has grown since the plan was written: both figures are there to be compared.
    few.picked.push_back(*person("Bùi Quang Huy").person);
    REQUIRE(groups.edit(picked, few, 1));
    CHECK(target(id).groupSize == 3);
    CHECK(target(id).target.denominator == 2);
    CHECK(target(id).reached == 2);
    REQUIRE(plans.countTarget(id, {"activity:thao-giang", all, campaign(), std::nullopt, 5}));
    CHECK(target(id).target.sourceValue == 5);
    CHECK_FALSE(target(id).reached); // none of them was in the campaign
    REQUIRE(groups.remove(picked));
}

TEST_CASE_METHOD(Acts, "what the sample's plan asked is counted from its activities")
{
    const auto rows = PlanService(file()).targets(year(2021)).value();
    const auto figures = [&rows](const std::string& words) {
        const auto found = std::ranges::find_if(rows, [&words](const auto& row) { return row.target.text.find(words) != std::string::npos; });
        REQUIRE(found != rows.end());
        CHECK_FALSE(found->target.actual); // nobody typed it
        CHECK(found->target.metric.starts_with("activity"));
        CHECK(found->groupSize == found->target.denominator);
        return std::tuple(found->target.value, found->target.denominator, found->reached);
    };
    using Figures = std::tuple<std::optional<int>, std::optional<int>, std::optional<int>>;
    CHECK(figures("tiết học yêu thương") == Figures(6, 26, 7));
    CHECK(figures("bài soạn video") == Figures(9, 26, 9));
    CHECK(figures("thiết kế bài giảng điện tử") == Figures(3, 9, 2));
    CHECK(figures("Đồ dùng dạy học") == Figures(3, std::nullopt, 3));
}

TEST_CASE_METHOD(Acts, "a pasted block finds its people, kinds and counts, and says of each line what is wrong")
{
    BlockDefaults defaults;
    defaults.year = year(2022);
    defaults.on = kThen;
    const auto read = [&](const std::vector<std::vector<std::string>>& lines) { return readActivityBlock(file(), lines, defaults).value(); };
    SECTION("counts under the names of kinds")
    {
        const auto block = read({{"", "SỔ THEO DÕI"}, {"STT", "Họ và tên", "Dự giờ", "Thao giảng"}, {"1", "A Khôi", "4", "x"}, {"2", "Y Hiền", "", "2"}, {"3", "Y Hiên", "1", ""},
                                 {"4", "Bùi Quang Huy", "nhiều", "-1"}, {"", "Cộng", "5", "3"}});
        REQUIRE(block.entries.size() == 6);
        CHECK(block.wrong() == 3);
        CHECK(block.entries[0].activity.count == 4);
        CHECK(block.entries[0].activity.subject == person("A Khôi"));
        CHECK(block.entries[1].activity.count == 1);
        CHECK(block.entries[2].activity.subject == person("Y Hiền"));
        CHECK(block.entries[3].issue->key == "activity.name-unknown"); // another mark, another name
        CHECK(block.entries[4].issue->key == "activity.count-unread");
        CHECK(block.entries[5].issue->key == "activity.count-negative");
        std::vector<domain::Activity> good;
        for (const auto& one : block.entries)
            if (!one.issue)
                good.push_back(one.activity);
        REQUIRE(activities().addAll(good));
        CHECK(read({{"Họ và tên", "Dự giờ"}, {"A Khôi", "2"}}).entries.front().issue->key == "activity.twice");
        REQUIRE(file().undo());
    }
    SECTION("a list with columns of its own")
    {
        const auto block = read({{"Họ tên", "Loại hoạt động", "Số lượng", "Ngày", "Kết quả"}, {"A Khôi", "thi đồ dùng dạy học", "1", "12/9/2022", "Giải Ba"},
                                 {"Tổ 1", "Văn nghệ, thể dục, thể thao", "", "13/9/2022", ""}, {"A Khôi", "Thi nấu ăn", "1", "12/9/2022", ""}, {"Nguyễn Thị Hoa", "Dự giờ", "1", "", ""},
                                 {"A Khôi", "Dự giờ", "1", "40/9/2022", ""}, {"A Khôi", "Dự giờ", "1", "1/5/2022", ""}});
        REQUIRE(block.entries.size() == 6);
        CHECK(block.entries[0].activity.result == "Giải Ba");
        CHECK(block.entries[0].activity.on == Date(2022, 9, 12));
        CHECK_FALSE(block.entries[0].issue);
        CHECK(block.entries[1].activity.subject.collective.has_value());
        CHECK_FALSE(block.entries[1].issue);
        CHECK(block.entries[2].issue->key == "activity.kind-unknown");
        CHECK(block.entries[3].issue->key == "activity.name-of-several");
        CHECK(block.entries[4].issue->key == "activity.day-unread");
        CHECK(block.entries[5].issue->key == "activity.outside-year");
    }
    SECTION("names alone, the rest said beside it")
    {
        defaults.kind = kind("phu-dao");
        const auto block = read({{"A Khôi"}, {"Y Hiền"}});
        REQUIRE(block.entries.size() == 2);
        CHECK(block.wrong() == 0);
        CHECK(block.entries[1].activity.kind == kind("phu-dao"));
    }
    SECTION("nothing at all, and far too much")
    {
        CHECK(read({}).entries.empty());
        CHECK(readActivityBlock(file(), std::vector<std::vector<std::string>>(3000, {"A Khôi"}), defaults).error().key == "activity.block-long");
    }
}

TEST_CASE_METHOD(Acts, "a campaign is launched with a theme and criteria alone, and owes its reports")
{
    CampaignService service(file());
    CampaignDraft draft;
    draft.campaign.name = "Thử";
    draft.campaign.year = year(2022);
    draft.campaign.from = Date(2022, 9, 5);
    draft.campaign.to = Date(2022, 9, 1);
    CHECK(service.createCampaign(draft).error().key == "campaign.ends-early");
    draft.campaign.to = Date(2022, 12, 31);
    const auto id = service.createCampaign(draft).value().value;
    CHECK(service.launch(id).error().key == "campaign.no-theme");
    draft.campaign.theme = "Chào mừng 20/11";
    REQUIRE(service.editCampaign(id, draft, 1));
    CHECK(service.launch(id).error().key == "campaign.no-criteria");
    draft.campaign.criteria = "Dạy đủ hai tiết thao giảng";
    REQUIRE(service.editCampaign(id, draft, 2));
    REQUIRE(service.launch(id));
    domain::CampaignReport report;
    report.name = "Báo cáo sơ kết";
    report.sentTo = "Phòng GD&ĐT";
    report.dueOn = Date(2023, 1, 15);
    REQUIRE(service.setReports(id, {report, {}}));
    CHECK(service.campaign(id).value().reports.size() == 1);
    report.sentOn = Date(2022, 10, 1);
    CHECK(service.setReports(id, {report}).error().key == "campaign.report-to-come");
    report.sentOn.reset();
    report.dueOn = Date(2022, 9, 1);
    CHECK(service.setReports(id, {report}).error().key == "campaign.report-early");
    report.name.clear();
    CHECK(service.setReports(id, {report}).error().key == "campaign.report-nameless");
    REQUIRE(service.setReports(id, {}));
    CHECK(service.campaign(id).value().reports.empty());
    const auto other = service.createCampaign(draft).value().value;
    auto one = entry("du-gio");
    one.campaign = other;
    REQUIRE(activities().addAll({one}));
    CHECK(service.removeCampaign(other).error().key == "campaign.has-activities");
}

TEST_CASE_METHOD(Acts, "what two records of one person did is one person's")
{
    PeopleService people(file());
    StaffDraft again;
    again.person.fullName = "A Khôi";
    const auto second = people.addStaff(year(2022), again).value().value;
    const auto first = *person("A Khôi").person;
    auto one = entry("du-gio");
    one.subject = domain::SubjectRef::of(first);
    auto same = one;
    same.subject = domain::SubjectRef::of(second);
    auto more = same;
    more.kind = kind("thao-giang");
    REQUIRE(activities().addAll({one, same, more}));
    GroupDraft both{{year(2022), "hai hồ sơ", Date(2022, 9, 6), domain::GroupBasis::Picked}, {first, second}};
    REQUIRE(GroupService(file()).add(both));
    MergeService merge(file());
    MergeChoices choices;
    const auto compared = merge.view(first, second, {}).value();
    for (const auto& field : compared.fields)
        choices.emplace(field.key, MergeSide::Kept);
    const auto before = dump();
    REQUIRE(merge.merge(first, second, choices));
    const auto done = activities().of(domain::SubjectRef::of(first)).value();
    CHECK(std::ranges::count_if(done, [](const auto& row) { return row.year == SchoolYear(2022); }) == 2);
    CHECK(GroupService(file()).groups(year(2022)).value().front().members.size() == 1);
    REQUIRE(file().undo());
    CHECK(dump() == before);
    auto helps = entry("giup-do-dong-nghiep");
    helps.subject = domain::SubjectRef::of(first);
    helps.helped = second;
    REQUIRE(activities().addAll({helps}));
    CHECK(merge.view(first, second, {}).value().refused->key == "merge.helps-self");
}
