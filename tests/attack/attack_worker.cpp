// SPDX-License-Identifier: GPL-3.0-or-later
// attack-worker FILE SEED COUNT: does COUNT operations on a school file, each told on standard output once it is written ("1", "2", …);
// a refused one as "refused". Exit 3 when the file cannot be opened, 1 when an operation was refused.
#include "base/clock.h"
#include "domain/collective.h"
#include "services/core/school_file.h"
#include "services/people/people_service.h"

#include <cstdio>
#include <cstdlib>
#include <random>

namespace {

using namespace thidua;

/// Something that anybody may do at any time: a collective more, one changed, one gone, or the last step back.
bool act(services::SchoolFile& file, std::mt19937& dice, int step)
{
    services::PeopleService people(file);
    const auto known = people.collectives();
    if (!known)
        return false;
    const auto choice = step == 1 ? 0U : dice() % 4;
    if (choice == 1 && !known->empty()) {
        auto one = known->back();
        one.data.shortName = "T" + std::to_string(dice() % 1000);
        return people.editCollective(one.id, one.data, one.version).has_value();
    }
    if (choice == 2 && file.undoNames().undo)
        return file.undo().has_value();
    domain::Collective made;
    made.name = "Tổ " + std::to_string(dice());
    made.type = domain::CollectiveType::Team;
    return people.addCollective(made).has_value();
}

}

int main(int argc, char** argv)
{
    if (argc != 4)
        return 2;
    const FixedClock clock(Date(2026, 11, 30));
    auto file = services::SchoolFile::open(argv[1], services::SchoolFile::Mode::ReadWrite, clock, {"Người thử"}, services::SchoolFile::Rules::WhenAsked);
    if (!file) {
        std::fprintf(stderr, "%s\n", file.error().key.c_str());
        return 3;
    }
    if ((*file)->readOnlyReason())
        std::fprintf(stderr, "%s\n", (*file)->readOnlyReason()->key.c_str());
    std::mt19937 dice(static_cast<unsigned>(std::strtoul(argv[2], nullptr, 10)));
    const int count = std::atoi(argv[3]);
    bool refused = false;
    for (int step = 1; step <= count; ++step) {
        const bool done = act(**file, dice, step);
        refused = refused || !done;
        std::printf(done ? "%d\n" : "refused\n", step);
        std::fflush(stdout);
    }
    return refused ? 1 : 0;
}
