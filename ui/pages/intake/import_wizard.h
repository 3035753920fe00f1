// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "ui/pages/intake/import_task.h"
#include "ui/kit.h"

#include <QDialog>
#include <QPointer>

class QProgressBar;
class QStackedWidget;

namespace thidua::ui {

class ColumnStep;
class FileStep;
class PreviewStep;
class ResultStep;

/// Lists of the school from a spreadsheet, in four steps: file, columns, preview, result. The preview is the import itself, done on a copy of
/// the file; writing does it once more on the file, as one operation.
class ImportWizard : public QDialog {
    Q_OBJECT
public:
    ImportWizard(Shell& shell, services::SchoolFile& file, SchoolYear shown, services::ListKind kind, QWidget* parent);
    /// Reads a file, or cells copied in a spreadsheet.
    void openFile(const QString& path);
    void openBlock(const QString& block);
    const ImportTask& task() const { return m_task; }
    /// The page to open once the wizard is gone; empty for none.
    QString wantedPage() const { return m_wantedPage; }
    void reject() override;

private:
    enum class Step { File, Columns, Preview, Result };
    void build(SchoolYear shown, services::ListKind kind);
    QWidget* buildWork();
    QWidget* buildFoot();
    void connectSteps();
    void addShortcuts();
    void chooseFile();
    void read(std::function<Result<sheets::Book>()> reading, const QString& name);
    void lookAgain();
    void takeLook(services::ImportLook look);
    void preview();
    void write();
    void saveRejected();
    void next();
    void back();
    void go(Step step);
    void showFoot();
    void say(const QString& problem);
    /// `compute(copy, progress)` beside the window; errors stand in the wizard, where the person looks.
    template <class T> void work(const QString& words, std::function<Result<T>(services::SchoolFile&, Progress&)> compute, std::function<void(T)> done);
    void stopWork();
    void endWork();
    Shell& m_shell;
    services::SchoolFile& m_file;
    ImportTask m_task;
    QString m_wantedPage;
    Step m_step = Step::File;
    bool m_opened = false;
    StepBar* m_bar;
    Label* m_problem;
    QStackedWidget* m_stack;
    FileStep* m_fileStep;
    ColumnStep* m_columnStep;
    PreviewStep* m_previewStep;
    ResultStep* m_resultStep;
    QWidget* m_work;
    Label* m_workText;
    QProgressBar* m_progress;
    QPointer<Job> m_job;
    QTimer* m_tick;
    QPushButton* m_cancel;
    QPushButton* m_back;
    QPushButton* m_next;
};

/// Opens the wizard over the window; what it wrote is told to the pages, and the page it was asked for is shown.
void runImport(Shell& shell, services::SchoolFile& file, SchoolYear shown, services::ListKind kind, QWidget* over);

}
