// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/activity_block.h"

#include "base/date_reader.h"
#include "base/name_keys.h"
#include "domain/collective.h"
#include "services/core/internal.h"
#include "services/follow/activity_check.h"
#include "services/follow/activity_service.h"
#include "services/people/sheet_headings.h"
#include "services/people/sheet_text.h"
#include "services/people/sheet_values.h"
#include "storage/repo/activity_repo.h"
#include "text/messages.h"

#include <algorithm>
#include <charconv>

namespace thidua::services {

using namespace domain;

namespace {

constexpr std::size_t kMostLines = 2000;
constexpr std::size_t kTitleLines = 8;

enum class BlockColumn { Unknown, Name, Kind, Count, Day, Result, What, Team, Counted };

struct SaidColumn {
    BlockColumn is = BlockColumn::Unknown;
    ActivityKindId kind{0};            ///< Counted: counts of this kind stand below
};

class BlockReader {
public:
    BlockReader(Reader& reader, const std::vector<std::vector<std::string>>& lines, const BlockDefaults& defaults, Date today)
        : m_lines(tidySheet(lines, true).lines), m_defaults(defaults), m_today(today), m_check(reader, defaults.year, today)
    {
        for (auto& kind : repo::activityKinds(reader))
            m_kinds.push_back(std::move(kind));
        const PeopleLookup people(reader, defaults.year);
        for (const auto& view : people.staff(today))
            add(view);
        for (const auto& view : people.left(today)) // who has left may have done it before
            add(view);
        for (const auto& view : people.collectives())
            add(view);
        for (const auto& row : repo::collectives(reader))
            if (row.data.active && !row.data.shortName.empty())
                m_units.emplace(unitKey(row.data.shortName), SubjectRef::of(row.id));
    }

    ActivityBlock read()
    {
        ActivityBlock block;
        const auto first = headingLine();
        findColumns(first);
        for (std::size_t line = first ? *first + 1 : 0; line < m_lines.size(); ++line)
            readLine(line, block);
        return block;
    }

private:
    void add(const SubjectView& view)
    {
        const auto same = [&view](const SubjectView& one) { return one.subject == view.subject; };
        auto& there = m_names[nameKey(view.name)];
        if (std::ranges::none_of(there, same))
            there.push_back(view);
        if (view.subject.collective)
            m_units.emplace(unitKey(view.name), view.subject);
    }

    const Stored<ActivityKind>* kindNamed(const std::string& text) const
    {
        const auto found = std::ranges::find_if(m_kinds, [&text](const auto& kind) { return !text.empty() && unitKey(kind.data.name) == unitKey(text); });
        return found == m_kinds.end() ? nullptr : &*found;
    }

    SaidColumn columnOf(const std::string& heading) const
    {
        if (const auto* kind = kindNamed(heading))
            return {BlockColumn::Counted, kind->id};
        const auto words = fold(heading);
        for (const auto& line : importWords("activity-headings"))
            if (std::ranges::any_of(line.words, [&words](const auto& word) { return fitsWord(words, word); }))
                for (const auto& [name, is] : {std::pair("name", BlockColumn::Name), std::pair("kind", BlockColumn::Kind), std::pair("count", BlockColumn::Count),
                                               std::pair("day", BlockColumn::Day), std::pair("result", BlockColumn::Result), std::pair("what", BlockColumn::What),
                                               std::pair("team", BlockColumn::Team)})
                    if (line.key == name)
                        return {is};
        return {};
    }

    /// The row that names a column of names and at least one more.
    std::optional<std::size_t> headingLine() const
    {
        for (std::size_t line = 0; line < std::min(m_lines.size(), kTitleLines); ++line) {
            bool name = false;
            int others = 0;
            for (const auto& cell : m_lines[line]) {
                const auto column = columnOf(cell);
                name = name || column.is == BlockColumn::Name;
                others += column.is != BlockColumn::Unknown && column.is != BlockColumn::Name ? 1 : 0;
            }
            if (name || others > 1)
                return line;
        }
        return std::nullopt;
    }

