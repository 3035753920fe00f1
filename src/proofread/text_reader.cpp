// SPDX-License-Identifier: GPL-3.0-or-later
#include "proofread/text_reader.h"

#include "base/code_points.h"
#include "base/look_alikes.h"
#include "base/vietnamese.h"

#include <memory>
#include <pugixml.hpp>
#include <zip.h>

namespace thidua::proofread {
namespace {

constexpr std::size_t kLargestText = 8U << 20; ///< bytes of text; a plan of forty pages has 200,000
constexpr std::size_t kLargestPart = 64U << 20;

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

Result<std::string> documentPart(std::string_view bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    const std::unique_ptr<zip_t, CloseArchive> archive(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
    if (!archive) {
        if (source)
            zip_source_free(source);
        return fail(ErrorCode::InputFormat, "proof.damaged-archive");
    }
    zip_stat_t stat;
    if (zip_stat(archive.get(), "word/document.xml", 0, &stat) != 0)
        return fail(ErrorCode::InputFormat, "proof.no-word-document");
    if (stat.encryption_method != ZIP_EM_NONE)
        return fail(ErrorCode::InputFormat, "proof.encrypted");
    const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen_index(archive.get(), stat.index, 0));
    if (!entry)
        return fail(ErrorCode::InputFormat, "proof.damaged-archive");
    std::string part;
    std::string block(1U << 16, '\0');
    for (zip_int64_t count = 1; count > 0;) {
        count = zip_fread(entry.get(), block.data(), block.size());
        if (count < 0)
            return fail(ErrorCode::InputFormat, "proof.damaged-archive");
        part.append(block, 0, static_cast<std::size_t>(count));
        if (part.size() > kLargestPart)
            return fail(ErrorCode::InputFormat, "proof.too-long");
    }
    return part;
}

/// The words of a paragraph: runs together, tabs and line breaks where they stand.
void appendWords(const pugi::xml_node& node, std::string& text, int depth)
{
    if (depth > 64)
        return;
    for (const auto& child : node.children()) {
        const std::string_view name = child.name();
        if (name == "w:t")
            text += child.text().get();
        else if (name == "w:tab")
            text += '\t';
        else if (name == "w:br" || name == "w:cr")
            text += '\n';
        else if (name == "w:noBreakHyphen")
            text += '-';
        else if (name != "w:del" && name != "w:instrText" && name != "w:delText" && name != "mc:Fallback")
            appendWords(child, text, depth + 1);
    }
}

/// What some converters leave where Word had a bookmark: "[bookmark: _GoBack]".
std::string withoutBookmarks(std::string text)
{
    constexpr std::string_view kOpening = "[bookmark: ";
    for (auto from = text.find(kOpening); from != std::string::npos; from = text.find(kOpening, from)) {
        const auto end = text.find(']', from);
        if (end == std::string::npos || end - from > 60)
            from += kOpening.size();
        else
            text.erase(from, end + 1 - from);
    }
    return text;
}

void appendLines(const std::string& raw, std::vector<std::string>& lines)
{
    const auto text = withoutBookmarks(nfc(withRightLetters(raw)));
    std::size_t from = 0;
    for (auto end = text.find('\n'); end != std::string::npos; from = end + 1, end = text.find('\n', from))
        lines.push_back(text.substr(from, end - from));
    lines.push_back(text.substr(from));
}

void appendBlocks(const pugi::xml_node& body, std::vector<std::string>& lines, int depth)
{
    if (depth > 64)
        return;
    for (const auto& child : body.children()) {
        const std::string_view name = child.name();
        if (name == "w:p") {
            std::string text;
            appendWords(child, text, 0);
            appendLines(text, lines);
        } else if (name == "w:tr") {
            std::string row;
            for (const auto& cell : child.children("w:tc")) {
                std::string text;
                for (const auto& paragraph : cell.children("w:p")) {
                    text += text.empty() ? "" : " ";
                    appendWords(paragraph, text, 0);
                }
                row += (row.empty() ? "" : "\t") + text;
            }
            appendLines(row, lines);
        } else {
            appendBlocks(child, lines, depth + 1);
        }
    }
}

Result<std::vector<std::string>> wordLines(std::string_view bytes)
{
    TD_TRY(const auto part, documentPart(bytes));
    pugi::xml_document document;
    if (!document.load_buffer(part.data(), part.size(), pugi::parse_default | pugi::parse_ws_pcdata))
        return fail(ErrorCode::InputFormat, "proof.damaged-archive");
    std::vector<std::string> lines;
    appendBlocks(document.child("w:document").child("w:body"), lines, 0);
    return lines;
}

bool isUtf8(std::string_view bytes)
{
    return utf8Of(codePoints(bytes)) == bytes;
}

Result<std::vector<std::string>> plainLines(std::string_view bytes)
{
    std::string text;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        text = utf8OfUtf16(bytes.substr(2), bytes.starts_with("\xFE\xFF"));
    else
        text = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
    if (text.find('\0') != std::string::npos || !isUtf8(text))
        return fail(ErrorCode::InputFormat, "proof.not-text");
    std::string joined;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n')
            continue;
        joined += text[at] == '\r' ? '\n' : text[at];
    }
    std::vector<std::string> lines;
    appendLines(joined, lines);
    return lines;
}

}

Result<std::vector<std::string>> readText(std::string_view bytes)
{
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return fail(ErrorCode::InputFormat, "proof.old-word");
    if (bytes.starts_with("%PDF"))
        return fail(ErrorCode::InputFormat, "proof.pdf");
    if (bytes.starts_with("{\\rtf"))
        return fail(ErrorCode::InputFormat, "proof.rtf");
    const bool archive = bytes.starts_with("PK\x03\x04");
    if (!archive && bytes.size() > kLargestText)
        return fail(ErrorCode::InputFormat, "proof.too-long");
    return archive ? wordLines(bytes) : plainLines(bytes);
}

}
