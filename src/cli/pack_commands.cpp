// SPDX-License-Identifier: GPL-3.0-or-later
// rules-check.
#include "cli/command.h"
#include "rules/pack_file.h"

#include <nlohmann/json.hpp>

namespace thidua::cli {
namespace {

using nlohmann::json;

std::string placeOf(const rules::PackProblem& problem)
{
    return problem.args.empty() ? std::string() : problem.args.front();
}

json problemJson(const rules::PackProblem& problem)
{
    return {{"place", placeOf(problem)},
            {"kind", problem.key},
            {"message", {{"vi", text::message(problem.key, problem.args, text::Language::Vietnamese)},
                         {"en", text::message(problem.key, problem.args, text::Language::English)}}}};
}

void printReport(const Context& context, const rules::PackReport& report)
{
    for (const auto& problem : report.problems)
        context.print("- " + context.say(problem.key, problem.args));
    if (report.problems.empty())
        context.print(context.say("cli.pack-ok", {std::to_string(report.rules), report.hash}));
    else
        context.print(context.say("cli.pack-problems", {std::to_string(report.problems.size())}));
}

void runCheck(Context& context, const std::string& path)
{
    const auto shipped = rules::Catalogue::shipped();
    if (!shipped)
        return context.fail(shipped.error());
    const auto bytes = readText(context, path);
    if (!bytes)
        return;
    const auto report = rules::inspectPack(*shipped, *bytes);
    if (!report)
        return context.fail(report.error());
    if (context.json) {
        json answer = {{"ok", report->problems.empty()}, {"problems", json::array()}, {"rules", report->rules},
                       {"hash", report->hash.empty() ? json(nullptr) : json(report->hash)}};
        for (const auto& problem : report->problems)
            answer["problems"].push_back(problemJson(problem));
        context.print(answer);
    } else
        printReport(context, *report);
    if (!report->problems.empty())
        context.exitCode = kNegative;
}

}

void addPackCommands(CLI::App& app, Context& context)
{
    const auto path = std::make_shared<std::string>();
    auto* check = app.add_subcommand("rules-check", "Kiểm tra một bộ quy định, chỉ rõ chỗ sai");
    check->add_option("FILE", *path, "Bộ quy định dạng JSON")->required();
    check->add_flag("--json", context.json, "In kết quả dạng JSON");
    check->callback([&context, path] { runCheck(context, *path); });
}

}
