// SPDX-License-Identifier: GPL-3.0-or-later
// The pupils of a school year and their classes.
#include "base/name_keys.h"
#include "domain/people.h"
#include "domain/pupil.h"
#include "services/core/internal.h"
#include "services/intake/import_parts.h"
#include "services/intake/joined_sheets.h"
#include "services/intake/row_reader.h"
#include "services/people/class_name.h"
#include "services/people/former_records.h"
#include "services/people/same_person.h"
#include "services/people/sheet_values.h"
#include "storage/repo/pupil_repo.h"
#include "text/messages.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace thidua::services {

using namespace domain;

namespace {

constexpr int kYoungest = 4, kOldest = 20; // years, when the school year begins

struct Known {
    PersonId id{0};
    Person person;
    std::optional<Stored<Enrolment>> enrolment{};
    std::string schoolClass{};                     ///< of this year
    std::size_t row = 0;                           ///< that was about them already
};

class PupilImport {
public:
    PupilImport(ImportWork& work, RowReader& rows, SchoolYearId year) : m_work(work), m_tx(work.tx), m_row(rows), m_year(year), m_former(work.tx)
    {
        std::map<SchoolClassId, std::string> names;
        for (const auto& row : repo::classes(m_tx, year)) {
            m_classes.emplace(nameKey(row.data.name), row.id);
            names.emplace(row.id, row.data.name);
        }
        std::unordered_map<std::int64_t, Stored<Enrolment>> enrolled;
        for (auto& row : repo::enrolments(m_tx, year))
            enrolled.emplace(row.data.person.value(), row);
        for (auto& row : repo::pupils(m_tx)) {
            Known known{row.id, std::move(row.data)};
            if (const auto found = enrolled.find(row.id.value()); found != enrolled.end()) {
                known.enrolment = found->second;
                if (const auto& in = found->second.data.schoolClass)
                    known.schoolClass = names[*in];
            }
            keep(std::move(known));
        }
    }

    void take()
    {
        auto said = m_row.person();
        m_former.renew(said.name, said.birth, said.code, m_byName.contains(nameKey(said.name)));
        auto inClass = className(m_row.at(SheetColumn::Class));
        const auto& table = m_row.table();
        if (const auto column = table.columnOf(SheetColumn::Class); column && (table.days.contains({m_row.line(), *column}) || spoiltCode(inClass)))
            m_row.wrongAt(*column, "import.class-is-day", {inClass});
        if (const auto section = table.shape.sections.find(m_row.line()); inClass.empty() && section != table.shape.sections.end())
            inClass = className(section->second);
        const auto grade = gradeOf(m_row.at(SheetColumn::Grade).empty() ? inClass : m_row.at(SheetColumn::Grade));
        if (const auto year = listYear())
            m_row.needYear(*year);
        doubtAge(said);
        if (!m_row.isWrong() && m_said.contains(m_row.said()))
            return m_row.close(ImportFate::Unchanged, said.name);
        Known* known = m_row.isWrong() ? nullptr : match(said, inClass);
        if (m_row.isWrong())
            return m_row.close(ImportFate::Rejected, said.name);
        m_said.insert(m_row.said());
        if (known == nullptr)
            add(said, inClass, grade);
        else
            update(*known, said, inClass, grade);
    }

private:
    std::optional<SchoolYear> listYear() const { return m_work.wanted ? m_work.wanted : m_work.year ? std::optional(m_work.year->year) : std::nullopt; }

    /// A pupil of three or of thirty was born in another year, as a rule; it is told, since nothing forbids it.
    void doubtAge(const RowPerson& said)
    {
        const auto year = listYear();
        if (!said.birth || !year || said.birth->year > m_work.today.year() || (said.birth->date && *said.birth->date > m_work.today))
            return; // one that is still to come is told as that
        const int age = year->startYear() - said.birth->year;
        if (age < kYoungest || age > kOldest)
            m_row.warn(SheetColumn::Birth, "import.age", {said.birth->vn(), std::to_string(age), year->screen()});
    }

    void keep(Known known)
    {
        m_all.push_back(std::move(known));
        auto& one = m_all.back();
        m_byName.emplace(nameKey(one.person.fullName), &one);
        m_alike.emplace(likeNameKey(one.person.fullName), &one);
        if (!one.person.code.empty())
            m_byCode.emplace(codeKey(one.person.code), &one);
    }

