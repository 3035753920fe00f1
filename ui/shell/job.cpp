// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/job.h"

#include "ui/shell/page.h"

#include <QTimer>

namespace thidua::ui {
namespace {

constexpr int kGatherPause = 0;  ///< between two steps: the window's events come first
constexpr int kQuietPause = 120; ///< milliseconds before what nobody waits for: the page it belongs to is painted and answers by then
constexpr int kShowEvery = 100;  ///< milliseconds
constexpr int kShowAfter = 3;    ///< times that: what ends before it needs no progress bar

}

Job::Job(QObject* owner, StatusLine* status, const QString& words, std::function<void(const Error&)> failed, Gather gather,
         std::unique_ptr<Work> work)
    : QObject(owner), m_failed(std::move(failed)), m_status(status), m_words(words), m_gather(std::move(gather)), m_work(std::move(work)),
      m_progress(std::make_shared<Progress>()), m_timer(new QTimer(this))
{
    connect(m_timer, &QTimer::timeout, this, &Job::show);
    if (!m_words.isEmpty()) {
        m_timer->start(kShowEvery);
        connect(status, &StatusLine::workStopped, this, &Job::cancel);
    }
    QTimer::singleShot(m_words.isEmpty() ? kQuietPause : kGatherPause, this, &Job::gatherMore);
}

Job::~Job()
{
    m_progress->stop();
    if (m_thread.joinable())
        m_thread.join();
    leave();
}

std::function<void(const Error&)> Job::toldBy(Shell& shell)
{
    return [runner = QPointer<OperationRunner>(&shell.runner)](const Error& error) {
        if (runner)
            runner->fail(error);
    };
}

StatusLine* Job::lineOf(Shell& shell)
{
    return &shell.status;
}

Error Job::caught()
{
    try {
        throw;
    } catch (const std::exception& error) {
        return {ErrorCode::Internal, "error.internal", {}, {}, error.what()};
    } catch (...) {
        return {ErrorCode::Internal, "error.internal", {}, {}, "unknown exception"};
    }
}

void Job::gatherMore()
{
    if (m_over || m_thread.joinable())
        return;
    Result<bool> ready = true;
    try {
        if (m_gather)
            ready = m_gather();
    } catch (...) {
        ready = tl::unexpected<Error>(caught());
    }
    if (!ready) {
        m_work->error = std::move(ready.error());
        end();
    } else if (*ready) {
        launch();
    } else {
        QTimer::singleShot(kGatherPause, this, &Job::gatherMore);
    }
}

void Job::launch()
{
    m_gather = nullptr;
    m_ran = true;
    m_thread = std::thread([this, work = m_work.get(), progress = m_progress] {
        work->compute(*progress);
        QMetaObject::invokeMethod(this, &Job::end, Qt::QueuedConnection);
    });
}

void Job::show()
{
    if (m_over)
        return;
    if (!m_shown) {
        if (++m_ticks < kShowAfter || !m_status)
            return;
        m_shown = true;
        m_status->beginWork(m_words, 0);
    }
    const int done = m_progress->done();
    const int total = m_progress->total();
    if (m_status)
        m_status->stepWork(done, total, total > 0 ? tr("%1: %2 / %3").arg(m_words).arg(std::min(done, total)).arg(total) : m_words);
}

void Job::cancel()
{
    m_progress->stop();
    if (!m_thread.joinable())
        end(); // nothing runs yet that would tell its end
}

void Job::wait()
{
    while (!m_over && !m_thread.joinable())
        gatherMore();
    if (m_thread.joinable())
        m_thread.join();
    end();
}

void Job::leave()
{
    if (m_shown && m_status)
        m_status->endWork();
    m_shown = false;
}

void Job::end()
{
    if (m_over)
        return;
    m_over = true;
    m_timer->stop();
    if (m_thread.joinable())
        m_thread.join();
    leave();
    // What follows may take the owner, and this with it.
    const QPointer<Job> self(this);
    const auto work = std::move(m_work);
    const bool stopped = m_progress->stopped();
    if (work->error) {
        if (!stopped && m_failed)
            m_failed(*work->error);
    } else if (m_ran && (!stopped || m_lasting)) {
        work->done();
    }
    if (!self)
        return;
    emit finished();
    if (self)
        deleteLater();
}

}
