// SPDX-License-Identifier: GPL-3.0-or-later
#include "timing.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sys/resource.h>

namespace thidua::bench {
namespace {

Milliseconds cpuOfChildren()
{
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    const auto milliseconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3; };
    return milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
}

Milliseconds cpuOf(const std::function<void()>& work)
{
    const auto before = cpuOfChildren();
    work();
    return cpuOfChildren() - before;
}

template <class Measure>
Pair inTurnBy(int rounds, const std::function<void()>& ours, const std::function<void()>& theirs, Measure measure)
{
    std::vector<Milliseconds> mine, others;
    for (int round = 0; round < rounds; ++round) {
        mine.push_back(measure(ours));
        others.push_back(measure(theirs));
    }
    return {median(mine), median(others)};
}

}

Milliseconds once(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

Milliseconds median(std::vector<Milliseconds> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

Pair inTurn(int rounds, const std::function<void()>& ours, const std::function<void()>& theirs)
{
    return inTurnBy(rounds, ours, theirs, [](const auto& work) { return once(work); });
}

Pair inTurnByCpu(int rounds, const std::function<void()>& ours, const std::function<void()>& theirs)
{
    return inTurnBy(rounds, ours, theirs, [](const auto& work) { return cpuOf(work); });
}

void row(const char* what, const Pair& pair, const char* atMost)
{
    std::printf("| %s | %.1f ms | %.1f ms | %.2f | %s |\n", what, pair.ours, pair.theirs, pair.ratio(), atMost);
    std::fflush(stdout);
}

}
