// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "base/vietnamese.h"
#include "ui/shell/action_registry.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace thidua::ui {
namespace {

constexpr int kMostRecords = 8;
constexpr int kMostCommands = 8;
constexpr int kMeantFrom = 4; // letters by which a command is meant
constexpr int kRow = 30;
enum Roles { IconName = Qt::UserRole + 1, Second };

/// How near the words of a command are to what was typed, both without marks; less is nearer.
enum class Near { Same, Begins, Ends, Holds, Apart };

Near nearness(const QString& command, const std::string& query)
{
    static const std::string kOpen = fold(fromQ(CommandPalette::tr("Mở trang "))) + ' ';
    const std::string words = fold(fromQ(command));
    if (query.empty() || words == query || words == kOpen + query)
        return Near::Same;
    if (words.starts_with(query))
        return Near::Begins;
    if (words.ends_with(' ' + query))
        return Near::Ends;
    return words.find(' ' + query) != std::string::npos ? Near::Holds : Near::Apart;
}

class HitDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {Theme::px(200), Theme::px(kRow)}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = Theme::tokens();
        const QRect rect = option.rect;
        const bool on = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->fillRect(rect, on ? t.sel : t.surf);
        if (on)
            painter->fillRect(QRect(rect.x(), rect.y(), Theme::px(3), rect.height()), t.accent);
        const int side = Theme::px(16);
        painter->drawPixmap(rect.x() + Theme::px(12), rect.y() + (rect.height() - side) / 2,
                            iconPixmap(index.data(IconName).toString(), t.text2, side, painter->device()->devicePixelRatioF()));
        const QString second = index.data(Second).toString();
        painter->setFont(Theme::font(TypeRole::Small));
        const int secondWidth = std::min(painter->fontMetrics().horizontalAdvance(second), rect.width() / 2);
        painter->setPen(t.text2);
        painter->drawText(QRect(rect.right() - secondWidth - Theme::px(12), rect.y(), secondWidth, rect.height()), Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(second, Qt::ElideRight, secondWidth));
        painter->setFont(Theme::font(TypeRole::Text));
        painter->setPen(t.text);
        const QRect words(rect.x() + Theme::px(38), rect.y(), rect.width() - secondWidth - Theme::px(38 + 24), rect.height());
        painter->drawText(words, Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }
};

}

