// SPDX-License-Identifier: GPL-3.0-or-later
// What the window owes its pages: commands from everywhere, Ctrl+S, filters that say so, one selected row, the guide.
#include "support/catch.h"

#include "domain/page_ids.h"
#include "gallery_pages.h"
#include "ui/models/record_model.h"
#include "ui/models/record_table.h"
#include "ui/shell/file_dialog.h"
#include "ui/shell/guide_window.h"
#include "ui/shell/main_window.h"
#include "ui/shell/status_line.h"
#include "ui/shell/unsaved.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/filter_notice.h"
#include "ui/widgets/form_binder.h"

#include <QApplication>
#include <QDialog>
#include <QDateTime>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QTreeView>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct Name {
    std::int64_t id;
    QString text;
};

/// A page with a list, a form of one line, and a command that opens it.
class ListSample final : public Page {
public:
    ListSample(PageInfo info, Shell& shell)
        : Page(std::move(info), shell)
        , m_model([](const Name& name) { return name.id; })
    {
        m_model.setColumns(
            { { QStringLiteral("name"), QStringLiteral("Tên"), [](const Name& name) { return Cell::plain(name.text); }, 200 } });
        m_table = new RecordTable(&m_model, QStringLiteral("names"), QStringLiteral("Tên"), this);
        m_table->setFilterRow(true);
        content()->addWidget(m_table);
        m_line = new LineField({}, this);
        m_line->hide();
        content()->addWidget(m_line);
        m_save = saving(makeButton(QStringLiteral("Ghi"), {}, ButtonKind::Primary, this));
        m_save->hide();
        content()->addWidget(m_save);
        connect(m_save, &QPushButton::clicked, this, [this] { ++saves; });
        shell.actions.add({ QStringLiteral("names.add"), QStringLiteral("Thêm tên"), {}, {}, this->info().id, {}, [this] {
                               ++runs;
                               wasVisible = isVisible();
                               m_line->show();
                               m_save->show();
                               m_line->setFocus();
                           } });
        connect(m_table, &RecordTable::filtersCleared, this, [this] { m_table->setExtraFilter({}); });
        setRows(6);
    }
    void setRows(int count)
    {
        std::vector<Name> names;
        for (int i = 1; i <= count; ++i)
            names.push_back({ i, QStringLiteral("Người %1").arg(i) });
        m_model.setRows(std::move(names));
    }
    void load() override { }
    bool affects(const domain::ChangeSet&) const override { return false; }
    bool mayLeave() override { return leaves; }
    QList<QWidget*> focusStops() const override { return { m_table->view() }; }
    QJsonObject saveState() const override { return m_table->saveState(); }
    void restoreState(const QJsonObject& state) override { m_table->restoreState(state); }

    RecordModel<Name> m_model;
    RecordTable* m_table;
    LineField* m_line;
    QPushButton* m_save;
    int runs = 0, saves = 0;
    bool wasVisible = false, leaves = true;
};

struct KitMannersFixture {
    QTemporaryDir scratch;
    QSettings settings{ scratch.filePath(QStringLiteral("window.ini")), QSettings::IniFormat };
    FakePrompter prompter;
    MainWindow window{ prompter, settings };
    ListSample* names = nullptr;
    ListSample* others = nullptr;
    KitMannersFixture()
    {
        for (const char* id : { "names", "others" })
            window.addPage({ QLatin1String(id), QLatin1String(id), QStringLiteral("edit"), {} }, [this, id](Shell& shell) {
                auto* page = new ListSample({ QLatin1String(id), QLatin1String(id), QStringLiteral("edit"), {} }, shell);
                (QLatin1String(id) == QLatin1String("names") ? names : others) = page;
                return page;
            });
        window.setSchoolYear(SchoolYear(2022), false);
        window.showPage(QStringLiteral("others"));
        window.showPage(QStringLiteral("names")); // “names.add” is its own
        window.resize(1000, 700);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
        QApplication::processEvents();
    }
    FilterNotice& notice() { return *names->findChild<FilterNotice*>(); }
};

}

