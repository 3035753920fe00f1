// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/rules_ahead.h"

#include "rules/catalogue.h"

namespace thidua::services {

RulesAhead::RulesAhead() : m_thread([] { static_cast<void>(rules::Catalogue::shipped()); }) {}

RulesAhead::~RulesAhead()
{
    m_thread.join();
}

}
