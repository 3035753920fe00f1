// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rules/regulations_view.h"

#include "text/messages.h"
#include "ui/pages/rules/regulation_form.h"
#include "ui/shell/unsaved.h"

#include <QTableView>

namespace thidua::ui::rules_page {

using services::RegulationService;

namespace {

Cell problem(const services::RegulationRow& row)
{
    Cell cell = Cell::mark(Tone::Bad, RegulationsView::tr("không dùng được"));
    cell.tip = toQ(row.problem);
    return cell;
}

}

RegulationsView::RegulationsView(Shell& shell, SchoolContext& context, const Actions& actions, QWidget* parent)
    : CurrentStack(parent), m_shell(shell), m_context(context), m_model([](const Row& row) { return row.id.value(); })
{
    setColumns();
    m_table = new RecordTable(&m_model, QStringLiteral("regulations-table"), tr("Quy định của tỉnh, xã và quy chế của trường"), this);
    m_table->setEmptyState(new EmptyState(
        QStringLiteral("law"), tr("Nơi ghi những điều tỉnh, xã và nhà trường tự đặt"),
        tr("Pháp luật để mở một số điều: tỷ lệ, số ngày nghỉ, thời gian sau kỷ luật… Ghi mức của quy chế với căn cứ và ngày có hiệu lực; "
           "chương trình cho thấy ngay ai sẽ đổi kết luận."),
        actions.add, actions.pack, {}, m_table));
    m_table->setTwoLineRows(true);
    m_table->setRowActions({actions.edit, actions.end, actions.remove});
    addWidget(m_table);
    m_form = new RegulationForm(shell, context, this);
    addWidget(m_form);
    connect(m_table, &RecordTable::currentChanged, this, &RegulationsView::currentChanged);
    connect(m_table, &RecordTable::activated, this, [this] { editCurrent(); });
    connect(m_table, &RecordTable::editRequested, this, [this] { editCurrent(); });
    connect(m_table, &RecordTable::removeRequested, this, [this] { removeCurrent(); });
    connect(m_form, &RegulationForm::saved, this, &RegulationsView::showList);
    connect(m_form, &RegulationForm::cancelled, this, [this] {
        if (leaveForm())
            m_table->view()->setFocus(Qt::OtherFocusReason);
    });
}

void RegulationsView::setColumns()
{
    std::vector<Column<Row>> columns;
    columns.push_back({QStringLiteral("name"), tr("Nội dung"), [](const Row& row) {
        return Cell::twoLines(toQ(row.name), tr("%1 – %2").arg(toQ(text::label("regulation-layer", domain::toCode(row.data.layer))), toQ(row.data.cite)));
    }, 280});
    columns.back().stretch = true;
    columns.push_back({QStringLiteral("value"), tr("Mức"), [](const Row& row) {
        Cell cell = Cell::plain(toQ(row.valueWords));
        cell.tip = toQ(row.valueWords);
        return cell;
    }, 130});
    columns.push_back({QStringLiteral("span"), tr("Hiệu lực"), [](const Row& row) {
        return Cell::plain(row.data.to ? tr("%1 – %2").arg(dateText(row.data.from), dateText(row.data.to)) : tr("từ %1").arg(dateText(row.data.from)));
    }, 174});
    columns.push_back({QStringLiteral("reason"), tr("Lý do"), [](const Row& row) { return Cell::plain(toQ(row.data.reason)); }, 160});
    columns.back().hidden = true;
    columns.push_back({QStringLiteral("state"), tr("Hôm nay"), [](const Row& row) {
        if (!row.problem.empty())
            return problem(row);
        return row.inForceToday ? Cell::mark(Tone::Ok, tr("đang áp dụng")) : Cell::mark(Tone::Mute, tr("không áp dụng"));
    }, 130});
    m_model.setColumns(std::move(columns));
}

void RegulationsView::load()
{
    m_shell.runner.read([this] { return RegulationService(m_context.file).list(); }, [this](auto rows) { m_model.setRows(std::move(rows)); });
}

const RegulationsView::Row* RegulationsView::current() const
{
    const auto id = m_table->currentId();
    return id ? m_model.find(*id) : nullptr;
}

int RegulationsView::inForce() const
{
    int count = 0;
    for (const auto& row : m_model.rows())
        count += row.inForceToday ? 1 : 0;
    return count;
}

QWidget* RegulationsView::firstStop() const
{
    return isEditing() ? static_cast<QWidget*>(m_form) : m_table->view();
}

bool RegulationsView::isEditing() const
{
    return currentWidget() == m_form;
}

void RegulationsView::showForm()
{
    setCurrentWidget(m_form);
    emit editingChanged();
}

void RegulationsView::showList()
{
    setCurrentWidget(m_table);
    emit editingChanged();
}

bool RegulationsView::leaveForm()
{
    if (!isEditing())
        return true;
    if (m_form->isDirty())
        return settleUnsaved(m_shell, [this] { return m_form->save(); }, [this] { showList(); });
    showList();
    return true;
}

void RegulationsView::startNew()
{
    if (!leaveForm())
        return;
    showForm();
    m_form->startNew();
}

void RegulationsView::startConfirmation(const std::string& ruleSet, const QString& title, Date from)
{
    if (!leaveForm())
        return;
    showForm();
    m_form->startConfirmation(ruleSet, title, from);
}

void RegulationsView::editCurrent()
{
    const auto* row = current();
    if (row == nullptr || isEditing())
        return;
    showForm();
    m_form->startEdit(*row);
}

void RegulationsView::endCurrent()
{
    const auto* row = current();
    if (row == nullptr)
        return;
    const auto typed = m_shell.prompter.askText(tr("Hết hiệu lực từ ngày"), tr("Ngày cuối “%1” còn hiệu lực").arg(toQ(row->name)),
                                                dateText(m_context.file.clock().today()), tr("Đặt ngày cuối"));
    if (!typed)
        return;
    const auto day = Date::parse(fromQ(*typed));
    if (!day)
        return m_shell.status.say(tr("“%1” không phải là ngày; xin ghi ngày/tháng/năm, ví dụ 31/8/2024.").arg(*typed), Tone::Warn);
    auto ended = row->data;
    ended.to = *day;
    m_shell.runner.run([&] { return RegulationService(m_context.file).edit(row->id, row->version, ended); });
}

void RegulationsView::removeCurrent()
{
    const auto* row = current();
    if (row == nullptr)
        return;
    const auto id = row->id;
    QString text = tr("Xóa “%1: %2” (%3)? Điều đã từng áp dụng thì nên đặt ngày hết hiệu lực thay vì xóa.")
                       .arg(toQ(row->name), toQ(row->valueWords), toQ(row->data.cite));
    if (const auto changes = RegulationService(m_context.file).preview(std::nullopt, id); changes && !changes->empty())
        text += QLatin1Char(' ') + tr("%1 đề nghị sẽ đổi kết luận.").arg(changes->size());
    if (m_shell.prompter.confirm({tr("Xóa quy chế"), text, tr("Xóa"), tr("Giữ lại"), true}))
        m_shell.runner.run([&] { return RegulationService(m_context.file).remove(id); });
}

}
