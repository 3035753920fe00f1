// SPDX-License-Identifier: GPL-3.0-or-later
#include "attack/disk.h"

#include "support/catch.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <map>
#include <random>
#include <signal.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace thidua::test {

namespace fs = std::filesystem;

namespace {

Ended endedWith(int status)
{
    Ended ended;
    ended.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : ended.killed ? -1 : -2; // -2: it crashed by itself
    return ended;
}

pid_t start(const Disk& disk, const std::string& command, const Fault& fault, const fs::path& log)
{
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child > 0)
        return child;
    ::setpgid(0, 0);
    ::setenv("DISK_FOLDER", disk.place("").c_str(), 1);
    ::setenv("DISK_AT", std::to_string(fault.at).c_str(), 1);
    ::setenv("DISK_HOW", fault.how.c_str(), 1);
    ::setenv("DISK_COUNT", (disk.scratch() / "steps").c_str(), 1);
    ::setenv("DISK_LOG", log.c_str(), 1);
    ::setenv("THIDUA_DATA", (disk.scratch() / "data").c_str(), 1);
    // Its output goes to a file below the folder when the command says so, else beside it.
    const std::string out = command.find('>') == std::string::npos ? " >'" + (disk.scratch() / "out").string() + "'" : std::string();
    const std::string line = "cd '" + disk.place("").string() + "' && exec env LD_PRELOAD='" DISK_FAULTS "' " + command + out + " 2>'"
        + (disk.scratch() / "err").string() + "'";
    ::execl("/bin/sh", "sh", "-c", line.c_str(), nullptr);
    ::_exit(127);
}

Ended collect(const Disk& disk, int status)
{
    Ended ended = endedWith(status);
    ended.out = bytesOf(disk.scratch() / "out");
    const std::string steps = bytesOf(disk.scratch() / "steps");
    ended.steps = steps.empty() ? 0 : std::atol(steps.c_str());
    return ended;
}

}

void Disk::fill(const std::vector<std::pair<fs::path, std::string>>& files) const
{
    fs::remove_all(place(""));
    fs::create_directories(place(""));
    for (const auto& [from, name] : files)
        fs::copy_file(from, place(name));
}

Ended Disk::run(const std::string& command, const Fault& fault, const fs::path& log) const
{
    fs::remove(m_scratch / "steps");
    const pid_t child = start(*this, command, fault, log);
    int status = 0;
    ::waitpid(child, &status, 0);
    return collect(*this, status);
}

