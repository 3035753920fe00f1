// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/year_end.h"

#include "domain/campaign.h"
#include "domain/decision.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/plan.h"
#include "domain/registration.h"
#include "domain/submission.h"
#include "services/core/internal.h"
#include "services/follow/year_record_service.h"
#include "services/people/people_lookup.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

constexpr std::size_t kMostNamed = 3;

struct Found {
    std::vector<std::string> sentences;

    /// “2 đề nghị chưa có kết quả: A, B.” Nothing where there is nothing.
    void add(const char* key, const std::vector<std::string>& names)
    {
        if (names.empty())
            return;
        std::vector<std::string> shown(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), kMostNamed)));
        auto text = join(shown, ", ");
        if (names.size() > kMostNamed)
            text = text::message("year-end.and-more", {text, std::to_string(names.size() - kMostNamed)});
        sentences.push_back(text::message(key, {std::to_string(names.size()), text}));
    }
};

/// People and collectives of one state, each once.
std::vector<std::string> nominees(const std::vector<Stored<Nomination>>& all, const PeopleLookup& people, NominationState state)
{
    std::vector<std::string> names;
    std::set<SubjectRef> seen;
    for (const auto& row : all)
        if (row.data.state == state && seen.insert(row.data.subject).second)
            names.push_back(people.view(row.data.subject).named(row.data.name));
    return names;
}

std::vector<std::string> registeredAlone(Reader& reader, SchoolYearId year, const std::vector<Stored<Nomination>>& nominations, const PeopleLookup& people)
{
    std::vector<std::string> names;
    for (const auto& row : repo::registrations(reader, year)) {
        const auto view = people.view(row.data.subject);
        const bool nominated = std::ranges::any_of(nominations, [&row](const auto& one) { return one.data.subject == row.data.subject; });
        if (!nominated && !view.leftOn)
            names.push_back(view.named());
    }
    return names;
}

template <class Rows, class IsOpen, class NameOf>
std::vector<std::string> open(const Rows& rows, IsOpen isOpen, NameOf nameOf)
{
    std::vector<std::string> names;
    for (const auto& row : rows)
        if (isOpen(row.data))
            names.push_back(nameOf(row.data));
    return names;
}

void addPapers(Reader& reader, SchoolYearId year, Found& found)
{
    const auto title = [](const auto& paper) { return paper.title; };
    found.add("year-end.plans", open(repo::plans(reader), [year](const Plan& one) { return one.year == year && one.state == PlanState::Draft; }, title));
    found.add("year-end.campaigns", open(repo::campaigns(reader), [year](const Campaign& one) {
        return one.year == year && (one.state == CampaignState::Launched || one.state == CampaignState::Reviewed || one.state == CampaignState::Draft);
    }, [](const Campaign& one) { return one.name; }));
}

void addAnswers(Reader& reader, SchoolYearId year, Found& found)
{
    const auto submissions = repo::submissions(reader, year);
    found.add("year-end.submission-drafts", open(submissions, [](const Submission& one) { return one.state == SubmissionState::Draft; },
                                                 [](const Submission& one) { return one.title; }));
    found.add("year-end.submissions", open(submissions, [](const Submission& one) { return one.state == SubmissionState::Issued; },
                                           [](const Submission& one) { return one.number.text(); }));
    found.add("year-end.decisions", open(repo::decisions(reader, year), [](const Decision& one) { return one.state == DecisionState::Draft; },
                                         [](const Decision& one) { return one.title; }));
}

}

Result<std::vector<std::string>> openMatters(SchoolFile& file, SchoolYearId year)
{
    TD_TRY(const auto records, YearRecordService(file).rows(year));
    return readFrom(file, [&](Reader& reader) -> Result<std::vector<std::string>> {
        Found found;
        const PeopleLookup people(reader, year);
        const auto nominations = repo::nominations(reader, year);
        addPapers(reader, year, found);
        std::vector<std::string> ungraded;
        for (const auto& row : records)
            if (row.subject.person && !row.leftOn && !row.facts.record.evaluation)
                ungraded.push_back(row.named.empty() ? row.name : row.named);
        found.add("year-end.evaluations", ungraded);
        found.add("year-end.registrations", registeredAlone(reader, year, nominations, people));
        found.add("year-end.proposed", nominees(nominations, people, NominationState::Proposed));
        found.add("year-end.for-correction", nominees(nominations, people, NominationState::ForCorrection));
        found.add("year-end.meetings", open(repo::meetings(reader, year), [](const Meeting& one) { return one.state == MeetingState::Draft; },
                                            [](const Meeting& one) { return text::message("year-end.meeting", {one.title, one.heldOn.vn()}); }));
        found.add("year-end.passed", nominees(nominations, people, NominationState::Passed));
        addAnswers(reader, year, found);
        found.add("year-end.submitted", nominees(nominations, people, NominationState::Submitted));
        found.add("year-end.returned", nominees(nominations, people, NominationState::Returned));
        return found.sentences;
    });
}

}
