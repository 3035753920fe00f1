// SPDX-License-Identifier: GPL-3.0-or-later
// The file of an open window is replaced, moved, deleted: the day's work is not lost, and nothing is written into the void.
#include "e2e/hand.h"
#include "support/catch.h"

#include "domain/school_year.h"
#include "services/core/backup_service.h"
#include "services/core/school_service.h"
#include "services/people/people_service.h"
#include "ui/app/file_watch.h"
#include "ui/app/program.h"
#include "ui/app/restoring.h"
#include "ui/app/start_dialog.h"
#include "ui/shell/status_line.h"
#include "ui/widgets/message_bar.h"
#include "ui/text/path_words.h"

#include <QApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QLineEdit>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <fstream>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::ui;
namespace fs = std::filesystem;

namespace {

struct Away : OpenWindow {
    Away() : OpenWindow(Date(2022, 9, 23)) {}

    bool work(int day)
    {
        return window().runner().run([&] {
            services::SchoolService service(school->file());
            const auto year = service.yearOf(SchoolYear(2022)).value();
            auto edited = year.data;
            edited.registrationDeadline = Date(2022, 10, day);
            return service.editYear(year.id, edited, year.version);
        });
    }
    static int deadline(services::SchoolFile& file)
    {
        return static_cast<int>(services::SchoolService(file).yearOf(SchoolYear(2022)).value().data.registrationDeadline->day());
    }
    int deadlineIn(const fs::path& path)
    {
        auto file = services::SchoolFile::open(path, services::SchoolFile::Mode::ReadOnly, clock, {"Lan"});
        REQUIRE(file);
        return deadline(**file);
    }
    bool says(const QString& words)
    {
        for (auto* button : window().status().findChildren<QPushButton*>())
            if (button->text().contains(words))
                return true;
        return false;
    }
    /// The present state is saved to `path`; the window stays.
    void answerSave(const fs::path& target)
    {
        prompter.answer(0);
        prompter.answer(QString::fromStdString(target.string()));
        prompter.answer(false);
    }
    fs::path rescued = scratch / "hien-trang.thidua";
};

}

TEST_CASE_METHOD(Away, "a file that is deleted or moved away is noticed without any write, and its state is saved elsewhere")
{
    REQUIRE(work(11));
    const bool moved = GENERATE(false, true);
    if (moved)
        fs::rename(path(), scratch / "noi-khac.thidua");
    else
        fs::remove(path());
    answerSave(rescued);
    CHECK(QTest::qWaitFor([&] { return school->watch().trouble().has_value(); }, FileWatch::kEvery + 2000)); // by itself
    REQUIRE(QTest::qWaitFor([&] { return fs::exists(rescued); }, 2000));
    CHECK(prompter.asked().join(' ').contains(QStringLiteral("Tệp của trường không còn như cũ")));
    CHECK(prompter.asked().join(' ').contains(QStringLiteral("Lưu hiện trạng của trường: %1_hien-trang_").arg(QString::fromStdString(path().stem().string()))));
    CHECK(deadlineIn(rescued) == 11);
    CHECK(services::BackupService::verify(rescued));
    CHECK(says(QStringLiteral("Tệp không còn như cũ")));
    CHECK(window().close()); // everything is in the file that was saved
}

TEST_CASE_METHOD(Away, "a file that somebody copied over is noticed at the next write, which does not reach the copy")
{
    REQUIRE(services::BackupService::backupTo(school->file(), scratch / "sang.thidua"));
    REQUIRE(work(11));
    QTest::qWait(1500); // the state in memory follows within seconds
    const auto morning = bytesOf(scratch / "sang.thidua");
    const bool inPlace = GENERATE(false, true);
    if (inPlace) {
        std::ofstream(path(), std::ios::binary | std::ios::trunc) << morning;
    } else {
        fs::copy_file(scratch / "sang.thidua", scratch / "moi.thidua");
        fs::rename(scratch / "moi.thidua", path());
    }
    answerSave(rescued);
    CHECK_FALSE(work(12));
    REQUIRE(QTest::qWaitFor([&] { return fs::exists(rescued); }, 2000));
    CHECK(bytesOf(path()) == morning);
    CHECK(deadlineIn(rescued) == 11); // of the day, and not of the copy
    CHECK(services::BackupService::verify(rescued));
}

