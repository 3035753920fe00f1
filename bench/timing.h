// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace thidua::bench {

using Milliseconds = double;

Milliseconds once(const std::function<void()>& work);
Milliseconds median(std::vector<Milliseconds> times);

/// Medians of both, run in turn so that whatever else the machine does falls on both.
struct Pair {
    Milliseconds ours = 0, theirs = 0;
    double ratio() const { return ours / theirs; }
};
Pair inTurn(int rounds, const std::function<void()>& ours, const std::function<void()>& theirs);
/// The same by CPU time of the programs that the calls run.
Pair inTurnByCpu(int rounds, const std::function<void()>& ours, const std::function<void()>& theirs);

/// One line of the table in docs/performance.md.
void row(const char* what, const Pair& pair, const char* atMost);

}
