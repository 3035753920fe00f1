// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"

#include <QObject>

namespace thidua::ui {

/// Tells every page what an operation changed. Undo and redo are published like any other operation.
class ChangeBus : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    void publish(const domain::ChangeSet& changes) { emit changed(changes); }
signals:
    void changed(const thidua::domain::ChangeSet& changes);
};

}
