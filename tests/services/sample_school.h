// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/school_file.h"
#include "services/core/school_service.h"
#include "support/catch.h"
#include "support/scratch.h"

namespace thidua::test {

/// The sample school Măng Đen, lived through once and copied for each test, open on a day of one's choice.
class SampleSchool {
public:
    explicit SampleSchool(Date today);
    services::SchoolFile& file() { return *m_file; }
    FixedClock& clock() { return m_clock; }
    domain::SchoolYearId year(int startYear);
    /// By name; the first of two homonyms.
    domain::SubjectRef person(const std::string& name, int startYear = 2022);
    domain::SubjectRef school();
    /// All rows but the change record.
    std::string dump();
    const Scratch& scratch() const { return m_scratch; }

private:
    Scratch m_scratch;
    FixedClock m_clock;
    std::unique_ptr<services::SchoolFile> m_file;
};

/// The sample school as it stood in the evening of a day, open in a copy of its own; `year` is 2021–2022.
struct SampleOn {
    explicit SampleOn(Date day);
    Scratch scratch;
    FixedClock clock;
    std::unique_ptr<services::SchoolFile> file;
    domain::SchoolYearId year{0};
};

/// Whether one of the sentences holds the words.
bool anySays(const std::vector<std::string>& sentences, std::string_view words);

}
