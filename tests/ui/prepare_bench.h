// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_service.h"
#include "support/catch.h"
#include "support/sample_file.h"
#include "ui/pages/prepare/prepare_pages.h"
#include "ui/window_bench.h"

namespace thidua::ui::prepare {

struct PreparePagesBench : test::WindowBench {
    explicit PreparePagesBench(int year = 2022, bool closed = false) : WindowBench(Date(2022, 9, 20))
    {
        openFile(test::sampleFile(Date(2022, 9, 20)));
        openWindow(addPreparePages, year, closed);
    }
    services::PlanService plans() { return services::PlanService(*file); }
    services::Stored<domain::Plan> planOf(int start)
    {
        const auto list = plans().plans(yearId(start));
        REQUIRE(list);
        REQUIRE(!list->empty());
        return list->front();
    }
    services::TargetRow target(int start, const char* words)
    {
        const auto rows = plans().targets(yearId(start));
        REQUIRE(rows);
        for (const auto& row : *rows)
            if (row.target.text.find(words) != std::string::npos)
                return row;
        FAIL("no target " << words);
        return rows->front();
    }
};

}
