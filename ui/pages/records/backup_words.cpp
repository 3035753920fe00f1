// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/backup_words.h"

#include "ui/shell/prompter.h"
#include "ui/shell/status_line.h"
#include "ui/text/path_words.h"
#include "ui/text/qt_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSettings>

namespace thidua::ui {
namespace {

struct BackupSpeech {
    Q_DECLARE_TR_FUNCTIONS(BackupWords)
};

constexpr int kOldAfterDays = 7;
constexpr int kManyOperations = 200;

QDateTime localTime(const QString& utc)
{
    auto time = QDateTime::fromString(utc, Qt::ISODate);
    return time.toLocalTime();
}

}

QString whenText(const QString& utc, const QString& nowUtc)
{
    const QDateTime at = localTime(utc);
    if (!at.isValid())
        return utc;
    const QDate today = localTime(nowUtc).date();
    const QString clock = at.toString(QStringLiteral("HH:mm"));
    if (at.date() == today)
        return BackupSpeech::tr("hôm nay %1").arg(clock);
    if (at.date().addDays(1) == today)
        return BackupSpeech::tr("hôm qua %1").arg(clock);
    return QStringLiteral("%1 %2").arg(at.toString(QStringLiteral("dd/MM/yyyy")), clock);
}

BackupWords backupWords(const services::BackupAge& age, const QString& nowUtc)
{
    if (age.never)
        return {Tone::Bad, BackupSpeech::tr("Chưa sao lưu lần nào")};
    const QString when = whenText(toQ(age.at), nowUtc);
    if (age.current)
        return {Tone::Ok, BackupSpeech::tr("Sao lưu đã kiểm tra: %1").arg(when)};
    if (age.inFuture)
        return {Tone::Warn, BackupSpeech::tr("Bản sao lưu mang ngày %1, sau hôm nay: xem lại đồng hồ máy").arg(when)};
    if (age.days >= kOldAfterDays)
        return {Tone::Warn, BackupSpeech::tr("Bản sao lưu đã cũ %1 ngày, thiếu %2 việc").arg(age.days).arg(age.behind)};
    return {age.behind >= kManyOperations ? Tone::Warn : Tone::Mute, BackupSpeech::tr("%1 việc chưa sao lưu; bản gần nhất %2").arg(age.behind).arg(when)};
}

bool mayBringBack(Prompter& prompter, const std::vector<std::string>& erased, const QString& nowUtc)
{
    return erased.empty()
        || prompter.confirm({BackupSpeech::tr("Dữ liệu đã xóa sẽ trở lại"),
                             BackupSpeech::tr("Sau bản sao lưu này, dữ liệu cá nhân của học sinh hết thời hạn lưu trữ đã được xóa (lần sau cùng: %1). Bản sao còn giữ dữ liệu ấy: "
                                              "khôi phục thì dữ liệu đã xóa sẽ trở lại trong tệp được khôi phục, và phải xóa lại ở trang Học sinh.")
                                 .arg(whenText(toQ(erased.front()), nowUtc)),
                             BackupSpeech::tr("Khôi phục, rồi xóa lại"), BackupSpeech::tr("Không khôi phục"), true});
}

QString backupMade(const services::BackupResult& made)
{
    const QString path = shownPath(made.path);
    if (!made.problems.empty())
        return BackupSpeech::tr("Đã ghi bản sao %1, nhưng tệp có %2 vấn đề nên chưa tính là bản sao lưu đã kiểm tra; xin mở Thiết lập, “Kiểm tra tệp đang mở”.").arg(path).arg(made.problems.size());
    if (made.notRegistered)
        return BackupSpeech::tr("Đã sao lưu và kiểm tra: %1; nhưng chưa ghi được vào sổ bản sao lưu của máy. %2").arg(path, sentenceOf(*made.notRegistered));
    return BackupSpeech::tr("Đã sao lưu và kiểm tra: %1").arg(path);
}

Tone backupTone(const services::BackupResult& made)
{
    return !made.problems.empty() ? Tone::Bad : made.notRegistered ? Tone::Warn : Tone::Ok;
}

void showBackupAge(StatusLine& status, services::SchoolFile& file)
{
    const auto words = backupWords(services::BackupService::age(file), toQ(file.clock().nowUtc()));
    status.setBackup(words.tone, words.text);
}

QString backupFolder()
{
    return QSettings().value(QStringLiteral("backup/folder")).toString();
}

bool backsUpOnClose()
{
    return QSettings().value(QStringLiteral("backup/onClose"), true).toBool();
}

}
