// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/measures.h"
#include "render/page_flow.h"

namespace thidua::render {

/// Where the blocks of one part turn into slices. `titleDrop` is how far below the head's last line the title stands.
struct BlockContext {
    const documents::PageSetup& page;
    std::vector<Slice>& slices;
    double titleDrop = documents::measures::kTitleDrop;
};

void addHead(BlockContext& context, const documents::OfficialHead& head);
void addTitle(BlockContext& context, const documents::TitleBlock& title);
void addAppendixHead(BlockContext& context, const documents::AppendixHead& head);
void addSignature(BlockContext& context, const documents::Signature& signature);

void addAddressees(BlockContext& context, const documents::Addressees& to);
void addAuthority(BlockContext& context, const documents::AuthorityLine& line);
/// Body text: justified, 16 pt pitch, no single line left behind or ahead.
void addParagraph(BlockContext& context, const documents::Runs& runs, documents::Level level);
void addNote(BlockContext& context, const documents::Note& note);

/// The head's lines drawn from the sheet's top (quốc hiệu at `y`); returns the baseline of the lowest left line.
struct HeadPlace {
    documents::measures::Centres centres;
    double y = 24.0;
    double pitch = 5.4;
    double ruleDrop = 2.0;
    double agencyWidth = 71.0;
};
double drawHead(Marks& marks, const documents::OfficialHead& head, const HeadPlace& place);

/// Ballots are drawn by absolute measures (papers §2.8).
std::vector<LaidOutPage> layoutBallots(const documents::Ballot& ballot, const documents::PageSetup& page);

}
