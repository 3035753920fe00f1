// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of a school whose pages are all empty still: what is written is written once, asked about never, and found selected.
#include "e2e/hand.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/search_field.h"

#include <QComboBox>
#include <QLabel>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::ui;

namespace {

struct EmptySchool : OpenWindow {
    EmptySchool()
        : OpenWindow(Date(2023, 9, 6), "")
    {
        foundEmpty(*this);
        open();
        window().activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window()));
    }
    using OpenWindow::page;
    Page& page() { return *window().currentPage(); }
    RecordTable& table()
    {
        for (auto* table : page().findChildren<RecordTable*>())
            if (table->isVisible())
                return *table;
        FAIL("no table");
        return *page().findChild<RecordTable*>();
    }
    QPushButton* mainButton() { return savingButton(page(), QApplication::focusWidget()); }
    /// Something into every field that is required and blank.
    void fill()
    {
        int number = 0;
        for (auto* line : page().findChildren<QWidget*>()) {
            auto* field = dynamic_cast<Field*>(line);
            const bool wanted = line->accessibleName().contains(QStringLiteral("bắt buộc")) || qobject_cast<SearchField*>(line);
            if (!field || !line->isVisible() || !line->isEnabled() || !wanted || !field->isBlank())
                continue;
            if (auto* text = qobject_cast<LineField*>(line))
                text->setText(QStringLiteral("Thử %1").arg(++number));
            else if (auto* area = qobject_cast<TextField*>(line))
                area->setPlainText(QStringLiteral("Thử %1").arg(++number));
            else if (auto* day = qobject_cast<DateField*>(line))
                day->setText(QStringLiteral("20/11/2023"));
            else if (auto* count = qobject_cast<NumberField*>(line))
                count->setText(QStringLiteral("1"));
            else if (auto* choice = qobject_cast<ChoiceField*>(line))
                choice->setCurrentIndex(0);
            else if (auto* search = qobject_cast<SearchField*>(line)) {
                search->setText(QStringLiteral("nguyen")); // the head, the only person
                if (const auto offered = search->offered(); !offered.empty())
                    search->setValue(offered.front());
            }
        }
    }
    /// Exactly the current row is selected.
    void checkSelection()
    {
        auto* selection = table().view()->selectionModel();
        CHECK(selection->selectedRows(1).size() == 1);
        CHECK(table().selectedIds() == QVector<std::int64_t>{ table().currentId().value_or(0) });
    }
    QString words()
    {
        QStringList all;
        for (const auto* label : page().findChildren<QLabel*>())
            if (label->isVisible())
                all << label->text();
        return all.join(QLatin1Char('\n'));
    }
};

enum class Way { Click, CtrlS, CtrlEnter };

void save(EmptySchool& school, Way way)
{
    QWidget* focus = QApplication::focusWidget();
    if (way == Way::Click)
        QTest::mouseClick(school.mainButton(), Qt::LeftButton);
    else
        QTest::keyClick(focus ? focus : &school.window(), way == Way::CtrlS ? Qt::Key_S : Qt::Key_Return, Qt::ControlModifier);
    Hand::settle();
}

}

TEST_CASE("the first record of an empty page is written once, by whichever key")
{
    const QString id = GENERATE(as<QString>(), pages::kCampaigns, pages::kCollectives, pages::kHistory, pages::kStaff, pages::kDecisions);
    const auto way = GENERATE(Way::Click, Way::CtrlS, Way::CtrlEnter);
    if (way == Way::CtrlEnter && id == QLatin1String(pages::kDecisions))
        return; // Ctrl+Enter is a key of the pages of the kit
    EmptySchool school;
    school.page(id);
    Hand::settle();
    const auto before = school.table().shownIds().size();
    QTest::keyClick(&school.window(), Qt::Key_N, Qt::ControlModifier);
    QTest::qWait(30);
    INFO(id.toStdString() << " by way " << static_cast<int>(way));
    school.fill();
    REQUIRE(school.mainButton() != nullptr);
    save(school, way);
    INFO(school.words().toStdString());
    CHECK(school.prompter.asked().isEmpty());
    CHECK(school.table().shownIds().size() == before + 1);
    school.checkSelection();
    // Nothing is left that could be written once more: not by the key, not by going elsewhere.
    QTest::keyClick(&school.window(), Qt::Key_S, Qt::ControlModifier);
    school.page(pages::kOverview);
    school.page(id);
    CHECK(school.prompter.asked().isEmpty());
    CHECK(school.table().shownIds().size() == before + 1);
}
