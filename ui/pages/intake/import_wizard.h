// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "ui/pages/intake/import_task.h"
#include "ui/pages/intake/step_wizard.h"

namespace thidua::ui {

class ColumnStep;
class FileStep;
class PreviewStep;
class ResultStep;

/// Lists of the school from a spreadsheet, in four steps: file, columns, preview, result. The preview is the import itself, done on a copy of
/// the file; writing does it once more on the file, as one operation.
class ImportWizard : public StepWizard {
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
    void advance() override;
    void showState() override;
    QWidget* firstOf(int step) override;
    bool mayStepOn() const override { return now() != Step::Preview; }
    Step now() const { return static_cast<Step>(at()); }
    void goTo(Step step) { go(static_cast<int>(step)); }
    void build(SchoolYear shown, services::ListKind kind);
    void connectSteps();
    void addShortcuts();
    void chooseFile();
    void read(std::function<Result<sheets::Book>()> reading, const QString& name);
    void lookAgain(std::optional<std::size_t> heading = std::nullopt);
    void takeLook(services::ImportLook look);
    void preview();
    void write();
    void takeBack();
    void saveRejected();
    ImportTask m_task;
    QString m_wantedPage;
    bool m_opened = false;
    FileStep* m_fileStep;
    ColumnStep* m_columnStep;
    PreviewStep* m_previewStep;
    ResultStep* m_resultStep;
};

/// Opens the wizard over the window; what it wrote is told to the pages, and the page it was asked for is shown.
void runImport(Shell& shell, services::SchoolFile& file, SchoolYear shown, services::ListKind kind, QWidget* over);

}
