// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace thidua {

/// How far a long computation has come and whether it should end early: told by the thread that computes, asked by the one that shows.
class Progress {
public:
    void begin(int total)
    {
        m_done = 0;
        m_total = total;
    }
    /// One more done; false when it should end now. What was computed until then is thrown away.
    bool step()
    {
        ++m_done;
        return !m_stopped;
    }
    void stop() { m_stopped = true; }
    bool stopped() const { return m_stopped; }
    int done() const { return m_done; }
    /// 0: nobody knows yet.
    int total() const { return m_total; }

private:
    std::atomic<int> m_done = 0;
    std::atomic<int> m_total = 0;
    std::atomic<bool> m_stopped = false;
};

}
