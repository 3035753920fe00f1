// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/campaigns/campaigns_page.h"

#include "domain/page_ids.h"
#include "domain/school_year.h"
#include "services/core/reads.h"
#include "services/prepare/plan_service.h"
#include "ui/pages/campaigns/campaign_form.h"
#include "ui/pages/campaigns/campaign_parts.h"
#include "ui/pages/campaigns/campaign_view.h"
#include "ui/pages/kit/basis_notes.h"
#include "ui/pages/kit/correct_paper.h"
#include "ui/pages/kit/issue_dialog.h"
#include "ui/pages/kit/paper_gap_fields.h"
#include "ui/pages/kit/proof_dialog.h"
#include "ui/pages/prepare/prepare_words.h"

#include <QRegularExpression>

namespace thidua::ui::prepare {

namespace reads = services::reads;
using domain::CampaignEvent;
using domain::EntityKind;
using domain::Op;
using services::CampaignService;

namespace {

/// A step of a campaign: when it was taken and what is noted of it.
struct StepTaken {
    std::optional<Date> on;
    std::string note;
};

struct StepWords {
    QString title, day, note, save;
};

StepWords wordsOf(CampaignEvent step)
{
    if (step == CampaignEvent::Launch)
        return {CampaignsPage::tr("Phát động phong trào"), CampaignsPage::tr("Phát động ngày"), {}, CampaignsPage::tr("Phát động")};
    if (step == CampaignEvent::Review)
        return {CampaignsPage::tr("Sơ kết phong trào"), CampaignsPage::tr("Sơ kết ngày"), CampaignsPage::tr("Nhận xét, kết quả sơ kết"), CampaignsPage::tr("Ghi sơ kết")};
    return {CampaignsPage::tr("Tổng kết phong trào"), CampaignsPage::tr("Tổng kết ngày"), CampaignsPage::tr("Nhận xét, kết quả tổng kết"), CampaignsPage::tr("Tổng kết phong trào")};
}

bool isOver(const services::CampaignRow& row)
{
    return !domain::may(row.campaign.state, CampaignEvent::Edit);
}

bool isDraftCampaign(const services::CampaignRow& row)
{
    return domain::may(row.campaign.state, CampaignEvent::Launch);
}

}

CampaignsPage::CampaignsPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "campaigns",
                  .listName = tr("Danh sách phong trào thi đua"),
                  .panelWidth = 370,
                  .opens = EntityKind::Campaign,
                  .reads = reads::campaigns() | reads::plans() | reads::activities() | reads::targets() | reads::staff() | reads::legalTexts(),
                  .chooseFirst = tr("Chọn một phong trào trước."),
                  .nothingChosen = tr("Chọn một phong trào để xem ở đây."),
                  .nothingHere = tr("Phong trào được chọn sẽ hiện ở đây."),
                  .twoLines = true,
                  .selectFirst = true},
                 [](const Row& row) { return row.id.value(); })
{
    declareColumns();
    declareVerbs();
    build();
    setEmpty("flag", tr("Nơi ghi các phong trào thi đua của năm học"),
             tr("Phong trào thường xuyên, chuyên đề và theo đợt, gắn với ngày lễ; phát động, sơ kết, tổng kết đều ghi ngày."), "add", "plans",
             tr("hoặc bấm <b>Ctrl+N</b>"));
}

void CampaignsPage::declareColumns()
{
    setColumns({
        column("name", tr("Tên phong trào"), [](const Row& r) {
            Cell cell = Cell::twoLines(toQ(r.campaign.name), labelOf(r.campaign.kind));
            cell.tip = toQ(r.campaign.name);
            return cell;
        }, 260).stretched().summed([](const Rows& rows) { return tr("%1 phong trào").arg(rows.size()); }),
        column("kind", tr("Loại"), [](const Row& r) { return Cell::plain(labelOf(r.campaign.kind)); }, 110).hide(),
        column("dates", tr("Thời gian"), [](const Row& r) { return Cell::twoLines(dateText(r.campaign.from), dateText(r.campaign.to)); }, 96)
            .sorted([](const Row& r) { return SortKey(r.campaign.from.iso()); }),
        column("observances", tr("Ngày kỷ niệm"), [this](const Row& r) { return anniversariesCell(r, schoolYear()); }, 206),
        column("state", tr("Tình trạng"), [](const Row& r) { return stateCell(r.campaign.state); }, 124)
            .sorted([](const Row& r) { return SortKey(static_cast<int>(r.campaign.state)); })
            .summed([](const Rows& rows) {
                if (rows.empty())
                    return QString();
                const auto open = std::count_if(rows.begin(), rows.end(), [](const Row* r) { return !isOver(*r); });
                return open > 0 ? tr("%1 chưa tổng kết").arg(open) : tr("đều đã tổng kết");
            }),
    });
}

