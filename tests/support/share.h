// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thidua::test {

/// The sanitizers make a test some twenty times slower. What is tried hundreds of times alike is tried one time in so many under them:
/// the memory is looked at in each kind, the promise itself is held by the release run.
#ifdef __SANITIZE_ADDRESS__
inline constexpr int kOneIn = 6;
#else
inline constexpr int kOneIn = 1;
#endif

}
