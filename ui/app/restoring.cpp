// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/restoring.h"

#include "services/core/backup_service.h"
#include "text/messages.h"
#include "ui/shell/prompter.h"
#include "ui/text/qt_text.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFileInfo>

namespace thidua::ui {
namespace {

struct RestoringWords {
    Q_DECLARE_TR_FUNCTIONS(Restoring)
};

std::filesystem::path pathOf(const QString& text)
{
    return std::filesystem::path(text.toStdU16String());
}

}

Restored askAndRestore(Prompter& prompter, const Clock& clock, const QString& usual)
{
    const std::vector<FileFilter> filters{{RestoringWords::tr("Tệp Thi Đua"), {QStringLiteral("thidua")}}};
    const auto copy = prompter.openFile(RestoringWords::tr("Chọn bản sao lưu"), filters, QStringLiteral("backup"));
    if (!copy)
        return {};
    const auto target = prompter.saveFile(RestoringWords::tr("Khôi phục thành tệp nào"), usual.isEmpty() ? QFileInfo(*copy).fileName() : usual, filters, QStringLiteral("school"));
    if (!target)
        return {};
    const bool there = QFileInfo::exists(*target);
    if (there && !prompter.confirm({RestoringWords::tr("Thay một tệp đã có"),
                                    RestoringWords::tr("Đặt bản sao lưu vào chỗ tệp %1? Tệp đang ở đó được giữ lại bên cạnh, dưới tên khác.").arg(QFileInfo(*target).fileName()),
                                    RestoringWords::tr("Khôi phục, giữ tệp cũ bên cạnh"), RestoringWords::tr("Chọn lại"), false}))
        return {};
    QApplication::setOverrideCursor(Qt::WaitCursor);
    const auto kept = services::BackupService::restore(pathOf(*copy), pathOf(*target), there, clock);
    QApplication::restoreOverrideCursor();
    if (!kept)
        return {{}, {}, toQ(text::sentence(kept.error()))};
    return {*target, QString::fromStdU16String(kept->filename().u16string()), {}};
}

}
