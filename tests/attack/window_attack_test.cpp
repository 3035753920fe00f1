// SPDX-License-Identifier: GPL-3.0-or-later
// The window killed at a random moment of random things that a person does in it (window_worker.cpp). THIDUA_KILLS: how often.
#include "attack/disk.h"
#include "support/catch.h"

#include <algorithm>
#include <iostream>
#include <random>

namespace thidua::test {
namespace {

namespace fs = std::filesystem;

std::string windowWorker(const Disk& disk, unsigned seed, int count)
{
    return "'" WINDOW_WORKER "' '" + disk.place("a.thidua").string() + "' " + std::to_string(seed) + " " + std::to_string(count);
}

int hiddenIn(const fs::path& folder)
{
    int hidden = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        hidden += entry.path().filename().string().starts_with(".") ? 1 : 0;
    return hidden;
}

}

TEST_CASE("a window killed at any moment loses nothing that it has said is written")
{
    const Disk disk;
    disk.fill({});
    REQUIRE(disk.run(windowWorker(disk, 1, 0)).code == 0); // founds the school
    const int rounds = attacks("THIDUA_KILLS", 6);
    std::mt19937 dice(static_cast<unsigned>(attacks("THIDUA_SEED", 20261130)));
    long known = std::atol(stateOf(disk, "a.thidua").c_str());
    long told = 0;
    for (int round = 0; round < rounds; ++round) {
        const Ended ended = disk.runAndKill(windowWorker(disk, static_cast<unsigned>(dice()), 100000), static_cast<int>(dice() % 700));
        INFO("round " << round << ": exit " << ended.code << ' ' << bytesOf(disk.scratch() / "err"));
        CHECK(ended.killed);
        const long said = std::count(ended.out.begin(), ended.out.end(), '\n');
        told += said;
        const std::string state = stateOf(disk, "a.thidua");
        REQUIRE_FALSE(state.starts_with("?"));
        const long count = std::atol(state.c_str());
        CHECK(count >= known + said);
        CHECK(count <= known + said + 1);
        known = count;
        CHECK(faultsOf(disk, "a.thidua") == "");
    }
    CHECK(told > rounds);
    int backups = 0;
    for (const auto& entry : fs::directory_iterator(disk.place("sao-luu")))
        if (entry.path().extension() == ".thidua") {
            ++backups;
            INFO(entry.path());
            CHECK(disk.run(cli("verify '" + entry.path().string() + "'")).code == 0);
        }
    REQUIRE(disk.run(windowWorker(disk, 2, 0)).code == 0); // the next start
    CHECK(hiddenIn(disk.place("")) == 0);
    std::cout << "windows killed: " << rounds << ", operations told: " << told << ", kept: " << known << ", backups: " << backups << '\n';
}

}
