// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/register_view.h"

#include <QBoxLayout>

namespace thidua::ui {

RegisterView::RegisterView(QWidget* parent) : QWidget(parent), m_model([](const Line& line) { return line.id; })
{
    setColumns();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    m_gapsRow = new QWidget(this);
    auto* row = new QHBoxLayout(m_gapsRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(6));
    row->addWidget(makeIconLabel(QStringLiteral("question"), Ink::Warn, 16, m_gapsRow), 0, Qt::AlignTop);
    m_gaps = makeWrapped({}, TypeRole::Text, Ink::Warn, m_gapsRow);
    row->addWidget(m_gaps, 1);
    column->addWidget(m_gapsRow);
    m_doubles = makeWrapped({}, TypeRole::Text, Ink::Bad, this);
    m_doubles->setObjectName(QStringLiteral("registerDoubles"));
    column->addWidget(m_doubles);
    m_table = new RecordTable(&m_model, QStringLiteral("register"), tr("Sổ văn bản đi"), this);
    m_table->setFilterRow(true);
    m_table->setSumRow(true);
    m_table->setEmptyState(new EmptyState(QStringLiteral("book"), tr("Sổ văn bản đi của năm này còn trống"),
                                          tr("Kế hoạch, quyết định, tờ trình và biên bản của trường vào sổ khi ban hành, số tính từ 01 mỗi năm dương lịch.")));
    m_year = new ChoiceField({}, m_table);
    m_year->setObjectName(QStringLiteral("registerYear"));
    m_year->setAccessibleName(tr("Năm của sổ văn bản đi"));
    m_year->setMinimumWidth(Theme::px(120));
    connect(m_year, &QComboBox::currentIndexChanged, this, [this] {
        if (year() > 0)
            emit yearChosen(year());
    });
    m_table->addToToolbar(m_year);
    m_print = makeButton(tr("In sổ…"), QStringLiteral("print"), ButtonKind::Normal, m_table);
    m_print->setObjectName(QStringLiteral("registerPrint"));
    connect(m_print, &QPushButton::clicked, this, &RegisterView::printWanted);
    m_table->addToToolbar(m_print);
    column->addWidget(m_table, 1);
}

void RegisterView::setColumns()
{
    Column<Line> number{QStringLiteral("number"), tr("Số, ký hiệu"), [](const Line& l) {
                            return l.row.doubled ? Cell::wrong(toQ(l.row.number), tr("Số này đứng trên hai văn bản; xin ghi chú trong sổ.")) : Cell::bold(toQ(l.row.number));
                        }, 150};
    number.sortKey = [](const Line& l) { return SortKey(l.row.ordinal); };
    number.sum = [](const std::vector<const Line*>& rows) { return tr("Cộng: %1 văn bản").arg(rows.size()); };
    Column<Line> date{QStringLiteral("date"), tr("Ngày ban hành"), [](const Line& l) { return Cell::plain(dateText(l.row.issuedOn)); }, 130};
    date.sortKey = [](const Line& l) { return SortKey(l.row.issuedOn ? l.row.issuedOn->iso() : std::string()); };
    Column<Line> kind{QStringLiteral("kind"), tr("Loại văn bản"), [](const Line& l) { return Cell::plain(toQ(l.row.kind)); }, 140};
    Column<Line> title{QStringLiteral("title"), tr("Trích yếu"), [](const Line& l) { return Cell::plain(toQ(l.row.title)); }, 400};
    title.stretch = true;
    Column<Line> note{QStringLiteral("note"), tr("Ghi chú"), [](const Line& l) { return l.row.note.empty() ? Cell::secondary(tr("–")) : Cell::plain(toQ(l.row.note)); }, 210};
    m_model.setColumns({number, date, kind, title, note});
}

void RegisterView::setYears(const std::vector<int>& years, int likely)
{
    const std::string before = m_year->value();
    std::vector<ChoiceField::Choice> choices;
    bool kept = false;
    for (const int year : years) {
        choices.push_back({std::to_string(year), tr("Năm %1").arg(year)});
        kept = kept || std::to_string(year) == before;
    }
    const QSignalBlocker quiet(m_year);
    m_year->setChoices(choices);
    m_year->setValue(kept ? before : std::to_string(likely));
}

int RegisterView::year() const
{
    return toQ(m_year->value()).toInt();
}

void RegisterView::show(const services::PaperIssuer::Register& content)
{
    std::vector<Line> lines;
    for (const auto& row : content.rows)
        lines.push_back({static_cast<std::int64_t>(lines.size()) + 1, row});
    m_print->setEnabled(!lines.empty());
    m_model.setRows(std::move(lines));
    QStringList gaps;
    for (const auto& gap : content.gaps)
        gaps << toQ(gap);
    m_gaps->setText(tr("Sổ còn cách số: %1. Xin xem các số này đã dùng cho văn bản nào ngoài chương trình.").arg(gaps.join(QStringLiteral(", "))));
    m_gapsRow->setVisible(!gaps.isEmpty());
    QStringList doubles;
    for (const auto& row : content.rows)
        if (row.doubled)
            doubles << toQ(row.number);
    doubles.removeDuplicates();
    m_doubles->setText(tr("Số cấp trùng: %1. Tệp cũ còn giữ cả hai văn bản; xin ghi chú trong sổ văn bản đi.").arg(doubles.join(QStringLiteral(", "))));
    m_doubles->setVisible(!doubles.isEmpty());
}

}
