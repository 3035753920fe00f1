// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "base/path_text.h"
#include "domain/school_year.h"
#include "rules/case.h"
#include "services/core/school_service.h"

#include <array>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

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
    // A path that is no UTF-8 is shown as well as it can be.
    std::cout << document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

std::unique_ptr<services::SchoolFile> openFile(Context& context, const std::string& path, services::SchoolFile::Mode mode,
                                               services::SchoolFile::Rules rules)
{
    auto file = services::SchoolFile::open(pathFrom(path), mode, context.clock, {"thidua-cli"}, rules);
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

domain::SchoolYearId newestYear(services::SchoolFile& file)
{
    const auto years = services::SchoolService(file).years();
    return years && !years->empty() ? years->front().id : domain::SchoolYearId(0);
}

std::optional<std::string> readText(Context& context, const std::string& path)
{
    constexpr std::size_t kMostBytes = 32U << 20U; // more than any reader takes; what never ends is not waited for
    const auto file = pathFrom(path);
    std::error_code error;
    // A named pipe that nobody writes to would be waited for without end; those of a shell ("<(…)", /dev/stdin) have their writer.
    if (std::filesystem::is_fifo(file, error) && !path.starts_with("/dev/") && !path.starts_with("/proc/")) {
        context.fail(kBadInput, "file.not-regular", {path});
        return std::nullopt;
    }
    if (std::filesystem::is_directory(file, error)) {
        context.fail(kBadInput, "output.is-folder", {path});
        return std::nullopt;
    }
    std::ifstream stream(file, std::ios::binary);
    std::string bytes;
    std::array<char, 65536> part;
    while (stream && bytes.size() <= kMostBytes) {
        stream.read(part.data(), part.size());
        bytes.append(part.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (!stream.eof() && bytes.size() <= kMostBytes) {
        context.fail(kBadInput, "file.not-found", {path});
        return std::nullopt;
    }
    return bytes;
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