CommandPalette::CommandPalette(QLineEdit* box, ActionRegistry& actions, QWidget* window)
    : QFrame(window), m_box(box), m_actions(actions), m_window(window)
{
    setProperty("popup", "1");
    setAccessibleName(tr("Kết quả tìm"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, Theme::px(4), 1, Theme::px(4));
    m_model = new QStandardItemModel(this);
    m_list = new QListView(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Kết quả tìm"));
    column->addWidget(m_list);
    hide();
    m_box->installEventFilter(this);
    connect(m_box, &QLineEdit::textChanged, this, [this] {
        m_wanted = false;
        search();
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
}

void CommandPalette::setProvider(std::function<std::vector<PaletteItem>(const QString&)> provider)
{
    m_provider = std::move(provider);
}

void CommandPalette::start()
{
    if (QApplication::focusWidget() != m_box)
        m_before = QApplication::focusWidget();
    m_wanted = false;
    m_box->setFocus(Qt::ShortcutFocusReason);
    m_box->selectAll();
    search();
}

void CommandPalette::again()
{
    if (!isVisible())
        return;
    const QString chosen = m_list->currentIndex().data().toString();
    const bool first = m_list->currentIndex().row() <= 0;
    search();
    for (int row = 0; !first && row < m_model->rowCount(); ++row)
        if (m_model->index(row, 0).data().toString() == chosen)
            m_list->setCurrentIndex(m_model->index(row, 0));
    if (m_wanted && !m_gathering) {
        m_wanted = false;
        run();
    }
}

QStringList CommandPalette::shown() const
{
    QStringList texts;
    for (const auto& item : m_items)
        texts << item.text;
    return texts;
}

void CommandPalette::search()
{
    if (m_window->focusWidget() != m_box && !isVisible())
        return;
    const QString query = toQ(fromQ(m_box->text()));
    m_items.clear();
    bool more = false;
    if (m_provider && query.size() >= 2) {
        m_items = m_provider(query);
        more = m_items.size() > kMostRecords;
        if (more)
            m_items.resize(kMostRecords);
    }
    int commands = 0;
    std::ptrdiff_t meant = 0;
    const std::string wanted = fold(fromQ(query));
    auto found = m_actions.matching(query, m_context ? m_context() : QString());
    std::ranges::stable_sort(found, {}, [&](const QAction* action) { return nearness(action->text(), wanted); });
    QStringList texts;
    for (QAction* action : found) {
        if (texts.contains(action->text())) // the same from another page
            continue;
        texts << action->text();
        if (++commands > kMostCommands)
            break;
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        PaletteItem item{action->property("iconName").toString(), action->text(), key.isEmpty() ? tr("Lệnh") : tr("Lệnh – %1").arg(key),
                         [action = QPointer<QAction>(action)] {
                             if (action)
                                 action->trigger();
                         }};
        // Whoever types the beginning of a command means it, whatever records hold these words as well.
        if (query.size() >= kMeantFrom && nearness(action->text(), wanted) <= Near::Begins)
            m_items.insert(m_items.begin() + meant++, std::move(item));
        else
            m_items.push_back(std::move(item));
    }
    m_model->clear();
    for (const auto& item : m_items) {
        auto* row = new QStandardItem(item.text);
        row->setData(item.icon, IconName);
        row->setData(item.second, Second);
        row->setData(QStringLiteral("%1, %2").arg(item.text, item.second), Qt::AccessibleTextRole);
        m_model->appendRow(row);
    }
    if (m_items.empty())
        addNote((m_gathering ? tr("Đang tìm “%1”…") : tr("Không tìm thấy “%1”")).arg(query));
    else if (more)
        addNote(tr("Còn kết quả khác: gõ thêm để thu hẹp"));
    m_list->setCurrentIndex(m_model->index(0, 0));
    place();
}

/// A line that is told and cannot be chosen.
void CommandPalette::addNote(const QString& words)
{
    auto* note = new QStandardItem(words);
    note->setData(QStringLiteral("search"), IconName);
    note->setFlags(Qt::ItemIsEnabled);
    m_model->appendRow(note);
}

void CommandPalette::place()
{
    const QPoint corner = m_box->mapTo(m_window, QPoint(0, m_box->height() + 2));
    const int wide = std::min(Theme::px(480), m_window->width() - Theme::px(16));
    const int tall = std::min(m_model->rowCount(), kMostRecords + kMostCommands + 1) * Theme::px(kRow) + Theme::px(10);
    setGeometry(std::min(corner.x(), m_window->width() - wide - Theme::px(8)), corner.y(), wide, std::min(tall, m_window->height() - corner.y() - Theme::px(40)));
    show();
    raise();
}

void CommandPalette::move(int step)
{
    const int row = std::clamp(m_list->currentIndex().row() + step, 0, m_model->rowCount() - 1);
    m_list->setCurrentIndex(m_model->index(row, 0));
}

void CommandPalette::run()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= static_cast<int>(m_items.size())) {
        m_wanted = m_gathering; // runs what is found when everything is there
        return;
    }
    const auto run = m_items[static_cast<std::size_t>(row)].run;
    leave();
    if (run)
        run();
}

void CommandPalette::leave()
{
    hide();
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    else
        m_box->clearFocus();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_box)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn && m_prepare)
        m_prepare();
    if (event->type() == QEvent::FocusOut && isVisible() && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason
        && static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason)
        hide();
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        if (isVisible())
            move(1);
        else
            search();
        return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: run(); return true;
    case Qt::Key_Escape: leave(); return true;
    default: return false;
    }
}

}
