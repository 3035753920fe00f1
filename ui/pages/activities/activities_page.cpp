// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/activities/activities_page.h"

#include "domain/page_ids.h"
#include "services/core/reads.h"
#include "services/follow/activity_words.h"
#include "services/people/subject_list.h"
#include "services/prepare/campaign_service.h"
#include "services/schedule/school_calendar.h"
#include "ui/pages/activities/activity_paste_dialog.h"
#include "ui/pages/activities/kinds_dialog.h"
#include "ui/pages/follow/follow_common.h"
#include "ui/pages/kit/attachments_view.h"

#include <QApplication>
#include <QClipboard>

namespace thidua::ui::follow {

namespace reads = services::reads;
using domain::EntityKind;
using domain::Op;
using services::ActivityService;

namespace {

using ActivityRow = services::ActivityRow;

std::vector<domain::ActivityId> idsOf(const std::vector<const ActivityRow*>& rows)
{
    std::vector<domain::ActivityId> ids;
    for (const auto* row : rows)
        ids.push_back(row->id);
    return ids;
}

QString countText(const ActivityRow& row)
{
    return QStringLiteral("%1 %2").arg(row.activity.count).arg(toQ(row.kind.unit)).trimmed();
}

QString outcomeText(const ActivityRow& row)
{
    QStringList parts;
    if (row.activity.level)
        parts << wordOf(*row.activity.level);
    if (!row.activity.result.empty())
        parts << toQ(row.activity.result);
    if (row.activity.amount)
        parts << toQ(services::moneyWords(*row.activity.amount));
    if (!row.helpedName.empty())
        parts << ActivitiesPage::tr("giúp %1").arg(toQ(row.helpedName));
    return parts.join(QStringLiteral(", "));
}

Cell whoCell(const ActivityRow& row)
{
    return Cell::twoLines(toQ(row.name), row.activity.subject.collective ? ActivitiesPage::tr("tập thể") : toQ(row.unit));
}

}

ActivitiesPage::ActivitiesPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = QStringLiteral("activitiesTable"),
                  .listName = tr("Hoạt động, thành tích của năm học"),
                  .panelWidth = 370,
                  .opens = EntityKind::Activity,
                  .reads = reads::activities() | reads::attachments() | reads::campaigns() | reads::staff() | reads::collectives() | reads::years(),
                  .chooseFirst = tr("Đánh dấu hoặc chọn hoạt động trong bảng trước."),
                  .nothingChosen = tr("Chọn một hoạt động trong bảng, hoặc bấm “Ghi hoạt động”."),
                  .nothingHere = tr("Hoạt động được chọn sẽ hiện ở đây."),
                  .sortBy = QStringLiteral("on"),
                  .order = Qt::DescendingOrder,
                  .twoLines = true,
                  .tickable = true,
                  .enterVerb = QStringLiteral("edit"),
                  .paperTitle = tr("Sổ hoạt động, thành tích")},
                 [](const ActivityRow& row) { return row.id.value(); })
{
    declareColumns();
    declareVerbs();
    build();
    setEmpty(QStringLiteral("star"), tr("Nơi ghi hoạt động, thành tích trong năm"),
             tr("Hội thi, dự giờ, thao giảng, phụ đạo, bài viết, giúp đồng nghiệp, ủng hộ… Ghi một lần ở đây thì chỉ tiêu, phong trào và hồ sơ của từng người tự có."),
             QStringLiteral("add"), QStringLiteral("usual"), tr("hoặc chép danh sách từ Excel rồi bấm <b>Dán từ Excel…</b>"));
    setViews("activityViews", {{QStringLiteral("all"), tr("Tất cả"), {}},
                               {QStringLiteral("waiting"), tr("Chờ xác nhận"), [](const Row& row) { return !row.confirmed(); }, Tone::Warn},
                               {QStringLiteral("confirmed"), tr("Đã xác nhận"), [](const Row& row) { return row.confirmed(); }}});
    connect(table(), &RecordTable::pasted, this, [this](const QVector<QStringList>&) { runVerb(QStringLiteral("paste")); });
}

