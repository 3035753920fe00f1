// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage_support.h"

#include "storage/freeze.h"

using namespace thidua;
using namespace thidua::test;
using storage::DataFile;

namespace {

struct ChangeLogFixture {
    Scratch scratch;
    std::unique_ptr<DataFile> file = DataFile::create(scratch / "a.thidua", kNow).value();

    domain::PersonId add(const std::string& name)
    {
        std::optional<domain::PersonId> id;
        REQUIRE(file->write(doing(domain::Op::AddStaff), [&](storage::Tx& tx) -> Result<void> {
            tx.setLabel({name});
            id = tx.insert(person(name));
            return {};
        }));
        return *id;
    }

    void rename(domain::PersonId id, const std::string& name)
    {
        REQUIRE(file->write(doing(domain::Op::EditPerson), [&](storage::Tx& tx) -> Result<void> {
            auto row = tx.find<domain::Person>(id)->data;
            row.fullName = name;
            tx.update(id, row);
            return {};
        }));
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
};

}

TEST_CASE_METHOD(ChangeLogFixture, "undo brings every row back, redo repeats it, again and again")
{
    const auto empty = dump(*file);
    const auto id = add("Bùi Quang Huy");
    const auto added = dump(*file);
    rename(id, "Bùi Quang Huy A");
    const auto renamed = dump(*file);
    for (int round = 0; round < 3; ++round) {
        REQUIRE(turn(domain::Op::Undo));
        CHECK(dump(*file) == added);
        REQUIRE(turn(domain::Op::Undo));
        CHECK(dump(*file) == empty);
        CHECK_FALSE(storage::undoState(file->reader()).undo);
        REQUIRE(turn(domain::Op::Redo));
        CHECK(dump(*file) == added);
        REQUIRE(turn(domain::Op::Redo));
        CHECK(dump(*file) == renamed);
        CHECK_FALSE(storage::undoState(file->reader()).redo);
    }
}

TEST_CASE_METHOD(ChangeLogFixture, "a new operation ends redo, and a barrier ends undo")
{
    add("A Khôi");
    REQUIRE(turn(domain::Op::Undo));
    add("Y Hiền");
    CHECK_FALSE(storage::undoState(file->reader()).redo);
    REQUIRE(file->write(doing(domain::Op::IssuePlan), [&](storage::Tx& tx) -> Result<void> {
        tx.insert(person("Người ký"));
        return {};
    }));
    CHECK_FALSE(storage::undoState(file->reader()).undo);
}

TEST_CASE_METHOD(ChangeLogFixture, "undo refuses when a row has changed since")
{
    const auto id = add("A Hùng");
    file->reader().execute("UPDATE person SET note = 'sửa ngoài' WHERE id = ?", {id.value()});
    const auto before = dump(*file);
    const auto undone = turn(domain::Op::Undo);
    REQUIRE_FALSE(undone);
    CHECK(undone.error().code == ErrorCode::StaleRow);
    CHECK(dump(*file) == before);
}

TEST_CASE_METHOD(ChangeLogFixture, "a row changed by somebody else since it was read is not overwritten")
{
    const auto id = add("Cao Thị Xuân");
    const auto read = file->reader().find<domain::Person>(id);
    rename(id, "Cao Thị Xuân B");
    const auto written = file->write(doing(domain::Op::EditPerson), [&](storage::Tx& tx) -> Result<void> {
        auto row = read->data;
        row.note = "mới";
        tx.update(id, row, read->version);
        return {};
    });
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::StaleRow);
}

TEST_CASE_METHOD(ChangeLogFixture, "an operation that changes nothing leaves no record")
{
    const auto id = add("Ngô Thị Ánh Tuyết");
    const auto entries = storage::recentChanges(file->reader(), 10).size();
    rename(id, "Ngô Thị Ánh Tuyết");
    CHECK(storage::recentChanges(file->reader(), 10).size() == entries);
}

TEST_CASE_METHOD(ChangeLogFixture, "a failing body leaves neither rows nor record")
{
    const auto before = dump(*file);
    const auto entries = storage::recentChanges(file->reader(), 10).size();
    const auto written = file->write(doing(domain::Op::AddStaff), [&](storage::Tx& tx) -> Result<void> {
        tx.insert(person("Sẽ không có"));
        return fail(ErrorCode::Validation, "person.name-missing");
    });
    REQUIRE_FALSE(written);
    CHECK(dump(*file) == before);
    CHECK(storage::recentChanges(file->reader(), 10).size() == entries);
}

TEST_CASE_METHOD(ChangeLogFixture, "the chain shows tampering, and the record itself cannot be altered")
{
    add("Lương Thị Thanh Tâm");
    add("Đặng Thị Phương Mai");
    CHECK_FALSE(storage::firstBrokenEntry(file->reader()));
    CHECK_THROWS_AS(file->reader().execute("UPDATE change_op SET user_name = 'x'"), SQLite::Exception);
    CHECK_THROWS_AS(file->reader().execute("DELETE FROM change_row"), SQLite::Exception);
    storage::thaw(file->database());
    file->reader().execute("DROP TRIGGER change_row_no_update");
    file->reader().execute("UPDATE change_row SET after_json = replace(after_json, 'Tâm', 'Tám') WHERE op_id = 1");
    const auto broken = storage::firstBrokenEntry(file->reader());
    REQUIRE(broken);
    CHECK(*broken == 1);
}
