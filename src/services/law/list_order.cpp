// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/list_order.h"

#include "base/vietnamese.h"
#include "services/law/honours.h"
#include "services/people/subject_name.h"

namespace thidua::services {

ListPlace listPlace(storage::Reader& reader, const rules::Catalogue& catalogue, const domain::SubjectRef& subject, const std::string& honour, const std::string& name)
{
    const bool person = subject.person.has_value();
    const auto parts = person ? PersonName::parse(name) : std::nullopt;
    return {person, -honourOrder(catalogue, honour), !person && !isWholeSchool(reader, subject), parts ? parts->sortKey() : sortKey(name), subject};
}

}
