// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dossier.h"
#include "rules/finding.h"
#include "services/attachments/attachment_service.h"

#include <map>

namespace thidua::rules {
class Catalogue;
}

namespace thidua::services {

enum class PartState {
    There,                               ///< a paper of the school's, a file or a paper that was received
    Pending,                             ///< a paper that the program makes on the way: minutes once the meeting is closed, the submission
    Missing
};

/// One part of a dossier, as the rules of the nomination's day ask for it.
struct DossierPartRow {
    std::string id, name;
    rules::Citation citation{};
    bool certain = true;
    PartState state = PartState::Missing;
    std::string paper{};                 ///< which paper of the school is it: “Tờ trình số 17/TTr-THMĐ, 27/05/2022”; empty without
    std::optional<Date> receivedOn{};    ///< on paper
    std::vector<AttachmentRow> files{};  ///< the nomination's, and of its subject's initiatives where they prove it
};

struct OpinionRow {
    domain::OpinionId id;
    domain::RowVersion version = 0;
    domain::Opinion opinion{};
};

struct Dossier {
    std::vector<DossierPartRow> parts{};
    std::vector<AttachmentRow> otherFiles{};           ///< that are none of the parts
    std::optional<int> copies{};                       ///< how many sets; none where lower rules say
    std::vector<OpinionRow> opinions{};
    std::vector<domain::OpinionBody> askedAndMissing{};///< opinions that the school asks for
    std::optional<Stored<domain::AchievementReport>> report{};
    std::string whyClosed{};                           ///< why nothing of it may be changed now; empty when it may

    int missing() const;
};

/// The same in figures, for lists.
struct DossierCount {
    int parts = 0, missing = 0;
    std::vector<domain::OpinionBody> askedAndMissing{};
};

/// What belongs to a nomination beside its verdict: its dossier, the opinions of team, union and party cell (domain.md §6).
class DossierService {
public:
    explicit DossierService(SchoolFile& file) : m_file(file) {}

    Result<Dossier> dossier(domain::NominationId id);
    /// Received on paper on that day; no day takes it back. Refused: a day still to come, a part that the rules do not ask for.
    Written<Done> receive(domain::NominationId id, const std::string& part, std::optional<Date> on);
    /// In the place of the same body's earlier one. Fields “givenOn”, “signer”, “content” (against and remarks say why).
    Written<domain::OpinionId> recordOpinion(const domain::Opinion& opinion);
    /// The same for several nominations at once: the team's meeting speaks of all its people.
    Written<int> recordOpinions(const std::vector<domain::NominationId>& nominations, const domain::Opinion& opinion);
    Written<Done> removeOpinion(domain::OpinionId id);

private:
    SchoolFile& m_file;
};

/// Of all nominations of the year that are not withdrawn.
std::map<domain::NominationId, DossierCount> dossierCounts(storage::Reader& reader, const rules::Catalogue& catalogue, domain::SchoolYearId year);
/// The whole of one; the catalogue's rules of its own day.
Result<Dossier> readDossier(storage::Reader& reader, const rules::Catalogue& catalogue, domain::NominationId id);
/// Opinions that the school asks for and that are not there, a sentence for each body; and what the given ones say, for papers:
/// “Tổ chuyên môn: 12 đề nghị đồng ý, 1 đề nghị có ý kiến khác”. Of the nominations named.
std::vector<std::string> missingOpinions(storage::Reader& reader, domain::SchoolYearId year, const std::vector<domain::NominationId>& of);
struct OpinionSum {
    domain::OpinionBody body = domain::OpinionBody::Team;
    int inFavour = 0, remarks = 0, against = 0;
    std::vector<std::string> others{};                 ///< “Nguyễn Thị Hoa: còn chậm hồ sơ”, of those that are not simply for
};
std::vector<OpinionSum> opinionSums(storage::Reader& reader, domain::SchoolYearId year, const std::vector<domain::NominationId>& of);

}
