// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/open_window.h"

#include "services/core/school_summary.h"

namespace thidua::test {

void foundEmpty(OpenWindow& opened)
{
    services::FoundSchool command;
    command.school.name = "Trường Tiểu học Mới";
    command.school.documentSymbol = "THM";
    command.school.placeName = "Mới";
    command.firstYear = SchoolYear(2023);
    command.headName = "Nguyễn Thị Đầu";
    services::SchoolFile::create(opened.path(), command, opened.clock, {"Lan"}).value().reset();
}

}
