// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/embedded_file.h"

#include <span>

namespace thidua {

/// resources/rules/*.json as they were when the program was built.
std::span<const EmbeddedFile> embeddedRules();

}
