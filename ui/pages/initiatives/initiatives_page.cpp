// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/initiative_service.h"
#include "ui/pages/initiatives/initiatives_page.h"

#include "domain/page_ids.h"
#include "services/award/decision_service.h"
#include "services/core/reads.h"
#include "services/people/people_service.h"
#include "ui/pages/initiatives/recognise_dialogs.h"

namespace thidua::ui::follow {

namespace reads = services::reads;
using domain::EntityKind;
using domain::InitiativeEvent;
using domain::InitiativeState;
using domain::Op;
using services::InitiativeService;

Tone toneOf(InitiativeState state)
{
    switch (state) {
    case InitiativeState::Recognised: return Tone::Ok;
    case InitiativeState::Rejected: return Tone::Bad;
    case InitiativeState::Registered: break;
    }
    return Tone::None;
}

bool waits(InitiativeState state)
{
    return state == InitiativeState::Registered;
}

namespace {

using InitiativeRow = services::InitiativeRow;

Cell stateCell(const InitiativeRow& row)
{
    const auto state = row.initiative.state;
    return Cell::mark(toneOf(state), wordOf(state), waits(state) ? QStringLiteral("clock") : QString());
}

Cell titleCell(const InitiativeRow& row)
{
    const QString type = wordOf(row.initiative.type);
    const QString field = toQ(row.initiative.field);
    Cell cell = Cell::twoLines(toQ(row.initiative.title), field.isEmpty() ? type : QStringLiteral("%1 – %2").arg(type, field));
    cell.tip = cell.text;
    return cell;
}

Cell authorsCell(const InitiativeRow& row)
{
    QStringList names, shares;
    for (std::size_t i = 0; i < row.authorNames.size(); ++i) {
        names << toQ(row.authorNames[i]);
        shares << QStringLiteral("%1 %2 %").arg(names.last()).arg(i < row.authors.size() ? row.authors[i].share : 0);
    }
    if (names.isEmpty())
        return Cell::toned(Tone::Warn, InitiativesPage::tr("chưa có"));
    Cell cell = names.size() == 1 ? Cell::plain(names.first())
                                  : Cell::twoLines(names.first(), InitiativesPage::tr("và %1 người khác").arg(names.size() - 1));
    cell.tip = shares.join(QLatin1Char('\n'));
    return cell;
}

/// Asked for one row: the workflow's own answer.
auto refusedBy(InitiativeEvent event)
{
    return [event](const InitiativeRow& row) { return refusalOf(row.initiative.state, event, row.initiative.title); };
}

}

InitiativesPage::InitiativesPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = QStringLiteral("initiativesTable"),
                  .listName = tr("Sáng kiến của năm học"),
                  .panelWidth = 360,
                  .opens = EntityKind::Initiative,
                  .reads = reads::initiatives() | reads::attachments() | reads::registrations() | reads::honours() | reads::decisions() | reads::staff() | reads::years(),
                  .chooseFirst = tr("Đánh dấu hoặc chọn sáng kiến trong bảng trước."),
                  .nothingChosen = tr("Chọn một sáng kiến trong bảng, hoặc bấm “Thêm sáng kiến”."),
                  .sortBy = QStringLiteral("title"),
                  .twoLines = true,
                  .tickable = true,
                  .enterVerb = QStringLiteral("edit")},
                 [](const InitiativeRow& row) { return row.id.value(); })
{
    declareColumns();
    declareVerbs();
    declareSteps();
    build();
    setEmpty(QStringLiteral("bulb"), tr("Nơi ghi sáng kiến của năm học"),
             tr("Sáng kiến nêu khi đăng ký thi đua tự có mặt ở đây. Mỗi sáng kiến có tác giả và tỷ lệ đóng góp, kết quả công nhận; "
                "sáng kiến được công nhận là điều kiện xét Chiến sĩ thi đua cơ sở."),
             QStringLiteral("add"), QStringLiteral("registrations"));
}

