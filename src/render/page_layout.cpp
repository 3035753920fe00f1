// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/page_layout.h"

#include "render/block_layout.h"
#include "render/table_layout.h"

namespace thidua::render {
namespace {

using namespace documents;

Runs articleRuns(const Article& article)
{
    Runs runs{{"Điều " + std::to_string(article.number) + ". ", true}};
    runs.insert(runs.end(), article.text.begin(), article.text.end());
    return runs;
}

void addBlock(BlockContext& context, const Block& block)
{
    std::visit(Overload{[&](const OfficialHead& head) { addHead(context, head); }, [&](const TitleBlock& title) { addTitle(context, title); },
                        [&](const Addressees& to) { addAddressees(context, to); },
                        [&](const Basis& basis) {
                            for (const auto& line : basis.lines)
                                render::addParagraph(context, {{line, false, true}}, Level::Body);
                        },
                        [&](const AuthorityLine& line) { addAuthority(context, line); },
                        [&](const Paragraph& text) { render::addParagraph(context, text.runs, text.level); },
                        [&](const Article& article) { render::addParagraph(context, articleRuns(article), Level::Body); },
                        [&](const Table& table) { addTableSlices(context.slices, table, context.page); },
                        [&](const Note& note) { addNote(context, note); },
                        [&](const Signature& signature) { addSignature(context, signature); },
                        [&](const AppendixHead& head) { addAppendixHead(context, head); },
                        [&](const PageBreak&) {
                            Slice slice;
                            slice.kind = SliceKind::PageBreak;
                            context.slices.push_back(std::move(slice));
                        },
                        [](const Ballot&) {}},
               block);
}

std::vector<LaidOutPage> layoutPart(const Part& part)
{
    for (const auto& block : part.blocks)
        if (const auto* ballot = std::get_if<Ballot>(&block))
            return layoutBallots(*ballot, part.page);
    std::vector<Slice> slices;
    BlockContext context{part.page, slices};
    for (const auto& block : part.blocks)
        addBlock(context, block);
    applyKeeps(slices);
    return flow(slices, part);
}

}

std::vector<LaidOutPage> layoutPages(const Document& document)
{
    std::vector<LaidOutPage> pages;
    for (std::size_t i = 0; i < document.parts.size(); ++i)
        for (auto& page : layoutPart(document.parts[i])) {
            page.part = i;
            pages.push_back(std::move(page));
        }
    return pages;
}

}
