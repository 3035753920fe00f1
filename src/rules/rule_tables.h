// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rule_node.h"
#include "rules/share.h"

namespace thidua::rules {

/// A dated value that is a text, an amount or a share: authority, dossier, bonus.
struct DatedValue {
    Span span;
    bool certain = true;
    Citation cite;
    Text who;
    std::optional<Ratio> coefficient;
};

struct Authority {
    std::vector<std::string> honours;
    bool byPrincipal = false;
    std::vector<DatedValue> values;
};

struct DossierItem {
    std::string id;
    Text name;
};

struct Dossier {
    std::vector<std::string> honours;
    std::vector<DossierItem> items;
    std::vector<DatedValue> values;
};

struct Bonus {
    std::string honour, recipient;
    std::vector<DatedValue> values;
};

struct QuotaRule {
    std::string id, honour, param, base, counts;
    Text label;
};

struct Notice {
    Text label, explanation, remedy;
};

}
