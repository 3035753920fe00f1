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
#include "ui/pages/school_job.h"
#include "ui/text/path_words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/current_stack.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QFileInfo>
#include <QProgressBar>
#include <QSettings>
#include <QShortcut>
#include <QTimer>

namespace thidua::ui {

using services::ImportFate;
using services::ListKind;
using services::SheetColumn;

namespace {

const QString kFormsKey = QStringLiteral("import/forms");
constexpr int kTickMs = 100;

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
    : QDialog(parent), m_shell(shell), m_file(file)
{
    setWindowTitle(tr("Nhập dữ liệu từ bảng tính"));
    setObjectName(QStringLiteral("importWizard"));
    resize(QSize(Theme::px(1180), Theme::px(660)).boundedTo(screen()->availableSize() - QSize(12, 40)));
    build(shown, kind);
    connectSteps();
    addShortcuts();
    go(Step::File);
}

void ImportWizard::build(SchoolYear shown, ListKind kind)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(8));
    m_bar = new StepBar(this);
    column->addWidget(m_bar);
    m_problem = makeWrapped({}, TypeRole::Text, Ink::Bad, this);
    m_problem->setObjectName(QStringLiteral("importProblem"));
    column->addWidget(m_problem);
    m_stack = new CurrentStack(this);
    auto anyYears = yearsOf(m_file, true);
    anyYears.insert(anyYears.begin(), ChoiceField::Choice{std::string(), tr("Theo từng dòng của danh sách")});
    m_fileStep = new FileStep(yearsOf(m_file, false), anyYears, m_stack);
    m_fileStep->setYear(shown.text());
    m_fileStep->setKind(kind);
    m_columnStep = new ColumnStep(m_stack);
    m_previewStep = new PreviewStep(m_stack);
    m_resultStep = new ResultStep(m_stack);
    m_stack->addWidget(m_fileStep);
    m_stack->addWidget(m_columnStep);
    m_stack->addWidget(m_previewStep);
    m_stack->addWidget(m_resultStep);
    column->addWidget(makeScrolling(m_stack, this), 1); // with large text a step is higher than a small screen
    column->addWidget(buildWork());
    column->addWidget(buildFoot());
}

QWidget* ImportWizard::buildWork()
{
    m_work = new QWidget(this);
    auto* row = new QHBoxLayout(m_work);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    m_workText = new Label({}, TypeRole::Text, Ink::Text2, m_work);
    row->addWidget(m_workText);
    m_progress = new QProgressBar(m_work);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Tiến độ"));
    row->addWidget(m_progress, 1);
    auto* stop = makeButton(tr("Dừng"), QStringLiteral("stop"), ButtonKind::Normal, m_work);
    stop->setObjectName(QStringLiteral("importStop"));
    stop->setAutoDefault(false);
    connect(stop, &QPushButton::clicked, this, [this] {
        stopWork();
        say(tr("Đã dừng theo yêu cầu; chưa ghi gì."));
    });
    row->addWidget(stop);
    m_work->hide();
    m_tick = new QTimer(this);
    m_tick->setInterval(kTickMs);
    connect(m_tick, &QTimer::timeout, this, [this] {
        if (!m_job)
            return;
        m_work->show(); // what is over at once is not worth a word
        m_progress->setRange(0, m_job->progress().total());
        m_progress->setValue(m_job->progress().done());
    });
    return m_work;
}

QWidget* ImportWizard::buildFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    m_cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, foot);
    m_cancel->setObjectName(QStringLiteral("importCancel"));
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &ImportWizard::reject);
    row->addWidget(m_cancel);
    row->addStretch();
    m_back = makeButton(tr("Quay lại"), QStringLiteral("arrow-left"), ButtonKind::Normal, foot);
    m_back->setObjectName(QStringLiteral("importBackStep"));
    m_back->setToolTip(tr("Alt+Trái"));
    m_back->setAutoDefault(false);
    connect(m_back, &QPushButton::clicked, this, &ImportWizard::back);
    row->addWidget(m_back);
    m_next = makeButton(tr("Tiếp"), QStringLiteral("arrow-right"), ButtonKind::Primary, foot);
    m_next->setObjectName(QStringLiteral("importNext"));
    m_next->setToolTip(tr("Ctrl+Enter"));
    connect(m_next, &QPushButton::clicked, this, &ImportWizard::next);
    row->addWidget(m_next);
    return foot;
}

