// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/catch.h"

#include "services/award/decision_service.h"
#include "services/core/sample_service.h"
#include "services/follow/registration_service.h"
#include "services/follow/year_record_service.h"
#include "ui/pages/follow/follow_pages.h"
#include "ui/pages/initiatives/initiatives_page.h"
#include "ui/pages/registrations/registrations_page.h"
#include "ui/pages/follow/year_records_page.h"
#include "ui/window_bench.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

namespace thidua::ui::follow {

struct Bench : test::WindowBench {
    explicit Bench(int year = 2022, Date today = Date(2022, 9, 26), bool closed = false);
    services::RegistrationBoard board() { return *services::RegistrationService(*file).board(yearId()); }
    services::RegistrationRow registration(std::int64_t rowId);
    services::YearRow record(std::int64_t rowId) { return *services::YearRecordService(*file).row(yearId(), subjectOf(rowId)); }
    /// A person whose registration has this status.
    std::int64_t firstWith(services::RegistrationStatus status);
};

inline constexpr auto kNone = services::RegistrationStatus::None;

}
