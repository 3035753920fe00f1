// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/found_school.h"

namespace thidua::test {

/// The sample's school on the day it is founded.
inline services::FoundSchool foundedMangDen()
{
    services::FoundSchool command;
    command.school.name = "Trường Tiểu học Măng Đen";
    command.school.superiorAgency = "Phòng GD&ĐT huyện Kon Plông";
    command.school.conferringAgency = "Ủy ban nhân dân huyện Kon Plông";
    command.school.documentSymbol = "THMĐ";
    command.school.placeName = "Măng Đen";
    command.firstYear = SchoolYear(2021);
    command.headName = "Trần Thị Minh Nguyệt";
    return command;
}

/// A new school of 2026, which has everything to enter.
inline services::FoundSchool foundedHoaBinh()
{
    services::FoundSchool command;
    command.school.name = "Trường Tiểu học Hòa Bình";
    command.school.documentSymbol = "THHB";
    command.school.placeName = "Hòa Bình";
    command.firstYear = SchoolYear(2026);
    command.headName = "Trịnh Văn An";
    return command;
}

}