void InitiativesPage::declareColumns()
{
    const auto level = [](const InitiativeRow& r) {
        return r.initiative.recognisedAt ? Cell::twoLines(wordOf(*r.initiative.recognisedAt), toQ(r.initiative.decisionNumber)) : orDash({});
    };
    const auto scope = [](const InitiativeRow& r) { return Cell::secondary(r.initiative.scope ? wordOf(*r.initiative.scope) : QString()); };
    setColumns({
        column("title", tr("Tên sáng kiến, giải pháp"), titleCell, 190).stretched().sorted([](const InitiativeRow& r) { return SortKey(r.sortKey); })
            .summed([](const Rows& rows) { return tr("Cộng: %1 sáng kiến").arg(rows.size()); }),
        column("authors", tr("Tác giả"), authorsCell, 140),
        column("state", tr("Tình trạng"), stateCell, 128).sorted([](const InitiativeRow& r) { return SortKey(static_cast<int>(r.initiative.state)); })
            .summed([](const Rows& rows) {
                return tr("%1 được công nhận").arg(std::count_if(rows.begin(), rows.end(), [](const InitiativeRow* r) { return r->initiative.recognisedAt.has_value(); }));
            }),
        column("level", tr("Cấp, quyết định"), level, 124)
            .sorted([](const InitiativeRow& r) { return SortKey(r.initiative.recognisedAt ? static_cast<int>(*r.initiative.recognisedAt) : -1); }),
        column("registered", tr("Ngày đăng ký"), [](const InitiativeRow& r) { return Cell::secondary(dateText(r.initiative.registeredOn)); }, 100)
            .sorted([](const InitiativeRow& r) { return SortKey(r.initiative.registeredOn.iso()); }).hide(),
        column("score", tr("Điểm, xếp loại"), [](const InitiativeRow& r) {
            if (!r.score)
                return orDash({});
            const QString grade = r.score->grade ? wordOf(*r.score->grade) : QString();
            return r.score->mean ? Cell::twoLines(toQ(services::meanText(*r.score->mean)), grade) : Cell::plain(grade);
        }, 96).sorted([](const InitiativeRow& r) { return SortKey(r.score && r.score->mean ? *r.score->mean : -1); }),
        column("above", tr("Cấp trên"), [](const InitiativeRow& r) {
            if (r.referrals.empty())
                return orDash({});
            const auto& last = r.referrals.back().data;
            const Tone tone = last.state == domain::ReferralState::Recognised ? Tone::Ok : last.state == domain::ReferralState::Refused ? Tone::Bad : Tone::Info;
            return Cell::mark(tone, wordOf(last.state), last.state == domain::ReferralState::Waiting ? QStringLiteral("clock") : QString());
        }, 118).hide(),
        column("scope", tr("Phạm vi ảnh hưởng"), scope, 120).hide(),
        column("decided", tr("Ngày quyết định"), [](const InitiativeRow& r) { return Cell::secondary(dateText(r.initiative.decidedOn)); }, 110)
            .sorted([](const InitiativeRow& r) { return SortKey(r.initiative.decidedOn ? r.initiative.decidedOn->iso() : std::string()); }).hide(),
        column("used", tr("Đã dùng xét"), [this](const InitiativeRow& r) { return Cell::secondary(honoursServed(r)); }, 100).hide(),
    });
    addGrouping({QStringLiteral("state"), tr("Gom theo tình trạng"), [](const InitiativeRow& r) { return wordOf(r.initiative.state); },
                 [](const InitiativeRow& r) { return SortKey(static_cast<int>(r.initiative.state)); },
                 [](const QString& label, const Rows& rows) { return tr("%1 – %2 sáng kiến").arg(label).arg(rows.size()); }});
}

