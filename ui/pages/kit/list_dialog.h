// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit.h"

#include <QDialog>

class QSplitter;

namespace thidua::ui {

/// A list of what the school keeps for itself, and beside it the form of the chosen row or of a new one. Each change is written at once; what
/// was refused is told under the form.
class ListDialog : public QDialog {
    Q_OBJECT
protected:
    struct Words {
        QString name;    ///< “kind”: the names of its parts are kindSave, kindNew, kindRemove, kindsClose
        QString title;
        QString intro;   ///< what these rows are for
        QString edit;    ///< heads of the form
        QString fresh;
        QString save;    ///< what is chosen
        QString add;     ///< what is new
        QString another; ///< begins a new one
        QString remove;
    };
    ListDialog(Shell& shell, Words words, QWidget* parent);
    /// By the subclass's constructor, once. The form scrolls where the screen is small.
    void build(RecordTable* table, QWidget* form, FormBinderBase& binder);
    /// A button of the foot, at the left.
    QPushButton* addVerb(const QString& text, const QString& icon, const QString& name);
    /// Reads the list anew and opens that row, or a new one.
    void readAnew(std::optional<std::int64_t> chosen);
    Shell& shell() const { return m_shell; }

    virtual void readRows() = 0;
    /// Fills the form; false when there is no such row.
    virtual bool startEdit(std::int64_t id) = 0;
    virtual void startNew() = 0;
    /// Writes the form: the id of its row; none when it was refused.
    virtual std::optional<std::int64_t> write() = 0;
    /// Asked before the opened row goes.
    virtual Question removal() const = 0;
    /// True when it is gone.
    virtual bool removeRow() = 0;

private:
    QWidget* buildForm(QWidget* form);
    void choose();
    void openNew();
    void showHead(bool fresh);
    void save();
    void askRemove();
    Shell& m_shell;
    Words m_words;
    RecordTable* m_table = nullptr;
    FormBinderBase* m_binder = nullptr;
    QSplitter* m_halves;
    class QHBoxLayout* m_foot;
    Label* m_title = nullptr;
    Label* m_error = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_remove = nullptr;
};

}
