// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/html_writer.h"

#include "base/xml_text.h"
#include "documents/compose.h"
#include "documents/output_file.h"

#include <algorithm>
#include <cstdio>

namespace thidua::documents {
namespace {

constexpr const char* kStyle = R"(body{font-family:"Times New Roman",Tinos,"Liberation Serif",serif;font-size:13pt;color:#000;background:#fff}
section{margin:20mm 15mm 20mm 30mm}p{margin:0 0 6pt;line-height:16pt}.c{text-align:center}.r{text-align:right}
.b{text-align:justify;text-indent:12.7mm}.t{font-size:14pt;font-weight:bold;text-align:center;margin:0}
.h,.s{width:100%;border:0}.h td,.s td{border:0;width:50%;text-align:center;vertical-align:top;padding:0}.h p,.s p{margin:0}
.s td.n{text-align:left;font-size:11pt}.name{padding-top:24mm}hr{border:0;border-top:.5pt solid #000;margin:3pt auto}
table.g{border-collapse:collapse;font-size:12pt;margin:0 0 6pt}table.g td,table.g th{border:.5pt solid #000;padding:.4mm 1.2mm 1.3mm;line-height:1.15}
)";

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : xmlText(text)) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\n': out += "<br>"; break;
        default: out += c;
        }
    }
    return out;
}

std::string html(const Runs& runs)
{
    std::string out;
    for (const auto& run : runs) {
        std::string text = escaped(run.gapMm > 0 ? std::string(kPenRoom) : glued(run.text));
        if (run.bold)
            text = "<b>" + text + "</b>";
        if (run.italic)
            text = "<i>" + text + "</i>";
        out += text;
    }
    return out;
}

std::string lines(const std::vector<std::string>& texts)
{
    std::string out;
    for (const auto& text : texts)
        out += (out.empty() ? "" : "<br>") + escaped(text);
    return out;
}

std::string paragraph(const char* style, const std::string& inner)
{
    return "<p class=\"" + std::string(style) + "\">" + inner + "</p>\n";
}

std::string headHtml(const OfficialHead& head)
{
    std::string left = "<p>" + lines(head.superior) + "<br><b>" + lines(head.agency) + "</b></p><hr style=\"width:30%\">";
    std::string right = "<p><b><span style=\"font-size:12pt\">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</span><br>Độc lập - Tự do - Hạnh phúc</b></p>"
                        "<hr style=\"width:60%\">";
    if (head.number)
        left += "<p>" + html(*head.number) + "</p>";
    if (!head.about.empty())
        left += "<p>" + lines(head.about) + "</p>";
    if (head.placeDate)
        right += "<p>" + html(*head.placeDate) + "</p>";
    return "<table class=\"h\"><tr><td style=\"font-size:12pt\">" + left + "</td><td>" + right + "</td></tr></table>\n";
}

std::string titleHtml(const TitleBlock& title)
{
    std::string out = paragraph("t", escaped(title.type)) + paragraph("t", lines(title.subject));
    if (title.references.empty())
        return out + "<hr style=\"width:20%;margin-bottom:10pt\">\n";
    return out + paragraph("c", "<i>" + lines(title.references) + "</i>");
}

std::string cellHtml(const Cell& cell, Align columnAlign, const char* tag)
{
    const auto text = cellText(cell.value);
    const auto align = cell.align.value_or(text == kDash ? Align::Centre : columnAlign);
    std::string open = "<" + std::string(tag);
    if (cell.columnSpan > 1)
        open += " colspan=\"" + std::to_string(cell.columnSpan) + "\"";
    if (cell.rowSpan > 1)
        open += " rowspan=\"" + std::to_string(cell.rowSpan) + "\"";
    if (align != Align::Left)
        open += align == Align::Centre ? " class=\"c\"" : " class=\"r\"";
    const auto inner = escaped(text);
    return open + ">" + (cell.bold ? "<b>" + inner + "</b>" : inner) + "</" + tag + ">";
}

std::string rowHtml(const Row& row, const Table& table, const char* tag)
{
    std::string out = "<tr>";
    std::size_t column = 0;
    for (const auto& cell : row.cells) {
        const auto align = column < table.columns.size() ? table.columns[column].align : Align::Left;
        out += cellHtml(cell, align, tag);
        column += static_cast<std::size_t>(cell.columnSpan);
    }
    return out + "</tr>\n";
}

std::string tableHtml(const Table& table)
{
    std::string out = "<table class=\"g\"><colgroup>";
    for (const auto& column : table.columns) {
        char width[48];
        std::snprintf(width, sizeof width, "<col style=\"width:%.1fmm\">", column.mm);
        out += width;
    }
    out += "</colgroup>\n<thead>\n";
    for (const auto& row : table.header)
        out += rowHtml(row, table, "th");
    out += "</thead>\n<tbody>\n";
    for (const auto& row : table.rows)
        out += rowHtml(row, table, "td");
    return out + "</tbody></table>\n";
}

