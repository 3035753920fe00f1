// SPDX-License-Identifier: GPL-3.0-or-later
// Files of the schemas that were released, upgraded, with the program killed at each end of a write of the upgrade: before it, in it and
// after it. Afterwards the file is read, finds nothing, and the next start finishes the upgrade. THIDUA_ATTACKS: how many of each file.
#include "attack/disk.h"
#include "support/catch.h"
#include "support/fixture_file.h"

#include <algorithm>
#include <iostream>

namespace thidua::test {
namespace {

namespace fs = std::filesystem;

/// The steps by which SQLite ends a transaction, each with the one before and the one after it.
std::vector<long> endsOfWrites(const std::vector<DiskStep>& steps)
{
    std::vector<long> ends;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto& step = steps[i];
        const bool zeroed = step.kind == 'w' && step.offset == 0 && std::ranges::all_of(step.data, [](char c) { return c == 0; });
        const bool placed = step.kind == 'r' || step.kind == 'l';
        if (placed || (step.path.ends_with("-journal") && (zeroed || step.kind == 't' || step.kind == 'u')))
            for (const long at : {static_cast<long>(i), static_cast<long>(i) + 1, static_cast<long>(i) + 2})
                ends.push_back(at);
    }
    std::ranges::sort(ends);
    ends.erase(std::ranges::unique(ends).begin(), ends.end());
    std::erase_if(ends, [&](long at) { return at < 1 || at > static_cast<long>(steps.size()); });
    return ends;
}

}

TEST_CASE("an upgrade killed at any end of a write is finished by the next start")
{
    const std::string fixture = GENERATE(as<std::string>(), "mang-den-schema-1", "mang-den-schema-2", "mang-den-schema-5");
    const Disk disk;
    const fs::path old = disk.scratch() / "old.thidua";
    unpackFixture(fixture + ".thidua", old);
    const auto upgrade = worker(disk.place("a.thidua"), 7, 0);
    const auto log = disk.scratch() / "steps.log";
    disk.fill({{old, "a.thidua"}});
    REQUIRE(disk.run(upgrade, {}, log).code == 0);
    const auto ends = endsOfWrites(readSteps(log));
    REQUIRE(ends.size() > 8);
    const std::string whole = stateOf(disk, "a.thidua");
    const std::string found = faultsOf(disk, "a.thidua");
    const int wanted = std::min<int>(attacks("THIDUA_ATTACKS", 5), static_cast<int>(ends.size()));
    for (int i = 0; i < wanted; ++i) {
        const long at = ends[static_cast<std::size_t>(i) * (ends.size() - 1) / static_cast<std::size_t>(std::max(1, wanted - 1))];
        disk.fill({{old, "a.thidua"}});
        const Ended ended = disk.run(upgrade, {at, i % 2 == 0 ? "kill" : "torn"});
        INFO(fixture << ", step " << at << ": exit " << ended.code << ' ' << bytesOf(disk.scratch() / "err"));
        CHECK(ended.killed);
        CHECK(disk.run(cli("info '" + disk.place("a.thidua").string() + "' --json")).code == 0);
        CHECK(faultsOf(disk, "a.thidua") == found); // before it is finished
        CHECK(stateOf(disk, "a.thidua") == whole);  // the next start finishes it
        CHECK(faultsOf(disk, "a.thidua") == found);
        for (const auto& entry : fs::directory_iterator(disk.place(""))) {
            const auto name = entry.path().filename().string();
            INFO(name);
            CHECK_FALSE(name.starts_with(".")); // swept by the next start
            if (name.find("_truoc-nang-cap_v") != std::string::npos)
                CHECK(disk.run(cli("verify '" + entry.path().string() + "'")).code <= 1); // by its older rules some rows may be told of
        }
    }
    std::cout << fixture << ": " << ends.size() << " places of " << readSteps(log).size() << " steps, killed at " << wanted << '\n';
}

}
