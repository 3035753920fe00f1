// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/campaign_service.h"
#include "ui/kit.h"

namespace thidua::ui::prepare {

/// “40 năm 20/11”, one for each observance, as seen from the school year.
QStringList anniversariesOf(const services::CampaignRow& row, SchoolYear seen);
Cell anniversariesCell(const services::CampaignRow& row, SchoolYear seen);
QString iconOf(domain::CampaignState state);
Cell stateCell(domain::CampaignState state);
/// Where the campaign's own words give another number of years than the calendar does: sentences to have a look at.
QStringList anniversaryDoubts(const services::CampaignRow& row, SchoolYear seen);
/// The campaign in full.
void fillCampaignPanel(SidePanel& panel, const services::CampaignRow& row, const QString& planTitle, SchoolYear seen);

}
