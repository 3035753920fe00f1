// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "services/core/process.h"

#include <algorithm>
#include <iostream>
#include <spdlog/spdlog.h>

namespace {

/// CLI11's own sentences are English; people get one of ours and CLI11's detail behind it.
int badCommandLine(const thidua::cli::Context& context, const CLI::ParseError& error)
{
    std::cerr << context.say("cli.bad-command-line", {error.what()}) << '\n';
    return thidua::cli::kBadCommandLine;
}

/// What was printed must have arrived; else the answer is none.
int finished(const thidua::cli::Context& context, int code)
{
    std::cout.flush();
    if (std::cout)
        return code;
    std::cerr << context.say("cli.output-lost") << '\n';
    return thidua::cli::kBadInput;
}

}

int main(int argc, char** argv)
{
    using namespace thidua;
    services::prepareStreams();
    spdlog::set_level(spdlog::level::off); // Standard error belongs to the one sentence.
    cli::Context context;
    context.argc = argc;
    context.argv = argv;
    CLI::App app("Thi Đua – quản lý thi đua, khen thưởng của trường học", "thidua-cli");
    std::string language = "vi";
    app.add_option("--lang", language, "Ngôn ngữ: vi hoặc en")->check(CLI::IsMember({"vi", "en"}));
    app.require_subcommand(1);
    app.fallthrough();
    app.parse_complete_callback([&] { context.language = language == "en" ? text::Language::English : text::Language::Vietnamese; });
    cli::addFileCommands(app, context);
    cli::addRuleCommands(app, context);
    cli::addPaperCommands(app, context);
    cli::addProofreadCommand(app, context);
    cli::addPeopleCommands(app, context);
    cli::addFillCommand(app, context);
    try {
        auto words = services::arguments(argc, argv);
        if (!words.empty())
            words.erase(words.begin());
        std::reverse(words.begin(), words.end()); // as CLI11 wants them
        app.parse(std::move(words));
    } catch (const CLI::CallForHelp& help) {
        return finished(context, app.exit(help));
    } catch (const CLI::ParseError& error) {
        return badCommandLine(context, error);
    } catch (const std::exception& error) {
        // A bug of ours: said in one sentence, never as a trace.
        std::cerr << context.say("error.internal") << '\n';
        spdlog::error("{}", error.what());
        return cli::kBadInput;
    }
    return finished(context, context.exitCode);
}
