// SPDX-License-Identifier: GPL-3.0-or-later
// new, info, check, backup, verify, restore, export, import-json.
#include "cli/command.h"
#include "base/local_time.h"
#include "base/path_text.h"
#include "services/core/backup_service.h"
#include "services/core/file_check.h"
#include "services/core/open_export.h"
#include "services/core/sample_service.h"
#include "services/core/school_service.h"
#include "services/core/school_summary.h"

#include <nlohmann/json.hpp>

namespace thidua::cli {
namespace {

using nlohmann::json;
using services::SchoolFile;

struct FileOptions {
    std::string file;
    std::string sample;
    std::string to;
    bool replace = false;
};

/// An empty file still has a school, so that every page has something to stand on; its name asks to be changed.
services::FoundSchool emptySchool()
{
    services::FoundSchool command;
    command.school.name = "Trường chưa đặt tên";
    command.school.documentSymbol = "TRUONG";
    command.school.placeName = "…";
    return command;
}

void runNew(Context& context, const FileOptions& options)
{
    auto made = options.sample.empty() ? SchoolFile::create(pathFrom(options.file), emptySchool(), context.clock, {"thidua-cli"})
                                       : services::createSample(pathFrom(options.file), options.sample, context.clock);
    if (!made)
        return context.fail(made.error());
    if (context.json)
        context.print(json{{"file", options.file}, {"sample", options.sample.empty() ? json(nullptr) : json(options.sample)}});
    else
        context.print(context.say("cli.created", {options.file}));
}

json schoolJson(const services::FileSummary& summary)
{
    if (!summary.school)
        return nullptr;
    return {{"name", summary.school->name}, {"level", std::string(domain::toCode(summary.school->level))},
            {"document_symbol", summary.school->documentSymbol}, {"superior_agency", summary.school->superiorAgency},
            {"conferring_agency", summary.school->conferringAgency}, {"place_name", summary.school->placeName}};
}

void runInfo(Context& context, const FileOptions& options)
{
    const auto file = openFile(context, options.file, SchoolFile::Mode::ReadOnly, SchoolFile::Rules::WhenAsked);
    if (!file)
        return;
    const auto summary = file->summary();
    if (!summary)
        return context.fail(summary.error());
    json years = json::array();
    for (const auto& year : summary->years)
        years.push_back({{"year", year.data.year.text()}, {"state", std::string(domain::toCode(year.data.state))},
                         {"first_day", year.data.firstDay.iso()}, {"last_day", year.data.lastDay.iso()},
                         {"registration_deadline", year.data.registrationDeadline ? json(year.data.registrationDeadline->iso()) : json(nullptr)}});
    json counts = json::object();
    for (const auto& [kind, count] : summary->counts)
        counts[kind] = count;
    if (context.json)
        return context.print(json{{"file", options.file}, {"uid", summary->uid}, {"schema_version", summary->schemaVersion},
                                  {"school", schoolJson(*summary)}, {"years", years}, {"counts", counts}});
    context.print(summary->school ? summary->school->name : context.say("school.none"));
    for (const auto& year : summary->years)
        context.print("  " + context.say("cli.year", {year.data.year.screen(), text::label("year-state", domain::toCode(year.data.state), context.language)}));
    for (const auto& [kind, count] : summary->counts)
        context.print("  " + context.say("count." + kind) + ": " + std::to_string(count));
}

void printLines(const Context& context, const std::vector<std::string>& lines)
{
    for (const auto& line : lines)
        context.print(line);
}

void runCheck(Context& context, const FileOptions& options)
{
    // The rules are read by the check itself: trouble with them is one finding among the others.
    const auto file = openFile(context, options.file, SchoolFile::Mode::ReadOnly, SchoolFile::Rules::WhenAsked);
    if (!file)
        return;
    const auto report = services::checkSchoolFile(*file);
    if (!report)
        return context.fail(report.error());
    const bool ok = report->problems.empty();
    if (context.json) {
        context.print(json{{"ok", ok}, {"problems", report->problems}, {"notes", report->notes}, {"sealed", report->sealed},
                           {"record", {{"operations", report->operations}, {"head", report->head}, {"at", report->at}}},
                           {"anchors", report->anchors}, {"proven_up_to", report->provenUpTo}});
    } else {
        if (ok)
            context.print(context.say("cli.check-ok"));
        printLines(context, report->problems);
        printLines(context, report->notes);
    }
    if (!ok)
        context.exitCode = kNegative;
}

void runBackup(Context& context, const FileOptions& options)
{
    const auto file = openFile(context, options.file, SchoolFile::Mode::ReadOnly, SchoolFile::Rules::WhenAsked);
    if (!file)
        return;
    const auto target = pathFrom(options.to);
    std::error_code ignored;
    const auto result = std::filesystem::is_directory(target, ignored) ? services::BackupService::backupInto(*file, target)
                                                                       : services::BackupService::backupTo(*file, target);
    if (!result)
        return context.fail(result.error());
    const bool sound = result->problems.empty();
    // The copy is made; what went wrong beside it is told beside it.
    if (result->notRegistered)
        context.warn("backup.not-registered", {pathText(result->path), text::sentence(*result->notRegistered, context.language)});
    if (const auto doubt = services::BackupService::clockDoubt(*file))
        context.warn("clock.doubt", {momentForPeople(doubt->now), momentForPeople(doubt->lastChangeAt)});
    if (context.json)
        context.print(json{{"backup", pathText(result->path)}, {"bytes", result->bytes}, {"verified", sound}, {"registered", sound && !result->notRegistered},
                           {"last_change_at", result->lastChangeAt}, {"problems", result->problems}});
    else
        context.print(context.say(sound ? "cli.backed-up" : "cli.backed-up-unsound", {pathText(result->path)}));
    if (!sound) {
        if (!context.json)
            printLines(context, result->problems);
        context.exitCode = kNegative;
    }
}

void runVerify(Context& context, const FileOptions& options)
{
    const auto result = services::BackupService::verify(pathFrom(options.file));
    if (!result) {
        const auto& error = result.error();
        // Of the machine, not of the backup: nothing was found out about it.
        const bool unusable = error.code == ErrorCode::NotFound || error.code == ErrorCode::FileBusy || error.code == ErrorCode::Io || error.code == ErrorCode::DiskFull
                           || error.code == ErrorCode::ReadOnly || error.code == ErrorCode::FileTooNew || error.key == "file.not-regular" || error.key == "file.is-folder" || error.key == "file.bad-name";
        if (context.json && !unusable)
            context.print(json{{"ok", false}, {"problem", text::sentence(result.error(), context.language)}});
        context.fail(result.error());
        if (!unusable)
            context.exitCode = kNegative;
        return;
    }
    const bool ok = result->problems.empty();
    if (context.json) {
        context.print(json{{"ok", ok}, {"school", result->schoolName}, {"bytes", result->bytes}, {"last_change_at", result->lastChangeAt},
                           {"sealed", result->sealed}, {"problems", result->problems}, {"notes", result->notes}});
    } else {
        if (ok)
            context.print(context.say("cli.verified", {options.file, result->schoolName}));
        printLines(context, result->problems);
        printLines(context, result->notes);
    }
    if (!ok)
        context.exitCode = kNegative;
}

void runRestore(Context& context, const FileOptions& options)
{
    // Said before it is done; who restores by a command has decided.
    const auto erased = options.replace ? services::BackupService::erasedSince(pathFrom(options.file), pathFrom(options.to), context.clock) : std::vector<std::string>{};
    if (!erased.empty() && !context.json)
        context.print(context.say("cli.restore-brings-back", {erased.front().substr(0, 10)}));
    const auto kept = services::BackupService::restore(pathFrom(options.file), pathFrom(options.to), options.replace, context.clock);
    if (!kept) {
        if (kept.error().key == "file.exists")
            return context.fail(kBadInput, "cli.restore-exists", {options.to});
        return context.fail(kept.error());
    }
    if (context.json)
        context.print(json{{"restored", options.to}, {"kept", kept->empty() ? json(nullptr) : json(pathText(*kept))}, {"erased_since", erased}});
    else if (kept->empty())
        context.print(context.say("cli.restored", {options.to}));
    else
        context.print(context.say("cli.restored-kept", {options.to, pathText(*kept)}));
}

void runExport(Context& context, const FileOptions& options)
{
    const auto file = openFile(context, options.file, SchoolFile::Mode::ReadOnly, SchoolFile::Rules::WhenAsked);
    if (!file)
        return;
    if (const auto done = services::exportOpen(*file, pathFrom(options.to)); !done)
        return context.fail(done.error());
    if (context.json)
        context.print(json{{"exported", options.to}});
    else
        context.print(context.say("cli.exported", {options.to}));
}

void runImportJson(Context& context, const FileOptions& options)
{
    if (const auto done = services::importOpen(pathFrom(options.file), pathFrom(options.to), context.clock); !done)
        return context.fail(done.error());
    if (context.json)
        context.print(json{{"file", options.to}, {"from", options.file}});
    else
        context.print(context.say("cli.imported-json", {options.to, options.file}));
}

}

void addFileCommands(CLI::App& app, Context& context)
{
    const auto add = [&](const char* name, const char* about, void (*run)(Context&, const FileOptions&)) {
        auto* command = app.add_subcommand(name, about);
        const auto options = std::make_shared<FileOptions>();
        command->add_option("FILE", options->file, "Tệp của trường")->required();
        command->add_flag("--json", context.json, "In kết quả dạng JSON");
        command->callback([&context, options, run] { run(context, *options); });
        return std::pair{command, options};
    };
    auto [make, makeOptions] = add("new", "Lập tệp mới, trống hoặc từ trường mẫu", &runNew);
    make->add_option("--sample", makeOptions->sample, "Trường mẫu: mang-den, mang-den-2024 (ba năm học), hong-duong, hoặc large:1000x10 (số học sinh, số năm) để đo");
    add("info", "Thông tin chung của tệp", &runInfo);
    add("check", "Kiểm tra toàn vẹn của tệp", &runCheck);
    auto [backup, backupOptions] = add("backup", "Sao lưu có kiểm tra", &runBackup);
    backup->add_option("--to", backupOptions->to, "Tệp hoặc thư mục nhận bản sao")->required();
    add("verify", "Kiểm tra một bản sao lưu", &runVerify);
    auto [restore, restoreOptions] = add("restore", "Phục hồi từ bản sao lưu", &runRestore);
    auto [all, allOptions] = add("export", "Xuất toàn bộ dữ liệu ra một tệp JSON mở", &runExport);
    all->add_option("--to", allOptions->to, "Tệp JSON")->required();
    auto [from, fromOptions] = add("import-json", "Lập tệp của trường từ một tệp JSON do lệnh export ghi", &runImportJson);
    from->add_option("--to", fromOptions->to, "Tệp của trường sẽ lập")->required();
    restore->add_option("--to", restoreOptions->to, "Tệp nhận dữ liệu phục hồi")->required();
    restore->add_flag("--replace", restoreOptions->replace, "Thay tệp đang có; tệp cũ được giữ lại bên cạnh");
}

}
