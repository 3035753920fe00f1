// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/catch.h"
#include "support/scratch.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json_fwd.hpp>
#include <sys/wait.h>

namespace thidua::test {

struct Ran {
    int code = -1;
    std::string out;
    std::string err;
    nlohmann::json parsed() const; ///< cli_test.cpp
    bool says(const std::string& words) const { return out.find(words) != std::string::npos; }
};

struct Cli {
    Scratch scratch;

    Ran run(const std::string& arguments) const { return runWith("", arguments); }

    /// With words of the shell in front of the program: settings, limits.
    Ran runWith(const std::string& before, const std::string& arguments) const
    {
        const auto err = (scratch / "stderr.txt").string();
        const std::string command = "cd '" + scratch.folder().string() + "' && " + before + " '" THIDUA_CLI "' " + arguments + " 2>'" + err + "'";
        Ran ran;
        std::FILE* pipe = ::popen(command.c_str(), "r");
        REQUIRE(pipe != nullptr);
        char buffer[4096];
        while (const auto count = std::fread(buffer, 1, sizeof buffer, pipe))
            ran.out.append(buffer, count);
        const int status = ::pclose(pipe);
        ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        ran.err = bytesOf(err);
        return ran;
    }

    void write(const std::string& name, const std::string& text) const { std::ofstream(scratch / name) << text; }
};

inline int lineCount(const std::string& text)
{
    return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

}
