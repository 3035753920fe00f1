// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/sheet_choice.h"

#include <QBoxLayout>

namespace thidua::ui {

SheetChoice::SheetChoice(const QString& name, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_sheet = new ChoiceField({}, this);
    m_sheet->setObjectName(name);
    m_sheet->setAccessibleName(tr("Trang tính"));
    row->addWidget(new Label(tr("Trang tính"), TypeRole::Text, Ink::Text2, this));
    row->addWidget(m_sheet, 1);
    connect(m_sheet, &QComboBox::activated, this, [this] { emit chosen(toQ(m_sheet->value())); });
}

void SheetChoice::setSheets(const std::vector<std::string>& names, const std::string& current, bool opened, const std::map<std::string, QString>& labels)
{
    setVisible(opened && names.size() > 1);
    std::vector<ChoiceField::Choice> choices;
    for (const auto& name : names)
        choices.push_back({name, labels.contains(name) ? labels.at(name) : toQ(name)});
    m_sheet->setChoices(choices);
    m_sheet->setValue(current);
}

}