void ImportWizard::connectSteps()
{
    connect(m_bar, &StepBar::stepChosen, this, [this](int step) {
        const int at = static_cast<int>(m_step);
        if (step < at) {
            stopWork();
            go(static_cast<Step>(step));
        } else if (step == at + 1 && m_step != Step::Preview) {
            next();
        }
    });
    connect(m_fileStep, &FileStep::fileWanted, this, &ImportWizard::chooseFile);
    connect(m_fileStep, &FileStep::pasteWanted, this, [this] { openBlock(QApplication::clipboard()->text()); });
    connect(m_fileStep, &FileStep::kindChosen, this, &ImportWizard::lookAgain);
    connect(m_fileStep, &FileStep::sheetChosen, this, [this](const QString& sheet) {
        stopWork();
        m_task.request->sheet = sheet.toStdString();
        lookAgain();
    });
    connect(m_columnStep, &ColumnStep::columnChosen, this, [this](int column, SheetColumn kind) {
        stopWork();
        m_task.request->columns[static_cast<std::size_t>(column)] = kind;
        m_task.origins[static_cast<std::size_t>(column)] = ColumnOrigin::Chosen;
        m_columnStep->look(m_task);
        showFoot();
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
        go(Step::File);
    });
}

void ImportWizard::addShortcuts()
{
    const auto add = [this](const QKeySequence& keys, std::function<void()> run) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, std::move(run));
    };
    add(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { back(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
        if (m_next->isEnabled())
            next();
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_O), [this] {
        if (m_step == Step::File)
            chooseFile();
    });
    // In the grid Ctrl+V puts cells into cells; before there is a list it brings one.
    auto* paste = new QShortcut(QKeySequence(QKeySequence::Paste), m_fileStep, nullptr, nullptr, Qt::WindowShortcut);
    connect(paste, &QShortcut::activated, this, [this] { openBlock(QApplication::clipboard()->text()); });
}

template <class T>
void ImportWizard::work(const QString& words, std::function<Result<T>(services::SchoolFile&, Progress&)> compute, std::function<void(T)> done)
{
    stopWork();
    say({});
    m_workText->setText(words);
    using Outcome = std::pair<std::optional<T>, std::optional<Error>>;
    m_job = startSchoolJob(
        this, m_shell, m_file, {},
        [compute = std::move(compute)](services::SchoolFile& copy, Progress& progress) -> Result<Outcome> {
            auto value = compute(copy, progress);
            return value ? Outcome{std::move(*value), std::nullopt} : Outcome{std::nullopt, std::move(value.error())};
        },
        [this, done = std::move(done)](Outcome outcome) {
            endWork();
            if (outcome.second)
                say(sentenceOf(*outcome.second));
            else
                done(std::move(*outcome.first));
        });
    m_tick->start();
    showFoot();
}

/// Waits for it: from then on nobody else reads the request.
void ImportWizard::stopWork()
{
    delete m_job;
    endWork();
}

void ImportWizard::endWork()
{
    m_job = nullptr;
    m_tick->stop();
    m_work->hide();
    showFoot();
}

void ImportWizard::say(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
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
                                   return services::ImportService(copy).look(*request);
                               },
                               [this](services::ImportLook look) {
                                   takeLook(std::move(look));
                                   m_next->setFocus();
                               });
}

