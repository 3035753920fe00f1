// SPDX-License-Identifier: GPL-3.0-or-later
// Operations seen through the window: what is saved shows at once, is undone and redone by keys, and is there after closing.
#include "domain/school_year.h"
#include "support/catch.h"

#include "e2e/open_window.h"
#include "services/core/backup_service.h"
#include "services/core/school_service.h"
#include "services/follow/registration_service.h"
#include "ui/models/record_table.h"
#include "ui/shell/guide_window.h"

#include <QAbstractTextDocumentLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>

using namespace thidua;
using namespace thidua::test;

namespace {

std::optional<services::RegistrationRow> firstFree(services::SchoolFile& file)
{
    const auto year = services::SchoolService(file).yearOf(SchoolYear(2022)).value().id;
    const auto board = services::RegistrationService(file).board(year).value();
    for (const auto& row : board.rows)
        if (!row.id && row.subject.person)
            return row;
    return std::nullopt;
}

int registered(services::SchoolFile& file)
{
    const auto year = services::SchoolService(file).yearOf(SchoolYear(2022)).value().id;
    return services::RegistrationService(file).board(year).value().registered;
}

}

TEST_CASE("what one operation changes shows on every page, undo and redo by keys, and survives closing")
{
    OpenWindow opened(Date(2022, 9, 23));
    opened.school->showYear(SchoolYear(2022));
    opened.page("registrations");
    const int before = registered(opened.school->file());
    const auto year = services::SchoolService(opened.school->file()).yearOf(SchoolYear(2022)).value().id;
    const auto free = firstFree(opened.school->file());
    REQUIRE(free);
    REQUIRE(opened.window().runner().run([&] {
        return services::RegistrationService(opened.school->file()).registerSubject(year, {free->subject, {"lao-dong-tien-tien"}, {}, {}, {}});
    }));
    CHECK(registered(opened.school->file()) == before + 1);
    auto* page = opened.window().currentPage();
    page->setFocus();
    QTest::keyClick(&opened.window(), Qt::Key_Z, Qt::ControlModifier);
    CHECK(registered(opened.school->file()) == before);
    QTest::keyClick(&opened.window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(registered(opened.school->file()) == before + 1);
    opened.settings.setValue("backup/onClose", false);
    opened.open();
    CHECK(registered(opened.school->file()) == before + 1);
    // The stack of undo is the file's, so it is there after closing too.
    REQUIRE(opened.school->file().undoNames().undo);
    REQUIRE(opened.school->file().undo());
    CHECK(registered(opened.school->file()) == before);
}

TEST_CASE("closing after a change makes a verified backup, or asks where")
{
    OpenWindow opened(Date(2022, 9, 23));
    const auto year = services::SchoolService(opened.school->file()).yearOf(SchoolYear(2022)).value();
    auto edited = year.data;
    edited.registrationDeadline = Date(2022, 10, 10);
    REQUIRE(services::SchoolService(opened.school->file()).editYear(year.id, edited, year.version));
    SECTION("into the folder of the settings")
    {
        std::filesystem::create_directories(opened.scratch / "usb");
        opened.settings.setValue("backup/folder", QString::fromStdString((opened.scratch / "usb").string()));
        CHECK(opened.window().close());
        CHECK_FALSE(std::filesystem::is_empty(opened.scratch / "usb"));
        CHECK(services::BackupService::age(opened.school->file()).current);
    }
    SECTION("staying when the person decides so")
    {
        opened.prompter.answer(2);
        CHECK_FALSE(opened.window().close());
        opened.settings.setValue("backup/onClose", false);
    }
}

TEST_CASE("Ctrl+K finds a person without marks and opens the page that shows them")
{
    OpenWindow opened(Date(2022, 9, 23));
    opened.school->showYear(SchoolYear(2022));
    opened.page("overview");
    QTest::keyClick(&opened.window(), Qt::Key_K, Qt::ControlModifier);
    auto* box = opened.window().topBar().search();
    QTest::keyClicks(box, "quynh nhu");
    CHECK(opened.window().palette().isOpen());
    QTest::keyClick(box, Qt::Key_Return);
    QTest::qWait(5);
    CHECK(opened.window().currentPage()->info().id == "staff");
}

TEST_CASE("Ctrl+K opens what people did and the contests of the year")
{
    OpenWindow opened(Date(2022, 9, 23));
    opened.school->showYear(SchoolYear(2021));
    opened.page("overview");
    for (const auto& [typed, page] : {std::pair("thao giang nguyen thi thu ha", "activities"), std::pair("thi viet ve guong dien hinh, nguoi tot viec tot", "contests")}) {
        QTest::keyClick(&opened.window(), Qt::Key_K, Qt::ControlModifier);
        auto* box = opened.window().topBar().search();
        box->clear();
        QTest::keyClicks(box, typed);
        QTest::keyClick(box, Qt::Key_Return);
        QTest::qWait(5);
        CHECK(opened.window().currentPage()->info().id == page);
    }
}

TEST_CASE("the command that opens a school year leads to the part of the settings where one is opened")
{
    OpenWindow opened(Date(2022, 9, 23));
    opened.page("overview");
    QTest::keyClick(&opened.window(), Qt::Key_K, Qt::ControlModifier);
    auto* box = opened.window().topBar().search();
    QTest::keyClicks(box, "mo nam hoc"); // said as one would say it, the first command is meant
    QTest::keyClick(box, Qt::Key_Return); // waits until the commands of all pages are gathered
    for (int i = 0; i < 400 && opened.window().currentPage()->info().id != "settings"; ++i)
        QTest::qWait(10);
    REQUIRE(opened.window().currentPage()->info().id == "settings");
    const auto buttons = opened.window().currentPage()->findChildren<QPushButton*>();
    CHECK(std::any_of(buttons.begin(), buttons.end(), [](const auto* one) { return one->isVisible() && one->text().startsWith(QStringLiteral("Mở năm học")); }));
}

TEST_CASE("pages are walked by keys alone")
{
    OpenWindow opened(Date(2022, 9, 23));
    opened.page("overview");
    QStringList seen{"overview"};
    for (int i = 1; i < kPages.size(); ++i) {
        QTest::keyClick(&opened.window(), Qt::Key_PageDown, Qt::ControlModifier);
        seen << opened.window().currentPage()->info().id;
    }
    CHECK(seen == kPages);
}

TEST_CASE("the first F1 after a start opens the guide at the section of the page one is on")
{
    OpenWindow opened(Date(2022, 9, 23));
    const QString id = GENERATE_COPY(from_range(kPages.begin(), kPages.end()));
    opened.page(id);
    QTest::keyClick(&opened.window(), Qt::Key_F1);
    auto* guide = opened.window().findChild<ui::GuideWindow*>();
    REQUIRE(guide);
    QTest::qWait(50); // the text gets its width, and its pictures their room
    const auto known = ui::Guide::load();
    INFO(id.toStdString());
    REQUIRE(guide->section() == known.sectionOf(id));
    auto* text = guide->findChild<QTextBrowser*>(QStringLiteral("guideText"));
    const auto heading = text->document()->findBlockByNumber(text->textCursor().blockNumber());
    CHECK(heading.text() == known.sections[static_cast<std::size_t>(guide->section())].title);
    const double top = text->document()->documentLayout()->blockBoundingRect(heading).top() - text->verticalScrollBar()->value();
    const bool atEnd = text->verticalScrollBar()->value() == text->verticalScrollBar()->maximum();
    CHECK(top >= -1);
    CHECK((top < 40 || atEnd)); // at the head of what is seen
}
