// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thidua::documents {

enum class Orientation { Portrait, Landscape };

/// A4; margins in millimetres.
struct PageSetup {
    Orientation orientation = Orientation::Portrait;
    double top = 20, bottom = 20, left = 30, right = 15;
    double width() const { return orientation == Orientation::Portrait ? 210.0 : 297.0; }
    double height() const { return orientation == Orientation::Portrait ? 297.0 : 210.0; }
    double textWidth() const { return width() - left - right; }
    friend bool operator==(const PageSetup&, const PageSetup&) = default;
};

}
