// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/targets/targets_page.h"

#include "domain/page_ids.h"
#include "services/core/reads.h"
#include "ui/pages/targets/groups_dialog.h"
#include "ui/pages/targets/target_form.h"
#include "ui/pages/targets/target_words.h"

namespace thidua::ui::prepare {

namespace reads = services::reads;
using domain::EntityKind;
using domain::Op;
using domain::PlanEvent;
using services::PlanService;

TargetsPage::TargetsPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "targets",
                  .listName = tr("Danh sách chỉ tiêu"),
                  .opens = EntityKind::Target,
                  .reads = reads::targets() | reads::plans(),
                  .chooseFirst = tr("Chọn một chỉ tiêu trước."),
                  .nothingChosen = tr("Chọn một chỉ tiêu để xem và ghi kết quả."),
                  .nothingHere = tr("Chỉ tiêu được chọn sẽ hiện ở đây."),
                  .grouping = "group",
                  .selectFirst = true,
                  .enterVerb = "record"},
                 [](const Row& row) { return row.id.value(); }),
      m_notes(new Stack(4, this))
{
    content()->addWidget(m_notes);
    declareColumns();
    declareVerbs();
    build();
    setEmpty("target", tr("Nơi theo dõi các chỉ tiêu thi đua của năm học"),
             tr("Chỉ tiêu thuộc một kế hoạch: 4 chiến sĩ thi đua, 24/32 lao động tiên tiến… Soạn kế hoạch trước, rồi thêm chỉ tiêu."), "plans", "add");
}

void TargetsPage::declareColumns()
{
    const auto figure = [](const std::optional<int>& value) { return value ? SortKey(*value) : SortKey(std::string()); };
    const auto withTip = [](Cell cell) {
        cell.tip = cell.text;
        return cell;
    };
    setColumns({
        column("text", tr("Chỉ tiêu"), [=](const Row& r) { return withTip(Cell::plain(toQ(r.target.text))); }, 240).stretched()
            .sorted([](const Row& r) { return SortKey(static_cast<double>(r.target.plan.value()) * 1000 + r.target.seq); })
            .summed([](const Rows& rows) { return sumText(countTargets(rows)); }),
        column("plan", tr("Theo kế hoạch"), [=](const Row& r) { return withTip(Cell::secondary(toQ(r.planTitle))); }, 180).hide(),
        column("given", tr("Giao"), [](const Row& r) { return Cell::bold(givenText(r.target)); }, 60).right()
            .sorted([=](const Row& r) { return figure(r.target.value); }),
        column("registered", tr("Đăng ký"), [](const Row& r) { return orDash(r.registered ? QString::number(*r.registered) : QString()); }, 72).right()
            .sorted([=](const Row& r) { return figure(r.registered); }),
        column("reached", tr("Đạt được"), [](const Row& r) { return orDash(figureText(r.target, r.reached)); }, 78).right()
            .sorted([=](const Row& r) { return figure(r.reached); }),
        column("bar", tr("Tiến độ"), barCell, 98).unfiltered()
            .sorted([](const Row& r) { return SortKey(barCell(r).value / std::max(1.0, barCell(r).line)); }),
        column("standing", tr("Kết quả"), standingCell, 132).sorted([](const Row& r) { return SortKey(static_cast<int>(standingOf(r))); }),
    });
    const auto heading = [](const QString& label, const Rows& rows) { return QStringLiteral("%1 – %2").arg(label, sumText(countTargets(rows))); };
    addGrouping({"group", tr("Gom theo tập thể, cá nhân"), [](const Row& r) { return labelOf(r.target.group); },
                 [](const Row& r) { return SortKey(static_cast<int>(r.target.group)); }, heading});
    addGrouping({"campaign", tr("Gom theo phong trào"), [](const Row& r) { return r.campaignName.empty() ? tr("Không thuộc phong trào nào") : toQ(r.campaignName); }, {}, heading});
    addGrouping({"plan", tr("Gom theo kế hoạch"), [](const Row& r) { return toQ(r.planTitle); }, {}, heading});
}

