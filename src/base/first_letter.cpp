// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/first_letter.h"

#include "base/vietnamese.h"

namespace thidua {

std::size_t firstLetter(std::string_view text)
{
    std::size_t size = text.empty() ? 0 : 1;
    while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
        ++size;
    return size;
}

std::string lowerFirst(std::string_view text)
{
    const auto size = firstLetter(text);
    return lower(std::string(text.substr(0, size))) + std::string(text.substr(size));
}

}
