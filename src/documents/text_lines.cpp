// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_util.h"
#include "documents/document.h"

#include <algorithm>

namespace thidua::documents {
namespace {

/// Gathers the lines of the blocks in the order in which they print.
class Lines {
public:
    void add(std::string_view text)
    {
        std::string line;
        for (std::size_t at = 0; at < text.size(); ++at) {
            const bool bound = text.substr(at, 2) == "\u00A0";
            line += bound || text[at] == '\n' ? ' ' : text[at];
            at += bound ? 1 : 0;
        }
        const auto end = line.find_last_not_of(" \n");
        if (end != std::string::npos)
            m_lines.push_back(line.substr(0, end + 1));
    }
    void add(const std::vector<std::string>& texts)
    {
        for (const auto& text : texts)
            add(text);
    }
    void add(const Runs& runs) { add(plainText(runs)); }
    void add(const std::optional<Runs>& runs)
    {
        if (runs)
            add(plainText(*runs));
    }

    void operator()(const OfficialHead& head)
    {
        add(head.superior);
        add(join(head.agency, " "));
        add(head.number);
        add(head.about);
        add(head.placeDate);
    }
    void operator()(const TitleBlock& title)
    {
        add(title.type);
        add(join(title.subject, " "));
        add(title.references);
    }
    void operator()(const Addressees& to) { add(to.names); }
    void operator()(const Basis& basis) { add(basis.lines); }
    void operator()(const AuthorityLine& line) { add(line.text); }
    void operator()(const Paragraph& text) { add(text.runs); }
    void operator()(const Article& article) { add("Điều " + std::to_string(article.number) + ". " + plainText(article.text)); }
    void operator()(const Table& table)
    {
        for (const auto* rows : {&table.header, &table.rows})
            for (const auto& row : *rows) {
                std::vector<std::string> cells;
                for (const auto& cell : row.cells)
                    cells.push_back(cellText(cell.value));
                add(join(cells, "\t"));
            }
    }
    void operator()(const Note& note) { add(note.text); }
    void operator()(const Signature& foot)
    {
        add(foot.recipients);
        add(foot.dateLine);
        for (const auto& signer : foot.signers) {
            add(join(signer.office, " "));
            add(signer.hint);
            add(signer.name);
        }
    }
    void operator()(const AppendixHead& head)
    {
        add(head.label);
        add(join(head.title, " "));
        add(head.references);
    }
    void operator()(const Ballot& ballot)
    {
        (*this)(ballot.head);
        add(ballot.title);
        add(ballot.subject);
        add(ballot.instruction);
        for (const auto& candidate : ballot.candidates)
            add(candidate.name + "\t" + candidate.position);
        add(ballot.notes);
    }
    void operator()(PageBreak) {}

    std::vector<std::string> take() { return std::move(m_lines); }

private:
    std::vector<std::string> m_lines;
};

}

std::vector<std::string> textLines(const Document& document)
{
    Lines lines;
    for (const auto& part : document.parts)
        for (const auto& block : part.blocks)
            std::visit([&lines](const auto& one) { lines(one); }, block);
    return lines.take();
}

}