void TargetsPage::declareVerbs()
{
    const auto ofDraft = [](const Row& row) {
        return domain::may(row.planState, PlanEvent::Edit) ? QString() : tr("Kế hoạch đã ban hành: chỉ tiêu giữ nguyên, chỉ ghi kết quả.");
    };
    addRowVerb({.id = "record", .text = tr("Ghi kết quả"), .icon = "register", .places = InHead | OnRow, .operation = Op::RecordTarget,
                .words = tr("kết quả thực hiện chỉ tiêu"), .keepsForm = true},
               [this](const Row&) {
                   if ((isEditing() && !leaveForm()) || !m_reached)
                       return;
                   split()->setPanelVisible(true);
                   m_reached->firstField()->setFocus(Qt::OtherFocusReason);
               });
    addVerb({.id = "add", .text = tr("Thêm chỉ tiêu"), .icon = "plus", .places = InHead, .operation = Op::AddTarget,
             .whyNot = [this] { return drafts().empty() ? tr("Chỉ tiêu thêm vào kế hoạch đang dự thảo; năm học này không có dự thảo nào.") : QString(); },
             .run = [this] { openForm(nullptr); }});
    addRowVerb({.id = "print", .text = tr("Xem kế hoạch in"), .icon = "print", .places = InHead, .words = tr("in kế hoạch của chỉ tiêu")},
               [this](const Row& row) { previewPaper(services::PaperKind::Plan, row.target.plan.value(), tr("Kế hoạch thi đua")); });
    addRowVerb({.id = "count", .text = tr("Cách tính kết quả…"), .icon = "settings", .places = InMore | OnRow | InFoot, .operation = Op::CountTarget,
                .brief = tr("Cách tính…"), .words = tr("đếm theo hoạt động nhóm phong trào nguồn giao chỉ tiêu")},
               [this](const Row& row) { openCounting(row); });
    addVerb({.id = "groups", .text = tr("Nhóm tính chỉ tiêu…"), .icon = "people", .places = InMore, .operation = Op::EditNamedGroup,
             .words = tr("nhóm giáo viên mẫu số tổng số"), .run = [this] { openGroups(); }});
    addVerb({.id = "plans", .text = tr("Đến trang Kế hoạch"), .icon = "plan", .run = [this] { shell().showPage(pages::kPlans); }});
    addRowVerb({.id = "edit", .text = tr("Sửa chỉ tiêu"), .icon = "edit", .places = InMore | OnRow | InFoot, .operation = Op::EditTarget, .brief = tr("Sửa")},
               [this](const Row& row) { openForm(&row); }, ofDraft);
    addRowVerb({.id = "remove", .text = tr("Xóa chỉ tiêu…"), .icon = "trash", .places = InMore | OnRow | InFootEnd, .operation = Op::RemoveTarget,
                .brief = tr("Xóa…")},
               [this](const Row& row) { remove(row); }, ofDraft);
}

std::vector<services::TargetRow> TargetsPage::readRows()
{
    m_plans.clear();
    if (!year())
        return {};
    m_plans = readOr([&] { return PlanService(file()).plans(*year()); });
    return readOr([&] { return PlanService(file()).targets(*year()); });
}

void TargetsPage::afterRead()
{
    m_notes->clear();
    QStringList notes = denominatorNotes(rows());
    for (const auto& row : rows())
        if (row.target.kind == domain::TargetKind::Share && row.reached && row.target.denominator && *row.reached > *row.target.denominator)
            notes << tr("“%1” đạt quá 100 %: %2. Nên xem lại.").arg(toQ(row.target.text), figureText(row.target, row.reached));
    for (const QString& note : notes)
        m_notes->note(note);
    m_notes->setVisible(!notes.isEmpty());
}

