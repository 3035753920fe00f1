// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/merge_service.h"
#include "ui/kit.h"

#include <QDialog>

class QGridLayout;
class QScrollArea;

namespace thidua::ui {

/// Two records of one person side by side, with what is kept of each and how much moves. Who else is meant can be picked here. It merges
/// itself, so that what is refused is said where it can be put right.
class MergeDialog final : public QDialog {
    Q_OBJECT
public:
    MergeDialog(services::SchoolFile& file, OperationRunner& runner, domain::PersonId kept, std::optional<domain::PersonId> taken, QWidget* parent);

private:
    QWidget* makeHead();
    QWidget* makeFoot();
    void readCandidates();
    void swap();
    void read();
    void showFields();
    void addRow(QGridLayout* grid, int row, const services::MergeField& field);
    void showCounts();
    void merge();
    services::SchoolFile& m_file;
    OperationRunner& m_runner;
    domain::PersonId m_kept;
    services::MergeChoices m_choices;
    services::MergeView m_view;
    Label* m_keptName;
    SearchField* m_taken;
    QPushButton* m_swap;
    MessageArea* m_messages;
    QScrollArea* m_fields;
    Label* m_counts;
    QPushButton* m_merge;
};

/// The dialog for one record, or for two.
void mergeRecords(Shell& shell, services::SchoolFile& file, domain::PersonId kept, std::optional<domain::PersonId> taken, QWidget* parent);

}
