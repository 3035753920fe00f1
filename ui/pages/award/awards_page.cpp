// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/awards_page.h"

#include "domain/school_year.h"
#include "domain/page_ids.h"
#include "services/core/reads.h"
#include "ui/pages/award/award_parts.h"
#include "ui/pages/receiver/receiver_wizard.h"

#include <QBoxLayout>

#include <algorithm>

namespace thidua::ui {

using domain::EntityKind;

AwardsPage::AwardsPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent)
    : SchoolPage(std::move(info), shell, context, parent), m_model([](const Row& r) { return r.id; })
{
    setColumns();
    addActions();
    build();
}

void AwardsPage::build()
{
    auto& actions = shell().actions;
    m_table = new RecordTable(&m_model, QStringLiteral("awards"), tr("Kết quả khen thưởng"), this);
    offerExport(*m_table, tr("Kết quả khen thưởng"));
    m_table->setFilterRow(true);
    m_table->setSumRow(true);
    m_table->setGrouping(QStringLiteral("honour"));
    m_table->setEmptyState(new EmptyState(QStringLiteral("certificate"), tr("Nơi giữ kết quả khen thưởng của năm học"),
                                          tr("Danh hiệu vào đây khi ghi kết quả tờ trình theo quyết định của cấp trên, và vào luôn quá trình khen thưởng của từng người."),
                                          actions.find(QStringLiteral("awards.openSubmissions")), actions.find(QStringLiteral("awards.openHistory"))));
    m_table->setRowActions({actions.find(QStringLiteral("awards.openSubject")), actions.find(QStringLiteral("awards.openDecision"))});
    m_panel = new SidePanel(320, this);
    m_split = new SplitArea(m_table, m_panel, this);
    content()->addWidget(m_split, 1);
    connect(m_table, &RecordTable::currentChanged, this, &AwardsPage::showPanel);
    connect(m_table, &RecordTable::activated, this, [this](qint64 id) {
        if (const auto* row = m_model.find(id))
            openSubject(row->award);
    });
}

void AwardsPage::setColumns()
{
    Column<Row> name{QStringLiteral("name"), tr("Họ và tên, tập thể"), [](const Row& r) { return Cell::bold(toQ(r.award.named)); }, 192};
    name.sortKey = [](const Row& r) { return SortKey(r.award.sortKey); };
    name.sum = [](const std::vector<const Row*>& rows) { return tr("Cộng: %1 danh hiệu").arg(rows.size()); };
    Column<Row> post{QStringLiteral("post"), tr("Chức vụ, đơn vị"),
                     [](const Row& r) { return r.award.post.empty() ? Cell::secondary(tr("–")) : Cell::secondary(toQ(r.award.post)); }, 180};
    post.stretch = true;
    Column<Row> honour{QStringLiteral("honour"), tr("Danh hiệu, hình thức"), [](const Row& r) { return Cell::plain(toQ(r.award.honourName)); }, 176};
    honour.sortKey = [](const Row& r) { return SortKey(r.award.honourOrder); };
    Column<Row> decision{QStringLiteral("decision"), tr("Quyết định"), [](const Row& r) { return Cell::plain(toQ(r.award.decisionNumber)); }, 118};
    Column<Row> date{QStringLiteral("date"), tr("Ngày"), [](const Row& r) { return Cell::plain(dateText(r.award.decidedOn)); }, 92};
    date.sortKey = [](const Row& r) { return SortKey(r.award.decidedOn ? r.award.decidedOn->iso() : std::string()); };
    Column<Row> issuer{QStringLiteral("issuer"), tr("Người ban hành"), [](const Row& r) { return Cell::secondary(toQ(r.award.issuer)); }, 220};
    issuer.hidden = true;
    m_model.setColumns({name, post, honour, decision, date, issuer});
    Grouping<Row> byHonour{QStringLiteral("honour"), tr("Gom theo danh hiệu"), [](const Row& r) { return toQ(r.award.honourName); }};
    // Collectives before people, then from the highest honour down, as on the printed list.
    byHonour.order = [](const Row& r) { return SortKey((r.isCollective() ? 0 : 10000) - r.award.honourOrder); };
    byHonour.heading = [](const QString& label, const std::vector<const Row*>& rows) {
        return rows.front()->isCollective() ? tr("%1 – %2 tập thể").arg(label).arg(rows.size()) : tr("%1 – %2 người").arg(label).arg(rows.size());
    };
    m_model.addGrouping(byHonour);
}

