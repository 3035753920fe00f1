// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thidua::tests {

/// Fonts need a QGuiApplication; one, without a screen, for the whole program.
void startQt();

}
