// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/intake/decision_list.h"
#include "ui/pages/intake/import_preview.h"
#include "ui/kit.h"
#include "ui/widgets/fields.h"

#include <QDialog>
#include <QPointer>

#include <map>
#include <optional>

class QTimer;

namespace thidua::ui {

class FlowLayout;

/// Ten years of decisions' lists, pasted one after the other into one grid or typed there. Each line says at once what becomes of it: new,
/// there already, repeated, or what is wrong with it. Writing is one operation.
class PastHonoursDialog : public QDialog {
    Q_OBJECT
public:
    PastHonoursDialog(Shell& shell, services::SchoolFile& file, QWidget* parent);
    /// A list as it was copied: below what is there already. False when it is none.
    bool takeBlock(const QString& block);
    void reject() override;

private:
    void build();
    QWidget* buildDefaults();
    QWidget* buildFoot();
    void addShortcuts();
    void paste();
    void fillBlanks();
    void takeEdits(const QVector<CellEdit>& edits);
    void later();
    void judge();
    void takeTold(intake::Told told);
    void showTold();
    void showRows();
    void showNumbers();
    void showAnswers();
    void addAnswer(const QString& words, const char* name, std::optional<services::SheetAnswer> answer);
    services::ImportRequest request() const;
    void write();
    std::size_t usedLines() const;
    QString repeatOf(std::size_t line) const;
    Shell& m_shell;
    services::SchoolFile& m_file;
    std::vector<services::PastLine> m_lines;
    std::map<std::size_t, services::SheetAnswer> m_answers; ///< by line, from 1: who is meant
    services::ImportReport m_report;
    std::vector<services::HonourGap> m_gaps;
    QPointer<Job> m_job;
    QTimer* m_timer;
    std::array<LineField*, services::kPastColumns.size()> m_defaults{};
    Label* m_told;
    Label* m_problem;
    GridTable* m_grid;
    Label* m_holes;
    QWidget* m_answerBox;
    Label* m_question;
    FlowLayout* m_answerRow;
    QPushButton* m_write;
};

}
