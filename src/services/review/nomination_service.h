// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "domain/dossier.h"
#include "domain/nomination.h"
#include "rules/finding.h"
#include "services/core/school_file.h"
#include "services/follow/quota_lines.h"

namespace thidua::services {

struct NominationRow {
    domain::NominationId id;
    domain::RowVersion version;
    domain::Nomination nomination;
    std::string honourName;
    std::string honourShort;
    rules::Verdict verdict;                      ///< as it was last found and kept
    std::string sortKey;
    int honourOrder = 0;
    std::string votes;                           ///< "8/9" when counted
    std::optional<Date> leftOn{};                ///< has left since: shown with the day
    std::string name{};                          ///< told apart from others of the name
    std::string loweredFromName{};               ///< the higher title that the council did not pass
    int dossierParts = 0;                        ///< how many the rules ask for …
    int dossierMissing = 0;                      ///< … and how many the school has to see to yet
    std::vector<domain::OpinionBody> opinionsMissing{}; ///< of those that the school asks for
    std::string voteText{};                      ///< "8/9 = 88,89 %, cần từ 7 phiếu (70 %; khoản 4 Điều 3 TT 21/2020)" once a meeting has closed
};

/// What the list says of it: the council or the authority has turned it down, whatever the conditions said before.
bool turnedDown(const domain::Nomination& nomination);

struct NominationBoard {
    std::vector<NominationRow> rows;             ///< collectives first, then people by name
    int eligible = 0;
    int ineligible = 0;
    int undetermined = 0;
    int openThoughDecided = 0;                   ///< not eligible whatever comes, while other conditions are not known yet
    std::vector<QuotaLine> quotas;
    int registeredWithoutNomination = 0;
    std::vector<NominationRow> withdrawn{};      ///< in no figure; with the reason
    std::optional<Date> nextMeeting;
};

/// What may be changed of a nomination; another person or honour is another nomination.
struct NominationChange {
    domain::Ground ground = domain::Ground::AnnualMerit;
    Date applicableOn{2000, 1, 1};
};

struct LowerHonour {
    std::string code, name;
};

/// Đề nghị xét tặng and their verdicts (domain.md §6). Every change of a fact is followed by `refresh`, which the writing calls of
/// YearRecordService and RegistrationService do by themselves for nominations that are still being reviewed.
class NominationService {
public:
    explicit NominationService(SchoolFile& file) : m_file(file) {}

    Result<NominationBoard> board(domain::SchoolYearId year);
    /// One nomination on annual merit for each honour of each registration that has none yet; judged at once by the law of `applicableOn`.
    Written<int> nominate(domain::SchoolYearId year, Date applicableOn);
    Written<domain::NominationId> add(domain::SchoolYearId year, const domain::SubjectRef& subject, const std::string& honour, Date applicableOn,
                                       domain::Ground ground = domain::Ground::AnnualMerit);
    /// Fields "ground", "applicableOn"; while it waits for correction only what was named.
    Written<Done> edit(domain::NominationId id, const NominationChange& change, domain::RowVersion version);
    /// All or none. Field "reason".
    Written<int> withdraw(const std::vector<domain::NominationId>& ids, const std::string& reason);
    Written<int> withdraw(domain::NominationId id, const std::string& reason) { return withdraw(std::vector{id}, reason); }
    /// Back to those who made it, with what they have to correct: nothing else of it is open, and no council votes on it, until it is sent
    /// again. Fields "reason", "fields". Refused once its votes stand in an open meeting.
    Written<Done> sendBack(domain::NominationId id, const std::vector<domain::NominationField>& fields, const std::string& reason);
    Written<Done> sendAgain(domain::NominationId id);
    /// Lower titles that could be voted on in its place, the next one below first; none that it is nominated for already.
    Result<std::vector<LowerHonour>> lowerHonours(domain::NominationId id);
    /// Puts a lower title to the vote in an open meeting that did not pass this one (decision 108): a nomination of its own, with its own
    /// verdict. Field "honour".
    Written<domain::NominationId> lower(domain::MeetingId meeting, domain::NominationId id, const std::string& honour);
    /// Judges all open nominations of the year again.
    Written<int> refresh(domain::SchoolYearId year);
    /// The same in two parts, for long lists: on a copy of the file (file_snapshot.h) what would be kept, without hurry; on the file itself
    /// the writing. When something was written meanwhile, keep() judges anew.
    struct Rejudged {
        struct One {
            domain::NominationId nomination;
            std::string verdict, facts, packHash; ///< as a judgement keeps them
            domain::KeptVerdict kind;
        };
        std::vector<One> judgements; ///< those that differ from what is kept
        int changed = 0;             ///< whose verdict says something else
        int writes = 0;              ///< SchoolFile::writesSoFar() of the copy
    };
    Result<Rejudged> judgeAgain(domain::SchoolYearId year, Progress* progress = nullptr);
    Written<int> keep(domain::SchoolYearId year, const Rejudged& made);
    /// The council's written reason for deciding against the verdict; empty takes it back.
    Written<Done> overrideVerdict(domain::NominationId id, const std::string& reason);

    /// The verdict of every nomination as of now, without writing: for `thidua-cli evaluate FILE`.
    struct Evaluated {
        domain::Nomination nomination;
        rules::Verdict verdict;
    };
    /// How every nomination of the year stands as of now by the rules in force, without words and without writing: for whole lists.
    struct Judged {
        domain::NominationId nomination{0};
        domain::SubjectRef subject;
        std::string honour;
        rules::VerdictKind verdict = rules::VerdictKind::Undetermined;
    };
    Result<std::vector<Judged>> judgeAll(domain::SchoolYearId year);
    Result<std::vector<Evaluated>> evaluateAll(domain::SchoolYearId year, const std::optional<std::string>& honour);

private:
    SchoolFile& m_file;
};

}
