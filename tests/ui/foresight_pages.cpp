// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.h"

#include "services/core/school_service.h"
#include "support/sample_until.h"
#include "ui/pages/follow/follow_pages.h"
#include "ui/pages/foresight/collective_view.h"
#include "ui/pages/foresight/foresight_page.h"
#include "ui/pages/foresight/foresight_pages.h"
#include "ui/pages/foresight/rehearsal_view.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace thidua;
using namespace thidua::ui;
using namespace thidua::ui::foresight;

namespace {

/// The window on the sample school as it stood on a day.
struct ForesightPagesBench {
    QTemporaryDir dir;
    FixedClock clock;
    std::unique_ptr<services::SchoolFile> file;
    QSettings settings{dir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    FakePrompter prompter;
    std::vector<documents::Document> previews;
    SchoolContext context;
    MainWindow window{prompter, settings};

    ForesightPagesBench(Date day, int year)
        : clock(day), file(open(day)),
          context{*file, [this](const documents::Document& paper, const QString&, const std::vector<std::string>&) { previews.push_back(paper); },
                  [](SchoolYear) {}}
    {
        addFollowPages(window, context);
        addForesightPages(window, context);
        window.setSchoolYear(SchoolYear(year), false);
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        REQUIRE(window.showPage(QStringLiteral("foresight")));
        QApplication::processEvents();
    }
    std::unique_ptr<services::SchoolFile> open(Date day) const
    {
        const QString copy = dir.filePath(QStringLiteral("school.thidua"));
        REQUIRE(QFile::copy(QString::fromStdU16String(test::sampleUntil(day).u16string()), copy));
        return std::move(services::SchoolFile::open(copy.toStdString(), services::SchoolFile::Mode::ReadWrite, clock, {"Lan"}).value());
    }
    ForesightPage& page() { return *dynamic_cast<ForesightPage*>(window.currentPage()); }
    template <class W>
    W* find(const char* name) { return window.findChild<W*>(QString::fromLatin1(name)); }
    void choose(const char* bar, const QString& text)
    {
        for (auto* button : find<SegmentBar>(bar)->findChildren<QAbstractButton*>())
            if (button->text().startsWith(text))
                button->click();
        QApplication::processEvents();
    }
    QString words()
    {
        QStringList all;
        for (auto* label : window.findChildren<QLabel*>())
            if (label->isVisible())
                all << label->text();
        return all.join(QLatin1Char('\n'));
    }
    services::ForesightBoard board(int year)
    {
        return services::ForesightService(*file).board(services::SchoolService(*file).yearOf(SchoolYear(year))->id).value();
    }
    /// Chooses the row of a person and an honour by typing into the filters.
    void chooseRow(const QString& name, const QString& honour)
    {
        auto* table = find<RecordTable>("foresightTable");
        table->setColumnFilter(QStringLiteral("name"), name);
        table->setColumnFilter(QStringLiteral("honour"), honour);
        QApplication::processEvents();
        const auto ids = table->shownIds();
        REQUIRE_FALSE(ids.isEmpty());
        REQUIRE(table->setCurrentId(ids.front()));
        QApplication::processEvents();
    }
};

const Date kMay(2022, 5, 21);

}

TEST_CASE("near misses stand first, and the head says how many and until when")
{
    ForesightPagesBench bench(kMay, 2021);
    const auto board = bench.board(2021);
    REQUIRE(board.near > 0);
    CHECK(bench.words().contains(QStringLiteral("<b>%1 người chỉ còn thiếu một điều</b>, hạn 31/05/2022 còn 10 ngày.").arg(board.near)));
    auto* table = bench.find<RecordTable>("foresightTable");
    const auto notable = table->shownIds().size();
    bench.choose("foresight-filter", QStringLiteral("Còn một điều"));
    const auto near = table->shownIds().size();
    CHECK(near >= board.near);
    CHECK(near < notable);
    bench.choose("foresight-filter", QStringLiteral("Tất cả"));
    CHECK(table->shownIds().size() == static_cast<qsizetype>(board.people.size()));
}

TEST_CASE("the chosen person is told this year and the next, with the way to where it is entered")
{
    ForesightPagesBench bench(kMay, 2021);
    bench.choose("foresight-filter", QStringLiteral("Tất cả"));
    bench.chooseRow(QStringLiteral("Y Hiền"), QStringLiteral("LĐTT"));
    const QString words = bench.words();
    CHECK(words.contains(QStringLiteral("Năm học 2021–2022")));
    CHECK(words.contains(QStringLiteral("Năm học 2022–2023")));
    CHECK(words.contains(QStringLiteral("không đổi được")));
    CHECK(words.contains(QStringLiteral("trước 04/10/2022"))); // to register, next autumn
    // The article opens the clause's own words.
    auto* panel = bench.find<ProspectPanel>("prospectPanel");
    const auto quotes = [&] { return bench.words().count(QStringLiteral("” – ")); };
    const auto closed = quotes();
    auto* finding = panel->findChild<FindingView*>();
    REQUIRE(finding);
    emit finding->citationClicked({});
    QApplication::processEvents();
    CHECK(quotes() == closed + 1);
    bench.find<QPushButton>("openYearRecord")->click();
    QApplication::processEvents();
    CHECK(bench.window.currentPage()->info().id == QStringLiteral("year-records"));
}

TEST_CASE("collectives show what their registrations would give, and the limits follow two numbers at once")
{
    ForesightPagesBench bench(kMay, 2021);
    bench.choose("foresight-view", QStringLiteral("Tập thể"));
    CHECK(bench.words().contains(QStringLiteral("24 / 32 đăng ký, cần 17 – đủ")));
    CHECK(bench.words().contains(QStringLiteral("24 / 32 đăng ký, cần 23 – đủ")));
    CHECK(bench.words().contains(QStringLiteral("4 / 3 — vượt 1 (15 % của 24)")));
    auto* more = bench.find<QSpinBox>("moreAdvanced");
    more->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(more, Qt::Key_Up);
    QApplication::processEvents();
    CHECK(bench.words().contains(QStringLiteral("(15 % của 27)")));
    CHECK_FALSE(bench.words().contains(QStringLiteral("vượt 1 (15 %")));
}

TEST_CASE("last year's list is tried by another law, read side by side and printed")
{
    ForesightPagesBench bench(Date(2022, 9, 23), 2022);
    auto* action = bench.window.actions().find(QStringLiteral("foresight.rehearse"));
    REQUIRE(action);
    action->trigger();
    QApplication::processEvents();
    CHECK(bench.find<ChoiceField>("rehearsalYear")->value() == "2021-2022"); // this year has no list yet
    bench.find<ChoiceField>("rehearsalLaw")->setValue("vn-2017-10");
    QApplication::processEvents();
    CHECK(bench.find<QLabel>("rehearsalSummary")->text().startsWith(QStringLiteral("29 đề nghị: 29 giữ nguyên")));
    bench.find<ChoiceField>("rehearsalLaw")->setValue("vn-2024-01");
    QApplication::processEvents();
    CHECK(bench.find<DateField>("rehearsalDay")->value() == Date(2024, 1, 1));
    CHECK(bench.find<QLabel>("rehearsalSummary")->text().contains(QStringLiteral("của ngày 24/05/2024")));
    bench.find<DateField>("rehearsalDay")->setValue(Date(2016, 1, 1));
    QApplication::processEvents();
    CHECK(bench.words().contains(QStringLiteral("01/01/2016")));
    bench.page().showRehearsal(Date(2025, 7, 1));
    CHECK(bench.find<ChoiceField>("rehearsalLaw")->value() == "vn-2025-07");
    QTest::keyClick(&bench.window, Qt::Key_P, Qt::ControlModifier);
    CHECK(bench.previews.size() == 1);
    bench.page().escape();
    CHECK(bench.find<SegmentBar>("foresight-view")->currentKey() == QStringLiteral("people"));
    QTest::keyClick(&bench.window, Qt::Key_P, Qt::ControlModifier);
    CHECK(bench.previews.size() == 2);
}

TEST_CASE("a year that has been reviewed says so and asks for nothing")
{
    ForesightPagesBench bench(Date(2022, 6, 20), 2021);
    CHECK(bench.words().contains(QStringLiteral("Hội đồng đã xét ngày 27/05/2022")));
    bench.choose("foresight-filter", QStringLiteral("Còn một điều"));
    CHECK(bench.find<RecordTable>("foresightTable")->shownIds().isEmpty());
}

TEST_CASE("an empty year shows what belongs here, and the next two steps")
{
    ForesightPagesBench bench(Date(2021, 9, 1), 2022);
    CHECK(bench.words().contains(QStringLiteral("Nơi thấy trước ai có thể đạt gì")));
    CHECK(bench.find<RecordTable>("foresightTable")->shownIds().isEmpty());
    QTest::keyClick(&bench.window, Qt::Key_P, Qt::ControlModifier);
    CHECK(bench.previews.empty());
}
