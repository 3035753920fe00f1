// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts follow facts by themselves: after every operation no open verdict is of yesterday, and what touches no fact judges nothing.
#include "domain/school.h"
#include "domain/school_year.h"
#include "services/walks.h"

#include "services/law/verdict_follow.h"
#include "services/people/people_service.h"
#include "services/prepare/plan_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "storage/data_file.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <sqlite3.h>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

/// Judging all again would change nothing.
bool upToDate(SampleSchool& school)
{
    bool fresh = true;
    const auto years = SchoolService(school.file()).years().value();
    for (const auto& year : years)
        if (year.data.state == domain::YearState::Open)
            fresh = NominationService(school.file()).refresh(year.id).value().changes.kinds.none() && fresh;
    return fresh;
}

class Nominated : public SampleSchool {
public:
    Nominated() : SampleSchool(Date(2022, 9, 23))
    {
        NominationService service(file());
        REQUIRE(service.nominate(year(2022), clock().today()));
        if (const auto board = service.board(year(2022)).value(); std::ranges::none_of(board.rows, [&](const auto& row) { return row.nomination.subject == school(); }))
            REQUIRE(service.add(year(2022), school(), "tap-the-lao-dong-tien-tien", clock().today()));
    }

    StaffDraft somebody()
    {
        StaffDraft draft;
        draft.person.fullName = "Trần Văn Mới";
        return draft;
    }
};

/// Counts how often nominations are read while it lives.
class NominationReads {
public:
    explicit NominationReads(SampleSchool& school) : m_handle(school.file().data().database().getHandle())
    {
        sqlite3_trace_v2(
            m_handle, SQLITE_TRACE_STMT,
            [](unsigned, void* self, void*, void* text) {
                const std::string sql = static_cast<const char*>(text);
                static_cast<NominationReads*>(self)->m_count += sql.find("FROM nomination ") != std::string::npos ? 1 : 0;
                return 0;
            },
            this);
    }
    ~NominationReads() { sqlite3_trace_v2(m_handle, 0, nullptr, nullptr); }
    NominationReads(const NominationReads&) = delete;
    NominationReads& operator=(const NominationReads&) = delete;
    int count() const { return m_count; }

private:
    sqlite3* m_handle;
    int m_count = 0;
};

}

TEST_CASE("after every operation, its undo and its redo, no open verdict is of yesterday")
{
    for (const auto& walk : walks()) {
        INFO(walk.name);
        WalkedSchool school;
        if (!walk.nominates) {
            NominationService service(school.file());
            REQUIRE(service.nominate(school.year(2022), school.clock().today()));
        }
        school.setStep([&school](const WalkedSchool::Attempt& attempt) {
            const auto changes = attempt();
            if (!changes)
                FAIL(changes.error().key << " " << changes.error().detail);
            INFO(domain::toCode(changes->op));
            CHECK(upToDate(school));
            if (!domain::isUndoable(changes->op) || changes->op == domain::Op::RefreshVerdicts)
                return;
            REQUIRE(school.file().undo());
            CHECK(upToDate(school));
            REQUIRE(school.file().redo());
            CHECK(upToDate(school));
        });
        walk.go(school);
    }
}

TEST_CASE_METHOD(Nominated, "a new member of the staff counts among the members of the collectives")
{
    const auto members = [&] {
        const auto evaluated = NominationService(file()).evaluateAll(year(2022), std::nullopt).value();
        for (const auto& row : evaluated)
            if (row.nomination.subject == school())
                return true;
        return false;
    };
    REQUIRE(members());
    const auto added = PeopleService(file()).addStaff(year(2022), somebody());
    REQUIRE(added);
    CHECK(added->changes.touches(domain::EntityKind::Nomination));
    CHECK(upToDate(*this));
    const auto pasted = PeopleService(file()).pasteStaff(year(2022), "Lê A\tNam\t1/2/1990\tGiáo viên\tTổ Mới\n");
    REQUIRE(pasted);
    CHECK(pasted->changes.touches(domain::EntityKind::Nomination));
    CHECK(upToDate(*this));
}

TEST_CASE_METHOD(Nominated, "whether the school lies in a difficult area bears on everybody's verdict")
{
    auto row = SchoolService(file()).school().value();
    row.data.difficultArea = !row.data.difficultArea;
    const auto edited = SchoolService(file()).editSchool(row.data, row.version);
    REQUIRE(edited);
    CHECK(edited->changes.touches(domain::EntityKind::Nomination));
    CHECK(upToDate(*this));
}

TEST_CASE_METHOD(Nominated, "what touches no fact judges nothing, and an update of other columns neither")
{
    domain::LegalText text;
    text.kind = "Công văn";
    text.number = "1/SGDĐT";
    PeopleService people(file());
    const auto staff = people.staff(year(2022)).value();
    const auto found = std::ranges::find_if(staff, [](const auto& row) { return row.person.fullName == "A Khôi"; });
    StaffDraft draft{found->person, found->position, found->title, found->team};
    draft.person.note = "ghi chú";
    auto row = SchoolService(file()).school().value();
    row.data.placeName = "Kon Plông";
    {
        const NominationReads reads(*this);
        REQUIRE(PlanService(file()).addLegalText(text));
        REQUIRE(people.editStaff(year(2022), found->id, draft, found->version));
        REQUIRE(SchoolService(file()).editSchool(row.data, row.version));
        CHECK(reads.count() == 0);
    }
    {
        const NominationReads reads(*this);
        REQUIRE(people.addStaff(year(2022), somebody()));
        CHECK(reads.count() > 0);
    }
    CHECK(upToDate(*this));
}

TEST_CASE_METHOD(Nominated, "a year taken up again is judged by what is known now")
{
    REQUIRE(SchoolService(file()).closeYear(year(2022)));
    domain::HonourRecord honour;
    const auto board = NominationService(file()).board(year(2022)).value();
    honour.subject = board.rows.back().nomination.subject;
    honour.honour = "lao-dong-tien-tien";
    honour.year = SchoolYear(2018);
    const auto closed = dump();
    REQUIRE(PeopleService(file()).addHonour(honour));
    REQUIRE(SchoolService(file()).reopenYear(year(2022), "xét lại", SchoolService(file()).headName().value()));
    CHECK(upToDate(*this));
    REQUIRE(file().undo());
    REQUIRE(file().undo());
    CHECK(dump() == closed);
}