TEST_CASE_METHOD(Away, "putting off is possible, closing then asks, and a file that is back is written to again")
{
    fs::rename(path(), scratch / "noi-khac.thidua");
    CHECK_FALSE(work(11)); // nobody answers: put off
    QTest::qWait(10);
    CHECK(school->watch().trouble());
    CHECK_FALSE(window().close()); // nobody answers: stay
    fs::rename(scratch / "noi-khac.thidua", path());
    CHECK(school->watch().look());
    CHECK_FALSE(says(QStringLiteral("Tệp không còn như cũ")));
    CHECK(work(12));
    CHECK(deadline(school->file()) == 12);
    settings.setValue("backup/onClose", false);
    CHECK(window().close());
}

TEST_CASE_METHOD(Away, "a form with entries when the file goes away: one question, and both ways out of it")
{
    REQUIRE(work(11));
    QTest::qWait(1500);
    settings.setValue("backup/onClose", false);
    Hand hand(*this);
    page(pages::kStaff);
    QTest::keyClick(&window(), Qt::Key_N, Qt::ControlModifier);
    hand.write(QStringLiteral("fullName"), QStringLiteral("Nguyễn Thị Mới"));
    const bool moved = GENERATE(true, false);
    if (moved)
        fs::rename(path(), scratch / "noi-khac.thidua");
    else
        fs::remove(path());
    const auto isThere = [](services::SchoolFile& file) {
        const auto rows = services::PeopleService(file).staff(services::SchoolService(file).yearOf(SchoolYear(2022)).value().id).value();
        return std::ranges::any_of(rows, [](const auto& row) { return row.person.fullName == "Nguyễn Thị Mới"; });
    };
    const auto asked = [&] { return prompter.asked().filter(QStringLiteral("Còn phần chưa ghi")).size(); };
    SECTION("everything goes into another file, with what is typed, and the work goes on there")
    {
        prompter.answer(0);
        prompter.answer(QString::fromStdString(rescued.string()));
        CHECK(window().showPage(pages::kOverview));
        CHECK(asked() == 1);
        CHECK(school->file().path() == rescued);
        CHECK(isThere(school->file()));
        CHECK_FALSE(school->watch().trouble());
        CHECK(window().windowTitle().contains(QStringLiteral("hien-trang")));
        CHECK(work(12));
        CHECK(window().close());
        school.reset();
        CHECK(deadlineIn(rescued) == 12);
        auto file = services::SchoolFile::open(rescued, services::SchoolFile::Mode::ReadOnly, clock, {"Lan"});
        REQUIRE(file);
        CHECK(isThere(**file));
    }
    SECTION("what was typed is given up")
    {
        prompter.answer(1);
        CHECK(window().showPage(pages::kOverview));
        CHECK(asked() == 1);
        CHECK_FALSE(isThere(school->file()));
    }
    SECTION("closing: into another file as well")
    {
        prompter.answer(0);
        prompter.answer(QString::fromStdString(rescued.string()));
        CHECK(window().close());
        CHECK(asked() == 1);
        CHECK(isThere(school->file()));
    }
    SECTION("closing: the entries are given up, then the state of the file is asked for")
    {
        prompter.answer(1);
        prompter.answer(1);
        CHECK(window().close());
        CHECK(asked() == 1);
    }
    SECTION("the sentence after a write that failed: going on in the saved file keeps the form, which is then written")
    {
        prompter.answer(0);
        prompter.answer(QString::fromStdString(rescued.string()));
        prompter.answer(true);
        QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier);
        REQUIRE(QTest::qWaitFor([&] { return school->file().path() == rescued; }, 3000));
        for (const auto* bar : window().findChildren<MessageBar*>()) // nothing is lost any more, and nothing says so
            CHECK_FALSE((bar->isVisible() && bar->message().tone == Tone::Bad));
        // It is the file now, and no backup of itself.
        CHECK_FALSE(services::BackupService::isSealed(rescued));
        CHECK(services::BackupService::age(school->file()).never);
        CHECK(hand.find<QLineEdit>(QStringLiteral("fullName")).text() == QStringLiteral("Nguyễn Thị Mới"));
        QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier);
        Hand::settle();
        CHECK(isThere(school->file()));
    }
}

