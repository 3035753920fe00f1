// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/school_page.h"

namespace thidua::ui::prepare {

/// A list and the panel of the chosen record, which shows it in full or holds a form. Guards what is typed there.
class ListPage : public SchoolPage {
    Q_OBJECT
public:
    using SchoolPage::SchoolPage;
    bool mayLeave() override { return leaveForm(); }
    void find() override;
    void togglePanel() override;
    void escape() override;
    QList<QWidget*> focusStops() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

protected:
    /// Table and panel; the caller adds split() to the content.
    void buildList(RecordSource* source, const QString& name, const QString& accessibleName, int panelWidth);
    RecordTable* table() const { return m_table; }
    SidePanel* panel() const { return m_panel; }
    SplitArea* split() const { return m_split; }
    std::optional<std::int64_t> currentId() const { return m_table->currentId(); }

    /// Fills the panel for currentId(), in reading form.
    virtual void showRecord() = 0;
    /// The form that stands in the panel now; null while reading.
    virtual FormBinderBase* form() const { return nullptr; }
    /// Writes the form; true when it is done.
    virtual bool saveForm() { return true; }
    /// Takes the form away without writing.
    virtual void dropForm() {}
    /// Asks by verbs when something typed would be lost; true when the form is gone or there was none.
    bool leaveForm();
    /// After rows came anew: keeps the form, else reads the record again.
    void showAgain();

    QAction* addAction(const QString& id, const QString& words, const QString& icon, std::function<void()> run,
                       const QKeySequence& keys = {}, const QString& further = {});
    void setReason(const QString& id, const QString& reason);
    /// For a field that was only just put into the panel: it takes the focus once it is shown.
    static void focusLater(QWidget* field);
    /// The paper in the preview.
    void preview(const documents::Document& document, const QString& name, const std::vector<std::string>& formats);

private:
    void onCurrentChanged();
    RecordTable* m_table = nullptr;
    SidePanel* m_panel = nullptr;
    SplitArea* m_split = nullptr;
    std::optional<std::int64_t> m_shown;
    bool m_asking = false;
};

}
