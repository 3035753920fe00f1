// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/decision.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "documents/compose.h"

namespace thidua::documents {
namespace {

std::string count(std::size_t number)
{
    return twoFigures(static_cast<long long>(number));
}

void addArticles(const DecisionView& view, Composer& composer)
{
    auto articles = view.articles;
    if (articles.empty())
        articles.push_back({composer.need(std::string(), "articles", "Nội dung quyết định"), {}, {}});
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
    const ReferenceView self{"Quyết định", view.paper.number, view.paper.date, by};
    const bool several = view.lists.size() > 1;
    for (std::size_t i = 0; i < view.lists.size(); ++i) {
        composer.newPart();
        AppendixHead head{several ? "Phụ lục " + roman(i + 1) : std::string(), {}, attachedTo(composer.reference(self), by)};
        for (const auto& line : composer.need(view.lists[i].title, "lists.title", "Tiêu đề danh sách"))
            head.title.push_back(upper(line));
        composer.add(std::move(head));
        composer.add(view.lists[i].table);
    }
}

std::string executed(const std::string& executors)
{
    const auto who = executors.empty() ? std::string(kMissing) : executors;
    return "Quyết định này có hiệu lực kể từ ngày ký. " + capitalised(withoutStop(who)) + " chịu trách nhiệm thi hành Quyết định này.";
}

void noteMissing(Document& document, bool missing, std::string field, std::string label)
{
    if (missing)
        document.gaps.push_back({std::move(field), std::move(label)});
}

Table memberTable(const std::vector<CouncilMemberRow>& rows)
{
    Table table;
    table.columns = {{10, Align::Centre}, {50}, {50}, {55}};
    table.header = {headerRow({"Stt", "Họ và tên", "Chức vụ, đơn vị", "Nhiệm vụ trong Hội đồng"})};
    std::int64_t number = 0;
    for (const auto& row : rows)
        table.rows.push_back({{{++number}, {row.name.empty() ? std::string(kMissing) : row.name}, orDash(row.position), orDash(row.role)}});
    table.rows.push_back(totalRow("Tổng cộng: " + count(rows.size()) + " thành viên", 4));
    return table;
}

Table initiativeTable(const std::vector<InitiativeRow>& rows)
{
    Table table;
    table.columns = {{10, Align::Centre}, {40}, {35}, {52}, {28, Align::Centre}};
    table.header = {headerRow({"Stt", "Họ và tên tác giả", "Chức vụ, đơn vị", "Tên sáng kiến", "Kết quả, phạm vi"})};
    std::int64_t number = 0;
    for (const auto& row : rows)
        table.rows.push_back({{{++number}, {row.author.empty() ? std::string(kMissing) : row.author}, orDash(row.position),
                               {row.title.empty() ? std::string(kMissing) : row.title}, orDash(row.result)}});
    table.rows.push_back(totalRow("Tổng cộng: " + count(rows.size()) + " sáng kiến", 5));
    return table;
}

}

Document decision(const DecisionView& view)
{
    Composer composer("Quyết định " + join(view.subject, " "), view.paper.issuer);
    composer.add(composer.numberedHead(view.paper));
    composer.add(TitleBlock{"QUYẾT ĐỊNH", composer.need(view.subject, "subject", "Trích yếu"), {}});
    composer.add(AuthorityLine{upper(composer.need(view.authority, "authority", "Thẩm quyền ban hành")), AuthorityKind::Issuer});
    composer.add(basis(composer.need(view.basis, "basis", "Căn cứ ban hành")));
    composer.add(AuthorityLine{"QUYẾT ĐỊNH:", AuthorityKind::Decides});
    addArticles(view, composer);
    composer.add(composer.signature(view.paper));
    addLists(view, composer);
    return composer.finish();
}

Document councilDecision(const CouncilDecisionView& view)
{
    const auto council = view.council.empty() ? std::string(kMissing) : view.council;
    DecisionView paper{view.paper, {"Về việc thành lập " + council, yearPhrase(view.year)}, view.authority, view.basis, {}, {}};
    paper.articles.push_back({"Thành lập " + council + " " + yearPhrase(view.year) + " gồm " + count(view.members.size()) +
                                  " thành viên (có Danh sách kèm theo).",
                              {}, {}});
    paper.articles.push_back({"Hội đồng có nhiệm vụ:", view.duties, {}});
    if (view.duties.empty())
        paper.articles.back().text = "Hội đồng làm việc theo quy định của pháp luật về thi đua, khen thưởng và quy chế của nhà trường; "
                                     "tự giải thể sau khi hoàn thành nhiệm vụ.";
    paper.articles.push_back({executed(view.executors), {}, {}});
    paper.lists.push_back({{"Danh sách thành viên", council, yearPhrase(view.year)}, memberTable(view.members)});
    auto document = decision(paper);
    noteMissing(document, view.council.empty(), "council", "Tên Hội đồng");
    noteMissing(document, view.members.empty(), "members", "Thành viên Hội đồng");
    noteMissing(document, view.executors.empty(), "executors", "Bộ phận thi hành");
    return document;
}

Document initiativeDecision(const InitiativeDecisionView& view)
{
    DecisionView paper{view.paper, {"Về việc công nhận sáng kiến " + yearPhrase(view.year)}, view.authority, view.basis, {}, {}};
    paper.articles.push_back({"Công nhận " + count(view.initiatives.size()) + " sáng kiến của cán bộ, giáo viên, nhân viên " +
                                  (view.paper.issuer.name.empty() ? std::string(kMissing) : view.paper.issuer.name) + " " +
                                  yearPhrase(view.year) + ".",
                              {}, "Có Danh sách kèm theo"});
    paper.articles.push_back({"Tác giả sáng kiến có tên tại Điều 1 được hưởng quyền lợi theo quy định hiện hành; sáng kiến được dùng làm "
                              "căn cứ xét danh hiệu thi đua, hình thức khen thưởng.",
                              {}, {}});
    paper.articles.push_back({executed(view.executors), {}, {}});
    paper.lists.push_back({{"Danh sách sáng kiến được công nhận", yearPhrase(view.year)}, initiativeTable(view.initiatives)});
    auto document = decision(paper);
    noteMissing(document, view.initiatives.empty(), "initiatives", "Sáng kiến");
    noteMissing(document, view.executors.empty(), "executors", "Bộ phận thi hành");
    return document;
}

Table pupilAwardTable(const std::vector<PupilAwardRow>& rows)
{
    Table table;
    table.columns = {{10, Align::Centre}, {43}, {24, Align::Centre}, {12, Align::Centre}, {76}};
    table.header = {headerRow({"Stt", "Họ và tên", "Ngày sinh", "Lớp", "Danh hiệu, thành tích"})};
    std::int64_t number = 0;
    for (const auto& row : rows)
        table.rows.push_back({{{++number}, {row.name.empty() ? std::string(kMissing) : row.name}, row.born ? Cell{*row.born} : orDash({}),
                               orDash(row.className), orDash(row.achievement)}});
    table.rows.push_back(totalRow("Tổng cộng: " + count(rows.size()) + " học sinh", 5));
    return table;
}

}