TEST_CASE_METHOD(Away, "the mark of the backup is green for the last operation as well, or not green")
{
    CHECK(says(QStringLiteral("Chưa sao lưu lần nào")));
    fs::create_directories(scratch / "usb");
    settings.setValue("backup/folder", QString::fromStdString((scratch / "usb").string()));
    std::ofstream(scratch / "usb/.cu.thidua.0123abcd.tmp") << "left by a killed program";
    auto* job = school->backupNow();
    REQUIRE(job);
    job->wait();
    CHECK(says(QStringLiteral("Sao lưu đã kiểm tra")));
    CHECK_FALSE(fs::exists(scratch / "usb/.cu.thidua.0123abcd.tmp"));
    REQUIRE(work(11));
    CHECK(says(QStringLiteral("1 việc chưa sao lưu")));
    settings.setValue("backup/onClose", false);
}

TEST_CASE_METHOD(Away, "a backup that is spoiled or taken away while the window is open is not called green any more")
{
    const bool gone = GENERATE(false, true);
    REQUIRE(work(11));
    const auto copy = scratch / "ban-sao.thidua";
    REQUIRE(services::BackupService::backupTo(school->file(), copy));
    emit school->watch().lookElsewhere();
    CHECK(says(QStringLiteral("đã kiểm tra")));
    if (gone)
        fs::remove(copy);
    else
        fs::resize_file(copy, fs::file_size(copy) / 2);
    emit school->watch().lookElsewhere();
    CHECK_FALSE(says(QStringLiteral("đã kiểm tra")));
}

TEST_CASE_METHOD(Away, "a disk that takes nothing more: the work goes on in another file, from the message that says so")
{
    REQUIRE(work(11));
    window().showPage(QStringLiteral("staff"));
    const Error full{ErrorCode::DiskFull, "file.disk-full", {school->file().path().string()}, {}, {}};
    CHECK_FALSE(window().runner().run([&]() -> services::Written<services::Done> { return tl::unexpected<Error>(full); }));
    Hand::settle();
    const auto buttons = window().findChildren<QPushButton*>();
    const auto way = std::ranges::find_if(buttons, [](const QPushButton* button) { return button->isVisible() && button->text() == QStringLiteral("Ghi tất cả vào tệp khác…"); });
    REQUIRE(way != buttons.end());
    prompter.answer(QString::fromStdString(rescued.string()));
    (*way)->click();
    Hand::settle();
    CHECK(school->file().path().filename() == rescued.filename());
    REQUIRE(work(12));
    CHECK(deadline(school->file()) == 12);
    // A refusal for another reason offers nothing of the kind.
    const Error other{ErrorCode::WrongState, "year.closed", {"2021–2022"}, {}, {}};
    CHECK_FALSE(window().runner().run([&]() -> services::Written<services::Done> { return tl::unexpected<Error>(other); }));
    Hand::settle();
    CHECK(std::ranges::none_of(window().findChildren<QPushButton*>(), [](const QPushButton* button) { return button->isVisible() && button->text() == QStringLiteral("Ghi tất cả vào tệp khác…"); }));
}

