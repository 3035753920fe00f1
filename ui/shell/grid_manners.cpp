// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/grid_manners.h"

#include "ui/models/grid_table.h"
#include "ui/shell/page.h"
#include "ui/shell/prompter.h"
#include "ui/shell/status_line.h"

namespace thidua::ui {

void giveManners(GridTable& grid, Shell& shell)
{
    grid.setAskPaste([&shell](const PasteDoubt& doubt) {
        if (!doubt.accept.isEmpty())
            return shell.prompter.confirm({ doubt.title, doubt.text, doubt.accept, GridTable::tr("Không dán"), false });
        shell.prompter.inform(doubt.title, doubt.text);
        return false;
    });
    QObject::connect(&grid, &GridTable::pasteCut, &grid, [&shell](int cells) {
        shell.status.say(GridTable::tr("%1 ô dán ra ngoài bảng hoặc vào ô chỉ xem đã được bỏ qua.").arg(cells), Tone::Warn);
    });
    QObject::connect(&grid, &GridTable::pasteTold, &grid, [&shell](const QString& sentence) { shell.status.tell(sentence); });
}

}
