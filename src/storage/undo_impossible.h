// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace thidua::storage {

/// Thrown when an image of the record cannot be put back: a column that the table has no more, another row's number, no JSON. The guards
/// turn it into WrongState with the sentence `key`.
struct UndoImpossible : std::runtime_error {
    UndoImpossible(std::string sentence, std::vector<std::string> words) : std::runtime_error(sentence), key(std::move(sentence)), args(std::move(words)) {}
    std::string key;
    std::vector<std::string> args;
};

}
