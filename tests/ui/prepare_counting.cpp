// SPDX-License-Identifier: GPL-3.0-or-later
// Targets and campaigns counted from the activities: driven by keys and clicks on the sample school.
#include "services/follow/activity_service.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/group_service.h"
#include "ui/pages/campaigns/campaign_view.h"
#include "ui/pages/campaigns/campaigns_page.h"
#include "ui/pages/targets/groups_dialog.h"
#include "ui/pages/targets/targets_page.h"
#include "ui/prepare_bench.h"

#include <QApplication>
#include <QTimer>

using namespace thidua;
using namespace thidua::ui;
using namespace thidua::ui::prepare;

TEST_CASE("a target counts activities in a named group, opens down to its entries, and says what does not fit")
{
    PreparePagesBench bench;
    bench.show<TargetsPage>("targets");
    services::ActivityService activities(*bench.file);
    services::GroupService groups(*bench.file);
    const auto year = bench.yearId();
    const services::GroupDraft teachers{{year, "giáo viên", Date(2022, 9, 6), domain::GroupBasis::Teachers}, {}};
    const auto group = groups.add(teachers).value().value;
    const auto size = static_cast<int>(groups.groups(year).value().front().members.size());
    bench.act("targets.add");
    bench.type("targetText", QStringLiteral("Dự giờ"));
    bench.part<ChoiceField>("kind").setValue("ratio");
    bench.type("targetValue", QStringLiteral("1"));
    bench.part<ChoiceField>("counted").setValue(std::to_string(group.value()));
    bench.part<ChoiceField>("metric").setValue("=activity:du-gio");
    bench.click("targetSave");
    const auto made = bench.target(2022, "Dự giờ");
    CHECK(made.target.denominator == size);
    CHECK(made.target.metric == "activity:du-gio");
    domain::Activity entry;
    const auto kinds = activities.kinds().value();
    for (const auto& kind : kinds)
        if (kind.data.code == "du-gio")
            entry.kind = kind.id;
    entry.year = year;
    entry.on = Date(2022, 9, 15);
    entry.confirmedOn = entry.on;
    entry.subject = domain::SubjectRef::of(groups.groups(year).value().front().members.front());
    bench.window->runner().run([&] { return activities.addAll({entry}); });
    bench.table()->setCurrentId(made.id.value());
    CHECK(bench.target(2022, "Dự giờ").reached == 1);
    CHECK(bench.panelWords().contains(QStringLiteral("Con số gồm những mục này")));
    bench.act("targets.count");
    bench.type("sourceValue", QStringLiteral("3"));
    bench.click("countingSave");
    CHECK(bench.target(2022, "Dự giờ").target.sourceValue == 3);
    CHECK(bench.panelWords().contains(QStringLiteral("giao 3, kế hoạch ghi 1: lệch 2")));
    bench.act("targets.count");
    bench.part<QLineEdit>("sourceValue").clear();
    bench.click("countingSave");
    CHECK_FALSE(bench.target(2022, "Dự giờ").target.sourceValue);
    bench.undo();
    CHECK(bench.target(2022, "Dự giờ").target.sourceValue == 3);
}

TEST_CASE("named groups are kept in their dialog")
{
    PreparePagesBench bench;
    bench.show<TargetsPage>("targets");
    services::GroupService groups(*bench.file);
    const auto year = bench.yearId();
    QTimer::singleShot(0, bench.window.get(), [&] {
        auto* dialog = qobject_cast<GroupsDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog);
        CHECK(test::WindowBench::nameless(dialog).join(' ').toStdString() == "");
        auto* save = dialog->findChild<QPushButton*>(QStringLiteral("groupSave"));
        save->click(); // without a name
        CHECK(groups.groups(year).value().empty());
        dialog->findChild<LineField*>(QStringLiteral("groupName"))->setText(QStringLiteral("giáo viên"));
        save->click();
        CHECK(groups.groups(year).value().size() == 1);
        CHECK(bench.words(dialog).contains(QStringLiteral("người: ")));
        bench.prompter.answer(true);
        dialog->findChild<QPushButton*>(QStringLiteral("groupRemove"))->click();
        CHECK(groups.groups(year).value().empty());
        dialog->accept();
    });
    bench.act("targets.groups");
}

TEST_CASE("a campaign shows who took part, its weeks, and the reports it owes")
{
    PreparePagesBench bench(2021, true);
    bench.show<CampaignsPage>("campaigns");
    const auto rows = services::CampaignService(*bench.file).campaigns(bench.yearId()).value();
    const auto round = std::ranges::find_if(rows, [](const auto& row) { return row.campaign.name.starts_with("Đợt 1"); });
    REQUIRE(round != rows.end());
    bench.table()->setCurrentId(round->id.value());
    CHECK(bench.panelWords().contains(QStringLiteral("Ai đã tham gia")));
    CHECK(bench.panelWords().contains(QStringLiteral("tham gia, ")));
    CHECK(bench.panelWords().contains(QStringLiteral("Tuần 1 – Tuần 19")));
    CHECK_FALSE(bench.can("campaigns.reports")); // the year is over
}

TEST_CASE("a campaign's weeks are those of the calendar, also when school begins on a Sunday")
{
    const services::YearDays days{Date(2021, 9, 5), Date(2022, 5, 31)};
    CHECK(schoolWeeks(Date(2021, 9, 5), Date(2021, 9, 19), days) == QStringLiteral("Tuần 1 – Tuần 2"));
    CHECK(schoolWeeks(Date(2021, 8, 20), Date(2021, 9, 12), days) == QStringLiteral("Tuần 1"));
    CHECK(schoolWeeks(Date(2022, 5, 23), Date(2022, 7, 1), days) == QStringLiteral("Tuần 38 – Tuần 39"));
    CHECK(schoolWeeks(Date(2022, 6, 1), Date(2022, 7, 1), days).isEmpty());
}

TEST_CASE("reports that are owed are kept with the campaign, and what is late is told")
{
    PreparePagesBench bench;
    bench.show<CampaignsPage>("campaigns");
    const auto id = *bench.table()->currentId();
    bench.act("campaigns.reports");
    bench.type("reportName0", QStringLiteral("Báo cáo sơ kết"));
    bench.type("reportTo0", QStringLiteral("Phòng GD&ĐT"));
    bench.type("reportDue0", QStringLiteral("12/9/2022"));
    bench.click("reportsSave");
    const auto row = services::CampaignService(*bench.file).campaign(domain::CampaignId(id)).value();
    REQUIRE(row.reports.size() == 1);
    CHECK(bench.panelWords().contains(QStringLiteral("quá hạn 12/09/2022, chưa gửi")));
    bench.undo();
    CHECK(services::CampaignService(*bench.file).campaign(domain::CampaignId(id)).value().reports.empty());
}
