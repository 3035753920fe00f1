// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/step_wizard.h"

#include "ui/widgets/current_stack.h"

#include <QBoxLayout>
#include <QProgressBar>
#include <QShortcut>

namespace thidua::ui {
namespace {

constexpr int kTickMs = 100;

QHBoxLayout* wizardRow(QWidget* place)
{
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    return row;
}

}

StepWizard::StepWizard(Shell& shell, services::SchoolFile& file, const QString& name, const QString& title, const QString& stopped, QWidget* parent)
    : QDialog(parent), m_shell(shell), m_file(file), m_name(name)
{
    setWindowTitle(title);
    setObjectName(name + QStringLiteral("Wizard"));
    resize(QSize(Theme::px(1180), Theme::px(660)).boundedTo(screen()->availableSize() - QSize(12, 40)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(8));
    m_bar = new StepBar(this);
    column->addWidget(m_bar);
    m_problem = makeWrapped({}, TypeRole::Text, Ink::Bad, this);
    m_problem->setObjectName(name + QStringLiteral("Problem"));
    column->addWidget(m_problem);
    m_stack = new CurrentStack(this);
    column->addWidget(makeScrolling(m_stack, this), 1); // with large text a step is higher than a small screen
    column->addWidget(makeWork(stopped));
    column->addWidget(makeFoot());
    connect(m_bar, &StepBar::stepChosen, this, [this](int step) {
        if (step < m_at) {
            stopWork();
            go(step);
        } else if (step == m_at + 1 && mayStepOn()) {
            next();
        }
    });
    addShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { back(); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { next(); });
}

void StepWizard::addSteps(const std::vector<QWidget*>& steps)
{
    for (auto* step : steps)
        m_stack->addWidget(step);
}

QPushButton* StepWizard::button(const QString& words, const QString& icon, ButtonKind kind, const QString& what, QWidget* parent)
{
    auto* made = makeButton(words, icon, kind, parent);
    made->setObjectName(m_name + what);
    made->setAutoDefault(kind == ButtonKind::Primary);
    return made;
}

QWidget* StepWizard::makeWork(const QString& stopped)
{
    m_work = new QWidget(this);
    auto* row = wizardRow(m_work);
    m_workText = new Label({}, TypeRole::Text, Ink::Text2, m_work);
    row->addWidget(m_workText);
    m_progress = new QProgressBar(m_work);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Tiến độ"));
    row->addWidget(m_progress, 1);
    auto* stop = button(tr("Dừng"), QStringLiteral("stop"), ButtonKind::Normal, QStringLiteral("Stop"), m_work);
    connect(stop, &QPushButton::clicked, this, [this, stopped] {
        stopWork();
        say(stopped);
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

QWidget* StepWizard::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = wizardRow(foot);
    m_cancel = makeCancelButton(this, m_name + QStringLiteral("Cancel"), foot);
    row->addWidget(m_cancel);
    row->addStretch();
    m_back = button(tr("Quay lại"), QStringLiteral("arrow-left"), ButtonKind::Normal, QStringLiteral("Back"), foot);
    m_back->setToolTip(tr("Alt+Trái"));
    connect(m_back, &QPushButton::clicked, this, &StepWizard::back);
    row->addWidget(m_back);
    m_next = button(tr("Tiếp"), QStringLiteral("arrow-right"), ButtonKind::Primary, QStringLiteral("Next"), foot);
    m_next->setToolTip(tr("Ctrl+Enter"));
    connect(m_next, &QPushButton::clicked, this, &StepWizard::next);
    row->addWidget(m_next);
    return foot;
}

void StepWizard::addShortcut(const QKeySequence& keys, std::function<void()> run)
{
    connect(new QShortcut(keys, this), &QShortcut::activated, this, std::move(run));
}

bool StepWizard::isLast() const
{
    return m_at + 1 == m_stack->count();
}

void StepWizard::next()
{
    if (!m_job && m_next->isEnabled())
        advance();
}

void StepWizard::back()
{
    if (m_at == 0 || isLast())
        return;
    stopWork();
    go(m_at - 1);
}

void StepWizard::go(int step)
{
    m_at = step;
    say({});
    m_stack->setCurrentIndex(step);
    refresh();
    auto* first = firstOf(step);
    (first != nullptr ? first : m_next)->setFocus();
}

void StepWizard::refresh()
{
    m_bar->setCurrent(m_at);
    m_back->setVisible(m_at > 0 && !isLast());
    m_cancel->setVisible(!isLast());
    showState();
}

void StepWizard::setNext(const QString& words, bool may)
{
    m_next->setText(words);
    m_next->setAccessibleName(words);
    m_next->setEnabled(may && !m_job);
    m_next->setDefault(true);
}

void StepWizard::say(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void StepWizard::stopWork()
{
    delete m_job;
    endWork();
}

void StepWizard::endWork()
{
    m_job = nullptr;
    m_tick->stop();
    m_work->hide();
    refresh();
}

void StepWizard::reject()
{
    stopWork();
    QDialog::reject();
}

}
