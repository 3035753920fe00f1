// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/follow_bench.h"

#include "support/sample_file.h"

namespace thidua::ui::follow {

Bench::Bench(int year, Date today, bool closed) : WindowBench(today)
{
    openFile(test::sampleFile(Date(2022, 9, 26)));
    openWindow(addFollowPages, year, closed);
}

services::RegistrationRow Bench::registration(std::int64_t rowId)
{
    for (const auto& row : board().rows)
        if (rowIdOf(row.subject) == rowId)
            return row;
    FAIL("no such row");
    return {};
}

std::int64_t Bench::firstWith(services::RegistrationStatus status)
{
    for (const auto& row : board().rows)
        if (row.subject.person && row.status == status)
            return rowIdOf(row.subject);
    FAIL("nobody has this status");
    return 0;
}

}
