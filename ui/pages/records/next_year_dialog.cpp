// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/next_year_dialog.h"

#include "base/vietnamese.h"

#include <QBoxLayout>
#include <QScreen>
#include <QSet>
#include <QShortcut>

#include <map>

namespace thidua::ui {

using services::CarryKind;

namespace {

QString groupOf(CarryKind kind)
{
    switch (kind) {
    case CarryKind::Post: return NextYearDialog::tr("Cán bộ, giáo viên: chức vụ và tổ");
    case CarryKind::Class: return NextYearDialog::tr("Lớp");
    case CarryKind::Pupil: return NextYearDialog::tr("Học sinh");
    case CarryKind::Campaign: return NextYearDialog::tr("Phong trào thường xuyên, thành dự thảo");
    }
    return {};
}

}

NextYearDialog::NextYearDialog(std::vector<services::CarryLine> lines, const QString& before, const QString& next, QWidget* parent)
    : QDialog(parent), m_model([](const Line& line) { return line.number; })
{
    setWindowTitle(tr("Mở năm học %1 từ năm học %2").arg(next, before));
    setObjectName(QStringLiteral("nextYear"));
    resize(QSize(Theme::px(1000), Theme::px(640)).boundedTo(screen()->availableSize() - QSize(12, 40)));
    setColumns();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(8));
    m_counts = makeWrapped({}, TypeRole::Text, Ink::Text, this);
    m_counts->setObjectName(QStringLiteral("nextYearCounts"));
    column->addWidget(m_counts);
    column->addWidget(makeWrapped(tr("Dòng nào không mang sang thì bỏ dấu (phím cách). Bỏ dấu một em: em vào năm học mới nhưng chưa xếp lớp, như khi ở lại lớp; "
                                     "bỏ dấu một lớp: lớp ấy không được lập. Giáo viên chủ nhiệm phân công sau, ở trang Lớp."),
                                  TypeRole::Small, Ink::Text2, this));
    m_table = new RecordTable(&m_model, QStringLiteral("nextYearTable"), tr("Những gì mang sang năm học mới"), this);
    m_table->setTickable(true);
    column->addWidget(m_table, 1);
    column->addWidget(makeFoot(next));
    std::vector<Line> rows;
    for (auto& line : lines)
        rows.push_back({static_cast<std::int64_t>(rows.size()) + 1, std::move(line)});
    m_model.setRows(std::move(rows));
    m_table->setGrouping(QStringLiteral("kind"));
    m_table->sortBy(QStringLiteral("name"));
    QVector<std::int64_t> all;
    for (const auto& line : m_model.rows())
        all << line.number;
    m_table->setTicked(all);
    connect(m_table, &RecordTable::ticksChanged, this, &NextYearDialog::showCounts);
    showCounts();
    m_table->view()->setFocus();
}

NextYearDialog::~NextYearDialog()
{
    delete m_table; // it reads the model until its end
}

void NextYearDialog::setColumns()
{
    std::vector<Column<Line>> columns;
    columns.push_back({QStringLiteral("name"), tr("Người, lớp, phong trào"), [](const Line& l) { return Cell::plain(toQ(l.carried.name)); }, 280});
    columns.back().sortKey = [](const Line& l) { return l.carried.sortKey.empty() ? SortKey(sortKey(l.carried.name)) : SortKey(l.carried.sortKey); };
    columns.back().stretch = true;
    columns.push_back({QStringLiteral("from"), tr("Năm trước"), [](const Line& l) { return Cell::secondary(toQ(l.carried.from)); }, 260});
    columns.push_back({QStringLiteral("to"), tr("Năm học mới"), [](const Line& l) { return Cell::plain(toQ(l.carried.to)); }, 220});
    m_model.setColumns(std::move(columns));
    m_model.addGrouping({QStringLiteral("kind"), tr("Gom theo loại"), [](const Line& l) { return groupOf(l.carried.kind); },
                         [](const Line& l) { return SortKey(static_cast<int>(l.carried.kind)); },
                         [](const QString& label, const std::vector<const Line*>& lines) { return tr("%1 – %2").arg(label).arg(lines.size()); }});
}

QWidget* NextYearDialog::makeFoot(const QString& next)
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    row->addStretch();
    auto* back = makeButton(tr("Quay lại mốc thời gian"), QStringLiteral("arrow-left"), ButtonKind::Normal, foot);
    back->setObjectName(QStringLiteral("nextYearBack"));
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(back);
    auto* open = makeButton(tr("Mở năm học %1").arg(next), QStringLiteral("check"), ButtonKind::Primary, foot);
    open->setObjectName(QStringLiteral("nextYearOpen"));
    open->setToolTip(tr("Ctrl+Enter"));
    connect(open, &QPushButton::clicked, this, &QDialog::accept);
    row->addWidget(open);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this, &QDialog::accept);
    return foot;
}

void NextYearDialog::showCounts()
{
    const auto ticked = m_table->tickedIds();
    const QSet<std::int64_t> chosen(ticked.begin(), ticked.end());
    std::map<CarryKind, int> counts;
    for (const auto& line : m_model.rows())
        counts[line.carried.kind] += chosen.contains(line.number) ? 1 : 0;
    m_counts->setText(tr("Sẽ mang sang: <b>%1 người</b> giữ chức vụ, tổ; lập <b>%2 lớp</b>; <b>%3 học sinh</b> lên lớp hoặc ra trường; <b>%4 phong trào</b>.")
                          .arg(counts[CarryKind::Post]).arg(counts[CarryKind::Class]).arg(counts[CarryKind::Pupil]).arg(counts[CarryKind::Campaign]));
}

services::CarryLeftOut NextYearDialog::leftOut() const
{
    const auto ticked = m_table->tickedIds();
    const QSet<std::int64_t> chosen(ticked.begin(), ticked.end());
    services::CarryLeftOut out;
    for (const auto& line : m_model.rows())
        if (!chosen.contains(line.number))
            out.emplace(line.carried.kind, line.carried.id);
    return out;
}

}
