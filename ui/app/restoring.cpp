// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/restoring.h"

#include "services/core/backup_service.h"
#include "ui/kit.h"
#include "ui/pages/records/backup_words.h"
#include "ui/shell/job.h"
#include "ui/text/path_words.h"

#include <QFileInfo>
#include <QProgressBar>
#include <QVBoxLayout>

namespace thidua::ui {

RestoreDialog::RestoreDialog(const std::filesystem::path& copy, const std::filesystem::path& target, bool replace, const Clock& clock, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Khôi phục từ bản sao lưu"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(24), Theme::px(20), Theme::px(24), Theme::px(20));
    column->setSpacing(Theme::px(12));
    m_words = new Label(tr("Đang kiểm tra %1 và đặt vào %2…").arg(fromPath(copy.filename()), shownPath(target)), TypeRole::Text);
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    auto* bar = new QProgressBar(this);
    bar->setRange(0, 0); // how long a disk takes nobody knows
    bar->setTextVisible(false);
    column->addWidget(bar);
    m_stop = makeButton(tr("Dừng, giữ mọi thứ như cũ"), {}, ButtonKind::Normal, this);
    m_stop->setObjectName(QStringLiteral("restoreStop"));
    m_stop->setAutoDefault(false); // the Enter that answered the question before stops nothing
    connect(m_stop, &QPushButton::clicked, this, &RestoreDialog::reject);
    column->addWidget(m_stop, 0, Qt::AlignRight);
    setMinimumWidth(Theme::px(460));
    m_job = Job::start(
                this, [this](const Error& error) { m_outcome.emplace(tl::unexpected<Error>(error)); },
                [copy, target, replace, &clock](Progress& progress) { return services::BackupService::restore(copy, target, replace, clock, &progress); },
                [this](std::filesystem::path kept) { m_outcome.emplace(std::move(kept)); })
                ->lasting();
    connect(m_job, &Job::finished, this, [this] { done(m_outcome && *m_outcome ? Accepted : Rejected); });
}

void RestoreDialog::reject()
{
    m_stop->setEnabled(false);
    m_words->setText(tr("Đang dừng…"));
    if (m_job)
        m_job->cancel();
}

namespace {

std::vector<FileFilter> schoolFiles()
{
    return {{RestoreDialog::tr("Tệp Thi Đua"), {QStringLiteral("thidua")}}};
}

}

Restored askAndRestore(Prompter& prompter, const Clock& clock, const QString& usual, const QString& present)
{
    const auto copy = prompter.openFile(RestoreDialog::tr("Chọn bản sao lưu"), schoolFiles(), QStringLiteral("backup"));
    return copy ? restoreFrom(*copy, prompter, clock, usual, present) : Restored();
}

Restored restoreFrom(const QString& copy, Prompter& prompter, const Clock& clock, const QString& usual, const QString& present)
{
    const auto target = prompter.saveFile(RestoreDialog::tr("Khôi phục thành tệp nào"), usual.isEmpty() ? QFileInfo(copy).fileName() : usual, schoolFiles(), QStringLiteral("school"));
    if (!target)
        return {};
    // What the file of the last time has erased since the copy was made of it, or the one whose place the copy takes.
    auto erased = services::BackupService::erasedSince(toPath(copy), toPath(present), clock);
    if (erased.empty() && *target != present)
        erased = services::BackupService::erasedSince(toPath(copy), toPath(*target), clock);
    if (!mayBringBack(prompter, erased, toQ(clock.nowUtc())))
        return {};
    const bool there = QFileInfo::exists(*target);
    if (there && !prompter.confirm({RestoreDialog::tr("Thay một tệp đã có"),
                                    RestoreDialog::tr("Đặt bản sao lưu vào chỗ tệp %1? Tệp đang ở đó được giữ lại bên cạnh, dưới tên khác.").arg(QFileInfo(*target).fileName()),
                                    RestoreDialog::tr("Khôi phục, giữ tệp cũ bên cạnh"), RestoreDialog::tr("Chọn lại"), false}))
        return {};
    RestoreDialog dialog(toPath(copy), toPath(*target), there, clock);
    dialog.exec();
    const auto& outcome = dialog.outcome();
    if (!outcome)
        return {};
    if (!*outcome)
        return {{}, {}, sentenceOf(outcome->error())};
    return {*target, fromPath((*outcome)->filename()), {}};
}

}
