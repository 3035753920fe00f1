// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"

/// Legal texts, observances, plans, targets, campaigns, and the numbers of the school's own papers.
namespace thidua::storage::repo {

using namespace domain;

std::vector<Stored<LegalText>> legalTexts(Reader& reader);
std::vector<Stored<Observance>> observances(Reader& reader);
std::vector<Stored<Plan>> plans(Reader& reader);
std::vector<Stored<PlanSection>> sections(Reader& reader, PlanId plan);
std::vector<Stored<PlanBasis>> bases(Reader& reader, PlanId plan);
std::vector<Stored<PlanRecipient>> recipients(Reader& reader, PlanId plan);
std::vector<Stored<Target>> targets(Reader& reader, PlanId plan);
std::vector<Stored<PlanTask>> planTasks(Reader& reader, PlanId plan);
std::vector<Stored<PlanReceipt>> planReceipts(Reader& reader, PlanId plan);
std::vector<Stored<PlanDifficulty>> planDifficulties(Reader& reader, PlanId plan);

std::vector<Stored<Campaign>> campaigns(Reader& reader);
std::vector<Stored<CampaignItem>> items(Reader& reader, CampaignId campaign);
std::vector<Stored<CampaignReport>> reports(Reader& reader, CampaignId campaign);
std::vector<Stored<CampaignObservance>> observancesOf(Reader& reader, CampaignId campaign);

/// The highest number of a symbol in a calendar year over plans, decisions, submissions and minutes; 0 when there is none.
int highestNumber(Reader& reader, const std::string& symbol, int calendarYear);
bool numberUsed(Reader& reader, const std::string& symbol, int calendarYear, int number, const std::string& suffix);

}
