// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace thidua {

/// A file of the repository that was compiled into the program. `path` is relative to the repository's root.
struct EmbeddedFile {
    std::string_view path;
    std::string_view bytes;
};

}
