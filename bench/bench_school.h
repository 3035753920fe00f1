// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/school_file.h"

#include <filesystem>

namespace thidua::bench {

/// The day on which the bench school reviews its last year, 2021-2022.
inline const Date kReview{2022, 5, 25};
inline constexpr int kYears = 10;

/// A school made up by rule, the same on every run: `people` staff with ten years of evaluations, honours and initiatives behind them;
/// in the last year all registered, all nominated for Lao động tiên tiến, one in five for Chiến sĩ thi đua cơ sở, one in twenty for
/// Chiến sĩ thi đua cấp tỉnh. About one in nine fails or lacks something.
void makeSchool(const std::filesystem::path& path, int people, const Clock& clock);

}
