// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/sample_school.h"

#include <functional>
#include <vector>

namespace thidua::test {

/// A school in which every operation of every service is done once or more, in an order in which it can be. What doing means is the
/// test's: undo it again, try it in a closed year …
class WalkedSchool : public SampleSchool {
public:
    using Attempt = std::function<Result<domain::ChangeSet>()>;
    /// Must leave the operation done.
    using Step = std::function<void(const Attempt&)>;

    WalkedSchool() : SampleSchool(Date(2022, 9, 23)) {}
    void setStep(Step step) { m_step = std::move(step); }

    template <class Operation>
    auto take(Operation operation)
    {
        std::optional<std::decay_t<decltype(operation()->value)>> value;
        m_step([&]() -> Result<domain::ChangeSet> {
            auto result = operation();
            if (!result)
                return tl::unexpected<Error>(result.error());
            value.emplace(result->value);
            return result->changes;
        });
        REQUIRE(value);
        return std::move(*value);
    }

private:
    Step m_step;
};

struct Walk {
    const char* name;
    void (*go)(WalkedSchool&);
    bool nominates; ///< from the registrations of 2022, which can be done once
};
/// Together they take every operation but those of the door itself: undo, redo, and founding the school, and the
/// erasing of former pupils.
const std::vector<Walk>& walks();

/// What verdicts of every year and honour rest on for one subject, a text for each.
std::vector<std::string> factsOf(SampleSchool& school, const domain::SubjectRef& subject);

}
