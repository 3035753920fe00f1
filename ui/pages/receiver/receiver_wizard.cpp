// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/receiver/receiver_wizard.h"

#include "services/intake/import_service.h"
#include "sheets/book.h"
#include "ui/pages/receiver/form_step.h"
#include "ui/pages/receiver/lines_step.h"
#include "ui/pages/receiver/map_step.h"
#include "ui/pages/receiver/words_step.h"
#include "ui/pages/school_job.h"
#include "ui/text/path_words.h"
#include "ui/widgets/current_stack.h"

#include <QApplication>
#include <QBoxLayout>
#include <QFileInfo>
#include <QProgressBar>
#include <QSettings>
#include <QShortcut>
#include <QTimer>

namespace thidua::ui {

using services::ReceiverList;
using services::ReceiverMapping;

namespace {

const QString kReceiverFormsKey = QStringLiteral("receiver/forms");
constexpr int kReceiverTickMs = 100;

services::ReceiverForms keptForms()
{
    return services::ReceiverForms(QSettings().value(kReceiverFormsKey).toString().toStdString());
}

void keepForms(const services::ReceiverForms& forms)
{
    QSettings().setValue(kReceiverFormsKey, toQ(forms.text()));
}

}

ReceiverWizard::ReceiverWizard(Shell& shell, services::SchoolFile& file, SchoolYear shown, ReceiverList list, QWidget* parent)
    : QDialog(parent), m_shell(shell), m_file(file)
{
    setWindowTitle(tr("Điền mẫu của cấp trên"));
    setObjectName(QStringLiteral("receiverWizard"));
    resize(QSize(Theme::px(1180), Theme::px(660)).boundedTo(screen()->availableSize() - QSize(12, 40)));
    build(shown, list);
    connectSteps();
    addShortcuts();
    go(Step::Form);
}

void ReceiverWizard::build(SchoolYear shown, ReceiverList list)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(8));
    m_bar = new StepBar(this);
    column->addWidget(m_bar);
    m_problem = makeWrapped({}, TypeRole::Text, Ink::Bad, this);
    m_problem->setObjectName(QStringLiteral("receiverProblem"));
    column->addWidget(m_problem);
    m_stack = new CurrentStack(this);
    std::vector<ChoiceField::Choice> years;
    if (const auto all = services::ImportService(m_file).years(true))
        for (const auto year : *all)
            years.push_back({year.text(), toQ(year.screen())});
    m_formStep = new FormStep(years, m_stack);
    m_formStep->setYear(shown.text());
    m_formStep->setList(list);
    m_mapStep = new MapStep(m_stack);
    m_wordsStep = new WordsStep(m_stack);
    m_linesStep = new LinesStep(m_stack);
    m_filledStep = new FilledStep(m_stack);
    for (QWidget* step : std::initializer_list<QWidget*>{m_formStep, m_mapStep, m_wordsStep, m_linesStep, m_filledStep})
        m_stack->addWidget(step);
    column->addWidget(makeScrolling(m_stack, this), 1); // with large text a step is higher than a small screen
    column->addWidget(buildWork());
    column->addWidget(buildFoot());
}

QWidget* ReceiverWizard::buildWork()
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
    stop->setObjectName(QStringLiteral("receiverStop"));
    stop->setAutoDefault(false);
    connect(stop, &QPushButton::clicked, this, [this] {
        stopWork();
        say(tr("Đã dừng theo yêu cầu."));
    });
    row->addWidget(stop);
    m_work->hide();
    m_tick = new QTimer(this);
    m_tick->setInterval(kReceiverTickMs);
    connect(m_tick, &QTimer::timeout, this, [this] {
        if (!m_job)
            return;
        m_work->show(); // what is over at once is not worth a word
        m_progress->setRange(0, m_job->progress().total());
        m_progress->setValue(m_job->progress().done());
    });
    return m_work;
}

QWidget* ReceiverWizard::buildFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    m_cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, foot);
    m_cancel->setObjectName(QStringLiteral("receiverCancel"));
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &ReceiverWizard::reject);
    row->addWidget(m_cancel);
    row->addStretch();
    m_back = makeButton(tr("Quay lại"), QStringLiteral("arrow-left"), ButtonKind::Normal, foot);
    m_back->setObjectName(QStringLiteral("receiverBack"));
    m_back->setToolTip(tr("Alt+Trái"));
    m_back->setAutoDefault(false);
    connect(m_back, &QPushButton::clicked, this, &ReceiverWizard::back);
    row->addWidget(m_back);
    m_next = makeButton(tr("Tiếp"), QStringLiteral("arrow-right"), ButtonKind::Primary, foot);
    m_next->setObjectName(QStringLiteral("receiverNext"));
    m_next->setToolTip(tr("Ctrl+Enter"));
    connect(m_next, &QPushButton::clicked, this, &ReceiverWizard::next);
    row->addWidget(m_next);
    return foot;
}

