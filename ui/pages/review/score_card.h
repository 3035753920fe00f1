// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/initiative_scores.h"
#include "services/papers/document_service.h"
#include "services/review/council_service.h"
#include "ui/pages/kit/parts.h"
#include "ui/pages/school_page.h"

namespace thidua::ui {

/// The step “Chấm điểm” of an initiative council's meeting: what each initiative has been given, and its sheets.
class ScoreCard : public QWidget {
    Q_OBJECT
public:
    ScoreCard(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    void show(const services::MeetingDetail& detail, bool readOnly);
    /// Every initiative has been scored.
    bool isDone() const;
signals:
    void printWanted(thidua::services::PaperKind kind);

private:
    void addRow(const services::ScoredInitiative& row, bool readOnly);
    void openSheets(domain::InitiativeId id);
    QPushButton* button(const QString& text, const QString& icon, const QString& name, std::function<void()> run);
    Shell& m_shell;
    SchoolContext& m_context;
    Stack* m_rows;
    std::optional<services::ScoreBoard> m_board;
};

}
