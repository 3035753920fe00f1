// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intake/import_columns.h"

#include "base/text_util.h"
#include "services/people/sheet_headings.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {
namespace {

constexpr std::size_t kMostForms = 60;

/// Forms are kept by words, which outlive another order of the columns in a later version of the program.
std::vector<SheetColumn> columnsIn(const std::string& text)
{
    std::vector<SheetColumn> columns;
    for (const auto& name : split(text, ','))
        columns.push_back(columnNamed(name).value_or(SheetColumn::Unused));
    return columns;
}

std::string wordsOf(const std::vector<SheetColumn>& columns)
{
    std::vector<std::string> names;
    for (const auto column : columns)
        names.emplace_back(columnName(column));
    return join(names, ",");
}

}

std::vector<SheetColumn> columnsOf(ListKind kind)
{
    using enum SheetColumn;
    switch (kind) {
    case ListKind::Staff: return {Unused, FullName, Family, Given, Gender, Female, Male, Birth, Post, Team, Employed, Code};
    case ListKind::Pupils: return {Unused, FullName, Family, Given, Gender, Female, Male, Birth, Class, Grade, Year, Code};
    case ListKind::Registrations: return {Unused, FullName, Family, Given, Honour, Tick, InitiativeTitle, InitiativeField, RegisteredOn, Reason, Year, Birth, Team, Post, Code};
    case ListKind::Evaluations: return {Unused, FullName, Family, Given, Evaluation, Tick, Year, Months, Source, Birth, Team, Post, Code};
    case ListKind::Form:
        return {Unused, Count, Salutation, FullName, Family, Given, Gender, Female, Male, Birth, Post, Team, Class, SchoolName, PostSchool, Code, Employed, SubjectKind, Honour, Title, Reward, Tick, HonourGround, Year,
                DecisionNumber, DecidedOn, Issuer, RegisteredOn, InitiativeTitle, InitiativeDecision, Evaluation, Months, Votes, VoteShare, Achievement, PastHonours,
                Bonus, FemaleBirth, MaleBirth, Fixed};
    case ListKind::Honours: break;
    }
    return {Unused, FullName, Family, Given, Honour, Tick, Year, DecisionNumber, DecidedOn, Issuer, Birth, Team, Class, Post, Code};
}

bool mayRepeat(SheetColumn kind)
{
    return kind == SheetColumn::Unused || kind == SheetColumn::Honour || kind == SheetColumn::Tick;
}

std::string columnLabel(SheetColumn kind)
{
    return text::label("import-column", columnName(kind));
}

ImportForms::ImportForms(const std::string& text)
{
    for (const auto& line : split(text, '\n')) {
        const auto parts = split(line, '\t');
        const auto kind = parts.size() == 3 ? listNamed(parts[0]) : std::nullopt;
        if (kind && m_forms.size() < kMostForms)
            m_forms.push_back({*kind, parts[1], columnsIn(parts[2])});
    }
}

std::string ImportForms::text() const
{
    std::string all;
    for (const auto& form : m_forms)
        all += std::string(listName(form.kind)) + "\t" + form.headings + "\t" + wordsOf(form.columns) + "\n";
    return all;
}

void ImportForms::remember(ListKind kind, const std::string& form, const std::vector<SheetColumn>& columns)
{
    if (form.empty())
        return;
    std::erase_if(m_forms, [&](const Form& known) { return known.kind == kind && known.headings == form; });
    m_forms.insert(m_forms.begin(), {kind, form, columns});
    if (m_forms.size() > kMostForms)
        m_forms.resize(kMostForms);
}

std::vector<SheetColumn> ImportForms::columnsOf(ListKind kind, const std::string& form) const
{
    const auto found = std::ranges::find_if(m_forms, [&](const Form& known) { return known.kind == kind && known.headings == form; });
    return form.empty() || found == m_forms.end() ? std::vector<SheetColumn>{} : found->columns;
}

}
