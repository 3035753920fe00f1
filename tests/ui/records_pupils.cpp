// SPDX-License-Identifier: GPL-3.0-or-later
// Classes, pupils, the health of the file and the next school year, as a hand at the window does them.
#include "support/catch.h"

#include "domain/honour.h"
#include "domain/school_year.h"
#include "services/people/people_service.h"
#include "services/people/pupil_service.h"
#include "ui/pages/kit/list_page.h"
#include "ui/pages/records/next_year_dialog.h"
#include "ui/pages/records/records_pages.h"
#include "ui/pages/records/settings_page.h"
#include "ui/founded.h"
#include "ui/window_bench.h"

#include <algorithm>

#include <QLineEdit>
#include <QSettings>
#include <QTimer>

using namespace thidua;
using namespace thidua::ui;

namespace {

const SchoolYear kYear(2021);

struct RecordsPupilsBench : test::WindowBench {
    RecordsPupilsBench() : WindowBench(Date(2021, 9, 28))
    {
        QApplication::setOrganizationName(QStringLiteral("thidua-tests"));
        QApplication::setApplicationName(QStringLiteral("pupils"));
        QSettings().clear();
        auto made = services::SchoolFile::create(pathOf(QStringLiteral("truong.thidua")), test::foundedMangDen(), clock, {"Lê Thị Thùy Dung"});
        REQUIRE(made);
        file = std::move(*made);
        openWindow([](MainWindow& main, SchoolContext& school) {
            addRecordsPages(main, school);
            addSettingsPage(main, school);
        }, kYear.startYear());
    }
    domain::SchoolYearId year() { return yearId(kYear.startYear()); }
    services::PupilService service() { return services::PupilService(*file); }
    std::vector<services::PupilRow> pupils() { return service().pupils(year()).value(); }
    domain::SchoolClassId addClass(const std::string& name)
    {
        domain::SchoolClass one;
        one.year = year();
        one.name = name;
        auto added = service().addClass(one);
        REQUIRE(added);
        window->runner().succeed(added->changes);
        return added->value;
    }
    domain::EnrolmentId addPupil(const std::string& name, std::optional<domain::SchoolClassId> in, const std::string& birth = "2014")
    {
        services::PupilDraft draft;
        draft.person.fullName = name;
        draft.schoolClass = in;
        if (!birth.empty())
            draft.person.birth = PartialDate::parse(birth).value();
        auto added = service().addPupil(year(), draft);
        REQUIRE(added);
        window->runner().succeed(added->changes);
        return added->value;
    }
    QStringList names()
    {
        QStringList found;
        for (const auto& row : table()->shown().rows)
            if (!row.group)
                found << row.cells.first();
        return found;
    }
};

}

TEST_CASE_METHOD(RecordsPupilsBench, "a class is added at the keyboard with its teacher, changed, printed and removed")
{
    auto& page = open(QStringLiteral("classes"));
    CHECK(words(&page).contains(QStringLiteral("chưa có lớp nào")));
    CHECK_FALSE(can(QStringLiteral("classes.edit")));
    press(Qt::Key_N, Qt::ControlModifier);
    type(QStringLiteral("name"), QStringLiteral("Lớp 2A"));
    auto& teacher = part<SearchField>(QStringLiteral("teacher"));
    teacher.setValue(services::PeopleService(*file).staff(year())->front().id.value());
    press(Qt::Key_S, Qt::ControlModifier);
    const auto made = service().classes(year()).value();
    REQUIRE(made.size() == 1);
    CHECK(made.front().data.name == "2A");
    CHECK(made.front().data.grade == 2);
    CHECK(names() == QStringList{QStringLiteral("2A")});
    CHECK(panelWords().contains(QStringLiteral("Trần Thị Minh Nguyệt")));

    CHECK_FALSE(can(QStringLiteral("classes.printPupils"))); // nobody is in it
    addPupil("Lê Văn Ba", made.front().id, "5/6/2014");
    addPupil("Lê Thị An", made.front().id);
    CHECK(panelWords().contains(QStringLiteral("Lê Văn Ba")));
    act(QStringLiteral("classes.printPupils"));
    REQUIRE(previews.size() == 1);
    CHECK(previews.back().name.contains(QStringLiteral("lớp 2A")));
    act(QStringLiteral("classes.print"));
    CHECK(previews.size() == 2);

    prompter.answer(true);
    act(QStringLiteral("classes.remove"));
    CHECK(words(&page).contains(QStringLiteral("còn 2 học sinh")));
    CHECK(service().classes(year())->size() == 1);
    CHECK(nameless(&page).isEmpty());
}

