// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/lists.h"

#include "base/text_util.h"
#include "documents/compose.h"

namespace thidua::documents {
namespace {

std::string count(std::size_t number, const char* unit)
{
    return twoFigures(static_cast<long long>(number)) + " " + unit;
}

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
        compiler.office = {"Người lập danh sách"};
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
            table.rows.push_back({{{++number}, {composer.need(row.name, "name", "Họ và tên")}, orDash(row.position), orDash(row.award),
                                   orDash(row.decision), {row.note}}});
    }
}

std::vector<std::string> followed(const std::vector<ReferenceView>& references, Composer& composer)
{
    std::vector<std::string> texts;
    for (const auto& reference : references)
        texts.push_back(composer.reference(reference) + (reference.issuedBy.empty() ? "" : " của " + reference.issuedBy));
    if (texts.empty())
        return {};
    return {"(Theo " + join(texts, "; ") + ")"};
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
            table.rows.push_back({{{++number}, {composer.need(row.name, "name", "Họ và tên")}, orDash(row.position),
                                   {composer.need(row.honour, "honour", "Danh hiệu")},
                                   {composer.need(row.verdict, "verdict", "Kết luận")}, orDash(join(row.missing, "\n"))}});
    }
}

}

Document staffAwardList(const StaffAwardListView& view)
{
    const auto subject = "Cán bộ, giáo viên, nhân viên đạt danh hiệu thi đua, hình thức khen thưởng " + yearPhrase(view.year);
    Composer composer("Danh sách đạt danh hiệu, hình thức khen thưởng " + yearPhrase(view.year), view.issuer);
    composer.newPart({Orientation::Landscape});
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{"DANH SÁCH", {subject}, followed(view.references, composer)});
    Table table;
    table.columns = {{10, Align::Centre}, {48}, {46}, {52}, {66}, {30}};
    table.header = {headerRow({"Stt", "Họ và tên", "Chức vụ, đơn vị", "Danh hiệu, hình thức", "Số, ngày quyết định, cơ quan", "Ghi chú"})};
    std::size_t group = 0;
    addAwards(table, view.collectives, group, composer);
    addAwards(table, view.persons, group, composer);
    table.rows.push_back(totalRow("Tổng cộng: " + count(rowsOf(view.collectives), "lượt tập thể, ") + count(rowsOf(view.persons), "lượt cá nhân"),
                                  static_cast<int>(table.columns.size())));
    composer.add(std::move(table));
    composer.add(twoSigners(composer, view.issuer, view.date, view.compiler, view.signer));
    return composer.finish();
}

Document nominationList(const NominationListView& view)
{
    Composer composer("Danh sách đề nghị xét tặng " + yearPhrase(view.year), view.issuer);
    composer.newPart({Orientation::Landscape});
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{"DANH SÁCH", {"Đề nghị xét tặng danh hiệu thi đua, hình thức khen thưởng " + yearPhrase(view.year)}, {}});
    Table table;
    table.columns = {{10, Align::Centre}, {50}, {46}, {46}, {34, Align::Centre}, {66}};
    table.header = {headerRow({"Stt", "Họ và tên", "Chức vụ, đơn vị", "Danh hiệu", "Kết luận", "Điều kiện còn thiếu"})};
    addNominations(table, view.groups, composer);
    table.rows.push_back(totalRow("Tổng cộng: " + count(rowsOf(view.groups), "lượt đề nghị"), static_cast<int>(table.columns.size())));
    composer.add(std::move(table));
    if (!view.note.empty())
        composer.add(Note{view.note});
    composer.add(twoSigners(composer, view.issuer, view.date, view.compiler, view.signer));
    return composer.finish();
}

}