void ReceiverWizard::connectSteps()
{
    connect(m_bar, &StepBar::stepChosen, this, [this](int step) {
        const int at = static_cast<int>(m_step);
        if (step < at) {
            stopWork();
            go(static_cast<Step>(step));
        } else if (step == at + 1 && m_step != Step::Lines) {
            next();
        }
    });
    connect(m_formStep, &FormStep::fileWanted, this, &ReceiverWizard::chooseForm);
    connect(m_formStep, &FormStep::sheetChosen, this, [this](const QString& sheet) {
        stopWork();
        m_task.request->sheet = sheet.toStdString();
        look(true);
    });
    const auto said = [this] {
        m_touched = true;
        showFoot();
    };
    connect(m_mapStep, &MapStep::changed, this, said);
    connect(m_wordsStep, &WordsStep::changed, this, said);
    // Later, since the step and the button in it are made anew.
    const auto forget = [this] {
        auto forms = keptForms();
        m_forgotten = forms.of(m_task.look.form);
        forms.forget(m_task.look.form);
        keepForms(forms);
        useMapping(std::nullopt);
    };
    const auto recall = [this] {
        if (!m_forgotten)
            return;
        auto forms = keptForms();
        forms.remember(m_task.look.form, *m_forgotten);
        keepForms(forms);
        useMapping(m_forgotten);
    };
    connect(m_mapStep, &MapStep::forgetWanted, this, forget, Qt::QueuedConnection);
    connect(m_mapStep, &MapStep::recallWanted, this, recall, Qt::QueuedConnection);
    connect(m_filledStep, &FilledStep::anotherWanted, this, [this] {
        m_opened = false;
        m_task = {};
        m_formStep->setOpened(m_task, false);
        go(Step::Form);
    });
}

void ReceiverWizard::addShortcuts()
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
        if (m_step == Step::Form)
            chooseForm();
    });
}

template <class T>
void ReceiverWizard::work(const QString& words, std::function<Result<T>(services::SchoolFile&, Progress&)> compute, std::function<void(T)> done)
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
void ReceiverWizard::stopWork()
{
    delete m_job;
    endWork();
}

void ReceiverWizard::endWork()
{
    m_job = nullptr;
    m_tick->stop();
    m_work->hide();
    showFoot();
}

