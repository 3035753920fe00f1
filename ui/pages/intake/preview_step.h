// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/intake/import_words.h"
#include "ui/kit.h"

#include <map>

class QVBoxLayout;

namespace thidua::ui {

class FlowLayout;

/// Step 3: every row with what happens to it. Cells can be corrected, and a row can be said to be somebody or to be passed over.
class PreviewStep : public QWidget {
    Q_OBJECT
public:
    explicit PreviewStep(QWidget* parent);
    /// Columns of another list.
    void begin(const ImportTask& task);
    /// What the engine said of it.
    void show(const ImportTask& task);
    GridTable* grid() const { return m_grid; }
signals:
    void corrected(const QVector<QPair<int, int>>& places, const QStringList& words); ///< row and column of the file
    void answered(int row, const thidua::services::SheetAnswer& answer);
    void answerDropped(int row);

private:
    void fill();
    void showSegments();
    void showAnswers();
    void addAnswer(const QString& words, const char* name, std::function<void()> run);
    bool isGuessed(const services::ImportLine& line) const;
    QString doubtsOf(const services::ImportLine& line) const;
    GridRow rowOf(const services::ImportLine& line) const;
    QString wordsAt(std::size_t row, std::size_t column) const;
    const services::ImportLine* currentLine() const;
    void takeEdits(const QVector<CellEdit>& edits);
    ImportTask m_task;                               ///< the request is shared, the report is the one shown
    std::vector<std::size_t> m_columns;              ///< of the file, as they stand in the grid
    std::map<std::size_t, std::size_t> m_places;     ///< by row: where it stands in the sheet
    std::map<std::pair<std::size_t, std::size_t>, QString> m_doubts; ///< warnings by row and column
    int m_run = 0;                                   ///< which report is the newest
    Label* m_summary;
    SegmentBar* m_segments;
    Label* m_notes;
    QVBoxLayout* m_gridPlace;
    GridTable* m_grid = nullptr;
    QWidget* m_answers;
    FlowLayout* m_answerRow;
    Label* m_answerText;
    Label* m_doubtText;
};

}
