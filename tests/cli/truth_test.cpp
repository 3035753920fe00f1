// SPDX-License-Identifier: GPL-3.0-or-later
// What `check` and `verify` say, and that a damaged backup is never called sound.
#include "cli_support.h"

#include <nlohmann/json.hpp>

using namespace thidua::test;

TEST_CASE_METHOD(Cli, "check says what it rests on, and verify what has changed since the backup was made")
{
    REQUIRE(run("new a.thidua --sample mang-den").code == 0);
    auto checked = run("check a.thidua --json");
    CHECK(checked.code == 0);
    CHECK(checked.parsed().at("ok") == true);
    CHECK(checked.parsed().at("problems").empty());
    CHECK(checked.parsed().at("anchors") == 0);
    CHECK(checked.parsed().at("notes").size() == 1); // nothing outside vouches for the end of the record
    REQUIRE(run("backup a.thidua --to b.thidua").code == 0);
    checked = run("check a.thidua --json");
    CHECK(checked.parsed().at("anchors") == 1);
    CHECK(checked.parsed().at("proven_up_to") == checked.parsed().at("record").at("operations"));
    const auto sound = run("verify b.thidua --json");
    CHECK(sound.code == 0);
    CHECK(sound.parsed().at("sealed") == true);
    CHECK(run("check b.thidua --json").parsed().at("sealed") == true);
    // What vouches for a file is named, and is never the file itself.
    CHECK(checked.parsed().at("notes").dump().find("b.thidua") != std::string::npos);
    CHECK(sound.parsed().at("notes").dump().find("b.thidua") == std::string::npos);
    CHECK(sound.parsed().at("notes").dump().find("sổ sao lưu của máy này") != std::string::npos);

    auto bytes = bytesOf(scratch / "b.thidua");
    for (const std::size_t at : {std::size_t{5'000}, bytes.size() / 2, bytes.size() - 600, bytes.size() - 3}) {
        INFO(at);
        auto damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        write("c.thidua", damaged);
        const auto found = run("verify c.thidua --json");
        CHECK(found.code == 1);
        CHECK(found.parsed().at("ok") == false);
        CHECK(found.err.find("c.thidua") != std::string::npos);
        CHECK(found.err.find("lỗi bên trong") == std::string::npos);
        CHECK(run("restore c.thidua --to d.thidua").code != 0);
    }
}