void InitiativesPage::declareVerbs()
{
    addVerb({.id = "add", .text = tr("Thêm sáng kiến"), .icon = "plus", .places = InHead, .operation = Op::AddInitiative,
             .words = tr("giải pháp đề tài"), .run = [this] { openNew(); }});
    addRowsVerb({.id = "recognise", .text = tr("Công nhận cấp trường…"), .icon = "stamp", .places = InHead | OnRow,
                 .operation = Op::RecogniseInitiatives, .words = tr("quyết định công nhận sáng kiến")},
                [this](const Rows& rows) { recogniseHere(rows); },
                [](const Rows& rows) {
                    return std::all_of(rows.begin(), rows.end(), [](const InitiativeRow* r) { return waits(r->initiative.state); })
                               ? QString()
                               : tr("Trong các dòng đã chọn có sáng kiến đã được xét.");
                });
    addRowsVerb({.id = "recognise-above", .text = tr("Ghi công nhận của cấp trên…"), .icon = "decision", .places = InHead | OnRow,
                 .operation = Op::RecogniseInitiatives, .words = tr("cấp huyện cấp tỉnh")},
                [this](const Rows& rows) { recogniseAbove(rows); },
                [](const Rows& rows) {
                    return std::all_of(rows.begin(), rows.end(), [](const InitiativeRow* r) { return domain::may(r->initiative.state, InitiativeEvent::Recognise); })
                               ? QString()
                               : tr("Trong các dòng đã chọn có sáng kiến không được công nhận.");
                });
    addRowsVerb({.id = "refer", .text = tr("Chuyển lên cấp trên…"), .icon = "send", .places = InMore | OnRow, .operation = Op::ReferInitiatives, .words = tr("gửi huyện tỉnh xét sáng kiến")},
                [this](const Rows& rows) { refer(rows); },
                [](const Rows& rows) {
                    return std::all_of(rows.begin(), rows.end(), [](const InitiativeRow* r) { return r->initiative.recognisedAt.has_value(); })
                               ? QString()
                               : tr("Chỉ chuyển sáng kiến đã được công nhận cấp trường.");
                });
    const auto notSent = [](const InitiativeRow& row) {
        return std::ranges::any_of(row.referrals, [](const auto& one) { return one.data.state == domain::ReferralState::Waiting; }) ? QString() : tr("Sáng kiến này không chờ kết quả của cấp trên.");
    };
    addRowVerb({.id = "refused", .text = tr("Cấp trên không công nhận…"), .icon = "close", .places = InMore | OnRow, .operation = Op::AnswerReferral, .words = tr("kết quả huyện tỉnh")},
               [this](const InitiativeRow& row) { refuse(row); }, notSent);
    addRowVerb({.id = "unrefer", .text = tr("Bỏ việc chuyển lên cấp trên…"), .icon = "undo", .places = InMore | OnRow, .operation = Op::DropReferral},
               [this](const InitiativeRow& row) { dropReferral(row); }, notSent);
    addRowVerb({.id = "use", .text = tr("Ghi đã dùng xét…"), .icon = "register", .places = InMore | OnRow, .operation = Op::UseInitiative, .words = tr("sổ sáng kiến đã sử dụng danh hiệu")},
               [this](const InitiativeRow& row) { recordUse(row); },
               [](const InitiativeRow& row) { return row.initiative.recognisedAt ? QString() : tr("Chỉ sáng kiến đã được công nhận mới dùng xét khen thưởng."); });
    addVerb({.id = "ledger", .text = tr("Sổ theo dõi sáng kiến…"), .icon = "book", .places = InMore, .words = tr("in sổ sáng kiến đã dùng hiệu lực"),
             .run = [this] { previewPaper(services::PaperKind::InitiativeLedger, 0, tr("Sổ theo dõi sáng kiến")); }});
    const auto undecided = [this](const InitiativeRow& row) {
        return decisionOf(row) ? QString() : tr("Sáng kiến đang chọn chưa có quyết định công nhận của trường.");
    };
    addRowVerb({.id = "print", .text = tr("In quyết định công nhận…"), .icon = "print", .places = InMore | OnRow},
               [this](const InitiativeRow& row) {
                   previewPaper(services::PaperKind::Decision, decisionOf(row), tr("Quyết định công nhận sáng kiến %1").arg(toQ(schoolYear().text())));
               },
               undecided);
    addRowVerb({.id = "certificates", .text = tr("In giấy chứng nhận…"), .icon = "certificate", .places = InMore | OnRow, .words = tr("giấy chứng nhận sáng kiến tác giả")},
               [this](const InitiativeRow& row) {
                   previewPaper(services::PaperKind::InitiativeCertificates, decisionOf(row), tr("Giấy chứng nhận sáng kiến %1").arg(toQ(schoolYear().text())));
               },
               undecided);
    addRowVerb({.id = "decision", .text = tr("Mở quyết định"), .icon = "decision", .places = OnRow | InFoot},
               [this](const InitiativeRow& row) { shell().openRecord(EntityKind::Decision, *decisionOf(row)); }, undecided);
    addVerb({.id = "waiting", .text = tr("Chỉ xem sáng kiến chờ công nhận"), .icon = "filter", .places = InMore, .words = tr("chưa công nhận"), .run = [this] {
                 table()->clearFilters();
                 table()->setExtraFilter([this](int row) { return rows()[static_cast<std::size_t>(row)].initiative.state == InitiativeState::Registered; });
             }});
    addVerb({.id = "registrations", .text = tr("Mở trang Đăng ký"), .icon = "register", .run = [this] { shell().showPage(pages::kRegistrations); }});
}

