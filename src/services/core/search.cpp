// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/search.h"

#include "domain/campaign.h"
#include "domain/collective.h"
#include "domain/decision.h"
#include "domain/initiative.h"
#include "domain/page_ids.h"
#include "domain/people.h"
#include "domain/plan.h"
#include "domain/submission.h"
#include "services/core/internal.h"
#include "services/core/search_index.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

struct Ranked {
    int rank;
    const SearchIndex::Entry* entry;
};

/// What was typed, folded once.
struct Wanted {
    std::string whole;
    std::vector<std::string> words = split(whole, ' ');

    bool in(const std::string& text) const
    {
        return std::ranges::all_of(words, [&text](const auto& word) { return text.find(word) != std::string::npos; });
    }
};

/// 0: the words begin the text; 1: they begin a word of it; 2: they stand somewhere in it; 3: only with its details.
int rankOf(const std::string& text, const Wanted& wanted)
{
    if (!wanted.in(text))
        return 3;
    if (text.starts_with(wanted.whole))
        return 0;
    for (auto at = text.find(wanted.whole); at != std::string::npos; at = text.find(wanted.whole, at + 1))
        if (text[at - 1] == ' ')
            return 1;
    return 2;
}

struct Collector {
    SearchIndex& index;

    void add(const char* kind, std::int64_t id, const std::string& text, const std::string& detail, const char* page)
    {
        index.entries.push_back({fold(text), fold(text + " " + detail), sortKey(text), {kind, id, text, detail, page}});
    }
};

void collect(Reader& reader, SearchIndex& index, Date today)
{
    Collector collector{index};
    const PeopleLookup lookup(reader, index.year);
    for (const auto& person : repo::people(reader)) {
        const auto view = lookup.view(SubjectRef::of(person.id));
        auto detail = PeopleLookup::postAndUnit(view);
        if (view.leftOn && *view.leftOn <= today)
            detail += (detail.empty() ? "" : "; ") + leftText(*view.leftOn);
        collector.add("staff", person.id.value(), person.data.fullName, detail, pages::kStaff);
    }
    for (const auto& row : repo::collectives(reader))
        collector.add("collective", row.id.value(), row.data.name, {}, pages::kCollectives);
    for (const auto& row : repo::campaigns(reader))
        collector.add("campaign", row.id.value(), row.data.name, row.data.from.vn() + " – " + row.data.to.vn(), pages::kCampaigns);
    for (const auto& row : repo::plans(reader))
        collector.add("plan", row.id.value(), row.data.title, row.data.number.text(), pages::kPlans);
    for (const auto& row : repo::allDecisions(reader))
        collector.add("decision", row.id.value(), row.data.title, row.data.outsideNumber.empty() ? row.data.number.text() : row.data.outsideNumber, pages::kDecisions);
    for (const auto& row : repo::allSubmissions(reader))
        collector.add("submission", row.id.value(), row.data.title, row.data.number.text(), pages::kSubmissions);
    for (const auto& row : repo::initiatives(reader, index.year))
        collector.add("initiative", row.id.value(), row.data.title, row.data.field, pages::kInitiatives);
}

}

Result<std::vector<SearchHit>> search(SchoolFile& file, SchoolYearId year, const std::string& text, std::size_t limit)
{
    const auto needle = normalised(text);
    if (needle.empty())
        return std::vector<SearchHit>{};
    auto& index = file.searchIndex();
    if (!index || index->year != year || index->operations != file.data().operationsWritten()) {
        auto made = std::make_unique<SearchIndex>();
        made->operations = file.data().operationsWritten();
        made->year = year;
        TD_CHECK(readFrom(file, [&](Reader& reader) -> Result<void> {
            collect(reader, *made, file.clock().today());
            return {};
        }));
        index = std::move(made);
    }
    const Wanted wanted{fold(needle)};
    std::vector<Ranked> found;
    for (const auto& entry : index->entries)
        if (wanted.in(entry.all))
            found.push_back({rankOf(entry.text, wanted), &entry});
    const auto first = std::min(limit, found.size());
    // Equals stand as they were collected, which is in one row of entries.
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(first),
                              [](const auto& a, const auto& b) { return std::tie(a.rank, a.entry->sortKey, a.entry) < std::tie(b.rank, b.entry->sortKey, b.entry); });
    std::vector<SearchHit> hits;
    for (std::size_t i = 0; i < first; ++i)
        hits.push_back(found[i].entry->hit);
    return hits;
}

}
