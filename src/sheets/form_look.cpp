// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/form_package.h"
#include "sheets/package.h"
#include "sheets/references.h"

#include "base/text_util.h"
#include "base/vietnamese.h"

#include <algorithm>

namespace thidua::sheets {
namespace {

constexpr std::uint32_t kMostOptions = 500; ///< of one cell: no list that anybody scrolls through is longer

FormRange rangeOf(const Reference& reference)
{
    const auto& last = reference.last ? *reference.last : reference.first;
    const auto row = [](const Corner& corner, std::uint32_t missing) { return corner.row ? corner.row->at : missing; };
    const auto column = [](const Corner& corner, std::uint32_t missing) { return corner.column ? corner.column->at : missing; };
    return {row(reference.first, 1), row(last, 1'048'576), column(reference.first, 0), column(last, 16'383)};
}

std::vector<FormRange> rangesOf(std::string_view text)
{
    std::vector<FormRange> ranges;
    for (const auto& word : split(text, ' '))
        if (const auto reference = referenceOf(word))
            ranges.push_back(rangeOf(*reference));
    return ranges;
}

/// Where a list of options stands, when it is cells of one sheet.
struct OptionsPlace {
    std::string sheet; ///< empty: the form's own
    FormRange cells;
};

std::optional<OptionsPlace> placeOfOptions(std::string_view formula)
{
    std::optional<OptionsPlace> place;
    int references = 0;
    const auto whole = withReferences(formula, [&place](const std::optional<std::string>& sheet) {
        place.emplace().sheet = sheet.value_or(std::string());
        return true;
    }, [&](Reference& reference) {
        ++references;
        place->cells = rangeOf(reference);
    });
    // What computes its cells (INDIRECT, OFFSET) tells nothing beforehand.
    return references == 1 && formula.find('(') == std::string_view::npos ? place : std::nullopt;
}

class ChoiceReader {
public:
    ChoiceReader(std::string_view bytes, const std::string& name, FormSheet& form, const EditedPackage& package) : m_bytes(bytes), m_name(name), m_form(form)
    {
        const auto workbook = package.read("xl/workbook.xml");
        pugi::xml_document xml;
        if (xml.load_buffer(workbook.data(), workbook.size()))
            for (const auto& one : childrenOf(childOf(xml.document_element(), "definedNames"), "definedName"))
                m_names.emplace(lower(one.attribute("name").value()), one.child_value());
    }

    void read(const pugi::xml_node& validation)
    {
        if (std::string_view(validation.attribute("type").value()) != "list")
            return;
        const auto formula = childOf(validation, "formula1"), inner = childOf(formula, "f");
        std::string said = inner ? inner.child_value() : formula.child_value();
        if (said.starts_with('='))
            said.erase(0, 1);
        const auto own = childOf(validation, "sqref");
        FormChoices choices;
        choices.cells = rangesOf(own ? own.child_value() : validation.attribute("sqref").value());
        if (said.size() > 1 && said.front() == '"' && said.back() == '"') {
            for (const auto& option : split(std::string_view(said).substr(1, said.size() - 2), ','))
                add(choices, normalised(option), {});
        } else {
            const auto named = m_names.find(lower(said));
            if (const auto place = placeOfOptions(named == m_names.end() ? said : named->second))
                fromCells(choices, *place);
        }
        if (!choices.cells.empty())
            m_form.choices.push_back(std::move(choices));
    }

private:
    static void add(FormChoices& choices, std::string option, std::string beside)
    {
        if (option.empty() || choices.options.size() >= kMostOptions)
            return;
        choices.options.push_back(std::move(option));
        choices.beside.push_back(std::move(beside));
    }

    void fromCells(FormChoices& choices, const OptionsPlace& place)
    {
        const auto* sheet = place.sheet.empty() || isNamed(place.sheet, m_form.sheet.name) ? &m_form.sheet : sheetNamed(place.sheet);
        if (sheet == nullptr)
            return;
        for (const auto& row : sheet->rows)
            for (const auto& cell : row.cells) {
                if (!place.cells.holds(row.number, cell.column))
                    continue;
                std::string beside;
                for (const auto& other : row.cells)
                    if (&other != &cell)
                        beside += (beside.empty() ? "" : " | ") + other.text;
                add(choices, normalised(cell.text), beside);
            }
    }

    const Sheet* sheetNamed(const std::string& sheet)
    {
        const auto found = m_others.find(sheet);
        if (found != m_others.end())
            return found->second.sheets.empty() ? nullptr : &found->second.sheets.front();
        auto read = readBook(m_bytes, m_name, sheet);
        const auto& kept = m_others.emplace(sheet, read ? std::move(*read) : Book{}).first->second;
        return kept.sheets.empty() ? nullptr : &kept.sheets.front();
    }

    std::string_view m_bytes;
    const std::string& m_name;
    FormSheet& m_form;
    std::map<std::string, std::string> m_names;
    std::map<std::string, Book> m_others;
};

void readCells(const pugi::xml_node& data, FormSheet& form)
{
    std::uint32_t number = 0;
    for (const auto& row : childrenOf(data, "row")) {
        number = row.attribute("r").as_uint(number + 1);
        std::uint32_t column = 0;
        for (const auto& cell : childrenOf(row, "c")) {
            if (const auto place = placeOf(cell.attribute("r").value()); place.row != 0)
                column = place.column;
            form.looks[number][column] = cell.attribute("s").as_uint(0);
            if (childOf(cell, "f"))
                form.formulas.insert({number, column});
            ++column;
        }
    }
}

void readColumns(const pugi::xml_node& columns, FormSheet& form)
{
    constexpr unsigned kMost = 1'000;
    for (const auto& one : childrenOf(columns, "col"))
        if (one.attribute("hidden").as_bool())
            for (auto at = one.attribute("min").as_uint(1); at <= std::min(one.attribute("max").as_uint(0), kMost); ++at)
                form.hiddenColumns.insert(at - 1);
}

bool isForm(std::string_view bytes, const std::string& name)
{
    if (lower(name).ends_with(".xlsm") || !bytes.starts_with("PK"))
        return false;
    const EditedPackage package(bytes);
    return package.has("xl/workbook.xml") && !package.has("xl/vbaProject.bin");
}

}

const FormChoices* FormSheet::choicesAt(std::uint32_t row, std::uint32_t column) const
{
    const auto found = std::ranges::find_if(choices, [&](const FormChoices& one) { return std::ranges::any_of(one.cells, [&](const auto& cells) { return cells.holds(row, column); }); });
    return found == choices.end() ? nullptr : &*found;
}

Result<FormSheet> readForm(std::string_view bytes, const std::string& name, const std::string& sheet)
{
    TD_TRY(auto book, readBook(bytes, name, sheet));
    return refusing<FormSheet>(name, [&]() -> Result<FormSheet> {
        if (!isForm(bytes, name))
            throw Refused{"form.only-xlsx"};
        FormSheet form{std::move(book.sheets.front())};
        EditedPackage package(bytes);
        const EditedPart part(package, mapOf(package).named(form.sheet.name).part);
        const auto root = part.root();
        const auto protection = childOf(root, "sheetProtection");
        form.locked = protection && protection.attribute("sheet").as_bool();
        readCells(childOf(root, "sheetData"), form);
        readColumns(childOf(root, "cols"), form);
        for (const auto& merged : childrenOf(childOf(root, "mergeCells"), "mergeCell"))
            if (const auto reference = referenceOf(merged.attribute("ref").value()))
                form.merged.push_back(rangeOf(*reference));
        ChoiceReader choices(bytes, name, form, package);
        for (const auto& validation : allBelow(root, "dataValidation")) // within and beside extLst
            choices.read(validation);
        return form;
    });
}

}
