// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/receiver/receiver_lines.h"

#include "base/ratio.h"
#include "base/text_util.h"
#include "domain/collective.h"
#include "domain/initiative.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/people.h"
#include "domain/pupil.h"
#include "domain/registration.h"
#include "domain/school.h"
#include "domain/year_record.h"
#include "services/award/conferral.h"
#include "services/core/open_year.h"
#include "services/law/honours.h"
#include "services/law/list_order.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"
#include "services/receiver/receiver_bonus.h"
#include "services/review/nomination_service.h"
#include "storage/repo/fact_repo.h"
#include "storage/repo/pupil_repo.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

constexpr int kPastYears = 5;                      ///< of honours that a list tells
constexpr const char* kPupil = "pupil";

/// One honour of somebody, before lines are made.
struct ReceiverItem {
    SubjectRef subject;
    std::string name, honour;
    std::optional<Ground> ground{};
    std::string decisionNumber{}, issuer{}, votes{}, share{};
    ReceiverBonus bonus{};
    std::optional<Date> decidedOn{}, registeredOn{};
};

class ReceiverReader {
public:
    ReceiverReader(SchoolFile& file, Reader& reader, const YearDates& year, const ReceiverMapping& mapping)
        : m_file(file), m_reader(reader), m_year(year), m_mapping(mapping), m_people(reader, year.id)
    {
        if (const auto school = repo::school(reader))
            m_school = school->data.name;
        for (const auto& row : repo::enrolments(reader, year.id))
            m_pupils.emplace(row.data.person, row.data.schoolClass);
    }

    ReceiverLines read(ReceiverList what)
    {
        switch (what) {
        case ReceiverList::Registrations: registrations(); break;
        case ReceiverList::Nominations: nominations(); break;
        case ReceiverList::Awards: awards(); break;
        }
        std::erase_if(m_items, [this](const auto& item) { return !wanted(item.subject); });
        std::ranges::stable_sort(m_items, {}, [this](const auto& item) { return listPlace(m_reader, m_file.rules(), item.subject, item.honour, item.name); });
        count();
        bonuses();
        std::erase_if(m_items, [this](const auto& item) { return m_mapping.leftOut.contains(item.honour); });
        for (const auto& item : m_items)
            addTo(lineOf(item), item);
        m_lines.school = m_school;
        return std::move(m_lines);
    }

private:
    bool isPupil(const SubjectRef& subject) const { return subject.person && m_pupils.contains(*subject.person) && !m_people.view(subject).position; }

    bool wanted(const SubjectRef& subject) const
    {
        switch (m_mapping.subjects) {
        case ReceiverSubjects::All: return !isPupil(subject);
        case ReceiverSubjects::People: return subject.person && !isPupil(subject);
        case ReceiverSubjects::Collectives: return subject.collective.has_value();
        case ReceiverSubjects::Pupils: break;
        }
        return isPupil(subject);
    }

    void count()
    {
        for (const auto& item : m_items) {
            const auto found = std::ranges::find(m_lines.honours, item.honour, [](const auto& one) { return one.first; });
            if (found == m_lines.honours.end())
                m_lines.honours.emplace_back(item.honour, 1);
            else
                ++found->second;
        }
    }

    /// Whoever receives several honours is paid by all of them, those that do not go into the form among them.
    void bonuses()
    {
        if (std::ranges::find(m_mapping.columns, SheetColumn::Bonus) == m_mapping.columns.end())
            return;
        const auto usual = std::min(m_file.clock().today(), m_year.lastDay);
        std::vector<ReceiverBonusItem> items;
        for (const auto& item : m_items) {
            items.push_back({item.subject, item.honour, item.decidedOn.value_or(usual)});
            if (!item.decidedOn)
                m_lines.bonusDay = usual;
        }
        const auto all = receiverBonuses(m_file.rules(), m_year.year.text(), items);
        for (std::size_t i = 0; i < all.size(); ++i)
            m_items[i].bonus = all[i];
    }

