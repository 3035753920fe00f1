// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/school_file.h"

namespace thidua::services {

/// The names of the sample schools that come with the program: "mang-den", "hong-duong", "mang-den-2024".
std::vector<std::string> sampleNames();

/// Makes a new file and lives a sample school through it (“large:1000x10”: a made-up one, large_sample.h): every step of its scenario is a call of a service on its own day.
/// A failing step leaves no file behind; its Error's detail names the step.
Result<std::unique_ptr<SchoolFile>> createSample(const std::filesystem::path& path, const std::string& name, const Clock& clockAfterwards);

}
