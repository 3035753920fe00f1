// SPDX-License-Identifier: GPL-3.0-or-later
// Who of a council follows what, dated notes, its working regulation, and opinions in writing of the absent.
#include "documents/document.h"
#include "services/core/internal.h"
#include "services/papers/document_service.h"
#include "services/review/council_following.h"
#include "services/review/council_service.h"
#include "services/sample_school.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;

namespace {

struct Following : SampleSchool {
    Following() : SampleSchool(Date(2022, 9, 23))
    {
        draft.council.year = year(2022);
        draft.council.name = "Hội đồng Thi đua - Khen thưởng";
        draft.council.workingRules = "1. Hội đồng làm việc theo chế độ tập thể.\n2. Thư ký ghi biên bản.";
        const auto add = [&](const char* name, CouncilRole role) { draft.members.push_back({CouncilId(0), 0, *person(name).person, role, {}, {}}); };
        add("Trần Thị Minh Nguyệt", CouncilRole::Chair);
        add("Lê Thị Thùy Dung", CouncilRole::Secretary);
        add("Phan Văn Bình", CouncilRole::Member);
        council = councils.draftCouncil(draft).value().value;
        team = service.choices(council).value().back().charge; // the last team or a campaign
    }
    std::string paper(PaperKind kind, std::int64_t id)
    {
        const auto document = DocumentService(file()).build(kind, id, year(2022));
        REQUIRE(document);
        return join(documents::textLines(*document), "\n");
    }

    CouncilService councils{file()};
    CouncilFollowingService service{file()};
    CouncilDraft draft;
    CouncilId council{0};
    CouncilCharge team;
};

bool followingSays(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}

TEST_CASE_METHOD(Following, "a member follows teams and campaigns, and the decision prints assignment and regulation")
{
    const auto who = *person("Phan Văn Bình").person;
    const auto choices = service.choices(council).value();
    REQUIRE(choices.size() > 2);
    REQUIRE(service.setCharges(council, who, {choices[1].charge, choices[2].charge}));
    CHECK(service.setCharges(council, *person("A Khôi").person, {choices[1].charge}).error().issues.front().key == "meeting.not-a-member");
    CHECK(service.setCharges(council, who, {CouncilCharge{}}).error().issues.front().key == "charge.one");
    REQUIRE(service.setCharges(council, who, {choices[2].charge}));
    REQUIRE(service.following(council).value().charges.size() == 1);
    CHECK(service.following(council).value().charges.front().what == choices[2].what);
    const auto decision = councils.establish(council, {90, "", Date(2022, 9, 23)}, {{std::nullopt, "Căn cứ Điều lệ trường tiểu học"}});
    REQUIRE(decision);
    const auto printed = paper(PaperKind::Decision, decision->value.value());
    CHECK(followingSays(printed, "BẢNG PHÂN CÔNG"));
    CHECK(followingSays(printed, choices[2].what));
    CHECK(followingSays(printed, "QUY CHẾ HOẠT ĐỘNG"));
    CHECK(followingSays(printed, "Quy chế ban hành kèm theo Quyết định này"));
    CHECK(followingSays(printed, "2. Thư ký ghi biên bản."));
    // It goes on; the decision stays as it was issued.
    REQUIRE(service.setCharges(council, who, {choices[1].charge}));
    CHECK(paper(PaperKind::Decision, decision->value.value()) == printed);
    CHECK(followingSays(paper(PaperKind::CouncilWork, council.value()), choices[1].what));
}

TEST_CASE_METHOD(Following, "notes have their day and their member, and go with a draft that is removed")
{
    CouncilNote note{council, *person("Phan Văn Bình").person, team.collective, team.campaign, Date(2022, 9, 24), " "};
    const auto issues = service.addNote(note).error().issues;
    REQUIRE(issues.size() == 2);
    CHECK(issues[0].key == "council-note.missing");
    CHECK(issues[1].key == "objection.future");
    note.on = Date(2022, 9, 20);
    note.note = "Tổ nộp đủ hồ sơ";
    auto other = note;
    other.person = *person("A Khôi").person;
    CHECK(service.addNote(other).error().issues.front().key == "meeting.not-a-member");
    const auto id = service.addNote(note).value().value;
    note.note = "Tổ nộp đủ hồ sơ, đúng hạn";
    REQUIRE(service.editNote(id, note, 1));
    REQUIRE(service.following(council).value().notes.size() == 1);
    CHECK(service.following(council).value().notes.front().note.note == "Tổ nộp đủ hồ sơ, đúng hạn");
    REQUIRE(service.removeNote(id));
    REQUIRE(file().undo());
    REQUIRE(councils.removeCouncil(council));
    REQUIRE(file().undo());
    CHECK(service.following(council).value().notes.size() == 1);
}

TEST_CASE_METHOD(Following, "what an absent member wrote stands in the minutes")
{
    REQUIRE(councils.establish(council, {90, "", Date(2022, 9, 23)}, {{std::nullopt, "Căn cứ Điều lệ trường tiểu học"}}));
    Meeting meeting;
    meeting.council = council;
    meeting.title = "Họp đầu năm";
    meeting.heldOn = Date(2022, 9, 23);
    meeting.starts = "08:00";
    meeting.place = "Phòng họp";
    const auto id = councils.createMeeting(meeting).value().value;
    const auto member = councils.meeting(id).value().attendance.back().member.id;
    REQUIRE(councils.recordAttendance(id, {{id, member, false, "ốm", false, "Nhất trí với danh sách,\nđề nghị công khai sớm"}}));
    CHECK(followingSays(paper(PaperKind::Minutes, id.value()), "vắng mặt, gửi ý kiến bằng văn bản: Nhất trí với danh sách, đề nghị công khai sớm."));
    REQUIRE(councils.recordAttendance(id, {{id, member, true, "", false, "Nhất trí"}}));
    CHECK(councils.meeting(id).value().attendance.back().opinion.empty());
}
