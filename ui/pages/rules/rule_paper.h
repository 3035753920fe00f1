// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "services/law/rule_book.h"

namespace thidua::services {
class SchoolFile;
}

namespace thidua::ui::rules_page {

/// The entry as it is shown, one day or two side by side, as an official paper with every article in full.
documents::Document rulePaper(services::SchoolFile& file, Date today, const services::RuleBookView& view);

}