/// A verb that the campaign's workflow allows or not.
void CampaignsPage::addStep(Verb verb, CampaignEvent step, std::function<void(const Row&)> run)
{
    addRowVerb(std::move(verb), std::move(run), [step](const Row& row) { return refusalOf(row.campaign.state, step, row.campaign.name); });
}

void CampaignsPage::declareVerbs()
{
    addVerb({.id = "add", .text = tr("Thêm phong trào"), .icon = "plus", .places = InHead, .operation = Op::CreateCampaign,
             .run = [this] { openForm(nullptr); }});
    addStep({.id = "launch", .text = tr("Phát động…"), .icon = "flag", .places = InHead | OnRow, .operation = Op::LaunchCampaign,
             .words = tr("phát động phong trào")},
            CampaignEvent::Launch, [this](const Row& row) { openStep(row, CampaignEvent::Launch); });
    addRowVerb({.id = "issue", .text = tr("Ban hành kế hoạch phát động…"), .icon = "stamp", .places = InMore | OnRow | InFoot, .operation = Op::IssueCampaign,
                .brief = tr("Ban hành…"), .words = tr("số ký hiệu văn bản của phong trào")},
               [this](const Row& row) { issue(row); },
               [](const Row& row) {
                   return row.campaign.number.number ? toQ(text::message("campaign.issued", {row.campaign.name, row.campaign.number.text()}))
                                                     : refusalOf(row.campaign.state, CampaignEvent::Issue, row.campaign.name);
               });
    addRowVerb({.id = "correct", .text = tr("Sửa văn bản đã ban hành…"), .icon = "stamp", .places = InMore | OnRow, .operation = Op::CorrectPaper, .anyYear = true,
                .words = tr("đính chính thu hồi thay thế kế hoạch phát động")},
               [this](const Row& row) { PaperCorrector(context(), shell(), this).start(services::PaperKind::Campaign, row.id.value(), toQ(row.campaign.number.text())); },
               [](const Row& row) { return row.campaign.number.number ? QString() : tr("Phong trào này chưa có văn bản riêng được ban hành."); });
    addStep({.id = "review", .text = tr("Sơ kết…"), .icon = "report", .places = InHead | OnRow, .operation = Op::ReviewCampaign,
             .words = tr("sơ kết phong trào")},
            CampaignEvent::Review, [this](const Row& row) { openStep(row, CampaignEvent::Review); });
    addStep({.id = "close", .text = tr("Tổng kết…"), .icon = "check", .places = InHead | OnRow, .operation = Op::CloseCampaign,
             .words = tr("tổng kết, kết thúc phong trào")},
            CampaignEvent::Close, [this](const Row& row) { openStep(row, CampaignEvent::Close); });
    addVerb({.id = "plans", .text = tr("Đến trang Kế hoạch"), .icon = "plan", .run = [this] { shell().showPage(pages::kPlans); }});
    addRowVerb({.id = "edit", .text = tr("Sửa phong trào"), .icon = "edit", .places = InMore | OnRow | InFoot, .operation = Op::EditCampaign},
               [this](const Row& row) { openForm(&row); },
               [](const Row& row) {
                   return row.campaign.number.number ? toQ(text::message("campaign.issued", {row.campaign.name, row.campaign.number.text()}))
                                                     : refusalOf(row.campaign.state, CampaignEvent::Edit, row.campaign.name);
               });
    addRowVerb({.id = "reports", .text = tr("Báo cáo phải gửi…"), .icon = "report", .places = InMore | OnRow | InFoot, .operation = Op::SetCampaignReports,
                .brief = tr("Báo cáo…"), .words = tr("báo cáo gửi cấp trên hạn gửi đã gửi")},
               [this](const Row& row) { openReports(row); });
    addRowVerb({.id = "print", .text = tr("Xem bản in"), .icon = "print", .places = InMore | OnRow | InFoot, .words = tr("in phong trào")},
               [this](const Row& row) {
                   static const QRegularExpression notInNames(QStringLiteral("[\\\\/:*?\"<>|]"));
                   previewPaper(services::PaperKind::Campaign, row.id.value(), tr("Phong trào %1").arg(toQ(row.campaign.name)).remove(notInNames));
               });
    const auto paper = [this](services::PaperKind kind, const Row& row, const QString& name) {
        static const QRegularExpression notInNames(QStringLiteral("[\\\\/:*?\"<>|]"));
        previewPaper(kind, row.id.value(), QString(name).remove(notInNames));
    };
    addRowVerb({.id = "call", .text = tr("In lời phát động"), .icon = "print", .places = InMore | OnRow, .keys = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
                .words = tr("lời kêu gọi thi đua đọc khi phát động")},
               [paper](const Row& row) { paper(services::PaperKind::CampaignCall, row, tr("Lời phát động %1").arg(toQ(row.campaign.name))); });
    addRowVerb({.id = "pledge", .text = tr("In bản giao ước thi đua"), .icon = "print", .places = InMore | OnRow | InFoot, .brief = tr("Giao ước"),
                .keys = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G), .words = tr("ký giao ước cam kết thi đua phát động")},
               [paper](const Row& row) { paper(services::PaperKind::CampaignPledge, row, tr("Giao ước thi đua %1").arg(toQ(row.campaign.name))); });
    addRowVerb({.id = "report", .text = tr("In báo cáo sơ kết, tổng kết"), .icon = "report", .places = InMore | OnRow | InFoot, .brief = tr("In báo cáo"),
                .keys = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), .words = tr("báo cáo phong trào")},
               [paper](const Row& row) { paper(services::PaperKind::CampaignReport, row, tr("Báo cáo %1").arg(toQ(row.campaign.name))); },
               [](const Row& row) {
                   return row.campaign.reviewedOn || row.campaign.closedOn ? QString() : toQ(text::message("campaign.no-report-yet", {row.campaign.name}));
               });
    addRowVerb({.id = "proofread", .text = tr("Soát lỗi…"), .icon = "inspect", .places = InMore | OnRow, .words = tr("rà lỗi chính tả phong trào")},
               [this](const Row& row) {
                   const bool writes = !isClosed() && !row.campaign.number.number && domain::may(row.campaign.state, CampaignEvent::Edit);
                   proofreadDraft(context(), shell(), window(), toQ(row.campaign.name), {services::PaperKind::Campaign, row.id.value(), *year()}, writes,
                                  [this, id = row.id](const services::PaperGap& gap) { fill(id, gap); });
               });
    addStep({.id = "remove", .text = tr("Xóa phong trào…"), .icon = "trash", .places = InMore | OnRow | InFootEnd, .operation = Op::RemoveCampaign,
             .brief = tr("Xóa…")},
            CampaignEvent::Remove, [this](const Row& row) { remove(row); });
}

