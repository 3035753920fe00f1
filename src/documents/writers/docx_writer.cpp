// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/docx_writer.h"

#include "base/text_util.h"
#include "base/xml_text.h"
#include "documents/compose.h"
#include "documents/line_fit.h"
#include "documents/measures.h"
#include "documents/writers/docx_body.h"
#include "documents/writers/package.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace thidua::documents {
namespace docx {
namespace {

/// What stands between the hyphens inside words: Word would end a line at them, and a number like 28/2020/TT-BGDĐT is one word.
std::vector<std::string> unbrokenPieces(const std::string& line)
{
    constexpr std::string_view kGlue = "\u00A0";
    const std::string_view all = line;
    std::vector<std::string> pieces(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto before = all.substr(0, i), behind = all.substr(i + 1);
        const bool apart = before.empty() || behind.empty() || before.ends_with(' ') || behind.starts_with(' ') || before.ends_with(kGlue) || behind.starts_with(kGlue);
        const bool inside = line[i] == '-' && !apart;
        if (inside)
            pieces.emplace_back();
        else
            pieces.back() += line[i];
    }
    return pieces;
}

/// “Tổ 4–5” is one word as well. Word knows a no-width character that ends no line, U+200D, by which other programs end none either.
std::string boundDashes(const std::string& line)
{
    constexpr std::string_view kDash = "\u2013", kBond = "\u200D", kGlue = "\u00A0";
    std::string out;
    std::size_t from = 0;
    for (auto at = line.find(kDash); at != std::string::npos; at = line.find(kDash, from)) {
        const auto behind = std::string_view(line).substr(at + kDash.size());
        const auto before = std::string_view(line).substr(0, at);
        const bool apart = before.empty() || behind.empty() || before.ends_with(' ') || behind.starts_with(' ') || before.ends_with(kGlue) || behind.starts_with(kGlue);
        out.append(line, from, at + kDash.size() - from);
        if (!apart)
            out += kBond;
        from = at + kDash.size();
    }
    return out.append(line, from, std::string::npos);
}

constexpr const char* kNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

void addSpaceAfter(pugi::xml_node body, double mm)
{
    auto paragraph = addParagraph(body, "KeNgang");
    auto spacing = paragraph.child("w:pPr").append_child("w:spacing");
    spacing.append_attribute("w:line") = twips(mm);
    spacing.append_attribute("w:lineRule") = "exact";
}

/// A centred text broken where paper breaks it: in lines of about equal length, names whole.
void addCentred(pugi::xml_node body, const std::vector<std::string>& texts, double mm)
{
    for (const auto& text : texts) {
        auto paragraph = addParagraph(body, "TrichYeu");
        const auto lines = balancedLines(gluedTitle(text), mm, measures::kTitlePt, true);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (i > 0)
                paragraph.append_child("w:r").append_child("w:br");
            addRun(paragraph, lines[i] + (i + 1 < lines.size() ? " " : ""));
        }
    }
}

void addTitle(pugi::xml_node body, const TitleBlock& title, const PageSetup& page)
{
    addText(body, "TenLoai", title.type);
    const double mm = measures::titleWidth(page);
    addCentred(body, title.subject, mm);
    for (const auto& line : title.references)
        addText(body, "KemTheo", gluedTitle(line));
    if (title.references.empty())
        addCentredRule(body, measures::kTitleRuleShare * widest(balancedLines(title.subject, mm, measures::kTitlePt, true), measures::kTitlePt, true));
    addSpaceAfter(body, 5.8);
}

void addAddressees(pugi::xml_node body, const Addressees& to, const PageSetup& page)
{
    const auto indent = [](pugi::xml_node paragraph, double mm) {
        paragraph.child("w:pPr").append_child("w:ind").append_attribute("w:left") = twips(mm);
    };
    const bool one = to.names.size() == 1;
    indent(addText(body, "KinhGui", one ? "Kính gửi: " + withoutStop(to.names.front()) + "." : "Kính gửi:"), measures::kAddressX - page.left);
    if (!one)
        for (const auto& line : recipients(to.names))
            indent(addText(body, "KinhGui", line), measures::kAddressListX - page.left);
    addSpaceAfter(body, 3);
}

const char* styleOf(Level level)
{
    switch (level) {
    case Level::Section: return "MucLaMa";
    case Level::Heading: return "Muc";
    case Level::Item: return "Diem";
    case Level::Centred: return "TieuDeGiua";
    case Level::Body: break;
    }
    return "ThanVanBan";
}

void addAppendixHead(pugi::xml_node body, const AppendixHead& head)
{
    if (!head.label.empty())
        addText(body, "TrichYeu", head.label);
    addCentred(body, head.title, measures::kAppendixTitleWidth);
    for (const auto& line : head.references)
        addText(body, "KemTheo", gluedTitle(line));
    addSpaceAfter(body, 4);
}

void leaveOut(Table& table, std::ptrdiff_t column)
{
    table.columns.erase(table.columns.begin() + column);
    for (auto* rows : {&table.header, &table.rows})
        for (auto& row : *rows)
            row.cells.erase(row.cells.begin() + column);
}

/// One ballot after the other, each on a page: Word has no absolute measures worth keeping here.
void addBallot(pugi::xml_node body, const Ballot& ballot, const PageSetup& page)
{
    for (int copy = 0; copy < ballot.copies; ++copy) {
        if (copy > 0)
            addParagraph(body, "KeNgang").child("w:pPr").append_child("w:pageBreakBefore");
        addHead(body, ballot.head, page);
        addText(body, "TenLoai", ballot.title);
        addCentred(body, {ballot.subject}, page.textWidth());
        addText(body, "KemTheo", ballot.instruction);
        addSpaceAfter(body, 3);
        Table table;
        const bool posts = !ballot.positionHeader.empty();
        table.columns = {{10, Align::Centre}, {posts ? 53.0 : 100.0}, {47}, {25, Align::Centre}, {30, Align::Centre}};
        const auto title = [](std::string text) { return Cell{std::move(text), 1, 1, true, Align::Centre}; };
        table.header = {{{title("TT"), title(ballot.nameHeader), title(ballot.positionHeader), title("Đồng ý"), title("Không đồng ý")}}};
        std::int64_t number = 0;
        for (const auto& candidate : ballot.candidates)
            table.rows.push_back({{{++number}, {candidate.name}, {candidate.position}, {std::string("☐")}, {std::string("☐")}}});
        if (!posts)
            leaveOut(table, 2);
        addTable(body, table);
        addSpaceAfter(body, 3);
        for (const auto& note : ballot.notes)
            addText(body, "GhiChu", note, {&note == &ballot.notes.back(), &note == &ballot.notes.back(), 0});
    }
}

/// A justified paragraph whose lines would get holes is set ragged: Word would draw the words apart before “28/2020/TT-BGDĐT”.
void keepWhole(pugi::xml_node paragraph, const std::string& text, const PageSetup& page)
{
    if (makesHoles(glued(text), page.textWidth(), measures::kFirstLineIndent, measures::kBodyPt))
        paragraph.child("w:pPr").append_child("w:jc").append_attribute("w:val") = "left";
}

void addBasis(pugi::xml_node body, const Basis& block, const PageSetup& page)
{
    for (const auto& line : block.lines)
        keepWhole(addText(body, "CanCu", glued(line)), line, page);
}

void addParagraphOf(pugi::xml_node body, const Paragraph& text, const PageSetup& page)
{
    auto paragraph = addParagraph(body, styleOf(text.level));
    addRuns(paragraph, text.runs);
    if (text.level != Level::Centred)
        keepWhole(paragraph, plainText(text.runs), page);
}

void addArticle(pugi::xml_node body, const Article& article, const PageSetup& page)
{
    const auto number = "Điều " + std::to_string(article.number) + ". ";
    auto paragraph = addParagraph(body, "ThanVanBan");
    addRun(paragraph, number, {true, false, 0});
    addRuns(paragraph, article.text);
    keepWhole(paragraph, number + plainText(article.text), page);
}

void addBlock(pugi::xml_node body, const Block& block, const PageSetup& page)
{
    std::visit(Overload{[&](const OfficialHead& head) { addHead(body, head, page); }, [&](const TitleBlock& title) { addTitle(body, title, page); },
                        [&](const Addressees& to) { addAddressees(body, to, page); }, [&](const Basis& lines) { addBasis(body, lines, page); },
                        [&](const AuthorityLine& line) { addText(body, "ThamQuyen", line.text); },
                        [&](const Paragraph& text) { addParagraphOf(body, text, page); }, [&](const Article& article) { addArticle(body, article, page); },
                        [&](const Table& table) {
                            addTable(body, table);
                            addSpaceAfter(body, 2);
                        },
                        [&](const Note& note) {
                            auto paragraph = addParagraph(body, "GhiChu");
                            addRun(paragraph, "Ghi chú: ", {false, true, 0});
                            addRun(paragraph, glued(note.text));
                        },
                        [&](const Signature& signature) { addSignature(body, signature, page); },
                        [&](const AppendixHead& head) { addAppendixHead(body, head); },
                        [&](const Ballot& ballot) { addBallot(body, ballot, page); },
                        [&](const PageBreak&) { addParagraph(body, "KeNgang").child("w:pPr").append_child("w:pageBreakBefore"); }},
               block);
}

/// The section's page: it stands in the last paragraph of the part, for the last part at the end of the body.
void addSection(pugi::xml_node parent, const Part& part)
{
    auto section = parent.append_child("w:sectPr");
    const auto header = [&](const char* type, const char* id) {
        auto reference = section.append_child("w:headerReference");
        reference.append_attribute("w:type") = type;
        reference.append_attribute("r:id") = id;
    };
    header("default", part.numbered ? "rId3" : "rId4");
    header("first", "rId4");
    section.append_child("w:type").append_attribute("w:val") = "nextPage";
    auto size = section.append_child("w:pgSz");
    size.append_attribute("w:w") = twips(part.page.width());
    size.append_attribute("w:h") = twips(part.page.height());
    if (part.page.orientation == Orientation::Landscape)
        size.append_attribute("w:orient") = "landscape";
    auto margins = section.append_child("w:pgMar");
    margins.append_attribute("w:top") = twips(part.page.top);
    margins.append_attribute("w:right") = twips(part.page.right);
    margins.append_attribute("w:bottom") = twips(part.page.bottom);
    margins.append_attribute("w:left") = twips(part.page.left);
    margins.append_attribute("w:header") = twips(measures::kPageNumberY - measures::kBodyPt * measures::kPointMm);
    margins.append_attribute("w:footer") = twips(10);
    margins.append_attribute("w:gutter") = 0;
    section.append_child("w:pgNumType").append_attribute("w:start") = 1;
    section.append_child("w:titlePg");
}

std::string saved(const pugi::xml_document& xml)
{
    std::ostringstream out;
    xml.save(out, "", pugi::format_raw | pugi::format_no_declaration);
    return kDeclaration + out.str();
}

std::string documentXml(const Document& document)
{
    pugi::xml_document xml;
    auto root = xml.append_child("w:document");
    root.append_attribute("xmlns:w") = kNamespace;
    root.append_attribute("xmlns:r") = kRelations;
    auto body = root.append_child("w:body");
    for (std::size_t i = 0; i < document.parts.size(); ++i) {
        const auto& part = document.parts[i];
        for (const auto& block : part.blocks)
            addBlock(body, block, part.page);
        // A table must not be the last thing before a section's end.
        auto last = addParagraph(body, "KeNgang");
        const bool ends = i + 1 == document.parts.size();
        if (ends) { // as good as nothing, or it opens a page of its own where the page is full
            auto properties = last.child("w:pPr");
            auto spacing = properties.append_child("w:spacing");
            spacing.append_attribute("w:line") = 1;
            spacing.append_attribute("w:lineRule") = "exact";
            properties.append_child("w:rPr").append_child("w:vanish");
        }
        addSection(ends ? body : last.child("w:pPr"), part);
    }
    return saved(xml);
}

std::string headerXml(bool number)
{
    std::string xml = kDeclaration;
    xml += "<w:hdr xmlns:w=\"" + std::string(kNamespace) + "\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>";
    if (number)
        xml += "<w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr>"
               "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr><w:fldChar "
               "w:fldCharType=\"separate\"/></w:r><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr><w:t>2</w:t></w:r><w:r><w:rPr><w:sz "
               "w:val=\"26\"/></w:rPr><w:fldChar w:fldCharType=\"end\"/></w:r>";
    return xml + "</w:p></w:hdr>";
}

std::string coreXml(const Document& document)
{
    pugi::xml_document xml;
    auto root = xml.append_child("cp:coreProperties");
    root.append_attribute("xmlns:cp") = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    root.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
    root.append_child("dc:title").text() = xmlText(document.title).c_str();
    root.append_child("dc:creator").text() = xmlText(document.author).c_str();
    root.append_child("dc:language").text() = "vi-VN";
    return saved(xml);
}

std::string contentTypes()
{
    const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    std::string xml = kDeclaration;
    xml += "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
           "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>";
    const auto part = [&](const char* name, const std::string& type) {
        xml += "<Override PartName=\"" + std::string(name) + "\" ContentType=\"" + type + "\"/>";
    };
    part("/word/document.xml", word + "document.main+xml");
    part("/word/styles.xml", word + "styles+xml");
    part("/word/settings.xml", word + "settings+xml");
    part("/word/header1.xml", word + "header+xml");
    part("/word/header2.xml", word + "header+xml");
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    return xml + "</Types>";
}

std::string relations(const std::vector<std::array<std::string, 3>>& entries)
{
    std::string xml = kDeclaration;
    xml += "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    for (const auto& [id, type, target] : entries)
        xml += "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    return xml + "</Relationships>";
}

std::string settingsXml()
{
    return std::string(kDeclaration) + "<w:settings xmlns:w=\"" + kNamespace +
           "\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
           "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>";
}

}