    void registrations()
    {
        const Serving serving(m_reader, listDay(m_reader, m_year.id, m_file.clock().today()));
        for (const auto& row : repo::registrations(m_reader, m_year.id)) {
            if (!serving.on(row.data.subject)) {
                ++m_lines.left;
                continue;
            }
            for (const auto& honour : repo::honours(m_reader, row.id)) {
                ReceiverItem item{row.data.subject, nameOf(row.data.subject), honour.data.honour, Ground::AnnualMerit}; // as it is nominated
                item.registeredOn = row.data.registeredOn;
                m_items.push_back(std::move(item));
            }
        }
    }

    void nominations()
    {
        const auto tallies = repo::talliesOfYear(m_reader, m_year.id);
        for (const auto& row : repo::nominations(m_reader, m_year.id)) {
            const auto& nomination = row.data;
            if (turnedDown(nomination) || nomination.state == NominationState::Returned || nomination.state == NominationState::ForCorrection || nomination.state == NominationState::Revoked) {
                ++m_lines.turnedDown;
                continue;
            }
            ReceiverItem item{nomination.subject, nomination.name, nomination.honour, nomination.ground};
            for (const auto& tally : tallies)
                if (tally.data.line.nomination == row.id) {
                    const auto members = static_cast<std::int64_t>(repo::attendance(m_reader, tally.data.meeting).size());
                    item.votes = twoFigures(tally.data.inFavour) + "/" + twoFigures(members);
                    item.share = members > 0 ? percentText({tally.data.inFavour, members}, 2) : std::string();
                }
            m_items.push_back(std::move(item));
        }
    }

    void awards()
    {
        for (const auto& record : repo::honoursOfYear(m_reader, m_year.year)) {
            ReceiverItem item{record.subject, nameOf(record.subject), record.honour, record.ground, record.decisionNumber, record.issuer};
            item.decidedOn = record.decidedOn;
            m_items.push_back(std::move(item));
        }
    }

    std::string nameOf(const SubjectRef& subject) const
    {
        if (auto name = m_people.view(subject).name; !name.empty())
            return name;
        const auto person = subject.person ? m_reader.find<Person>(*subject.person) : std::nullopt;
        return person ? person->data.fullName : std::string();
    }

    /// The line that the honour goes on: one of its own, or that of the same subject.
    ReceiverLine& lineOf(const ReceiverItem& item)
    {
        if (!m_mapping.eachHonour)
            if (const auto found = std::ranges::find(m_lines.lines, item.subject, &ReceiverLine::subject); found != m_lines.lines.end())
                return *found;
        auto& line = m_lines.lines.emplace_back();
        line.subject = item.subject;
        line.name = item.name;
        line.pupil = isPupil(item.subject);
        describe(line);
        return line;
    }

    static void put(ReceiverLine& line, SheetColumn column, std::string text, sheets::CellKind kind = sheets::CellKind::Text)
    {
        if (text.empty())
            return;
        auto& cell = line.cells[column];
        if (!cell.text.empty() && cell.text != text) { // of several honours on one line
            text = cell.text + "; " + text;
            kind = sheets::CellKind::Text;
        }
        cell = {0, kind, std::move(text)};
    }

    void addTo(ReceiverLine& line, const ReceiverItem& item)
    {
        line.honours.push_back(item.honour);
        line.values[SheetColumn::Honour].push_back(item.honour);
        line.values[isTitle(m_file.rules(), item.honour) ? SheetColumn::Title : SheetColumn::Reward].push_back(item.honour);
        line.foreign.insert(line.values.contains(SheetColumn::Title) ? SheetColumn::Reward : SheetColumn::Title);
        if (item.ground) {
            auto& grounds = line.values[SheetColumn::HonourGround];
            if (const std::string code(toCode(*item.ground)); std::ranges::find(grounds, code) == grounds.end())
                grounds.push_back(code);
        }
        put(line, SheetColumn::DecisionNumber, item.decisionNumber);
        put(line, SheetColumn::Issuer, item.issuer);
        put(line, SheetColumn::Votes, item.votes);
        put(line, SheetColumn::VoteShare, item.share);
        if (item.decidedOn)
            put(line, SheetColumn::DecidedOn, item.decidedOn->vn(), sheets::CellKind::Date);
        if (item.registeredOn)
            put(line, SheetColumn::RegisteredOn, item.registeredOn->vn(), sheets::CellKind::Date);
        addBonus(line, item.bonus);
        Nomination asked;
        asked.subject = item.subject;
        asked.honour = item.honour;
        if (line.honours.size() == 1)
            put(line, SheetColumn::Achievement, achievementOf(m_reader, m_file.rules(), m_year.id, asked));
    }

