// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/follow_bench.h"

#include "support/sample_file.h"

namespace thidua::ui::follow {
namespace {

const QString kName = QStringLiteral("Măng Đen.thidua");

}

Bench::Bench(int year, Date today, bool closed)
    : clock(today), file(open()),
      context{*file, [this](const documents::Document&, const QString& name, const std::vector<std::string>&) { previews << name; },
              [](SchoolYear) {}}
{
    addFollowPages(window, context);
    window.setUndo([this] { window.runner().run([this] { return file->undo(); }); }, [this] { window.runner().run([this] { return file->redo(); }); });
    window.setSchoolYear(SchoolYear(year), closed);
    window.resize(1366, 768);
    window.show();
    window.activateWindow();
    QApplication::processEvents();
}

std::unique_ptr<services::SchoolFile> Bench::open()
{
    const QString copy = dir.filePath(kName);
    QFile::copy(QString::fromStdU16String(test::sampleFile(Date(2022, 9, 26)).u16string()), copy);
    auto opened = services::SchoolFile::open(copy.toStdString(), services::SchoolFile::Mode::ReadWrite, clock, {"Lê Thị Thùy Dung"});
    if (!opened)
        FAIL(opened.error().key);
    return std::move(*opened);
}

void Bench::type(const char* name, const QString& text)
{
    auto* field = find(name);
    INFO(name);
    REQUIRE(field);
    if (auto* line = qobject_cast<QLineEdit*>(field))
        line->setText(text);
    else if (auto* area = qobject_cast<QPlainTextEdit*>(field))
        area->setPlainText(text);
    settleDown();
}

services::RegistrationRow Bench::registration(std::int64_t rowId)
{
    for (const auto& row : board().rows)
        if (rowIdOf(row.subject) == rowId)
            return row;
    FAIL("no such row");
    return {};
}

std::int64_t Bench::firstWith(services::RegistrationStatus status)
{
    for (const auto& row : board().rows)
        if (row.subject.person && row.status == status)
            return rowIdOf(row.subject);
    FAIL("nobody has this status");
    return 0;
}

QString Bench::words()
{
    QStringList all;
    for (auto* label : window.findChildren<QLabel*>())
        if (label->isVisible())
            all << label->text();
    return all.join(QLatin1Char('\n'));
}

}