TEST_CASE("Qt's own file dialog shows whole columns, with kinds and days as the program writes them")
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("truong.thidua")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("x");
    file.close();
    QFileDialog dialog(nullptr, QString(), QDir::rootPath());
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    furnish(dialog, folder.path());
    // Qt's own icons read into the files that they stand for, which gives up the locks of the one that is open.
    CHECK(dialog.iconProvider()->type(QFileInfo(file.fileName())).isEmpty());
    dialog.show();
    auto* list = dialog.findChild<QTreeView*>(QStringLiteral("treeView"));
    REQUIRE(list != nullptr);
    const auto* model = list->model();
    REQUIRE(QTest::qWaitFor([&] { return model->rowCount(list->rootIndex()) == 1; }));
    const auto cell = [&](int column) { return model->index(0, column, list->rootIndex()).data().toString(); };
    CHECK(cell(2) == QStringLiteral("Tệp .thidua"));
    CHECK(cell(3) == QFileInfo(file.fileName()).lastModified().toString(QStringLiteral("dd/MM/yyyy HH:mm")));
    for (int column = 1; column < 4; ++column) {
        INFO(column);
        const int asked = std::max(list->fontMetrics().horizontalAdvance(cell(column)), list->fontMetrics().horizontalAdvance(model->headerData(column, Qt::Horizontal).toString()));
        CHECK(list->header()->sectionSize(column) > asked);
    }
}

TEST_CASE("a name that is taken is asked about in verbs, and for a school's file by who asked for it alone")
{
    const QTemporaryDir folder;
    const QString taken = folder.filePath(QStringLiteral("co-roi.thidua"));
    QFile file(taken);
    REQUIRE(file.open(QIODevice::WriteOnly));
    const bool school = GENERATE(true, false);
    int boxes = 0, questions = 0, chosen = 0;
    QTimer hand;
    QObject::connect(&hand, &QTimer::timeout, &hand, [&] {
        auto* window = QApplication::activeModalWidget();
        if (auto* choosing = qobject_cast<QFileDialog*>(window)) {
            if (++chosen > 1)
                return choosing->reject(); // sent back after “Chọn tên khác”
            choosing->selectFile(taken);
            QMetaObject::invokeMethod(choosing, "accept");
        } else if (qobject_cast<QMessageBox*>(window)) {
            ++boxes;
            window->close();
        } else if (window) {
            ++questions;
            for (auto* button : window->findChildren<QPushButton*>())
                if (button->text() == QStringLiteral("Chọn tên khác"))
                    return button->click();
        }
    });
    hand.start(20);
    DialogPrompter prompter(nullptr);
    const auto answer = prompter.saveFile(QStringLiteral("Nơi để tệp"), taken, {{QStringLiteral("Tệp"), {QStringLiteral("thidua")}}},
                                          school ? QStringLiteral("school") : QStringLiteral("papers"));
    CHECK(boxes == 0);
    CHECK(questions == (school ? 0 : 1));
    CHECK(answer.value_or(QString()) == (school ? taken : QString()));
}

TEST_CASE_METHOD(KitMannersFixture, "asked about entries that are not written, Enter stays in the form: it writes nothing and drops nothing")
{
    int saved = 0, dropped = 0, asked = 0;
    QTimer hand;
    QObject::connect(&hand, &QTimer::timeout, [&] {
        auto* question = QApplication::activeModalWidget();
        if (!question)
            return;
        hand.stop();
        ++asked;
        QPushButton* usual = nullptr;
        for (auto* button : question->findChildren<QPushButton*>())
            if (button->isDefault())
                usual = button;
        CHECK((usual && usual->text() == QStringLiteral("Ở lại") && usual->hasFocus()));
        QTest::keyClick(question, Qt::Key_Return);
        if (question->isVisible())
            question->close();
    });
    hand.start(20);
    DialogPrompter real(&window);
    const auto& shell = window.shell();
    const Shell asking{real, shell.runner, shell.actions, shell.bus, shell.status, {}, {}, {}, {}};
    CHECK_FALSE(settleUnsaved(asking, [&] { return ++saved > 0; }, [&] { ++dropped; }));
    CHECK(asked == 1);
    CHECK(saved == 0);
    CHECK(dropped == 0);
}

TEST_CASE_METHOD(KitMannersFixture, "a command of another page opens that page first, and runs where it is seen")
{
    window.showPage(QStringLiteral("others"));
    press(Qt::Key_K, Qt::ControlModifier);
    window.topBar().search()->setText(QStringLiteral("them ten"));
    QTest::keyClick(window.topBar().search(), Qt::Key_Return);
    QApplication::processEvents();
    CHECK(window.navigation().current() == QStringLiteral("names"));
    CHECK(names->runs == 1);
    CHECK(names->wasVisible);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("abc"));
    CHECK(names->m_line->text() == QStringLiteral("abc"));
}

