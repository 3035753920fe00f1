// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/preview_dialog.h"

#include "ui/kit.h"
#include "ui/print/page_view.h"
#include "ui/print/preview_side.h"
#include "ui/print/thumbnail_list.h"
#include "ui/shell/job.h"
#include "ui/text/path_words.h"
#include "ui/widgets/flow_layout.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileInfo>
#include <QIntValidator>
#include <QMenu>
#include <QPrinter>
#include <QProgressBar>
#include <QShortcut>
#include <QTimer>
#include <QUrl>

namespace thidua::ui {
namespace {

constexpr int kFit = 0;       ///< data of “Vừa chiều ngang” in the zoom list
constexpr int kFewPages = 12; ///< as many are saved and printed before anybody looks up
constexpr int kWorkEvery = 150;

}

WorkRow::WorkRow(QWidget* parent) : QWidget(parent), m_words(new Label({}, TypeRole::Text, Ink::Text, this)), m_bar(new QProgressBar(this)), m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("previewWork"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, Theme::px(8));
    row->setSpacing(Theme::px(8));
    m_bar->setAccessibleName(tr("Tiến độ"));
    auto* stop = makeButton(tr("Dừng"), QStringLiteral("close"), ButtonKind::Normal, this);
    stop->setObjectName(QStringLiteral("previewStop"));
    connect(stop, &QPushButton::clicked, this, &WorkRow::stopped);
    row->addWidget(m_words);
    row->addWidget(m_bar, 1);
    row->addWidget(stop);
    connect(m_timer, &QTimer::timeout, this, [this] {
        const auto [done, all] = m_steps();
        m_bar->setRange(0, all);
        m_bar->setValue(done);
    });
    hide();
}

void WorkRow::show(const QString& words, std::function<std::pair<int, int>()> steps)
{
    m_words->setText(words);
    m_steps = std::move(steps);
    m_timer->start(kWorkEvery);
    QWidget::show();
}

