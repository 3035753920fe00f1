// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui/kit.h"

namespace thidua::domain {
enum class OpinionBody;
}
namespace thidua::services {
class SchoolFile;
struct NominationRow;
}

namespace thidua::ui {

/// Ý kiến of one body about one nomination or several at once; what is there of a single one is shown for changing.
void openOpinionDialog(Shell& shell, services::SchoolFile& file, const std::vector<domain::NominationId>& about, domain::OpinionBody body, const QString& name, QWidget* parent);
/// The report of achievements: three texts, offered anew, printed. `print` shows it as a paper once it is written.
void openReportDialog(Shell& shell, services::SchoolFile& file, const services::NominationRow& row, const QString& whyNot, std::function<void()> print, QWidget* parent);
/// What to correct, and why.
void openSendBackDialog(Shell& shell, services::SchoolFile& file, const services::NominationRow& row, QWidget* parent);
/// Ground and day of the law.
void openChangeDialog(Shell& shell, services::SchoolFile& file, const services::NominationRow& row, QWidget* parent);
/// One reason for withdrawing them all.
void openWithdrawDialog(Shell& shell, services::SchoolFile& file, const std::vector<domain::NominationId>& which, const QString& title, QWidget* parent);

}
