// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/contests/contests_page.h"

#include "domain/page_ids.h"
#include "services/core/reads.h"
#include "services/follow/activity_service.h"
#include "services/people/subject_list.h"
#include "services/prepare/campaign_service.h"
#include "ui/pages/contests/contest_panel.h"
#include "ui/pages/contests/marks_dialog.h"
#include "ui/pages/follow/follow_common.h"

#include <QRegularExpression>

namespace thidua::ui::follow {

namespace reads = services::reads;
using domain::ContestEvent;
using domain::EntityKind;
using domain::Op;
using services::ContestService;

namespace {

QString fileName(const QString& words)
{
    static const QRegularExpression notInNames(QStringLiteral("[\\\\/:*?\"<>|]"));
    return QString(words).remove(notInNames);
}

QString prizesText(const services::ContestRow& row)
{
    int all = 0;
    for (const auto& prize : row.prizes)
        all += prize.data.quantity;
    return all == 0 ? QString() : QStringLiteral("%1 / %2").arg(row.prizesGiven()).arg(all);
}

}

ContestsPage::ContestsPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = QStringLiteral("contestsTable"),
                  .listName = tr("Hội thi, cuộc thi của năm học"),
                  .panelWidth = 420,
                  .opens = EntityKind::Contest,
                  .reads = reads::contests() | reads::campaigns() | reads::pupils() | reads::staff() | reads::collectives() | reads::years(),
                  .chooseFirst = tr("Chọn một hội thi trong bảng trước."),
                  .nothingChosen = tr("Chọn một hội thi trong bảng, hoặc bấm “Mở hội thi”."),
                  .nothingHere = tr("Hội thi được chọn sẽ hiện ở đây."),
                  .sortBy = QStringLiteral("from"),
                  .order = Qt::DescendingOrder,
                  .twoLines = true,
                  .selectFirst = true,
                  .paperTitle = tr("Danh sách hội thi, cuộc thi")},
                 [](const Row& row) { return row.id.value(); })
{
    declareColumns();
    declareVerbs();
    declareSteps();
    build();
    setEmpty(QStringLiteral("certificate"), tr("Nơi tổ chức hội thi, cuộc thi của trường"),
             tr("Ra thể lệ, nhận bài, chấm theo số phách, xếp giải; kết quả ghi thẳng vào sổ hoạt động, tính cho chỉ tiêu, phong trào và từng người."), QStringLiteral("add"), QStringLiteral("activities"),
             tr("hoặc bấm <b>Ctrl+N</b>"));
    setViews("contestViews", {{QStringLiteral("all"), tr("Tất cả"), {}},
                              {QStringLiteral("open"), tr("Đang tổ chức"), [](const Row& row) { return row.contest.state == domain::ContestState::Open; }},
                              {QStringLiteral("stale"), tr("Cần ghi lại"), [](const Row& row) { return row.stale; }, Tone::Warn},
                              {QStringLiteral("story"), tr("Có bài viết thành gương"), [](const Row& row) {
                                   return std::any_of(row.entries.begin(), row.entries.end(), [](const auto& entry) { return entry.entry.story; });
                               }}});
}

void ContestsPage::declareColumns()
{
    setColumns({
        column("name", tr("Hội thi"), [](const Row& r) {
            Cell cell = Cell::twoLines(toQ(r.contest.name), toQ(r.campaignName));
            cell.tip = toQ(r.contest.name);
            return cell;
        }, 220).stretched().summed([](const Rows& rows) { return tr("%1 hội thi").arg(rows.size()); }),
        column("from", tr("Nhận bài"), [](const Row& r) { return Cell::twoLines(dateText(r.contest.from), dateText(r.contest.closesOn)); }, 92)
            .sorted([](const Row& r) { return SortKey(r.contest.from.iso()); }),
        column("judged", tr("Chấm"), [](const Row& r) { return Cell::plain(dateText(r.contest.judgedOn)); }, 88).sorted([](const Row& r) { return SortKey(r.contest.judgedOn.iso()); }),
        column("entries", tr("Bài"), [](const Row& r) { return countOrDash(static_cast<std::int64_t>(r.entries.size())); }, 56).right()
            .sorted([](const Row& r) { return SortKey(static_cast<int>(r.entries.size())); }),
        column("prizes", tr("Giải đã xếp"), [](const Row& r) { return orDash(prizesText(r)); }, 86).right(),
        column("state", tr("Tình trạng"), [this](const Row& r) { return contestStateCell(r, file().clock().today()); }, 150)
            .sorted([this](const Row& r) { return SortKey(static_cast<int>(stepOf(r, file().clock().today()))); }),
        column("theme", tr("Chủ đề"), [](const Row& r) { return Cell::secondary(toQ(r.contest.theme)); }, 140).hide(),
        column("kind", tr("Loại hoạt động"), [](const Row& r) { return Cell::secondary(toQ(r.kindName)); }, 140).hide(),
    });
}

