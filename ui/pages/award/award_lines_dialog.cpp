// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/award_lines_dialog.h"

#include <algorithm>

namespace thidua::ui {

using services::DecisionService;

AwardLinesDialog::AwardLinesDialog(Shell& shell, services::SchoolFile& file, domain::DecisionId decision, QWidget* parent)
    : FormDialog(QStringLiteral("awardLines"), tr("Danh sách khen thưởng"), tr("Mỗi thay đổi ghi ngay vào dự thảo; Ctrl+Z lấy lại sau khi đóng."), parent), m_shell(shell),
      m_file(file), m_decision(decision), m_model([](const Row& row) { return row.id.value(); })
{
    m_model.setColumns({
        {QStringLiteral("seq"), tr("TT"), [](const Row& r) { return Cell::plain(QString::number(r.line.seq)); }, 42, Align::Right, [](const Row& r) { return SortKey(r.line.seq); }},
        {QStringLiteral("name"), tr("Họ và tên, tập thể"), [](const Row& r) { return Cell::twoLines(toQ(r.line.name), toQ(r.line.post)); }, 190},
        {QStringLiteral("text"), tr("Thành tích"), [](const Row& r) { return Cell::plain(toQ(r.line.text)); }, 300, Align::Left, {}, {}, true},
    });
    m_table = new RecordTable(&m_model, QStringLiteral("awardLinesTable"), tr("Danh sách khen thưởng"), this);
    m_table->setTwoLineRows(true);
    m_table->setMinimumHeight(Theme::px(220));
    m_table->setMinimumWidth(Theme::px(620));
    addPart(m_table);
    auto* layout = new FormLayout(1, this);
    m_achievement = new TextField(2);
    m_achievement->setObjectName(QStringLiteral("awardLines-achievement"));
    m_line = layout->add(tr("Thành tích"), m_achievement);
    addPart(layout);
    setCancelText(tr("Đóng"));
    addVerb(QStringLiteral("awardLines.drop"), tr("Bỏ tên"), ButtonKind::Danger, [this] { drop(); });
    addVerb(QStringLiteral("awardLines.write"), tr("Ghi thành tích"), ButtonKind::Primary, [this] { write(); });
    connect(&shell.runner, &OperationRunner::failed, this, [this](const QString& sentence) { showError(sentence); });
    connect(m_table, &RecordTable::currentChanged, this, [this] { showChosen(); });
    readAnew({});
    m_table->setFocus();
}

const AwardLinesDialog::Row* AwardLinesDialog::chosen() const
{
    const auto id = m_table->currentId();
    return id ? m_model.find(*id) : nullptr;
}

void AwardLinesDialog::readAnew(std::optional<std::int64_t> chosen)
{
    m_shell.runner.read([&] { return DecisionService(m_file).decision(m_decision); }, [this](const services::DecisionDetail& detail) {
        std::vector<Row> rows;
        for (std::size_t i = 0; i < detail.lines.size(); ++i)
            rows.push_back({detail.lineIds[i], detail.lines[i]});
        m_model.setRows(std::move(rows));
    });
    if (chosen)
        m_table->setCurrentId(*chosen);
    else if (!m_model.rows().empty())
        m_table->setCurrentId(m_model.rows().front().id.value());
    showChosen();
}

void AwardLinesDialog::showChosen()
{
    const Row* row = chosen();
    m_achievement->setEnabled(row != nullptr);
    m_achievement->setValue(row ? row->line.text : std::string());
    m_line->setError({});
}

void AwardLinesDialog::write()
{
    showError({});
    const Row* row = chosen();
    if (!row)
        return showError(tr("Chọn một dòng trong danh sách trước."));
    if (m_shell.runner.run([&] { return DecisionService(m_file).setAchievement(m_decision, row->id, m_achievement->value()); }))
        readAnew(row->id.value());
}

void AwardLinesDialog::drop()
{
    showError({});
    const Row* row = chosen();
    if (!row)
        return showError(tr("Chọn một dòng trong danh sách trước."));
    if (m_model.rows().size() == 1)
        return showError(tr("Danh sách còn một dòng; không khen ai nữa thì xóa dự thảo."));
    const auto place = std::ranges::find(m_model.rows(), row->id, &Row::id) - m_model.rows().begin();
    if (!m_shell.runner.run([&] { return DecisionService(m_file).dropLine(m_decision, row->id); }))
        return;
    readAnew({});
    if (const auto next = std::min<std::ptrdiff_t>(place, static_cast<std::ptrdiff_t>(m_model.rows().size()) - 1); next >= 0)
        m_table->setCurrentId(m_model.rows()[static_cast<std::size_t>(next)].id.value());
}

}
