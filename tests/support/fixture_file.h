// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>
#include <zlib.h>

namespace thidua::test {

/// Unpacks tests/fixtures/files/<name>.gz, a school file as an earlier version of the program made it, to `to`.
inline void unpackFixture(const std::string& name, const std::filesystem::path& to)
{
    const auto from = std::string(THIDUA_SOURCE) + "/tests/fixtures/files/" + name + ".gz";
    gzFile packed = gzopen(from.c_str(), "rb");
    if (packed == nullptr)
        throw std::runtime_error("no fixture " + from);
    std::ofstream out(to, std::ios::binary);
    std::vector<char> bytes(256 * 1024);
    int size = 0;
    while ((size = gzread(packed, bytes.data(), static_cast<unsigned>(bytes.size()))) > 0)
        out.write(bytes.data(), size);
    gzclose(packed);
    if (size < 0 || !out)
        throw std::runtime_error("the fixture cannot be unpacked: " + from);
}

}
