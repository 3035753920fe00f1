// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/initiative_papers.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "documents/compose.h"

namespace thidua::documents {
namespace {

/// Where somebody writes by hand: a line of dots.
constexpr const char* kDots = "……………………………………";

void addFacts(Composer& composer, const std::vector<std::pair<const char*, std::string>>& facts)
{
    for (const auto& [label, text] : facts)
        if (!text.empty())
            composer.labelled(composer.word(label), text);
}

void addCertificate(const CertificatesView& view, const CertificateView& one, Composer& composer)
{
    composer.newPart({Orientation::Landscape});
    auto head = composer.head(view.paper.issuer);
    composer.add(std::move(head));
    composer.add(TitleBlock{composer.word("type"), composer.words().lines("subject"), {}});
    composer.add(AuthorityLine{upper(composer.need(view.authority, "authority")), AuthorityKind::Issuer});
    composer.paragraph(composer.word("certifies"), Level::Centred);
    composer.labelled(one.salutation.empty() ? composer.word("author.label") : one.salutation + ":", composer.need(one.author, "author") + (one.post.empty() ? "" : ", " + one.post) + ".");
    composer.labelled(composer.word(one.others.empty() ? "work.label" : "shared.label", {{"share", std::int64_t{one.share}}}),
                      "“" + composer.need(one.title, "title") + "”.");
    addFacts(composer, {{"field.label", one.field.empty() ? "" : withoutStop(one.field) + "."},
                        {"others.label", one.others.empty() ? "" : withoutStop(one.others) + "."},
                        {"summary.label", one.summary.empty() ? "" : withoutStop(join(split(one.summary, '\n'), " ")) + "."},
                        {"grade.label", one.grade.empty() ? "" : one.grade + "."}});
    composer.paragraph(composer.word("recognised", {{"decision", composer.need(view.decision, "decision")}, {"authority", view.authority}, {"year", view.year.paper()}}));
    Signature signature;
    signature.signers = {composer.signer(view.paper.signer, "signer")};
    signature.dateLine = composer.dateLine(view.paper.issuer, view.paper.date);
    composer.add(std::move(signature));
}

Table criteriaTable(const ScoreSheetsView& view, const ScoreSheetView& sheet, const Composer& composer)
{
    Table table;
    table.columns = {{12, Align::Centre}, {83}, {35, Align::Centre}, {35, Align::Centre}};
    table.header = {headerRow(composer.words().lines("header"))};
    std::int64_t number = 0;
    for (const auto& one : sheet.criteria)
        table.rows.push_back({{{++number}, {one.name}, {one.most}, {one.given}}});
    Row total{{{composer.word("total"), 2, 1, true, Align::Left}, {view.most, 1, 1, true, std::nullopt}, {sheet.total, 1, 1, true, std::nullopt}}, RowKind::Total};
    table.rows.push_back(std::move(total));
    return table;
}

void addSheet(const ScoreSheetsView& view, const ScoreSheetView& sheet, Composer& composer)
{
    composer.newPart();
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{composer.word("type"), {composer.word("subject", {{"year", view.year.paper()}, {"meeting", view.meeting}})}, {}});
    composer.labelled(composer.word("title.label"), sheet.title + ".");
    composer.labelled(composer.word("authors.label"), join(split(sheet.authors, '\n'), ", ") + ".");
    addFacts(composer, {{"field.label", sheet.field.empty() ? "" : withoutStop(sheet.field) + "."}});
    composer.labelled(composer.word("scorer.label"), sheet.scorer.empty() ? kDots : sheet.scorer + ".");
    if (!sheet.criteria.empty())
        composer.add(criteriaTable(view, sheet, composer));
    composer.labelled(composer.word("grade.label"), sheet.grade.empty() ? composer.word("grade.blank") : sheet.grade + ".");
    composer.labelled(composer.word("remark.label"), sheet.remark.empty() ? std::string(kDots) + kDots : join(split(sheet.remark, '\n'), " "));
    Signature signature;
    signature.signers = {composer.signer({composer.words().lines("scorer-office"), sheet.scorer}, "compiler")};
    composer.add(std::move(signature));
}

std::vector<double> shares(std::size_t count, double all)
{
    return std::vector<double>(count, all / static_cast<double>(count));
}

}