TEST_CASE_METHOD(KitMannersFixture, "a command does not run while the page in front may not be left")
{
    window.showPage(QStringLiteral("others"));
    others->leaves = false;
    window.actions().find(QStringLiteral("names.add"))->trigger();
    CHECK(names->runs == 0);
    CHECK(window.navigation().current() == QStringLiteral("others"));
}

TEST_CASE_METHOD(KitMannersFixture, "Ctrl+S presses the button that writes the open form, and says so when there is none")
{
    press(Qt::Key_S, Qt::ControlModifier);
    CHECK(names->saves == 0);
    window.actions().find(QStringLiteral("names.add"))->trigger();
    press(Qt::Key_S, Qt::ControlModifier);
    CHECK(names->saves == 1);
    names->m_save->setEnabled(false);
    press(Qt::Key_S, Qt::ControlModifier);
    CHECK(names->saves == 1);
    const auto says = [&](const QString& words) {
        const auto labels = window.status().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const auto* label) { return label->text() == words; });
    };
    CHECK(says(QStringLiteral("Không có gì chưa ghi.")));
    names->m_save->setToolTip(QStringLiteral("Chọn kết quả của ít nhất một dòng.")); // something is open and waits
    press(Qt::Key_S, Qt::ControlModifier);
    CHECK(says(QStringLiteral("Chọn kết quả của ít nhất một dòng.")));
}

TEST_CASE_METHOD(KitMannersFixture, "a filter that hides rows says how many are shown, and goes by one click")
{
    CHECK_FALSE(notice().isVisible());
    names->m_table->setColumnFilter(QStringLiteral("name"), QStringLiteral("nguoi 3"));
    CHECK(notice().isVisible());
    CHECK(notice().findChild<QLabel*>(QString(), Qt::FindDirectChildrenOnly) != nullptr);
    bool told = false;
    for (const auto* label : notice().findChildren<QLabel*>())
        told = told || label->text() == QStringLiteral("Đang lọc: hiện 1 trong 6 dòng");
    CHECK(told);
    names->m_table->setExtraFilter([](int) { return false; });
    CHECK(names->m_table->shownIds().isEmpty());
    QTest::mouseClick(notice().findChild<QPushButton*>(QStringLiteral("clearFilters")), Qt::LeftButton);
    CHECK(names->m_table->shownIds().size() == 6);
    CHECK_FALSE(notice().isVisible());
}

TEST_CASE_METHOD(KitMannersFixture, "filters do not survive a change of school year, on any page")
{
    window.showPage(QStringLiteral("others"));
    for (auto* page : { names, others })
        page->m_table->setColumnFilter(QStringLiteral("name"), QStringLiteral("nguoi 3"));
    window.setSchoolYear(SchoolYear(2022), false);
    CHECK(others->m_table->shownIds().size() == 1);
    window.setSchoolYear(SchoolYear(2023), false);
    CHECK(others->m_table->shownIds().size() == 6);
    CHECK(names->m_table->shownIds().size() == 6);
    // Nor a restart in another year.
    names->m_table->setColumnFilter(QStringLiteral("name"), QStringLiteral("nguoi 3"));
    window.close();
    for (const int year : { 2023, 2024 }) {
        MainWindow again(prompter, settings);
        ListSample* page = nullptr;
        again.addPage({ QStringLiteral("names"), QStringLiteral("names"), QStringLiteral("edit"), {} }, [&](Shell& shell) {
            return page = new ListSample({ QStringLiteral("names"), QStringLiteral("names"), QStringLiteral("edit"), {} }, shell);
        });
        again.setSchoolYear(SchoolYear(year), false);
        again.showPage(QStringLiteral("names"));
        CHECK(page->m_table->shownIds().size() == (year == 2023 ? 1 : 6));
    }
}

