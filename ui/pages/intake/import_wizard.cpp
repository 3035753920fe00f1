// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/import_wizard.h"

#include "services/intake/import_columns.h"
#include "services/intake/rejected_rows.h"
#include "ui/pages/intake/column_step.h"
#include "ui/pages/intake/file_step.h"
#include "ui/pages/intake/import_preview.h"
#include "ui/pages/intake/import_words.h"
#include "ui/pages/intake/preview_step.h"
#include "ui/pages/intake/result_step.h"
#include "ui/text/path_words.h"
#include "ui/widgets/card.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QSettings>
#include <QShortcut>

namespace thidua::ui {

using services::ImportFate;
using services::ListKind;
using services::SheetColumn;

namespace {

const QString kFormsKey = QStringLiteral("import/forms");

std::vector<ChoiceField::Choice> yearsOf(services::SchoolFile& file, bool closed)
{
    std::vector<ChoiceField::Choice> choices;
    if (const auto years = services::ImportService(file).years(closed))
        for (const auto year : *years)
            choices.push_back({year.text(), toQ(year.screen())});
    return choices;
}

}

ImportWizard::ImportWizard(Shell& shell, services::SchoolFile& file, SchoolYear shown, ListKind kind, QWidget* parent)
    : StepWizard(shell, file, QStringLiteral("import"), tr("Nhập dữ liệu từ bảng tính"), tr("Đã dừng theo yêu cầu; chưa ghi gì."), parent)
{
    build(shown, kind);
    connectSteps();
    addShortcuts();
    goTo(Step::File);
}

void ImportWizard::build(SchoolYear shown, ListKind kind)
{
    auto anyYears = yearsOf(m_file, true);
    anyYears.insert(anyYears.begin(), ChoiceField::Choice{std::string(), tr("Theo từng dòng của danh sách")});
    m_fileStep = new FileStep(yearsOf(m_file, false), anyYears, stack());
    m_fileStep->setYear(shown.text());
    m_fileStep->setKind(kind);
    m_columnStep = new ColumnStep(stack());
    m_previewStep = new PreviewStep(stack());
    m_resultStep = new ResultStep(stack());
    addSteps({m_fileStep, m_columnStep, m_previewStep, m_resultStep});
}

void ImportWizard::connectSteps()
{
    connect(m_fileStep, &FileStep::fileWanted, this, &ImportWizard::chooseFile);
    connect(m_fileStep, &FileStep::pasteWanted, this, [this] { openBlock(QApplication::clipboard()->text()); });
    connect(m_fileStep, &FileStep::kindChosen, this, [this] {
        stopWork();
        m_task.request->sheet.clear(); // the sheet most like a list of that kind
        lookAgain();
    });
    connect(m_fileStep, &FileStep::sheetChosen, this, [this](const QString& sheet) {
        stopWork();
        m_task.request->sheet = sheet.toStdString();
        lookAgain();
    });
    connect(m_fileStep, &FileStep::listsChosen, this, [this](const QStringList& sheets) {
        stopWork();
        std::vector<std::string> names;
        for (const QString& sheet : sheets)
            names.push_back(sheet.toStdString());
        if (names.size() == 1)
            m_task.request->sheet = names.front();
        else
            services::ImportService(m_file).join(*m_task.request, names);
        lookAgain();
    });
    connect(m_columnStep, &ColumnStep::columnChosen, this, [this](int column, SheetColumn kind) {
        stopWork();
        m_task.request->columns[static_cast<std::size_t>(column)] = kind;
        m_task.origins[static_cast<std::size_t>(column)] = ColumnOrigin::Chosen;
        m_columnStep->look(m_task);
        refresh();
    });
    connect(m_columnStep, &ColumnStep::headingChosen, this, [this](int row) {
        stopWork();
        lookAgain(static_cast<std::size_t>(row));
    });
    connect(m_previewStep, &PreviewStep::corrected, this, [this](const QVector<QPair<int, int>>& places, const QStringList& words) {
        stopWork();
        for (qsizetype i = 0; i < places.size(); ++i)
            m_task.request->corrected[{static_cast<std::size_t>(places[i].first), static_cast<std::size_t>(places[i].second)}] = fromQ(words[i]);
        preview();
    });
    connect(m_previewStep, &PreviewStep::answered, this, [this](int row, const services::SheetAnswer& answer) {
        stopWork();
        m_task.request->answers[static_cast<std::size_t>(row)] = answer;
        preview();
    });
    connect(m_previewStep, &PreviewStep::answerDropped, this, [this](int row) {
        stopWork();
        m_task.request->answers.erase(static_cast<std::size_t>(row));
        preview();
    });
    connect(m_resultStep, &ResultStep::rejectedWanted, this, &ImportWizard::saveRejected);
    connect(m_resultStep, &ResultStep::undoWanted, this, &ImportWizard::takeBack);
    connect(m_resultStep, &ResultStep::pageWanted, this, [this] {
        m_wantedPage = intake::pageOf(m_task.request->kind);
        accept();
    });
    connect(m_resultStep, &ResultStep::anotherWanted, this, [this] {
        m_opened = false;
        const auto kind = m_task.request->kind;
        m_task = {};
        m_task.request->kind = kind;
        m_fileStep->setOpened({}, m_task);
        goTo(Step::File);
    });
}

void ImportWizard::addShortcuts()
{
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_O), [this] {
        if (now() == Step::File)
            chooseFile();
    });
    auto* undo = new QShortcut(QKeySequence(QKeySequence::Undo), m_resultStep, nullptr, nullptr, Qt::WindowShortcut);
    connect(undo, &QShortcut::activated, this, &ImportWizard::takeBack);
    // In the grid Ctrl+V puts cells into cells; before there is a list it brings one.
    auto* paste = new QShortcut(QKeySequence(QKeySequence::Paste), m_fileStep, nullptr, nullptr, Qt::WindowShortcut);
    connect(paste, &QShortcut::activated, this, [this] { openBlock(QApplication::clipboard()->text()); });
}

