// SPDX-License-Identifier: GPL-3.0-or-later
#include "list_bench.h"

#include "program_bench.h"
#include "services/core/sample_service.h"
#include "services/core/school_file.h"
#include "services/core/school_service.h"
#include "services/core/search.h"
#include "storage/data_file.h"
#include "timing.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <cstdio>
#include <stdexcept>

namespace thidua::bench {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kTyped{"n", "ng", "nguy", "thi h", "lan", "đào"};

/// A made-up school, open, with its newest year.
struct Large {
    Large(const fs::path& path, const std::string& size) : clock(Date(2022, 10, 1))
    {
        if (!services::createSample(path, "large:" + size, clock))
            throw std::runtime_error("no school of " + size);
        file = services::SchoolFile::open(path, services::SchoolFile::Mode::ReadWrite, clock, {"bench"}).value();
        year = services::SchoolService(*file).years().value().front().id;
    }
    void search()
    {
        for (const auto& text : kTyped)
            if (!services::search(*file, year, text))
                throw std::runtime_error("nothing could be searched");
    }
    FixedClock clock;
    std::unique_ptr<services::SchoolFile> file;
    domain::SchoolYearId year{0};
};

/// The names of the file in an FTS5 table of its own, asked for words that begin so.
class BareFts {
public:
    explicit BareFts(services::SchoolFile& school) : m_database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        m_database.exec("CREATE VIRTUAL TABLE names USING fts5(name)");
        SQLite::Transaction all(m_database);
        SQLite::Statement insert(m_database, "INSERT INTO names (rowid, name) VALUES (?, ?)");
        SQLite::Statement names(school.data().database(), "SELECT id, name_fold FROM person");
        while (names.executeStep()) {
            insert.bind(1, names.getColumn(0).getInt64());
            insert.bind(2, names.getColumn(1).getString());
            insert.exec();
            insert.reset();
        }
        all.commit();
    }
    void search()
    {
        SQLite::Statement found(m_database, "SELECT rowid, name FROM names WHERE names MATCH ? ORDER BY rank LIMIT 20");
        for (const auto& text : kTyped) {
            found.bind(1, fold(text) + "*");
            while (found.executeStep())
                static_cast<void>(found.getColumn(1).getString());
            found.reset();
        }
    }

private:
    SQLite::Database m_database;
};

void measureSearches(const fs::path& folder)
{
    Large small(folder / "ten.thidua", "10000x1"), large(folder / "hundred.thidua", "100000x1");
    BareFts fts(*large.file);
    const auto keys = static_cast<double>(kTyped.size());
    const auto pair = inTurn(5, [&] { large.search(); }, [&] { fts.search(); });
    row("search, each key, 100,000 people, against a bare FTS5 query", {pair.ours / keys, pair.theirs / keys}, "2");
    const auto tenfold = inTurn(5, [&] { large.search(); }, [&] { small.search(); });
    row("search, 100,000 people against 10,000", {tenfold.ours / keys, tenfold.theirs / keys}, "11");
}

}

int measureLists(const fs::path& programs, const fs::path& scripts)
{
    const auto folder = fs::temp_directory_path() / "thidua-bench-lists";
    fs::remove_all(folder);
    fs::create_directories(folder);
    const auto python = [&](const char* script) { return "/usr/bin/python3 " + (scripts / script).string() + " "; };
    const auto cli = (programs / "thidua-cli").string() + " ";
    const auto at = [&](const char* name) { return (folder / name).string(); };
    run(cli + "new " + at("empty.thidua") + " >/dev/null");
    run(python("make_list.py") + "5000 " + at("5000.xlsx") + " && " + python("make_list.py") + "50000 " + at("50000.xlsx"));
    const auto import = [&](const char* sheet) { return cli + "import " + at("empty.thidua") + " pupils " + at(sheet) + " --year 2022-2023 --dry-run --json"; };
    std::printf("| measure | Thi Đua | other | ratio | at most |\n|---|---|---|---|---|\n");
    row("import of 5,000 pupils × 20 columns with preview, CPU, against openpyxl reading", inTurnByCpu(5, running(import("5000.xlsx")), running(python("read_list.py") + at("5000.xlsx"))),
        "0.5");
    row("the same, 50,000 against 5,000", inTurnByCpu(3, running(import("50000.xlsx")), running(import("5000.xlsx"))), "11");
    for (const char* size : {"1000x1", "10000x1"})
        run(cli + "new " + at(size) + ".thidua --sample large:" + size + " >/dev/null");
    const auto exported = [&](const char* size) { return running(cli + "export " + at(size) + ".thidua --to " + at("out.json")); };
    row("export as JSON, 10,000 pupils against 1,000", inTurnByCpu(3, exported("10000x1"), exported("1000x1")), "11");
    measureSearches(folder);
    std::printf("\nmost memory of the import of 5,000, MiB: ");
    std::fflush(stdout);
    run(python("peak.py") + import("5000.xlsx"));
    fs::remove_all(folder);
    return 0;
}

}
