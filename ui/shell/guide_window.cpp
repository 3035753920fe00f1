// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/guide_window.h"

#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QScrollBar>
#include <QShortcut>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextOption>

namespace thidua::ui {

GuideWindow::GuideWindow(QWidget* parent)
    : QDialog(parent)
    , m_guide(Guide::load())
{
    setObjectName(QStringLiteral("guide"));
    setWindowTitle(tr("Hướng dẫn sử dụng"));
    build();
    QSize size(Theme::px(1040), Theme::px(700));
    if (screen())
        size = size.boundedTo(screen()->availableSize() - QSize(24, 60));
    resize(size);
    m_text->setMarkdown(m_guide.markdown);
    placePictures();
}

void GuideWindow::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::px(12), Theme::px(12), Theme::px(12), Theme::px(12));
    row->setSpacing(Theme::px(12));
    auto* column = new QVBoxLayout;
    column->setSpacing(Theme::px(8));
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("guideSearch"));
    m_search->setPlaceholderText(tr("Tìm trong hướng dẫn…"));
    m_search->setAccessibleName(tr("Tìm trong hướng dẫn"));
    m_search->setFixedWidth(Theme::px(230));
    m_contents = new QListWidget(this);
    m_contents->setObjectName(QStringLiteral("guideContents"));
    m_contents->setAccessibleName(tr("Mục lục"));
    m_contents->setFixedWidth(Theme::px(230));
    m_contents->setWordWrap(true);
    for (const auto& section : m_guide.sections)
        m_contents->addItem(section.title);
    auto* close = makeButton(tr("Đóng"), QStringLiteral("close"), ButtonKind::Normal, this);
    close->setObjectName(QStringLiteral("guideClose"));
    column->addWidget(m_search);
    column->addWidget(m_contents, 1);
    column->addWidget(close);
    m_text = new QTextBrowser(this);
    m_text->setObjectName(QStringLiteral("guideText"));
    m_text->setAccessibleName(tr("Hướng dẫn sử dụng"));
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setOpenLinks(false); // nothing is fetched from anywhere
    m_text->document()->setDocumentMargin(Theme::px(16));
    row->addLayout(column);
    row->addWidget(m_text, 1);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_contents, &QListWidget::currentRowChanged, this, [this](int index) {
        if (!m_jumping)
            showSection(index);
    });
    connect(m_search, &QLineEdit::returnPressed, this, &GuideWindow::findNext);
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this, &GuideWindow::followScroll);
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    m_text->viewport()->installEventFilter(this);
}

/// Pictures are as wide as the text, sharp on every screen.
void GuideWindow::placePictures()
{
    const int room = std::max(Theme::px(200), m_text->viewport()->width() - 2 * Theme::px(20));
    const double ratio = devicePixelRatioF();
    for (const QString& name : m_guide.pictures) {
        QImage picture(Guide::pathOf(name));
        if (picture.isNull())
            continue;
        if (picture.width() > room * ratio)
            picture = picture.scaledToWidth(qRound(room * ratio), Qt::SmoothTransformation);
        picture.setDevicePixelRatio(ratio);
        m_text->document()->addResource(QTextDocument::ImageResource, QUrl(name), picture);
    }
    m_text->document()->markContentsDirty(0, m_text->document()->characterCount());
}

bool GuideWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text->viewport() && event->type() == QEvent::Resize) {
        const int now = section();
        placePictures();
        if (now >= 0)
            showSection(now);
    }
    return QDialog::eventFilter(watched, event);
}

void GuideWindow::showPage(const QString& page) { showSection(m_guide.sectionOf(page)); }

int GuideWindow::section() const { return m_contents->currentRow(); }

void GuideWindow::showSection(int index)
{
    if (index < 0 || index >= static_cast<int>(m_guide.sections.size()))
        return;
    m_jumping = true;
    m_contents->setCurrentRow(index);
    for (auto block = m_text->document()->begin(); block.isValid(); block = block.next())
        if (block.blockFormat().headingLevel() == 2 && block.text() == plainTitle(index)) {
            const auto place = m_text->document()->documentLayout()->blockBoundingRect(block);
            m_text->verticalScrollBar()->setValue(qRound(place.top()) - Theme::px(4));
            m_text->setTextCursor(QTextCursor(block));
            break;
        }
    m_jumping = false;
}

QString GuideWindow::plainTitle(int index) const { return m_guide.sections[static_cast<std::size_t>(index)].title; }

/// The contents follow what is being read.
void GuideWindow::followScroll()
{
    if (m_jumping)
        return;
    const int top = m_text->verticalScrollBar()->value() + Theme::px(60);
    int seen = -1, index = -1;
    for (auto block = m_text->document()->begin(); block.isValid(); block = block.next())
        if (block.blockFormat().headingLevel() == 2) {
            ++index;
            if (m_text->document()->documentLayout()->blockBoundingRect(block).top() <= top)
                seen = index;
        }
    m_jumping = true;
    m_contents->setCurrentRow(std::max(0, seen));
    m_jumping = false;
}

void GuideWindow::findNext()
{
    const QString words = m_search->text().trimmed();
    if (words.isEmpty() || m_text->find(words))
        return;
    m_text->moveCursor(QTextCursor::Start); // from the beginning again
    const bool found = m_text->find(words);
    m_search->setProperty("wrong", !found);
    m_search->update();
}

}
