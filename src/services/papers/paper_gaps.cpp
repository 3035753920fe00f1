// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers/paper_gaps.h"

#include "documents/builders/paper.h"
#include "documents/compose.h"
#include "documents/document.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace thidua::services {
namespace {

struct SchoolField {
    std::string_view gap, field;
};
/// What every paper takes from the school's own data.
constexpr std::array kSchoolFields{
    SchoolField{"issuer.superior", "superiorAgency"}, SchoolField{"issuer.agency", "name"}, SchoolField{"issuer.name", "name"},
    SchoolField{"paper.issuer.name", "name"}, SchoolField{"issuer.place", "placeName"}, SchoolField{"number.symbol", "documentSymbol"},
    SchoolField{"conferring-head", "conferringHead"}, SchoolField{"conferring-agency", "conferringAgency"}, SchoolField{"signer.office", "head"},
    SchoolField{"signer.name", "head"}, SchoolField{"authority", "name"}};

constexpr std::array<std::string_view, 2> kOpenPlaces{documents::kMissing, "[...]"};

bool anyOpen(const std::vector<std::string>& texts)
{
    return std::ranges::any_of(texts, [](const auto& text) { return isOpenPlace(text); });
}

bool isOpen(const documents::Table& table)
{
    for (const auto& row : table.rows)
        for (const auto& cell : row.cells)
            if (isOpenPlace(documents::cellText(cell.value)))
                return true;
    return false;
}

/// The field whose words stand in the block, when they leave a place open.
std::string_view openField(const documents::Block& block)
{
    const auto when = [](bool open, std::string_view field) { return open ? field : std::string_view(); };
    return std::visit(documents::Overload{[&](const documents::TitleBlock& title) { return when(anyOpen(title.subject), "subject"); },
                                          [&](const documents::Addressees& to) { return when(anyOpen(to.names), "addressees"); },
                                          [&](const documents::Basis& basis) { return when(anyOpen(basis.lines), "basis"); },
                                          [&](const documents::Paragraph& text) { return when(isOpenPlace(documents::plainText(text.runs)), "text"); },
                                          [&](const documents::Article& article) { return when(isOpenPlace(documents::plainText(article.text)), "articles"); },
                                          [&](const documents::Signature& foot) { return when(anyOpen(foot.recipients), "recipients"); },
                                          [&](const documents::Table& table) { return when(isOpen(table), "text"); },
                                          [](const auto&) { return std::string_view(); }},
                      block);
}

PaperGap gapOf(const std::string& field, const std::string& label)
{
    const auto found = std::ranges::find(kSchoolFields, field, &SchoolField::gap);
    return found == kSchoolFields.end() ? PaperGap{field, label, false} : PaperGap{std::string(found->field), label, true};
}

}

bool isOpenPlace(std::string_view text)
{
    return std::ranges::any_of(kOpenPlaces, [text](auto mark) { return text.find(mark) != std::string_view::npos; });
}

std::vector<PaperGap> gapsIn(const documents::Document& document)
{
    std::vector<PaperGap> gaps;
    const auto add = [&gaps](PaperGap gap) {
        if (std::ranges::find(gaps, gap) == gaps.end())
            gaps.push_back(std::move(gap));
    };
    for (const auto& gap : document.gaps)
        add(gapOf(gap.field, gap.label));
    if (!gaps.empty())
        return gaps;
    const auto& words = documents::shippedTemplate("common");
    for (const auto& part : document.parts)
        for (const auto& block : part.blocks)
            if (const std::string field(openField(block)); !field.empty())
                add({field, words.text("open-place", {{"title", words.label(field)}}), false});
    return gaps;
}

Result<void> checkWhole(const documents::Document& document)
{
    std::vector<FieldIssue> issues;
    for (const auto& gap : gapsIn(document))
        issues.push_back({gap.field, gap.inSchool ? "paper.gap-school" : "paper.gap", {gap.label}});
    if (!issues.empty())
        return fail(std::move(issues));
    return {};
}

}
