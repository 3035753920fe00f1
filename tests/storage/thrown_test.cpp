// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is thrown in a write, wherever, the file is as before, an error says so, and the next write works.
#include "domain/regulation.h"
#include "domain/school_year.h"
#include "storage_support.h"

#include <new>
#include <nlohmann/json.hpp>
#include <sqlite3.h>
#include <variant>

using namespace thidua;
using namespace thidua::test;
using storage::DataFile;
using storage::Tx;

namespace {

struct Thrower {
    const char* name;
    std::function<void()> go;
    ErrorCode code = ErrorCode::Internal;
};

std::vector<Thrower> everyKind()
{
    return {
        {"a bad variant access", [] { static_cast<void>(std::get<int>(std::variant<int, std::string>("text"))); }},
        {"a JSON type error", [] { static_cast<void>(nlohmann::json("\xC3\x28").dump()); }},
        {"a JSON parse error", [] { const auto parsed = nlohmann::json::parse("{"); }},
        {"a missing JSON key", [] { static_cast<void>(nlohmann::json::object().at("none")); }},
        {"a failed allocation", [] { throw std::bad_alloc(); }},
        {"a logic error", [] { throw std::logic_error("a bug"); }},
        {"a bad optional access", [] { static_cast<void>(std::optional<int>().value()); }},
        {"a number", [] { throw 42; }},
        {"a C string", [] { throw "words"; }},
        {"a stale row", [] { throw storage::StaleRow(); }, ErrorCode::StaleRow},
    };
}

/// The writing calls of a body, in their order; a thrower can be put before and after each.
struct Steps {
    domain::PersonId there;
    std::vector<std::function<void(Tx&)>> calls() const
    {
        return {
            [](Tx& tx) { tx.setLabel({"thử"}); },
            [](Tx& tx) { tx.insert(person("Người mới")); },
            [id = there](Tx& tx) {
                auto row = tx.find<domain::Person>(id)->data;
                row.note = "sửa";
                tx.update(id, row);
            },
            [id = there](Tx& tx) { tx.remove<domain::Person>(id); },
            [id = there](Tx& tx) {
                const auto removed = tx.recorded().back();
                tx.restore(domain::EntityKind::Person, id.value(), removed.after, removed.before);
            },
        };
    }
};

struct ThrownFixture {
    Scratch scratch;
    std::unique_ptr<DataFile> file = DataFile::create(scratch / "a.thidua", kNow).value();
    domain::PersonId there{0};
    std::string before;

    ThrownFixture()
    {
        REQUIRE(file->write(doing(domain::Op::AddStaff), [&](Tx& tx) -> Result<void> {
            there = tx.insert(person("Đã có"));
            return {};
        }));
        before = state();
    }

    /// Everything, the change record too.
    std::string state()
    {
        return dump(*file) + std::to_string(file->reader().number("SELECT count(*) FROM change_op")) + "/"
             + std::to_string(file->reader().number("SELECT count(*) FROM change_row"));
    }

    void asBeforeAndAlive()
    {
        CHECK(sqlite3_get_autocommit(file->database().getHandle()) != 0);
        CHECK(state() == before);
        const auto next = file->write(doing(domain::Op::AddStaff), [](Tx& tx) -> Result<void> {
            tx.insert(person("Lần sau"));
            return {};
        });
        REQUIRE(next);
        CHECK(state() != before);
        CHECK_FALSE(storage::firstBrokenEntry(file->reader()));
        before = state();
    }
};

}

TEST_CASE_METHOD(ThrownFixture, "whatever a body throws, before or after each writing call, is an error and takes everything back")
{
    for (const auto& thrower : everyKind()) {
        for (std::size_t at = 0; at <= Steps{there}.calls().size(); ++at) {
            INFO(thrower.name << ", before call " << at);
            const auto written = file->write(doing(domain::Op::EditPerson), [&](Tx& tx) -> Result<void> {
                const auto calls = Steps{there}.calls();
                for (std::size_t i = 0; i < at; ++i)
                    calls[i](tx);
                thrower.go();
                return {};
            });
            REQUIRE_FALSE(written);
            CHECK(written.error().code == thrower.code);
            asBeforeAndAlive();
        }
    }
}

