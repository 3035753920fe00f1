// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/contest_service.h"
#include "ui/kit.h"

#include <functional>

namespace thidua::ui::follow {

/// “Nhận bài”, “Chờ chấm”, “Chờ xếp giải”, “Đã ghi kết quả”, “Cần ghi lại kết quả”.
Cell contestStateCell(const services::ContestRow& row, Date today);
/// How a contest stands, for views and sorting: in the order of its steps.
enum class ContestStep { Receiving, Judging, Prizes, Confirming, Done, Stale };
ContestStep stepOf(const services::ContestRow& row, Date today);
/// The contest in full: call, prizes, judges, entries by rank. `open` is called with the entry whose link is pressed.
void fillContestPanel(SidePanel& panel, Shell& shell, const services::ContestRow& row, Date today, std::function<void(domain::ContestEntryId)> open);

}