void ImportWizard::chooseFile()
{
    const auto path = m_shell.prompter.openFile(tr("Nhập danh sách từ tệp"), {{tr("Bảng tính"), {"xlsx", "ods", "csv"}}}, QStringLiteral("import"));
    if (path)
        openFile(*path);
}

void ImportWizard::openFile(const QString& path)
{
    read([file = toPath(path)] { return sheets::readBookFile(file); }, QFileInfo(path).fileName());
}

void ImportWizard::openBlock(const QString& block)
{
    if (block.trimmed().isEmpty())
        return say(tr("Bộ nhớ tạm chưa có danh sách nào. Trong Excel, chọn cả dòng tiêu đề và các dòng của danh sách, bấm Ctrl+C, rồi trở lại đây."));
    const QString name = tr("Danh sách đã chép");
    read([block, name]() -> Result<sheets::Book> { return intake::bookOf(block, name); }, name);
}

void ImportWizard::read(std::function<Result<sheets::Book>()> reading, const QString& name)
{
    stopWork();
    m_opened = false;
    m_task = {};
    m_fileStep->setOpened({}, m_task);
    auto request = m_task.request;
    request->file = name.toStdString();
    request->kind = m_fileStep->kind();
    work<services::ImportLook>(tr("Đang đọc %1").arg(name),
                               [request, reading = std::move(reading)](services::SchoolFile& copy, Progress&) -> Result<services::ImportLook> {
                                   TD_TRY(request->book, reading());
                                   services::ImportService service(copy);
                                   service.join(*request);
                                   return service.look(*request);
                               },
                               [this](services::ImportLook look) {
                                   takeLook(std::move(look));
                                   nextButton()->setFocus();
                               });
}

/// Another list or another sheet of the same book: what it looks like now.
void ImportWizard::lookAgain(std::optional<std::size_t> heading)
{
    stopWork();
    auto request = m_task.request;
    request->heading = heading;
    request->kind = m_fileStep->kind();
    request->columns.clear();
    request->corrected.clear();
    request->answers.clear();
    if (request->book.sheets.empty())
        return;
    m_opened = false;
    work<services::ImportLook>(tr("Đang đọc %1").arg(toQ(request->file)),
                               [request](services::SchoolFile& copy, Progress&) {
                                   services::ImportService service(copy);
                                   if (request->sheet.empty()) // of pupils there may be a sheet for each class
                                       service.join(*request);
                                   return service.look(*request);
                               },
                               [this](services::ImportLook look) { takeLook(std::move(look)); });
}

void ImportWizard::takeLook(services::ImportLook look)
{
    m_opened = true;
    auto& request = *m_task.request;
    request.sheet = look.sheet;
    const services::ImportForms forms(QSettings().value(kFormsKey).toString().toStdString());
    const auto known = forms.columnsOf(request.kind, look.form);
    request.columns.clear();
    m_task.origins.clear();
    for (std::size_t i = 0; i < look.columns.size(); ++i) {
        const auto guess = look.columns[i].kind;
        const bool other = i < known.size() && known[i] != guess;
        request.columns.push_back(other ? known[i] : guess);
        m_task.origins.push_back(i < known.size() && (other || guess != SheetColumn::Unused) ? ColumnOrigin::Remembered : ColumnOrigin::Guessed);
    }
    m_task.look = std::move(look);
    m_task.report = {};
    m_fileStep->setOpened(toQ(request.file), m_task);
    m_columnStep->show(m_task);
    refresh();
}

void ImportWizard::preview()
{
    auto request = m_task.request;
    work<intake::Told>(tr("Đang xem trước"),
                       [request](services::SchoolFile& copy, Progress& progress) { return intake::tryImport(copy, *request, progress); },
                       [this](intake::Told told) {
                           m_task.report = std::move(told.report);
                           m_task.gaps = std::move(told.gaps);
                           refresh();
                           m_previewStep->show(m_task);
                           // The grid was made anew and could not take the keys before it was seen.
                           if (!m_previewStep->isAncestorOf(QApplication::focusWidget()))
                               m_previewStep->grid()->setFocus();
                       });
}

