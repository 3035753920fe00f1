// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/activity_service.h"

namespace thidua::services {

/// “1.500.000 đồng”.
std::string moneyWords(std::int64_t amount);
/// What an entry came to, without its kind and day: “2 tiết, cấp huyện, Giải Nhì, giúp Võ Thị Kim Ánh”.
std::string outcomeWords(const ActivityRow& row);
/// A year's confirmed entries as one phrase for each kind: “Dự giờ: 5 tiết”, “Thi đồ dùng dạy học: 1 bộ, cấp huyện, Giải Nhì”.
std::vector<std::string> summaryOf(const std::vector<ActivityRow>& rows);

}
