// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of initiatives, and the past that chains look at.
#include "services/sample_school.h"

#include "services/award/submission_service.h"
#include "services/core/internal.h"
#include "services/follow/initiative_service.h"
#include "services/follow/initiative_ledger.h"
#include "services/follow/initiative_use.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/law/fact_builder.h"
#include "services/review/nomination_service.h"
#include "storage/change_log.h"
#include "text/messages.h"

#include <algorithm>
#include <functional>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

const std::string kTitle = "chien-si-thi-dua-co-so";
const std::string kInitiativeName = "Bùi Quang Huy";

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
            rows.push_back({domain::InitiativeId(0), *author.person, static_cast<int>(100 / authors.size()), {}, {}});
        InitiativeService service(file());
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
                auto sent = row.data; // as the submission's issue does: only from there may a nomination be conferred and brought back
                sent.state = domain::NominationState::Submitted;
                tx.update(row.id, sent);
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
    const auto wide = initiative(domain::RecognitionLevel::Province, {person(kInitiativeName)});
    const auto narrow = initiative(domain::RecognitionLevel::School, {person(kInitiativeName), person("Y Hiền")});
    const auto command = sendAbove(kInitiativeName);
    const auto before = dump();
    const auto done = SubmissionService(file()).recordOutcome(command);
    if (!done)
        FAIL(done.error().key);
    CHECK(use(wide, kInitiativeName).usedFor.empty());
    const auto used = use(narrow, kInitiativeName);
    CHECK(used.usedFor == kTitle);
    CHECK(used.usedForName == "Chiến sĩ thi đua cơ sở");
    CHECK(used.usedIn == SchoolYear(2022));
    CHECK(used.decision == "1207/QĐ-UBND, 25/05/2023");
    // The other author may still use the shared one.
    CHECK(use(narrow, "Y Hiền").usedFor.empty());
    const auto after = dump();
    REQUIRE(file().undo());
    CHECK(dump() == before);
    CHECK(use(narrow, kInitiativeName).usedFor.empty());
    REQUIRE(file().redo());
    CHECK(dump() == after);
}

TEST_CASE_METHOD(Submitted, "its own award does not turn a nomination's initiative into a used one, another honour's does")
{
    REQUIRE(NominationService(file()).nominate(year(2022), clock().today()));
    const auto id = initiative(domain::RecognitionLevel::School, {person(kInitiativeName)});
    REQUIRE(SubmissionService(file()).recordOutcome(sendAbove(kInitiativeName)));
    const auto used = [&](const std::string& honour) {
        const auto made = FactBuilder(file().data().reader(), year(2022), file().rules(), FactBuilder::Purpose::AllFacts).makeCase(person(kInitiativeName), honour, clock().today(), rules::Stage::Nomination);
        const auto* all = made.facts.find("initiatives");
        REQUIRE(all != nullptr);
        for (const auto& item : *all)
            if (item.contains("used_for"))
                return true;
        return false;
    };
    CHECK_FALSE(used(kTitle));
    CHECK(used("chien-si-thi-dua-tinh"));
    // Editing the initiative's words keeps what it has served.
    const auto row = InitiativeService(file()).initiative(id).value();
    auto edited = row.initiative;
    edited.field = "Toán";
    REQUIRE(InitiativeService(file()).editInitiative(id, edited, {{id, *person(kInitiativeName).person, 80, {}, {}}, {id, *person("Y Hiền").person, 20, {}, {}}}, row.version));
    CHECK(use(id, kInitiativeName).usedFor == kTitle);
}

