// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/entities.h"
#include "services/core/school_file.h"
#include "text/messages.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <nlohmann/json_fwd.hpp>

namespace thidua::cli {

/// Exit codes of the command line's page.
enum Exit : int { kDone = 0, kNegative = 1, kBadCommandLine = 2, kBadInput = 3, kBusy = 4 };

/// What all commands share.
struct Context {
    text::Language language = text::Language::Vietnamese;
    bool json = false;
    SystemClock clock;
    int argc = 0;
    char** argv = nullptr;
    int exitCode = kDone;

    /// Prints the failure's one sentence to standard error and sets the exit code by its kind.
    void fail(const Error& error);
    void fail(int code, const std::string& key, const std::vector<std::string>& args = {});
    /// One sentence to standard error beside a success; the exit code stays.
    void warn(const std::string& key, const std::vector<std::string>& args) const;
    void print(const std::string& line) const;
    void print(const nlohmann::json& document) const;
    std::string say(std::string_view key, const std::vector<std::string>& args = {}) const { return text::message(key, args, language); }
};

/// Opens a school file, or reports why not.
std::unique_ptr<services::SchoolFile> openFile(Context& context, const std::string& path, services::SchoolFile::Mode mode,
                                               services::SchoolFile::Rules rules = services::SchoolFile::Rules::AtOnce);
/// The year named by --year; without it the newest one.
std::optional<services::Stored<domain::SchoolYearRow>> chosenYear(Context& context, services::SchoolFile& file, const std::string& year);
/// The newest year, of what needs one and can do without.
domain::SchoolYearId newestYear(services::SchoolFile& file);
/// A file's bytes, or reports why not.
std::optional<std::string> readText(Context& context, const std::string& path);
/// A JSON file of a case, or reports why not.
std::optional<nlohmann::json> readJson(Context& context, const std::string& path);

void addFileCommands(CLI::App& app, Context& context);
void addRuleCommands(CLI::App& app, Context& context);
void addPaperCommands(CLI::App& app, Context& context);
void addProofreadCommand(CLI::App& app, Context& context);
void addPeopleCommands(CLI::App& app, Context& context);
void addFillCommand(CLI::App& app, Context& context);

}
