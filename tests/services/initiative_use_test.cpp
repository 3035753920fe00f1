// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of initiatives, and the past that chains look at.
#include "services/sample_school.h"

#include "services/award/decision_service.h"
#include "services/core/internal.h"
#include "services/follow/initiative_use.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/law/fact_builder.h"
#include "services/review/nomination_service.h"

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

const std::string kTitle = "chien-si-thi-dua-co-so";
const std::string kName = "Bùi Quang Huy";

/// 2022–2023 with one teacher nominated for Chiến sĩ thi đua cơ sở and sent above.
class Submitted : public SampleSchool {
public:
    Submitted() : SampleSchool(Date(2023, 5, 25)) {}

    domain::InitiativeId initiative(domain::RecognitionLevel scope, std::vector<domain::SubjectRef> authors)
    {
        domain::Initiative item;
        item.year = year(2022);
        item.title = "Giải pháp " + std::string(domain::toCode(scope));
        std::vector<domain::InitiativeAuthor> rows;
        for (const auto& author : authors)
            rows.push_back({domain::InitiativeId(0), *author.person, 50, {}, {}});
        RegistrationService service(file());
        RecogniseOutside recognition;
        recognition.initiatives = {service.addInitiative(item, rows).value().value};
        recognition.number = "9/QĐ-PGDĐT";
        recognition.issuer = "Phòng GD&ĐT";
        recognition.decidedOn = clock().today();
        recognition.level = domain::RecognitionLevel::School;
        recognition.scope = scope;
        REQUIRE(service.recogniseOutside(recognition));
        return recognition.initiatives.front();
    }

    /// An issued submission of all nominations of a person.
    RecordOutcome sendAbove(const std::string& name)
    {
        REQUIRE(YearRecordService(file()).recordCells(year(2022), {{person(name), YearColumn::Evaluation, "tốt"}}));
        RecordOutcome command;
        command.decisionNumber = "1207/QĐ-UBND";
        command.decidedOn = clock().today();
        command.issuer = "Chủ tịch Ủy ban nhân dân huyện";
        REQUIRE(writeTo<Done>(file(), domain::Op::DraftSubmission, [&](storage::Tx& tx) -> Result<Done> {
            domain::Submission submission;
            submission.year = year(2022);
            submission.title = "Đề nghị công nhận";
            submission.addressees = "Ủy ban nhân dân huyện";
            command.submission = tx.insert(submission);
            for (const auto& row : storage::repo::nominations(tx, year(2022))) {
                if (row.data.name != name || row.data.honour != kTitle)
                    continue;
                domain::SubmissionLine line;
                line.submission = command.submission;
                line.nomination = row.id;
                line.subject = row.data.subject;
                line.name = row.data.name;
                line.honour = row.data.honour;
                command.lines.push_back({tx.insert(line), domain::Outcome::Conferred, {}});
            }
            submission.state = domain::SubmissionState::Issued;
            submission.number = {77, "", "TTr-THMĐ", clock().today()};
            tx.update(command.submission, submission);
            return Done{};
        }));
        REQUIRE(command.lines.size() == 1);
        return command;
    }

    InitiativeUse use(domain::InitiativeId id, const std::string& name)
    {
        const auto lines = InitiativeLedger(file()).lines().value();
        for (const auto& line : lines)
            if (line.initiative == id && line.author == name)
                return line;
        throw std::runtime_error("no such line");
    }
};

}

TEST_CASE_METHOD(Submitted, "the outcome marks the one initiative it rests on, for this author, and undo takes it back")
{
    REQUIRE(NominationService(file()).nominate(year(2022), clock().today()));
    const auto wide = initiative(domain::RecognitionLevel::Province, {person(kName)});
    const auto narrow = initiative(domain::RecognitionLevel::School, {person(kName), person("Y Hiền")});
    const auto command = sendAbove(kName);
    const auto before = dump();
    const auto done = DecisionService(file()).recordOutcome(command);
    if (!done)
        FAIL(done.error().key);
    CHECK(use(wide, kName).usedFor.empty());
    const auto used = use(narrow, kName);
    CHECK(used.usedFor == kTitle);
    CHECK(used.usedForName == "Chiến sĩ thi đua cơ sở");
    CHECK(used.usedIn == SchoolYear(2022));
    CHECK(used.decision == "1207/QĐ-UBND, 25/05/2023");
    // The other author may still use the shared one.
    CHECK(use(narrow, "Y Hiền").usedFor.empty());
    const auto after = dump();
    REQUIRE(file().undo());
    CHECK(dump() == before);
    CHECK(use(narrow, kName).usedFor.empty());
    REQUIRE(file().redo());
    CHECK(dump() == after);
}

