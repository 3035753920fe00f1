// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/awards_page.h"

#include "domain/page_ids.h"
#include "domain/school_year.h"
#include "services/core/reads.h"
#include "ui/pages/award/award_parts.h"
#include "ui/pages/receiver/receiver_wizard.h"

#include <algorithm>

namespace thidua::ui {

namespace reads = services::reads;
using domain::EntityKind;

AwardsPage::AwardsPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "awards",
                  .listName = tr("Kết quả khen thưởng"),
                  .panelWidth = 320,
                  .opens = EntityKind::DecisionLine,
                  .reads = reads::decisions() | reads::honours() | reads::submissions() | reads::years(),
                  .chooseFirst = tr("Chọn một dòng trong bảng trước."),
                  .nothingChosen = tr("Chọn một người hoặc tập thể để xem quyết định."),
                  .nothingHere = tr("Chưa có kết quả khen thưởng."),
                  .grouping = "honour",
                  .enterVerb = "openSubject"},
                 [](const Row& row) { return row.id; })
{
    declareColumns();
    declareVerbs();
    build();
    setEmpty("certificate", tr("Nơi giữ kết quả khen thưởng của năm học"),
             tr("Danh hiệu vào đây khi ghi kết quả tờ trình theo quyết định của cấp trên, và vào luôn quá trình khen thưởng của từng người."),
             "openSubmissions", "openHistory");
}

void AwardsPage::declareColumns()
{
    setColumns({
        column("name", tr("Họ và tên, tập thể"), [](const Row& r) { return Cell::bold(toQ(r.award.named)); }, 192)
            .sorted([](const Row& r) { return SortKey(r.award.sortKey); })
            .summed([](const Rows& rows) { return tr("Cộng: %1 danh hiệu").arg(rows.size()); }),
        column("post", tr("Chức vụ, đơn vị"), [](const Row& r) { return Cell::secondary(r.award.post.empty() ? tr("–") : toQ(r.award.post)); }, 180).stretched(),
        column("honour", tr("Danh hiệu, hình thức"), [](const Row& r) { return Cell::plain(toQ(r.award.honourName)); }, 176)
            .sorted([](const Row& r) { return SortKey(r.award.honourOrder); }),
        column("decision", tr("Quyết định"), [](const Row& r) { return Cell::plain(toQ(r.award.decisionNumber)); }, 118),
        column("date", tr("Ngày"), [](const Row& r) { return Cell::plain(dateText(r.award.decidedOn)); }, 92)
            .sorted([](const Row& r) { return SortKey(r.award.decidedOn ? r.award.decidedOn->iso() : std::string()); }),
        column("note", tr("Ghi chú"), [](const Row& r) {
            return r.award.revoked ? Cell::mark(Tone::Bad, tr("Đã thu hồi")) : r.award.note.empty() ? Cell::secondary(QString()) : Cell::mark(Tone::Info, toQ(r.award.note));
        }, 116),
        column("issuer", tr("Người ban hành"), [](const Row& r) { return Cell::secondary(toQ(r.award.issuer)); }, 220).hide(),
    });
    Grouping<Row> byHonour{QStringLiteral("honour"), tr("Gom theo danh hiệu"), [](const Row& r) { return toQ(r.award.honourName); }};
    // Collectives before people, then from the highest honour down, as on the printed list.
    byHonour.order = [](const Row& r) { return SortKey((r.isCollective() ? 0 : 10000) - r.award.honourOrder); };
    byHonour.heading = [](const QString& label, const Rows& rows) {
        return rows.front()->isCollective() ? tr("%1 – %2 tập thể").arg(label).arg(rows.size()) : tr("%1 – %2 người").arg(label).arg(rows.size());
    };
    addGrouping(byHonour);
}

