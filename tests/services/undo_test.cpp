// SPDX-License-Identifier: GPL-3.0-or-later
// Every undoable operation of every service is run and undone: the data must be as before, and as after when redone.
#include "domain/school.h"
#include "domain/school_year.h"
#include "services/sample_school.h"
#include "services/walks.h"

#include <set>

using namespace thidua;
using namespace thidua::test;

namespace {

struct Undoing {
    WalkedSchool& school;
    std::set<domain::Op>& seen;

    void operator()(const WalkedSchool::Attempt& attempt) const
    {
        const auto before = school.dump();
        const auto changes = attempt();
        if (!changes)
            FAIL(changes.error().key << " " << changes.error().detail);
        INFO(domain::toCode(changes->op));
        seen.insert(changes->op);
        const auto after = school.dump();
        CHECK(after != before);
        if (!domain::isUndoable(changes->op)) {
            CHECK_FALSE(school.file().undoNames().undo);
            return;
        }
        REQUIRE(school.file().undo());
        CHECK(school.dump() == before);
        REQUIRE(school.file().redo());
        CHECK(school.dump() == after);
    }
};

}

TEST_CASE("every undoable operation is undone and redone, and every barrier ends undo")
{
    std::set<domain::Op> seen{domain::Op::Undo, domain::Op::Redo, domain::Op::FoundSchool, domain::Op::ErasePupils}; // the last one: pupil_erasure_test
    for (const auto& walk : walks()) {
        INFO(walk.name);
        WalkedSchool school;
        school.setStep(Undoing{school, seen});
        walk.go(school);
        CHECK(school.file().check().value() == std::vector<std::string>());
    }
    for (int op = 0; op < static_cast<int>(domain::Op::Count); ++op) {
        INFO(domain::toCode(static_cast<domain::Op>(op)));
        CHECK(seen.contains(static_cast<domain::Op>(op)));
    }
}

TEST_CASE("the outcome from above can be undone whole: awards, history and states")
{
    SampleSchool school(Date(2022, 9, 23));
    const auto before = school.dump();
    // The newest undoable steps of the sample are registrations of 2022; behind them closing and opening the years.
    int steps = 0;
    while (school.file().undoNames().undo && steps < 60) {
        REQUIRE(school.file().undo());
        ++steps;
    }
    CHECK(steps >= 18);
    CHECK(school.file().check().value().empty());
    for (; steps > 0; --steps)
        REQUIRE(school.file().redo());
    CHECK(school.dump() == before);
}
