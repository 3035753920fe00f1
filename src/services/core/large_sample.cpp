// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/large_sample.h"

#include "domain/collective.h"
#include "domain/honour.h"
#include "domain/people.h"
#include "domain/pupil.h"
#include "domain/registration.h"
#include "domain/year_record.h"
#include "services/core/internal.h"
#include "services/core/open_year.h"
#include "services/core/found_school.h"
#include "services/follow/registration_service.h"
#include "services/intake/honour_words.h"
#include "services/people/sheet_headings.h"

#include <algorithm>
#include <charconv>

namespace thidua {

/// resources/samples/large/names.txt, made by thidua_embed.
std::span<const EmbeddedFile> embeddedLargeNames();

}

namespace thidua::services {

using namespace domain;

namespace {

constexpr int kLastYear = 2025, kGrades = 5, kOfAClass = 35, kPupilsOfOne = 16;

/// The same numbers on every machine.
class Dice {
public:
    std::size_t below(std::size_t count)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>((m_state >> 33U) % count);
    }

private:
    std::uint64_t m_state = 20261130;
};

class Words {
public:
    Words() : m_lines(readWordLines(embeddedLargeNames().front().bytes)) {}
    const std::vector<std::string>& of(std::string_view key) const { return std::ranges::find(m_lines, key, &WordLine::key)->words; }

private:
    std::vector<WordLine> m_lines;
};

class LargeMaker {
public:
    LargeMaker(const std::filesystem::path& path, const LargeSchool& wanted) : m_path(path), m_wanted(wanted) {}

    Result<void> make()
    {
        FoundSchool command;
        command.school.name = m_words.of("school").front();
        command.school.documentSymbol = m_words.of("symbol").front();
        command.school.placeName = m_words.of("place").front();
        const int first = kLastYear - m_wanted.years + 1;
        m_clock.set(Date(first, 8, 20));
        TD_TRY(m_file, SchoolFile::create(m_path, command, m_clock, {"large"}));
        for (int year = first; year <= kLastYear; ++year)
            TD_CHECK(makeYear(SchoolYear(year)));
        return {};
    }

private:
    Result<void> makeYear(SchoolYear year)
    {
        m_start = year.startYear();
        m_clock.set(Date(m_start, 9, 10));
        TD_CHECK(write(Op::OpenSchoolYear, [&](Tx& tx) {
            m_year = openUsualYear(tx, year).id;
            return 1;
        }));
        TD_CHECK(write(Op::ImportStaff, [this](Tx& tx) { return staff(tx); }));
        TD_CHECK(write(Op::ImportPupils, [this](Tx& tx) { return pupils(tx); }));
        const auto offered = RegistrationService(*m_file).choices(m_clock.today());
        TD_CHECK(write(Op::ImportRegistrations, [&](Tx& tx) { return registrations(tx, offered); }));
        m_clock.set(Date(m_start + 1, 5, 28));
        TD_CHECK(write(Op::ImportEvaluations, [this](Tx& tx) { return evaluations(tx); }));
        TD_CHECK(write(Op::ImportHonours, [&](Tx& tx) { return honours(tx, offered); }));
        if (m_start < kLastYear)
            TD_CHECK(write(Op::CloseSchoolYear, [this](Tx& tx) {
                closeYearIn(tx, m_year);
                return 1;
            }));
        return {};
    }

    template <class Body>
    Result<void> write(Op op, Body body)
    {
        TD_CHECK(writeTo<int>(*m_file, op, [&](Tx& tx) -> Result<int> {
            const int count = body(tx);
            const bool ofYear = op == Op::OpenSchoolYear || op == Op::CloseSchoolYear;
            tx.setLabel({ofYear ? SchoolYear(m_start).screen() : std::to_string(count)});
            return count;
        }));
        return {};
    }

    const std::string& any(std::string_view key)
    {
        const auto& words = m_words.of(key);
        return words[m_dice.below(words.size())];
    }

    Person somebody(int bornFrom, int bornTo)
    {
        const bool female = m_dice.below(2) == 0;
        Person person;
        person.uid = newUid();
        person.fullName = any("family") + " " + any(female ? "female" : "male") + " " + any(female ? "female-given" : "male-given");
        person.gender = female ? Gender::Female : Gender::Male;
        const Date birth(bornFrom + static_cast<int>(m_dice.below(static_cast<std::size_t>(bornTo - bornFrom + 1))), static_cast<unsigned>(m_dice.below(12)) + 1,
                         static_cast<unsigned>(m_dice.below(28)) + 1);
        person.birth = PartialDate{birth.year(), birth};
        return person;
    }

    /// Of the first year; later ones take over their posts.
    int staff(Tx& tx)
    {
        if (!m_staff.empty())
            return 0;
        const int teams = std::max(1, m_wanted.pupils / 400);
        std::vector<CollectiveId> made;
        for (int i = 1; i <= teams; ++i)
            made.push_back(tx.insert(Collective{newUid(), any("team") + " " + std::to_string(i), {}, CollectiveType::Team, i, true}));
        const int count = std::max(3, m_wanted.pupils / kPupilsOfOne);
        for (int i = 0; i < count; ++i) {
            auto person = somebody(m_start - 55, m_start - 25);
            person.code = "CB" + figures(i + 1, 5);
            person.employedFrom = PartialDate{person.birth->year + 23, Date(person.birth->year + 23, 9, 1)};
            const auto id = tx.insert(person);
            tx.insert(StaffAssignment{id, m_year, i == 0 ? Position::Principal : i == 1 ? Position::DeputyPrincipal : Position::Teacher, {}, made[static_cast<std::size_t>(i) % made.size()]});
            m_staff.push_back(id);
        }
        return count;
    }

