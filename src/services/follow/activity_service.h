// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "domain/activity.h"
#include "services/core/school_file.h"

#include <set>

namespace thidua::services {

/// An entry as lists show it.
struct ActivityRow {
    domain::ActivityId id;
    domain::RowVersion version;
    domain::Activity activity;
    domain::ActivityKind kind;
    std::string name;                  ///< of the person, told apart, or of the collective
    std::string unit;                  ///< the person's team
    int unitOrder = 0;
    std::string sortKey;
    std::string helpedName;
    std::string campaignName;
    std::optional<domain::ContestId> contest; ///< that wrote it
    SchoolYear year{0};
    bool confirmed() const { return activity.confirmedOn.has_value(); }
};

/// One entry for several people and collectives at once.
struct ActivityDraft {
    domain::Activity activity;         ///< `subject` is nobody's yet
    std::vector<domain::SubjectRef> subjects;
    friend bool operator==(const ActivityDraft&, const ActivityDraft&) = default;
};

/// Who took part in a campaign, and with how much.
struct Participant {
    domain::SubjectRef subject;
    std::string name;
    int entries = 0;
    int count = 0;
    int waiting = 0;                   ///< of the entries not confirmed yet; they are in no other figure
    std::string sortKey{};
};
struct Participation {
    std::vector<Participant> who;      ///< people first
    int people = 0, collectives = 0, entries = 0, waiting = 0;
    std::int64_t amount = 0;
};

inline constexpr int kMostOfOneEntry = 1000;                        ///< beyond it is a slip of the finger
inline constexpr std::int64_t kMostMoney = 100'000'000'000;         ///< đồng

std::vector<FieldIssue> validate(const domain::ActivityKind& kind);
/// What can be said of an entry without the file.
std::vector<FieldIssue> validate(const domain::Activity& activity);

/// Hoạt động, thành tích trong năm (domain.md §2): one register whose kinds are the school's own. What is confirmed counts for targets,
/// campaigns and the summaries of people and collectives.
class ActivityService {
public:
    explicit ActivityService(SchoolFile& file) : m_file(file) {}

    Result<std::vector<Stored<domain::ActivityKind>>> kinds();
    /// Those that schools usually have and this one has not (by code and by name).
    Result<std::vector<domain::ActivityKind>> usualKinds();
    Written<domain::ActivityKindId> addKind(const domain::ActivityKind& kind);
    Written<Done> editKind(domain::ActivityKindId id, const domain::ActivityKind& kind, domain::RowVersion version);
    /// Refused while entries or targets speak of it.
    Written<Done> removeKind(domain::ActivityKindId id);
    Written<int> takeUsualKinds();

    Result<std::vector<ActivityRow>> activities(domain::SchoolYearId year);
    Result<std::vector<ActivityRow>> of(const domain::SubjectRef& subject);
    /// The school year in which an entry stands, whichever is shown.
    Result<std::optional<SchoolYear>> yearOf(domain::ActivityId id);
    Result<Participation> participation(domain::CampaignId campaign);
    /// All or none; the issue's sentence names whom it is about. Gives the first entry's id.
    Written<domain::ActivityId> add(const ActivityDraft& draft);
    Written<domain::ActivityId> addAll(const std::vector<domain::Activity>& entries);
    Written<Done> edit(domain::ActivityId id, const domain::Activity& activity, domain::RowVersion version);
    Written<Done> remove(const std::vector<domain::ActivityId>& ids);
    Written<Done> confirm(const std::vector<domain::ActivityId>& ids);

private:
    SchoolFile& m_file;
};

}
