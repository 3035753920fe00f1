// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_service.h"
#include "ui/kit.h"

namespace thidua::ui::prepare {

/// The plan as one reads it: facts, bases with what is to be asked about them (may be null), what goes on around it, sections with the targets in their place, recipients.
void fillPlanPanel(SidePanel& panel, const services::PlanDetail& detail, const QString& period, QWidget* basisNotes, QWidget* work);

}
