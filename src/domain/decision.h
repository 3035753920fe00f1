// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"

namespace thidua::domain {

enum class DecisionKind { EstablishCouncil, RecogniseInitiatives, Other, ExternalAward, ExternalInitiatives };
TD_ENUM_CODES(DecisionKind, "decision-kind", "establish_council", "recognise_initiatives", "other", "external_award", "external_initiatives")

inline bool isOwn(DecisionKind kind)
{
    return kind != DecisionKind::ExternalAward && kind != DecisionKind::ExternalInitiatives;
}

enum class DecisionState { Draft, Issued, Revoked };
TD_ENUM_CODES(DecisionState, "decision-state", "draft", "issued", "revoked")

/// Quyết định: the school's own, or one from outside that is recorded here. Issued, it never changes; another one amends or revokes it.
struct Decision {
    DecisionKind kind = DecisionKind::Other;
    SchoolYearId year{0};
    std::string title;                 ///< Về việc …
    DocumentNumber number;             ///< own decisions
    std::string outsideNumber;         ///< as written on a decision from outside: 1207/QĐ-UBND
    std::string issuer;                ///< who issued it; for own decisions the school's head
    std::string bases;                 ///< lines, each "Căn cứ …" without the final sign
    std::string proposer;              ///< "Theo đề nghị của …", may be empty
    std::string articles;              ///< lines, each the text of one Điều
    std::string recipients;            ///< lines of Nơi nhận
    std::string signerName;
    std::string signerTitle;           ///< lines: KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG
    DecisionState state = DecisionState::Draft;
    std::optional<CouncilId> council;
    std::optional<SubmissionId> submission;
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
    friend bool operator==(const DecisionLine&, const DecisionLine&) = default;
};

enum class SubmissionState { Draft, Issued, Answered };
TD_ENUM_CODES(SubmissionState, "submission-state", "draft", "issued", "answered")

/// Tờ trình to the level above for what the school cannot confer.
struct Submission {
    SchoolYearId year{0};
    std::optional<MeetingId> meeting;
    std::string title;
    DocumentNumber number;
    std::string addressees;            ///< lines of Kính gửi
    std::string bases;                 ///< lines
    std::string body;                  ///< paragraphs
    std::string recipients;
    std::string signerName;
    std::string signerTitle;
    SubmissionState state = SubmissionState::Draft;
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
    std::string votes;                 ///< 8/9
    std::string percent;               ///< 88,89
    std::string achievement;           ///< summary: evaluation, initiative and its recognition
    Outcome outcome = Outcome::Waiting;
    std::string outcomeReason;
    std::optional<DecisionId> decision;
    friend bool operator==(const SubmissionLine&, const SubmissionLine&) = default;
};

struct RulePack {
    std::string hash;
    std::string content;
    std::string addedOn;
    friend bool operator==(const RulePack&, const RulePack&) = default;
};

}
