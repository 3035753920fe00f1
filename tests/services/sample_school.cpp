// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sample_school.h"

#include "domain/school_year.h"
#include "services/people/people_service.h"
#include "support/sample_file.h"
#include "support/sample_until.h"
#include "support/table_dump.h"

#include <algorithm>

namespace thidua::test {

SampleSchool::SampleSchool(Date today) : m_clock(today)
{
    std::filesystem::copy_file(sampleFile(Date(2022, 9, 23)), m_scratch / "a.thidua");
    m_file = services::SchoolFile::open(m_scratch / "a.thidua", services::SchoolFile::Mode::ReadWrite, m_clock, {"Lan"}).value();
}

domain::SchoolYearId SampleSchool::year(int startYear)
{
    return services::SchoolService(*m_file).yearOf(SchoolYear(startYear)).value().id;
}

domain::SubjectRef SampleSchool::person(const std::string& name, int startYear)
{
    const auto staff = services::PeopleService(*m_file).staff(year(startYear)).value();
    for (const auto& row : staff)
        if (row.person.fullName == name)
            return domain::SubjectRef::of(row.id);
    throw std::runtime_error("nobody is called " + name);
}

domain::SubjectRef SampleSchool::school()
{
    const auto collectives = services::PeopleService(*m_file).collectives().value();
    for (const auto& row : collectives)
        if (row.data.type == domain::CollectiveType::School)
            return domain::SubjectRef::of(row.id);
    throw std::runtime_error("no school");
}

std::string SampleSchool::dump()
{
    return dumpTables(m_file->data().reader(), true);
}

SampleOn::SampleOn(Date day) : clock(day)
{
    std::filesystem::copy_file(sampleUntil(day), scratch / "a.thidua");
    file = services::SchoolFile::open(scratch / "a.thidua", services::SchoolFile::Mode::ReadWrite, clock, {"Lan"}).value();
    year = services::SchoolService(*file).yearOf(SchoolYear(2021)).value().id;
}

bool anySays(const std::vector<std::string>& sentences, std::string_view words)
{
    return std::ranges::any_of(sentences, [words](const auto& sentence) { return sentence.find(words) != std::string::npos; });
}

}
