// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/school_file.h"
#include "ui/shell/page.h"

namespace thidua::ui {

/// Asks where, then writes all that goes up with an issued submission into one zip file, beside the window: each paper as PDF and Word.
void exportPackage(QObject* owner, Shell& shell, services::SchoolFile& file, domain::SubmissionId id, const QString& name);

}
