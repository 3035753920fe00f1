// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.h"

#include "gallery_pages.h"
#include "support/jobs.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct KitShellFixture {
    QTemporaryDir scratch;
    QSettings settings{scratch.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    FakePrompter prompter;
    MainWindow window{prompter, settings};
    KitShellFixture()
    {
        fillWindow(window);
        window.restore();
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
    }
    QString page() { return window.navigation().current(); }
};

Result<domain::OpResult<int>> works()
{
    domain::ChangeSet changes;
    changes.op = domain::Op::Register;
    changes.opId = 5;
    changes.kinds.set(static_cast<std::size_t>(domain::EntityKind::Registration));
    return domain::OpResult<int>{42, changes};
}

Result<domain::OpResult<int>> fails()
{
    return fail(std::vector<FieldIssue>{{"title", "Chưa ghi tên.", {}}});
}

}

TEST_CASE_METHOD(KitShellFixture, "pages are built when first shown, and keys walk through them")
{
    CHECK(page() == QStringLiteral("home"));
    CHECK(window.builtPage(QStringLiteral("plan")) == nullptr);
    press(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(page() == QStringLiteral("plan"));
    CHECK(window.builtPage(QStringLiteral("plan")) != nullptr);
    press(Qt::Key_PageUp, Qt::ControlModifier);
    press(Qt::Key_PageUp, Qt::ControlModifier);
    CHECK(page() == QStringLiteral("settings"));
}

TEST_CASE_METHOD(KitShellFixture, "Ctrl+K finds records and commands without marks")
{
    window.showPage(QStringLiteral("registrations"));
    press(Qt::Key_K, Qt::ControlModifier);
    REQUIRE(window.palette().isOpen());
    QTest::keyClicks(window.topBar().search(), QStringLiteral("bich lien"));
    CHECK(window.palette().shown() == QStringList{QStringLiteral("Hoàng Thị Bích Liên")});
    window.topBar().search()->setText(QStringLiteral("mo trang hoi"));
    CHECK(window.palette().shown() == QStringList{QStringLiteral("Mở trang Hội đồng")});
    QTest::keyClick(window.topBar().search(), Qt::Key_Return);
    CHECK_FALSE(window.palette().isOpen());
    CHECK(page() == QStringLiteral("council"));
}

TEST_CASE_METHOD(KitShellFixture, "Ctrl+K knows the commands of pages not visited yet, and the beginning of a command means it")
{
    CHECK(window.builtPage(QStringLiteral("plan")) == nullptr);
    window.palette().setProvider([](const QString&) { return std::vector<PaletteItem>{{QStringLiteral("person"), QStringLiteral("Trang"), {}, {}}}; });
    press(Qt::Key_K, Qt::ControlModifier);
    for (int i = 0; i < 50; ++i)
        QApplication::processEvents();
    CHECK(window.builtPage(QStringLiteral("plan")) != nullptr);
    window.topBar().search()->setText(QStringLiteral("mo trang hoi"));
    REQUIRE(window.palette().shown().size() == 2);
    CHECK(window.palette().shown().first() == QStringLiteral("Mở trang Hội đồng"));
}

TEST_CASE_METHOD(KitShellFixture, "commands of pages not visited yet join what is already typed, also after a click into the box")
{
    QTest::mouseClick(window.topBar().search(), Qt::LeftButton);
    QTest::keyClicks(window.topBar().search(), QStringLiteral("them dang ky"));
    const auto there = [&] { return window.palette().shown().contains(QStringLiteral("Thêm đăng ký")); };
    CHECK(QTest::qWaitFor(there, 2000));
    CHECK(QApplication::focusWidget() == window.topBar().search());
}

TEST_CASE_METHOD(KitShellFixture, "while commands are gathered nothing is called not found, and Enter waits for them")
{
    auto& palette = window.palette();
    press(Qt::Key_K, Qt::ControlModifier);
    for (int i = 0; i < 50; ++i)
        QApplication::processEvents(); // all pages are built
    palette.setGathering(true);
    const auto first = [&] { return palette.findChild<QListView*>()->model()->index(0, 0).data().toString(); };
    window.topBar().search()->setText(QStringLiteral("lap hoi dong"));
    CHECK(first() == QStringLiteral("Đang tìm “lap hoi dong”…"));
    QTest::keyClick(window.topBar().search(), Qt::Key_Return);
    int ran = 0;
    QObject::connect(window.actions().add({QStringLiteral("late"), QStringLiteral("Lập Hội đồng")}), &QAction::triggered, [&] { ++ran; });
    palette.again();
    CHECK(ran == 0); // others may come that fit better
    palette.setGathering(false);
    palette.again();
    CHECK(ran == 1);
    CHECK_FALSE(palette.isOpen());
    press(Qt::Key_K, Qt::ControlModifier);
    window.topBar().search()->setText(QStringLiteral("khong co gi"));
    CHECK(first() == QStringLiteral("Không tìm thấy “khong co gi”"));
}

TEST_CASE_METHOD(KitShellFixture, "of commands that hold the same letters the one that says the words stands first")
{
    for (const char* title : {"Quyết định", "Quy định"})
        window.actions().add({QStringLiteral("go.") + QLatin1String(title), QStringLiteral("Mở trang %1").arg(QString::fromUtf8(title))});
    press(Qt::Key_K, Qt::ControlModifier);
    for (const char* typed : {"mo trang quy dinh", "quy dinh", "trang quy dinh", "Quy định"}) {
        window.topBar().search()->setText(QString::fromUtf8(typed));
        INFO(typed);
        REQUIRE_FALSE(window.palette().shown().isEmpty());
        CHECK(window.palette().shown().first() == QStringLiteral("Mở trang Quy định"));
    }
    window.topBar().search()->setText(QStringLiteral("quyet dinh"));
    CHECK(window.palette().shown().first() == QStringLiteral("Mở trang Quyết định"));
}

TEST_CASE_METHOD(KitShellFixture, "Esc belongs to the field first, then to the page")
{
    class Escaping final : public Page {
    public:
        using Page::Page;
        void load() override { content()->addWidget(new LineField); }
        bool affects(const domain::ChangeSet&) const override { return false; }
        void escape() override { ++escapes; }
        int escapes = 0;
    };
    const PageInfo info{QStringLiteral("escaping"), QStringLiteral("Thoát"), QStringLiteral("edit"), {}};
    window.addPage(info, [info](Shell& s) { return new Escaping(info, s); });
    window.showPage(info.id);
    auto* escaping = static_cast<Escaping*>(window.currentPage());
    press(Qt::Key_K, Qt::ControlModifier);
    REQUIRE(window.palette().isOpen());
    press(Qt::Key_Escape);
    CHECK_FALSE(window.palette().isOpen());
    CHECK(escaping->escapes == 0);
    escaping->findChild<LineField*>()->setFocus();
    press(Qt::Key_Escape);
    CHECK(escaping->escapes == 1);
}

TEST_CASE_METHOD(KitShellFixture, "F6 goes from navigation to table to panel to message")
{
    window.showPage(QStringLiteral("registrations"));
    auto* sample = window.currentPage();
    sample->messages().show({Tone::Info, QStringLiteral("Báo"), QStringLiteral("Một việc")});
    QApplication::processEvents();
    window.navigation().focusCurrent();
    press(Qt::Key_F6);
    CHECK(sample->focusStops()[0]->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_F6);
    CHECK(sample->focusStops()[1]->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_F6);
    CHECK(qobject_cast<MessageBar*>(QApplication::focusWidget()));
    press(Qt::Key_F6);
    CHECK(window.navigation().isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE_METHOD(KitShellFixture, "an operation tells pages, status line and its caller")
{
    QSignalSpy heard(&window.bus(), &ChangeBus::changed);
    int value = 0;
    CHECK(window.runner().run(works, [&](int v) { value = v; }));
    CHECK(value == 42);
    CHECK(heard.count() == 1);
    CHECK_FALSE(QApplication::overrideCursor());
}

TEST_CASE_METHOD(KitShellFixture, "the keyboard stays where it was when an operation switches off, takes away or makes anew what had it")
{
    window.showPage(QStringLiteral("registrations"));
    auto* page = window.currentPage();
    const auto hasFocus = [&](const QWidget* widget) { return QTest::qWaitFor([&] { return QApplication::focusWidget() == widget; }, 500); };
    const auto inTable = [&] {
        QWidget* first = page->focusStops().first();
        return first->focusProxy() ? first->focusProxy() : first;
    };
    auto* button = makeButton(QStringLiteral("Ghi"), {}, ButtonKind::Normal, page);
    button->setObjectName(QStringLiteral("write"));
    button->show();
    button->setFocus();
    REQUIRE(hasFocus(button));
    QPushButton* again = nullptr;
    const auto remake = [&] { // as a panel does that is filled anew
        button->deleteLater();
        again = makeButton(QStringLiteral("Ghi"), {}, ButtonKind::Normal, page);
        again->setObjectName(QStringLiteral("write"));
        again->show();
    };
    SECTION("made anew: the new one has it")
    {
        const auto connection = QObject::connect(&window.bus(), &ChangeBus::changed, remake);
        window.runner().run(works);
        QObject::disconnect(connection);
        CHECK(hasFocus(again));
    }
    SECTION("switched off, as a button of what is saved: the page's first place has it")
    {
        const auto connection = QObject::connect(&window.bus(), &ChangeBus::changed, [&] { button->setEnabled(false); });
        window.runner().run(works);
        QObject::disconnect(connection);
        const bool kept = hasFocus(inTable());
        const auto* now = QApplication::focusWidget();
        INFO("the keyboard is in " << (now ? now->metaObject()->className() + (" " + now->objectName().toStdString()) : "nothing"));
        CHECK(kept);
    }
    SECTION("gone: the page's first place has it")
    {
        const auto connection = QObject::connect(&window.bus(), &ChangeBus::changed, [&] { button->deleteLater(); });
        window.runner().run(works);
        QObject::disconnect(connection);
        CHECK(hasFocus(inTable()));
    }
    SECTION("gone with what it did, without any operation")
    {
        QObject::connect(button, &QPushButton::clicked, button, &QObject::deleteLater);
        QTest::keyClick(button, Qt::Key_Return);
        CHECK(hasFocus(inTable()));
    }
    SECTION("where the page itself put it, it stays, and where the person goes afterwards, too")
    {
        auto* field = page->findChild<LineField*>();
        REQUIRE(field);
        const auto connection = QObject::connect(&window.bus(), &ChangeBus::changed, [&] { field->setFocus(); });
        window.runner().run(works);
        QObject::disconnect(connection);
        CHECK(hasFocus(field));
        QTest::mouseClick(window.topBar().search(), Qt::LeftButton);
        CHECK(hasFocus(window.topBar().search()));
        QTest::qWait(20);
        CHECK(QApplication::focusWidget() == window.topBar().search());
    }
}

TEST_CASE_METHOD(KitShellFixture, "a failure goes to its field, or else to the page's messages")
{
    auto* title = new LineField;
    FormField form(QStringLiteral("Tên"), title);
    struct Draft {
        std::string title;
    };
    FormBinder<Draft> binder;
    binder.bind("title", &form, title, &Draft::title);
    binder.load({"x"});
    CHECK_FALSE(window.runner().run(fails, [](int) {}, &binder));
    CHECK(form.error() == QStringLiteral("Chưa ghi tên."));
    CHECK(window.currentPage()->messages().isEmpty());
    CHECK_FALSE(window.runner().run(fails));
    REQUIRE(window.currentPage()->messages().bars().size() == 1);
    CHECK(window.currentPage()->messages().bars().front()->message().text == QStringLiteral("Chưa ghi tên."));
    window.runner().run(works); // done: the message goes
    CHECK(window.currentPage()->messages().isEmpty());
}

TEST_CASE_METHOD(KitShellFixture, "Ctrl+Z undoes the operation, but in a text field only the typing")
{
    int undone = 0, redone = 0;
    window.setUndo([&] { ++undone; }, [&] { ++redone; });
    window.showPage(QStringLiteral("registrations"));
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(undone == 1);
    CHECK(redone == 1);
    auto* field = window.currentPage()->findChild<LineField*>();
    REQUIRE(field);
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("Tro"));
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    CHECK(undone == 1);
    CHECK(field->text().isEmpty());
}

TEST_CASE_METHOD(KitShellFixture, "the last page and its table come back")
{
    window.showPage(QStringLiteral("registrations"));
    auto* sample = static_cast<RegistrationsSample*>(window.currentPage());
    sample->table()->setColumnFilter(QStringLiteral("name"), QStringLiteral("thi"));
    const auto shown = sample->table()->shownIds();
    window.close();
    MainWindow second(prompter, settings);
    fillWindow(second);
    second.restore();
    CHECK(second.navigation().current() == QStringLiteral("registrations"));
    CHECK(static_cast<RegistrationsSample*>(second.currentPage())->table()->shownIds() == shown);
}

TEST_CASE_METHOD(KitShellFixture, "a page that may not be left keeps the person there")
{
    class Dirty final : public Page {
    public:
        using Page::Page;
        void load() override {}
        bool affects(const domain::ChangeSet&) const override { return false; }
        bool mayLeave() override { return shell().prompter.confirm({tr("Bỏ những gì đang nhập?"), {}, tr("Bỏ"), tr("Ở lại"), true}); }
    };
    window.addPage({QStringLiteral("dirty"), QStringLiteral("Đang nhập"), QStringLiteral("edit"), {}},
                   [](Shell& s) { return new Dirty({QStringLiteral("dirty"), QStringLiteral("Đang nhập"), QStringLiteral("edit"), {}}, s); });
    window.showPage(QStringLiteral("dirty"));
    CHECK_FALSE(window.showPage(QStringLiteral("home")));
    CHECK(page() == QStringLiteral("dirty"));
    prompter.answer(true);
    CHECK(window.showPage(QStringLiteral("home")));
    CHECK(prompter.asked().last() == QStringLiteral("Bỏ những gì đang nhập? [Bỏ] [Ở lại]"));
}

TEST_CASE_METHOD(KitShellFixture, "navigation turns to icons in a narrow window")
{
    CHECK_FALSE(window.navigation().isCollapsed());
    window.resize(1024, 700);
    QApplication::processEvents();
    CHECK(window.navigation().isCollapsed());
    CHECK(window.navigation().width() == 48);
}

namespace {

Result<bool> ready()
{
    return true;
}

}

TEST_CASE_METHOD(KitShellFixture, "a job computes beside the window, which goes on with keys, and its result comes back to the window's thread")
{
    std::atomic<bool> go = false;
    const auto here = std::this_thread::get_id();
    std::thread::id computed, told;
    int result = 0;
    auto* job = Job::start(
        &window, window.shell(), QStringLiteral("Đang xét"), &ready,
        [&](Progress& progress) -> Result<int> {
            progress.begin(2);
            computed = std::this_thread::get_id();
            while (!go)
                std::this_thread::yield();
            return 42;
        },
        [&](int value) {
            result = value;
            told = std::this_thread::get_id();
        });
    QSignalSpy finished(job, &Job::finished);
    QTest::qWait(500);
    bool shown = false;
    for (auto* label : window.status().findChildren<QLabel*>())
        shown = shown || (label->isVisible() && label->text() == QStringLiteral("Đang xét: 0 / 2"));
    CHECK(shown);
    CHECK(page() == QStringLiteral("home"));
    press(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(page() == QStringLiteral("plan"));
    CHECK(result == 0);
    go = true;
    REQUIRE(finished.wait(5000));
    CHECK(result == 42);
    CHECK(told == here);
    CHECK(computed != here);
    REQUIRE(test::waitForJobs(window));
}

TEST_CASE_METHOD(KitShellFixture, "a job that is stopped, or whose owner goes, is waited for and tells nothing")
{
    std::atomic<int> running = 0;
    bool told = false;
    const auto start = [&](QObject* owner) {
        return Job::start(
            owner, window.shell(), QStringLiteral("Đang xét"), &ready,
            [&](Progress& progress) -> Result<int> {
                ++running;
                while (progress.step())
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                --running;
                return 1;
            },
            [&](int) { told = true; });
    };
    auto* owner = new QObject;
    start(owner);
    REQUIRE(QTest::qWaitFor([&] { return running == 1; }));
    delete owner;
    CHECK(running == 0);
    start(&window);
    REQUIRE(QTest::qWaitFor([&] { return running == 1; }));
    QTest::qWait(400);
    for (auto* button : window.status().findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Dừng"))
            button->click();
    REQUIRE(test::waitForJobs(window));
    CHECK(running == 0);
    CHECK_FALSE(told);
}

TEST_CASE_METHOD(KitShellFixture, "what a job has done on the disk before it noticed the wish to stop is told; without a window it answers who started it")
{
    std::atomic<bool> running = false;
    std::atomic<bool> go = false;
    int told = 0;
    const auto compute = [&](Progress&) -> Result<int> {
        running = true;
        while (!go)
            std::this_thread::yield();
        return 1;
    };
    const auto done = [&](int) { ++told; };
    const bool lasting = GENERATE(true, false);
    auto* job = Job::start(&window, window.shell(), QStringLiteral("Đang khôi phục"), &ready, compute, done);
    if (lasting)
        job->lasting();
    QSignalSpy finished(job, &Job::finished);
    REQUIRE(QTest::qWaitFor([&] { return running.load(); }));
    job->cancel();
    go = true;
    REQUIRE(finished.wait(5000));
    CHECK(told == (lasting ? 1 : 0));
    auto* early = Job::start(&window, window.shell(), {}, &ready, compute, done)->lasting();
    early->cancel(); // before anything was done
    CHECK(told == (lasting ? 1 : 0));

    std::string failure;
    auto* alone = Job::start(
        &window, [&](const Error& error) { failure = error.key; }, [](Progress&) -> Result<int> { return fail(ErrorCode::Io, "file.exists", {"a"}); }, done);
    QSignalSpy ended(alone, &Job::finished);
    REQUIRE(ended.wait(5000));
    CHECK(failure == "file.exists");
    CHECK(told == (lasting ? 1 : 0));
}

TEST_CASE_METHOD(KitShellFixture, "whatever a job throws, or its steps before, becomes a message")
{
    QSignalSpy failed(&window.runner(), &OperationRunner::failed);
    bool told = false;
    const auto done = [&](int) { told = true; };
    Job::start(&window, window.shell(), {}, &ready, [](Progress&) -> Result<int> { throw std::runtime_error("no"); }, done);
    REQUIRE(failed.wait(5000));
    Job::start(&window, window.shell(), {}, &ready, [](Progress&) -> Result<int> { throw 3; }, done);
    REQUIRE(failed.wait(5000));
    Job::start(&window, window.shell(), {}, []() -> Result<bool> { throw std::runtime_error("no"); }, [](Progress&) -> Result<int> { return 1; }, done);
    REQUIRE(failed.wait(5000));
    Job::start(&window, window.shell(), {}, &ready, [](Progress&) -> Result<int> { return fail(ErrorCode::Io, "file.exists", {"a"}); }, done)->wait();
    CHECK(failed.size() == 4);
    CHECK_FALSE(told);
}
