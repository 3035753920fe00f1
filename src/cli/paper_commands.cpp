// SPDX-License-Identifier: GPL-3.0-or-later
// documents, print.
#include "base/path_text.h"
#include "cli/command.h"
#include "domain/school_year.h"
#include "documents/writers/docx_writer.h"
#include "documents/writers/html_writer.h"
#include "documents/writers/xlsx_writer.h"
#include "render/page_painter.h"
#include "services/core/process.h"
#include "services/papers/document_service.h"
#include "services/papers/paper_findings.h"

#include <QGuiApplication>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace thidua::cli {
namespace {

using nlohmann::json;
using services::SchoolFile;

struct PaperOptions {
    std::string file;
    std::string document;
    std::string year;
    std::string to;
    std::int64_t id = 0;
};

std::string extensionOf(const std::string& path)
{
    const auto dot = path.rfind('.');
    return dot == std::string::npos ? std::string() : path.substr(dot + 1);
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const auto& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

void runDocuments(Context& context, const PaperOptions& options)
{
    const auto file = openFile(context, options.file, SchoolFile::Mode::ReadOnly);
    if (!file)
        return;
    const auto all = services::DocumentService(*file).printables();
    if (!all)
        return context.fail(all.error());
    json answer = json::array();
    for (const auto& printable : *all) {
        if (context.json)
            answer.push_back({{"document", std::string(services::toCode(printable.kind))}, {"id", printable.id ? json(*printable.id) : json(nullptr)},
                              {"year", printable.year ? json(printable.year->text()) : json(nullptr)}, {"title", printable.title},
                              {"state", printable.state}, {"formats", services::formatsOf(printable.kind)}});
        else
            context.print(std::string(services::toCode(printable.kind)) + (printable.id ? " --id " + std::to_string(*printable.id) : "") + "  "
                          + printable.title + (printable.state.empty() ? "" : " (" + printable.state + ")"));
    }
    if (context.json)
        context.print(answer);
}

Result<void> write(Context& context, const documents::Document& document, const std::string& to)
{
    const auto path = pathFrom(to);
    const auto extension = extensionOf(to);
    if (extension == "docx")
        return documents::writeDocx(document, path);
    if (extension == "xlsx") {
        const services::QuietErrors quiet;
        return documents::writeXlsx(document, path);
    }
    if (extension == "html")
        return documents::saveHtml(document, path);
    // Painting text needs Qt's fonts, but no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Remarks of Qt about the session, and of the font library about the machine, are nobody's business.
    const services::QuietErrors quiet;
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    const QGuiApplication application(context.argc, context.argv);
    return render::writePdf(document, path);
}

/// The year to print from: the one named, or the newest that has such a document.
std::optional<domain::SchoolYearId> yearFor(Context& context, SchoolFile& file, const PaperOptions& options, services::PaperKind kind)
{
    std::string year = options.year;
    if (year.empty()) {
        const auto all = services::DocumentService(file).printables();
        if (!all) {
            context.fail(all.error());
            return std::nullopt;
        }
        std::optional<SchoolYear> newest;
        for (const auto& printable : *all)
            if (printable.kind == kind && printable.year && (options.id == 0 || printable.id == options.id))
                newest = newest ? std::max(*newest, *printable.year) : *printable.year;
        if (newest)
            year = newest->text();
    }
    const auto row = chosenYear(context, file, year);
    return row ? std::optional(row->id) : std::nullopt;
}

void runPrint(Context& context, const PaperOptions& options)
{
    const auto kind = services::paperKindFromCode(options.document);
    if (!kind)
        return context.fail(kBadCommandLine, "cli.no-such-document", {options.document});
    const auto formats = services::formatsOf(*kind);
    if (std::find(formats.begin(), formats.end(), extensionOf(options.to)) == formats.end())
        return context.fail(kBadCommandLine, "cli.no-such-format", {options.to, joined(formats)});
    const auto file = openFile(context, options.file, SchoolFile::Mode::ReadOnly);
    if (!file)
        return;
    const auto year = yearFor(context, *file, options, *kind);
    if (!year)
        return;
    const auto document = services::DocumentService(*file).build(*kind, options.id == 0 ? std::nullopt : std::optional(options.id), *year);
    if (!document)
        return context.fail(document.error());
    const auto written = write(context, *document, options.to);
    if (!written)
        return context.fail(written.error());
    if (!document->gaps.empty()) {
        std::vector<std::string> names;
        for (const auto& gap : document->gaps)
            if (std::find(names.begin(), names.end(), gap.label) == names.end())
                names.push_back(gap.label);
        context.warn("cli.printed-gaps", {options.to, joined(names)});
    }
    for (const auto& note : services::paperNotes(*file, *document))
        context.warn("cli.printed-note", {note});
    if (!context.json)
        context.print(context.say("cli.printed", {options.to}));
    else
        context.print(json{{"file", options.to}, {"title", document->title}});
}

}

void addPaperCommands(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<PaperOptions>();
    auto* list = app.add_subcommand("documents", "Liệt kê những gì in được");
    list->add_option("FILE", options->file, "Tệp của trường")->required();
    list->add_flag("--json", context.json, "In kết quả dạng JSON");
    list->callback([&context, options] { runDocuments(context, *options); });

    auto* print = app.add_subcommand("print", "Xuất một văn bản, danh sách ra PDF, Word, Excel hoặc HTML");
    print->add_option("FILE", options->file, "Tệp của trường")->required();
    print->add_option("DOCUMENT", options->document, "Loại: " + joined(services::paperCodes()))->required();
    print->add_option("--id", options->id, "Mã của văn bản (xem lệnh documents)");
    print->add_option("--year", options->year, "Năm học, ví dụ 2021-2022");
    print->add_option("--to", options->to, "Tệp xuất ra; đuôi tệp chọn định dạng")->required();
    print->add_flag("--json", context.json, "In kết quả dạng JSON");
    print->callback([&context, options] { runPrint(context, *options); });
}

}
