// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/file_snapshot.h"

#include "services/law/effective_rules.h"
#include "storage/data_file.h"
#include "storage/snapshot.h"

namespace thidua::services {
namespace {

/// The day and moment of the copy: clocks of the program are for its own thread.
class StillClock final : public Clock {
public:
    explicit StillClock(const Clock& clock) : m_today(clock.today()), m_now(clock.nowUtc()) {}
    Date today() const override { return m_today; }
    std::string nowUtc() const override { return m_now; }

private:
    Date m_today;
    std::string m_now;
};

}

FileSnapshot::FileSnapshot(SchoolFile& file) : m_file(file), m_pages(std::make_unique<storage::Snapshot>(file.data())) {}

FileSnapshot::~FileSnapshot() = default;

Result<bool> FileSnapshot::step()
{
    return m_pages->step();
}

std::unique_ptr<SchoolFile> FileSnapshot::take()
{
    auto clock = std::make_unique<StillClock>(m_file.clock());
    std::unique_ptr<SchoolFile> copy(new SchoolFile(m_pages->take(), *clock, m_file.session()));
    copy->m_ownClock = std::move(clock);
    copy->m_writesBefore = m_file.writesSoFar();
    copy->m_rules = std::make_unique<EffectiveRules>(m_file.effectiveRules()); // the catalogue itself is shared: it never changes
    return copy;
}

Result<std::unique_ptr<SchoolFile>> FileSnapshot::of(SchoolFile& file)
{
    FileSnapshot snapshot(file);
    for (;;) {
        TD_TRY(const bool whole, snapshot.step());
        if (whole)
            return snapshot.take();
    }
}

}
