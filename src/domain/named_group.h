// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/codes.h"
#include "domain/ids.h"

#include <string>

namespace thidua::domain {

/// Whom a named group counts: everybody of a kind who serves on its day, or the people picked.
enum class GroupBasis { Teachers, Staff, Picked };
TD_ENUM_CODES(GroupBasis, "group-basis", "teachers", "staff", "picked")

/// Nhóm có tên: “26 giáo viên”, “9 giáo viên dạy bằng máy tính”; what a target's ratio is counted against.
struct NamedGroup {
    SchoolYearId year{0};
    std::string name;
    Date countedOn{2000, 1, 1};
    GroupBasis basis = GroupBasis::Teachers;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("school_year_id", r.year);
        v("name", r.name);
        v("counted_on", r.countedOn);
        v("basis", r.basis);
    }

    friend bool operator==(const NamedGroup&, const NamedGroup&) = default;
};

struct NamedGroupMember {
    NamedGroupId group{0};
    PersonId person{0};

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("group_id", r.group);
        v("person_id", r.person);
    }

    friend bool operator==(const NamedGroupMember&, const NamedGroupMember&) = default;
};

}
