// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"
#include "domain/paper_head.h"

#include <string>

namespace thidua::domain {

enum class SubmissionState { Draft, Issued, Answered, Revoked, Replaced };
TD_ENUM_CODES(SubmissionState, "submission-state", "draft", "issued", "answered", "revoked", "replaced")

/// Tờ trình to the level above for what the school cannot confer.
struct Submission : PaperHead {
    SchoolYearId year{0};
    std::optional<MeetingId> meeting;
    std::string title;
    std::string addressees;            ///< lines of Kính gửi
    std::vector<PaperBasis> bases;
    std::string body;                  ///< paragraphs
    std::string enclosures;            ///< lines of Hồ sơ kèm theo; empty for the usual ones
    std::vector<PaperRecipient> recipients;
    SubmissionState state = SubmissionState::Draft;
    std::optional<SubmissionId> replaces; ///< the issued submission that this one takes the place of

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("school_year_id", r.year);
        v("meeting_id", r.meeting);
        v("title", r.title);
        PaperHead::map(v, r);
        v.lines("addressees", r.addressees);
        v.lines("bases", r.bases);
        v.lines("body", r.body);
        v.lines("recipients", r.recipients);
        v("state", r.state);
        v.lines("enclosures", r.enclosures);
        v("replaces_id", r.replaces);
    }

    friend bool operator==(const Submission&, const Submission&) = default;
};

enum class Outcome { Waiting, Conferred, Refused, Returned };
TD_ENUM_CODES(Outcome, "outcome", "waiting", "conferred", "refused", "returned")

struct SubmissionLine {
    SubmissionId submission{0};
    int seq = 0;
    NominationId nomination{0};
    SubjectRef subject;
    std::string name;
    std::string post;
    std::string honour;
    int inFavour = 0;                  ///< votes for it, of so many members
    int members = 0;
    std::string achievement;           ///< summary: evaluation, initiative and its recognition
    Outcome outcome = Outcome::Waiting;
    std::string outcomeReason;
    std::optional<DecisionId> decision;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("submission_id", r.submission);
        v("seq", r.seq);
        v("nomination_id", r.nomination);
        SubjectRef::map(v, r.subject);
        v("name", r.name);
        v("post", r.post);
        v("honour", r.honour);
        v("in_favour", r.inFavour);
        v("members", r.members);
        v("achievement", r.achievement);
        v("outcome", r.outcome);
        v("outcome_reason", r.outcomeReason);
        v("decision_id", r.decision);
    }

    friend bool operator==(const SubmissionLine&, const SubmissionLine&) = default;
};

}
