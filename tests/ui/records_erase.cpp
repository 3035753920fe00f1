// SPDX-License-Identifier: GPL-3.0-or-later
// Former pupils' personal data are erased by hand: who and why is shown first, it is asked once more, and nothing brings it back.
#include "support/catch.h"

#include "domain/school_year.h"
#include "services/people/pupil_service.h"
#include "ui/founded.h"
#include "ui/pages/kit/list_page.h"
#include "ui/pages/pupils/erase_dialog.h"
#include "ui/pages/records/records_pages.h"
#include "ui/window_bench.h"

#include <QLineEdit>
#include <QSettings>
#include <QTimer>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct RecordsEraseBench : test::WindowBench {
    RecordsEraseBench() : WindowBench(Date(2022, 9, 28))
    {
        QApplication::setOrganizationName(QStringLiteral("thidua-tests"));
        QApplication::setApplicationName(QStringLiteral("erase"));
        QSettings().clear();
        auto made = services::SchoolFile::create(pathOf(QStringLiteral("truong.thidua")), test::foundedMangDen(), clock, {"Lê Thị Thùy Dung"});
        REQUIRE(made);
        file = std::move(*made);
        openWindow([](MainWindow& main, SchoolContext& school) { addRecordsPages(main, school); }, 2021);
    }
    void addPupil(const std::string& name)
    {
        services::PupilDraft draft;
        draft.person.fullName = name;
        draft.person.birth = PartialDate::parse("2014").value();
        REQUIRE(services::PupilService(*file).addPupil(yearId(2021), draft));
    }
    std::size_t pupils() { return services::PupilService(*file).pupils(yearId(2021)).value().size(); }
    template <class With>
    void inDialog(With with)
    {
        bool seen = false;
        QTimer::singleShot(0, window.get(), [this, with, &seen] {
            auto* dialog = window->findChild<EraseDialog*>();
            REQUIRE(dialog != nullptr);
            seen = true;
            with(*dialog);
        });
        act(QStringLiteral("pupils.erase"));
        CHECK(seen);
    }
};

}

TEST_CASE_METHOD(RecordsEraseBench, "former pupils are erased: shown, reasoned, asked once more, and not undone")
{
    open(QStringLiteral("pupils"));
    act(QStringLiteral("pupils.erase"));
    CHECK(prompter.asked().join(QLatin1Char(' ')).contains(QStringLiteral("Không có gì phải xóa"))); // nobody has left
    addPupil("Lê Thị An");
    addPupil("Trần Văn Đức");
    auto next = services::SchoolService::proposedYear(SchoolYear(2022));
    const auto opened = services::SchoolService(*file).openYear(next);
    REQUIRE(opened);
    window->runner().succeed(opened->changes);
    open(QStringLiteral("pupils"));
    inDialog([](EraseDialog& dialog) {
        CHECK(nameless(&dialog).isEmpty());
        CHECK(dialog.findChild<Label*>(QStringLiteral("eraseCounts"))->text().contains(QStringLiteral("2 học sinh")));
        auto* now = dialog.findChild<QPushButton*>(QStringLiteral("eraseNow"));
        CHECK_FALSE(now->isEnabled()); // without what it rests on
        dialog.findChild<LineField*>(QStringLiteral("eraseReason"))->setText(QStringLiteral("Biên bản số 03"));
        CHECK(now->isEnabled());
        dialog.findChild<QPushButton*>(QStringLiteral("eraseCancel"))->click();
    });
    CHECK(pupils() == 2);
    const auto go = [](EraseDialog& dialog) {
        dialog.findChild<LineField*>(QStringLiteral("eraseReason"))->setText(QStringLiteral("Biên bản số 03"));
        dialog.findChild<QPushButton*>(QStringLiteral("eraseNow"))->click();
    };
    prompter.answer(false); // thought better of it
    inDialog(go);
    CHECK(pupils() == 2);
    prompter.answer(true);
    inDialog(go);
    CHECK(pupils() == 0);
    CHECK_FALSE(file->undoNames().undo);
}