TEST_CASE_METHOD(RecordsPupilsBench, "pupils are listed by given name, found without marks, filtered by class, moved together and taken back by one undo")
{
    const auto a = addClass("2A");
    const auto b = addClass("2B");
    addPupil("Trần Văn Đức", a);
    addPupil("Lê Thị An", a);
    addPupil("Ngô Hoà", b);
    auto& page = open(QStringLiteral("pupils"));
    CHECK(names() == QStringList{QStringLiteral("Lê Thị An"), QStringLiteral("Trần Văn Đức"), QStringLiteral("Ngô Hoà")});
    CHECK(summary().contains(QStringLiteral("3 học sinh")));
    table()->setColumnFilter(QStringLiteral("name"), QStringLiteral("duc"));
    CHECK(names() == QStringList{QStringLiteral("Trần Văn Đức")});
    table()->clearFilters();
    auto& filter = part<ChoiceField>(QStringLiteral("pupilsClass"));
    filter.setValue(std::to_string(a.value()));
    CHECK(names().size() == 2);
    act(QStringLiteral("pupils.print"));
    REQUIRE(previews.size() == 1);

    table()->setTicked(table()->shownIds());
    act(QStringLiteral("pupils.move"));
    part<ChoiceField>(QStringLiteral("schoolClass")).setValue(std::to_string(b.value()));
    click(QStringLiteral("moveSave"));
    CHECK(std::ranges::count_if(pupils(), [b](const auto& one) { return one.schoolClass == b; }) == 3);
    undo();
    CHECK(std::ranges::count_if(pupils(), [b](const auto& one) { return one.schoolClass == b; }) == 1);
    table()->clearFilters();
    CHECK(names().size() == 3);
    CHECK(nameless(&page).isEmpty());
}

TEST_CASE_METHOD(RecordsPupilsBench, "a pupil is added at the keyboard, warned of a namesake, and leaves with a day")
{
    const auto a = addClass("2A");
    addPupil("Lê Thị An", a, "5/6/2014");
    open(QStringLiteral("pupils"));
    press(Qt::Key_N, Qt::ControlModifier);
    type(QStringLiteral("fullName"), QStringLiteral("Lê Thị An"));
    type(QStringLiteral("birth"), QStringLiteral("5/6/2014"));
    CHECK(panelWords().contains(QStringLiteral("có thể là một người")));
    type(QStringLiteral("birth"), QStringLiteral("5/7/2014"));
    part<ChoiceField>(QStringLiteral("schoolClass")).setValue(std::to_string(a.value()));
    press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(pupils().size() == 2);
    CHECK(names().size() == 2);
    act(QStringLiteral("pupils.edit"));
    type(QStringLiteral("leftOn"), QStringLiteral("20/9/2021"));
    press(Qt::Key_S, Qt::ControlModifier);
    CHECK(std::ranges::count_if(pupils(), &services::PupilRow::left) == 1);
    CHECK(summary().contains(QStringLiteral("1 học sinh")));
    CHECK(panelWords().contains(QStringLiteral("Đã chuyển đi 20/09/2021")));
}

