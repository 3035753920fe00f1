// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <thread>

namespace thidua::services {

/// Reads the program's rules on a thread of its own while the program starts: opening a file, which wants them, then hardly waits.
class RulesAhead {
public:
    RulesAhead();
    ~RulesAhead();
    RulesAhead(const RulesAhead&) = delete;
    RulesAhead& operator=(const RulesAhead&) = delete;

private:
    std::thread m_thread;
};

}
