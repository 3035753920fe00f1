// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"
#include "domain/document_number.h"
#include "domain/ids.h"

#include <string>

namespace thidua::domain {

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

}
