// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace thidua::test {

/// The first thing in `root` that a person could not see whole or come at, in words; empty when there is none:
/// - a button, field, table or tab that lies outside what shows it, unless scrolling up and down brings it in;
/// - words that are cut: labels, and buttons narrower than what they say;
/// - a part that scrolls sideways where it should wrap, or is wider than its place.
QString outOfReach(QWidget& root);

}
