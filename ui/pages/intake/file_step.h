// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/intake/import_task.h"
#include "ui/pages/intake/sheet_choice.h"

namespace thidua::ui {

class FlowLayout;

/// Step 1: which list, of which year, from which file and sheet.
class FileStep : public QWidget {
    Q_OBJECT
public:
    FileStep(const std::vector<ChoiceField::Choice>& years, const std::vector<ChoiceField::Choice>& anyYears, QWidget* parent);
    void setKind(services::ListKind kind);
    services::ListKind kind() const;
    void setYear(const std::string& year) { m_year->setValue(year); }
    /// Empty: as each row says.
    std::string year() const { return m_year->value(); }
    /// What was read; an empty name shows that nothing is yet.
    void setOpened(const QString& file, const ImportTask& task);
    QWidget* first() const { return m_choose; }
signals:
    void fileWanted();
    void pasteWanted();
    void kindChosen();
    void sheetChosen(const QString& sheet);
    /// Of a book that has a sheet for each class: these, as one list.
    void listsChosen(const QStringList& sheets);

private:
    void showKind();
    void showLists(const ImportTask& task);
    QStringList tickedLists() const;
    std::vector<ChoiceField::Choice> m_years, m_anyYears;
    ChoiceField* m_kind;
    ChoiceField* m_year;
    Label* m_needs;
    QPushButton* m_choose;
    Label* m_file;
    SheetChoice* m_sheet;
    QWidget* m_lists;
    FlowLayout* m_listRow;
    Label* m_found;
};

}
