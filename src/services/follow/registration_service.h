// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/initiative.h"
#include "domain/position.h"
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
    std::optional<domain::Position> position{};  ///< of people
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

/// Registrations (domain.md §4).
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

private:
    SchoolFile& m_file;
};

}
