// SPDX-License-Identifier: GPL-3.0-or-later
// A form of the level above, filled by somebody at the keyboard and with the mouse.
#include "support/catch.h"

#include "support/jobs.h"
#include "support/sample_file.h"

#include "sheets/book.h"
#include "ui/pages/award/award_pages.h"
#include "ui/pages/receiver/receiver_wizard.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/tick_box.h"
#include "ui/window_bench.h"

#include <QTimer>

using namespace thidua;
using namespace thidua::ui;

namespace {

struct ReceiverBench : test::WindowBench {
    ReceiverBench() : WindowBench(Date(2022, 9, 29))
    {
        QApplication::setOrganizationName(QStringLiteral("thidua-tests"));
        QApplication::setApplicationName(QStringLiteral("receiver"));
        QSettings().clear();
        openFile(test::sampleFile(Date(2022, 9, 29)));
        openWindow([](MainWindow& main, SchoolContext& school) { addAwardPages(main, school); }, 2021);
    }
    static QString form(const char* name) { return QStringLiteral(THIDUA_SOURCE "/tests/fixtures/receiver/%1").arg(QLatin1String(name)); }
    QString target(const char* name) const { return QString::fromStdString(pathOf(QLatin1String(name)).string()); }
    /// Opens the wizard by a verb; `work` uses it, and it is closed afterwards if it still stands.
    void wizard(const QString& page, const QString& verb, const std::function<void(ReceiverWizard&)>& work)
    {
        open(page);
        bool came = false;
        QTimer::singleShot(0, [&] {
            auto* dialog = qobject_cast<ReceiverWizard*>(QApplication::activeModalWidget());
            came = dialog != nullptr;
            if (!dialog)
                return;
            QApplication::setActiveWindow(dialog);
            work(*dialog);
            if (dialog->isVisible()) {
                prompter.answer(true); // what was said of the form may go
                dialog->reject();
            }
        });
        act(verb);
        REQUIRE(came);
    }
};

template <class W>
W& partOf(ReceiverWizard& wizard, const QString& name)
{
    auto* found = wizard.findChild<W*>(name);
    if (!found)
        throw std::runtime_error(name.toStdString());
    return *found;
}

void pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    if (auto* focus = QApplication::focusWidget())
        QTest::keyClick(focus, key, modifiers);
    QCoreApplication::processEvents();
}

/// Ctrl+Enter, and what it set going.
void goOn(ReceiverWizard& wizard)
{
    pressKey(Qt::Key_Return, Qt::ControlModifier);
    CHECK(test::waitForJobs(wizard));
}

QString problemIn(ReceiverWizard& wizard)
{
    auto& label = partOf<QLabel>(wizard, QStringLiteral("receiverProblem"));
    return label.isVisible() ? label.text() : QString();
}

std::string cellIn(const QString& path, const std::string& sheet, std::size_t row, std::uint32_t column)
{
    const auto book = sheets::readBookFile(path.toStdString(), sheet);
    REQUIRE(book);
    for (const auto& one : book->sheets.front().rows)
        if (one.number == row && one.at(column) != nullptr)
            return one.at(column)->text;
    return {};
}

/// Names that a screen reader would miss, and what stands beyond the dialog's edges.
void looksWell(ReceiverWizard& wizard)
{
    const auto nameless = test::WindowBench::nameless(&wizard);
    INFO(nameless.join(QLatin1Char('\n')).toStdString());
    CHECK(nameless.isEmpty());
    for (auto* button : wizard.findChildren<QPushButton*>())
        if (button->isVisible()) {
            INFO(button->text().toStdString());
            CHECK(wizard.rect().contains(QRect(button->mapTo(&wizard, QPoint()), button->size())));
        }
}

}

