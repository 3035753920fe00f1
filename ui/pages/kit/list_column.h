// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/record_model.h"

namespace thidua::ui {

/// A column, with its further sides said one after the other:
///     column("birth", tr("Ngày sinh"), getter, 90).sorted(birthKey).hide()
template <class Row>
struct ListColumn : Column<Row> {
    ListColumn& right() { this->align = Align::Right; return *this; }
    ListColumn& sorted(std::function<SortKey(const Row&)> by) { this->sortKey = std::move(by); return *this; }
    ListColumn& summed(std::function<QString(const std::vector<const Row*>&)> words) { this->sum = std::move(words); return *this; }
    ListColumn& stretched() { this->stretch = true; return *this; }
    ListColumn& hide() { this->hidden = true; return *this; }
    ListColumn& unfiltered() { this->filter = false; return *this; }
};

}
