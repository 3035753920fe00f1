// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/column_step.h"

#include "services/intake/import_columns.h"
#include "services/intake/joined_sheets.h"
#include "ui/pages/intake/import_words.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace thidua::ui {

using services::SheetColumn;

namespace {

constexpr std::size_t kMostSamples = 120; ///< columns; nobody says more by hand

}

ColumnStep::ColumnStep(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    m_lead = makeWrapped({}, TypeRole::Text, Ink::Text2, this);
    column->addWidget(m_lead);
    m_headingRow = new QWidget(this);
    auto* heading = new QHBoxLayout(m_headingRow);
    heading->setContentsMargins(0, 0, 0, 0);
    heading->setSpacing(Theme::px(8));
    m_heading = new ChoiceField({}, m_headingRow);
    m_heading->setObjectName(QStringLiteral("importHeading"));
    m_heading->setAccessibleName(tr("Dòng tiêu đề"));
    auto* title = new Label(tr("Dòng tiêu đề"), TypeRole::Text, Ink::Text2, m_headingRow);
    title->setBuddy(m_heading);
    heading->addWidget(title);
    heading->addWidget(m_heading, 1);
    column->addWidget(m_headingRow);
    connect(m_heading, &QComboBox::activated, this, [this] { emit headingChosen(toQ(m_heading->value()).toInt()); });
    m_place = new QWidget;
    auto* place = new QVBoxLayout(m_place);
    place->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeScrolling(m_place, this), 1);
}

/// Which row the headings are: whoever sees that another one is meant, or none, says so here.
void ColumnStep::showHeading(const ImportTask& task)
{
    constexpr qsizetype kLongest = 90;
    std::vector<ChoiceField::Choice> rows{{"0", tr("Không có dòng tiêu đề: danh sách bắt đầu ngay bằng người thứ nhất")}};
    for (const auto& [row, words] : task.look.firstRows) {
        const QString line = toQ(words).simplified();
        rows.push_back({std::to_string(row), tr("Dòng %1: %2").arg(row).arg(line.size() > kLongest ? line.left(kLongest) + QStringLiteral("…") : line)});
    }
    m_heading->setChoices(rows);
    m_heading->setValue(std::to_string(task.look.heading));
    m_headingRow->setVisible(!services::isJoined(*task.request)); // each of several sheets has its own
}

void ColumnStep::show(const ImportTask& task)
{
    showHeading(task);
    m_fields.clear();
    m_origins.clear();
    m_lead->setText(tr("Mỗi cột của tệp là gì? Chữ “đoán” là chương trình đoán theo tiêu đề; xin xem lại và sửa chỗ chưa đúng. "
                       "Tệp sau cùng mẫu này sẽ được hiểu như đã sửa."));
    delete m_rows;
    m_rows = new QWidget(m_place);
    m_place->layout()->addWidget(m_rows);
    auto* grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, Theme::px(8), 0);
    grid->setHorizontalSpacing(Theme::px(12));
    grid->setVerticalSpacing(Theme::px(4));
    const auto head = [&](int at, const QString& words) { grid->addWidget(new Label(words, TypeRole::Small, Ink::Text2, m_rows), 0, at); };
    head(0, tr("Cột"));
    head(1, tr("Tiêu đề trong tệp"));
    head(2, tr("Ví dụ"));
    head(3, tr("Là"));
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 3);
    std::vector<ChoiceField::Choice> choices;
    for (const auto kind : services::columnsOf(task.request->kind))
        choices.push_back({std::to_string(static_cast<int>(kind)), toQ(services::columnLabel(kind))});
    const auto& columns = task.look.columns;
    int row = 1;
    for (std::size_t i = 0; i < std::min(columns.size(), kMostSamples); ++i) {
        auto* field = new ChoiceField(choices, m_rows);
        auto* origin = new Label({}, TypeRole::Small, Ink::Text2, m_rows);
        m_fields.push_back(field);
        m_origins.push_back(origin);
        field->setObjectName(QStringLiteral("importColumn%1").arg(i));
        field->setAccessibleName(tr("Cột %1, %2, là").arg(intake::letterOf(i), intake::columnTitle(task, i)));
        field->setValue(std::to_string(static_cast<int>(task.request->columns[i])));
        connect(field, &QComboBox::activated, this, [this, i, field] { emit columnChosen(static_cast<int>(i), static_cast<SheetColumn>(std::stoi(field->value()))); });
        const bool nothing = columns[i].heading.empty() && columns[i].example.empty();
        if (nothing) { // an empty column has nothing to be
            field->hide();
            origin->hide();
            continue;
        }
        const auto elided = [&](const QString& words, Ink ink) {
            auto* label = new Label(words, TypeRole::Text, ink, m_rows);
            label->setElided(true);
            return label;
        };
        grid->addWidget(new Label(intake::letterOf(i), TypeRole::Text, Ink::Text2, m_rows), row, 0);
        grid->addWidget(elided(columns[i].heading.empty() ? tr("(không có tiêu đề)") : toQ(columns[i].heading).simplified(), columns[i].heading.empty() ? Ink::Text3 : Ink::Text), row, 1);
        grid->addWidget(elided(toQ(columns[i].example).simplified(), Ink::Text2), row, 2);
        grid->addWidget(field, row, 3);
        grid->addWidget(origin, row++, 4);
    }
    grid->setRowStretch(row, 1);
    look(task);
}

void ColumnStep::look(const ImportTask& task)
{
    m_problem.clear();
    std::map<SheetColumn, std::size_t> taken;
    const auto& columns = task.request->columns;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (const auto [first, fresh] = taken.emplace(columns[i], i); !fresh && !services::mayRepeat(columns[i]) && m_problem.isEmpty())
            m_problem = tr("Cột “%1” và cột “%2” cùng được chọn là “%3”; xin chỉ để một cột.")
                            .arg(intake::columnTitle(task, first->second), intake::columnTitle(task, i), toQ(services::columnLabel(columns[i])));
    const bool named = taken.contains(SheetColumn::FullName) || taken.contains(SheetColumn::Given) || taken.contains(SheetColumn::Family);
    if (!named && m_problem.isEmpty())
        m_problem = tr("Chưa có cột nào là họ và tên; xin chọn cột ấy.");
    showOrigins(task);
}

void ColumnStep::showOrigins(const ImportTask& task)
{
    for (std::size_t i = 0; i < m_origins.size(); ++i) {
        const bool used = task.request->columns[i] != SheetColumn::Unused;
        switch (task.origins[i]) {
        case ColumnOrigin::Guessed: m_origins[i]->setText(used ? tr("đoán") : QString()); break;
        case ColumnOrigin::Remembered: m_origins[i]->setText(tr("như lần trước")); break;
        case ColumnOrigin::Chosen: m_origins[i]->setText(tr("đã chọn")); break;
        }
        m_origins[i]->setInk(task.origins[i] == ColumnOrigin::Guessed ? Ink::Warn : Ink::Ok);
    }
}

QWidget* ColumnStep::first() const
{
    for (auto* field : m_fields)
        if (!field->isHidden())
            return field;
    return nullptr;
}

}
