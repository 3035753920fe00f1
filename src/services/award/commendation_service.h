// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "services/core/school_file.h"

namespace thidua::services {

struct CommendationDraft {
    domain::SchoolYearId year{0};
    std::string honour;                          ///< code
    domain::Ground ground = domain::Ground::Exceptional;
    std::string title;                           ///< of the decision, “Về việc …”; not used where the list is added to a draft
    std::vector<domain::PersonId> pupils;
    std::string achievement;                     ///< of each of them; DecisionService::setAchievement changes it line by line
    std::optional<domain::DecisionId> into{};    ///< the draft that takes them in; honour and ground are its own then
};

/// What the head of the school may give pupils without a meeting.
struct CommendationChoice {
    std::string honour;
    std::string name;
    std::vector<domain::Ground> grounds;
};

/// Pupils whom the head of the school commends by a decision of the office's own right: the rule set asks for no council's vote on them
/// (TT 27/2020 Điều 13, TT 22/2021 Điều 15). The draft is edited and issued like every decision (DecisionService).
class CommendationService {
public:
    explicit CommendationService(SchoolFile& file) : m_file(file) {}

    /// By the rules of today, from the highest.
    Result<std::vector<CommendationChoice>> choices();
    /// The drafts of the year that more pupils can be added to.
    Result<std::vector<Stored<domain::Decision>>> drafts(domain::SchoolYearId year);
    /// “Về việc tặng Giấy khen của Hiệu trưởng cho học sinh năm học 2021 - 2022”.
    Result<std::string> usualTitle(domain::SchoolYearId year, const std::string& honour);
    /// Fields "honour", "title", "pupils", "achievement".
    Written<domain::DecisionId> draft(const CommendationDraft& given);

private:
    SchoolFile& m_file;
};

}
