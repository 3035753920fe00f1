// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/health.h"
#include "ui/pages/kit/list_page_of.h"

namespace thidua::ui {

struct HealthRow {
    std::int64_t number;       ///< its place among the lines
    services::HealthLine line;
};

/// Kiểm tra dữ liệu: what is missing, doubtful or contradictory in the file; each line opens the place where it is mended.
class HealthPage final : public ListPageOf<HealthRow> {
    Q_OBJECT
public:
    HealthPage(PageInfo info, Shell& shell, SchoolContext& context);

protected:
    std::vector<HealthRow> readRows() override;
    QString summary() const override;
    void show(const HealthRow& row) override;

private:
    void merge(const HealthRow& row);
    void mend(const HealthRow& row);
};

}
