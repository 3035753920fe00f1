// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/decision.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "documents/compose.h"

#include <algorithm>

namespace thidua::documents {
namespace {

void addArticles(const DecisionView& view, Composer& composer)
{
    auto articles = view.articles;
    if (articles.empty())
        articles.push_back({composer.need(std::string(), "articles"), {}, {}});
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const auto& article = articles[i];
        const bool closing = i + 1 == articles.size() && article.clauses.empty() && article.remark.empty();
        composer.add(Article{static_cast<int>(i + 1), {{closing ? withoutStop(article.text) + "./." : article.text}}});
        for (std::size_t clause = 0; clause < article.clauses.size(); ++clause)
            composer.paragraph(std::to_string(clause + 1) + ". " + article.clauses[clause], Level::Item);
        if (!article.remark.empty())
            composer.add(Paragraph{{{"(" + article.remark + ")", false, true}}});
    }
}

void addLists(const DecisionView& view, Composer& composer)
{
    const auto by = view.authority.empty() ? view.paper.issuer.name : view.authority;
    const ReferenceView self{composer.word("kind"), view.paper.number, view.paper.date, by};
    const bool several = view.lists.size() > 1;
    for (std::size_t i = 0; i < view.lists.size(); ++i) {
        composer.newPart();
        AppendixHead head{several ? composer.word("appendix", {{"label", roman(i + 1)}}) : std::string(), {}, composer.attachedTo(composer.reference(self), by)};
        for (const auto& line : composer.need(view.lists[i].title, "lists.title"))
            head.title.push_back(upper(line));
        composer.add(std::move(head));
        if (!view.lists[i].table.columns.empty())
            composer.add(view.lists[i].table);
        for (const auto& text : view.lists[i].texts)
            composer.paragraph(text);
    }
}

std::string executed(const Template& words, const std::string& executors, const std::string& replaces = {})
{
    const auto text = words.text("executed", {{"executors", executors.empty() ? std::string(kMissing) : executors}});
    return replaces.empty() ? text : words.text("replaces", {{"reference", replaces}}) + " " + text;
}

void noteMissing(Document& document, const Template& words, bool missing, const std::string& field)
{
    if (missing)
        document.gaps.push_back({field, words.label(field)});
}

Table memberTable(const std::vector<CouncilMemberRow>& rows, const Template& words)
{
    Table table;
    table.columns = {{10, Align::Centre}, {50}, {50}, {55}};
    table.header = {headerRow(words.lines("header"))};
    std::int64_t number = 0;
    for (const auto& row : rows)
        table.rows.push_back({{{++number}, {row.name.empty() ? std::string(kMissing) : row.name}, orDash(row.position), orDash(row.role)}});
    table.rows.push_back(totalRow(words.text("total", {{"count", figure(rows.size())}}), 4));
    return table;
}

Table chargeTable(const std::vector<ChargeView>& rows, const Template& words)
{
    Table table;
    table.columns = {{10, Align::Centre}, {45}, {45}, {65}};
    table.header = {headerRow(words.lines("charges-header"))};
    std::int64_t number = 0;
    for (const auto& row : rows)
        table.rows.push_back({{{++number}, {row.name}, orDash(row.position), orDash(row.charge)}});
    return table;
}

Table initiativeTable(const std::vector<InitiativeRow>& rows, const Template& words)
{
    Table table;
    table.columns = {{10, Align::Centre}, {40}, {35}, {52}, {28, Align::Centre}};
    table.header = {headerRow(words.lines("header"))};
    std::int64_t number = 0;
    for (const auto& row : rows)
        table.rows.push_back({{{++number}, {row.author.empty() ? std::string(kMissing) : row.author}, orDash(row.position),
                               {row.title.empty() ? std::string(kMissing) : row.title}, orDash(row.result)}});
    table.rows.push_back(totalRow(words.text("total", {{"count", figure(rows.size())}}), 5));
    return table;
}

std::pair<std::size_t, std::size_t> countsOf(const std::vector<AwardedRow>& rows)
{
    const auto collectives = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.collective; }));
    return {collectives, rows.size() - collectives};
}

Table awardedTable(const std::vector<AwardedGroup>& groups, const Template& words)
{
    Table table;
    table.columns = {{10, Align::Centre}, {50}, {50}, {55}};
    table.header = {headerRow(words.lines("header"))};
    std::size_t group = 0, collectives = 0, persons = 0;
    for (const auto& part : groups) {
        if (groups.size() > 1)
            table.rows.push_back(groupRow(roman(++group) + ". " + part.honour, 4));
        std::int64_t number = 0;
        for (const auto& row : part.rows)
            table.rows.push_back({{{++number}, {row.name.empty() ? std::string(kMissing) : row.name}, orDash(row.position), orDash(row.achievement)}});
        const auto counts = countsOf(part.rows);
        collectives += counts.first;
        persons += counts.second;
    }
    table.rows.push_back(totalRow(words.text("total", {{"collectives", figure(collectives)}, {"persons", figure(persons)}}), 4));
    return table;
}

}