TEST_CASE_METHOD(RecordsPupilsBench, "a pupil who may be in the list already is asked about, with a year for a birth as well, and never added by Enter")
{
    const auto a = addClass("2A");
    const auto known = addPupil("Lê Thị An", a, "2014");
    open(QStringLiteral("pupils"));
    press(Qt::Key_N, Qt::ControlModifier);
    type(QStringLiteral("fullName"), QStringLiteral("Lê Thị An"));
    type(QStringLiteral("birth"), QStringLiteral("5/6/2014"));
    press(Qt::Key_S, Qt::ControlModifier); // asked; the safe answer is to look again
    CHECK(prompter.asked().last().contains(QStringLiteral("Em này đã có trong danh sách?")));
    CHECK(prompter.asked().last().endsWith(QStringLiteral("[Là em khác, thêm mới] [Xem lại]")));
    CHECK(pupils().size() == 1);
    CHECK(part<QLineEdit>(QStringLiteral("birth")).text().endsWith(QStringLiteral("/2014")));
    prompter.answer(0); // the same one: shown, not added
    press(Qt::Key_S, Qt::ControlModifier);
    CHECK(pupils().size() == 1);
    CHECK(table()->currentId() == known.value());
    press(Qt::Key_N, Qt::ControlModifier);
    type(QStringLiteral("fullName"), QStringLiteral("Lê Thị An"));
    type(QStringLiteral("birth"), QStringLiteral("2014"));
    prompter.answer(1); // another one
    press(Qt::Key_S, Qt::ControlModifier);
    CHECK(pupils().size() == 2);
}

TEST_CASE_METHOD(RecordsPupilsBench, "the health page leads to where each line is mended and says when nothing is found")
{
    const auto a = addClass("2A");
    const auto pupil = addPupil("Lê Thị An", std::nullopt);
    auto& page = open(QStringLiteral("health"));
    CHECK(words(&page).contains(QStringLiteral("chỗ cần xem lại")));
    const auto count = static_cast<int>(names().size());
    CHECK(count >= 3); // the head has no birth, the class no teacher, the pupil no class
    for (const auto id : table()->shownIds()) {
        REQUIRE(table()->setCurrentId(id));
        if (panelWords().contains(QStringLiteral("Lê Thị An")))
            break;
    }
    act(QStringLiteral("health.mend"));
    CHECK(window->currentPage()->info().id == QStringLiteral("pupils"));
    CHECK(table()->currentId() == pupil.value());
    act(QStringLiteral("pupils.edit"));
    part<ChoiceField>(QStringLiteral("schoolClass")).setValue(std::to_string(a.value()));
    press(Qt::Key_S, Qt::ControlModifier);
    open(QStringLiteral("health"));
    CHECK(static_cast<int>(names().size()) == count - 1);
    act(QStringLiteral("health.print"));
    CHECK(previews.size() == 1);

    // Mend the rest.
    const auto staff = services::PeopleService(*file).staff(year()).value();
    services::StaffDraft head{staff.front().person, staff.front().position, staff.front().title, staff.front().team};
    head.person.birth = PartialDate::parse("1975").value();
    window->runner().run([&] { return services::PeopleService(*file).editStaff(year(), staff.front().id, head, staff.front().version); });
    auto row = service().classes(year())->front();
    row.data.teacher = staff.front().id;
    window->runner().run([&] { return service().editClass(row.id, row.data, row.version); });
    CHECK(words(&page).contains(QStringLiteral("Không thấy chỗ nào cần bổ sung")));
}