void ContestsPage::declareVerbs()
{
    addVerb({.id = "add", .text = tr("Mở hội thi"), .icon = "plus", .places = InHead, .operation = Op::AddContest, .words = tr("thêm cuộc thi thể lệ"),
             .run = [this] { openForm(nullptr); }});
    addRowVerb({.id = "entry", .text = tr("Nhận bài…"), .icon = "import", .places = InHead | OnRow | InFoot, .operation = Op::AddContestEntry,
                .words = tr("nộp bài dự thi sản phẩm")},
               [this](const Row& row) { openEntry(row, std::nullopt); });
    addRowVerb({.id = "marks", .text = tr("Chấm điểm…"), .icon = "edit", .places = InHead | OnRow | InFoot, .operation = Op::RecordContestMarks,
                .words = tr("điểm giám khảo số phách")},
               [this](const Row& row) { openMarks(row); },
               [](const Row& row) {
                   const char* key = row.entries.empty() ? "contest.no-entries" : row.judges.empty() ? "contest.no-judges" : nullptr;
                   return key ? toQ(text::message(key, {row.contest.name})) : QString();
               });
    addRowVerb({.id = "prizes", .text = tr("Xếp giải…"), .icon = "star", .places = InHead | OnRow | InFoot, .operation = Op::GiveContestPrizes,
                .words = tr("trao giải nhất nhì ba khuyến khích")},
               [this](const Row& row) { openPrizes(row); },
               [](const Row& row) {
                   if (row.entries.empty())
                       return toQ(text::message("contest.no-entries", {row.contest.name}));
                   const int missing = row.missingMarks();
                   return row.judges.empty() ? toQ(text::message("contest.no-judges", {row.contest.name})) : missing > 0 ? toQ(text::message("contest.marks-missing", {std::to_string(missing)})) : QString();
               });
}