TEST_CASE_METHOD(Away, "a backup that is looked at offers nothing that writes, says why, and is not called unsaved")
{
    const auto copy = scratch / "usb.thidua";
    REQUIRE(work(11));
    REQUIRE(services::BackupService::backupTo(school->file(), copy));
    school.reset();
    const auto before = bytesOf(copy);
    auto looked = services::BackupService::look(copy, clock, {"Lan"});
    REQUIRE(looked);
    school = std::make_unique<SchoolWindow>(std::move(*looked), prompter, settings, SchoolWindow::Program{[](const auto&) {}, [] {}});
    window().resize(1366, 768);
    window().show();
    REQUIRE(QTest::qWaitForWindowExposed(&window()));
    school->showYear(SchoolYear(2022));
    for (const QString& id : kPages) {
        page(id);
        Hand::settle();
    }
    const auto is = [this](const char* id) { return window().actions().find(QLatin1String(id)); };
    for (const char* id : {"staff.add", "staff.import", "registrations.add", "plans.add", "pupils.add", "history.add", "nominations.add", "decisions.add", "council.propose", "rules.add",
                           "rules.take-pack", "program.import", "program.backup", "overview.register", "overview.backup"}) {
        INFO(id);
        REQUIRE(is(id));
        CHECK_FALSE(is(id)->isEnabled());
        CHECK(is(id)->toolTip().contains(QStringLiteral("bản sao lưu, chỉ mở để xem")));
    }
    CHECK(is("staff.print")->isEnabled());
    for (const auto* button : window().status().findChildren<QPushButton*>())
        CHECK_FALSE((button->isVisible() && button->text() == QStringLiteral("Hoàn tác")));
    const auto words = [this](const QString& page) {
        QString all;
        window().showPage(page);
        Hand::settle();
        for (const auto* label : window().currentPage()->findChildren<QLabel*>())
            all += label->text() + QLatin1Char(' ');
        return all;
    };
    CHECK_FALSE(words(QString::fromLatin1(pages::kOverview)).contains(QStringLiteral("Chưa sao lưu lần nào")));
    CHECK_FALSE(words(QString::fromLatin1(pages::kOverview)).contains(QStringLiteral("Chưa có bản sao lưu nào")));
    CHECK(words(QString::fromLatin1(pages::kOverview)).contains(QStringLiteral("Đang xem một bản sao lưu")));
    CHECK_FALSE(words(QString::fromLatin1(pages::kSettings)).contains(QStringLiteral("Chưa sao lưu lần nào")));
    CHECK_FALSE(window().findChild<QPushButton*>(QStringLiteral("yearsNext"))->isEnabled());
    for (const auto* button : window().findChildren<QPushButton*>(QStringLiteral("backupNow")))
        CHECK_FALSE(button->isEnabled());
    CHECK(window().close());
    school.reset();
    CHECK(bytesOf(copy) == before);
}

TEST_CASE_METHOD(Away, "a damaged file is replaced by its backup without an open file, and kept beside it")
{
    const auto copy = scratch / "usb.thidua";
    REQUIRE(work(11));
    REQUIRE(services::BackupService::backupTo(school->file(), copy));
    school.reset();
    std::ofstream(path(), std::ios::binary | std::ios::trunc) << "hỏng";
    const auto text = [](const fs::path& place) { return QString::fromStdString(place.string()); };
    prompter.answer(text(copy));
    prompter.answer(text(path()));
    const auto declined = askAndRestore(prompter, clock, text(path())); // nobody says that it may be replaced
    CHECK(declined.path.isEmpty());
    CHECK(declined.trouble.isEmpty());
    CHECK(bytesOf(path()) == "hỏng");
    prompter.answer(text(copy));
    prompter.answer(text(path()));
    prompter.answer(true);
    const auto restored = askAndRestore(prompter, clock, text(path()));
    CHECK(restored.trouble == QString());
    CHECK(restored.path == text(path()));
    CHECK(bytesOf(path().parent_path() / restored.kept.toStdString()) == "hỏng");
    CHECK(deadlineIn(path()) == 11);
    std::ofstream(copy, std::ios::binary | std::ios::trunc) << "hỏng";
    prompter.answer(text(copy));
    prompter.answer(text(path()));
    prompter.answer(true);
    const auto refused = askAndRestore(prompter, clock, text(path()));
    CHECK(refused.path.isEmpty());
    CHECK(refused.trouble.contains(QStringLiteral("usb.thidua")));
    CHECK(deadlineIn(path()) == 11);
}

