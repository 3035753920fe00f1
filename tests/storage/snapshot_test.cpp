// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/snapshot.h"

#include "storage_support.h"

using namespace thidua;
using namespace thidua::test;
using storage::DataFile;

namespace {

Result<domain::ChangeSet> addPerson(DataFile& file, const std::string& name)
{
    return file.write(doing(domain::Op::AddStaff), [&name](storage::Tx& tx) -> Result<void> {
        tx.insert(person(name));
        return {};
    });
}

}

TEST_CASE("what is written while a copy is being taken is in the copy, and what is written to the copy stays there")
{
    const Scratch scratch;
    auto file = DataFile::create(scratch / "a.thidua", kNow).value();
    REQUIRE(addPerson(*file, "Võ Thị Kim Ánh"));
    storage::Snapshot snapshot(*file);
    REQUIRE_FALSE(snapshot.step(1).value());
    REQUIRE(addPerson(*file, "Lê Thị Thùy Dung"));
    while (!snapshot.step(1).value()) { }
    const auto copy = snapshot.take();
    CHECK(dump(*copy) == dump(*file));
    REQUIRE(addPerson(*copy, "A Bình"));
    CHECK(dump(*copy) != dump(*file));
    REQUIRE(addPerson(*file, "Y Hiền"));
    CHECK(dump(*copy) != dump(*file));
}
