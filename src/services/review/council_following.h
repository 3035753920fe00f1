// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/council_charge.h"
#include "domain/stored.h"
#include "services/core/school_file.h"

namespace thidua::storage {
class Reader;
}

namespace thidua::services {

/// “Tổ 1”, “phong trào “Dạy tốt, học tốt””; empty for neither.
std::string chargeWords(storage::Reader& reader, const std::optional<domain::CollectiveId>& collective, const std::optional<domain::CampaignId>& campaign);

/// One team, other collective or campaign that a member follows; `what` in words.
struct ChargeRow {
    domain::CouncilCharge charge;
    std::string member;                          ///< name, told apart from others of it
    std::string what;                            ///< “Tổ 1”, “phong trào …”
};

struct NoteRow {
    domain::CouncilNoteId id{0};
    domain::RowVersion version = 0;
    domain::CouncilNote note{};
    std::string member;
    std::string what;                            ///< empty: about nothing in particular
};

/// What one can follow: `charge` has the collective or the campaign set, and nobody.
struct ChargeChoice {
    domain::CouncilCharge charge;
    std::string what;
};

struct CouncilFollowing {
    std::vector<ChargeRow> charges{};            ///< in the order of the council's list
    std::vector<NoteRow> notes{};                ///< by day
};

/// Who of a council follows which team or campaign, and what was noted (domain.md §6, “members with roles and duties”). It goes on when the
/// council is established: the decision keeps what stood in its appendix on its day.
class CouncilFollowingService {
public:
    explicit CouncilFollowingService(SchoolFile& file) : m_file(file) {}

    Result<CouncilFollowing> following(domain::CouncilId council);
    /// Collectives in their order, then the campaigns of the council's year.
    Result<std::vector<ChargeChoice>> choices(domain::CouncilId council);
    /// All that one member follows, written whole. Fields "charges".
    Written<Done> setCharges(domain::CouncilId council, domain::PersonId member, const std::vector<domain::CouncilCharge>& charges);
    /// Fields "person", "on", "note".
    Written<domain::CouncilNoteId> addNote(const domain::CouncilNote& note);
    Written<Done> editNote(domain::CouncilNoteId id, const domain::CouncilNote& note, domain::RowVersion version);
    Written<Done> removeNote(domain::CouncilNoteId id);

private:
    SchoolFile& m_file;
};

}
