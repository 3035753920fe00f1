// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/plan_repo.h"

#include "domain/campaign.h"
#include "domain/legal_text.h"
#include "domain/observance.h"
#include "domain/plan.h"
#include "domain/plan_work.h"
#include "domain/target.h"

namespace thidua::storage::repo {
namespace {

constexpr std::string_view kHighestNumber = "SELECT max(number) FROM issued_number WHERE symbol = ? AND year = ?";
constexpr std::string_view kNumberUsed = "SELECT count(*) FROM issued_number WHERE symbol = ? AND year = ? AND number = ? AND suffix = ?";

}

std::vector<Stored<LegalText>> legalTexts(Reader& reader)
{
    return reader.all<LegalText>("ORDER BY issued_on DESC, number");
}

std::vector<Stored<Observance>> observances(Reader& reader)
{
    return reader.all<Observance>("ORDER BY month, day, only_year, id");
}

std::vector<Stored<Plan>> plans(Reader& reader)
{
    return reader.all<Plan>("ORDER BY kind DESC, id");
}

std::vector<Stored<PlanSection>> sections(Reader& reader, PlanId plan)
{
    return reader.all<PlanSection>("WHERE plan_id = ? ORDER BY seq", {plan.value()});
}

std::vector<Stored<PlanBasis>> bases(Reader& reader, PlanId plan)
{
    return reader.all<PlanBasis>("WHERE plan_id = ? ORDER BY seq", {plan.value()});
}

std::vector<Stored<PlanRecipient>> recipients(Reader& reader, PlanId plan)
{
    return reader.all<PlanRecipient>("WHERE plan_id = ? ORDER BY seq", {plan.value()});
}

std::vector<Stored<Target>> targets(Reader& reader, PlanId plan)
{
    return reader.all<Target>("WHERE plan_id = ? ORDER BY seq", {plan.value()});
}

std::vector<Stored<PlanTask>> planTasks(Reader& reader, PlanId plan)
{
    return reader.all<PlanTask>("WHERE plan_id = ? ORDER BY seq", {plan.value()});
}

std::vector<Stored<PlanReceipt>> planReceipts(Reader& reader, PlanId plan)
{
    return reader.all<PlanReceipt>("WHERE plan_id = ? ORDER BY (SELECT sort_order FROM collective c WHERE c.id = collective_id), id", {plan.value()});
}

std::vector<Stored<PlanDifficulty>> planDifficulties(Reader& reader, PlanId plan)
{
    return reader.all<PlanDifficulty>("WHERE plan_id = ? ORDER BY raised_on, id", {plan.value()});
}

std::vector<Stored<Campaign>> campaigns(Reader& reader)
{
    return reader.all<Campaign>("ORDER BY from_date, to_date DESC, id");
}

std::vector<Stored<CampaignItem>> items(Reader& reader, CampaignId campaign)
{
    return reader.all<CampaignItem>("WHERE campaign_id = ? ORDER BY seq", {campaign.value()});
}

std::vector<Stored<CampaignReport>> reports(Reader& reader, CampaignId campaign)
{
    return reader.all<CampaignReport>("WHERE campaign_id = ? ORDER BY due_on IS NULL, due_on, id", {campaign.value()});
}

std::vector<Stored<CampaignObservance>> observancesOf(Reader& reader, CampaignId campaign)
{
    return reader.all<CampaignObservance>("WHERE campaign_id = ? ORDER BY id", {campaign.value()});
}

int highestNumber(Reader& reader, const std::string& symbol, int calendarYear)
{
    return static_cast<int>(reader.number(kHighestNumber, {symbol, std::to_string(calendarYear)}));
}

bool numberUsed(Reader& reader, const std::string& symbol, int calendarYear, int number, const std::string& suffix)
{
    return reader.number(kNumberUsed, {symbol, std::to_string(calendarYear), static_cast<std::int64_t>(number), suffix}) > 0;
}

}
