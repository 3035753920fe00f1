// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/sample_service.h"
#include "support/scratch.h"

#include <filesystem>
#include <stdexcept>

namespace thidua::test {

/// The sample school Măng Đen, replayed on the first call and kept for the whole test program: copy it before opening.
/// One program, one day: later calls give the file of the first.
inline const std::filesystem::path& sampleFile(Date today)
{
    static const Scratch scratch;
    static const std::filesystem::path path = [today] {
        const FixedClock clock(today);
        auto made = services::createSample(scratch / "mang-den.thidua", "mang-den", clock);
        if (!made)
            throw std::runtime_error(made.error().key + " " + made.error().detail);
        return scratch / "mang-den.thidua";
    }();
    return path;
}

}
