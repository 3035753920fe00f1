// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/op.h"
#include "services/sample_school.h"

#include <functional>
#include <random>

namespace thidua::test {

/// A school year told at random: each step tries one operation on whatever rows there are, often with what must be refused.
class Story : public SampleSchool {
public:
    struct Step {
        std::string name;
        std::optional<Error> error;              ///< why it was refused
        std::optional<domain::Op> op;            ///< of what was written
    };
    explicit Story(unsigned seed);
    Step step();
    domain::SchoolYearId theYear() { return m_year; }
    /// Once in so many times.
    bool chance(int in) { return below(in) == 0; }
    /// So many entries has the change record.
    std::int64_t entries();

private:
    using Outcome = Result<domain::ChangeSet>;
    struct Verb {
        const char* name;
        int weight;
        Outcome (Story::*go)();
    };
    static const std::vector<Verb>& verbs();
    template <class T>
    static Outcome changes(services::Written<T> written)
    {
        if (!written)
            return tl::unexpected<Error>(std::move(written.error()));
        return std::move(written->changes);
    }
    static Outcome nothing();
    int below(int most) { return std::uniform_int_distribution<int>(0, most - 1)(m_random); }
    Date someDay();
    /// An id of a row of the year for which the SQL holds.
    std::optional<std::int64_t> pick(const std::string& table, const std::string& where = "1");
    domain::SubjectRef somebody();
    domain::CouncilId councilOf(const char* kind);

    Outcome passTime();
    Outcome enrolSomebody();
    Outcome withdrawRegistration();
    Outcome recordYear();
    Outcome nominateAll();
    Outcome nominateOne();
    Outcome withdrawNomination();
    Outcome overrideVerdict();
    Outcome addInitiative();
    Outcome turnInitiative();
    Outcome recogniseHere();
    Outcome recogniseAbove();
    Outcome refer();
    Outcome foundCouncil();
    Outcome createMeeting();
    Outcome prepareMeeting();
    Outcome attend();
    Outcome mark();
    Outcome count();
    Outcome closeMeeting();
    Outcome removeMeeting();
    Outcome postResults();
    Outcome object();
    Outcome changeLine();
    Outcome conclude();
    Outcome draftConferral();
    Outcome issueDecision();
    Outcome removeDecision();
    Outcome draftSubmission();
    Outcome issueSubmission();
    Outcome recordOutcome();
    Outcome sendLetter();
    Outcome takeBack();
    Outcome replace();
    Outcome undo();
    Outcome redo();

    std::mt19937 m_random;
    domain::SchoolYearId m_year{0};
};

}
