// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/attachments_view.h"

#include "services/attachments/attachment_kinds.h"
#include "ui/text/path_words.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>
#include <QUrl>

namespace thidua::ui {

using services::AttachmentRow;
using services::AttachmentService;

namespace {

/// Files that were opened lie here while the program runs: a folder that nobody else may look into, gone with the program.
QString asideFolder()
{
    static const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/thidua-xem-XXXXXX"));
    return folder.isValid() ? folder.path() : QString();
}

std::vector<FileFilter> filters()
{
    QStringList suffixes;
    for (const auto& ending : services::attachmentEndings())
        suffixes << toQ(ending);
    return {{AttachmentsView::tr("Tệp đính kèm được"), suffixes}};
}

}

std::function<void(const QString&)>& AttachmentsView::opener()
{
    static std::function<void(const QString&)> open = [](const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); };
    return open;
}

AttachmentsView::AttachmentsView(Shell& shell, services::SchoolFile& file, Whose whose, QWidget* parent)
    : AttachmentsView(shell, file, whose, AttachmentService(file).of(whose.owner).value_or(std::vector<AttachmentRow>{}), parent)
{
}

AttachmentsView::AttachmentsView(Shell& shell, services::SchoolFile& file, Whose whose, std::vector<AttachmentRow> rows, QWidget* parent)
    : Stack(4, parent), m_shell(shell), m_file(file), m_whose(std::move(whose))
{
    setObjectName(QStringLiteral("attachments") + (m_whose.part.empty() ? QString() : QLatin1Char('-') + toQ(m_whose.part)));
    setAcceptDrops(m_whose.whyNot.isEmpty());
    build(rows);
}

void AttachmentsView::build(const std::vector<AttachmentRow>& rows)
{
    if (m_whose.headed) {
        section(tr("Tệp đính kèm"), rows.empty() ? QString() : QString::number(rows.size()));
        if (rows.empty())
            text(tr("Chưa có tệp nào. Bản quét, ảnh, Word, Excel, PDF làm minh chứng; mỗi tệp nhiều nhất %1.").arg(toQ(services::sizeWords(services::attachmentLimits().each))),
                 TypeRole::Text, Ink::Text2);
    }
    for (const auto& row : rows)
        addRow(row);
    auto* foot = new QWidget(this);
    m_foot = new QHBoxLayout(foot);
    m_foot->setContentsMargins(0, 0, 0, 0);
    m_foot->setSpacing(Theme::px(12));
    auto* more = compact(makeButton(tr("Thêm tệp…"), {}, ButtonKind::Link, foot));
    more->setObjectName(QStringLiteral("attachment-add"));
    more->setEnabled(m_whose.whyNot.isEmpty());
    more->setToolTip(m_whose.whyNot);
    connect(more, &QPushButton::clicked, this, &AttachmentsView::chooseFile);
    m_foot->addWidget(more);
    m_foot->addStretch();
    Stack::add(foot);
}

void AttachmentsView::besideAdd(QPushButton* button)
{
    m_foot->insertWidget(0, button);
}

void AttachmentsView::addRow(const AttachmentRow& row)
{
    auto* box = new QWidget(this);
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::px(4));
    const QString name = toQ(row.attachment.name);
    line->addWidget(makeIconLabel(QStringLiteral("attach"), Ink::Text3, 16, box), 0, Qt::AlignTop);
    line->addWidget(makeReadable(QStringLiteral("%1 <span style=\"color:%2\">%3, %4</span>")
                                     .arg(name.toHtmlEscaped(), Theme::tokens().text2.name(), toQ(row.sizeText), dateText(row.attachment.addedOn)), box), 1);
    const auto verb = [&](const char* id, const QString& icon, const QString& words, auto run) {
        auto* button = compact(makeIconButton(icon, tr("%1 %2").arg(words, name), ButtonKind::Quiet, box));
        button->setObjectName(QStringLiteral("attachment-%1-%2").arg(QLatin1String(id)).arg(row.id.value()));
        connect(button, &QPushButton::clicked, this, [this, row, run] { (this->*run)(row); }, Qt::QueuedConnection);
        line->addWidget(button, 0, Qt::AlignTop);
        return button;
    };
    verb("open", QStringLiteral("eye"), tr("Mở"), &AttachmentsView::open);
    verb("save", QStringLiteral("save"), tr("Xuất ra"), &AttachmentsView::saveOut);
    // Of another record, shown here as well: it is taken off there.
    const bool own = row.attachment.owner == m_whose.owner;
    auto* off = verb("remove", QStringLiteral("trash"), tr("Gỡ"), &AttachmentsView::takeOff);
    off->setEnabled(own && m_whose.whyNot.isEmpty());
    if (!off->isEnabled())
        off->setToolTip(own ? m_whose.whyNot : tr("Tệp này đính kèm ở nơi khác (sáng kiến, danh hiệu cao hơn); xin gỡ ở đó."));
    Stack::add(box);
}

