// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/receiver/map_step.h"

#include "services/intake/import_columns.h"
#include "ui/widgets/flow_layout.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLineEdit>

namespace thidua::ui {

using services::ReceiverSubjects;
using services::SheetColumn;

namespace {

constexpr std::size_t kMostColumns = 120; ///< nobody says more by hand

Label* elided(const QString& words, Ink ink, QWidget* parent)
{
    auto* label = new Label(words, TypeRole::Text, ink, parent);
    label->setElided(true);
    return label;
}

}

MapStep::MapStep(QWidget* parent) : QWidget(parent)
{
    m_place = new QVBoxLayout(this);
    m_place->setContentsMargins(0, 0, 0, 0);
}

void MapStep::show(const ReceiverTask& task)
{
    m_recallable = m_recallable && task.request == m_task.request && task.origin == MappingOrigin::Guessed;
    m_task = task;
    m_lines.assign(task.look.columns.size(), {});
    delete m_rows;
    m_rows = new QWidget(this);
    m_place->addWidget(m_rows);
    auto* column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    addHead(task);
    auto* body = new QWidget(m_rows);
    m_grid = new QGridLayout(body);
    m_grid->setContentsMargins(0, 0, Theme::px(8), 0);
    m_grid->setHorizontalSpacing(Theme::px(12));
    m_grid->setVerticalSpacing(Theme::px(4));
    const auto head = [&](int at, const QString& words) { m_grid->addWidget(new Label(words, TypeRole::Small, Ink::Text2, body), 0, at); };
    head(0, tr("Cột"));
    head(1, tr("Tiêu đề của mẫu"));
    head(2, tr("Ghi vào đó"));
    head(3, tr("Chữ ghi ở mọi dòng"));
    m_grid->setColumnStretch(1, 3);
    m_grid->setColumnStretch(2, 3);
    m_grid->setColumnStretch(3, 2);
    m_grid->setColumnStretch(4, 2);
    for (std::size_t i = 0; i < std::min(task.look.columns.size(), kMostColumns); ++i)
        addColumn(i);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    column->addWidget(makeScrolling(body, m_rows), 1);
    look();
}

void MapStep::addHead(const ReceiverTask& task)
{
    auto* top = qobject_cast<QVBoxLayout*>(m_rows->layout());
    auto* row = new QWidget(m_rows);
    auto* line = new FlowLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::px(12));
    std::vector<ChoiceField::Choice> subjects;
    for (const auto one : {ReceiverSubjects::All, ReceiverSubjects::People, ReceiverSubjects::Collectives, ReceiverSubjects::Pupils})
        subjects.push_back({std::to_string(static_cast<int>(one)), receiver::subjectsTitle(one)});
    auto* who = new ChoiceField(subjects, row);
    who->setObjectName(QStringLiteral("receiverSubjects"));
    who->setAccessibleName(tr("Điền ai"));
    who->setToolTip(tr("Điền ai"));
    who->setValue(std::to_string(static_cast<int>(task.mapping().subjects)));
    connect(who, &QComboBox::activated, this, [this, who] {
        m_task.mapping().subjects = static_cast<ReceiverSubjects>(std::stoi(who->value()));
        emit changed();
    });
    auto* each = new ChoiceField({{"1", tr("Mỗi danh hiệu một dòng")}, {"0", tr("Mỗi người, tập thể một dòng")}}, row);
    each->setObjectName(QStringLiteral("receiverEach"));
    each->setAccessibleName(tr("Mỗi dòng là"));
    each->setToolTip(tr("Người có hai danh hiệu đứng hai dòng, hay một dòng ghi cả hai"));
    each->setValue(task.mapping().eachHonour ? "1" : "0");
    connect(each, &QComboBox::activated, this, [this, each] {
        m_task.mapping().eachHonour = each->value() == "1";
        emit changed();
    });
    line->addWidget(who);
    line->addWidget(each);
    const bool remembered = task.origin == MappingOrigin::Remembered;
    if (remembered || m_recallable) {
        auto* forget = makeButton(remembered ? tr("Bỏ cách ghép đã nhớ") : tr("Dùng lại cách ghép đã nhớ"), QStringLiteral("undo"), ButtonKind::Normal, row);
        forget->setObjectName(QStringLiteral("receiverForget"));
        forget->setAutoDefault(false);
        forget->setToolTip(remembered ? tr("Ghép lại theo tiêu đề của mẫu; bấm lần nữa thì trở lại như đã nhớ") : QString());
        connect(forget, &QPushButton::clicked, this, [this, remembered] {
            m_recallable = remembered;
            if (remembered)
                emit forgetWanted();
            else
                emit recallWanted();
        });
        line->addWidget(forget);
    }
    top->addWidget(row);
}

