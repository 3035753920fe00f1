// SPDX-License-Identifier: GPL-3.0-or-later
// thidua-bench: verdicts of a whole school against the same counts as hand-written SQL, in one run; medians of five.
#include "base/school_year.h"
#include "bench_school.h"
#include "counts_by_sql.h"
#include "file_bench.h"
#include "list_bench.h"
#include "program_bench.h"
#include "timing.h"

#include "services/core/school_summary.h"
#include "services/follow/year_record_service.h"
#include "services/review/nomination_service.h"
#include "storage/data_file.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <stdexcept>

namespace {

using namespace thidua;
using bench::median;
using bench::Milliseconds;
using bench::once;

/// A bench school in a folder of its own, gone with it.
class School {
public:
    explicit School(int people) : m_folder(std::filesystem::temp_directory_path() / ("thidua-bench-" + std::to_string(people)))
    {
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder);
        bench::makeSchool(m_folder / "school.thidua", people, m_clock);
        auto opened = services::SchoolFile::open(m_folder / "school.thidua", services::SchoolFile::Mode::ReadWrite, m_clock, {"bench"});
        if (!opened)
            throw std::runtime_error(opened.error().key);
        m_file = std::move(*opened);
        const auto summary = m_file->summary();
        for (const auto& year : summary.value().years)
            if (year.data.year == SchoolYear(2021))
                m_year = year.id;
    }
    ~School()
    {
        m_file.reset();
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    School(const School&) = delete;
    School& operator=(const School&) = delete;

    services::SchoolFile& file() { return *m_file; }
    domain::SchoolYearId year() const { return m_year; }
    std::vector<services::NominationService::Judged> byRules() { return *services::NominationService(*m_file).judgeAll(m_year); }
    std::vector<services::NominationService::Evaluated> worded() { return *services::NominationService(*m_file).evaluateAll(m_year, std::nullopt); }
    std::vector<bench::SqlVerdict> bySql() { return bench::countBySql(m_file->data().database()); }

private:
    std::filesystem::path m_folder;
    FixedClock m_clock{bench::kReview};
    std::unique_ptr<services::SchoolFile> m_file;
    domain::SchoolYearId m_year{0};
};

/// How many nominations the two sides judge differently; both are told.
int disagreements(School& school)
{
    const auto rules = school.worded();
    const auto sql = school.bySql();
    std::map<std::string, std::array<int, 3>> counts;
    int different = rules.size() == sql.size() ? 0 : 1;
    for (std::size_t i = 0; i < std::min(rules.size(), sql.size()); ++i) {
        const auto kind = static_cast<std::size_t>(rules[i].verdict.verdict);
        ++counts[rules[i].nomination.honour][kind];
        if (static_cast<std::size_t>(sql[i].kind) != kind && ++different <= 5) {
            std::printf("  %s, %s: SQL %d\n", rules[i].nomination.name.c_str(), sql[i].honour.c_str(), static_cast<int>(sql[i].kind));
            for (const auto& finding : rules[i].verdict.findings)
                std::printf("    %s %s\n", finding.id.c_str(), std::string(rules::toCode(finding.outcome)).c_str());
        }
    }
    for (const auto& [honour, by] : counts)
        std::printf("%-24s %5d eligible %5d ineligible %5d undetermined\n", honour.c_str(), by[0], by[1], by[2]);
    return different;
}

struct Times {
    Milliseconds rules = 0;
    Milliseconds sql = 0;
};

/// Both sides in turn, so that whatever else the machine does falls on both.
Times measured(School& school)
{
    std::vector<Milliseconds> rules, sql;
    for (int round = 0; round < 5; ++round) {
        rules.push_back(once([&] { school.byRules(); }));
        sql.push_back(once([&] { school.bySql(); }));
    }
    return {median(rules), median(sql)};
}

/// One fact typed in a year record until the nomination's verdict has followed and can be read again.
Milliseconds typedFact(School& school)
{
    services::YearRecordService records(school.file());
    services::NominationService nominations(school.file());
    const auto person = school.byRules().front().subject;
    std::vector<Milliseconds> times;
    for (int round = 0; round < 5; ++round) {
        services::YearFacts facts;
        facts.record.evaluation = round % 2 == 0 ? domain::Evaluation::Completed : domain::Evaluation::Good;
        facts.record.noDisciplineConfirmedOn = bench::kReview;
        facts.record.underInvestigation = domain::Known::No;
        times.push_back(once([&] {
            if (!records.record(school.year(), person, facts))
                throw std::runtime_error("the fact was not kept");
            if (!nominations.board(school.year()))
                throw std::runtime_error("the board was not read");
        }));
    }
    return median(times);
}

int agree(int people)
{
    School school(people);
    const int different = disagreements(school);
    std::printf("%d nominations judged differently by the rules and by SQL\n", different);
    return different == 0 ? 0 : 1;
}

int measure(int people)
{
    School small(people / 10);
    const Times few = measured(small);
    const Milliseconds typed = typedFact(small);
    School large(people);
    if (disagreements(large) != 0)
        return 1;
    const Times many = measured(large);
    std::printf("\n| measure | rules | SQL | ratio | at most |\n|---|---|---|---|---|\n");
    std::printf("| every nomination, %d people, 10 years | %.1f ms | %.1f ms | %.2f | 3 |\n", people, many.rules, many.sql, many.rules / many.sql);
    std::printf("| %d people against %d | %.1f ms | %.1f ms | %.2f | 11 |\n", people, people / 10, many.rules, few.rules, many.rules / few.rules);
    std::printf("| a typed fact until its verdict stands, %d people | %.1f ms | – | – | 50 ms |\n", people / 10, typed);
    bench::measureSearch(large.file(), large.year(), people);
    return 0;
}

}

int main(int argc, char** argv)
{
    try {
        const std::string what = argc > 1 ? argv[1] : "";
        const int people = argc > 2 && what != "--lists" ? std::stoi(argv[2]) : 2000;
        if (what == "--agree")
            return agree(people);
        if (what.empty() || what == "--people")
            return measure(people);
        if (what == "--backup")
            return bench::measureBackup();
        if (what == "--programs")
            return bench::measurePrograms(std::filesystem::path(argv[0]).parent_path());
        if (what == "--lists" && argc > 2)
            return bench::measureLists(std::filesystem::path(argv[0]).parent_path(), argv[2]);
        std::fprintf(stderr, "thidua-bench [--people N | --agree N | --backup | --programs | --lists SCRIPTS]\n");
        return 2;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 3;
    }
}
