// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_binder_base.h"

#include "ui/text/qt_text.h"
#include "ui/widgets/card.h"

#include <QWidget>

#include <algorithm>

namespace thidua::ui {

FormBinderBase::~FormBinderBase()
{
    for (auto& slot : m_slots)
        if (slot.widget) // a field may outlive its binder and still change
            slot.field->onChanged = nullptr;
}

void FormBinderBase::addSlot(const std::string& name, FormField* form, Field* field)
{
    const std::size_t index = m_slots.size();
    m_slots.push_back({name, form, field, field->widget(), false, {}});
    if (field->widget()->objectName().isEmpty())
        field->widget()->setObjectName(toQ(name));
    field->onChanged = [this, index] { onFieldChanged(index); };
}

void FormBinderBase::onFieldChanged(std::size_t index)
{
    if (m_loading)
        return;
    m_slots[index].touched = true;
    m_slots[index].service.clear();
    if (!m_dirty) {
        m_dirty = true;
        emit dirtyChanged(true);
    }
    recheck();
    emit changed();
}

void FormBinderBase::recheck()
{
    const auto issues = issuesNow();
    bool valid = issues.empty();
    for (auto& slot : m_slots) {
        const auto mine = std::find_if(issues.begin(), issues.end(), [&](const FieldIssue& i) { return i.field == slot.name; });
        const bool found = mine != issues.end();
        const QString problem = slot.field->problem();
        valid = valid && problem.isEmpty();
        QString sentence = slot.service;
        if (sentence.isEmpty() && problem.isEmpty() && found && (slot.touched || m_showAll))
            sentence = sentenceOf(*mine);
        if (slot.form)
            slot.form->setError(sentence);
        else
            slot.field->showError(!sentence.isEmpty() || !problem.isEmpty());
    }
    if (valid != m_valid) {
        m_valid = valid;
        emit validChanged(valid);
    }
}

void FormBinderBase::afterLoad()
{
    for (auto& slot : m_slots) {
        slot.touched = false;
        slot.service.clear();
    }
    m_showAll = false;
    recheck();
    markSaved();
}

void FormBinderBase::markSaved()
{
    if (m_dirty) {
        m_dirty = false;
        emit dirtyChanged(false);
    }
}

void FormBinderBase::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (auto& slot : m_slots)
        slot.field->setReadOnly(readOnly);
}

std::vector<FieldIssue> FormBinderBase::showIssues(const std::vector<FieldIssue>& issues)
{
    std::vector<FieldIssue> elsewhere;
    for (const auto& issue : issues) {
        const auto slot = std::find_if(m_slots.begin(), m_slots.end(), [&](const Slot& s) { return s.name == issue.field; });
        if (slot == m_slots.end())
            elsewhere.push_back(issue);
        else
            slot->service = sentenceOf(issue);
    }
    recheck();
    focusFirstError();
    return elsewhere;
}

bool FormBinderBase::reveal()
{
    m_showAll = true;
    for (const auto& slot : m_slots)
        if (slot.widget)
            slot.field->settle();
    recheck();
    if (!m_valid)
        focusFirstError();
    return m_valid;
}

void FormBinderBase::focusFirstError()
{
    for (const auto& slot : m_slots)
        if (slot.field->widget()->property("wrong").toBool()) {
            bringIntoView(slot.form ? static_cast<QWidget*>(slot.form) : slot.field->widget());
            slot.field->widget()->setFocus(Qt::OtherFocusReason);
            return;
        }
}

}
