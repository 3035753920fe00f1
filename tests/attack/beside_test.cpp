// SPDX-License-Identifier: GPL-3.0-or-later
// Programs beside each other: one that reads a file while another one writes it sees one state of it, and a share that lets everybody in is
// not written to.
#include "attack/disk.h"
#include "support/catch.h"

#include <iostream>
#include <map>

namespace thidua::test {
namespace {

namespace fs = std::filesystem;

struct School {
    School()
    {
        disk.fill({});
        REQUIRE(disk.run(cli("new " + at("a.thidua") + " --sample hong-duong")).code == 0);
    }
    std::string at(const std::string& name) const { return "'" + disk.place(name).string() + "'"; }
    Disk disk;
};

}

TEST_CASE_METHOD(School, "what is read beside a program that writes is one state: no finding comes from it")
{
    // One after the other, each opens the file, writes, and closes it again.
    const auto writer = disk.begin("sh -c 'for i in $(seq " + std::to_string(attacks("THIDUA_ATTACKS", 50)) + "); do " + "\"" ATTACK_WORKER "\" "
                                   + disk.place("a.thidua").string() + " $i 2; done' >acks");
    std::map<std::string, std::map<int, int>> answers;
    for (int round = 0; disk.isRunning(writer); ++round) {
        const auto copy = "copy" + std::to_string(round) + ".thidua";
        for (const auto& [name, command] : {std::pair<std::string, std::string>{"check", "check " + at("a.thidua") + " --json"}, {"verify", "verify " + at("a.thidua")},
                                            {"backup", "backup " + at("a.thidua") + " --to " + at(copy)}, {"info", "info " + at("a.thidua") + " --json"}}) {
            const Ended ended = disk.run(cli(command));
            INFO(name << ": exit " << ended.code << ' ' << ended.out << bytesOf(disk.scratch() / "err"));
            CHECK((ended.code == 0 || ended.code == 4));
            ++answers[name][ended.code];
        }
        if (fs::exists(disk.place(copy))) {
            const Ended verified = disk.run(cli("verify " + at(copy)));
            INFO(verified.out << bytesOf(disk.scratch() / "err"));
            CHECK(verified.code == 0);
            fs::remove(disk.place(copy));
        }
    }
    const std::string acks = bytesOf(disk.place("acks"));
    CHECK(acks.find("refused") == std::string::npos);
    CHECK(faultsOf(disk, "a.thidua") == "");
    for (const auto& [name, codes] : answers)
        for (const auto& [code, count] : codes)
            std::cout << name << " beside a writer: exit " << code << " " << count << " times\n";
}

TEST_CASE_METHOD(School, "a full disk is told with the name that was given, never with that of a file in the making")
{
    for (const std::string& command : {"new " + at("b.thidua"), "new " + at("b.thidua") + " --sample hong-duong", "backup " + at("a.thidua") + " --to " + at("b.thidua"),
                                      "restore " + at("a.thidua") + " --to " + at("b.thidua"), "export " + at("a.thidua") + " --to " + at("b.thidua")})
        for (const long step : {1L, 2L}) {
            const Ended ended = disk.run(cli(command), {step, "full"});
            const std::string said = bytesOf(disk.scratch() / "err");
            INFO(command << ", step " << step << ": " << said);
            CHECK(ended.code == 3);
            CHECK(said.find("đã đầy") != std::string::npos);
            CHECK(said.find("b.thidua”") != std::string::npos);
            CHECK(said.find(".tmp") == std::string::npos);
            CHECK_FALSE(fs::exists(disk.place("b.thidua")));
        }
}

TEST_CASE_METHOD(School, "a share that gives a lock to everybody is opened for looking alone")
{
    const std::string before = bytesOf(disk.place("a.thidua"));
    const Ended ended = disk.run(worker(disk.place("a.thidua"), 1, 1), {0, "nolock"});
    CHECK(ended.code == 1);
    CHECK(ended.out == "refused\n");
    CHECK(bytesOf(disk.scratch() / "err") == "file.locks-not-kept\n");
    CHECK(bytesOf(disk.place("a.thidua")) == before);
    CHECK(disk.run(cli("info " + at("a.thidua") + " --json"), {0, "nolock"}).code == 0);
    CHECK(disk.run(worker(disk.place("a.thidua"), 1, 1)).code == 0);
}

}
