// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts are written once, rows have an identity of their own, numbers are never given twice.
#include "storage_support.h"

#include "storage/freeze.h"

#include "domain/judgement.h"
#include "domain/legal_text.h"
#include "domain/nomination.h"
#include "domain/rule_pack.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "storage/check.h"
#include "storage/message_word.h"
#include "storage/packed_text.h"
#include "storage/repo/judgement_repo.h"
#include "storage/sqlite_errors.h"

#include <algorithm>
#include <random>
#include <regex>

using namespace thidua;
using namespace thidua::test;
using storage::DataFile;
using storage::repo::KeptJudgement;

namespace {

std::string longText(const std::string& middle)
{
    std::string text;
    for (int i = 0; i < 400; ++i)
        text += "{\"citation\":\"khoản " + std::to_string(i * 7919 % 1000) + " Điều " + std::to_string(i) + "\"},";
    return text.insert(text.size() / 2, middle);
}

const KeptJudgement kFirst{longText("Nguyễn Thị Hoa"), R"({"evaluation":"good"})", "abc"};
const KeptJudgement kSecond{longText("Bùi Quang Huy"), R"({"evaluation":"excellent"})", "abc"};

struct JudgementFixture {
    Scratch scratch;
    std::unique_ptr<DataFile> file = DataFile::create(scratch / "a.thidua", kNow).value();

    JudgementFixture()
    {
        REQUIRE(write(domain::Op::FoundSchool, [](storage::Tx& tx) {
            domain::School school;
            school.name = "Trường Tiểu học Măng Đen";
            school.documentSymbol = "THMĐ";
            school.placeName = "Măng Đen";
            tx.insert(school);
        }));
    }

    template <class Body>
    Result<domain::ChangeSet> write(domain::Op op, Body body)
    {
        return file->write(doing(op), [&](storage::Tx& tx) -> Result<void> {
            body(tx);
            return {};
        });
    }

    domain::JudgementId keep(const KeptJudgement& texts)
    {
        std::optional<domain::JudgementId> id;
        REQUIRE(write(domain::Op::RefreshVerdicts, [&](storage::Tx& tx) { id = storage::repo::keep(tx, "lao-dong-tien-tien", texts); }));
        return *id;
    }

    Result<domain::ChangeSet> turn(domain::Op op)
    {
        const auto state = storage::undoState(file->reader());
        const auto& entry = op == domain::Op::Undo ? state.undo : state.redo;
        REQUIRE(entry);
        auto context = doing(op);
        context.targetOp = entry->id;
        return file->write(context, [&](storage::Tx& tx) -> Result<void> {
            storage::turnBack(tx, *entry);
            return {};
        });
    }

    std::int64_t count(const std::string& table) { return file->reader().number("SELECT count(*) FROM " + table); }

    std::vector<std::string> images(const std::string& entity)
    {
        std::vector<std::string> all;
        file->reader().each("SELECT coalesce(before_json, ''), coalesce(after_json, '') FROM change_row WHERE entity = ? ORDER BY id", {entity},
                            [&all](const storage::Values& row) { all.push_back(std::get<std::string>(row[0]) + " > " + std::get<std::string>(row[1])); });
        return all;
    }
};

std::vector<domain::EntityKind> kinds(domain::ImagePolicy policy)
{
    std::vector<domain::EntityKind> all;
    for (std::size_t i = 0; i < static_cast<std::size_t>(domain::EntityKind::Count); ++i)
        if (const auto kind = static_cast<domain::EntityKind>(i); domain::imagePolicy(kind) == policy)
            all.push_back(kind);
    return all;
}

}

