// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_util.h"
#include "domain/campaign.h"
#include "domain/decision.h"
#include "domain/legal_text.h"
#include "domain/plan.h"

#include <cstdio>

namespace thidua::domain {

std::string basisWording(const LegalText& text)
{
    std::string out = text.kind + " số " + text.number;
    if (text.issuedOn)
        out += " " + text.issuedOn->words();
    if (!text.issuer.empty())
        out += " của " + text.issuer;
    if (!text.subject.empty())
        out += " " + text.subject;
    return out;
}

std::optional<int> anniversary(const Observance& observance, int calendarYear)
{
    if (!observance.baseYear || calendarYear <= *observance.baseYear)
        return std::nullopt;
    return calendarYear - *observance.baseYear;
}

std::string DocumentNumber::text() const
{
    if (!number)
        return {};
    return twoFigures(*number) + suffix + "/" + symbol;
}

bool meets(const Target& target, int reached)
{
    return reached >= target.value.value_or(1);
}

std::optional<CampaignState> next(CampaignState state, CampaignEvent event)
{
    struct Step {
        CampaignState from;
        CampaignEvent event;
        CampaignState to;
    };
    static constexpr Step kSteps[] = {
        {CampaignState::Draft, CampaignEvent::Launch, CampaignState::Launched},
        {CampaignState::Launched, CampaignEvent::Review, CampaignState::Reviewed},
        // A campaign can be reviewed more than once: after each term, say.
        {CampaignState::Reviewed, CampaignEvent::Review, CampaignState::Reviewed},
        {CampaignState::Launched, CampaignEvent::Close, CampaignState::Closed},
        {CampaignState::Reviewed, CampaignEvent::Close, CampaignState::Closed},
    };
    for (const auto& step : kSteps)
        if (step.from == state && step.event == event)
            return step.to;
    return std::nullopt;
}

}
