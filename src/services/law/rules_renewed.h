// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/regulation_service.h"

namespace thidua::services {

/// What rules that came with another program change for the nominations still being reviewed, told before anything is judged by them.
struct RulesRenewed {
    int nominations = 0;                  ///< judged by earlier rules
    std::vector<std::string> what;        ///< where the rules differ, in words
    std::vector<VerdictChange> verdicts;  ///< whose verdict another judgement would change
};

class RulesRenewedService {
public:
    explicit RulesRenewedService(SchoolFile& file) : m_file(file) {}

    /// How many nominations of the open years, still being reviewed, were judged by other rules than those in force.
    Result<int> judgedByOthers();
    Result<RulesRenewed> preview(Progress* progress = nullptr);
    /// Judges the nominations of all open years by the rules in force; what is decided keeps its verdict.
    Written<int> judgeAgain();

private:
    SchoolFile& m_file;
};

}
