// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detail_list.h"

#include "ui/widgets/clear_layout.h"
#include "ui/widgets/label.h"

#include <QGridLayout>

namespace thidua::ui {

DetailList::DetailList(Form form, QWidget* parent) : QWidget(parent), m_form(form)
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::px(12));
    m_grid->setVerticalSpacing(form == Form::Beside ? Theme::px(8) : Theme::px(1));
    if (form == Form::Beside) {
        m_grid->setColumnMinimumWidth(0, Theme::px(90));
        m_grid->setColumnStretch(1, 1);
    }
}

void DetailList::add(const QString& label, const QString& value)
{
    auto* words = makeWrapped(value.isEmpty() ? QStringLiteral("–") : value, TypeRole::Text, Ink::Text, this);
    // A text without a tag is taken for a plain one, and “GD&amp;ĐT” would be shown as it is escaped.
    for (const auto* escaped : {"&amp;", "&lt;", "&gt;", "&quot;"})
        if (value.contains(QLatin1String(escaped)))
            words->setTextFormat(Qt::RichText);
    if (value.contains(QLatin1String("<a "))) {
        words->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        words->setAccessibleName(label);
        connect(words, &QLabel::linkActivated, this, &DetailList::linkActivated);
    } else {
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    add(label, words);
}

void DetailList::add(const QString& label, QWidget* value)
{
    auto* name = new Label(label, m_form == Form::Beside ? TypeRole::Text : TypeRole::Small, Ink::Text2, this);
    if (m_form == Form::Beside) {
        m_grid->addWidget(name, m_row, 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(value, m_row, 1);
        ++m_row;
        return;
    }
    if (m_row > 0)
        m_grid->setRowMinimumHeight(m_row++, Theme::px(6));
    m_grid->addWidget(name, m_row++, 0);
    m_grid->addWidget(value, m_row++, 0);
}

void DetailList::clear()
{
    clearLayout(*m_grid);
    m_row = 0;
}

}
