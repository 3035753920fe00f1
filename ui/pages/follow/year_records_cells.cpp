// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of the year's sheet on their way to the file, and what becomes of those that do not get there.
#include "ui/pages/follow/year_records_page.h"

#include "ui/shell/unsaved.h"

namespace thidua::ui::follow {

void YearRecordsPage::onEdited(YearSide side, const QVector<CellEdit>& edits)
{
    std::vector<services::YearCell> cells;
    bool touchesForm = false;
    for (const auto& edit : edits) {
        const auto column = yearColumnOf(edit.column);
        if (!column)
            continue;
        cells.push_back({subjectOf(edit.rowId), *column, fromQ(edit.value)});
        touchesForm = touchesForm || edit.rowId == m_panel->rowId();
    }
    // The form would write its older facts over the cells just typed.
    if (touchesForm && m_panel->isDirty() && !m_panel->settleEntries()) {
        load();
        return;
    }
    record(side, std::move(cells));
}

/// One operation. Cells the service refuses are marked and keep what was typed, and the others are written without them; when nothing
/// can be written at all, that goes for every cell.
void YearRecordsPage::record(YearSide side, std::vector<services::YearCell> cells)
{
    if (cells.empty() || !m_year)
        return;
    auto* table = side == YearSide::People ? m_people : m_collectives;
    services::YearRecordService service(file());
    auto result = service.recordCells(m_year->id, cells);
    if (result) {
        shell().runner.succeed(result->changes);
        return;
    }
    QVector<CellError> errors;
    std::vector<services::YearCell> good = cells;
    for (auto issue = result.error().issues.rbegin(); issue != result.error().issues.rend(); ++issue) {
        bool number = false;
        const auto at = toQ(issue->field).toUInt(&number);
        if (!number || at >= cells.size())
            continue;
        errors.push_back({rowIdOf(cells[at].subject), keyOf(cells[at].column), sentenceOf(*issue), toQ(cells[at].text)});
        good.erase(good.begin() + static_cast<std::ptrdiff_t>(at));
    }
    if (errors.isEmpty()) {
        for (const auto& cell : cells)
            errors.push_back({rowIdOf(cell.subject), keyOf(cell.column), sentenceOf(result.error()), toQ(cell.text)});
        good.clear();
        shell().runner.fail(result.error());
    }
    table->refuse(errors);
    if (good.empty())
        load(); // under the marks the cells are what is in the file
    record(side, std::move(good));
}

bool YearRecordsPage::mayLeave()
{
    if (!m_panel->settleEntries())
        return false;
    if (m_people->errorCount() + m_collectives->errorCount() == 0)
        return true;
    return settleUnsaved(
        shell(),
        [this] {
            retryCells();
            return m_people->errorCount() + m_collectives->errorCount() == 0;
        },
        [this] { dropCells(); });
}

QJsonObject YearRecordsPage::entries() const
{
    QJsonObject all;
    for (const auto* table : {m_people, m_collectives})
        if (const auto entries = table->entries(); !entries.isEmpty())
            all.insert(table->objectName(), entries);
    return all;
}

void YearRecordsPage::restoreEntries(const QJsonObject& entries)
{
    for (auto* table : {m_people, m_collectives})
        table->restoreEntries(entries.value(table->objectName()).toArray());
}

void YearRecordsPage::retryCells()
{
    for (auto* table : {m_people, m_collectives})
        table->retry();
}

void YearRecordsPage::dropCells()
{
    for (auto* table : {m_people, m_collectives})
        table->clearErrors();
}

void YearRecordsPage::onErrors()
{
    const QString key = QStringLiteral("cells");
    const int count = m_people->errorCount() + m_collectives->errorCount();
    if (count == 0) {
        messages().remove(key);
        return;
    }
    Message message;
    message.tone = Tone::Bad;
    message.title = tr("%1 ô chưa ghi được").arg(count);
    message.text = tr("Các ô tô đỏ giữ nguyên chữ đã gõ cho đến khi ghi được hoặc bỏ; trỏ vào ô để xem lý do, sửa xong là ghi ngay.");
    message.key = key;
    message.closable = false;
    message.actions.push_back({tr("Đến ô cần sửa"), QStringLiteral("arrow-right"), [this] {
                                   setSide(m_people->errorCount() > 0 ? YearSide::People : YearSide::Collectives);
                                   grid()->goToFirstError();
                                   grid()->setFocus();
                               }});
    message.actions.push_back({tr("Ghi lại"), QStringLiteral("save"), [this] { retryCells(); }});
    message.actions.push_back({tr("Bỏ các chữ này"), {}, [this] { dropCells(); }});
    messages().show(message);
}

}
