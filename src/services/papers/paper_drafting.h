// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/council_codes.h"
#include "domain/paper_head.h"
#include "services/core/internal.h"

namespace thidua::domain {
struct Decision;
struct Plan;
struct School;
}

/// What the program writes into a draft by itself: bases, receivers, the minutes it rests on. For services' .cpp files alone.
namespace thidua::services {

/// The bases that the rules of a day, if not told of today, name for that kind of paper at a school of this level.
std::vector<domain::PaperBasis> basesOf(SchoolFile& file, const domain::School& school, std::string_view paper, std::optional<Date> on = std::nullopt);
/// By the law of which day a plan that is not issued yet is shown: today's, but for a year or period that is over its last day's.
Date planDay(Reader& reader, const domain::Plan& plan, Date today);
/// How the rules call the kind of paper whose bases a decision has.
std::string_view basesCode(const domain::Decision& decision);
/// "Căn cứ Biên bản số … của Hội đồng …"
domain::PaperBasis minutesBasis(const domain::Stored<domain::Meeting>& meeting, const std::string& council);
/// The same of the newest closed meeting of a council of that kind.
std::optional<domain::PaperBasis> newestMinutes(Reader& reader, domain::SchoolYearId year, domain::CouncilKind kind);

/// Who proposes a recognition of initiatives of that year: the council founded for it; empty where there is none.
std::string usualProposer(Reader& reader, const domain::School& school, domain::SchoolYearId year);

/// Nơi nhận: who is named in the paper, the body above for its information, the school's own copies.
std::vector<domain::PaperRecipient> decisionRecipients(const domain::School& school);
std::vector<domain::PaperRecipient> planRecipients(const domain::School& school);
std::vector<domain::PaperRecipient> submissionRecipients();

}