/// Another list or another sheet of the same book: what it looks like now.
void ImportWizard::lookAgain()
{
    stopWork();
    auto request = m_task.request;
    request->kind = m_fileStep->kind();
    request->columns.clear();
    request->corrected.clear();
    request->answers.clear();
    if (request->book.sheets.empty())
        return;
    m_opened = false;
    work<services::ImportLook>(tr("Đang đọc %1").arg(toQ(request->file)),
                               [request](services::SchoolFile& copy, Progress&) { return services::ImportService(copy).look(*request); },
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
    showFoot();
}

void ImportWizard::preview()
{
    auto request = m_task.request;
    work<intake::Told>(tr("Đang xem trước"),
                       [request](services::SchoolFile& copy, Progress& progress) { return intake::tryImport(copy, *request, progress); },
                       [this](intake::Told told) {
                           m_task.report = std::move(told.report);
                           m_task.gaps = std::move(told.gaps);
                           showFoot();
                           m_previewStep->show(m_task);
                           if (!m_previewStep->isAncestorOf(focusWidget()))
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
    go(Step::Result);
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

void ImportWizard::next()
{
    if (m_job || !m_next->isEnabled())
        return;
    switch (m_step) {
    case Step::File: {
        const auto year = SchoolYear::parse(m_fileStep->year());
        m_task.request->year = year ? std::optional(*year) : std::nullopt;
        return go(Step::Columns);
    }
    case Step::Columns:
        m_task.report = {};
        m_previewStep->begin(m_task);
        go(Step::Preview);
        return preview();
    case Step::Preview: return write();
    case Step::Result: return accept();
    }
}

void ImportWizard::back()
{
    if (m_step == Step::File || m_step == Step::Result)
        return;
    stopWork();
    go(static_cast<Step>(static_cast<int>(m_step) - 1));
}

void ImportWizard::go(Step step)
{
    m_step = step;
    say({});
    m_stack->setCurrentIndex(static_cast<int>(step));
    showFoot();
    QWidget* first = nullptr;
    switch (step) {
    case Step::File: first = m_opened ? m_next : m_fileStep->first(); break;
    case Step::Columns: first = m_columnStep->first(); break;
    case Step::Preview: first = m_previewStep->grid(); break;
    case Step::Result: first = m_resultStep->first(); break;
    }
    if (first)
        first->setFocus();
}

void ImportWizard::showFoot()
{
    const auto& report = m_task.report;
    const int count = intake::writtenOf(report);
    const bool over = m_step == Step::Result;
    m_bar->setCurrent(static_cast<int>(m_step));
    m_bar->setSteps({{tr("Chọn tệp"), m_step > Step::File, !over},
                     {tr("Ghép cột"), m_step > Step::Columns, !over && m_opened},
                     {tr("Xem trước"), m_step > Step::Preview, !over && m_step >= Step::Columns},
                     {tr("Kết quả"), over, over}});
    m_back->setVisible(m_step == Step::Columns || m_step == Step::Preview);
    m_cancel->setVisible(!over);
    bool may = !m_job;
    QString words = tr("Tiếp");
    switch (m_step) {
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
    m_next->setText(words);
    m_next->setAccessibleName(words);
    m_next->setEnabled(may);
    m_next->setDefault(true);
}

void ImportWizard::reject()
{
    const auto& request = *m_task.request;
    const auto count = request.corrected.size() + request.answers.size();
    if (m_step == Step::Preview && count > 0
        && !m_shell.prompter.confirm({tr("Bỏ lần nhập này"), tr("Đã sửa hoặc trả lời %1 chỗ mà chưa ghi vào sổ. Đóng lại thì phải làm lại từ đầu.").arg(count), tr("Bỏ, không ghi"),
                                      tr("Xem tiếp"), true}))
        return;
    stopWork();
    QDialog::reject();
}

void runImport(Shell& shell, services::SchoolFile& file, SchoolYear shown, ListKind kind, QWidget* over)
{
    ImportWizard wizard(shell, file, shown, kind, over);
    wizard.exec();
    if (!wizard.wantedPage().isEmpty())
        shell.showPage(wizard.wantedPage());
}

}