Document certificates(const CertificatesView& view, const Template& words)
{
    Composer composer(words, words.text("file", {{"decision", view.decision}, {"year", view.year.paper()}}), view.paper.issuer);
    for (const auto& one : view.certificates)
        addCertificate(view, one, composer);
    auto document = composer.finish();
    for (auto& part : document.parts)
        part.numbered = false;
    return document;
}

Document scoreSheets(const ScoreSheetsView& view, const Template& words)
{
    Composer composer(words, words.text("file", {{"meeting", view.meeting}}), view.issuer);
    for (const auto& sheet : view.sheets)
        addSheet(view, sheet, composer);
    return composer.finish();
}

Document scoreSummary(const ScoreSummaryView& view, const Template& words)
{
    Composer composer(words, words.text("file", {{"meeting", view.meeting}}), view.issuer);
    composer.newPart({Orientation::Landscape});
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{words.text("type"), words.lines("subject", {{"year", view.year.paper()}, {"meeting", view.meeting}}), {}});
    Table table;
    table.columns = {{10, Align::Centre}, {62}, {42}};
    for (const double mm : shares(view.columns.size(), 68))
        table.columns.push_back({mm, Align::Centre});
    for (const double mm : {14.0, 18.0, 14.0, 24.0})
        table.columns.push_back({mm, Align::Centre});
    auto titles = words.lines("header");
    titles.insert(titles.begin() + 3, view.columns.begin(), view.columns.end());
    table.header = {headerRow(std::move(titles))};
    std::int64_t number = 0;
    for (const auto& row : view.rows) {
        Row line{{{++number}, {row.title}, {row.authors}}};
        for (const auto& mean : row.means)
            line.cells.push_back(orDash(mean));
        line.cells.push_back(orDash(row.mean));
        line.cells.push_back(orDash(row.grade));
        line.cells.push_back(orDash(row.votes));
        line.cells.push_back(orDash(row.result));
        table.rows.push_back(std::move(line));
    }
    table.rows.push_back(totalRow(words.text("total", {{"count", figure(view.rows.size())}}), static_cast<int>(table.columns.size())));
    composer.add(std::move(table));
    composer.add(Note{words.text("note")});
    auto secretary = view.secretary, chair = view.chair;
    secretary.office = words.lines("secretary-office");
    chair.office = words.lines("chair-office");
    composer.add(Signature{{composer.signer(secretary, "compiler"), composer.signer(chair, "compiler")}, composer.dateLine(view.issuer, view.date), {}});
    return composer.finish();
}

Document initiativeLedger(const InitiativeLedgerView& view, const Template& words)
{
    Composer composer(words, words.text("file"), view.issuer);
    composer.newPart({Orientation::Landscape});
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{words.text("type"), words.lines("subject"), {}});
    Table table;
    table.columns = {{10, Align::Centre}, {38}, {58}, {28, Align::Centre}, {46}, {24}, {26}, {22, Align::Centre}};
    table.header = {headerRow(words.lines("header"))};
    std::int64_t number = 0;
    for (const auto& row : view.rows)
        table.rows.push_back({{{++number}, {row.author}, {row.title}, {row.year}, orDash(row.recognition), orDash(row.scope), orDash(row.used), orDash(row.valid)}});
    table.rows.push_back(totalRow(words.text("total", {{"count", figure(view.rows.size())}}), static_cast<int>(table.columns.size())));
    composer.add(std::move(table));
    auto compiler = view.compiler;
    compiler.office = words.lines("compiler");
    composer.add(Signature{{composer.signer(compiler, "compiler"), composer.signer(view.signer, "signer")}, composer.dateLine(view.issuer, view.date), {}});
    return composer.finish();
}

}
