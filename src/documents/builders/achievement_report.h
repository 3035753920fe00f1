// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/paper.h"

namespace thidua::documents {

/// Báo cáo thành tích of a person or a collective (NĐ 98/2023/NĐ-CP, Mẫu số 01 and 02): three sections, signed by the nominee and confirmed
/// by the school.
struct AchievementReportView {
    IssuerView issuer;
    std::optional<Date> date;
    std::string honour;                     ///< “Chiến sĩ thi đua cơ sở”
    std::string name;                       ///< of the nominee
    bool collective = false;
    bool form = false;                      ///< a form of commendation: it is given, a title is recognised
    SchoolYear year{0};
    std::vector<std::string> about;
    std::vector<std::string> achievements;
    std::vector<std::string> honours;
    SignerView signer;                      ///< who confirms it
};
Document achievementReport(const AchievementReportView& view, const Template& words = shippedTemplate("achievement-report"));

}