void ContestsPage::declareSteps()
{
    addRowVerb({.id = "confirm", .text = tr("Ghi kết quả vào sổ hoạt động"), .icon = "check", .places = InMore | OnRow | InFoot, .operation = Op::ConfirmContestResults,
                .brief = tr("Ghi kết quả"), .words = tr("công nhận kết quả hội thi")},
               [this](const Row& row) { confirm(row); },
               [](const Row& row) {
                   if (row.prizesGiven() == 0)
                       return toQ(text::message("contest.no-prizes", {row.contest.name}));
                   return row.contest.state == domain::ContestState::Confirmed && !row.stale ? toQ(text::message("contest.up-to-date", {row.contest.name})) : QString();
               });
    addRowVerb({.id = "edit", .text = tr("Sửa hội thi"), .icon = "settings", .places = InMore | OnRow | InFoot, .operation = Op::EditContest, .brief = tr("Sửa")},
               [this](const Row& row) { openForm(&row); },
               [](const Row& row) { return refusalOf(row.contest.state, ContestEvent::Edit, row.contest.name); });
    addRowVerb({.id = "print", .text = tr("In kết quả"), .icon = "print", .places = InMore | OnRow | InFoot, .words = tr("danh sách giải")},
               [this](const Row& row) {
                   previewPaper(services::PaperKind::ContestResults, row.id.value(), fileName(tr("Kết quả %1").arg(toQ(row.contest.name))));
               },
               [](const Row& row) { return row.prizesGiven() > 0 ? QString() : toQ(text::message("contest.no-prizes", {row.contest.name})); });
    addRowVerb({.id = "call", .text = tr("In thể lệ"), .icon = "print", .places = InMore | OnRow | InFoot, .keys = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
               [this](const Row& row) { previewPaper(services::PaperKind::ContestCall, row.id.value(), fileName(tr("Thể lệ %1").arg(toQ(row.contest.name)))); });
    addVerb({.id = "list", .text = tr("In danh sách hội thi"), .icon = "print", .places = InMore, .run = [this] { printList(); }});
    addVerb({.id = "activities", .text = tr("Đến trang Hoạt động"), .icon = "star", .places = InMore, .run = [this] { shell().showPage(pages::kActivities); }});
    addRowVerb({.id = "campaign", .text = tr("Mở phong trào"), .icon = "flag", .places = OnRow},
               [this](const Row& row) { shell().openRecord(EntityKind::Campaign, row.contest.campaign->value()); },
               [](const Row& row) { return row.contest.campaign ? QString() : tr("Hội thi này không thuộc phong trào nào."); });
    addRowVerb({.id = "takeback", .text = tr("Rút kết quả khỏi sổ hoạt động…"), .icon = "undo", .places = InMore | OnRow, .operation = Op::TakeBackContestResults},
               [this](const Row& row) { takeBack(row); },
               [](const Row& row) { return refusalOf(row.contest.state, ContestEvent::TakeBack, row.contest.name); });
    addRowVerb({.id = "remove", .text = tr("Xóa hội thi…"), .icon = "trash", .places = OnRow | InFootEnd, .operation = Op::RemoveContest, .brief = tr("Xóa…")},
               [this](const Row& row) { remove(row); },
               [](const Row& row) { return refusalOf(row.contest.state, ContestEvent::Remove, row.contest.name); });
}

std::vector<services::ContestRow> ContestsPage::readRows()
{
    return year() ? readOr([&] { return ContestService(file()).contests(*year()); }) : std::vector<Row>{};
}

QString ContestsPage::summary() const
{
    if (!year())
        return tr("Tệp chưa có năm học nào; xin mở năm học ở nút năm học phía trên.");
    if (rows().empty())
        return tr("Năm học %1 chưa có hội thi nào.").arg(toQ(schoolYear().screen()));
    const Date today = file().clock().today();
    std::size_t entries = 0;
    for (const auto& row : rows())
        entries += row.entries.size();
    const int waiting = countOf([today](const Row& row) {
        const auto step = stepOf(row, today);
        return step == ContestStep::Judging || step == ContestStep::Prizes || step == ContestStep::Confirming || step == ContestStep::Stale;
    });
    QString line = tr("%1 hội thi, %2 bài dự thi").arg(rows().size()).arg(entries);
    if (waiting > 0)
        line += tr("; <b>%1 đang chờ chấm, xếp giải hoặc ghi kết quả</b>").arg(waiting);
    return line + QLatin1Char('.');
}

void ContestsPage::show(const Row& row)
{
    fillContestPanel(*panel(), shell(), row, file().clock().today(), [this, id = row.id](domain::ContestEntryId entry) {
        const Row* now = find(id.value());
        if (now && !isClosed() && leaveForm())
            openEntry(*now, entry);
    });
}

ContestChoices ContestsPage::choices(bool authors)
{
    ContestChoices all;
    for (const auto& kind : readOr([&] { return services::ActivityService(file()).kinds(); }))
        if (kind.data.hasResult)
            all.kinds.push_back({std::to_string(kind.id.value()), toQ(kind.data.name)});
    for (const auto& row : readOr([&] { return services::CampaignService(file()).campaigns(*year()); }))
        all.campaigns.push_back({std::to_string(row.id.value()), toQ(row.campaign.name)});
    for (const auto& one : readOr([&] { return services::subjectsOf(file(), *year()); })) {
        const QString unit = one.subject.collective ? tr("Tập thể") : one.unit.empty() ? tr("Chưa xếp tổ") : toQ(one.unit);
        if (one.subject.person)
            all.judges.push_back({one.subject, toQ(one.name), unit});
        all.authors.push_back({rowIdOf(one.subject), toQ(one.name), unit});
    }
    if (authors)
        for (const auto& pupil : readOr([&] { return services::pupilsOf(file(), *year()); }))
            all.authors.push_back({rowIdOf(pupil.subject), toQ(pupil.name), pupil.unit.empty() ? tr("học sinh") : tr("lớp %1").arg(toQ(pupil.unit))});
    return all;
}

void ContestsPage::openForm(const Row* row)
{
    const auto all = choices(false);
    if (all.kinds.empty()) {
        shell().prompter.inform(tr("Chưa có loại hoạt động"), tr("Kết quả hội thi ghi thành hoạt động, mà trường chưa có loại hoạt động nào ghi được kết quả. Xin mở trang Hoạt động, bấm “Lấy loại thường gặp”, rồi trở lại đây."));
        return;
    }
    services::ContestDraft draft;
    if (row) {
        draft.contest = row->contest;
        for (const auto& prize : row->prizes)
            draft.prizes.push_back({prize.id, prize.data.name, prize.data.quantity});
        for (const auto& judge : row->judges)
            draft.judges.push_back(judge.person);
    } else {
        draft = readOr([&] { return ContestService(file()).proposed(*year()); });
    }
    auto* form = new ContestForm(all, draft);
    openRowForm(form, row, {.title = row ? tr("Sửa hội thi") : tr("Mở hội thi"),
                            .subtitle = row ? toQ(row->contest.name) : tr("năm học %1").arg(toQ(schoolYear().screen())),
                            .saveText = tr("Ghi hội thi"),
                            .name = "contest",
                            .first = form->firstField(),
                            .enterSaves = false},
                [this](const services::ContestDraft& given) { return ContestService(file()).add(given); },
                [this](domain::ContestId id, const services::ContestDraft& given, domain::RowVersion version) { return ContestService(file()).edit(id, given, version); });
}

void ContestsPage::openEntry(const Row& row, std::optional<domain::ContestEntryId> id)
{
    const auto found = std::find_if(row.entries.begin(), row.entries.end(), [&id](const auto& entry) { return entry.id == id; });
    const bool isNew = found == row.entries.end();
    services::ContestEntryDraft draft;
    if (isNew) {
        const auto usual = m_lastReceived > row.contest.from ? m_lastReceived : file().clock().today();
        draft.entry.contest = row.id;
        draft.entry.receivedOn = std::clamp(usual, row.contest.from, row.contest.closesOn);
    } else {
        draft.entry = found->entry;
        for (const auto& author : found->authors)
            draft.authors.push_back(author.subject);
    }
    auto* form = new ContestEntryForm(choices(true), draft.authors.size(), isNew, !isNew && found->entry.prize.has_value());
    form->load(draft);
    if (!isNew) {
        auto* remove = compact(makeButton(tr("Xóa bài này…"), QStringLiteral("trash"), ButtonKind::Danger));
        remove->setObjectName(QStringLiteral("entryRemove"));
        connect(remove, &QPushButton::clicked, this, [this, entry = *found] { removeEntry(entry); });
        form->FormLayout::add(remove, Wide);
    }
    const auto version = isNew ? domain::RowVersion{0} : found->version;
    ListPage::openForm({.title = isNew ? tr("Nhận bài dự thi") : tr("Bài số %1").arg(toQ(draft.entry.code)),
                        .subtitle = toQ(row.contest.name),
                        .body = form,
                        .binder = &form->binder(),
                        .saveText = isNew ? tr("Nhận bài") : tr("Ghi bài"),
                        .save = [this, form, id, version, contest = row.id]() -> std::optional<std::int64_t> {
                            const auto given = form->draft();
                            m_lastReceived = given.entry.receivedOn;
                            ContestService service(file());
                            const auto written = id ? writtenBy(shell().runner, form->binder(), contest.value(), [&] { return service.editEntry(*id, given, version); })
                                                    : writtenBy(shell().runner, form->binder(), contest.value(), [&] { return service.addEntry(given); });
                            return written ? std::optional(contest.value()) : std::nullopt;
                        },
                        .id = row.id.value(),
                        .name = "entry",
                        .first = form->firstField()});
}

void ContestsPage::removeEntry(const services::ContestEntryRow& entry)
{
    if (!shell().prompter.confirm({tr("Xóa bài dự thi?"), tr("Xóa bài số %1 “%2” của %3, cùng điểm đã chấm?").arg(toQ(entry.entry.code), toQ(entry.entry.title), toQ(entry.names())),
                                   tr("Xóa bài"), tr("Giữ lại"), true}))
        return;
    escape();
    shell().runner.run([&, id = entry.id] { return ContestService(file()).removeEntry(id); });
}

void ContestsPage::openMarks(const Row& row)
{
    MarksDialog dialog(file(), shell(), row, window());
    dialog.exec();
}

void ContestsPage::openPrizes(const Row& row)
{
    auto* form = new PrizesForm(row);
    ListPage::openForm({.title = tr("Xếp giải"),
                        .subtitle = row.prizesGiven() > 0 ? tr("Giải đã xếp; sửa được.") : tr("Đề xuất theo thứ hạng; sửa được trước khi ghi."),
                        .body = form,
                        .binder = &form->binder(),
                        .saveText = tr("Ghi giải"),
                        .save = [this, form, id = row.id] {
                            const auto draft = form->draft();
                            return writtenBy(shell().runner, form->binder(), id.value(), [&] { return ContestService(file()).givePrizes(id, draft.prizes); });
                        },
                        .id = row.id.value(),
                        .name = "prizes"});
}

void ContestsPage::confirm(const Row& row)
{
    shell().runner.run([&, id = row.id] { return ContestService(file()).confirm(id); });
}

void ContestsPage::takeBack(const Row& row)
{
    if (shell().prompter.confirm({tr("Rút kết quả?"), tr("Xóa %1 mục mà hội thi “%2” đã ghi ở trang Hoạt động? Bài, điểm và giải vẫn giữ ở đây; chỉ tiêu và phong trào tính lại.").arg(row.activities.size()).arg(toQ(row.contest.name)),
                                  tr("Rút kết quả"), tr("Giữ lại"), true}))
        shell().runner.run([&, id = row.id] { return ContestService(file()).takeBack(id); });
}

void ContestsPage::remove(const Row& row)
{
    if (shell().prompter.confirm({tr("Xóa hội thi?"), tr("Xóa hội thi “%1” cùng %2 bài dự thi và điểm đã chấm?").arg(toQ(row.contest.name)).arg(row.entries.size()),
                                  tr("Xóa hội thi"), tr("Giữ lại"), true}))
        shell().runner.run([&, id = row.id] { return ContestService(file()).remove(id); });
}

}
