// SPDX-License-Identifier: GPL-3.0-or-later
// A closed year is guarded by the transaction: every operation is tried against one, and every undo across one.
#include "domain/school.h"
#include "domain/school_year.h"
#include "services/walks.h"

#include "services/core/internal.h"
#include "services/people/people_service.h"
#include "services/prepare/campaign_service.h"
#include "text/messages.h"

#include <map>
#include <set>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using domain::Op;

namespace {

/// Closes all years behind the program's back, and opens again those that were open.
class AllClosed {
public:
    explicit AllClosed(SampleSchool& school) : m_reader(school.file().data().reader())
    {
        m_reader.each("SELECT id FROM school_year WHERE state = 'open'", {},
                      [this](const storage::Values& row) { m_open.push_back(std::get<std::int64_t>(row[0])); });
        m_reader.execute("UPDATE school_year SET state = 'closed'");
    }
    ~AllClosed()
    {
        for (const auto id : m_open)
            m_reader.execute("UPDATE school_year SET state = 'open' WHERE id = ?", {id});
    }
    AllClosed(const AllClosed&) = delete;
    AllClosed& operator=(const AllClosed&) = delete;

private:
    Reader& m_reader;
    std::vector<std::int64_t> m_open;
};

/// How many rows of the newest operation's record belong to a school year, by the kind alone.
std::map<std::string, int> recordedKinds(SampleSchool& school)
{
    std::map<std::string, int> kinds;
    school.file().data().reader().each("SELECT entity FROM change_row WHERE op_id = (SELECT max(id) FROM change_op)", {},
                                       [&kinds](const storage::Values& row) { ++kinds[std::get<std::string>(row[0])]; });
    return kinds;
}

struct Trying {
    WalkedSchool& school;
    std::set<Op>& allowed;
    std::set<Op>& refused;

    void operator()(const WalkedSchool::Attempt& attempt) const
    {
        tryClosed(attempt);
        const auto changes = attempt();
        if (!changes)
            FAIL(changes.error().key << " " << changes.error().detail);
        INFO(domain::toCode(changes->op));
        if (domain::isUndoable(changes->op))
            undoAcross(changes->op);
    }

    void tryClosed(const WalkedSchool::Attempt& attempt) const
    {
        const auto open = school.dump();
        {
            const AllClosed closed(school);
            const auto before = school.dump();
            const auto entries = school.file().data().reader().number("SELECT count(*) FROM change_op");
            const auto tried = attempt();
            if (tried) {
                allowed.insert(tried->op);
                INFO(domain::toCode(tried->op));
                for (const auto& [kind, rows] : recordedKinds(school))
                    if (storage::belongsToYear(*domain::entityKindFromCode(kind)) && tried->op != Op::OpenSchoolYear) // the new year is open
                        CHECK(domain::allowedInClosedYear(tried->op).test(static_cast<std::size_t>(*domain::entityKindFromCode(kind))));
                REQUIRE(school.file().undo());
            } else {
                INFO(tried.error().key << " " << text::sentence(tried.error()));
                const bool said = tried.error().key == "year.closed" || tried.error().key == "person.in-use";
                CHECK(said);
                CHECK(tried.error().code == ErrorCode::WrongState);
                CHECK(school.file().data().reader().number("SELECT count(*) FROM change_op") == entries);
            }
            CHECK(school.dump() == before);
        }
        REQUIRE(school.dump() == open);
    }

    void undoAcross(Op op) const
    {
        if (op == Op::EditSchoolYear || op == Op::ReopenSchoolYear)
            return; // the row that they changed is the one that AllClosed bends
        const AllClosed closed(school);
        const auto before = school.dump();
        const auto undone = school.file().undo();
        if (undone) {
            REQUIRE(school.file().redo());
        } else {
            CHECK(undone.error().key == "year.closed");
            CHECK(text::sentence(undone.error()).find("đã khóa") != std::string::npos);
            refused.insert(op);
        }
        CHECK(school.dump() == before);
    }
};

}

