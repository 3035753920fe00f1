// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sample_school.h"

#include "services/people_service.h"
#include "services/sample_service.h"
#include "storage/data_file.h"

namespace thidua::test {
namespace {

/// Replayed once for the whole test program.
const std::filesystem::path& template_()
{
    static const Scratch scratch;
    static const std::filesystem::path path = [] {
        const FixedClock clock(Date(2022, 9, 23));
        const auto made = services::createSample(scratch / "mang-den.thidua", "mang-den", clock);
        if (!made)
            throw std::runtime_error(made.error().key + " " + made.error().detail);
        return scratch / "mang-den.thidua";
    }();
    return path;
}

}

SampleSchool::SampleSchool(Date today) : m_clock(today)
{
    std::filesystem::copy_file(template_(), m_scratch / "a.thidua");
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
    auto& reader = m_file->data().reader();
    std::vector<std::string> tables;
    reader.each("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", {},
                [&](const storage::Values& row) { tables.push_back(std::get<std::string>(row[0])); });
    std::string out;
    for (const auto& table : tables) {
        if (table.starts_with("change_") || table.starts_with("schema_"))
            continue;
        reader.each("SELECT * FROM " + table + " ORDER BY id", {}, [&](const storage::Values& row) {
            out += table;
            for (const auto& value : row) {
                out += '|';
                if (const auto* text = std::get_if<std::string>(&value))
                    out += *text;
                else if (const auto* integer = std::get_if<std::int64_t>(&value))
                    out += std::to_string(*integer);
            }
            out += '\n';
        });
    }
    return out;
}

}
