// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.h"

#include "ui/widgets/form_binder.h"

#include <QSignalSpy>
#include <QTest>

using namespace thidua;
using namespace thidua::ui;

namespace {

enum class Level { School, District };

struct Draft {
    std::string title;
    std::optional<std::string> note;
    std::optional<Date> handedIn;
    std::optional<int> pages;
    Level level = Level::School;
    std::optional<Id<struct PersonTag>> author;
    bool recognised = false;
};

std::vector<FieldIssue> validate(const Draft& draft)
{
    std::vector<FieldIssue> issues;
    if (draft.title.empty())
        issues.push_back({"title", "Chưa ghi tên.", {}});
    return issues;
}

}

TEST_CASE("a binder fills the fields and reads them back")
{
    auto* title = new LineField;
    auto* note = new LineField;
    auto* day = new DateField;
    auto* pages = new NumberField;
    auto* level = new ChoiceField;
    auto* author = new SearchField;
    author->setOptions({{7, QStringLiteral("Y Hiền"), {}}, {8, QStringLiteral("A Khôi"), {}}});
    auto* recognised = new CheckField(QStringLiteral("Đã công nhận"));
    FormField titleForm(QStringLiteral("Tên"), title), noteForm(QStringLiteral("Ghi chú"), note), dayForm(QStringLiteral("Ngày"), day);
    FormField pagesForm(QStringLiteral("Số trang"), pages), levelForm(QStringLiteral("Cấp"), level), authorForm(QStringLiteral("Tác giả"), author);
    FormField recognisedForm({}, recognised);
    FormBinder<Draft> binder;
    binder.bind("title", &titleForm, title, &Draft::title);
    binder.bind("note", &noteForm, note, &Draft::note);
    binder.bind("handedIn", &dayForm, day, &Draft::handedIn);
    binder.bind("pages", &pagesForm, pages, &Draft::pages);
    binder.bindChoice("level", &levelForm, level, &Draft::level, {{Level::School, QStringLiteral("Cấp trường")}, {Level::District, QStringLiteral("Cấp huyện")}});
    binder.bind("author", &authorForm, author, &Draft::author);
    binder.bind("recognised", &recognisedForm, recognised, &Draft::recognised);

    binder.load({"Trò chơi vần", "lớp 2", Date(2022, 4, 12), 12, Level::District, Id<struct PersonTag>(7), true});
    CHECK_FALSE(binder.isDirty());
    CHECK(title->text() == QStringLiteral("Trò chơi vần"));
    CHECK(level->currentText() == QStringLiteral("Cấp huyện"));
    CHECK(author->text() == QStringLiteral("Y Hiền"));
    CHECK(recognised->isChecked());

    note->clear();
    day->setText(QStringLiteral("1/5/22"));
    pages->setText(QString());
    level->setCurrentIndex(0);
    author->setValue(8);
    CHECK(binder.isDirty());
    const Draft draft = binder.draft();
    CHECK_FALSE(draft.note);
    CHECK(draft.handedIn == Date(2022, 5, 1));
    CHECK_FALSE(draft.pages);
    CHECK(draft.level == Level::School);
    REQUIRE(draft.author);
    CHECK(draft.author->value() == 8);
    binder.load({});
    CHECK_FALSE(author->value());
    CHECK(title->text().isEmpty());
}

TEST_CASE("issues stand beside touched fields, and beside all after reveal")
{
    auto* title = new LineField;
    auto* day = new DateField;
    FormField titleForm(QStringLiteral("Tên sáng kiến"), title), dayForm(QStringLiteral("Ngày nộp"), day);
    FormBinder<Draft> binder;
    binder.bind("title", &titleForm, title, &Draft::title);
    binder.bind("handedIn", &dayForm, day, &Draft::handedIn);
    binder.setValidate(validate);
    QSignalSpy validity(&binder, &FormBinderBase::validChanged);
    binder.load({});
    CHECK_FALSE(binder.isValid());
    CHECK(titleForm.error().isEmpty()); // nobody has typed yet: no blame
    CHECK_FALSE(binder.reveal());
    CHECK(titleForm.error() == QStringLiteral("Chưa ghi tên."));
    QTest::keyClicks(title, QStringLiteral("Vo luyen viet"));
    CHECK(titleForm.error().isEmpty());
    CHECK(binder.isValid());
    day->setText(QStringLiteral("31/09/2021"));
    CHECK_FALSE(binder.isValid());
    CHECK(day->property("wrong").toBool());
    CHECK(validity.count() == 3);
}

TEST_CASE("a service's issues go to their fields and stay until changed")
{
    auto* title = new LineField;
    FormField titleForm(QStringLiteral("Tên sáng kiến"), title);
    FormBinder<Draft> binder;
    binder.bind("title", &titleForm, title, &Draft::title);
    binder.load({"Trò chơi vần", {}, {}, {}, Level::School, {}, false});
    const auto elsewhere = binder.showIssues({{"title", "Tên này đã có.", {}}, {"plan", "Kế hoạch đã ban hành.", {}}});
    REQUIRE(elsewhere.size() == 1);
    CHECK(elsewhere.front().field == "plan");
    CHECK(titleForm.error() == QStringLiteral("Tên này đã có."));
    title->setText(QStringLiteral("Trò chơi vần 2"));
    CHECK(titleForm.error().isEmpty());
}

TEST_CASE("a field may outlive its binder")
{
    auto* title = new LineField;
    FormField titleForm(QStringLiteral("Tên sáng kiến"), title);
    {
        FormBinder<Draft> binder;
        binder.bind("title", &titleForm, title, &Draft::title);
        binder.load({});
    }
    title->setText(QStringLiteral("còn đây"));
    CHECK(title->onChanged == nullptr);
}

TEST_CASE("a read-only form cannot be typed into")
{
    auto* title = new LineField;
    FormField titleForm(QStringLiteral("Tên sáng kiến"), title);
    FormBinder<Draft> binder;
    binder.bind("title", &titleForm, title, &Draft::title);
    binder.load({"A", {}, {}, {}, Level::School, {}, false});
    binder.setReadOnly(true);
    QTest::keyClicks(title, QStringLiteral("xyz"));
    CHECK(binder.draft().title == "A");
    CHECK_FALSE(binder.isDirty());
}