TEST_CASE("no operation changes a closed year but those that may, and no undo reaches into one")
{
    std::set<Op> allowed, refusedUndo;
    for (const auto& walk : walks()) {
        INFO(walk.name);
        WalkedSchool school;
        school.setStep(Trying{school, allowed, refusedUndo});
        walk.go(school);
    }
    // What belongs to no year, and what may come when the year is over.
    const std::set<Op> free{Op::EditSchool, Op::OpenSchoolYear, Op::ReopenSchoolYear, Op::AddCollective, Op::EditCollective,
                            Op::RemoveCollective, Op::AddHonourRecord, Op::EditHonourRecord, Op::RemoveHonourRecord, Op::ImportHonours, Op::AddLegalText, Op::EditLegalText,
                            Op::RemoveLegalText, Op::AddObservance, Op::EditObservance, Op::RemoveObservance, Op::RecordOutcome, Op::AddRegulation,
                            Op::EditRegulation, Op::RemoveRegulation, Op::TakeRulePack, Op::DropRulePack,
                            Op::AddActivityKind, Op::EditActivityKind, Op::RemoveActivityKind, Op::TakeActivityKinds,
                            // Of two records of a person what is closed stays as it is.
                            Op::MergePeople,
                            // A fault may be found in a paper of a year that is over.
                            Op::CorrectPaper, Op::RevokePaper,
                            Op::PostResults, Op::EditPosting, Op::RemovePosting, Op::RecordObjection, Op::EditObjection, Op::RemoveObjection,
                            Op::AnswerObjection, Op::ConcludePosting, Op::AnswerReferral};
    for (int i = 0; i < static_cast<int>(Op::Count); ++i) {
        const auto op = static_cast<Op>(i);
        INFO(domain::toCode(op));
        if (op != Op::Undo && op != Op::Redo && op != Op::FoundSchool && op != Op::ErasePupils) // nothing brings back what is erased: pupil_erasure_test
            CHECK(allowed.contains(op) == free.contains(op));
    }
    for (const auto op : {Op::AddStaff, Op::EditPlan, Op::EditCampaign, Op::Register, Op::RejectInitiative, Op::UseInitiative, Op::RecordYears, Op::Nominate,
                          Op::DraftCouncil, Op::RecordTallies, Op::DraftSubmission, Op::DraftDecision})
        CHECK(refusedUndo.contains(op));
    CHECK_FALSE(refusedUndo.contains(Op::RecordOutcome));
    CHECK_FALSE(refusedUndo.contains(Op::AddHonourRecord));
}

TEST_CASE("removing a person does not take posts of closed years along")
{
    SampleSchool school(Date(2022, 9, 23));
    const auto before = [&] {
        // Somebody who was there once and has nothing but a post.
        StaffDraft draft;
        draft.person.fullName = "Người Đã Chuyển Đi";
        REQUIRE(SchoolService(school.file()).reopenYear(school.year(2021), "ghi thiếu một người", SchoolService(school.file()).headName().value()));
        REQUIRE(PeopleService(school.file()).addStaff(school.year(2021), draft));
        REQUIRE(SchoolService(school.file()).closeYear(school.year(2021)));
        return school.dump();
    }();
    const auto removed = PeopleService(school.file()).removePerson(*school.person("Người Đã Chuyển Đi", 2021).person);
    REQUIRE_FALSE(removed);
    CHECK(removed.error().key == "person.in-use");
    CHECK(school.dump() == before);
}

TEST_CASE("a campaign is moved neither out of a closed year nor into one")
{
    SampleSchool school(Date(2022, 9, 23));
    CampaignService service(school.file());
    CampaignDraft draft;
    draft.campaign.name = "Thử";
    draft.campaign.year = school.year(2022);
    draft.campaign.from = Date(2022, 9, 5);
    draft.campaign.to = Date(2022, 12, 31);
    const auto id = service.createCampaign(draft).value().value;
    const auto before = school.dump();
    draft.campaign.year = school.year(2021);
    CHECK(service.editCampaign(id, draft, 1).error().key == "year.closed");
    CHECK(school.dump() == before);
    bool tried = false;
    const auto old = service.campaigns(school.year(2021)).value();
    for (const auto& row : old) {
        if (row.campaign.state == domain::CampaignState::Closed || row.campaign.year != school.year(2021))
            continue;
        draft.campaign = row.campaign;
        draft.campaign.year = school.year(2022);
        CHECK(service.editCampaign(row.id, draft, row.version).error().key == "year.closed");
        tried = true;
    }
    if (!tried) {
        // All of the sample's are closed themselves: one of the open year, whose year is then closed.
        REQUIRE(SchoolService(school.file()).closeYear(school.year(2022)));
        draft.campaign.year.reset();
        CHECK(service.editCampaign(id, draft, 1).error().key == "year.closed");
    }
}

TEST_CASE("every kind of row says to which year it belongs, and the tables agree")
{
    SampleSchool school(Date(2022, 9, 23));
    auto& reader = school.file().data().reader();
    std::size_t asked = 0;
    for (int i = 0; i < static_cast<int>(domain::EntityKind::Count); ++i) {
        const auto kind = static_cast<domain::EntityKind>(i);
        const std::string table(domain::toCode(kind));
        INFO(table);
        const bool column = reader.number("SELECT count(*) FROM pragma_table_info(?) WHERE name = 'school_year_id'", {table}) > 0;
        if (column)
            CHECK(storage::belongsToYear(kind));
        std::vector<std::int64_t> ids;
        reader.each("SELECT id FROM " + table + " ORDER BY id LIMIT 3", {}, [&ids](const storage::Values& row) { ids.push_back(std::get<std::int64_t>(row[0])); });
        for (const auto id : ids) {
            const auto places = storage::placesOf(reader, kind, id);
            asked += places.size();
            if (storage::belongsToYear(kind))
                CHECK_FALSE(places.empty());
            if (column && reader.number("SELECT school_year_id FROM " + table + " WHERE id = ?", {id}, -1) != -1) {
                REQUIRE(places.front().year);
                CHECK(places.front().year->value() == reader.number("SELECT school_year_id FROM " + table + " WHERE id = ?", {id}));
            }
        }
    }
    CHECK(asked > 40);
}
