// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window_bench.h"

#include "domain/school_year.h"

#include <QInputMethodEvent>

namespace thidua::test {

using namespace ui;

std::filesystem::path WindowBench::pathOf(const QString& name) const
{
    return std::filesystem::path(dir.filePath(name).toStdU16String());
}

void WindowBench::openFile(const std::filesystem::path& sample)
{
    const auto path = pathOf(QStringLiteral("Măng Đen.thidua"));
    std::filesystem::copy_file(sample, path);
    auto opened = services::SchoolFile::open(path, services::SchoolFile::Mode::ReadWrite, clock, {"Lê Thị Thùy Dung"});
    if (!opened)
        FAIL(opened.error().key);
    file = std::move(*opened);
}

void WindowBench::openWindow(const AddPages& addPages, int year, bool closed, const QString& first)
{
    window.reset();
    context = std::make_unique<SchoolContext>(SchoolContext{
        *file,
        [this](const documents::Document& paper, const QString& name, const std::vector<std::string>& formats) { previews.push_back({paper, name, formats}); },
        [this](SchoolYear told) { yearsTold.push_back(told); }});
    window = std::make_unique<MainWindow>(prompter, settings);
    addPages(*window, *context);
    window->setUndo([this] { undo(); }, [this] { window->runner().run([this] { return file->redo(); }); });
    window->setSchoolYear(SchoolYear(year), closed);
    window->resize(1366, 768);
    if (!first.isEmpty())
        REQUIRE(window->showPage(first));
    window->show();
    window->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(window.get()));
    settle();
}

void WindowBench::settle()
{
    for (int i = 0; i < 4; ++i) {
        QApplication::processEvents();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

Page& WindowBench::open(const QString& page)
{
    INFO(page.toStdString());
    REQUIRE(window->showPage(page));
    settle();
    return *window->currentPage();
}

void WindowBench::click(const QString& name)
{
    auto* button = find<QPushButton>(name);
    INFO("clicking " << name.toStdString());
    REQUIRE(button);
    REQUIRE(button->isEnabled());
    button->click();
    settle();
}

void WindowBench::typeInto(QWidget& field, const QString& text)
{
    field.setFocus();
    REQUIRE(QMetaObject::invokeMethod(&field, "selectAll"));
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(&field, &event);
    settle();
}

void WindowBench::type(const QString& name, const QString& text)
{
    auto* field = find<QWidget>(name);
    INFO("typing into " << name.toStdString());
    REQUIRE(field);
    typeInto(*field, text);
}

void WindowBench::keys(const QString& text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
    settle();
}

void WindowBench::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : window.get(), key, modifiers);
    settle();
}

QAction& WindowBench::action(const QString& id)
{
    auto* found = window->actions().find(id);
    INFO("action " << id.toStdString());
    REQUIRE(found != nullptr);
    return *found;
}

void WindowBench::act(const QString& id)
{
    auto& found = action(id);
    INFO(id.toStdString() << ": " << found.toolTip().toStdString());
    REQUIRE(found.isEnabled());
    found.trigger();
    settle();
}

QString WindowBench::words(QWidget* part)
{
    settle();
    QWidget* root = part ? part : window.get();
    QStringList all;
    for (auto* label : root->findChildren<QLabel*>())
        if (label->isVisibleTo(window.get()))
            all << label->text();
    for (auto* chip : root->findChildren<Chip*>())
        if (chip->isVisibleTo(window.get()))
            all << chip->text();
    return all.join(QLatin1Char('\n'));
}

QStringList WindowBench::nameless(QWidget* root)
{
    QStringList found;
    for (auto* widget : root->findChildren<QWidget*>()) {
        const bool inner = widget->objectName().startsWith(QStringLiteral("qt_")) || widget->inherits("QScrollBar") || widget->inherits("QHeaderView");
        if (widget->isVisibleTo(root) && (widget->focusPolicy() & Qt::TabFocus) && !inner && widget->accessibleName().isEmpty())
            found << QStringLiteral("%1 %2 in %3").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                                                       QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
    }
    return found;
}

domain::SchoolYearId WindowBench::yearId(int start)
{
    return services::SchoolService(*file).yearOf(SchoolYear(start))->id;
}

}
