// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/backup_service.h"
#include "ui/theme/tokens.h"

#include <QString>

namespace thidua::ui {

class StatusLine;

/// How old the newest verified backup is, as the status line says it: “Sao lưu đã kiểm tra: hôm nay 07:45”.
struct BackupWords {
    Tone tone = Tone::Bad;
    QString text;
};
BackupWords backupWords(const services::BackupAge& age, const QString& nowUtc);
class Prompter;
/// Asks before a restoring brings pupils' data back that were erased at these times (UTC); true where there are none.
bool mayBringBack(Prompter& prompter, const std::vector<std::string>& erased, const QString& nowUtc);
/// “hôm nay 07:45”, “hôm qua 16:10”, “01/06/2022 08:12” in local time.
QString whenText(const QString& utc, const QString& nowUtc);
/// What is said of a copy that was just made, and of the register when it could not be written.
QString backupMade(const services::BackupResult& made);
Tone backupTone(const services::BackupResult& made);
void showBackupAge(StatusLine& status, services::SchoolFile& file);
/// The folder for backups kept in QSettings "backup/folder"; empty when none has been chosen.
QString backupFolder();
/// QSettings "backup/onClose"; yes unless it was switched off.
bool backsUpOnClose();

}
