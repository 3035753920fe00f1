// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace thidua::services {

/// What the command line needs of the system it runs on; see storage/platform.h.
void prepareStreams();
std::vector<std::string> arguments(int argc, const char* const* argv);

/// While it lives, what libraries write on standard error goes nowhere: that stream is for the one sentence of a failure.
class QuietErrors {
public:
    QuietErrors();
    ~QuietErrors();
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;

private:
    int m_kept;
};

}