void ActivitiesPage::declareColumns()
{
    setColumns({
        column("who", tr("Người, tập thể"), whoCell, 170).sorted([](const Row& r) { return SortKey(r.sortKey); })
            .summed([](const Rows& rows) { return tr("Cộng: %1 mục").arg(rows.size()); }),
        column("kind", tr("Loại hoạt động"), [](const Row& r) {
            Cell cell = Cell::twoLines(toQ(r.kind.name), toQ(r.activity.what));
            cell.tip = cell.text;
            return cell;
        }, 200).stretched(),
        column("on", tr("Ngày"), [](const Row& r) { return Cell::plain(dateText(r.activity.on)); }, 92).sorted([](const Row& r) { return SortKey(r.activity.on.iso()); }),
        column("count", tr("Số lượng"), [](const Row& r) { return Cell::plain(countText(r)); }, 90).right().sorted([](const Row& r) { return SortKey(r.activity.count); })
            .summed([](const Rows& rows) {
                int sum = 0;
                for (const auto* row : rows)
                    sum += row->activity.count;
                return QString::number(sum);
            }),
        column("outcome", tr("Cấp, kết quả"), [](const Row& r) { return orDash(outcomeText(r)); }, 150),
        column("campaign", tr("Phong trào"), [](const Row& r) {
            Cell cell = orDash(toQ(r.campaignName));
            cell.tip = toQ(r.campaignName);
            return cell;
        }, 140),
        column("state", tr("Xác nhận"), [](const Row& r) {
            return r.confirmed() ? Cell::mark(Tone::Ok, tr("Đã xác nhận")) : Cell::mark(Tone::Warn, tr("Chờ xác nhận"), QStringLiteral("clock"));
        }, 120).sorted([](const Row& r) { return SortKey(r.confirmed() ? 1 : 0); }),
        column("field", tr("Lĩnh vực"), [](const Row& r) { return Cell::secondary(toQ(r.kind.field)); }, 110).hide(),
        column("evidence", tr("Minh chứng"), [](const Row& r) { return Cell::secondary(toQ(r.activity.evidence)); }, 130).hide(),
    });
    const auto heading = [](const QString& label, const Rows& rows) { return tr("%1 – %2 mục").arg(label).arg(rows.size()); };
    addGrouping({QStringLiteral("kind"), tr("Gom theo loại"), [](const Row& r) { return toQ(r.kind.name); }, [](const Row& r) { return SortKey(r.kind.sortOrder); }, heading});
    addGrouping({QStringLiteral("who"), tr("Gom theo người, tập thể"), [](const Row& r) { return toQ(r.name); }, [](const Row& r) { return SortKey(r.sortKey); }, heading});
    addGrouping({QStringLiteral("unit"), tr("Gom theo tổ"), [](const Row& r) { return r.activity.subject.collective ? tr("Tập thể") : r.unit.empty() ? tr("Chưa xếp tổ") : toQ(r.unit); },
                 [](const Row& r) { return SortKey(r.unitOrder); }, heading});
    addGrouping({QStringLiteral("campaign"), tr("Gom theo phong trào"), [](const Row& r) { return r.campaignName.empty() ? tr("Không thuộc phong trào nào") : toQ(r.campaignName); }, {}, heading});
}

void ActivitiesPage::declareVerbs()
{
    const auto noKinds = [this] { return m_kinds.empty() ? tr("Chưa có loại hoạt động nào: xin bấm “Lấy loại thường gặp” hoặc “Loại hoạt động…” trước.") : QString(); };
    addVerb({.id = "add", .text = tr("Ghi hoạt động"), .icon = "plus", .places = InHead, .operation = Op::AddActivities,
             .words = tr("thêm hoạt động thành tích hội thi dự giờ thao giảng phụ đạo"), .whyNot = noKinds, .run = [this] { openForm(nullptr); }});
    addVerb({.id = "paste", .text = tr("Dán từ Excel…"), .icon = "paste", .places = InHead, .operation = Op::AddActivities,
             .words = tr("dán danh sách hoạt động"), .whyNot = noKinds, .run = [this] { paste(QApplication::clipboard()->text()); }});
    addRowsVerb({.id = "confirm", .text = tr("Xác nhận"), .icon = "check", .places = InHead | OnRow | InFoot, .operation = Op::ConfirmActivities,
                 .words = tr("xác nhận hoạt động tổ báo lên")},
                [this](const Rows& rows) { confirm(rows); },
                [](const Rows& rows) {
                    return std::all_of(rows.begin(), rows.end(), [](const Row* row) { return row->confirmed(); }) ? tr("Các hoạt động đang chọn đều đã xác nhận.") : QString();
                });
    addVerb({.id = "kinds", .text = tr("Loại hoạt động…"), .icon = "settings", .places = InMore, .operation = Op::EditActivityKind, .anyYear = true,
             .words = tr("thêm sửa xóa loại hoạt động"), .run = [this] { openKinds(); }});
    addVerb({.id = "usual", .text = tr("Lấy loại thường gặp"), .icon = "import", .places = InMore, .operation = Op::TakeActivityKinds, .anyYear = true,
             .run = [this] { takeUsual(); }});
    addVerb({.id = "print", .text = tr("In sổ hoạt động"), .icon = "print", .places = InMore, .run = [this] { printList(); }});
    addRowVerb({.id = "edit", .text = tr("Sửa hoạt động"), .icon = "edit", .places = OnRow | InFoot, .operation = Op::EditActivity, .brief = tr("Sửa")},
               [this](const Row& row) { openForm(&row); });
    addRowVerb({.id = "subject", .text = tr("Mở người, tập thể"), .icon = "person", .places = OnRow}, [this](const Row& row) {
        const auto& subject = row.activity.subject;
        shell().openRecord(subject.person ? EntityKind::Person : EntityKind::Collective, subject.person ? subject.person->value() : subject.collective->value());
    });
    addRowVerb({.id = "campaign", .text = tr("Mở phong trào"), .icon = "flag", .places = OnRow},
               [this](const Row& row) { shell().openRecord(EntityKind::Campaign, row.activity.campaign->value()); },
               [](const Row& row) { return row.activity.campaign ? QString() : tr("Hoạt động này không thuộc phong trào nào."); });
    addRowsVerb({.id = "remove", .text = tr("Xóa hoạt động…"), .icon = "trash", .places = OnRow | InFootEnd, .operation = Op::RemoveActivities, .brief = tr("Xóa…")},
                [this](const Rows& rows) { remove(rows); });
}