Ended Disk::runAndKill(const std::string& command, int milliseconds) const
{
    fs::remove(m_scratch / "out");
    const pid_t child = start(*this, command, {}, {});
    for (int waited = 0; waited < 20'000 && bytesOf(m_scratch / "out").empty(); ++waited)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    return collect(*this, status);
}

int Disk::begin(const std::string& command) const
{
    return start(*this, command, {}, {});
}

bool Disk::isRunning(int program) const
{
    int status = 0;
    return ::waitpid(program, &status, WNOHANG) == 0;
}

int attacks(const char* setting, int usual)
{
    const char* wanted = std::getenv(setting);
    return wanted != nullptr ? std::max(1, std::atoi(wanted)) : usual;
}

std::string worker(const fs::path& file, unsigned seed, int count)
{
    return "'" ATTACK_WORKER "' '" + file.string() + "' " + std::to_string(seed) + " " + std::to_string(count);
}

std::string cli(const std::string& arguments)
{
    return "'" THIDUA_CLI "' " + arguments;
}

std::string stateOf(const Disk& disk, const std::string& name)
{
    if (!fs::exists(disk.place(name)))
        return {};
    if (const Ended opened = disk.run(worker(disk.place(name), 0, 0)); opened.code != 0)
        return "? " + bytesOf(disk.scratch() / "err");
    sqlite3* db = nullptr;
    std::string state = "? sqlite";
    if (sqlite3_open_v2(disk.place(name).c_str(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK) {
        sqlite3_stmt* row = nullptr;
        sqlite3_prepare_v2(db, "SELECT count(*) FROM change_op", -1,
                           &row, nullptr);
        if (sqlite3_step(row) == SQLITE_ROW)
            state = reinterpret_cast<const char*>(sqlite3_column_text(row, 0));
        sqlite3_finalize(row);
    }
    sqlite3_close(db);
    return state;
}

std::string faultsOf(const Disk& disk, const std::string& name)
{
    const Ended checked = disk.run(cli("check '" + disk.place(name).string() + "' --json"));
    return checked.code == 0 ? std::string() : "exit " + std::to_string(checked.code) + ": " + checked.out + bytesOf(disk.scratch() / "err");
}

std::vector<DiskStep> readSteps(const fs::path& log)
{
    const std::string bytes = bytesOf(log);
    std::vector<DiskStep> steps;
    for (std::size_t at = 0; at + 25 <= bytes.size();) {
        DiskStep step;
        std::int64_t head[3];
        step.kind = bytes[at];
        std::memcpy(head, bytes.data() + at + 1, sizeof head);
        at += 25;
        step.offset = head[0];
        step.path = bytes.substr(at, static_cast<std::size_t>(head[1]));
        at += static_cast<std::size_t>(head[1]);
        step.data = bytes.substr(at, static_cast<std::size_t>(head[2]));
        at += static_cast<std::size_t>(head[2]);
        steps.push_back(std::move(step));
    }
    return steps;
}

namespace {

/// The files as they lie on the disk, and what is still under way to it.
class Platter {
public:
    explicit Platter(const fs::path& folder)
    {
        for (const auto& entry : fs::directory_iterator(folder))
            m_files[entry.path().string()] = bytesOf(entry.path());
    }
    void take(const DiskStep& step)
    {
        if (step.kind != 's') {
            m_pending.push_back(step);
            return;
        }
        std::vector<DiskStep> rest;
        for (const auto& one : m_pending)
            if (settledBy(one, step.path))
                apply(one, one.data.size());
            else
                rest.push_back(one);
        m_pending = std::move(rest);
    }
    /// The power goes: of what is under way, any part arrived.
    void cut(std::mt19937& dice)
    {
        std::shuffle(m_pending.begin(), m_pending.end(), dice);
        for (const auto& one : m_pending) {
            const auto fate = dice() % 4;
            if (fate == 1 && one.kind == 'w')
                apply(one, dice() % (one.data.size() / 512 + 1) * 512);
            else if (fate >= 2)
                apply(one, one.data.size());
        }
    }
    void writeTo(const fs::path& folder) const
    {
        fs::remove_all(folder);
        fs::create_directories(folder);
        for (const auto& [path, bytes] : m_files)
            std::ofstream(folder / fs::path(path).filename(), std::ios::binary) << bytes;
    }

private:
    /// Bytes and length by the file's own sync, names by their folder's.
    static bool settledBy(const DiskStep& one, const std::string& synced)
    {
        if (one.kind == 'w' || one.kind == 't')
            return one.path == synced;
        return fs::path(one.path).parent_path() == (fs::path(synced) / "").parent_path();
    }
    void apply(const DiskStep& one, std::size_t bytes)
    {
        switch (one.kind) {
        case 'w': {
            auto& file = m_files[one.path];
            const auto end = static_cast<std::size_t>(one.offset) + bytes;
            if (file.size() < end)
                file.resize(end);
            file.replace(static_cast<std::size_t>(one.offset), bytes, one.data.substr(0, bytes));
            break;
        }
        case 't': m_files[one.path].resize(static_cast<std::size_t>(one.offset)); break;
        case 'u': m_files.erase(one.path); break;
        case 'r':
        case 'l': {
            const auto target = (fs::path(one.path).parent_path() / fs::path(one.data).filename()).string();
            m_files[target] = m_files[one.path];
            if (one.kind == 'r')
                m_files.erase(one.path);
            break;
        }
        default: break;
        }
    }
    std::map<std::string, std::string> m_files;
    std::vector<DiskStep> m_pending;
};

}

void powerCut(const Disk& disk, const std::vector<DiskStep>& steps, std::size_t count, unsigned seed)
{
    std::mt19937 dice(seed);
    Platter platter(disk.place(""));
    for (std::size_t i = 0; i < count; ++i)
        platter.take(steps[i]);
    platter.cut(dice);
    platter.writeTo(disk.place(""));
}

}
