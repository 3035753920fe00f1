// SPDX-License-Identifier: GPL-3.0-or-later
// What long work beside the window rests on: copies of an open file, stopping, and readings of one person or one key.
#include "base/vietnamese.h"
#include "domain/people.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "rules/catalogue.h"
#include "services/sample_school.h"
#include "services/core/backup_service.h"
#include "services/core/file_snapshot.h"
#include "services/core/school_service.h"
#include "services/core/search.h"
#include "services/follow/registration_service.h"
#include "services/foresight/foresight_service.h"
#include "services/law/verdict_text.h"
#include "services/people/people_service.h"
#include "services/people/person_way.h"
#include "services/review/nomination_service.h"
#include "support/catch.h"
#include "support/sample_until.h"
#include "support/scratch.h"
#include "support/table_dump.h"
#include "storage/data_file.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <thread>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

const Date kMay(2022, 5, 21);
/// The evening of the day on which the sample nominates; the council has not met yet.
const Date kNominated(2022, 5, 24);

std::string dump(SchoolFile& file)
{
    return dumpTables(file.data().reader(), true);
}

Written<Done> renameSchool(SchoolFile& file, const std::string& name)
{
    auto school = SchoolService(file).school().value();
    school.data.name = name;
    return SchoolService(file).editSchool(school.data, school.version);
}

}

TEST_CASE("a copy of an open file holds what the file holds, under its rules and its day, and goes its own way")
{
    SampleOn opened(kMay);
    const auto before = dump(*opened.file);
    const auto copy = FileSnapshot::of(*opened.file).value();
    CHECK(dump(*copy) == before);
    CHECK(copy->rules().hash() == opened.file->rules().hash());
    CHECK(copy->clock().today() == kMay);
    std::string there;
    std::optional<ForesightBoard> board;
    std::thread([&] {
        board = ForesightService(*copy).board(opened.year).value();
        REQUIRE(renameSchool(*copy, "Trường khác"));
        there = dump(*copy);
    }).join();
    CHECK(there != before);
    CHECK(dump(*opened.file) == before);
    const auto here = ForesightService(*opened.file).board(opened.year).value();
    CHECK(board->near == here.near);
    REQUIRE(board->people.size() == here.people.size());
    for (std::size_t i = 0; i < here.people.size(); ++i)
        CHECK((board->people[i].chance == here.people[i].chance && board->people[i].name == here.people[i].name));
}

TEST_CASE("a backup is made of a copy as of the file, and stopped it leaves nothing")
{
    SampleOn opened(kMay);
    const auto copy = FileSnapshot::of(*opened.file).value();
    Progress stopped;
    stopped.stop();
    const auto folder = opened.scratch / "usb";
    std::filesystem::create_directories(folder);
    CHECK(BackupService::backupTo(*copy, folder / "a.thidua", &stopped).error().key == "work.stopped");
    CHECK(std::filesystem::is_empty(folder));
    Progress progress;
    REQUIRE(BackupService::backupTo(*copy, folder / "a.thidua", &progress));
    auto back = SchoolFile::open(folder / "a.thidua", SchoolFile::Mode::ReadOnly, opened.clock, {"Lan"}).value();
    CHECK(dump(*back) == dump(*opened.file));
    CHECK(BackupService::age(*opened.file).current);
}

TEST_CASE("a year judged on a copy and then written is the year judged in the file")
{
    const auto forget = [](SchoolFile& file) {
        file.data().database().exec("UPDATE nomination SET judgement_id = NULL, verdict = NULL WHERE state = 'proposed'");
    };
    const auto verdicts = [](SchoolFile& file, domain::SchoolYearId year) {
        std::map<std::string, std::string> all;
        for (const auto& row : file.data().reader().all<domain::Nomination>())
            if (row.data.year == year)
                if (const auto kept = judgementOf(file.data().reader(), row.data))
                    all[row.data.name + row.data.honour] = kept->verdict + kept->facts + kept->packHash + std::string(domain::toCode(*row.data.verdict));
        return all;
    };
    SampleOn one(kNominated), two(kNominated), three(kNominated);
    for (auto* opened : {&one, &two, &three})
        forget(*opened->file);
    const auto expected = NominationService(*one.file).refresh(one.year).value();
    CHECK(expected.value > 0);

    const auto copy = FileSnapshot::of(*two.file).value();
    Progress progress;
    const auto made = NominationService(*copy).judgeAgain(two.year, &progress).value();
    CHECK(made.judgements.size() >= static_cast<std::size_t>(expected.value));
    CHECK(verdicts(*two.file, two.year).size() < verdicts(*one.file, one.year).size());
    CHECK(NominationService(*two.file).keep(two.year, made)->value == expected.value);
    CHECK(verdicts(*two.file, two.year) == verdicts(*one.file, one.year));
    CHECK(two.file->undoNames().undo == one.file->undoNames().undo);

    // Something was written meanwhile: what the copy found is not of today any more.
    const auto stale = FileSnapshot::of(*three.file).value();
    const auto old = NominationService(*stale).judgeAgain(three.year).value();
    REQUIRE(renameSchool(*three.file, "Trường mới"));
    auto emptied = old;
    emptied.judgements.clear();
    REQUIRE(NominationService(*three.file).keep(three.year, emptied));
    CHECK(verdicts(*three.file, three.year) == verdicts(*one.file, one.year));

    Progress stopped;
    stopped.stop();
    CHECK(NominationService(*FileSnapshot::of(*one.file).value()).judgeAgain(one.year, &stopped).error().key == "work.stopped");
}

