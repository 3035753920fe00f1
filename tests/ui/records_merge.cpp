// SPDX-License-Identifier: GPL-3.0-or-later
// Two records of one person are merged by hand: from the health page, from two marked rows, and by picking the other one.
#include "support/catch.h"

#include "services/people/people_service.h"
#include "services/people/pupil_service.h"
#include "ui/founded.h"
#include "ui/pages/kit/list_page.h"
#include "ui/pages/records/merge_dialog.h"
#include "ui/pages/records/records_pages.h"
#include "ui/window_bench.h"

#include <algorithm>

#include <QScreen>
#include <QSettings>
#include <QTimer>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct RecordsMergeBench : test::WindowBench {
    RecordsMergeBench() : WindowBench(Date(2021, 9, 28))
    {
        QApplication::setOrganizationName(QStringLiteral("thidua-tests"));
        QApplication::setApplicationName(QStringLiteral("merge"));
        QSettings().clear();
        auto made = services::SchoolFile::create(pathOf(QStringLiteral("truong.thidua")), test::foundedMangDen(), clock, {"Lê Thị Thùy Dung"});
        REQUIRE(made);
        file = std::move(*made);
        openWindow([](MainWindow& main, SchoolContext& school) { addRecordsPages(main, school); }, 2021);
    }
    domain::PersonId addStaff(const std::string& name, const std::string& birth, const std::string& code = {})
    {
        services::StaffDraft draft;
        draft.person.fullName = name;
        draft.person.birth = PartialDate::parse(birth).value();
        draft.person.code = code;
        auto added = services::PeopleService(*file).addStaff(yearId(2021), draft);
        REQUIRE(added);
        window->runner().succeed(added->changes);
        return added->value;
    }
    std::vector<services::StaffRow> staff() { return services::PeopleService(*file).staff(yearId(2021), true).value(); }
    bool has(domain::PersonId id)
    {
        const auto rows = staff();
        return std::ranges::find(rows, id, &services::StaffRow::id) != rows.end();
    }
    /// Runs the action and does something in the dialog that it opens.
    template <class With>
    void inDialog(const QString& actionId, With with)
    {
        bool seen = false;
        QTimer::singleShot(0, window.get(), [this, with, &seen] {
            auto* dialog = window->findChild<MergeDialog*>();
            REQUIRE(dialog != nullptr);
            seen = true;
            with(*dialog);
            if (dialog->isVisible())
                dialog->reject();
        });
        act(actionId);
        CHECK(seen);
    }
};

template <class W>
W* inside(MergeDialog& dialog, const char* name)
{
    auto* found = dialog.findChild<W*>(QLatin1String(name));
    INFO(name);
    REQUIRE(found != nullptr);
    return found;
}

}

TEST_CASE_METHOD(RecordsMergeBench, "a likely duplicate is merged from the health page, told in one sentence and taken back by one undo")
{
    const auto one = addStaff("Lê Thị Hoa", "12/3/1985");
    const auto other = addStaff("Lê Thị Hoa", "12/3/1985", "CB07");
    auto& page = open(QStringLiteral("health"));
    for (const auto id : table()->shownIds()) {
        REQUIRE(table()->setCurrentId(id));
        if (panelWords().contains(QStringLiteral("gộp hai hồ sơ")))
            break;
    }
    REQUIRE(panelWords().contains(QStringLiteral("gộp hai hồ sơ")));
    QStringList unnamed;
    inDialog(QStringLiteral("health.merge"), [&](MergeDialog& dialog) {
        unnamed = nameless(&dialog);
        CHECK(dialog.width() <= 1366);
        CHECK(dialog.height() <= 768);
        CHECK(words(&dialog).contains(QStringLiteral("CB07")));
        CHECK(inside<Label>(dialog, "mergeCounts")->text().contains(QStringLiteral("Chuyển sang hồ sơ được giữ")));
        auto* merge = inside<QPushButton>(dialog, "mergeNow");
        CHECK(merge->isEnabled()); // nothing contradicts
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    });
    CHECK(unnamed.isEmpty());
    CHECK(has(one) != has(other));
    CHECK_FALSE(words(&page).contains(QStringLiteral("gộp hai hồ sơ")));
    CHECK(words().contains(QStringLiteral("gộp hồ sơ của Lê Thị Hoa")));
    undo();
    CHECK(has(one));
    CHECK(has(other));
}

TEST_CASE_METHOD(RecordsMergeBench, "two marked rows stand side by side, change places, and what contradicts has to be chosen")
{
    const auto one = addStaff("Lê Thị Hoa", "12/3/1985");
    const auto other = addStaff("Lê Thị Hoà", "13/3/1985", "CB07");
    auto& page = open(QStringLiteral("staff"));
    table()->setTicked({one.value(), other.value()});
    inDialog(QStringLiteral("staff.merge"), [&](MergeDialog& dialog) {
        auto* merge = inside<QPushButton>(dialog, "mergeNow");
        CHECK_FALSE(merge->isEnabled());
        const auto kept = inside<Label>(dialog, "mergeKept")->text();
        inside<QPushButton>(dialog, "mergeSwap")->click();
        CHECK(inside<Label>(dialog, "mergeKept")->text() != kept);
        inside<ChoiceField>(dialog, "merge.person.full_name")->setValue("kept");
        CHECK_FALSE(merge->isEnabled());
        inside<ChoiceField>(dialog, "merge.person.birth")->setValue("taken");
        CHECK(merge->isEnabled());
        merge->click();
    });
    CHECK(has(one) != has(other));
    // Three are no two.
    undo();
    const auto ids = table()->shownIds();
    REQUIRE(ids.size() >= 3);
    table()->setTicked({ids[0], ids[1], ids[2]});
    CHECK_FALSE(can(QStringLiteral("staff.merge")));
    CHECK(nameless(&page).isEmpty());
}

TEST_CASE_METHOD(RecordsMergeBench, "the other record is found by typing, and what is refused says what to do first")
{
    const auto one = addStaff("Lê Thị Hoa", "1985");
    const auto other = addStaff("Hoàng Thị Nhàn", "1985");
    services::PupilDraft pupil;
    pupil.person.fullName = "Lê Thị Hoa";
    auto added = services::PupilService(*file).addPupil(yearId(2021), pupil);
    REQUIRE(added);
    const auto child = services::PupilService(*file).pupils(yearId(2021)).value().front().person;
    open(QStringLiteral("staff"));
    REQUIRE(table()->setCurrentId(one.value()));
    inDialog(QStringLiteral("staff.merge"), [&](MergeDialog& dialog) {
        auto* merge = inside<QPushButton>(dialog, "mergeNow");
        auto* taken = inside<SearchField>(dialog, "mergeTaken");
        CHECK_FALSE(merge->isEnabled());
        taken->setValue(child.value());
        CHECK(words(&dialog).contains(QStringLiteral("là học sinh trong cùng năm học")));
        CHECK_FALSE(merge->isEnabled());
        taken->setFocus();
        typeInto(*taken, QStringLiteral("nhan"));
        QTest::keyClick(taken, Qt::Key_Down);
        QTest::keyClick(taken, Qt::Key_Return);
        CHECK(taken->value() == other.value());
        CHECK_FALSE(words(&dialog).contains(QStringLiteral("là học sinh trong cùng năm học")));
    });
    CHECK(has(one));
    CHECK(has(other));
}