void AttachmentsView::chooseFile()
{
    if (const auto path = m_shell.prompter.openFile(tr("Thêm tệp đính kèm"), filters(), QStringLiteral("attachments")))
        add({toPath(*path)});
}

void AttachmentsView::add(const std::vector<std::filesystem::path>& files)
{
    auto& shell = m_shell;
    auto& file = m_file;
    // What is written makes the panel anew, this view with it.
    if (!shell.runner.run([&, whose = m_whose] { return AttachmentService(file).add(whose.owner, whose.part, files); }))
        return;
    if (const auto weight = AttachmentService(file).weight(); weight && weight->heavy)
        shell.status.say(toQ(weight->sentence), Tone::Warn);
}

void AttachmentsView::open(const AttachmentRow& row)
{
    const QString folder = asideFolder() + QStringLiteral("/%1").arg(row.id.value());
    const QString path = folder + QLatin1Char('/') + toQ(row.attachment.name);
    if (!QFile::exists(path)) {
        QDir().mkpath(folder);
        if (!m_shell.runner.read([&] { return AttachmentService(m_file).saveTo(row.id, toPath(path)); }, [] {}))
            return;
        QFile::setPermissions(path, QFileDevice::ReadOwner); // changes there would come back nowhere
    }
    opener()(path);
    m_shell.status.say(tr("Đã mở bản xem của “%1”; sửa trên bản ấy không vào tệp của trường.").arg(toQ(row.attachment.name)), Tone::Ok);
}

void AttachmentsView::saveOut(const AttachmentRow& row)
{
    const QString name = toQ(row.attachment.name);
    const QString suffix = name.section(QLatin1Char('.'), -1).toLower();
    const auto path = m_shell.prompter.saveFile(tr("Xuất tệp đính kèm ra"), name, {{tr("Tệp %1").arg(suffix), {suffix}}}, QStringLiteral("export"));
    if (!path)
        return;
    m_shell.runner.read([&] { return AttachmentService(m_file).saveTo(row.id, toPath(*path)); },
                        [&] { m_shell.status.say(tr("Đã xuất “%1” vào %2").arg(name, shownPath(toPath(*path))), Tone::Ok); });
}

void AttachmentsView::takeOff(const AttachmentRow& row)
{
    const bool sure = m_shell.prompter.confirm({tr("Gỡ tệp đính kèm?"), tr("Gỡ “%1” khỏi hồ sơ này? Hoàn tác được.").arg(toQ(row.attachment.name)), tr("Gỡ tệp"), tr("Giữ lại"), true});
    if (sure)
        m_shell.runner.run([&, id = row.id] { return AttachmentService(m_file).remove(id); });
}

void AttachmentsView::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void AttachmentsView::dropEvent(QDropEvent* event)
{
    std::vector<std::filesystem::path> files;
    for (const auto& url : event->mimeData()->urls())
        if (url.isLocalFile())
            files.push_back(toPath(url.toLocalFile()));
    event->acceptProposedAction();
    // The panel is made anew by what is written: not while the drop is still under way.
    QMetaObject::invokeMethod(this, [this, files] { add(files); }, Qt::QueuedConnection);
}

}
