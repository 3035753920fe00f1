// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/paper.h"

namespace thidua::documents {

struct PrizeView {
    std::string name;
    int quantity = 0;
};

/// Thể lệ of a contest: theme, who takes part, what an entry is like, days, marks, prizes.
struct ContestCallView {
    PaperView paper;
    std::string name;
    SchoolYear year{0};
    std::string theme;
    std::string campaign;                   ///< that it belongs to; may be empty
    std::vector<std::string> participants;
    std::vector<std::string> rules;
    std::optional<Date> from, closesOn, judgedOn;
    std::string maxMark, step;              ///< “10”, “0,25”
    int judges = 0;
    std::vector<PrizeView> prizes;
};
Document contestCall(const ContestCallView& view, const Template& words = shippedTemplate("contest-call"));

struct ContestLine {
    std::string name;                       ///< whose it is
    std::string unit;
    std::string title;
    std::string mark;                       ///< “9,5”
};
struct ContestGroup {
    std::string prize;                      ///< “Giải Nhất”; empty: without a prize
    std::vector<ContestLine> lines;
};

/// The list of results by prize, landscape.
struct ContestResultsView {
    IssuerView issuer;
    std::string name;
    SchoolYear year{0};
    std::optional<Date> date;
    std::vector<ContestGroup> groups;
    SignerView compiler;
    SignerView signer;
};
Document contestResults(const ContestResultsView& view, const Template& words = shippedTemplate("contest-results"));

}
