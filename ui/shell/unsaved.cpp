// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/unsaved.h"

#include "ui/shell/prompter.h"

#include <QCoreApplication>

namespace thidua::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Unsaved)
};

}

bool settleUnsaved(Prompter& prompter, const std::function<bool()>& save, const std::function<void()>& drop)
{
    const int answer = prompter.choose(Words::tr("Còn phần chưa ghi"), Words::tr("Những gì vừa nhập chưa được ghi vào sổ."),
                                       {Words::tr("Ghi vào sổ"), Words::tr("Bỏ phần vừa nhập"), Words::tr("Ở lại")});
    if (answer == 0)
        return save();
    if (answer != 1)
        return false;
    if (drop)
        drop();
    return true;
}

}
