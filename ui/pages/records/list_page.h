// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/school_page.h"

namespace thidua::ui {

/// A table and its panel: the panel shows the selected record, and turns into a form on F2, Enter's “Sửa” or Ctrl+N.
/// What the pages of staff, collectives and honours have in common. Nothing typed is dropped without asking.
class RecordsListPage : public SchoolPage {
    Q_OBJECT
public:
    using SchoolPage::SchoolPage;
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    bool mayLeave() override { return leaveForm(); }
    void add() override;
    void find() override { m_table->focusFilter(); }
    void togglePanel() override { m_split->togglePanel(); }
    void escape() override;
    void print() override;
    QList<QWidget*> focusStops() const override { return {m_table, m_panel}; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    RecordTable* table() const { return m_table; }
    SidePanel* panel() const { return m_panel; }
    bool isEditing() const { return m_form != nullptr; }

protected:
    /// Lays out table and panel; `kind` is what openRecord() takes.
    void setList(RecordTable* table, int panelWidth, domain::EntityKind kind);
    /// Registers “<page>.add”, “.edit”, “.remove” and “.print” with these words.
    void addActions(const QString& addText, const QString& printText);
    QAction* action(const QString& verb) const;

    /// Title, body and foot of the panel for one record. The foot's buttons for editing are added by the caller's addShowFoot().
    virtual void showRecord(std::int64_t id) = 0;
    /// Title and form in the panel; none: for a new record. Returns the form's binder, whose parent is in the panel.
    virtual FormBinderBase* openForm(std::optional<std::int64_t> id) = 0;
    /// The record's id when it was written.
    virtual std::optional<std::int64_t> saveForm() = 0;
    virtual void removeRecord(std::int64_t id) = 0;
    /// Why this record (or, without one, a new one) cannot be written now; empty when it can.
    virtual QString whyNot(std::optional<std::int64_t> id) const = 0;
    virtual QString nothingChosen() const = 0;
    virtual QString saveVerb(bool adding) const = 0;
    /// Takes away what may hide a row that is to be shown (filters, an extra condition).
    virtual void revealRow(std::int64_t id) = 0;
    virtual documents::Document paper() const = 0;
    virtual QString paperName() const = 0;

    void startForm(std::optional<std::int64_t> id);
    /// Writes what the form says; false when that was refused.
    bool save();
    /// True when no form is open any more: saved, dropped, or nothing had been changed.
    bool leaveForm();
    void closeForm();
    /// After rows were read anew: the panel follows, an open form stays as it is.
    void rowsRead();
    void addShowFoot();
    std::optional<std::int64_t> editedId() const { return m_editing; }

private:
    void onCurrentChanged();
    void showCurrent();
    void updateActions();
    void watchEnter(QWidget* form);
    RecordTable* m_table = nullptr;
    SidePanel* m_panel = nullptr;
    SplitArea* m_split = nullptr;
    domain::EntityKind m_kind = domain::EntityKind::Person;
    FormBinderBase* m_form = nullptr;
    std::optional<std::int64_t> m_editing;
    std::optional<std::int64_t> m_before; ///< current before a new record's form was opened
    bool m_moving = false;
};

}