std::vector<services::CampaignRow> CampaignsPage::readRows()
{
    m_plans.clear();
    if (!year())
        return {};
    m_plans = readOr([&] { return services::PlanService(file()).plans(*year()); });
    return readOr([&] { return CampaignService(file()).campaigns(*year()); });
}

QString CampaignsPage::summary() const
{
    const QString year = toQ(schoolYear().screen());
    if (rows().empty())
        return tr("Năm học %1 chưa có phong trào nào.").arg(year);
    const Date today = file().clock().today();
    const int drafts = countOf(isDraftCampaign), over = countOf(isOver);
    const int running = static_cast<int>(rows().size()) - drafts - over;
    const int late = countOf([&](const Row& row) { return !isOver(row) && row.campaign.to < today; });
    QStringList parts;
    if (running > 0)
        parts << tr("%1 đang thực hiện").arg(running);
    if (over > 0)
        parts << tr("%1 đã tổng kết").arg(over);
    if (drafts > 0)
        parts << tr("<b>%1 chưa phát động</b>").arg(drafts);
    if (late > 0)
        parts << tr("<b>%1 đã hết thời gian mà chưa tổng kết</b>").arg(late);
    return tr("%1 phong trào trong năm học %2: %3.").arg(rows().size()).arg(year, parts.join(QStringLiteral(", ")));
}

QString CampaignsPage::planTitle(const Row& row) const
{
    for (const auto& plan : m_plans)
        if (row.campaign.plan == plan.id)
            return toQ(plan.data.title);
    return {};
}

void CampaignsPage::show(const Row& row)
{
    fillCampaignPanel(*panel(), row, planTitle(row), schoolYear(), {yearRow()->data.firstDay, yearRow()->data.lastDay});
    addCampaignReports(*panel(), row, file().clock().today());
    auto targets = readOr([&] { return services::PlanService(file()).targets(*year()); });
    std::erase_if(targets, [&row](const auto& target) { return target.target.campaign != row.id; });
    addCampaignTargets(*panel(), shell(), targets);
    addCampaignActivities(*panel(), shell(), readOr([&] { return services::ActivityService(file()).participation(row.id); }));
    if (auto* notes = makePaperNotes(context(), shell(), services::PaperKind::Campaign, row.id.value(), panel()))
        panel()->addToBody(notes);
    std::vector<std::string> lines{row.campaign.launchedBy, row.campaign.judgedHow};
    for (const auto& plan : m_plans)
        if (row.campaign.plan == plan.id)
            lines.push_back(plan.data.number.text());
    if (!isClosed() || row.campaign.number.issuedOn)
        if (auto* notes = makeBasisNotes(file(), lines, row.campaign.number.issuedOn, panel()))
            panel()->addToBody(notes);
}

