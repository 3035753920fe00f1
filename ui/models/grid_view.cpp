// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/grid_view.h"

#include "ui/models/choice_hints.h"
#include "ui/models/grid_table.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fields.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>

namespace thidua::ui {
namespace {

constexpr const char* kChosen = "chosen"; ///< of a list: something was chosen in it

}

GridView::GridView(GridTable* table) : QTableView(table), m_table(table)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(Theme::px(20));
    verticalHeader()->setDefaultSectionSize(Theme::px(26));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void GridView::editCurrent()
{
    edit(currentIndex(), QAbstractItemView::AllEditTriggers, nullptr);
}

void GridView::keyPressEvent(QKeyEvent* event)
{
    if (!m_table->handleKey(event))
        QTableView::keyPressEvent(event);
}

bool GridView::edit(const QModelIndex& index, EditTrigger trigger, QEvent* event)
{
    m_typing = trigger == AnyKeyPressed;
    return QTableView::edit(index, trigger, event);
}

void GridView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        for (int column = 0; column < model()->columnCount(); ++column)
            if (!isColumnHidden(column)) {
                setCurrentIndex(model()->index(0, column));
                break;
            }
}

bool GridView::focusNextPrevChild(bool next)
{
    return m_table->handleTab(next) || QTableView::focusNextPrevChild(next);
}

GridDelegate::GridDelegate(GridTable* table, GridModel* model) : CellDelegate(table), m_table(table), m_model(model)
{
    setGrid(true);
}

bool GridDelegate::isTinted(const QModelIndex& index) const
{
    return m_model->columnsInfo()[static_cast<std::size_t>(index.column())].frozen && m_table->currentRowId() == index.data(IdRole).toLongLong();
}

QWidget* GridDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const GridColumn& column = m_model->columnsInfo()[static_cast<std::size_t>(index.column())];
    const auto* view = qobject_cast<const GridView*>(parent->parentWidget());
    // A word typed is a word: it counts when it is completed.
    return column.choices.empty() || (view && view->isTyping()) ? makeLine(parent, index) : makeList(parent, index);
}

QWidget* GridDelegate::makeLine(QWidget* parent, const QModelIndex& index) const
{
    const GridColumn& column = m_model->columnsInfo()[static_cast<std::size_t>(index.column())];
    auto* line = new QLineEdit(parent);
    line->setProperty("small", true);
    line->setAlignment(static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt()));
    line->setAccessibleName(column.title.simplified());
    if (!column.choices.empty())
        const_cast<GridDelegate*>(this)->offerChoices(*line, index.column());
    return line;
}

void GridDelegate::offerChoices(QLineEdit& line, int column)
{
    m_hints = new ChoiceHints(line);
    connect(this, &QAbstractItemDelegate::closeEditor, m_hints, [hints = m_hints.data()] {
        hints->hide();
        hints->deleteLater(); // a click into it may be what closes
    });
    connect(&line, &QLineEdit::textEdited, m_hints, [this, column](const QString& text) {
        if (m_hints)
            m_hints->offer(m_model->offered(column, text));
    });
    connect(m_hints, &ChoiceHints::clicked, &line, [this, &line](const QString& words) {
        line.setText(words);
        finish(&line, 0, 0);
    });
}

QWidget* GridDelegate::makeList(QWidget* parent, const QModelIndex& index) const
{
    const GridColumn& column = m_model->columnsInfo()[static_cast<std::size_t>(index.column())];
    auto* combo = new QComboBox(parent);
    combo->setAccessibleName(column.title.simplified());
    combo->addItem(QString());
    for (const auto& choice : column.choices)
        combo->addItem(choice.text, choice.code);
    auto* self = const_cast<GridDelegate*>(this);
    connect(combo, &QComboBox::activated, self, [self, combo] {
        combo->setProperty(kChosen, true);
        self->finish(combo, 0, 0);
    });
    QMetaObject::invokeMethod(combo, &QComboBox::showPopup, Qt::QueuedConnection);
    return combo;
}

void GridDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (auto* line = qobject_cast<QLineEdit*>(editor))
        line->setText(index.data(Qt::EditRole).toString());
    else if (auto* combo = qobject_cast<QComboBox*>(editor))
        combo->setCurrentIndex(std::max(0, combo->findText(index.data(Qt::EditRole).toString())));
}

void GridDelegate::setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const
{
    QString text;
    if (const auto* line = qobject_cast<QLineEdit*>(editor))
        text = line->text();
    else if (const auto* combo = qobject_cast<QComboBox*>(editor)) {
        if (!combo->property(kChosen).toBool())
            return; // only looked at
        text = combo->currentData().toString();
    }
    // Entered once more as it is, a text that could not be saved is tried again.
    if (text != m_model->typedText(index.row(), index.column()) || m_model->isKept(index.row(), index.column()))
        m_table->apply({{index.row(), index.column(), text}});
}

void GridDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    QRect rect = option.rect;
    if (qobject_cast<QComboBox*>(editor))
        rect.setWidth(std::max(rect.width(), editor->sizeHint().width()));
    editor->setGeometry(rect);
}

void GridDelegate::finish(QWidget* editor, int rows, int columns)
{
    emit commitData(editor);
    emit closeEditor(editor, NoHint);
    if (rows != 0 || columns != 0)
        m_table->move(rows, columns);
}

bool GridDelegate::moveInHints(const QKeyEvent& key)
{
    return (key.key() == Qt::Key_Down && m_hints->move(1)) || (key.key() == Qt::Key_Up && m_hints->move(-1));
}

bool GridDelegate::eventFilter(QObject* watched, QEvent* event)
{
    auto* line = qobject_cast<QLineEdit*>(watched);
    if (!line || event->type() != QEvent::KeyPress)
        return CellDelegate::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (m_hints && moveInHints(*key))
        return true;
    if (const QString chosen = m_hints ? m_hints->chosen() : QString(); !chosen.isEmpty() && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Tab))
        line->setText(chosen);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down: finish(line, 1, 0); return true;
    case Qt::Key_Up: finish(line, -1, 0); return true;
    case Qt::Key_Tab: finish(line, 0, 1); return true;
    case Qt::Key_Backtab: finish(line, 0, -1); return true;
    default: return CellDelegate::eventFilter(watched, event);
    }
}

}
