// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/initiative.h"
#include "domain/registration.h"
#include "services/core/school_file.h"
#include "services/follow/quota_lines.h"

namespace thidua::services {

/// What the form of one registration holds. The initiative is made with the registration when a title is given.
struct RegistrationDraft {
    domain::SubjectRef subject;
    std::vector<std::string> honours;            ///< codes
    std::string initiativeTitle;
    std::string initiativeField;
    std::string lateReason;                      ///< asked for after the deadline
    friend bool operator==(const RegistrationDraft&, const RegistrationDraft&) = default;
};

enum class RegistrationStatus {
    None,        ///< has not registered
    Complete,    ///< nothing wanting at this time of the year
    Wanting,     ///< something must still be handed in (an initiative's name)
    Impossible   ///< a condition that can no longer be met this year
};

/// A remark beside a registration: which condition, what the article is.
struct RegistrationNote {
    bool blocking = false;                       ///< true: cannot be met any more; false: still needed, or met already
    bool met = false;
    std::string text;
    std::string citation;
    std::string remedy;
};

/// Everyone who could register, registered or not: a line of the page "Đăng ký".
struct RegistrationRow {
    domain::SubjectRef subject;
    std::string name;
    std::string post;
    std::string team;
    int teamOrder = 0;
    std::string sortKey;
    std::optional<domain::RegistrationId> id;
    domain::RowVersion version = 0;
    domain::Registration registration;
    std::vector<std::string> honours;            ///< codes
    std::optional<Stored<domain::Initiative>> initiative;
    bool initiativeWanted = false;               ///< an honour registered asks for one
    RegistrationStatus status = RegistrationStatus::None;
    std::optional<domain::Registration> withdrawn{}; ///< the last one taken back, while none is in force
    std::optional<Date> leftOn{};                ///< has left since: shown, not counted
    std::vector<RegistrationNote> notes{};       ///< each condition of the honours registered, as far as it can be known now
};

struct RegistrationBoard {
    std::vector<RegistrationRow> rows;           ///< collectives first, then people by team and name, then who registered and has left
    int people = 0;
    int registered = 0;
    int wanting = 0;
    std::optional<Date> deadline;
    std::vector<TargetLine> targets;
    std::vector<QuotaLine> quotas;
};

struct HonourChoice {
    std::string code;
    std::string name;                            ///< Lao động tiên tiến
    std::string shortName;                       ///< LĐTT
    bool forPeople = true;
    bool forCollectives = false;
    bool usual = false;                          ///< an emulation title, or used by this school before: offered first
};

struct HandedInList {
    domain::RegistrationListId id;
    domain::RegistrationList list;
    std::vector<domain::RegistrationListLine> lines;
};

struct InitiativeRow {
    domain::InitiativeId id;
    domain::RowVersion version;
    domain::Initiative initiative;
    std::vector<domain::InitiativeAuthor> authors;
    std::vector<std::string> authorNames;
    std::string sortKey;
};

/// Recognition by someone above, recorded here; the school's own goes through a decision (DecisionService).
struct RecogniseOutside {
    std::vector<domain::InitiativeId> initiatives;
    domain::RecognitionLevel level = domain::RecognitionLevel::District;
    domain::RecognitionLevel scope = domain::RecognitionLevel::District;
    std::string issuer;
    std::string number;
    Date decidedOn{2000, 1, 1};
};

/// Registrations and initiatives (domain.md §4, §6).
class RegistrationService {
public:
    explicit RegistrationService(SchoolFile& file) : m_file(file) {}

    Result<RegistrationBoard> board(domain::SchoolYearId year);
    /// The honours that can be registered on that day, by the rules in force.
    std::vector<HonourChoice> choices(Date on) const;
    bool isLate(const domain::SchoolYearRow& year) const;

    Written<domain::RegistrationId> registerSubject(domain::SchoolYearId year, const RegistrationDraft& draft);
    /// The same honours for several people or collectives, as one operation: those who have registered get what they lack. An honour that
    /// does not fit one of them refuses all and names the first. The number of registrations made or changed.
    Written<int> registerAll(domain::SchoolYearId year, const std::vector<domain::SubjectRef>& subjects, const std::vector<std::string>& honours,
                             const std::string& lateReason = {});
    /// Changes the honours; what was there before stays in the record of changes. After the deadline it asks for the reason too.
    Written<Done> editRegistration(domain::RegistrationId id, const RegistrationDraft& draft, domain::RowVersion version);
    Written<Done> withdraw(domain::RegistrationId id, const std::string& reason);
    /// Keeps the list as it stands today, for ever (barrier of undo).
    Written<domain::RegistrationListId> handIn(domain::SchoolYearId year, const std::string& handedTo);
    Result<std::vector<HandedInList>> handedIn(domain::SchoolYearId year);

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

std::vector<FieldIssue> validate(const domain::Initiative& initiative, const std::vector<domain::InitiativeAuthor>& authors);

}
