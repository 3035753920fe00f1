// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/papers/paper_gaps.h"
#include "ui/shell/page.h"
#include "ui/widgets/form_binder_base.h"

#include <map>

namespace thidua::ui {

/// Shows a gap beside the form's field that fills it and sets the cursor there. `fields`: which field of the form a gap of the paper belongs
/// to; others have the same name, or are told in the status line when the form has none for them.
void showGap(Shell& shell, FormBinderBase& binder, const services::PaperGap& gap, const std::map<std::string, std::string>& fields);
/// Where a paper made in one step (a list handed in, minutes that are closed) lacks something: all of it in one question, each part a way to
/// its field. True when there was something.
bool leadToGaps(Shell& shell, QWidget* window, const QString& title, const std::vector<services::PaperGap>& gaps);
/// Thiết lập at the field, for what every paper takes from the school; false for any other gap.
bool fillInSettings(Shell& shell, QWidget* window, const services::PaperGap& gap);

}
