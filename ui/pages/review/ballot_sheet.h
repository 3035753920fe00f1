// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/council_service.h"
#include "ui/kit.h"

class QScrollArea;

namespace thidua::ui {

class ChoiceButton;

/// The lines of one member's ballot, each answered with one key or a click. What is chosen stands here and nowhere else, until clear().
class BallotSheet : public QWidget {
    Q_OBJECT
public:
    explicit BallotSheet(QWidget* parent = nullptr);
    /// The lines on which this member votes, with nothing chosen.
    void start(const services::MeetingDetail& detail, const std::set<domain::BallotLine>& lines);
    /// Forgets what was chosen and on what.
    void clear();
    const services::BallotChoices& choices() const { return m_choices; }
    const std::vector<services::TallyRow>& lines() const { return m_lines; }
    int open() const { return static_cast<int>(m_lines.size()) - static_cast<int>(m_choices.size()); }
    void choose(std::size_t line, std::optional<services::Choice> choice);
    void leaveBlank();
    static QString wordOf(services::Choice choice);
signals:
    void lineChanged(int line);
    void chosen();
    void reviewWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Line;
    void addLine(const services::TallyRow& row, QVBoxLayout* column);
    void goTo(int line);
    void showChoices();

    std::vector<services::TallyRow> m_lines;
    services::BallotChoices m_choices;
    std::vector<Line*> m_rows;
    QScrollArea* m_scroll;
    Label* m_hint;
    int m_at = 0;
};

}
