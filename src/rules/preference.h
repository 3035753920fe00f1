// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/catalogue.h"
#include "rules/share.h"

namespace thidua::rules {

/// A person or a collective among more who are fit than there are places. An absent value is not known.
struct Candidate {
    std::string id;
    bool collective = false;
    std::optional<bool> woman;
    std::optional<bool> directWorker;
    std::optional<bool> difficultArea;
    std::optional<Ratio> womenShare; ///< of a collective
};

struct PreferenceReason {
    std::string id; ///< of the preference
    Text label;
    Citation citation;
    bool certain = true;
};

struct PreferenceLine {
    std::string id; ///< of the candidate
    int place = 1;  ///< equals share a place
    std::vector<PreferenceReason> reasons;
    std::vector<PreferenceReason> open; ///< preferences of which it is not known whether they apply
    Text explanation;
};

/// An order to start the council's talk from, never a cut: the more preferences apply the earlier, equals in the order given.
std::vector<PreferenceLine> preferenceOrder(const Catalogue& catalogue, Date date, const std::vector<Candidate>& candidates);

}