void AwardsPage::addActions()
{
    auto& actions = shell().actions;
    const QString page = info().id;
    const auto withCurrent = [this](auto&& run) {
        return [this, run] {
            const auto id = m_table->currentId();
            if (const auto* row = id ? m_model.find(*id) : nullptr)
                run(row->award);
        };
    };
    auto* print = actions.add({QStringLiteral("awards.print"), tr("In danh sách khen thưởng…"), QStringLiteral("print"), {}, page,
                               tr("danh sách đạt danh hiệu PDF Word Excel"), [this] { this->print(); }});
    auto* subject = actions.add({QStringLiteral("awards.openSubject"), tr("Mở hồ sơ"), QStringLiteral("user"), {}, page, {},
                                 withCurrent([this](const services::AwardRow& award) { openSubject(award); })});
    auto* decision = actions.add({QStringLiteral("awards.openDecision"), tr("Mở quyết định"), QStringLiteral("decision"), {}, page, {},
                                  withCurrent([this](const services::AwardRow& award) {
                                      if (const auto id = decisionOf(award))
                                          shell().openRecord(EntityKind::Decision, id->value());
                                  })});
    auto* submissions = actions.add({QStringLiteral("awards.openSubmissions"), tr("Ghi kết quả tờ trình"), QStringLiteral("send"), {}, page, {},
                                     [this] { shell().showPage(pages::kSubmissions); }});
    auto* history = actions.add({QStringLiteral("awards.openHistory"), tr("Quá trình khen thưởng"), QStringLiteral("history"), {}, page, {},
                                 [this] { shell().showPage(pages::kHistory); }});
    auto* form = actions.add({QStringLiteral("awards.fillForm"), tr("Điền mẫu của cấp trên…"), QStringLiteral("excel"), {}, page, tr("điền biểu mẫu excel cấp trên gửi kết quả khen thưởng"),
                              [this] { runReceiver(shell(), file(), schoolYear(), services::ReceiverList::Awards, window()); }});
    setActions({print}, {subject, decision, submissions, history, form});
}

void AwardsPage::load()
{
    showClosedBar();
    const auto row = yearRow();
    m_year = row ? std::optional(row->id) : std::nullopt;
    read();
}

bool AwardsPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::decisions() | reads::honours() | reads::submissions() | reads::years());
}

void AwardsPage::refresh(const domain::ChangeSet&)
{
    read();
}

void AwardsPage::read()
{
    std::vector<services::AwardRow> awards;
    m_decisions.clear();
    if (m_year) {
        services::DecisionService service(file());
        shell().runner.read([&] { return service.awards(*m_year); }, [&](std::vector<services::AwardRow> found) { awards = std::move(found); });
        shell().runner.read([&] { return service.decisions(*m_year); },
                            [&](std::vector<services::DecisionDetail> found) { m_decisions = std::move(found); });
    }
    std::vector<Row> rows;
    for (auto& award : awards) {
        const Key key{award.subject, award.honour, award.decisionNumber};
        const auto id = m_ids.try_emplace(key, static_cast<std::int64_t>(m_ids.size()) + 1).first->second;
        rows.push_back({id, std::move(award)});
    }
    m_model.setRows(std::move(rows));
    shell().actions.setReason(QStringLiteral("awards.fillForm"), m_year ? QString() : tr("Tệp chưa có năm học nào."));
    shell().actions.setReason(QStringLiteral("awards.print"), m_model.rows().empty() ? tr("Chưa có kết quả nào để in.") : QString());
    showSummary();
    showPanel();
}

