// SPDX-License-Identifier: GPL-3.0-or-later
// What the staff list shows of a row, its sums and its groups.
#include "text/messages.h"
#include "ui/pages/kit/parts.h"
#include "ui/pages/staff/staff_facts.h"
#include "ui/pages/staff/staff_page.h"

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

QString nameText(const Row& row)
{
    return toQ(row.named());
}

/// Who has left stands there with the day, and counts no more.
QString postText(const Row& row)
{
    return row.left && row.person.leftOn ? StaffPage::tr("Đã chuyển đi %1").arg(dateText(row.person.leftOn)) : postOf(row);
}

SortKey dateKey(const std::optional<Date>& date)
{
    return date ? SortKey(static_cast<double>(date->days().time_since_epoch().count())) : SortKey(1e9);
}

SortKey dateKey(const std::optional<PartialDate>& date)
{
    if (!date)
        return {1e9};
    return date->date ? dateKey(date->date) : dateKey(std::optional(Date(date->year, 1, 1)));
}

QString dayText(const std::optional<PartialDate>& date)
{
    return date ? toQ(date->vn()) : QString();
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
    const auto count = [&](auto... positions) { return countIf(rows, [&](const Row& r) { return r.assigned && !r.left && ((r.position == positions) || ...); }); };
    QStringList parts;
    if (const int teachers = count(Teacher, TeamLeader))
        parts << StaffPage::tr("%1 giáo viên").arg(teachers);
    if (const int managers = count(Principal, DeputyPrincipal))
        parts << StaffPage::tr("%1 cán bộ quản lý").arg(managers);
    if (const int employees = count(Employee))
        parts << StaffPage::tr("%1 nhân viên").arg(employees);
    return parts.join(QStringLiteral(", "));
}

void StaffPage::declareColumns()
{
    const auto position = [](const Row& r) { return toQ(text::label("position", domain::toCode(r.position))); };
    setColumns({
        column("name", tr("Họ và tên"), [](const Row& r) { return (r.assigned && !r.left ? Cell::plain(nameText(r)) : Cell::secondary(nameText(r))).as(toQ(r.person.fullName)); }, 188)
            .sorted([](const Row& r) { return SortKey(r.sortKey); }).summed([](const Rows& rows) { return tr("Cộng: %1 người").arg(countIf(rows, [](const Row& r) { return !r.left; })); }),
        column("gender", tr("Giới tính"), [](const Row& r) { return orDash(wordOf("gender", r.person.gender)); }, 66).summed([](const Rows& rows) {
            return tr("%1 nữ").arg(countIf(rows, [](const Row& r) { return !r.left && r.person.gender == domain::Gender::Female; }));
        }),
        column("birth", tr("Ngày sinh"), [](const Row& r) { return orDash(dayText(r.person.birth)); }, 90).sorted([](const Row& r) { return dateKey(r.person.birth); }),
        column("title", tr("Chức vụ"), [](const Row& r) { return orDash(postText(r)); }, 180).stretched().summed(staffSum)
            .sorted([](const Row& r) { return postKey(r.assigned ? std::optional(r.position) : std::nullopt, r.sortKey); }),
        column("team", tr("Tổ"), [](const Row& r) { return orDash(toQ(r.teamName)); }, 104)
            .sorted([](const Row& r) { return r.team ? SortKey(r.teamOrder) : SortKey(9999); }),
        column("employed", tr("Vào ngành"), [](const Row& r) { return orDash(dayText(r.person.employedFrom)); }, 92)
            .sorted([](const Row& r) { return dateKey(r.person.employedFrom); }),
        column("position", tr("Chức danh"), [=](const Row& r) { return orDash(r.assigned ? position(r) : QString()); }, 140).hide(),
        column("contract", tr("Tuyển dụng"), [](const Row& r) { return orDash(wordOf("contract", r.person.contract)); }, 150).hide(),
        column("code", tr("Mã cán bộ"), [](const Row& r) { return orDash(toQ(r.person.code)); }, 110).hide(),
        column("left", tr("Chuyển đi"), [](const Row& r) { return orDash(dateText(r.person.leftOn)); }, 92).hide(),
        column("note", tr("Ghi chú"), [](const Row& r) { return orDash(toQ(r.person.note).simplified()); }, 160).hide(),
    });
    const auto heading = [](const QString& label, const Rows& rows) {
        return tr("%1 – %2 người").arg(label).arg(countIf(rows, [](const Row& r) { return !r.left; }));
    };
    addGrouping({"team", tr("Gom theo tổ"), [](const Row& r) { return r.teamName.empty() ? tr("Chưa xếp tổ") : toQ(r.teamName); },
                 [](const Row& r) { return r.team ? SortKey(r.teamOrder) : SortKey(-1); }, heading});
    addGrouping({"position", tr("Gom theo chức danh"), [=](const Row& r) { return r.assigned ? position(r) : tr("Không có chức vụ trong năm học"); },
                 [](const Row& r) { return SortKey(r.assigned ? static_cast<int>(r.position) : 99); }, heading});
}

}
