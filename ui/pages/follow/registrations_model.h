// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/registration_service.h"
#include "ui/pages/follow/follow_common.h"

namespace thidua::ui::follow {

using RegistrationModel = RecordModel<services::RegistrationRow>;

/// The table of “Đăng ký”: everyone who could register, with sums and the grouping by team ("team").
/// Columns: name, post, honours, initiative, status, and hidden number, date, team.
RegistrationModel* makeRegistrationModel(const services::SchoolFile& file, QObject* parent);
/// The mark of a registration: “Đủ”, “Cần bổ sung”, “Chưa đăng ký”, “Không còn đạt được”; late ones say so.
Cell statusCell(const services::RegistrationRow& row);
/// Full and short names of honours, for where there is little room.
using ShortNames = std::vector<std::pair<QString, QString>>;
struct QuotaLines {
    std::vector<QuotaState> states;
    QStringList tips; ///< citation or basis behind each state
};
/// The quota strip: the honours the plan counts, then the lines of the law, the one passed first. What does not fit into `width` is
/// said shorter.
QuotaLines quotaLines(const services::RegistrationBoard& board, const ShortNames& names, int width);

}
