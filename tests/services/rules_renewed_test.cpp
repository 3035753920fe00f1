// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that came with another program are told, with whose verdict they change, before anything is judged by them.
#include "services/sample_school.h"
#include "support/earlier_rules.h"

#include "services/follow/year_record_service.h"
#include "services/law/rules_renewed.h"
#include "services/review/nomination_service.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

class Renewed : public SampleSchool {
public:
    Renewed() : SampleSchool(Date(2023, 5, 25)), service(file())
    {
        REQUIRE(NominationService(file()).nominate(year(2022), clock().today()));
        const auto board = NominationService(file()).board(year(2022)).value();
        const auto one = std::ranges::find_if(board.rows, [](const auto& row) { return row.nomination.subject.person.has_value(); });
        name = one->nomination.name;
        YearRecordService records(file());
        auto row = records.row(year(2022), one->nomination.subject).value();
        row.facts.record.evaluation = domain::Evaluation::Good;
        REQUIRE(records.record(year(2022), one->nomination.subject, row.facts));
    }
    int open() { return static_cast<int>(NominationService(file()).board(year(2022)).value().rows.size()); }

    std::string name; ///< of one who is graded “good”
    RulesRenewedService service;
};

}

TEST_CASE_METHOD(Renewed, "what was judged by the rules in force is not told of")
{
    CHECK(service.judgedByOthers().value() == 0);
    const auto preview = service.preview().value();
    CHECK(preview.nominations == 0);
    CHECK(preview.what.empty());
    CHECK(preview.verdicts.empty());
}

TEST_CASE_METHOD(Renewed, "a preview says where the rules differ and whose verdict changes, and writes nothing")
{
    judgedByEarlierRules(file());
    CHECK(service.judgedByOthers().value() == open());
    const auto before = dump();
    const auto preview = service.preview().value();
    CHECK(dump() == before);
    CHECK(preview.nominations == open());
    CHECK_FALSE(preview.what.empty());
    REQUIRE_FALSE(preview.verdicts.empty());
    const auto& change = preview.verdicts.front();
    CHECK(change.name == name);
    CHECK(change.before == rules::VerdictKind::Ineligible);
    CHECK(change.after != rules::VerdictKind::Ineligible);
    CHECK_FALSE(change.why.empty());
}

TEST_CASE_METHOD(Renewed, "judging again is one step that can be undone, and what is decided keeps its verdict")
{
    const auto decided = [&] {
        std::vector<std::optional<domain::JudgementId>> ids;
        const auto board = NominationService(file()).board(year(2021)).value();
        for (const auto& row : board.rows)
            ids.push_back(row.nomination.judgement);
        return ids;
    };
    const auto kept = decided();
    judgedByEarlierRules(file());
    const auto before = dump();
    REQUIRE(service.judgeAgain());
    CHECK(service.judgedByOthers().value() == 0);
    CHECK(decided() == kept);
    REQUIRE(file().undo());
    CHECK(dump() == before);
    CHECK(service.judgedByOthers().value() == open());
}
