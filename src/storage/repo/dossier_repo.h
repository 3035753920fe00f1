// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/attachment.h"
#include "domain/dossier.h"
#include "storage/reader.h"
#include "storage/tx.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What belongs to nominations and proves things: attachments, parts on paper, opinions, summaries of achievements.
namespace thidua::storage::repo {

using namespace domain;

/// In the order in which they were added.
std::vector<Stored<Attachment>> attachments(Reader& reader, const AttachmentOwner& owner);
/// Of the year's nominations and initiatives.
std::vector<Stored<Attachment>> dossierAttachments(Reader& reader, SchoolYearId year);
/// The row of these bytes; made when there is none.
AttachmentContentId keepContent(Tx& tx, const std::string& hash, std::string_view bytes);
std::optional<std::string> contentOf(Reader& reader, AttachmentContentId id);
/// How many attachments there are, and the bytes of all contents.
std::pair<int, std::int64_t> attachmentWeight(Reader& reader);
/// Ids of contents that do not fit their hash, read one after the other.
std::vector<AttachmentContentId> contentsOfOtherHash(Reader& reader);

/// Whose nomination it is, as its name stands there.
std::optional<std::string> nomineeName(Reader& reader, NominationId id);
std::vector<Stored<DossierReceipt>> receipts(Reader& reader, NominationId nomination);
std::vector<Stored<DossierReceipt>> receiptsOfYear(Reader& reader, SchoolYearId year);
std::vector<Stored<Opinion>> opinions(Reader& reader, NominationId nomination);
std::vector<Stored<Opinion>> opinionsOfYear(Reader& reader, SchoolYearId year);
std::optional<Stored<AchievementReport>> reportOf(Reader& reader, NominationId nomination);
std::vector<Stored<AchievementReport>> reportsOfYear(Reader& reader, SchoolYearId year);

}
