// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/document_json.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace thidua::documents {
namespace {

using nlohmann::json;

constexpr int kFormat = 1;

json put(const Run& run)
{
    return {{"text", run.text}, {"bold", run.bold}, {"italic", run.italic}, {"gap", run.gapMm}};
}

Run runFrom(const json& node)
{
    return {node.at("text"), node.at("bold"), node.at("italic"), node.at("gap")};
}

json put(const Runs& runs)
{
    json list = json::array();
    for (const auto& run : runs)
        list.push_back(put(run));
    return list;
}

Runs runsFrom(const json& node)
{
    Runs runs;
    for (const auto& run : node)
        runs.push_back(runFrom(run));
    return runs;
}

json put(const std::optional<Runs>& runs)
{
    return runs ? put(*runs) : json(nullptr);
}

std::optional<Runs> maybeRuns(const json& node)
{
    return node.is_null() ? std::nullopt : std::optional(runsFrom(node));
}

json put(const OfficialHead& head)
{
    json node{{"block", "head"}, {"superior", head.superior}, {"agency", head.agency}, {"number", put(head.number)}, {"placeDate", put(head.placeDate)}};
    if (!head.about.empty())
        node["about"] = head.about;
    return node;
}

OfficialHead headFrom(const json& node)
{
    return {node.at("superior"), node.at("agency"), maybeRuns(node.at("number")), maybeRuns(node.at("placeDate")), node.value("about", std::vector<std::string>())};
}

/// Dates and decimals say what they are, numbers and texts stand as they are.
json put(const CellValue& value)
{
    return std::visit(Overload{[](const std::string& text) { return json(text); }, [](std::int64_t number) { return json(number); },
                               [](Decimal number) { return json{{"hundredths", number.hundredths}}; },
                               [](const Date& date) { return json{{"date", date.iso()}}; }},
                      value);
}

CellValue cellValueFrom(const json& node)
{
    if (node.is_string())
        return node.get<std::string>();
    if (node.is_number_integer())
        return node.get<std::int64_t>();
    if (node.contains("hundredths"))
        return Decimal{node.at("hundredths").get<std::int64_t>()};
    const auto date = Date::fromIso(node.at("date").get<std::string>());
    if (!date)
        throw std::invalid_argument("date");
    return *date;
}

json put(const std::vector<Row>& rows)
{
    json list = json::array();
    for (const auto& row : rows) {
        json cells = json::array();
        for (const auto& cell : row.cells)
            cells.push_back({{"value", put(cell.value)}, {"columns", cell.columnSpan}, {"rows", cell.rowSpan}, {"bold", cell.bold},
                             {"align", cell.align ? json(static_cast<int>(*cell.align)) : json(nullptr)}});
        list.push_back({{"kind", static_cast<int>(row.kind)}, {"cells", std::move(cells)}});
    }
    return list;
}

/// A code of an enumeration whose last value is `last`.
template <class E>
E enumFrom(const json& node, E last)
{
    const int code = node.get<int>();
    if (code < 0 || code > static_cast<int>(last))
        throw std::invalid_argument("code");
    return static_cast<E>(code);
}

std::vector<Row> rowsFrom(const json& node)
{
    std::vector<Row> rows;
    for (const auto& row : node) {
        Row made{{}, enumFrom(row.at("kind"), RowKind::Total)};
        for (const auto& cell : row.at("cells"))
            made.cells.push_back({cellValueFrom(cell.at("value")), cell.at("columns"), cell.at("rows"), cell.at("bold"),
                                  cell.at("align").is_null() ? std::nullopt : std::optional(enumFrom(cell.at("align"), Align::Right))});
        rows.push_back(std::move(made));
    }
    return rows;
}

json put(const Table& table)
{
    json columns = json::array();
    for (const auto& column : table.columns)
        columns.push_back({{"mm", column.mm}, {"align", static_cast<int>(column.align)}});
    return {{"block", "table"}, {"columns", std::move(columns)}, {"header", put(table.header)}, {"rows", put(table.rows)}, {"pt", table.fontPt}};
}

Table tableFrom(const json& node)
{
    Table table;
    for (const auto& column : node.at("columns"))
        table.columns.push_back({column.at("mm"), enumFrom(column.at("align"), Align::Right)});
    table.header = rowsFrom(node.at("header"));
    table.rows = rowsFrom(node.at("rows"));
    table.fontPt = node.at("pt");
    return table;
}

json put(const Signature& signature)
{
    json signers = json::array();
    for (const auto& signer : signature.signers)
        signers.push_back({{"office", signer.office}, {"name", signer.name}, {"hint", signer.hint}});
    return {{"block", "signature"}, {"signers", std::move(signers)}, {"dateLine", put(signature.dateLine)}, {"recipients", signature.recipients},
            {"place", static_cast<int>(signature.place)}};
}

Signature signatureFrom(const json& node)
{
    Signature signature;
    for (const auto& signer : node.at("signers"))
        signature.signers.push_back({signer.at("office"), signer.at("name"), signer.at("hint")});
    signature.dateLine = maybeRuns(node.at("dateLine"));
    signature.recipients = node.at("recipients").get<std::vector<std::string>>();
    signature.place = enumFrom(node.at("place"), RecipientsPlace::Below);
    return signature;
}

json put(const Ballot& ballot)
{
    json candidates = json::array();
    for (const auto& candidate : ballot.candidates)
        candidates.push_back({{"name", candidate.name}, {"position", candidate.position}});
    return {{"block", "ballot"}, {"head", put(ballot.head)}, {"title", ballot.title}, {"subject", ballot.subject}, {"instruction", ballot.instruction},
            {"nameHeader", ballot.nameHeader}, {"candidates", std::move(candidates)}, {"notes", ballot.notes}, {"copies", ballot.copies},
            {"positionHeader", ballot.positionHeader}};
}

Ballot ballotFrom(const json& node)
{
    Ballot ballot{headFrom(node.at("head")), node.at("title"), node.at("subject"), node.at("instruction"), node.at("nameHeader"), {}, node.at("notes"),
                  node.at("copies")};
    for (const auto& candidate : node.at("candidates"))
        ballot.candidates.push_back({candidate.at("name"), candidate.at("position")});
    ballot.positionHeader = node.value("positionHeader", ballot.positionHeader);
    return ballot;
}

json put(const Block& block)
{
    return std::visit(
        Overload{[](const OfficialHead& head) { return put(head); },
                 [](const TitleBlock& title) { return json{{"block", "title"}, {"type", title.type}, {"subject", title.subject}, {"references", title.references}}; },
                 [](const Addressees& addressees) { return json{{"block", "addressees"}, {"names", addressees.names}}; },
                 [](const Basis& basis) { return json{{"block", "basis"}, {"lines", basis.lines}}; },
                 [](const AuthorityLine& line) { return json{{"block", "authority"}, {"text", line.text}, {"kind", static_cast<int>(line.kind)}}; },
                 [](const Paragraph& paragraph) { return json{{"block", "paragraph"}, {"runs", put(paragraph.runs)}, {"level", static_cast<int>(paragraph.level)}}; },
                 [](const Article& article) { return json{{"block", "article"}, {"number", article.number}, {"text", put(article.text)}}; },
                 [](const Table& table) { return put(table); }, [](const Note& note) { return json{{"block", "note"}, {"text", note.text}}; },
                 [](const Signature& signature) { return put(signature); },
                 [](const AppendixHead& head) { return json{{"block", "appendix"}, {"label", head.label}, {"title", head.title}, {"references", head.references}}; },
                 [](const Ballot& ballot) { return put(ballot); }, [](const PageBreak&) { return json{{"block", "page-break"}}; }},
        block);
}

Block blockFrom(const json& node)
{
    const auto kind = node.at("block").get<std::string>();
    const auto texts = [&node](const char* name) { return node.at(name).get<std::vector<std::string>>(); };
    if (kind == "head")
        return headFrom(node);
    if (kind == "title")
        return TitleBlock{node.at("type"), texts("subject"), texts("references")};
    if (kind == "addressees")
        return Addressees{texts("names")};
    if (kind == "basis")
        return Basis{texts("lines")};
    if (kind == "authority")
        return AuthorityLine{node.at("text"), enumFrom(node.at("kind"), AuthorityKind::Decides)};
    if (kind == "paragraph")
        return Paragraph{runsFrom(node.at("runs")), enumFrom(node.at("level"), Level::Centred)};
    if (kind == "article")
        return Article{node.at("number"), runsFrom(node.at("text"))};
    if (kind == "table")
        return tableFrom(node);
    if (kind == "note")
        return Note{node.at("text")};
    if (kind == "signature")
        return signatureFrom(node);
    if (kind == "appendix")
        return AppendixHead{node.at("label"), texts("title"), texts("references")};
    if (kind == "ballot")
        return ballotFrom(node);
    if (kind == "page-break")
        return PageBreak{};
    throw std::invalid_argument("block " + kind);
}

json put(const Part& part)
{
    json blocks = json::array();
    for (const auto& block : part.blocks)
        blocks.push_back(put(block));
    const json page{{"orientation", static_cast<int>(part.page.orientation)}, {"top", part.page.top}, {"bottom", part.page.bottom},
                    {"left", part.page.left}, {"right", part.page.right}};
    return {{"page", page}, {"blocks", std::move(blocks)}, {"numbered", part.numbered}};
}

Part partFrom(const json& node)
{
    const auto& page = node.at("page");
    Part part{{enumFrom(page.at("orientation"), Orientation::Landscape), page.at("top"), page.at("bottom"), page.at("left"), page.at("right")}, {},
              node.at("numbered")};
    for (const auto& block : node.at("blocks"))
        part.blocks.push_back(blockFrom(block));
    return part;
}

Document documentFrom(const json& node)
{
    if (node.at("format").get<int>() != kFormat)
        throw std::invalid_argument("format");
    Document document{node.at("title"), node.at("author"), {}, {}};
    for (const auto& part : node.at("parts"))
        document.parts.push_back(partFrom(part));
    for (const auto& gap : node.at("gaps"))
        document.gaps.push_back({gap.at("field"), gap.at("label")});
    return document;
}

}

std::string toJson(const Document& document)
{
    json parts = json::array(), gaps = json::array();
    for (const auto& part : document.parts)
        parts.push_back(put(part));
    for (const auto& gap : document.gaps)
        gaps.push_back({{"field", gap.field}, {"label", gap.label}});
    const json whole{{"format", kFormat}, {"title", document.title}, {"author", document.author}, {"parts", std::move(parts)}, {"gaps", std::move(gaps)}};
    return whole.dump(-1, ' ', false, json::error_handler_t::replace); // bytes of a damaged file print as "�" too
}

Result<Document> documentFromJson(std::string_view text)
{
    try {
        return documentFrom(json::parse(text));
    } catch (const json::exception& error) {
        return fail(ErrorCode::InputFormat, "document.unreadable", {}, error.what());
    } catch (const std::invalid_argument& error) {
        return fail(ErrorCode::InputFormat, "document.unreadable", {}, error.what());
    }
}

}
