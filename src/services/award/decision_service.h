// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "services/core/issue_paper.h"
#include "services/core/school_file.h"

namespace thidua::services {

struct DecisionDetail {
    domain::DecisionId id;
    domain::RowVersion version;
    domain::Decision decision;
    std::vector<domain::DecisionLine> lines;
    std::vector<domain::RowId> lineIds;          ///< of those lines
    std::string numberText;                      ///< own or outside number
    std::optional<domain::CorrectionId> revocation{}; ///< a decision that takes another paper back is a row of its own kind; `id` then is its negative
};

/// Whom a closed meeting passed for what the head of the school gives, and who has no decision yet.
struct ConferralChoice {
    domain::MeetingId meeting{0};
    std::vector<std::string> honours;            ///< their names
    int persons = 0;
    int collectives = 0;
    int count() const { return persons + collectives; }
};

/// One award given through the program, for the award list.
struct AwardRow {
    domain::SubjectRef subject;
    std::string name;
    std::string post;
    std::string honour;
    std::string honourName;
    int honourOrder = 0;
    std::string decisionNumber;
    std::optional<Date> decidedOn;
    std::string issuer;
    std::string sortKey;
    std::string named{};                         ///< told apart from others of the name
    bool revoked = false;                        ///< its decision was taken back: it counts for nothing
    std::string note{};                          ///< papers about its decision: “đính chính: 12/THMĐ”
};

/// Those that count, or with them those whose decision was taken back.
enum class Awards { InForce, WithRevoked };

std::vector<FieldIssue> validate(const domain::Decision& decision);

/// The school's decisions, and the awards that come of its own and of those from above (domain.md §7).
class DecisionService {
public:
    explicit DecisionService(SchoolFile& file) : m_file(file) {}

    Result<std::vector<DecisionDetail>> decisions(domain::SchoolYearId year);
    Result<DecisionDetail> decision(domain::DecisionId id);
    /// A draft that recognises these initiatives at school level.
    Written<domain::DecisionId> draftRecognition(domain::SchoolYearId year, const std::vector<domain::InitiativeId>& initiatives, const std::string& proposer = {});
    /// The same, issued in one step.
    Written<domain::DecisionId> issueRecognition(domain::SchoolYearId year, const std::vector<domain::InitiativeId>& initiatives, const IssuePaper& paper,
                                                 const std::string& proposer = {});
    /// Who proposes a recognition of that year by custom; empty where no council of initiatives was founded: then somebody has to say it.
    Result<std::string> proposerOf(domain::SchoolYearId year);
    Result<ConferralChoice> conferral(domain::MeetingId meeting);
    /// A draft of the head's decision with everybody of `conferral`.
    Written<domain::DecisionId> draftConferral(domain::MeetingId meeting);
    /// What a line of a draft's list of awards says that was done. Field "achievement".
    Written<Done> setAchievement(domain::DecisionId decision, domain::RowId line, const std::string& achievement);
    /// Takes a line out of a draft's list.
    Written<Done> dropLine(domain::DecisionId decision, domain::RowId line);
    Written<domain::DecisionId> draftDecision(const domain::Decision& decision);
    Written<Done> editDecision(domain::DecisionId id, const domain::Decision& decision, domain::RowVersion version);
    Written<Done> removeDecision(domain::DecisionId id);
    /// Numbers, dates and freezes; what it decides takes effect (initiatives become recognised, awards enter the history). Barrier of undo.
    Written<Done> issueDecision(domain::DecisionId id, const IssuePaper& paper);

    /// What was awarded for that year: collectives first, then by honour and name.
    Result<std::vector<AwardRow>> awards(domain::SchoolYearId year, Awards which = Awards::InForce);

private:
    SchoolFile& m_file;
};

}
