// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <optional>
#include <string>

namespace thidua::domain {

/// A class is new each school year.
struct SchoolClass {
    SchoolYearId year{0};
    std::string name;                  ///< 2C
    std::optional<int> grade;          ///< khối
    std::optional<PersonId> teacher;   ///< giáo viên chủ nhiệm

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("school_year_id", r.year);
        v("name", r.name);
        v("grade", r.grade);
        v("teacher_id", r.teacher);
    }

    friend bool operator==(const SchoolClass&, const SchoolClass&) = default;
};

/// A person is a pupil of the school in one year; in which class, where that is known.
struct Enrolment {
    PersonId person{0};
    SchoolYearId year{0};
    std::optional<SchoolClassId> schoolClass;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("person_id", r.person);
        v("school_year_id", r.year);
        v("class_id", r.schoolClass);
    }

    friend bool operator==(const Enrolment&, const Enrolment&) = default;
};

}
