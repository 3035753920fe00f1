// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"
#include "domain/ground.h"
#include "domain/paper_head.h"

#include <string>

namespace thidua::domain {

/// Confer: what the head of the school gives by the office's own right (giấy khen).
enum class DecisionKind { EstablishCouncil, RecogniseInitiatives, Other, ExternalAward, ExternalInitiatives, Confer };
TD_ENUM_CODES(DecisionKind, "decision-kind", "establish_council", "recognise_initiatives", "other", "external_award", "external_initiatives", "confer")

inline bool isOwn(DecisionKind kind)
{
    return kind != DecisionKind::ExternalAward && kind != DecisionKind::ExternalInitiatives;
}

enum class DecisionState { Draft, Issued, Revoked, Replaced };
TD_ENUM_CODES(DecisionState, "decision-state", "draft", "issued", "revoked", "replaced")

/// Quyết định: the school's own, or one from outside that is recorded here. Issued, it never changes; another one amends or revokes it.
struct Decision : PaperHead {
    DecisionKind kind = DecisionKind::Other;
    SchoolYearId year{0};
    std::string title;                 ///< Về việc …
    std::string outsideNumber;         ///< as written on a decision from outside: 1207/QĐ-UBND
    std::string issuer;                ///< who issued it; for own decisions the school's head
    std::vector<PaperBasis> bases;
    std::string proposer;              ///< "Theo đề nghị của …", may be empty
    std::string articles;              ///< lines, each the text of one Điều
    std::vector<PaperRecipient> recipients;
    DecisionState state = DecisionState::Draft;
    std::optional<CouncilId> council;
    std::optional<SubmissionId> submission;
    std::optional<MeetingId> meeting;  ///< whose votes a conferral rests on
    std::optional<DecisionId> replaces; ///< the issued decision that this one takes the place of
    std::optional<Ground> ground;      ///< of awards that the head gives without a meeting

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("kind", r.kind);
        v("school_year_id", r.year);
        v("title", r.title);
        PaperHead::map(v, r); // own decisions
        v("outside_number", r.outsideNumber);
        v("issuer", r.issuer);
        v.lines("bases", r.bases);
        v("proposer", r.proposer);
        v.lines("articles", r.articles);
        v.lines("recipients", r.recipients);
        v("state", r.state);
        v("council_id", r.council);
        v("submission_id", r.submission);
        v("meeting_id", r.meeting);
        v("replaces_id", r.replaces);
        v("ground", r.ground);
    }

    friend bool operator==(const Decision&, const Decision&) = default;
};

/// One line of a decision's list, with name, post and unit as printed. With an honour it is an award.
struct DecisionLine {
    DecisionId decision{0};
    int seq = 0;
    SubjectRef subject;
    std::string name;
    std::string post;
    std::string honour;                ///< code; empty for other lists
    std::string text;                  ///< initiative title, council role …
    std::optional<NominationId> nomination;
    std::optional<InitiativeId> initiative;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("decision_id", r.decision);
        v("seq", r.seq);
        SubjectRef::map(v, r.subject);
        v.lines("name", r.name);
        v.lines("post", r.post);
        v("honour", r.honour);
        v("text", r.text);
        v("nomination_id", r.nomination);
        v("initiative_id", r.initiative);
    }

    friend bool operator==(const DecisionLine&, const DecisionLine&) = default;
};

}
