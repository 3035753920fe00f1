// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/records_pages.h"

#include "domain/page_ids.h"
#include "ui/pages/classes/classes_page.h"
#include "ui/pages/collectives/collectives_page.h"
#include "ui/pages/health/health_page.h"
#include "ui/pages/history/history_page.h"
#include "ui/pages/pupils/pupils_page.h"
#include "ui/pages/records/settings_page.h"
#include "ui/pages/staff/staff_page.h"

#include <QCoreApplication>

namespace thidua::ui {
namespace {

struct RecordsPagesWords {
    Q_DECLARE_TR_FUNCTIONS(RecordsPages)
};

template <class P>
void addPage(MainWindow& window, SchoolContext& context, const PageInfo& info, const std::vector<domain::EntityKind>& opens)
{
    window.addPage(info, [info, &context](Shell& shell) -> Page* { return new P(info, shell, context); }, opens);
}

}

void addRecordsPages(MainWindow& window, SchoolContext& context)
{
    using enum domain::EntityKind;
    const QString group = RecordsPagesWords::tr("Hồ sơ");
    addPage<StaffPage>(window, context, {pages::kStaff, RecordsPagesWords::tr("Cán bộ – giáo viên"), QStringLiteral("person"), group}, {Person});
    addPage<ClassesPage>(window, context, {pages::kClasses, RecordsPagesWords::tr("Lớp"), QStringLiteral("book"), group}, {SchoolClass});
    addPage<PupilsPage>(window, context, {pages::kPupils, RecordsPagesWords::tr("Học sinh"), QStringLiteral("pupil"), group}, {Enrolment});
    addPage<CollectivesPage>(window, context, {pages::kCollectives, RecordsPagesWords::tr("Tập thể"), QStringLiteral("people"), group}, {Collective});
    addPage<HistoryPage>(window, context, {pages::kHistory, RecordsPagesWords::tr("Quá trình khen thưởng"), QStringLiteral("history"), group}, {HonourRecord});
    addPage<HealthPage>(window, context, {pages::kHealth, RecordsPagesWords::tr("Kiểm tra dữ liệu"), QStringLiteral("shield-ok"), group}, {});
}

void addSettingsPage(MainWindow& window, SchoolContext& context, std::function<void(const std::filesystem::path&)> openFile,
                     std::function<bool(Scheme, double)> applyLook)
{
    const PageInfo info{pages::kSettings, RecordsPagesWords::tr("Thiết lập"), QStringLiteral("settings"), {}};
    window.addPage(info, [=, &context](Shell& shell) -> Page* { return new SettingsPage(info, shell, context, openFile, applyLook); },
                   {domain::EntityKind::School, domain::EntityKind::SchoolYearRow});
}

}
