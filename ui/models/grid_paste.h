// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/grid_table.h"

namespace thidua::ui {

/// Where a block is pasted: the first cell, and how many rows are selected (0: one cell, the block may go on as far as it reaches).
struct PastePlace {
    int row = 0, column = 0, rows = 0;
};

/// What a pasted block would write, worked out before anything of it is written.
struct GridPaste {
    QVector<GridModel::Typed> typed;
    int cut = 0; ///< cells that fell outside or on read-only ones
    std::optional<PasteDoubt> doubt{}; ///< to be asked first; without an `accept` verb nothing is written
    QString told{}; ///< what has been written, in words
};

GridPaste planPaste(const GridModel& model, const QVector<QStringList>& pasted, const PastePlace& place);

}