    std::vector<Known*> named(const std::unordered_multimap<std::string, Known*>& by, const std::string& key, const RowPerson& said) const
    {
        std::vector<Known*> found;
        for (auto [at, end] = by.equal_range(key); at != end; ++at)
            if (daysAgree(at->second->person.birth, said.birth) && !codesDiffer(at->second->person.code, said.code))
                found.push_back(at->second);
        return found;
    }

    /// Who the row is about: somebody, or nobody yet. Whoever may be another is not guessed: the row is wrong then.
    Known* match(const RowPerson& said, const std::string& inClass)
    {
        if (const auto person = m_row.saidPerson())
            if (const auto found = std::ranges::find(m_all, *person, &Known::id); found != m_all.end())
                return found->row == 0 ? &*found : refused("import.repeats-otherwise", {said.name, rowWords(found->row)});
        if (const auto coded = withCode(m_byCode, said.code, [](const Known* one) { return one->person.code; }); coded != m_byCode.end())
            return byCode(*coded->second, said);
        if (m_row.isSaidNew())
            return nullptr;
        auto same = named(m_byName, nameKey(said.name), said);
        const auto sure = std::ranges::count_if(same, [&said](const Known* one) { return daysSurelySame(one->person.birth, said.birth); });
        if (sure > 0)
            std::erase_if(same, [&said](const Known* one) { return !daysSurelySame(one->person.birth, said.birth); });
        // Without a birth the class tells who is meant, as long as it is the same one.
        const auto inSame = [&inClass](const Known* one) { return !inClass.empty() && nameKey(one->schoolClass) == nameKey(inClass); };
        if (sure == 0 && same.size() > 1 && std::ranges::count_if(same, inSame) == 1)
            std::erase_if(same, [&inSame](const Known* one) { return !inSame(one); });
        if (same.size() > 1)
            return asked("import.which", {said.name, std::to_string(same.size())}, {same.begin(), same.end()});
        if (same.empty()) {
            if (const auto* other = underOtherCode(said))
                return asked("import.code-differs", {said.name, other->person.code, said.code}, {other});
            const auto alike = named(m_alike, likeNameKey(said.name), said);
            return alike.empty() ? nullptr : asked("import.tone-elsewhere", {said.name, alike.front()->person.fullName}, {alike.begin(), alike.end()});
        }
        auto* one = same.front();
        if (one->row != 0)
            return sure > 0 ? refused("import.repeats-otherwise", {said.name, rowWords(one->row)})
                            : asked("import.homonym-in-list", {said.name, rowWords(one->row)}, {});
        if (sure == 0 && !inSame(one) && !(inClass.empty() && one->schoolClass.empty()))
            return asked("import.maybe-homonym", {said.name, describe(*one)}, {same.begin(), same.end()});
        return one;
    }

    /// One of this name and birth whose code is another: two people, or one whose code was written otherwise.
    const Known* underOtherCode(const RowPerson& said) const
    {
        for (auto [at, end] = m_byName.equal_range(nameKey(said.name)); at != end; ++at)
            if (daysSurelySame(at->second->person.birth, said.birth) && at->second->row == 0)
                return at->second;
        return nullptr;
    }

    Known* byCode(Known& one, const RowPerson& said)
    {
        if (one.row != 0) {
            m_row.wrong(SheetColumn::Code, "import.repeats-otherwise", {said.code, rowWords(one.row)});
            return nullptr;
        }
        if (likeNameKey(one.person.fullName) != likeNameKey(said.name) && !daysSurelySame(one.person.birth, said.birth)) {
            m_row.wrong(SheetColumn::Code, "import.code-of-other", {said.code, one.person.fullName});
            return nullptr;
        }
        return &one;
    }

    std::string rowWords(std::size_t row) const { return services::rowWords(m_work.report.joined, row); }

    Known* refused(const char* key, std::vector<std::string> args)
    {
        m_row.wrong(SheetColumn::FullName, key, std::move(args));
        return nullptr;
    }

    Known* asked(const char* key, std::vector<std::string> args, const std::vector<const Known*>& those)
    {
        std::vector<SheetCandidate> candidates;
        for (const auto* one : those)
            candidates.push_back({one->id, describe(*one)});
        m_row.ask(key, std::move(args), std::move(candidates));
        return nullptr;
    }