TEST_CASE_METHOD(ReceiverBench, "a form is filled by keys alone, and understood at once the next time")
{
    prompter.answer(form("mau-tdkt.xlsx"));
    const QString out = target("da-dien.xlsx");
    wizard(QStringLiteral("awards"), QStringLiteral("awards.fillForm"), [&](ReceiverWizard& wizard) {
        CHECK_FALSE(partOf<QPushButton>(wizard, QStringLiteral("receiverNext")).isEnabled());
        looksWell(wizard);
        pressKey(Qt::Key_O, Qt::ControlModifier);
        CHECK(test::waitForJobs(wizard));
        CHECK(problemIn(wizard).isEmpty());
        CHECK(partOf<QLabel>(wizard, QStringLiteral("receiverFound")).text().contains(QStringLiteral("dòng 8")));
        pressKey(Qt::Key_Return); // the focus stands on “Tiếp”
        CHECK(partOf<ChoiceField>(wizard, QStringLiteral("receiverColumn2")).value() == std::to_string(static_cast<int>(services::SheetColumn::FullName)));
        auto& fixed = partOf<QComboBox>(wizard, QStringLiteral("receiverFixed8"));
        CHECK(fixed.isVisible());
        CHECK(fixed.count() == 2); // the form's own list
        fixed.setFocus();
        fixed.lineEdit()->selectAll();
        QTest::keyClicks(fixed.lineEdit(), QStringLiteral("Giao duc"));
        looksWell(wizard);
        goOn(wizard);
        CHECK(problemIn(wizard).isEmpty());
        CHECK(partOf<QComboBox>(wizard, QStringLiteral("receiverWord6-lao-dong-tien-tien")).currentText() == QStringLiteral("Lao động tiên tiến"));
        looksWell(wizard);
        goOn(wizard);
        auto& grid = partOf<GridTable>(wizard, QStringLiteral("receiverTable"));
        CHECK(grid.rows().size() == static_cast<qsizetype>(wizard.task().report.lines.size()));
        CHECK_FALSE(grid.rows().isEmpty());
        looksWell(wizard);
        pressKey(Qt::Key_Left, Qt::AltModifier);
        CHECK(partOf<QComboBox>(wizard, QStringLiteral("receiverWord6-lao-dong-tien-tien")).isVisible());
        goOn(wizard);
        prompter.answer(out);
        pressKey(Qt::Key_Return, Qt::ControlModifier);
        CHECK(partOf<QLabel>(wizard, QStringLiteral("receiverDone")).text().startsWith(QStringLiteral("Đã điền ")));
        looksWell(wizard);
        pressKey(Qt::Key_Return, Qt::ControlModifier);
        CHECK_FALSE(wizard.isVisible());
    });
    CHECK(cellIn(out, "Mau TDKT", 8, 0) == "1");
    CHECK(cellIn(out, "Mau TDKT", 8, 8) == "Giao duc");
    CHECK(std::filesystem::exists(form("mau-tdkt.xlsx").toStdString()));

    prompter.answer(form("mau-tdkt.xlsx"));
    wizard(QStringLiteral("awards"), QStringLiteral("awards.fillForm"), [&](ReceiverWizard& wizard) {
        pressKey(Qt::Key_O, Qt::ControlModifier);
        CHECK(test::waitForJobs(wizard));
        CHECK(partOf<QLabel>(wizard, QStringLiteral("receiverFound")).text().contains(QStringLiteral("lần trước")));
        pressKey(Qt::Key_Return);
        CHECK(partOf<QComboBox>(wizard, QStringLiteral("receiverFixed8")).currentText() == QStringLiteral("Giao duc"));
        // What is remembered goes, and comes back.
        QTest::mouseClick(&partOf<QPushButton>(wizard, QStringLiteral("receiverForget")), Qt::LeftButton);
        QCoreApplication::processEvents();
        CHECK(partOf<QComboBox>(wizard, QStringLiteral("receiverFixed8")).currentText().isEmpty());
        QTest::mouseClick(&partOf<QPushButton>(wizard, QStringLiteral("receiverForget")), Qt::LeftButton);
        QCoreApplication::processEvents();
        CHECK(partOf<QComboBox>(wizard, QStringLiteral("receiverFixed8")).currentText() == QStringLiteral("Giao duc"));
    });
}

TEST_CASE_METHOD(ReceiverBench, "a column that stands twice, a word that is missing, an honour that is left out")
{
    prompter.answer(form("canhan.xlsx"));
    wizard(QStringLiteral("awards"), QStringLiteral("awards.fillForm"), [&](ReceiverWizard& wizard) {
        QTest::mouseClick(&partOf<QPushButton>(wizard, QStringLiteral("receiverChoose")), Qt::LeftButton);
        CHECK(test::waitForJobs(wizard));
        goOn(wizard);
        auto& post = partOf<ChoiceField>(wizard, QStringLiteral("receiverColumn4"));
        const auto before = post.value();
        post.setValue(std::to_string(static_cast<int>(services::SheetColumn::FullName)));
        emit post.activated(post.currentIndex());
        CHECK(problemIn(wizard).contains(QStringLiteral("cùng được chọn là")));
        CHECK_FALSE(partOf<QPushButton>(wizard, QStringLiteral("receiverNext")).isEnabled());
        post.setValue(before);
        emit post.activated(post.currentIndex());
        CHECK(problemIn(wizard).isEmpty());
        goOn(wizard);
        auto& word = partOf<QComboBox>(wizard, QStringLiteral("receiverWord10-lao-dong-tien-tien"));
        CHECK(word.currentText() == QStringLiteral("LDTT"));
        word.setCurrentText({});
        CHECK(problemIn(wizard).contains(QStringLiteral("Lao động tiên tiến")));
        CHECK_FALSE(partOf<QPushButton>(wizard, QStringLiteral("receiverNext")).isEnabled());
        auto& tick = partOf<TickBox>(wizard, QStringLiteral("receiverHonour-lao-dong-tien-tien"));
        tick.setFocus();
        QTest::keyClick(&tick, Qt::Key_Space);
        CHECK_FALSE(word.isEnabled());
        for (auto* field : wizard.findChildren<QComboBox*>())
            if (field->objectName().startsWith(QStringLiteral("receiverWord")) && field->isEnabled() && field->currentText().isEmpty())
                field->setCurrentText(QStringLiteral("K"));
        CHECK(problemIn(wizard).isEmpty());
        goOn(wizard);
        for (const auto& line : wizard.task().report.lines)
            CHECK(line.cells.count(10) + line.cells.count(9) == 1);
        CHECK(std::none_of(wizard.task().report.lines.begin(), wizard.task().report.lines.end(), [](const auto& line) { return line.cells.contains(10) && line.cells.at(10) == "LDTT"; }));
    });
}

TEST_CASE_METHOD(ReceiverBench, "what is no form is told where one looks")
{
    prompter.answer(QStringLiteral(THIDUA_SOURCE "/tests/fixtures/import/dang-ky.ods"));
    wizard(QStringLiteral("submissions"), QStringLiteral("submissions.fillForm"), [&](ReceiverWizard& wizard) {
        pressKey(Qt::Key_O, Qt::ControlModifier);
        CHECK(test::waitForJobs(wizard));
        CHECK(problemIn(wizard).contains(QStringLiteral(".xlsx")));
        CHECK_FALSE(partOf<QPushButton>(wizard, QStringLiteral("receiverNext")).isEnabled());
        pressKey(Qt::Key_Escape);
        CHECK_FALSE(wizard.isVisible());
    });
}
