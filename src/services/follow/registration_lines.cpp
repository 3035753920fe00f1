// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/registration_lines.h"

#include "domain/initiative.h"
#include "services/law/honours.h"
#include "services/people/people_lookup.h"
#include "storage/repo/year_repo.h"

#include <algorithm>
#include <map>

namespace thidua::services {

using namespace domain;
namespace repo = storage::repo;

namespace {

struct Registered {
    bool late = false;
    std::vector<std::string> honours;
};

void append(std::string& list, const std::string& name)
{
    list += (list.empty() ? "" : "; ") + name;
}

RegistrationListLine lineOf(const SubjectView& view, const Registered* registered, const rules::Catalogue& catalogue)
{
    RegistrationListLine line;
    line.subject = view.subject;
    line.salutation = view.salutation;
    line.name = view.name;
    line.post = PeopleLookup::postAndUnit(view);
    if (!registered)
        return line;
    line.late = registered->late;
    for (const auto& code : registered->honours)
        append(isTitle(catalogue, code) ? line.titles : line.forms, honourName(catalogue, code).value_or(code));
    return line;
}

}

std::vector<RegistrationListLine> registrationLines(storage::Reader& reader, const rules::Catalogue& catalogue, SchoolYearId year, Date today)
{
    std::map<SubjectRef, Registered> registered;
    std::map<RegistrationId, SubjectRef> subjects;
    for (const auto& row : repo::registrations(reader, year)) {
        registered[row.data.subject].late = row.data.late;
        subjects.emplace(row.id, row.data.subject);
    }
    for (const auto& row : repo::registeredHonours(reader, year))
        registered[subjects.at(row.data.registration)].honours.push_back(row.data.honour);
    std::map<PersonId, std::string> initiatives;
    for (const auto& author : repo::authorsOfYear(reader, year))
        if (const auto initiative = reader.find<Initiative>(author.data.initiative))
            initiatives.emplace(author.data.person, initiative->data.title);
    const PeopleLookup lookup(reader, year);
    std::vector<RegistrationListLine> lines;
    const auto add = [&](const SubjectView& view, bool always) {
        const auto found = registered.find(view.subject);
        if (found == registered.end() && !always)
            return;
        auto* entry = found == registered.end() ? nullptr : &found->second;
        if (entry)
            std::ranges::sort(entry->honours, {}, [&catalogue](const auto& code) { return honourOrder(catalogue, code); });
        auto line = lineOf(view, entry, catalogue);
        line.seq = static_cast<int>(lines.size()) + 1;
        if (view.subject.person)
            if (const auto title = initiatives.find(*view.subject.person); title != initiatives.end())
                line.initiative = title->second;
        lines.push_back(std::move(line));
    };
    for (const auto& view : lookup.collectives())
        add(view, false);
    for (const auto& view : lookup.staff(today))
        add(view, true);
    return lines;
}

}
