// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/plan.h"

namespace thidua::documents {

/// One period of a campaign: “Đợt 1”, from, to, what it marks.
struct CampaignPeriodView {
    std::string name;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string note;
};

/// One campaign as a plan of its own: aims, who takes part, what is judged, periods, targets, rewards, who does what.
struct CampaignSheetView {
    PaperView paper;
    std::string name;                       ///< “Dạy tốt - Học tốt”; the kind and quotation marks are added
    std::string time;                       ///< “năm học 2021 - 2022”, “giai đoạn 2021 - 2025”; left out when the name says one
    std::string launchedBy{};               ///< a body above the school: the school answers its call
    std::string theme{};
    std::vector<std::string> basis{};
    std::vector<std::string> purposes{};
    std::vector<std::string> requirements{};
    std::vector<std::string> participants{};
    std::vector<std::string> contents{};
    std::vector<std::string> criteria{};
    std::vector<CampaignPeriodView> periods{};
    std::vector<TargetGroup> targets{};
    std::vector<std::string> rewards{};
    std::vector<std::string> organisation{};
};
Document campaignSheet(const CampaignSheetView& view, const Template& words = shippedTemplate("campaign"));

}
