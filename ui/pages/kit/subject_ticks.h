// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/subject_list.h"
#include "ui/widgets/field.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QCheckBox;
class QVBoxLayout;

namespace thidua::ui {

class LineField;

/// People and collectives to tick, by team; the box of a team ticks all of it. What is typed above narrows the list.
class SubjectTicks : public QWidget, public Field {
    Q_OBJECT
public:
    struct Choice {
        domain::SubjectRef subject;
        QString text;
        QString unit;
    };
    explicit SubjectTicks(QWidget* parent = nullptr);
    void setChoices(std::vector<Choice> choices);
    std::vector<domain::SubjectRef> value() const;
    void setValue(const std::vector<domain::SubjectRef>& subjects);
    QWidget* widget() override { return this; }
    void setReadOnly(bool readOnly) override { setEnabled(!readOnly); }
    bool isBlank() const override { return value().empty(); }
    void clear() override { setValue({}); }

private:
    struct Team {
        QString name;
        QCheckBox* all;
        std::vector<std::size_t> members;
    };
    void addTeam(const QString& name);
    void tickTeam(const Team& team, bool on);
    void showTeams();
    void narrow();
    std::vector<Choice> m_choices;
    std::vector<std::pair<std::size_t, QCheckBox*>> m_boxes; ///< by place among the choices
    std::vector<Team> m_teams;
    LineField* m_search;
    QVBoxLayout* m_column;
    bool m_filling = false;
};

}