    void findColumns(std::optional<std::size_t> heading)
    {
        std::size_t width = 0;
        for (const auto& line : m_lines)
            width = std::max(width, line.size());
        m_columns.assign(width, {});
        if (heading)
            for (std::size_t at = 0; at < m_lines[*heading].size(); ++at)
                m_columns[at] = columnOf(m_lines[*heading][at]);
        const auto none = [this](BlockColumn is) { return std::ranges::none_of(m_columns, [is](const auto& column) { return column.is == is; }); };
        if (none(BlockColumn::Name))
            nameBy([this](const std::string& cell) { return m_names.contains(nameKey(cell)) || m_units.contains(unitKey(cell)); }, BlockColumn::Name);
        if (heading)
            return;
        nameBy([this](const std::string& cell) { return kindNamed(cell) != nullptr; }, BlockColumn::Kind);
        nameBy([](const std::string& cell) { return countOf(cell).has_value(); }, BlockColumn::Count);
        nameBy([this](const std::string& cell) { return dayOf(cell).has_value(); }, BlockColumn::Day);
    }

    /// The column without a meaning in which most cells fit becomes `is`.
    template <class Test>
    void nameBy(Test fits, BlockColumn is)
    {
        std::size_t best = 0;
        std::ptrdiff_t most = 0;
        for (std::size_t at = 0; at < m_columns.size(); ++at) {
            if (m_columns[at].is != BlockColumn::Unknown)
                continue;
            const auto count = std::ranges::count_if(m_lines, [&](const auto& line) { return at < line.size() && fits(line[at]); });
            // A running number is no count: the last column that fits is taken.
            if (count > 0 && count >= most) {
                most = count;
                best = at;
            }
        }
        if (most > 0)
            m_columns[best].is = is;
    }

    static std::optional<int> countOf(const std::string& cell)
    {
        int number = 0;
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
        return error == std::errc() && end == cell.data() + cell.size() ? std::optional(number) : std::nullopt;
    }

    std::optional<Date> dayOf(const std::string& cell) const
    {
        const auto read = readDay(cell, {std::nullopt, m_today, true});
        return read ? read->day.date : std::nullopt;
    }

    std::string at(std::size_t line, BlockColumn is) const
    {
        for (std::size_t column = 0; column < m_columns.size(); ++column)
            if (m_columns[column].is == is)
                return cellAt(m_lines[line], column);
        return {};
    }

    void readLine(std::size_t line, ActivityBlock& block)
    {
        const auto name = at(line, BlockColumn::Name);
        const bool counted = std::ranges::any_of(m_columns, [](const auto& column) { return column.is == BlockColumn::Counted; });
        if (name.empty() || isSum(name) || isSignature(name)) {
            block.passedOver += std::ranges::any_of(m_lines[line], [](const auto& cell) { return !cell.empty(); }) ? 1 : 0;
            return;
        }
        if (!counted || !at(line, BlockColumn::Kind).empty())
            return readList(line, name, block);
        bool any = false;
        for (std::size_t column = 0; column < m_columns.size(); ++column)
            if (const auto cell = cellAt(m_lines[line], column); m_columns[column].is == BlockColumn::Counted && !saysNone(cell)) {
                any = true;
                BlockEntry entry = started(line, name);
                entry.activity.kind = m_columns[column].kind;
                finish(std::move(entry), cell, block);
            }
        block.passedOver += any ? 0 : 1;
    }

    void readList(std::size_t line, const std::string& name, ActivityBlock& block)
    {
        BlockEntry entry = started(line, name);
        entry.kindName = at(line, BlockColumn::Kind);
        if (const auto* kind = kindNamed(entry.kindName))
            entry.activity.kind = kind->id;
        else if (!entry.kindName.empty())
            entry.issue = FieldIssue{"kind", "activity.kind-unknown", {entry.kindName}};
        else if (m_defaults.kind)
            entry.activity.kind = *m_defaults.kind;
        entry.activity.result = at(line, BlockColumn::Result);
        entry.activity.what = at(line, BlockColumn::What);
        const auto cell = at(line, BlockColumn::Count);
        finish(std::move(entry), cell.empty() ? std::string("1") : cell, block);
    }