TEST_CASE_METHOD(Away, "a restoring without an open file runs beside the window, and can be stopped")
{
    const auto copy = scratch / "usb.thidua";
    REQUIRE(work(11));
    REQUIRE(services::BackupService::backupTo(school->file(), copy));
    school.reset();
    const auto before = bytesOf(path());
    const bool stops = GENERATE(false, true);
    prompter.answer(QString::fromStdString(copy.string()));
    prompter.answer(QString::fromStdString(path().string()));
    prompter.answer(true);
    int turns = 0;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        for (auto* window : QApplication::topLevelWidgets())
            if (auto* dialog = qobject_cast<RestoreDialog*>(window)) {
                ++turns;
                if (stops)
                    QTest::keyClick(dialog, Qt::Key_Escape);
                else
                    QTest::keyClick(dialog, Qt::Key_Return); // answers nothing here
            }
    });
    look.start(1);
    const auto answer = askAndRestore(prompter, clock, fromPath(path()));
    CHECK(turns > 0);
    CHECK(answer.trouble == QString());
    CHECK(answer.path.isEmpty() == stops);
    CHECK(answer.kept.isEmpty() == stops);
    CHECK((bytesOf(path()) == before) == stops);
    CHECK(deadlineIn(path()) == 11);
    int schools = 0; // the backup, the file, and what the file was before; nothing half-made
    for (const auto& entry : fs::directory_iterator(path().parent_path()))
        schools += entry.path().string().find(".thidua") != std::string::npos ? 1 : 0;
    CHECK(schools == (stops ? 2 : 3));
}

TEST_CASE_METHOD(Away, "a stick that is not there at the next start: said, and no other file is opened in its stead")
{
    school.reset();
    const QString lost = fromPath(scratch / "usb" / "truong-toi.thidua");
    settings.setValue("files/recent", QStringList{lost, fromPath(path())});
    QString words;
    QStringList offered;
    int shown = 0;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        for (auto* window : QApplication::topLevelWidgets())
            if (auto* dialog = qobject_cast<StartDialog*>(window)) {
                ++shown;
                for (const auto* label : dialog->findChildren<QLabel*>())
                    words += label->text() + QLatin1Char('\n');
                for (const auto* button : dialog->findChildren<QPushButton*>(QStringLiteral("recent")))
                    offered << button->text();
                look.stop();
                dialog->reject();
                return;
            }
    });
    look.start(10);
    Program program(Options{}, settings);
    CHECK_FALSE(program.start());
    CHECK(shown == 1);
    CHECK(words.contains(QStringLiteral("Không thấy tệp mở lần trước")));
    CHECK(words.contains(QStringLiteral("truong-toi.thidua")));
    REQUIRE(offered.size() == 2);
    CHECK(offered[0].startsWith(QStringLiteral("truong-toi.thidua")));
    CHECK(settings.value("files/recent").toStringList().constFirst() == lost); // remembered for when it is back
}

TEST_CASE_METHOD(Away, "another file opens in the place of this one, and the program goes on")
{
    const auto other = scratch / "khac.thidua";
    REQUIRE(services::BackupService::backupTo(school->file(), scratch / "ban-sao.thidua"));
    REQUIRE(services::BackupService::restore(scratch / "ban-sao.thidua", other, false, clock));
    school.reset();
    settings.setValue("backup/onClose", false);
    const bool sound = GENERATE(true, false); // or it cannot be opened: then that is said, and this one stays open
    if (!sound)
        std::ofstream(other, std::ios::binary | std::ios::trunc) << "hỏng";
    Options options;
    options.file = fromPath(path());
    Program program(options, settings);
    REQUIRE(program.start());
    const auto shown = [](const QString& title) {
        const auto windows = QApplication::topLevelWidgets();
        const auto found = std::ranges::find_if(windows, [&](auto* widget) { return qobject_cast<MainWindow*>(widget) && widget->isVisible() && widget->windowTitle().contains(title); });
        return found == windows.end() ? nullptr : qobject_cast<MainWindow*>(*found);
    };
    auto* const first = shown(QStringLiteral("truong"));
    REQUIRE(first);
    QString told;
    int turns = 0;
    QTimer hand;
    QObject::connect(&hand, &QTimer::timeout, &hand, [&] {
        constexpr int kGoesOn = 7, kNothingMore = 8, kLongest = 1000;
        if (++turns > kLongest)
            return QApplication::exit(kNothingMore);
        auto* modal = QApplication::activeModalWidget();
        if (auto* choosing = qobject_cast<QFileDialog*>(modal)) {
            // Typed whole, since the list of a folder is read beside the dialog; pressed outside this hand, so that it still turns.
            choosing->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(fromPath(other));
            QMetaObject::invokeMethod(choosing, "accept", Qt::QueuedConnection);
        } else if (auto* message = qobject_cast<QMessageBox*>(modal)) {
            message->reject(); // what the file dialog says of a name; it is tried again
        } else if (modal != nullptr) {
            for (const auto* label : modal->findChildren<QLabel*>())
                told += label->text();
            QMetaObject::invokeMethod(modal, "reject", Qt::QueuedConnection);
        } else if (sound ? shown(QStringLiteral("khac")) != nullptr : !told.isEmpty()) {
            QApplication::exit(kGoesOn);
        }
    });
    QTimer::singleShot(0, &hand, [&] {
        hand.start(20);
        shown(QStringLiteral("truong"))->actions().find(QStringLiteral("program.open"))->trigger();
    });
    CHECK(QApplication::exec() == 7);
    CHECK(told.contains(QStringLiteral("Tệp đang làm việc vẫn mở")) == !sound);
    if (!sound)
        CHECK(shown(QStringLiteral("truong")) == first);
}