TEST_CASE_METHOD(ThrownFixture, "the same in a rehearsal")
{
    for (const auto& thrower : everyKind()) {
        INFO(thrower.name);
        const auto done = file->rehearse([&](Tx& tx) -> Result<void> {
            tx.insert(person("Chỉ thử"));
            thrower.go();
            return {};
        });
        REQUIRE_FALSE(done);
        CHECK(done.error().code == thrower.code);
        asBeforeAndAlive();
    }
}

TEST_CASE_METHOD(ThrownFixture, "what the writing calls themselves throw")
{
    const auto refused = [&](const std::function<void(Tx&)>& call, ErrorCode code) {
        const auto written = file->write(doing(domain::Op::EditPerson), [&](Tx& tx) -> Result<void> {
            tx.insert(person("Sẽ không có"));
            call(tx);
            return {};
        });
        REQUIRE_FALSE(written);
        CHECK(written.error().code == code);
        asBeforeAndAlive();
    };
    SECTION("a row that breaks a constraint")
    {
        refused([](Tx& tx) { tx.insert(person("")); }, ErrorCode::Validation);
    }
    SECTION("broken UTF-8 in a column that is kept byte by byte: no image can be made of it")
    {
        domain::Regulation entry;
        entry.target = "min_grade_staff";
        entry.value = "\xC3\x28";
        entry.cite = "Điều 5";
        entry.reason = "vì thử";
        refused([&](Tx& tx) { tx.insert(entry); }, ErrorCode::Internal);
    }
    SECTION("a row that is gone")
    {
        refused([](Tx& tx) { tx.remove<domain::Person>(domain::PersonId(99)); }, ErrorCode::StaleRow);
    }
    SECTION("a row that is in use")
    {
        refused(
            [&](Tx& tx) {
                domain::SchoolYearRow year;
                year.year = SchoolYear(2021);
                const auto id = tx.insert(year);
                tx.insert(domain::StaffAssignment{there, id, domain::Position::Teacher, {}, std::nullopt});
                tx.remove<domain::Person>(there);
            },
            ErrorCode::WrongState);
    }
    SECTION("a write inside the write")
    {
        refused([&](Tx&) { static_cast<void>(file->write(doing(domain::Op::AddStaff), [](Tx&) -> Result<void> { return {}; })); }, ErrorCode::Internal);
    }
    SECTION("a rehearsal inside the write")
    {
        refused([&](Tx&) { static_cast<void>(file->rehearse([](Tx&) -> Result<void> { return {}; })); }, ErrorCode::Internal);
    }
}

TEST_CASE_METHOD(ThrownFixture, "a change record that cannot be written takes the rows back with it")
{
    file->database().exec("CREATE TEMP TRIGGER no_record BEFORE INSERT ON main.change_row BEGIN SELECT RAISE(ABORT, 'no'); END");
    const auto written = file->write(doing(domain::Op::AddStaff), [](Tx& tx) -> Result<void> {
        tx.insert(person("Sẽ không có"));
        return {};
    });
    REQUIRE_FALSE(written);
    file->database().exec("DROP TRIGGER no_record");
    asBeforeAndAlive();
}

TEST_CASE_METHOD(ThrownFixture, "a COMMIT that is refused takes the rows back")
{
    sqlite3_commit_hook(file->database().getHandle(), [](void*) { return 1; }, nullptr);
    const int written = file->operationsWritten();
    REQUIRE_FALSE(file->write(doing(domain::Op::AddStaff), [](Tx& tx) -> Result<void> {
        tx.insert(person("Sẽ không có"));
        return {};
    }));
    CHECK(file->operationsWritten() == written);
    sqlite3_commit_hook(file->database().getHandle(), nullptr, nullptr);
    asBeforeAndAlive();
}

TEST_CASE_METHOD(ThrownFixture, "names and reasons with broken bytes do not stop the record")
{
    auto context = doing(domain::Op::AddStaff);
    context.userName = "Lan\xC3\x28";
    context.reason = "vì\xFF";
    REQUIRE(file->write(context, [](Tx& tx) -> Result<void> {
        tx.setLabel({"tên\xC3\x28  thừa"});
        tx.insert(person("Hỏng \xC3\x28"));
        return {};
    }));
    CHECK(storage::recentChanges(file->reader(), 1).front().labelArgs.front() == "tên\xEF\xBF\xBD( thừa");
    CHECK_FALSE(storage::firstBrokenEntry(file->reader()));
}
