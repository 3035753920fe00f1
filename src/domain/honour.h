// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "domain/ground.h"
#include "domain/ids.h"

#include <string>

namespace thidua::domain {

/// Quá trình khen thưởng: one honour ever received. History from before the program may lack its decision number.
struct HonourRecord {
    SubjectRef subject;
    std::string honour;
    Ground ground = Ground::AnnualMerit;
    SchoolYear year{0};
    std::string decisionNumber;
    std::optional<Date> decidedOn;
    std::string issuer;
    std::optional<DecisionId> decision; ///< when it was given through the program
    std::string note;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        SubjectRef::map(v, r.subject);
        v("honour", r.honour);
        v("ground", r.ground);
        v("start_year", r.year);
        v("decision_number", r.decisionNumber);
        v("decided_on", r.decidedOn);
        v("issuer", r.issuer);
        v("decision_id", r.decision);
        v("note", r.note);
    }

    friend bool operator==(const HonourRecord&, const HonourRecord&) = default;
};

}
