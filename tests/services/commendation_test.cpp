// SPDX-License-Identifier: GPL-3.0-or-later
// Pupils whom the head of the school commends by a decision of the office's own right, without a meeting.
#include "documents/document.h"
#include "domain/honour.h"
#include "domain/pupil.h"
#include "services/award/commendation_service.h"
#include "services/award/correction_service.h"
#include "services/award/decision_service.h"
#include "services/core/internal.h"
#include "services/papers/document_service.h"
#include "services/people/pupil_service.h"
#include "services/people/subject_way.h"
#include "services/sample_school.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;

namespace {

constexpr const char* kHeadsCertificate = "giay-khen-hieu-truong";

struct Commended : SampleSchool {
    Commended() : SampleSchool(Date(2022, 9, 23))
    {
        SchoolClass one;
        one.year = year(2022);
        one.name = "4A";
        const auto in = PupilService(file()).addClass(one).value().value;
        for (const auto* name : {"Lê Bé Ngoan", "Y Hoa", "A Lực"}) {
            PupilDraft draft;
            draft.person.fullName = name;
            draft.schoolClass = in;
            const auto added = PupilService(file()).addPupil(year(2022), draft).value().value;
            pupils.push_back(file().data().reader().find<Enrolment>(added)->data.person);
        }
    }
    CommendationDraft given(std::vector<PersonId> whom, Ground ground = Ground::Exceptional)
    {
        return {year(2022), kHeadsCertificate, ground, service.usualTitle(year(2022), kHeadsCertificate).value(), std::move(whom), "Đạt giải Nhất hội thi kể chuyện"};
    }
    std::vector<Stored<HonourRecord>> awardsOf(PersonId pupil) { return repo::honoursOf(file().data().reader(), SubjectRef::of(pupil)); }
    std::string paper(DecisionId id) { return join(documents::textLines(DocumentService(file()).build(PaperKind::Decision, id.value(), year(2022)).value()), "\n"); }

    std::vector<PersonId> pupils;
    CommendationService service{file()};
    DecisionService decisions{file()};
};

bool holds(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

}

TEST_CASE_METHOD(Commended, "pupils are commended by the head's decision: on paper, in their history, taken back with it")
{
    const auto choices = service.choices().value();
    REQUIRE(choices.size() == 1);
    CHECK(choices.front().honour == kHeadsCertificate);
    CHECK(choices.front().grounds == std::vector{Ground::AnnualMerit, Ground::Exceptional, Ground::Movement});

    const auto id = service.draft(given({pupils[0], pupils[1]})).value().value;
    CHECK(service.drafts(year(2022)).value().size() == 1);
    auto more = given({pupils[2]});
    more.into = id;
    more.achievement = "Cứu bạn đuối nước";
    REQUIRE(service.draft(more));
    const auto lines = decisions.decision(id).value();
    REQUIRE(lines.lines.size() == 3);
    CHECK(lines.lines[0].post == "Lớp 4A");
    REQUIRE(decisions.setAchievement(id, lines.lineIds[1], "Vẽ tranh giải Nhì"));
    CHECK(decisions.setAchievement(id, lines.lineIds[1], "  ").error().issues.front().key == "commendation.achievement-missing");
    REQUIRE(decisions.dropLine(id, lines.lineIds[0]));
    CHECK(awardsOf(pupils[1]).empty());

    const auto text = paper(id);
    CHECK(holds(text, "Tặng Giấy khen của Hiệu trưởng cho 02 học sinh"));
    CHECK(holds(text, "Thông tư số 27/2020/TT-BGDĐT"));
    CHECK(holds(text, "giáo viên chủ nhiệm các lớp"));
    CHECK(holds(text, "Vẽ tranh giải Nhì"));
    CHECK_FALSE(holds(text, "Hội đồng Thi đua"));

    REQUIRE(decisions.issueDecision(id, {60, "", Date(2022, 9, 22)}));
    REQUIRE(awardsOf(pupils[1]).size() == 1);
    CHECK(awardsOf(pupils[1]).front().data.ground == Ground::Exceptional);
    CHECK(awardsOf(pupils[1]).front().data.decision == id);
    CHECK(awardsOf(pupils[0]).empty());
    CHECK(decisions.awards(year(2022)).value().size() >= 2);
    CHECK(service.drafts(year(2022)).value().empty());
    CHECK(decisions.setAchievement(id, lines.lineIds[1], "Khác").error().key == "decision.issued");

    CorrectionService corrections(file());
    auto back = corrections.proposed(CorrectionKind::Revoke, PaperKind::Decision, id.value()).value();
    back.content = "ghi nhầm người";
    REQUIRE(corrections.issue(back, {95, "", Date(2022, 9, 23)}));
    CHECK(awardsOf(pupils[1]).front().data.revokedOn == Date(2022, 9, 23));
    REQUIRE(file().undo());
    CHECK_FALSE(awardsOf(pupils[1]).front().data.revokedOn);
}

TEST_CASE_METHOD(Commended, "nobody is commended twice on a list, twice for a year's merit, or without a class; nothing is half-written")
{
    const auto before = dump();
    auto draft = given({});
    draft.achievement.clear();
    draft.title.clear();
    CHECK(service.draft(draft).error().issues.size() == 3);
    CHECK(service.draft(given({pupils[0], pupils[0]})).error().issues.front().key == "commendation.twice");
    CHECK(service.draft(given({*person("A Khôi").person})).error().issues.front().key == "commendation.no-class");
    draft = given({pupils[0]}, Ground::LongService);
    CHECK(service.draft(draft).error().issues.front().key == "commendation.not-alone");
    draft = given({pupils[0]});
    draft.honour = "bang-khen-tinh";
    CHECK(service.draft(draft).error().issues.front().key == "commendation.not-alone");
    CHECK(dump() == before);

    const auto id = service.draft(given({pupils[0]}, Ground::AnnualMerit)).value().value;
    REQUIRE(decisions.issueDecision(id, {60, "", Date(2022, 9, 22)}));
    CHECK(service.draft(given({pupils[0]}, Ground::AnnualMerit)).error().issues.front().key == "commendation.there");
    CHECK(service.draft(given({pupils[0]}, Ground::Exceptional)));
    REQUIRE(file().undo());
    // Another kind of draft takes no pupils in.
    Decision other;
    other.year = year(2022);
    other.title = "Về việc phân công";
    other.articles = "Phân công.";
    auto into = given({pupils[1]});
    into.into = decisions.draftDecision(other).value().value;
    CHECK(service.draft(into).error().key == "commendation.not-one");
}
