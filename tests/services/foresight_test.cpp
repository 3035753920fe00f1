// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sample_school.h"

#include "services/embedded_samples.h"
#include "services/foresight_service.h"
#include "services/scenario_runner.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

/// The sample school as it stood on a day: only what had happened by then.
class SchoolOn {
public:
    explicit SchoolOn(Date today) : m_clock(today)
    {
        const auto sample = std::ranges::find_if(embeddedSamples(), [](const auto& file) { return file.path.find("/mang-den/") != std::string_view::npos; });
        auto scenario = nlohmann::json::parse(sample->bytes);
        auto steps = nlohmann::json::array();
        for (auto& step : scenario["steps"])
            if (step["on"].get<std::string>() <= today.iso())
                steps.push_back(step);
        scenario["steps"] = steps;
        REQUIRE(ScenarioRunner::run(m_scratch / "a.thidua", scenario));
        m_file = SchoolFile::open(m_scratch / "a.thidua", SchoolFile::Mode::ReadWrite, m_clock, {"Lan"}).value();
    }
    SchoolFile& file() { return *m_file; }
    domain::SchoolYearId year(int startYear) { return SchoolService(*m_file).yearOf(SchoolYear(startYear)).value().id; }

private:
    Scratch m_scratch;
    FixedClock m_clock;
    std::unique_ptr<SchoolFile> m_file;
};

const char* wordOf(Chance c) { const char* w[] = {"Reached", "Near", "Possible", "Unknown", "Lost"}; return w[static_cast<int>(c)]; }

void print(const Prospect& p)
{
    std::cout << p.name << " | " << p.honourShort << " " << p.year.text() << " | " << wordOf(p.chance) << (p.registered ? " R" : "") << "\n";
    for (const auto& m : p.missing)
        std::cout << "      " << m.finding << ": " << m.text << " | " << (m.by ? m.by->vn() : "-") << " | " << m.certainlyLost << " | " << m.remedy << " | " << m.citation << "\n";
}

}

TEST_CASE("dump")
{
    for (const Date day : {Date(2022, 4, 10), Date(2022, 5, 21), Date(2022, 10, 1)}) {
        SchoolOn school(day);
        const auto year = school.year(day.month() == 10 ? 2022 : 2021);
        const auto t0 = std::chrono::steady_clock::now();
        const auto board = ForesightService(school.file()).board(year).value();
        std::cout << "== " << day.vn() << " near " << board.near << " by " << board.reviewBy.vn() << " rows " << board.people.size() << " ms "
                  << std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - t0).count() << "\n";
        for (const auto& p : board.people) print(p);
        if (day == Date(2022, 5, 21)) std::filesystem::copy_file(school.file().path(), "/tmp/may.thidua", std::filesystem::copy_options::overwrite_existing);
        for (const auto& c : board.collectives) {
            std::cout << c.name << " " << c.honourShort << " " << c.registered << "/" << c.members << " need " << c.needed << " " << c.enough << " " << c.citation << "\n";
            for (const auto& m : c.otherwise) std::cout << "      " << m.finding << ": " << m.text << "\n";
            for (const auto& m : c.met) std::cout << "      met " << m << "\n";
        }
        for (const auto& q : board.quotas) std::cout << q.title << " " << q.count << "/" << q.allowed << "\n";
    }
}
TEST_CASE("dump2")
{
    SampleSchool school(Date(2022, 9, 23));
    const auto pp = ForesightService(school.file()).prospects(school.year(2021), school.person("Nguyễn Thị Thu Hà")).value(); for (const auto& p : pp) print(p);
    for (const Date on : {Date(2024,1,1), Date(2026,5,5), Date(2026,11,5)}) {
        const auto r = ForesightService(school.file()).rehearse(school.year(2021), on).value();
        std::cout << r.ruleSetBefore << "→" << r.ruleSetAfter << " " << r.judgedOn.vn() << " same " << r.same << "\n";
        for (const auto& c : r.changed) { std::cout << c.name << " " << c.honourShort << " " << toCode(c.before) << "→" << toCode(c.after) << "\n";
          for (const auto& w : c.why) std::cout << "     " << w.label.vi << " " << w.explanation.vi << " " << w.citation.brief << "\n"; }
        for (const auto& q : r.quotasAfter) std::cout << q.title << " " << q.count << "/" << q.allowed << "\n";
    }
}
