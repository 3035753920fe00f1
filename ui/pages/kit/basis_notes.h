// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/paper_head.h"

#include <optional>

class QWidget;

namespace thidua::services {
class SchoolFile;
}

namespace thidua::ui {

/// What is to be asked about the lines that a paper rests on, on its day (a draft's: today): no longer in force and by what replaced, not in
/// force yet, taken back. Null when there is nothing to ask.
QWidget* makeBasisNotes(services::SchoolFile& file, const std::vector<std::string>& lines, const std::optional<Date>& issuedOn, QWidget* parent = nullptr);

}
