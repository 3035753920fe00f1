// SPDX-License-Identifier: GPL-3.0-or-later
// proofread.
#include "cli/command.h"
#include "proofread/dictionary.h"
#include "proofread/proofread.h"
#include "proofread/text_reader.h"

#include <nlohmann/json.hpp>

namespace thidua::cli {
namespace {

using nlohmann::json;

struct ProofreadOptions {
    std::string text;
    std::string on;
};

void printFindings(const Context& context, const std::vector<proofread::Finding>& findings)
{
    if (findings.empty())
        return context.print(context.say("proof.none"));
    for (const auto& finding : findings) {
        context.print(context.say("proof.line", {std::to_string(finding.line), finding.quote, context.say("proof." + finding.key, finding.args)}));
        if (!finding.suggestion.empty())
            context.print(context.say("proof.suggestion", {finding.suggestion}));
    }
}

void runProofread(Context& context, const ProofreadOptions& options)
{
    std::optional<Date> on;
    if (!options.on.empty()) {
        const auto date = Date::fromIso(options.on);
        if (!date)
            return context.fail(kBadCommandLine, "case.bad-date", {"--on", options.on});
        on = *date;
    }
    const auto bytes = readText(context, options.text);
    if (!bytes)
        return;
    const auto lines = proofread::readText(*bytes);
    if (!lines)
        return context.fail(lines.error());
    const auto rules = rules::Catalogue::shipped();
    if (!rules)
        return context.fail(rules.error());
    const auto book = proofread::Book::with(*rules, proofread::Dictionary::find(proofread::dictionaryFolders(context.argv[0])));
    if (!book)
        return context.fail(book.error());
    const auto findings = proofread::proofread(*lines, on, *book);
    if (!context.json)
        return printFindings(context, findings);
    json list = json::array();
    for (const auto& finding : findings)
        list.push_back({{"line", finding.line}, {"quote", finding.quote}, {"kind", finding.kind}, {"message", context.say("proof." + finding.key, finding.args)},
                        {"suggestion", finding.suggestion}});
    context.print(json{{"findings", std::move(list)}});
}

}

void addProofreadCommand(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<ProofreadOptions>();
    auto* command = app.add_subcommand("proofread", "Rà một văn bản: ngày, căn cứ, ký hiệu, số liệu, chính tả");
    command->add_option("TEXT", options->text, "Văn bản .txt hoặc .docx")->required();
    command->add_option("--on", options->on, "Ngày của văn bản, dạng YYYY-MM-DD");
    command->add_flag("--json", context.json, "In kết quả dạng JSON");
    command->callback([&context, options] { runProofread(context, *options); });
}

}
