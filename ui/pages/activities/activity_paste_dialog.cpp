// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/activities/activity_paste_dialog.h"

#include "text/messages.h"
#include "ui/text/tsv.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QScreen>
#include <QShortcut>

namespace thidua::ui::follow {

using services::BlockEntry;

ActivityPasteDialog::ActivityPasteDialog(services::SchoolFile& file, domain::SchoolYearId year, ActivityChoices choices, Date day, QWidget* parent)
    : QDialog(parent), m_file(file), m_year(year), m_model([this](const BlockEntry& entry) { return static_cast<std::int64_t>(&entry - m_model.rows().data()) + 1; })
{
    setWindowTitle(tr("Dán hoạt động từ Excel"));
    setObjectName(QStringLiteral("activityPaste"));
    resize(QSize(Theme::px(1060), Theme::px(600)).boundedTo(screen()->availableSize() - QSize(12, 40)));
    build(choices);
    m_day->setValue(day);
    for (Field* field : {static_cast<Field*>(m_kind), static_cast<Field*>(m_campaign), static_cast<Field*>(m_day), static_cast<Field*>(m_confirmed)})
        field->onChanged = [this] { read(); };
}

void ActivityPasteDialog::build(const ActivityChoices& choices)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(8));
    m_summary = makeWrapped({}, TypeRole::Text, Ink::Text2, this);
    m_summary->setObjectName(QStringLiteral("activityPasteSummary"));
    column->addWidget(m_summary);
    std::vector<ChoiceField::Choice> kinds, campaigns = choices.campaigns;
    for (const auto& kind : choices.kinds)
        kinds.push_back({std::to_string(kind.id.value()), toQ(kind.data.name)});
    kinds.insert(kinds.begin(), {kNoChoice, tr("Theo cột hoặc tiêu đề trong danh sách")});
    campaigns.insert(campaigns.begin(), {kNoChoice, tr("Không thuộc phong trào nào")});
    auto* said = new FormLayout(4, this);
    m_kind = slim(new ChoiceField(kinds));
    m_day = new DateField;
    m_campaign = slim(new ChoiceField(campaigns));
    m_confirmed = new CheckField(tr("Đã xác nhận"));
    m_confirmed->setValue(true);
    said->add(tr("Loại, khi danh sách không ghi"), m_kind);
    said->add(tr("Ngày, khi danh sách không ghi"), m_day);
    said->add(tr("Trong phong trào"), m_campaign);
    said->add(QString(), m_confirmed);
    column->addWidget(said);
    m_model.setColumns({
        {QStringLiteral("line"), tr("Dòng"), [](const BlockEntry& e) { return Cell::secondary(QString::number(e.line + 1)); }, 56, Align::Right,
         [](const BlockEntry& e) { return SortKey(static_cast<int>(e.line)); }},
        {QStringLiteral("name"), tr("Người, tập thể"), [](const BlockEntry& e) { return Cell::plain(toQ(e.name)); }, 190},
        {QStringLiteral("kind"), tr("Loại hoạt động"), [](const BlockEntry& e) { return Cell::plain(toQ(e.kindName)); }, 200},
        {QStringLiteral("count"), tr("Số lượng"), [](const BlockEntry& e) { return Cell::plain(QString::number(e.activity.count)); }, 80, Align::Right},
        {QStringLiteral("on"), tr("Ngày"), [](const BlockEntry& e) { return Cell::plain(dateText(e.activity.on)); }, 96},
        {QStringLiteral("state"), tr("Sẽ ghi"), [](const BlockEntry& e) {
             if (!e.issue)
                 return Cell::mark(Tone::Ok, tr("Ghi"));
             Cell cell = Cell::mark(Tone::Bad, toQ(text::message(e.issue->key, e.issue->args)));
             cell.tip = cell.text;
             return cell;
         }, 320, Align::Left, {}, {}, true},
    });
    m_table = new RecordTable(&m_model, QStringLiteral("activityPasteTable"), tr("Những hoạt động sẽ được ghi"), this);
    column->addWidget(m_table, 1);
    m_empty = new EmptyState(QStringLiteral("paste"), tr("Bộ nhớ tạm chưa có danh sách nào"),
                             tr("Trong Excel, chọn cả dòng tiêu đề và các dòng: một cột họ tên; bên cạnh là số lượng dưới tên từng loại hoạt động, hoặc các cột "
                                "Loại hoạt động, Số lượng, Ngày, Kết quả. Bấm Ctrl+C."),
                             nullptr, nullptr, tr("Rồi trở lại đây bấm <b>Ctrl+V</b>."), this);
    column->addWidget(m_empty, 1);
    m_wrong = makeWrapped({}, TypeRole::Text, Ink::Warn, this);
    column->addWidget(m_wrong);
    column->addWidget(buildFoot());
    auto* paste = new QShortcut(QKeySequence(QKeySequence::Paste), this);
    connect(paste, &QShortcut::activated, this, [this] { setBlock(QApplication::clipboard()->text()); });
    auto* write = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(write, &QShortcut::activated, this, [this] {
        if (m_write->isEnabled())
            accept();
    });
}

QWidget* ActivityPasteDialog::buildFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    row->addWidget(makeCancelButton(this, QStringLiteral("activityPasteCancel"), foot));
    row->addStretch();
    m_write = saving(makeButton(QString(), QStringLiteral("check"), ButtonKind::Primary, foot));
    m_write->setObjectName(QStringLiteral("activityPasteWrite"));
    connect(m_write, &QPushButton::clicked, this, &QDialog::accept);
    row->addWidget(m_write);
    return foot;
}

void ActivityPasteDialog::setBlock(const QString& block)
{
    m_lines.clear();
    for (const auto& cells : fromTsv(block)) {
        auto& line = m_lines.emplace_back();
        for (const QString& cell : cells)
            line.push_back(cell.toStdString());
    }
    read();
}

void ActivityPasteDialog::read()
{
    services::BlockDefaults defaults;
    defaults.year = m_year;
    if (const auto code = m_kind->value(); !code.empty() && code != kNoChoice)
        defaults.kind = domain::ActivityKindId(std::stoll(code));
    if (const auto code = m_campaign->value(); !code.empty() && code != kNoChoice)
        defaults.campaign = domain::CampaignId(std::stoll(code));
    defaults.on = m_day->value();
    defaults.confirmed = m_confirmed->value();
    const auto read = services::readActivityBlock(m_file, m_lines, defaults);
    m_block = read ? *read : services::ActivityBlock{};
    m_model.setRows(m_block.entries);
    const auto wrong = m_block.wrong();
    const auto good = static_cast<int>(m_block.entries.size()) - wrong;
    m_table->setVisible(!m_block.entries.empty());
    m_empty->setVisible(m_block.entries.empty());
    m_summary->setText(!read ? toQ(text::sentence(read.error()))
                       : m_block.entries.empty() ? QString()
                                                 : tr("%1 mục trong danh sách. Tên được tìm đúng như đã viết.").arg(m_block.entries.size()));
    m_wrong->setVisible(wrong > 0);
    m_wrong->setText(tr("%1 mục có chỗ sai thì không ghi: lý do ở cột “Sẽ ghi”. Xin sửa trong Excel rồi dán lại.").arg(wrong));
    m_write->setText(tr("Ghi %1 mục").arg(good));
    m_write->setAccessibleName(m_write->text());
    m_write->setEnabled(good > 0);
}

std::vector<domain::Activity> ActivityPasteDialog::entries() const
{
    std::vector<domain::Activity> good;
    for (const auto& entry : m_block.entries)
        if (!entry.issue)
            good.push_back(entry.activity);
    return good;
}

}
