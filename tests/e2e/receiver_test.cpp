// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of filling a form at the sizes that every dialog must bear; with THIDUA_PICTURES they are put into that folder.
#include "e2e/looks.h"
#include "support/jobs.h"
#include "ui/pages/receiver/receiver_wizard.h"

using namespace thidua;
using namespace thidua::test;

namespace {

void picture(QDialog& dialog, const QString& name)
{
    if (const auto folder = qEnvironmentVariable("THIDUA_PICTURES"); !folder.isEmpty())
        CHECK(dialog.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

}

TEST_CASE("every step of filling a form fits on a small screen and at 150 %")
{
    const auto& look = kLooks[GENERATE(0, 1, 2)];
    const Sized sized(look.factor);
    INFO(named(look));
    QSettings().remove(QStringLiteral("receiver/forms"));
    {
        OpenWindow opened(Date(2022, 9, 23));
        const auto file = services::createSample(opened.scratch / "hai.thidua", "mang-den", opened.clock).value(); // the window holds its own
        const QString name = QStringLiteral("fill-form%1").arg(look.factor > 1 ? QStringLiteral("-large") : look.size.width() < 1366 ? QStringLiteral("-small") : QString());
        const auto fits = [&look, &name](QDialog& dialog, int step) {
            INFO("step " << step);
            checkFits(dialog, look);
            picture(dialog, step == 4 ? name : name + QString::number(step));
        };
        ui::ReceiverWizard wizard(opened.window().shell(), *file, SchoolYear(2021), services::ReceiverList::Nominations, &opened.window());
        wizard.show();
        fits(wizard, 0);
        wizard.openForm(QStringLiteral(THIDUA_SOURCE "/tests/fixtures/receiver/mau-tdkt.xlsx"));
        REQUIRE(waitForJobs(wizard));
        fits(wizard, 1);
        auto* next = wizard.findChild<QPushButton*>(QStringLiteral("receiverNext"));
        next->click();
        fits(wizard, 2);
        next->click();
        REQUIRE(waitForJobs(wizard));
        fits(wizard, 3);
        next->click();
        REQUIRE(waitForJobs(wizard));
        CHECK(wizard.task().report.problem.empty());
        fits(wizard, 4);
        opened.prompter.answer(QString::fromStdString((opened.scratch / "da-dien.xlsx").string()));
        next->click();
        fits(wizard, 5);
        CHECK(std::filesystem::exists(opened.scratch / "da-dien.xlsx"));
    }
}
