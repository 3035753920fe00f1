// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity_kind.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// A hit of the search box (Ctrl+K), best first; marks and đ/d do not matter.
struct SearchHit {
    std::string kind;                            ///< staff, pupil, class, collective, campaign, plan, legal-text, decision, submission, initiative, activity, honour …
    domain::EntityKind entity = domain::EntityKind::Count; ///< what its page opens `line`, or else `id`, as
    std::int64_t id = 0;
    std::string text;
    std::string detail;
    std::string page;                            ///< where it is shown; empty: on none
    std::int64_t line = 0;                       ///< of a pupil: their row of the school year asked for, or else of their newest, by which the page knows them
};
/// `onPages`: only what a page shows, for the window.
Result<std::vector<SearchHit>> search(SchoolFile& file, domain::SchoolYearId year, const std::string& text, std::size_t limit = 20, bool onPages = false);

}
