// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/embedded_file.h"

namespace thidua {

/// resources/proofread/*.json, made by thidua_embed.
std::span<const EmbeddedFile> embeddedWords();

}