QString TargetsPage::summary() const
{
    const auto counts = countTargets(all());
    const QString year = toQ(schoolYear().screen());
    if (counts.all == 0)
        return tr("Năm học %1 chưa có chỉ tiêu nào.").arg(year);
    QString text = tr("%1 chỉ tiêu năm học %2: %3 đạt, %4 vượt").arg(counts.all).arg(year).arg(counts.met).arg(counts.exceeded);
    const int shortOf = counts.open - counts.unknown;
    if (shortOf > 0)
        text += tr(", <b>%1 chưa đạt</b>").arg(shortOf);
    if (counts.unknown > 0)
        text += tr(", <b>%1 chưa có kết quả</b>").arg(counts.unknown);
    return text + QLatin1Char('.');
}

std::vector<services::Stored<domain::Plan>> TargetsPage::drafts() const
{
    auto plans = m_plans;
    std::erase_if(plans, [](const auto& plan) { return !domain::may(plan.data.state, PlanEvent::Edit); });
    return plans;
}

void TargetsPage::show(const Row& row)
{
    panel()->setTitle(toQ(row.target.text), labelOf(row.target.group));
    const Standing standing = standingOf(row);
    panel()->setChip(standing == Standing::Unknown ? Tone::Mute : standingTone(standing), standingText(row),
                     standing == Standing::Short ? QStringLiteral("clock") : QString());
    addFacts(row);
    if (!isClosed())
        addReached(row);
    addYears(row);
    addEntries(row);
}

/// Of a plan for several years: what each of them has come to.
void TargetsPage::addYears(const Row& row)
{
    const auto years = readOr([&] { return PlanService(file()).acrossYears(row.id); });
    if (years.empty())
        return;
    panel()->addToBody(makeRule());
    panel()->addToBody(makeSectionHead(tr("Qua các năm học"), tr("chương trình tự đếm")));
    auto* list = new DetailList(DetailList::Form::Beside);
    int sum = 0;
    for (const auto& one : years) {
        list->add(toQ(one.year.screen()), one.reached ? figureText(row.target, one.reached) : tr("chưa có"));
        sum += one.reached.value_or(0);
    }
    if (row.target.kind == domain::TargetKind::Count)
        list->add(tr("Cả giai đoạn"), QString::number(sum));
    panel()->addToBody(list);
}

/// The rows that the figure is made of; a link opens one.
void TargetsPage::addEntries(const Row& row)
{
    const auto entries = readOr([&] { return PlanService(file()).entriesOf(row.id, *year()); });
    if (entries.empty())
        return;
    panel()->addToBody(makeRule());
    panel()->addToBody(makeSectionHead(row.reached ? tr("Con số gồm những mục này") : tr("Đã đăng ký"), QString::number(entries.size())));
    auto* list = new DetailList(DetailList::Form::Beside);
    for (std::size_t at = 0; at < entries.size(); ++at)
        list->add(QString::number(at + 1), linkTo(QString::number(at), toQ(entries[at].text)));
    connect(list, &DetailList::linkActivated, this, [this, entries](const QString& link) {
        const auto& one = entries[link.toUInt()];
        shell().openRecord(one.kind, one.id);
    });
    panel()->addToBody(list);
}

void TargetsPage::openCounting(const Row& row)
{
    auto* form = new CountingForm(file(), *year(), row);
    ListPage::openForm({.title = tr("Cách tính kết quả"), .subtitle = toQ(row.target.text), .body = form, .binder = &form->binder(), .saveText = tr("Ghi cách tính"),
                        .save = [this, form, id = row.id] {
                            const auto counting = form->draft();
                            return writtenBy(shell().runner, form->binder(), id.value(), [&] { return PlanService(file()).countTarget(id, counting); });
                        },
                        .id = row.id.value(), .name = "counting"});
}

void TargetsPage::openGroups()
{
    GroupsDialog dialog(file(), *year(), shell(), window());
    dialog.exec();
}

