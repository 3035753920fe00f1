// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/campaign.h"
#include "domain/decision.h"
#include "domain/initiative.h"
#include "domain/people.h"
#include "domain/submission.h"
#include "services/award/overview_service.h"
#include "services/core/internal.h"
#include "services/people/people_lookup.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

struct Ranked {
    int rank;
    std::string sortKey;
    SearchHit hit;
};

/// 0: the words begin the text; 1: they begin a word of it; 2: they stand somewhere in it; none: they do not.
std::optional<int> rankOf(const std::string& haystack, const std::string& needle)
{
    const auto folded = fold(haystack);
    if (!foldedContains(folded, needle))
        return std::nullopt;
    const auto wanted = fold(needle);
    if (folded.starts_with(wanted))
        return 0;
    return (" " + folded).find(" " + wanted) != std::string::npos ? 1 : 2;
}

struct Collector {
    const std::string& needle;
    std::vector<Ranked> found{};

    void add(const char* kind, std::int64_t id, const std::string& text, const std::string& detail, const char* page)
    {
        const auto rank = rankOf(text + " " + detail, needle);
        if (rank)
            found.push_back({rankOf(text, needle).value_or(3), sortKey(text), {kind, id, text, detail, page}});
    }
};

}

Result<std::vector<SearchHit>> search(SchoolFile& file, SchoolYearId year, const std::string& text, std::size_t limit)
{
    const auto needle = normalised(text);
    if (needle.empty())
        return std::vector<SearchHit>{};
    return readFrom(file, [&](Reader& reader) -> Result<std::vector<SearchHit>> {
        Collector collector{needle};
        const PeopleLookup lookup(reader, year);
        for (const auto& person : repo::people(reader)) {
            const auto view = lookup.view(SubjectRef::of(person.id));
            collector.add("staff", person.id.value(), person.data.fullName, PeopleLookup::postAndUnit(view), "staff");
        }
        for (const auto& row : repo::collectives(reader))
            collector.add("collective", row.id.value(), row.data.name, {}, "collectives");
        for (const auto& row : repo::campaigns(reader))
            collector.add("campaign", row.id.value(), row.data.name, row.data.from.vn() + " – " + row.data.to.vn(), "campaigns");
        for (const auto& row : repo::plans(reader))
            collector.add("plan", row.id.value(), row.data.title, row.data.number.text(), "plans");
        for (const auto& row : repo::allDecisions(reader))
            collector.add("decision", row.id.value(), row.data.title, row.data.outsideNumber.empty() ? row.data.number.text() : row.data.outsideNumber, "decisions");
        for (const auto& row : repo::allSubmissions(reader))
            collector.add("submission", row.id.value(), row.data.title, row.data.number.text(), "submissions");
        for (const auto& row : repo::initiatives(reader, year))
            collector.add("initiative", row.id.value(), row.data.title, row.data.field, "initiatives");
        std::ranges::stable_sort(collector.found, [](const auto& a, const auto& b) { return std::tie(a.rank, a.sortKey) < std::tie(b.rank, b.sortKey); });
        std::vector<SearchHit> hits;
        for (auto& ranked : collector.found)
            if (hits.size() < limit)
                hits.push_back(std::move(ranked.hit));
        return hits;
    });
}

}
