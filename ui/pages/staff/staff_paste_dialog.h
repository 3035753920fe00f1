// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/people_service.h"
#include "ui/kit.h"

#include <QDialog>

namespace thidua::ui {

/// What a block copied in Excel would bring into the staff list: each line with its outcome. Nothing is written here; the caller
/// writes chosenBlock().
class StaffPasteDialog : public QDialog {
    Q_OBJECT
public:
    StaffPasteDialog(services::SchoolFile& file, domain::SchoolYearId year, QWidget* parent);
    /// Reads the block; an empty one shows how to bring one here.
    void setBlock(const QString& block);
    /// The ticked lines that can be written, as text.
    std::string chosenBlock() const;
    /// How many lines that is.
    int chosenCount() const;

private:
    struct Line {
        std::int64_t number = 0;   ///< as in the block, from 1
        QStringList cells;
        bool good = false;
        QString column{};          ///< the column at fault
        QString reason{};
    };
    void build();
    QWidget* buildFoot();
    void setColumns();
    void readLines(const QString& block);
    void update();
    void copyRejected();
    QString tellTeams() const;
    services::SchoolFile& m_file;
    domain::SchoolYearId m_year;
    RecordModel<Line> m_model;
    std::vector<std::string> m_newTeams;
    Label* m_summary;
    Label* m_teams;
    RecordTable* m_table;
    QPushButton* m_write;
    QPushButton* m_copy;
};

}
