// SPDX-License-Identifier: GPL-3.0-or-later
// What the staff list shows of a row, its sums and its groups.
#include "text/messages.h"
#include "ui/pages/records/staff_facts.h"
#include "ui/pages/records/staff_page.h"

#include <algorithm>

namespace thidua::ui {
namespace {

using Row = services::StaffRow;
using Rows = std::vector<const Row*>;

template <class E>
QString wordOf(const char* group, const std::optional<E>& value)
{
    return value ? toQ(text::label(group, domain::toCode(*value))) : QString();
}

Cell shownOr(const QString& text)
{
    return text.isEmpty() ? Cell::secondary(QStringLiteral("\u2013")) : Cell::plain(text);
}

QString nameText(const Row& row)
{
    const QString name = toQ(row.person.fullName);
    return row.homonym && row.person.birth ? QStringLiteral("%1 (%2)").arg(name).arg(row.person.birth->year) : name;
}

SortKey dateKey(const std::optional<Date>& date)
{
    return date ? SortKey(static_cast<double>(date->days().time_since_epoch().count())) : SortKey(1e9);
}

SortKey birthKey(const Row& row)
{
    if (!row.person.birth)
        return {1e9};
    return row.person.birth->date ? dateKey(row.person.birth->date) : dateKey(Date(row.person.birth->year, 1, 1));
}

template <class Test>
int countIf(const Rows& rows, Test test)
{
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const Row* row) { return test(*row); }));
}

}

QString staffSum(const Rows& rows)
{
    using enum domain::Position;
    const auto count = [&](auto... positions) { return countIf(rows, [&](const Row& r) { return r.assigned && ((r.position == positions) || ...); }); };
    QStringList parts;
    if (const int teachers = count(Teacher, TeamLeader))
        parts << StaffPage::tr("%1 giáo viên").arg(teachers);
    if (const int managers = count(Principal, DeputyPrincipal))
        parts << StaffPage::tr("%1 cán bộ quản lý").arg(managers);
    if (const int employees = count(Employee))
        parts << StaffPage::tr("%1 nhân viên").arg(employees);
    return parts.join(QStringLiteral(", "));
}

void StaffPage::setColumns()
{
    std::vector<Column<Row>> columns;
    columns.push_back({QStringLiteral("name"), tr("Họ và tên"), [](const Row& r) { return r.assigned ? Cell::plain(nameText(r)) : Cell::secondary(nameText(r)); }, 164});
    columns.back().sortKey = [](const Row& r) { return SortKey(r.sortKey); };
    columns.back().sum = [](const Rows& rows) { return tr("Cộng: %1 người").arg(rows.size()); };
    columns.push_back({QStringLiteral("gender"), tr("Giới tính"), [](const Row& r) { return shownOr(wordOf("gender", r.person.gender)); }, 66});
    columns.back().sum = [](const Rows& rows) {
        return tr("%1 nữ").arg(countIf(rows, [](const Row& r) { return r.person.gender == domain::Gender::Female; }));
    };
    columns.push_back({QStringLiteral("birth"), tr("Ngày sinh"), [](const Row& r) { return shownOr(r.person.birth ? toQ(r.person.birth->vn()) : QString()); }, 90});
    columns.back().sortKey = birthKey;
    columns.push_back({QStringLiteral("title"), tr("Chức vụ"), [](const Row& r) { return shownOr(postOf(r)); }, 180});
    columns.back().stretch = true;
    columns.back().sum = [](const Rows& rows) { return staffSum(rows); };
    columns.push_back({QStringLiteral("team"), tr("Tổ"), [](const Row& r) { return shownOr(toQ(r.teamName)); }, 104});
    columns.back().sortKey = [](const Row& r) { return r.team ? SortKey(r.teamOrder) : SortKey(9999); };
    columns.push_back({QStringLiteral("employed"), tr("Vào ngành"), [](const Row& r) { return shownOr(dateText(r.person.employedFrom)); }, 92});
    columns.back().sortKey = [](const Row& r) { return dateKey(r.person.employedFrom); };
    const auto extra = [&columns](const QString& key, const QString& title, auto get, int width) {
        columns.push_back({key, title, get, width});
        columns.back().hidden = true;
    };
    extra(QStringLiteral("position"), tr("Chức danh"), [](const Row& r) {
        return shownOr(r.assigned ? toQ(text::label("position", domain::toCode(r.position))) : QString());
    }, 140);
    extra(QStringLiteral("contract"), tr("Tuyển dụng"), [](const Row& r) { return shownOr(wordOf("contract", r.person.contract)); }, 150);
    extra(QStringLiteral("left"), tr("Chuyển đi"), [](const Row& r) { return shownOr(dateText(r.person.leftOn)); }, 92);
    extra(QStringLiteral("note"), tr("Ghi chú"), [](const Row& r) { return shownOr(toQ(r.person.note).simplified()); }, 160);
    m_model.setColumns(std::move(columns));
}

void StaffPage::addGroupings()
{
    const auto heading = [](const QString& label, const Rows& rows) { return tr("%1 – %2 người").arg(label).arg(rows.size()); };
    Grouping<Row> teams{QStringLiteral("team"), tr("Gom theo tổ"),
                        [](const Row& r) { return r.teamName.empty() ? tr("Chưa xếp tổ") : toQ(r.teamName); }};
    teams.order = [](const Row& r) { return r.team ? SortKey(r.teamOrder) : SortKey(-1); };
    teams.heading = heading;
    m_model.addGrouping(std::move(teams));
    Grouping<Row> positions{QStringLiteral("position"), tr("Gom theo chức danh"), [](const Row& r) {
        return r.assigned ? toQ(text::label("position", domain::toCode(r.position))) : tr("Không có chức vụ trong năm học");
    }};
    positions.order = [](const Row& r) { return SortKey(r.assigned ? static_cast<int>(r.position) : 99); };
    positions.heading = heading;
    m_model.addGrouping(std::move(positions));
}

}
