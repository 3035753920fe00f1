// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/paper.h"

#include "base/vietnamese.h"
#include "documents/compose.h"

#include <algorithm>

namespace thidua::documents {
namespace {

std::vector<std::string> capitals(std::vector<std::string> lines)
{
    for (auto& line : lines)
        line = upper(line);
    return lines;
}

}

Composer::Composer(const Template& words, std::string title, const IssuerView& issuer) : m_words(words)
{
    m_document.title = std::move(title);
    m_document.author = issuer.name;
    m_document.parts.emplace_back();
}

std::string Composer::need(const std::string& value, const std::string& field)
{
    if (!value.empty())
        return value;
    return missing(field, m_words.label(field));
}

std::string Composer::missing(const std::string& field, const std::string& label)
{
    Gap gap{field, label};
    if (std::find(m_document.gaps.begin(), m_document.gaps.end(), gap) == m_document.gaps.end())
        m_document.gaps.push_back(std::move(gap));
    return kMissing;
}

std::vector<std::string> Composer::need(const std::vector<std::string>& values, const std::string& field)
{
    std::vector<std::string> filled;
    for (const auto& value : values)
        if (!value.empty())
            filled.push_back(value);
    if (filled.empty())
        filled.push_back(need(std::string(), field));
    return filled;
}

OfficialHead Composer::head(const IssuerView& issuer)
{
    OfficialHead head;
    head.superior = capitals({need(issuer.superior, "issuer.superior")});
    head.agency = capitals(need(issuer.agency, "issuer.agency"));
    return head;
}

OfficialHead Composer::numberedHead(const PaperView& paper)
{
    auto block = head(paper.issuer);
    block.number = numberRuns(paper.number.number, need(paper.number.symbol, "number.symbol"));
    const auto place = need(paper.issuer.place, "issuer.place");
    block.placeDate = placeDateRuns(place, paper.date, paper.number.number.empty() ? DayPlace::Open : DayPlace::Printed);
    return block;
}

Runs Composer::dateLine(const IssuerView& issuer, const std::optional<Date>& date)
{
    return placeDateRuns(need(issuer.place, "issuer.place"), date, DayPlace::Printed);
}

Signer Composer::signer(const SignerView& view, const std::string& field)
{
    // Who prepares a list writes the name at the place left for it; an office that signs must be known.
    return {capitals(need(view.office, field + ".office")), field == "compiler" ? view.name : need(view.name, field + ".name"), {}};
}

std::vector<std::string> Composer::recipientLines(const std::vector<std::string>& given)
{
    std::vector<std::string> lines;
    for (const auto& line : given)
        if (!line.empty())
            lines.push_back(line);
    if (lines.empty())
        need(std::string(), "recipients");
    const auto filed = m_words.text("filed"), mark = filed.substr(0, filed.find(':'));
    const bool kept = std::ranges::any_of(lines, [&mark](const auto& line) { return line.find(mark) != std::string::npos; });
    if (!kept)
        lines.push_back(filed);
    return recipients(std::move(lines));
}

Signature Composer::signature(const PaperView& paper)
{
    Signature block;
    block.signers = {signer(paper.signer, "signer")};
    block.recipients = recipientLines(paper.recipients);
    return block;
}

std::string Composer::reference(const ReferenceView& view)
{
    const auto symbol = need(view.number.symbol, "reference.symbol");
    const auto kind = need(view.kind, "reference.kind");
    // A paper that is not issued yet has neither; both are written in by hand.
    if (view.number.number.empty() && !view.date)
        return word("reference-open", {{"reference.kind", kind}, {"reference.symbol", symbol}, {"room", std::string(kPenRoom)}});
    const auto number = numberText(view.number.number, symbol);
    const auto date = view.date ? view.date->words() : word("reference-no-day", {{"reference.date", need(std::string(), "reference.date")}});
    return word("reference", {{"reference.kind", kind}, {"reference.number", number}, {"reference.date", date}});
}

void Composer::paragraph(std::string text, Level level)
{
    const bool bold = level == Level::Section || level == Level::Heading || level == Level::Centred;
    add(Paragraph{{{std::move(text), bold}}, level});
}

void Composer::labelled(const std::string& label, const std::string& text)
{
    add(Paragraph{{{label, true}, {" " + text}}});
}

std::vector<std::string> Composer::attachedTo(const std::string& reference, const std::string& issuedBy) const
{
    if (issuedBy.empty())
        return m_words.lines("attached", {{"reference", reference}});
    return m_words.lines("attached-by", {{"reference", reference}, {"reference.by", issuedBy}});
}

void Composer::newPart(PageSetup page)
{
    if (m_document.parts.back().blocks.empty())
        m_document.parts.back().page = page;
    else
        m_document.parts.push_back({page, {}});
}

Cell headCell(std::string text, int columns, int rows)
{
    return {std::move(text), columns, rows, true, Align::Centre};
}

Decimal voteShare(int yes, int members)
{
    return {members > 0 ? (20000LL * yes + members) / (2LL * members) : 0};
}

Row headerRow(std::vector<std::string> titles)
{
    Row row;
    for (auto& title : titles)
        row.cells.push_back(headCell(std::move(title), 1, 1));
    return row;
}

Row groupRow(std::string title, int columns)
{
    return {{{std::move(title), columns, 1, true, Align::Left}}, RowKind::Group};
}

Row totalRow(std::string text, int columns)
{
    return {{{std::move(text), columns, 1, true, Align::Left}}, RowKind::Total};
}

}
