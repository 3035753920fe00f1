// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/saved_words.h"

#include "base/date_reader.h"
#include "base/name_keys.h"
#include "base/vietnamese.h"
#include "services/intake/import_table.h"

#include <algorithm>

namespace thidua::services {
namespace {

bool isFigures(const std::string& text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool isDayColumn(SheetColumn kind)
{
    return kind == SheetColumn::Birth || kind == SheetColumn::Employed || kind == SheetColumn::DecidedOn || kind == SheetColumn::RegisteredOn;
}

bool isNameColumn(SheetColumn kind)
{
    return kind == SheetColumn::FullName || kind == SheetColumn::Family || kind == SheetColumn::Given;
}

}

std::string nameOf(const ImportTable& table, std::size_t line)
{
    const auto at = [&](SheetColumn kind) {
        const auto column = table.columnOf(kind);
        return column ? table.at(line, *column) : std::string();
    };
    const auto name = at(SheetColumn::FullName);
    return name.empty() ? normalised(at(SheetColumn::Family) + " " + at(SheetColumn::Given)) : name;
}

std::map<std::size_t, std::string> savedWords(const ImportTable& table, std::size_t line, Date today)
{
    std::map<std::size_t, std::string> saved;
    const auto name = nameOf(table, line);
    const bool cased = inNameCase(name) != name;
    for (std::size_t column = 0; column < table.shape.columns.size(); ++column) {
        const auto kind = table.shape.columns[column];
        auto words = table.at(line, column);
        if (kind == SheetColumn::Unused || words.empty())
            continue;
        if (isDayColumn(kind) && isFigures(words)) {
            DateSense sense = birthSense(today);
            sense.fromSheet = true;
            if (const auto day = readDay(words, sense); day && day->day.date)
                saved.emplace(column, day->day.vn());
            continue;
        }
        if (isNameColumn(kind) && cased)
            words = inNameCase(words);
        if (table.text.old.contains({line, column}) || (isNameColumn(kind) && cased))
            saved.emplace(column, std::move(words));
    }
    return saved;
}

std::set<std::size_t> shortCodes(const ImportTable& table)
{
    const auto column = table.columnOf(SheetColumn::Code);
    std::map<std::size_t, int> lengths;
    if (column)
        for (const auto line : table.shape.people)
            if (const auto code = table.at(line, *column); isFigures(code))
                ++lengths[code.size()];
    std::set<std::size_t> lines;
    if (lengths.size() < 2)
        return lines;
    auto usual = lengths.begin();
    for (auto one = lengths.begin(); one != lengths.end(); ++one) // of two that are as common the longer
        if (one->second >= usual->second)
            usual = one;
    for (const auto line : table.shape.people)
        if (const auto code = table.at(line, *column); isFigures(code) && code.size() < usual->first)
            lines.insert(line);
    return lines;
}

}
