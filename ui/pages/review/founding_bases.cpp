// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/founding_bases.h"

#include "domain/legal_text.h"
#include "domain/school_year.h"
#include "services/award/decision_service.h"
#include "services/core/school_service.h"
#include "services/papers/founding_draft.h"
#include "services/papers/paper_issuer.h"
#include "services/prepare/library.h"
#include "services/prepare/plan_service.h"
#include "services/prepare/text_library.h"
#include "services/review/council_service.h"

#include <algorithm>

namespace thidua::ui {

using Bases = std::vector<domain::PaperBasis>;

namespace {

Bases earlier(services::SchoolFile& file, domain::SchoolYearId year, domain::CouncilKind kind)
{
    Bases bases;
    const auto councils = services::CouncilService(file).councils(year);
    if (!councils)
        return bases;
    for (const auto& row : *councils) {
        if (row.council.kind != kind || !row.council.decision)
            continue;
        if (const auto detail = services::DecisionService(file).decision(*row.council.decision))
            bases = detail->decision.bases;
    }
    return bases;
}

Bases fromLibrary(services::SchoolFile& file, Date on)
{
    Bases bases;
    const auto texts = services::PlanService(file).legalTexts();
    if (!texts)
        return bases;
    const services::TextIndex library(*texts);
    for (const auto& text : library.texts()) {
        const bool law = text.data.kind == "Luật" || text.data.kind == "Nghị định" || text.data.kind == "Thông tư"; // on paper
        const bool inForce = domain::forceOn(text.data, library.successor(text.data), on) == domain::TextForce::InForce;
        if (law && inForce)
            bases.push_back({text.id, "Căn cứ " + domain::basisWording(text.data)}); // on paper
    }
    return bases;
}

}

Bases foundingBases(services::SchoolFile& file, domain::SchoolYearId year, domain::CouncilKind kind)
{
    auto bases = earlier(file, year, kind);
    services::SchoolService schools(file);
    if (const auto row = schools.year(year); bases.empty() && row)
        if (const auto before = schools.yearOf(row->data.year.previous()))
            bases = earlier(file, before->id, kind);
    // What has lapsed since then gives way to the texts of the day.
    const bool lapsed = std::ranges::any_of(bases, [&file](const auto& basis) { return services::citesExpired(file, basis.wording); });
    if (!bases.empty() && !lapsed)
        return bases;
    bases = services::usualBases(file, services::foundingCode(kind));
    return bases.empty() ? fromLibrary(file, file.clock().today()) : bases;
}

}
