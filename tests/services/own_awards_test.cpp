// SPDX-License-Identifier: GPL-3.0-or-later
// What the head of the school gives by the office's own right: to staff, teams and classes; and what later papers do to it.
#include "documents/document.h"
#include "domain/collective.h"
#include "domain/school_year.h"
#include "services/award/correction_service.h"
#include "services/award/decision_service.h"
#include "services/core/internal.h"
#include "services/papers/document_service.h"
#include "services/people/people_service.h"
#include "services/review/council_service.h"
#include "services/review/nomination_service.h"
#include "services/sample_school.h"
#include "storage/data_file.h"
#include "text/messages.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;

namespace {

constexpr const char* kCertificate = "giay-khen-hieu-truong";

/// One of the staff, a team and a class nominated for the head's certificate and passed by the council.
struct OwnAwards : SampleSchool {
    OwnAwards() : SampleSchool(Date(2022, 10, 3))
    {
        Collective row;
        row.name = "Lớp 4A";
        row.type = CollectiveType::Class;
        schoolClass = SubjectRef::of(PeopleService(file()).addCollective(row).value().value);
        row.name = "Tổ Thí nghiệm";
        row.type = CollectiveType::Team;
        team = SubjectRef::of(PeopleService(file()).addCollective(row).value().value);
        for (const auto& subject : {person("A Khôi"), schoolClass, team})
            REQUIRE(NominationService(file()).add(year(2022), subject, kCertificate, clock().today()));
        meet();
    }
    void meet()
    {
        CouncilService councils(file());
        CouncilDraft draft;
        draft.council.year = year(2022);
        draft.council.name = "Hội đồng Thi đua - Khen thưởng";
        for (const auto& [name, role] : std::vector<std::pair<const char*, CouncilRole>>{{"Trần Thị Minh Nguyệt", CouncilRole::Chair}, {"Lê Thị Thùy Dung", CouncilRole::Secretary}, {"Phan Văn Bình", CouncilRole::Member}})
            draft.members.push_back({CouncilId(0), 0, *person(name).person, role, {}, {}});
        const auto council = councils.draftCouncil(draft).value().value;
        REQUIRE(councils.establish(council, {90, "", clock().today()}, {{std::nullopt, "Căn cứ Điều lệ trường tiểu học"}}));
        Meeting row;
        row.council = council;
        row.title = "Họp xét giấy khen";
        row.heldOn = clock().today();
        row.starts = "08:00";
        row.place = "Phòng họp";
        meeting = councils.createMeeting(row).value().value;
        REQUIRE(councils.nameTellers(meeting, {*person("Phan Văn Bình").person, *person("Lê Thị Thùy Dung").person}));
        std::vector<Tally> tallies;
        const auto detail = councils.meeting(meeting).value();
        for (const auto& line : detail.tallies) {
            Tally tally;
            tally.line = line.line;
            tally.issued = tally.collected = tally.valid = tally.inFavour = line.voters.most();
            tallies.push_back(tally);
            if (line.verdict != "eligible")
                REQUIRE(NominationService(file()).overrideVerdict(*line.line.nomination, "Thành tích nổi bật"));
        }
        REQUIRE(councils.recordTallies(meeting, tallies));
        const auto closed = councils.closeMeeting(meeting, {"Thống nhất", "Thành tích nổi bật", "10:00"});
        INFO((closed ? std::string() : text::sentence(closed.error())));
        REQUIRE(closed);
    }
    std::string paper(PaperKind kind, std::optional<std::int64_t> id)
    {
        return join(documents::textLines(DocumentService(file()).build(kind, id, year(2022)).value()), "\n");
    }

    SubjectRef schoolClass, team;
    MeetingId meeting{0};
};

}

TEST_CASE_METHOD(OwnAwards, "the head's certificate goes to one of the staff, a team and a class in one decision, and enters the history of each")
{
    DecisionService service(file());
    const auto decision = service.draftConferral(meeting).value().value;
    CHECK(service.issueDecision(decision, {91, "", clock().today().plusDays(-1)}).error().issues.front().key == "decision.before-meeting");
    REQUIRE(service.issueDecision(decision, {91, "", clock().today()}));
    const auto printed = paper(PaperKind::Decision, decision.value());
    for (const char* name : {"A Khôi", "Lớp 4A", "Tổ Thí nghiệm"})
        CHECK(printed.find(name) != std::string::npos);
    const auto honours = PeopleService(file()).honours().value();
    for (const auto& subject : {person("A Khôi"), schoolClass, team})
        CHECK(std::ranges::any_of(honours, [&](const auto& row) { return row.record.subject == subject && row.record.honour == kCertificate && row.record.decision == decision; }));
    CHECK(service.awards(year(2022)).value().size() == 3);
}

TEST_CASE_METHOD(OwnAwards, "what later papers did to a decision stands at its awards, and an award that was taken back counts no more")
{
    DecisionService service(file());
    const auto decision = service.draftConferral(meeting).value().value;
    REQUIRE(service.issueDecision(decision, {91, "", clock().today()}));
    CorrectionService corrections(file());
    auto letter = corrections.proposed(CorrectionKind::Correct, PaperKind::Decision, decision.value()).value();
    letter.content = "“A Khôi” sửa lại là “A Khôi (1990)”";
    REQUIRE(corrections.issue(letter, {7, "", clock().today()}));
    CHECK(service.awards(year(2022)).value().front().note == "đính chính: 07/THMĐ");
    auto back = corrections.proposed(CorrectionKind::Revoke, PaperKind::Decision, decision.value()).value();
    back.content = "ghi nhầm";
    REQUIRE(corrections.issue(back, {92, "", clock().today()}));
    CHECK(service.awards(year(2022)).value().empty());
    const auto all = service.awards(year(2022), Awards::WithRevoked).value();
    REQUIRE(all.size() == 3);
    CHECK(all.front().revoked);
    CHECK(all.front().note.find("thu hồi: 92/QĐ-THMĐ") != std::string::npos);
}