    /// Of all honours on the line together.
    static void addBonus(ReceiverLine& line, const ReceiverBonus& bonus)
    {
        if (bonus.amount == 0) {
            line.why.emplace(SheetColumn::Bonus, bonus.why);
            return;
        }
        auto& cell = line.cells[SheetColumn::Bonus];
        const auto before = cell.text.empty() ? 0 : std::stoll(cell.text);
        cell = {0, sheets::CellKind::Number, std::to_string(before + bonus.amount)};
    }

    void describe(ReceiverLine& line)
    {
        put(line, SheetColumn::FullName, line.name);
        put(line, SheetColumn::SchoolName, m_school);
        put(line, SheetColumn::Year, m_year.year.screen());
        if (line.subject.person)
            describePerson(line);
        else
            describeCollective(line);
        if (const auto record = repo::yearRecord(m_reader, m_year.id, line.subject)) {
            if (record->data.evaluation)
                line.values[SheetColumn::Evaluation] = {std::string(toCode(*record->data.evaluation))};
            if (record->data.monthsWorked)
                put(line, SheetColumn::Months, std::to_string(*record->data.monthsWorked), sheets::CellKind::Number);
        }
        pastHonours(line);
    }

    void describePerson(ReceiverLine& line)
    {
        using enum SheetColumn;
        const auto view = m_people.view(line.subject);
        if (const auto name = PersonName::parse(line.name)) {
            put(line, Family, normalised(name->family + " " + name->middle));
            put(line, Given, name->given);
        }
        put(line, Post, view.post);
        put(line, Team, view.unit);
        put(line, PostSchool, view.post.empty() ? m_school : view.post + ", " + m_school);
        line.values[SubjectKind] = {line.pupil ? std::string(kPupil) : view.position ? std::string(toCode(*view.position)) : std::string()};
        std::erase(line.values[SubjectKind], std::string());
        if (const auto person = m_reader.find<Person>(*line.subject.person)) {
            put(line, Code, person->data.code);
            if (person->data.birth)
                put(line, Birth, person->data.birth->vn(), person->data.birth->date ? sheets::CellKind::Date : sheets::CellKind::Text);
            if (person->data.employedFrom)
                put(line, Employed, person->data.employedFrom->vn(), person->data.employedFrom->date ? sheets::CellKind::Date : sheets::CellKind::Text);
            if (person->data.gender) {
                line.values[Gender] = {std::string(toCode(*person->data.gender))};
                const bool female = *person->data.gender == domain::Gender::Female;
                put(line, female ? Female : Male, "x");
                line.foreign.insert({female ? Male : Female, female ? MaleBirth : FemaleBirth});
                if (const auto birth = line.cells.find(Birth); birth != line.cells.end())
                    line.cells[female ? FemaleBirth : MaleBirth] = birth->second;
                if (!line.pupil)
                    put(line, Salutation, view.salutation);
            }
        }
        initiatives(line);
        if (line.pupil) {
            line.foreign.insert({Post, Team, Salutation, Employed, InitiativeTitle, InitiativeDecision, Evaluation, Months});
            if (const auto in = m_pupils.find(*line.subject.person); in->second)
                if (const auto found = m_reader.find<SchoolClass>(*in->second))
                    put(line, Class, found->data.name);
        } else {
            line.foreign.insert(Class);
        }
    }

