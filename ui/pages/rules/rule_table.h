// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/rule_book.h"
#include "ui/kit.h"

#include <QFrame>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace thidua::ui::rules_page {

class RuleRow;

/// One entry of the rule book as a page of law: caption, clause and article, on one day or on two side by side. Up/Down move from
/// line to line, Ctrl+C copies the line. The days are chosen in the head.
class RuleTable : public QFrame {
    Q_OBJECT
public:
    explicit RuleTable(QWidget* parent = nullptr);
    /// `uses`: how many nominations of the year shown rest on the entry; null where that is not counted.
    void show(const services::RuleBookView& view, const services::RuleBookUse* uses);
    /// Lines that hold what is looked for get a mark at their left; the first one is scrolled to.
    void mark(const QStringList& lines);
    /// Focus on a line, by the id of the finding that it becomes; false when it is not here.
    bool focusRule(const QString& rule);
    void focusFirst();
    DateField* firstDate() const { return m_heads[0].date; }
    DateField* secondDate() const { return m_heads[1].date; }
    /// A day that has no rules: its field says so, what was shown stays.
    void showDateError(int column, const QString& sentence);
    /// The second column, before anything is shown in it.
    void setTwoDays(bool two);
    int rowCount() const { return static_cast<int>(m_rows.size()); }
signals:
    void dateChanged(int column);
    void usesClicked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Head {
        QWidget* box = nullptr;
        Label* title = nullptr;
        Label* laws = nullptr;
        QPushButton* calendar = nullptr;
        Label* day = nullptr; ///< “ngày” before the date, where there is room for it
        DateField* date = nullptr;
    };
    Head makeHead(int column, QHBoxLayout* row);
    void showHead(Head& head, const services::RuleBookHead& day);
    void fitHeads();
    void clearRows();
    void step(RuleRow* from, int by);
    std::array<Head, 2> m_heads;
    Label* m_error;
    QWidget* m_headRow;
    QScrollArea* m_scroll;
    QVBoxLayout* m_body;
    std::vector<RuleRow*> m_rows;
    bool m_showing = false;
    bool m_two = false;
};

}
