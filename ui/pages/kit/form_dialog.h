// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit.h"

#include <QDialog>

class QBoxLayout;

namespace thidua::ui {

/// A dialog for what must be finished at once: title, words, fields, and verbs at the foot, “Hủy” at the left. It deletes itself.
class FormDialog : public QDialog {
    Q_OBJECT
public:
    FormDialog(const QString& name, const QString& title, const QString& text, QWidget* parent);

protected:
    void addPart(QWidget* part);
    /// In order from left to right; the last one is the main verb.
    QPushButton* addVerb(const QString& name, const QString& text, ButtonKind kind, std::function<void()> run);
    /// The cancelling verb when it is not “Hủy”.
    void setCancelText(const QString& text);
    /// A failure without a field of its own; empty hides it.
    void showError(const QString& sentence);

private:
    QBoxLayout* m_parts;
    QBoxLayout* m_verbs;
    QPushButton* m_cancel;
    Label* m_error;
};

/// One text that must be given (a reason, an addressee), with an explanation above it.
class TextDialog final : public FormDialog {
    Q_OBJECT
public:
    struct Words {
        QString name;      ///< objectName
        QString title;
        QString text;
        QString label;
        QString initial{};
        QString missing{}; ///< the sentence when nothing is typed
        QString verb;
        QString cancel{};
        bool destroys = false;
    };
    /// `done` returns whether the dialog may close.
    TextDialog(const Words& words, OperationRunner& runner, std::function<bool(const std::string&)> done, QWidget* parent);
};

}
