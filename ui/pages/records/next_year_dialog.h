// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/next_year.h"
#include "ui/kit.h"

#include <QDialog>

namespace thidua::ui {

/// What a new school year would take over from the one before, line by line, each with a tick; nothing is written here. Going back
/// leads to the dates again.
class NextYearDialog final : public QDialog {
    Q_OBJECT
public:
    NextYearDialog(std::vector<services::CarryLine> lines, const QString& before, const QString& next, QWidget* parent);
    ~NextYearDialog() override;
    /// The lines whose tick was taken away.
    services::CarryLeftOut leftOut() const;

private:
    struct Line {
        std::int64_t number;
        services::CarryLine carried;
    };
    void setColumns();
    QWidget* makeFoot(const QString& next);
    void showCounts();
    RecordModel<Line> m_model;
    RecordTable* m_table;
    Label* m_counts;
};

}
