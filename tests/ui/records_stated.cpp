// SPDX-License-Identifier: GPL-3.0-or-later
// What has been stated, and what may be considered, on the pages of people and collectives.
#include "services/law/stated_fact_service.h"
#include "services/people/people_service.h"
#include "support/sample_file.h"
#include "ui/pages/kit/stated_fact_dialog.h"
#include "ui/pages/kit/stated_facts_view.h"
#include "ui/pages/records/records_pages.h"
#include "ui/window_bench.h"

#include <QLabel>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct RecordsStatedBench : test::WindowBench {
    explicit RecordsStatedBench(const char* page = "staff") : WindowBench(Date(2023, 5, 25))
    {
        openFile(test::sampleFile(Date(2023, 5, 20)));
        openWindow([](MainWindow& main, SchoolContext& shared) { addRecordsPages(main, shared); }, 2022, false, QLatin1String(page));
    }
    services::StaffRow person(const std::string& part)
    {
        const auto staff = services::PeopleService(*file).staff(yearId(2022)).value();
        for (const auto& row : staff)
            if (row.person.fullName == part || row.title.find(part) != std::string::npos)
                return row;
        FAIL("nobody like " + part);
        std::terminate();
    }
    void open(const services::StaffRow& row)
    {
        REQUIRE(page().openRecord(domain::EntityKind::Person, row.id.value()));
        settle();
    }
    StatedFactDialog* dialog()
    {
        settle();
        for (auto* one : window->findChildren<StatedFactDialog*>())
            if (one->isVisible())
                return one;
        return nullptr;
    }
    void follow(const QString& link)
    {
        auto* view = page().findChild<StatedFactsView*>(QStringLiteral("statedFacts"));
        REQUIRE(view != nullptr);
        emit view->findChild<DetailList*>()->linkActivated(link);
        settle();
    }
};

}

TEST_CASE("A person's record shows what has been stated, lets it be stated, changed and taken back")
{
    RecordsStatedBench bench;
    const auto row = bench.person("Võ Thị Kim Ánh");
    const auto subject = domain::SubjectRef::of(row.id);
    bench.open(row);
    CHECK(bench.panelWords().contains(QStringLiteral("Dữ kiện đã ghi")));
    bench.act(QStringLiteral("staff.state"));
    REQUIRE(bench.dialog() != nullptr);
    auto* fact = bench.dialog()->findChild<ChoiceField*>(QStringLiteral("stated-fact"));
    REQUIRE(fact != nullptr);
    // What a council says of one honour is said in that honour's verdict.
    CHECK(fact->findText(QStringLiteral("Đủ các tiêu chuẩn khác của văn bản")) < 0);
    fact->setCurrentIndex(fact->findText(QStringLiteral("Vùng đặc biệt khó khăn")));
    RecordsStatedBench::settle();
    auto* area = bench.dialog()->findChild<ChoiceField*>(QStringLiteral("stated-difficult_area"));
    REQUIRE(area != nullptr);
    area->setValue("true");
    bench.dialog()->findChild<LineField*>(QStringLiteral("stated-source"))->setText(QStringLiteral("Quyết định tuyển dụng"));
    bench.dialog()->findChild<QPushButton*>(QStringLiteral("statedSave"))->click();
    CHECK(bench.dialog() == nullptr);
    auto rows = *services::StatedFactService(*bench.file).of(subject);
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().valueWords == "có");
    CHECK(bench.panelWords().contains(QStringLiteral("Quyết định tuyển dụng")));
    bench.follow(QStringLiteral("change:%1").arg(rows.front().id.value()));
    REQUIRE(bench.dialog() != nullptr);
    bench.dialog()->findChild<ChoiceField*>(QStringLiteral("stated-difficult_area"))->setValue("false");
    bench.dialog()->findChild<QPushButton*>(QStringLiteral("statedSave"))->click();
    rows = *services::StatedFactService(*bench.file).of(subject);
    CHECK(rows.front().valueWords == "không");
    bench.prompter.answer(true);
    bench.follow(QStringLiteral("back:%1").arg(rows.front().id.value()));
    CHECK(services::StatedFactService(*bench.file).of(subject)->empty());
    bench.undo();
    CHECK(services::StatedFactService(*bench.file).of(subject)->size() == 1);
}

TEST_CASE("The page of a person says what their occupation may be considered for, by the rules of the day")
{
    RecordsStatedBench bench;
    bench.open(bench.person("thư viện"));
    CHECK(bench.panelWords().contains(QStringLiteral("Được xét gì")));
    CHECK(bench.panelWords().contains(QStringLiteral("không thuộc đối tượng của Nhà giáo Ưu tú")));
    bench.open(bench.person("Võ Thị Kim Ánh"));
    CHECK(bench.panelWords().contains(QStringLiteral("khi đủ số năm trực tiếp giảng dạy")));
}

TEST_CASE("A collective's bloc is stated on its page")
{
    RecordsStatedBench bench("collectives");
    const auto collectives = *services::PeopleService(*bench.file).collectives();
    const auto school = std::ranges::find_if(collectives, [](const auto& one) { return one.data.type == domain::CollectiveType::School; });
    REQUIRE(bench.page().openRecord(domain::EntityKind::Collective, school->id.value()));
    bench.act(QStringLiteral("collectives.state"));
    REQUIRE(bench.dialog() != nullptr);
    auto* fact = bench.dialog()->findChild<ChoiceField*>(QStringLiteral("stated-fact"));
    REQUIRE(fact != nullptr);
    CHECK(fact->findText(QStringLiteral("Dẫn đầu cụm, khối thi đua")) >= 0);
    CHECK(fact->findText(QStringLiteral("Số năm công tác trong ngành")) < 0);
}
