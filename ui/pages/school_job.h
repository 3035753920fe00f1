// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/file_snapshot.h"
#include "ui/pages/school_page.h"
#include "ui/shell/job.h"

namespace thidua::ui {

/// A job on the open file as it stands now: `compute(SchoolFile& copy, Progress&) → Result<T>` works on a copy in memory, on a thread of
/// its own; `done(T)` follows on the window's thread, where it may write to the file itself. `compute` holds values alone, no widget.
template <class Compute, class Done>
Job* startSchoolJob(QObject* owner, Shell& shell, services::SchoolFile& file, const QString& words, Compute compute, Done done)
{
    const auto snapshot = std::make_shared<services::FileSnapshot>(file);
    const auto copy = std::make_shared<std::unique_ptr<services::SchoolFile>>();
    auto gather = [snapshot, copy]() -> Result<bool> {
        TD_TRY(const bool whole, snapshot->step());
        if (whole)
            *copy = snapshot->take();
        return whole;
    };
    return Job::start(owner, shell, words, std::move(gather),
                      [copy, compute = std::move(compute)](Progress& progress) mutable {
                          const auto mine = std::move(*copy); // goes with the thread, not with the page
                          return compute(*mine, progress);
                      },
                      std::move(done));
}

}
