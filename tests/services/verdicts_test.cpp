// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sample_school.h"

#include "services/core/school_summary.h"
#include "services/follow/initiative_service.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "services/core/internal.h"
#include "services/law/verdict_text.h"
#include "services/review/nomination_service.h"
#include "support/sample_until.h"
#include "support/scratch.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

/// 2022–2023 nominated on 25/05/2023, nothing of the year recorded yet.
class NominatedForVerdict : public SampleSchool {
public:
    NominatedForVerdict() : SampleSchool(Date(2023, 5, 25))
    {
        REQUIRE(NominationService(file()).nominate(year(2022), clock().today()));
    }

    NominationRow row(const std::string& name, const std::string& honour)
    {
        const auto board = NominationService(file()).board(year(2022)).value();
        for (const auto& found : board.rows)
            if (found.nomination.name == name && found.nomination.honour == honour)
                return found;
        throw std::runtime_error("no such nomination: " + name);
    }

    const rules::Finding& finding(const NominationRow& of, const std::string& id)
    {
        return *std::find_if(of.verdict.findings.begin(), of.verdict.findings.end(), [&](const auto& f) { return f.id == id; });
    }

    void cells(const std::string& name, std::vector<std::pair<YearColumn, std::string>> values)
    {
        std::vector<YearCell> cells;
        for (const auto& [column, text] : values)
            cells.push_back({person(name), column, text});
        REQUIRE(YearRecordService(file()).recordCells(year(2022), cells));
    }
};

}

TEST_CASE_METHOD(NominatedForVerdict, "one action makes nominations from registrations, each honestly undetermined while facts are missing")
{
    const auto board = NominationService(file()).board(year(2022)).value();
    CHECK(board.rows.size() >= 14);
    CHECK(board.eligible == 0);
    CHECK(board.registeredWithoutNomination == 0);
    CHECK(NominationService(file()).nominate(year(2022), clock().today()).error().key == "nomination.all-made");
}

TEST_CASE_METHOD(NominatedForVerdict, "a verdict follows each fact, and undo takes it back")
{
    const std::string name = "Bùi Quang Huy";
    CHECK(row(name, "lao-dong-tien-tien").verdict.verdict == rules::VerdictKind::Undetermined);
    cells(name, {{YearColumn::Evaluation, "tốt"}, {YearColumn::Discipline, "không"}, {YearColumn::Investigation, "không"}});
    CHECK(row(name, "lao-dong-tien-tien").verdict.verdict == rules::VerdictKind::Eligible);
    cells(name, {{YearColumn::Discipline, "khiển trách"}});
    const auto failed = row(name, "lao-dong-tien-tien");
    CHECK(failed.verdict.verdict == rules::VerdictKind::Ineligible);
    CHECK(finding(failed, "no-discipline").outcome == rules::Outcome::Fail);
    CHECK(finding(failed, "no-discipline").citation.full.find("Điều 10") != std::string::npos);
    REQUIRE(file().undo());
    CHECK(row(name, "lao-dong-tien-tien").verdict.verdict == rules::VerdictKind::Eligible);
}

TEST_CASE_METHOD(NominatedForVerdict, "Chiến sĩ thi đua cơ sở waits for the initiative's recognition")
{
    const std::string name = "Bùi Quang Huy";
    cells(name, {{YearColumn::Evaluation, "xuất sắc"}, {YearColumn::Discipline, "không"}, {YearColumn::Investigation, "không"}});
    const auto waiting = row(name, "chien-si-thi-dua-co-so");
    CHECK(waiting.verdict.verdict == rules::VerdictKind::Undetermined);
    CHECK(finding(waiting, "initiative").outcome == rules::Outcome::Unknown);
    InitiativeService service(file());
    domain::Initiative initiative;
    initiative.year = year(2022);
    initiative.title = "Giải pháp";
    RecogniseOutside recognition;
    recognition.initiatives = {service.addInitiative(initiative, {{domain::InitiativeId(0), *person(name).person, 100}}).value().value};
    recognition.number = "9/QĐ-THMĐ";
    recognition.issuer = "Hiệu trưởng";
    recognition.decidedOn = clock().today();
    recognition.level = domain::RecognitionLevel::School;
    recognition.scope = domain::RecognitionLevel::School;
    REQUIRE(service.recogniseOutside(recognition));
    CHECK(row(name, "chien-si-thi-dua-co-so").verdict.verdict == rules::VerdictKind::Eligible);
}

