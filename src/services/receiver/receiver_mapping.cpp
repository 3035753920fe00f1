// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/receiver/receiver_mapping.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "services/people/sheet_headings.h"
#include "sheets/references.h"

#include <algorithm>
#include <array>

namespace thidua::services {
namespace {

constexpr std::size_t kMostReceiverForms = 40;
constexpr std::size_t kMostReceiverColumns = 1'000;
constexpr std::array<std::string_view, 3> kReceiverLists{"registrations", "nominations", "awards"};
constexpr std::array<std::string_view, 4> kReceiverSubjects{"all", "people", "collectives", "pupils"};
constexpr std::string_view kIs = " = ";
constexpr std::string_view kYes = "yes", kNo = "no";

template <class Enum, std::size_t count>
std::optional<Enum> receiverCode(const std::array<std::string_view, count>& codes, std::string_view code)
{
    const auto found = std::ranges::find(codes, code);
    return found == codes.end() ? std::nullopt : std::optional(static_cast<Enum>(found - codes.begin()));
}

std::string lineOf(const std::string& key, const std::string& value)
{
    return key + std::string(kIs) + normalised(value) + "\n";
}

std::string columnWord(std::size_t column)
{
    return sheets::columnLetters(static_cast<std::uint32_t>(column));
}

std::optional<std::size_t> columnAt(const std::string& text)
{
    const auto place = sheets::placeOf(text + "1");
    return place.row == 1 && place.column < kMostReceiverColumns ? std::optional<std::size_t>(place.column) : std::nullopt;
}

/// One line of a mapping; false for what is none.
bool take(ReceiverMapping& mapping, const std::string& line)
{
    const auto is = line.find(kIs);
    const auto value = is == std::string::npos ? std::string() : normalised(line.substr(is + kIs.size()));
    const auto key = split(normalised(line.substr(0, is == std::string::npos ? line.rfind(" =") : is)), ' ');
    if (key.empty() || line.find(" =") == std::string::npos)
        return false;
    if (key.front() == "columns" && key.size() == 1) {
        for (const auto& name : split(value, ',')) {
            const auto column = columnNamed(normalised(name));
            if (!column || mapping.columns.size() >= kMostReceiverColumns)
                return false;
            mapping.columns.push_back(*column);
        }
        return true;
    }
    if (key.front() == "subjects" && key.size() == 1) {
        const auto subjects = receiverSubjectsNamed(value);
        mapping.subjects = subjects.value_or(ReceiverSubjects::All);
        return subjects.has_value();
    }
    if (key.front() == "each-honour" && key.size() == 1) {
        mapping.eachHonour = value == kYes;
        return value == kYes || value == kNo;
    }
    if (key.front() == "left-out" && key.size() == 1)
        return mapping.leftOut.insert(value).second;
    const auto column = key.size() > 1 ? columnAt(key[1]) : std::nullopt;
    if (column && key.front() == "fixed" && key.size() == 2) {
        mapping.fixed[*column] = value;
        return true;
    }
    // A school's own honour may have spaces in its code.
    if (column && key.front() == "word" && key.size() > 2) {
        mapping.words[*column][join({key.begin() + 2, key.end()}, " ")] = value;
        return true;
    }
    return false;
}

}

std::string_view receiverListCode(ReceiverList list)
{
    return kReceiverLists[static_cast<std::size_t>(list)];
}

std::optional<ReceiverList> receiverListNamed(std::string_view code)
{
    return receiverCode<ReceiverList>(kReceiverLists, code);
}

std::string_view receiverSubjectsCode(ReceiverSubjects subjects)
{
    return kReceiverSubjects[static_cast<std::size_t>(subjects)];
}

std::optional<ReceiverSubjects> receiverSubjectsNamed(std::string_view code)
{
    return receiverCode<ReceiverSubjects>(kReceiverSubjects, code);
}

std::string receiverMappingText(const ReceiverMapping& mapping)
{
    std::vector<std::string> columns;
    for (const auto column : mapping.columns)
        columns.emplace_back(columnName(column));
    auto text = lineOf("columns", join(columns, ", ")) + lineOf("subjects", std::string(receiverSubjectsCode(mapping.subjects)))
              + lineOf("each-honour", std::string(mapping.eachHonour ? kYes : kNo));
    for (const auto& honour : mapping.leftOut)
        text += lineOf("left-out", honour);
    for (const auto& [column, fixed] : mapping.fixed)
        text += lineOf("fixed " + columnWord(column), fixed);
    for (const auto& [column, own] : mapping.words)
        for (const auto& [value, word] : own)
            text += lineOf("word " + columnWord(column) + " " + value, word);
    return text;
}

Result<ReceiverMapping> receiverMappingFrom(std::string_view text, const std::string& name)
{
    ReceiverMapping mapping;
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    for (auto line : split(text, '\n')) {
        if (line.ends_with('\r'))
            line.pop_back();
        if (!normalised(line).empty() && line.front() != '#' && !take(mapping, line))
            return fail(ErrorCode::InputFormat, "receiver.no-mapping", {name, normalised(line).substr(0, 60)});
    }
    if (mapping.columns.empty())
        return fail(ErrorCode::InputFormat, "receiver.no-mapping", {name, "columns"});
    return mapping;
}

bool mayRepeatInForm(SheetColumn kind)
{
    return kind == SheetColumn::Unused || kind == SheetColumn::Fixed || kind == SheetColumn::Tick || hasWords(kind);
}

bool hasWords(SheetColumn kind)
{
    using enum SheetColumn;
    switch (kind) {
    case Gender: case Honour: case Title: case Reward: case HonourGround: case SubjectKind: case Evaluation: return true;
    default: return false;
    }
}

ReceiverForms::ReceiverForms(std::string_view text)
{
    const std::string form = "form" + std::string(kIs);
    bool good = false;
    for (const auto& line : split(text, '\n')) {
        if (line.starts_with(form)) {
            good = m_forms.size() < kMostReceiverForms;
            if (good)
                m_forms.emplace_back(line.substr(form.size()), ReceiverMapping{});
        } else if (good && !line.empty() && !take(m_forms.back().second, line)) {
            m_forms.pop_back(); // a habit that cannot be read is none
            good = false;
        }
    }
}

std::string ReceiverForms::text() const
{
    std::string all;
    for (const auto& [form, mapping] : m_forms)
        all += lineOf("form", form) + receiverMappingText(mapping);
    return all;
}

void ReceiverForms::remember(const std::string& form, const ReceiverMapping& mapping)
{
    if (form.empty())
        return;
    forget(form);
    m_forms.insert(m_forms.begin(), {form, mapping});
    if (m_forms.size() > kMostReceiverForms)
        m_forms.resize(kMostReceiverForms);
}

bool ReceiverForms::forget(const std::string& form)
{
    return std::erase_if(m_forms, [&form](const auto& one) { return one.first == form; }) > 0;
}

std::optional<ReceiverMapping> ReceiverForms::of(const std::string& form) const
{
    const auto found = std::ranges::find(m_forms, form, [](const auto& one) { return one.first; });
    return form.empty() || found == m_forms.end() ? std::nullopt : std::optional(found->second);
}

}
