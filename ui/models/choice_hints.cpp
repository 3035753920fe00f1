// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/choice_hints.h"

#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListWidget>

namespace thidua::ui {
namespace {

constexpr int kHintRow = 28;
constexpr int kMost = 8; ///< rows shown at once

}

ChoiceHints::ChoiceHints(QLineEdit& editor) : QFrame(editor.window()), m_editor(editor)
{
    setObjectName(QStringLiteral("choiceHints"));
    setProperty("popup", QStringLiteral("1"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    m_list = new QListWidget(this);
    m_list->setProperty("popupList", QStringLiteral("1"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Chọn một giá trị"));
    column->addWidget(m_list);
    connect(&editor, &QObject::destroyed, this, &QObject::deleteLater);
    connect(m_list, &QListWidget::itemClicked, this, [this](const QListWidgetItem* item) { emit clicked(item->text()); });
    hide();
}

void ChoiceHints::offer(const std::vector<GridChoice>& choices)
{
    m_list->clear();
    for (const auto& choice : choices)
        m_list->addItem(choice.text);
    setVisible(m_list->count() > 0);
    if (isVisible())
        place();
}

/// Under the cell, or above it where the window ends.
void ChoiceHints::place()
{
    const QRect cell(m_editor.mapTo(parentWidget(), QPoint()), m_editor.size());
    const int wide = std::max(cell.width(), m_list->sizeHintForColumn(0) + Theme::px(24));
    const int tall = std::min(m_list->count(), kMost) * std::max(Theme::px(kHintRow), m_list->sizeHintForRow(0)) + 4;
    const int x = std::max(0, std::min(cell.left(), parentWidget()->width() - wide));
    const bool below = cell.bottom() + tall < parentWidget()->height();
    setGeometry(x, below ? cell.bottom() + 1 : cell.top() - tall, wide, tall);
    raise();
}

bool ChoiceHints::move(int step)
{
    if (!isVisible() || m_list->count() < 2)
        return false;
    m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
    return true;
}

QString ChoiceHints::chosen() const
{
    return isVisible() && m_list->currentItem() ? m_list->currentItem()->text() : QString();
}

QStringList ChoiceHints::shown() const
{
    QStringList words;
    for (int row = 0; isVisible() && row < m_list->count(); ++row)
        words << m_list->item(row)->text();
    return words;
}

}
