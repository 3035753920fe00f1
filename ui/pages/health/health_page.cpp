// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/health/health_page.h"

#include "services/core/reads.h"
#include "ui/pages/records/merge_dialog.h"

namespace thidua::ui {

namespace reads = services::reads;

namespace {

QString titleOf(const HealthRow& row)
{
    return toQ(services::titleOf(row.line.kind));
}

SortKey orderOf(const HealthRow& row)
{
    return SortKey(static_cast<int>(row.number));
}

}

HealthPage::HealthPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "healthTable",
                  .listName = tr("Những chỗ cần bổ sung, xem lại trong sổ"),
                  .opens = domain::EntityKind::Count, // nobody opens a line from elsewhere
                  .reads = reads::health() | reads::years() | reads::school(),
                  .chooseFirst = tr("Xin chọn một dòng trước."),
                  .nothingChosen = tr("Chọn một dòng để đọc điều cần xem lại; Enter mở đúng chỗ để sửa."),
                  .sortBy = "what",
                  .grouping = "kind",
                  .enterVerb = "mend",
                  .editVerb = "mend",
                  .paperTitle = tr("Kiểm tra dữ liệu")},
                 [](const HealthRow& row) { return row.number; })
{
    setColumns({
        column("kind", tr("Điều cần xem lại"), [](const HealthRow& r) { return Cell::plain(titleOf(r)); }, 180).sorted(orderOf).hide(),
        column("who", tr("Của ai, ở đâu"), [](const HealthRow& r) { return Cell::plain(toQ(r.line.who)); }, 220)
            .summed([](const Rows& found) { return tr("Cộng: %1 chỗ").arg(found.size()); }),
        column("what", tr("Nội dung"), [](const HealthRow& r) { return Cell::plain(toQ(r.line.what)); }, 420).stretched().sorted(orderOf),
    });
    addGrouping({"kind", tr("Gom theo điều cần xem lại"), titleOf, [](const HealthRow& r) { return SortKey(static_cast<int>(r.line.kind)); },
                 [](const QString& label, const Rows& found) { return tr("%1 – %2 chỗ").arg(label).arg(found.size()); }});
    addRowVerb({.id = "mend", .text = tr("Mở chỗ cần sửa"), .icon = "edit", .places = InHead | OnRow | InFoot}, [this](const HealthRow& row) { mend(row); });
    addRowVerb({.id = "merge", .text = tr("Gộp hồ sơ…"), .icon = "people", .places = InMore | OnRow | InFoot, .operation = domain::Op::MergePeople, .anyYear = true},
               [this](const HealthRow& row) { merge(row); },
               [](const HealthRow& row) { return row.line.same ? QString() : tr("Chỉ gộp được hai hồ sơ có thể của một người."); });
    addVerb({.id = "print", .text = tr("In danh sách"), .icon = "print", .places = InHead, .run = [this] { printList(); }});
    build();
    setEmpty("shield-ok", tr("Không thấy chỗ nào cần bổ sung"),
             tr("Chương trình đã xem người chưa có ngày sinh, khen thưởng chưa có số quyết định, người có thể ghi hai lần, lớp chưa có giáo viên chủ nhiệm, "
                "học sinh chưa xếp lớp và các số không khớp nhau: đều đủ và khớp."));
}

std::vector<HealthRow> HealthPage::readRows()
{
    std::vector<HealthRow> found;
    if (year())
        for (auto& line : readOr([&] { return services::healthOf(file(), *year()); }))
            found.push_back({static_cast<std::int64_t>(found.size()) + 1, std::move(line)});
    return found;
}

QString HealthPage::summary() const
{
    if (rows().empty())
        return tr("Không thấy chỗ nào cần bổ sung, xem lại trong năm học %1.").arg(toQ(schoolYear().screen()));
    QStringList parts;
    for (const auto& row : rows())
        if (parts.isEmpty() || !parts.last().startsWith(titleOf(row)))
            parts << tr("%1: %2").arg(titleOf(row)).arg(countOf([&row](const HealthRow& one) { return one.line.kind == row.line.kind; }));
    return tr("<b>%1 chỗ cần xem lại</b> – %2.").arg(rows().size()).arg(parts.join(QStringLiteral("; ")));
}

void HealthPage::show(const HealthRow& row)
{
    panel()->setTitle(toQ(row.line.who), titleOf(row));
    auto* body = new Stack;
    body->text(toQ(row.line.what).toHtmlEscaped());
    panel()->addToBody(body);
}

void HealthPage::merge(const HealthRow& row)
{
    if (row.line.same)
        mergeRecords(shell(), file(), row.line.same->first, row.line.same->second, window());
}

void HealthPage::mend(const HealthRow& row)
{
    const auto kind = row.line.opens;
    const auto id = row.line.id;
    if (!shell().openRecord(kind, id))
        shell().status.say(tr("Không mở được mục này; có thể đã bị xóa."), Tone::Warn);
}

}
