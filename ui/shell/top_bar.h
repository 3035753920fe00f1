// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"

#include <QFrame>

#include <vector>

class QAction;
class QLineEdit;
class QMenu;
class QPushButton;

namespace thidua::ui {

class Chip;
class Label;

/// The top of the window, 48 px: program, school year, school, search, user.
class TopBar : public QFrame {
    Q_OBJECT
public:
    struct Year {
        SchoolYear year;
        bool closed = false;
    };
    explicit TopBar(QWidget* parent = nullptr);
    void setYears(const std::vector<Year>& years, SchoolYear current);
    void setSchool(const QString& name);
    void setUser(const QString& name, const QString& role);
    /// Entries under the user's name.
    QMenu* userMenu() const { return m_userMenu; }
    /// Further entries under the school year's button, after the years (“Mở năm học mới…”).
    void setYearActions(const QList<QAction*>& actions);
    QLineEdit* search() const { return m_search; }
    void setNarrow(bool narrow);
signals:
    void yearChosen(thidua::SchoolYear year);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuildYearMenu();
    QWidget* makeBrand();
    QWidget* makeSearch();
    QWidget* m_brand;
    Label* m_program;
    QPushButton* m_yearButton;
    QMenu* m_yearMenu;
    Chip* m_closed;
    Label* m_school;
    QLineEdit* m_search;
    QPushButton* m_user;
    QMenu* m_userMenu;
    std::vector<Year> m_years;
    QList<QAction*> m_yearActions;
    SchoolYear m_current{2021};
};

}
