// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/hand.h"
#include "e2e/reach.h"
#include "ui/theme/theme.h"

namespace thidua::test {

/// A screen and a size of its text that every window and dialog must bear.
struct Look {
    QSize size;
    double factor;
};

inline const Look kLooks[] = { { { 1024, 700 }, 1.0 }, { { 1366, 728 }, 1.0 }, { { 1366, 728 }, 1.5 } };

inline void setFactor(double factor) { ui::Theme::apply(*qobject_cast<QApplication*>(QCoreApplication::instance()), ui::Scheme::Light, factor); }

/// Puts the text size back, whatever happens.
struct Sized {
    explicit Sized(double factor) { setFactor(factor); }
    ~Sized() { setFactor(1.0); }
};

inline std::string named(const Look& look)
{
    return std::to_string(look.size.width()) + "x" + std::to_string(look.size.height()) + " × " + std::to_string(look.factor);
}

/// The dialog on such a screen: no larger than it, and nothing out of reach.
inline void checkFits(QDialog& dialog, const Look& look)
{
    dialog.resize(dialog.size().boundedTo(look.size - QSize(12, 40)));
    Hand::settle();
    CHECK(dialog.width() <= look.size.width());
    CHECK(dialog.height() <= look.size.height());
    CHECK(atRest([&] { return outOfReach(dialog); }).toStdString() == "");
}

}
