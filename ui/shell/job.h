// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "ui/shell/operation_runner.h"
#include "ui/shell/status_line.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <thread>

class QTimer;

namespace thidua::ui {

struct Shell;

/// Something that takes long, beside the window: steps on the window's thread that gather values, a computation with them on a thread of
/// its own, and one call with the result on the window's thread again, which may write. The computation must touch nothing but what it was
/// given by value and its Progress.
///
/// A job belongs to its owner (a page, a dialog, a window). When the owner goes, or the job is deleted, it is stopped and waited for, and
/// nothing of it is heard any more.
class Job : public QObject {
    Q_OBJECT
public:
    /// True once everything is gathered; called again and again between the window's events, some milliseconds each.
    using Gather = std::function<Result<bool>()>;

    /// `words` stand in the status line with progress and “Dừng” while it runs; empty for what nobody has to know of.
    /// `compute(Progress&) → Result<T>` runs on the other thread; `done(T)` or, on failure, the runner's message follow on this one.
    /// Stopped by the person, neither is called.
    template <class Compute, class Done>
    static Job* start(QObject* owner, Shell& shell, const QString& words, Gather gather, Compute compute, Done done);
    /// Where no window is: who starts it shows how far it is, and hears of a failure.
    template <class Compute, class Done>
    static Job* start(QObject* owner, std::function<void(const Error&)> failed, Compute compute, Done done);

    ~Job() override;
    void cancel();
    const Progress& progress() const { return *m_progress; }
    /// For work that leaves something on the disk: when the wish to stop came too late for it, it is told as what it is, done.
    Job* lasting()
    {
        m_lasting = true;
        return this;
    }
    /// Without an owner's turn of events: for closing, where the result is wanted before going on. Keys wait meanwhile.
    void wait();

signals:
    /// After done() or the message, or after it was stopped; the job deletes itself next.
    void finished();

private:
    struct Work {
        std::function<void(Progress&)> compute; ///< on the other thread; keeps its result
        std::function<void()> done;             ///< on the window's
        std::optional<Error> error;             ///< of compute
    };
    Job(QObject* owner, StatusLine* status, const QString& words, std::function<void(const Error&)> failed, Gather gather,
        std::unique_ptr<Work> work);
    template <class Compute, class Done>
    static std::unique_ptr<Work> workOf(Compute compute, Done done);
    static std::function<void(const Error&)> toldBy(Shell& shell);
    static StatusLine* lineOf(Shell& shell);
    static Error caught();
    void gatherMore();
    void launch();
    void show();
    void end();
    void leave();

    std::function<void(const Error&)> m_failed;
    QPointer<StatusLine> m_status; ///< the window may be going
    QString m_words;
    Gather m_gather;
    std::unique_ptr<Work> m_work;
    std::shared_ptr<Progress> m_progress;
    std::thread m_thread;
    QTimer* m_timer;
    int m_ticks = 0;
    bool m_shown = false;
    bool m_over = false;
    bool m_ran = false;
    bool m_lasting = false;
};

template <class Compute, class Done>
std::unique_ptr<Job::Work> Job::workOf(Compute compute, Done done)
{
    using Value = typename decltype(compute(std::declval<Progress&>()))::value_type;
    auto work = std::make_unique<Work>();
    const auto value = std::make_shared<std::optional<Value>>();
    work->compute = [raw = work.get(), value, compute = std::move(compute)](Progress& progress) mutable {
        try {
            auto result = compute(progress);
            if (result)
                value->emplace(std::move(*result));
            else
                raw->error = std::move(result.error());
        } catch (...) {
            raw->error = caught();
        }
    };
    work->done = [value, done = std::move(done)]() mutable { done(std::move(**value)); };
    return work;
}

template <class Compute, class Done>
Job* Job::start(QObject* owner, Shell& shell, const QString& words, Gather gather, Compute compute, Done done)
{
    return new Job(owner, lineOf(shell), words, toldBy(shell), std::move(gather), workOf(std::move(compute), std::move(done)));
}

template <class Compute, class Done>
Job* Job::start(QObject* owner, std::function<void(const Error&)> failed, Compute compute, Done done)
{
    return new Job(owner, nullptr, {}, std::move(failed), nullptr, workOf(std::move(compute), std::move(done)));
}

}
