// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/staff/staff_paste_dialog.h"

#include "ui/text/tsv.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QShortcut>

namespace thidua::ui {
namespace {

constexpr int kColumns = 6;

QString columnTitle(int column)
{
    switch (column) {
    case 0: return StaffPasteDialog::tr("Họ và tên");
    case 1: return StaffPasteDialog::tr("Giới tính");
    case 2: return StaffPasteDialog::tr("Ngày sinh");
    case 3: return StaffPasteDialog::tr("Chức vụ");
    case 4: return StaffPasteDialog::tr("Tổ");
    default: return StaffPasteDialog::tr("Vào ngành");
    }
}

int columnOf(const std::string& member)
{
    static const std::vector<std::string> members{"fullName", "gender", "birth", "title", "team", "employedFrom"};
    const auto found = std::find(members.begin(), members.end(), member);
    return found == members.end() ? 0 : static_cast<int>(found - members.begin());
}

}

StaffPasteDialog::StaffPasteDialog(services::SchoolFile& file, domain::SchoolYearId year, QWidget* parent)
    : QDialog(parent), m_file(file), m_year(year), m_model([](const Line& line) { return line.number; }, this)
{
    setWindowTitle(tr("Dán danh sách từ Excel"));
    setObjectName(QStringLiteral("staffPaste"));
    resize(Theme::px(1120), Theme::px(600));
    setColumns();
    build();
    for (const auto& keys : {QKeySequence(QKeySequence::Paste), QKeySequence(Qt::CTRL | Qt::Key_Return)}) {
        auto* shortcut = new QShortcut(keys, this);
        const bool paste = keys == QKeySequence(QKeySequence::Paste);
        connect(shortcut, &QShortcut::activated, this, [this, paste] {
            if (paste)
                setBlock(QApplication::clipboard()->text());
            else if (m_write->isEnabled())
                accept();
        });
    }
}

void StaffPasteDialog::setColumns()
{
    std::vector<Column<Line>> columns;
    columns.push_back({QStringLiteral("line"), tr("Dòng"), [](const Line& l) { return Cell::secondary(QString::number(l.number)); }, 52, Align::Right});
    columns.back().sortKey = [](const Line& l) { return SortKey(static_cast<double>(l.number)); };
    columns.push_back({QStringLiteral("outcome"), tr("Kết quả"), [](const Line& l) {
        return l.good ? Cell::mark(Tone::Ok, tr("Mới"), QStringLiteral("plus")) : Cell::mark(Tone::Bad, tr("Bị loại"));
    }, 96});
    static constexpr int kWidths[kColumns] = {152, 70, 90, 150, 80, 90};
    for (int column = 0; column < kColumns; ++column)
        columns.push_back({QStringLiteral("cell%1").arg(column), columnTitle(column), [column](const Line& l) {
            const QString text = l.cells.value(column);
            if (!l.good && l.column == columnTitle(column))
                return Cell::wrong(text.isEmpty() ? tr("(trống)") : text, l.reason);
            return text.isEmpty() ? Cell::secondary(QStringLiteral("–")) : Cell::plain(text);
        }, kWidths[column]});
    columns.push_back({QStringLiteral("what"), tr("Điều sẽ xảy ra"), [](const Line& l) {
        if (l.good)
            return Cell::secondary(tr("thêm người mới"));
        Cell cell = Cell::toned(Tone::Bad, tr("%1: %2").arg(l.column, l.reason));
        cell.tip = l.reason;
        return cell;
    }, 260});
    columns.back().stretch = true;
    m_model.setColumns(std::move(columns));
}

void StaffPasteDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(8));
    column->addWidget(new Label(tr("Dán danh sách từ Excel"), TypeRole::PageTitle, Ink::Text, this));
    m_summary = makeWrapped({}, TypeRole::Text, Ink::Text2, this);
    column->addWidget(m_summary);
    m_table = new RecordTable(&m_model, QStringLiteral("pasteTable"), tr("Các dòng sẽ được ghi"), this);
    m_table->setTickable(true);
    m_table->setFilterRow(true);
    m_table->setEmptyState(new EmptyState(QStringLiteral("paste"), tr("Bộ nhớ tạm chưa có danh sách nào"),
                                          tr("Trong Excel, chọn các dòng với sáu cột theo thứ tự: Họ và tên, Giới tính, Ngày sinh, Chức vụ, Tổ, Ngày vào ngành "
                                             "(các cột sau có thể thiếu), bấm Ctrl+C."),
                                          nullptr, nullptr, tr("Rồi trở lại đây bấm <b>Ctrl+V</b>.")));
    connect(m_table, &RecordTable::ticksChanged, this, &StaffPasteDialog::update);
    connect(m_table, &RecordTable::pasted, this, [this] { setBlock(QApplication::clipboard()->text()); });
    column->addWidget(m_table, 1);
    m_teams = makeWrapped({}, TypeRole::Text, Ink::Info, this);
    column->addWidget(m_teams);
    column->addWidget(buildFoot());
    m_table->setFocus();
}