TEST_CASE("decided nominations keep the verdict and the rules they were made with")
{
    SampleSchool school(Date(2022, 9, 1));
    const auto before = NominationService(school.file()).board(school.year(2021)).value();
    REQUIRE(before.rows.size() > 20);
    for (const auto& row : before.rows) {
        const auto kept = judgementOf(school.file().data().reader(), row.nomination);
        REQUIRE(kept);
        CHECK_FALSE(kept->verdict.empty());
        CHECK(kept->packHash.size() == 64);
        CHECK(row.verdict.ruleSet.id == "vn-2017-10");
    }
    // Whatever its people's records say afterwards, in the year taken up again.
    REQUIRE(SchoolService(school.file()).reopenYear(school.year(2021), "ghi thiếu kỷ luật", SchoolService(school.file()).headName().value()));
    for (const auto& row : before.rows)
        if (row.nomination.subject.person)
            REQUIRE(YearRecordService(school.file()).recordCells(school.year(2021), {{row.nomination.subject, YearColumn::Discipline, "cảnh cáo"}}));
    const auto after = NominationService(school.file()).board(school.year(2021)).value();
    REQUIRE(after.rows.size() == before.rows.size());
    for (std::size_t i = 0; i < before.rows.size(); ++i) {
        CHECK(after.rows[i].nomination.judgement == before.rows[i].nomination.judgement);
    }
}

TEST_CASE("Where more stand for an honour than there are places, the law's preferences are told, and nobody is cut", "[services]")
{
    const Scratch scratch;
    std::filesystem::copy_file(sampleUntil(Date(2022, 5, 24)), scratch / "a.thidua");
    const FixedClock clock(Date(2022, 5, 24));
    auto file = SchoolFile::open(scratch / "a.thidua", SchoolFile::Mode::ReadWrite, clock, {"Văn thư"}).value();
    domain::SchoolYearId year{0};
    const auto summary = file->summary().value();
    for (const auto& row : summary.years)
        if (row.data.year == SchoolYear(2021))
            year = row.id;
    const auto board = NominationService(*file).board(year).value();
    const auto line = std::find_if(board.quotas.begin(), board.quotas.end(), [](const auto& quota) { return quota.id == "of-lao-dong-tien-tien"; });
    REQUIRE(line != board.quotas.end());
    CHECK(line->count == 4);
    CHECK(line->allowed == 3);
    REQUIRE(line->order.size() == 4);
    // Three women before Lê Văn Thắng, each with the reason.
    CHECK(line->order.back().name == "Lê Văn Thắng");
    CHECK(line->order.back().place == 4);
    CHECK(line->order.front().place == 1);
    CHECK(line->order.front().why.find("ữ") != std::string::npos);
    CHECK(std::count_if(board.rows.begin(), board.rows.end(), [](const auto& row) { return row.honourShort == "CSTĐCS"; }) == 4);
}

TEST_CASE_METHOD(NominatedForVerdict, "a nomination's ground is asked for, kept, and an achievement of its own beside annual merit")
{
    NominationService nominations(file());
    const auto who = person("Võ Thị Kim Ánh");
    const auto title = nominations.add(year(2022), who, "lao-dong-tien-tien", clock().today(), domain::Ground::Exceptional);
    REQUIRE_FALSE(title);
    CHECK(std::ranges::any_of(title.error().issues, [](const auto& issue) { return issue.key == "nomination.ground-unfit"; }));
    const auto merit = nominations.add(year(2022), who, "bang-khen-tinh", clock().today()).value().value;
    const auto once = nominations.add(year(2022), who, "bang-khen-tinh", clock().today(), domain::Ground::Exceptional).value().value;
    CHECK_FALSE(nominations.add(year(2022), who, "bang-khen-tinh", clock().today(), domain::Ground::Exceptional));
    const auto board = nominations.board(year(2022)).value();
    const auto ids = [&board](domain::NominationId id) {
        std::vector<std::string> found;
        for (const auto& one : std::ranges::find(board.rows, id, &NominationRow::id)->verdict.findings)
            found.push_back(one.id);
        return found;
    };
    CHECK(std::ranges::count(ids(merit), "merit-certificate-years") == 1);
    CHECK(std::ranges::count(ids(once), "merit-certificate-years") == 0);
    CHECK(std::ranges::count(ids(once), "merit-certificate-exceptional") == 1);
    const auto judged = nominations.evaluateAll(year(2022), "bang-khen-tinh").value();
    for (const auto& one : judged)
        CHECK((one.nomination.ground == domain::Ground::Exceptional) == std::ranges::any_of(one.verdict.findings, [](const auto& f) { return f.id == "merit-certificate-exceptional"; }));
}