TEST_CASE_METHOD(Submitted, "its own award does not turn a nomination's initiative into a used one, another honour's does")
{
    REQUIRE(NominationService(file()).nominate(year(2022), clock().today()));
    const auto id = initiative(domain::RecognitionLevel::School, {person(kName)});
    REQUIRE(DecisionService(file()).recordOutcome(sendAbove(kName)));
    const auto used = [&](const std::string& honour) {
        const auto made = FactBuilder(file().data().reader(), year(2022), file().rules(), FactBuilder::Purpose::AllFacts).makeCase(person(kName), honour, clock().today(), rules::Stage::Nomination);
        for (const auto& item : *made.facts.find("initiatives"))
            if (item.contains("used_for"))
                return true;
        return false;
    };
    CHECK_FALSE(used(kTitle));
    CHECK(used("chien-si-thi-dua-tinh"));
    // Editing the initiative's words keeps what it has served.
    const auto row = RegistrationService(file()).initiative(id).value();
    auto edited = row.initiative;
    edited.field = "Toán";
    REQUIRE(RegistrationService(file()).editInitiative(id, edited, {{id, *person(kName).person, 80, {}, {}}}, row.version));
    CHECK(use(id, kName).usedFor == kTitle);
}

TEST_CASE_METHOD(Submitted, "a use from before the program is entered and taken back by hand")
{
    const auto id = initiative(domain::RecognitionLevel::School, {person(kName)});
    const auto before = dump();
    InitiativeLedger ledger(file());
    REQUIRE(ledger.setUse(id, *person(kName).person, "bang-khen-tinh"));
    CHECK(use(id, kName).usedFor == "bang-khen-tinh");
    const auto after = dump();
    REQUIRE(file().undo());
    CHECK(dump() == before);
    REQUIRE(file().redo());
    CHECK(dump() == after);
    REQUIRE(ledger.setUse(id, *person(kName).person, ""));
    CHECK(use(id, kName).usedFor.empty());
    CHECK(ledger.setUse(id, *person(kName).person, "khong-co").error().key == "honour.missing");
    CHECK(ledger.setUse(id, *person("Y Hiền").person, kTitle).error().key == "row.not-found");
}

TEST_CASE("what the sample's awards rest on is in the ledger, once for each award")
{
    SampleSchool school(Date(2022, 9, 1));
    std::map<domain::NominationId, int> uses;
    const auto lines = InitiativeLedger(school.file()).lines().value();
    for (const auto& line : lines)
        if (line.usedBy)
            ++uses[*line.usedBy];
    int awards = 0;
    for (const auto& row : storage::repo::nominations(school.file().data().reader(), school.year(2021)))
        if (row.data.honour == kTitle && row.data.state == domain::NominationState::Conferred) {
            ++awards;
            CHECK(uses[row.id] == 1);
        }
    CHECK(awards == 3);
    CHECK(uses.size() == 3);
}

TEST_CASE_METHOD(Submitted, "years of service without a grade stand in the chain as unknown, and other years' initiatives are known")
{
    const auto made = FactBuilder(file().data().reader(), year(2022), file().rules(), FactBuilder::Purpose::AllFacts).makeCase(person(kName), kTitle, clock().today(), rules::Stage::Nomination);
    const auto* past = made.facts.find("evaluations");
    REQUIRE(past != nullptr);
    const auto graded = [&](const std::string& schoolYear) {
        for (const auto& item : *past)
            if (item["school_year"] == schoolYear)
                return std::optional(item.contains("grade"));
        return std::optional<bool>();
    };
    CHECK(graded("2021-2022") == true);
    CHECK(graded("2020-2021") == false);
    CHECK_FALSE(graded("2022-2023"));
    const auto again = rules::caseFromJson(rules::toJson(made));
    REQUIRE(again);
    CHECK(*again == made);
}
