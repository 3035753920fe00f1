// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/list_order.h"

#include "base/vietnamese.h"
#include "domain/collective.h"
#include "services/law/honours.h"
#include "storage/reader.h"

namespace thidua::services {

ListPlace listPlace(storage::Reader& reader, const rules::Catalogue& catalogue, const domain::SubjectRef& subject, const std::string& honour, const std::string& name)
{
    const bool person = subject.person.has_value();
    const auto parts = person ? PersonName::parse(name) : std::nullopt;
    const auto collective = subject.collective ? reader.find<domain::Collective>(*subject.collective) : std::nullopt;
    const bool within = collective && collective->data.type != domain::CollectiveType::School;
    return {person, -honourOrder(catalogue, honour), within, parts ? parts->sortKey() : sortKey(name), subject};
}

}
