// SPDX-License-Identifier: GPL-3.0-or-later
// Every step that a save, a backup, a restore, a new file and an upgrade take on the disk fails, is cut short or is the program's last; the
// power goes in the middle. Afterwards the file is what it was before or what it was to become, and what was said is true.
// THIDUA_ATTACKS: how many attacks of each kind (tests/attack/run tries them all); THIDUA_VERB: the steps of one verb alone; THIDUA_TURN: each
// step in one of the ways, in turn, so that every step of the long verbs can be spoiled (tests/attack/steps).
#include "support/catch.h"
#include "support/fixture_file.h"

#include "attack/disk.h"

#include <array>
#include <cstdlib>
#include <iostream>
#include <random>

namespace thidua::test {
namespace {

namespace fs = std::filesystem;

/// The round to begin with, to see one again.
int firstRound()
{
    const char* wanted = std::getenv("THIDUA_FROM");
    return wanted ? std::atoi(wanted) : 0;
}

/// A verb, the file that it leaves, and what else is to be looked at.
struct Verb {
    std::string name;
    std::vector<std::pair<fs::path, std::string>> files; ///< what lies in the folder before
    std::string command;
    std::string target;                                  ///< whose state counts
};

/// Files made once: a sample school, one with an operation more, a backup of the first, a school of an earlier schema.
struct Attack {
    Disk disk;
    fs::path school = disk.scratch() / "school.thidua";
    fs::path later = disk.scratch() / "later.thidua";
    fs::path old = disk.scratch() / "old.thidua";
    fs::path small = disk.scratch() / "small.thidua";
    int tried = 0;

