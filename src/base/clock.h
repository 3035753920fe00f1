// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"

#include <string>

namespace thidua {

/// Where "today" comes from. Services receive one; domain and rules never ask.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Date today() const = 0;
    /// `2021-10-04T07:30:00Z`, for the change record.
    virtual std::string nowUtc() const = 0;
};

class SystemClock final : public Clock {
public:
    Date today() const override;
    std::string nowUtc() const override;
};

/// Stands still until moved: tests and the replay of sample schools.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Date today) : m_today(today) {}
    void set(Date today) { m_today = today; }
    Date today() const override { return m_today; }
    std::string nowUtc() const override { return m_today.iso() + "T01:00:00Z"; }

private:
    Date m_today;
};

}
