// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_service.h"
#include "ui/models/cell.h"
#include "ui/pages/prepare/prepare_words.h"
#include "ui/widgets/quota_bar.h"

namespace thidua::ui::prepare {

/// What became of a target. Open: no figure yet, or not enough so far.
enum class Standing { Unknown, Short, Met, Exceeded };
Standing standingOf(const services::TargetRow& row);

/// “4”, “24/32”, “Đạt”.
QString givenText(const domain::Target& target);
/// A figure as it is given: “5”, “5/26”, “Đạt”; empty when there is none.
QString figureText(const domain::Target& target, const std::optional<int>& figure);
/// “26,92 % (giao 23,08 %)”: of whom it is counted against; empty for what is no share, or has no result yet.
QString shareText(const services::TargetRow& row);
/// “Đạt”, “Vượt 1”, “Còn 2”, “Chưa có kết quả”.
QString standingText(const services::TargetRow& row);
Tone standingTone(Standing standing);
Cell standingCell(const services::TargetRow& row);
/// Filled up to what is reached, or so far registered; the line is the target.
Cell barCell(const services::TargetRow& row);

/// What the panel's bar says: what is reached, or so far registered, of what is given.
QuotaState quotaOf(const services::TargetRow& row);

struct TargetCounts {
    int all = 0, met = 0, exceeded = 0, open = 0, unknown = 0;
};
TargetCounts countTargets(const std::vector<const services::TargetRow*>& rows);
/// “12 chỉ tiêu: 9 đạt, 2 vượt, 1 chưa”
QString sumText(const TargetCounts& counts);

/// Where one plan counts the same people by different totals (“giáo viên: 26 và 9”): sentences to have a look at.
QStringList denominatorNotes(const std::vector<services::TargetRow>& rows);

/// What is odd about a target's figures: over 100 %, a group of another size than the total, another figure at its source, people who are not
/// of the group, entries that wait.
QStringList targetNotes(const services::TargetRow& row);

/// How the program gets the figure: “Nhập bằng tay”, “Đếm theo đăng ký và kết quả danh hiệu Lao động tiên tiến”.
QString metricText(services::SchoolFile& file, const std::string& metric);
/// What a target's figure can be counted from; the first one is by hand. `present` is kept even when it is not usual.
std::vector<std::pair<std::string, QString>> metricChoices(services::SchoolFile& file, const std::string& present);

}