    static std::string figures(int number, std::size_t width)
    {
        auto text = std::to_string(number);
        return std::string(width - std::min(width, text.size()), '0') + text;
    }

    /// Each year the highest grade leaves, and as many begin.
    int pupils(Tx& tx)
    {
        if (!m_grades.empty())
            m_grades.pop_back();
        m_grades.insert(m_grades.begin(), std::vector<PersonId>());
        m_grades.resize(kGrades);
        for (int grade = 1; grade <= kGrades; ++grade) {
            auto& all = m_grades[static_cast<std::size_t>(grade) - 1];
            const int wanted = m_wanted.pupils / kGrades + (grade <= m_wanted.pupils % kGrades ? 1 : 0);
            while (static_cast<int>(all.size()) < wanted) {
                auto person = somebody(m_start - 5 - grade, m_start - 5 - grade);
                person.code = "HS" + figures(++m_codes, 7);
                all.push_back(tx.insert(person));
            }
            SchoolClassId inClass(0);
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (i % kOfAClass == 0)
                    inClass = tx.insert(SchoolClass{m_year, std::to_string(grade) + "." + std::to_string(i / kOfAClass + 1), grade, m_staff[m_dice.below(m_staff.size())]});
                tx.insert(Enrolment{all[i], m_year, inClass});
            }
        }
        return m_wanted.pupils;
    }

    int registrations(Tx& tx, const std::vector<HonourChoice>& offered)
    {
        const auto honour = std::ranges::find_if(offered, [](const HonourChoice& one) { return one.forPeople && one.usual; });
        int number = 0;
        if (honour == offered.end())
            return 0; // a year before the first rules
        for (const auto id : m_staff) {
            Registration row;
            row.year = m_year;
            row.subject = SubjectRef::of(id);
            row.number = ++number;
            row.registeredOn = m_clock.today();
            const auto made = tx.insert(row);
            tx.insert(RegistrationHonour{made, honour->code, m_clock.today()});
        }
        return number;
    }

    int evaluations(Tx& tx)
    {
        for (const auto id : m_staff) {
            YearRecord record;
            record.year = m_year;
            record.subject = SubjectRef::of(id);
            record.evaluation = m_dice.below(10) < 2 ? Evaluation::Excellent : m_dice.below(10) < 8 ? Evaluation::Good : Evaluation::Completed;
            record.evaluatedOn = m_clock.today();
            record.monthsWorked = 12;
            tx.insert(record);
        }
        return static_cast<int>(m_staff.size());
    }

    /// Half of the staff, and every tenth pupil.
    int honours(Tx& tx, const std::vector<HonourChoice>& offered)
    {
        const auto ofStaff = std::ranges::find_if(offered, [](const HonourChoice& one) { return one.forPeople && one.usual; });
        const auto ofPupils = lowestTitleOf(m_file->rules(), "pupil", m_clock.today());
        int count = 0;
        const auto give = [&](PersonId id, const std::string& code) {
            HonourRecord record;
            record.subject = SubjectRef::of(id);
            record.honour = code;
            record.year = SchoolYear(m_start);
            record.decisionNumber = std::to_string(++count);
            record.decidedOn = m_clock.today();
            tx.insert(record);
        };
        if (ofStaff != offered.end())
            for (std::size_t i = 0; i < m_staff.size(); i += 2)
                give(m_staff[i], ofStaff->code);
        if (!ofPupils.empty())
            for (const auto& grade : m_grades)
                for (std::size_t i = 0; i < grade.size(); i += 10)
                    give(grade[i], ofPupils);
        return count;
    }

    const std::filesystem::path& m_path;
    const LargeSchool& m_wanted;
    Words m_words;
    Dice m_dice;
    FixedClock m_clock{Date(2000, 1, 1)};
    std::unique_ptr<SchoolFile> m_file;
    SchoolYearId m_year{0};
    int m_start = 0, m_codes = 0;
    std::vector<PersonId> m_staff;
    std::vector<std::vector<PersonId>> m_grades;
};

}

Result<std::optional<LargeSchool>> largeSchoolNamed(const std::string& name)
{
    constexpr std::string_view kPrefix = "large:";
    if (!name.starts_with(kPrefix))
        return std::optional<LargeSchool>();
    LargeSchool school;
    const char* const end = name.data() + name.size();
    const auto pupils = std::from_chars(name.data() + kPrefix.size(), end, school.pupils);
    const bool times = pupils.ec == std::errc{} && pupils.ptr != end && *pupils.ptr == 'x';
    const auto years = times ? std::from_chars(pupils.ptr + 1, end, school.years) : pupils;
    if (!times || years.ec != std::errc{} || years.ptr != end || school.pupils < 1 || school.pupils > 200'000 || school.years < 1 || school.years > 50)
        return fail(ErrorCode::InputFormat, "sample.large-form", {name});
    return std::optional(school);
}

Result<void> makeLargeSchool(const std::filesystem::path& path, const LargeSchool& wanted)
{
    return LargeMaker(path, wanted).make();
}

}