void AwardsPage::declareVerbs()
{
    addVerb({.id = "print", .text = tr("In danh sách khen thưởng…"), .icon = "print", .places = InHead, .words = tr("danh sách đạt danh hiệu PDF Word Excel"),
             .whyNot = [this] { return rows().empty() ? tr("Chưa có kết quả nào để in.") : QString(); },
             .run = [this] { previewPaper(services::PaperKind::AwardList, std::nullopt, AwardParts::fileName(tr("Danh sách khen thưởng %1").arg(toQ(schoolYear().text())))); }});
    addRowVerb({.id = "openSubject", .text = tr("Mở hồ sơ"), .icon = "user", .places = InMore | OnRow | InFoot},
               [this](const Row& row) {
                   const auto& [person, collective] = row.award.subject;
                   person ? shell().openRecord(EntityKind::Person, person->value()) : shell().openRecord(EntityKind::Collective, collective->value());
               });
    addRowVerb({.id = "openDecision", .text = tr("Mở quyết định"), .icon = "decision", .places = InMore | OnRow | InFoot},
               [this](const Row& row) { shell().openRecord(EntityKind::Decision, decisionOf(row)->value()); },
               [this](const Row& row) { return decisionOf(row) ? QString() : tr("Quyết định này không ghi trong sổ."); });
    addVerb({.id = "openSubmissions", .text = tr("Ghi kết quả tờ trình"), .icon = "send", .places = InMore, .run = [this] { shell().showPage(pages::kSubmissions); }});
    addVerb({.id = "openHistory", .text = tr("Quá trình khen thưởng"), .icon = "history", .places = InMore, .run = [this] { shell().showPage(pages::kHistory); }});
    addVerb({.id = "fillForm", .text = tr("Điền mẫu của cấp trên…"), .icon = "excel", .places = InMore, .words = tr("điền biểu mẫu excel cấp trên gửi kết quả khen thưởng"),
             .whyNot = [this] { return year() ? QString() : tr("Tệp chưa có năm học nào."); },
             .run = [this] { runReceiver(shell(), file(), schoolYear(), services::ReceiverList::Awards, window()); }});
}

std::vector<AwardLine> AwardsPage::readRows()
{
    m_decisions.clear();
    if (!year())
        return {};
    services::DecisionService service(file());
    m_decisions = readOr([&] { return service.decisions(*year()); });
    std::vector<AwardLine> lines;
    for (auto& award : readOr([&] { return service.awards(*year(), services::Awards::WithRevoked); })) {
        const Key key{award.subject, award.honour, award.decisionNumber};
        const auto id = m_ids.try_emplace(key, static_cast<std::int64_t>(m_ids.size()) + 1).first->second;
        lines.push_back({id, std::move(award)});
    }
    return lines;
}

QString AwardsPage::tally() const
{
    std::vector<std::pair<QString, int>> counts;
    int collectives = 0;
    for (const auto& row : rows()) {
        if (row.award.revoked)
            continue;
        if (row.isCollective()) {
            ++collectives;
            continue;
        }
        const QString name = toQ(row.award.honourName);
        auto found = std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == name; });
        if (found == counts.end())
            found = counts.insert(counts.end(), {name, 0});
        ++found->second;
    }
    QStringList parts;
    if (collectives > 0)
        parts << tr("%1 tập thể").arg(collectives);
    for (const auto& [name, count] : counts)
        parts << tr("%1 %2").arg(count).arg(name);
    return parts.join(QStringLiteral(", "));
}

QString AwardsPage::summary() const
{
    if (rows().empty())
        return tr("Năm học %1 chưa có kết quả khen thưởng.").arg(toQ(schoolYear().screen()));
    const int revoked = countOf([](const Row& row) { return row.award.revoked; });
    QString line = tr("<b>%1 danh hiệu</b>: %2").arg(static_cast<int>(rows().size()) - revoked).arg(tally().toHtmlEscaped());
    if (revoked > 0)
        line += tr("; %1 đã thu hồi").arg(revoked);
    return line + QLatin1Char('.');
}

std::optional<domain::DecisionId> AwardsPage::decisionOf(const AwardLine& row) const
{
    const auto found = std::ranges::find_if(m_decisions, [&](const auto& decision) { return !row.award.decisionNumber.empty() && decision.numberText == row.award.decisionNumber; });
    return found == m_decisions.end() ? std::nullopt : std::optional(found->id);
}

void AwardsPage::show(const AwardLine& row)
{
    const auto& award = row.award;
    panel()->setTitle(toQ(award.named), toQ(award.post));
    if (award.revoked)
        panel()->setChip(Tone::Bad, tr("Đã thu hồi"));
    else
        panel()->clearChip();
    auto* stack = new Stack(12);
    stack->head(tr("Được tặng"));
    stack->add(new OutlineChip(toQ(award.honourName)), Qt::AlignLeft);
    auto* facts = stack->facts();
    facts->add(tr("Năm học"), toQ(schoolYear().screen()));
    facts->add(tr("Quyết định"), toQ(award.decisionNumber).toHtmlEscaped());
    facts->add(tr("Ngày"), dateText(award.decidedOn));
    facts->add(tr("Người ban hành"), toQ(award.issuer).toHtmlEscaped());
    if (!award.note.empty())
        facts->add(tr("Văn bản liên quan"), toQ(award.note).toHtmlEscaped());
    bool others = false;
    for (const auto& other : rows()) {
        if (!(other.award.subject == award.subject) || other.award.honour == award.honour)
            continue;
        if (!std::exchange(others, true))
            stack->head(tr("Cùng năm học còn được tặng"));
        stack->add(new OutlineChip(toQ(other.award.honourName)), Qt::AlignLeft);
    }
    panel()->addToBody(stack);
}

}
