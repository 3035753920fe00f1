// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/registration_list.h"

#include "base/text_util.h"

namespace thidua::documents {
namespace {

constexpr int kColumns = 6;

Cell headCell(std::string text, int columns, int rows)
{
    return {std::move(text), columns, rows, true, Align::Centre};
}

Table emptyTable()
{
    Table table;
    table.columns = {{9, Align::Centre}, {11, Align::Centre}, {43}, {36.5}, {34}, {31.5}};
    table.header = {{{headCell("Stt", 1, 2), headCell("Ông\n(Bà)", 1, 2), headCell("Họ và tên", 1, 2),
                      headCell("Chức vụ, đơn vị", 1, 2), headCell("Đăng ký", 2, 1)}},
                    headerRow({"Thi đua", "Khen thưởng"})};
    return table;
}

void addRows(Table& table, const std::vector<RegistrationRow>& rows, Composer& composer)
{
    for (std::size_t i = 0; i < rows.size(); ++i)
        table.rows.push_back({{{static_cast<std::int64_t>(i + 1)}, orDash(rows[i].salutation),
                               {composer.need(rows[i].name, "name", "Họ và tên")}, orDash(rows[i].position), orDash(rows[i].emulation),
                               orDash(rows[i].reward)}});
}

Row totals(const RegistrationListView& view)
{
    const auto text = "Tổng cộng: " + twoFigures(static_cast<long long>(view.collectives.size())) + " tập thể, " +
                      twoFigures(static_cast<long long>(view.persons.size())) + " cá nhân";
    auto emulation = orDash(join(view.emulationTotals, "\n"));
    auto reward = orDash(join(view.rewardTotals, "\n"));
    emulation.bold = reward.bold = true;
    return {{{text, kColumns - 2, 1, true, Align::Left}, emulation, reward}, RowKind::Total};
}

}

Document registrationList(const RegistrationListView& view)
{
    Composer composer("Danh sách đăng ký thi đua, khen thưởng " + yearPhrase(view.year), view.issuer);
    composer.add(composer.head(view.issuer));
    composer.add(TitleBlock{"DANH SÁCH", {"Đăng ký danh hiệu thi đua, hình thức khen thưởng " + yearPhrase(view.year)}, {}});
    auto table = emptyTable();
    const bool both = !view.collectives.empty() && !view.persons.empty();
    if (!view.collectives.empty())
        table.rows.push_back(groupRow("I. TẬP THỂ", kColumns));
    addRows(table, view.collectives, composer);
    if (!view.persons.empty())
        table.rows.push_back(groupRow(both ? "II. CÁ NHÂN" : "I. CÁ NHÂN", kColumns));
    addRows(table, view.persons, composer);
    table.rows.push_back(totals(view));
    composer.add(std::move(table));
    if (!view.note.empty())
        composer.add(Note{view.note});
    auto compiler = view.compiler;
    if (compiler.office.empty())
        compiler.office = {"Người lập danh sách"};
    composer.add(Signature{{composer.signer(compiler, "compiler"), composer.signer(view.signer, "signer")},
                           composer.dateLine(view.issuer, view.date),
                           {}});
    return composer.finish();
}

}
