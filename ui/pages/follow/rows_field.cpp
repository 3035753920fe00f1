// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/follow/rows_field.h"

#include "ui/pages/follow/follow_common.h"

#include <QGridLayout>

namespace thidua::ui::follow {
namespace {

template <class E>
ChoiceField* choiceOf(QWidget* parent)
{
    std::vector<ChoiceField::Choice> choices;
    for (const auto& [value, words] : wordsOf<E>())
        choices.push_back({std::string(domain::toCode(value)), words});
    auto* field = new ChoiceField(choices, parent);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMinimumContentsLength(8);
    return field;
}

void name(QWidget* widget, const char* object, const QString& words)
{
    widget->setObjectName(QString::fromLatin1(object));
    widget->setAccessibleName(words);
}

}

RowsField::RowsField(const QString& name, const QString& addText, const QString& removeText, QWidget* parent)
    : QWidget(parent), m_name(name), m_removeText(removeText)
{
    setObjectName(name);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::px(8));
    m_add = compact(makeButton(addText, QStringLiteral("plus"), ButtonKind::Normal, this));
    m_add->setObjectName(name + QStringLiteral(".add"));
    connect(m_add, &QPushButton::clicked, this, &RowsField::addByHand);
    m_column->addWidget(m_add);
    setFocusProxy(m_add);
}

RowsField::Line& RowsField::addLine()
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::px(4));
    grid->setVerticalSpacing(Theme::px(4));
    Line line{box, makeFields(box, grid)};
    auto* remove = makeIconButton(QStringLiteral("close"), m_removeText, ButtonKind::Quiet, box);
    remove->setObjectName(m_name + QStringLiteral(".remove"));
    remove->setEnabled(!m_readOnly);
    connect(remove, &QPushButton::clicked, this, [this, box] { this->remove(box); });
    grid->addWidget(remove, 0, 3);
    for (Field* field : line.fields) {
        field->setReadOnly(m_readOnly);
        field->onChanged = [this] {
            if (!m_filling)
                changed();
        };
    }
    m_column->insertWidget(m_column->count() - 1, box);
    QWidget* before = m_lines.empty() ? nullptr : m_lines.back().fields.back()->widget();
    for (Field* field : line.fields) {
        if (before)
            QWidget::setTabOrder(before, field->widget());
        before = field->widget();
    }
    QWidget::setTabOrder(before, remove);
    QWidget::setTabOrder(remove, m_add);
    m_lines.push_back(std::move(line));
    box->show();
    return m_lines.back();
}

void RowsField::addByHand()
{
    m_filling = true;
    Line& line = addLine();
    m_filling = false;
    line.fields.front()->widget()->setFocus(Qt::TabFocusReason);
    changed();
}

void RowsField::remove(QWidget* box)
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [box](const Line& line) { return line.box == box; });
    if (found == m_lines.end())
        return;
    m_lines.erase(found);
    m_add->setFocus(Qt::TabFocusReason);
    box->hide();
    box->deleteLater(); // its own button was pressed
    changed();
}

void RowsField::dropLines()
{
    for (const auto& line : m_lines) {
        line.box->hide();
        line.box->deleteLater();
    }
    m_lines.clear();
}

void RowsField::clear()
{
    dropLines();
    changed();
}

void RowsField::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_add->setVisible(!readOnly);
    for (const auto& line : m_lines) {
        for (Field* field : line.fields)
            field->setReadOnly(readOnly);
        for (auto* button : line.box->findChildren<QPushButton*>())
            button->setEnabled(!readOnly);
    }
}

QString RowsField::problem() const
{
    for (const auto& line : m_lines) {
        for (Field* field : line.fields)
            if (const QString own = field->problem(); !own.isEmpty())
                return own;
        if (const QString wanting = problemOf(line); !wanting.isEmpty())
            return wanting;
    }
    return {};
}

DisciplineField::DisciplineField(QWidget* parent)
    : RowsField(QStringLiteral("discipline"), tr("Thêm hình thức kỷ luật"), tr("Bỏ hình thức kỷ luật này"), parent)
{
}

