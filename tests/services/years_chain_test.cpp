// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/honour.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "services/core/file_check.h"
#include "services/core/sample_service.h"
#include "services/core/school_file.h"
#include "services/review/nomination_service.h"
#include "storage/data_file.h"
#include "storage/repo/school_repo.h"
#include "support/scratch.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace thidua;
using namespace thidua::services;

namespace {

/// What `person` was given of `honour`, by the years' first days.
std::vector<int> yearsOf(const std::vector<domain::Stored<domain::HonourRecord>>& records, const domain::SubjectRef& who, const std::string& honour)
{
    std::vector<int> years;
    for (const auto& record : records)
        if (record.data.subject == who && record.data.honour == honour && !record.data.decisionNumber.empty())
            years.push_back(record.data.year.startYear());
    std::ranges::sort(years);
    return years;
}

}

TEST_CASE("two more years of Măng Đen: three consecutive years at the base lead to the province's title, under the decree of 2017 and under the law of 2022")
{
    const test::Scratch scratch;
    const FixedClock clock(Date(2024, 9, 2));
    const auto made = createSample(scratch / "ba-nam.thidua", "mang-den-2024", clock);
    if (!made)
        FAIL(made.error().key << " " << made.error().detail);
    auto& file = **made;
    CHECK(file.check().value().empty());

    const std::string kBase = "chien-si-thi-dua-co-so", kProvince = "chien-si-thi-dua-tinh";
    auto& reader = file.data().reader();
    const auto records = storage::repo::honours(reader);
    int through = 0;
    for (const auto& year : storage::repo::years(reader)) {
        const auto board = NominationService(file).board(year.id).value();
        for (const auto& row : board.rows) {
            if (row.nomination.honour != kProvince)
                continue;
            ++through;
            const int start = year.data.year.startYear();
            CHECK(row.nomination.state == domain::NominationState::Conferred);
            CHECK(row.verdict.verdict == rules::VerdictKind::Eligible);
            CHECK(row.verdict.ruleSet.id == (start == 2022 ? "vn-2017-10" : "vn-2024-01"));
            const auto base = yearsOf(records, row.nomination.subject, kBase);
            for (const int before : {start - 2, start - 1, start})
                CHECK(std::ranges::find(base, before) != base.end());
            CHECK(yearsOf(records, row.nomination.subject, kProvince) == std::vector{start});
        }
        CHECK(year.data.state == domain::YearState::Closed);
    }
    CHECK(through == 2);
}