void TargetsPage::addFacts(const Row& row)
{
    const domain::Target& target = row.target;
    panel()->addToBody(new QuotaView(quotaOf(row)));
    auto* facts = new DetailList(DetailList::Form::Stacked);
    facts->add(tr("Theo kế hoạch"), linkTo("plan", toQ(row.planTitle)));
    connect(facts, &DetailList::linkActivated, this, [this, plan = target.plan.value(), campaign = target.campaign](const QString& link) {
        if (link == QLatin1String("campaign"))
            shell().openRecord(EntityKind::Campaign, campaign->value());
        else
            shell().openRecord(EntityKind::Plan, plan);
    });
    if (!target.source.empty())
        facts->add(tr("Nguồn giao chỉ tiêu"), toQ(target.source));
    if (target.kind == domain::TargetKind::Share && target.denominator)
        facts->add(tr("Tổng số"), QStringLiteral("%1 %2").arg(*target.denominator).arg(toQ(target.denominatorText)));
    if (!target.unit.empty() && target.kind == domain::TargetKind::Count)
        facts->add(tr("Đơn vị tính"), toQ(target.unit));
    if (!row.collectiveName.empty())
        facts->add(tr("Của"), toQ(row.collectiveName).toHtmlEscaped());
    if (!row.groupName.empty())
        facts->add(tr("Đếm trong nhóm"), toQ(row.groupName).toHtmlEscaped());
    if (target.campaign)
        facts->add(tr("Trong phong trào"), linkTo("campaign", toQ(row.campaignName)));
    if (!row.setByName.empty())
        facts->add(tr("Văn bản giao"), target.sourceValue ? tr("%1: giao %2").arg(toQ(row.setByName).toHtmlEscaped()).arg(*target.sourceValue) : toQ(row.setByName).toHtmlEscaped());
    if (const QString share = shareText(row); !share.isEmpty())
        facts->add(tr("Tỷ lệ đạt được"), share);
    facts->add(tr("Kết quả lấy từ đâu"), metricText(file(), target.metric));
    if (isClosed() && target.actual)
        facts->add(tr("Kết quả đã ghi"), tr("%1, tính đến %2. %3").arg(figureText(target, target.actual), dateText(target.actualOn), toQ(target.note)));
    panel()->addToBody(facts);
    for (const QString& note : targetNotes(row))
        panel()->addToBody(makeNote(note, QStringLiteral("question"), Ink::Warn, TypeRole::Text, Ink::Warn));
}

void TargetsPage::addReached(const Row& row)
{
    panel()->addToBody(makeRule());
    panel()->addToBody(makeSectionHead(tr("Kết quả thực hiện"), row.target.actualOn ? tr("đã ghi ngày %1").arg(dateText(row.target.actualOn)) : QString()));
    m_reached = new ReachedForm(file(), row);
    ListPage::openForm({.body = m_reached, .binder = &m_reached->binder(), .saveText = tr("Ghi kết quả"),
                        .save = [this, form = m_reached] { return form->save(shell().runner); }, .id = row.id.value(), .name = "reached", .beside = true});
}

void TargetsPage::openForm(const Row* row)
{
    auto* form = new TargetForm(file(), year());
    if (row)
        form->startEdit(row->id, row->target, row->version);
    else
        form->startNew(drafts());
    ListPage::openForm({.title = row ? tr("Sửa chỉ tiêu") : tr("Chỉ tiêu mới"),
                        .subtitle = row ? toQ(row->target.text) : tr("trong kế hoạch đang dự thảo"),
                        .body = form,
                        .binder = &form->binder(),
                        .saveText = tr("Ghi chỉ tiêu"),
                        .save = [this, form] { return form->save(shell().runner); },
                        .id = row ? std::optional(row->id.value()) : std::nullopt,
                        .name = "target",
                        .first = form->findChild<QWidget*>("targetText")});
}

void TargetsPage::remove(const Row& row)
{
    if (shell().prompter.confirm({tr("Xóa chỉ tiêu?"), tr("Xóa chỉ tiêu “%1” khỏi dự thảo kế hoạch? Đăng ký của mọi người giữ nguyên.").arg(toQ(row.target.text)),
                                  tr("Xóa chỉ tiêu"), tr("Giữ lại"), true}))
        shell().runner.run([&, id = row.id] { return PlanService(file()).removeTarget(id); });
}

}
