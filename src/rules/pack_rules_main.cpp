// SPDX-License-Identifier: GPL-3.0-or-later
// thidua-pack-rules OUT.cpp FILE.json...: one pack of rules out of its files, checked, as C++ data with its hash. Runs while building:
// a pack with a fault does not become a program.
#include "rules/built_in_rules.h"
#include "rules/pack_check.h"
#include "rules/sha256.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <vector>

// The library that this program feeds asks for it; here there are no rules yet.
const thidua::rules::BuiltInRules& thidua::rules::builtInRules()
{
    static const BuiltInRules none;
    return none;
}

namespace {

using nlohmann::json;

/// Compilers limit the length of one literal: bytes in short ones, all as octal escapes so that none runs into the next.
void writeLiteral(std::ostream& out, std::string_view bytes)
{
    constexpr std::size_t kLine = 64;
    for (std::size_t at = 0; at < bytes.size(); at += kLine) {
        out << "    \"";
        for (const char sign : bytes.substr(at, kLine)) {
            const auto byte = static_cast<unsigned char>(sign);
            const bool plain = byte >= ' ' && byte < 0x7f && sign != '"' && sign != '\\' && sign != '?';
            if (plain)
                out << sign;
            else
                out << '\\' << char('0' + (byte >> 6)) << char('0' + (byte >> 3 & 7)) << char('0' + (byte & 7));
        }
        out << "\"\n";
    }
}

int run(const std::string& out, std::vector<std::string> files)
{
    std::sort(files.begin(), files.end());
    json pack = json::object();
    for (const auto& file : files) {
        std::ifstream stream(file, std::ios::binary);
        thidua::rules::mergePack(pack, json::parse(stream));
    }
    const auto problems = thidua::rules::checkPack(pack);
    for (const auto& problem : problems) {
        std::cerr << "resources/rules: " << problem.key;
        for (const auto& arg : problem.args)
            std::cerr << "  " << arg;
        std::cerr << '\n';
    }
    if (!problems.empty())
        return 1;
    const auto text = pack.dump();
    const auto packed = json::to_msgpack(pack);
    std::ofstream stream(out, std::ios::binary);
    stream << "// Made by thidua-pack-rules.\n#include \"rules/built_in_rules.h\"\n\nnamespace {\nconstexpr char kPack[] =\n";
    writeLiteral(stream, text);
    stream << ";\nconstexpr char kPacked[] =\n";
    writeLiteral(stream, {reinterpret_cast<const char*>(packed.data()), packed.size()});
    stream << ";\n}\n\nconst thidua::rules::BuiltInRules& thidua::rules::builtInRules()\n{\n    static constexpr BuiltInRules rules{{kPack, "
           << text.size() << "}, {kPacked, " << packed.size() << "}, \"" << thidua::rules::sha256Hex(text) << "\", " << json(pack.value("version", std::string())).dump()
           << "};\n    return rules;\n}\n";
    return stream.flush() ? 0 : 1;
}

}

int main(int argc, char** argv)
{
    try {
        return argc > 2 ? run(argv[1], {argv + 2, argv + argc}) : 2;
    } catch (const std::exception& error) {
        std::cerr << "resources/rules: " << error.what() << '\n';
        return 1;
    }
}
