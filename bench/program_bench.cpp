// SPDX-License-Identifier: GPL-3.0-or-later
#include "program_bench.h"

#include "bench_school.h"
#include "domain/school_year.h"
#include "services/core/sample_service.h"
#include "services/core/school_service.h"
#include "services/review/nomination_service.h"
#include "timing.h"

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace thidua::bench {

void run(const std::string& command)
{
    if (std::system(command.c_str()) != 0)
        throw std::runtime_error(command);
}

std::function<void()> running(std::string command)
{
    return [command = std::move(command)] { run(command + " >/dev/null"); };
}

namespace {

namespace fs = std::filesystem;

/// A school of so many, all of whose nominations have been judged.
fs::path judgedSchool(const fs::path& folder, int people)
{
    const FixedClock clock(kReview);
    const auto path = folder / ("school-" + std::to_string(people) + ".thidua");
    makeSchool(path, people, clock);
    auto file = services::SchoolFile::open(path, services::SchoolFile::Mode::ReadWrite, clock, {"bench"});
    if (!file)
        throw std::runtime_error(file.error().key);
    if (!services::NominationService(**file).refresh(services::SchoolService(**file).years().value().front().id))
        throw std::runtime_error("the school was not judged");
    return path;
}

/// The parts of the window bench's own words.
void tell(const fs::path& folder, const char* what, const fs::path& school)
{
    std::printf("\n%s, %s:\n", what, school.filename().string().c_str());
    std::fflush(stdout);
    run((folder / "thidua-bench-window").string() + " " + what + " " + school.string());
}

}

int measurePrograms(const fs::path& programs)
{
    const auto folder = fs::temp_directory_path() / "thidua-bench-programs";
    fs::remove_all(folder);
    fs::create_directories(folder);
    const FixedClock summer(Date(2022, 7, 1));
    const auto sample = folder / "mang-den.thidua";
    if (!services::createSample(sample, "mang-den", summer))
        throw std::runtime_error("the sample school was not made");
    const auto bare = running((programs / "thidua-bench-bare").string());
    const auto window = [&](const fs::path& school, const char* today) {
        return running((programs / "thidua-bench-window").string() + " start " + school.string() + " " + today);
    };
    std::printf("| measure | Thi Đua | other | ratio | at most |\n|---|---|---|---|---|\n");
    row("start to painted window, Măng Đen, against a bare Qt window", inTurn(9, window(sample, "2022-07-01"), bare), "2.2");
    const auto small = judgedSchool(folder, 200);
    const auto large = judgedSchool(folder, 1000);
    row("the same, 200 staff, 10 years", inTurn(9, window(small, "2022-05-25"), bare), "3");
    row("the same, 1,000 staff, 10 years", inTurn(7, window(large, "2022-05-25"), bare), "5");
    const auto info = running((programs / "thidua-cli").string() + " info " + sample.string());
    row("`thidua-cli info`, CPU, against an empty sqlite3", inTurnByCpu(21, info, running("sqlite3 :memory: ''")), "8");
    tell(programs, "pages", large);
    tell(programs, "latency", large);
    tell(programs, "memory", large);
    const auto pupils = folder / "pupils.thidua";
    if (!services::createSample(pupils, "large:2000x1", summer))
        throw std::runtime_error("the school of 2,000 pupils was not made");
    tell(programs, "pupils", pupils);
    fs::remove_all(folder);
    return 0;
}

}