void MapStep::addColumn(std::size_t column)
{
    auto* body = m_grid->parentWidget();
    const auto& look = m_task.look.columns[column];
    if (look.heading.empty() && !look.formula && look.example.empty()) // nobody looks for anything there
        return;
    const int row = m_grid->rowCount();
    m_grid->addWidget(new Label(receiver::letterOf(column), TypeRole::Text, Ink::Text2, body), row, 0);
    m_grid->addWidget(elided(look.heading.empty() ? tr("(không có tiêu đề)") : toQ(look.heading).simplified(), look.heading.empty() ? Ink::Text3 : Ink::Text, body), row, 1);
    std::vector<ChoiceField::Choice> kinds;
    for (const auto kind : services::columnsOf(services::ListKind::Form))
        kinds.push_back({std::to_string(static_cast<int>(kind)), kind == SheetColumn::Unused ? tr("(để nguyên như mẫu)") : toQ(services::columnLabel(kind))});
    auto& line = m_lines[column];
    line.kind = new ChoiceField(kinds, body);
    line.kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // the form's headings need the room
    line.kind->setMinimumContentsLength(18);
    line.kind->setObjectName(QStringLiteral("receiverColumn%1").arg(column));
    line.kind->setAccessibleName(tr("Cột %1, %2, ghi").arg(receiver::letterOf(column), receiver::columnTitle(m_task.look, column)));
    line.kind->setValue(std::to_string(static_cast<int>(m_task.mapping().columns[column])));
    line.fixed = new QComboBox(body);
    line.fixed->setEditable(true);
    line.fixed->setObjectName(QStringLiteral("receiverFixed%1").arg(column));
    line.fixed->setAccessibleName(tr("Chữ ghi ở mọi dòng của cột %1").arg(receiver::letterOf(column)));
    line.fixed->lineEdit()->setAccessibleName(line.fixed->accessibleName()); // the focus stands in it
    for (const auto& option : look.options)
        line.fixed->addItem(toQ(option));
    const auto& fixed = m_task.mapping().fixed;
    line.fixed->setCurrentText(fixed.contains(column) ? toQ(fixed.at(column)) : QString());
    line.note = new Label({}, TypeRole::Small, Ink::Text2, body);
    line.note->setElided(true);
    m_grid->addWidget(line.kind, row, 2);
    m_grid->addWidget(line.fixed, row, 3);
    m_grid->addWidget(line.note, row, 4);
    connect(line.kind, &QComboBox::activated, this, [this, column] {
        m_task.mapping().columns[column] = static_cast<SheetColumn>(std::stoi(m_lines[column].kind->value()));
        m_task.mapping().words.erase(column); // of what it was
        showLine(column);
        this->look();
        emit changed();
        if (m_lines[column].fixed->isVisible())
            m_lines[column].fixed->setFocus();
    });
    connect(line.fixed, &QComboBox::currentTextChanged, this, [this, column](const QString& words) {
        m_task.mapping().fixed[column] = fromQ(words.simplified());
        emit changed();
    });
    showLine(column);
}

void MapStep::showLine(std::size_t column)
{
    const auto& line = m_lines[column];
    const auto& look = m_task.look.columns[column];
    const auto kind = m_task.mapping().columns[column];
    line.fixed->setVisible(kind == SheetColumn::Fixed);
    const bool computed = look.formula && kind == SheetColumn::Unused;
    line.note->setInk(look.formula && !computed ? Ink::Warn : Ink::Text2);
    line.note->setText(computed                ? tr("công thức của mẫu")
                       : look.formula          ? tr("thay công thức của mẫu")
                       : kind == SheetColumn::Unused ? (look.hidden ? tr("cột ẩn") : QString())
                       : !look.options.empty() ? tr("chọn trong %1 mục của mẫu").arg(look.options.size())
                       : m_task.origin == MappingOrigin::Remembered ? tr("như lần trước")
                       : kind == look.kind     ? tr("đoán")
                                               : tr("đã chọn"));
}

void MapStep::look()
{
    m_problem.clear();
    std::map<SheetColumn, std::size_t> taken;
    const auto& columns = m_task.mapping().columns;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (const auto [first, fresh] = taken.emplace(columns[i], i); !fresh && !services::mayRepeatInForm(columns[i]) && m_problem.isEmpty())
            m_problem = tr("Cột “%1” và cột “%2” cùng được chọn là “%3”; xin chỉ để một cột.")
                            .arg(receiver::columnTitle(m_task.look, first->second), receiver::columnTitle(m_task.look, i), toQ(services::columnLabel(columns[i])));
    if (!taken.contains(SheetColumn::FullName) && !taken.contains(SheetColumn::Given) && m_problem.isEmpty())
        m_problem = tr("Chưa có cột nào là họ và tên; xin chọn cột ấy.");
}

QWidget* MapStep::first() const
{
    for (const auto& line : m_lines)
        if (line.kind)
            return line.kind;
    return nullptr;
}

}
