// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/file_watch.h"

#include "services/core/backup_service.h"
#include "ui/text/path_words.h"
#include "ui/text/qt_text.h"

#include <QDateTime>
#include <QGuiApplication>

namespace thidua::ui {
namespace {

constexpr int kAfterWriting = 1000;            ///< ms from a write to the copy in memory
constexpr qint64 kJumpBack = 2 * 60;           ///< seconds
constexpr qint64 kJumpAhead = 366LL * 86'400;  ///< a machine that slept a weekend has not jumped

}

FileWatch::FileWatch(services::SchoolFile& file, Prompter& prompter, QObject* parent) : QObject(parent), m_file(file), m_prompter(prompter)
{
    connect(&m_timer, &QTimer::timeout, this, &FileWatch::tick);
    m_timer.start(kEvery);
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &FileWatch::keep);
    connect(&m_step, &QTimer::timeout, this, &FileWatch::step);
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            emit lookElsewhere();
    });
    follow();
}

FileWatch::~FileWatch() = default;

void FileWatch::tick()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    if (m_lastTick && (now < *m_lastTick - kJumpBack || now > *m_lastTick + kJumpAhead))
        emit clockJumped();
    m_lastTick = now;
    look();
    if (++m_ticks % kElsewhere == 0)
        emit lookElsewhere();
}

/// True when that has changed.
bool FileWatch::check()
{
    auto there = services::stillThere(m_file);
    const bool news = there.has_value() == m_trouble.has_value();
    m_trouble = there ? std::nullopt : std::optional(std::move(there.error()));
    if (news)
        emit changed();
    return news;
}

bool FileWatch::look(bool again)
{
    if (m_asking)
        return !m_trouble;
    const bool news = check();
    if (m_trouble && (news || again))
        ask();
    return !m_trouble;
}

void FileWatch::follow()
{
    if (!m_later.isActive())
        m_later.start(kAfterWriting);
}

void FileWatch::keep()
{
    std::error_code error;
    if (m_trouble || std::filesystem::file_size(m_file.path(), error) > kLargest || error)
        return;
    if (m_kept && m_kept->writesSoFar() == m_file.writesSoFar())
        return;
    m_snapshot = std::make_unique<services::FileSnapshot>(m_file);
    m_step.start(0);
}

void FileWatch::step()
{
    const auto whole = m_snapshot->step();
    if (whole && !*whole)
        return;
    m_step.stop();
    // What was read while the file went away is no state of ours.
    if (whole && services::stillThere(m_file))
        m_kept = m_snapshot->take();
    m_snapshot.reset();
}

void FileWatch::ask()
{
    m_asking = true;
    const int answer = m_prompter.choose(tr("Tệp của trường không còn như cũ"), sentenceOf(*m_trouble),
                                         {tr("Lưu hiện trạng thành tệp khác…"), tr("Để sau, không ghi gì")});
    if (answer == 0)
        save();
    m_asking = false;
}

bool FileWatch::mayClose()
{
    check();
    if (!m_trouble || m_savedAt == m_file.writesSoFar())
        return true;
    const int answer = m_prompter.choose(tr("Tệp của trường không còn như cũ"),
                                         tr("%1\nĐóng bây giờ thì những việc chưa có trong bản sao lưu sẽ mất.").arg(sentenceOf(*m_trouble)),
                                         {tr("Lưu hiện trạng thành tệp khác…"), tr("Đóng, bỏ hiện trạng"), tr("Ở lại làm việc")});
    if (answer == 0)
        return saveElsewhere().has_value();
    return answer == 1;
}

int FileWatch::missing() const
{
    return m_kept ? m_file.writesSoFar() - m_kept->writesSoFar() : 0;
}

std::optional<std::filesystem::path> FileWatch::saveElsewhere()
{
    std::error_code error;
    const auto proposed = shownPath(std::filesystem::absolute(services::rescueName(m_file), error));
    const auto target = m_prompter.saveFile(tr("Lưu hiện trạng của trường"), proposed, {{tr("Tệp Thi Đua"), {QStringLiteral("thidua")}}}, QStringLiteral("school"));
    if (!target)
        return std::nullopt;
    const auto saved = saveTo(toPath(*target));
    if (!saved) {
        m_prompter.inform(tr("Chưa lưu được hiện trạng"), sentenceOf(saved.error()));
        return std::nullopt;
    }
    m_savedAt = m_file.writesSoFar();
    return *saved;
}

bool FileWatch::save()
{
    const auto saved = saveElsewhere();
    if (!saved)
        return false;
    const QString words = missing() > 0 ? tr("Thiếu %1 việc sau cùng, đọc không được nữa; xin làm lại các việc ấy.").arg(missing())
                                        : tr("Mọi việc đã ghi cho đến lúc này đều có trong tệp ấy.");
    if (m_prompter.confirm({tr("Đã lưu hiện trạng"), tr("Tệp %1 đã được ghi và kiểm tra. %2 Làm tiếp với tệp ấy? Phần đang nhập dở, nếu có, vẫn còn.").arg(shownPath(*saved), words),
                            tr("Làm tiếp với tệp vừa lưu"), tr("Ở lại với tệp cũ"), false}))
        goOnIn(*saved);
    return true;
}

bool FileWatch::goElsewhere()
{
    const auto saved = saveElsewhere();
    return saved && goOnIn(*saved);
}

/// In place: forms with entries stay open, and their next writing goes there.
bool FileWatch::goOnIn(const std::filesystem::path& saved)
{
    const int gone = missing();
    m_step.stop();
    m_snapshot.reset();
    if (const auto moved = m_file.goOnIn(saved); !moved) {
        m_prompter.inform(tr("Chưa mở được tệp vừa lưu"), sentenceOf(moved.error()));
        return false;
    }
    m_kept.reset();
    m_savedAt.reset();
    check();
    follow();
    emit moved(gone);
    return true;
}

QString FileWatch::lost()
{
    check();
    return m_trouble ? sentenceOf(*m_trouble) : QString();
}

Result<std::filesystem::path> FileWatch::saveTo(const std::filesystem::path& target)
{
    const auto backup = [&target](services::SchoolFile& from) -> Result<std::filesystem::path> {
        TD_TRY(const auto made, services::BackupService::backupTo(from, target));
        return made.path;
    };
    if (!m_trouble) // it is there, and only takes nothing more
        return backup(m_file);
    const bool whole = m_kept && m_kept->writesSoFar() == m_file.writesSoFar();
    // A file that was moved or deleted can still be read by who has it open; one that was written over can't.
    if (!whole && m_trouble->key == "file.gone")
        if (auto saved = backup(m_file)) {
            m_kept.reset(); // nothing is missing
            return saved;
        }
    if (m_kept)
        return backup(*m_kept);
    const auto age = services::BackupService::age(m_file);
    return fail(ErrorCode::Io, age.never ? "rescue.nothing" : "rescue.nothing-but-backup", {age.path});
}

}