QWidget* StaffPasteDialog::buildFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    m_copy = makeButton(tr("Sao chép dòng bị loại"), QStringLiteral("copy"), ButtonKind::Normal, foot);
    m_copy->setObjectName(QStringLiteral("pasteCopyRejected"));
    m_copy->setToolTip(tr("Để dán sang Excel, sửa rồi dán lại"));
    connect(m_copy, &QPushButton::clicked, this, &StaffPasteDialog::copyRejected);
    row->addWidget(m_copy);
    row->addStretch();
    auto* cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, foot);
    cancel->setObjectName(QStringLiteral("pasteCancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(cancel);
    auto* again = makeButton(tr("Dán lại"), QStringLiteral("paste"), ButtonKind::Normal, foot);
    again->setObjectName(QStringLiteral("pasteAgain"));
    again->setToolTip(tr("Lấy lại từ bộ nhớ tạm (Ctrl+V)"));
    connect(again, &QPushButton::clicked, this, [this] { setBlock(QApplication::clipboard()->text()); });
    row->addWidget(again);
    m_write = makeButton(QString(), QStringLiteral("check"), ButtonKind::Primary, foot);
    m_write->setObjectName(QStringLiteral("pasteWrite"));
    connect(m_write, &QPushButton::clicked, this, &QDialog::accept);
    row->addWidget(m_write);
    return foot;
}

void StaffPasteDialog::setBlock(const QString& block)
{
    readLines(block);
    QVector<std::int64_t> good;
    for (const auto& line : m_model.rows())
        if (line.good)
            good.push_back(line.number);
    m_table->setTicked(good);
    update();
}

void StaffPasteDialog::readLines(const QString& block)
{
    std::vector<Line> lines;
    m_newTeams.clear();
    QVector<QStringList> rows = fromTsv(block);
    QStringList plain; // one line for each row, whatever stood in its cells
    for (auto& cells : rows) {
        for (QString& cell : cells)
            cell = cell.simplified();
        plain << cells.join(QLatin1Char('\t'));
    }
    const auto read = services::PeopleService(m_file).readBlock(m_year, fromQText(plain.join(QLatin1Char('\n'))));
    std::map<std::size_t, const FieldIssue*> issues; // the first of each line
    std::size_t filled = 0;
    for (const auto& cells : std::as_const(rows))
        filled += cells.join(QString()).isEmpty() ? 0 : 1;
    if (read)
        for (const auto& issue : read->issues)
            issues.try_emplace(static_cast<std::size_t>(std::stoul(issue.field)), &issue);
    const bool heading = read && read->good.size() + issues.size() + 1 == filled;
    for (qsizetype i = 0; read && i < rows.size(); ++i) {
        if (rows[i].join(QString()).isEmpty() || (i == 0 && heading))
            continue;
        Line line{i + 1, rows[i], true};
        if (const auto found = issues.find(static_cast<std::size_t>(i)); found != issues.end()) {
            line.good = false;
            line.reason = sentenceOf(*found->second);
            line.column = columnTitle(columnOf(found->second->field.substr(found->second->field.find('.') + 1)));
        }
        lines.push_back(std::move(line));
    }
    if (read)
        m_newTeams = read->newTeams;
    m_model.setRows(std::move(lines));
}

int StaffPasteDialog::chosenCount() const
{
    int count = 0;
    for (const auto id : m_table->tickedIds())
        if (const Line* line = m_model.find(id); line && line->good)
            ++count;
    return count;
}

std::string StaffPasteDialog::chosenBlock() const
{
    const auto ticked = m_table->tickedIds();
    std::string block;
    for (const auto& line : m_model.rows())
        if (line.good && ticked.contains(line.number))
            block += fromQText(line.cells.join(QLatin1Char('\t'))) + "\n";
    return block;
}

void StaffPasteDialog::copyRejected()
{
    QVector<QStringList> rows;
    for (const auto& line : m_model.rows())
        if (!line.good)
            rows.push_back(line.cells);
    QApplication::clipboard()->setText(toTsv(rows));
}

QString StaffPasteDialog::tellTeams() const
{
    QStringList names;
    for (const auto& name : m_newTeams)
        names << toQ(name);
    return tr("Sẽ lập thêm %1 tổ chưa có trong sổ: %2.").arg(names.size()).arg(names.join(QStringLiteral(", ")));
}

void StaffPasteDialog::update()
{
    int bad = 0;
    for (const auto& line : m_model.rows())
        bad += line.good ? 0 : 1;
    const int all = static_cast<int>(m_model.rows().size());
    const int chosen = chosenCount();
    m_summary->setText(all == 0 ? tr("<b>Chưa ghi gì vào sổ.</b>")
                       : bad == 0 ? tr("%1 dòng, dòng nào cũng đọc được. <b>Chưa ghi gì vào sổ</b>; những gì thấy ở đây là những gì sẽ được ghi.").arg(all)
                                  : tr("%1 dòng: %2 dòng ghi được, <b>%3 dòng bị loại</b> sẽ không ghi. <b>Chưa ghi gì vào sổ</b>; ghi xong hoàn tác được.")
                                        .arg(all).arg(all - bad).arg(bad));
    m_teams->setText(m_newTeams.empty() ? QString() : tellTeams());
    m_teams->setVisible(!m_newTeams.empty());
    m_copy->setVisible(bad > 0);
    m_write->setText(chosen > 0 ? tr("Ghi %1 người vào sổ").arg(chosen) : tr("Chưa có dòng nào để ghi"));
    m_write->setAccessibleName(m_write->text());
    m_write->setEnabled(chosen > 0);
    m_write->setDefault(chosen > 0);
}

}
