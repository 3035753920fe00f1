// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/docx_body.h"

#include "base/text_util.h"
#include "documents/measures.h"

#include <algorithm>

/// Head and signature: tables without borders, so that both sides keep their centres when the text is edited.
namespace thidua::documents::docx {
namespace {

constexpr double kMottoRule = 56.2;     // as wide as “Độc lập - Tự do - Hạnh phúc” in 13 pt bold
constexpr double kCapitalWidth = 2.65;  // mean letter of a name in 12 pt bold capitals
constexpr double kWideCapital = 2.8;    // what none of them exceeds on the whole of a line
constexpr double kRuleRow = 1.0;

struct HeadGrid {
    double left, gap, right;       ///< the two columns and the white between
    double leftRule;
    double leftPad() const { return (left - leftRule) / 2; }
    double rightPad() const { return (right - kMottoRule) / 2; }
};

HeadGrid headGrid(const OfficialHead& head, const PageSetup& page)
{
    const auto centre = measures::centres(page);
    HeadGrid grid{};
    grid.left = 2 * (centre.left - page.left);
    grid.right = 2 * (page.width() - page.right - centre.right);
    grid.gap = std::max(0.5, page.textWidth() - grid.left - grid.right);
    grid.leftRule = std::min(grid.left * 0.8, measures::kAgencyRuleShare * roughWidth(head.agency, kCapitalWidth));
    return grid;
}

/// The lines of a name as they fit on the left: broken between words, never inside the name of two words at its end (“HỒNG DƯƠNG”). Each
/// gets a row of its own, so that quốc hiệu and tiêu ngữ on the right stay together.
std::vector<std::string> fitted(const std::string& name, double mm)
{
    auto words = split(name, ' ');
    if (roughWidth({name}, kWideCapital) <= mm || words.size() < 3)
        return {name};
    const auto last = words.back();
    words.pop_back();
    words.back() += "\u00A0" + last;
    std::vector<std::string> lines{words.front()};
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto longer = lines.back() + " " + words[i];
        if (roughWidth({longer}, kWideCapital) <= mm)
            lines.back() = longer;
        else
            lines.push_back(words[i]);
    }
    return lines;
}

void addHeadLine(pugi::xml_node table, const HeadGrid& grid, std::pair<const char*, std::string> left, std::pair<const char*, std::string> right)
{
    auto row = addFrameRow(table);
    addText(addFrameCell(row, grid.left, 3), left.first, left.second);
    addParagraph(addFrameCell(row, grid.gap), "CoQuan");
    addText(addFrameCell(row, grid.right, 3), right.first, right.second);
}

void addHeadRules(pugi::xml_node table, const HeadGrid& grid, Edge left, Edge right)
{
    auto row = addFrameRow(table, kRuleRow);
    addRuleCell(row, grid.leftPad(), Edge::White);
    addRuleCell(row, grid.leftRule, left);
    addRuleCell(row, grid.leftPad(), Edge::White);
    addRuleCell(row, grid.gap, Edge::White);
    addRuleCell(row, grid.rightPad(), Edge::White);
    addRuleCell(row, kMottoRule, right);
    addRuleCell(row, grid.rightPad(), Edge::White);
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

std::vector<double> signatureColumns(const Signature& signature, const PageSetup& page)
{
    const double width = page.textWidth();
    if (signature.signers.size() >= 3)
        return std::vector<double>(signature.signers.size(), width / static_cast<double>(signature.signers.size()));
    const double right = 2 * (page.width() - page.right - measures::centres(page).right);
    return {width - right, right};
}

}

void addHead(pugi::xml_node body, const OfficialHead& head, const PageSetup& page)
{
    const auto grid = headGrid(head, page);
    auto table = addFrame(body, {grid.leftPad(), grid.leftRule, grid.leftPad(), grid.gap, grid.rightPad(), kMottoRule, grid.rightPad()});
    std::vector<std::pair<const char*, std::string>> left;
    for (const auto& name : head.superior)
        for (auto& line : fitted(name, grid.left))
            left.emplace_back("CoQuanChuQuan", std::move(line));
    for (const auto& name : head.agency)
        for (auto& line : fitted(name, grid.left))
            left.emplace_back("CoQuan", std::move(line));
    std::vector<std::pair<const char*, std::string>> right{{"QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
                                                           {"TieuNgu", "Độc lập - Tự do - Hạnh phúc"}};
    const auto count = std::max(left.size(), right.size());
    const auto leftEnd = left.size();
    left.resize(count, {"CoQuan", {}});
    right.resize(count, {"TieuNgu", {}});
    for (std::size_t i = 0; i < count; ++i) {
        addHeadLine(table, grid, left[i], right[i]);
        const auto leftEdge = i + 1 == leftEnd ? Edge::Rule : Edge::White;
        const auto rightEdge = i == 1 ? Edge::Rule : Edge::White;
        if (leftEdge == Edge::Rule || rightEdge == Edge::Rule)
            addHeadRules(table, grid, leftEdge, rightEdge);
    }
    if (!head.number && !head.placeDate)
        return;
    auto row = addFrameRow(table);
    addRuns(addParagraph(addFrameCell(row, grid.left, 3), "SoKyHieu"), head.number.value_or(Runs{}));
    addParagraph(addFrameCell(row, grid.gap), "SoKyHieu");
    addRuns(addParagraph(addFrameCell(row, grid.right, 3), "SoKyHieu"), head.placeDate.value_or(Runs{}));
    for (const auto& text : head.about) {
        auto below = addFrameRow(table);
        addText(addFrameCell(below, grid.left, 3), "CoQuanChuQuan", text);
        addParagraph(addFrameCell(below, grid.gap), "SoKyHieu");
        addParagraph(addFrameCell(below, grid.right, 3), "SoKyHieu");
    }
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
    if (signature.signers.size() == 1) {
        auto cell = addFrameCell(row, columns.front());
        if (beside && !signature.recipients.empty())
            addRecipients(cell, signature);
        else
            addParagraph(cell, "NoiNhan");
    }
    const std::size_t first = signature.signers.size() == 1 ? 1 : 0;
    for (std::size_t i = 0; i < signature.signers.size(); ++i)
        addSigner(addFrameCell(row, columns[std::min(first + i, columns.size() - 1)]), signature.signers[i]);
    if (!beside && !signature.recipients.empty()) {
        addSpacing(addParagraph(body, "KeNgang"), 3);
        addRecipients(body, signature);
    }
}

}
