// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stated_fact.h"
#include "rules/fact_spec.h"

namespace thidua::services {

/// The type of what is stated: of a list of past years, that of one year's item.
const rules::FactSpec& statedType(const rules::FactSpec& spec);
/// The value as people read it; as it stands where it is none of its type.
std::string statedWords(const rules::FactSpec& spec, const std::string& value);
/// In which years it holds.
std::string holdsWords(const rules::FactSpec& spec, const domain::StatedFact& row);

}