std::vector<services::ActivityRow> ActivitiesPage::readRows()
{
    m_kinds = readOr([&] { return ActivityService(file()).kinds(); });
    return year() ? readOr([&] { return ActivityService(file()).activities(*year()); }) : std::vector<Row>{};
}

QString ActivitiesPage::summary() const
{
    if (!year())
        return tr("Tệp chưa có năm học nào; xin mở năm học ở nút năm học phía trên.");
    if (rows().empty())
        return tr("Chưa ghi hoạt động nào trong năm học %1.").arg(toQ(schoolYear().screen()));
    std::set<domain::SubjectRef> people, collectives;
    for (const auto& row : rows())
        (row.activity.subject.person ? people : collectives).insert(row.activity.subject);
    QString line = tr("%1 mục của %2 người").arg(rows().size()).arg(people.size());
    if (!collectives.empty())
        line += tr(", %1 tập thể").arg(collectives.size());
    if (const int waiting = countOf([](const Row& row) { return !row.confirmed(); }))
        line += tr("; <b>%1 chờ xác nhận</b>, chưa tính vào chỉ tiêu").arg(waiting);
    return line + QLatin1Char('.');
}

void ActivitiesPage::show(const Row& row)
{
    const auto& activity = row.activity;
    panel()->setTitle(toQ(row.name), toQ(row.kind.name));
    panel()->setChip(row.confirmed() ? Tone::Ok : Tone::Warn, row.confirmed() ? tr("Đã xác nhận") : tr("Chờ xác nhận"), row.confirmed() ? QString() : QStringLiteral("clock"));
    auto* facts = new DetailList(DetailList::Form::Beside);
    facts->add(tr("Ngày"), dateText(activity.on));
    facts->add(tr("Số lượng"), countText(row));
    if (activity.amount)
        facts->add(tr("Số tiền"), toQ(services::moneyWords(*activity.amount)));
    if (activity.level)
        facts->add(tr("Cấp"), wordOf(*activity.level));
    if (!activity.result.empty())
        facts->add(tr("Kết quả"), toQ(activity.result).toHtmlEscaped());
    if (!activity.what.empty())
        facts->add(tr("Nội dung"), toQ(activity.what).toHtmlEscaped());
    if (!row.helpedName.empty())
        facts->add(tr("Giúp"), linkTo(QStringLiteral("helped"), toQ(row.helpedName)));
    if (!row.campaignName.empty())
        facts->add(tr("Phong trào"), linkTo(QStringLiteral("campaign"), toQ(row.campaignName)));
    if (row.contest)
        facts->add(tr("Do hội thi ghi"), linkTo(QStringLiteral("contest"), tr("Mở hội thi")));
    facts->add(tr("Minh chứng"), toQ(activity.evidence).toHtmlEscaped());
    if (activity.confirmedOn)
        facts->add(tr("Xác nhận"), dateText(activity.confirmedOn));
    connect(facts, &DetailList::linkActivated, this, [this, activity, contest = row.contest](const QString& link) {
        if (link == QLatin1String("helped"))
            shell().openRecord(EntityKind::Person, activity.helped->value());
        else if (link == QLatin1String("contest"))
            shell().openRecord(EntityKind::Contest, contest->value());
        else
            shell().openRecord(EntityKind::Campaign, activity.campaign->value());
    });
    panel()->addToBody(facts);
    panel()->addToBody(new AttachmentsView(shell(), file(), {domain::AttachmentOwner::of(row.id), closedReason()}));
}