/// What is done to one initiative: its form, turning it down, taking it up again, removing it.
void InitiativesPage::declareSteps()
{
    addRowVerb({.id = "edit", .text = tr("Sửa sáng kiến"), .icon = "edit", .places = OnRow, .operation = Op::EditInitiative, .keepsForm = true},
               [this](const InitiativeRow&) {
                   split()->setPanelVisible(true);
                   if (auto* title = m_form ? m_form->findChild<QWidget*>(QStringLiteral("title")) : nullptr)
                       title->setFocus(Qt::TabFocusReason);
               });
    addRowVerb({.id = "reject", .text = tr("Không công nhận…"), .icon = "close", .places = OnRow | InFoot, .operation = Op::RejectInitiative,
                .brief = tr("Không công nhận")},
               [this](const InitiativeRow& row) { reject(row); }, refusedBy(InitiativeEvent::Reject));
    addRowVerb({.id = "reconsider", .text = tr("Xét lại"), .icon = "undo", .places = OnRow | InFoot, .operation = Op::ReconsiderInitiative},
               [this](const InitiativeRow& row) { shell().runner.run([this, id = row.id] { return InitiativeService(file()).reconsiderInitiative(id); }); },
               refusedBy(InitiativeEvent::Reconsider));
    addRowVerb({.id = "remove", .text = tr("Xóa sáng kiến…"), .icon = "trash", .places = OnRow | InFootEnd, .operation = Op::RemoveInitiative,
                .brief = tr("Xóa…")},
               [this](const InitiativeRow& row) { remove(row); }, refusedBy(InitiativeEvent::Remove));
}

std::vector<services::InitiativeRow> InitiativesPage::readRows()
{
    m_people.clear();
    m_decisions.clear();
    m_honours = {{std::string(), tr("– chưa nêu –")}};
    if (!year())
        return {};
    for (const auto& row : readOr([&] { return services::PeopleService(file()).staff(*year(), true); }))
        m_people.push_back({row.id.value(), toQ(row.person.fullName), toQ(row.apart)});
    for (const auto& choice : services::RegistrationService(file()).choices(file().clock().today()))
        if (choice.forPeople)
            m_honours.push_back({choice.code, toQ(choice.name)});
    for (const auto& detail : readOr([&] { return services::DecisionService(file()).decisions(*year()); }))
        for (const auto& line : detail.lines)
            if (detail.decision.kind == domain::DecisionKind::RecogniseInitiatives && line.initiative)
                m_decisions.emplace(*line.initiative, detail.id);
    return readOr([&] { return InitiativeService(file()).initiatives(*year()); });
}

QString InitiativesPage::summary() const
{
    if (!year())
        return tr("Tệp chưa có năm học nào; xin mở năm học ở nút năm học phía trên.");
    if (rows().empty())
        return tr("Chưa có sáng kiến nào trong năm học %1.").arg(toQ(schoolYear().screen()));
    const auto in = [this](InitiativeState state) { return countOf([state](const InitiativeRow& r) { return r.initiative.state == state; }); };
    const int above = countOf([](const InitiativeRow& r) {
        return r.initiative.recognisedAt && *r.initiative.recognisedAt != domain::RecognitionLevel::School;
    });
    QString line = tr("%1 sáng kiến, %2 được công nhận").arg(rows().size()).arg(in(InitiativeState::Recognised));
    if (above > 0)
        line += tr(" (%1 của cấp trên)").arg(above);
    if (const int waiting = in(InitiativeState::Registered))
        line += tr(", <b>%1 chờ công nhận</b>").arg(waiting);
    if (const int rejected = in(InitiativeState::Rejected))
        line += tr(", %1 không công nhận").arg(rejected);
    return line + QLatin1Char('.');
}

QString InitiativesPage::honoursServed(const InitiativeRow& row) const
{
    QStringList honours;
    if (!row.initiative.usedFor.empty())
        honours << shortHonour(file(), row.initiative.usedFor);
    for (const auto& author : row.authors)
        if (!author.usedFor.empty())
            honours << shortHonour(file(), author.usedFor);
    honours.removeDuplicates();
    return honours.join(QStringLiteral(", "));
}

std::optional<std::int64_t> InitiativesPage::decisionOf(const InitiativeRow& row) const
{
    const auto found = m_decisions.find(row.id);
    return found == m_decisions.end() ? std::nullopt : std::optional(found->second.value());
}

}
