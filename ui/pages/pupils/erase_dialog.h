// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/pupil_erasure.h"
#include "ui/kit.h"

#include <QDialog>

namespace thidua::ui {

/// Whose personal data go after the keeping time: up to which school year they left, who that is, and what it rests on. Nothing is written
/// here.
class EraseDialog final : public QDialog {
    Q_OBJECT
public:
    EraseDialog(services::SchoolFile& file, OperationRunner& runner, const std::vector<SchoolYear>& lastYears, QWidget* parent);
    ~EraseDialog() override;
    SchoolYear lastYear() const;
    std::string reason() const { return m_reason->value(); }
    int count() const { return m_model.rowCount(); }

private:
    void setColumns();
    QWidget* makeHead(const std::vector<SchoolYear>& lastYears);
    QWidget* makeFoot();
    void read();
    void showState();
    services::SchoolFile& m_file;
    OperationRunner& m_runner;
    RecordModel<services::FormerPupil> m_model;
    RecordTable* m_table;
    ChoiceField* m_last;
    Label* m_counts;
    LineField* m_reason;
    QPushButton* m_erase;
};

/// Asks who and why, and once more before it is done, since nothing brings it back.
void eraseFormerPupils(Shell& shell, services::SchoolFile& file, QWidget* parent);

}
