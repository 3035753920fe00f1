// SPDX-License-Identifier: GPL-3.0-or-later
#include "mutator.h"

namespace thidua::test {
namespace {

const std::vector<std::string>& tokens()
{
    static const std::vector<std::string> all = {
        "1e999", "-1e999", "-1", "0", "2147483648", "-9223372036854775808", "18446744073709551616", "1.5", "0.1e-400", std::string(5'000, '9'), "null", "true",
        "false", "[]", "{}", "[[[[[[[[", std::string(200, '['), "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\\u0000", "\xef\xbb\xbf", std::string(1, '\0'), "\xff", "\xc0\xaf",
        "\xed\xa0\x80", ",", ":", "\"", "\\", "\n", "2022-02-30", "9999-12-31", "0001-01-01", "2021-2023", "9999-10000", "excellent", "good", "reprimand", "warning",
        "\"facts\":{},", "\"honour\":\"x\",", "\"evaluation\":\"excellent\",", "\"discipline\":[],", "\"votes\":null,", "local:x", "staff", "pupil", "collective"};
    return all;
}

}

void Mutator::damageOnce(std::string& text)
{
    const auto at = below(text.size() + 1);
    const auto length = std::min(below(16) + 1, text.size() - at);
    switch (below(8)) {
    case 0:
        if (at < text.size())
            text[at] = static_cast<char>(static_cast<unsigned char>(text[at]) ^ (1U << below(8)));
        break;
    case 1: text.erase(at, length); break;
    case 2: text.insert(at, 1, static_cast<char>(below(256))); break;
    case 3: text.insert(below(text.size() + 1), text.substr(at, length)); break;
    case 4: text.resize(at); break;
    case 5:
        if (at < text.size())
            text[at] = static_cast<char>('0' + below(10));
        break;
    default: text.replace(at, below(2) == 0 ? 0 : length, oneOf(tokens())); break;
    }
}

std::string Mutator::damaged(std::string text)
{
    for (auto left = 1 + below(3); left > 0; --left)
        damageOnce(text);
    return text;
}

}