TEST_CASE_METHOD(KitMannersFixture, "exactly one row is selected, also when it is chosen while Ctrl or Shift is held down")
{
    auto* table = names->m_table;
    auto* selection = table->view()->selectionModel();
    table->setCurrentId(1);
    for (const auto held : { Qt::ControlModifier, Qt::ShiftModifier }) {
        QTest::keyPress(&window, held == Qt::ControlModifier ? Qt::Key_Control : Qt::Key_Shift, held);
        table->setCurrentId(held == Qt::ControlModifier ? 3 : 5);
        CHECK(selection->selectedRows(1).size() == 1);
        CHECK(table->selectedIds() == QVector<std::int64_t>{ table->currentId().value() });
        QTest::keyRelease(&window, held == Qt::ControlModifier ? Qt::Key_Control : Qt::Key_Shift);
    }
    table->setCurrentId(6);
    names->setRows(4); // the chosen row is gone
    CHECK(selection->selectedRows(1).size() == 1);
    CHECK(table->selectedIds() == QVector<std::int64_t>{ table->currentId().value() });
    table->setColumnFilter(QStringLiteral("name"), QStringLiteral("nguoi 2"));
    table->setColumnFilter(QStringLiteral("name"), {});
    CHECK(table->selectedIds() == QVector<std::int64_t>{ table->currentId().value() });
}

TEST_CASE("a form that is refused scrolls to its reason")
{
    struct Draft {
        std::string name;
    };
    QWidget window;
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    auto* name = new LineField;
    auto* line = new FormField(QStringLiteral("Tên"), name, inner);
    column->addWidget(line);
    for (int i = 0; i < 40; ++i)
        column->addWidget(new LineField);
    auto* scroll = makeScrolling(inner, &window);
    (new QVBoxLayout(&window))->addWidget(scroll);
    FormBinder<Draft> binder;
    binder.bind("name", line, name, &Draft::name);
    binder.setValidate([](const Draft& draft) {
        return draft.name.empty() ? std::vector<FieldIssue>{ { "name", "Chưa ghi tên.", {} } } : std::vector<FieldIssue>{};
    });
    window.resize(300, 240);
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    binder.load({});
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    CHECK_FALSE(binder.reveal());
    QTest::qWait(10);
    const QRect seen(-inner->pos(), scroll->viewport()->size());
    CHECK(seen.contains(line->geometry())); // the field with the sentence under it
    CHECK(name->hasFocus());
}

TEST_CASE_METHOD(KitMannersFixture, "F1 opens the guide at the page one is on, and over a dialog, too")
{
    press(Qt::Key_F1);
    auto* guide = window.findChild<GuideWindow*>();
    REQUIRE(guide);
    CHECK(guide->isVisible());
    CHECK(guide->section() == 0); // a page that the guide does not know: its beginning
    guide->showPage(QLatin1String(pages::kYearRecords));
    const Guide text = Guide::load();
    CHECK(text.sections[static_cast<std::size_t>(guide->section())].title.contains(QStringLiteral("Kết quả năm học")));
    auto* words = guide->findChild<QTextBrowser*>(QStringLiteral("guideText"));
    CHECK(words->textCursor().block().text().contains(QStringLiteral("Kết quả năm học")));
    CHECK(words->verticalScrollBar()->value() > 0);
    guide->close();
    QDialog dialog(&window);
    auto* line = new LineField({}, &dialog);
    dialog.show();
    QTest::keyClick(line, Qt::Key_F1);
    REQUIRE(dialog.findChild<GuideWindow*>());
    CHECK(dialog.findChild<GuideWindow*>()->isVisible());
}

TEST_CASE("the guide knows every page, and has its pictures inside the program")
{
    const Guide guide = Guide::load();
    REQUIRE_FALSE(guide.markdown.isEmpty());
    for (const char* page : pages::kAll) {
        INFO(page);
        CHECK(std::any_of(guide.sections.begin(), guide.sections.end(),
            [&](const auto& section) { return section.pages.contains(QLatin1String(page)); }));
    }
    for (const auto& section : guide.sections)
        for (const QString& page : section.pages) {
            INFO(page.toStdString());
            CHECK(std::any_of(pages::kAll.begin(), pages::kAll.end(), [&](const char* known) { return page == QLatin1String(known); }));
        }
    CHECK(guide.pictures.size() >= 10);
    for (const QString& picture : guide.pictures) {
        INFO(picture.toStdString());
        CHECK_FALSE(QImage(Guide::pathOf(picture)).isNull());
    }
}
