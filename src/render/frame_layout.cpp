// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/block_layout.h"
#include "documents/compose.h"
#include "documents/line_fit.h"
#include "render/line_breaker.h"

#include <algorithm>
#include <cmath>

/// Head, title, appendix head and signature: placed by measure, not by the flow of text.
namespace thidua::render {
namespace {

namespace measures = documents::measures;
using documents::Runs;
using documents::Signer;

BrokenLine lineOf(const std::string& text, double pt, bool bold, bool italic = false)
{
    return singleLine({{text, bold, italic}}, pt);
}

/// Centred texts in lines of about equal length, names whole.
std::vector<BrokenLine> balancedLines(const std::vector<std::string>& texts, double pt, bool bold, double maxWidth)
{
    std::vector<BrokenLine> all;
    for (const auto& text : texts)
        for (const auto& line : documents::balancedLines(documents::gluedTitle(text), maxWidth, pt, bold))
            all.push_back(lineOf(line, pt, bold));
    return all;
}

double widest(const std::vector<BrokenLine>& lines)
{
    double width = 0;
    for (const auto& line : lines)
        width = std::max(width, line.width);
    return width;
}

void addRule(Marks& marks, double centre, double y, double width)
{
    marks.lines.push_back({centre - width / 2, y, centre + width / 2, y});
}

/// Baselines of a signature's parts, from its top.
struct SignatureSetter {
    Slice& slice;
    const documents::PageSetup& page;
    const documents::Signature& signature;
    measures::Centres centres = measures::centres(page);
    double bottom = 0;

    void text(const BrokenLine& line, double centre, double y)
    {
        placeCentred(slice.marks, line, centre, y);
        bottom = std::max(bottom, y + 1.5);
    }

    double centreOf(std::size_t index) const
    {
        const auto count = signature.signers.size();
        if (count == 1)
            return centres.right;
        if (count == 2)
            return index == 0 ? centres.left : centres.right;
        if (page.orientation == documents::Orientation::Portrait && count == 3)
            return page.left + 24.0 + 52.0 * static_cast<double>(index);  // danh-sach-nhan-thuong: 54, 106, 158
        return page.left + page.textWidth() * (static_cast<double>(index) + 0.5) / static_cast<double>(count);
    }

    void signer(const Signer& who, double centre, double y, std::size_t officeLines)
    {
        const double last = y + measures::kAuthorityPitch * static_cast<double>(officeLines - 1);
        for (const auto& line : who.office) {
            text(lineOf(line, measures::kBodyPt, true), centre, y);
            y += measures::kAuthorityPitch;
        }
        if (!who.hint.empty())
            text(lineOf(who.hint, measures::kTablePt, false, true), centre, y - measures::kAuthorityPitch + measures::kHintDrop);
        text(lineOf(who.name, measures::kBodyPt, true), centre, last + measures::kSignatureSpace);
    }

