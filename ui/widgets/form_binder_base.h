// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ui/widgets/form_field.h"

#include <QObject>
#include <QPointer>

namespace thidua::ui {

/// The part of a form binder that does not depend on the draft: issues beside fields, dirtiness, signals.
class FormBinderBase : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~FormBinderBase() override;
    /// Changed since load() or markSaved().
    bool isDirty() const { return m_dirty; }
    /// Everything typed is understood and validate() has no issue.
    bool isValid() const { return m_valid; }
    bool isReadOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly);
    void markSaved();
    /// Issues of a service call, beside the fields they name; those that name no bound field come back.
    /// They stay until the field is changed.
    std::vector<FieldIssue> showIssues(const std::vector<FieldIssue>& issues);
    /// Shows what is missing also beside fields not yet touched; true when valid. Call it when the main button is pressed.
    bool reveal();
    void focusFirstError();
signals:
    void changed();
    void dirtyChanged(bool dirty);
    void validChanged(bool valid);

protected:
    struct Slot {
        std::string name;
        FormField* form;
        Field* field;
        QPointer<QWidget> widget; ///< tells whether the field still lives
        bool touched = false;
        QString service;              ///< sentence of the last service call
    };
    void addSlot(const std::string& name, FormField* form, Field* field);
    void recheck();
    virtual std::vector<FieldIssue> issuesNow() const = 0;
    std::vector<Slot> m_slots;
    bool m_loading = false;
    bool m_showAll = false;
    void afterLoad();

private:
    void onFieldChanged(std::size_t slot);
    bool m_dirty = false;
    bool m_valid = true;
    bool m_readOnly = false;
};

}
