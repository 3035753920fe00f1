// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/row_check.h"

#include "base/date.h"
#include "base/local_time.h"
#include "base/school_year.h"
#include "base/vietnamese.h"
#include "storage/check_part.h"
#include "storage/message_word.h"
#include "storage/record_replay.h"
#include "storage/row_place.h"

#include <algorithm>
#include <array>

namespace thidua::storage {
namespace {

using domain::EntityKind;
using domain::ImagePolicy;

constexpr const char* kChanged = "check.row-changed";
constexpr const char* kRemoved = "check.row-removed";
constexpr const char* kInserted = "check.row-inserted";
constexpr const char* kMore = "check.rows-more";
constexpr const char* kImage = "check.image-unreadable";
constexpr const char* kSequence = "check.numbers-beyond-record";
constexpr std::size_t kShownLetters = 80;

/// A value as it stands in a sentence: short, and UTF-8 whatever the file holds.
std::string shown(const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value)) {
        auto line = normalised(*text);
        if (line.empty())
            return messageWord("check.empty-value");
        if (line.size() == 10 && line.ends_with("-00-00"))
            return line.substr(0, 4); // a year alone, in a column of days
        if (line.size() <= kShownLetters)
            return line;
        std::size_t end = kShownLetters;
        while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
            --end;
        return line.substr(0, end) + "…";
    }
    return std::holds_alternative<Bytes>(value) ? messageWord("check.bytes-value") : messageWord("check.empty-value");
}

struct Moment {
    std::string number;
    std::string day;
    std::string user;
};

class RowCheck {
public:
    RowCheck(Reader& reader, EntityKind kind, std::vector<FileProblem>& problems)
        : m_reader(reader), m_kind(kind), m_table(domain::toCode(kind)), m_recorded(replay(reader, kind)), m_problems(problems)
    {
    }

    void run();

private:
    void compare(std::int64_t id, const Values& now, const RecordedState& state);
    void compareValue(std::int64_t id, std::size_t column, const Values& now, const RecordedState& state);
    void checkSequence();
    void report(const char* key, std::vector<std::string> args);
    void countTheRest();
    std::string title(std::int64_t id, const std::vector<std::optional<Value>>& values);
    std::string nameFrom(const std::vector<std::optional<Value>>& values);
    std::string nameOf(const char* sql, const Value& id);
    std::string kindName() const { return messageWord("entity." + m_table); }
    Moment momentOf(std::int64_t op);

    Reader& m_reader;
    EntityKind m_kind;
    std::string m_table;
    RecordedTable m_recorded;
    std::vector<FileProblem>& m_problems;
    std::map<std::string, int> m_found;
};

void RowCheck::run()
{
    if (domain::imagePolicy(m_kind) == ImagePolicy::Nothing)
        return;
    eachRow(m_reader, m_table, m_recorded.columns, [this](std::int64_t id, const Values& now) {
        const auto state = m_recorded.rows.find(id);
        if (state == m_recorded.rows.end()) {
            report(kInserted, {kindName(), title(id, {now.begin(), now.end()}), std::to_string(id)});
            return;
        }
        compare(id, now, state->second);
        m_recorded.rows.erase(state);
    });
    for (const auto& [id, state] : m_recorded.rows)
        if (state.exists && !state.withheld) {
            const auto since = momentOf(state.op);
            report(kRemoved, {kindName(), title(id, state.values), std::to_string(id), since.number, since.day, since.user});
        }
    checkSequence();
    countTheRest();
}

void RowCheck::compare(std::int64_t id, const Values& now, const RecordedState& state)
{
    if (state.withheld)
        return;
    if (state.unreadable) {
        const auto since = momentOf(state.op);
        report(kImage, {kindName(), title(id, {now.begin(), now.end()}), std::to_string(id), since.number});
        return;
    }
    if (!state.exists) {
        report(kInserted, {kindName(), title(id, {now.begin(), now.end()}), std::to_string(id)});
        return;
    }
    for (std::size_t i = 0; i < m_recorded.columns.size(); ++i)
        compareValue(id, i, now, state);
}

void RowCheck::compareValue(std::int64_t id, std::size_t column, const Values& now, const RecordedState& state)
{
    const auto& known = state.values[column];
    const auto& declared = m_recorded.columns[column];
    // Of a row that is addressed by its hash the record keeps the hash, which its content must fit.
    if (!known && domain::imagePolicy(m_kind) == ImagePolicy::Hash)
        return;
    const auto& expected = known ? known : declared.fallback;
    if (!expected || *expected == now[column])
        return;
    const auto since = momentOf(known ? state.ops[column] : state.op);
    report(kChanged, {kindName(), title(id, {now.begin(), now.end()}), std::to_string(id), messageWord("column." + declared.name), shown(now[column]), shown(*expected),
                      since.number, since.day, since.user});
}

