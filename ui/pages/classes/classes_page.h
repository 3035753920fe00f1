// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/people_service.h"
#include "services/people/pupil_service.h"
#include "ui/pages/kit/list_page_of.h"

namespace thidua::ui {

/// A class and who leads it.
struct ClassLine {
    services::ClassRow stored;
    QString teacher;           ///< as lists name them; empty while there is none
    bool teacherLeft = false;
};

/// Lớp: the classes of a school year, their homeroom teachers and pupils.
class ClassesPage final : public ListPageOf<ClassLine> {
    Q_OBJECT
public:
    ClassesPage(PageInfo info, Shell& shell, SchoolContext& context);

protected:
    std::vector<ClassLine> readRows() override;
    QString summary() const override;
    void show(const ClassLine& row) override;

private:
    void declareColumns();
    void declareVerbs();
    /// Of one class, in the order of lists.
    std::vector<services::PupilRow> pupilsOf(domain::SchoolClassId id);
    void openForm(const ClassLine* row);
    void remove(const ClassLine& row);
    void printPupils(const ClassLine& row);
};

}
