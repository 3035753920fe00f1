// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/lists.h"

#include "base/text_util.h"
#include "documents/compose.h"

namespace thidua::documents {
namespace {

template <class Groups>
std::size_t rowsOf(const Groups& groups)
{
    std::size_t total = 0;
    for (const auto& group : groups)
        total += group.rows.size();
    return total;
}

Signature twoSigners(Composer& composer, const IssuerView& issuer, const std::optional<Date>& date, SignerView compiler,
                     const SignerView& signer)
{
    if (compiler.office.empty())
        compiler.office = composer.words().lines("compiler");
    return {{composer.signer(compiler, "compiler"), composer.signer(signer, "signer")}, composer.dateLine(issuer, date), {}};
}

void addAwards(Table& table, const std::vector<StaffAwardGroup>& groups, std::size_t& group, Composer& composer)
{
    for (const auto& part : groups) {
        if (part.rows.empty())
            continue;
        table.rows.push_back(groupRow(roman(++group) + ". " + part.title, static_cast<int>(table.columns.size())));
        std::int64_t number = 0;
        for (const auto& row : part.rows)
            table.rows.push_back({{{++number}, {composer.need(row.name, "name")}, orDash(row.position), orDash(row.award),
                                   orDash(row.decision), {row.note}}});
    }
}

std::vector<std::string> followed(const std::vector<ReferenceView>& references, Composer& composer)
{
    std::vector<Fields> rows;
    for (const auto& reference : references)
        rows.push_back({{"reference", composer.reference(reference)}, {"reference.by", reference.issuedBy}});
    if (rows.empty())
        return {};
    return composer.words().lines("followed", {{"references", std::move(rows)}});
}

void addNominations(Table& table, const std::vector<NominationGroup>& groups, Composer& composer)
{
    std::size_t group = 0;
    for (const auto& part : groups) {
        if (part.rows.empty())
            continue;
        if (!part.title.empty())
            table.rows.push_back(groupRow(roman(++group) + ". " + part.title, static_cast<int>(table.columns.size())));
        std::int64_t number = 0;
        for (const auto& row : part.rows)
            table.rows.push_back({{{++number}, {composer.need(row.name, "name")}, orDash(row.position),
                                   {composer.need(row.honour, "honour")},
                                   {composer.need(row.verdict, "verdict"), 1, 1, row.turnedDown, std::nullopt}, orDash(join(row.missing, "\n"))}});
    }
}

}

Document staffAwardList(const StaffAwardListView& view, const Template& words)
{
    const Fields fields{{"year", view.year.paper()}, {"collectives", figure(rowsOf(view.collectives))}, {"persons", figure(rowsOf(view.persons))}};
    Composer composer(words, words.text("file", fields), view.issuer);
    composer.newPart({Orientation::Landscape});
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{words.text("type"), words.lines("subject", fields), followed(view.references, composer)});
    Table table;
    table.columns = {{10, Align::Centre}, {50}, {46}, {48}, {70}, {28}};
    table.header = {headerRow(words.lines("header"))};
    std::size_t group = 0;
    addAwards(table, view.collectives, group, composer);
    addAwards(table, view.persons, group, composer);
    table.rows.push_back(totalRow(words.text("total", fields), static_cast<int>(table.columns.size())));
    composer.add(std::move(table));
    composer.add(twoSigners(composer, view.issuer, view.date, view.compiler, view.signer));
    return composer.finish();
}

Document nominationList(const NominationListView& view, const Template& words)
{
    std::size_t collectives = 0, turnedDown = 0;
    for (const auto& group : view.groups)
        for (const auto& row : group.rows) {
            collectives += row.collective ? 1 : 0;
            turnedDown += row.turnedDown ? 1 : 0;
        }
    const Fields fields{{"year", view.year.paper()}, {"collectives", figure(collectives)}, {"persons", figure(rowsOf(view.groups) - collectives)},
                        {"turned-down", figure(turnedDown)}};
    Composer composer(words, words.text("file", fields), view.issuer);
    composer.newPart({Orientation::Landscape});
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{words.text("type"), words.lines("subject", fields), {}});
    Table table;
    table.columns = {{10, Align::Centre}, {50}, {46}, {46}, {34, Align::Centre}, {66}};
    table.header = {headerRow(words.lines("header"))};
    addNominations(table, view.groups, composer);
    table.rows.push_back(totalRow(words.text("total", fields), static_cast<int>(table.columns.size())));
    composer.add(std::move(table));
    if (!view.note.empty())
        composer.add(Note{view.note});
    composer.add(twoSigners(composer, view.issuer, view.date, view.compiler, view.signer));
    return composer.finish();
}

}
