// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/attachment.h"
#include "services/core/school_file.h"

#include <filesystem>

namespace thidua::storage {
class Reader;
class Tx;
}

namespace thidua::services {

struct AttachmentRow {
    domain::AttachmentId id;
    domain::RowVersion version = 0;
    domain::Attachment attachment{};
    std::string sizeText{};              ///< “1,4 MB”
};

/// All attachments of the file together.
struct AttachmentWeight {
    int count = 0;
    std::int64_t bytes = 0;              ///< what they add to the file and to each of its backups
    bool heavy = false;
    std::string sentence{};              ///< when heavy: what that means and what helps
};

/// Tệp đính kèm of a nomination, an initiative, an activity or a legal text (decision 106). They are closed with their owner: what belongs to
/// a closed year, to a nomination that was submitted or conferred, or is not among what was sent back for correction, stays as it is.
class AttachmentService {
public:
    explicit AttachmentService(SchoolFile& file) : m_file(file) {}

    /// In the order in which they were added.
    Result<std::vector<AttachmentRow>> of(const domain::AttachmentOwner& owner);
    /// Why nothing may be added to or taken from this owner now; empty when it may.
    Result<std::string> whyClosed(const domain::AttachmentOwner& owner);
    /// All or none. Refused in one sentence that names the file: one that is not there or no file at all, an empty one, one above the limit
    /// (told from its size, never read), one that is not what its name says, a name that Windows does not take, one that is there already.
    Written<int> add(const domain::AttachmentOwner& owner, const std::string& part, const std::vector<std::filesystem::path>& files);
    /// Which part of the dossier it is; empty: none of them.
    Written<Done> assign(domain::AttachmentId id, const std::string& part, domain::RowVersion version);
    Written<Done> remove(domain::AttachmentId id);
    /// Its bytes; FileCorrupt when they do not fit its hash.
    Result<std::string> content(domain::AttachmentId id);
    /// Replaces `target` by it in one step.
    Result<void> saveTo(domain::AttachmentId id, const std::filesystem::path& target);
    Result<AttachmentWeight> weight();

private:
    SchoolFile& m_file;
};

/// With their owner, in its own operation: what is removed leaves no attachment behind.
void removeAttachments(storage::Tx& tx, const domain::AttachmentOwner& owner);
std::vector<AttachmentRow> attachmentRows(storage::Reader& reader, const domain::AttachmentOwner& owner);

}
