// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/change_set.h"
#include "ui/widgets/form_binder_base.h"

#include <QObject>

#include <functional>

namespace thidua::ui {

class ChangeBus;
class StatusLine;
struct Message;

/// Runs the verbs of services: wait cursor, the saved sentence in the status line, the change to all pages, and errors to where
/// they belong. Pages never show errors of operations themselves.
class OperationRunner : public QObject {
    Q_OBJECT
public:
    OperationRunner(ChangeBus& bus, StatusLine& status, QObject* parent = nullptr);
    /// Where errors without a field go: the current page's messages. Set by the window.
    void setErrorSink(std::function<void(const Message&)> sink) { m_sink = std::move(sink); }

    /// Where one can go on when the place of the file takes no more (disk full, write protection): offered with such an error.
    void setElsewhere(std::function<void()> elsewhere) { m_elsewhere = std::move(elsewhere); }

    /// `operation` returns Result<domain::OpResult<T>>; `done` takes the T, after the pages have heard of the change.
    /// Field issues go beside the fields of `form`; once written it is clean, so that nothing saves it a second time. Returns whether it succeeded.
    template <class Operation, class Done>
    bool run(Operation&& operation, Done&& done, FormBinderBase* form = nullptr)
    {
        auto result = busy([&] { return operation(); });
        if (!result) {
            show(result.error(), form, true);
            return false;
        }
        if (form) // before anybody hears of it: pages that read anew must not find entries to be saved once more
            form->markSaved();
        succeed(result->changes);
        done(std::move(result->value));
        return true;
    }
    template <class Operation>
    bool run(Operation&& operation)
    {
        return run(std::forward<Operation>(operation), [](auto&&) {});
    }
    /// For reading and other calls that return Result<T>: shows the error, else passes the value on.
    template <class Call, class Done>
    bool read(Call&& call, Done&& done)
    {
        auto result = busy([&] { return call(); });
        if (!result) {
            fail(result.error(), nullptr);
            return false;
        }
        if constexpr (std::is_void_v<typename decltype(result)::value_type>)
            done();
        else
            done(std::move(*result));
        return true;
    }
    /// A failure from elsewhere, shown the same way.
    void fail(const Error& error, FormBinderBase* form = nullptr) { show(error, form, false); }
    /// What run() does after a success; for operations that were run elsewhere (undo, redo).
    void succeed(const domain::ChangeSet& changes);
signals:
    /// Before an operation runs or is told to the pages: what they show is about to be made anew.
    void starting();
    void succeeded(const thidua::domain::ChangeSet& changes);
    void failed(const QString& sentence);

private:
    template <class Call>
    auto busy(Call&& call)
    {
        struct Wait {
            explicit Wait(OperationRunner& r) : runner(r) { runner.setBusy(true); }
            ~Wait() { runner.setBusy(false); }
            OperationRunner& runner;
        } wait(*this);
        return call();
    }
    void setBusy(bool busy);
    void show(const Error& error, FormBinderBase* form, bool writing);
    ChangeBus& m_bus;
    StatusLine& m_status;
    std::function<void(const Message&)> m_sink;
    std::function<void()> m_elsewhere;
};

}
