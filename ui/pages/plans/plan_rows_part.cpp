// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_rows_part.h"

#include "ui/shell/unsaved.h"
#include "ui/widgets/enter_writes.h"

namespace thidua::ui::prepare {

namespace {

/// “planTaskSave” of “task”
QString planName(const QString& name, const QString& what)
{
    return QStringLiteral("plan") + name.left(1).toUpper() + name.mid(1) + what;
}

}

PlanRowsPart::PlanRowsPart(PlanEnv env, Words words, QWidget* parent) : PlanPart(parent), m_env(env), m_words(std::move(words))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(16));
    row->setSpacing(Theme::px(16));
    m_left = new QVBoxLayout;
    m_left->setSpacing(Theme::px(8));
    m_list = new OrderedList(planName(m_words.name, QStringLiteral("s")), m_words.list, m_words.add, m_words.empty, this);
    m_list->setMovable(false);
    m_left->addWidget(m_list, 1);
    row->addLayout(m_left, 2);
    m_stack = new QStackedWidget(this);
    row->addWidget(m_stack, 3);
    auto* none = makeWrapped(m_words.choose, TypeRole::Text, Ink::Text2, m_stack);
    none->setAlignment(Qt::AlignCenter);
    m_none = none;
    m_stack->addWidget(m_none);
    buildUnsaved();
    connect(m_list, &OrderedList::addClicked, this, &PlanRowsPart::add);
    connect(m_list, &OrderedList::removeClicked, this, &PlanRowsPart::askRemove);
    connect(m_list, &OrderedList::currentChanged, this, [this](int line) {
        if (m_asking)
            return;
        const int edited = m_edited;
        const bool may = leaveForm();
        if (may)
            showRow(line);
        mark(may ? line : edited);
    });
}

/// The list marks the row whose form is open, once the press that was answered is over.
void PlanRowsPart::mark(int row)
{
    const auto marking = [this, row] {
        m_asking = true;
        m_list->setCurrent(row);
        m_asking = false;
    };
    QMetaObject::invokeMethod(this, marking, Qt::QueuedConnection);
}

void PlanRowsPart::buildUnsaved()
{
    m_unsaved = new QWidget(m_stack);
    auto* column = new QVBoxLayout(m_unsaved);
    column->setSpacing(Theme::px(12));
    column->addStretch(1);
    m_unsavedWords = makeWrapped({}, TypeRole::Text, Ink::Text2, m_unsaved);
    m_unsavedWords->setAlignment(Qt::AlignCenter);
    auto* save = makeButton(m_words.savePlan, QStringLiteral("save"), ButtonKind::Normal, m_unsaved);
    save->setObjectName(m_words.name + QStringLiteral("sSavePlan"));
    connect(save, &QPushButton::clicked, this, &PlanRowsPart::saveWanted);
    column->addWidget(m_unsavedWords);
    column->addWidget(save, 0, Qt::AlignHCenter);
    column->addStretch(1);
    m_stack->addWidget(m_unsaved);
}

void PlanRowsPart::setForm(QWidget* form, FormBinderBase& binder)
{
    m_binder = &binder;
    m_host = new QWidget(m_stack);
    auto* column = new QVBoxLayout(m_host);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    m_formTitle = new Label({}, TypeRole::Strong, Ink::Text, m_host);
    column->addWidget(m_formTitle);
    column->addWidget(form);
    m_buttons = new QWidget(m_host);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    auto* save = saving(makeButton(m_words.save, QStringLiteral("check"), ButtonKind::Primary, m_buttons));
    auto* cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, m_buttons);
    save->setObjectName(planName(m_words.name, QStringLiteral("Save")));
    cancel->setObjectName(planName(m_words.name, QStringLiteral("Cancel")));
    row->addWidget(save);
    row->addWidget(cancel);
    row->addStretch();
    column->addWidget(m_buttons);
    column->addStretch(1);
    m_stack->addWidget(m_host);
    enterWrites(m_host);
    connect(save, &QPushButton::clicked, this, &PlanRowsPart::saveForm);
    connect(cancel, &QPushButton::clicked, this, [this] { showRow(m_list->current()); });
}

void PlanRowsPart::load(const services::PlanDraft&)
{
    readRows();
}

void PlanRowsPart::setPlan(std::optional<services::Stored<domain::Plan>> plan)
{
    m_plan = std::move(plan);
    if (m_plan)
        dropCarried();
    readRows();
}

void PlanRowsPart::readRows()
{
    auto read = rows();
    m_ids = std::move(read.ids);
    m_asking = true;
    m_list->setItems(read.items);
    m_asking = false;
    m_list->setReadOnly(m_readOnly || !m_plan);
    m_unsavedWords->setText(unsavedWords());
    if (!m_binder->isDirty())
        showRow(m_list->current());
    emit edited();
}

void PlanRowsPart::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_list->setReadOnly(readOnly || !m_plan);
    m_binder->setReadOnly(readOnly);
    m_buttons->setVisible(!readOnly);
}

void PlanRowsPart::showRow(int row)
{
    if (row < 0 || row >= static_cast<int>(m_ids.size())) {
        m_stack->setCurrentWidget(m_plan ? m_none : m_unsaved);
        return;
    }
    m_edited = row;
    startEdit(static_cast<std::size_t>(row));
    m_formTitle->setText(m_readOnly ? m_words.shown : m_words.edit);
    m_stack->setCurrentWidget(m_host);
}

void PlanRowsPart::add()
{
    if (m_readOnly)
        return;
    if (!m_plan) {
        emit saveWanted();
        return;
    }
    if (!leaveForm())
        return;
    m_edited = -1;
    startNew();
    m_formTitle->setText(m_words.fresh);
    m_stack->setCurrentWidget(m_host);
    m_host->findChild<QWidget*>(m_words.name + QStringLiteral("Text"))->setFocus(Qt::OtherFocusReason);
}

bool PlanRowsPart::leaveForm()
{
    if (!m_binder->isDirty())
        return true;
    m_asking = true;
    const bool may = settleUnsaved(m_env.shell, [this] { return saveForm(); }, [this] { m_binder->markSaved(); });
    m_asking = false;
    return may;
}

bool PlanRowsPart::saveForm()
{
    const auto id = write();
    if (!id)
        return false;
    readRows();
    if (const auto at = std::ranges::find(m_ids, *id); at != m_ids.end()) {
        const auto row = static_cast<int>(at - m_ids.begin());
        m_list->setCurrent(row);
        showRow(row);
    }
    return true;
}

void PlanRowsPart::askRemove(int row)
{
    const auto at = static_cast<std::size_t>(row);
    if (!m_env.shell.prompter.confirm(removal(at)))
        return;
    m_binder->markSaved();
    remove(at);
}

}
