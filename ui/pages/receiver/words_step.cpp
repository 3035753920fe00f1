// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/receiver/words_step.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/tick_box.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

namespace thidua::ui {

using services::SheetColumn;

WordsStep::WordsStep(QWidget* parent) : QWidget(parent)
{
    m_place = new QVBoxLayout(this);
    m_place->setContentsMargins(0, 0, 0, 0);
}

void WordsStep::show(const ReceiverTask& task)
{
    m_task = task;
    m_fields.clear();
    m_first = nullptr;
    delete m_rows;
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, Theme::px(8), 0);
    column->setSpacing(Theme::px(8));
    addHonours(column);
    for (const auto& words : task.report.words)
        if (!words.words.empty())
            addWords(column, words);
    if (m_fields.empty())
        column->addWidget(makeWrapped(tr("Mẫu này không có cột mã hay cột chọn nào phải ghép; bấm Tiếp."), TypeRole::Text, Ink::Text2, body));
    column->addStretch();
    m_rows = makeScrolling(body, this);
    m_place->addWidget(m_rows);
}

void WordsStep::addHonours(QVBoxLayout* column)
{
    if (m_task.report.honours.empty())
        return;
    column->addWidget(new Label(tr("Danh hiệu, hình thức đưa vào mẫu"), TypeRole::PanelTitle, Ink::Text));
    auto* row = new QWidget;
    auto* line = new FlowLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::px(16));
    for (const auto& honour : m_task.report.honours) {
        auto* tick = new TickBox(tr("%1 (%2)").arg(toQ(honour.name)).arg(honour.count), row);
        tick->setAccessibleName(tick->text());
        tick->setObjectName(QStringLiteral("receiverHonour-%1").arg(toQ(honour.code)));
        tick->setChecked(!m_task.mapping().leftOut.contains(honour.code));
        connect(tick, &QAbstractButton::toggled, this, [this, code = honour.code](bool on) {
            if (on)
                m_task.mapping().leftOut.erase(code);
            else
                m_task.mapping().leftOut.insert(code);
            for (const auto& field : m_fields)
                if (field.honour == code)
                    field.field->setEnabled(on);
            emit changed();
        });
        if (!m_first)
            m_first = tick;
        line->addWidget(tick);
    }
    column->addWidget(row);
}

void WordsStep::addWords(QVBoxLayout* column, const services::ReceiverWords& words)
{
    const QString title = receiver::columnTitle(m_task.report.look, words.column);
    column->addWidget(makeWrapped(tr("Cột “%1”: mẫu ghi bằng chữ hay mã nào?").arg(title), TypeRole::PanelTitle, Ink::Text));
    auto* body = new QWidget;
    auto* grid = new QGridLayout(body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::px(12));
    grid->setVerticalSpacing(Theme::px(4));
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 1);
    const auto kind = m_task.mapping().columns[words.column];
    const bool honours = kind == SheetColumn::Honour || kind == SheetColumn::Title || kind == SheetColumn::Reward;
    int row = 0;
    for (const auto& one : words.words) {
        auto* label = makeWrapped(toQ(one.label), TypeRole::Text, Ink::Text, body);
        auto* field = new QComboBox(body);
        field->setEditable(true);
        field->setInsertPolicy(QComboBox::NoInsert);
        field->setObjectName(QStringLiteral("receiverWord%1-%2").arg(words.column).arg(toQ(one.value)));
        field->setAccessibleName(tr("%1, trong cột %2 ghi").arg(toQ(one.label), title));
        field->lineEdit()->setAccessibleName(field->accessibleName()); // the focus stands in it
        for (const auto& option : words.options)
            field->addItem(toQ(option));
        field->setCurrentText(toQ(one.word));
        label->setBuddy(field);
        auto* note = new Label({}, TypeRole::Small, Ink::Text2, body);
        const auto tell = [note, field, guessed = one.guessed, count = one.count, word = toQ(one.word)] {
            const bool open = field->currentText().trimmed().isEmpty();
            note->setInk(open ? Ink::Bad : guessed && field->currentText() == word ? Ink::Warn : Ink::Ok);
            note->setText(open ? WordsStep::tr("chưa biết, %1 dòng").arg(count) : guessed && field->currentText() == word ? WordsStep::tr("đoán, %1 dòng").arg(count) : WordsStep::tr("%1 dòng").arg(count));
        };
        tell();
        connect(field, &QComboBox::currentTextChanged, this, [this, tell, column = words.column, value = one.value](const QString& text) {
            m_task.mapping().words[column][value] = fromQ(text.simplified());
            tell();
            emit changed();
        });
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
        grid->addWidget(note, row++, 2);
        m_fields.push_back({title, toQ(one.label), honours ? one.value : std::string(), field});
        if (one.word.empty() && (!m_first || !qobject_cast<QComboBox*>(m_first)))
            m_first = field;
    }
    column->addWidget(body);
}

bool WordsStep::Field::isOpen() const
{
    return field->isEnabled() && field->currentText().trimmed().isEmpty();
}

QString WordsStep::problem() const
{
    for (const auto& one : m_fields)
        if (one.isOpen())
            return tr("Cột “%1”: xin cho biết mẫu ghi “%2” bằng chữ hay mã nào.").arg(one.column, one.label);
    return {};
}

}