TEST_CASE_METHOD(Away, "a backup that is opened is not worked in: restored to another file, looked at, or left alone")
{
    const auto copy = scratch / "ban-sao.thidua";
    REQUIRE(work(11));
    REQUIRE(services::BackupService::backupTo(school->file(), copy));
    school.reset();
    settings.setValue("files/recent", QStringList{fromPath(path())});
    const auto before = bytesOf(copy);
    const auto verb = GENERATE(QStringLiteral("Khôi phục thành tệp"), QStringLiteral("Chỉ mở để xem"), QStringLiteral("Không mở"));
    INFO(verb.toStdString());
    QString words;
    bool atStart = false;
    QTimer hand;
    QObject::connect(&hand, &QTimer::timeout, &hand, [&] {
        auto* modal = QApplication::activeModalWidget();
        if (auto* choosing = qobject_cast<QFileDialog*>(modal)) {
            choosing->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(fromPath(rescued));
            QMetaObject::invokeMethod(choosing, "accept", Qt::QueuedConnection);
        } else if (auto* start = qobject_cast<StartDialog*>(modal)) {
            atStart = true;
            start->reject();
        } else if (modal != nullptr) {
            for (const auto* label : modal->findChildren<QLabel*>())
                words += label->text();
            for (auto* button : modal->findChildren<QPushButton*>())
                if (button->text().startsWith(verb))
                    return button->click();
        }
    });
    hand.start(20);
    Options options;
    options.file = fromPath(copy);
    auto program = std::make_unique<Program>(options, settings);
    const bool opened = program->start();
    hand.stop();
    CHECK(words.contains(QStringLiteral("là bản sao lưu của trường")));
    CHECK(opened == (verb != QStringLiteral("Không mở")));
    CHECK(atStart == !opened);
    MainWindow* shown = nullptr;
    for (auto* widget : QApplication::topLevelWidgets())
        if (auto* window = qobject_cast<MainWindow*>(widget); window && window->isVisible())
            shown = window;
    REQUIRE((shown != nullptr) == opened);
    settings.setValue("backup/onClose", false);
    if (verb == QStringLiteral("Chỉ mở để xem")) {
        CHECK(shown->windowTitle().contains(QStringLiteral("(chỉ xem)")));
        CHECK(settings.value("files/recent").toStringList().constFirst() == fromPath(path()));
        settings.setValue("backup/onClose", true); // nothing to be backed up either
        CHECK(shown->close());
    } else if (opened) {
        CHECK(shown->windowTitle().contains(QStringLiteral("hien-trang")));
        CHECK(shown->close());
        program.reset();
        CHECK(deadlineIn(rescued) == 11);
    }
    CHECK(bytesOf(copy) == before);
    CHECK(services::BackupService::verify(copy)->problems.empty());
}
