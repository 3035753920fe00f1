// SPDX-License-Identifier: GPL-3.0-or-later
// documents, print, fill.
#include "base/path_text.h"
#include "cli/command.h"
#include "domain/school_year.h"
#include "documents/output_file.h"
#include "documents/writers/docx_writer.h"
#include "documents/writers/html_writer.h"
#include "documents/writers/xlsx_writer.h"
#include "render/page_painter.h"
#include "services/core/process.h"
#include "services/papers/document_service.h"
#include "services/papers/paper_findings.h"
#include "services/people/sheet_headings.h"
#include "services/receiver/receiver_service.h"
#include "sheets/references.h"

#include <QGuiApplication>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace thidua::cli {
namespace {

using nlohmann::json;
using services::ReceiverReport;
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

constexpr std::size_t kMostGapsTold = 20;

struct FillOptions {
    std::string file, form, sheet, year, what, to, map, saveMap, subjects;
    std::vector<std::string> fixed;
    bool dryRun = false;
};

std::string letterOf(std::size_t column)
{
    return sheets::columnLetters(static_cast<std::uint32_t>(column));
}

json columnsJson(const ReceiverReport& report)
{
    json all = json::array();
    for (std::size_t i = 0; i < report.look.columns.size(); ++i) {
        const auto& look = report.look.columns[i];
        all.push_back({{"column", letterOf(i)}, {"heading", look.heading}, {"is", std::string(services::columnName(report.mapping.columns[i]))},
                       {"formula", look.formula}, {"hidden", look.hidden}, {"options", look.options}});
    }
    return all;
}

json wordsJson(const ReceiverReport& report)
{
    json all = json::array();
    for (const auto& words : report.words)
        for (const auto& one : words.words)
            all.push_back({{"column", letterOf(words.column)}, {"value", one.value}, {"label", one.label}, {"word", one.word}, {"lines", one.count}, {"guessed", one.guessed}});
    return all;
}

json linesJson(const ReceiverReport& report)
{
    json all = json::array();
    for (const auto& line : report.lines) {
        json cells = json::object();
        for (const auto& [column, text] : line.cells)
            cells[letterOf(column)] = text;
        all.push_back({{"row", line.row}, {"name", line.name}, {"cells", std::move(cells)}});
    }
    return all;
}

json gapsJson(const ReceiverReport& report)
{
    json all = json::array();
    for (const auto& gap : report.gaps)
        all.push_back({{"row", gap.row}, {"column", letterOf(gap.column)}, {"name", gap.name}, {"why", gap.why}});
    return all;
}

void printFilled(Context& context, const FillOptions& options, const ReceiverReport& report)
{
    if (context.json) {
        context.print(json{{"file", options.dryRun ? json(nullptr) : json(options.to)}, {"sheet", report.look.sheet}, {"what", options.what}, {"year", options.year},
                           {"rows", report.lines.size()}, {"added", report.added}, {"columns", columnsJson(report)}, {"words", wordsJson(report)},
                           {"lines", linesJson(report)}, {"gaps", gapsJson(report)}, {"notes", report.notes},
                           {"problem", report.problem.empty() ? json(nullptr) : json(report.problem)}, {"mapping", services::receiverMappingText(report.mapping)}});
        return;
    }
    for (const auto& note : report.notes)
        context.print(note);
    for (std::size_t i = 0; i < report.gaps.size() && i < kMostGapsTold; ++i) {
        const auto& gap = report.gaps[i];
        context.print(context.say("cli.fill-gap", {std::to_string(gap.row), letterOf(gap.column), gap.name, gap.why}));
    }
    if (report.gaps.size() > kMostGapsTold)
        context.print(context.say("import.more", {std::to_string(report.gaps.size() - kMostGapsTold)}));
    if (!options.dryRun)
        context.print(context.say("cli.filled", {std::to_string(report.lines.size()), report.look.sheet, options.to, std::to_string(report.gaps.size())}));
    else if (!report.problem.empty())
        context.print(report.problem);
}

/// The mapping that a file holds, with what else was said of it; nothing where the form's headings are to say it.
Result<void> readMapping(SchoolFile& file, const FillOptions& options, const std::optional<std::string>& kept, services::ReceiverRequest& request)
{
    if (!kept && options.subjects.empty() && options.fixed.empty())
        return {};
    TD_TRY(const auto look, services::ReceiverService(file).look(request));
    auto mapping = look.guess;
    if (kept) {
        TD_TRY(mapping, services::receiverMappingFrom(*kept, options.map));
        if (mapping.columns.size() != look.columns.size())
            return fail(ErrorCode::InputFormat, "receiver.map-not-fitting", {options.map, std::to_string(mapping.columns.size()), std::to_string(look.columns.size())});
    }
    if (const auto subjects = services::receiverSubjectsNamed(options.subjects))
        mapping.subjects = *subjects;
    for (const auto& one : options.fixed) { // “I=Giáo dục”
        const auto equals = one.find('=');
        const auto place = sheets::placeOf(one.substr(0, equals) + "1");
        if (equals == std::string::npos || place.row == 0 || place.column >= mapping.columns.size())
            return fail(ErrorCode::InputFormat, "receiver.no-such-column", {one});
        mapping.columns[place.column] = services::SheetColumn::Fixed;
        mapping.fixed[place.column] = one.substr(equals + 1);
    }
    request.mapping = std::move(mapping);
    return {};
}

void runFill(Context& context, FillOptions& options)
{
    const auto what = services::receiverListNamed(options.what);
    if (!what)
        return context.fail(kBadCommandLine, "cli.no-such-list", {options.what});
    if (!options.subjects.empty() && !services::receiverSubjectsNamed(options.subjects))
        return context.fail(kBadCommandLine, "cli.no-such-subjects", {options.subjects});
    if (options.to.empty() && !options.dryRun)
        return context.fail(kBadCommandLine, "cli.fill-needs");
    if (!options.to.empty() && !options.to.ends_with(".xlsx"))
        return context.fail(kBadCommandLine, "cli.no-such-format", {options.to, "xlsx"});
    const auto bytes = readText(context, options.form);
    const auto kept = bytes && !options.map.empty() ? readText(context, options.map) : std::nullopt;
    if (!bytes || (!options.map.empty() && !kept))
        return;
    const auto file = openFile(context, options.file, SchoolFile::Mode::ReadOnly);
    if (!file)
        return;
    const auto year = chosenYear(context, *file, options.year);
    if (!year)
        return;
    options.year = year->data.year.text();
    services::ReceiverRequest request{*bytes, pathText(pathFrom(options.form).filename()), options.sheet, *what, year->data.year};
    if (const auto read = readMapping(*file, options, kept, request); !read)
        return context.fail(read.error());
    services::ReceiverService service(*file);
    const auto report = options.dryRun ? service.preview(request) : service.fill(request, pathFrom(options.form), pathFrom(options.to));
    if (!report)
        return context.fail(report.error());
    if (!options.saveMap.empty()) {
        if (const auto saved = documents::replaceFile(pathFrom(options.saveMap), services::receiverMappingText(report->mapping)); !saved)
            return context.fail(saved.error());
        if (!context.json)
            context.print(context.say("cli.map-saved", {options.saveMap}));
    }
    printFilled(context, options, *report);
    if (!report->problem.empty())
        context.exitCode = kNegative;
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

void addFillCommand(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<FillOptions>();
    auto* fill = app.add_subcommand("fill", "Điền mẫu Excel của cấp trên bằng đăng ký, đề nghị hoặc khen thưởng của một năm học; hình thức, công thức của mẫu giữ nguyên");
    fill->add_option("FILE", options->file, "Tệp của trường")->required();
    fill->add_option("FORM", options->form, "Mẫu của cấp trên (.xlsx)")->required();
    fill->add_option("--what", options->what, "Điền gì: registrations, nominations, awards")->required();
    fill->add_option("--year", options->year, "Năm học, ví dụ 2021-2022; không nêu thì năm mới nhất");
    fill->add_option("--sheet", options->sheet, "Trang tính của mẫu; không nêu thì chương trình tự tìm");
    fill->add_option("--subjects", options->subjects, "Đối tượng: all, people, collectives, pupils; không nêu thì theo tiêu đề của mẫu");
    fill->add_option("--fixed", options->fixed, "Chữ ghi ở mọi dòng của một cột, ví dụ --fixed \"I=Giáo dục và Đào tạo\"");
    fill->add_option("--map", options->map, "Cách ghép cột và mã đã ghi bằng --save-map");
    fill->add_option("--save-map", options->saveMap, "Ghi cách ghép ra tệp, để sửa và dùng lại");
    fill->add_option("--to", options->to, "Tệp .xlsx ghi ra, khác tên với mẫu");
    fill->add_flag("--dry-run", options->dryRun, "Chỉ xem sẽ ghi gì, không ghi");
    fill->add_flag("--json", context.json, "In kết quả dạng JSON");
    fill->callback([&context, options] { runFill(context, *options); });
}

}
