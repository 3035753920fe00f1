// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/initiative.h"
#include "domain/initiative_referral.h"
#include "domain/stored.h"
#include "services/core/school_file.h"
#include "services/follow/initiative_scores.h"

namespace thidua::services {

struct InitiativeRow {
    domain::InitiativeId id;
    domain::RowVersion version;
    domain::Initiative initiative;
    std::vector<domain::InitiativeAuthor> authors;
    std::vector<std::string> authorNames;
    std::string sortKey;
    std::vector<Stored<domain::InitiativeReferral>> referrals{};  ///< to levels above, as they were sent
    bool decided = false;                          ///< a decision of the school's stands: title, kind, authors and shares are its
    std::optional<InitiativeScore> score{};     ///< as the council left it
    std::optional<Date> validUntil{};           ///< the last day on which it serves
};

/// Recognition by someone above, recorded here; the school's own goes through a decision (DecisionService).
struct RecogniseOutside {
    std::vector<domain::InitiativeId> initiatives;
    domain::RecognitionLevel level = domain::RecognitionLevel::District;
    domain::RecognitionLevel scope = domain::RecognitionLevel::District;
    std::string issuer;
    std::string number;
    Date decidedOn{2000, 1, 1};
    std::optional<Date> validUntil{};            ///< where the decision says it
};

std::vector<FieldIssue> validate(const domain::Initiative& initiative, const std::vector<domain::InitiativeAuthor>& authors);

/// Initiatives and their recognition (domain.md §6).
class InitiativeService {
public:
    explicit InitiativeService(SchoolFile& file) : m_file(file) {}

    Result<std::vector<InitiativeRow>> initiatives(domain::SchoolYearId year);
    Result<InitiativeRow> initiative(domain::InitiativeId id);
    Written<domain::InitiativeId> addInitiative(const domain::Initiative& initiative, const std::vector<domain::InitiativeAuthor>& authors);
    Written<Done> editInitiative(domain::InitiativeId id, const domain::Initiative& initiative,
                                 const std::vector<domain::InitiativeAuthor>& authors, domain::RowVersion version);
    /// Not recognised: it stays in the book and can be taken up again.
    Written<Done> rejectInitiative(domain::InitiativeId id);
    Written<Done> reconsiderInitiative(domain::InitiativeId id);
    Written<Done> removeInitiative(domain::InitiativeId id);
    Written<domain::DecisionId> recogniseOutside(const RecogniseOutside& command);

private:
    SchoolFile& m_file;
};

}
