// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/docx_body.h"

#include "documents/compose.h"
#include "documents/line_fit.h"
#include "documents/measures.h"

#include <algorithm>
#include <utility>

/// Head and signature: tables without borders, so that both sides keep their centres when the text is edited.
namespace thidua::documents::docx {
namespace {

constexpr double kMottoRule = 56.2;     // as wide as “Độc lập - Tự do - Hạnh phúc” in 13 pt bold
constexpr double kRuleDrop = 0.9;       // below the last line of a name; with that line's foot 2 mm below its letters

/// The two columns and the white between.
struct HeadGrid {
    double left, gap, right;
};

HeadGrid headGrid(const PageSetup& page)
{
    const auto centre = measures::centres(page);
    HeadGrid grid{};
    grid.left = 2 * (centre.left - page.left);
    grid.right = 2 * (page.width() - page.right - centre.right);
    grid.gap = std::max(0.5, page.textWidth() - grid.left - grid.right);
    return grid;
}

/// One side of the head: its lines, and the length of the rule below the last.
struct HeadSide {
    std::vector<std::pair<const char*, std::string>> lines;
    double rule = 0;
};

HeadSide agencySide(const OfficialHead& head, double mm)
{
    HeadSide side;
    for (auto& line : headLines(head.superior, mm, false))
        side.lines.emplace_back("CoQuanChuQuan", std::move(line));
    const auto agency = headLines(head.agency, mm, true);
    for (const auto& line : agency)
        side.lines.emplace_back("CoQuan", line);
    side.rule = measures::kAgencyRuleShare * widest(agency, measures::kHeadPt, true);
    return side;
}

HeadSide countrySide()
{
    return {{{"QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, {"TieuNgu", "Độc lập - Tự do - Hạnh phúc"}}, kMottoRule};
}

void addRuleBelow(pugi::xml_node cell, double cellMm, double rule)
{
    auto properties = addParagraph(cell, "KeNgang").child("w:pPr");
    auto border = properties.append_child("w:pBdr").append_child("w:bottom");
    border.append_attribute("w:val") = "single";
    border.append_attribute("w:sz") = 4;
    border.append_attribute("w:space") = 0;
    border.append_attribute("w:color") = "000000";
    auto spacing = properties.append_child("w:spacing");
    spacing.append_attribute("w:line") = twips(kRuleDrop);
    spacing.append_attribute("w:lineRule") = "exact";
    auto indent = properties.append_child("w:ind");
    indent.append_attribute("w:left") = twips((cellMm - rule) / 2);
    indent.append_attribute("w:right") = twips((cellMm - rule) / 2);
}

/// The cell of one row on one side. The last line and the rule below it reach down to the last row, so that neither side moves the other.
void addHeadCell(pugi::xml_node row, double mm, const HeadSide& side, std::size_t at, std::size_t rows)
{
    auto cell = addFrameCell(row, mm);
    const std::size_t last = side.lines.size() - 1;
    if (at >= last && last + 1 < rows) {
        auto merge = cell.child("w:tcPr").append_child("w:vMerge");
        if (at == last)
            merge.append_attribute("w:val") = "restart";
    }
    if (at > last) {
        addParagraph(cell, "KeNgang");
        return;
    }
    addText(cell, side.lines[at].first, side.lines[at].second);
    if (at == last)
        addRuleBelow(cell, mm, side.rule);
}

void addRecipients(pugi::xml_node parent, const Signature& signature)
{
    addText(parent, "NoiNhan", "Nơi nhận:", {true, true, 24});
    for (const auto& line : signature.recipients)
        addText(parent, "NoiNhan", line);
}

void keepWithNext(pugi::xml_node cell)
{
    for (auto paragraph : cell.children("w:p")) {
        auto properties = paragraph.child("w:pPr");
        properties.insert_child_after("w:keepNext", properties.child("w:pStyle"));
    }
}

/// What stands in front of a signature goes with it to its page: white lines, remarks and the last paragraph; a table keeps its last
/// rows with what follows by itself.
void keepBefore(pugi::xml_node body)
{
    for (auto node = body.last_child(); node && std::string_view(node.name()) == "w:p"; node = node.previous_sibling()) {
        auto properties = node.child("w:pPr");
        if (!properties.child("w:keepNext"))
            properties.insert_child_after("w:keepNext", properties.child("w:pStyle"));
        const std::string_view style = properties.child("w:pStyle").attribute("w:val").value();
        if (style != "KeNgang" && style != "GhiChu")
            break;
    }
}

void addSpacing(pugi::xml_node paragraph, double beforeMm)
{
    paragraph.child("w:pPr").append_child("w:spacing").append_attribute("w:before") = twips(beforeMm);
}

void addSigner(pugi::xml_node cell, const Signer& signer)
{
    for (const auto& line : signer.office)
        addText(cell, "ChuKy", line);
    double room = measures::kSignatureSpace - measures::kAuthorityPitch;
    if (!signer.hint.empty()) {
        addText(cell, "KemTheo", signer.hint, {false, false, 24});
        room -= measures::kHintDrop;
    }
    addSpacing(addText(cell, "ChuKy", signer.name), room);
}

/// The columns of a signature: one signer stands on the right of the recipients, two under the columns of the head, more share the width.
std::vector<double> signatureColumns(const Signature& signature, const PageSetup& page)
{
    const auto grid = headGrid(page);
    if (signature.signers.size() == 1)
        return {page.textWidth() - grid.right, grid.right};
    if (signature.signers.size() == 2)
        return {grid.left, grid.gap, grid.right};
    return std::vector<double>(signature.signers.size(), page.textWidth() / static_cast<double>(signature.signers.size()));
}

}

void addHead(pugi::xml_node body, const OfficialHead& head, const PageSetup& page)
{
    const auto grid = headGrid(page);
    auto table = addFrame(body, {grid.left, grid.gap, grid.right});
    auto left = agencySide(head, measures::agencyWidth(page));
    if (left.lines.empty())
        left.lines.emplace_back("CoQuan", std::string());
    const auto right = countrySide();
    const auto rows = std::max(left.lines.size(), right.lines.size());
    for (std::size_t i = 0; i < rows; ++i) {
        auto row = addFrameRow(table);
        addHeadCell(row, grid.left, left, i, rows);
        addParagraph(addFrameCell(row, grid.gap), "CoQuan");
        addHeadCell(row, grid.right, right, i, rows);
    }
    if (!head.number && !head.placeDate)
        return;
    auto row = addFrameRow(table);
    addRuns(addParagraph(addFrameCell(row, grid.left), "SoKyHieu"), head.number.value_or(Runs{}));
    addParagraph(addFrameCell(row, grid.gap), "SoKyHieu");
    addRuns(addParagraph(addFrameCell(row, grid.right), "SoKyHieu"), head.placeDate.value_or(Runs{}));
    double gap = measures::kAboutGap;
    for (const auto& text : headLines(head.about, measures::agencyWidth(page), false)) {
        auto below = addFrameRow(table);
        addSpacing(addText(addFrameCell(below, grid.left), "CoQuanChuQuan", text), std::exchange(gap, 0));
        addParagraph(addFrameCell(below, grid.gap), "SoKyHieu");
        addParagraph(addFrameCell(below, grid.right), "SoKyHieu");
    }
    if (!head.about.empty())
        addSpacing(addParagraph(body, "KeNgang"), measures::kAfterAbout);
}

void addSignature(pugi::xml_node body, const Signature& signature, const PageSetup& page)
{
    const auto columns = signatureColumns(signature, page);
    addSpacing(addParagraph(body, "KeNgang"), 2);
    keepBefore(body);
    auto table = addFrame(body, columns);
    if (signature.dateLine) {
        auto row = addFrameRow(table);
        for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
            auto cell = addFrameCell(row, columns[i]);
            addParagraph(cell, "SoKyHieu");
            keepWithNext(cell);
        }
        auto cell = addFrameCell(row, columns.back());
        addRuns(addParagraph(cell, "SoKyHieu"), *signature.dateLine);
        keepWithNext(cell);
    }
    auto row = addFrameRow(table);
    const bool beside = signature.place == RecipientsPlace::Beside && signature.signers.size() == 1;
    std::size_t signer = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto cell = addFrameCell(row, columns[i]);
        const bool white = columns.size() > signature.signers.size() && i + 2 == columns.size(); // one signer: 0, two: 1
        if (!white && signer < signature.signers.size())
            addSigner(cell, signature.signers[signer++]);
        else if (beside && !signature.recipients.empty())
            addRecipients(cell, signature);
        else
            addParagraph(cell, "NoiNhan");
    }
    if (!beside && !signature.recipients.empty()) {
        addSpacing(addParagraph(body, "KeNgang"), 3);
        addRecipients(body, signature);
    }
}

}
