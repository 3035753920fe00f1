// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/search.h"

#include "domain/activity.h"
#include "domain/campaign.h"
#include "domain/collective.h"
#include "domain/decision.h"
#include "domain/initiative.h"
#include "domain/legal_text.h"
#include "domain/observance.h"
#include "domain/page_ids.h"
#include "domain/people.h"
#include "domain/plan.h"
#include "domain/pupil.h"
#include "domain/submission.h"
#include "services/core/internal.h"
#include "services/core/search_index.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"
#include "storage/repo/activity_repo.h"
#include "storage/repo/contest_repo.h"
#include "storage/repo/merge_repo.h"
#include "storage/repo/past_decisions.h"
#include "storage/repo/pupil_repo.h"
#include "text/messages.h"

#include <algorithm>
#include <map>

namespace thidua::services {

using namespace domain;

namespace {

struct RankedHit {
    int rank;
    bool otherMarks; ///< the marks that were typed are not those of the text
    const SearchIndex::Entry* entry;
};

/// What was typed, folded once.
struct Wanted {
    explicit Wanted(const std::string& needle) : whole(fold(needle)), words(split(whole, ' '))
    {
        if (lower(needle) != whole)
            marked = split(sortKey(needle), ' '); // letters and tones, wherever the tone mark stands
    }
    std::string whole;
    std::vector<std::string> words;
    std::vector<std::string> marked{};

    bool in(const std::string& text) const
    {
        return std::ranges::all_of(words, [&text](const auto& word) { return text.find(word) != std::string::npos; });
    }
    bool asInitials(const std::string& initials) const { return words.size() == 1 && whole.size() > 1 && initials.find(whole) != std::string::npos; }
    bool withOtherMarks(const std::string& key) const
    {
        return !std::ranges::all_of(marked, [&key](const auto& word) { return key.find(word) != std::string::npos; });
    }
};

bool beginsWord(const std::string& text, const std::string& part)
{
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        if (at == 0 || text[at - 1] == ' ')
            return true;
    return false;
}

/// 0: it is the text; 1: it ends it, as a given name does; 2: it begins it; 3: it begins a word of it; 4: each of its words begins one;
/// 5: its letters are the initials; 6: the words stand somewhere in it; 7: only with its details.
int rankOf(const SearchIndex::Entry& entry, const Wanted& wanted)
{
    const auto& text = entry.text;
    if (entry.hit.entity == EntityKind::Activity) // it ends with a name: whoever types that means the person
        return wanted.in(text) ? 6 : 7;
    if (text == wanted.whole)
        return 0;
    if (text.ends_with(" " + wanted.whole))
        return 1;
    if (text.starts_with(wanted.whole))
        return 2;
    if (beginsWord(text, wanted.whole))
        return 3;
    if (std::ranges::all_of(wanted.words, [&text](const auto& word) { return beginsWord(text, word); }))
        return 4;
    if (wanted.asInitials(entry.initials))
        return 5;
    return wanted.in(text) ? 6 : 7;
}

std::string initialsOf(const std::string& folded)
{
    std::string initials;
    for (std::size_t at = 0; at < folded.size(); ++at)
        if (folded[at] != ' ' && (at == 0 || folded[at - 1] == ' '))
            initials += folded[at];
    return initials;
}

struct Collector {
    SearchIndex& index;

