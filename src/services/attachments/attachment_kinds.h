// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::services {

/// A kind of file that may be attached (resources/attachments/kinds.txt).
struct AttachmentKind {
    std::string ending;                  ///< without its dot
    std::string mediaType;
    std::vector<std::string> starts;     ///< first bytes, one of them
    std::vector<std::string> holds;      ///< bytes that must stand somewhere in it, one of them; none: nothing is asked
};

struct AttachmentLimits {
    std::int64_t each = 0;               ///< bytes of one file
    std::int64_t heavy = 0;              ///< bytes of all, from which backups are heavy
};

const std::vector<AttachmentKind>& attachmentKinds();
AttachmentLimits attachmentLimits();
/// “pdf, docx, …”, as sentences and file dialogs name them.
std::vector<std::string> attachmentEndings();

/// What a file of that name is, when its bytes say the same; else InputFormat with a sentence that names it.
Result<AttachmentKind> kindOfFile(const std::string& name, std::string_view bytes);
/// “1,4 MB”, “12 KB”.
std::string sizeWords(std::int64_t bytes);

}
