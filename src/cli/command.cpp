// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "rules/case.h"
#include "services/core/school_service.h"

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace thidua::cli {

void Context::fail(const Error& error)
{
    std::cerr << text::sentence(error, language) << '\n';
    exitCode = error.code == ErrorCode::FileBusy ? kBusy : kBadInput;
}

void Context::fail(int code, const std::string& key, const std::vector<std::string>& args)
{
    std::cerr << say(key, args) << '\n';
    exitCode = code;
}

void Context::warn(const std::string& key, const std::vector<std::string>& args) const
{
    std::cerr << say(key, args) << '\n';
}

void Context::print(const std::string& line) const
{
    std::cout << line << '\n';
}

void Context::print(const nlohmann::json& document) const
{
    std::cout << document.dump(2) << '\n';
}

std::unique_ptr<services::SchoolFile> openFile(Context& context, const std::string& path, services::SchoolFile::Mode mode,
                                               services::SchoolFile::Rules rules)
{
    auto file = services::SchoolFile::open(std::filesystem::path(std::u8string(path.begin(), path.end())), mode, context.clock, {"thidua-cli"}, rules);
    if (!file) {
        context.fail(file.error());
        return nullptr;
    }
    return std::move(*file);
}

std::optional<services::Stored<domain::SchoolYearRow>> chosenYear(Context& context, services::SchoolFile& file, const std::string& year)
{
    services::SchoolService service(file);
    if (year.empty()) {
        auto years = service.years();
        if (!years)
            context.fail(years.error());
        else if (years->empty())
            context.fail(kBadInput, "year.no-years");
        else
            return std::move(years->front());
        return std::nullopt;
    }
    const auto parsed = SchoolYear::parse(year);
    if (!parsed) {
        context.fail(kBadCommandLine, parsed.error().key, parsed.error().args);
        return std::nullopt;
    }
    auto row = service.yearOf(*parsed);
    if (!row) {
        context.fail(row.error());
        return std::nullopt;
    }
    return std::move(*row);
}

std::optional<std::string> readText(Context& context, const std::string& path)
{
    const std::filesystem::path file(std::u8string(path.begin(), path.end()));
    std::error_code error;
    // A named pipe that nobody writes to would be waited for without end; those of a shell ("<(…)", /dev/stdin) have their writer.
    if (std::filesystem::is_fifo(file, error) && !path.starts_with("/dev/") && !path.starts_with("/proc/")) {
        context.fail(kBadInput, "file.not-regular", {path});
        return std::nullopt;
    }
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream bytes;
    if (stream)
        bytes << stream.rdbuf();
    if (!stream) {
        context.fail(kBadInput, "file.not-found", {path});
        return std::nullopt;
    }
    return bytes.str();
}

std::optional<nlohmann::json> readJson(Context& context, const std::string& path)
{
    const auto bytes = readText(context, path);
    if (!bytes)
        return std::nullopt;
    auto parsed = rules::jsonFromText(*bytes);
    if (!parsed) {
        context.fail(parsed.error());
        return std::nullopt;
    }
    return std::move(*parsed);
}

}
