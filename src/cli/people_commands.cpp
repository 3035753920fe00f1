// SPDX-License-Identifier: GPL-3.0-or-later
// collate, search, import.
#include "base/path_text.h"
#include "base/vietnamese.h"
#include "cli/command.h"
#include "services/core/file_snapshot.h"
#include "services/core/search.h"
#include "services/intake/import_service.h"
#include "services/intake/joined_sheets.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

namespace thidua::cli {
namespace {

using nlohmann::json;
using services::SchoolFile;

struct PeopleOptions {
    std::string file;
    std::string text;
    std::size_t limit = 50;
};

/// Lines of standard input, tidied; empty ones and a byte order mark are none.
std::vector<std::string> linesOfInput()
{
    std::vector<std::string> lines;
    for (std::string line; std::getline(std::cin, line);) {
        if (lines.empty() && line.starts_with("\xef\xbb\xbf"))
            line.erase(0, 3);
        if (auto name = normalised(line); !name.empty())
            lines.push_back(std::move(name));
    }
    return lines;
}

void runCollate(Context& context)
{
    std::vector<std::pair<std::string, std::string>> names;
    for (auto& line : linesOfInput()) {
        const auto name = PersonName::parse(line);
        names.emplace_back(name ? name->sortKey() : std::string(), std::move(line));
    }
    // Names that the order takes for one stay as they came.
    std::ranges::stable_sort(names, {}, [](const auto& name) -> const std::string& { return name.first; });
    if (context.json) {
        json all = json::array();
        for (const auto& [key, name] : names)
            all.push_back(name);
        return context.print(all);
    }
    for (const auto& [key, name] : names)
        context.print(name);
}

void runSearch(Context& context, const PeopleOptions& options)
{
    const auto file = openFile(context, options.file, SchoolFile::Mode::ReadOnly, SchoolFile::Rules::WhenAsked);
    if (!file)
        return;
    // Posts and teams are told as of the newest year.
    const auto hits = services::search(*file, newestYear(*file), options.text, options.limit);
    if (!hits)
        return context.fail(hits.error());
    if (context.json) {
        json all = json::array();
        for (const auto& hit : *hits)
            all.push_back({{"kind", hit.kind}, {"id", hit.id}, {"text", hit.text}, {"detail", hit.detail}});
        return context.print(all);
    }
    for (const auto& hit : *hits)
        context.print(text::label("search-kind", hit.kind, context.language) + ": " + hit.text + (hit.detail.empty() ? "" : " – " + hit.detail));
    if (hits->empty())
        context.print(context.say("cli.nothing-found", {options.text}));
}

struct ImportOptions {
    std::string file, kind, sheetFile, sheet, year;
    bool dryRun = false, strict = false;
};

std::optional<services::ListKind> kindNamed(const std::string& name)
{
    using enum services::ListKind;
    static const std::map<std::string, services::ListKind> kKinds{{"staff", Staff}, {"pupils", Pupils}, {"registrations", Registrations}, {"evaluations", Evaluations}, {"honours", Honours}};
    const auto found = kKinds.find(name);
    return found == kKinds.end() ? std::nullopt : std::optional(found->second);
}

std::string sentenceOf(const Context& context, const services::ImportIssue& issue)
{
    return context.say(issue.key, issue.args);
}

/// The row as its sheet counts, and the sheet where several were read.
json rowJson(const services::ImportReport& report, std::size_t row)
{
    const auto place = services::rowPlace(report.joined, row);
    json entry{{"row", row == 0 ? json(nullptr) : json(place.row)}};
    if (!place.sheet.empty() && row != 0)
        entry["sheet"] = place.sheet;
    return entry;
}

json issueJson(const Context& context, const services::ImportReport& report, const services::ImportIssue& issue)
{
    auto entry = rowJson(report, issue.row);
    entry.update(json{{"column", issue.column}, {"value", issue.value}, {"message", sentenceOf(context, issue)}});
    return entry;
}

/// One entry for each row that is left out: its first fault, the others under "also".
json rejectedJson(const Context& context, const services::ImportReport& report)
{
    json all = json::array();
    for (const auto& issue : report.rejected) {
        auto entry = issueJson(context, report, issue);
        for (const auto& other : report.further)
            if (other.row == issue.row)
                entry["also"].push_back(issueJson(context, report, other));
        for (const auto& line : report.lines)
            if (line.row == issue.row)
                for (const auto& candidate : line.candidates)
                    entry["candidates"].push_back(candidate.text);
        all.push_back(std::move(entry));
    }
    return all;
}

json planJson(const services::ImportReport& report)
{
    static constexpr std::array kFates{"created", "updated", "unchanged", "rejected", "skipped"};
    json all = json::array();
    for (const auto& line : report.lines) {
        auto entry = rowJson(report, line.row);
        entry.update(json{{"name", line.name}, {"fate", kFates[static_cast<std::size_t>(line.fate)]}});
        for (const auto& change : line.changes)
            entry["changes"].push_back({{"column", change.column}, {"before", change.before}, {"after", change.after}});
        all.push_back(std::move(entry));
    }
    return all;
}

void printReport(const Context& context, const ImportOptions& options, const services::ImportReport& report)
{
    const auto count = [](std::size_t number) { return std::to_string(number); };
    const auto place = [&context, &report](const services::ImportIssue& issue) {
        if (issue.row == 0)
            return std::string();
        return context.say(issue.column.empty() ? "import.at-row" : "import.at-cell", {services::rowWords(report.joined, issue.row), issue.column}) + ": ";
    };
    context.print(context.say(options.dryRun ? "import.would" : report.saved ? "import.done" : "import.none",
                              {count(report.rows), count(report.created), count(report.updated), count(report.unchanged), count(report.rejected.size())}));
    constexpr std::size_t kMost = 100;
    const auto list = [&](const std::vector<services::ImportIssue>& issues, const char* before) {
        for (std::size_t i = 0; i < std::min(issues.size(), kMost); ++i)
            context.print(before + place(issues[i]) + sentenceOf(context, issues[i]));
        if (issues.size() > kMost)
            context.print(context.say("import.more", {count(issues.size() - kMost)}));
    };
    list(report.rejected, "- ");
    list(report.warnings, "  ");
}

void runImport(Context& context, const ImportOptions& options)
{
    if (options.kind == "scores")
        return context.fail(kBadInput, "import.scores");
    const auto kind = kindNamed(options.kind);
    if (!kind)
        return context.fail(kBadCommandLine, "import.no-such-kind", {options.kind});
    services::ImportRequest request{*kind, {}, options.sheetFile, std::nullopt, options.strict};
    if (!options.year.empty()) {
        const auto year = SchoolYear::parse(options.year);
        if (!year)
            return context.fail(kBadCommandLine, year.error().key, year.error().args);
        request.year = *year;
    }
    auto book = sheets::readBookFile(pathFrom(options.sheetFile), options.sheet);
    if (!book)
        return context.fail(book.error());
    request.book = std::move(*book);
    auto file = openFile(context, options.file, options.dryRun ? SchoolFile::Mode::ReadOnly : SchoolFile::Mode::ReadWrite);
    if (!file)
        return;
    if (options.dryRun) {
        // The same work on a copy in memory: what it tells is what would be saved.
        auto copy = services::FileSnapshot::of(*file);
        if (!copy)
            return context.fail(copy.error());
        file = std::move(*copy);
    }
    services::ImportService service(*file);
    if (options.sheet.empty())
        service.join(request);
    const auto done = service.import(request);
    if (!done)
        return context.fail(done.error());
    const auto& report = done->value;
    if (context.json) {
        json warnings = json::array();
        for (const auto& issue : report.warnings)
            warnings.push_back(issueJson(context, report, issue));
        json answer{{"rows", report.rows}, {"created", report.created}, {"updated", report.updated}, {"unchanged", report.unchanged},
                    {"rejected", rejectedJson(context, report)}, {"warnings", std::move(warnings)}, {"kind", options.kind}, {"sheet", report.sheet},
                    {"year", report.year}, {"dry_run", options.dryRun}, {"saved", report.saved && !options.dryRun}};
        if (!report.joined.empty())
            answer["sheets"] = report.joined;
        if (options.dryRun)
            answer["plan"] = planJson(report);
        context.print(answer);
    } else {
        printReport(context, options, report);
    }
    if (!report.rejected.empty())
        context.exitCode = kNegative;
}

}

void addPeopleCommands(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<PeopleOptions>();
    auto* collate = app.add_subcommand("collate", "Xếp tên theo thứ tự tiếng Việt: mỗi dòng một tên, từ đầu vào chuẩn");
    collate->add_flag("--json", context.json, "In kết quả dạng JSON");
    collate->callback([&context] { runCollate(context); });

    auto* search = app.add_subcommand("search", "Tìm người, tập thể, phong trào, văn bản; không phân biệt dấu");
    search->add_option("FILE", options->file, "Tệp của trường")->required();
    search->add_option("TEXT", options->text, "Chữ cần tìm, có dấu hay không đều được")->required();
    search->add_option("--limit", options->limit, "Nhiều nhất bao nhiêu kết quả");
    search->add_flag("--json", context.json, "In kết quả dạng JSON");
    search->callback([&context, options] { runSearch(context, *options); });

    const auto given = std::make_shared<ImportOptions>();
    auto* import = app.add_subcommand("import", "Nhập danh sách từ bảng tính (.xlsx, .ods, .csv)");
    import->add_option("FILE", given->file, "Tệp của trường")->required();
    import->add_option("KIND", given->kind, "Danh sách: staff, pupils, registrations, evaluations, honours")->required();
    import->add_option("SHEET", given->sheetFile, "Bảng tính")->required();
    import->add_option("--year", given->year, "Năm học, ví dụ 2024-2025; chưa có thì được mở");
    import->add_option("--sheet", given->sheet, "Tên trang tính; không nêu thì chương trình tự tìm, mỗi lớp một trang thì đọc mọi trang");
    import->add_flag("--dry-run", given->dryRun, "Chỉ xem sẽ ghi gì, không ghi");
    import->add_flag("--strict", given->strict, "Có một dòng sai thì không ghi dòng nào");
    import->add_flag("--json", context.json, "In kết quả dạng JSON");
    import->callback([&context, given] { runImport(context, *given); });
}

}
