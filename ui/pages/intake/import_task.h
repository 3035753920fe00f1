// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/intake/honour_gaps.h"
#include "services/intake/import_service.h"

#include <QString>

#include <memory>

namespace thidua::ui {

/// Why a column is what it is.
enum class ColumnOrigin { Guessed, Remembered, Chosen };

/// What the steps of an import share. The request is read by a job beside the window: whoever changes it stops the job first.
struct ImportTask {
    std::shared_ptr<services::ImportRequest> request = std::make_shared<services::ImportRequest>();
    services::ImportLook look{};
    std::vector<ColumnOrigin> origins{};           ///< by column
    services::ImportReport report{};               ///< of the preview, then of what was written
    std::vector<services::HonourGap> gaps{};       ///< of honours: what the file would still lack
};

}
