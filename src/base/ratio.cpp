// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ratio.h"

namespace thidua {

std::string percentText(Ratio ratio, int decimals)
{
    if (ratio.numerator < 0) // in a file that was changed outside the program
        return "-" + percentText({-ratio.numerator, ratio.denominator}, decimals);
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i)
        scale *= 10;
    const std::int64_t scaled = (ratio.numerator * 100 * scale * 2 + ratio.denominator) / (ratio.denominator * 2);
    std::string text = std::to_string(scaled / scale);
    if (decimals > 0) {
        std::string fraction = std::to_string(scaled % scale);
        text += "," + std::string(static_cast<std::size_t>(decimals) - fraction.size(), '0') + fraction;
    }
    return text + " %";
}

}
