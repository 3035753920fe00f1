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

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("school_year_id", r.year);
        SubjectRef::map(v, r.subject);
        v("number", r.number);
        v("registered_on", r.registeredOn);
        v("late", r.late);
        v("late_reason", r.lateReason);
        v("state", r.state);
        v("withdrawn_on", r.withdrawnOn);
        v("withdrawn_reason", r.withdrawnReason);
    }

    friend bool operator==(const Registration&, const Registration&) = default;
};

struct RegistrationHonour {
    RegistrationId registration{0};
    std::string honour;                ///< code
    Date addedOn{2000, 1, 1};

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("registration_id", r.registration);
        v("honour", r.honour);
        v("added_on", r.addedOn);
    }

    friend bool operator==(const RegistrationHonour&, const RegistrationHonour&) = default;
};

/// The list as it was handed in on a day; it and its lines never change afterwards.
struct RegistrationList {
    SchoolYearId year{0};
    Date handedInOn{2000, 1, 1};
    std::string handedTo;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("school_year_id", r.year);
        v("handed_in_on", r.handedInOn);
        v("handed_to", r.handedTo);
    }

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

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("list_id", r.list);
        v("seq", r.seq);
        SubjectRef::map(v, r.subject);
        v("salutation", r.salutation);
        v("name", r.name);
        v("post", r.post);
        v("titles", r.titles);
        v("forms", r.forms);
        v("initiative", r.initiative);
        v("late", r.late);
    }

    friend bool operator==(const RegistrationListLine&, const RegistrationListLine&) = default;
};

}
