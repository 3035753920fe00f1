// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/vietnamese.h"
#include "domain/gender.h"
#include "domain/ids.h"
#include "domain/position.h"

#include <algorithm>
#include <string>

namespace thidua::domain {

enum class Contract { Permanent, FixedTerm, Labour };
TD_ENUM_CODES(Contract, "contract", "permanent", "fixed_term", "labour")

/// A name's place in lists as the file keeps it: PersonName::sortKey with bars between the names, as the first files had it.
inline std::string storedSortKey(const PersonName& name)
{
    auto key = name.sortKey();
    std::ranges::replace(key, '\x01', '|');
    return key;
}

/// One record for life; posts change by school year (StaffAssignment). Homonyms are normal.
struct Person {
    std::string uid;
    std::string fullName;                    ///< NFC, single spaces
    std::optional<Gender> gender;
    std::optional<PartialDate> birth;
    std::optional<PartialDate> employedFrom; ///< first day of employment, or its year where only that is known
    std::optional<Date> leftOn;              ///< from this day on no more at the school
    std::optional<Contract> contract;
    std::string note;
    std::string code;                        ///< as another system knows them: mã cán bộ, mã học sinh
    std::optional<PersonId> mergedInto{};    ///< the record that this one was found to be the same person as; it is no more in any list

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("uid", r.uid);
        v("full_name", r.fullName);
        v.derived("name_sort", [&r] {
            const auto name = PersonName::parse(r.fullName);
            return name ? storedSortKey(*name) : std::string();
        });
        v.derived("name_fold", [&r] { return fold(r.fullName); });
        v("gender", r.gender);
        v("birth", r.birth);
        v.dayOrYear("employed_from", r.employedFrom);
        v("left_on", r.leftOn);
        v("contract", r.contract);
        v.lines("note", r.note);
        v("code", r.code);
        v("merged_into", r.mergedInto);
    }

    friend bool operator==(const Person&, const Person&) = default;
};

/// A person's post and team in one school year.
struct StaffAssignment {
    PersonId person{0};
    SchoolYearId year{0};
    Position position = Position::Teacher;
    std::string title;                       ///< as printed: Giáo viên chủ nhiệm lớp 2C
    std::optional<CollectiveId> team;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("person_id", r.person);
        v("school_year_id", r.year);
        v("position", r.position);
        v("title", r.title);
        v("team_id", r.team);
    }

    friend bool operator==(const StaffAssignment&, const StaffAssignment&) = default;
};

}