PreviewDialog::PreviewDialog(QWidget* parent, Prompter& prompter, documents::Document document, const QString& suggestedName,
                             const std::vector<std::string>& formats, Shell* shell, const std::vector<std::string>& notes)
    : QDialog(parent), m_shell(shell), m_prompter(prompter), m_document(std::move(document)), m_pages(render::PageSet::layout(m_document)),
      m_name(suggestedName), m_formats(paperFormats(formats))
{
    setWindowTitle(toQ(m_document.title));
    setObjectName(QStringLiteral("previewDialog"));
    setAccessibleName(tr("Xem trước khi in: %1").arg(toQ(m_document.title)));
    resize(parent ? parent->window()->size() : QSize(Theme::px(1366), Theme::px(768)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(10), Theme::px(16), Theme::px(12));
    column->setSpacing(0);
    column->addWidget(makeHead());
    auto* line = makeWrapped(summary(), TypeRole::Text, Ink::Text2, this);
    line->setTextFormat(Qt::RichText);
    column->addWidget(line);
    column->addSpacing(Theme::px(12));
    m_messages = new MessageArea(this);
    column->addWidget(m_messages);
    m_work = new WorkRow(this);
    column->addWidget(m_work);
    connect(m_work, &WorkRow::stopped, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(12));
    auto* strip = new QFrame(this);
    strip->setProperty("card", "1");
    strip->setFixedWidth(Theme::px(132));
    auto* stripColumn = new QVBoxLayout(strip);
    stripColumn->setContentsMargins(1, Theme::px(4), 1, Theme::px(4));
    m_thumbnails = new ThumbnailList(m_pages, strip);
    stripColumn->addWidget(m_thumbnails);
    row->addWidget(strip);
    row->addWidget(makePaper(), 1);
    auto* side = new PreviewSide(m_document, m_pages.pageCount(), notes, this);
    side->setFixedWidth(Theme::px(width() < Theme::px(1100) ? 240 : 296));
    row->addWidget(side);
    column->addLayout(row, 1);
    addKeys();
    connect(m_thumbnails, &ThumbnailList::pageChosen, m_view, &PageView::showPage);
    connect(m_view, &PageView::currentPageChanged, this, [this] { showCurrent(); });
    connect(m_view, &PageView::zoomChanged, this, [this] { showZoom(); });
    showCurrent();
    showZoom();
    m_view->setFocus();
}

QWidget* PreviewDialog::makeHead()
{
    auto* head = new QWidget(this);
    head->setMinimumHeight(Theme::px(36));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    auto* title = new Label(tr("Xem trước khi in"), TypeRole::PageTitle, Ink::Text, head);
    title->setElided(true);
    row->addWidget(title, 1);
    auto* verbs = new FlowLayout; // large text on a small screen: in two lines
    verbs->setSpacing(Theme::px(8));
    row->addLayout(verbs);
    auto* printButton = printing(makeButton(tr("In…"), QStringLiteral("print"), ButtonKind::Primary, head));
    printButton->setObjectName(QStringLiteral("previewPrint"));
    connect(printButton, &QPushButton::clicked, this, [this] { print(); });
    verbs->addWidget(printButton);
    auto* more = new QMenu(head);
    for (const auto& format : m_formats) {
        const auto run = [this, suffix = format.suffix] { save(suffix); };
        if (format.suffix == "html") {
            connect(more->addAction(icon(format.icon), format.verb), &QAction::triggered, this, run);
            continue;
        }
        auto* button = makeButton(format.verb, format.icon, ButtonKind::Normal, head);
        button->setObjectName(QStringLiteral("previewSave_") + toQ(format.suffix));
        connect(button, &QPushButton::clicked, this, run);
        verbs->addWidget(button);
    }
    if (!more->isEmpty()) {
        auto* button = makeIconButton(QStringLiteral("more"), tr("Việc khác"), ButtonKind::Normal, head);
        button->setObjectName(QStringLiteral("previewMore"));
        connect(button, &QPushButton::clicked, this, [more, button] { more->popup(button->mapToGlobal(QPoint(0, button->height()))); });
        verbs->addWidget(button);
    }
    auto* close = makeButton(tr("Đóng"), QStringLiteral("close"), ButtonKind::Normal, head);
    close->setObjectName(QStringLiteral("previewClose"));
    close->setToolTip(tr("Esc"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    verbs->addWidget(close);
    return head;
}

QString PreviewDialog::summary() const
{
    const QString form = tr("%1 trang %2").arg(m_pages.pageCount()).arg(sheetWords(m_document));
    if (m_document.gaps.empty())
        return tr("%1: %2; bản in đúng như bản xem dưới đây.").arg(toQ(m_document.title).toHtmlEscaped(), form);
    return tr("%1: %2; <b>còn %3 chỗ thiếu</b>, in thành “[…]”.")
        .arg(toQ(m_document.title).toHtmlEscaped(), form)
        .arg(m_document.gaps.size());
}

QWidget* PreviewDialog::makePaper()
{
    auto* card = new QFrame(this);
    card->setProperty("card", "1");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_view = new PageView(m_pages, card);
    column->addWidget(makeToolbar());
    column->addWidget(makeRule(card));
    column->addWidget(m_view, 1);
    return card;
}

QWidget* PreviewDialog::makeToolbar()
{
    auto* bar = new QWidget(this);
    bar->setFixedHeight(Theme::px(46));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(Theme::px(8), 0, Theme::px(12), 0);
    row->setSpacing(Theme::px(6));
    addPaging(row);
    row->addSpacing(Theme::px(16));
    addZoom(row);
    row->addStretch();
    if (width() >= Theme::px(1200))
        row->addWidget(new Label(tr("Khổ %1; lề %2").arg(sheetWords(m_document), marginWords(m_document)), TypeRole::Small, Ink::Text2, bar));
    return bar;
}

void PreviewDialog::addPaging(QHBoxLayout* row)
{
    m_back = makeIconButton(QStringLiteral("chevron-up"), tr("Trang trước (Ctrl+PgUp)"));
    m_back->setObjectName(QStringLiteral("previewBack"));
    m_next = makeIconButton(QStringLiteral("chevron-down"), tr("Trang sau (Ctrl+PgDn)"));
    m_next->setObjectName(QStringLiteral("previewNext"));
    m_page = new QLineEdit(this);
    m_page->setObjectName(QStringLiteral("previewPage"));
    m_page->setAccessibleName(tr("Số trang"));
    m_page->setAlignment(Qt::AlignCenter);
    m_page->setFixedWidth(Theme::px(44));
    m_page->setValidator(new QIntValidator(1, std::max(1, m_pages.pageCount()), m_page));
    connect(m_page, &QLineEdit::returnPressed, this, [this] {
        m_view->showPage(m_page->text().toInt() - 1);
        m_page->selectAll();
    });
    connect(m_back, &QPushButton::clicked, this, [this] { m_view->showPage(m_view->currentPage() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_view->showPage(m_view->currentPage() + 1); });
    row->addWidget(m_back);
    row->addWidget(m_page);
    row->addWidget(new Label(QStringLiteral("/ %1").arg(m_pages.pageCount()), TypeRole::Text, Ink::Text));
    row->addWidget(m_next);
}

void PreviewDialog::addZoom(QHBoxLayout* row)
{
    m_out = makeIconButton(QStringLiteral("zoom-out"), tr("Thu nhỏ (Ctrl+−)"));
    m_out->setObjectName(QStringLiteral("previewZoomOut"));
    m_in = makeIconButton(QStringLiteral("zoom-in"), tr("Phóng to (Ctrl++)"));
    m_in->setObjectName(QStringLiteral("previewZoomIn"));
    m_zoom = new QComboBox(this);
    m_zoom->setObjectName(QStringLiteral("previewZoom"));
    m_zoom->setAccessibleName(tr("Mức phóng"));
    m_zoom->setMinimumWidth(Theme::px(156));
    m_zoom->addItem(tr("Vừa chiều ngang"), kFit);
    for (const int percent : {50, 75, 100, 125, 150, 200})
        m_zoom->addItem(tr("%1 %").arg(percent), percent);
    connect(m_zoom, &QComboBox::activated, this, [this](int index) {
        const int percent = m_zoom->itemData(index).toInt();
        percent == kFit ? m_view->setFitWidth() : m_view->setPercent(percent);
    });
    connect(m_out, &QPushButton::clicked, this, [this] { m_view->zoomBy(-1); });
    connect(m_in, &QPushButton::clicked, this, [this] { m_view->zoomBy(1); });
    row->addWidget(m_out);
    row->addWidget(m_zoom);
    row->addWidget(m_in);
}

void PreviewDialog::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto run) { connect(new QShortcut(keys, this), &QShortcut::activated, this, run); };
    if (!m_formats.empty())
        key(QKeySequence::Save, [this] { save(m_formats.front().suffix); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Plus), [this] { m_view->zoomBy(1); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Equal), [this] { m_view->zoomBy(1); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { m_view->zoomBy(-1); });
    key(QKeySequence(Qt::CTRL | Qt::Key_0), [this] { m_view->setFitWidth(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { m_view->showPage(m_view->currentPage() - 1); });
    key(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { m_view->showPage(m_view->currentPage() + 1); });
}

void PreviewDialog::showCurrent()
{
    const int page = m_view->currentPage();
    m_thumbnails->setCurrentPage(page);
    m_page->setText(QString::number(page + 1));
    m_back->setEnabled(page > 0);
    m_next->setEnabled(page + 1 < m_pages.pageCount());
}

void PreviewDialog::showZoom()
{
    m_zoom->setCurrentIndex(m_view->isFitWidth() ? 0 : m_zoom->findData(m_view->percent()));
    m_out->setEnabled(m_view->percent() > PageView::kLeastPercent);
    m_in->setEnabled(m_view->percent() < PageView::kMostPercent);
}

Job* PreviewDialog::job() const
{
    return m_job;
}

bool PreviewDialog::isLong() const
{
    return m_shell != nullptr && m_pages.pageCount() > kFewPages;
}

bool PreviewDialog::save(const std::string& suffix)
{
    if (m_job)
        return false;
    const QString ending = toQ(suffix);
    QString kind;
    for (const auto& format : m_formats)
        if (format.suffix == suffix)
            kind = format.name;
    auto path = m_prompter.saveFile(tr("Lưu %1").arg(toQ(m_document.title)), m_name + QLatin1Char('.') + ending, {{kind, {ending}}},
                                    QStringLiteral("papers"));
    if (!path)
        return false;
    if (QFileInfo(*path).suffix().compare(ending, Qt::CaseInsensitive) != 0)
        *path += QLatin1Char('.') + ending;
    const auto target = toPath(*path);
    if (isLong()) {
        auto* job = Job::start(
            this, *m_shell, {}, {},
            [document = m_document, suffix, target](Progress& progress) -> Result<std::optional<Error>> {
                const auto saved = savePaper(document, suffix, target, &progress);
                return saved ? std::optional<Error>() : std::optional(saved.error());
            },
            [this, file = *path](const std::optional<Error>& error) { tell(file, error); });
        beginWork(tr("Đang lưu “%1”, %2 trang").arg(QFileInfo(*path).fileName()).arg(m_pages.pageCount()), job,
                  [job = QPointer(job)] { return job ? std::pair(job->progress().done(), job->progress().total()) : std::pair(0, 0); });
        return false;
    }
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const auto saved = savePaper(m_document, suffix, target);
    QGuiApplication::restoreOverrideCursor();
    tell(*path, saved ? std::optional<Error>() : std::optional(saved.error()));
    return saved.has_value();
}

void PreviewDialog::beginWork(const QString& words, Job* job, std::function<std::pair<int, int>()> steps)
{
    m_job = job;
    m_messages->remove(QStringLiteral("output"));
    connect(job, &Job::finished, this, &PreviewDialog::endWork);
    m_work->show(words, std::move(steps));
}

void PreviewDialog::endWork()
{
    m_job = nullptr;
    m_work->hide();
}

void PreviewDialog::tell(const QString& path, const std::optional<Error>& error)
{
    const QString name = QFileInfo(path).fileName();
    if (error) {
        m_messages->show({Tone::Bad, tr("Chưa lưu được “%1”").arg(name), sentenceOf(*error), {}, true, QStringLiteral("output")});
        return;
    }
    const auto open = [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); };
    const auto folder = [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); };
    m_messages->show({Tone::Ok, tr("Đã lưu “%1”").arg(name), QDir::toNativeSeparators(QFileInfo(path).absolutePath()),
                      {{tr("Mở tệp"), QStringLiteral("eye"), open}, {tr("Mở thư mục"), QStringLiteral("folder"), folder}}, true,
                      QStringLiteral("output")});
}

void PreviewDialog::print()
{
    if (m_job)
        return;
    if (auto printer = askPrinter(m_pages, toQ(m_document.title), this))
        printTo(std::move(printer));
}

void PreviewDialog::printTo(std::unique_ptr<QPrinter> printer)
{
    const int first = printer->fromPage(), last = printer->toPage();
    const auto run = std::make_shared<PrintRun>(m_pages, std::move(printer), first, last);
    if (!isLong()) {
        while (run->step()) {
        }
        tellPrinted(run->failed());
        return;
    }
    // A printer is the window's own: one page between its events, and what is stopped before the last one is given up.
    const auto failed = std::make_shared<bool>(false);
    auto* job = Job::start(
        this, *m_shell, {},
        [run, failed]() -> Result<bool> {
            const bool more = run->step();
            *failed = run->failed();
            return !more;
        },
        [failed](Progress&) -> Result<bool> { return *failed; }, [this](bool refused) { tellPrinted(refused); });
    beginWork(tr("Đang gửi %1 trang đến máy in").arg(run->total()), job, [run = std::weak_ptr(run)] {
        const auto now = run.lock();
        return now ? std::pair(now->printed(), now->total()) : std::pair(0, 0);
    });
}

void PreviewDialog::tellPrinted(bool failed)
{
    if (failed)
        m_messages->show({Tone::Bad, tr("Chưa in được"),
                          tr("Máy in không nhận việc. Xin xem máy in đã bật và còn giấy chưa, hoặc lưu PDF rồi in từ máy khác."), {}, true,
                          QStringLiteral("output")});
}

void showPreview(QWidget* parent, Prompter& prompter, const documents::Document& document, const QString& suggestedName,
                 const std::vector<std::string>& formats, Shell* shell, const std::vector<std::string>& notes)
{
    PreviewDialog dialog(parent, prompter, document, suggestedName, formats, shell, notes);
    if (parent)
        dialog.move(parent->window()->pos());
    dialog.exec();
}

}
