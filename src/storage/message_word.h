// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace thidua::storage {

/// An argument that is itself a word of src/text (the name of a table, of a column): filled in there, in the language of the sentence.
inline std::string messageWord(const std::string& key)
{
    return "\x1f" + key;
}

}
