// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/paper.h"

namespace thidua::documents {

/// Phiếu bầu (papers §2.8), on initiatives phiếu biểu quyết: the law gives no form; sheets carry neither numbers nor the voter's name and are all alike.
struct BallotsView {
    IssuerView issuer;  ///< superior = the school, agency = the council's lines
    std::optional<Date> date;
    std::string subject;  ///< “Xét danh hiệu “Chiến sĩ thi đua cơ sở” năm học 2021 - 2022”
    std::vector<BallotCandidate> candidates;  ///< an initiative's title, and its authors as the position
    enum class Subjects { Persons, Collectives, Initiatives } subjects = Subjects::Persons;
    bool notToAll = false; ///< who stands on it, or does not vote on it, gets none
    int copies = 2;       ///< how many ballots to print: those who vote on it
};
Document ballots(const BallotsView& view, const Template& words = shippedTemplate("ballots"));

}