TEST_CASE_METHOD(Submitted, "a use from before the program is entered and taken back by hand")
{
    const auto id = initiative(domain::RecognitionLevel::School, {person(kInitiativeName)});
    const auto before = dump();
    InitiativeLedger ledger(file());
    REQUIRE(ledger.setUse(id, *person(kInitiativeName).person, "bang-khen-tinh"));
    CHECK(use(id, kInitiativeName).usedFor == "bang-khen-tinh");
    const auto after = dump();
    REQUIRE(file().undo());
    CHECK(dump() == before);
    REQUIRE(file().redo());
    CHECK(dump() == after);
    REQUIRE(ledger.setUse(id, *person(kInitiativeName).person, ""));
    CHECK(use(id, kInitiativeName).usedFor.empty());
    CHECK(ledger.setUse(id, *person(kInitiativeName).person, "khong-co").error().key == "honour.missing");
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
    const auto made = FactBuilder(file().data().reader(), year(2022), file().rules(), FactBuilder::Purpose::AllFacts).makeCase(person(kInitiativeName), kTitle, clock().today(), rules::Stage::Nomination);
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

// ---- each verb on an initiative is an operation of its own ----

namespace {

class Verbs : public SampleSchool {
public:
    Verbs() : SampleSchool(Date(2022, 9, 23)) {}

    domain::InitiativeId added(const std::string& title = "Vườn rau")
    {
        domain::Initiative item;
        item.year = year(2022);
        item.title = title;
        return service.addInitiative(item, authors()).value().value;
    }
    std::vector<domain::InitiativeAuthor> authors() { return {{domain::InitiativeId(0), *person("A Khôi").person, 100, {}, {}}}; }
    domain::Op newest() { return *storage::recentChanges(file().data().reader(), 1).front().op; }

    InitiativeService service{file()};
};

}

TEST_CASE_METHOD(Verbs, "adding, changing, rejecting, taking up again, recognising and using an initiative are operations of their own")
{
    const auto id = added();
    CHECK(newest() == domain::Op::AddInitiative);
    auto row = service.initiative(id).value();
    row.initiative.field = "Toán";
    REQUIRE(service.editInitiative(id, row.initiative, row.authors, row.version));
    CHECK(newest() == domain::Op::EditInitiative);
    CHECK(service.reconsiderInitiative(id).error().key == "initiative.wrong-step");
    REQUIRE(service.rejectInitiative(id));
    CHECK(newest() == domain::Op::RejectInitiative);
    CHECK(service.rejectInitiative(id).error().key == "initiative.wrong-step");
    REQUIRE(service.reconsiderInitiative(id));
    CHECK(newest() == domain::Op::ReconsiderInitiative);
    CHECK(file().undoNames().undo == "xét lại sáng kiến “Vườn rau”");
}

TEST_CASE_METHOD(Verbs, "adding or editing an initiative neither recognises, rejects nor uses it")
{
    const auto id = added();
    const auto row = service.initiative(id).value();
    const auto before = dump();
    const auto refused = [&](const std::function<void(domain::Initiative&)>& change) {
        auto item = row.initiative;
        change(item);
        CHECK(service.editInitiative(id, item, row.authors, row.version).error().key == "initiative.own-verb");
        item.title = "Khác";
        const auto made = service.addInitiative(item, authors());
        REQUIRE_FALSE(made);
        CHECK(made.error().code == ErrorCode::WrongState);
        CHECK(text::sentence(made.error()).find("Khác") != std::string::npos);
        CHECK(dump() == before);
    };
    refused([](auto& item) { item.state = domain::InitiativeState::Rejected; });
    refused([](auto& item) {
        item.state = domain::InitiativeState::Recognised;
        item.recognisedAt = domain::RecognitionLevel::School;
    });
    refused([](auto& item) { item.scope = domain::RecognitionLevel::Province; });
    refused([](auto& item) { item.decisionNumber = "9/QĐ"; });
    refused([](auto& item) { item.usedFor = "bang-khen-tinh"; });
}

TEST_CASE_METHOD(Verbs, "a withdrawn registration is not edited back")
{
    const auto board = RegistrationService(file()).board(year(2022)).value();
    const auto row = std::ranges::find_if(board.rows, [](const auto& r) { return r.id.has_value(); });
    REQUIRE(row != board.rows.end());
    REQUIRE(RegistrationService(file()).withdraw(*row->id, "đổi ý"));
    CHECK(RegistrationService(file()).editRegistration(*row->id, {row->subject, {"lao-dong-tien-tien"}, {}, {}, {}}, row->version + 1).error().key == "registration.withdrawn");
}
