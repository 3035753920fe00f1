// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/codes.h"
#include "domain/ids.h"

#include <string>

namespace thidua::domain {

enum class RegistrationState { Active, Withdrawn };
TD_ENUM_CODES(RegistrationState, "registration-state", "active", "withdrawn")

/// Đăng ký of a person or collective for one school year; its honours are RegistrationHonour rows.
/// After the deadline it is kept and marked late with its reason, never refused.
struct Registration {
    SchoolYearId year{0};
    SubjectRef subject;
    int number = 0;                    ///< in the order of arrival within the year
    Date registeredOn{2000, 1, 1};
    bool late = false;
    std::string lateReason;
    RegistrationState state = RegistrationState::Active;
    std::optional<Date> withdrawnOn;
    std::string withdrawnReason;
    friend bool operator==(const Registration&, const Registration&) = default;
};

struct RegistrationHonour {
    RegistrationId registration{0};
    std::string honour;                ///< code
    Date addedOn{2000, 1, 1};
    friend bool operator==(const RegistrationHonour&, const RegistrationHonour&) = default;
};

/// The list as it was handed in on a day; it and its lines never change afterwards.
struct RegistrationList {
    SchoolYearId year{0};
    Date handedInOn{2000, 1, 1};
    std::string handedTo;
    friend bool operator==(const RegistrationList&, const RegistrationList&) = default;
};

struct RegistrationListLine {
    RegistrationListId list{0};
    int seq = 0;
    SubjectRef subject;
    std::string salutation;            ///< Ông, Bà; empty for a collective
    std::string name;
    std::string post;                  ///< chức vụ, đơn vị as they stood
    std::string titles;                ///< names of emulation titles, "; " between
    std::string forms;                 ///< names of award forms
    std::string initiative;
    bool late = false;
    friend bool operator==(const RegistrationListLine&, const RegistrationListLine&) = default;
};

enum class InitiativeState { Registered, Recognised, Rejected };
TD_ENUM_CODES(InitiativeState, "initiative-state", "registered", "recognised", "rejected")

/// Codes of the command line's `recognised_at` and `scope`.
enum class RecognitionLevel { School, Commune, District, Province, Ministry, Nation };
TD_ENUM_CODES(RecognitionLevel, "recognition-level", "school", "commune", "district", "province", "ministry", "nation")

enum class InitiativeType { Initiative, Research };
TD_ENUM_CODES(InitiativeType, "initiative-type", "initiative", "research")

/// Sáng kiến, giải pháp, đề tài: registered in autumn, recognised by a decision in spring.
struct Initiative {
    SchoolYearId year{0};
    std::string title;
    std::string field;
    InitiativeType type = InitiativeType::Initiative;
    InitiativeState state = InitiativeState::Registered;
    Date registeredOn{2000, 1, 1};
    std::optional<RecognitionLevel> recognisedAt; ///< the highest level that recognised it
    std::optional<RecognitionLevel> scope;        ///< phạm vi ảnh hưởng
    std::string decisionNumber;
    std::optional<Date> decidedOn;
    std::string decidedBy;
    std::string usedFor;                          ///< honour code that it has already served; empty = none
    friend bool operator==(const Initiative&, const Initiative&) = default;
};

struct InitiativeAuthor {
    InitiativeId initiative{0};
    PersonId person{0};
    int share = 100;                   ///< per cent
    std::string usedFor{};             ///< honour code that it has served this author for; empty = none known
    std::optional<NominationId> usedBy{}; ///< the nomination that used it, when the program saw it
    friend bool operator==(const InitiativeAuthor&, const InitiativeAuthor&) = default;
};

}
