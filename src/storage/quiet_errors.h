// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Standard error belongs to the one sentence of a failure. Libraries that write their own lines there are turned away from it for as long
/// as they work. Part of platform.cpp.
namespace thidua::storage::platform {

/// Gives what restoreErrors takes; -1 where nothing could be done.
int silenceErrors();
void restoreErrors(int kept);

}