Document decision(const DecisionView& view, const Template& words)
{
    Composer composer(words, words.text("file", {{"subject", join(view.subject, " ")}}), view.paper.issuer);
    composer.add(composer.numberedHead(view.paper));
    composer.add(TitleBlock{words.text("type"), composer.need(view.subject, "subject"), {}});
    composer.add(AuthorityLine{upper(composer.need(view.authority, "authority")), AuthorityKind::Issuer});
    composer.add(basis(composer.need(view.basis, "basis")));
    composer.add(AuthorityLine{words.text("decides"), AuthorityKind::Decides});
    addArticles(view, composer);
    composer.add(composer.signature(view.paper));
    addLists(view, composer);
    return composer.finish();
}

Document councilDecision(const CouncilDecisionView& view, const Template& words)
{
    const auto council = view.council.empty() ? std::string(kMissing) : view.council;
    const Fields fields{{"council", council}, {"year", view.year.paper()}, {"count", figure(view.members.size())}, {"renews", std::int64_t{!view.replaces.empty()}}};
    DecisionView paper{view.paper, words.lines("subject", fields), view.authority, view.basis, {}, {}};
    paper.articles.push_back({words.text("founds", fields), {}, {}});
    const auto duties = words.text(!view.duties.empty() ? "duties" : view.initiatives ? "duties-initiatives" : "duties-usual");
    paper.articles.push_back({view.workingRules.empty() ? duties : duties + " " + words.text("duties-rules"), view.duties, {}});
    paper.articles.push_back({executed(words, view.executors, view.replaces), {}, {}});
    paper.lists.push_back({words.lines("list-title", fields), memberTable(view.members, words)});
    if (!view.charges.empty())
        paper.lists.push_back({words.lines("charges-title", fields), chargeTable(view.charges, words), {}});
    if (!view.workingRules.empty())
        paper.lists.push_back({words.lines("rules-title", fields), {}, view.workingRules});
    auto document = decision(paper, words);
    noteMissing(document, words, view.council.empty(), "council");
    noteMissing(document, words, view.members.empty(), "members");
    noteMissing(document, words, view.executors.empty(), "executors");
    return document;
}

Document councilWork(const CouncilWorkView& view, const Template& words)
{
    const Fields fields{{"council", view.council}, {"year", view.year.paper()}, {"decision", view.foundedBy}};
    Composer composer(words, words.text("file", fields), view.issuer);
    if (!view.charges.empty()) {
        composer.newPart();
        composer.add(composer.head(view.issuer));
        composer.add(TitleBlock{words.text("charges-type"), words.lines("charges-title", fields), {}});
        composer.add(chargeTable(view.charges, words));
        composer.add(Signature{{composer.signer(view.signer, "signer")}, composer.dateLine(view.issuer, view.date), {}});
    }
    if (!view.workingRules.empty()) {
        composer.newPart();
        composer.add(composer.head(view.issuer));
        composer.add(TitleBlock{words.text("rules-type"), words.lines("rules-title", fields), {}});
        for (const auto& text : view.workingRules)
            composer.paragraph(text);
        composer.add(Signature{{composer.signer(view.signer, "signer")}, composer.dateLine(view.issuer, view.date), {}});
    }
    return composer.finish();
}

Document initiativeDecision(const InitiativeDecisionView& view, const Template& words)
{
    const auto school = view.paper.issuer.name.empty() ? std::string(kMissing) : view.paper.issuer.name;
    const Fields fields{{"school", school}, {"year", view.year.paper()}, {"count", figure(view.initiatives.size())}};
    DecisionView paper{view.paper, words.lines("subject", fields), view.authority, view.basis, {}, {}};
    paper.articles.push_back({words.text("recognises", fields), {}, words.text("recognises-remark")});
    paper.articles.push_back({words.text("benefits"), {}, {}});
    paper.articles.push_back({executed(words, view.executors, view.replaces), {}, {}});
    paper.lists.push_back({words.lines("list-title", fields), initiativeTable(view.initiatives, words)});
    auto document = decision(paper, words);
    noteMissing(document, words, view.initiatives.empty(), "initiatives");
    noteMissing(document, words, view.executors.empty(), "executors");
    return document;
}

Document conferral(const ConferralView& view, const Template& words)
{
    DecisionView paper{view.paper, view.subject, view.authority, view.basis, {}, {}};
    std::size_t allCollectives = 0, allPersons = 0;
    for (const auto& group : view.groups) {
        const auto [collectives, persons] = countsOf(group.rows);
        allCollectives += collectives;
        allPersons += persons;
        paper.articles.push_back({words.text("confers", {{"honour", group.honour}, {"collectives", figure(collectives)}, {"persons", figure(persons)},
                                                         {"year", view.year.paper()}}),
                                  {}, words.text("confers-remark")});
    }
    const Fields about{{"year", view.year.paper()},
                       {"whom", words.text("whom", {{"collectives", figure(allCollectives)}, {"persons", figure(allPersons)}})}};
    paper.articles.push_back({words.text("benefits", about), {}, {}});
    paper.articles.push_back({executed(words, view.executors.empty() ? words.text("executors", about) : view.executors, view.replaces), {}, {}});
    paper.lists.push_back({words.lines("list-title", about), awardedTable(view.groups, words)});
    auto document = decision(paper, words);
    noteMissing(document, words, view.groups.empty(), "awards");
    return document;
}

}