TEST_CASE("a packed text comes back byte by byte, with its base and without")
{
    for (const std::string& text : {std::string(), std::string("ô"), longText("x"), std::string(200'000, 'a'), std::string("\0\x01\xff", 3)}) {
        CHECK(storage::unpackText(storage::packText(text)) == text);
        for (const std::string& base : {std::string("ô"), longText("y")})
            CHECK(storage::unpackText(storage::packText(text, base), base) == text);
    }
    CHECK(storage::packText(longText("x"), longText("y")).size() * 10 < storage::packText(longText("x")).size());
}

TEST_CASE("a damaged packed text is a bad column, never a wrong text")
{
    const auto text = longText("x");
    const auto base = longText("y");
    const auto packed = storage::packText(text);
    CHECK_THROWS_AS(storage::unpackText({}), storage::BadColumn);
    CHECK_THROWS_AS(storage::unpackText(storage::packText(text, base)), storage::BadColumn);
    CHECK_THROWS_AS(storage::unpackText(storage::packText(text, base), text), storage::BadColumn);
    for (std::size_t at = 0; at < packed.size(); at += 37) {
        auto cut = packed;
        cut.resize(at);
        CHECK_THROWS_AS(storage::unpackText(cut), storage::BadColumn);
        auto altered = packed;
        altered[at] ^= std::byte{0x10};
        std::string read = text;
        try {
            read = storage::unpackText(altered);
        } catch (const storage::BadColumn&) {
        }
        CHECK(read == text);
    }
}

TEST_CASE_METHOD(JudgementFixture, "the same judgement is written once, and a later one keeps only how it differs")
{
    const auto first = keep(kFirst);
    CHECK(keep(kFirst) == first);
    const auto second = keep(kSecond);
    auto otherRules = kFirst;
    otherRules.packHash = "def";
    const auto third = keep(otherRules);
    CHECK(count("judgement") == 3);
    CHECK(storage::repo::judgement(file->reader(), first) == kFirst);
    CHECK(storage::repo::judgement(file->reader(), second) == kSecond);
    CHECK(storage::repo::judgement(file->reader(), third) == otherRules);
    CHECK_FALSE(storage::repo::judgement(file->reader(), domain::JudgementId(99)));
    const auto row = file->reader().find<domain::Judgement>(second)->data;
    CHECK(row.base == first);
    CHECK(row.verdict.size() < 300);
    CHECK(storage::checkFile(file->reader()).empty());
}

TEST_CASE_METHOD(JudgementFixture, "a judgement of another kind of case stands alone and is the next one's base")
{
    keep(kFirst);
    KeptJudgement other{std::string(3000, 'a') + longText("").substr(0, 40), "{}", "abc"};
    std::mt19937 random(7);
    for (auto& letter : other.verdict)
        letter = static_cast<char>('a' + random() % 26);
    const auto alone = keep(other);
    CHECK_FALSE(file->reader().find<domain::Judgement>(alone)->data.base);
    other.verdict += "!";
    const auto next = keep(other);
    CHECK(file->reader().find<domain::Judgement>(next)->data.base == alone);
    CHECK(storage::repo::judgement(file->reader(), next) == other);
}

TEST_CASE_METHOD(JudgementFixture, "judgements and rule packs never change, whoever tries, and stand in the record by their hash")
{
    const auto id = keep(kFirst);
    REQUIRE(write(domain::Op::TakeRulePack, [](storage::Tx& tx) { tx.insert(domain::RulePack{"abc", std::string(100'000, 'x'), "2022-05-25"}); }));
    for (const char* sql : {"UPDATE judgement SET honour = 'x'", "DELETE FROM judgement", "UPDATE rule_pack SET added_on = 'x'", "DELETE FROM rule_pack"})
        CHECK_THROWS_AS(file->reader().execute(sql), SQLite::Exception);
    const auto row = file->reader().find<domain::Judgement>(id)->data;
    CHECK(write(domain::Op::EditPlan, [&](storage::Tx& tx) { tx.update<domain::Judgement>(id, row); }).error().key == "error.internal");
    CHECK(write(domain::Op::EditPlan, [&](storage::Tx& tx) { tx.remove<domain::Judgement>(id); }).error().key == "error.internal");
    CHECK(images("judgement") == std::vector<std::string>{" > {\"hash\":\"" + storage::repo::hashOf(kFirst) + "\",\"id\":1}"});
    CHECK(images("rule_pack") == std::vector<std::string>{R"( > {"hash":"abc","id":1})"});
    CHECK(file->reader().all<domain::RulePack>().front().data.content == std::string(100'000, 'x'));
}

TEST_CASE_METHOD(JudgementFixture, "undo points back at the judgement before, and no judgement goes")
{
    std::optional<domain::NominationId> nomination;
    REQUIRE(write(domain::Op::FoundSchool, [&](storage::Tx& tx) {
        domain::SchoolYearRow year;
        year.year = SchoolYear(2021);
        domain::Nomination row;
        row.year = tx.insert(year);
        row.subject = domain::SubjectRef::of(tx.insert(person("Bùi Quang Huy")));
        row.honour = "lao-dong-tien-tien";
        row.name = "Bùi Quang Huy";
        nomination = tx.insert(row);
    }));
    const auto judge = [&](const KeptJudgement& texts, domain::KeptVerdict kind) {
        REQUIRE(write(domain::Op::RefreshVerdicts, [&](storage::Tx& tx) {
            auto row = tx.find<domain::Nomination>(*nomination)->data;
            row.judgement = storage::repo::keep(tx, row.honour, texts);
            row.verdict = kind;
            tx.update(*nomination, row);
        }));
    };
    const auto said = [&]() -> std::optional<KeptJudgement> {
        const auto row = file->reader().find<domain::Nomination>(*nomination)->data;
        return row.judgement ? storage::repo::judgement(file->reader(), *row.judgement) : std::nullopt;
    };
    const auto unjudged = dump(*file);
    judge(kFirst, domain::KeptVerdict::Undetermined);
    judge(kSecond, domain::KeptVerdict::Eligible);
    const auto judged = dump(*file);
    for (int round = 0; round < 2; ++round) {
        REQUIRE(turn(domain::Op::Undo));
        CHECK(said() == kFirst);
        REQUIRE(turn(domain::Op::Undo));
        CHECK_FALSE(said());
        CHECK(dump(*file) == unjudged);
        CHECK(count("judgement") == 2);
        REQUIRE(turn(domain::Op::Redo));
        REQUIRE(turn(domain::Op::Redo));
        CHECK(said() == kSecond);
        CHECK(dump(*file) == judged);
    }
    // Judged as before it was undone: the row is still there and is used again.
    REQUIRE(turn(domain::Op::Undo));
    judge(kSecond, domain::KeptVerdict::Eligible);
    CHECK(dump(*file) == judged);
    CHECK(count("judgement") == 2);
    CHECK_FALSE(storage::firstBrokenEntry(file->reader()));
}

TEST_CASE_METHOD(JudgementFixture, "an altered judgement is found by the check")
{
    keep(kFirst);
    keep(kSecond);
    storage::thaw(file->database());
    file->reader().execute("UPDATE judgement SET facts = ? WHERE id = 2", {storage::packText(kFirst.facts, kFirst.facts)});
    const auto problems = storage::checkFile(file->reader());
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().key == "check.judgement-altered");
    CHECK(problems.front().args == std::vector<std::string>{"2"});
    file->reader().execute("UPDATE judgement SET verdict = x'00' WHERE id = 1");
    CHECK(storage::checkFile(file->reader()).size() == 2);
}

TEST_CASE_METHOD(JudgementFixture, "every entity has its table, numbers that are never given again, and an identity of its own")
{
    for (const auto policy : {domain::ImagePolicy::Whole, domain::ImagePolicy::Nothing, domain::ImagePolicy::Hash})
        for (const auto kind : kinds(policy)) {
            const std::string table(domain::toCode(kind));
            INFO(table);
            std::string sql;
            file->reader().each("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", {table},
                                [&sql](const storage::Values& row) { sql = std::get<std::string>(row[0]); });
            CHECK(std::regex_search(sql, std::regex(R"(\bid INTEGER PRIMARY KEY AUTOINCREMENT)")));
            CHECK(sql.find(policy == domain::ImagePolicy::Hash ? "hash TEXT NOT NULL UNIQUE" : "uid TEXT NOT NULL UNIQUE DEFAULT") != std::string::npos);
            CHECK(sql.find("STRICT") != std::string::npos);
        }
}

TEST_CASE_METHOD(JudgementFixture, "a new row never takes the number, and so the history, of one that was removed")
{
    std::vector<std::int64_t> given;
    const auto add = [&](const std::string& name) {
        REQUIRE(write(domain::Op::AddStaff, [&](storage::Tx& tx) { given.push_back(tx.insert(person(name)).value()); }));
    };
    add("A Khôi");
    add("Y Hiền");
    REQUIRE(write(domain::Op::RemovePerson, [&](storage::Tx& tx) { tx.remove<domain::Person>(domain::PersonId(given.back())); }));
    add("A Hùng");
    REQUIRE(turn(domain::Op::Undo));
    add("Y Lan");
    std::ranges::sort(given);
    CHECK(std::ranges::adjacent_find(given) == given.end());
    CHECK(given.size() == 4);
}

TEST_CASE_METHOD(JudgementFixture, "a row keeps its uid through undo and redo, also one that nobody gave it")
{
    REQUIRE(write(domain::Op::AddLegalText, [](storage::Tx& tx) {
        domain::LegalText text;
        text.kind = "Công văn";
        text.number = "1/SGDĐT";
        tx.insert(text);
    }));
    const auto before = dump(*file);
    const auto uid = [&] {
        std::string found;
        file->reader().each("SELECT uid FROM legal_text", {}, [&found](const storage::Values& row) { found = std::get<std::string>(row[0]); });
        return found;
    };
    const auto made = uid();
    CHECK(made.size() == 32);
    REQUIRE(turn(domain::Op::Undo));
    CHECK(uid().empty());
    REQUIRE(turn(domain::Op::Redo));
    CHECK(uid() == made);
    CHECK(dump(*file) == before);
}

TEST_CASE_METHOD(JudgementFixture, "bytes in a row are part of its image and come back with it")
{
    const auto past = [&](const char* sql) { // past the record, as an upgrade does
        REQUIRE(file->complete([sql](storage::Reader& reader) -> Result<void> {
            reader.execute(sql);
            return {};
        }));
    };
    past("ALTER TABLE person ADD COLUMN photo BLOB");
    std::optional<domain::PersonId> id;
    REQUIRE(write(domain::Op::AddStaff, [&](storage::Tx& tx) { id = tx.insert(person("Y Hiền")); }));
    past("UPDATE person SET photo = x'00ff10'");
    const auto photo = [&] { return file->reader().number("SELECT count(*) FROM person WHERE photo = x'00ff10'"); };
    REQUIRE(write(domain::Op::RemovePerson, [&](storage::Tx& tx) { tx.remove<domain::Person>(*id); }));
    CHECK(images("person").back().find(R"("photo":{"hex":"00ff10"})") != std::string::npos);
    REQUIRE(turn(domain::Op::Undo));
    CHECK(photo() == 1);
    // Removed once more and back again: the image of the undo itself holds the bytes too.
    REQUIRE(turn(domain::Op::Redo));
    CHECK(photo() == 0);
    REQUIRE(turn(domain::Op::Undo));
    CHECK(photo() == 1);
}

TEST_CASE_METHOD(JudgementFixture, "of an update the record keeps what changed, and undo still sees any other change of the row")
{
    std::optional<domain::PersonId> id;
    REQUIRE(write(domain::Op::AddStaff, [&](storage::Tx& tx) { id = tx.insert(person("Y Hiền")); }));
    const auto added = dump(*file);
    const auto note = [&](const std::string& text) {
        REQUIRE(write(domain::Op::EditPerson, [&](storage::Tx& tx) {
            auto row = tx.find<domain::Person>(*id)->data;
            row.note = text;
            tx.update(*id, row);
        }));
    };
    note("nghỉ thai sản");
    const auto number = std::to_string(id->value());
    CHECK(images("person").back()
          == "{\"id\":" + number + ",\"note\":\"\",\"row_version\":1} > {\"id\":" + number + ",\"note\":\"nghỉ thai sản\",\"row_version\":2}");
    const auto noted = dump(*file);
    for (int round = 0; round < 2; ++round) {
        REQUIRE(turn(domain::Op::Undo));
        CHECK(dump(*file) == added);
        REQUIRE(turn(domain::Op::Redo));
        CHECK(dump(*file) == noted);
    }
    file->reader().execute("UPDATE person SET contract = 'labour', row_version = row_version + 1");
    CHECK(turn(domain::Op::Undo).error().code == ErrorCode::StaleRow);
}

TEST_CASE_METHOD(JudgementFixture, "a code that the program does not know is answered by a sentence and found by the check")
{
    const auto id = [&] {
        std::optional<domain::PersonId> made;
        REQUIRE(write(domain::Op::AddStaff, [&](storage::Tx& tx) { made = tx.insert(person("Y Hiền")); }));
        return *made;
    }();
    file->reader().execute("UPDATE person SET contract = 'freelance' WHERE id = ?", {id.value()});
    const auto read = storage::guarded("a.thidua", [&]() -> Result<void> {
        file->reader().all<domain::Person>();
        return {};
    });
    REQUIRE_FALSE(read);
    CHECK(read.error().key == "row.unknown-code");
    CHECK(read.error().args == std::vector<std::string>{"freelance"});
    const auto written = write(domain::Op::EditPerson, [&](storage::Tx& tx) { tx.find<domain::Person>(id); });
    CHECK(written.error().key == "row.unknown-code");
    auto problems = storage::checkFile(file->reader());
    std::erase_if(problems, [](const auto& problem) { return problem.key == "check.row-changed"; }); // it is not what the record says, either
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().key == "check.unreadable");
    CHECK(problems.front().args.front() == storage::messageWord("entity.person"));
}
