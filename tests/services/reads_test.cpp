// SPDX-License-Identifier: GPL-3.0-or-later
// What a read model says that it is made from is held against the tables that it really reads.
#include "services/sample_school.h"
#include "domain/initiative.h"
#include "domain/school_year.h"
#include "domain/school.h"

#include "services/attachments/attachment_service.h"
#include "services/award/decision_service.h"
#include "services/award/letter_service.h"
#include "services/award/submission_service.h"
#include "services/papers/paper_issuer.h"
#include "services/schedule/school_calendar.h"
#include "services/core/reads.h"
#include "services/follow/activity_service.h"
#include "services/follow/contest_service.h"
#include "services/follow/initiative_service.h"
#include "services/law/stated_fact_service.h"
#include "services/law/rule_pack_service.h"
#include "services/follow/initiative_ledger.h"
#include "services/follow/initiative_scores.h"
#include "services/follow/initiative_use.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/law/facts/fact_group.h"
#include "services/law/regulation_service.h"
#include "services/law/rule_book.h"
#include "services/law/verdict_follow.h"
#include "services/people/health.h"
#include "services/people/people_service.h"
#include "services/people/pupil_service.h"
#include "services/prepare/campaign_service.h"
#include "services/prepare/group_service.h"
#include "services/prepare/plan_service.h"
#include "services/prepare/plan_work.h"
#include "services/prepare/text_library.h"
#include "services/review/council_following.h"
#include "services/review/council_service.h"
#include "services/review/posting_service.h"
#include "services/review/dossier_service.h"
#include "services/review/nomination_service.h"
#include "storage/data_file.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <functional>
#include <sqlite3.h>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
namespace reads = thidua::services::reads;

namespace {

/// The kinds of rows that are read while it lives. Statements are prepared anew under an authorizer, so that none is missed.
class Watch {
public:
    explicit Watch(SampleSchool& school) : m_handle(school.file().data().database().getHandle())
    {
        sqlite3_set_authorizer(
            m_handle,
            [](void* self, int action, const char* table, const char*, const char*, const char*) {
                if (action == SQLITE_READ)
                    if (const auto kind = domain::entityKindFromCode(table))
                        static_cast<Watch*>(self)->kinds.set(static_cast<std::size_t>(*kind));
                return SQLITE_OK;
            },
            this);
    }
    ~Watch() { sqlite3_set_authorizer(m_handle, nullptr, nullptr); }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    domain::EntityKinds kinds;

private:
    sqlite3* m_handle;
};

std::string names(const domain::EntityKinds& kinds)
{
    std::string out;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds.test(i))
            out += std::string(domain::toCode(static_cast<domain::EntityKind>(i))) + " ";
    return out;
}

class Watched : public SampleSchool {
public:
    Watched() : SampleSchool(Date(2022, 9, 23)) {}

    /// `read` reads nothing that `declared` does not name; it reads something at all.
    void check(const char* name, const domain::EntityKinds& declared, const std::function<void(domain::SchoolYearId)>& read)
    {
        INFO(name);
        domain::EntityKinds seen;
        for (const int start : {2021, 2022}) {
            const auto y = year(start);
            const Watch watch(*this);
            read(y);
            seen |= watch.kinds;
        }
        CHECK(seen.any());
        CHECK(names(seen & ~declared) == "");
    }
};

}