void CampaignsPage::issue(const Row& row)
{
    IssueDialog dialog(file(), shell().runner,
                       {tr("Ban hành kế hoạch phát động"), toQ(row.campaign.name),
                        tr("Ban hành rồi thì tên, thời gian và nội dung không sửa được nữa; sơ kết, tổng kết vẫn ghi như thường. Phong trào chưa phát động thì được phát động cùng lúc."),
                        services::PaperKind::Campaign, row.id.value(),
                        [this, id = row.id](const services::IssuePaper& paper) { return changesOf(CampaignService(file()).issue(id, paper)); },
                        [this, id = row.id](const services::PaperGap& gap) { fill(id, gap); }, [this] { print(); }},
                       window());
    dialog.exec();
}

void CampaignsPage::fill(domain::CampaignId id, const services::PaperGap& gap)
{
    if (fillInSettings(shell(), window(), gap))
        return;
    if (const Row* row = find(id.value()))
        openForm(row, &gap);
}

void CampaignsPage::openForm(const Row* row, const services::PaperGap* gap)
{
    auto* form = new CampaignForm(file(), shell(), m_plans, *yearRow());
    form->start(row);
    openRowForm(form, row, {.title = row ? tr("Sửa phong trào") : tr("Phong trào mới"),
                            .subtitle = row ? toQ(row->campaign.name) : tr("năm học %1").arg(toQ(schoolYear().screen())),
                            .saveText = tr("Ghi phong trào"),
                            .name = "campaign",
                            .first = form->firstField(),
                            .enterSaves = false},
                [this](const services::CampaignDraft& draft) { return CampaignService(file()).createCampaign(draft); },
                [this](domain::CampaignId id, const services::CampaignDraft& draft, domain::RowVersion version) {
                    return CampaignService(file()).editCampaign(id, draft, version);
                });
    if (gap)
        showGap(shell(), form->binder(), *gap, {{"purposes", "theme"}, {"contents", "items"}, {"subject", "name"}, {"text", "items"}, {"basis", "plan"}, {"criteria", "judgedHow"}});
}

void CampaignsPage::openStep(const Row& row, CampaignEvent step)
{
    const auto words = wordsOf(step);
    auto* form = new RecordForm<StepTaken>(1);
    const auto day = form->date("on", words.day, &StepTaken::on).named("campaignStepDay").hint(tr("Sửa được khi việc đã làm trước hôm nay."));
    QWidget* first = day.field;
    if (step != CampaignEvent::Launch)
        first = form->lines("note", words.note, &StepTaken::note, 8).named("campaignNote").hint(tr("Ghi kèm ngày ở trên.")).field;
    if (step == CampaignEvent::Close)
        form->addText(tr("Sau khi tổng kết, phong trào chỉ xem và in."));
    std::string begun;
    if (step != CampaignEvent::Launch)
        begun = fromQ(participationText(readOr([&] { return services::ActivityService(file()).participation(row.id); })));
    form->load({file().clock().today(), begun});
    ListPage::openForm({.title = words.title,
                        .subtitle = toQ(row.campaign.name),
                        .body = form,
                        .binder = &form->binder(),
                        .saveText = words.save,
                        .save = [this, form, step, id = row.id] {
                            CampaignService service(file());
                            const auto taken = form->draft();
                            return writtenBy(shell().runner, form->binder(), id.value(), [&] {
                                return step == CampaignEvent::Launch   ? service.launch(id, taken.on)
                                       : step == CampaignEvent::Review ? service.review(id, taken.note, taken.on)
                                                                       : service.close(id, taken.note, taken.on);
                            });
                        },
                        .id = row.id.value(),
                        .name = "campaign",
                        .first = first});
}

void CampaignsPage::openReports(const Row& row)
{
    auto* form = new ReportsForm(row);
    ListPage::openForm({.title = tr("Báo cáo phải gửi"),
                        .subtitle = toQ(row.campaign.name),
                        .body = form,
                        .binder = &form->binder(),
                        .saveText = tr("Ghi báo cáo"),
                        .save = [this, form, id = row.id] {
                            const auto draft = form->draft();
                            return writtenBy(shell().runner, form->binder(), id.value(), [&] { return CampaignService(file()).setReports(id, draft.reports); });
                        },
                        .id = row.id.value(),
                        .name = "reports"});
}

void CampaignsPage::remove(const Row& row)
{
    if (shell().prompter.confirm({tr("Xóa phong trào?"), tr("Xóa phong trào “%1” chưa phát động? Ngày kỷ niệm vẫn ở trong thư viện.").arg(toQ(row.campaign.name)),
                                  tr("Xóa phong trào"), tr("Giữ lại"), true}))
        shell().runner.run([&, id = row.id] { return CampaignService(file()).removeCampaign(id); });
}

}
