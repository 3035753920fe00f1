// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/receiver/receiver_wizard.h"

#include "services/intake/import_service.h"
#include "sheets/book.h"
#include "ui/pages/receiver/form_step.h"
#include "ui/pages/receiver/lines_step.h"
#include "ui/pages/receiver/map_step.h"
#include "ui/pages/receiver/words_step.h"
#include "ui/text/path_words.h"

#include <QApplication>
#include <QFileInfo>
#include <QSettings>
#include <QShortcut>

namespace thidua::ui {

using services::ReceiverList;
using services::ReceiverMapping;

namespace {

const QString kReceiverFormsKey = QStringLiteral("receiver/forms");

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
    : StepWizard(shell, file, QStringLiteral("receiver"), tr("Điền mẫu của cấp trên"), tr("Đã dừng theo yêu cầu."), parent)
{
    build(shown, list);
    connectSteps();
    addShortcuts();
    goTo(Step::Form);
}

void ReceiverWizard::build(SchoolYear shown, ReceiverList list)
{
    std::vector<ChoiceField::Choice> years;
    if (const auto all = services::ImportService(m_file).years(true))
        for (const auto year : *all)
            years.push_back({year.text(), toQ(year.screen())});
    m_formStep = new FormStep(years, stack());
    m_formStep->setYear(shown.text());
    m_formStep->setList(list);
    m_mapStep = new MapStep(stack());
    m_wordsStep = new WordsStep(stack());
    m_linesStep = new LinesStep(stack());
    m_filledStep = new FilledStep(stack());
    addSteps({m_formStep, m_mapStep, m_wordsStep, m_linesStep, m_filledStep});
}

void ReceiverWizard::connectSteps()
{
    connect(m_formStep, &FormStep::fileWanted, this, &ReceiverWizard::chooseForm);
    connect(m_formStep, &FormStep::sheetChosen, this, [this](const QString& sheet) {
        stopWork();
        m_task.request->sheet = sheet.toStdString();
        look(true);
    });
    const auto said = [this] {
        m_touched = true;
        refresh();
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
        goTo(Step::Form);
    });
}

void ReceiverWizard::addShortcuts()
{
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_O), [this] {
        if (now() == Step::Form)
            chooseForm();
    });
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
    refresh();
    if (fresh)
        nextButton()->setFocus();
}

void ReceiverWizard::useMapping(std::optional<ReceiverMapping> remembered)
{
    const bool fits = remembered && remembered->columns.size() == m_task.look.columns.size();
    m_task.origin = fits ? MappingOrigin::Remembered : MappingOrigin::Guessed;
    m_task.request->mapping = fits ? *remembered : m_task.look.guess;
    m_mapStep->show(m_task);
    refresh();
    if (now() == Step::Columns && m_mapStep->first() != nullptr)
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
                                       goTo(step);
                                       if (m_task.report.lines.empty() || step == Step::Lines)
                                           say(toQ(m_task.report.problem));
                                   });
}

/// Two lists of one day have two names: which list it is, of whom, and of which sheet stand in it.
QString ReceiverWizard::suggestedName() const
{
    QStringList parts{QFileInfo(toQ(m_task.request->file)).completeBaseName()};
    if (m_task.look.sheets.size() > 1)
        parts << toQ(m_task.look.sheet);
    QString list = receiver::fileWord(m_task.request->what);
    if (const QString who = receiver::fileWord(m_task.request->mapping ? m_task.request->mapping->subjects : services::ReceiverSubjects::All); !who.isEmpty())
        list += QLatin1Char(' ') + who;
    parts << list << toQ(m_task.request->year.text());
    return parts.join(QStringLiteral(" - ")) + QStringLiteral(".xlsx");
}

void ReceiverWizard::write()
{
    const QString suggested = suggestedName();
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
    goTo(Step::Filled);
}

void ReceiverWizard::advance()
{
    switch (now()) {
    case Step::Form: return goTo(Step::Columns);
    case Step::Columns: return previewTo(Step::Words);
    case Step::Words: return previewTo(Step::Lines);
    case Step::Lines: return write();
    case Step::Filled: return accept();
    }
}

QWidget* ReceiverWizard::firstOf(int step)
{
    switch (static_cast<Step>(step)) {
    case Step::Form: return m_opened ? static_cast<QWidget*>(nextButton()) : m_formStep->first();
    case Step::Columns: return m_mapStep->first();
    case Step::Words: return m_wordsStep->first();
    case Step::Lines: return m_linesStep->first();
    case Step::Filled: return m_filledStep->first();
    }
    return nullptr;
}

void ReceiverWizard::showState()
{
    const bool over = now() == Step::Filled;
    bar()->setSteps({{tr("Chọn mẫu"), now() > Step::Form, !over},
                     {tr("Ghép cột"), now() > Step::Columns, !over && m_opened},
                     {tr("Ghép mã"), now() > Step::Words, !over && now() >= Step::Columns},
                     {tr("Xem trước"), now() > Step::Lines, !over && now() >= Step::Words},
                     {tr("Kết quả"), over, over}});
    bool may = true;
    QString words = tr("Tiếp");
    switch (now()) {
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
    setNext(words, may);
}

void ReceiverWizard::reject()
{
    if (m_touched && now() != Step::Filled
        && !m_shell.prompter.confirm({tr("Bỏ lần điền này"), tr("Cột hay mã đã ghép mà chưa ghi mẫu nào. Đóng lại thì phải ghép lại từ đầu."), tr("Bỏ, không ghi"), tr("Xem tiếp"), true}))
        return;
    StepWizard::reject();
}

void runReceiver(Shell& shell, services::SchoolFile& file, SchoolYear shown, ReceiverList list, QWidget* over)
{
    ReceiverWizard(shell, file, shown, list, over).exec();
}

}