/// The same once more, on the file itself: nothing else can have come into it meanwhile.
void ImportWizard::write()
{
    QApplication::setOverrideCursor(Qt::WaitCursor);
    auto written = services::ImportService(m_file).import(*m_task.request);
    QApplication::restoreOverrideCursor();
    if (!written)
        return say(sentenceOf(written.error()));
    m_task.report = written->value;
    services::ImportForms forms(QSettings().value(kFormsKey).toString().toStdString());
    forms.remember(m_task.request->kind, m_task.look.form, m_task.request->columns);
    QSettings().setValue(kFormsKey, toQ(forms.text()));
    if (written->value.saved)
        m_shell.runner.succeed(written->changes);
    m_resultStep->show(m_task);
    goTo(Step::Result);
}

/// The result promises it, so it holds while the wizard still stands over the window.
void ImportWizard::takeBack()
{
    if (now() != Step::Result || !m_task.report.saved)
        return;
    m_shell.runner.run([this] { return m_file.undo(); },
                       [this](auto&&) {
                           m_task.report.saved = false;
                           m_resultStep->sayTakenBack();
                       });
}

void ImportWizard::saveRejected()
{
    const QString suggested = tr("%1 - dòng bị loại.xlsx").arg(QFileInfo(toQ(m_task.request->file)).completeBaseName());
    const auto path = m_shell.prompter.saveFile(tr("Xuất các dòng bị loại"), suggested, {{tr("Sổ tính Excel"), {"xlsx"}}}, QStringLiteral("import"));
    if (!path)
        return;
    const auto saved = services::saveRejected(m_file, *m_task.request, m_task.report, toPath(*path));
    say(saved ? QString() : sentenceOf(saved.error()));
    if (saved)
        m_resultStep->sayRejectedSaved(QFileInfo(*path).fileName());
}

void ImportWizard::advance()
{
    switch (now()) {
    case Step::File: {
        const auto year = SchoolYear::parse(m_fileStep->year());
        m_task.request->year = year ? std::optional(*year) : std::nullopt;
        return goTo(Step::Columns);
    }
    case Step::Columns:
        m_task.report = {};
        m_previewStep->begin(m_task);
        goTo(Step::Preview);
        return preview();
    case Step::Preview: return write();
    case Step::Result: return accept();
    }
}

QWidget* ImportWizard::firstOf(int step)
{
    switch (static_cast<Step>(step)) {
    case Step::File: return m_opened ? static_cast<QWidget*>(nextButton()) : m_fileStep->first();
    case Step::Columns: return m_columnStep->first();
    case Step::Preview: return m_previewStep->grid();
    case Step::Result: return m_resultStep->first();
    }
    return nullptr;
}

void ImportWizard::showState()
{
    const auto& report = m_task.report;
    const int count = intake::writtenOf(report);
    const bool over = now() == Step::Result;
    bar()->setSteps({{tr("Chọn tệp"), now() > Step::File, !over},
                     {tr("Ghép cột"), now() > Step::Columns, !over && m_opened},
                     {tr("Xem trước"), now() > Step::Preview, !over && now() >= Step::Columns},
                     {tr("Kết quả"), over, over}});
    bool may = true;
    QString words = tr("Tiếp");
    switch (now()) {
    case Step::File: may = may && m_opened; break;
    case Step::Columns:
        say(m_columnStep->problem());
        may = may && m_columnStep->problem().isEmpty();
        break;
    case Step::Preview:
        words = count > 0 ? tr("Ghi %1 %2 vào sổ").arg(count).arg(intake::unitOf(m_task.request->kind)) : tr("Chưa có gì để ghi");
        may = may && (count > 0 || !report.rejected.empty());
        if (count == 0 && !report.rejected.empty())
            words = tr("Xem các dòng bị loại");
        break;
    case Step::Result: words = tr("Đóng"); break;
    }
    setNext(words, may);
}

void ImportWizard::reject()
{
    const auto& request = *m_task.request;
    const auto count = request.corrected.size() + request.answers.size();
    if (now() == Step::Preview && count > 0
        && !m_shell.prompter.confirm({tr("Bỏ lần nhập này"), tr("Đã sửa hoặc trả lời %1 chỗ mà chưa ghi vào sổ. Đóng lại thì phải làm lại từ đầu.").arg(count), tr("Bỏ, không ghi"),
                                      tr("Xem tiếp"), true}))
        return;
    StepWizard::reject();
}

void runImport(Shell& shell, services::SchoolFile& file, SchoolYear shown, ListKind kind, QWidget* over)
{
    ImportWizard wizard(shell, file, shown, kind, over);
    wizard.exec();
    if (!wizard.wantedPage().isEmpty())
        shell.showPage(wizard.wantedPage());
}

}
