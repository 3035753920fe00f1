// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ids.h"
#include "domain/initiative_codes.h"

#include <optional>
#include <string>

namespace thidua::domain {

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
    std::string honour{};                         ///< code of the honour that it is meant for; empty = none said
    std::optional<Date> appliedOn{};              ///< first applied
    std::string description{};                    ///< what is new about it, in short
    std::optional<Date> validUntil{};             ///< where its recognition says so itself; else the rules do (InitiativeLedger)

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("school_year_id", r.year);
        v("title", r.title);
        v("field", r.field);
        v("type", r.type);
        v("state", r.state);
        v("registered_on", r.registeredOn);
        v("recognised_at", r.recognisedAt);
        v("scope", r.scope);
        v("decision_number", r.decisionNumber);
        v("decided_on", r.decidedOn);
        v("decided_by", r.decidedBy);
        v("used_for", r.usedFor);
        v("honour", r.honour);
        v("applied_on", r.appliedOn);
        v.lines("description", r.description);
        v("valid_until", r.validUntil);
    }

    friend bool operator==(const Initiative&, const Initiative&) = default;
};

struct InitiativeAuthor {
    InitiativeId initiative{0};
    PersonId person{0};
    int share = 100;                   ///< per cent
    std::string usedFor{};             ///< honour code that it has served this author for; empty = none known
    std::optional<NominationId> usedBy{}; ///< the nomination that used it, when the program saw it

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("initiative_id", r.initiative);
        v("person_id", r.person);
        v("share", r.share);
        v("used_for", r.usedFor);
        v("used_by", r.usedBy);
    }

    friend bool operator==(const InitiativeAuthor&, const InitiativeAuthor&) = default;
};

}
