// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/text_writer.h"

#include "documents/compose.h"

#include <algorithm>

namespace thidua::documents {
namespace {

std::string lines(const std::vector<std::string>& texts)
{
    std::string out;
    for (const auto& text : texts)
        out += text + "\n";
    return out;
}

std::string spaced(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string rowText(const Row& row)
{
    std::string out;
    for (const auto& cell : row.cells) {
        out += (out.empty() ? "" : "\t") + spaced(cellText(cell.value));
        for (int i = 1; i < cell.columnSpan; ++i)
            out += "\t";
    }
    while (!out.empty() && out.back() == '\t')
        out.pop_back();
    return out + "\n";
}

/// Header rows as they stand in the grid, so that spans do not shift the columns.
std::string headerText(const Table& table)
{
    const auto columns = table.columns.size();
    std::vector<std::vector<std::string>> grid(table.header.size(), std::vector<std::string>(columns));
    for (const auto& cell : placed(table.header, static_cast<int>(columns)))
        grid[static_cast<std::size_t>(cell.row)][static_cast<std::size_t>(cell.column)] = spaced(cellText(cell.cell->value));
    std::string out;
    for (const auto& row : grid) {
        for (std::size_t i = 0; i < row.size(); ++i)
            out += (i > 0 ? "\t" : "") + row[i];
        out += "\n";
    }
    return out;
}

std::string tableText(const Table& table)
{
    std::string out = headerText(table);
    for (const auto& row : table.rows)
        out += rowText(row);
    return out;
}

std::string headText(const OfficialHead& head)
{
    std::string out = lines(head.superior) + lines(head.agency);
    if (head.number)
        out += plainText(*head.number) + "\n";
    out += "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";
    if (head.placeDate)
        out += plainText(*head.placeDate) + "\n";
    return out + "\n";
}

std::string addresseesText(const Addressees& to)
{
    if (to.names.size() == 1)
        return "Kính gửi: " + withoutStop(to.names.front()) + ".\n";
    return "Kính gửi:\n" + lines(recipients(to.names));
}

std::string signatureText(const Signature& signature)
{
    std::string out = "\n";
    if (signature.dateLine)
        out += plainText(*signature.dateLine) + "\n";
    for (const auto& signer : signature.signers)
        out += lines(signer.office) + (signer.hint.empty() ? "" : signer.hint + "\n") + signer.name + "\n";
    if (!signature.recipients.empty())
        out += "Nơi nhận:\n" + lines(signature.recipients);
    return out;
}

std::string ballotText(const Ballot& ballot)
{
    std::string out = headText(ballot.head) + ballot.title + "\n" + ballot.subject + "\n" + ballot.instruction + "\n" + "TT\t" +
                      ballot.nameHeader + "\t" + ballot.positionHeader + "\tĐồng ý\tKhông đồng ý\n";
    int number = 0;
    for (const auto& candidate : ballot.candidates)
        out += std::to_string(++number) + "\t" + candidate.name + "\t" + candidate.position + "\t[ ]\t[ ]\n";
    return out + lines(ballot.notes);
}

std::string blockText(const Block& block)
{
    return std::visit(
        Overload{[](const OfficialHead& head) { return headText(head); },
                 [](const TitleBlock& title) { return title.type + "\n" + lines(title.subject) + lines(title.references) + "\n"; },
                 [](const Addressees& to) { return addresseesText(to); }, [](const Basis& basis) { return lines(basis.lines); },
                 [](const AuthorityLine& line) { return line.text + "\n"; },
                 [](const Paragraph& text) { return plainText(text.runs) + "\n"; },
                 [](const Article& article) { return "Điều " + std::to_string(article.number) + ". " + plainText(article.text) + "\n"; },
                 [](const Table& table) { return tableText(table); }, [](const Note& note) { return "Ghi chú: " + note.text + "\n"; },
                 [](const Signature& signature) { return signatureText(signature); },
                 [](const AppendixHead& head) {
                     return "\n" + (head.label.empty() ? "" : head.label + "\n") + lines(head.title) + lines(head.references) + "\n";
                 },
                 [](const Ballot& ballot) { return ballotText(ballot); }, [](const PageBreak&) { return std::string("\n"); }},
        block);
}

}

std::string writeText(const Document& document)
{
    std::string out;
    for (const auto& part : document.parts)
        for (const auto& block : part.blocks)
            out += blockText(block);
    return out;
}

}