    void recipients(double y, double width)
    {
        if (signature.recipients.empty())
            return;
        place(slice.marks, singleLine({{"Nơi nhận:", true, true}}, measures::kRecipientTitlePt), page.left, y);
        for (const auto& recipient : signature.recipients)
            for (const auto& line : breakLines({{recipient}}, measures::kRecipientPt, {width, 0, Fit::Ragged}))
                place(slice.marks, line, page.left, y += measures::kRecipientPitch);
        bottom = std::max(bottom, y + 1.5);
    }
};

}

double drawHead(Marks& marks, const documents::OfficialHead& head, const HeadPlace& where)
{
    const auto motto = lineOf("Độc lập - Tự do - Hạnh phúc", measures::kMottoPt, true);
    placeCentred(marks, lineOf("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", measures::kHeadPt, true), where.centres.right, where.y);
    placeCentred(marks, motto, where.centres.right, where.y + where.pitch);
    addRule(marks, where.centres.right, where.y + where.pitch + where.ruleDrop, motto.width);
    double y = where.y - where.pitch;
    for (const auto& line : balancedLines(head.superior, measures::kHeadPt, false, where.agencyWidth))
        placeCentred(marks, line, where.centres.left, y += where.pitch);
    const auto agency = balancedLines(head.agency, measures::kHeadPt, true, where.agencyWidth);
    for (const auto& line : agency)
        placeCentred(marks, line, where.centres.left, y += where.pitch);
    addRule(marks, where.centres.left, y + where.ruleDrop, measures::kAgencyRuleShare * widest(agency));
    return y;
}

void addHead(BlockContext& context, const documents::OfficialHead& head)
{
    Slice slice;
    const auto centres = measures::centres(context.page);
    const double top = context.page.top;
    const bool wide = context.page.orientation == documents::Orientation::Landscape;
    double y = drawHead(slice.marks, head, {centres, measures::kHeadY - top, measures::kHeadPitch, measures::kHeadRuleDrop, measures::agencyWidth(context.page)});
    context.titleDrop = wide ? measures::kListTitleDropLandscape : measures::kListTitleDrop;
    if (head.number || head.placeDate) {
        context.titleDrop = head.placeDate ? measures::kTitleDrop : measures::kTitleDropUndated;
        y = std::max(y + measures::kNumberDrop, measures::kNumberMinY - top);
        if (head.number)
            placeCentred(slice.marks, singleLine(*head.number, measures::kBodyPt), centres.left, y);
        if (head.placeDate)
            placeCentred(slice.marks, singleLine(*head.placeDate, measures::kBodyPt), centres.right, y);
    }
    if (!head.about.empty())
        y += measures::kAboutGap;
    for (const auto& line : balancedLines(head.about, measures::kHeadPt, false, measures::agencyWidth(context.page)))
        placeCentred(slice.marks, line, centres.left, y += measures::kHeadPitch);
    if (!head.about.empty())
        y += measures::kAfterAbout;
    slice.height = std::max(y, measures::kHeadY + measures::kHeadPitch - top);
    slice.keepWithNext = true;
    context.slices.push_back(std::move(slice));
}

void addTitle(BlockContext& context, const documents::TitleBlock& title)
{
    Slice slice;
    const auto centre = measures::centres(context.page).page;
    double y = context.titleDrop;
    placeCentred(slice.marks, lineOf(title.type, measures::kTitlePt, true), centre, y);
    const auto subject = balancedLines(title.subject, measures::kTitlePt, true, measures::titleWidth(context.page));
    for (const auto& line : subject)
        placeCentred(slice.marks, line, centre, y += measures::kTitlePitch);
    if (title.references.empty()) {
        addRule(slice.marks, centre, y + measures::kTitleRuleDrop, measures::kTitleRuleShare * widest(subject));
        slice.height = y + measures::kAfterTitle;
    } else {
        double step = measures::kReferenceDrop;
        for (const auto& text : title.references)
            for (const auto& line : breakLines({{documents::gluedTitle(text), false, true}}, measures::kBodyPt, {context.page.textWidth(), 0, Fit::Ragged})) {
                placeCentred(slice.marks, line, centre, y += step);
                step = measures::kReferencePitch;
            }
        slice.height = y + measures::kAfterReference;
    }
    slice.keepWithNext = true;
    context.slices.push_back(std::move(slice));
}

void addAppendixHead(BlockContext& context, const documents::AppendixHead& head)
{
    Slice slice;
    const auto centre = measures::centres(context.page).page;
    double y = measures::kAppendixY - context.page.top - measures::kAppendixPitch;
    if (!head.label.empty())
        placeCentred(slice.marks, lineOf(head.label, measures::kTitlePt, true), centre, y += measures::kAppendixPitch);
    for (const auto& line : balancedLines(head.title, measures::kTitlePt, true, measures::kAppendixTitleWidth))
        placeCentred(slice.marks, line, centre, y += measures::kAppendixPitch);
    double step = measures::kAppendixPitch;
    for (const auto& text : head.references)
        for (const auto& line : breakLines({{documents::gluedTitle(text), false, true}}, measures::kBodyPt, {context.page.textWidth(), 0, Fit::Ragged})) {
            placeCentred(slice.marks, line, centre, y += step);
            step = measures::kAppendixReferencePitch;
        }
    slice.height = y + measures::kAfterAppendix;
    slice.keepWithNext = true;
    context.slices.push_back(std::move(slice));
}

void addSignature(BlockContext& context, const documents::Signature& signature)
{
    Slice slice;
    slice.kind = SliceKind::Signature;
    SignatureSetter set{slice, context.page, signature};
    double y = measures::kSignatureFirst;
    if (signature.dateLine) {
        set.text(singleLine(*signature.dateLine, measures::kBodyPt), set.centres.right, y);
        y += measures::kDateToOffice;
    }
    std::size_t officeLines = 1;
    for (const auto& signer : signature.signers)
        officeLines = std::max(officeLines, signer.office.size());
    for (std::size_t i = 0; i < signature.signers.size(); ++i)
        set.signer(signature.signers[i], set.centreOf(i), y, officeLines);
    const bool beside = signature.place == documents::RecipientsPlace::Beside && signature.signers.size() == 1;
    const double name = y + measures::kAuthorityPitch * static_cast<double>(officeLines - 1) + measures::kSignatureSpace;
    // The signature's room begins at x = 104 in portrait; recipients stay clear of it.
    const double besideWidth = set.centres.right - 46.0 - context.page.left;
    set.recipients(beside ? y : name + measures::kRecipientsBelow, beside ? besideWidth : context.page.textWidth());
    slice.height = set.bottom;
    context.slices.push_back(std::move(slice));
}

}
