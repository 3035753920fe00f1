// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/subject_name.h"

#include "domain/collective.h"
#include "domain/people.h"

namespace thidua::services {

using namespace domain;

std::string subjectName(storage::Reader& reader, const SubjectRef& subject)
{
    if (subject.person)
        if (const auto person = reader.find<Person>(*subject.person))
            return person->data.fullName;
    if (subject.collective)
        if (const auto collective = reader.find<Collective>(*subject.collective))
            return collective->data.name;
    return {};
}

bool isWholeSchool(storage::Reader& reader, const SubjectRef& subject)
{
    const auto collective = subject.collective ? reader.find<Collective>(*subject.collective) : std::nullopt;
    return collective && collective->data.type == CollectiveType::School;
}

}
