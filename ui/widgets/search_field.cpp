// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/search_field.h"

#include "base/vietnamese.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>

namespace thidua::ui {
namespace {

constexpr int kMostShown = 12;

QString lineOf(const SearchField::Option& option)
{
    return option.second.isEmpty() ? option.text : QStringLiteral("%1 – %2").arg(option.text, option.second);
}

}

SearchField::SearchField(const QString& placeholder, QWidget* parent) : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    m_model = new QStandardItemModel(this);
    // A tool tip window never takes the focus, so the input method keeps writing into the field.
    m_list = new QListView;
    m_list->setWindowFlags(Qt::ToolTip);
    m_list->setProperty("popupList", "1");
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Danh sách để chọn"));
    m_list->setMouseTracking(true);
    m_list->viewport()->installEventFilter(this);
    connect(this, &QLineEdit::textChanged, this, [this] { filter(); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { take(index.row()); });
}

SearchField::~SearchField()
{
    m_list->viewport()->removeEventFilter(this); // closing sends events to a list half gone
    delete m_list;
}

void SearchField::setOptions(std::vector<Option> options)
{
    m_options = std::move(options);
    m_folds.clear();
    for (const auto& option : m_options)
        m_folds.push_back(fold(lineOf(option).toStdString()));
    setValue(m_value);
}

void SearchField::setValue(std::optional<std::int64_t> id)
{
    const bool same = m_value == id;
    m_value.reset();
    m_setting = true;
    QString words;
    for (const auto& option : m_options)
        if (id && option.id == *id) {
            m_value = id;
            words = lineOf(option);
        }
    if (id && !m_value)
        m_value = id; // the options come later
    setText(words);
    m_setting = false;
    m_list->hide();
    if (!same)
        changed();
}

QString SearchField::typed() const
{
    return m_value ? QString() : toQ(fromQ(text()));
}

void SearchField::setReadOnly(bool readOnly)
{
    QLineEdit::setReadOnly(readOnly);
}

QString SearchField::problem() const
{
    if (m_value || text().trimmed().isEmpty() || (hasFocus() && !m_settled))
        return {};
    return tr("Chưa chọn trong danh sách.");
}

void SearchField::settle()
{
    const std::string query = fromQ(text());
    if (m_value || isReadOnly() || query.empty())
        return;
    std::vector<std::int64_t> whole, hits;
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        if (fold(m_options[i].text.toStdString()) == fold(query) || m_folds[i] == fold(query))
            whole.push_back(m_options[i].id);
        if (foldedContains(m_folds[i], query))
            hits.push_back(m_options[i].id);
    }
    const auto& found = whole.empty() ? hits : whole;
    if (found.size() == 1) {
        setValue(found.front());
        return;
    }
    m_settled = true;
    m_list->hide();
    if (onShown)
        onShown();
}

void SearchField::filter()
{
    if (m_setting || isReadOnly())
        return;
    const bool had = m_value.has_value();
    m_value.reset();
    m_settled = false;
    openList();
    if (had || !text().isEmpty())
        changed();
}

void SearchField::openList()
{
    m_model->clear();
    const std::string query = fromQ(text());
    for (std::size_t i = 0; i < m_options.size() && m_model->rowCount() < kMostShown; ++i) {
        if (!query.empty() && !foldedContains(m_folds[i], query))
            continue;
        auto* item = new QStandardItem(lineOf(m_options[i]));
        item->setData(static_cast<qint64>(m_options[i].id), Qt::UserRole);
        m_model->appendRow(item);
    }
    if (m_model->rowCount() == 0 || !isVisible()) {
        m_list->hide();
        return;
    }
    m_list->setFont(font());
    const int rowHeight = std::max(m_list->sizeHintForRow(0), Theme::px(28));
    m_list->setFixedSize(std::max(width(), Theme::px(280)), m_model->rowCount() * rowHeight + 4);
    m_list->move(mapToGlobal(QPoint(0, height() + 1)));
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->show();
}

void SearchField::take(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    setValue(m_model->item(row)->data(Qt::UserRole).toLongLong());
    changed();
}

std::vector<std::int64_t> SearchField::offered() const
{
    std::vector<std::int64_t> ids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ids.push_back(m_model->item(row)->data(Qt::UserRole).toLongLong());
    return ids;
}

bool SearchField::isOpen() const
{
    return m_list->isVisible();
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (!isOpen()) {
        if (key == Qt::Key_Down && !isReadOnly())
            openList();
        else
            QLineEdit::keyPressEvent(event);
        return;
    }
    const int row = m_list->currentIndex().row();
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        const int next = std::clamp(row + (key == Qt::Key_Down ? 1 : -1), 0, m_model->rowCount() - 1);
        m_list->setCurrentIndex(m_model->index(next, 0));
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        take(row);
    } else if (key == Qt::Key_Escape) {
        m_list->hide();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::focusOutEvent(QFocusEvent* event)
{
    // Leaving with Tab takes the only hit left.
    if (isOpen() && m_model->rowCount() == 1 && !m_value)
        take(0);
    m_list->hide();
    QLineEdit::focusOutEvent(event);
    if (onShown)
        onShown();
}

bool SearchField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseMove && watched == m_list->viewport())
        if (const QModelIndex index = m_list->indexAt(static_cast<QMouseEvent*>(event)->position().toPoint()); index.isValid())
            m_list->setCurrentIndex(index);
    return false;
}

}
