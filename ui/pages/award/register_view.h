// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/papers/paper_issuer.h"
#include "ui/kit.h"

class QPushButton;

namespace thidua::ui {

/// Sổ văn bản đi of one calendar year: the school's papers by number, with the numbers that are missing or stand on two papers.
class RegisterView : public QWidget {
    Q_OBJECT
public:
    explicit RegisterView(QWidget* parent = nullptr);
    /// The calendar years of a school year; keeps the chosen one where it is still there, else shows `likely`.
    void setYears(const std::vector<int>& years, int likely);
    int year() const;
    void show(const services::PaperIssuer::Register& content);
    RecordTable* table() const { return m_table; }
    ChoiceField* yearField() const { return m_year; }
signals:
    void yearChosen(int year);
    void printWanted();

private:
    struct Line {
        std::int64_t id;
        services::RegisterRow row;
    };
    void setColumns();
    RecordModel<Line> m_model;
    RecordTable* m_table;
    ChoiceField* m_year;
    QWidget* m_gapsRow;
    Label* m_gaps;
    Label* m_doubles;
    QPushButton* m_print;
};

}