/// A number is never given twice, so the table knows the highest that it ever gave: no higher than the record knows.
void RowCheck::checkSequence()
{
    const auto given = m_reader.number("SELECT seq FROM sqlite_sequence WHERE name = ?", {m_table});
    const auto recorded = std::max({m_reader.number("SELECT max(row_id) FROM change_row WHERE entity = ?", {m_table}),
                                    m_reader.number("SELECT max(row_id) FROM upgraded_row WHERE entity = ?", {m_table})});
    if (given > recorded && !m_found.contains(kInserted))
        report(kSequence, {kindName(), std::to_string(given), std::to_string(recorded)});
}

void RowCheck::report(const char* key, std::vector<std::string> args)
{
    if (++m_found[key] <= kNamedOneByOne)
        m_problems.push_back({key, std::move(args)});
}

void RowCheck::countTheRest()
{
    for (const auto& [key, count] : m_found)
        if (count > kNamedOneByOne)
            m_problems.push_back({kMore, {kindName(), std::to_string(count - kNamedOneByOne), messageWord(key + "-word")}});
}

std::string RowCheck::nameOf(const char* sql, const Value& id)
{
    std::string name;
    m_reader.each(sql, {id}, [&name](const Values& row) { name = shown(row[0]); });
    return name;
}

/// What people call the row by: its own words, or those of whom it belongs to.
std::string RowCheck::nameFrom(const std::vector<std::optional<Value>>& values)
{
    const auto valueOf = [&](std::string_view column) -> std::optional<Value> {
        for (std::size_t i = 0; i < m_recorded.columns.size() && i < values.size(); ++i)
            if (m_recorded.columns[i].name == column)
                return values[i];
        return std::nullopt;
    };
    for (const char* column : {"full_name", "name", "title", "subject", "text", "heading", "wording", "number"})
        if (const auto value = valueOf(column))
            if (const auto* text = std::get_if<std::string>(&*value); text != nullptr && !text->empty())
                return shown(*value);
    if (const auto person = valueOf("person_id"); person && std::holds_alternative<std::int64_t>(*person))
        return nameOf("SELECT full_name FROM person WHERE id = ?", *person);
    if (const auto collective = valueOf("collective_id"); collective && std::holds_alternative<std::int64_t>(*collective))
        return nameOf("SELECT name FROM collective WHERE id = ?", *collective);
    if (const auto nomination = valueOf("nomination_id"); nomination && std::holds_alternative<std::int64_t>(*nomination))
        return nameOf("SELECT name FROM nomination WHERE id = ?", *nomination);
    return {};
}

/// “Nguyễn Thị Hoa”, 2021–2022
std::string RowCheck::title(std::int64_t id, const std::vector<std::optional<Value>>& values)
{
    auto name = nameFrom(values);
    std::string year;
    for (const auto& place : placesOf(m_reader, m_kind, id)) {
        if (place.startYear != 0)
            year = SchoolYear(place.startYear).screen();
        if (name.empty() && place.subject && place.subject->person)
            name = nameOf("SELECT full_name FROM person WHERE id = ?", place.subject->person->value());
    }
    if (name.empty()) // a code: nobody's word, but better than none
        for (std::size_t i = 0; i < m_recorded.columns.size() && i < values.size(); ++i)
            if (m_recorded.columns[i].name == "honour" && values[i])
                name = shown(*values[i]);
    if (!name.empty())
        name = " “" + name + "”";
    return year.empty() ? name : name + ", " + year;
}

Moment RowCheck::momentOf(std::int64_t op)
{
    Moment moment{std::to_string(op), {}, {}};
    m_reader.each("SELECT at, user_name FROM change_op WHERE id = ?", {op}, [&moment](const Values& row) {
        const auto* day = std::get_if<std::string>(&row[0]);
        const auto date = Date::fromIso(localMoment(day ? *day : std::string()).substr(0, 10));
        moment.day = date ? date->vn() : "?";
        moment.user = shown(row[1]);
    });
    return moment;
}

}

std::vector<std::string> rowProblems()
{
    return {kChanged, kRemoved, kInserted, kMore, kImage, kSequence};
}

void checkRowsAgainstRecord(Reader& reader, std::vector<FileProblem>& problems)
{
    for (std::size_t i = 0; i < static_cast<std::size_t>(EntityKind::Count); ++i)
        guardedPart(messageWord("entity." + std::string(domain::toCode(static_cast<EntityKind>(i)))), problems,
                    [&] { RowCheck(reader, static_cast<EntityKind>(i), problems).run(); });
}

}
