// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ground.h"
#include "domain/ids.h"
#include "domain/kept_verdict.h"
#include "domain/nomination_state.h"

#include <optional>
#include <string>
#include <vector>

namespace thidua::domain {

/// What of a nomination can be sent back for correction.
enum class NominationField { Ground, ApplicableOn, Dossier, Opinions, Report };
TD_ENUM_CODES(NominationField, "nomination-field", "ground", "applicable_on", "dossier", "opinions", "report")

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
    std::optional<Date> stateOn;       ///< when it was sent back or withdrawn …
    std::string stateReason;           ///< … and why
    std::string toCorrect;             ///< codes of NominationField, a space between them: what alone is open until it is sent again
    std::optional<NominationId> loweredFrom; ///< the higher title that the council did not pass

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
        v("state_on", r.stateOn);
        v("state_reason", r.stateReason);
        v("to_correct", r.toCorrect);
        v("lowered_from_id", r.loweredFrom);
    }

    friend bool operator==(const Nomination&, const Nomination&) = default;
};

/// Whether a field may be changed as far as what was sent back goes: only what was named, while it waits for correction.
bool isOpen(const Nomination& nomination, NominationField field);
/// What was named when it was sent back.
std::vector<NominationField> fieldsToCorrect(const Nomination& nomination);
std::string codesOf(const std::vector<NominationField>& fields);

}