pugi::xml_node addParagraph(pugi::xml_node parent, const char* style)
{
    auto paragraph = parent.append_child("w:p");
    paragraph.append_child("w:pPr").append_child("w:pStyle").append_attribute("w:val") = style;
    return paragraph;
}

void addRun(pugi::xml_node paragraph, const std::string& text, RunLook look)
{
    auto run = paragraph.append_child("w:r");
    if (look.bold || look.italic || look.halfPoints > 0) {
        auto properties = run.append_child("w:rPr");
        if (look.bold)
            properties.append_child("w:b");
        if (look.italic)
            properties.append_child("w:i");
        if (look.halfPoints > 0)
            properties.append_child("w:sz").append_attribute("w:val") = look.halfPoints;
    }
    bool first = true;
    for (const auto& line : split(xmlText(text), '\n')) {
        if (!std::exchange(first, false))
            run.append_child("w:br");
        const auto pieces = unbrokenPieces(boundDashes(line));
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (i > 0)
                run.append_child("w:noBreakHyphen");
            auto node = run.append_child("w:t");
            node.append_attribute("xml:space") = "preserve";
            node.text() = pieces[i].c_str();
        }
    }
}

void addRuns(pugi::xml_node paragraph, const Runs& runs)
{
    for (const auto& run : runs)
        addRun(paragraph, run.gapMm > 0 ? std::string(kPenRoom) : glued(run.text), {run.bold, run.italic, 0});
}

pugi::xml_node addText(pugi::xml_node parent, const char* style, const std::string& text, RunLook look)
{
    auto paragraph = addParagraph(parent, style);
    addRun(paragraph, text, look);
    return paragraph;
}

}

Result<void> writeDocx(const Document& document, const std::filesystem::path& path, const Progress* progress)
{
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return writePackage(path, {{"[Content_Types].xml", docx::contentTypes()},
                               {"_rels/.rels", docx::relations({{"rId1", office + "officeDocument", "word/document.xml"},
                                                                {"rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                                                                 "docProps/core.xml"}})},
                               {"docProps/core.xml", docx::coreXml(document)},
                               {"word/_rels/document.xml.rels", docx::relations({{"rId1", office + "styles", "styles.xml"},
                                                                                 {"rId2", office + "settings", "settings.xml"},
                                                                                 {"rId3", office + "header", "header1.xml"},
                                                                                 {"rId4", office + "header", "header2.xml"}})},
                               {"word/document.xml", docx::documentXml(document)},
                               {"word/header1.xml", docx::headerXml(true)},
                               {"word/header2.xml", docx::headerXml(false)},
                               {"word/settings.xml", docx::settingsXml()},
                               {"word/styles.xml", docx::stylesXml()}}, progress);
}

}
