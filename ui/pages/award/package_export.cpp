// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/package_export.h"

#include "documents/output_file.h"
#include "documents/writers/docx_writer.h"
#include "documents/writers/package.h"
#include "render/page_painter.h"
#include "services/attachments/attachment_service.h"
#include "services/papers/submission_package.h"
#include "ui/pages/school_job.h"
#include "ui/text/path_words.h"

#include <QCoreApplication>
#include <QFile>

namespace thidua::ui {
namespace {

struct PackageWords {
    Q_DECLARE_TR_FUNCTIONS(PackageExport)
};

/// A paper as the bytes of a file; what is written on the way lies beside the target and goes again.
Result<std::string> bytesOf(const documents::Document& paper, const std::string& ending, const std::filesystem::path& target, Progress& progress)
{
    auto beside = target;
    beside += ".part." + ending;
    TD_CHECK(ending == "pdf" ? render::writePdf(paper, beside, &progress) : documents::writeDocx(paper, beside, &progress));
    QFile file(fromPath(beside));
    const bool read = file.open(QIODevice::ReadOnly);
    std::string bytes = read ? file.readAll().toStdString() : std::string();
    file.close();
    std::error_code gone;
    std::filesystem::remove(beside, gone);
    if (!read)
        return documents::notWhole(target, "zip");
    return bytes;
}

/// A nominee's report and attachments, in a folder of its own.
Result<void> addNominee(services::SchoolFile& file, const services::NomineePapers& papers, const std::filesystem::path& target, Progress& progress,
                        std::vector<documents::PackageFile>& files, std::vector<std::string>& names)
{
    if (papers.report)
        for (const std::string ending : {"pdf", "docx"}) {
            names.push_back(papers.folder + "/" + services::packageName(1, *papers.report, ending));
            TD_TRY(auto bytes, bytesOf(*papers.report, ending, target, progress));
            files.emplace_back(names.back(), std::move(bytes));
        }
    for (const auto& one : papers.files) {
        names.push_back(papers.folder + "/" + one.name);
        TD_TRY(auto bytes, services::AttachmentService(file).content(one.id));
        files.emplace_back(names.back(), std::move(bytes));
    }
    return {};
}

Result<int> writePackageTo(services::SchoolFile& file, domain::SubmissionId id, const std::filesystem::path& target, Progress& progress)
{
    TD_TRY(const auto package, services::submissionPackage(file, id));
    progress.begin(static_cast<int>(package.papers.size() + package.nominees.size()) + 1);
    std::vector<documents::PackageFile> files;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < package.papers.size(); ++i) {
        for (const std::string ending : {"pdf", "docx"}) {
            names.push_back(services::packageName(i + 1, package.papers[i], ending));
            TD_TRY(auto bytes, bytesOf(package.papers[i], ending, target, progress));
            files.emplace_back(names.back(), std::move(bytes));
        }
        if (!progress.step())
            return documents::stoppedWriting(target);
    }
    for (const auto& nominee : package.nominees) {
        TD_CHECK(addNominee(file, nominee, target, progress, files, names));
        if (!progress.step())
            return documents::stoppedWriting(target);
    }
    files.emplace_back(fromQ(PackageWords::tr("00 Mục lục hồ sơ.txt")), services::packageContents(package, names));
    TD_CHECK(documents::writePackage(target, files, &progress));
    return static_cast<int>(package.papers.size());
}

}

void exportPackage(QObject* owner, Shell& shell, services::SchoolFile& file, domain::SubmissionId id, const QString& name)
{
    const auto path = shell.prompter.saveFile(PackageWords::tr("Xuất gói hồ sơ"), QString(name).replace(QLatin1Char('/'), QLatin1Char('-')) + QStringLiteral(".zip"),
                                              {{PackageWords::tr("Gói nén ZIP"), {QStringLiteral("zip")}}}, QStringLiteral("export"));
    if (!path)
        return;
    const auto target = toPath(*path);
    startSchoolJob(owner, shell, file, PackageWords::tr("Đang lập gói hồ sơ"),
                   [id, target](services::SchoolFile& copy, Progress& progress) { return writePackageTo(copy, id, target, progress); },
                   [&shell, target](int papers) {
                       shell.status.say(PackageWords::tr("Đã ghi %1 văn bản (PDF và Word) với mục lục vào %2").arg(papers).arg(shownPath(target)), Tone::Ok);
                   })->lasting();
}

}