    Attack()
    {
        disk.fill({});
        REQUIRE(disk.run(cli("new '" + disk.place("a.thidua").string() + "' --sample hong-duong")).code == 0);
        fs::copy_file(disk.place("a.thidua"), school);
        REQUIRE(disk.run(worker(disk.place("a.thidua"), 3, 2)).code == 0);
        fs::copy_file(disk.place("a.thidua"), later);
        unpackFixture("mang-den-schema-2.thidua", old);
        unpackFixture("mang-den-schema-5.thidua", small);
    }
    std::string at(const std::string& name) const { return "'" + disk.place(name).string() + "'"; }
    std::vector<Verb> verbs() const
    {
        return {
            {"a save", {{school, "a.thidua"}}, worker(disk.place("a.thidua"), 7, 1), "a.thidua"},
            {"a backup", {{school, "a.thidua"}}, cli("backup " + at("a.thidua") + " --to " + at("copy.thidua")), "copy.thidua"},
            {"a restore", {{later, "a.thidua"}, {school, "copy.thidua"}},
             cli("restore " + at("copy.thidua") + " --to " + at("a.thidua") + " --replace"), "a.thidua"},
            {"a new file", {}, cli("new " + at("a.thidua") + " --sample hong-duong"), "a.thidua"},
            {"an upgrade", {{old, "a.thidua"}}, worker(disk.place("a.thidua"), 7, 0), "a.thidua"},
            {"a new file without a sample", {}, cli("new " + at("a.thidua")), "a.thidua"},
            {"an upgrade of a small file", {{small, "a.thidua"}}, worker(disk.place("a.thidua"), 7, 0), "a.thidua"},
        };
    }
    /// The verb under a fault; nothing may be left between before and after.
    void attack(const Verb& verb, const Fault& fault, const std::string& before, const std::string& after)
    {
        ++tried;
        disk.fill(verb.files);
        const Ended ended = disk.run(verb.command, fault);
        INFO(verb.name << ", step " << fault.at << " " << fault.how << ": exit " << ended.code << (ended.killed ? " (killed)" : "") << ' '
                       << bytesOf(disk.scratch() / "err"));
        CHECK(ended.code != -2); // by itself it never crashes
        const std::string state = stateOf(disk, verb.target);
        CHECK((state == before || state == after));
        if (!ended.killed)
            CHECK(state == (ended.code == 0 ? after : before));
        if (fs::exists(disk.place(verb.target)))
            CHECK(faultsOf(disk, verb.target) == "");
        if (verb.name == "a backup")
            CHECK(faultsOf(disk, "a.thidua") == "");
    }
};

}

TEST_CASE_METHOD(Attack, "every step on the disk fails, is refused, cut short or the last one")
{
    const char* only = std::getenv("THIDUA_VERB"); // one of them, by its name
    for (const auto& verb : verbs()) {
        if (only != nullptr && verb.name != only)
            continue;
        disk.fill(verb.files);
        const std::string before = stateOf(disk, verb.target);
        disk.fill(verb.files);
        const Ended smooth = disk.run(verb.command);
        INFO(verb.name << bytesOf(disk.scratch() / "err"));
        REQUIRE(smooth.code == 0);
        REQUIRE(smooth.steps > 3);
        const std::string after = stateOf(disk, verb.target);
        const int wanted = std::min<int>(attacks("THIDUA_ATTACKS", 5), static_cast<int>(smooth.steps));
        constexpr std::array kWays{"fail", "full", "short", "kill", "torn"};
        const bool inTurn = std::getenv("THIDUA_TURN") != nullptr;
        for (std::size_t way = 0; way < (inTurn ? 1 : kWays.size()); ++way)
            for (int i = inTurn ? firstRound() : 0; i < wanted; ++i) {
                const long step = 1 + i * (smooth.steps - 1) / std::max(1, wanted - 1);
                attack(verb, {step, kWays[inTurn ? static_cast<std::size_t>(i) % kWays.size() : way]}, before, after);
            }
        std::cout << verb.name << ": " << smooth.steps << " steps on the disk\n";
    }
    std::cout << "attacks: " << tried << '\n';
}

TEST_CASE_METHOD(Attack, "a program killed at any moment loses nothing that it has said is written")
{
    std::mt19937 dice(20261130);
    const int rounds = attacks("THIDUA_ATTACKS", 50);
    disk.fill({{school, "a.thidua"}});
    long known = std::atol(stateOf(disk, "a.thidua").c_str());
    for (int round = 0; round < rounds; ++round) {
        const Ended ended = disk.runAndKill(worker(disk.place("a.thidua"), static_cast<unsigned>(round), 100000), static_cast<int>(dice() % 60));
        INFO("round " << round << ": exit " << ended.code << ' ' << bytesOf(disk.scratch() / "err"));
        CHECK(ended.killed);
        CHECK(ended.out.find("refused") == std::string::npos);
        const long said = std::count(ended.out.begin(), ended.out.end(), '\n');
        const std::string state = stateOf(disk, "a.thidua");
        REQUIRE_FALSE(state.starts_with("?"));
        const long count = std::atol(state.c_str());
        CHECK(count >= known + said);
        CHECK(count <= known + said + 1);
        known = count;
        CHECK(faultsOf(disk, "a.thidua") == "");
    }
    std::cout << "kills: " << rounds << ", operations kept: " << known << '\n';
}

TEST_CASE_METHOD(Attack, "after a power cut the file is as after one of its operations, and no earlier than the last synced one")
{
    disk.fill({{school, "a.thidua"}});
    const auto log = disk.scratch() / "steps.log";
    REQUIRE(disk.run(worker(disk.place("a.thidua"), 11, 3) + " >acks", {}, log).code == 0);
    const auto steps = readSteps(log);
    REQUIRE(steps.size() > 20);
    disk.fill({{school, "a.thidua"}});
    const long start = std::atol(stateOf(disk, "a.thidua").c_str());
    const int rounds = attacks("THIDUA_ATTACKS", 60);
    for (int round = firstRound(); round < rounds; ++round) {
        disk.fill({{school, "a.thidua"}});
        std::mt19937 dice(static_cast<unsigned>(round));
        const auto count = dice() % (steps.size() + 1);
        powerCut(disk, steps, count, static_cast<unsigned>(round));
        const long told = std::count_if(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(count),
                                        [&](const DiskStep& step) { return step.kind == 'w' && step.path == disk.place("acks").string(); });
        INFO("round " << round << ", after step " << count << " of " << steps.size() << ", told " << told);
        const std::string state = stateOf(disk, "a.thidua");
        REQUIRE_FALSE(state.starts_with("?"));
        const long operations = std::atol(state.c_str());
        CHECK(operations >= start + told - 1); // the name of the last journal may come back: that one operation is rolled back
        CHECK(operations <= start + 3);
        CHECK(faultsOf(disk, "a.thidua") == "");
    }
    std::cout << "power cuts: " << rounds << " among " << steps.size() << " steps\n";
}

}
