// SPDX-License-Identifier: GPL-3.0-or-later
// Letters of commendation: drafted, numbered and issued like every paper, in the way of whom they praise, taken back by a paper of their own.
#include "documents/document.h"
#include "domain/collective.h"
#include "domain/pupil.h"
#include "domain/school_year.h"
#include "services/award/correction_service.h"
#include "services/award/letter_service.h"
#include "services/core/internal.h"
#include "services/papers/document_service.h"
#include "services/papers/paper_issuer.h"
#include "services/people/pupil_service.h"
#include "services/people/subject_way.h"
#include "services/sample_school.h"
#include "storage/data_file.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;

namespace {

struct Letters : SampleSchool {
    Letters() : SampleSchool(Date(2022, 9, 23)) {}

    Letter letterTo(const SubjectRef& subject)
    {
        auto letter = service.proposed(year(2022), subject).value();
        letter.title = "Nhặt được của rơi, trả lại người mất";
        letter.body = "Việc làm của em là tấm gương cho các bạn.";
        return letter;
    }
    std::string way(const SubjectRef& subject)
    {
        std::string all;
        const auto years = wayOf(file(), subject).value();
        for (const auto& one : years)
            all += join(one.activities, "\n") + "\n";
        return all;
    }
    std::string paper(LetterId id)
    {
        return join(documents::textLines(DocumentService(file()).build(PaperKind::Letter, id.value(), year(2022)).value()), "\n");
    }

    LetterService service{file()};
};

bool letterSays(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}

TEST_CASE_METHOD(Letters, "a letter is issued with a number of its own, stands in the register and in the way of a pupil")
{
    PupilService pupils(file());
    SchoolClass one;
    one.year = year(2022);
    one.name = "4A";
    PupilDraft draft;
    draft.person.fullName = "Lê Bé Ngoan";
    draft.schoolClass = pupils.addClass(one).value().value;
    const auto pupil = SubjectRef::of(file().data().reader().find<Enrolment>(pupils.addPupil(year(2022), draft).value().value)->data.person);
    auto letter = letterTo(pupil);
    CHECK(letter.name == "Em Lê Bé Ngoan");
    CHECK(letter.post == "lớp 4A");
    const auto id = service.draft(letter).value().value;
    CHECK_FALSE(letterSays(way(pupil), "Thư khen"));
    REQUIRE(service.issue(id, {7, "", Date(2022, 9, 22)}));
    CHECK(letterSays(way(pupil), "Thư khen số 07/TK-THMĐ ngày 22/09/2022: Nhặt được của rơi"));
    CHECK(letterSays(paper(id), "Gửi em Lê Bé Ngoan, lớp 4A"));
    const auto book = PaperIssuer(file()).outgoing(2022).value();
    CHECK(std::ranges::any_of(book.rows, [](const auto& row) { return row.number == "07/TK-THMĐ" && row.kind == "Thư khen"; }));
    // Issued it is neither changed nor removed nor numbered again.
    CHECK(service.edit(id, letter, 2).error().key == "letter.issued");
    CHECK(service.remove(id).error().key == "letter.issued");
    CHECK(service.issue(id, {8, "", Date(2022, 9, 22)}).error().key == "letter.issued");
    CHECK_THROWS(file().data().reader().execute("UPDATE letter SET title = 'x' WHERE number = 7", {}));
    const auto again = service.draft(letterTo(person("A Khôi"))).value().value;
    CHECK(service.issue(again, {7, "", Date(2022, 9, 23)}).error().issues.front().key == "paper.number-used");
}

TEST_CASE_METHOD(Letters, "a collective and somebody from outside get letters too; what is missing is said")
{
    const auto before = dump();
    CHECK(service.draft({}).error().issues.size() == 2);
    CHECK(dump() == before);
    auto letter = letterTo(SubjectRef{});
    letter.name = "Bà Y Hoa";
    letter.post = "Phụ huynh lớp 2A";
    letter.body.clear();
    const auto id = service.draft(letter).value().value;
    CHECK(service.issue(id, {7, "", Date(2022, 9, 22)}).error().issues.front().key == "letter.body-missing");
    letter.body = "Cảm ơn bà.";
    REQUIRE(service.edit(id, letter, 1));
    REQUIRE(service.issue(id, {7, "", Date(2022, 9, 22)}));
    CHECK(letterSays(paper(id), "khen ngợi bà Y Hoa về việc nhặt được của rơi, trả lại người mất."));
    const auto team = service.draft(letterTo(school())).value().value;
    REQUIRE(service.issue(team, {8, "", Date(2022, 9, 22)}));
    CHECK(letterSays(way(school()), "Thư khen số 08/TK-THMĐ"));
    REQUIRE(service.draft(letter));
    REQUIRE(file().undo());
}

TEST_CASE_METHOD(Letters, "a letter is taken back by a decision, never replaced, and its way says so")
{
    const auto who = person("A Khôi");
    const auto id = service.draft(letterTo(who)).value().value;
    REQUIRE(service.issue(id, {7, "", Date(2022, 9, 22)}));
    CorrectionService corrections(file());
    const auto choices = corrections.choices(PaperKind::Letter, id.value()).value();
    CHECK(choices.correct);
    CHECK(choices.revoke);
    CHECK_FALSE(choices.replace);
    CHECK(letterSays(choices.whyNotReplace, "thu hồi rồi soạn thư mới"));
    auto draft = corrections.proposed(CorrectionKind::Revoke, PaperKind::Letter, id.value()).value();
    draft.content = "ghi nhầm người";
    REQUIRE(corrections.issue(draft, {95, "", Date(2022, 9, 23)}));
    CHECK(letterSays(way(who), "(đã thu hồi)"));
    CHECK_FALSE(corrections.choices(PaperKind::Letter, id.value()).value().revoke);
    REQUIRE(file().undo());
    CHECK_FALSE(letterSays(way(who), "(đã thu hồi)"));
}
