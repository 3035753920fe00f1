// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/people_service.h"
#include "ui/kit.h"

#include <QDialog>

class QGridLayout;
class QScrollArea;

namespace thidua::ui {

/// What a list copied in Excel would bring: each person with what happens to them. What a column is, every cell and whom a line updates
/// can be corrected. Nothing is written here; the caller writes sheet().
class StaffPasteDialog : public QDialog {
    Q_OBJECT
public:
    StaffPasteDialog(services::SchoolFile& file, domain::SchoolYearId year, QWidget* parent);
    /// Reads the block; an empty one shows how to bring one here.
    void setBlock(const QString& block);
    /// The list with all corrections.
    const services::StaffSheet& sheet() const { return m_sheet; }
    const services::SheetReading& reading() const { return m_reading; }
    /// How many people would be written.
    int chosenCount() const;

private:
    void build();
    QWidget* buildBar();
    QWidget* buildFoot();
    void addShortcuts();
    void begin();
    void read();
    void showColumns();
    void showAnswers();
    void showNumbers();
    void takeColumn(std::size_t column, services::SheetColumn kind);
    void takeEdits(const QVector<CellEdit>& edits);
    void answer(std::size_t line, const services::SheetAnswer& answer);
    void addAnswer(const QString& words, const char* name, const services::SheetLine& line, const services::SheetAnswer& answer);
    const services::SheetLine* currentLine() const;
    void copyRejected();
    services::SchoolFile& m_file;
    domain::SchoolYearId m_year;
    services::StaffSheet m_sheet;
    services::SheetReading m_reading;
    Label* m_summary;
    QScrollArea* m_columnPlace;
    QWidget* m_columns;
    QGridLayout* m_columnGrid;
    std::vector<ChoiceField*> m_columnFields;
    QWidget* m_old;
    Label* m_oldText;
    GridTable* m_grid;
    EmptyState* m_empty;
    QWidget* m_answers;
    QHBoxLayout* m_answerRow;
    Label* m_answerText;
    Label* m_teams;
    QPushButton* m_write;
    QPushButton* m_copy;
    QPushButton* m_again;
};

}