std::vector<Field*> DisciplineField::makeFields(QWidget* box, QGridLayout* grid)
{
    auto* form = choiceOf<domain::DisciplineForm>(box);
    form->setValue(std::string(domain::toCode(domain::DisciplineForm::Reprimand)));
    auto* day = new DateField(box);
    auto* number = new LineField(tr("Số quyết định"), box);
    name(form, "discipline.form", tr("Hình thức kỷ luật"));
    name(day, "discipline.decidedOn", tr("Ngày quyết định kỷ luật"));
    name(number, "discipline.number", tr("Số quyết định kỷ luật"));
    day->setPlaceholderText(tr("Ngày quyết định"));
    grid->addWidget(form, 0, 0);
    grid->addWidget(day, 0, 1);
    grid->addWidget(number, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return {form, day, number};
}

QString DisciplineField::problemOf(const Line& line) const
{
    return line.fields[1]->isBlank() ? tr("Xin ghi ngày của quyết định kỷ luật.") : QString();
}

std::vector<domain::DisciplineCase> DisciplineField::value() const
{
    std::vector<domain::DisciplineCase> cases;
    for (const auto& line : lines()) {
        domain::DisciplineCase one;
        one.form = domain::fromCode<domain::DisciplineForm>(static_cast<ChoiceField*>(line.fields[0])->value()).value_or(one.form);
        if (const auto day = static_cast<DateField*>(line.fields[1])->value())
            one.decidedOn = *day;
        one.decisionNumber = static_cast<LineField*>(line.fields[2])->value();
        cases.push_back(one);
    }
    return cases;
}

void DisciplineField::setValue(const std::vector<domain::DisciplineCase>& cases)
{
    dropLines();
    for (const auto& one : cases) {
        const Line& line = addLine();
        static_cast<ChoiceField*>(line.fields[0])->setValue(std::string(domain::toCode(one.form)));
        static_cast<DateField*>(line.fields[1])->setValue(one.decidedOn);
        static_cast<LineField*>(line.fields[2])->setValue(one.decisionNumber);
    }
    changed();
}

AbsenceField::AbsenceField(QWidget* parent)
    : RowsField(QStringLiteral("absences"), tr("Thêm ngày nghỉ"), tr("Bỏ lần nghỉ này"), parent)
{
}

std::vector<Field*> AbsenceField::makeFields(QWidget* box, QGridLayout* grid)
{
    auto* days = new NumberField(0, box);
    days->setRange(1, 366);
    days->setPlaceholderText(tr("Số ngày"));
    auto* reason = choiceOf<domain::AbsenceReason>(box);
    reason->setValue(std::string(domain::toCode(domain::AbsenceReason::Unknown)));
    auto* from = new DateField(box);
    from->setPlaceholderText(tr("Từ ngày"));
    auto* note = new LineField(tr("Ghi chú"), box);
    name(days, "absence.days", tr("Số ngày nghỉ"));
    name(reason, "absence.reason", tr("Lý do nghỉ"));
    name(from, "absence.from", tr("Nghỉ từ ngày"));
    name(note, "absence.note", tr("Ghi chú về lần nghỉ"));
    grid->addWidget(days, 0, 0);
    grid->addWidget(reason, 0, 1);
    grid->addWidget(from, 1, 0);
    grid->addWidget(note, 1, 1);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    return {days, reason, from, note};
}

QString AbsenceField::problemOf(const Line& line) const
{
    return line.fields[0]->isBlank() ? tr("Xin ghi số ngày nghỉ.") : QString();
}

std::vector<domain::Absence> AbsenceField::value() const
{
    std::vector<domain::Absence> absences;
    for (const auto& line : lines()) {
        domain::Absence one;
        one.days = static_cast<int>(static_cast<NumberField*>(line.fields[0])->value().value_or(0));
        one.reason = domain::fromCode<domain::AbsenceReason>(static_cast<ChoiceField*>(line.fields[1])->value()).value_or(one.reason);
        one.from = static_cast<DateField*>(line.fields[2])->value();
        one.note = static_cast<LineField*>(line.fields[3])->value();
        absences.push_back(one);
    }
    return absences;
}

void AbsenceField::setValue(const std::vector<domain::Absence>& absences)
{
    dropLines();
    for (const auto& one : absences) {
        const Line& line = addLine();
        static_cast<NumberField*>(line.fields[0])->setValue(one.days);
        static_cast<ChoiceField*>(line.fields[1])->setValue(std::string(domain::toCode(one.reason)));
        static_cast<DateField*>(line.fields[2])->setValue(one.from);
        static_cast<LineField*>(line.fields[3])->setValue(one.note);
    }
    changed();
}

AuthorsField::AuthorsField(QWidget* parent)
    : RowsField(QStringLiteral("authors"), tr("Thêm tác giả"), tr("Bỏ tác giả này"), parent)
{
}

void AuthorsField::setPeople(std::vector<SearchField::Option> people)
{
    m_people = std::move(people);
    for (const auto& line : lines())
        static_cast<SearchField*>(line.fields[0])->setOptions(m_people);
}

std::vector<Field*> AuthorsField::makeFields(QWidget* box, QGridLayout* grid)
{
    auto* person = new SearchField(tr("Gõ tên tác giả"), box);
    person->setOptions(m_people);
    auto* share = new NumberField(0, box);
    share->setRange(1, 100);
    share->setFixedWidth(Theme::px(52));
    int taken = 0;
    for (const auto& line : lines())
        taken += static_cast<int>(static_cast<NumberField*>(line.fields[1])->value().value_or(0));
    share->setValue(std::max(1, 100 - taken));
    name(person, "author.person", tr("Tác giả"));
    name(share, "author.share", tr("Tỷ lệ đóng góp, phần trăm"));
    grid->addWidget(person, 0, 0);
    grid->addWidget(share, 0, 1);
    grid->addWidget(new Label(QStringLiteral("%"), TypeRole::Text, Ink::Text2, box), 0, 2);
    grid->setColumnStretch(0, 1);
    return {person, share};
}

QString AuthorsField::problemOf(const Line& line) const
{
    if (line.fields[0]->isBlank() && !line.fields[0]->widget()->hasFocus())
        return tr("Xin chọn tác giả trong danh sách.");
    return line.fields[1]->isBlank() ? tr("Xin ghi tỷ lệ đóng góp.") : QString();
}

std::vector<domain::InitiativeAuthor> AuthorsField::value() const
{
    std::vector<domain::InitiativeAuthor> authors;
    for (const auto& line : lines()) {
        const auto person = static_cast<SearchField*>(line.fields[0])->value();
        if (!person)
            continue;
        domain::InitiativeAuthor one;
        one.person = domain::PersonId(*person);
        one.share = static_cast<int>(static_cast<NumberField*>(line.fields[1])->value().value_or(0));
        authors.push_back(one);
    }
    return authors;
}

void AuthorsField::setValue(const std::vector<domain::InitiativeAuthor>& authors)
{
    dropLines();
    for (const auto& one : authors) {
        const Line& line = addLine();
        static_cast<SearchField*>(line.fields[0])->setValue(one.person.value());
        static_cast<NumberField*>(line.fields[1])->setValue(one.share);
    }
    changed();
}

}
