// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_bench.h"

#include "bench_school.h"
#include "domain/people.h"
#include "services/core/backup_service.h"
#include "services/core/internal.h"
#include "services/core/search.h"
#include "timing.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <cstdlib>
#include <stdexcept>

namespace thidua::bench {
namespace {

constexpr std::uintmax_t kBackupBytes = 85'000'000;

/// Letters that no packing makes shorter by much, the same on every run.
std::string noise(std::size_t length, std::uint64_t& state)
{
    std::string text(length, 'a');
    for (char& letter : text) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        letter = static_cast<char>('a' + (state >> 33U) % 26);
    }
    return text;
}

/// Years of change records on top of the school, until the file has the size that is asked for.
void grow(services::SchoolFile& file, std::uintmax_t bytes)
{
    const auto people = file.data().reader().all<domain::Person>();
    std::uint64_t state = 1;
    while (std::filesystem::file_size(file.path()) < bytes) {
        auto done = services::writeTo<domain::Done>(file, domain::Op::EditPerson, [&](storage::Tx& tx) -> Result<domain::Done> {
            for (const auto& person : people) {
                auto changed = person.data;
                changed.note = noise(2000, state);
                tx.update(person.id, changed);
            }
            return domain::Done{};
        });
        if (!done)
            throw std::runtime_error(done.error().key);
    }
}

}

void measureSearch(services::SchoolFile& file, domain::SchoolYearId year, int people)
{
    const std::vector<std::string> typed{"n", "ng", "ngu", "nguy", "thi h", "lan 12", "đào"};
    SQLite::Statement like(file.data().database(), "SELECT id, full_name FROM person WHERE name_fold LIKE ? ORDER BY name_sort LIMIT 20");
    const auto pair = inTurn(
        15,
        [&] {
            for (const auto& text : typed)
                if (!services::search(file, year, text))
                    throw std::runtime_error("nothing could be searched");
        },
        [&] {
            for (const auto& text : typed) {
                like.bind(1, "%" + fold(text) + "%");
                while (like.executeStep())
                    static_cast<void>(like.getColumn(1).getString());
                like.reset();
            }
        });
    const auto keys = static_cast<double>(typed.size());
    row(("search, each key, " + std::to_string(people) + " people, against a LIKE").c_str(), {pair.ours / keys, pair.theirs / keys}, "3");
}

int measureBackup()
{
    const auto folder = std::filesystem::temp_directory_path() / "thidua-bench-backup";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const FixedClock clock(kReview);
    makeSchool(folder / "school.thidua", 1000, clock);
    {
        auto file = services::SchoolFile::open(folder / "school.thidua", services::SchoolFile::Mode::ReadWrite, clock, {"bench"});
        if (!file)
            throw std::runtime_error(file.error().key);
        grow(**file, kBackupBytes);
        const auto copy = folder / "copy.thidua";
        const std::string plain = "cp '" + (folder / "school.thidua").string() + "' '" + (folder / "plain").string() + "' && sync '" + (folder / "plain").string() + "'";
        const auto pair = inTurn(
            5,
            [&] {
                std::filesystem::remove(copy);
                if (!services::BackupService::backupTo(**file, copy))
                    throw std::runtime_error("no backup was made");
            },
            [&] {
                if (std::system(plain.c_str()) != 0)
                    throw std::runtime_error("cp failed");
            });
        row(("verified backup of " + std::to_string(std::filesystem::file_size((*file)->path()) / 1'000'000) + " MB, against cp and sync").c_str(), pair, "6");
    }
    std::filesystem::remove_all(folder);
    return 0;
}

}
