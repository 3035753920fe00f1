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

}
