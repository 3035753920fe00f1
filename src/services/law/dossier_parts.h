// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ground.h"
#include "rules/dossier_proof.h"
#include "rules/text_pair.h"

#include <optional>
#include <string>
#include <vector>

namespace thidua::rules {
class Catalogue;
}

namespace thidua::services {

/// A part of a dossier as the rules of a day ask for it.
struct AskedPart {
    std::string id, name;
    rules::Citation citation;
    bool certain = true;
    std::optional<int> copies;
    std::optional<rules::DossierProof> proof;
};
std::vector<AskedPart> askedParts(const rules::Catalogue& catalogue, const std::string& honour, Date on);

/// Codes of the honours below one that its subject could be considered for on that ground and day, the next one below first.
std::vector<std::string> lowerHonours(const rules::Catalogue& catalogue, const std::string& honour, domain::Ground ground, Date on);

}