    BlockEntry started(std::size_t line, const std::string& name) const
    {
        BlockEntry entry;
        entry.line = line;
        entry.name = name;
        entry.activity.year = m_defaults.year;
        entry.activity.campaign = m_defaults.campaign;
        if (m_defaults.confirmed)
            entry.activity.confirmedOn = m_today;
        return entry;
    }

    void finish(BlockEntry entry, const std::string& count, ActivityBlock& block)
    {
        const auto kind = std::ranges::find_if(m_kinds, [&entry](const auto& one) { return one.id == entry.activity.kind; });
        if (kind != m_kinds.end())
            entry.kindName = kind->data.name;
        const auto wrong = [&entry](FieldIssue issue) {
            if (!entry.issue)
                entry.issue = std::move(issue);
        };
        if (const auto number = countOf(count))
            entry.activity.count = *number;
        else if (!isTick(count))
            wrong({"count", "activity.count-unread", {count}});
        const auto day = at(entry.line, BlockColumn::Day);
        if (day.empty() && m_defaults.on)
            entry.activity.on = *m_defaults.on;
        else if (const auto read = dayOf(day))
            entry.activity.on = *read;
        else
            wrong({"on", day.empty() ? "activity.day-missing" : "activity.day-unread", {day}});
        if (auto problem = findSubject(entry))
            wrong(std::move(*problem));
        entry.activity = m_check.tidied(entry.activity);
        if (!entry.issue)
            if (auto issues = m_check.issues(entry.activity); !issues.empty())
                entry.issue = issues.front();
        if (!entry.issue)
            m_check.take(entry.activity);
        block.entries.push_back(std::move(entry));
    }

    /// Who is meant; the sentence when nobody, or more than one, is.
    std::optional<FieldIssue> findSubject(BlockEntry& entry) const
    {
        const auto found = m_names.find(nameKey(entry.name));
        if (found == m_names.end()) {
            const auto unit = m_units.find(unitKey(entry.name));
            if (unit == m_units.end())
                return FieldIssue{"subjects", "activity.name-unknown", {entry.name}};
            entry.activity.subject = unit->second;
            return std::nullopt;
        }
        auto views = found->second;
        if (const auto team = at(entry.line, BlockColumn::Team); views.size() > 1 && !team.empty())
            std::erase_if(views, [&team](const auto& view) { return unitKey(view.unit) != unitKey(team); });
        if (views.size() != 1)
            return FieldIssue{"subjects", "activity.name-of-several", {entry.name, std::to_string(found->second.size())}};
        entry.activity.subject = views.front().subject;
        return std::nullopt;
    }

    std::vector<std::vector<std::string>> m_lines;
    BlockDefaults m_defaults;
    Date m_today;
    ActivityCheck m_check;
    std::vector<Stored<ActivityKind>> m_kinds;
    std::map<std::string, std::vector<SubjectView>> m_names;
    std::map<std::string, SubjectRef> m_units;
    std::vector<SaidColumn> m_columns;
};

}

int ActivityBlock::wrong() const
{
    return static_cast<int>(std::ranges::count_if(entries, [](const auto& entry) { return entry.issue.has_value(); }));
}

Result<ActivityBlock> readActivityBlock(SchoolFile& file, const std::vector<std::vector<std::string>>& lines, const BlockDefaults& defaults)
{
    if (lines.size() > kMostLines)
        return fail(ErrorCode::InputFormat, "activity.block-long", {std::to_string(kMostLines)});
    return readFrom(file, [&](Reader& reader) -> Result<ActivityBlock> { return BlockReader(reader, lines, defaults, file.clock().today()).read(); });
}

}
