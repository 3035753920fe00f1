// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit.h"
#include "ui/pages/school_job.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QProgressBar;
class QStackedWidget;

namespace thidua::ui {

/// A dialog of steps: where one is, what is wrong, the step itself, work beside the window with “Dừng”, and back and next. Alt+Left goes
/// back, Ctrl+Enter on. Object names begin with `name` ("import": importNext, importBack, importStop, importCancel, importProblem).
class StepWizard : public QDialog {
    Q_OBJECT
public:
    void reject() override;

protected:
    /// `stopped` is said when the person stopped the work.
    StepWizard(Shell& shell, services::SchoolFile& file, const QString& name, const QString& title, const QString& stopped, QWidget* parent);
    /// The steps in their order; once.
    void addSteps(const std::vector<QWidget*>& steps);
    QStackedWidget* stack() const { return m_stack; }
    StepBar* bar() const { return m_bar; }
    int at() const { return m_at; }
    bool isLast() const;

    /// What the next button does at this step; it is not asked while something works or the button is off.
    virtual void advance() = 0;
    /// Says what the bar and the next button say now (setNext()).
    virtual void showState() = 0;
    /// Where the keys go when a step is shown; the next button when there is nothing.
    virtual QWidget* firstOf(int step) = 0;
    /// Whether a click on the bar may go from this step to the one after it.
    virtual bool mayStepOn() const { return true; }

    void go(int step);
    /// Shows the foot and the bar as they stand now.
    void refresh();
    void next();
    void back();
    void setNext(const QString& words, bool may);
    void say(const QString& problem);
    void addShortcut(const QKeySequence& keys, std::function<void()> run);
    QPushButton* nextButton() const { return m_next; }
    /// `compute(copy, progress)` beside the window; errors stand in the wizard, where the person looks.
    template <class T> void work(const QString& words, std::function<Result<T>(services::SchoolFile&, Progress&)> compute, std::function<void(T)> done);
    /// Waits for it: from then on nobody else reads the request.
    void stopWork();
    Shell& m_shell;
    services::SchoolFile& m_file;

private:
    QPushButton* button(const QString& words, const QString& icon, ButtonKind kind, const QString& what, QWidget* parent);
    QWidget* makeWork(const QString& stopped);
    QWidget* makeFoot();
    void endWork();
    QString m_name;
    int m_at = 0;
    StepBar* m_bar;
    Label* m_problem;
    QStackedWidget* m_stack;
    QWidget* m_work;
    Label* m_workText;
    QProgressBar* m_progress;
    QPointer<Job> m_job;
    QTimer* m_tick;
    QPushButton* m_cancel;
    QPushButton* m_back;
    QPushButton* m_next;
};

template <class T>
void StepWizard::work(const QString& words, std::function<Result<T>(services::SchoolFile&, Progress&)> compute, std::function<void(T)> done)
{
    stopWork();
    say({});
    m_workText->setText(words);
    using Found = std::pair<std::optional<T>, std::optional<Error>>;
    m_job = startSchoolJob(
        this, m_shell, m_file, {},
        [compute = std::move(compute)](services::SchoolFile& copy, Progress& progress) -> Result<Found> {
            auto value = compute(copy, progress);
            return value ? Found{std::move(*value), std::nullopt} : Found{std::nullopt, std::move(value.error())};
        },
        [this, done = std::move(done)](Found outcome) {
            endWork();
            if (outcome.second)
                say(sentenceOf(*outcome.second));
            else
                done(std::move(*outcome.first));
        });
    m_tick->start();
    refresh();
}

}
