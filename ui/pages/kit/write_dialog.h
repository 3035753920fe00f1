// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/school_file.h"
#include "ui/kit.h"

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace thidua::ui {

/// A form in a dialog of its own: fields, what is wrong beside them or above, “Thôi” and the verb that writes. It is not waited for and
/// deletes itself; what was written goes through the runner once the dialog is out of sight.
class WriteDialog : public QDialog {
    Q_OBJECT
public:
    using Write = std::function<Result<domain::ChangeSet>()>;
    WriteDialog(OperationRunner& runner, const QString& title, const QString& about, const QString& name, QWidget* parent);
    /// Its buttons are “<name>Save” and “<name>Cancel”.
    void setForm(QWidget* fields, FormBinderBase& binder, const QString& verb, Write write);
    /// At the left of the foot.
    void addToFoot(QPushButton* button);
    /// Writes what is there; false when something is missing or was refused.
    bool save();

private:
    void showError(const Error& error);
    OperationRunner& m_runner;
    QVBoxLayout* m_column;
    QHBoxLayout* m_foot;
    MessageArea* m_messages;
    FormBinderBase* m_binder = nullptr;
    Write m_write;
};

}
