// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "domain/council.h"
#include "domain/paper_head.h"
#include "services/core/school_file.h"

#include <string_view>

namespace thidua::services {

struct CouncilDraft;

/// How the rules call the decision that founds a council of that kind.
std::string_view foundingCode(domain::CouncilKind kind);

/// The decision that would found this council, before it is issued or even saved.
Result<documents::Document> foundingDraft(SchoolFile& file, const CouncilDraft& draft, const std::vector<domain::PaperBasis>& bases);

}
