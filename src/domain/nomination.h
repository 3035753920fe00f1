// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ground.h"
#include "domain/ids.h"
#include "domain/kept_verdict.h"
#include "domain/nomination_state.h"

#include <string>

namespace thidua::domain {

/// Đề nghị xét tặng: one subject, one honour, one year. Name, post and unit are as they stood then.
struct Nomination {
    SchoolYearId year{0};
    SubjectRef subject;
    std::string honour;
    Ground ground = Ground::AnnualMerit;
    std::optional<RegistrationId> registration;
    Date applicableOn{2000, 1, 1};     ///< ngày áp dụng: which law it is judged by
    NominationState state = NominationState::Proposed;
    std::string name;
    std::string post;
    std::string unit;
    std::optional<JudgementId> judgement; ///< the newest: the rules' answer with the facts and the rules it was made from
    std::optional<KeptVerdict> verdict;   ///< what it says
    std::string overrideReason;        ///< why the council decided against the verdict; shown with the result

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("school_year_id", r.year);
        SubjectRef::map(v, r.subject);
        v("honour", r.honour);
        v("ground", r.ground);
        v("registration_id", r.registration);
        v("applicable_on", r.applicableOn);
        v("state", r.state);
        v("name", r.name);
        v("post", r.post);
        v("unit", r.unit);
        v("judgement_id", r.judgement);
        v("verdict", r.verdict);
        v("override_reason", r.overrideReason);
    }

    friend bool operator==(const Nomination&, const Nomination&) = default;
};

}
