// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/school_page.h"

namespace thidua::ui {

/// The sheet “Quá trình thi đua, khen thưởng” of a person or collective in the preview: for each school year and honour registering,
/// nomination, vote, decision, and what came of it or why it stopped.
void previewWay(SchoolContext& context, Shell& shell, const domain::SubjectRef& subject, const QString& name);

}
