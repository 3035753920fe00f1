// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "ui/pages/intake/step_wizard.h"
#include "ui/pages/receiver/receiver_task.h"

namespace thidua::ui {

class FilledStep;
class FormStep;
class LinesStep;
class MapStep;
class WordsStep;

/// A form of the level above, filled in five steps: form, columns, codes, preview, the filled file. Nothing is written into the school's
/// file; how a form was filled is remembered with the settings.
class ReceiverWizard : public StepWizard {
    Q_OBJECT
public:
    ReceiverWizard(Shell& shell, services::SchoolFile& file, SchoolYear shown, services::ReceiverList list, QWidget* parent);
    void openForm(const QString& path);
    const ReceiverTask& task() const { return m_task; }
    void reject() override;

private:
    enum class Step { Form, Columns, Words, Lines, Filled };
    void advance() override;
    void showState() override;
    QWidget* firstOf(int step) override;
    bool mayStepOn() const override { return now() != Step::Lines; }
    Step now() const { return static_cast<Step>(at()); }
    void goTo(Step step) { go(static_cast<int>(step)); }
    void build(SchoolYear shown, services::ReceiverList list);
    void connectSteps();
    void addShortcuts();
    void chooseForm();
    void look(bool fresh);
    void takeLook(services::ReceiverLook look, bool fresh);
    void useMapping(std::optional<services::ReceiverMapping> remembered);
    void previewTo(Step step);
    void write();
    QString suggestedName() const;
    ReceiverTask m_task;
    bool m_opened = false;
    bool m_touched = false;  ///< something was said of the form that is nowhere kept yet
    std::optional<services::ReceiverMapping> m_forgotten;
    FormStep* m_formStep;
    MapStep* m_mapStep;
    WordsStep* m_wordsStep;
    LinesStep* m_linesStep;
    FilledStep* m_filledStep;
};

/// Opens the wizard over the window.
void runReceiver(Shell& shell, services::SchoolFile& file, SchoolYear shown, services::ReceiverList list, QWidget* over);

}