    static std::string describe(const Known& one)
    {
        std::string text = one.person.fullName;
        if (one.person.birth)
            text += ", " + text::message("import.born", {one.person.birth->vn()});
        if (!one.schoolClass.empty())
            text += ", " + text::message("import.in-class", {one.schoolClass});
        return text;
    }

    std::optional<SchoolClassId> classOf(const std::string& name, std::optional<int> grade)
    {
        if (name.empty())
            return std::nullopt;
        const auto key = nameKey(name);
        if (const auto found = m_classes.find(key); found != m_classes.end())
            return found->second;
        return m_classes.emplace(key, m_tx.insert(SchoolClass{m_year, name, grade, std::nullopt})).first->second;
    }

    void add(const RowPerson& said, const std::string& inClass, std::optional<int> grade)
    {
        Person person;
        person.uid = newUid();
        person.fullName = said.name;
        person.gender = said.gender;
        person.birth = said.birth;
        person.code = said.code;
        const auto id = m_tx.insert(person);
        const Enrolment enrolment{id, m_year, classOf(inClass, grade)};
        m_tx.insert(enrolment);
        keep({id, std::move(person), std::nullopt, inClass, m_row.row()});
        m_row.close(ImportFate::Created, said.name);
    }

    /// What the list says replaces what is there; what it leaves blank stays.
    void update(Known& known, const RowPerson& said, const std::string& inClass, std::optional<int> grade)
    {
        auto person = known.person;
        person.fullName = nameKey(person.fullName) == nameKey(said.name) ? person.fullName : said.name;
        person.gender = said.gender ? said.gender : person.gender;
        person.birth = joinedDays(person.birth, said.birth);
        person.code = fullerCode(person.code, said.code);
        std::vector<ImportChange> changes;
        const auto column = [this](SheetColumn kind, const char* name) {
            const auto at = m_row.table().columnOf(kind);
            return at ? m_row.table().title(*at) : capitalised(text::label("column", name));
        };
        const auto gender = [](const std::optional<Gender>& value) { return value ? text::label("gender", toCode(*value)) : std::string(); };
        RowReader::change(changes, column(SheetColumn::FullName, "full_name"), known.person.fullName, person.fullName);
        RowReader::change(changes, column(SheetColumn::Gender, "gender"), gender(known.person.gender), gender(person.gender));
        RowReader::change(changes, column(SheetColumn::Birth, "birth"), dayWords(known.person.birth), dayWords(person.birth));
        RowReader::change(changes, column(SheetColumn::Code, "code"), known.person.code, person.code);
        if (!changes.empty())
            m_tx.update(known.id, person);
        enrol(known, inClass, grade, changes, column(SheetColumn::Class, "class_id"));
        known.person = std::move(person);
        known.row = m_row.row();
        const auto fate = changes.empty() ? ImportFate::Unchanged : ImportFate::Updated;
        m_row.close(fate, known.person.fullName, std::move(changes));
    }

    void enrol(Known& known, const std::string& inClass, std::optional<int> grade, std::vector<ImportChange>& changes, const std::string& column)
    {
        if (!known.enrolment) {
            m_tx.insert(Enrolment{known.id, m_year, classOf(inClass, grade)});
            changes.push_back({column, {}, inClass.empty() ? m_work.report.year : inClass});
        } else if (!inClass.empty() && nameKey(inClass) != nameKey(known.schoolClass)) {
            auto enrolment = known.enrolment->data;
            enrolment.schoolClass = classOf(inClass, grade);
            m_tx.update(known.enrolment->id, enrolment);
            changes.push_back({column, known.schoolClass, inClass});
        }
        if (!inClass.empty())
            known.schoolClass = inClass;
    }

    ImportWork& m_work;
    storage::Tx& m_tx;
    RowReader& m_row;
    SchoolYearId m_year;
    std::deque<Known> m_all;                       ///< keeps its places
    std::unordered_multimap<std::string, Known*> m_byName, m_alike;
    std::unordered_multimap<std::string, Known*> m_byCode; ///< by codeKey
    std::map<std::string, SchoolClassId> m_classes;
    std::set<std::string> m_said;
    FormerRecords m_former;
};

}

Result<void> importPupils(ImportWork& work, const ImportTable& table)
{
    TD_TRY(const auto year, work.needYear());
    RowReader rows(table, work.today, work.report);
    PupilImport import(work, rows, year);
    while (rows.next())
        import.take();
    return {};
}

}
