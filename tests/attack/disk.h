// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scratch.h"

#include <cstdint>
#include <string>
#include <vector>

namespace thidua::test {

/// How a program ended.
struct Ended {
    int code = -1;         ///< exit code; -1 when it was killed
    bool killed = false;
    long steps = 0;        ///< what it did to the disk below the folder
    std::string out;
};

/// What is to go wrong: the how-manieth step, and in which way (disk_faults.cpp).
struct Fault {
    long at = 0;
    std::string how = "none";
};

/// A folder whose disk can be spoiled, and the program in it.
class Disk {
public:
    const Scratch& scratch() const { return m_scratch; }
    std::filesystem::path place(const std::string& name) const { return m_scratch / "school" / name; }
    /// Empties the folder and puts copies of these files into it.
    void fill(const std::vector<std::pair<std::filesystem::path, std::string>>& files) const;
    /// `command` runs in the folder. `log`: where its steps are written down.
    Ended run(const std::string& command, const Fault& fault = {}, const std::filesystem::path& log = {}) const;
    /// Kills it so many milliseconds after it has said its first word.
    Ended runAndKill(const std::string& command, int milliseconds) const;
    /// Starts a program that goes on beside others; its own output has to go to a file.
    int begin(const std::string& command) const;
    /// Whether it still goes on.
    bool isRunning(int program) const;

private:
    Scratch m_scratch;
};

/// Which state a school file is in: how many operations its record holds. Empty when there is no file; "?" and why
/// when it cannot be read. What a crash left behind is recovered first, by opening it as the program does.
std::string stateOf(const Disk& disk, const std::string& name);
/// What `check` says of it; empty when all is well.
std::string faultsOf(const Disk& disk, const std::string& name);

/// How many attacks of a kind: what this setting of the environment says, else `usual`.
int attacks(const char* setting, int usual);

std::string worker(const std::filesystem::path& file, unsigned seed, int count);
std::string cli(const std::string& arguments);

/// One step as disk_faults.cpp wrote it down: (w)rite, (t)runcate, (s)ync, (r)ename, (l)ink, (u)nlink, (x): one that failed by itself.
struct DiskStep {
    char kind = 'w';
    std::string path;
    std::int64_t offset = 0; ///< for t: the size
    std::string data;        ///< for r and l: the other name
};
std::vector<DiskStep> readSteps(const std::filesystem::path& log);

/// What may be on the disk when the power goes after the first `count` steps: all that was synced, and of the rest any part, torn in the
/// middle of a write and in any order.
void powerCut(const Disk& disk, const std::vector<DiskStep>& steps, std::size_t count, unsigned seed);

}
