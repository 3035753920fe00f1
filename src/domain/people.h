// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/codes.h"
#include "domain/ids.h"

#include <string>

namespace thidua::domain {

enum class Gender { Female, Male };
TD_ENUM_CODES(Gender, "gender", "female", "male")

enum class Contract { Permanent, FixedTerm, Labour };
TD_ENUM_CODES(Contract, "contract", "permanent", "fixed_term", "labour")

/// Codes of the command line's `subject.position`.
enum class Position { Principal, DeputyPrincipal, TeamLeader, Teacher, Employee };
TD_ENUM_CODES(Position, "position", "principal", "deputy_principal", "team_leader", "teacher", "employee")

inline bool isManager(Position position)
{
    return position == Position::Principal || position == Position::DeputyPrincipal;
}

/// One record for life; posts change by school year (StaffAssignment). Homonyms are normal.
struct Person {
    std::string uid;
    std::string fullName;                    ///< NFC, single spaces
    std::optional<Gender> gender;
    std::optional<PartialDate> birth;
    std::optional<Date> employedFrom;        ///< first day of employment, for "tuyển dụng từ 10 tháng"
    std::optional<Date> leftOn;
    std::optional<Contract> contract;
    std::string note;
    friend bool operator==(const Person&, const Person&) = default;
};

/// A person's post and team in one school year.
struct StaffAssignment {
    PersonId person{0};
    SchoolYearId year{0};
    Position position = Position::Teacher;
    std::string title;                       ///< as printed: Giáo viên chủ nhiệm lớp 2C
    std::optional<CollectiveId> team;
    friend bool operator==(const StaffAssignment&, const StaffAssignment&) = default;
};

}
