// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/activity_service.h"

#include <QWidget>

namespace thidua::ui {

/// “Hoạt động, thành tích” on the page of a person or collective: the entries of all school years, the newest first; a link opens one.
class ActivityList : public QWidget {
    Q_OBJECT
public:
    explicit ActivityList(const std::vector<services::ActivityRow>& rows, QWidget* parent = nullptr);
signals:
    void opened(qint64 id);
};

}
