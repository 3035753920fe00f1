// SPDX-License-Identifier: GPL-3.0-or-later
// evaluate, rules, quota, vote, bonus, rules-check.
#include "cli/command.h"
#include "domain/school_year.h"
#include "rules/bonus.h"
#include "rules/catalogue.h"
#include "rules/evaluator.h"
#include "rules/outside_case.h"
#include "rules/overview.h"
#include "rules/pack_file.h"
#include "rules/quota.h"
#include "rules/vote.h"
#include "services/review/nomination_service.h"

#include <nlohmann/json.hpp>

namespace thidua::cli {
namespace {

using nlohmann::json;

struct RuleOptions {
    std::string file;
    std::string caseFile;
    std::string year;
    std::string honour;
    std::string on;
};

std::optional<rules::Catalogue> shipped(Context& context)
{
    auto catalogue = rules::Catalogue::shipped();
    if (!catalogue) {
        context.fail(catalogue.error());
        return std::nullopt;
    }
    return std::move(*catalogue);
}

const std::string& inLanguage(const Context& context, const rules::Text& text)
{
    return context.language == text::Language::Vietnamese ? text.vi : text.en;
}

void printVerdict(const Context& context, const rules::Verdict& verdict, const std::string& subject)
{
    context.print((subject.empty() ? std::string() : subject + " – ") + verdict.honour + ": "
                  + text::label("verdict", rules::toCode(verdict.verdict), context.language) + " (" + verdict.ruleSet.id + ")");
    for (const auto& finding : verdict.findings) {
        context.print("  [" + text::label("outcome-word", rules::toCode(finding.outcome), context.language) + "] " + inLanguage(context, finding.label) + ": "
                      + inLanguage(context, finding.explanation) + " (" + finding.citation.brief + ")");
        if (finding.outcome == rules::Outcome::Fail || finding.outcome == rules::Outcome::Unknown)
            context.print("      → " + inLanguage(context, finding.remedy));
    }
}

void evaluateCase(Context& context, const RuleOptions& options)
{
    const auto catalogue = shipped(context);
    const auto input = readJson(context, options.caseFile);
    if (!catalogue || !input)
        return;
    const auto theCase = rules::outsideCaseFromJson(*input);
    if (!theCase)
        return context.fail(theCase.error());
    const auto verdict = rules::evaluate(*catalogue, *theCase);
    if (context.json)
        context.print(rules::toJson(verdict));
    else
        printVerdict(context, verdict, {});
}

void evaluateFile(Context& context, const RuleOptions& options)
{
    const auto file = openFile(context, options.file, services::SchoolFile::Mode::ReadOnly);
    if (!file)
        return;
    // An honour that is not on the list has no nominations, but whoever misspelt it must not read that there are none.
    if (!options.honour.empty() && !options.honour.starts_with("local:") && !rules::honourInfo(file->rules(), options.honour))
        return context.fail(kBadCommandLine, "case.unknown-honour", {"--honour", options.honour});
    const auto year = chosenYear(context, *file, options.year);
    if (!year)
        return;
    const auto all = services::NominationService(*file).evaluateAll(year->id, options.honour.empty() ? std::nullopt : std::optional(options.honour));
    if (!all)
        return context.fail(all.error());
    json answer = json::array();
    for (const auto& row : *all) {
        const auto& subject = row.nomination.subject;
        json entry = rules::toJson(row.verdict);
        entry["subject"] = {{"kind", subject.person ? "staff" : "collective"},
                            {"id", subject.person ? subject.person->value() : subject.collective->value()},
                            {"name", row.nomination.name},
                            {"post", row.nomination.post}};
        entry["state"] = std::string(domain::toCode(row.nomination.state));
        if (context.json)
            answer.push_back(std::move(entry));
        else
            printVerdict(context, row.verdict, row.nomination.name);
    }
    if (context.json)
        context.print(answer);
    else if (all->empty())
        context.print(context.say("cli.no-nominations", {year->data.year.screen()}));
}

void runEvaluate(Context& context, const RuleOptions& options)
{
    if (options.file.empty() == options.caseFile.empty())
        return context.fail(kBadCommandLine, "cli.evaluate-what");
    if (options.caseFile.empty())
        evaluateFile(context, options);
    else
        evaluateCase(context, options);
}

void runRules(Context& context, const RuleOptions& options)
{
    const auto catalogue = shipped(context);
    const auto on = Date::fromIso(options.on);
    if (!on)
        return context.fail(kBadCommandLine, on.error().key, on.error().args);
    if (!catalogue)
        return;
    const auto answer = rules::rulesOn(*catalogue, *on);
    if (!answer)
        return context.fail(answer.error());
    if (context.json)
        return context.print(*answer);
    for (const auto& honour : answer->at("honours")) {
        context.print(honour.at("name").at(context.language == text::Language::Vietnamese ? "vi" : "en").get<std::string>() + " ("
                      + honour.at("code").get<std::string>() + ")");
        for (const auto& condition : honour.at("conditions"))
            context.print("  - " + condition.at("label").at(context.language == text::Language::Vietnamese ? "vi" : "en").get<std::string>() + " ("
                          + condition.at("citation").get<std::string>() + ")");
    }
}

template <class Read, class Answer>
void runCase(Context& context, const RuleOptions& options, Read read, Answer answer)
{
    const auto catalogue = shipped(context);
    const auto input = readJson(context, options.caseFile);
    if (!catalogue || !input)
        return;
    const auto theCase = read(*input);
    if (!theCase)
        return context.fail(theCase.error());
    // Their answers are figures; people read them well enough as they are.
    context.print(rules::toJson(answer(*catalogue, *theCase)));
}

void runBonus(Context& context, const RuleOptions& options)
{
    const auto catalogue = shipped(context);
    const auto input = readJson(context, options.caseFile);
    if (!catalogue || !input)
        return;
    const auto theCase = rules::bonusCaseFromJson(*input);
    if (!theCase)
        return context.fail(theCase.error());
    const auto answer = rules::bonus(*catalogue, *theCase);
    if (!answer)
        return context.fail(answer.error());
    if (context.json)
        context.print(rules::toJson(*answer));
    else
        context.print(inLanguage(context, answer->note) + " (" + answer->citation.brief + ")");
}

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

void runRulesCheck(Context& context, const std::string& path)
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

void addRuleCommands(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<RuleOptions>();
    auto* evaluate = app.add_subcommand("evaluate", "Xét điều kiện của một trường hợp, hoặc mọi đề nghị của một năm học trong tệp");
    evaluate->add_option("FILE", options->file, "Tệp của trường");
    evaluate->add_option("--case", options->caseFile, "Trường hợp dạng JSON");
    evaluate->add_option("--year", options->year, "Năm học, ví dụ 2021-2022");
    evaluate->add_option("--honour", options->honour, "Chỉ một danh hiệu, theo mã");
    evaluate->add_flag("--json", context.json, "In kết quả dạng JSON");
    evaluate->callback([&context, options] { runEvaluate(context, *options); });

    auto* rulesCommand = app.add_subcommand("rules", "Danh hiệu và điều kiện có hiệu lực vào một ngày");
    rulesCommand->add_option("--on", options->on, "Ngày, ví dụ 2022-05-25")->required();
    rulesCommand->add_flag("--json", context.json, "In kết quả dạng JSON");
    rulesCommand->callback([&context, options] { runRules(context, *options); });

    auto* quota = app.add_subcommand("quota", "Hạn mức cho một số người được đề nghị");
    quota->add_option("--case", options->caseFile, "Trường hợp dạng JSON")->required();
    quota->add_flag("--json", context.json, "In kết quả dạng JSON");
    quota->callback([&context, options] {
        runCase(context, *options, rules::quotaCaseFromJson, [](const auto& catalogue, const auto& asked) { return rules::quota(catalogue, asked); });
    });

    auto* vote = app.add_subcommand("vote", "Kết quả bỏ phiếu của Hội đồng");
    vote->add_option("--case", options->caseFile, "Trường hợp dạng JSON")->required();
    vote->add_flag("--json", context.json, "In kết quả dạng JSON");
    vote->callback([&context, options] {
        runCase(context, *options, rules::voteCaseFromJson, [](const auto& catalogue, const auto& asked) { return rules::vote(catalogue, asked); });
    });

    auto* bonus = app.add_subcommand("bonus", "Tiền thưởng của một danh hiệu, hình thức khen thưởng theo ngày quyết định");
    bonus->add_option("--case", options->caseFile, "Trường hợp dạng JSON")->required();
    bonus->add_flag("--json", context.json, "In kết quả dạng JSON");
    bonus->callback([&context, options] { runBonus(context, *options); });

    const auto path = std::make_shared<std::string>();
    auto* check = app.add_subcommand("rules-check", "Kiểm tra một bộ quy định, chỉ rõ chỗ sai");
    check->add_option("FILE", *path, "Bộ quy định dạng JSON")->required();
    check->add_flag("--json", context.json, "In kết quả dạng JSON");
    check->callback([&context, path] { runRulesCheck(context, *path); });
}

}
