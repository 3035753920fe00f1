// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/former_records.h"

#include "base/name_keys.h"
#include "services/people/same_person.h"

namespace thidua::services {

FormerRecords::FormerRecords(storage::Reader& reader) : m_names(storage::repo::formerNames(reader))
{
}

void FormerRecords::renew(std::string& name, std::optional<PartialDate>& birth, std::string& code, bool nameTaken) const
{
    for (const auto& [person, former, now] : m_names) {
        const bool named = nameKey(name) == nameKey(former.fullName);
        const bool byCode = !code.empty() && code == former.code && likeNameKey(name) == likeNameKey(former.fullName);
        const bool byBirth = named && daysSurelySame(former.birth, birth) && !codesDiffer(former.code, code);
        const bool byName = named && !nameTaken && daysAgree(former.birth, birth) && !codesDiffer(former.code, code);
        if (!byCode && !byBirth && !byName)
            continue;
        if (named)
            name = now.fullName;
        if (birth && now.birth && daysAgree(former.birth, birth))
            birth = now.birth;
        if (code == former.code && !now.code.empty())
            code = now.code;
        return;
    }
}

}
