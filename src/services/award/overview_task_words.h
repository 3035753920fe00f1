// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_util.h"
#include "services/award/overview_tasks.h"

#include <algorithm>
#include <set>

/// What the finders of tasks share: their order, and how they count and name people. For the .cpp files of overview_tasks.h alone.
namespace thidua::services {

/// Where a task stands among the others: what is wrong, then in the order of the school's year.
enum Place { OverQuota, Signing, Wanting, Absent, HandIn, Plans, Councils, Campaigns, Duties, Results, Review, Papers, Nearly, AwardList, Backup };

inline std::string counted(std::size_t count, const std::string& what)
{
    return std::to_string(count) + " " + what;
}

inline std::string namesOf(const std::vector<std::string>& names, const std::string& others = "người")
{
    const std::size_t shown = std::min<std::size_t>(names.size(), 3);
    std::string text = join({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown)}, ", ");
    if (names.size() > shown)
        text += " và " + std::to_string(names.size() - shown) + " " + others + " nữa";
    return text;
}

/// Some people and collectives in the order of lists.
struct TaskFinder::Named {
    std::vector<domain::SubjectRef> who;
    std::vector<std::string> names;
    std::set<domain::SubjectRef> seen;

    void add(const domain::SubjectRef& subject, const std::string& name)
    {
        if (!seen.insert(subject).second)
            return;
        who.push_back(subject);
        names.push_back(name);
    }
    /// What they are called together.
    std::string kind() const
    {
        const auto people = std::ranges::count_if(who, [](const domain::SubjectRef& one) { return one.person.has_value(); });
        return people == std::ranges::ssize(who) ? "người" : people == 0 ? "tập thể" : "người, tập thể";
    }
    bool empty() const { return who.empty(); }
    std::size_t size() const { return who.size(); }
};

}
