// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/activity_service.h"
#include "services/prepare/campaign_service.h"
#include "services/schedule/school_calendar.h"
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
void fillCampaignPanel(SidePanel& panel, const services::CampaignRow& row, const QString& planTitle, SchoolYear seen, const services::YearDays& days);
/// “Tuần 1 – Tuần 19 của năm học”: the weeks of the school year that it runs through; empty when it lies outside.
QString schoolWeeks(Date from, Date to, const services::YearDays& days);
/// “17 người, 2 tập thể tham gia; 32 mục.”: with which a review and the closing begin.
QString participationText(const services::Participation& participation);

}