    /// `order`: of a person, whose given name comes first.
    void add(const char* kind, EntityKind entity, std::int64_t id, const std::string& text, const std::string& detail, const char* page, std::string order = {})
    {
        if (order.empty())
            order = sortKey(text);
        auto folded = fold(text);
        auto initials = initialsOf(folded);
        index.entries.push_back({std::move(folded), fold(text + " " + detail), std::move(initials), std::move(order), {kind, entity, id, text, detail, page}});
    }
};

/// One hit for each decision that no decision of the file is, which opens the first of its honours.
void addPastDecisions(Reader& reader, Collector& collector)
{
    for (const auto& past : repo::pastDecisions(reader)) {
        const auto day = Date::fromIso(past.on);
        collector.add("honour", EntityKind::HonourRecord, past.first, text::message("search.decision", {past.number}),
                      text::message("search.honours", {std::to_string(past.honours), day ? day->vn() : std::string("–")}), pages::kHistory);
    }
}

void collect(Reader& reader, SearchIndex& index, Date today)
{
    Collector collector{index};
    const PeopleLookup lookup(reader, index.year);
    // Whoever knows a record that was taken in finds the person.
    std::map<PersonId, std::string> former;
    for (const auto& name : repo::formerNames(reader))
        former[name.person] += " " + fold(name.former.fullName + " " + name.former.code);
    for (const auto& person : repo::people(reader)) {
        const auto view = lookup.view(SubjectRef::of(person.id));
        auto detail = PeopleLookup::postAndUnit(view);
        if (view.leftOn && *view.leftOn <= today)
            detail += (detail.empty() ? "" : "; ") + leftText(*view.leftOn);
        collector.add("staff", EntityKind::Person, person.id.value(), person.data.fullName, detail, pages::kStaff, view.sortKey);
        if (!person.data.code.empty())
            index.entries.back().all += " " + fold(person.data.code);
        if (const auto known = former.find(person.id); known != former.end())
            index.entries.back().all += known->second;
    }
    for (const auto& pupil : repo::pupilLines(reader, index.year)) {
        const auto schoolClass = pupil.schoolClass.empty() ? std::string() : text::message("pupil.of-class", {pupil.schoolClass, SchoolYear(pupil.startYear).screen()});
        auto initials = initialsOf(pupil.fold);
        index.entries.push_back({pupil.fold, pupil.fold + " " + fold(pupil.schoolClass + " " + pupil.code), std::move(initials), pupil.sort,
                                 {"pupil", EntityKind::Enrolment, pupil.person.value(), pupil.name, schoolClass, pages::kPupils, pupil.enrolment.value()}});
        if (const auto known = former.find(pupil.person); known != former.end())
            index.entries.back().all += known->second;
    }
    for (const auto& row : repo::classes(reader, index.year))
        collector.add("class", EntityKind::SchoolClass, row.id.value(), text::message("class.named", {row.data.name}),
                      row.data.teacher ? lookup.view(SubjectRef::of(*row.data.teacher)).named() : std::string(), pages::kClasses);
    for (const auto& row : repo::collectives(reader))
        collector.add("collective", EntityKind::Collective, row.id.value(), row.data.name, {}, pages::kCollectives);
    for (const auto& row : repo::campaigns(reader))
        collector.add("campaign", EntityKind::Campaign, row.id.value(), row.data.name, row.data.from.vn() + " – " + row.data.to.vn(), pages::kCampaigns);
    for (const auto& row : repo::observances(reader)) {
        const auto day = std::to_string(row.data.day) + "/" + std::to_string(row.data.month);
        collector.add("observance", EntityKind::Observance, row.id.value(), row.data.name, day + (row.data.onlyYear ? "/" + std::to_string(*row.data.onlyYear) : std::string()), pages::kCalendar);
    }
    for (const auto& row : repo::plans(reader))
        collector.add("plan", EntityKind::Plan, row.id.value(), row.data.title, row.data.number.text(), pages::kPlans);
    for (const auto& row : repo::legalTexts(reader))
        collector.add("legal-text", EntityKind::LegalText, row.id.value(), row.data.kind + " " + row.data.number, row.data.issuer + (row.data.subject.empty() ? "" : " – " + row.data.subject), pages::kLegalTexts);
    for (const auto& row : repo::allDecisions(reader))
        collector.add("decision", EntityKind::Decision, row.id.value(), row.data.title, row.data.outsideNumber.empty() ? row.data.number.text() : row.data.outsideNumber, pages::kDecisions);
    for (const auto& row : repo::allSubmissions(reader))
        collector.add("submission", EntityKind::Submission, row.id.value(), row.data.title, row.data.number.text(), pages::kSubmissions);
    for (const auto& row : repo::initiatives(reader, index.year))
        collector.add("initiative", EntityKind::Initiative, row.id.value(), row.data.title, row.data.field, pages::kInitiatives);
    for (const auto& row : repo::contests(reader, index.year))
        collector.add("contest", EntityKind::Contest, row.id.value(), row.data.name, row.data.from.vn() + " – " + row.data.judgedOn.vn(), pages::kContests);
    addPastDecisions(reader, collector);
    std::map<ActivityKindId, std::string> kinds;
    for (const auto& kind : repo::activityKinds(reader))
        kinds.emplace(kind.id, kind.data.name);
    for (const auto& row : repo::activities(reader, index.year))
        collector.add("activity", EntityKind::Activity, row.id.value(), kinds[row.data.kind] + ": " + lookup.view(row.data.subject).named(), row.data.on.vn() + " " + row.data.what, pages::kActivities);
}

}

Result<std::vector<SearchHit>> search(SchoolFile& file, SchoolYearId year, const std::string& text, std::size_t limit, bool onPages)
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
    const Wanted wanted(needle);
    std::vector<RankedHit> found;
    for (const auto& entry : index->entries)
        if ((!onPages || !entry.hit.page.empty()) && (wanted.in(entry.all) || wanted.asInitials(entry.initials)))
            found.push_back({rankOf(entry, wanted), wanted.withOtherMarks(entry.sortKey), &entry});
    const auto first = std::min(limit, found.size());
    // Equals stand as they were collected, which is in one row of entries.
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(first),
                              [](const auto& a, const auto& b) { return std::tie(a.rank, a.otherMarks, a.entry->sortKey, a.entry) < std::tie(b.rank, b.otherMarks, b.entry->sortKey, b.entry); });
    std::vector<SearchHit> hits;
    for (std::size_t i = 0; i < first; ++i)
        hits.push_back(found[i].entry->hit);
    return hits;
}

}
