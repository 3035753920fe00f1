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
    std::optional<Date> revokedOn;      ///< the day on which it was taken back; it counts for nothing from then on
    std::string revokedBy;              ///< Quyết định số 45/QĐ-THMĐ

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
        v("revoked_on", r.revokedOn);
        v("revoked_by", r.revokedBy);
    }

    friend bool operator==(const HonourRecord&, const HonourRecord&) = default;
};

}
