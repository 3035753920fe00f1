// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/regulation_service.h"
#include "ui/pages/rules/changes_list.h"
#include "ui/pages/rules/value_fields.h"
#include "ui/pages/school_page.h"

#include <QPointer>

class QTimer;
class QVBoxLayout;

namespace thidua::ui::rules_page {

/// One entry of the layers below the law, and beside it whose verdict it would change, anew after each change of a field.
class RegulationForm : public QWidget {
    Q_OBJECT
public:
    RegulationForm(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    void startNew();
    /// The school's word that it has read a provisional rule set's text.
    void startConfirmation(const std::string& ruleSet, const QString& title, Date from);
    void startEdit(const services::RegulationRow& row);
    bool isDirty() const { return m_binder != nullptr && (m_started || m_binder->isDirty()); }
    bool save();
signals:
    void saved();
    void cancelled();

private:
    using Draft = domain::Regulation;
    void build();
    void start(const Draft& draft, const QString& title, const QString& subtitle);
    /// The fields of what is chosen to be set; what was typed in the others stays.
    void rebuild(const Draft& draft, bool dirty);
    void addTarget(FormLayout& form);
    void addLaw(FormLayout& form);
    void showLaw(const services::Settable* one);
    void addValue(FormLayout& form);
    void addFigures(FormLayout& form);
    void addRest(FormLayout& form);
    void bindFigure(const std::string& name, FormField* line, const ValueField& value, const QString& key);
    void readSettable(Date on);
    const services::Settable* chosen() const;
    void chooseTarget();
    void touched();
    void preview();

    Shell& m_shell;
    SchoolContext& m_context;
    std::vector<services::Settable> m_settable;
    std::optional<domain::RowId> m_editing;
    domain::RowVersion m_version = 0;
    Draft m_draft;
    bool m_started = false; ///< something was typed before the fields were made anew
    QPointer<FormLayout> m_form;
    FormBinder<Draft>* m_binder = nullptr;
    SearchField* m_target = nullptr;
    Label* m_law = nullptr;
    Label* m_title;
    Label* m_subtitle;
    QVBoxLayout* m_fields;
    QWidget* m_fieldsBox;
    ChangesList* m_changes;
    QTimer* m_timer;
    QPointer<Job> m_judging;
};

}