    void describeCollective(ReceiverLine& line)
    {
        using enum SheetColumn;
        line.foreign.insert({Family, Given, Gender, Female, Male, Birth, FemaleBirth, MaleBirth, Post, Team, Code, Employed, Salutation, InitiativeTitle, InitiativeDecision, Class, Months});
        put(line, PostSchool, m_school);
        if (const auto collective = m_reader.find<Collective>(*line.subject.collective))
            line.values[SubjectKind] = {std::string(toCode(collective->data.type))};
    }

    void initiatives(ReceiverLine& line)
    {
        for (const auto& one : repo::initiativesOf(m_reader, *line.subject.person)) {
            if (one.data.year != m_year.id || one.data.state == InitiativeState::Rejected)
                continue;
            put(line, SheetColumn::InitiativeTitle, one.data.title);
            if (!one.data.decisionNumber.empty())
                put(line, SheetColumn::InitiativeDecision, one.data.decisionNumber + (one.data.decidedOn ? ", " + one.data.decidedOn->vn() : std::string()));
        }
    }

    /// Of the years before this one, newest first.
    void pastHonours(ReceiverLine& line)
    {
        std::vector<std::pair<int, std::string>> past;
        const int now = m_year.year.startYear();
        for (const auto& record : repo::honoursOf(m_reader, line.subject))
            if (const int start = record.data.year.startYear(); start < now && start >= now - kPastYears && !record.data.revokedOn)
                past.emplace_back(-start, honourShortName(m_file.rules(), record.data.honour) + " " + record.data.year.screen());
        std::ranges::stable_sort(past, {}, [](const auto& one) { return one.first; });
        std::vector<std::string> words;
        for (auto& one : past)
            words.push_back(std::move(one.second));
        put(line, SheetColumn::PastHonours, join(words, "; "));
    }

    SchoolFile& m_file;
    Reader& m_reader;
    const YearDates& m_year;
    const ReceiverMapping& m_mapping;
    PeopleLookup m_people;
    std::string m_school;
    std::map<PersonId, std::optional<SchoolClassId>> m_pupils;
    std::vector<ReceiverItem> m_items;
    ReceiverLines m_lines;
};

template <class Enum>
std::vector<std::string> enumCodes()
{
    std::vector<std::string> codes;
    for (const auto code : EnumCodes<Enum>::codes)
        codes.emplace_back(code);
    return codes;
}

}

Result<ReceiverLines> receiverLines(SchoolFile& file, Reader& reader, ReceiverList what, SchoolYear year, const ReceiverMapping& mapping)
{
    const auto row = yearDates(reader, year);
    if (!row)
        return fail(ErrorCode::NotFound, "year.none", {year.text()});
    return ReceiverReader(file, reader, *row, mapping).read(what);
}

std::string ownWord(const rules::Catalogue& catalogue, SheetColumn column, const std::string& value)
{
    switch (column) {
    case SheetColumn::Honour:
    case SheetColumn::Title:
    case SheetColumn::Reward: return honourName(catalogue, value).value_or(value);
    case SheetColumn::Gender: return text::label("gender", value);
    case SheetColumn::HonourGround: return text::label("ground", value);
    case SheetColumn::Evaluation: return text::label("evaluation", value);
    default: break;
    }
    if (value == kPupil)
        return text::label("search-kind", value);
    return text::label(fromCode<Position>(value) ? "position" : "collective-type", value);
}

std::vector<std::string> valuesOf(SheetColumn column)
{
    switch (column) {
    case SheetColumn::Gender: return enumCodes<Gender>();
    case SheetColumn::HonourGround: return enumCodes<Ground>();
    case SheetColumn::Evaluation: return enumCodes<Evaluation>();
    case SheetColumn::SubjectKind: {
        auto values = enumCodes<Position>();
        std::ranges::move(enumCodes<CollectiveType>(), std::back_inserter(values));
        values.emplace_back(kPupil);
        return values;
    }
    default: return {};
    }
}

}
