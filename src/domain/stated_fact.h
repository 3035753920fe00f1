// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/school_year.h"
#include "domain/ground.h"
#include "domain/ids.h"

#include <string>

namespace thidua::domain {

/// What somebody has said of a person or collective and no other row of the file tells: years in the sector, the bloc's result, that the
/// other standards of a text are met. Which facts may be stated and how long each holds is data of the rules.
struct StatedFact {
    SubjectRef subject;
    std::string fact;             ///< as the rules name it
    std::string honour;           ///< of a fact that is told for one honour alone; else empty
    std::optional<Ground> ground; ///< with the honour
    std::string value;            ///< JSON, of the fact's own type
    SchoolYear year{0};           ///< of a fact that lasts: from this school year on; else of this year alone
    Date statedOn{2000, 1, 1};    ///< the day on which the value is right
    std::string source;           ///< Hồ sơ viên chức; Biên bản số 05/BB-HĐ

    template <class V, class R>
    static void map(V& v, R& r)
    {
        SubjectRef::map(v, r.subject);
        v("fact", r.fact);
        v("honour", r.honour);
        v("ground", r.ground);
        v.verbatim("value", r.value);
        v("start_year", r.year);
        v("stated_on", r.statedOn);
        v("source", r.source);
    }

    friend bool operator==(const StatedFact&, const StatedFact&) = default;
};

}
