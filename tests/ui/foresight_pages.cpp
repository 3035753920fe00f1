// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.h"

#include "services/school_service.h"
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
struct Bench {
    QTemporaryDir dir;
    FixedClock clock;
    std::unique_ptr<services::SchoolFile> file;
    QSettings settings{dir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    FakePrompter prompter;
    std::vector<documents::Document> previews;
    SchoolContext context;
    MainWindow window{prompter, settings};

    Bench(Date day, int year)
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
    std::int64_t rowOf(const QString& name, const QString& honour)
    {
        auto* table = find<RecordTable>("foresightTable");
        for (const auto id : table->shownIds()) {
            table->setCurrentId(id);
            const auto* view = table->view();
            const auto cell = [&](int column) { return view->model()->index(view->currentIndex().row(), column).data(CellRole).value<Cell>(); };
            if (cell(0).text == name && cell(1).text == honour)
                return id;
        }
        return 0;
    }
};

const Date kMay(2022, 5, 21);

}

TEST_CASE("grab")
{
    Bench bench(kMay, 2021);
    bench.choose("foresight-view", QStringLiteral("Tập thể"));
    QTest::qWait(50);
    bench.window.grab().save("/tmp/g_coll.png");
    Bench after(Date(2022, 9, 23), 2022);
    after.page().showRehearsal(Date(2024, 1, 1));
    QTest::qWait(50);
    after.window.grab().save("/tmp/g_reh.png");
}