TEST_CASE_METHOD(RecordsPupilsBench, "the next year is opened from this one: shown first, unticked, gone back from, and undone as one step")
{
    const auto a = addClass("1A");
    addPupil("Lê Thị An", a);
    addPupil("Trần Văn Đức", a);
    REQUIRE(window->showPage(QStringLiteral("settings")));
    REQUIRE(dynamic_cast<SettingsPage&>(*window->currentPage()).showSection(QStringLiteral("years")));
    const auto answer = [this](auto&& with) {
        auto& save = part<QPushButton>(QStringLiteral("yearSave"));
        QTimer::singleShot(0, window.get(), [this, with] { // runs once the dialog waits
            auto* dialog = window->findChild<NextYearDialog*>();
            REQUIRE(dialog != nullptr);
            with(*dialog);
        });
        save.click();
    };
    click(QStringLiteral("yearsNext"));
    answer([](NextYearDialog& dialog) { dialog.findChild<QPushButton*>(QStringLiteral("nextYearBack"))->click(); });
    CHECK_FALSE(services::SchoolService(*file).yearOf(SchoolYear(2022)));
    CHECK(find<QPushButton>(QStringLiteral("yearSave")) != nullptr); // the dates still stand there
    QStringList unnamed;
    answer([&unnamed](NextYearDialog& dialog) {
        auto* table = dialog.findChild<RecordTable*>();
        CHECK(dialog.findChild<Label*>(QStringLiteral("nextYearCounts"))->text().contains(QStringLiteral("2 học sinh")));
        // One line after another is left out, until it is a pupil's.
        const auto ids = table->shownIds();
        for (const auto id : ids) {
            auto kept = ids;
            kept.removeOne(id);
            table->setTicked(kept);
            if (dialog.findChild<Label*>(QStringLiteral("nextYearCounts"))->text().contains(QStringLiteral("1 học sinh")))
                break;
        }
        CHECK(dialog.findChild<Label*>(QStringLiteral("nextYearCounts"))->text().contains(QStringLiteral("1 học sinh")));
        unnamed = nameless(&dialog);
        dialog.findChild<QPushButton*>(QStringLiteral("nextYearOpen"))->click();
    });
    CHECK(unnamed.isEmpty());
    const auto next = services::SchoolService(*file).yearOf(SchoolYear(2022));
    REQUIRE(next);
    const auto pupils = service().pupils(next->id).value();
    REQUIRE(pupils.size() == 2);
    CHECK(std::ranges::count(pupils, std::string("2A"), &services::PupilRow::className) == 1);
    CHECK(std::ranges::count(pupils, std::string(), &services::PupilRow::className) == 1);
    undo();
    CHECK_FALSE(services::SchoolService(*file).yearOf(SchoolYear(2022)));
}

TEST_CASE_METHOD(RecordsPupilsBench, "the sheet of a person's honours is shown from the staff, the pupils, the collectives and the history")
{
    domain::HonourRecord honour;
    const auto head = services::PeopleService(*file).staff(year())->front().id;
    honour.subject = domain::SubjectRef::of(head);
    honour.honour = "lao-dong-tien-tien";
    honour.year = SchoolYear(2019);
    honour.decisionNumber = "12/QĐ-UBND";
    window->runner().run([&] { return services::PeopleService(*file).addHonour(honour); });
    open(QStringLiteral("staff"));
    REQUIRE(table()->setCurrentId(head.value()));
    act(QStringLiteral("staff.way"));
    REQUIRE(previews.size() == 1);
    CHECK(previews.back().name.contains(QStringLiteral("Trần Thị Minh Nguyệt")));
    open(QStringLiteral("history"));
    REQUIRE(table()->setCurrentId(table()->shownIds().first()));
    act(QStringLiteral("history.way"));
    CHECK(previews.size() == 2);
    const auto pupil = addPupil("Lê Thị An", addClass("2A"));
    open(QStringLiteral("pupils"));
    REQUIRE(table()->setCurrentId(pupil.value()));
    act(QStringLiteral("pupils.way"));
    CHECK(previews.size() == 3); // their class of the year stands there
    open(QStringLiteral("collectives"));
    REQUIRE(table()->setCurrentId(table()->shownIds().first()));
    act(QStringLiteral("collectives.way"));
    CHECK(previews.size() == 3); // nothing is known of the school yet: the line below says so
}
