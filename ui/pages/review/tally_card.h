// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/review/review_words.h"
#include "ui/pages/review/tally_sheet.h"

namespace thidua::ui {

class TallyDelegate;

/// The step “Kiểm phiếu”: the sheet of counts, its equations, the threshold, and the line that does not add up.
class TallyCard : public QWidget {
    Q_OBJECT
public:
    explicit TallyCard(QWidget* parent = nullptr);
    void show(const services::MeetingDetail& detail, bool readOnly);
    /// Drops what was typed and not taken.
    void forget();
    const TallySheet& sheet() const { return m_sheet; }
    GridTable* grid() const { return m_grid; }
    void goToError();
    /// To the first figure that is still missing.
    void goToOpen();
    /// What was typed and not taken, for a card made anew that shows the same meeting.
    QJsonObject entries() const;
    void restoreEntries(const QJsonObject& entries);
signals:
    /// Lines that add up now: to be recorded.
    void counted(const std::vector<thidua::domain::Tally>& tallies);
    /// A line began or ceased to be wrong.
    void changed();
    void secondRoundWanted();
    void secondRoundDropped();
    /// Lines that missed a title could be voted on for a lower one.
    void lowerWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildGrid();
    void take(const QVector<CellEdit>& edits);
    void showRows();
    GridRow rowOf(const services::TallyRow& row) const;
    void placeGroups();
    void showErrors();
    void showRounds();
    void showChecks();
    void showThreshold();
    void widenNames();
    Card* m_card;
    review::ChecksRow* m_checks;
    GridTable* m_grid;
    TallyDelegate* m_delegate;
    Label* m_threshold;
    MessageArea* m_messages;
    TallySheet m_sheet;
    bool m_readOnly = false;
};

}
