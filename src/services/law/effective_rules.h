// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/regulation.h"
#include "domain/stored.h"
#include "rules/catalogue.h"
#include "storage/reader.h"

#include <nlohmann/json_fwd.hpp>

namespace thidua::services {

using RegulationRows = std::vector<domain::Stored<domain::Regulation>>;

/// An entry that the rules in hand do not take (any more), with the engine's reason. It is left out, not obeyed.
struct UnusableRegulation {
    domain::RowId id{0};
    Error error;
};

/// The rules that a school file works with: the program's own or the pack in use, under the layers of province, commune and school.
struct EffectiveRules {
    rules::Catalogue catalogue;
    std::vector<UnusableRegulation> unusable;
    std::optional<Error> packProblem; ///< why the pack in use is left out

    const Error* problemOf(domain::RowId id) const;
};

Result<EffectiveRules> effectiveRules(storage::Reader& reader);
/// The same pack with these entries in place of the file's own.
Result<EffectiveRules> effectiveRules(storage::Reader& reader, const RegulationRows& rows);

/// These entries on a base of one's own: what a pack would make of them before it is taken.
EffectiveRules effectiveRules(const rules::Catalogue& base, const RegulationRows& rows);
/// The rules of a kept verdict as they were, whatever has changed since. NotFound without them, FileCorrupt when they were altered.
Result<rules::Catalogue> catalogueOfPack(storage::Reader& reader, const std::string& hash);

/// One layer's entries as the engine takes them (Catalogue::withLayer).
nlohmann::json layerJson(domain::RegulationLayer layer, const RegulationRows& rows);

}