QString AwardsPage::tally() const
{
    std::vector<std::pair<QString, int>> counts;
    int collectives = 0;
    for (const auto& row : m_model.rows()) {
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

void AwardsPage::showSummary()
{
    const auto& rows = m_model.rows();
    if (rows.empty()) {
        setSummary(tr("Năm học %1 chưa có kết quả khen thưởng.").arg(toQ(schoolYear().screen())));
        return;
    }
    setSummary(tr("<b>%1 danh hiệu</b>: %2.").arg(rows.size()).arg(tally().toHtmlEscaped()));
}

std::optional<domain::DecisionId> AwardsPage::decisionOf(const services::AwardRow& award) const
{
    const auto found = std::find_if(m_decisions.begin(), m_decisions.end(), [&](const services::DecisionDetail& d) {
        return !award.decisionNumber.empty() && d.numberText == award.decisionNumber;
    });
    return found == m_decisions.end() ? std::nullopt : std::optional(found->id);
}

void AwardsPage::showPanel()
{
    const auto id = m_table->currentId();
    const auto* row = id ? m_model.find(*id) : nullptr;
    auto& actions = shell().actions;
    const QString none = row ? QString() : tr("Chọn một dòng trong bảng trước.");
    actions.setReason(QStringLiteral("awards.openSubject"), none);
    actions.setReason(QStringLiteral("awards.openDecision"),
                      row && !decisionOf(row->award) ? tr("Quyết định này không ghi trong sổ.") : none);
    m_panel->clearBody();
    m_panel->clearFoot();
    m_panel->clearChip();
    if (!row) {
        m_panel->showNothing(m_model.rows().empty() ? tr("Chưa có kết quả khen thưởng.") : tr("Chọn một người hoặc tập thể để xem quyết định."));
        return;
    }
    m_panel->setTitle(toQ(row->award.named), toQ(row->award.post));
    m_panel->addToBody(makeBody(row->award));
    m_panel->addToFoot(makeButton(actions.find(QStringLiteral("awards.openSubject")), ButtonKind::Normal, m_panel));
    m_panel->addToFoot(makeButton(actions.find(QStringLiteral("awards.openDecision")), ButtonKind::Normal, m_panel));
}

QWidget* AwardsPage::makeBody(const services::AwardRow& award)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    column->addWidget(makeSectionHead(tr("Được tặng"), {}, box));
    column->addWidget(new OutlineChip(toQ(award.honourName), box), 0, Qt::AlignLeft);
    auto* facts = new DetailList(DetailList::Form::Beside, box);
    facts->add(tr("Năm học"), toQ(schoolYear().screen()));
    facts->add(tr("Quyết định"), toQ(award.decisionNumber).toHtmlEscaped());
    facts->add(tr("Ngày"), dateText(award.decidedOn));
    facts->add(tr("Người ban hành"), toQ(award.issuer).toHtmlEscaped());
    column->addWidget(facts);
    QStringList others;
    for (const auto& row : m_model.rows())
        if (row.award.subject == award.subject && row.award.honour != award.honour)
            others << toQ(row.award.honourName);
    if (!others.isEmpty()) {
        column->addWidget(makeSectionHead(tr("Cùng năm học còn được tặng"), {}, box));
        for (const auto& other : others)
            column->addWidget(new OutlineChip(other, box), 0, Qt::AlignLeft);
    }
    return box;
}

void AwardsPage::openSubject(const services::AwardRow& award)
{
    if (award.subject.person)
        shell().openRecord(EntityKind::Person, award.subject.person->value());
    else if (award.subject.collective)
        shell().openRecord(EntityKind::Collective, award.subject.collective->value());
}

void AwardsPage::print()
{
    if (m_year && !m_model.rows().empty())
        AwardParts::preview(shell(), context(), services::PaperKind::AwardList, std::nullopt, *m_year,
                            tr("Danh sách khen thưởng %1").arg(toQ(schoolYear().text())));
}

QJsonObject AwardsPage::saveState() const
{
    return {{QStringLiteral("table"), m_table->saveState()}, {QStringLiteral("split"), m_split->saveState()}};
}

void AwardsPage::restoreState(const QJsonObject& state)
{
    m_table->restoreState(state.value(QStringLiteral("table")).toObject());
    m_split->restoreState(state.value(QStringLiteral("split")).toObject());
}

}
