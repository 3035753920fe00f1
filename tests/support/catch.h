// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Catch2 3 where it is installed (Debian 13), else Catch2 2 (Debian 12).
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