TEST_CASE_METHOD(Watched, "each read model declares every kind of row that it reads")
{
    auto& f = file();
    const auto y = year(2021);
    check("school", reads::school(), [&](auto) { REQUIRE(SchoolService(f).school()); });
    check("years", reads::years(), [&](auto) { REQUIRE(SchoolService(f).years()); });
    check("staff", reads::staff(), [&](auto id) { REQUIRE(PeopleService(f).staff(id)); });
    check("collectives", reads::collectives(), [&](auto) { REQUIRE(PeopleService(f).collectives()); });
    check("pupils", reads::pupils(), [&](auto id) {
        REQUIRE(PupilService(f).classes(id));
        REQUIRE(PupilService(f).pupils(id));
    });
    check("health", reads::health(), [&](auto id) { REQUIRE(healthOf(f, id)); });
    check("honours", reads::honours(), [&](auto) { REQUIRE(PeopleService(f).honours()); });
    const auto plan = PlanService(f).plans(y).value().front().id;
    check("plans", reads::plans(), [&](auto id) {
        REQUIRE(PlanService(f).plans(id));
        REQUIRE(PlanService(f).plan(plan));
        REQUIRE(PlanService(f).proposedPlan(id));
    });
    check("calendar", reads::calendar(), [&](auto id) { REQUIRE(schoolCalendar(f, id)); });
    check("plan work", reads::planWork(), [&](auto) { REQUIRE(PlanWorkService(f).work(plan)); });
    check("text library", reads::textLibrary(), [&](auto) { REQUIRE(textLibrary(f, Date(2022, 9, 23))); });
    check("targets", reads::targets(), [&](auto id) {
        REQUIRE(PlanService(f).targets(id));
        const auto all = PlanService(f).targets(id).value();
        for (const auto& row : all) {
            REQUIRE(PlanService(f).entriesOf(row.id, id));
            REQUIRE(PlanService(f).acrossYears(row.id));
        }
    });
    check("legal texts", reads::legalTexts(), [&](auto) { REQUIRE(PlanService(f).legalTexts()); });
    check("observances", reads::observances(), [&](auto) { REQUIRE(PlanService(f).observances()); });
    check("campaigns", reads::campaigns(), [&](auto id) { REQUIRE(CampaignService(f).campaigns(id)); });
    const auto campaign = CampaignService(f).campaigns(y).value().front().id;
    check("activities", reads::activities(), [&](auto id) {
        REQUIRE(ActivityService(f).activities(id));
        REQUIRE(ActivityService(f).kinds());
        REQUIRE(ActivityService(f).usualKinds());
        REQUIRE(ActivityService(f).of(person("A Khôi")));
        REQUIRE(ActivityService(f).participation(campaign));
    });
    check("contests", reads::contests(), [&](auto id) {
        REQUIRE(ContestService(f).contests(id));
        REQUIRE(ContestService(f).proposed(id));
    });
    check("groups", reads::groups(), [&](auto id) { REQUIRE(GroupService(f).groups(id)); });
    check("registrations", reads::registrations(), [&](auto id) { REQUIRE(RegistrationService(f).board(id)); });
    check("registration lists", reads::registrationLists(), [&](auto id) { REQUIRE(RegistrationService(f).handedIn(id)); });
    check("initiatives", reads::initiatives(), [&](auto id) {
        REQUIRE(InitiativeService(f).initiatives(id));
        REQUIRE(InitiativeLedger(f).lines());
    });
    check("year records", reads::yearRecords(), [&](auto id) { REQUIRE(YearRecordService(f).rows(id)); });
    const auto who = person("A Khôi");
    REQUIRE(StatedFactService(f).state({who, "sector_years", {}, {}, "8", SchoolYear(2022), Date(2022, 9, 1), "Hồ sơ"}));
    check("stated facts", reads::statedFacts(), [&](auto) {
        REQUIRE(StatedFactService(f).of(who));
        REQUIRE(StatedFactService(f).statable(who));
        REQUIRE(StatedFactService(f).statable(school()));
    });
    check("nominations", reads::nominations(), [&](auto id) { REQUIRE(NominationService(f).board(id)); });
    const auto nominated = NominationService(f).board(y).value().rows.front().id;
    check("dossiers", reads::dossiers(), [&](auto) { REQUIRE(DossierService(f).dossier(nominated)); });
    check("attachments", reads::attachments(), [&](auto) { REQUIRE(AttachmentService(f).of(domain::AttachmentOwner::of(nominated))); });
    check("councils", reads::councils(), [&](auto id) { REQUIRE(CouncilService(f).councils(id)); });
    const auto meeting = CouncilService(f).meetings(y).value().front().id;
    check("meetings", reads::meetings(), [&](auto id) {
        REQUIRE(CouncilService(f).meetings(id));
        REQUIRE(CouncilService(f).meeting(meeting));
    });
    check("postings", reads::postings(), [&](auto) { REQUIRE(PostingService(f).posting(meeting)); });
    check("scores", reads::scores(), [&](auto id) {
        const auto meetings = CouncilService(f).meetings(id).value();
        for (const auto& row : meetings)
            if (const auto board = InitiativeScores(f).board(row.id))
                CHECK_FALSE(board->title.empty());
    });
    check("what councils follow", reads::councilFollowing(), [&](auto id) {
        const auto all = CouncilService(f).councils(id).value();
        for (const auto& row : all) {
            REQUIRE(CouncilFollowingService(f).following(row.id));
            REQUIRE(CouncilFollowingService(f).choices(row.id));
        }
    });
    check("letters", reads::letters(), [&](auto id) {
        REQUIRE(LetterService(f).letters(id));
        REQUIRE(LetterService(f).proposed(id, who));
    });
    check("decisions", reads::decisions(), [&](auto id) {
        REQUIRE(DecisionService(f).decisions(id));
        REQUIRE(DecisionService(f).awards(id));
    });
    check("submissions", reads::submissions(), [&](auto id) { REQUIRE(SubmissionService(f).submissions(id)); });
    check("outgoing", reads::outgoing(), [&](auto) { REQUIRE(PaperIssuer(f).outgoing(2022)); });
    check("regulations", reads::regulations(), [&](auto) {
        REQUIRE(RegulationService(f).list());
        REQUIRE(RulePackService(f).packInUse());
    });
    check("rule book", reads::ruleBook(), [&](auto id) { REQUIRE(RuleBookService(f).uses(id)); });
}

TEST_CASE("verdicts follow every kind of row that a group of facts reads")
{
    CHECK(names(kindsOfFacts() & ~kindsReadByFacts()) == "");
    for (const auto& group : factGroups()) {
        INFO(group.name);
        CHECK(names(group.reads & ~reads::facts()) == "");
    }
}

TEST_CASE("verdicts, quotas and honours are shown by rules, which a regulation or a pack can change")
{
    for (const auto& [name, kinds] : std::map<std::string, domain::EntityKinds>{{"registrations", reads::registrations()},
                                                                                {"nominations", reads::nominations()},
                                                                                {"meetings", reads::meetings()},
                                                                                {"honours", reads::honours()},
                                                                                {"initiatives", reads::initiatives()},
                                                                                {"decisions", reads::decisions()},
                                                                                {"submissions", reads::submissions()},
                                                                                {"rule book", reads::ruleBook()},
                                                                                {"regulations", reads::regulations()}}) {
        INFO(name);
        CHECK(kinds.test(static_cast<std::size_t>(domain::EntityKind::Regulation)));
        CHECK(kinds.test(static_cast<std::size_t>(domain::EntityKind::RulePackUse)));
    }
}
