// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/person_way.h"

#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/registration.h"
#include "services/core/internal.h"
#include "services/law/honours.h"
#include "services/law/verdict_text.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

struct WayFinder {
    Reader& reader;
    const rules::Catalogue& catalogue;
    SubjectRef subject;
    std::vector<PersonWay> ways{};

    PersonWay& way(const std::string& honour)
    {
        const auto found = std::ranges::find(ways, honour, &PersonWay::honour);
        if (found != ways.end())
            return *found;
        return ways.emplace_back(PersonWay{honour, honourName(catalogue, honour).value_or(honour), {}, {}, rules::VerdictKind::Undetermined, {}});
    }

    void registered(SchoolYearId year)
    {
        for (const auto& row : repo::registrations(reader, year)) {
            if (row.data.subject != subject)
                continue;
            std::vector<std::string> honours;
            for (const auto& honour : repo::honours(reader, row.id))
                honours.push_back(honour.data.honour);
            std::ranges::sort(honours, {}, [this](const auto& code) { return honourOrder(catalogue, code); });
            for (const auto& honour : honours)
                way(honour).registeredOn = row.data.registeredOn;
        }
    }

    void nominated(SchoolYearId year)
    {
        auto rows = repo::nominations(reader, year);
        std::erase_if(rows, [this](const auto& row) { return row.data.subject != subject; });
        std::ranges::stable_sort(rows, {}, [this](const auto& row) { return honourOrder(catalogue, row.data.honour); });
        for (const auto& row : rows) {
            auto& made = way(row.data.honour);
            made.verdict = keptVerdictKind(row.data).value_or(rules::VerdictKind::Undetermined);
            made.nomination = row.data.state;
        }
        if (!rows.empty())
            addVotes(year, rows);
    }

    void addVotes(SchoolYearId year, const std::vector<Stored<Nomination>>& rows)
    {
        for (const auto& tally : repo::talliesOfYear(reader, year))
            for (const auto& row : rows)
                if (tally.data.line.nomination == row.id)
                    way(row.data.honour).votes = std::to_string(tally.data.inFavour) + "/" + std::to_string(repo::attendance(reader, tally.data.meeting).size());
    }
};

}

Result<std::vector<PersonWay>> waysOf(SchoolFile& file, SchoolYearId year, PersonId person)
{
    return readFrom(file, [&](Reader& reader) -> Result<std::vector<PersonWay>> {
        WayFinder finder{reader, file.rules(), SubjectRef::of(person)};
        finder.registered(year);
        finder.nominated(year);
        return std::move(finder.ways);
    });
}

}