bool ActivitiesPage::openRecord(EntityKind kind, std::int64_t id)
{
    if (kind == EntityKind::Activity && !find(id))
        if (const auto other = readOr([&] { return ActivityService(file()).yearOf(domain::ActivityId(id)); }))
            context().yearsChanged(*other);
    return ListPage::openRecord(kind, id);
}

ActivityChoices ActivitiesPage::choices()
{
    ActivityChoices all;
    all.kinds = m_kinds;
    for (const auto& one : readOr([&] { return services::subjectsOf(file(), *year()); })) {
        const QString unit = one.subject.collective ? tr("Tập thể") : one.unit.empty() ? tr("Chưa xếp tổ") : toQ(one.unit);
        all.subjects.push_back({one.subject, toQ(one.name), unit});
        if (one.subject.person)
            all.people.push_back({one.subject.person->value(), toQ(one.name), unit});
    }
    for (const auto& row : readOr([&] { return services::CampaignService(file()).campaigns(*year()); }))
        all.campaigns.push_back({std::to_string(row.id.value()), toQ(row.campaign.name)});
    return all;
}

/// Today, within the school year.
Date ActivitiesPage::likelyDay()
{
    const auto today = file().clock().today();
    const auto days = services::yearDays(file(), *year());
    return days ? std::clamp(today, days->first, days->last) : today;
}

void ActivitiesPage::openForm(const Row* row)
{
    const auto today = file().clock().today();
    auto* form = new ActivityForm(choices(), row == nullptr, today);
    services::ActivityDraft draft;
    if (row) {
        draft = {row->activity, {row->activity.subject}};
    } else {
        draft.activity.year = *year();
        draft.activity.kind = m_lastKind.value_or(m_kinds.front().id);
        draft.activity.on = likelyDay();
        draft.activity.confirmedOn = today;
    }
    form->load(draft);
    openRowForm(form, row, {.title = row ? toQ(row->name) : tr("Ghi hoạt động"),
                            .subtitle = row ? tr("Sửa hoạt động") : tr("Năm học %1").arg(toQ(schoolYear().screen())),
                            .name = "activity"},
                [this](const services::ActivityDraft& given) {
                    m_lastKind = given.activity.kind;
                    return ActivityService(file()).add(given);
                },
                [this](domain::ActivityId id, const services::ActivityDraft& given, domain::RowVersion version) {
                    auto activity = given.activity;
                    if (!given.subjects.empty())
                        activity.subject = given.subjects.front();
                    return ActivityService(file()).edit(id, activity, version);
                });
}

void ActivitiesPage::paste(const QString& block)
{
    ActivityPasteDialog dialog(file(), *year(), choices(), likelyDay(), window());
    dialog.setBlock(block);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto entries = dialog.entries();
    shell().runner.run([&] { return ActivityService(file()).addAll(entries); });
}

void ActivitiesPage::openKinds()
{
    KindsDialog dialog(file(), shell(), window());
    dialog.exec();
}

void ActivitiesPage::takeUsual()
{
    shell().runner.run([&] { return ActivityService(file()).takeUsualKinds(); });
}

void ActivitiesPage::confirm(const Rows& rows)
{
    shell().runner.run([&, ids = idsOf(rows)] { return ActivityService(file()).confirm(ids); });
}

void ActivitiesPage::remove(const Rows& rows)
{
    const auto ids = idsOf(rows);
    const QString what = rows.size() == 1 ? tr("“%1” ngày %2 của %3").arg(toQ(rows.front()->kind.name), dateText(rows.front()->activity.on), toQ(rows.front()->name))
                                          : tr("%1 hoạt động đã đánh dấu").arg(rows.size());
    if (shell().prompter.confirm({tr("Xóa hoạt động?"), tr("Xóa %1? Chỉ tiêu, phong trào và hồ sơ sẽ không còn tính.").arg(what), tr("Xóa hoạt động"), tr("Giữ lại"), true}))
        shell().runner.run([&] { return ActivityService(file()).remove(ids); });
}

}