void ReceiverWizard::say(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void ReceiverWizard::chooseForm()
{
    const auto path = m_shell.prompter.openFile(tr("Chọn mẫu của cấp trên"), {{tr("Sổ tính Excel"), {"xlsx"}}}, QStringLiteral("receiver"));
    if (path)
        openForm(*path);
}

void ReceiverWizard::openForm(const QString& path)
{
    stopWork();
    m_opened = false;
    m_task = {};
    m_formStep->setOpened(m_task, false);
    m_task.path = toPath(path);
    m_task.request->file = fromQ(QFileInfo(path).fileName());
    look(true);
}

/// What the form looks like; of another sheet, too.
void ReceiverWizard::look(bool fresh)
{
    auto request = m_task.request;
    request->mapping.reset();
    m_opened = false;
    work<services::ReceiverLook>(tr("Đang đọc %1").arg(toQ(request->file)),
                                 [request, path = m_task.path](services::SchoolFile& copy, Progress&) -> Result<services::ReceiverLook> {
                                     if (request->bytes.empty()) {
                                         TD_TRY(request->bytes, sheets::bytesOfBook(path));
                                     }
                                     return services::ReceiverService(copy).look(*request);
                                 },
                                 [this, fresh](services::ReceiverLook found) { takeLook(std::move(found), fresh); });
}

void ReceiverWizard::takeLook(services::ReceiverLook found, bool fresh)
{
    m_opened = true;
    m_task.look = std::move(found);
    m_task.request->sheet = m_task.look.sheet;
    m_forgotten.reset();
    m_touched = false;
    useMapping(keptForms().of(m_task.look.form));
    m_formStep->setOpened(m_task, true);
    showFoot();
    if (fresh)
        m_next->setFocus();
}

void ReceiverWizard::useMapping(std::optional<ReceiverMapping> remembered)
{
    const bool fits = remembered && remembered->columns.size() == m_task.look.columns.size();
    m_task.origin = fits ? MappingOrigin::Remembered : MappingOrigin::Guessed;
    m_task.request->mapping = fits ? *remembered : m_task.look.guess;
    m_mapStep->show(m_task);
    showFoot();
    if (m_step == Step::Columns && m_mapStep->first() != nullptr)
        m_mapStep->first()->setFocus();
}

/// What would be written with what is said so far, then the step that shows it.
void ReceiverWizard::previewTo(Step step)
{
    auto request = m_task.request;
    const auto year = SchoolYear::parse(m_formStep->year());
    request->year = year ? *year : request->year;
    request->what = m_formStep->list();
    work<services::ReceiverReport>(tr("Đang xem trước"),
                                   [request](services::SchoolFile& copy, Progress&) { return services::ReceiverService(copy).preview(*request); },
                                   [this, step](services::ReceiverReport report) {
                                       m_task.report = std::move(report);
                                       if (step == Step::Words)
                                           m_wordsStep->show(m_task);
                                       else
                                           m_linesStep->show(m_task);
                                       go(step);
                                       if (m_task.report.lines.empty() || step == Step::Lines)
                                           say(toQ(m_task.report.problem));
                                   });
}

void ReceiverWizard::write()
{
    const QString suggested = tr("%1 - đã điền %2.xlsx").arg(QFileInfo(toQ(m_task.request->file)).completeBaseName(), toQ(m_task.request->year.text()));
    const auto path = m_shell.prompter.saveFile(tr("Ghi mẫu đã điền"), suggested, {{tr("Sổ tính Excel"), {"xlsx"}}}, QStringLiteral("receiver"));
    if (!path)
        return;
    const auto target = toPath(*path);
    QApplication::setOverrideCursor(Qt::WaitCursor);
    auto filled = services::ReceiverService(m_file).fill(*m_task.request, m_task.path, target);
    QApplication::restoreOverrideCursor();
    if (!filled)
        return say(sentenceOf(filled.error()));
    m_task.report = std::move(*filled);
    auto forms = keptForms();
    forms.remember(m_task.look.form, m_task.report.mapping);
    keepForms(forms);
    m_touched = false;
    m_shell.status.say(tr("Đã điền %1 dòng ra %2").arg(m_task.report.lines.size()).arg(shownPath(target)), Tone::Ok);
    m_filledStep->show(m_task, target);
    go(Step::Filled);
}

void ReceiverWizard::next()
{
    if (m_job || !m_next->isEnabled())
        return;
    switch (m_step) {
    case Step::Form: return go(Step::Columns);
    case Step::Columns: return previewTo(Step::Words);
    case Step::Words: return previewTo(Step::Lines);
    case Step::Lines: return write();
    case Step::Filled: return accept();
    }
}

void ReceiverWizard::back()
{
    if (m_step == Step::Form || m_step == Step::Filled)
        return;
    stopWork();
    go(static_cast<Step>(static_cast<int>(m_step) - 1));
}

void ReceiverWizard::go(Step step)
{
    m_step = step;
    say({});
    m_stack->setCurrentIndex(static_cast<int>(step));
    showFoot();
    QWidget* first = nullptr;
    switch (step) {
    case Step::Form: first = m_opened ? static_cast<QWidget*>(m_next) : m_formStep->first(); break;
    case Step::Columns: first = m_mapStep->first(); break;
    case Step::Words: first = m_wordsStep->first(); break;
    case Step::Lines: first = m_linesStep->first(); break;
    case Step::Filled: first = m_filledStep->first(); break;
    }
    if (first != nullptr)
        first->setFocus();
    else
        m_next->setFocus();
}

void ReceiverWizard::showFoot()
{
    const bool over = m_step == Step::Filled;
    m_bar->setCurrent(static_cast<int>(m_step));
    m_bar->setSteps({{tr("Chọn mẫu"), m_step > Step::Form, !over},
                     {tr("Ghép cột"), m_step > Step::Columns, !over && m_opened},
                     {tr("Ghép mã"), m_step > Step::Words, !over && m_step >= Step::Columns},
                     {tr("Xem trước"), m_step > Step::Lines, !over && m_step >= Step::Words},
                     {tr("Kết quả"), over, over}});
    m_back->setVisible(m_step != Step::Form && !over);
    m_cancel->setVisible(!over);
    bool may = !m_job;
    QString words = tr("Tiếp");
    switch (m_step) {
    case Step::Form: may = may && m_opened; break;
    case Step::Columns:
        say(m_mapStep->problem());
        may = may && m_mapStep->problem().isEmpty();
        break;
    case Step::Words: {
        const QString problem = m_wordsStep->problem();
        if (!m_task.report.lines.empty())
            say(problem);
        may = may && problem.isEmpty();
        break;
    }
    case Step::Lines:
        words = tr("Ghi mẫu đã điền…");
        may = may && m_task.report.problem.empty();
        break;
    case Step::Filled: words = tr("Đóng"); break;
    }
    m_next->setText(words);
    m_next->setAccessibleName(words);
    m_next->setEnabled(may);
    m_next->setDefault(true);
}

void ReceiverWizard::reject()
{
    if (m_touched && m_step != Step::Filled
        && !m_shell.prompter.confirm({tr("Bỏ lần điền này"), tr("Cột hay mã đã ghép mà chưa ghi mẫu nào. Đóng lại thì phải ghép lại từ đầu."), tr("Bỏ, không ghi"), tr("Xem tiếp"), true}))
        return;
    stopWork();
    QDialog::reject();
}

void runReceiver(Shell& shell, services::SchoolFile& file, SchoolYear shown, ReceiverList list, QWidget* over)
{
    ReceiverWizard(shell, file, shown, list, over).exec();
}

}
