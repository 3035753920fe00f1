// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace thidua::ui {

struct Shell;

/// The one question about entries that are not saved yet: save them, drop them, or stay. Asked by every form of the program
/// before it goes. True when one may go: they were saved (`save` says so), or `drop` has been called. While the school's file is not
/// where it was, saving means: everything into another file, with what is typed.
bool settleUnsaved(const Shell& shell, const std::function<bool()>& save, const std::function<void()>& drop = {});

}
