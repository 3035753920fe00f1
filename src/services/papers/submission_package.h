// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// A nominee's own papers: the report of achievements where one was written, then the attachments in the order in which the rules name the
/// parts of a dossier. `folder` begins with the nominee's place in the list.
struct NomineePapers {
    std::string folder;                  ///< “Hồ sơ/01 Nguyễn Thị Hoa - Chiến sĩ thi đua cơ sở”
    std::optional<documents::Document> report;
    struct File {
        std::string name;                ///< within the folder: “02 Chứng nhận sáng kiến - quyet-dinh.pdf”
        domain::AttachmentId id;
    };
    std::vector<File> files;
};

/// What goes up with a submission, as papers of this file in the order in which they are laid together: the submission, the minutes of its
/// meeting, of the count, the list of who was proposed, the decisions on which they rest. A paper that is not there yet is left out.
struct SubmissionPackage {
    std::vector<documents::Document> papers;
    std::vector<NomineePapers> nominees; ///< in the order of the list; without those who have neither
    std::vector<std::string> enclosures; ///< lines of Hồ sơ kèm theo: some of them nobody but the school has
};

/// Wrong state for a draft: what has no number is not sent.
Result<SubmissionPackage> submissionPackage(SchoolFile& file, domain::SubmissionId id);

/// “01 Tờ trình 17-TTr-THMĐ.pdf”: names that sort as the papers are laid together, and that every system takes.
std::string packageName(std::size_t place, const documents::Document& paper, std::string_view ending);
/// What stands in the package and what is to be added by hand, as a text that Notepad shows.
std::string packageContents(const SubmissionPackage& package, const std::vector<std::string>& names);

}
