// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dossier.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// Báo cáo thành tích of a nomination: offered from what the file knows of its subject, nothing beside it; written as the school words it.
class ReportService {
public:
    explicit ReportService(SchoolFile& file) : m_file(file) {}

    /// As it was written; else what is offered.
    Result<domain::AchievementReport> report(domain::NominationId id);
    /// Post and unit; grade, recognised initiatives and confirmed activities of the year and of those before it; honours received. A
    /// sentence for each, none for what is not known.
    Result<domain::AchievementReport> offered(domain::NominationId id);
    /// Field “achievements”. Dated today.
    Written<Done> write(const domain::AchievementReport& report);
    /// Back to what is offered.
    Written<Done> remove(domain::NominationId id);

private:
    SchoolFile& m_file;
};

}
