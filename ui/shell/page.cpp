// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

#include "domain/page_ids.h"
#include "ui/models/record_table.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/status_line.h"
#include "ui/text/qt_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/least_height.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>

namespace thidua::ui {
namespace {

/// What stands under the head of a page: as high as there is room, and scrolled where it needs more (large text on a small screen), so
/// that a table always has room for some rows. Its width is never scrolled.
class Below final : public QScrollArea {
public:
    explicit Below(QWidget* parent) : QScrollArea(parent), m_inner(new QWidget)
    {
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        setWidget(m_inner);
        viewport()->setAutoFillBackground(false); // both would fill themselves with the window's colour
        m_inner->setAutoFillBackground(false);
        m_inner->setProperty("body", "1");
    }
    QWidget* inner() const { return m_inner; }
    QSize minimumSizeHint() const override { return {m_inner->layout() ? m_inner->layout()->minimumSize().width() : 0, 0}; }
    QSize sizeHint() const override { return m_inner->layout() ? m_inner->layout()->sizeHint() : QScrollArea::sizeHint(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override // QScrollArea watches the inner widget itself
    {
        if (watched == m_inner && event->type() == QEvent::LayoutRequest) {
            fit();
            updateGeometry();
        }
        return QScrollArea::eventFilter(watched, event);
    }
    void resizeEvent(QResizeEvent* event) override
    {
        QScrollArea::resizeEvent(event);
        fit();
    }

private:
    int needed(int width) const { return leastHeight(*m_inner->layout(), width); }
    void fit()
    {
        if (!m_inner->layout())
            return;
        const QSize room = maximumViewportSize();
        int width = room.width();
        if (needed(width) > room.height())
            width -= verticalScrollBar()->sizeHint().width();
        m_inner->resize(width, std::max(needed(width), room.height()));
    }
    QWidget* m_inner;
};

}

Page::Page(PageInfo info, Shell& shell, QWidget* parent) : QWidget(parent), m_info(std::move(info)), m_heading(m_info.title), m_shell(shell)
{
    setObjectName(QStringLiteral("page.") + m_info.id);
    setAccessibleName(m_info.title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(10), Theme::px(16), Theme::px(12));
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(Theme::px(8));
    m_title = new Label(m_info.title, TypeRole::PageTitle, Ink::Text, this);
    m_title->setMinimumHeight(Theme::px(32));
    m_title->setTextFormat(Qt::RichText);
    connect(m_title, &QLabel::linkActivated, this, &Page::parentClicked);
    head->addWidget(m_title, 1);
    m_buttons = new FlowLayout;
    m_buttons->setSpacing(Theme::px(8));
    head->addLayout(m_buttons);
    column->addLayout(head);
    m_summary = makeWrapped({}, TypeRole::Text, Ink::Text2, this);
    m_summary->setMinimumHeight(Theme::px(18));
    column->addSpacing(Theme::px(2));
    column->addWidget(m_summary);
    column->addSpacing(Theme::px(12));
    auto* below = new Below(this);
    column->addWidget(below, 1);
    auto* inner = new QVBoxLayout(below->inner());
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    m_messages = new MessageArea(this);
    inner->addWidget(m_messages);
    m_content = new QVBoxLayout;
    m_content->setSpacing(Theme::px(12));
    inner->addLayout(m_content, 1);
}

void Page::refresh(const domain::ChangeSet&)
{
    load();
}

bool Page::openRecord(domain::EntityKind, std::int64_t)
{
    return false;
}

void Page::save()
{
    auto* button = savingButton(*this, QApplication::focusWidget());
    if (button && button->isEnabled())
        button->click();
    else if (button && !button->toolTip().isEmpty() && !button->toolTip().contains(QLatin1String("Ctrl+S")))
        m_shell.status.tell(button->toolTip()); // what the form waits for
    else
        m_shell.status.tell(tr("Không có gì chưa ghi."));
}

void Page::print()
{
    m_shell.status.say(tr("Trang này không có bản in."));
}

void Page::clearFilters()
{
    for (auto* table : findChildren<RecordTable*>())
        table->clearFilters();
}

void Page::setSchoolYear(SchoolYear year, bool closed)
{
    m_year = year;
    m_closed = closed;
}

namespace {

/// The part of the settings where years are closed and opened again.
void openYears(Shell& shell)
{
    shell.showPage(pages::kSettings);
    if (auto* years = shell.actions.find(QStringLiteral("settings.years")))
        years->trigger();
}

}

void Page::showClosedBar() const
{
    const QString key = QStringLiteral("closed-year");
    messages().remove(key);
    if (!m_readOnly.isEmpty())
        messages().show({Tone::Info, tr("Tệp chỉ mở để xem"), m_readOnly, {}, false, key});
    else if (m_closed)
        messages().show({Tone::Info, tr("Năm học %1 đã khóa – chỉ xem và in").arg(toQ(m_year.screen())),
                         tr("Muốn sửa, xin mở lại năm học ở trang Thiết lập, có ghi lý do; việc mở lại được ghi vào nhật ký."),
                         {{tr("Mở Thiết lập"), QStringLiteral("settings"), [this] { openYears(m_shell); }}}, false, key});
}

QString Page::closedReason() const
{
    if (!m_readOnly.isEmpty())
        return m_readOnly;
    return m_closed ? tr("Năm học %1 đã khóa, chỉ xem và in.").arg(toQ(m_year.screen())) : QString();
}

void Page::setTitle(const QString& title, const QString& parent)
{
    m_heading = title;
    m_parent = parent;
    setAccessibleName(title);
    showTitle();
}

void Page::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        showTitle(); // its colours are in the rich text
}

void Page::showTitle()
{
    if (m_parent.isEmpty()) {
        m_title->setText(m_heading.toHtmlEscaped());
        return;
    }
    m_title->setText(QStringLiteral("<a href=\"parent\" style=\"text-decoration:none; font-weight:400; color:%1\">%2</a>"
                                    "<span style=\"font-weight:400; color:%1\">&nbsp; › &nbsp;</span>%3")
                         .arg(Theme::tokens().text2.name(), m_parent.toHtmlEscaped(), m_heading.toHtmlEscaped()));
}

void Page::setSummary(const QString& richText)
{
    m_summary->setText(richText);
}

void Page::setActions(const QList<QAction*>& shown, const QList<QAction*>& more, bool filled)
{
    while (auto* item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    bool first = filled;
    for (QAction* action : shown) {
        m_buttons->addWidget(makeButton(action, first ? ButtonKind::Primary : ButtonKind::Normal, this));
        first = false;
    }
    if (more.isEmpty())
        return;
    auto* button = makeIconButton(QStringLiteral("more"), tr("Việc khác"), ButtonKind::Normal, this);
    button->setObjectName(QStringLiteral("more"));
    auto* menu = new QMenu(button);
    menu->setToolTipsVisible(true); // what stands there in grey says why
    menu->addActions(more);
    connect(button, &QPushButton::clicked, menu, [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2))); });
    m_buttons->addWidget(button);
}

}
