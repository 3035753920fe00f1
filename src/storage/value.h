// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace thidua::storage {

using Bytes = std::vector<std::byte>;
/// What a STRICT table of ours can hold: NULL, INTEGER, TEXT or BLOB.
using Value = std::variant<std::monostate, std::int64_t, std::string, Bytes>;
using Values = std::vector<Value>;

/// Thrown when a column holds what its type cannot be; the guards turn it into FileCorrupt.
struct BadColumn : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A code that this program does not know: of a newer version, or written by another tool.
struct UnknownCode : BadColumn {
    explicit UnknownCode(const std::string& unknown) : BadColumn("unknown code: " + unknown), code(unknown) {}
    std::string code;
};

}
