// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/receiver/receiver_task.h"
#include "ui/pages/intake/sheet_choice.h"

namespace thidua::ui {

/// Step 1: what goes into which form, of which year.
class FormStep : public QWidget {
    Q_OBJECT
public:
    FormStep(const std::vector<ChoiceField::Choice>& years, QWidget* parent);
    void setList(services::ReceiverList list);
    services::ReceiverList list() const;
    void setYear(const std::string& year) { m_year->setValue(year); }
    std::string year() const { return m_year->value(); }
    /// What was read; without a form, that nothing is yet.
    void setOpened(const ReceiverTask& task, bool opened);
    QWidget* first() const { return m_choose; }
signals:
    void fileWanted();
    void sheetChosen(const QString& sheet);

private:
    ChoiceField* m_list;
    ChoiceField* m_year;
    QPushButton* m_choose;
    Label* m_file;
    SheetChoice* m_sheet;
    Label* m_found;
};

}
