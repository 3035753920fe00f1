// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stated_fact.h"
#include "rules/fact_spec.h"

namespace thidua::rules {
class Catalogue;
}

namespace thidua::services {

/// What the rules say of a fact by its code; null where they know none.
const rules::FactSpec* statedSpec(const rules::Catalogue& rules, const std::string& fact);
/// The type of what is stated: of a list of past years, that of one year's item.
const rules::FactSpec& statedType(const rules::FactSpec& spec);
/// The value as people read it; as it stands where it is none of its type.
std::string statedWords(const rules::FactSpec& spec, const std::string& value);
/// In which years it holds.
std::string holdsWords(const rules::FactSpec& spec, const domain::StatedFact& row);

}
