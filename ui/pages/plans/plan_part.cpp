// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_part.h"

namespace thidua::ui::prepare {

OrderedPart::OrderedPart(const QString& name, const QString& accessibleName, const QString& addText, const QString& empty, PlanEnv env,
                         QWidget* parent)
    : PlanPart(parent), m_env(env)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(16));
    row->setSpacing(Theme::px(16));
    m_left = new QVBoxLayout;
    m_left->setSpacing(Theme::px(8));
    m_list = new OrderedList(name, accessibleName, addText, empty, this);
    m_left->addWidget(m_list, 1);
    m_stack = new QStackedWidget(this);
    auto* none = makeWrapped(tr("Chọn một dòng ở bên trái để đọc và sửa."), TypeRole::Text, Ink::Text2, m_stack);
    none->setAlignment(Qt::AlignCenter);
    m_none = none;
    m_stack->addWidget(m_none);
    row->addLayout(m_left, 2);
    row->addWidget(m_stack, 3);
    connect(m_list, &OrderedList::currentChanged, this, [this](int line) {
        showForm(line < 0 ? m_none : m_form);
        if (line >= 0)
            showLine(line);
    });
    connect(m_list, &OrderedList::addClicked, this, &OrderedPart::add);
    connect(m_list, &OrderedList::removeClicked, this, &OrderedPart::onRemove);
    connect(m_list, &OrderedList::moveClicked, this, [this](int line, int by) {
        swap(line, line + by);
        reload(line + by);
        emit edited();
    });
}

void OrderedPart::setForm(QWidget* form)
{
    m_form = form;
    m_stack->addWidget(form);
}

void OrderedPart::showForm(QWidget* form)
{
    m_stack->setCurrentWidget(form);
}

void OrderedPart::setReadOnly(bool readOnly)
{
    m_list->setReadOnly(readOnly);
}

void OrderedPart::add()
{
    const int row = insertAfter(m_list->current());
    reload(row);
    emit edited();
    firstField()->setFocus(Qt::OtherFocusReason);
}

void OrderedPart::reload(int row)
{
    QVector<OrderedItem> items;
    for (int i = 0; i < count(); ++i)
        items.push_back(itemAt(i));
    m_list->setItems(items);
    if (row >= 0 && row < count())
        m_list->setCurrent(row);
    const int line = m_list->current();
    showForm(line < 0 ? m_none : m_form);
    if (line >= 0)
        showLine(line);
}

void OrderedPart::lineEdited()
{
    if (const int row = m_list->current(); row >= 0)
        m_list->setItem(row, itemAt(row));
    emit edited();
}

void OrderedPart::onRemove(int row)
{
    const Question question = questionFor(row);
    if (!question.title.isEmpty() && !m_env.shell.prompter.confirm(question))
        return;
    removeAt(row);
    reload(std::min(row, count() - 1));
    emit edited();
}

}
