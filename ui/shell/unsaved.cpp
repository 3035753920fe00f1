// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/unsaved.h"

#include "ui/shell/page.h"
#include "ui/shell/prompter.h"

#include <QCoreApplication>

namespace thidua::ui {
namespace {

struct UnsavedWords {
    Q_DECLARE_TR_FUNCTIONS(Unsaved)
};

}

bool settleUnsaved(const Shell& shell, const std::function<bool()>& save, const std::function<void()>& drop)
{
    const QString lost = shell.lostFile.trouble ? shell.lostFile.trouble() : QString();
    const QString title = lost.isEmpty() ? UnsavedWords::tr("Còn phần chưa ghi") : UnsavedWords::tr("Còn phần chưa ghi, mà tệp của trường không còn như cũ");
    const QString text = lost.isEmpty() ? UnsavedWords::tr("Những gì vừa nhập chưa được ghi vào sổ.")
                                        : UnsavedWords::tr("%1\nNhững gì vừa nhập có thể ghi vào một tệp khác, cùng mọi việc đã ghi trước đó.").arg(lost);
    const QString keep = lost.isEmpty() ? UnsavedWords::tr("Ghi vào sổ") : UnsavedWords::tr("Ghi tất cả vào tệp khác…");
    const int answer = shell.prompter.choose(title, text, {keep, UnsavedWords::tr("Bỏ phần vừa nhập"), UnsavedWords::tr("Ở lại")}, Prompter::Usual::Safe);
    if (answer == 0)
        return (lost.isEmpty() || shell.lostFile.goElsewhere()) && save();
    if (answer != 1)
        return false;
    if (drop)
        drop();
    return true;
}

}
