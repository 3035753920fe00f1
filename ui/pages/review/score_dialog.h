// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/initiative_scores.h"
#include "ui/pages/kit/form_dialog.h"
#include "ui/pages/school_page.h"

class QGridLayout;

namespace thidua::ui {

/// Phiếu chấm of one initiative: a line for the council's sheet and for each member, a field for each criterion, or a grade where the school
/// grades. What is left empty is no sheet.
class ScoreDialog final : public FormDialog {
    Q_OBJECT
public:
    ScoreDialog(Shell& shell, SchoolContext& context, const services::ScoreBoard& board, const services::ScoredInitiative& row, QWidget* parent);

private:
    struct Line {
        std::optional<domain::CouncilMemberId> member;
        QString name;
        std::vector<std::pair<int domain::InitiativeMark::*, LineField*>> points;
        ChoiceField* grade = nullptr;
        Label* total = nullptr;
        std::string remark;
    };
    void addLine(QGridLayout* grid, const services::ScoreSheet& sheet, const QString& name);
    LineField* pointsField(const QString& name, const services::ScoreSheet& sheet, int domain::InitiativeMark::*points);
    void showTotals();
    void save();
    Shell& m_shell;
    SchoolContext& m_context;
    domain::MeetingId m_meeting;
    domain::InitiativeId m_initiative;
    rules::InitiativeScoring m_rule;
    std::vector<Line> m_lines;
};

}