std::string recipientsHtml(const Signature& signature)
{
    if (signature.recipients.empty())
        return {};
    return "<b><i style=\"font-size:12pt\">Nơi nhận:</i></b><br>" + lines(signature.recipients);
}

std::string signerHtml(const Signer& signer)
{
    std::string hint = signer.hint.empty() ? "" : "<p><i>" + escaped(signer.hint) + "</i></p>";
    return "<p><b>" + lines(signer.office) + "</b></p>" + hint + "<p class=\"name\"><b>" + escaped(signer.name) + "</b></p>";
}

std::string signatureHtml(const Signature& signature)
{
    std::string date, row;
    if (signature.dateLine)
        date = "<tr><td></td><td>" + html(*signature.dateLine) + "</td></tr>";
    const bool beside = signature.place == RecipientsPlace::Beside;
    if (signature.signers.size() == 1)
        row = "<td class=\"n\">" + (beside ? recipientsHtml(signature) : std::string()) + "</td>";
    for (const auto& signer : signature.signers)
        row += "<td>" + signerHtml(signer) + "</td>";
    std::string out = "<table class=\"s\">" + date + "<tr>" + row + "</tr></table>\n";
    if (!signature.recipients.empty() && (!beside || signature.signers.size() != 1))
        out += "<p style=\"font-size:11pt\">" + recipientsHtml(signature) + "</p>\n";
    return out;
}

std::string addresseesHtml(const Addressees& to)
{
    if (to.names.size() == 1)
        return paragraph("c", "Kính gửi: " + escaped(withoutStop(to.names.front())) + ".");
    return paragraph("c", "Kính gửi:<br>" + lines(recipients(to.names)));
}

std::string ballotHtml(const Ballot& ballot)
{
    std::string out = headHtml(ballot.head) + paragraph("t", escaped(ballot.title)) + paragraph("t", escaped(ballot.subject)) +
                      paragraph("c", "<i>" + escaped(ballot.instruction) + "</i>");
    const bool posts = !ballot.positionHeader.empty();
    out += "<table class=\"g\"><tr><th>TT</th><th>" + escaped(ballot.nameHeader) + (posts ? "</th><th>" + escaped(ballot.positionHeader) : "") +
           "</th><th>Đồng ý</th><th>Không đồng ý</th></tr>\n";
    int number = 0;
    for (const auto& candidate : ballot.candidates)
        out += "<tr><td class=\"c\">" + std::to_string(++number) + "</td><td>" + escaped(candidate.name) +
               (posts ? "</td><td>" + escaped(candidate.position) : "") + "</td><td class=\"c\">☐</td><td class=\"c\">☐</td></tr>\n";
    return out + "</table>\n<p>" + lines(ballot.notes) + "</p>\n";
}

std::string basisHtml(const Basis& block)
{
    std::string out;
    for (const auto& line : block.lines)
        out += paragraph("b", "<i>" + escaped(glued(line)) + "</i>");
    return out;
}

std::string blockHtml(const Block& block)
{
    return std::visit(
        Overload{[](const OfficialHead& head) { return headHtml(head); }, [](const TitleBlock& title) { return titleHtml(title); },
                 [](const Addressees& to) { return addresseesHtml(to); }, [](const Basis& lines) { return basisHtml(lines); },
                 [](const AuthorityLine& line) { return paragraph("t", escaped(line.text)); },
                 [](const Paragraph& text) { return paragraph(text.level == Level::Centred ? "c" : "b", html(text.runs)); },
                 [](const Article& article) {
                     return paragraph("b", "<b>Điều " + std::to_string(article.number) + ".</b> " + html(article.text));
                 },
                 [](const Table& table) { return tableHtml(table); },
                 [](const Note& note) { return "<p style=\"font-size:12pt\"><i>Ghi chú:</i> " + escaped(note.text) + "</p>\n"; },
                 [](const Signature& signature) { return signatureHtml(signature); },
                 [](const AppendixHead& head) {
                     return (head.label.empty() ? "" : paragraph("t", escaped(head.label))) + paragraph("t", lines(head.title)) +
                            paragraph("c", "<i>" + lines(head.references) + "</i>");
                 },
                 [](const Ballot& ballot) { return ballotHtml(ballot); }, [](const PageBreak&) { return std::string(); }},
        block);
}

}

std::string writeHtml(const Document& document)
{
    std::string out = "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>" + escaped(document.title) +
                      "</title>\n<style>" + kStyle + "</style></head>\n<body>\n";
    for (const auto& part : document.parts) {
        out += "<section>\n";
        for (const auto& block : part.blocks)
            out += blockHtml(block);
        out += "</section>\n";
    }
    return out + "</body></html>\n";
}

Result<void> saveHtml(const Document& document, const std::filesystem::path& path, const Progress* progress)
{
    return replaceFile(path, writeHtml(document), [](std::string_view read) { return read.find("</html>") != std::string_view::npos; }, progress);
}

}
