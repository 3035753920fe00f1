// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/block_layout.h"

#include "documents/compose.h"
#include "render/line_breaker.h"

namespace thidua::render {
namespace {

namespace measures = documents::measures;
using documents::AuthorityKind;
using documents::Level;
using documents::Runs;

double baseline(double pt)
{
    return pt * measures::kPointMm;
}

/// A line alone and centred, `first` from the top to its baseline.
Slice centredSlice(BlockContext& context, const Runs& runs, double pt, double first, double after)
{
    Slice slice;
    placeCentred(slice.marks, singleLine(runs, pt), measures::centres(context.page).page, first);
    slice.height = first + after;
    return slice;
}

}

void addAddressees(BlockContext& context, const documents::Addressees& to)
{
    Slice slice;
    double y = measures::kAddressFirst;
    const bool one = to.names.size() == 1;
    const std::string first = one ? "Kính gửi: " + documents::withoutStop(to.names.front()) + "." : "Kính gửi:";
    const double right = context.page.width() - context.page.right;
    double pitch = 0;
    const auto add = [&](const std::string& text, double x) {
        for (const auto& line : breakLines({{text}}, measures::kBodyPt, {right - x, 0, Fit::Ragged})) {
            y += pitch;
            place(slice.marks, line, x, y);
            pitch = measures::kAddressPitch;
        }
    };
    add(first, measures::kAddressX);
    if (!one)
        for (const auto& text : documents::recipients(to.names))
            add(text, measures::kAddressListX);
    slice.height = y + measures::kAfterAddress;
    context.slices.push_back(std::move(slice));
}

void addAuthority(BlockContext& context, const documents::AuthorityLine& line)
{
    const Runs runs{{line.text, true}};
    const bool issuer = line.kind == AuthorityKind::Issuer;
    auto slice = issuer ? centredSlice(context, runs, measures::kTitlePt, measures::kAuthorityFirst, measures::kAfterAuthority)
                        : centredSlice(context, runs, measures::kTitlePt, measures::kDecidesFirst, measures::kAfterDecides);
    slice.keepWithNext = true;
    context.slices.push_back(std::move(slice));
}

void addParagraph(BlockContext& context, const Runs& runs, Level level)
{
    const bool heading = level == Level::Section || level == Level::Heading || level == Level::Centred;
    if (level == Level::Centred) {
        auto slice = centredSlice(context, runs, measures::kBodyPt, baseline(measures::kBodyPt), measures::kBodyPitch - baseline(measures::kBodyPt));
        slice.after = measures::kParagraphGap;
        slice.keepWithNext = true;
        context.slices.push_back(std::move(slice));
        return;
    }
    const auto lines = breakLines(runs, measures::kBodyPt, {context.page.textWidth(), measures::kFirstLineIndent, Fit::Justified});
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Slice slice;
        slice.kind = heading ? SliceKind::Plain : SliceKind::Line;
        slice.height = measures::kBodyPitch;
        const bool last = i + 1 == lines.size();
        slice.after = last ? measures::kParagraphGap : 0;
        slice.keepWithNext = heading || (!last && (i == 0 || i + 2 == lines.size()));
        place(slice.marks, lines[i], context.page.left, baseline(measures::kBodyPt));
        context.slices.push_back(std::move(slice));
    }
}

void addNote(BlockContext& context, const documents::Note& note)
{
    const Runs runs{{"Ghi chú: ", false, true}, {note.text}};
    const auto lines = breakLines(runs, measures::kTablePt, {context.page.textWidth(), 0, Fit::Justified});
    double first = baseline(measures::kTablePt) - measures::kNoteRaise;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Slice slice;
        slice.kind = SliceKind::NoteLine;
        slice.height = measures::kNotePitch - (i == 0 ? measures::kNoteRaise : 0);
        const bool last = i + 1 == lines.size();
        slice.after = last ? measures::kAfterNote : 0;
        slice.keepWithNext = !last;
        place(slice.marks, lines[i], context.page.left, first);
        first = baseline(measures::kTablePt);
        context.slices.push_back(std::move(slice));
    }
}

}
