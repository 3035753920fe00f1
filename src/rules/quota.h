// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/catalogue.h"
#include "rules/share.h"

namespace thidua::rules {

/// How many are nominated for an honour against what it is measured by: for Chiến sĩ thi đua cơ sở, `base` is the number of those
/// with Lao động tiên tiến, not the staff.
struct QuotaCase {
    Date on{2017, 10, 1};
    std::string honour;
    int base = 0;
    int nominated = 0;
    std::optional<int> managers; ///< managers among those nominated; absent: not looked at
};

struct QuotaLimit {
    std::string id;
    Text label;
    int allowed = 0;
    int nominated = 0; ///< what is counted against `allowed`
    bool within = true;
    Ratio ratio;
    Citation citation;
    std::string quote;
    std::string rounding; ///< down, nearest, up: open to the school, down by default
    Text note;            ///< the warning that goes with the rounding
    bool certain = true;
};

struct QuotaAnswer {
    std::vector<QuotaLimit> limits;
    bool within = true;
};

Result<QuotaCase> quotaCaseFromJson(const nlohmann::json& json);
/// The honour whose holders an honour's quota is measured by; empty for an honour without such a quota.
std::string quotaBase(const Catalogue& catalogue, std::string_view honour);
/// The first honour of people that is measured by another, with that other: what "so many more" is asked about; empty without any.
std::pair<std::string, std::string> measuredHonour(const Catalogue& catalogue);
QuotaAnswer quota(const Catalogue& catalogue, const QuotaCase& quotaCase);
nlohmann::json toJson(const QuotaAnswer& answer);

}
