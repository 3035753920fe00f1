// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/workflow.h"
#include "text/messages.h"
#include "ui/text/qt_text.h"

#include <QKeySequence>

#include <functional>

namespace thidua::ui {

/// Where a verb stands; Ctrl+K finds it everywhere.
enum VerbPlace : unsigned {
    InHead = 1,     ///< a button beside the title (up to four), the first one filled
    InMore = 2,     ///< under “⋯”
    OnRow = 4,      ///< context menu of the rows
    InFoot = 8,     ///< foot of the panel while it is possible
    InFootEnd = 16, ///< the same, at the far right and red: what destroys or withdraws
};

/// Something one can do on a page. It is off, with the reason as tooltip, in a closed year when it writes, while no row is chosen when it is
/// about one, and while `whyNot` says something. An open form is settled before a verb that writes.
struct Verb {
    QString id;                              ///< “add”: the action is “<page>.add”
    QString text;
    QString icon{};
    unsigned places = 0;
    std::optional<domain::Op> operation{};   ///< what it writes, or the operation of the form that it opens
    bool anyYear = false;                    ///< writes what belongs to no school year
    bool about = false;                      ///< needs a chosen row
    bool several = false;                    ///< is about as many rows as are chosen
    QString brief{};                         ///< the words in the panel's foot, when shorter
    QKeySequence keys{};
    QString words{};                         ///< further words to find it by
    std::function<QString()> whyNot{};
    bool keepsForm = false;                  ///< works beside an open form
    std::function<void()> run{};
};

/// Why the workflow does not allow `event` now, in the words in which the service would refuse; empty when it is allowed.
template <class Event>
QString refusalOf(typename domain::Workflow<Event>::State state, Event event, const std::string& name)
{
    return domain::may(state, event) ? QString() : toQ(text::message(domain::Workflow<Event>::refusal(state, event), {name}));
}

}
