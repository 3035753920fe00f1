// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "ui/pages/receiver/receiver_task.h"
#include "ui/kit.h"

#include <QDialog>
#include <QPointer>

class QProgressBar;
class QStackedWidget;

namespace thidua::ui {

class FilledStep;
class FormStep;
class LinesStep;
class MapStep;
class WordsStep;

/// A form of the level above, filled in five steps: form, columns, codes, preview, the filled file. Nothing is written into the school's
/// file; how a form was filled is remembered with the settings.
class ReceiverWizard : public QDialog {
    Q_OBJECT
public:
    ReceiverWizard(Shell& shell, services::SchoolFile& file, SchoolYear shown, services::ReceiverList list, QWidget* parent);
    void openForm(const QString& path);
    const ReceiverTask& task() const { return m_task; }
    void reject() override;

private:
    enum class Step { Form, Columns, Words, Lines, Filled };
    void build(SchoolYear shown, services::ReceiverList list);
    QWidget* buildWork();
    QWidget* buildFoot();
    void connectSteps();
    void addShortcuts();
    void chooseForm();
    void look(bool fresh);
    void takeLook(services::ReceiverLook look, bool fresh);
    void useMapping(std::optional<services::ReceiverMapping> remembered);
    void previewTo(Step step);
    void write();
    void next();
    void back();
    void go(Step step);
    void showFoot();
    void say(const QString& problem);
    template <class T> void work(const QString& words, std::function<Result<T>(services::SchoolFile&, Progress&)> compute, std::function<void(T)> done);
    void stopWork();
    void endWork();
    Shell& m_shell;
    services::SchoolFile& m_file;
    ReceiverTask m_task;
    Step m_step = Step::Form;
    bool m_opened = false;
    bool m_touched = false;  ///< something was said of the form that is nowhere kept yet
    std::optional<services::ReceiverMapping> m_forgotten;
    StepBar* m_bar;
    Label* m_problem;
    QStackedWidget* m_stack;
    FormStep* m_formStep;
    MapStep* m_mapStep;
    WordsStep* m_wordsStep;
    LinesStep* m_linesStep;
    FilledStep* m_filledStep;
    QWidget* m_work;
    Label* m_workText;
    QProgressBar* m_progress;
    QPointer<Job> m_job;
    QTimer* m_tick;
    QPushButton* m_cancel;
    QPushButton* m_back;
    QPushButton* m_next;
};

/// Opens the wizard over the window.
void runReceiver(Shell& shell, services::SchoolFile& file, SchoolYear shown, services::ReceiverList list, QWidget* over);

}
