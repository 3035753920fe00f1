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

Composer::Composer(std::string title, const IssuerView& issuer)
{
    m_document.title = std::move(title);
    m_document.author = issuer.name;
    m_document.parts.emplace_back();
}

std::string Composer::need(const std::string& value, std::string field, std::string label)
{
    if (!value.empty())
        return value;
    Gap gap{std::move(field), std::move(label)};
    if (std::find(m_document.gaps.begin(), m_document.gaps.end(), gap) == m_document.gaps.end())
        m_document.gaps.push_back(std::move(gap));
    return kMissing;
}

std::vector<std::string> Composer::need(const std::vector<std::string>& values, std::string field, std::string label)
{
    std::vector<std::string> filled;
    for (const auto& value : values)
        if (!value.empty())
            filled.push_back(value);
    if (filled.empty())
        filled.push_back(need(std::string(), std::move(field), std::move(label)));
    return filled;
}

OfficialHead Composer::head(const IssuerView& issuer)
{
    OfficialHead head;
    head.superior = capitals({need(issuer.superior, "issuer.superior", "Cơ quan chủ quản")});
    head.agency = capitals(need(issuer.agency, "issuer.agency", "Tên cơ quan ban hành"));
    return head;
}

OfficialHead Composer::numberedHead(const PaperView& paper)
{
    auto block = head(paper.issuer);
    block.number = numberRuns(paper.number.number, need(paper.number.symbol, "number.symbol", "Ký hiệu văn bản"));
    const auto place = need(paper.issuer.place, "issuer.place", "Địa danh");
    block.placeDate = placeDateRuns(place, paper.date, paper.number.number.empty() ? DayPlace::Open : DayPlace::Printed);
    return block;
}

Runs Composer::dateLine(const IssuerView& issuer, const std::optional<Date>& date)
{
    return placeDateRuns(need(issuer.place, "issuer.place", "Địa danh"), date, DayPlace::Printed);
}

Signer Composer::signer(const SignerView& view, const std::string& field)
{
    return {capitals(need(view.office, field + ".office", "Chức vụ người ký")), need(view.name, field + ".name", "Họ tên người ký"), {}};
}

Signature Composer::signature(const PaperView& paper)
{
    Signature block;
    block.signers = {signer(paper.signer, "signer")};
    block.recipients = recipients(need(paper.recipients, "recipients", "Nơi nhận"));
    return block;
}

std::string Composer::reference(const ReferenceView& view)
{
    const auto symbol = need(view.number.symbol, "reference.symbol", "Ký hiệu văn bản được dẫn");
    const auto kind = need(view.kind, "reference.kind", "Loại văn bản được dẫn");
    // A paper that is not issued yet has neither; both are written in by hand.
    if (view.number.number.empty() && !view.date)
        return kind + " số" + kPenRoom + "/" + symbol + " ngày" + kPenRoom + "tháng" + kPenRoom + "năm" + kPenRoom;
    const auto number = plainText(numberRuns(view.number.number, symbol)).substr(std::string_view("Số:").size());
    const auto date = view.date ? view.date->words() : "ngày " + need(std::string(), "reference.date", "Ngày của văn bản được dẫn");
    return kind + " số" + number + " " + date;
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

void Composer::newPart(PageSetup page)
{
    if (m_document.parts.back().blocks.empty())
        m_document.parts.back().page = page;
    else
        m_document.parts.push_back({page, {}});
}

std::vector<std::string> attachedTo(const std::string& reference, const std::string& issuedBy)
{
    if (issuedBy.empty())
        return {"(Kèm theo " + reference + ")"};
    return {"(Kèm theo " + reference, "của " + issuedBy + ")"};
}

Row headerRow(std::vector<std::string> titles)
{
    Row row;
    for (auto& title : titles)
        row.cells.push_back({std::move(title), 1, 1, true, Align::Centre});
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

std::string yearPhrase(SchoolYear year)
{
    return "năm học " + year.paper();
}

}
