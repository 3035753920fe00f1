// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of an import at the sizes that every dialog must bear.
#include "e2e/looks.h"
#include "support/jobs.h"
#include "ui/pages/history/past_honours_dialog.h"
#include "ui/pages/intake/import_wizard.h"

using namespace thidua;
using namespace thidua::test;

namespace {

/// As wide as lists are, with long words, wrong days, homonyms of the sample and a section.
QString wideList()
{
    QString block = QStringLiteral("TRƯỜNG TIỂU HỌC MĂNG ĐEN\nSTT\tHọ và tên\tNgày sinh\tNam\tNữ\tChức vụ\tTổ chuyên môn\tTrình độ\tNgày vào ngành\tĐiện thoại\tĐịa chỉ\tGhi chú\tMã cán bộ\n");
    for (int i = 1; i <= 40; ++i)
        block += QStringLiteral("%1\tNguyễn Thị Phương Thảo %2\t%3/03/1985\t\tx\tGiáo viên kiêm tổ trưởng chuyên môn\tTổ %4\tĐại học\t01/09/2008\t0900\tMăng Đen\t\tCB%1\n")
                     .arg(i).arg(QChar(u'A' + i % 26)).arg(i % 7 == 0 ? 32 : i % 28 + 1).arg(i % 5 + 1);
    return block;
}

}

TEST_CASE("every step of an import, and the grid of past honours, fits on a small screen and at 150 %")
{
    const auto& look = kLooks[GENERATE(0, 1, 2)];
    const Sized sized(look.factor);
    INFO(named(look));
    {
        OpenWindow opened(Date(2022, 9, 23));
        const auto file = services::createSample(opened.scratch / "hai.thidua", "mang-den", opened.clock).value(); // the window holds its own
        ui::ImportWizard wizard(opened.window().shell(), *file, SchoolYear(2022), services::ListKind::Staff, &opened.window());
        wizard.show();
        checkFits(wizard, look);
        wizard.openBlock(wideList());
        REQUIRE(waitForJobs(wizard));
        checkFits(wizard, look);
        auto* next = wizard.findChild<QPushButton*>(QStringLiteral("importNext"));
        next->click();
        checkFits(wizard, look);
        next->click();
        REQUIRE(waitForJobs(wizard));
        CHECK(wizard.task().report.rejected.size() == 5);
        checkFits(wizard, look);
        ui::PastHonoursDialog past(opened.window().shell(), *file, &opened.window());
        past.show();
        past.takeBlock(QStringLiteral("Họ và tên\tDanh hiệu\tNăm học\nHoàng Thị Bích Liên\tChiến sĩ thi đua cơ sở\t2010-2011\nKhông Có Ai Tên Như Thế\tLĐTT\t2011-2012\n"));
        CHECK(QTest::qWaitFor([&] { return past.findChild<QPushButton*>(QStringLiteral("pastWrite"))->isEnabled(); }, 10'000));
        checkFits(past, look);
    }
}