TEST_CASE("the way of one person is what the boards say of them")
{
    for (const auto day : {kMay, kNominated, Date(2022, 9, 26)}) {
        SampleOn opened(day);
        const auto years = SchoolService(*opened.file).years().value();
        for (const auto& year : years) {
            const auto registrations = RegistrationService(*opened.file).board(year.id).value();
            const auto nominations = NominationService(*opened.file).board(year.id).value();
            const auto staff = PeopleService(*opened.file).staff(year.id).value();
            for (const auto& person : staff) {
                const auto subject = domain::SubjectRef::of(person.id);
                std::map<std::string, std::pair<bool, std::string>> told, expected;
                const auto ways = waysOf(*opened.file, year.id, person.id).value();
                for (const auto& way : ways)
                    told[way.honour] = {way.registeredOn.has_value(),
                                        way.nomination ? std::to_string(static_cast<int>(way.verdict)) + way.votes + std::string(domain::toCode(*way.nomination)) : "-"};
                for (const auto& row : registrations.rows)
                    if (row.subject == subject)
                        for (const auto& honour : row.honours)
                            expected[honour] = {true, "-"};
                for (const auto& row : nominations.rows)
                    if (row.nomination.subject == subject)
                        expected[row.nomination.honour].second
                            = std::to_string(static_cast<int>(row.verdict.verdict)) + row.votes + std::string(domain::toCode(row.nomination.state));
                CHECK(told == expected);
            }
        }
    }
}

TEST_CASE("the search box follows each write, its undo, and the year")
{
    SampleOn opened(kMay);
    const auto found = [&](const std::string& text, domain::SchoolYearId year) {
        std::vector<std::string> texts;
        const auto hits = search(*opened.file, year, text).value();
        for (const auto& hit : hits)
            texts.push_back(hit.text);
        return texts;
    };
    CHECK(found("zzz", opened.year).empty());
    StaffDraft draft;
    draft.person.fullName = "Zzz Thị Đào";
    REQUIRE(PeopleService(*opened.file).addStaff(opened.year, draft));
    CHECK(found("zzz dao", opened.year) == std::vector<std::string>{"Zzz Thị Đào"});
    CHECK(found("đào zzz", opened.year) == std::vector<std::string>{"Zzz Thị Đào"});
    REQUIRE(opened.file->undo());
    CHECK(found("zzz", opened.year).empty());
    // Names that begin with it stand before those that only have it somewhere.
    const auto hits = found("ng", opened.year);
    REQUIRE(hits.size() > 3);
    const auto begins = [](const std::string& text) { return fold(text).starts_with("ng"); };
    CHECK(std::ranges::is_partitioned(hits, begins));
}

TEST_CASE("the first people by name are shown at once, each as in the whole board")
{
    SampleOn opened(kMay);
    const auto whole = ForesightService(*opened.file).board(opened.year).value();
    const auto part = ForesightService(*opened.file).board(opened.year, 5).value();
    CHECK(part.judged == 5);
    CHECK(part.staff == whole.staff);
    CHECK(whole.judged == whole.staff);
    CHECK_FALSE(part.people.empty());
    for (const auto& one : part.people) {
        const auto same = std::ranges::find_if(whole.people, [&one](const auto& other) { return other.subject == one.subject && other.honour == one.honour; });
        REQUIRE(same != whole.people.end());
        CHECK((same->chance == one.chance && same->missing.size() == one.missing.size()));
    }
    Progress stopped;
    stopped.stop();
    CHECK(ForesightService(*opened.file).board(opened.year, ForesightService::kEverybody, &stopped).value().people.size() < whole.people.size());
}
