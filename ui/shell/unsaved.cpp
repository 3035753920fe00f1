// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/unsaved.h"

#include "ui/shell/page.h"
#include "ui/shell/prompter.h"

#include <QCoreApplication>

namespace thidua::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Unsaved)
};

}

bool settleUnsaved(const Shell& shell, const std::function<bool()>& save, const std::function<void()>& drop)
{
    const QString lost = shell.lostFile.trouble ? shell.lostFile.trouble() : QString();
    const QString title = lost.isEmpty() ? Words::tr("Còn phần chưa ghi") : Words::tr("Còn phần chưa ghi, mà tệp của trường không còn như cũ");
    const QString text = lost.isEmpty() ? Words::tr("Những gì vừa nhập chưa được ghi vào sổ.")
                                        : Words::tr("%1\nNhững gì vừa nhập có thể ghi vào một tệp khác, cùng mọi việc đã ghi trước đó.").arg(lost);
    const QString keep = lost.isEmpty() ? Words::tr("Ghi vào sổ") : Words::tr("Ghi tất cả vào tệp khác…");
    const int answer = shell.prompter.choose(title, text, {keep, Words::tr("Bỏ phần vừa nhập"), Words::tr("Ở lại")});
    if (answer == 0)
        return (lost.isEmpty() || shell.lostFile.goElsewhere()) && save();
    if (answer != 1)
        return false;
    if (drop)
        drop();
    return true;
}

}
