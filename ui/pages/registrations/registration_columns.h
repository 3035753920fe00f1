// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/registration_service.h"
#include "ui/pages/follow/follow_common.h"
#include "ui/pages/kit/list_column.h"

namespace thidua::ui::follow {

/// The table of “Đăng ký”: everyone who could register, with sums.
/// Columns: name, post, honours, initiative, status, and hidden number, date, team.
std::vector<ListColumn<services::RegistrationRow>> registrationColumns(const services::SchoolFile& file);
/// "team": collectives first, then the teams in their order.
Grouping<services::RegistrationRow> registrationsByTeam();
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
